"""An on/off switch."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QRectF, QSize, Qt, QVariantAnimation, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from hone.ui.kit.theme import Theme, mixed

_WIDTH, _HEIGHT, _GAP = 34, 20, 3


class Switch(QAbstractButton):
    """A checkable switch; `toggled(bool)` tells of changes."""

    def __init__(self, name: str, checked: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setChecked(checked)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._place = 1.0 if checked else 0.0
        self._motion = QVariantAnimation(self)
        self._motion.setDuration(120)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(self._on_motion)
        self.toggled.connect(self._on_toggled)
        Theme.current().theme_changed.connect(self.updateGeometry)
        Theme.current().theme_changed.connect(self.update)

    def sizeHint(self) -> QSize:
        theme = Theme.current()
        return QSize(theme.length(_WIDTH) + 4, theme.length(_HEIGHT) + 4)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, height, gap = theme.length(_WIDTH), theme.length(_HEIGHT), theme.length(_GAP)
        track = QRectF(2, (self.height() - height) / 2, width, height)
        ground = mixed(theme.colour("border_strong"), theme.colour("accent"), self._place)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.setOpacity(1.0 if self.isEnabled() else 0.5)
        painter.drawRoundedRect(track, height / 2, height / 2)
        side = height - 2 * gap
        left = track.left() + gap + self._place * (width - 2 * gap - side)
        painter.setBrush(QColor("#FFFFFF"))
        painter.drawEllipse(QRectF(left, track.top() + gap, side, side))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRoundedRect(track.adjusted(-1, -1, 1, 1), height / 2 + 1, height / 2 + 1)

    @Slot(bool)
    def _on_toggled(self, checked: bool) -> None:
        target = 1.0 if checked else 0.0
        self._motion.stop()
        if not self.isVisible() or not Theme.current().moves:
            self._place = target
            self.update()
            return
        self._motion.setStartValue(self._place)
        self._motion.setEndValue(target)
        self._motion.start()

    @Slot(object)
    def _on_motion(self, value: object) -> None:
        assert isinstance(value, float)
        self._place = value
        self.update()
