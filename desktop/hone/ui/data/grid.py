"""Widgets in as many columns as there is room for."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Space


class ReflowGrid(QWidget):
    """Columns of equal width, at least `least` pixels each at text scale 1. Hidden widgets take no place."""

    def __init__(self, least: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = least
        self._columns = 0
        self._widgets: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(Space.M)
        Theme.current().theme_changed.connect(self.fit)

    def add(self, widget: QWidget) -> None:
        """Put a widget behind the others."""
        self._widgets.append(widget)
        widget.setParent(self)
        self._columns = 0
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @Slot()
    def fit(self) -> None:
        """Place the widgets that are shown; call it after one was shown or hidden."""
        shown = [widget for widget in self._widgets if not widget.isHidden()]
        room = (self.width() + Space.M) // (Theme.current().length(self._least) + Space.M)
        columns = max(1, min(room, len(shown)))
        if self.parentWidget() is not None:  # else it would open as a window of its own
            self.setVisible(bool(shown))
        while self._grid.count():
            self._grid.takeAt(0)
        for number in range(max(columns, self._columns)):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)
        self._columns = columns
        for number, widget in enumerate(shown):
            self._grid.addWidget(widget, number // columns, number % columns)
