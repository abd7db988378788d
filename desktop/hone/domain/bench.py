"""What a measurement of an engine tells."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from enum import StrEnum

import msgspec


class Wanted(StrEnum):
    """On which side of its target a figure should be."""

    AT_LEAST = "at least"
    AT_MOST = "at most"


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """One measured figure.

    `compared` is what the same run measured of `against`, in the same unit; `ratio` is what is held
    against `target` (for figures without comparison it is the value itself). `rounds` are the single
    ratios. `note` says why a figure is missing or what limits it.
    """

    name: str
    label: str
    value: float
    unit: str
    against: str = ""
    compared: float | None = None
    ratio: float | None = None
    target: float | None = None
    wanted: Wanted = Wanted.AT_LEAST
    rounds: tuple[float, ...] = ()
    note: str = ""

    @property
    def passed(self) -> bool | None:
        """Whether the target is met; None where there is none, or nothing was measured."""
        measured = self.value if self.ratio is None else self.ratio
        if self.target is None or (self.note and self.value == 0):
            return None
        return measured >= self.target if self.wanted is Wanted.AT_LEAST else measured <= self.target


class EngineBench(msgspec.Struct, frozen=True, kw_only=True):
    """All figures of one model on one machine."""

    model: str
    size_bytes: int
    parameters: int | None
    context_length: int
    device: str
    threads: int
    build: str
    figures: tuple[Figure, ...]


def compared(
    name: str,
    label: str,
    unit: str,
    ours: Sequence[float],
    theirs: Sequence[float],
    against: str,
    target: float | None,
    wanted: Wanted,
) -> Figure:
    """Hold medians against each other, and the median of the rounds' ratios against the target."""
    ratios = [one / other for one, other in zip(ours, theirs, strict=True)]
    return Figure(
        name=name,
        label=label,
        value=statistics.median(ours),
        unit=unit,
        against=against,
        compared=statistics.median(theirs),
        ratio=statistics.median(ratios),
        target=target,
        wanted=wanted,
        rounds=tuple(ratios),
    )


def missing(name: str, label: str, unit: str, why: str) -> Figure:
    """Return a figure that could not be measured, with the reason."""
    return Figure(name=name, label=label, value=0.0, unit=unit, note=f"not measured: {why}")
