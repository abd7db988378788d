"""A tiny curve of a run's loss, for the overview."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from hone.ui.kit.quantities import number_text
from hone.ui.kit.theme import Theme

_INSET = 3.0


class Sparkline(QWidget):
    """Loss over steps without axes; the end is marked with a dot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: tuple[float, ...] = ()
        self.setFixedSize(QSize(112, 36))
        self.setAccessibleName(self.tr("Training loss"))
        Theme.current().theme_changed.connect(self.update)

    def set_values(self, values: Sequence[float]) -> None:
        """Show these losses."""
        self._values = tuple(values)
        if self._values:
            text = self.tr("from {first} to {last}")
            self.setAccessibleDescription(
                text.format(first=number_text(self._values[0], 2), last=number_text(self._values[-1], 2))
            )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if len(self._values) < 2:
            return
        theme = Theme.current()
        points = self._points()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = theme.colour("accent")
        ground = QLinearGradient(0, 0, 0, self.height())
        accent.setAlpha(46)
        ground.setColorAt(0, accent)
        accent.setAlpha(0)
        ground.setColorAt(1, accent)
        area = QPolygonF(
            [*points, QPointF(points[-1].x(), self.height()), QPointF(points[0].x(), self.height())]
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawPolygon(area)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("accent"), 1.5))
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(points[-1], 2.5, 2.5)
        painter.end()

    def _points(self) -> list[QPointF]:
        low, high = min(self._values), max(self._values)
        span = (high - low) or 1.0
        width, height = self.width() - 2 * _INSET, self.height() - 2 * _INSET
        last = len(self._values) - 1
        return [
            QPointF(_INSET + width * index / last, _INSET + height * (high - value) / span)
            for index, value in enumerate(self._values)
        ]
