"""A layout that puts widgets side by side and begins a new line where one does not fit."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from hone.ui.kit.tokens import Space


class FlowLayout(QLayout):
    """For chips: each as wide as it wants to be, at most as wide as the line."""

    def __init__(self, parent: QWidget | None = None, gap: int = Space.XS + 2) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(gap)
        self.setContentsMargins(QMargins(0, 0, 0, 0))

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize(0, 0)
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, really: bool) -> int:
        """Return the height that the lines take at the rect's width, and place the items when `really`."""
        top = rect.top()
        for number, line in enumerate(self._lines(rect.width())):
            top += self.spacing() if number else 0
            high = max(item.sizeHint().height() for item, _ in line)
            left = rect.left()
            for item, width in line:
                if really:
                    own = item.sizeHint().height()
                    item.setGeometry(QRect(QPoint(left, top + (high - own) // 2), QSize(width, own)))
                left += width + self.spacing()
            top += high
        return top - rect.top()

    def _lines(self, room: int) -> list[list[tuple[QLayoutItem, int]]]:
        """Return the items that are shown with their widths, line by line."""
        lines: list[list[tuple[QLayoutItem, int]]] = []
        left = 0
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            width = min(item.sizeHint().width(), room)
            if not lines or (left and left + width > room):
                lines.append([])
                left = 0
            lines[-1].append((item, width))
            left += width + self.spacing()
        return lines
