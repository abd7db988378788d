"""Runs beside each other: what their plans say, and their curves."""

from __future__ import annotations

import bisect
import statistics
from collections.abc import Sequence

import msgspec

from hone.domain.fields import Field, Value
from hone.domain.run_table import RunRow
from hone.domain.runs import HeldOut, Step


class PlanEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One key of a plan (`training.learning_rate`) with its value in each run.

    None: the run's method has no such setting, or nothing is set. `field` describes it where it is a
    setting with a description; base, data and method have none.
    """

    path: str
    values: tuple[Value | None, ...]
    field: Field | None = None

    @property
    def differs(self) -> bool:
        """Whether the runs disagree."""
        return any(value != self.values[0] for value in self.values[1:])


class Curve(msgspec.Struct, frozen=True, kw_only=True):
    """A run's losses, in nats per trained token: over steps, tokens that were trained, and seconds.

    The tuples are of equal length; those of the held-out measurements too.
    """

    run_id: str
    steps: tuple[float, ...] = ()
    tokens: tuple[float, ...] = ()
    seconds: tuple[float, ...] = ()
    losses: tuple[float, ...] = ()
    held_out_steps: tuple[float, ...] = ()
    held_out_tokens: tuple[float, ...] = ()
    held_out_seconds: tuple[float, ...] = ()
    held_out_losses: tuple[float, ...] = ()


class RunComparison(msgspec.Struct, frozen=True, kw_only=True):
    """One run with its plan, or several whose plans are compared. `entries` and `curves` follow `rows`."""

    rows: tuple[RunRow, ...]
    entries: tuple[PlanEntry, ...]
    curves: tuple[Curve, ...]

    @property
    def differences(self) -> tuple[PlanEntry, ...]:
        """What the plans disagree on."""
        return tuple(entry for entry in self.entries if entry.differs)


def curve_of(run_id: str, steps: Sequence[Step], held_out: Sequence[HeldOut]) -> Curve:
    """Make the curve of a run from what was measured."""
    numbers = [float(step.step) for step in steps]
    tokens = _tokens(steps, {measured.step for measured in held_out})
    seconds = [step.seconds for step in steps]
    at = [float(measured.step) for measured in held_out]
    return Curve(
        run_id=run_id,
        steps=tuple(numbers),
        tokens=tuple(tokens),
        seconds=tuple(seconds),
        losses=tuple(step.loss for step in steps),
        held_out_steps=tuple(at),
        held_out_tokens=tuple(_reached(numbers, tokens, step) for step in at),
        held_out_seconds=tuple(_reached(numbers, seconds, step) for step in at),
        held_out_losses=tuple(measured.loss for measured in held_out),
    )


def _tokens(steps: Sequence[Step], measured: set[int]) -> list[float]:
    """Return how many tokens went through the model up to each step: speed times the step's time.

    The clock goes on while held-out rows are measured and checkpoints are saved. So the time since the step
    before counts with at most twice the median of those between which nothing was measured.
    """
    before = [0.0, *(step.seconds for step in steps[:-1])] if steps else []
    took = [max(0.0, step.seconds - earlier) for step, earlier in zip(steps, before, strict=True)]
    plain = [
        seconds
        for seconds, step in zip(took, steps, strict=True)
        if step.step - 1 not in measured and seconds
    ]
    median = statistics.median(plain) if plain else None
    total, totals = 0.0, []
    for seconds, step in zip(took, steps, strict=True):
        total += step.tokens_per_second * (seconds if median is None else min(seconds, 2 * median))
        totals.append(total)
    return totals


def _reached(steps: Sequence[float], values: Sequence[float], step: float) -> float:
    """Return the value at the last step that is not after `step`; 0 before the first."""
    place = bisect.bisect_right(steps, step)
    return values[place - 1] if place else 0.0
