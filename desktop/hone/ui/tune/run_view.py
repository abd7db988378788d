"""One run: live while it trains, with its verdict when it has finished, with a way on when it has not."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QWidget

from hone.domain.generation import Progress
from hone.domain.runs import HeldOut, Run, RunState, Step
from hone.errors import HoneError
from hone.services.runs import RunService
from hone.ui.kit.card import Card, column
from hone.ui.kit.progress import ProgressView
from hone.ui.kit.text import CaptionLabel
from hone.ui.kit.tokens import Space
from hone.ui.supervisor import start_task
from hone.ui.tune.event_log import EventLog
from hone.ui.tune.loss_chart import LossChart
from hone.ui.tune.run_header import RunHeader
from hone.ui.tune.run_stats import RunStats
from hone.ui.tune.run_words import RESUMABLE
from hone.ui.tune.training_desk import TrainingDesk
from hone.ui.tune.verdict_card import VerdictCard
from hone.ui.tune.way_on import WayOn


@dataclass(frozen=True)
class RunSnapshot:
    """All that is shown of a run, read in one go."""

    run: Run
    steps: list[Step]
    held_out: list[HeldOut]


def read_snapshot(runs: RunService, run_id: str) -> RunSnapshot:
    """Read a run with its curves; called beside the window."""
    return RunSnapshot(runs.get(run_id), runs.steps(run_id), runs.held_out(run_id))


class RunView(QWidget):
    """Follows the desk while its run trains. Requests for other pages go up as signals."""

    chat_requested = Signal(object)
    again_requested = Signal(object)
    folder_requested = Signal(object)
    run_changed = Signal(object)

    def __init__(self, runs: RunService, desk: TrainingDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runs = runs
        self._desk = desk
        self._run_id = ""
        self.run: Run | None = None
        self._problem: HoneError | None = None
        self._make_parts()
        self._build()
        self._connect()

    @property
    def run_id(self) -> str:
        """The run that is shown."""
        return self._run_id

    def show_run(self, run_id: str) -> None:
        """Read a run beside the window, then show it."""
        if run_id != self._run_id:
            self._run_id, self.run, self._problem = run_id, None, None
            self.log.clear()
            self.banner.hide()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read the run again."""
        if self._run_id:
            runs, run_id = self._runs, self._run_id
            start_task(
                self, lambda: read_snapshot(runs, run_id), self._on_snapshot_read, self._on_read_failed
            )

    def _make_parts(self) -> None:
        self.header = RunHeader()
        self.banner = WayOn()
        self.verdict = VerdictCard()
        self.progress = ProgressView(self.tr("Progress of the run"))
        self.stats = RunStats()
        self.chart = LossChart()
        self.log = EventLog()
        self._note = CaptionLabel(
            self.tr(
                "You may leave this page; the run goes on. A chat meanwhile shares the memory and the "
                "processor with it, and both are slower."
            )
        )

    def _build(self) -> None:
        chart_card = Card()
        chart_card.body.addWidget(self.chart)
        chart_card.setMinimumHeight(320)
        inner = QWidget()
        inner.setProperty("kind", "plain")
        body = column(inner, margin=Space.XXL, spacing=Space.M)
        for widget in (self.header, self.banner, self.verdict, self.progress, self.stats):
            body.addWidget(widget)
        body.addWidget(chart_card, 3)
        body.addWidget(self._note)
        body.addWidget(self.log, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        layout = column(self)
        layout.addWidget(area)

    def _connect(self) -> None:
        desk = self._desk
        desk.run_started.connect(self._on_desk_run_started)
        desk.step_done.connect(self._on_desk_step_done)
        desk.held_out_measured.connect(self._on_desk_held_out_measured)
        desk.progress_made.connect(self._on_desk_progress_made)
        desk.happened.connect(self._on_desk_happened)
        desk.run_ended.connect(self._on_desk_run_ended)
        self.header.stop.clicked.connect(self._on_stop_clicked)
        self.header.start.clicked.connect(self.resume)
        self.banner.resume_requested.connect(self.resume)
        self.log.log_wanted.connect(self._on_log_wanted)
        self.verdict.chat_requested.connect(self._on_verdict_chat)
        self.verdict.again_requested.connect(self._on_verdict_again)
        self.verdict.folder_requested.connect(self._on_verdict_folder)
        self.verdict.renamed.connect(self._on_verdict_renamed)

    @property
    def _live(self) -> bool:
        return bool(self._run_id) and self._desk.run_id == self._run_id

    @Slot()
    def resume(self) -> None:
        """Go on from the last checkpoint; a run without one starts at its beginning."""
        if self._desk.busy:
            self.banner.show_busy()
            return
        self.banner.hide()
        self._desk.start(self._run_id, resume=True)

    @Slot(object)
    def _on_snapshot_read(self, snapshot: RunSnapshot) -> None:
        if snapshot.run.id != self._run_id:
            return
        self.run = run = snapshot.run
        total = run.steps or (snapshot.steps[-1].steps if snapshot.steps else 0)
        self.chart.show_history(snapshot.steps, snapshot.held_out, run.base, total)
        self.stats.show_run(run, snapshot.steps[-1] if snapshot.steps else None)
        if snapshot.held_out:
            self.stats.show_held_out(snapshot.held_out[-1])
        self._show_state()
        self.run_changed.emit(run)

    @Slot(object)
    def _on_read_failed(self, problem: HoneError) -> None:
        self.banner.clear_actions()
        self.banner.show_error(problem)

    def _show_state(self) -> None:
        run = self.run
        if run is None:
            return
        state = RunState.RUNNING if self._live else run.state
        self.header.show_run(run, state)
        self.header.show_stopping(self._live, self._desk.stopping)
        self.progress.setVisible(state is RunState.RUNNING)
        self._note.setVisible(state is RunState.RUNNING)
        self.verdict.setVisible(state is RunState.FINISHED)
        self.stats.setVisible(state is not RunState.FINISHED)
        if state is RunState.FINISHED:
            self.verdict.show_run(run)
        elif state in RESUMABLE:
            self.stats.show_ended(run)
            self.banner.show_ended(run, self._problem)

    @Slot(str)
    def _on_desk_run_started(self, run_id: str) -> None:
        if run_id != self._run_id:
            return
        self._problem = None
        self.banner.hide()
        self.progress.set_progress(self.tr("Starting the trainer"))
        self._show_state()

    @Slot(object)
    def _on_desk_step_done(self, step: Step) -> None:
        if self._live:
            self.chart.add_step(step)
            self.stats.show_step(step)
            note = self.tr("Training: step {step} of {steps}").format(step=step.step, steps=step.steps)
            self.progress.set_progress(note, step.step, step.steps, step.seconds_left or None)

    @Slot(object)
    def _on_desk_held_out_measured(self, measured: HeldOut) -> None:
        if self._live:
            self.chart.add_held_out(measured)
            self.stats.show_held_out(measured)

    @Slot(object)
    def _on_desk_progress_made(self, progress: Progress) -> None:
        if self._live:
            self.progress.set_progress(progress.note, progress.done, progress.total)

    @Slot(str)
    def _on_desk_happened(self, text: str) -> None:
        if self._live:
            self.log.add(text)

    @Slot(str, object)
    def _on_desk_run_ended(self, run_id: str, problem: HoneError | None) -> None:
        if run_id != self._run_id:
            return
        self._problem = problem
        if problem is not None:
            self.log.add(problem.message)
        self.refresh()

    @Slot()
    def _on_stop_clicked(self) -> None:
        self._desk.stop()
        self.progress.set_progress(self.tr("Stopping: the trainer saves a checkpoint first"))
        self.header.show_stopping(self._live, True)

    @Slot()
    def _on_log_wanted(self) -> None:
        runs, run_id = self._runs, self._run_id
        if run_id:
            start_task(self, lambda: runs.log(run_id), self.log.show_raw, self._on_read_failed)

    @Slot()
    def _on_verdict_chat(self) -> None:
        self.chat_requested.emit(self.run)

    @Slot()
    def _on_verdict_again(self) -> None:
        self.again_requested.emit(self.run)

    @Slot()
    def _on_verdict_folder(self) -> None:
        if self.run is not None:
            self.folder_requested.emit(self.run.adapter or self.run.folder)

    @Slot(str)
    def _on_verdict_renamed(self, name: str) -> None:
        runs, run_id = self._runs, self._run_id
        start_task(self, lambda: runs.rename(run_id, name), lambda _: self.refresh(), self._on_read_failed)
