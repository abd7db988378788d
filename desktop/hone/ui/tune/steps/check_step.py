"""Step 4: will it work here, and how long does it take."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hone.domain.fields import Value
from hone.domain.generation import Progress
from hone.errors import HoneError
from hone.ui.kit.card import Card, row
from hone.ui.kit.message_banner import ToneIcon
from hone.ui.kit.text import BodyLabel, HeadingLabel
from hone.ui.kit.tokens import Space
from hone.ui.tune.session import TuneSession
from hone.ui.tune.steps.check_lines import CheckLine, data_lines, disk_line, model_lines, prospect_sentence
from hone.ui.tune.steps.memory_card import MemoryCard
from hone.ui.tune.steps.step_page import StepPage
from hone.ui.tune.steps.time_card import TimeCard


class CheckStep(StepPage):
    """Memory, time, disk, and what else was looked at. Measuring starts when the step is opened."""

    def __init__(self, session: TuneSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._open = False
        self.set_heading(
            self.tr("Check"),
            self.tr("What the run needs on this machine, before it starts."),
        )
        self.memory = MemoryCard()
        self.time = TimeCard()
        self._list_card = Card(Space.XL, Space.S)
        self._list_card.body.addWidget(HeadingLabel(self.tr("Checks")))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(Space.S)
        self._list_card.body.addLayout(self._lines)
        self._shown: list[CheckLine] = []
        for widget in (self.memory, self.time, self._list_card):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.memory.change_requested.connect(self._on_change_requested)
        self.time.cancel_requested.connect(session.measurement.cancel)
        self.time.measure_requested.connect(self._on_measure_requested)
        session.changed.connect(self._show_state)
        session.plan.problem_found.connect(self._on_plan_problem)
        session.plan.forecast_changed.connect(self._on_forecast_changed)
        session.measurement.progress_made.connect(self._on_measurement_progress)
        session.measurement.problem_found.connect(self._on_measurement_problem)

    @property
    def lines(self) -> tuple[CheckLine, ...]:
        """The sentences of the checks."""
        return tuple(self._shown)

    def entered(self) -> None:
        """Reckon and measure."""
        self._open = True
        if not self._session.plan.device:
            self._session.plan.ask_device()
        self._session.look_at_memory()
        self._measure_if_new()
        self._show_state()

    def left(self) -> None:
        """Called when another step is opened: measuring would be for nothing."""
        self._open = False

    def _measure_if_new(self) -> None:
        plan, measurement = self._session.plan.plan(), self._session.measurement
        forecast = self._session.plan.forecast
        if plan is None or forecast is None or not forecast.fits_memory or not self._open:
            return
        if not measurement.holds_for(plan):
            self.time.banner.hide()
            measurement.start(plan)

    @Slot()
    def _show_state(self) -> None:
        if not self._open:
            return
        plan, forecast = self._session.plan.plan(), self._session.plan.forecast
        measurement = self._session.measurement
        self.memory.show_forecast(forecast, measurement.result, self._session.plan.device)
        self.time.show_state(plan, forecast, measurement)
        self._show_lines()
        self._measure_if_new()

    def _show_lines(self) -> None:
        session = self._session
        lines = data_lines(session.data.report, session.data.counts)
        lines += model_lines(session.models.current, session.plan.context_length)
        if session.plan.forecast is not None:
            lines.append(disk_line(session.plan.forecast))
        unloading = prospect_sentence(session.prospect)
        if unloading:
            lines.append(CheckLine("accent", unloading))
        if lines == self._shown:
            return
        self._shown = lines
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for line in lines:
            self._lines.addWidget(_line_widget(line))

    @Slot()
    def _on_forecast_changed(self) -> None:
        if self._open and self._session.plan.forecast is not None:
            self._session.look_at_memory()

    @Slot(str, object)
    def _on_change_requested(self, path: str, value: Value) -> None:
        self._session.plan.set_value(path, value)

    @Slot()
    def _on_measure_requested(self) -> None:
        plan = self._session.plan.plan()
        if plan is not None:
            self.time.banner.hide()
            self._session.measurement.start(plan)

    @Slot(object)
    def _on_measurement_progress(self, progress: Progress) -> None:
        self.time.show_progress(progress)

    @Slot(object)
    def _on_measurement_problem(self, problem: HoneError) -> None:
        self.time.banner.show_error(problem)

    @Slot(object)
    def _on_plan_problem(self, problem: HoneError) -> None:
        self.banner.show_error(problem)


def _line_widget(line: CheckLine) -> QWidget:
    widget = QWidget()
    layout = row(ToneIcon(line.tone), BodyLabel(line.text))
    layout.setStretch(1, 1)
    widget.setLayout(layout)
    widget.setAccessibleName(line.text)
    return widget
