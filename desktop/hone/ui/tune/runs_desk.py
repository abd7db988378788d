"""The list of runs: read beside the window, renamed, deleted, brought back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from hone.domain.runs import Run
from hone.errors import HoneError
from hone.services.runs import RunService
from hone.ui.supervisor import start_task
from hone.ui.tune.inquiries import Inquiries
from hone.ui.tune.run_list_model import RunEntry, RunListModel


class RunsDesk(QObject):
    """Holds the item model of the overview."""

    removed = Signal(object)
    problem_found = Signal(object)

    def __init__(self, service: RunService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._inquiries = Inquiries(self)
        self.model = RunListModel(self)

    def run(self, run_id: str) -> Run | None:
        """Return a run of the list."""
        runs = (self.model.run(row) for row in range(self.model.rowCount()))
        return next((run for run in runs if run.id == run_id), None)

    @Slot()
    def refresh(self) -> None:
        """Read all runs again."""
        service = self._service
        self._inquiries.ask("runs", lambda: read_entries(service), self.model.set_entries, self._on_problem)

    @Slot(str, str)
    def rename(self, run_id: str, name: str) -> None:
        """Rename a run."""
        service = self._service
        start_task(self, lambda: service.rename(run_id, name), lambda _: self.refresh(), self._on_problem)

    def delete(self, run: Run) -> None:
        """Move a run to the trash; `removed` follows."""
        service = self._service
        self.model.remove(run.id)
        start_task(
            self, lambda: service.delete(run.id), lambda _: self.removed.emit(run), self._on_delete_failed
        )

    def restore(self, run_id: str) -> None:
        """Bring a deleted run back."""
        service = self._service
        start_task(self, lambda: service.restore(run_id), lambda _: self.refresh(), self._on_problem)

    def _on_delete_failed(self, problem: HoneError) -> None:
        self.problem_found.emit(problem)
        self.refresh()

    def _on_problem(self, problem: HoneError) -> None:
        self.problem_found.emit(problem)


def read_entries(service: RunService) -> list[RunEntry]:
    """Read all runs with their curves."""
    return [RunEntry(run, [step.loss for step in service.steps(run.id)]) for run in service.runs()]
