"""Runs: their states, the legal moves between them, and what is measured on the way."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from pathlib import Path

import msgspec

from hone.domain.plan import Plan


class RunState(StrEnum):
    """Where a run stands."""

    CREATED = "created"
    RUNNING = "running"
    STOPPED = "stopped"
    INTERRUPTED = "interrupted"
    FAILED = "failed"
    FINISHED = "finished"


MOVES: dict[RunState, frozenset[RunState]] = {
    RunState.CREATED: frozenset({RunState.RUNNING}),
    RunState.RUNNING: frozenset({RunState.STOPPED, RunState.INTERRUPTED, RunState.FAILED, RunState.FINISHED}),
    RunState.STOPPED: frozenset({RunState.RUNNING}),
    RunState.INTERRUPTED: frozenset({RunState.RUNNING}),
    RunState.FAILED: frozenset({RunState.RUNNING}),
    RunState.FINISHED: frozenset(),
}


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One optimiser step. `loss` in nats per trained token; memory in bytes; `seconds` since the start."""

    step: int
    steps: int
    epoch: float
    loss: float
    learning_rate: float
    gradient_norm: float
    tokens_per_second: float
    seconds: float
    seconds_left: float
    memory_bytes: int


class HeldOut(msgspec.Struct, frozen=True, kw_only=True):
    """The loss (nats per trained token) and token accuracy (0 to 1) on the held-out rows at a step."""

    step: int
    loss: float
    token_accuracy: float


class Opening(msgspec.Struct, frozen=True, kw_only=True):
    """How a conversation like the rows of a run begins; both texts may be empty."""

    system_prompt: str = ""
    text: str = ""


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """A run as the list shows it; everything else is in its folder."""

    id: str
    name: str
    state: RunState
    folder: Path
    created_at: datetime
    plan: Plan
    step: int = 0
    steps: int = 0
    best: HeldOut | None = None
    base: HeldOut | None = None
    seconds: float = 0.0
    problem: str = ""
    hint: str = ""
    adapter: Path | None = None
    adapter_gguf: Path | None = None
