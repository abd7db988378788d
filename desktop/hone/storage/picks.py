"""Which of two replies was better, in the database."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime

import msgspec

from hone.domain.comparing import Pick
from hone.storage.database import Database


class PickStore:
    """Reads picks, and writes those that come from no comparison. Safe from any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def picks(self, since: datetime | None = None) -> list[Pick]:
        """Return the picks whose conversations are not in the trash, oldest first; those after `since`."""
        rows = self._database.query(
            "SELECT picks.* FROM picks"
            " JOIN messages AS chosen ON chosen.id = chosen_id"
            " JOIN messages AS rejected ON rejected.id = rejected_id"
            " JOIN conversations AS one ON one.id = chosen.conversation_id"
            " JOIN conversations AS other ON other.id = rejected.conversation_id"
            " WHERE one.deleted_at IS NULL AND other.deleted_at IS NULL AND picks.created_at > ?"
            " ORDER BY picks.created_at, picks.rowid",
            (_text(since) if since else "",),
        )
        return [msgspec.convert(dict(row), Pick) for row in rows]

    def conversations(self) -> dict[str, str]:
        """Return the conversation of each reply that a pick is about, by the reply's id."""
        rows = self._database.query(
            "SELECT id, conversation_id FROM messages"
            " WHERE id IN (SELECT chosen_id FROM picks UNION SELECT rejected_id FROM picks)"
        )
        return {str(row["id"]): str(row["conversation_id"]) for row in rows}

    def add(self, picks: Sequence[Pick]) -> None:
        """Keep picks; one whose reply is gone is left out."""
        with self._database.transaction() as connection:
            put_in(connection, picks)

    def remove(self, pick_ids: Sequence[str]) -> None:
        """Take picks back."""
        with self._database.transaction() as connection:
            connection.executemany("DELETE FROM picks WHERE id = ?", [(identity,) for identity in pick_ids])


def put_in(connection: sqlite3.Connection, picks: Sequence[Pick]) -> None:
    """Insert the picks that are not there yet and whose two replies are."""
    connection.executemany(
        "INSERT OR IGNORE INTO picks (id, chosen_id, rejected_id, created_at) SELECT ?, ?, ?, ?"
        " WHERE (SELECT count(*) FROM messages WHERE id IN (?, ?)) = 2",
        [
            (
                pick.id,
                pick.chosen_id,
                pick.rejected_id,
                _text(pick.created_at),
                pick.chosen_id,
                pick.rejected_id,
            )
            for pick in picks
        ],
    )


def _text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
