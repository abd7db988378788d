"""Prompts and their versions in the database."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import msgspec

from hone.domain.prompt_library import PromptUse
from hone.domain.prompts import PromptBody, PromptVersion, SavedPrompt
from hone.errors import BadInput
from hone.storage.database import Database

TRASH_DAYS = 30
_PROMPTS = """
    SELECT p.*, count(v.id) AS versions,
        coalesce((SELECT id FROM prompt_versions WHERE prompt_id = p.id ORDER BY number DESC LIMIT 1), '')
            AS latest_id
    FROM prompts p LEFT JOIN prompt_versions v ON v.prompt_id = p.id
"""
# Replies say in their origin which version made them; a conversation says in its setup which one is in use.
_USES = """
    WITH made AS (
        SELECT json_extract(origin, '$.prompt_version_id') AS version_id, conversation_id,
            count(*) AS replies, sum(rating = 'up') AS up, sum(rating = 'down') AS down,
            max(created_at) AS used_at
        FROM messages WHERE origin IS NOT NULL
            AND json_extract(origin, '$.prompt_version_id') IN (SELECT id FROM prompt_versions WHERE prompt_id = :id)
        GROUP BY version_id, conversation_id
    ), chosen AS (
        SELECT json_extract(setup, '$.prompt_version_id') AS version_id, id AS conversation_id, updated_at
        FROM conversations
        WHERE json_extract(setup, '$.prompt_version_id') IN (SELECT id FROM prompt_versions WHERE prompt_id = :id)
    ), pairs AS (
        SELECT version_id, conversation_id FROM made UNION SELECT version_id, conversation_id FROM chosen
    )
    SELECT pairs.version_id, v.number, c.id AS conversation_id, c.title,
        coalesce(made.used_at, c.updated_at) AS used_at, coalesce(replies, 0) AS replies,
        coalesce(up, 0) AS up, coalesce(down, 0) AS down, chosen.version_id IS NOT NULL AS now
    FROM pairs
    JOIN prompt_versions v ON v.id = pairs.version_id
    JOIN conversations c ON c.id = pairs.conversation_id AND c.deleted_at IS NULL
    LEFT JOIN made USING (version_id, conversation_id)
    LEFT JOIN chosen USING (version_id, conversation_id)
    ORDER BY used_at DESC, v.number DESC
