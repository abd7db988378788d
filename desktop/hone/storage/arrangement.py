"""Order among conversations: folders, tags and pins."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

import msgspec

from hone.domain.arrangement import Folder, Place
from hone.storage.database import Database


class ArrangementStore:
    """Reads and writes places and folders. Safe from any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def folders(self) -> list[Folder]:
        """Return the folders that were made by hand, by path."""
        rows = self._database.query("SELECT path, collapsed FROM folders ORDER BY path")
        return [Folder(row["path"], bool(row["collapsed"])) for row in rows]

    def places(self, identities: Sequence[str] | None = None) -> list[Place]:
        """Return where these conversations are, or all of them."""
        rows = self._database.query("SELECT id, folder, tags, pinned FROM conversations")
        wanted = None if identities is None else set(identities)
        return [_place(row) for row in rows if wanted is None or row["id"] in wanted]

    def arrange(self, places: Iterable[Place], folders: Sequence[Folder] | None = None) -> None:
        """Put conversations at their places, and have these folders (None: those there are), all at once."""
        with self._database.transaction() as connection:
            connection.executemany(
                "UPDATE conversations SET folder = ?, tags = ?, pinned = ? WHERE id = ?",
                [
                    (each.folder, msgspec.json.encode(each.tags).decode(), each.pinned, each.conversation_id)
                    for each in places
                ],
            )
            if folders is not None:
                _set_folders(connection, folders)

    def set_collapsed(self, path: str, collapsed: bool) -> None:
        """Keep whether a folder is shown closed."""
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT INTO folders (path, collapsed) VALUES (?, ?)"
                " ON CONFLICT (path) DO UPDATE SET collapsed = excluded.collapsed",
                (path, collapsed),
            )


def _set_folders(connection: sqlite3.Connection, folders: Sequence[Folder]) -> None:
    connection.execute("DELETE FROM folders")
    connection.executemany(
        "INSERT INTO folders (path, collapsed) VALUES (?, ?)",
        [(folder.path, folder.collapsed) for folder in folders],
    )


def _place(row: sqlite3.Row) -> Place:
    try:
        tags = msgspec.json.decode(row["tags"], type=tuple[str, ...])
    except msgspec.MsgspecError:
        tags = ()
    return Place(conversation_id=row["id"], folder=row["folder"], tags=tags, pinned=bool(row["pinned"]))
