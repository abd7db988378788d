"""The numbers behind the chart: what is thinned keeps its extremes, what is smoothed its mean."""

from __future__ import annotations

import numpy as np
import pytest

from hone.domain.run_comparison import Curve
from hone.ui.runs.curve_lines import OUTLINE_POINTS, Axis, Line, Series, bounds, thinned, trailing_mean


def line(losses: list[float], smoothing: float = 0.0) -> Line:
    """Return a run of these losses, measured at its end."""
    places = tuple(float(number) for number in range(1, len(losses) + 1))
    curve = Curve(
        run_id="r",
        steps=places,
        tokens=places,
        seconds=places,
        losses=tuple(losses),
        held_out_steps=(0.0, 3.0),
        held_out_losses=(3.0, 2.5),
    )
    return Line(Series(curve), Axis.STEPS, smoothing)


@pytest.mark.parametrize("count", [OUTLINE_POINTS, OUTLINE_POINTS + 1, 12_345, 100_000])
def test_a_thinned_curve_keeps_extremes_ends_and_order(count: int) -> None:
    values = np.sin(np.arange(count) / 50.0)
    values[count // 3] = 9.0
    x, kept = thinned(np.arange(count, dtype=float), values)
    assert len(kept) <= OUTLINE_POINTS
    assert kept.max() == 9.0
    assert kept.min() == values.min()
    assert x[-1] == count - 1
    assert bool(np.all(np.diff(x) > 0))


def test_a_trailing_mean_looks_back_only() -> None:
    values = np.array([1.0, 2.0, 3.0, 4.0])
    assert list(trailing_mean(values, 2)) == [1.0, 1.5, 2.5, 3.5]
    assert trailing_mean(values, 1) is values
    assert len(trailing_mean(np.array([]), 5)) == 0


def test_a_place_is_read_with_what_was_known_there() -> None:
    drawn = line([3.0, 2.0, 1.0])
    assert drawn.at(2.7) == (2.0, 3.0)
    assert drawn.at(0.5) == (None, 3.0)
    assert drawn.at(float("inf")) == (1.0, 2.5)
    assert drawn.end == 3.0


def test_what_is_not_a_number_does_not_decide_what_is_shown() -> None:
    drawn = line([3.0, float("nan"), 2.0])
    assert bounds([drawn], True, False) == pytest.approx((2.0, 2.99))
    assert bounds([line([float("nan")])], True, False) is None
    assert bounds([], True, True) is None
