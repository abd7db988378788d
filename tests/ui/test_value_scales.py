"""Scales are even steps of lightness, told apart without seeing hue, and text on them stays legible."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtGui import QColor

from hone.ui.kit.theme import Theme
from hone.ui.kit.value_scales import balance, contrast, heat, ink_on

STEPS = [step / 20 for step in range(21)]


def grey(colour: QColor) -> float:
    """Return the lightness that is left when no hue is seen (CIE L*)."""
    luminance = contrast(colour, QColor("black")) * 0.05 - 0.05
    return 116 * luminance ** (1 / 3) - 16 if luminance > 0.008856 else 903.3 * luminance


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_heat_goes_one_way_in_even_steps(theme: Theme, mode: str) -> None:
    theme.set_mode(mode)
    greys = [grey(heat(share)) for share in STEPS]
    steps = [after - before for before, after in pairwise(greys)]
    assert all(step > 0 for step in steps) or all(step < 0 for step in steps)
    assert max(map(abs, steps)) < 2.2 * min(map(abs, steps))
    assert heat(0) == theme.colour("sidebar") and heat(7) == heat(1)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_balance_is_as_strong_both_ways(theme: Theme, mode: str) -> None:
    theme.set_mode(mode)
    for share in STEPS:
        assert grey(balance(share)) == pytest.approx(grey(balance(-share)), abs=7)
    assert balance(1).blue() > balance(1).red() and balance(-1).red() > balance(-1).blue()


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_text_is_legible_on_every_value(theme: Theme, mode: str) -> None:
    theme.set_mode(mode)
    for share in STEPS:
        for colour in (heat(share), balance(share), balance(-share)):
            assert contrast(ink_on(colour), colour) >= 4.5
