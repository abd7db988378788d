"""What is drafted for the open data set, and what is done about it: no widgets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from hone.domain.data_changes import AddRows
from hone.domain.dataset_library import DataSet
from hone.domain.row_drafts import (
    TAKEN,
    DraftBatch,
    DraftingEnded,
    DraftMade,
    DraftOrder,
    DraftProgress,
    DraftRow,
    DraftState,
    decided,
    edited,
)
from hone.errors import HoneError
from hone.services.row_drafting import RowDraftService
from hone.services.row_drafting.writing import drafts_in
from hone.ui.supervisor import InOrder, Supervisor, start_task


class DraftDesk(QObject):
    """The drafts of one data set as they stand now. What is decided is shown at once and kept beside."""

    changed = Signal()  # drafts came, or something was decided
    opened = Signal()  # another data set, or another version of it, was read
    progressed = Signal(object)  # DraftProgress
    running_changed = Signal()
    ended = Signal(object)  # DraftBatch
    failed = Signal(object)  # HoneError

    def __init__(self, service: RowDraftService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._in_order = InOrder()
        self._asked = self._decisions = 0
        self._drafts: dict[str, DraftRow] = {}
        self._undo: list[tuple[DraftRow, ...]] = []
        self._seen: set[str] = set()
        self._run_for = ""
        self.data_set: DataSet | None = None
        self.batch: DraftBatch | None = None
        self.progress: DraftProgress | None = None
        self._there: frozenset[str] = frozenset()
        self._run = Supervisor(parent=self)
        self._run.arrived.connect(self._on_arrived)
        self._run.failed.connect(self._on_failed)
        self._run.ended.connect(self._on_run_ended)

    # ---- what is there

    @property
    def running(self) -> bool:
        """Whether rows are drafted now, for whichever data set."""
        return self._run.busy

    @property
    def runs_here(self) -> bool:
        """Whether rows are drafted now for the open data set."""
        return self.running and self.data_set is not None and self._run_for == self.data_set.id

    def pending(self) -> list[DraftRow]:
        """Return the drafts nobody has decided about."""
        return self._in(DraftState.PENDING)

    def accepted(self) -> list[DraftRow]:
        """Return the drafts that were accepted, as they are or edited."""
        return self._in(*TAKEN)

    def rejected(self) -> list[DraftRow]:
        """Return the drafts that were rejected."""
        return self._in(DraftState.REJECTED)

    def waiting(self) -> list[DraftRow]:
        """Return the accepted drafts that are not in the version in use."""
        return [draft for draft in self.accepted() if draft.id not in self._there]

    def is_added(self, draft_id: str) -> bool:
        """Whether a draft is in the version in use."""
        return draft_id in self._there

    def looked_at(self, drafts: Sequence[DraftRow]) -> int:
        """Count the drafts that were before the eyes of a person."""
        return sum(draft.looked_at or draft.id in self._seen for draft in drafts)

    # ---- opening

    def open(self, data_set: DataSet | None) -> None:
        """Show a data set's drafts; those of the same set stay until they are read."""
        if data_set is None or self.data_set is None or data_set.id != self.data_set.id:
            self._drafts, self._undo, self.batch = {}, [], None
        self.data_set = data_set
        self._asked += 1
        if data_set is None:
            self.opened.emit()
            return
        service, number = self._service, self._asked

        def read() -> tuple[list[DraftRow], DraftBatch | None, frozenset[str]]:
            return service.drafts(data_set.id), service.last_batch(data_set.id), drafts_in(data_set)

        start_task(
            self,
            self._in_order.afterwards(read),
            partial(self._on_read, number, self._decisions),
            self.failed.emit,
        )

    def _on_read(
        self, number: int, decisions: int, found: tuple[list[DraftRow], DraftBatch | None, frozenset[str]]
    ) -> None:
        if number != self._asked:
            return
        if decisions != self._decisions:  # what was read is older than what was decided meanwhile
            self.open(self.data_set)
            return
        drafts, batch, self._there = found
        # A row that came while this was read is on the disk, and perhaps not in what was read.
        newer = {key: draft for key, draft in self._drafts.items() if draft.state is DraftState.PENDING}
        self._drafts = {draft.id: draft for draft in drafts}
        if self.runs_here:
            self._drafts = {**newer, **self._drafts}
        self.batch = batch
        self.opened.emit()

    # ---- drafting

    def start(self, order: DraftOrder) -> None:
        """Draft rows for the open data set."""
        if self.data_set is None or self.running:
            return
        self._run_for, self.progress = self.data_set.id, None
        self._run.run(partial(self._service.draft, self.data_set.id, order))
        self.running_changed.emit()

    def stop(self) -> None:
        """End the drafting; what came stays."""
        self._service.stop()

    def finish(self) -> None:
        """Stop, and wait for the background thread."""
        self.stop()
        self._run.close()

    @Slot(object)
    def _on_arrived(self, event: object) -> None:
        here = self.data_set is not None and self._run_for == self.data_set.id
        match event:
            case DraftProgress():
                self.progress = event
                self.progressed.emit(event)
            case DraftMade(draft=draft) if here:
                self._drafts[draft.id] = draft
                self.changed.emit()
            case DraftingEnded(batch=batch) if here:
                self.batch = batch
                self.ended.emit(batch)

    @Slot(object)
    def _on_failed(self, error: HoneError) -> None:
        self.failed.emit(error)

    @Slot()
    def _on_run_ended(self) -> None:
        self.progress = None
        self.running_changed.emit()

    # ---- deciding

    def decide(self, drafts: Sequence[DraftRow], state: DraftState, looked_at: bool = True) -> None:
        """Accept or reject drafts, or put them back to be looked at."""
        ids = [draft.id for draft in drafts if draft.id in self._drafts]
        if not ids:
            return
        self._undo.append(tuple(self._drafts[identity] for identity in ids))
        for identity in ids:
            seen = looked_at or identity in self._seen
            self._drafts[identity] = decided(self._drafts[identity], state, seen)
        self._keep(partial(self._service.decide, ids, state, looked_at))
        self.changed.emit()

    def edit(self, draft: DraftRow, prompt: str, reply: str) -> None:
        """Accept a draft with other words."""
        before = self._drafts.get(draft.id)
        if before is not None:
            self._undo.append((before,))
            self._drafts[draft.id] = edited(before, prompt, reply)
            self._keep(partial(self._service.edit, draft.id, prompt, reply))
            self.changed.emit()

    def undo(self) -> None:
        """Take the last decision back."""
        if self._undo:
            before = self._undo.pop()
            self._drafts.update({draft.id: draft for draft in before if draft.id in self._drafts})
            self._keep(partial(self._service.put_back, before))
            self.changed.emit()

    def note_seen(self, draft_ids: Sequence[str]) -> None:
        """Note that drafts have been before the eyes for a while."""
        fresh = [
            identity
            for identity in draft_ids
            if identity not in self._seen
            and identity in self._drafts
            and not self._drafts[identity].looked_at
        ]
        if fresh:
            self._seen.update(fresh)
            self._keep(partial(self._service.note_looked_at, fresh))

    def rows_to_add(self, on_done: Callable[[AddRows | None], object], on_failed: object) -> None:
        """Make the change that adds what was accepted."""
        assert callable(on_failed)
        if self.data_set is not None:
            call = partial(self._service.rows_to_add, self.data_set)
            start_task(self, self._in_order.afterwards(call), on_done, on_failed)

    def as_data_set(self, name: str, on_done: Callable[[DataSet], object]) -> None:
        """Make a data set of what was accepted."""
        if self.data_set is not None:
            call = partial(self._service.as_data_set, self.data_set, name)
            start_task(self, self._in_order.afterwards(call), on_done, self.failed.emit)

    def _keep(self, call: Callable[[], object]) -> None:
        """Write in the order of deciding; where that fails, what is on the disk is shown again."""
        self._decisions += 1
        start_task(self, self._in_order(call), None, self._on_not_kept)

    def _on_not_kept(self, error: HoneError) -> None:
        self._undo.clear()
        self.failed.emit(error)
        self.open(self.data_set)

    def _in(self, *states: DraftState) -> list[DraftRow]:
        return [draft for draft in self._drafts.values() if draft.state in states]
