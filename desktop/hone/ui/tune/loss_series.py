"""The numbers behind the loss chart: raw, smoothed and held-out loss over steps, without Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Curve = NDArray[np.float64]

FIRST_CAPACITY = 1024
SHORTEST_WINDOW = 3
LONGEST_WINDOW = 2000
WINDOWS_PER_RUN = 12
OUTLINE_POINTS = 2000


class Reading(NamedTuple):
    """What the chart shows under the pointer; held-out values only near a measured step."""

    step: int
    loss: float
    smoothed: float
    held_out: float | None


class LossSeries:
    """A run's losses in arrays that grow by doubling.

    The smoothed curve is the mean of the last steps; the window grows with the run, so that a run of
    100,000 steps is shown as calm as one of 200.
    """

    def __init__(self) -> None:
        self._steps: Curve = np.empty(FIRST_CAPACITY)
        self._losses: Curve = np.empty(FIRST_CAPACITY)
        self._sums: Curve = np.zeros(FIRST_CAPACITY + 1)
        self._count = 0
        self._held_out: dict[int, float] = {}

    def __len__(self) -> int:
        return self._count

    @property
    def steps(self) -> Curve:
        """Step numbers of the raw curve."""
        return self._steps[: self._count]

    @property
    def losses(self) -> Curve:
        """Loss at each step."""
        return self._losses[: self._count]

    @property
    def smoothed(self) -> Curve:
        """Trailing mean of the loss at each step."""
        return self._means(np.arange(self._count))

    @property
    def held_out(self) -> tuple[Curve, Curve]:
        """Steps and losses of the held-out measurements, in order."""
        steps = sorted(self._held_out)
        return np.array(steps, dtype=float), np.array([self._held_out[step] for step in steps])

    def clear(self) -> None:
        """Forget everything."""
        self._count = 0
        self._held_out.clear()

    def add(self, step: int, loss: float) -> None:
        """Append one step; after a resume from an earlier checkpoint, later points are dropped first."""
        if self._count and step <= self._steps[self._count - 1]:
            self._count = int(np.searchsorted(self.steps, step))
            self._held_out = {at: value for at, value in self._held_out.items() if at < step}
        if self._count == len(self._steps):
            self._grow()
        self._steps[self._count] = step
        self._losses[self._count] = loss
        self._sums[self._count + 1] = self._sums[self._count] + loss
        self._count += 1

    def add_held_out(self, step: int, loss: float) -> None:
        """Add a held-out measurement; step 0 is the untrained base."""
        self._held_out[step] = loss

    def at(self, position: float) -> Reading | None:
        """Read the step nearest to `position`; None while there is none."""
        if not self._count:
            return None
        steps = self.steps
        index = int(np.clip(np.searchsorted(steps, position), 0, self._count - 1))
        if index and position - steps[index - 1] < steps[index] - position:
            index -= 1
        step = int(steps[index])
        average = float(self._means(np.array([index]))[0])
        return Reading(step, float(self._losses[index]), average, self._held_out.get(step))

    def outline(self) -> tuple[Curve, Curve]:
        """Return the raw curve with at most `OUTLINE_POINTS` points: the extremes of equal stretches.

        The picture is the same as with all points, at a tenth of the cost for a run of 100,000 steps.
        """
        bins = OUTLINE_POINTS // 2
        if self._count <= 2 * OUTLINE_POINTS:
            return self.steps, self.losses
        size = self._count // bins
        whole = self._count - self._count % size
        stretches = self._losses[:whole].reshape(-1, size)
        starts = np.arange(0, whole, size)
        first, second = stretches.argmin(axis=1) + starts, stretches.argmax(axis=1) + starts
        index = np.sort(np.concatenate([first, second, np.arange(whole, self._count)]))
        return self._steps[index], self._losses[index]

    def smooth_outline(self) -> tuple[Curve, Curve]:
        """Return the smoothed curve with at most `OUTLINE_POINTS` points."""
        stride = max(1, self._count // OUTLINE_POINTS)
        picked = np.arange(self._count - 1, -1, -stride)[::-1]
        return self.steps[picked], self._means(picked)

    def bounds(self) -> tuple[float, float] | None:
        """Lowest and highest loss worth showing: outliers among the raw points are left outside."""
        values = [*self.held_out[1]]
        if self._count:
            shown = self.outline()[1]
            values += [*np.percentile(shown, [0.0, 99.0]), *self._means(np.array([0, self._count - 1]))]
        if not values:
            return None
        return float(min(values)), float(max(values))

    def _means(self, index: NDArray[np.int64]) -> Curve:
        ends = index + 1
        starts = np.maximum(ends - self._window(), 0)
        return (self._sums[ends] - self._sums[starts]) / (ends - starts)

    def _window(self) -> int:
        return int(np.clip(self._count // WINDOWS_PER_RUN, SHORTEST_WINDOW, LONGEST_WINDOW))

    def _grow(self) -> None:
        extra = np.empty(len(self._steps))
        self._steps = np.concatenate([self._steps, extra])
        self._losses = np.concatenate([self._losses, extra])
        self._sums = np.concatenate([self._sums, extra])
