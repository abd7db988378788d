"""Rows that a model drafts for a data set, and what a person decides about them."""

from __future__ import annotations

import random
import secrets
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from hone.domain.data_changes import AddRows
from hone.domain.dataset_library import DataOrigin, DataSet
from hone.domain.datasets import Reading, Shape
from hone.domain.row_drafts import (
    TAKEN,
    DraftBatch,
    DraftEvent,
    DraftForm,
    DraftingBegun,
    DraftingEnded,
    DraftOrder,
    DraftRow,
    DraftState,
    decided,
    edited,
    form_from_json,
    to_json,
)
from hone.errors import BadInput, HoneError, Stopped
from hone.services.data import DataService
from hone.services.data_sets import DataSetService
from hone.services.reply_sources import Catalogue
from hone.services.row_drafting.beginning import Beginning
from hone.services.row_drafting.prompt_texts import PromptText
from hone.services.row_drafting.run import DraftRun, Engines
from hone.services.row_drafting.sources import Documents, RowSource, chosen_seeds
from hone.services.row_drafting.writing import contents_in, drafts_in
from hone.storage.database import Database
from hone.storage.drafts import DraftStore
from hone.storage.row_drafts import RowDraftStore

_FORM = "draft_rows/"


class RowDraftService:
    """Drafts rows, one batch at a time, and keeps them. Safe from any thread."""

    def __init__(
        self,
        database: Database,
        models: Catalogue,
        engines: Engines,
        data: DataService,
        data_sets: DataSetService,
        documents: Documents,
    ) -> None:
        self._store = RowDraftStore(database)
        self._forms = DraftStore(database)
        self._beginning = Beginning(models, engines, data, documents)
        self._data, self._data_sets = data, data_sets
        self._lock = threading.Lock()
        self._run: DraftRun | None = None
        self._busy_with: str | None = None
        self._stopping = False

    # ---- what is there ------------------------------------------------------------------------------

    @property
    def busy_with(self) -> str | None:
        """The id of the data set that rows are drafted for now, "" for a file; None when none are."""
        return self._busy_with

    def drafts(self, data_set_id: str, states: Iterable[DraftState] = ()) -> list[DraftRow]:
        """Return the drafts of a data set in the order of coming; only those in `states` if any are given."""
        return self._store.drafts(data_set_id, states)

    def last_batch(self, data_set_id: str) -> DraftBatch | None:
        """Return the newest batch of a data set; one that was under way when Hone ended says so."""
        batch = self._store.last_batch(data_set_id)
        if batch is None or batch.over or self._busy_with == data_set_id:
            return batch
        made = sum(draft.batch == batch.id for draft in self._store.drafts(data_set_id))
        return msgspec.structs.replace(
            batch,
            made=made,
            over=True,
            problem="Hone ended while rows were drafted; those that came are here.",
        )

    def form(self, data_set_id: str) -> DraftForm:
        """Return what was filled in last for a data set; instructions of one's own come from the last one."""
        for place in (_FORM + data_set_id, _FORM):
            value = self._forms.get(place)
            if value is None:
                continue
            try:
                form = form_from_json(value)
            except msgspec.MsgspecError:
                continue  # written by a newer Hone: it stays until something else is filled in
            if place == _FORM:
                order = msgspec.structs.replace(form.order, seeds=(), documents=())
                form = msgspec.structs.replace(form, order=order)
            return form
        return DraftForm()

    def keep_form(self, data_set_id: str, form: DraftForm) -> None:
        """Keep what is filled in."""
        value = to_json(form)
        self._forms.put(_FORM + data_set_id, value)
        self._forms.put(_FORM, value)

    def texts(self, order: DraftOrder) -> tuple[PromptText, ...]:
        """Return the prompts that an order is drafted with, as they come with Hone."""
        return self._beginning.texts(order)

    def choose_seeds(self, data_set_id: str, count: int, seed: int = -1) -> tuple[int, ...]:
        """Return the numbers of rows that differ from each other, drawn anew each time."""
        chance = random.Random(seed if seed >= 0 else None)
        source = _source_of(self._data_sets.get(data_set_id))
        found = chosen_seeds(self._data, source, count, chance)
        if not found:
            raise BadInput(
                "No row of this data set can serve as an example.",
                hint="Examples need a prompt with a reply in words.",
            )
        return found

    # ---- drafting -----------------------------------------------------------------------------------

    def draft(self, data_set_id: str, order: DraftOrder) -> Iterator[DraftEvent]:
        """Draft rows for a data set; each is on the disk before it is told.

        Ends with DraftingEnded, whatever happens to the model; raises BadInput where the order cannot be
        begun at all. Leaving the iterator early stops it.
        """
        data_set = self._data_sets.get(data_set_id)
        source = _source_of(data_set)
        yield from self._drafted(order, source, data_set_id, self._store.drafts(data_set_id), kept=True)

    def draft_from(
        self, order: DraftOrder, path: Path | None = None, reading: Reading | None = None
    ) -> Iterator[DraftEvent]:
        """Draft rows from a file's rows, or from the documents of the order; nothing of it is kept.

        Else as `draft`.
        """
        source = None
        if path is not None:
            report = self._data.inspect(path, reading or Reading())
            source = RowSource(path=path, reading=report.reading, rows=report.rows)
        yield from self._drafted(order, source, "", (), kept=False)

    def stop(self) -> None:
        """End what is drafted now; the rows that came stay. Never waits."""
        with self._lock:
            self._stopping = True
            run = self._run
        if run is not None:
            run.stop()

    def close(self) -> None:
        """End what is drafted now."""
        self.stop()

    # ---- what a person decides ----------------------------------------------------------------------

    def decide(self, draft_ids: Sequence[str], state: DraftState, looked_at: bool = True) -> list[DraftRow]:
        """Accept or reject drafts, or put them back; returns them as they were before.

        One that was edited is accepted as EDITED. With `looked_at` a person had them before the eyes.
        """
        before = self._store.get(draft_ids)
        self._store.replace([decided(draft, state, looked_at) for draft in before])
        return before

    def edit(self, draft_id: str, prompt: str, reply: str) -> list[DraftRow]:
        """Accept a draft with words of the person's own; returns it as it was before."""
        before = self._store.get([draft_id])
        self._store.replace([edited(draft, prompt, reply) for draft in before])
        return before

    def put_back(self, before: Sequence[DraftRow]) -> None:
        """Undo a decision with what it returned."""
        self._store.replace(before)

    def note_looked_at(self, draft_ids: Sequence[str]) -> None:
        """Note that a person had drafts before the eyes."""
        self._store.note_looked_at(draft_ids)

    def waiting(self, data_set: DataSet) -> list[DraftRow]:
        """Return the accepted drafts that are not in the version in use."""
        there = drafts_in(data_set)
        return [draft for draft in self._store.drafts(data_set.id, TAKEN) if draft.id not in there]

    def rows_to_add(self, data_set: DataSet) -> AddRows | None:
        """Return the change that adds all accepted drafts which are not in the version in use; None: none.

        Raises BadInput where the data set's shape cannot hold them.
        """
        waiting = self.waiting(data_set)
        shape = data_set.version.reading.format
        return AddRows(contents=contents_in(shape, waiting)) if waiting else None

    def as_data_set(self, data_set: DataSet, name: str) -> DataSet:
        """Make a data set of messages of the accepted drafts that are not in the version in use."""
        contents = contents_in(Shape.MESSAGES, self.waiting(data_set))
        if not contents:
            raise BadInput("No accepted row is waiting.", hint="Accept some drafts first.")
        return self._data_sets.create(name, contents, Shape.MESSAGES, DataOrigin.MODEL)

    # ---- inside -------------------------------------------------------------------------------------

    def _drafted(
        self,
        order: DraftOrder,
        source: RowSource | None,
        data_set_id: str,
        drafts: Sequence[DraftRow],
        kept: bool,
    ) -> Iterator[DraftEvent]:
        self._take_turn(data_set_id)
        try:
            batch = DraftBatch(
                id=secrets.token_hex(8), data_set_id=data_set_id, made_at=datetime.now(UTC), order=order
            )
            run = self._beginning.run(batch, source, drafts, self._store if kept else None)
            if kept:
                self._store.put_batch(batch)
            yield DraftingBegun(batch=batch)
            yield from self._followed(run, batch, kept)
        finally:
            with self._lock:
                self._run, self._busy_with = None, None

    def _followed(self, run: DraftRun, batch: DraftBatch, kept: bool) -> Iterator[DraftEvent]:
        """Pass on what happens, and keep how it ended, also when the caller leaves or Hone is closed."""
        began = time.monotonic()
        problem: HoneError | None = None
        with self._lock:
            self._run = run
            stopping = self._stopping
        if stopping:
            run.stop()
        try:
            yield from run.events()
        except Stopped:
            pass  # the end says how many rows there are
        except HoneError as error:
            problem = error
        finally:
            ended = msgspec.structs.replace(
                batch,
                made=run.made,
                dropped=dict(run.dropped),
                failure=run.failure,
                seconds=time.monotonic() - began,
                over=True,
                problem=problem.message if problem is not None else "",
                hint=problem.hint if problem is not None else "",
            )
            if kept:
                self._store.put_batch(ended)
        yield DraftingEnded(batch=ended)

    def _take_turn(self, data_set_id: str) -> None:
        with self._lock:
            if self._busy_with is not None:
                raise BadInput("Rows are being drafted already.", hint="Wait until it ends, or stop it.")
            self._busy_with, self._stopping = data_set_id, False


def _source_of(data_set: DataSet) -> RowSource:
    version = data_set.version
    return RowSource(path=version.path, reading=version.reading, rows=version.rows, version=version.number)
