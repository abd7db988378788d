"""The tokens that stand out most, each with the words around it, to jump to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from hone.ui.chat.tokens.line_button import LineButton
from hone.ui.kit.card import column
from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Radius, Space
from hone.ui.kit.typography import Type
from hone.ui.kit.value_scales import ink_on


@dataclass(frozen=True)
class Notable:
    """A token's place, the text before, of and after it on one line, its colour, and its value in words."""

    index: int
    before: str
    text: str
    after: str
    colour: QColor | None
    value: str


class NotableList(QWidget):
    """`jump_requested(index)` when one is taken; Up and Down walk."""

    jump_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "plain")
        self.lines: list[_Line] = []
        self._column = column(self, spacing=0)

    def show_notables(self, notables: Sequence[Notable]) -> None:
        """Show other tokens."""
        for old in self.lines:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.lines = [_Line(notable) for notable in notables]
        for line in self.lines:
            line.clicked.connect(self._on_line_clicked)
            self._column.addWidget(line)

    @Slot()
    def _on_line_clicked(self) -> None:
        line = self.sender()
        if isinstance(line, _Line):
            self.jump_requested.emit(line.notable.index)


class _Line(LineButton):
    def __init__(self, notable: Notable, parent: QWidget | None = None) -> None:
        super().__init__(Type.CAPTION, 2.3, parent)
        self.notable = notable
        self.setAccessibleName(f"{notable.value}: {notable.before}{notable.text}{notable.after}")

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        if self.underMouse() or self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(whole.adjusted(1, 1, -1, -1), Radius.SMALL, Radius.SMALL)
        painter.setFont(theme.font(Type.CAPTION))
        inner = whole.adjusted(Space.S, 0, -Space.S, 0)
        painter.setPen(theme.colour("text_muted"))
        align = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(inner, align, self.notable.value)
        wide = painter.fontMetrics().horizontalAdvance(self.notable.value)
        self._paint_words(painter, inner.adjusted(0, 0, -wide - Space.M, 0))

    def _paint_words(self, painter: QPainter, room: QRectF) -> None:
        """Put the token a third of the way in, the words around it cut where there is no more room."""
        theme, metrics = Theme.current(), QFontMetricsF(painter.font())
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        before = metrics.elidedText(self.notable.before, Qt.TextElideMode.ElideLeft, room.width() * 0.36)
        painter.drawText(room, left, before)
        x = room.left() + metrics.horizontalAdvance(before)
        text = metrics.elidedText(self.notable.text, Qt.TextElideMode.ElideRight, room.width() * 0.4)
        wide = metrics.horizontalAdvance(text)
        box = QRectF(x, room.center().y() - metrics.height() / 2 - 1, wide, metrics.height() + 2)
        if self.notable.colour is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.notable.colour)
            painter.drawRoundedRect(box.adjusted(-1, 0, 1, 0), 3, 3)
        ground = self.notable.colour
        painter.setPen(theme.colour("text") if ground is None else ink_on(ground))
        painter.drawText(box.adjusted(0, 0, 2, 0), left, text)
        rest = QRectF(x + wide + 2, room.top(), max(0.0, room.right() - x - wide - 2), room.height())
        painter.setPen(theme.colour("text_muted"))
        painter.drawText(
            rest, left, metrics.elidedText(self.notable.after, Qt.TextElideMode.ElideRight, rest.width())
        )
