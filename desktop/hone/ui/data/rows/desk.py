"""The rows that are shown, what was done to them and is not saved yet, and undoing it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QUndoCommand, QUndoStack

from hone.domain.data_changes import AnyChange
from hone.domain.dataset_library import DataSet
from hone.domain.datasets import AS_FOUND, ShownRow
from hone.domain.row_edits import (
    GONE,
    Pending,
    RowChange,
    RowEdit,
    RowJournal,
    added_rows,
    apply_edit,
    changes_of,
)
from hone.services import Services
from hone.services.row_contents import blank_content, read_content
from hone.ui.data.rows.row_pages import RowPages
from hone.ui.supervisor import InOrder, start_task

_KEEP_AFTER_MS = 500
_MOST_EDITS = 1000
_KEPT_READINGS = 500


@dataclass(frozen=True)
class _Given:
    """Edits of a version that were given away to become the next one."""

    data_set_id: str
    version: int
    changes: tuple[AnyChange, ...]
    journal: RowJournal

    def became(self, now: DataSet) -> bool:
        """Whether the version in use was made of them."""
        version = now.version
        return (
            now.id == self.data_set_id and version.parent == self.version and version.changes == self.changes
        )


class RowsDesk(QObject):
    """Signals are facts. Rows have their numbers; added ones are -1, -2, ...

    `ready` is False until the edits that were kept for this version are read: rows cannot be edited before.
    """

    opened = Signal()
    rows_changed = Signal(object)  # tuple of rows: they look different, or came or went
    edits_changed = Signal()
    waiting_elsewhere = Signal(int, int)  # another version with edits that are not saved, how many rows
    failed = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.data = services.data
        self.data_set: DataSet | None = None
        self.pages = RowPages(services.data, self)
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(_MOST_EDITS)
        self.ready = False
        self._state: dict[int, Pending] = {}
        self._readings: dict[str, ShownRow] = {}
        self._opening = 0
        self._in_order = InOrder()
        self._given: _Given | None = None  # asked to be saved
        self._saved: _Given | None = None  # saved last
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_KEEP_AFTER_MS)
        self._timer.timeout.connect(self._keep)
        self.pages.arrived.connect(self._on_arrived)
        self.pages.failed.connect(self.failed)

    # ---- opening

    def open(self, data_set: DataSet | None) -> None:
        """Show the version in use of a data set, with what was done to its rows and not saved."""
        if data_set is not None and not data_set.versions:
            data_set = None
        if data_set is not None and self._is_open(data_set):
            self.data_set = data_set
            return
        self.flush()
        self.data_set = data_set
        self._opening += 1
        self.ready = False
        self._state.clear()
        self._readings.clear()
        self.undo_stack.clear()
        if data_set is None:
            self.pages.open(None, AS_FOUND)
        else:
            self.pages.open(data_set.version.path, data_set.version.reading)
            self._look_after_saved(data_set)
            load = partial(self._services.row_edits.load, data_set.id, data_set.current)
            start_task(
                self,
                self._in_order.afterwards(load),
                partial(self._on_loaded, self._opening),
                partial(self._on_not_loaded, self._opening),
            )
            others = partial(self._services.row_edits.waiting, data_set.id, data_set.current)
            start_task(
                self,
                self._in_order.afterwards(others),
                partial(self._on_others, self._opening),
                self.failed.emit,
            )
        self.opened.emit()
        self.edits_changed.emit()

    def _is_open(self, data_set: DataSet) -> bool:
        """Whether this version is open already, from the same file."""
        now = self.data_set
        return now is not None and (now.id, now.version) == (data_set.id, data_set.version)

    def flush(self) -> None:
        """Keep what was done now, when it waits."""
        if self._timer.isActive():
            self._timer.stop()
            self._keep()

    # ---- what is shown

    @property
    def shape(self) -> str:
        """The shape of the rows."""
        return self.data_set.version.reading.format if self.data_set is not None else ""

    @property
    def rows(self) -> int:
        """How many rows the version has."""
        return self.data_set.version.rows if self.data_set is not None else 0

    @property
    def added(self) -> tuple[int, ...]:
        """The added rows."""
        return added_rows(self._state)

    def pending(self, row: int) -> Pending | None:
        """Return what a row is going to be; None when nothing was done to it."""
        return self._state.get(row)

    def shown(self, row: int) -> ShownRow | None:
        """Return a row as it is going to be; None until it has come. A row that is gone is as it was."""
        pending = self._state.get(row)
        if pending is None or pending.gone:
            return self.pages.row(row) if row > 0 else None
        return self._read(pending.content, row)

    def content(self, row: int) -> str | None:
        """Return what a person edits; None when the row has not come, "" when it cannot be edited."""
        shown = self.shown(row)
        return None if shown is None else shown.content

    # ---- what is done

    @property
    def count(self) -> int:
        """How many rows are different from the version."""
        return len(self._state)

    def changes(self) -> tuple[AnyChange, ...]:
        """Return what must be done to the version."""
        return changes_of(self._state)

    def replace(self, row: int, content: str, said: str, burst: int = 0) -> None:
        """Give a row another content; edits of one `burst` (not 0) are undone together."""
        before = self._state.get(row)
        original = self.pages.known(row)
        after: Pending | None = Pending(content)
        if row > 0 and original is not None and original.content == content:
            after = None
        if before != after:
            change = RowChange(rows=(row,), before=before, after=after)
            self._do(RowEdit(said=said, changes=(change,)), burst)

    def remove(self, rows: Sequence[int], said: str) -> None:
        """Leave rows out; those that are gone already stay gone."""
        untouched = tuple(row for row in rows if row > 0 and row not in self._state)
        changes = [RowChange(rows=untouched, after=GONE)] if untouched else []
        for row in rows:
            before = self._state.get(row)
            if before is not None and not before.gone:
                changes.append(RowChange(rows=(row,), before=before, after=GONE if row > 0 else None))
        if changes:
            self._do(RowEdit(said=said, changes=tuple(changes)))

    def bring_back(self, rows: Sequence[int], said: str) -> None:
        """Take rows back that were left out, as the version has them."""
        gone = tuple(row for row in rows if self._state.get(row) == GONE)
        if gone:
            self._do(RowEdit(said=said, changes=(RowChange(rows=gone, before=GONE),)))

    def add(self, contents: Iterable[str], said: str) -> tuple[int, ...]:
        """Add rows at the end and return them."""
        last = min(self._state, default=0)
        rows = []
        changes = []
        for content in contents:
            last = min(last, 0) - 1
            rows.append(last)
            changes.append(RowChange(rows=(last,), after=Pending(content)))
        if changes:
            self._do(RowEdit(said=said, changes=tuple(changes)))
        return tuple(rows)

    def add_blank(self, said: str, like: str = "") -> int:
        """Add an empty row and return it."""
        return self.add([blank_content(self.shape, like)], said)[0]

    def discard(self, said: str) -> None:
        """Take back all that was done, as one edit that can be undone."""
        changes = tuple(
            RowChange(rows=(row,), before=pending) for row, pending in sorted(self._state.items())
        )
        if changes:
            self._do(RowEdit(said=said, changes=changes))

    def give_away(self) -> tuple[AnyChange, ...]:
        """Return the changes for a new version; once that is open, they are not pending any more."""
        changes = self.changes()
        if self.data_set is not None and changes:
            self._given = _Given(self.data_set.id, self.data_set.current, changes, self._journal())
        return changes

    def _do(self, edit: RowEdit, burst: int = 0) -> None:
        if self.ready:
            self.undo_stack.push(_EditCommand(self, edit, burst))

    def apply(self, edit: RowEdit, undo: bool) -> None:
        """Do or undo an edit; for the undo stack."""
        rows = apply_edit(self._state, edit, undo)
        self.rows_changed.emit(rows)
        self.edits_changed.emit()
        self._timer.start()

    # ---- keeping

    def _journal(self) -> RowJournal:
        commands = [self.undo_stack.command(place) for place in range(self.undo_stack.count())]
        edits = tuple(each.edit for each in commands if isinstance(each, _EditCommand))
        return RowJournal(edits=edits, done=self.undo_stack.index())

    @Slot()
    def _keep(self) -> None:
        if self.data_set is not None and self.ready:
            self._save(self.data_set.id, self.data_set.current, self._journal())

    def _save(self, data_set_id: str, version: int, journal: RowJournal) -> None:
        save = partial(self._services.row_edits.save, data_set_id, version, journal)
        start_task(self, self._in_order(save), None, self.failed.emit)

    def _look_after_saved(self, now: DataSet) -> None:
        """Forget edits that became this version; bring them back when the person undid that."""
        if self._given is not None and self._given.became(now):
            self._saved, self._given = self._given, None
            self._save(now.id, self._saved.version, RowJournal())
        elif self._saved is not None and (now.id, now.current) == (
            self._saved.data_set_id,
            self._saved.version,
        ):
            self._save(now.id, now.current, self._saved.journal)
            self._saved = None

    def _on_loaded(self, opening: int, journal: RowJournal) -> None:
        if opening != self._opening:
            return
        commands = [_EditCommand(self, edit, 0, quiet=True) for edit in journal.edits]
        for command in commands:
            self.undo_stack.push(command)
        self.undo_stack.setIndex(journal.done)
        for command in commands:
            command.quiet = False
        self._state = journal.state()
        self.ready = True
        self.rows_changed.emit(tuple(self._state))
        self.edits_changed.emit()

    def _on_others(self, opening: int, waiting: tuple[tuple[int, int], ...]) -> None:
        if opening == self._opening and waiting:
            self.waiting_elsewhere.emit(*waiting[-1])

    def _on_not_loaded(self, opening: int, error: object) -> None:
        if opening == self._opening:
            self.ready = True
            self.failed.emit(error)

    @Slot(object)
    def _on_arrived(self, rows: tuple[int, ...]) -> None:
        self.rows_changed.emit(rows)

    def _read(self, content: str, row: int) -> ShownRow:
        found = self._readings.get(content)
        if found is None or found.row != row:
            if len(self._readings) > _KEPT_READINGS:
                self._readings.clear()
            found = self._readings[content] = read_content(self.shape, content, row)
        return found


class _EditCommand(QUndoCommand):
    """One edit on the undo stack; a `quiet` one says nothing, while a kept journal is put back."""

    def __init__(self, desk: RowsDesk, edit: RowEdit, burst: int, quiet: bool = False) -> None:
        super().__init__(edit.said)
        self.edit = edit
        self.quiet = quiet
        self._desk = desk
        self._burst = burst

    def id(self) -> int:
        return 1 if self._burst else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _EditCommand) or other._burst != self._burst:
            return False
        both = self.edit.then(other.edit)
        if both is None:
            return False
        self.edit = both
        return True

    def redo(self) -> None:
        if not self.quiet:
            self._desk.apply(self.edit, undo=False)

    def undo(self) -> None:
        if not self.quiet:
            self._desk.apply(self.edit, undo=True)
