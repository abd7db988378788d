"""How long the rows are, against the context length."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hone.domain.datasets import TokenCounts
from hone.ui.kit.quantities import count_text
from hone.ui.kit.theme import Theme
from hone.ui.kit.typography import Type

_GAP = 3.0
_BARS = 80


class LengthHistogram(QWidget):
    """Bars of row lengths in tokens; rows beyond the context length are shown as cut."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: TokenCounts | None = None
        self._context_length = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Row lengths in tokens"))
        Theme.current().theme_changed.connect(self.updateGeometry)
        Theme.current().theme_changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(320, round(2 * _line() + _BARS))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def show_counts(self, counts: TokenCounts | None, context_length: int) -> None:
        """Show the bins of `counts`."""
        self._counts, self._context_length = counts, context_length
        if counts is not None:
            text = self.tr(
                "{rows} rows, median {median} tokens, longest {longest}, {cut} longer than {limit}"
            )
            self.setAccessibleDescription(
                text.format(
                    rows=counts.rows,
                    median=counts.median,
                    longest=counts.longest,
                    cut=counts.cut_rows,
                    limit=context_length,
                )
            )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        counts = self._counts
        if counts is None or not counts.histogram or not counts.longest:
            return
        theme = Theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(0, _line(), self.width(), self.height() - 2 * _line())
        self._paint_bars(painter, counts, room, theme)
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        self._paint_axis(painter, counts, room, theme)
        painter.end()

    def _paint_bars(self, painter: QPainter, counts: TokenCounts, room: QRectF, theme: Theme) -> None:
        highest = max(counts.histogram)
        width = room.width() / len(counts.histogram)
        for index, count in enumerate(counts.histogram):
            start = counts.longest * index / len(counts.histogram)
            beyond = bool(self._context_length) and start >= self._context_length
            height = max(2.0, room.height() * count / highest) if count else 0.0
            bar = QRectF(room.left() + index * width + _GAP / 2, room.bottom() - height, width - _GAP, height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("warning_text" if beyond else "accent"))
            painter.setOpacity(0.8)
            painter.drawPath(_rounded_top(bar))
        painter.setOpacity(1.0)

    def _paint_axis(self, painter: QPainter, counts: TokenCounts, room: QRectF, theme: Theme) -> None:
        painter.setFont(theme.font(Type.CAPTION))
        painter.setPen(theme.colour("text_faint"))
        below = QRectF(0, room.bottom() + 2, self.width(), _line() - 2)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignLeft), "0")
        longest = self.tr("{count} tokens").format(count=count_text(counts.longest))
        painter.drawText(below, int(Qt.AlignmentFlag.AlignRight), longest)
        if not 0 < self._context_length < counts.longest:
            return
        x = room.width() * self._context_length / counts.longest
        painter.setPen(QPen(theme.colour("warning_text"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(round(x), round(_line() - 2), round(x), round(room.bottom()))
        label = self.tr("context length {count}").format(count=count_text(self._context_length))
        right_half = x > room.width() / 2
        high = _line() - 2
        box = QRectF(0, 0, x - 4, high) if right_half else QRectF(x + 4, 0, room.width() - x, high)
        side = Qt.AlignmentFlag.AlignRight if right_half else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter), label)


def _line() -> float:
    """Return the height of a line of the axis."""
    return Theme.current().size(Type.CAPTION) * 1.5


def _rounded_top(bar: QRectF) -> QPainterPath:
    radius = min(3.0, bar.height() / 2)
    path = QPainterPath()
    path.addRoundedRect(bar, radius, radius)
    path.addRect(bar.adjusted(0, radius, 0, 0))
    path.setFillRule(Qt.FillRule.WindingFill)
    return path
