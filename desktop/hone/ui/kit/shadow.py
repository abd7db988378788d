"""Soft shadows, painted rather than made by a graphics effect, which would redraw all below it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from hone.ui.kit.theme import Theme

REACH = 18


def draw_shadow(painter: QPainter, rect: QRectF, radius: float) -> None:
    """Paint a shadow around `rect`, `REACH` pixels wide, a little lower than it."""
    theme = Theme.current()
    colour = theme.colour("shadow")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    strength = 9.0 if theme.dark else 2.6
    for step in range(REACH, 0, -2):
        colour.setAlphaF(strength * (1 - step / REACH) ** 1.5 / 100 + 0.002)
        painter.setBrush(colour)
        grown = rect.adjusted(-step, -step + 4, step, step + 4)
        painter.drawRoundedRect(grown, radius + step, radius + step)
    painter.restore()
