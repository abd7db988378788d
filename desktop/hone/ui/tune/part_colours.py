"""Colours for the parts of a whole: the accent, turned around the colour wheel."""

from __future__ import annotations

from PySide6.QtGui import QColor

from hone.ui.kit.theme import Theme, mixed

_TURNS = (0, -34, -62, 42, -92, 78)


def part_colour(index: int) -> QColor:
    """Return the colour of part `index`; they repeat after six."""
    theme = Theme.current()
    accent = theme.colour("accent")
    turn = _TURNS[index % len(_TURNS)]
    hue = (accent.hslHue() + turn) % 360
    turned = QColor.fromHsl(hue, accent.hslSaturation(), accent.lightness())
    return mixed(turned, theme.colour("card"), 0.0 if turn == 0 else 0.18)
