"""A veil over the window with a hole: what is in the hole can be clicked, and a card beside it speaks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QFrame, QWidget

from hone.ui.kit.shadow import draw_shadow
from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Radius, Space

_MARGIN = 8
_CARD = 340
_EDGE = 16
_FOLLOW_MS = 120
_VEIL = {True: 0.45, False: 0.3}


class Spotlight(QWidget):
    """Covers `window` but for the widget in `light`. The card stays where the hole is not."""

    def __init__(self, window: QWidget, card: QFrame) -> None:
        super().__init__(window)
        self._under, self._card = window, card
        self._target: QWidget | None = None
        self._hole = QRect()
        card.setParent(self)
        # The target may move by itself: a reply grows, a list is filled.
        self._follow = QTimer(self)
        self._follow.setInterval(_FOLLOW_MS)
        self._follow.timeout.connect(self.place)
        window.installEventFilter(self)
        Theme.current().theme_changed.connect(self.place)

    @property
    def hole(self) -> QRect:
        """The lit place in the window's coordinates; empty when the card speaks of no place."""
        return self._hole

    def light(self, target: QWidget | None) -> None:
        """Light a widget, or none."""
        if self._target is not None:
            self._target.destroyed.disconnect(self._on_target_gone)
        self._target = target
        if target is not None:
            target.destroyed.connect(self._on_target_gone)
        self.place()
        self._follow.start()
        self.show()
        self.raise_()

    def end(self) -> None:
        """Take the veil away."""
        self._under.removeEventFilter(self)
        self._follow.stop()
        self.hide()
        self.deleteLater()

    @Slot()
    def place(self) -> None:
        """Follow window, target and card."""
        area = self._under.rect()
        hole = self._lit_place(area)
        self._fit_card(area)
        corner = card_corner(area, hole, self._card.rect())
        if area == self.geometry() and hole == self._hole and corner == self._card.pos():
            return
        self._hole = hole
        self.setGeometry(area)
        self._card.move(corner)
        around = QRegion(area).subtracted(QRegion(hole)) if not hole.isEmpty() else QRegion(area)
        self.setMask(around.united(QRegion(self._card.geometry().adjusted(-20, -20, 20, 24))))
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = theme.colour("shadow")
        veil.setAlphaF(_VEIL[theme.dark])
        path = QPainterPath()
        path.addRect(QRectF(self.rect()))
        if not self._hole.isEmpty():
            hole = QPainterPath()
            hole.addRoundedRect(QRectF(self._hole), Radius.LARGE, Radius.LARGE)
            path = path.subtracted(hole)
        painter.fillPath(path, veil)
        if not self._hole.isEmpty():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self._hole).adjusted(-1, -1, 1, 1), Radius.LARGE, Radius.LARGE)
        draw_shadow(painter, QRectF(self._card.geometry()), Radius.LARGE)

    def _fit_card(self, area: QRect) -> None:
        """Give the card its width, and the height that its text takes then."""
        width = min(round(_CARD * max(1.0, Theme.current().scale)), area.width() - 2 * _EDGE)
        layout = self._card.layout()
        wanted = layout.totalHeightForWidth(width) if layout is not None else self._card.height()
        self._card.setFixedSize(width, min(wanted, area.height() - 2 * _EDGE))

    def _lit_place(self, area: QRect) -> QRect:
        if self._target is None or not self._target.isVisible():
            return QRect()
        corner = self._target.mapTo(self._under, QPoint(0, 0))
        place = QRect(corner, self._target.size()).adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
        return place.intersected(area.adjusted(2, 2, -2, -2))

    @Slot()
    def _on_target_gone(self) -> None:
        self._target = None


def card_corner(area: QRect, hole: QRect, card: QRect) -> QPoint:
    """Return where the card goes: beside the hole towards the middle, below, above, or inside its corner."""
    inner = area.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
    if hole.isEmpty():
        return QPoint(area.center().x() - card.width() // 2, area.center().y() - card.height() // 2)
    gap = Space.L
    right, left = QPoint(hole.right() + gap, hole.top()), QPoint(hole.left() - gap - card.width(), hole.top())
    beside = (right, left) if hole.center().x() <= area.center().x() else (left, right)
    for corner in (
        beside[0],
        QPoint(hole.left(), hole.bottom() + gap),
        QPoint(hole.left(), hole.top() - gap - card.height()),
        beside[1],
    ):
        moved = _kept_inside(corner, card, inner)
        if not QRect(moved, card.size()).intersects(hole):
            return moved
    return QPoint(max(inner.left(), hole.right() - gap - card.width()), max(inner.top(), hole.top() + gap))


def _kept_inside(corner: QPoint, card: QRect, inner: QRect) -> QPoint:
    x = min(max(corner.x(), inner.left()), inner.right() - card.width())
    y = min(max(corner.y(), inner.top()), inner.bottom() - card.height())
    return QPoint(x, y)
