"""The prompts that replies were made with, in the database; each is written with its first reply."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

import msgspec

from hone.domain.prompt_snapshot import PromptSnapshot
from hone.storage.database import Database

_IN_USE = (
    "SELECT json_extract(origin, '$.prompt_hash') AS used FROM messages"
    " WHERE origin IS NOT NULL AND json_valid(origin) AND used IS NOT NULL"
    " UNION SELECT json_extract(each.value, '$.prompt_hash') AS used FROM messages,"
    " json_each(CASE WHEN json_valid(origin) THEN origin ELSE '{}' END, '$.continued') AS each"
    " WHERE origin IS NOT NULL AND used IS NOT NULL"
)


class PromptSnapshotStore:
    """Reads snapshots. Safe from any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, hashes: Iterable[str]) -> dict[str, PromptSnapshot]:
        """Return the snapshots that there are, by hash; one that cannot be read is left out."""
        wanted = sorted({each for each in hashes if each})
        if not wanted:
            return {}
        rows = self._database.query(
            "SELECT hash, body FROM prompt_snapshots WHERE hash IN (SELECT value FROM json_each(?))",
            (msgspec.json.encode(wanted).decode(),),
        )
        found: dict[str, PromptSnapshot] = {}
        for row in rows:
            try:
                found[str(row["hash"])] = msgspec.json.decode(row["body"], type=PromptSnapshot)
            except msgspec.MsgspecError:
                continue  # written by a newer Hone, or salvaged: the reply then counts as one without
        return found


def keep_in(connection: sqlite3.Connection, snapshots: Iterable[PromptSnapshot]) -> None:
    """Insert the snapshots that are not there yet, inside a transaction."""
    connection.executemany(
        "INSERT OR IGNORE INTO prompt_snapshots (hash, body) VALUES (?, ?)",
        [(snapshot.hash, snapshot.body) for snapshot in snapshots],
    )


def drop_unused(connection: sqlite3.Connection) -> int:
    """Remove the snapshots that no message refers to, and return their number."""
    return connection.execute(f"DELETE FROM prompt_snapshots WHERE hash NOT IN ({_IN_USE})").rowcount
