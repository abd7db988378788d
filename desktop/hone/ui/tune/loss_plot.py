"""The plot inside the loss chart. It imports pyqtgraph: import this file only to make a chart."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hone.ui.kit.theme import Theme, mixed
from hone.ui.kit.typography import Type
from hone.ui.tune.loss_series import LossSeries

FEWEST_STEPS = 20
ROOM_AHEAD = 1.15
ROOM_ABOVE = 0.08


class LossPlot(QWidget):
    """Curves in the theme's colours: wheel zooms, drag pans, a double click fits again."""

    hovered = Signal(float)
    left = Signal()
    zoomed = Signal(bool)
    detail_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fitted = True
        self._view = pg.PlotWidget(self, background=None)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setStyleSheet("background: transparent")
        self._view.setFrameShape(pg.PlotWidget.Shape.NoFrame)
        self._item = self._view.getPlotItem()
        self._item.setMenuEnabled(False)
        self._item.hideButtons()
        self._raw = self._curve(0)
        self._smooth = self._curve(2)
        self._held_out = self._item.plot(symbol="o", symbolSize=8, antialias=True)
        self._held_out.setZValue(3)
        self._base = pg.InfiniteLine(angle=0, movable=False)
        self._cursor = pg.InfiniteLine(angle=90, movable=False)
        for line in (self._base, self._cursor):
            line.setVisible(False)
            self._item.addItem(line, ignoreBounds=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._view)
        self._view.viewport().installEventFilter(self)
        self._view.viewport().setMouseTracking(True)
        self._item.getViewBox().sigRangeChangedManually.connect(self._on_view_moved)

    def sizeHint(self) -> QSize:
        return QSize(480, 260)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 160)

    def show_series(self, series: LossSeries, base: float | None, total: int) -> None:
        """Draw the curves; keeps the person's zoom when there is one."""
        self._raw.setData(*(series.outline() if self._fitted else (series.steps, series.losses)))
        self._smooth.setData(*(series.smooth_outline() if self._fitted else (series.steps, series.smoothed)))
        self._held_out.setData(*series.held_out)
        self._base.setVisible(base is not None)
        if base is not None:
            self._base.setValue(base)
        if self._fitted:
            self._fit_to(series, base, total)

    def fit(self) -> None:
        """Follow the run again from the next drawing on."""
        self._fitted = True
        self.zoomed.emit(False)

    def apply_theme(self) -> None:
        """Take pens and fonts from the theme."""
        theme = Theme.current()
        accent, held_out = theme.colour("accent"), theme.colour("success")
        self._raw.setPen(pg.mkPen(mixed(accent, theme.colour("card"), 0.62), width=1))
        self._smooth.setPen(pg.mkPen(accent, width=2))
        self._held_out.setPen(pg.mkPen(held_out, width=1.5))
        self._held_out.setSymbolPen(pg.mkPen(held_out, width=2))
        self._held_out.setSymbolBrush(theme.colour("card"))
        self._base.setPen(pg.mkPen(theme.colour("text_faint"), width=1, style=Qt.PenStyle.DashLine))
        self._cursor.setPen(pg.mkPen(theme.colour("border_strong"), width=1))
        for name in ("left", "bottom"):
            self._style_axis(self._item.getAxis(name), theme)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() is QEvent.Type.MouseMove:
            self._hover(event.position())  # type: ignore[attr-defined]
        elif event.type() is QEvent.Type.Leave:
            self._cursor.setVisible(False)
            self.left.emit()
        elif event.type() is QEvent.Type.MouseButtonDblClick:
            self.fit()
        return False

    def _hover(self, position: QPointF) -> None:
        at = self._item.getViewBox().mapSceneToView(self._view.mapToScene(position.toPoint()))
        self._cursor.setValue(at.x())
        self._cursor.setVisible(True)
        self.hovered.emit(at.x())

    def _curve(self, z: int) -> pg.PlotDataItem:
        """Make a curve that thins itself out; set afterwards, as pyqtgraph 0.14 fails on the arguments."""
        curve = self._item.plot(antialias=True)
        curve.setDownsampling(auto=True, method="peak")
        curve.setClipToView(True)
        curve.setZValue(z)
        return curve

    def _style_axis(self, axis: pg.AxisItem, theme: Theme) -> None:
        font = QFont(theme.font(Type.CAPTION))
        axis.setTickFont(font)
        axis.setTextPen(theme.colour("text_faint"))
        axis.setPen(pg.mkPen(None))
        axis.setStyle(tickLength=0, tickTextOffset=8, maxTickLevel=0, stopAxisAtTick=(False, False))
        if axis.orientation == "left":
            axis.setTickPen(pg.mkPen(theme.colour("border"), width=1))
            axis.setGrid(255)
            axis.setWidth(44)
        else:
            axis.setStyle(tickAlpha=0)
            axis.setHeight(26)

    def _fit_to(self, series: LossSeries, base: float | None, total: int) -> None:
        bounds = series.bounds()
        if bounds is None:
            return
        low, high = min(bounds[0], base or bounds[0]), max(bounds[1], base or bounds[1])
        room = (high - low or max(abs(high), 1.0) * 0.1) * ROOM_ABOVE
        last = float(series.steps[-1]) if len(series) else 0.0
        ahead = max(FEWEST_STEPS, last * ROOM_AHEAD)
        right = max(last, min(ahead, total) if total else ahead, 1.0)
        held_out_steps = series.held_out[0]
        left = 0.0 if len(held_out_steps) and held_out_steps[0] == 0 else min(1.0, right / 2)
        box = self._item.getViewBox()
        box.setRange(
            xRange=(left - right * 0.01, right * 1.01), yRange=(low - room, high + room), padding=0.0
        )

    @Slot()
    def _on_view_moved(self) -> None:
        if self._fitted:
            self._fitted = False
            self.zoomed.emit(True)
            self.detail_wanted.emit()
