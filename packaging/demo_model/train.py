"""Train the demo model: seeded, by wall time, with checkpoints from which it resumes."""

from __future__ import annotations

import argparse
import json
import math
import time
from pathlib import Path

import torch
from torch import nn
from transformers import AutoTokenizer, LlamaForCausalLM, PreTrainedTokenizerBase

from demo_model import batches, evaluate, export
from demo_model.model import new_model
from demo_model.muon import Muon

SEED = 11
MATRIX_RATE = 0.015
OTHER_RATE = 3e-3
WARM_UP_SECONDS = 30.0
FINAL_SHARE = 0.02
SAVE_SECONDS = 240.0
QUICK_SECONDS = 600.0
QUICK_QUESTIONS = 64


class Trainer:
    """One training run in a folder: model, optimisers, position."""

    def __init__(self, folder: Path, tokenizer: PreTrainedTokenizerBase, minutes: float) -> None:
        torch.manual_seed(SEED)
        self.folder = folder
        self.tokenizer = tokenizer
        self.seconds = minutes * 60
        self.model: LlamaForCausalLM = new_model()
        layers = [p for name, p in self.model.named_parameters() if p.ndim == 2 and "embed" not in name]
        others = [p for name, p in self.model.named_parameters() if p.ndim != 2 or "embed" in name]
        self.optimizers: list[torch.optim.Optimizer] = [
            Muon(layers, lr=MATRIX_RATE, momentum=0.95, weight_decay=0.05),
            torch.optim.AdamW(others, lr=OTHER_RATE, betas=(0.9, 0.98), weight_decay=0.0),
        ]
        self._compiled_loss = torch.compile(self._loss, dynamic=True)
        self.pool = self.step = self.tokens = 0
        self.elapsed = 0.0

    @property
    def checkpoint(self) -> Path:
        """Return the path of the newest state."""
        return self.folder / "state.pt"

    def resume(self) -> None:
        """Continue from the newest state, if there is one."""
        if not self.checkpoint.exists():
            return
        state = torch.load(self.checkpoint, weights_only=True)
        self.model.load_state_dict(state["model"])
        for optimizer, saved in zip(self.optimizers, state["optimizers"], strict=True):
            optimizer.load_state_dict(saved)
        self.pool, self.step, self.tokens = state["pool"], state["step"], state["tokens"]
        self.elapsed = state["elapsed"]

    def save(self) -> None:
        """Write the state beside the old one and rename it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        state = {
            "model": self.model.state_dict(),
            "optimizers": [optimizer.state_dict() for optimizer in self.optimizers],
            "pool": self.pool, "step": self.step, "tokens": self.tokens, "elapsed": self.elapsed,
        }  # fmt: skip
        beside = self.checkpoint.with_suffix(".new")
        torch.save(state, beside)
        beside.replace(self.checkpoint)

    def _rate(self) -> float:
        warm = min(1.0, (self.elapsed + 1.0) / WARM_UP_SECONDS)
        done = min(1.0, self.elapsed / self.seconds)
        return warm * (FINAL_SHARE + (1 - FINAL_SHARE) * 0.5 * (1 + math.cos(math.pi * done)))

    def _loss(self, ids: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
        """Return the weighted mean of the cross-entropy; shapes [rows, length]."""
        logits = self.model(input_ids=ids, use_cache=False).logits[:, :-1]
        losses = nn.functional.cross_entropy(logits.flatten(0, 1), ids[:, 1:].flatten(), reduction="none")
        used = weights[:, 1:].flatten()
        return (losses * used).sum() / used.sum()

    def _train_batch(self, batch: batches.Batch) -> float:
        """Take one step; return the weighted loss per token."""
        rate = self._rate()
        for optimizer, base in zip(self.optimizers, (MATRIX_RATE, OTHER_RATE), strict=True):
            for group in optimizer.param_groups:
                group["lr"] = base * rate
        loss = self._compiled_loss(batch.ids, batch.weights)
        loss.backward()
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        for optimizer in self.optimizers:
            optimizer.step()
            optimizer.zero_grad()
        self.step += 1
        self.tokens += batch.tokens
        return loss.item()

    def _log(self, **values: float) -> None:
        line = json.dumps(
            {"minutes": round(self.elapsed / 60, 2), "step": self.step, "tokens": self.tokens, **values}
        )
        print(line, flush=True)
        with (self.folder / "log.jsonl").open("a", encoding="utf-8") as stream:
            stream.write(line + "\n")

    def run(self) -> None:
        """Train until the time is over; save and measure now and then."""
        self.folder.mkdir(parents=True, exist_ok=True)
        saved = measured = self.elapsed
        for number, pool in batches.stream(self.tokenizer.backend_tokenizer, self.pool):
            self.model.train()
            losses: list[float] = []
            for batch in pool:
                began = time.monotonic()
                losses.append(self._train_batch(batch))
                self.elapsed += time.monotonic() - began
            self.pool = number + 1
            self._log(loss=round(sum(losses) / len(losses), 4), rate=round(self._rate(), 4))
            over = self.elapsed >= self.seconds
            if over or self.elapsed - saved > SAVE_SECONDS:
                saved = self.elapsed
                self.save()
            if over or self.elapsed - measured > QUICK_SECONDS:
                measured = self.elapsed
                self.model.eval()
                self._log(held_out=evaluate.quick_accuracy(self.model, self.tokenizer, QUICK_QUESTIONS))
            if over:
                return


def main() -> None:
    """Train in a folder and export the result beside it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="folder of the run")
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=55.0)
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    tokenizer = AutoTokenizer.from_pretrained(arguments.tokenizer)
    trainer = Trainer(arguments.folder, tokenizer, arguments.minutes)
    trainer.resume()
    trainer.run()
    export.export(trainer.model, tokenizer, arguments.folder / "export")


if __name__ == "__main__":
    main()
