"""The forecast of memory: parts of the peak as one bar, against what this machine has free."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from hone.domain.forecast import Forecast, Part, Place
from hone.ui.declared_texts import memory_part
from hone.ui.kit.card import column
from hone.ui.kit.quantities import size_text
from hone.ui.kit.text import CaptionLabel, Label
from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Space
from hone.ui.kit.typography import Type
from hone.ui.tune.part_colours import part_colour

_HEIGHT = 24
_GAP = 10
_THIN = 6
_LABEL = 20
_COLUMNS = 2


class StackedBar(QWidget):
    """The parts of the peak in proportion, and below how much of the free memory that is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._forecast: Forecast | None = None
        self._measured = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Memory forecast"))
        Theme.current().theme_changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(360, _HEIGHT + _GAP + _THIN + _LABEL)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def show_forecast(self, forecast: Forecast, measured: int) -> None:
        """Show a forecast, and the measured peak in bytes (0: not measured)."""
        self._forecast, self._measured = forecast, measured
        text = self.tr("{peak} needed of {free} free").format(
            peak=size_text(forecast.peak_bytes), free=size_text(forecast.free_bytes)
        )
        self.setAccessibleDescription(text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        forecast = self._forecast
        if forecast is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_parts(painter, forecast, QRectF(0, 0, self.width(), _HEIGHT))
        self._paint_share(painter, forecast, QRectF(0, _HEIGHT + _GAP, self.width(), _THIN))
        painter.end()

    def _paint_parts(self, painter: QPainter, forecast: Forecast, bar: QRectF) -> None:
        clip = QPainterPath()
        clip.addRoundedRect(bar, 8, 8)
        painter.setClipPath(clip)
        painter.fillRect(bar, Theme.current().colour("track"))
        parts = memory_parts(forecast)
        whole = sum(part.bytes for part in parts) or 1
        left = bar.left()
        for index, part in enumerate(parts):
            width = bar.width() * part.bytes / whole
            painter.fillRect(QRectF(left, bar.top(), max(1.0, width - 1), bar.height()), part_colour(index))
            left += width
        painter.setClipping(False)

    def _paint_share(self, painter: QPainter, forecast: Forecast, bar: QRectF) -> None:
        """Paint need against what is free; what is too much is red."""
        theme = Theme.current()
        whole = max(forecast.peak_bytes, forecast.free_bytes, self._measured, 1)
        need = QRectF(bar)
        need.setWidth(max(bar.height(), bar.width() * forecast.peak_bytes / whole))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("track"))
        painter.drawRoundedRect(bar, _THIN / 2, _THIN / 2)
        painter.setBrush(theme.colour("success" if forecast.fits_memory else "danger"))
        painter.drawRoundedRect(need, _THIN / 2, _THIN / 2)
        marks = [(self.tr("forecast {size}"), forecast.peak_bytes)]
        if self._measured:
            marks = [(self.tr("measured {size}"), self._measured)]
            painter.fillRect(
                QRectF(bar.width() * self._measured / whole - 1, bar.top() - 3, 2, 12), theme.colour("text")
            )
        marks.append((self.tr("{size} free"), forecast.free_bytes))
        if not forecast.fits_memory:
            x = bar.width() * forecast.free_bytes / whole
            painter.fillRect(QRectF(x - 1, bar.top() - 3, 2, 12), theme.colour("text"))
        self._paint_labels(painter, marks, whole)

    def _paint_labels(self, painter: QPainter, marks: list[tuple[str, int]], whole: int) -> None:
        """Write each label at its mark, kept inside and apart."""
        theme = Theme.current()
        painter.setFont(theme.font(Type.CAPTION))
        painter.setPen(theme.colour("text_muted"))
        top, taken = float(_HEIGHT + _GAP + _THIN + 2), 0.0
        for text, size in sorted(marks, key=lambda mark: mark[1]):
            label = text.format(size=size_text(size))
            width = painter.fontMetrics().horizontalAdvance(label) + 2.0
            left = min(max(taken, self.width() * size / whole - width), self.width() - width)
            painter.drawText(QRectF(left, top, width, _LABEL - 2), int(Qt.AlignmentFlag.AlignLeft), label)
            taken = left + width + Space.M


class PartDot(QWidget):
    """The colour of one part."""

    def __init__(self, index: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._index = index
        self.setFixedSize(QSize(12, 12))
        Theme.current().theme_changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(part_colour(self._index))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 3, 3)
        painter.end()


class MemoryBar(QWidget):
    """The bar with its legend: name and size of each part; how it was reckoned is the tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = StackedBar()
        self._legend = QWidget()
        self._grid = QGridLayout(self._legend)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.XL)
        self._grid.setVerticalSpacing(Space.XS + 2)
        layout = column(self, spacing=Space.S)
        layout.addWidget(self._bar)
        layout.addWidget(self._legend)

    def show_forecast(self, forecast: Forecast, measured: int = 0) -> None:
        """Show a forecast, and the measured peak beside it once there is one."""
        self._bar.show_forecast(forecast, measured)
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for index, part in enumerate(memory_parts(forecast)):
            self._grid.addWidget(_entry(index, part), index // _COLUMNS, index % _COLUMNS)


def memory_parts(forecast: Forecast) -> list[Part]:
    """Return the parts that lie where the model trains, in order, without those that are nothing."""
    return [part for part in forecast.parts if part.place is not Place.DISK and part.bytes > 0]


def _entry(index: int, part: Part) -> QWidget:
    entry = QWidget()
    entry.setToolTip(part.help)
    layout = QHBoxLayout(entry)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(Space.S)
    name = CaptionLabel(memory_part(part.name), wrap=False)
    size = Label(size_text(part.bytes))
    size.setProperty("type", "caption")
    layout.addWidget(PartDot(index))
    layout.addWidget(name)
    layout.addStretch(1)
    layout.addWidget(size)
    entry.setAccessibleName(f"{memory_part(part.name)}: {size_text(part.bytes)}. {part.help}")
    return entry
