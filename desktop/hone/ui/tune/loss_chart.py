"""The live loss chart: training loss raw and smoothed, held-out points, and the base as a line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from hone.domain.runs import HeldOut, Step
from hone.ui.kit.buttons import GhostButton
from hone.ui.kit.card import row
from hone.ui.kit.legend import LegendEntry, Mark
from hone.ui.kit.quantities import number_text
from hone.ui.kit.text import BodyLabel
from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Space
from hone.ui.tune.loss_series import LossSeries, Reading

if TYPE_CHECKING:
    from hone.ui.tune.loss_plot import LossPlot

REDRAW_MILLISECONDS = 100


class LossChart(QWidget):
    """A chart with a legend that turns into a readout under the pointer.

    Points may come at any rate: they are drawn at most ten times a second. pyqtgraph is imported when
    the first chart is made, not when the window starts.
    """

    view_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from hone.ui.tune.loss_plot import LossPlot

        self.series = LossSeries()
        self._base: float | None = None
        self._steps = 0
        self._plot: LossPlot = LossPlot(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REDRAW_MILLISECONDS)
        self._timer.timeout.connect(self._redraw)
        self._build()
        self.setAccessibleName(self.tr("Loss chart"))
        self._plot.hovered.connect(self._on_plot_hovered)
        self._plot.left.connect(self._show_latest)
        self._plot.zoomed.connect(self._on_plot_zoomed)
        self._plot.detail_wanted.connect(self._schedule)
        Theme.current().theme_changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_history(
        self, steps: Sequence[Step], held_out: Sequence[HeldOut], base: HeldOut | None, total: int
    ) -> None:
        """Show a run from the start; replaces everything."""
        self.series.clear()
        for step in steps:
            self.series.add(step.step, step.loss)
        for measured in held_out:
            self.series.add_held_out(measured.step, measured.loss)
        self._base = base.loss if base is not None else None
        self._steps = total
        self._plot.fit()
        self._redraw()

    def add_step(self, step: Step) -> None:
        """Add one training step."""
        self._steps = step.steps
        self.series.add(step.step, step.loss)
        self._schedule()

    def add_held_out(self, measured: HeldOut) -> None:
        """Add a held-out measurement; the one at step 0 is the base line."""
        if measured.step == 0:
            self._base = measured.loss
        self.series.add_held_out(measured.step, measured.loss)
        self._schedule()

    def _build(self) -> None:
        self._train = LegendEntry(self.tr("Training"), "accent", Mark.LINE)
        self._held_out = LegendEntry(self.tr("Held-out"), "success", Mark.DOT)
        self._base_entry = LegendEntry(self.tr("Base model"), "text_faint", Mark.DASHES)
        self._position = LegendEntry("", "text_faint", Mark.NONE)
        self._fit = GhostButton(self.tr("Fit to view"), "arrows-out-simple")
        self._fit.setVisible(False)
        self._fit.clicked.connect(self._on_fit_clicked)
        waiting = BodyLabel(self.tr("The curve begins with the first step."), "faint")
        waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area = QStackedLayout()
        self._area.addWidget(waiting)
        self._area.addWidget(self._plot)
        top = row(
            self._train, self._held_out, self._base_entry, None, self._position, self._fit, spacing=Space.L
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addLayout(top)
        layout.addLayout(self._area, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(220)

    @Slot()
    def _schedule(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _redraw(self) -> None:
        self._area.setCurrentIndex(1 if len(self.series) or self._base is not None else 0)
        self._plot.show_series(self.series, self._base, self._steps)
        self._show_latest()

    @Slot()
    def _show_latest(self) -> None:
        last = self.series.at(float("inf"))
        steps, losses = self.series.held_out
        self._train.set_value(number(last.smoothed) if last else "")
        self._held_out.set_value(number(float(losses[-1])) if len(steps) else "")
        self._base_entry.set_value(number(self._base))
        self._base_entry.setVisible(self._base is not None)
        self._position.set_text("")
        self.setAccessibleDescription(self._description(last))

    def _description(self, last: Reading | None) -> str:
        if last is None:
            return self.tr("No step yet.")
        text = self.tr("Step {step}: training loss {loss}.").format(step=last.step, loss=number(last.loss))
        if len(self.series.held_out[0]):
            best = float(self.series.held_out[1].min())
            text += " " + self.tr("Best held-out loss {loss}.").format(loss=number(best))
        return text

    @Slot(float)
    def _on_plot_hovered(self, position: float) -> None:
        reading = self.series.at(position)
        if reading is None:
            return
        self._position.set_text(self.tr("Step {step}").format(step=reading.step))
        self._train.set_value(f"{number(reading.smoothed)}  ({number(reading.loss)})")
        if reading.held_out is not None:
            self._held_out.set_value(number(reading.held_out))

    @Slot(bool)
    def _on_plot_zoomed(self, zoomed: bool) -> None:
        self._fit.setVisible(zoomed)
        self.view_changed.emit(zoomed)

    @Slot()
    def _on_fit_clicked(self) -> None:
        self._plot.fit()
        self._redraw()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._plot.apply_theme()


def number(loss: float | None) -> str:
    """Write a loss with as many digits as help."""
    return "" if loss is None else number_text(loss, 3)
