"""python -m habari_training.average: the mean of the weights of several checkpoints of one run, as a checkpoint and as a
model file. A run whose rate has not yet fallen reads about as well by it as at its end."""

import argparse
from pathlib import Path

import torch

from .export import write_model


def mean_weights(readers: list[dict[str, torch.Tensor]]) -> dict[str, torch.Tensor]:
    """Of state dictionaries with the same names and shapes; what is not a floating-point number is the last one's."""
    means = {}
    for name, last in readers[-1].items():
        if last.is_floating_point():
            means[name] = (sum(reader[name].double() for reader in readers) / len(readers)).to(last.dtype)
        else:
            means[name] = last
    return means


def main() -> None:
    parser = argparse.ArgumentParser(prog="habari_training.average", description=__doc__)
    parser.add_argument("checkpoints", type=Path, nargs="+", help="as a run wrote them, the latest last")
    parser.add_argument("--output", type=Path, required=True, help="folder for checkpoint.pt and encoder.bin")
    arguments = parser.parse_args()
    states = [torch.load(path, weights_only=True) for path in arguments.checkpoints]
    state = {**states[-1], "reader": mean_weights([state["reader"] for state in states])}
    arguments.output.mkdir(parents=True, exist_ok=True)
    torch.save(state, arguments.output / "checkpoint.pt")
    write_model(state, arguments.output / "encoder.bin")


if __name__ == "__main__":
    main()
