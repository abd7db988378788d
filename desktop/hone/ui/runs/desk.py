"""The runs of the page: read, counted, compared and changed beside the window."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from hone.domain.plan import Plan
from hone.domain.run_comparison import RunComparison
from hone.domain.run_table import RunRow, RunSize
from hone.errors import HoneError
from hone.services import Services
from hone.services.run_table import MOST_COMPARED, RunTable
from hone.services.runs import RunService
from hone.ui.runs.curve_lines import Series
from hone.ui.runs.table_model import RunTableModel
from hone.ui.supervisor import InOrder, Supervisor, start_task
from hone.ui.tune.inquiries import Inquiries


class RunTableDesk(QObject):
    """Signals tell facts. Of several answers to one question the last asked for counts."""

    listed = Signal()
    sized = Signal()
    compared = Signal(object, object)  # RunComparison of the runs that are chosen, Series of each
    removed = Signal(object)  # list of RunRow that are in the trash now
    cloned = Signal(object)  # Plan for a draft
    exported = Signal(object, int)  # Path, rows
    failed = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.model = RunTableModel(self)
        self.sizes: dict[str, RunSize] = {}
        self.loaded = False
        self.read_milliseconds = 0.0
        self._counted: dict[str, int] = {}  # when the folder last changed, as it was when it was counted
        self._chosen: tuple[str, ...] = ()
        self._inquiries = Inquiries(self)
        self._in_order = InOrder()
        self._stop = threading.Event()
        self._counter = Supervisor(parent=self)
        self._counter.arrived.connect(self._on_sized)
        self._counter.batch_ended.connect(self._on_batch_sized)
        self._counter.failed.connect(self.failed)
        self._counter.ended.connect(self._count)

    # ---- reading

    @Slot()
    def read(self) -> None:
        """Read all runs again; `listed` follows."""
        read = self._in_order.afterwards(partial(_read, self._services.run_table))
        self._inquiries.ask("rows", read, self._on_listed, self.failed.emit)

    def choose(self, rows: Sequence[RunRow]) -> None:
        """Read one run, or several beside each other; `compared` follows."""
        self._chosen = tuple(row.id for row in rows)
        self._inquiries.drop("comparison")
        if 1 <= len(rows) <= MOST_COMPARED:
            table, wanted = self._services.run_table, tuple(rows)
            read = partial(_compare, table, wanted)
            self._inquiries.ask("comparison", read, self._on_compared, self._on_not_compared)

    # ---- changing

    def rename(self, run_id: str, name: str) -> None:
        """Give a run another name."""
        runs = self._services.runs
        self._do(lambda: runs.rename(run_id, name))

    def set_note(self, run_id: str, note: str) -> None:
        """Keep a note."""
        table = self._services.run_table
        self._do(lambda: table.set_note(run_id, note))

    def delete(self, rows: Sequence[RunRow]) -> None:
        """Move runs to the trash; `removed` follows with those that are, `failed` where one is not."""
        call = self._in_order(partial(_delete, self._services.runs, tuple(rows)))
        start_task(self, call, self._on_deleted, self.failed.emit)

    def restore(self, rows: Sequence[RunRow]) -> None:
        """Bring deleted runs back."""
        runs, wanted = self._services.runs, tuple(rows)

        def restore() -> None:
            for row in wanted:
                runs.restore(row.id)

        self._do(restore)

    def clone(self, run_id: str) -> None:
        """Read a run's plan under a name that is free; `cloned` follows."""
        table = self._services.run_table
        start_task(self, lambda: table.plan_like(run_id), self._on_plan_read, self.failed.emit)

    def export(self, target: Path) -> None:
        """Write the rows that are shown as CSV; `exported` follows."""
        table, rows = self._services.run_table, tuple(self.model.rows)
        start_task(
            self,
            lambda: table.export(rows, target),
            lambda count: self.exported.emit(target, count),
            self.failed.emit,
        )

    def closing(self, unsaved: tuple[str, str] | None = None) -> None:
        """Count no further, and keep a note that is being written at once."""
        self._stop.set()
        if unsaved is not None:
            try:
                self._services.run_table.set_note(*unsaved)
            except HoneError as error:
                self.failed.emit(error)

    def finish(self) -> None:
        """Wait for the thread that counts."""
        self._counter.close()

    # ---- answers

    def _do(self, call: Callable[[], object]) -> None:
        start_task(self, self._in_order(call), lambda _: self.read(), self._on_not_done)

    def _on_not_done(self, problem: HoneError) -> None:
        self.failed.emit(problem)
        self.read()

    def _on_listed(self, found: tuple[list[RunRow], float]) -> None:
        rows, self.read_milliseconds = found
        self.loaded = True
        self.model.set_rows(rows, self.sizes)
        self.listed.emit()
        self._count()

    def _on_compared(self, found: tuple[RunComparison, tuple[Series, ...]]) -> None:
        self.compared.emit(*found)

    def _on_not_compared(self, problem: HoneError) -> None:
        """A run that went away meanwhile needs no word: the list is read again without it."""
        if all((self._services.paths.runs / run_id).is_dir() for run_id in self._chosen):
            self.failed.emit(problem)
        self.read()

    def _on_deleted(self, outcome: tuple[list[RunRow], HoneError | None]) -> None:
        gone, problem = outcome
        if problem is not None:
            self.failed.emit(problem)
        if gone:
            self.removed.emit(gone)
        self.read()

    def _on_plan_read(self, plan: Plan) -> None:
        self.cloned.emit(plan)

    # ---- sizes

    @Slot()
    def _count(self) -> None:
        """Count the folders that changed since they were counted last."""
        due = [row for row in self.model.all_rows if self._counted.get(row.id) != row.changed_ns]
        if not due or self._counter.busy or self._stop.is_set():
            return
        self._counted.update((row.id, row.changed_ns) for row in due)
        table, ids, stop = self._services.run_table, [row.id for row in due], self._stop
        self._counter.run(lambda: table.sizes(ids, stop))

    @Slot(object)
    def _on_sized(self, size: RunSize) -> None:
        self.sizes[size.run_id] = size

    @Slot()
    def _on_batch_sized(self) -> None:
        self.model.set_sizes(self.sizes)
        self.sized.emit()


def _read(table: RunTable) -> tuple[list[RunRow], float]:
    """Return the rows, and how many milliseconds it took to find them."""
    began = time.perf_counter()
    rows = table.rows()
    return rows, (time.perf_counter() - began) * 1000


def _compare(table: RunTable, rows: Sequence[RunRow]) -> tuple[RunComparison, tuple[Series, ...]]:
    comparison = table.compare(rows)
    return comparison, tuple(Series(curve) for curve in comparison.curves)


def _delete(runs: RunService, rows: Sequence[RunRow]) -> tuple[list[RunRow], HoneError | None]:
    gone: list[RunRow] = []
    for row in rows:
        try:
            runs.delete(row.id)
        except HoneError as error:
            return gone, error
        gone.append(row)
    return gone, None
