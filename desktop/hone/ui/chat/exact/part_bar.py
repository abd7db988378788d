"""A window of tokens as a bar: the parts of the prompt, what is free, what is kept for the reply."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from hone.domain.exact import Part, PartCount, Room
from hone.ui.chat.exact.part_looks import solid_colour
from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Space


class PartDot(QWidget):
    """The colour of one part."""

    def __init__(self, part: Part, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = part
        self.setFixedSize(QSize(10, 10))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(solid_colour(self._part))
        painter.drawRoundedRect(self.rect(), 3, 3)
        painter.end()


class PartBar(QWidget):
    """The same bar as in the status line, as wide as there is room."""

    def __init__(self, counts: Sequence[PartCount], room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts, self._room = counts, room
        self.setFixedHeight(Space.S)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(self.rect()), 4, 4)
        painter.setClipPath(clip)
        painter.fillRect(self.rect(), Theme.current().colour("track"))
        paint_parts(painter, QRectF(self.rect()), self._counts, self._room)
        painter.end()


def paint_parts(painter: QPainter, bar: QRectF, counts: Sequence[PartCount], room: Room) -> None:
    """Paint the parts from the left and what is kept for the reply, hatched, at the right end."""
    theme = Theme.current()
    whole = max(room.window, sum(count.tokens for count in counts) + room.reserve)
    left = bar.left()
    for count in counts:
        width = bar.width() * count.tokens / whole
        painter.fillRect(QRectF(left, bar.top(), width, bar.height()), solid_colour(count.part))
        left += width
    width = bar.width() * room.reserve / whole
    kept = QRectF(bar.right() - width, bar.top(), width, bar.height())
    painter.fillRect(kept, theme.colour("border_strong"))
    painter.fillRect(kept, QBrush(theme.colour("text_faint"), Qt.BrushStyle.BDiagPattern))
