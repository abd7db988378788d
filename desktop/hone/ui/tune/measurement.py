"""A few real steps of the plan, run beside the window, to know time and memory instead of guessing."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QObject, Signal, Slot

from hone.domain.generation import Progress
from hone.domain.plan import Plan
from hone.errors import HoneError
from hone.ipc.training_messages import Measured, StepDone, TrainingFacts
from hone.services.runs import RunService
from hone.ui.supervisor import Supervisor

STEPS = 3
_CLOSE_SECONDS = 10.0


class Measurement(QObject):
    """Measures one plan at a time; a result holds until the plan changes in more than its name."""

    changed = Signal()
    progress_made = Signal(object)
    problem_found = Signal(object)

    def __init__(self, runs: RunService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runs = runs
        self._supervisor = Supervisor(parent=self)
        self._supervisor.arrived.connect(self._on_supervisor_arrived)
        self._supervisor.failed.connect(self._on_supervisor_failed)
        self._supervisor.ended.connect(self._on_supervisor_ended)
        self._plan: Plan | None = None
        self._next: Plan | None = None
        self._cancelled = False
        self.result: Measured | None = None
        self.facts: TrainingFacts | None = None

    @property
    def busy(self) -> bool:
        """Whether steps are being run."""
        return self._supervisor.busy

    def holds_for(self, plan: Plan) -> bool:
        """Whether this plan was measured, is being measured, or was given up by the person."""
        return self._plan == _without_name(plan)

    def start(self, plan: Plan) -> None:
        """Measure a plan; one that is being measured is given up first."""
        plan = _without_name(plan)
        if self.busy:
            self._next = plan
            self._runs.stop_measuring()
            return
        self._plan, self._next, self._cancelled = plan, None, False
        self.result = self.facts = None
        runs = self._runs
        self._supervisor.run(lambda: runs.measure(plan, STEPS))
        self.changed.emit()

    def cancel(self) -> None:
        """Give up measuring."""
        self._next = None
        self._cancelled = True
        if self.busy:
            self._runs.stop_measuring()

    def reset(self) -> None:
        """Forget the result: the plan is another one now."""
        self.cancel()
        self._plan, self.result, self.facts = None, None, None
        self.changed.emit()

    def close(self) -> None:
        """Give up and wait for the end of the process."""
        if self.busy:
            self._runs.stop_measuring()
        self._supervisor.close(_CLOSE_SECONDS)

    @Slot(object)
    def _on_supervisor_arrived(self, event: object) -> None:
        if self._cancelled or self._next is not None:
            # A stop that came before the loop had begun is not known to the service: say it again.
            self._runs.stop_measuring()
        if isinstance(event, Measured) and not self._cancelled:
            self.result = event
            self.changed.emit()
        elif isinstance(event, TrainingFacts):
            self.facts = event
        elif isinstance(event, Progress):
            self.progress_made.emit(event)
        elif isinstance(event, StepDone):
            note = self.tr("Running a few real steps")
            self.progress_made.emit(Progress(note=note, done=event.step.step, total=STEPS))

    @Slot(object)
    def _on_supervisor_failed(self, problem: HoneError) -> None:
        if not self._cancelled and self._next is None:
            self.problem_found.emit(problem)

    @Slot()
    def _on_supervisor_ended(self) -> None:
        self.changed.emit()
        if self._next is not None:
            self.start(self._next)


def _without_name(plan: Plan) -> Plan:
    return msgspec.structs.replace(plan, name="measurement")
