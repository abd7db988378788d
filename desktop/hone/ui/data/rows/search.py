"""Which rows of the version are shown: those that were searched for, or all."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from hone.domain.data_changes import DataFilter
from hone.errors import HoneError
from hone.ipc.row_messages import RowsFound
from hone.ui.data.rows.desk import RowsDesk
from hone.ui.data.rows.filter_line import FilterLine
from hone.ui.data.rows.row_model import RowModel
from hone.ui.data.tab import DataContext
from hone.ui.supervisor import start_task


class RowSearch(QObject):
    """Does what the filter line asks; the last search counts. `changed` when other rows are shown."""

    changed = Signal()
    failed = Signal(object)
    _looked = Signal(int, int, int)  # which search, rows, of how many (0: not known)

    def __init__(self, context: DataContext, desk: RowsDesk, model: RowModel, line: FilterLine) -> None:
        super().__init__(desk)
        self._context, self._desk, self._model, self._line = context, desk, model, line
        self._asked = 0
        line.filter_requested.connect(self._on_filter_requested)
        self._looked.connect(self._on_looked)

    def begin_anew(self) -> None:
        """Forget what was asked for; another version is shown."""
        self._asked += 1
        self._line.forget()
        self._line.show_report(self._context.report)

    def leave(self) -> None:
        """Show all rows."""
        self._line.forget()
        self._show_all()

    @Slot(object, str)
    def _on_filter_requested(self, wanted: DataFilter, kind: str) -> None:
        if self._line.is_empty:
            self._show_all()
        elif self._desk.data_set is not None:
            self._asked += 1
            known = self._known(kind) if wanted == DataFilter() else None
            if known is not None:
                self._on_found(self._asked, RowsFound(rows=known, looked=self._desk.rows))
            else:
                self._find(wanted, kind)

    def _find(self, wanted: DataFilter, kind: str) -> None:
        assert self._desk.data_set is not None, "rows are searched in a version"
        data, version = self._desk.data, self._desk.data_set.version
        data.stop_finding()
        self._line.show_found(None, looking=True)
        tell = partial(self._looked.emit, self._asked)
        against = self._against(kind)
        start_task(
            self,
            lambda: data.find(version.path, version.reading, wanted, kind, tell=tell, against=against),
            partial(self._on_found, self._asked),
            partial(self._on_not_found, self._asked),
        )

    def _known(self, kind: str) -> tuple[int, ...] | None:
        """Return the rows with a kind of problem, where the report has all of them."""
        report = self._context.report
        group = next((each for each in report.groups if each.kind == kind), None) if report else None
        return group.rows if group is not None and group.count == len(group.rows) else None

    def _against(self, kind: str) -> tuple[Path, ...]:
        """Return the files that rows of a kind of problem were compared with."""
        files = {"held_out_overlap": self._context.held_out, "suite_overlap": self._context.suites}
        return files.get(kind, ())

    def _show_all(self) -> None:
        self._asked += 1
        self._desk.data.stop_finding()
        self._line.show_found(None)
        if self._model.filtered:
            self._model.show_numbers(None)
            self.changed.emit()

    @Slot(int, int, int)
    def _on_looked(self, asked: int, rows: int, _total: int) -> None:
        if asked == self._asked:
            self._line.show_progress(rows, self._desk.rows)

    def _on_found(self, asked: int, found: RowsFound) -> None:
        if asked == self._asked:
            self._model.show_numbers(found.rows)
            self._line.show_found(len(found.rows))
            self.changed.emit()

    def _on_not_found(self, asked: int, error: HoneError) -> None:
        if asked == self._asked:
            self._line.show_found(None)
            self.failed.emit(error)
