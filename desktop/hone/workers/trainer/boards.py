"""TensorBoard files in the run's folder, for those who have it open."""

from __future__ import annotations

from pathlib import Path

from torch.utils.tensorboard.writer import SummaryWriter

from hone.domain.runs import HeldOut, Step


class Board:
    """Writes the curves of one run; steps after `resumed_from` are written anew."""

    def __init__(self, folder: Path, resumed_from: int) -> None:
        self._writer = SummaryWriter(str(folder), purge_step=resumed_from + 1 if resumed_from else None)

    def add_step(self, step: Step) -> None:
        """Add an optimiser step."""
        self._writer.add_scalar("train/loss", step.loss, step.step)
        self._writer.add_scalar("train/learning_rate", step.learning_rate, step.step)
        self._writer.add_scalar("train/gradient_norm", step.gradient_norm, step.step)
        self._writer.add_scalar("train/tokens_per_second", step.tokens_per_second, step.step)

    def add_held_out(self, measured: HeldOut) -> None:
        """Add a measurement of the held-out rows."""
        self._writer.add_scalar("held_out/loss", measured.loss, measured.step)
        self._writer.add_scalar("held_out/token_accuracy", measured.token_accuracy, measured.step)

    def close(self) -> None:
        """Write what is left."""
        self._writer.close()
