"""The colours of runs beside each other: far apart on the colour wheel, as strong as the accent."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hone.ui.kit.lengths import fix_size
from hone.ui.kit.theme import Theme

_TURNS = (0, 150, -75, 88)
_DARKER = 0.82


def run_colour(index: int) -> QColor:
    """Return the colour of the run at `index` of those that are compared."""
    theme = Theme.current()
    accent = theme.colour("accent")
    turn = _TURNS[index % len(_TURNS)]
    if not turn:
        return accent
    light = accent.lightness() if theme.dark else round(accent.lightness() * _DARKER)
    return QColor.fromHsl((accent.hslHue() + turn) % 360, accent.hslSaturation(), light)


class RunMark(QWidget):
    """A dot in a run's colour."""

    def __init__(self, index: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._index = index
        fix_size(self, 12, 12)
        Theme.current().theme_changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(12, 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(run_colour(self._index))
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()
