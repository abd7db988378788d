"""The page "Tune": all runs, one run, and the wizard."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QStackedWidget

from hone.data.formats import FORMATS
from hone.domain.models import ModelFormat
from hone.domain.plan import Data, Plan
from hone.domain.runs import Run, Step
from hone.errors import HoneError
from hone.services.data_sets import DataSetService
from hone.services.drafts import DraftService
from hone.services.models import ModelService
from hone.tuning.draft import Draft, draft_of
from hone.ui.declared_texts import format_label
from hone.ui.kit.card import column
from hone.ui.page import Page, Shell
from hone.ui.supervisor import start_task
from hone.ui.tune.overview import Overview
from hone.ui.tune.run_page import RunPage
from hone.ui.tune.run_view import RunView
from hone.ui.tune.runs_desk import RunsDesk
from hone.ui.tune.session import TuneSession
from hone.ui.tune.training_desk import TrainingDesk
from hone.ui.tune.wizard import Wizard


class TunePage(Page):
    """Overview, wizard and run over one training desk; a run goes on whichever is shown."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        services = self.services
        self.desk = TrainingDesk(services.runs, self)
        self.session = TuneSession(services, self)
        self.runs = RunsDesk(services.runs, self)
        self.overview = Overview(self.runs.model)
        self.wizard = Wizard(self.session, {known.name: format_label(known.label) for known in FORMATS})
        self._run_page: RunPage | None = None
        self._wanted_model = ""
        self._stack = QStackedWidget()
        self._stack.addWidget(self.overview)
        self._stack.addWidget(self.wizard)
        column(self).addWidget(self._stack)
        self._connect()
        self.session.load_draft()
        self.session.models.refresh()

    def shown(self) -> None:
        """Look again which runs there are."""
        self.runs.refresh()
        self.session.library.read()

    def start_with(self, model_id: str) -> None:
        """Begin a fine-tune of a model."""
        for model in self.session.models.models:
            if model.id == model_id and model.can_train:
                self._show_wizard()
                self.wizard.begin(Draft(base=model.path), "data")
                return
        self._wanted_model = model_id
        self.session.models.refresh()

    def train_on(self, data_set_id: str, model_id: str) -> None:
        """Begin a fine-tune of a model on a data set."""
        library, models = self.services.data_sets, self.services.models
        call = partial(_draft_on, library, models, data_set_id, model_id)
        start_task(self, call, self._on_draft_made, self.shell.tell_error)

    def begin_like(self, plan: Plan) -> None:
        """Begin a draft with a plan; what was being planned before is one click away."""
        call = partial(_with_kept, self.services.drafts, plan)
        start_task(self, call, self._on_like_known, self.shell.tell_error)

    def _on_like_known(self, known: tuple[Plan, Draft]) -> None:
        plan, kept = known
        before = self.session.draft if self.session.draft != Draft() else kept
        self._show_wizard()
        self.wizard.begin(draft_of(plan, ()))
        said = self.tr("A draft with the same plan: {0}").replace("{0}", plan.name)
        if before.base is None and before.train is None:
            self.shell.notify(said)
        else:
            back = partial(self.wizard.begin, before, before.step or "base")
            self.shell.notify(said, self.tr("Back to the draft before"), back)

    def _on_draft_made(self, draft: Draft) -> None:
        self._show_wizard()
        self.wizard.begin(draft, "data")

    def closing(self) -> None:
        """Ask running work to end; a run saves a checkpoint first."""
        self.session.save_now()
        self.session.measurement.cancel()
        self.desk.stop()

    def finish(self) -> None:
        """Wait for the background threads."""
        self.session.close()
        self.desk.close()

    def _connect(self) -> None:
        self.overview.start_requested.connect(self._on_start_requested)
        self.overview.sample_requested.connect(self._on_sample_requested)
        self.overview.run_action_requested.connect(self._on_run_action_requested)
        self.overview.rename_requested.connect(self.runs.rename)
        self.wizard.left.connect(self.show_overview)
        self.wizard.sample_requested.connect(self._on_sample_requested)
        self.wizard.sample_data_requested.connect(self._on_sample_data_requested)
        self.wizard.columns_requested.connect(self._on_columns_requested)
        self.wizard.start.begin_requested.connect(self._on_begin_requested)
        self.wizard.start.continue_requested.connect(self._on_continue_requested)
        self.wizard.start_requested.connect(self._on_wizard_start_requested)
        self.runs.problem_found.connect(self.overview.banner.show_error)
        self.runs.removed.connect(self._on_runs_removed)
        self.desk.run_started.connect(self._on_desk_run_started)
        self.desk.step_done.connect(self._on_desk_step_done)
        self.desk.run_ended.connect(self._on_desk_run_ended)
        self.session.models.listed.connect(self._on_models_listed)

    @Slot()
    def show_overview(self) -> None:
        """Show all runs."""
        self._stack.setCurrentWidget(self.overview)
        self.runs.refresh()

    def open_run(self, run_id: str) -> None:
        """Show one run."""
        if self._run_page is None:
            self._run_page = RunPage(self._make_view())
            self._run_page.left.connect(self.show_overview)
            self._stack.addWidget(self._run_page)
        self._run_page.view.show_run(run_id)
        self._stack.setCurrentWidget(self._run_page)

    def _make_view(self) -> RunView:
        view = RunView(self.services.runs, self.desk)
        view.chat_requested.connect(self._on_chat_requested)
        view.again_requested.connect(self._on_again_requested)
        view.folder_requested.connect(self._on_folder_requested)
        view.run_changed.connect(self.runs.model.replace)
        return view

    def _show_wizard(self) -> None:
        self._stack.setCurrentWidget(self.wizard)

    # ---- the wizard ----

    @Slot()
    def _on_start_requested(self) -> None:
        self._show_wizard()
        if self.wizard.has_run:
            self.session.begin(Draft())
        self.wizard.show_start(self.session.draft)

    @Slot()
    def _on_begin_requested(self) -> None:
        self.wizard.begin(Draft())

    @Slot()
    def _on_continue_requested(self) -> None:
        draft = self.session.draft
        self.wizard.begin(draft, draft.step or "base")

    @Slot()
    def _on_sample_requested(self) -> None:
        start_task(self, self.services.demo.plan, self._on_sample_plan, self.wizard.show_problem)

    @Slot()
    def _on_sample_data_requested(self) -> None:
        start_task(self, self.services.demo.plan, self._on_sample_data, self.wizard.show_problem)

    @Slot(str)
    def _on_columns_requested(self, data_set_id: str) -> None:
        self.shell.data_requested.emit(data_set_id, "columns")

    def _on_sample_data(self, plan: Plan) -> None:
        self.session.library.forget()
        self.session.choose_data(plan.data.train)

    def _on_sample_plan(self, plan: Plan) -> None:
        self._show_wizard()
        self.wizard.begin(draft_of(plan, ()))

    @Slot()
    def _on_wizard_start_requested(self) -> None:
        plan = self.session.plan.plan()
        if plan is None:
            return
        if self.desk.busy:
            self.wizard.banner.show_message(
                "warning", self.tr("Another run is training."), self.tr("Start this one when that has ended.")
            )
            return
        self.wizard.ready.setEnabled(False)
        self.session.measurement.cancel()
        runs = self.services.runs
        start_task(self, lambda: runs.create(plan), self._on_run_created, self._on_create_failed)

    def _on_run_created(self, run: Run) -> None:
        self.session.forget_draft()
        if self.wizard.run_view is None:
            self.wizard.attach_run_view(self._make_view())
        self.wizard.show_run(run)
        self.desk.start(run.id)
        self.runs.refresh()

    def _on_create_failed(self, problem: HoneError) -> None:
        self.wizard.ready.setEnabled(True)
        self.wizard.show_problem(problem)

    @Slot()
    def _on_models_listed(self) -> None:
        available = self.session.models.demo is not None
        self.overview.show_sample(available)
        self.wizard.start.sample.setVisible(available)
        self.wizard.data.drop.show_sample(available)
        if self._wanted_model:
            wanted, self._wanted_model = self._wanted_model, ""
            if any(model.id == wanted for model in self.session.models.models):
                self.start_with(wanted)

    # ---- runs ----

    @Slot(str, str)
    def _on_run_action_requested(self, action: str, run_id: str) -> None:
        run = self.runs.run(run_id)
        if run is None:
            return
        if action == "open":
            self.open_run(run_id)
        elif action == "resume":
            self.open_run(run_id)
            assert self._run_page is not None
            self._run_page.view.resume()
        elif action == "chat":
            self._on_chat_requested(run)
        elif action == "folder":
            self._on_folder_requested(run.folder)
        elif action == "again":
            self._on_again_requested(run)
        elif action == "delete":
            self.runs.delete(run)

    @Slot(object)
    def _on_chat_requested(self, run: Run) -> None:
        models = self.services.models
        start_task(self, lambda: chat_choice(models, run), self._on_chat_known, self.shell.tell_error)

    def _on_chat_known(self, choice: tuple[str, str]) -> None:
        self.shell.chat_requested.emit(*choice)

    @Slot(object)
    def _on_again_requested(self, run: Run) -> None:
        self._show_wizard()
        self.wizard.begin(draft_of(run.plan, ()))

    @Slot(object)
    def _on_folder_requested(self, folder: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    @Slot(object)
    def _on_runs_removed(self, run: Run) -> None:
        self.shell.models_changed.emit()
        text = self.tr("{name} was deleted.").format(name=run.name)
        self.shell.notify(text, self.tr("Undo"), lambda: self.runs.restore(run.id))

    # ---- the desk ----

    @Slot(str)
    def _on_desk_run_started(self, run_id: str) -> None:
        self.shell.tuning_told.emit(self.tr("Fine-tuning"), 0.0)

    @Slot(object)
    def _on_desk_step_done(self, step: Step) -> None:
        text = self.tr("Fine-tuning: step {step} of {steps}").format(step=step.step, steps=step.steps)
        self.shell.tuning_told.emit(text, step.step / max(1, step.steps))

    @Slot(str, object)
    def _on_desk_run_ended(self, run_id: str, problem: HoneError | None) -> None:
        self.shell.tuning_told.emit("", -1.0)
        self.shell.models_changed.emit()
        self.runs.refresh()


def _draft_on(library: DataSetService, models: ModelService, data_set_id: str, model_id: str) -> Draft:
    """Return a draft of a model and the version of a data set that is in use."""
    version = library.get(data_set_id).version
    base = next((each.path for each in models.models() if each.id == model_id and each.can_train), None)
    reading = version.reading
    data = Data(train=version.path, format=reading.format, columns=reading.columns, part=reading.part)
    return Draft(base=base).with_data(data)


def _with_kept(drafts: DraftService, plan: Plan) -> tuple[Plan, Draft]:
    """Return the plan with the draft that is on the disk."""
    return plan, drafts.load()


def chat_choice(models: ModelService, run: Run) -> tuple[str, str]:
    """Return model and adapter to chat with; the base as GGUF, which answers faster, where there is one."""
    adapter = models.find_adapter(run.id)
    base = models.inspect(run.plan.base.model)
    fitting = [model for model in models.models() if not model.problem and adapter.fits(model)]
    gguf = [model for model in fitting if model.format is ModelFormat.GGUF]
    return (gguf[0].id if gguf else base.id), adapter.id
