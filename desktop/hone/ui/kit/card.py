"""Cards: a ground with a hairline border and room inside."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hone.ui.kit.tokens import Space


class Card(QFrame):
    """A card; put things into `body`."""

    def __init__(self, padding: int = Space.L, spacing: int = Space.S, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(spacing)


class ChoiceCard(Card):
    """A card that is chosen by click, Enter or Space."""

    chosen = Signal()

    def __init__(self, name: str, padding: int = Space.L, parent: QWidget | None = None) -> None:
        super().__init__(padding, Space.XS, parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._selected = False

    @property
    def selected(self) -> bool:
        """Whether the card is the chosen one."""
        return self._selected

    def set_selected(self, selected: bool) -> None:
        """Show the card as chosen or not."""
        self._selected = selected
        self._show_state("selected" if selected else "")

    def enterEvent(self, event: QEnterEvent) -> None:
        self._show_state("selected" if self._selected else "hover")
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._show_state("selected" if self._selected else "")
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.chosen.emit()
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit()
            return
        super().keyPressEvent(event)

    def _show_state(self, state: str) -> None:
        if self.property("state") != state:
            self.setProperty("state", state)
            self.style().unpolish(self)
            self.style().polish(self)


class Line(QFrame):
    """A hairline between groups."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "line")


def row(*widgets: QWidget | None, spacing: int = Space.S) -> QHBoxLayout:
    """Lay widgets out in a row; None is a stretch."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for widget in widgets:
        if widget is None:
            layout.addStretch(1)
        else:
            layout.addWidget(widget)
    return layout


def column(parent: QWidget | None = None, margin: int = 0, spacing: int = Space.S) -> QVBoxLayout:
    """Make a vertical layout with our distances."""
    layout = QVBoxLayout(parent) if parent is not None else QVBoxLayout()
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(spacing)
    return layout
