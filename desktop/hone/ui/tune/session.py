"""One walk through the wizard: the facets that its steps show, wired together, and the draft on disk."""

from __future__ import annotations

from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from hone.domain.dataset_library import DataSet
from hone.domain.datasets import AS_FOUND, Reading
from hone.domain.memory import MemoryProspect
from hone.domain.plan import Data
from hone.errors import HoneError
from hone.services import Services
from hone.tuning.draft import Draft
from hone.ui.supervisor import start_task
from hone.ui.tune.data_desk import DataDesk
from hone.ui.tune.inquiries import Inquiries
from hone.ui.tune.library_choice import LibraryChoice
from hone.ui.tune.measurement import Measurement
from hone.ui.tune.model_shelf import ModelShelf
from hone.ui.tune.plan_desk import PlanDesk

_SAVE_AFTER_MILLISECONDS = 400


class TuneSession(QObject):
    """Model, data and plan of the wizard. A change of one asks anew what depends on it."""

    draft_loaded = Signal()
    changed = Signal()
    problem_found = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drafts = services.drafts
        self._runs = services.runs
        self.prospect: MemoryProspect | None = None
        self.inquiries = Inquiries(self)
        self.models = ModelShelf(services.models, self.inquiries, self)
        self.data = DataDesk(services.data, self.inquiries, self)
        self.library = LibraryChoice(lambda: services.data_sets, self.inquiries, self)
        self.plan = PlanDesk(services.planning, self.inquiries, self)
        self.measurement = Measurement(services.runs, self)
        self._begun = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SAVE_AFTER_MILLISECONDS)
        self._timer.timeout.connect(self._save)
        self._wire()

    @property
    def draft(self) -> Draft:
        """The choices so far."""
        return self.plan.choices.draft

    def load_draft(self) -> None:
        """Read what was chosen before the last restart; `draft_loaded` follows."""
        start_task(self, self._drafts.load, self._on_draft_loaded, self.problem_found.emit)

    def begin(self, draft: Draft) -> None:
        """Start from these choices; what is known about them is found out again."""
        self._begun = True
        self.measurement.reset()
        self.plan.begin(draft)
        data = draft.data()
        self.data.open(draft.train, data.reading if data is not None else AS_FOUND)
        self.library.forget()
        if data is not None:
            self.library.find(data.train)
        self.models.want(draft.base)
        self.plan.changed()

    def choose_data(self, path: Path, reading: Reading = AS_FOUND) -> None:
        """Take a file of rows; what `reading` leaves empty is found by looking."""
        self.plan.set_facts(None, None)
        self.plan.choose_data(
            Data(
                train=path,
                held_out_share=self.draft.held_out_share,
                format=reading.format,
                columns=reading.columns,
                part=reading.part,
            )
        )
        self.data.open(path, reading)

    def choose_held_out(self, path: Path | None, share: float) -> None:
        """Take a file of held-out rows, or the share of rows that is set apart."""
        data = self.draft.data()
        if data is not None:
            self.plan.choose_data(msgspec.structs.replace(data, held_out=path, held_out_share=share))

    def render(self, row: int) -> None:
        """Show a row as the model sees it."""
        if self.models.current is not None:
            self.data.render((row,), self.models.current, self.plan.context_length)

    def look_at_memory(self) -> None:
        """Find out whether a start would unload the chat's model; `changed` follows with `prospect`.

        It asks the GPU's driver, so it is done beside the window.
        """
        plan, counts, runs = self.plan.plan(), self.data.counts, self._runs
        if plan is not None:
            self.inquiries.ask(
                "prospect",
                lambda: runs.memory_prospect(plan, counts),
                self._on_prospect_told,
                lambda _: self._on_prospect_told(None),  # what is wrong with the plan is told by its checks
            )

    def keep(self) -> None:
        """Write the draft soon."""
        self._timer.start()

    def forget_draft(self) -> None:
        """Take the draft off the disk, once a run was made of it."""
        self._timer.stop()
        start_task(self, self._drafts.clear, lambda _: None, self.problem_found.emit)

    def save_now(self) -> None:
        """Write the draft at once, before the window closes; a full disk must not keep it from closing."""
        if self._timer.isActive():
            self._timer.stop()
            try:
                self._drafts.save(self.draft)
            except HoneError as error:
                self.problem_found.emit(error)

    def close(self) -> None:
        """End the background thread of the measurement."""
        self.measurement.close()

    def _wire(self) -> None:
        self.models.chosen.connect(self._on_models_chosen)
        self.library.chosen.connect(self._on_library_chosen)
        self.library.current_changed.connect(self.changed)
        self.data.report_changed.connect(self._on_data_report_changed)
        self.data.counts_changed.connect(self._on_data_counts_changed)
        self.plan.plan_changed.connect(self._on_plan_changed)
        for signal in (self.plan.forecast_changed, self.measurement.changed, self.models.listed):
            signal.connect(self.changed)

    @Slot()
    def _on_models_chosen(self) -> None:
        model = self.models.current
        if model is not None and model.path != self.draft.base:
            self.plan.choose_base(model.path)
        self._count_and_recommend()

    @Slot(object)
    def _on_library_chosen(self, data_set: DataSet) -> None:
        self.choose_data(data_set.version.path, data_set.version.reading)

    @Slot()
    def _on_data_report_changed(self) -> None:
        self._count_and_recommend()
        self.changed.emit()

    @Slot()
    def _on_data_counts_changed(self) -> None:
        self.plan.set_facts(self.models.current, self.data.counts)
        if self.data.counts is not None:
            self._recommend()
        self.changed.emit()

    @Slot()
    def _on_plan_changed(self) -> None:
        self._count()
        plan = self.plan.plan()
        if plan is not None and not self.measurement.holds_for(plan):
            self.measurement.reset()
        self._timer.start()
        self.changed.emit()

    def _count_and_recommend(self) -> None:
        self._count()
        if self.data.counts is None:
            self._recommend()

    def _count(self) -> None:
        if self.models.current is not None:
            self.data.count(self.models.current, self.plan.context_length)

    def _recommend(self) -> None:
        model, report = self.models.current, self.data.report
        if model is not None and report is not None and report.usable_rows:
            self.plan.recommend(model, report, self.data.counts)

    def _on_prospect_told(self, prospect: MemoryProspect | None) -> None:
        self.prospect = prospect
        self.changed.emit()

    def _on_draft_loaded(self, draft: Draft) -> None:
        if not self._begun:
            self.plan.begin(draft)
            self.draft_loaded.emit()

    @Slot()
    def _save(self) -> None:
        draft, drafts = self.draft, self._drafts
        start_task(self, lambda: drafts.save(draft), lambda _: None, self._on_save_failed)

    def _on_save_failed(self, problem: HoneError) -> None:
        self.problem_found.emit(problem)
