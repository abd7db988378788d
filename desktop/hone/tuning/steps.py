"""How many steps, evaluations and held-out rows a plan means."""

from __future__ import annotations

import math

import msgspec

from hone.domain.plan import MOST_HELD_OUT, Data, Training


class Steps(msgspec.Struct, frozen=True, kw_only=True):
    """The size of a run: optimiser steps, and how often it is measured and saved."""

    train_rows: int
    held_out_rows: int
    optimizer_steps: int
    evaluations: int
    checkpoints: int


def held_out_rows(rows: int, data: Data) -> int:
    """Return how many of `rows` are set apart; a held-out file of its own takes none of them."""
    if data.held_out is not None or data.held_out_share <= 0 or rows < 2:
        return 0
    return min(rows - 1, max(1, min(MOST_HELD_OUT, round(rows * data.held_out_share))))


def optimizer_steps(train_rows: int, training: Training) -> int:
    """Return the optimiser steps of a run: rows times epochs in micro-batches, accumulated."""
    drawn = max(1, round(training.epochs * train_rows))
    return math.ceil(math.ceil(drawn / training.micro_batch) / training.gradient_accumulation)


def steps_of(rows: int, data: Data, training: Training) -> Steps:
    """Reckon the size of a run over `rows` usable rows."""
    apart = held_out_rows(rows, data)
    steps = optimizer_steps(max(1, rows - apart), training)
    measured = apart > 0 or data.held_out is not None
    return Steps(
        train_rows=rows - apart,
        held_out_rows=apart,
        optimizer_steps=steps,
        evaluations=min(training.evaluations, steps) if measured else 0,
        checkpoints=min(training.checkpoints, steps),
    )
