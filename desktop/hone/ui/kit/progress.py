"""Progress: a slim bar, a sentence, and the time left once it can be told."""

from __future__ import annotations

import time

from PySide6.QtCore import QEasingCurve, QRectF, QSize, Qt, QVariantAnimation, Slot
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hone.ui.kit.card import column, row
from hone.ui.kit.elided import ElidedLabel
from hone.ui.kit.quantities import share_text
from hone.ui.kit.text import CaptionLabel
from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Space
from hone.ui.kit.typography import Type

_TELL_AFTER_SECONDS = 2.0


class SlimBar(QWidget):
    """A bar four pixels high; without a share it moves to say that something happens."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._share: float | None = 0.0
        self._phase = 0.0
        self._role = "accent"
        self._motion = QVariantAnimation(self)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.setDuration(1400)
        self._motion.setLoopCount(-1)
        self._motion.setEasingCurve(QEasingCurve.Type.InOutSine)
        self._motion.valueChanged.connect(self._on_motion)
        Theme.current().theme_changed.connect(self.update)

    def set_share(self, share: float | None, role: str = "accent") -> None:
        """Show a share from 0 to 1, or None for "not known"; `role` is the colour."""
        self._share = None if share is None else min(1.0, max(0.0, share))
        self._role = role
        self._run_motion()
        self.setAccessibleDescription("" if self._share is None else share_text(self._share))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, 4)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._run_motion()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._motion.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        radius = whole.height() / 2
        painter.setBrush(theme.colour("track"))
        painter.drawRoundedRect(whole, radius, radius)
        painter.setBrush(theme.colour(self._role))
        if self._share is None:
            width = whole.width() * 0.28
            left = -width + (whole.width() + width) * self._phase
            painter.setClipRect(whole)
            painter.drawRoundedRect(QRectF(left, 0, width, whole.height()), radius, radius)
        elif self._share > 0:
            width = max(whole.height(), whole.width() * self._share)
            painter.drawRoundedRect(QRectF(0, 0, width, whole.height()), radius, radius)

    def _run_motion(self) -> None:
        wanted = self._share is None and self.isVisible() and Theme.current().moves
        if not Theme.current().moves:
            self._phase = 0.5
        if wanted and self._motion.state() is not QVariantAnimation.State.Running:
            self._motion.start()
        elif not wanted:
            self._motion.stop()

    @Slot(object)
    def _on_motion(self, value: object) -> None:
        assert isinstance(value, float)
        self._phase = value
        self.update()


class ProgressView(QWidget):
    """A sentence on the left, time left on the right, the bar below."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note = ElidedLabel(style=Type.CAPTION, tone="muted")
        self._left = CaptionLabel(wrap=False)
        self._bar = SlimBar(name)
        self._started_at = 0.0
        self._started_share = 0.0
        self._last_note = ""
        line = row(self._note, self._left)
        line.setStretch(0, 1)
        layout = column(self, spacing=Space.XS)
        layout.addLayout(line)
        layout.addWidget(self._bar)

    def set_progress(
        self, note: str, done: float = 0.0, total: float = 0.0, seconds_left: float | None = None
    ) -> None:
        """Show `done` of `total` (0: not known); the time left is reckoned from the pace unless given."""
        share = done / total if total > 0 else None
        now = time.monotonic()
        if note != self._last_note or share is None or share < self._started_share:
            self._last_note, self._started_at, self._started_share = note, now, share or 0.0
        self._note.setText(note)
        self._bar.set_share(share)
        if seconds_left is None and share is not None:
            seconds_left = self._reckon(share, now)
        left = self.tr("{0} left").replace("{0}", duration(seconds_left)) if seconds_left else ""
        self._left.setText(left)

    def _reckon(self, share: float, now: float) -> float | None:
        passed, gained = now - self._started_at, share - self._started_share
        if passed < _TELL_AFTER_SECONDS or gained <= 0.01:
            return None
        return (1.0 - share) * passed / gained


def duration(seconds: float) -> str:
    """Write a length of time as a person says it: "40 s", "3 min", "1 h 20 min"."""
    if seconds < 60:
        return f"{max(1, round(seconds))} s"
    minutes = round(seconds / 60)
    if minutes < 60:
        return f"{minutes} min"
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if minutes else f"{hours} h"
