"""A panel in the middle of the window, over everything, until it is closed: keys go to it alone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

from hone.ui.kit.shadow import draw_shadow
from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Radius, Space

_TOP_SHARE = 0.1
_EDGE = 24
_VEIL = {True: 0.5, False: 0.22}


class Sheet(QWidget):
    """Covers `window`; put things into `body`. `width` and `height` are at text scale 1, and at most.

    Shortcuts of the window rest while it is open: keys reach `keyPressEvent` first. Escape and a click
    beside the panel close it, and the focus goes back to where it was.
    """

    closed = Signal()

    def __init__(self, window: QWidget, width: int = 640, height: int = 0) -> None:
        super().__init__(window)
        self._under = window
        self._wide, self._high = width, height
        self.panel = QFrame(self)
        self.panel.setProperty("kind", "popover")
        self.body = QVBoxLayout(self.panel)
        self.body.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        self.body.setSpacing(Space.S)
        self._focus_before: QWidget | None = None
        self.hide()

    def open(self) -> None:
        """Show the sheet."""
        self._focus_before = self._under.focusWidget()
        self._under.installEventFilter(self)
        self.refit()
        self.show()
        self.raise_()

    def close_sheet(self) -> None:
        """Hide the sheet and give the focus back."""
        if not self.isVisible():
            return
        self._under.removeEventFilter(self)
        self.hide()
        before = self._focus_before
        if before is not None and isValid(before) and before.isVisible():  # it may have gone meanwhile
            before.setFocus()
        self.closed.emit()

    def refit(self) -> None:
        """Place the panel again after the window or its content changed."""
        self.setGeometry(self._under.rect())
        scale = max(1.0, Theme.current().scale)
        width = min(round(self._wide * scale), self.width() - 2 * _EDGE)
        top = max(_EDGE, round(self.height() * _TOP_SHARE))
        room = self.height() - top - _EDGE
        self.panel.setFixedWidth(width)
        height = min(round(self._high * scale), room) if self._high else self._natural_height(width, room)
        self.panel.setGeometry(QRect((self.width() - width) // 2, top, width, height))
        self.update()

    def _natural_height(self, width: int, room: int) -> int:
        self.body.activate()
        wanted = self.body.heightForWidth(width) if self.body.hasHeightForWidth() else 0
        return min(max(wanted, self.panel.sizeHint().height()), room)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._under and event.type() is QEvent.Type.Resize:
            self.refit()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.close_sheet()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
            return
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep the focus among the sheet's own controls."""
        chain = [
            child
            for child in self.panel.findChildren(QWidget)
            if child.isVisible()
            and child.isEnabled()
            and child.focusPolicy() & Qt.FocusPolicy.TabFocus
            and child.focusProxy() is None  # such as the line in a box: the focus would stay in the box
        ]
        if not chain:
            return True
        order = _in_tab_order(chain)
        now = self.window().focusWidget()
        at = order.index(now) if now in order else -1
        order[(at + (1 if forward else -1)) % len(order)].setFocus(
            Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        )
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = Theme.current()
        veil = theme.colour("shadow")
        veil.setAlphaF(_VEIL[theme.dark])
        painter.fillRect(self.rect(), veil)
        draw_shadow(painter, QRectF(self.panel.geometry()), Radius.LARGE)


def _in_tab_order(widgets: list[QWidget]) -> list[QWidget]:
    """Sort widgets as Tab visits them."""
    wanted = set(widgets)
    first = widgets[0].window()
    order: list[QWidget] = []
    widget = first.nextInFocusChain()
    while widget is not None and widget is not first and len(order) < len(wanted):
        if widget in wanted:
            order.append(widget)
        widget = widget.nextInFocusChain()
    return order
