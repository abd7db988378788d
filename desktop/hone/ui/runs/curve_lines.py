"""The numbers behind the chart of several runs: over which axis, how smooth, between which bounds. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from hone.domain.run_comparison import Curve

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

OUTLINE_POINTS = 1000
_LONGEST_WINDOW_SHARE = 0.25


class Axis(StrEnum):
    """What the curves are drawn over."""

    STEPS = "steps"
    TOKENS = "tokens"
    TIME = "time"


class Reading(NamedTuple):
    """A run's losses at a place of the axis; None where it was not measured."""

    training: float | None
    held_out: float | None


class Series:
    """A run's curve in arrays; made beside the window, as a long run has many steps."""

    def __init__(self, curve: Curve) -> None:
        self.places = {
            Axis.STEPS: (_array(curve.steps), _array(curve.held_out_steps)),
            Axis.TOKENS: (_array(curve.tokens), _array(curve.held_out_tokens)),
            Axis.TIME: (_array(curve.seconds), _array(curve.held_out_seconds)),
        }
        self.losses = _array(curve.losses)
        self.held_out = _array(curve.held_out_losses)


class Line:
    """One run over one axis. `smoothing` is 0 (as measured) to 1 (the mean of the last quarter)."""

    def __init__(self, series: Series, axis: Axis, smoothing: float) -> None:
        self.x, self.held_out_x = series.places[axis]
        self.raw, self.held_out = series.losses, series.held_out
        self.smooth = trailing_mean(self.raw, window(len(self.raw), smoothing))

    @property
    def end(self) -> float:
        """Where the run ends on the axis."""
        return float(max([0.0, *self.x[-1:], *self.held_out_x[-1:]]))

    def at(self, place: float) -> Reading:
        """Read the last losses that were known at `place`."""
        return Reading(_before(self.x, self.smooth, place), _before(self.held_out_x, self.held_out, place))


def window(count: int, smoothing: float) -> int:
    """Return how many steps a smoothed value is the mean of; the square gives small values fine control."""
    return max(1, round(count * _LONGEST_WINDOW_SHARE * smoothing**2))


def trailing_mean(values: Numbers, size: int) -> Numbers:
    """Return the mean of each value and those before it, `size` of them where there are as many."""
    if size <= 1 or not len(values):
        return values
    sums = np.concatenate([[0.0], np.cumsum(values)])
    ends = np.arange(1, len(values) + 1)
    starts = np.maximum(ends - size, 0)
    return np.asarray((sums[ends] - sums[starts]) / (ends - starts))


def thinned(x: Numbers, values: Numbers) -> tuple[Numbers, Numbers]:
    """Return a curve with at most `OUTLINE_POINTS` points: the extremes of equal stretches.

    The picture is that of all points, at a hundredth of the cost for 100,000 steps.
    """
    if len(values) <= OUTLINE_POINTS:
        return x, values
    size = -(-len(values) // (OUTLINE_POINTS // 2 - 1))
    whole = len(values) - len(values) % size
    stretches = values[:whole].reshape(-1, size)
    starts = np.arange(0, whole, size)
    ends = np.array([len(values) - 1])
    kept = np.concatenate([stretches.argmin(axis=1) + starts, stretches.argmax(axis=1) + starts, ends])
    index = np.unique(kept)
    return x[index], values[index]


def bounds(lines: Sequence[Line], training: bool, held_out: bool) -> tuple[float, float] | None:
    """Return the lowest and highest loss worth showing: the top per cent of single steps is left outside."""
    values: list[float] = []
    for line in lines:
        if training and len(line.smooth):
            shown = thinned(line.x, line.smooth)[1]
            finite = shown[np.isfinite(shown)]
            values += [float(value) for value in np.percentile(finite, [0.0, 99.0])] if len(finite) else []
        if held_out:
            values += [float(value) for value in line.held_out if np.isfinite(value)]
    return (min(values), max(values)) if values else None


def _array(values: Sequence[float]) -> Numbers:
    return np.array(values, dtype=float)


def _before(x: Numbers, values: Numbers, place: float) -> float | None:
    index = int(np.searchsorted(x, place, side="right")) - 1
    return float(values[index]) if index >= 0 else None
