"""One entry of a legend: a mark in a colour of the theme, a name and a value."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hone.ui.kit.text import CaptionLabel
from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Space


class Mark(Enum):
    """How the entry is drawn in the chart."""

    NONE = "none"
    LINE = "line"
    DASHES = "dashes"
    DOT = "dot"
    BLOCK = "block"


class Swatch(QWidget):
    """The small mark itself."""

    def __init__(self, role: str, mark: Mark, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role, self._mark = role, mark
        self.setFixedSize(QSize(14, 14))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = Theme.current()
        colour = theme.colour(self._role)
        middle = QPointF(self.width() / 2, self.height() / 2)
        if self._mark in (Mark.LINE, Mark.DASHES):
            pen = QPen(colour, 2)
            if self._mark is Mark.DASHES:
                pen = QPen(colour, 1.5)
                pen.setDashPattern([2.5, 2])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawLine(QPointF(0, middle.y()), QPointF(self.width(), middle.y()))
        elif self._mark is Mark.DOT:
            painter.setPen(QPen(colour, 2))
            painter.setBrush(theme.colour("card"))
            painter.drawEllipse(middle, 4, 4)
        elif self._mark is Mark.BLOCK:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(2, 2, 10, 10, 3, 3)
        painter.end()


class LegendEntry(QWidget):
    """Mark, name, value."""

    def __init__(self, name: str, role: str, mark: Mark, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.XS + 2)
        if mark is not Mark.NONE:
            layout.addWidget(Swatch(role, mark))
        self._name = CaptionLabel(name, wrap=False)
        self._value = CaptionLabel("", wrap=False)
        self._value.setProperty("strong", True)
        layout.addWidget(self._name)
        layout.addWidget(self._value)
        self._value.setVisible(False)

    def set_text(self, text: str) -> None:
        """Change the name."""
        self._name.setText(text)

    def set_value(self, value: str) -> None:
        """Show a value after the name; empty hides it."""
        self._value.setText(value)
        self._value.setVisible(bool(value))

    @property
    def value(self) -> str:
        """The value as shown."""
        return self._value.text()