"""  # noqa: E501


class PromptStore:
    """Reads and writes prompts; each write is one committed transaction. Safe from any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def prompts(self, deleted: bool = False) -> list[SavedPrompt]:
        """Return prompts by folder and name: the living ones, or those in the trash."""
        rows = self._database.query(
            f"{_PROMPTS} WHERE (p.deleted_at IS NOT NULL) = ? GROUP BY p.id"
            " ORDER BY p.folder COLLATE NOCASE, p.name COLLATE NOCASE, p.id",
            (int(deleted),),
        )
        return [_prompt(row) for row in rows]

    def get(self, prompt_id: str) -> SavedPrompt:
        """Return one prompt that is not in the trash, or raise BadInput."""
        rows = self._database.query(
            f"{_PROMPTS} WHERE p.id = ? AND p.deleted_at IS NULL GROUP BY p.id", (prompt_id,)
        )
        if not rows:
            raise BadInput(
                "This prompt does not exist any more.", hint="It may have been deleted.", detail=prompt_id
            )
        return _prompt(rows[0])

    def add(self, prompt: SavedPrompt, versions: Sequence[PromptVersion] = ()) -> None:
        """Keep a new prompt with its versions."""
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT INTO prompts (id, name, folder, tags, about, created_at, updated_at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    prompt.id,
                    prompt.name,
                    prompt.folder,
                    _json(prompt.tags),
                    prompt.about,
                    _text(prompt.created_at),
                    _text(prompt.updated_at),
                ),
            )
            for version in versions:
                _insert(connection, version)

    def describe(self, prompt: SavedPrompt) -> None:
        """Keep name, folder, tags and what is said about a prompt."""
        with self._database.transaction() as connection:
            connection.execute(
                "UPDATE prompts SET name = ?, folder = ?, tags = ?, about = ?, updated_at = ? WHERE id = ?",
                (
                    prompt.name,
                    prompt.folder,
                    _json(prompt.tags),
                    prompt.about,
                    _text(prompt.updated_at),
                    prompt.id,
                ),
            )

    def add_version(self, version: PromptVersion) -> PromptVersion:
        """Keep a version with the next number, and return it as it was kept."""
        with self._database.transaction() as connection:
            last = connection.execute(
                "SELECT coalesce(max(number), 0) FROM prompt_versions WHERE prompt_id = ?",
                (version.prompt_id,),
            ).fetchone()[0]
            kept = msgspec.structs.replace(version, number=int(last) + 1)
            _insert(connection, kept)
            connection.execute(
                "UPDATE prompts SET updated_at = ? WHERE id = ?", (_text(kept.created_at), kept.prompt_id)
            )
        return kept

    def forget_versions(self, version_ids: Sequence[str]) -> None:
        """Remove versions: the way back from an import."""
        with self._database.transaction() as connection:
            connection.executemany(
                "DELETE FROM prompt_versions WHERE id = ?", [(each,) for each in version_ids]
            )

    def versions(self, prompt_id: str) -> list[PromptVersion]:
        """Return the versions of a prompt, newest first."""
        rows = self._database.query(
            "SELECT * FROM prompt_versions WHERE prompt_id = ? ORDER BY number DESC", (prompt_id,)
        )
        return [_version(row) for row in rows]

    def version(self, version_id: str) -> PromptVersion | None:
        """Return a version, also of a prompt in the trash; None when it is not there."""
        rows = self._database.query("SELECT * FROM prompt_versions WHERE id = ?", (version_id,))
        return _version(rows[0]) if rows else None

    def latest_bodies(self) -> dict[str, PromptBody]:
        """Return what each living prompt says now, by its id."""
        rows = self._database.query(
            "SELECT v.prompt_id, v.body FROM prompt_versions v JOIN prompts p ON p.id = v.prompt_id"
            " WHERE p.deleted_at IS NULL AND v.number ="
            " (SELECT max(number) FROM prompt_versions WHERE prompt_id = v.prompt_id)"
        )
        return {row["prompt_id"]: _body(row["body"]) for row in rows}

    def uses(self, prompt_id: str) -> list[PromptUse]:
        """Return the conversations that use or used a version, last used first."""
        rows = self._database.query(_USES.replace(":id", "?"), (prompt_id, prompt_id))
        return [msgspec.convert(dict(row) | {"now": bool(row["now"])}, PromptUse) for row in rows]

    def delete(self, prompt_id: str) -> None:
        """Move a prompt to the trash, from where it can be restored for thirty days."""
        self._set_deleted(prompt_id, _text(datetime.now(UTC)))

    def restore(self, prompt_id: str) -> None:
        """Take a prompt out of the trash."""
        self._set_deleted(prompt_id, None)

    def empty_trash(self, older_than: timedelta = timedelta(days=TRASH_DAYS)) -> int:
        """Forget prompts that were deleted longer ago than that, and return their number."""
        before = _text(datetime.now(UTC) - older_than)
        with self._database.transaction() as connection:
            return connection.execute("DELETE FROM prompts WHERE deleted_at < ?", (before,)).rowcount

    def _set_deleted(self, prompt_id: str, moment: str | None) -> None:
        with self._database.transaction() as connection:
            connection.execute("UPDATE prompts SET deleted_at = ? WHERE id = ?", (moment, prompt_id))


def _insert(connection: sqlite3.Connection, version: PromptVersion) -> None:
    connection.execute(
        "INSERT INTO prompt_versions (id, prompt_id, number, note, created_at, body)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (
            version.id,
            version.prompt_id,
            version.number,
            version.note,
            _text(version.created_at),
            _json(version.body),
        ),
    )


def _prompt(row: sqlite3.Row) -> SavedPrompt:
    values = dict(row) | {"tags": msgspec.json.decode(row["tags"])}
    return msgspec.convert(values, SavedPrompt)


def _version(row: sqlite3.Row) -> PromptVersion:
    values = dict(row) | {"body": _body(row["body"])}
    return msgspec.convert(values, PromptVersion)


def _body(text: str) -> PromptBody:
    return msgspec.json.decode(text, type=PromptBody)


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
