"""A panel that floats over the window until something else is clicked.

It is a child of the window, not a window: no compositor is needed for its corners and shadow, and it moves,
closes and is tested with the window.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from hone.ui.kit.shadow import draw_shadow
from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Radius, Space

_EDGE = 8


class Popover(QWidget):
    """Covers its window, transparent, and shows `panel` beside an anchor. Put things into `body`.

    `width` is at text scale 1; the panel grows with the text, up to its window.
    """

    closed = Signal()

    def __init__(self, anchor: QWidget, width: int = 320) -> None:
        super().__init__(anchor.window())
        self._anchor = anchor
        self._width = width
        self.panel = QFrame(self)
        self.panel.setProperty("kind", "popover")
        self.body = QVBoxLayout(self.panel)
        self.body.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        self.body.setSpacing(Space.XS)
        self._focus_before: QWidget | None = None
        self.hide()

    def open(self, above: bool = False) -> None:
        """Show the panel below the anchor, or above it where that fits better."""
        window = self._anchor.window()
        self.setParent(window)
        self.setGeometry(window.rect())
        self._focus_before = window.focusWidget()
        window.installEventFilter(self)
        self._place(above)
        self.show()
        self.raise_()
        self.panel.setFocus()

    def close_panel(self) -> None:
        """Hide the panel and give the focus back."""
        if not self.isVisible():
            return
        self.window().removeEventFilter(self)
        self.hide()
        if self._focus_before is not None:
            self._focus_before.setFocus()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.close_panel()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            if event.key() == Qt.Key.Key_Escape:  # else a shortcut of the window would take it
                event.accept()
            return event.isAccepted()
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.close_panel()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_shadow(painter, QRectF(self.panel.geometry()), Radius.LARGE)

    def refit(self) -> None:
        """Place the panel again after its content changed."""
        self._place(False)

    def _place(self, above: bool) -> None:
        top_left = self._anchor.mapTo(self.window(), QPoint(0, 0))
        anchor = QRect(top_left, self._anchor.size())
        room = self.window().rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        wanted = Theme.current().length(self._width)
        width = min(max(wanted, self.panel.minimumSizeHint().width()), room.width())
        self.panel.ensurePolished()
        height = min(self.panel.sizeHint().height(), room.height())
        if self.panel.hasHeightForWidth():
            height = min(self.panel.heightForWidth(width), room.height())
        below_fits = anchor.bottom() + 6 + height <= room.bottom()
        over_fits = anchor.top() - 6 - height >= room.top()
        over = over_fits and (above or not below_fits)
        y = anchor.top() - 6 - height if over else anchor.bottom() + 6
        x = min(max(anchor.left(), room.left()), room.right() - width)
        y = min(max(y, room.top()), room.bottom() - height)
        self.panel.setGeometry(x, y, width, height)
        self.update()
