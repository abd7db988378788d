"""What is being written and not saved yet, by the place where it is written."""

from __future__ import annotations

from datetime import UTC, datetime

from hone.storage.database import Database


class DraftStore:
    """Texts in the database, each found by its `place`. Safe from any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, place: str) -> str | None:
        """Return the draft of a place; None when there is none."""
        rows = self._database.query("SELECT value FROM drafts WHERE place = ?", (place,))
        return str(rows[0]["value"]) if rows else None

    def places(self, beginning: str) -> list[str]:
        """Return the places with a draft whose name begins like this."""
        rows = self._database.query(
            "SELECT place FROM drafts WHERE substr(place, 1, length(?)) = ? ORDER BY updated_at DESC",
            (beginning, beginning),
        )
        return [str(row["place"]) for row in rows]

    def put(self, place: str, value: str) -> None:
        """Keep a draft in the place of the one before."""
        moment = datetime.now(UTC).isoformat(timespec="microseconds")
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT INTO drafts (place, value, updated_at) VALUES (?, ?, ?) ON CONFLICT (place)"
                " DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at",
                (place, value, moment),
            )

    def forget(self, place: str) -> None:
        """Remove the draft of a place, if there is one."""
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM drafts WHERE place = ?", (place,))
