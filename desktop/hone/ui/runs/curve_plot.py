"""The plot of several runs. It imports pyqtgraph: import this file only to make a chart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hone.ui.kit.progress import duration
from hone.ui.kit.quantities import amount_text, number_text
from hone.ui.kit.theme import Theme, mixed
from hone.ui.kit.typography import Type
from hone.ui.runs.colours import run_colour
from hone.ui.runs.curve_lines import Axis, Line, bounds, thinned

if TYPE_CHECKING:
    from hone.ui.runs.curve_lines import Numbers

_ROOM = 0.06
_FADED = 0.66


class _PlaceAxis(pg.AxisItem):
    """Writes steps, tokens or times below the curves."""

    kind = Axis.STEPS

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        if self.kind is Axis.TIME:
            return [duration(value) if value > 0 else "0" for value in values]
        return [amount_text(value) if value == int(value) else "" for value in values]


class _LossAxis(pg.AxisItem):
    """Writes losses beside the curves, in the way of the language."""

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        digits = 0 if spacing >= 1 else 1 if spacing >= 0.1 else 2 if spacing >= 0.01 else 3
        return [number_text(value, digits) for value in values]


class CurvePlot(QWidget):
    """Training as lines, held-out rows as dots on dashes. Wheel zooms, drag pans, a double click fits."""

    hovered = Signal(float)
    left = Signal()
    zoomed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fitted = True
        self._lines: Sequence[Line] = ()
        self._places = _PlaceAxis("bottom")
        axes = {"bottom": self._places, "left": _LossAxis("left")}
        self._view = pg.PlotWidget(self, background=None, axisItems=axes)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setStyleSheet("background: transparent")
        self._view.setFrameShape(pg.PlotWidget.Shape.NoFrame)
        self._item = self._view.getPlotItem()
        self._item.setMenuEnabled(False)
        self._item.hideButtons()
        self._curves: list[pg.PlotDataItem] = []
        self._cursor = pg.InfiniteLine(angle=90, movable=False)
        self._cursor.setVisible(False)
        self._item.addItem(self._cursor, ignoreBounds=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._view)
        self._view.viewport().installEventFilter(self)
        self._view.viewport().setMouseTracking(True)
        self._item.getViewBox().sigRangeChangedManually.connect(self._on_view_moved)

    def sizeHint(self) -> QSize:
        return QSize(480, 240)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 150)

    def show_lines(self, lines: Sequence[Line], axis: Axis, training: bool, held_out: bool) -> None:
        """Draw the runs; keeps the person's zoom when there is one."""
        self._lines = lines
        self._places.kind = axis
        for curve in self._curves:
            self._item.removeItem(curve)
        self._curves = []
        for index, line in enumerate(lines):
            if training:
                self._draw_training(index, line, alone=len(lines) == 1)
            if held_out:
                self._draw_held_out(index, line)
        self._places.picture = None
        self._places.update()
        if self._fitted:
            self._fit_to(training, held_out)

    def fit(self) -> None:
        """Show all of the runs from the next drawing on."""
        if not self._fitted:
            self._fitted = True
            self.zoomed.emit(False)

    def zoom(self, factor: float) -> None:
        """Come nearer to the middle (below 1) or go back (above 1)."""
        self._item.getViewBox().scaleBy((factor, factor))
        self._on_view_moved()

    def apply_theme(self) -> None:
        """Take colours and fonts of the axes from the theme."""
        theme = Theme.current()
        self._cursor.setPen(pg.mkPen(theme.colour("border_strong"), width=1))
        for name in ("left", "bottom"):
            axis = self._item.getAxis(name)
            axis.setTickFont(theme.font(Type.CAPTION))
            axis.setTextPen(theme.colour("text_faint"))
            axis.setPen(pg.mkPen(None))
            axis.setStyle(tickLength=0, tickTextOffset=8, maxTickLevel=0, stopAxisAtTick=(False, False))
        left, bottom = self._item.getAxis("left"), self._item.getAxis("bottom")
        left.setTickPen(pg.mkPen(theme.colour("border"), width=1))
        left.setGrid(255)
        left.setWidth(theme.length(44))
        bottom.setStyle(tickAlpha=0)
        bottom.setHeight(theme.length(26))

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

    def _draw_training(self, index: int, line: Line, alone: bool) -> None:
        colour = run_colour(index)
        if alone and line.smooth is not line.raw:
            faded = mixed(colour, Theme.current().colour("card"), _FADED)
            self._add(self._item.plot(*self._points(line, line.raw), pen=pg.mkPen(faded, width=1)), 0)
        points = self._points(line, line.smooth)
        self._add(self._item.plot(*points, pen=pg.mkPen(colour, width=2), antialias=True), 2)

    def _points(self, line: Line, losses: Numbers) -> tuple[Numbers, Numbers]:
        """Return all points where somebody looks closely, else as many as can be told apart."""
        return thinned(line.x, losses) if self._fitted else (line.x, losses)

    def _draw_held_out(self, index: int, line: Line) -> None:
        colour = run_colour(index)
        pen = pg.mkPen(colour, width=1.5, style=Qt.PenStyle.DashLine)
        drawn = self._item.plot(
            line.held_out_x, line.held_out, pen=pen, symbol="o", symbolSize=7, antialias=True
        )
        drawn.setSymbolPen(pg.mkPen(colour, width=2))
        drawn.setSymbolBrush(Theme.current().colour("card"))
        drawn.setZValue(3)
        self._curves.append(drawn)

    def _add(self, curve: pg.PlotDataItem, z: int) -> None:
        """Let a curve thin itself out; set afterwards, as pyqtgraph 0.14 fails on the arguments."""
        curve.setDownsampling(auto=True, method="peak")
        curve.setClipToView(True)
        curve.setZValue(z)
        self._curves.append(curve)

    def _fit_to(self, training: bool, held_out: bool) -> None:
        found = bounds(self._lines, training, held_out)
        if found is None:
            return
        low, high = found
        room = (high - low or max(abs(high), 1.0) * 0.1) * _ROOM
        right = max((line.end for line in self._lines), default=0.0) or 1.0
        box = self._item.getViewBox()
        box.setRange(xRange=(-right * 0.01, right * 1.02), yRange=(low - room, high + room), padding=0.0)

    @Slot()
    def _on_view_moved(self) -> None:
        if self._fitted:
            self._fitted = False
            self.zoomed.emit(True)
