"""How the source of a data set is read: what is chosen, what there is to choose from, and its first rows."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from hone.domain.dataset_library import DataSet
from hone.domain.datasets import AS_FOUND, Columns, Guess, Reading, RenderedRow, ShownRow
from hone.errors import BadInput, HoneError
from hone.ipc.data_messages import RowsListed
from hone.services.row_contents import fields_of
from hone.ui.data.tab import DataContext
from hone.ui.supervisor import start_task

FIRST_ROWS = 6
_PAUSE_MS = 120


class MappingDesk(QObject):
    """Signals are facts. Only answers about the source and reading that are chosen now are taken.

    `columns` are None until they are known; `reading` is what is chosen, with a column or "" for each field
    of its shape. While it is `looking` for the columns of another shape or part, none can be chosen.
    """

    columns_changed = Signal()
    rows_changed = Signal()
    rendered = Signal(int, object)  # row, RenderedRow or None
    failed = Signal(object)

    def __init__(self, context: DataContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.path: Path | None = None
        self.kept = AS_FOUND
        self.columns: Columns | None = None
        self.guesses: tuple[Guess, ...] = ()
        self.reading = AS_FOUND
        self.rows: tuple[ShownRow, ...] = ()
        self.problem: HoneError | None = None
        self.looking = False
        self._asked = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._read_rows)

    @property
    def changed(self) -> bool:
        """Whether another reading is chosen than the one in use."""
        return self.columns is not None and _bare(self.reading) != _bare(self.kept)

    def open(self, data_set: DataSet | None) -> None:
        """Look at the source of a data set, as it is read now."""
        roots = [each for each in data_set.versions if not each.parent] if data_set is not None else []
        path = roots[-1].path if roots else None
        kept = roots[-1].reading if roots else AS_FOUND
        if (path, kept) == (self.path, self.kept) and self.columns is not None:
            return
        self.path, self.kept = path, kept
        self.start_over()

    def open_file(self, path: Path) -> None:
        """Look at a file that is in no data set yet."""
        self.path, self.kept = path, AS_FOUND
        self.start_over()

    def start_over(self) -> None:
        """Choose what is in use."""
        self.columns, self.reading, self.rows, self.problem = None, AS_FOUND, (), None
        self.guesses = ()
        self._asked += 1
        self._timer.stop()
        if self.path is not None:
            self._look(self.kept, first=True)
        else:
            self.columns_changed.emit()
            self.rows_changed.emit()

    def choose_shape(self, shape: str) -> None:
        """Read rows as another shape; its columns are found by looking."""
        self._look(Reading(format=shape, part=self.reading.part))

    def choose_part(self, part: str) -> None:
        """Read another split or sheet; its shape is found by looking."""
        self._look(Reading(part=part), first=True)

    def choose_column(self, field: str, column: str) -> None:
        """Read a field from another column; "" for none."""
        if self.looking:
            return
        columns = {**self.reading.columns, field: column}
        self.reading = msgspec.structs.replace(self.reading, columns=columns)
        self.columns_changed.emit()
        self._asked += 1
        self._timer.start()

    def render(self, row: int) -> None:
        """Render a row as it would be read; `rendered` follows when a model is there."""
        model, path, reading = self._context.model, self.path, self.reading
        if model is not None and path is not None:
            length = self._context.context_length
            data = self._context.services.data
            self._ask(
                lambda: data.preview(path, reading, model.path, (row,), length),
                partial(self._on_rendered, row),
                self.failed.emit,
            )

    def _look(self, reading: Reading, first: bool = False) -> None:
        """Find the columns for a reading; what does not fit any more is found anew."""
        path, data = self.path, self._context.services.data
        if path is None:
            return

        def look() -> Columns:
            try:
                return data.columns(path, reading)
            except BadInput:
                if not reading.columns and not reading.format:
                    raise
                return data.columns(path, Reading(part=reading.part))

        self._asked += 1
        self._timer.stop()
        self.looking = True
        self.reading = _whole(reading)
        self.columns_changed.emit()
        self._ask(look, partial(self._on_columns, first), self._on_failed)

    def _on_columns(self, first: bool, columns: Columns) -> None:
        self.columns, self.problem, self.looking = columns, None, False
        if first or not self.guesses:
            self.guesses = tuple(each for each in columns.guesses if each.confidence > 0)
        self.reading = _whole(columns.reading)
        self.columns_changed.emit()
        self._read_rows()

    @Slot()
    def _read_rows(self) -> None:
        path, reading, data = self.path, self.reading, self._context.services.data
        if path is None or not reading.format:
            self.rows = ()
            self.rows_changed.emit()
            return
        self._ask(lambda: data.rows(path, reading, 1, FIRST_ROWS), self._on_rows, self._on_failed)

    def _on_rows(self, listed: RowsListed) -> None:
        self.rows, self.problem = listed.rows[:FIRST_ROWS], None
        self.rows_changed.emit()

    def _on_rendered(self, row: int, rendered: tuple[RenderedRow, ...]) -> None:
        self.rendered.emit(row, rendered[0] if rendered else None)

    def _on_failed(self, error: HoneError) -> None:
        self.rows, self.problem, self.looking = (), error, False
        self.columns_changed.emit()
        self.rows_changed.emit()

    def _ask(
        self,
        question: Callable[[], object],
        on_answer: Callable[..., object],
        on_problem: Callable[..., object],
    ) -> None:
        asked = self._asked

        def answered(result: object) -> None:
            if asked == self._asked:
                on_answer(result)

        def failed(error: HoneError) -> None:
            if asked == self._asked:
                on_problem(error)

        start_task(self, question, answered, failed)


def _whole(reading: Reading) -> Reading:
    """Return a reading that names a column, or "" for none, for each field of its shape."""
    fields = fields_of(reading.format)
    columns = {field.name: reading.columns.get(field.name, "") for field in fields}
    return msgspec.structs.replace(reading, columns=columns)


def _bare(reading: Reading) -> Reading:
    """Return a reading without the fields that have no column."""
    columns = {field: column for field, column in reading.columns.items() if column}
    return msgspec.structs.replace(reading, columns=columns)
