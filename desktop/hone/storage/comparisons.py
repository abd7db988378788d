"""Comparisons in the database: which conversations are columns of one, and the sheet of each.

A sheet is kept among the drafts, as JSON, but for its judgements, which have a table of their own. They are
written as picks too, in the same transaction, so that all always say the same.
"""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime

import msgspec

from hone.domain.chat import Message
from hone.domain.comparing import Judgement, Sheet, picks_of
from hone.storage.conversation_rows import insert, time_text
from hone.storage.database import Database
from hone.storage.picks import put_in

_PLACE = "comparison/"
_COPIED = tuple(
    name for name in Message.__struct_fields__ if name not in ("id", "conversation_id", "parent_id")
)
_UP = (
    "WITH RECURSIVE up (id, parent_id, role, depth) AS ("
    " SELECT id, parent_id, role, 0 FROM messages WHERE id = ?"
    " UNION ALL SELECT above.id, above.parent_id, above.role, depth + 1 FROM messages AS above"
    " JOIN up ON above.id = up.parent_id)"
)


class ComparisonStore:
    """Reads and writes what makes conversations a comparison. Safe from any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def ids(self) -> list[str]:
        """Return the comparisons that have a column which is not in the trash, last used first."""
        rows = self._database.query(
            "SELECT comparison_id FROM conversations WHERE comparison_id <> '' AND deleted_at IS NULL"
            " GROUP BY comparison_id ORDER BY max(updated_at) DESC, comparison_id"
        )
        return [str(row["comparison_id"]) for row in rows]

    def column_ids(self, comparison_id: str) -> list[str]:
        """Return the conversations of a comparison that are not in the trash, oldest first."""
        rows = self._database.query(
            "SELECT id FROM conversations WHERE comparison_id = ? AND comparison_id <> ''"
            " AND deleted_at IS NULL ORDER BY created_at, id",
            (comparison_id,),
        )
        return [str(row["id"]) for row in rows]

    def sheet(self, comparison_id: str) -> Sheet:
        """Return the sheet of a comparison with its judgements; what cannot be read is as in an empty one."""
        rows = self._database.query("SELECT value FROM drafts WHERE place = ?", (_PLACE + comparison_id,))
        try:
            sheet = msgspec.json.decode(rows[0]["value"], type=Sheet) if rows else Sheet()
        except msgspec.MsgspecError:
            sheet = Sheet()
        # A draft that was saved from a damaged file of an older version still holds judgements itself.
        judgements = self.judgements(comparison_id) or sheet.judgements
        return msgspec.structs.replace(sheet, judgements=judgements)

    def judgements(self, comparison_id: str) -> tuple[Judgement, ...]:
        """Return what was thought of a comparison's rounds, oldest first."""
        rows = self._database.query(
            "SELECT * FROM judgements WHERE comparison_id = ? ORDER BY created_at, rowid", (comparison_id,)
        )
        return tuple(judgement for row in rows if (judgement := _judgement_of(row)) is not None)

    def keep_sheet(self, comparison_id: str, sheet: Sheet) -> None:
        """Keep a sheet, and its judgements also as picks."""
        picks = picks_of(comparison_id, sheet.judgements)
        beginning = f"{comparison_id}/"
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO drafts (place, value, updated_at) VALUES (?, ?, ?)",
                (
                    _PLACE + comparison_id,
                    msgspec.json.encode(msgspec.structs.replace(sheet, judgements=())).decode(),
                    time_text(datetime.now(UTC)),
                ),
            )
            _put_judgements(connection, comparison_id, sheet.judgements)
            connection.execute(
                "DELETE FROM picks WHERE substr(id, 1, ?) = ? AND id NOT IN (SELECT value FROM json_each(?))",
                (len(beginning), beginning, msgspec.json.encode([pick.id for pick in picks]).decode()),
            )
            put_in(connection, picks)

    def rounds(self, leaf_id: str | None) -> int:
        """Return how often the user spoke on the branch that ends at a message."""
        rows = self._database.query(
            f"{_UP} SELECT count(*) AS count FROM up WHERE role = 'user'", (leaf_id or "",)
        )
        return int(rows[0]["count"])

    def copy_branch(self, leaf_id: str, conversation_id: str) -> str:
        """Copy the messages from the root to `leaf_id` into an empty conversation; returns the new leaf.

        The copies keep all that is known of how they came about.
        """
        rows = self._database.query(f"{_UP} SELECT id FROM up ORDER BY depth DESC", (leaf_id,))
        columns = ", ".join(_COPIED)
        parent: str | None = None
        with self._database.transaction() as connection:
            for row in rows:
                fresh = secrets.token_hex(8)
                connection.execute(
                    f"INSERT INTO messages (id, conversation_id, parent_id, {columns})"
                    f" SELECT ?, ?, ?, {columns} FROM messages WHERE id = ?",
                    (fresh, conversation_id, parent, row["id"]),
                )
                parent = fresh
            connection.execute("UPDATE conversations SET leaf_id = ? WHERE id = ?", (parent, conversation_id))
        return parent or ""


def _put_judgements(
    connection: sqlite3.Connection, comparison_id: str, judgements: Sequence[Judgement]
) -> None:
    connection.execute("DELETE FROM judgements WHERE comparison_id = ?", (comparison_id,))
    for judgement in judgements:
        values = msgspec.structs.asdict(judgement) | {
            "comparison_id": comparison_id,
            "verdict": judgement.verdict.value,
            "replies": msgspec.json.encode(judgement.replies).decode(),
            "blind": int(judgement.blind),
            "created_at": time_text(judgement.created_at),
        }
        insert(connection, "judgements", values)


def _judgement_of(row: sqlite3.Row) -> Judgement | None:
    """Read a row; None when a newer Hone or a salvaged file holds what this one cannot read."""
    values = dict(row)
    try:
        replies = msgspec.json.decode(row["replies"])
        return msgspec.convert(values | {"replies": replies, "blind": bool(row["blind"])}, Judgement)
    except msgspec.MsgspecError:
        return None
