"""Which calls of a reply were begun, and what they gave: on the disk at once, so that none runs twice.

A row is there from before a call runs until the answers of its reply are messages.
"""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime

import msgspec

from hone.domain.chat import ToolAnswer
from hone.storage.conversation_rows import time_text
from hone.storage.database import Database


class ToolRunStore:
    """Reads and writes the calls of replies. Safe from any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, message_id: str, call: int) -> None:
        """Note that a call is about to run; raises HoneError when that cannot be kept: do not run it then."""
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO tool_runs (message_id, call, begun_at, answer)"
                " VALUES (?, ?, ?, NULL)",
                (message_id, call, time_text(datetime.now(UTC))),
            )

    def keep(self, message_id: str, answer: ToolAnswer) -> None:
        """Keep what a call gave, or why it was not run."""
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT INTO tool_runs (message_id, call, begun_at, answer)"
                " SELECT id, ?, ?, ? FROM messages WHERE id = ?"
                " ON CONFLICT (message_id, call) DO UPDATE SET answer = excluded.answer",
                (
                    answer.call,
                    time_text(datetime.now(UTC)),
                    msgspec.json.encode(answer).decode(),
                    message_id,
                ),
            )

    def of(self, message_id: str) -> dict[int, ToolAnswer | None]:
        """Return the calls of a reply that were begun, with their answers; None where it is not known."""
        rows = self._database.query(
            "SELECT call, answer FROM tool_runs WHERE message_id = ? ORDER BY call", (message_id,)
        )
        return {int(row["call"]): _answer_of(row["answer"]) for row in rows}


def forget_runs(connection: sqlite3.Connection, message_id: str) -> None:
    """Remove the calls of a reply, inside the transaction that keeps their answers as messages."""
    connection.execute("DELETE FROM tool_runs WHERE message_id = ?", (message_id,))


def _answer_of(text: str | None) -> ToolAnswer | None:
    if text is None:
        return None
    try:
        return msgspec.json.decode(text, type=ToolAnswer)
    except msgspec.MsgspecError:
        return None
