"""The training run: resumable, with fixed seeds, measured after every pass."""

import random
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from torch.nn import functional

from .batches import Numbered, Numbering, collate, make_batches
from .corpora import Corpora
from .evaluation import evaluate
from .examples import UNKNOWN
from .labels import UPOS, Labels
from .network import Encoder, Reader
from .pieces import PieceTable, choose_pieces
from .pretrained import PretrainedEncoder
from .unpacking import read_model
from .whole_file import whole_file

POSITIONS = 510
WARM_UP = 150  # Steps, of a short run the first tenth.


@dataclass
class Options:
    """How to train. Rates are the highest; they rise for WARM_UP steps and fall linearly."""

    passes: int = 4
    seed: int = 1
    layers: int = 12
    piece_limit: int = 40000
    pieces_a_batch: int = 1400
    encoder_rate: float = 1e-4
    head_rate: float = 1e-3
    weight_decay: float = 0.01
    save_every: int = 100  # Steps.
    precision: str = "float32"  # "bfloat16": products of it, twice as fast where the processor has them (AVX512_BF16).


def read_start(path: Path) -> dict:
    """A checkpoint, or the weights of a model file as one."""
    return read_model(path) if path.suffix == ".bin" else torch.load(path, weights_only=True)


class Training:
    """One run. Its whole state lies in a checkpoint, so that an interrupted run goes on where it was."""

    def __init__(self, corpora: Corpora, source: PretrainedEncoder, options: Options, folder: Path, start: Path | None):
        self.options, self.folder, self.corpora = options, folder, corpora
        self.checkpoint = folder / "checkpoint.pt"
        interrupted = self.checkpoint.exists()
        saved = read_start(self.checkpoint if interrupted else start) if interrupted or start else None
        if saved:
            self.labels, scores = Labels(**saved["labels"]), saved["pieces"]
        else:
            full = {p: float(s) for p, s in zip(source.pieces, source.scores) if p and not p.startswith("<")}
            self.labels = Labels.of(corpora.learnt)
            scores = choose_pieces(full, corpora.words, options.piece_limit)
        self.pieces = PieceTable(scores)
        torch.manual_seed(options.seed)
        sizes = source.sizes
        encoder = Encoder(len(self.pieces), POSITIONS, sizes.width, sizes.heads, sizes.inner, options.layers, 0.1)
        self.reader = Reader(encoder, sizes.width, len(UPOS), len(self.labels.tags), len(self.labels.relations),
                             len(self.labels.names))
        numbering = Numbering(self.pieces, self.labels)
        self.learnt = [numbering.number(example) for example in corpora.learnt]
        self.measured = {n: [numbering.number(e) for e in part] for n, part in corpora.measured.items()}
        self.plan = [self._batches_of_pass(i) for i in range(options.passes)]
        self.total = sum(map(len, self.plan))
        self._make_optimizer()
        self.step = 0
        if saved:
            self.reader.load_state_dict(saved["reader"])
            if interrupted:
                self.optimizer.load_state_dict(saved["optimizer"])
                self.scheduler.load_state_dict(saved["scheduler"])
                self.step = saved["step"]
        else:
            encoder.load(source, self.pieces.pieces)

    def _batches_of_pass(self, number: int) -> list[list[int]]:
        return make_batches(self.learnt, self.options.pieces_a_batch, random.Random(self.options.seed * 1000 + number))

    def _make_optimizer(self) -> None:
        encoder = list(self.reader.encoder.parameters())
        known = set(map(id, encoder))
        heads = [p for p in self.reader.parameters() if id(p) not in known]
        groups = [{"params": encoder, "lr": self.options.encoder_rate}, {"params": heads, "lr": self.options.head_rate}]
        self.optimizer = torch.optim.AdamW(groups, weight_decay=self.options.weight_decay, betas=(0.9, 0.98), fused=True)
        warm_up = min(WARM_UP, self.total / 10)
        share = lambda step: min(1.0, (step + 1) / warm_up) * max(0.02, 1 - step / self.total)
        self.scheduler = torch.optim.lr_scheduler.LambdaLR(self.optimizer, share)

    def state(self) -> dict:
        """Everything that a later run or the export needs."""
        return {"reader": self.reader.state_dict(), "optimizer": self.optimizer.state_dict(),
                "scheduler": self.scheduler.state_dict(), "step": self.step, "labels": asdict(self.labels),
                "pieces": dict(zip(self.pieces.pieces, self.pieces.scores)), "layers": self.options.layers}

    def save(self, path: Path) -> None:
        with whole_file(path) as file:
            torch.save(self.state(), file)

    def run(self) -> None:
        """Trains to the end, or to `step` of an interrupted run and on."""
        print(f"{len(self.learnt)} sentences, {len(self.pieces)} pieces, {self.total} steps", flush=True)
        started, first, recent = time.time(), self.step, 0.0
        at = 0
        for number, batches in enumerate(self.plan):
            for batch in batches:
                at += 1
                if at <= self.step:
                    continue
                loss = self._learn([self.learnt[i] for i in batch])
                recent = loss if recent == 0 else 0.98 * recent + 0.02 * loss
                if self.step % 20 == 0:
                    pace = (time.time() - started) / (self.step - first)
                    print(f"step {self.step} of {self.total}: loss {recent:.3f}, {pace:.2f} s a step", flush=True)
                if self.step % self.options.save_every == 0:
                    self.save(self.checkpoint)
            if at == self.step:
                self.save(self.checkpoint)
                self.report(f"pass {number + 1}")

    def _learn(self, batch: list[Numbered]) -> float:
        torch.manual_seed(self.options.seed * 1000003 + self.step)  # Dropout does not depend on interruptions.
        is_short = self.options.precision == "bfloat16"
        with torch.autocast("cpu", torch.bfloat16, enabled=is_short):
            loss = self._loss(collate(batch, self.pieces.end))
        self.optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.reader.parameters(), 1.0)
        self.optimizer.step()
        self.scheduler.step()
        self.step += 1
        return float(loss.detach())

    def _loss(self, t: dict[str, torch.Tensor]) -> torch.Tensor:
        scores = self.reader(t["rows"], t["mask"], t["pool"])
        total = torch.zeros(())
        for name in ("upos", "tags", "names"):
            total = total + mean_loss(scores[name], t[name])
        arcs = scores["arc"].masked_fill(~t["words"][:, None, :], -1e4)
        total = total + mean_loss(arcs, t["heads"])
        if (t["heads"] >= 0).any():
            relations = t["relations"].masked_fill(t["heads"] < 0, UNKNOWN)
            total = total + mean_loss(self.reader.relation_scores(scores, t["heads"]), relations)
        return total

    def report(self, title: str) -> None:
        """Prints the scores on everything that is measured."""
        for name, part in self.measured.items():
            scores = evaluate(self.reader, part, self.labels.relations, self.pieces.end)
            print(f"{title}, {name}: " + " ".join(f"{k} {v:.2f}" for k, v in scores.items() if v > 0), flush=True)


def mean_loss(scores: torch.Tensor, gold: torch.Tensor) -> torch.Tensor:
    """Cross entropy, averaged over what is annotated; 0 where nothing is."""
    if not (gold >= 0).any():
        return torch.zeros(())
    return functional.cross_entropy(scores.float().flatten(0, 1), gold.flatten(), ignore_index=UNKNOWN)
