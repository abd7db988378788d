"""The plan in the making: the choices, what is recommended, and what it would need."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from hone.domain.datasets import Report, TokenCounts
from hone.domain.fields import Value
from hone.domain.forecast import Forecast
from hone.domain.models import Model
from hone.domain.plan import Base, Data, Plan
from hone.domain.recommendation import Recommendation
from hone.errors import BadInput, HoneError
from hone.services.planning import PlanningService
from hone.tuning.draft import Draft
from hone.ui.tune.choices import Choices
from hone.ui.tune.inquiries import Inquiries

_FORECAST_AFTER_MILLISECONDS = 250


class PlanDesk(QObject):
    """Asks the planning service beside the window."""

    plan_changed = Signal()
    recommended = Signal()
    forecast_changed = Signal()
    problem_found = Signal(object)

    def __init__(self, service: PlanningService, inquiries: Inquiries, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._inquiries = inquiries
        self.choices = Choices()
        self.forecast: Forecast | None = None
        self.device = ""
        self._facts: tuple[Model, TokenCounts] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_FORECAST_AFTER_MILLISECONDS)
        self._timer.timeout.connect(self._ask_forecast)

    @property
    def recommendation(self) -> Recommendation | None:
        """What is recommended for this model and this data."""
        return self.choices.recommendation

    @property
    def context_length(self) -> int:
        """The context length of the plan."""
        return self.choices.draft.training.context_length

    def plan(self) -> Plan | None:
        """Return the plan as chosen; None while model or data are missing."""
        return self.choices.plan()

    def ask_device(self) -> None:
        """Find out in words what this machine has."""
        self._inquiries.ask("device", self._service.device_sentence, self._on_device_told, self._on_problem)

    def recommend(self, model: Model, report: Report, counts: TokenCounts | None) -> None:
        """Ask what is recommended for these facts."""
        service = self._service
        self._inquiries.ask(
            "recommend",
            lambda: service.recommend(model, report, counts),
            self._on_recommended,
            self._on_problem,
        )

    def set_facts(self, model: Model | None, counts: TokenCounts | None) -> None:
        """Reckon with this model and these counts from now on."""
        self._facts = (model, counts) if model is not None and counts is not None else None
        self.forecast = None
        self._inquiries.drop("forecast")
        self.forecast_changed.emit()
        self._timer.start()

    def begin(self, draft: Draft) -> None:
        """Start from these choices."""
        self.choices = Choices(draft)
        self._inquiries.drop("recommend")
        self.set_facts(None, None)

    def choose_base(self, path: Path) -> None:
        """Take a base model."""
        self.choices.choose_base(Base(model=path))
        self.changed()

    def choose_data(self, data: Data) -> None:
        """Take a data section."""
        self.choices.choose_data(data)
        self.changed()

    def choose_method(self, name: str) -> None:
        """Take a method with its recommended settings."""
        if name != self.choices.draft.method.name:
            self.choices.choose_method(name)
            self.changed()

    def set_value(self, path: str, value: Value) -> None:
        """Change a field by its path, for example "training.micro_batch"."""
        try:
            self.choices.set_value(path, value)
        except BadInput as problem:
            self.problem_found.emit(problem)
        self.changed()

    def reset(self) -> None:
        """Go back to what is recommended."""
        self.choices.reset()
        self.changed()

    def changed(self) -> None:
        """Tell that the plan is another one; a forecast follows."""
        self.plan_changed.emit()
        self._timer.start()

    @Slot()
    def _ask_forecast(self) -> None:
        plan = self.plan()
        if plan is None or self._facts is None:
            return
        model, counts = self._facts
        service = self._service
        self._inquiries.ask(
            "forecast",
            lambda: service.forecast(plan, model, counts),
            self._on_forecast_made,
            self._on_problem,
        )

    def _on_device_told(self, sentence: str) -> None:
        self.device = sentence
        self.forecast_changed.emit()

    def _on_recommended(self, recommendation: Recommendation) -> None:
        self.choices.take(recommendation)
        self.recommended.emit()
        self.changed()

    def _on_forecast_made(self, forecast: Forecast) -> None:
        self.forecast = forecast
        self.forecast_changed.emit()

    def _on_problem(self, problem: HoneError) -> None:
        self.problem_found.emit(problem)
