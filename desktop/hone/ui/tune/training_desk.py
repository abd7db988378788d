"""Drives one training run beside the window, whichever page is shown."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from hone.domain.generation import Progress
from hone.domain.runs import HeldOut, Step
from hone.errors import HoneError
from hone.ipc.messages import Finished, WasStopped
from hone.ipc.training_messages import CheckpointSaved, HeldOutMeasured, StepDone, TrainingFacts
from hone.services.runs import RunService
from hone.ui.supervisor import Supervisor
from hone.ui.tune.event_words import sentence

_CLOSE_SECONDS = 70.0


class TrainingDesk(QObject):
    """One run at a time: its events become signals with domain values, in the window's thread."""

    run_started = Signal(str)
    step_done = Signal(object)
    held_out_measured = Signal(object)
    checkpoint_saved = Signal(object)
    facts_told = Signal(object)
    progress_made = Signal(object)
    happened = Signal(str)
    run_ended = Signal(str, object)

    def __init__(self, runs: RunService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runs = runs
        self._supervisor = Supervisor(parent=self)
        self._supervisor.arrived.connect(self._on_supervisor_arrived)
        self._supervisor.failed.connect(self._on_supervisor_failed)
        self._supervisor.ended.connect(self._on_supervisor_ended)
        self._run_id = ""
        self._problem: HoneError | None = None
        self._stopping = False
        self._last_note = ""

    @property
    def run_id(self) -> str:
        """The run that trains now; empty when none does."""
        return self._run_id

    @property
    def busy(self) -> bool:
        """Whether a run trains now."""
        return self._supervisor.busy

    @property
    def stopping(self) -> bool:
        """Whether a stop has been asked for."""
        return self._stopping

    def start(self, run_id: str, resume: bool = False) -> None:
        """Train a run; `resume` goes on from its last checkpoint."""
        self._run_id, self._problem, self._stopping, self._last_note = run_id, None, False, ""
        runs = self._runs
        self._supervisor.run(lambda: runs.train(run_id, resume))
        self.run_started.emit(run_id)

    def stop(self) -> None:
        """Ask for a checkpoint and the end; asking twice changes nothing."""
        if not self.busy or self._stopping:
            return
        self._stopping = True
        self._runs.stop(self._run_id)

    def close(self) -> None:
        """Stop a run that trains, and wait for its end."""
        if self.busy:
            self._runs.stop(self._run_id)
        self._supervisor.close(_CLOSE_SECONDS)

    @Slot(object)
    def _on_supervisor_arrived(self, event: object) -> None:
        if self._stopping:
            # A stop that came before the loop had begun is not known to the service: say it again.
            self._runs.stop(self._run_id)
        if isinstance(event, StepDone):
            step: Step = event.step
            self.step_done.emit(step)
        elif isinstance(event, HeldOutMeasured):
            held_out: HeldOut = event.held_out
            self.held_out_measured.emit(held_out)
        elif isinstance(event, CheckpointSaved):
            self.checkpoint_saved.emit(event)
        elif isinstance(event, TrainingFacts):
            self.facts_told.emit(event)
        elif isinstance(event, Progress):
            self.progress_made.emit(event)
        self._tell(event)

    def _tell(self, event: object) -> None:
        text = sentence(event)
        if text and not (isinstance(event, Progress) and text == self._last_note):
            self.happened.emit(text)
        if isinstance(event, Progress):
            self._last_note = text
        elif isinstance(event, Finished | WasStopped):
            self._last_note = ""

    @Slot(object)
    def _on_supervisor_failed(self, problem: HoneError) -> None:
        self._problem = problem

    @Slot()
    def _on_supervisor_ended(self) -> None:
        run_id, self._run_id = self._run_id, ""
        self._stopping = False
        self.run_ended.emit(run_id, self._problem)
