"""What the trainer is told and tells, as typed structs."""

from __future__ import annotations

from pathlib import Path

from hone.domain.generation import Tagged
from hone.domain.plan import Plan
from hone.domain.runs import HeldOut, Step


class Train(Tagged, frozen=True):
    """Train `plan` in `folder`; `resume` is a checkpoint folder chosen by the caller.

    With `measure_steps` only that many optimiser steps are run and nothing is kept.
    """

    plan: Plan
    folder: Path
    resume: Path | None = None
    measure_steps: int = 0


class StepDone(Tagged, frozen=True):
    """The trainer made an optimiser step."""

    step: Step


class HeldOutMeasured(Tagged, frozen=True):
    """The trainer measured the held-out rows."""

    held_out: HeldOut


class CheckpointSaved(Tagged, frozen=True):
    """A checkpoint is whole on disk."""

    step: int
    folder: Path
    bytes: int


class TrainingFacts(Tagged, frozen=True):
    """What is trained on: told before the first step."""

    rows: int
    held_out_rows: int
    tokens: int
    trained_tokens: int
    steps: int
    trainable_parameters: int
    all_parameters: int
    device: str
    resumed_from: int = 0
    stop_token_trained: bool = True
    rows_cut: int = 0
    rows_dropped: int = 0


class Measured(Tagged, frozen=True):
    """What a few real steps took: seconds for one step, peak memory in bytes, seconds to load."""

    seconds_per_step: float
    peak_memory_bytes: int
    load_seconds: float
    steps: int
    evaluation_seconds: float = 0.0
