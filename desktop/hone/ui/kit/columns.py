"""Widgets in two columns where they fit side by side, else in one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from hone.ui.kit.tokens import Space


class Columns(QWidget):
    """Lays `widgets` out row by row; a `heading` goes over all of them."""

    def __init__(
        self, widgets: Sequence[QWidget], heading: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._widgets, self._columns = tuple(widgets), 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.XXL + Space.S)
        self._grid.setVerticalSpacing(Space.L)
        if heading is not None:
            self._grid.addWidget(heading, 0, 0, 1, 2)
        self._place(2)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._widest(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:  # a widget needs another width than before
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        needed = 2 * self._widest() + self._grid.horizontalSpacing()
        self._place(2 if needed <= self.width() else 1)

    def _widest(self) -> int:
        return max((_least_width(widget) for widget in self._widgets), default=0)

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, widget in enumerate(self._widgets):
            self._grid.addWidget(widget, 1 + number // columns, number % columns, Qt.AlignmentFlag.AlignTop)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if columns == 2 else 0)
        self.updateGeometry()


def _least_width(widget: QWidget) -> int:
    return max(widget.minimumSizeHint().width(), widget.minimumWidth())
