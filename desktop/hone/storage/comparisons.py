"""Comparisons in the database: which conversations are columns of one, and the sheet of each.

A sheet is kept among the drafts, as JSON. Its judgements are written as picks in the same transaction, so
that both always say the same.
"""

from __future__ import annotations

import secrets
from datetime import UTC, datetime

import msgspec

from hone.domain.chat import Message
from hone.domain.comparing import Sheet, picks_of
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
        """Return the sheet of a comparison; an empty one when there is none that can be read."""
        rows = self._database.query("SELECT value FROM drafts WHERE place = ?", (_PLACE + comparison_id,))
        if not rows:
            return Sheet()
        try:
            return msgspec.json.decode(rows[0]["value"], type=Sheet)
        except msgspec.MsgspecError:
            return Sheet()

    def keep_sheet(self, comparison_id: str, sheet: Sheet) -> None:
        """Keep a sheet, and its judgements as picks."""
        picks = picks_of(comparison_id, sheet.judgements)
        beginning = f"{comparison_id}/"
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO drafts (place, value, updated_at) VALUES (?, ?, ?)",
                (
                    _PLACE + comparison_id,
                    msgspec.json.encode(sheet).decode(),
                    datetime.now(UTC).isoformat(timespec="microseconds"),
                ),
            )
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
