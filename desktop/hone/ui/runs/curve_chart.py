"""The losses of one run or of several: over steps, tokens or time, as smooth as wanted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QSlider, QStackedLayout, QWidget

from hone.domain.run_comparison import RunComparison
from hone.domain.run_table import RunRow
from hone.ui.kit.buttons import GhostButton
from hone.ui.kit.card import column, row
from hone.ui.kit.flow import FlowLayout
from hone.ui.kit.legend import LegendEntry, Mark
from hone.ui.kit.lengths import fix_width, follow
from hone.ui.kit.progress import duration
from hone.ui.kit.quantities import amount_text, number_text
from hone.ui.kit.segmented import Segmented
from hone.ui.kit.text import BodyLabel, CaptionLabel
from hone.ui.kit.tokens import Space
from hone.ui.runs.colours import RunMark
from hone.ui.runs.curve_lines import Axis, Line, Series

if TYPE_CHECKING:
    from hone.ui.runs.curve_plot import CurvePlot

_SMOOTH_AT_FIRST = 50
_LONGEST_NAME = 28


class CurveChart(QWidget):
    """A chart whose legend reads the losses under the pointer."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from hone.ui.runs.curve_plot import CurvePlot

        self._comparison: RunComparison | None = None
        self._series: tuple[Series, ...] = ()
        self.lines: list[Line] = []
        self.entries: list[LegendEntry] = []
        self.plot: CurvePlot = CurvePlot()
        self.axis = Segmented(
            self.tr("Over"),
            [
                (Axis.STEPS, self.tr("Steps")),
                (Axis.TOKENS, self.tr("Tokens")),
                (Axis.TIME, self.tr("Time")),
            ],
        )
        self.losses = Segmented(
            self.tr("Losses"),
            [("both", self.tr("Both")), ("training", self.tr("Training")), ("held_out", self.tr("Held-out"))],
        )
        self.smoothing = QSlider(Qt.Orientation.Horizontal)
        self.smoothing.setRange(0, 100)
        self.smoothing.setValue(_SMOOTH_AT_FIRST)
        self.smoothing.setAccessibleName(self.tr("Smoothing"))
        self.fit = GhostButton(self.tr("Fit to view"), "arrows-out-simple")
        self.fit.hide()
        self._place = CaptionLabel("", "faint", wrap=False)
        self._lay_out()
        self.axis.chosen.connect(self._on_axis_chosen)
        self.losses.chosen.connect(self._draw)
        self.smoothing.valueChanged.connect(self._rebuild)
        self.fit.clicked.connect(self.fit_to_view)
        self.plot.hovered.connect(self._on_hovered)
        self.plot.left.connect(self._show_latest)
        self.plot.zoomed.connect(self._on_zoomed)
        follow(self, lambda theme: self._on_theme_changed())

    def show_comparison(self, comparison: RunComparison, series: Sequence[Series]) -> None:
        """Show one run or several with their curves; for the same ones the view stays where it is."""
        before = [run.id for run in self._comparison.rows] if self._comparison is not None else []
        self._comparison, self._series = comparison, tuple(series)
        if before != [run.id for run in comparison.rows]:
            self.plot.fit()
            self._show_names(comparison.rows)
        self._rebuild()

    @Slot()
    def fit_to_view(self) -> None:
        """Show all of the runs."""
        self.plot.fit()

    def set_axis(self, axis: Axis) -> None:
        """Draw over another axis."""
        self.axis.set_current(axis)
        self._on_axis_chosen()

    def step_smoothing(self, by: int) -> None:
        """Make the curves smoother (above 0) or rougher."""
        self.smoothing.setValue(self.smoothing.value() + by)

    def _lay_out(self) -> None:
        fix_width(self.smoothing, 110)
        smooth = QWidget()
        smooth.setLayout(row(CaptionLabel(self.tr("Smoothing"), "muted", wrap=False), self.smoothing))
        controls = QWidget()
        flow = FlowLayout(controls, Space.M)
        for widget in (self.axis, self.losses, smooth, self.fit):
            flow.addWidget(widget)
        names = QWidget()
        self._names = FlowLayout(names, Space.L)
        waiting = BodyLabel(self.tr("No step yet: the curve begins with the first one."), "faint")
        waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area = QStackedLayout()
        self._area.addWidget(waiting)
        self._area.addWidget(self.plot)
        layout = column(self, spacing=Space.S)
        layout.addWidget(controls)
        layout.addWidget(names)
        layout.addLayout(self._area, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Losses of the runs"))

    def _show_names(self, rows: Sequence[RunRow]) -> None:
        while self._names.count():
            item = self._names.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is self._place:
                widget.setParent(None)
            elif widget is not None:
                widget.hide()
                widget.deleteLater()
        self.entries = []
        for index, run in enumerate(rows):
            short = run.name if len(run.name) <= _LONGEST_NAME else f"{run.name[: _LONGEST_NAME - 1]}…"
            entry = LegendEntry(short, "text", Mark.NONE)
            line = QWidget()
            line.setLayout(row(RunMark(index), entry, spacing=Space.XS + 2))
            self.entries.append(entry)
            self._names.addWidget(line)
        self._names.addWidget(self._place)

    @Slot()
    def _on_axis_chosen(self) -> None:
        self.plot.fit()
        self._rebuild()
        self.changed.emit()

    @Slot()
    def _rebuild(self) -> None:
        axis, smoothing = Axis(self.axis.current()), self.smoothing.value() / 100
        self.lines = [Line(each, axis, smoothing) for each in self._series]
        self._draw()

    @Slot()
    def _draw(self) -> None:
        wanted = self.losses.current()
        training, held_out = wanted != "held_out", wanted != "training"
        self._area.setCurrentIndex(1 if any(line.end > 0 for line in self.lines) else 0)
        self.plot.show_lines(self.lines, Axis(self.axis.current()), training, held_out)
        self._show_latest()

    @Slot(bool)
    def _on_zoomed(self, zoomed: bool) -> None:
        """Draw every point where somebody looks closely."""
        self.fit.setVisible(zoomed)
        self._draw()

    @Slot()
    def _show_latest(self) -> None:
        self._place.setText("")
        self._show_at(float("inf"))
        names = [run.name for run in self._comparison.rows] if self._comparison is not None else []
        said = [f"{name}: {entry.value}" for name, entry in zip(names, self.entries, strict=False)]
        self.setAccessibleDescription("; ".join(said))

    @Slot(float)
    def _on_hovered(self, place: float) -> None:
        axis, shown = Axis(self.axis.current()), max(0.0, place)
        said = {
            Axis.STEPS: self.tr("at step {0}").replace("{0}", f"{shown:.0f}"),
            Axis.TOKENS: self.tr("after {0} tokens").replace("{0}", amount_text(shown)),
            Axis.TIME: self.tr("after {0}").replace("{0}", duration(shown)),
        }
        self._place.setText(said[axis])
        self._show_at(place)

    def _show_at(self, place: float) -> None:
        wanted = self.losses.current()
        for line, entry in zip(self.lines, self.entries, strict=False):
            reading = line.at(place)
            said = []
            if reading.training is not None and wanted != "held_out":
                said.append(self.tr("training {0}").replace("{0}", number_text(reading.training, 3)))
            if reading.held_out is not None and wanted != "training":
                said.append(self.tr("held-out {0}").replace("{0}", number_text(reading.held_out, 3)))
            entry.set_value(", ".join(said))

    def _on_theme_changed(self) -> None:
        self.plot.apply_theme()
        self._draw()
