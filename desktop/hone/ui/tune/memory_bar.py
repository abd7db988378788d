"""The forecast of memory: parts of the peak as one bar, against what this machine has free."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from hone.domain.forecast import Forecast, Part, Place
from hone.ui.kit.card import column
from hone.ui.kit.quantities import size_text
from hone.ui.kit.text import CaptionLabel, Label
from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Space
from hone.ui.tune.part_colours import part_colour

_HEIGHT = 28
_LABEL = 20
_COLUMNS = 2


class StackedBar(QWidget):
    """Segments in proportion, a mark where the free memory ends, and one for what was measured."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._forecast: Forecast | None = None
        self._measured = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Memory forecast"))
        Theme.current().theme_changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(360, _HEIGHT + 2 * _LABEL)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, _HEIGHT + 2 * _LABEL)

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
        whole = max(forecast.peak_bytes, forecast.free_bytes, self._measured, 1)
        bar = QRectF(0, _LABEL, self.width(), _HEIGHT)
        self._paint_parts(painter, forecast, bar, whole)
        if not forecast.fits_memory:
            self._paint_limit(painter, forecast, bar, whole)
        if self._measured:
            self._paint_measured(painter, bar, self._measured / whole)
        painter.end()

    def _paint_parts(self, painter: QPainter, forecast: Forecast, bar: QRectF, whole: int) -> None:
        clip = QPainterPath()
        clip.addRoundedRect(bar, 8, 8)
        painter.setClipPath(clip)
        painter.fillRect(bar, Theme.current().colour("track"))
        left = bar.left()
        for index, part in enumerate(memory_parts(forecast)):
            width = bar.width() * part.bytes / whole
            painter.fillRect(QRectF(left, bar.top(), max(0.0, width - 1), bar.height()), part_colour(index))
            left += width
        painter.setClipping(False)

    def _paint_limit(self, painter: QPainter, forecast: Forecast, bar: QRectF, whole: int) -> None:
        theme = Theme.current()
        x = bar.width() * forecast.free_bytes / whole
        painter.setPen(QPen(theme.colour("danger_text"), 2))
        painter.drawLine(round(x), round(bar.top() - 4), round(x), round(bar.bottom() + 4))
        text = self.tr("{size} free").format(size=size_text(forecast.free_bytes))
        self._paint_label(painter, text, x, 0.0)

    def _paint_measured(self, painter: QPainter, bar: QRectF, share: float) -> None:
        theme = Theme.current()
        x = bar.width() * share
        painter.setPen(QPen(theme.colour("text"), 2))
        painter.drawLine(round(x), round(bar.top() - 2), round(x), round(bar.bottom() + 6))
        text = self.tr("measured {size}").format(size=size_text(self._measured))
        self._paint_label(painter, text, x, bar.bottom() + 4)

    def _paint_label(self, painter: QPainter, text: str, x: float, top: float) -> None:
        font = painter.font()
        font.setPixelSize(11)
        painter.setFont(font)
        right = x > self.width() / 2
        box = (
            QRectF(0, top, x - 6, _LABEL - 4)
            if right
            else QRectF(x + 6, top, self.width() - x - 6, _LABEL - 4)
        )
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter), text)


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
    name = CaptionLabel(part.name, wrap=False)
    size = Label(size_text(part.bytes))
    size.setProperty("type", "caption")
    layout.addWidget(PartDot(index))
    layout.addWidget(name)
    layout.addStretch(1)
    layout.addWidget(size)
    entry.setAccessibleName(f"{part.name}: {size_text(part.bytes)}. {part.help}")
    return entry
