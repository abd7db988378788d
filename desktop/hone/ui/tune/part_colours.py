"""Colours for the parts of a whole: the accent, turned around the colour wheel, and greys after it."""

from __future__ import annotations

from PySide6.QtGui import QColor

from hone.ui.kit.theme import Theme, mixed

_TURNS = (0, -34, -62, 42, -92, 78)
_GREYS = (0.45, 0.7)


def part_colour(index: int) -> QColor:
    """Return the colour of part `index`; they repeat after eight."""
    theme = Theme.current()
    index %= len(_TURNS) + len(_GREYS)
    if index >= len(_TURNS):
        return mixed(theme.colour("text_faint"), theme.colour("card"), _GREYS[index - len(_TURNS)])
    accent = theme.colour("accent")
    hue = (accent.hslHue() + _TURNS[index]) % 360
    turned = QColor.fromHsl(hue, accent.hslSaturation(), accent.lightness())
    return mixed(turned, theme.colour("card"), 0.18 if index else 0.0)
