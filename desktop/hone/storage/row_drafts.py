"""Drafted rows in the database: committed one by one, so that none is lost that was shown."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

import msgspec

from hone.domain.row_drafts import (
    DraftBatch,
    DraftFacts,
    DraftProvenance,
    DraftRow,
    DraftState,
    batch_from_json,
    to_json,
)
from hone.storage.conversation_rows import insert, time_text
from hone.storage.database import Database

_AT_ONCE = 500  # values in one statement; SQLite takes 32,766


class RowDraftStore:
    """Reads and writes drafts and their batches. Safe from any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, draft: DraftRow) -> None:
        """Keep a draft; it is on the disk when this returns."""
        with self._database.transaction() as connection:
            insert(connection, "row_drafts", _values(draft))

    def drafts(self, data_set_id: str, states: Iterable[DraftState] = ()) -> list[DraftRow]:
        """Return the drafts of a data set in the order of coming; only those in `states` if any are given.

        One that cannot be read, because a newer Hone wrote it, is left out.
        """
        wanted = [str(state) for state in states]
        among = f" AND state IN ({_marks(len(wanted))})" if wanted else ""
        rows = self._database.query(
            f"SELECT * FROM row_drafts WHERE data_set_id = ?{among} ORDER BY made_at, rowid",
            (data_set_id, *wanted),
        )
        return [draft for row in rows if (draft := _draft(row)) is not None]

    def get(self, draft_ids: Sequence[str]) -> list[DraftRow]:
        """Return the drafts with these ids that there are, in the order of coming."""
        rows: list[sqlite3.Row] = []
        for start in range(0, len(draft_ids), _AT_ONCE):
            some = tuple(draft_ids[start : start + _AT_ONCE])
            rows += self._database.query(
                f"SELECT * FROM row_drafts WHERE id IN ({_marks(len(some))}) ORDER BY made_at, rowid", some
            )
        return [draft for row in rows if (draft := _draft(row)) is not None]

    def replace(self, drafts: Sequence[DraftRow]) -> None:
        """Keep what was decided about drafts, all of them or none; one that is gone stays gone."""
        with self._database.transaction() as connection:
            connection.executemany(
                "UPDATE row_drafts SET state = ?, looked_at = ?, content = ?, original = ? WHERE id = ?",
                [
                    (str(each.state), int(each.looked_at), each.content, each.original, each.id)
                    for each in drafts
                ],
            )

    def note_looked_at(self, draft_ids: Sequence[str]) -> None:
        """Note that a person has seen drafts."""
        with self._database.transaction() as connection:
            connection.executemany(
                "UPDATE row_drafts SET looked_at = 1 WHERE id = ?", [(identity,) for identity in draft_ids]
            )

    def put_batch(self, batch: DraftBatch) -> None:
        """Keep a batch in the place of what was known of it."""
        body = to_json(batch)
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT INTO row_draft_batches (id, data_set_id, made_at, body) VALUES (?, ?, ?, ?)"
                " ON CONFLICT (id) DO UPDATE SET body = excluded.body",
                (batch.id, batch.data_set_id, time_text(batch.made_at), body),
            )

    def last_batch(self, data_set_id: str) -> DraftBatch | None:
        """Return the newest batch of a data set that can be read; None when there is none."""
        rows = self._database.query(
            "SELECT body FROM row_draft_batches WHERE data_set_id = ?"
            " ORDER BY made_at DESC, rowid DESC LIMIT 1",
            (data_set_id,),
        )
        if not rows:
            return None
        try:
            return batch_from_json(rows[0]["body"])
        except msgspec.MsgspecError:
            return None


def _marks(count: int) -> str:
    return ", ".join("?" * count)


def _values(draft: DraftRow) -> dict[str, object]:
    return {
        "id": draft.id,
        "data_set_id": draft.data_set_id,
        "batch": draft.batch,
        "made_at": time_text(draft.made_at),
        "state": str(draft.state),
        "looked_at": int(draft.looked_at),
        "content": draft.content,
        "original": draft.original,
        "facts": msgspec.json.encode(draft.facts).decode(),
        "provenance": msgspec.json.encode(draft.provenance).decode(),
    }


def _draft(row: sqlite3.Row) -> DraftRow | None:
    values = dict(row)
    try:
        values["facts"] = msgspec.json.decode(row["facts"], type=DraftFacts)
        values["provenance"] = msgspec.json.decode(row["provenance"], type=DraftProvenance)
        values["looked_at"] = bool(row["looked_at"])
        return msgspec.convert(values, DraftRow)
    except msgspec.MsgspecError:
        return None
