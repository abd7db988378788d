"""Conversations and their messages in the database."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

import msgspec

from hone.domain.chat import (
    Attachment,
    Conversation,
    Message,
    MessageState,
    Origin,
    ToolCall,
    ToolResult,
    Usage,
)
from hone.domain.sampling import Sampling
from hone.domain.setup import Setup
from hone.errors import BadInput
from hone.storage.database import Database

T = TypeVar("T")

TRASH_DAYS = 30
_GROWING = (
    "text",
    "reasoning",
    "reasoning_seconds",
    "tool_calls",
    "given",
    "state",
    "origin",
    "usage",
    "problem",
)
_CONVERSATION = ", ".join(Conversation.__struct_fields__)


class ConversationStore:
    """Reads and writes conversations; each write is one committed transaction. Safe from any thread."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def conversations(self, deleted: bool = False) -> list[Conversation]:
        """Return conversations, last used first: the living ones, or those in the trash."""
        rows = self.database.query(
            f"SELECT {_CONVERSATION} FROM conversations WHERE (deleted_at IS NOT NULL) = ?"
            " AND comparison_id = '' ORDER BY updated_at DESC, id",
            (int(deleted),),
        )
        return [_conversation(row) for row in rows]

    def search(self, text: str) -> list[Conversation]:
        """Return living conversations with `text` in their title or in a message, last used first."""
        pattern = "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        rows = self.database.query(
            f"SELECT {_CONVERSATION} FROM conversations WHERE deleted_at IS NULL"
            " AND comparison_id = '' AND (title LIKE ? ESCAPE '\\' OR id IN"
            "  (SELECT conversation_id FROM messages WHERE text LIKE ? ESCAPE '\\'))"
            " ORDER BY updated_at DESC, id",
            (pattern, pattern),
        )
        return [_conversation(row) for row in rows]

    def get(self, conversation_id: str) -> Conversation:
        """Return one conversation that is not in the trash, or raise BadInput."""
        rows = self.database.query(
            f"SELECT {_CONVERSATION} FROM conversations WHERE id = ? AND deleted_at IS NULL",
            (conversation_id,),
        )
        if not rows:
            raise BadInput(
                "This conversation does not exist any more.",
                hint="It may be in the trash.",
                detail=conversation_id,
            )
        return _conversation(rows[0])

    def add(self, conversation: Conversation) -> None:
        """Keep a new conversation."""
        values = _values(conversation)
        with self.database.transaction() as connection:
            connection.execute(
                f"INSERT INTO conversations ({', '.join(values)}) VALUES ({_marks(values)})",
                list(values.values()),
            )

    def update(self, conversation: Conversation) -> None:
        """Keep title, settings, folder, tags and pin; which branch is shown is kept by `show`."""
        values = _values(conversation)
        for fixed in ("id", "created_at", "updated_at", "leaf_id"):
            del values[fixed]
        self._set(conversation.id, values)

    def show(self, conversation_id: str, leaf_id: str) -> None:
        """Make `leaf_id` the end of the branch that is shown."""
        self._set(conversation_id, {"leaf_id": leaf_id})

    def delete(self, conversation_id: str) -> None:
        """Move a conversation to the trash, from where it can be restored for thirty days."""
        self._set(conversation_id, {"deleted_at": _text(datetime.now(UTC))})

    def restore(self, conversation_id: str) -> None:
        """Take a conversation out of the trash."""
        self._set(conversation_id, {"deleted_at": None})

    def empty_trash(self, older_than: timedelta = timedelta(days=TRASH_DAYS)) -> int:
        """Forget conversations that were deleted longer ago than that, and return their number."""
        before = _text(datetime.now(UTC) - older_than)
        with self.database.transaction() as connection:
            return connection.execute("DELETE FROM conversations WHERE deleted_at < ?", (before,)).rowcount

    def messages(self, conversation_id: str) -> list[Message]:
        """Return the whole tree of a conversation, oldest message first."""
        rows = self.database.query(
            "SELECT * FROM messages WHERE conversation_id = ? ORDER BY created_at, rowid", (conversation_id,)
        )
        return [_message(row) for row in rows]

    def add_message(self, message: Message, title: str | None = None) -> None:
        """Keep a new message and show the branch it ends; `title` renames its conversation with it."""
        values = _values(message)
        with self.database.transaction() as connection:
            connection.execute(
                f"INSERT INTO messages ({', '.join(values)}) VALUES ({_marks(values)})", list(values.values())
            )
            connection.execute(
                "UPDATE conversations SET leaf_id = ?, updated_at = ?, title = coalesce(?, title)"
                " WHERE id = ?",
                (message.id, _text(message.created_at), title, message.conversation_id),
            )

    def write_message(self, message: Message) -> None:
        """Keep what a message says now, and how it came about."""
        values = _values(message)
        changes = ", ".join(f"{name} = ?" for name in _GROWING)
        with self.database.transaction() as connection:
            connection.execute(
                f"UPDATE messages SET {changes} WHERE id = ?", [values[name] for name in (*_GROWING, "id")]
            )

    def interrupt_unfinished(self) -> int:
        """Mark replies that a crash left unfinished, and return their number."""
        with self.database.transaction() as connection:
            return connection.execute(
                "UPDATE messages SET state = ?, problem = ? WHERE state = ?",
                (
                    MessageState.INTERRUPTED.value,
                    "Hone ended before this reply did.",
                    MessageState.STREAMING.value,
                ),
            ).rowcount

    def _set(self, conversation_id: str, values: dict[str, Any]) -> None:
        changes = ", ".join(f"{name} = ?" for name in values)
        with self.database.transaction() as connection:
            connection.execute(
                f"UPDATE conversations SET {changes} WHERE id = ?", [*values.values(), conversation_id]
            )


def _values(record: Conversation | Message) -> dict[str, Any]:
    """Return the columns of a record: structs as JSON, times as text."""
    values: dict[str, Any] = {}
    for name in record.__struct_fields__:
        value = getattr(record, name)
        if isinstance(value, msgspec.Struct | tuple):
            value = msgspec.json.encode(value).decode()
        elif isinstance(value, datetime):
            value = _text(value)
        values[name] = value
    return values


def _marks(values: dict[str, Any]) -> str:
    return ", ".join("?" for _ in values)


def _conversation(row: sqlite3.Row) -> Conversation:
    values = dict(row)
    values["sampling"] = _struct(row["sampling"], Sampling) or Sampling()
    values["setup"] = _struct(row["setup"], Setup) or Setup()
    values["tags"] = _struct(row["tags"], tuple[str, ...]) or ()
    values["pinned"] = bool(row["pinned"])
    return msgspec.convert(values, Conversation)


def _message(row: sqlite3.Row) -> Message:
    values = dict(row)
    values["origin"] = _struct(row["origin"], Origin)
    values["usage"] = _struct(row["usage"], Usage)
    values["tool_calls"] = _struct(row["tool_calls"], tuple[ToolCall, ...]) or ()
    values["attachments"] = _struct(row["attachments"], tuple[Attachment, ...]) or ()
    values["tool"] = _struct(row["tool"], ToolResult)
    return msgspec.convert(values, Message)


def _struct(text: str | None, kind: type[T]) -> T | None:
    """Read a struct; None when a newer Hone or a salvaged file holds what this one cannot read.

    The message itself must stay readable, whatever is written beside it.
    """
    if text is None:
        return None
    try:
        return msgspec.json.decode(text, type=kind)
    except msgspec.MsgspecError:
        return None


def _text(moment: datetime) -> str:
    """Write a time so that text order is time order."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
