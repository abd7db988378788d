"""What the colours mean: a strip of the scale with its values in bits."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hone.ui.chat.tokens.colouring import Colouring
from hone.ui.chat.tokens.words import amount_of_bits
from hone.ui.kit.theme import Theme
from hone.ui.kit.typography import Type

_STRIP = 8
_STEPS = 64


class ScaleLegend(QWidget):
    """Painted at the width that there is; its values are its accessible description."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colouring = Colouring((), 1.0, 1.0)
        self._left, self._right = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("What the colours mean"))
        Theme.current().theme_changed.connect(self._on_theme_changed)

    def show_scale(self, colouring: Colouring, left: str, right: str) -> None:
        """Show the scale of a colouring, with a word at either end."""
        self._colouring, self._left, self._right = colouring, left, right
        self.setAccessibleDescription(f"{self._tick(-1)} {left}, {self._tick(0)} {right}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, 2 * self._line() + _STRIP + 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, line = Theme.current(), self._line()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(Type.CAPTION))
        painter.setPen(theme.colour("text_muted"))
        words = QRectF(0, 0, self.width(), line)
        half = QFontMetrics(painter.font()).elidedText
        room = self.width() // 2 - 4
        for text, side in (
            (self._left, Qt.AlignmentFlag.AlignLeft),
            (self._right, Qt.AlignmentFlag.AlignRight),
        ):
            painter.drawText(words, int(side), half(text, Qt.TextElideMode.ElideRight, room))
        strip = QRectF(0.5, line + 2.5, self.width() - 1, _STRIP)
        self._paint_strip(painter, strip)
        painter.setPen(theme.colour("text_faint"))
        ticks = self._colouring.ticks()
        for place, value in enumerate(ticks):
            self._paint_tick(painter, strip, place / (len(ticks) - 1), value)

    def _paint_strip(self, painter: QPainter, strip: QRectF) -> None:
        theme = Theme.current()
        shape = QPainterPath()
        shape.addRoundedRect(strip, _STRIP / 2, _STRIP / 2)
        painter.save()
        painter.setClipPath(shape)
        low, high = self._colouring.ticks()[0], self._colouring.ticks()[-1]
        for step in range(_STEPS):
            colour = self._colouring.colour_of(low + (high - low) * (step + 0.5) / _STEPS)
            left = strip.left() + strip.width() * step / _STEPS
            part = QRectF(left, strip.top(), strip.width() / _STEPS + 1, strip.height())
            painter.fillRect(part, colour or theme.colour("sidebar"))
        painter.restore()
        painter.setPen(theme.colour("border_strong"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)

    def _paint_tick(self, painter: QPainter, strip: QRectF, share: float, value: float) -> None:
        text = self._tick_text(value, share in (0.0, 1.0))
        wide = painter.fontMetrics().horizontalAdvance(text)
        left = min(max(0.0, strip.width() * share - wide / 2), self.width() - wide)
        box = QRectF(left, strip.bottom() + 2, wide + 1, self._line())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft), text)

    def _tick(self, place: int) -> str:
        value = self._colouring.ticks()[place]
        return self._tick_text(value, True)

    def _tick_text(self, value: float, end: bool) -> str:
        number = amount_of_bits(value, self._colouring.signed and value != 0)
        number = (
            number.removesuffix("0").rstrip(".,") if number.endswith(("0", ".0", ",0")) and value else number
        )
        if not value:
            return "0"
        return self.tr("{0} bits").replace("{0}", number) if end else number

    def _line(self) -> int:
        return QFontMetrics(Theme.current().font(Type.CAPTION)).height()

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
