"""Conversations and their messages in the database."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from hone.domain.chat import Conversation, Message, MessageState, Rating
from hone.domain.prompt_snapshot import PromptSnapshot
from hone.errors import BadInput
from hone.storage.conversation_rows import (
    CONVERSATION,
    conversation_of,
    insert,
    message_of,
    time_text,
    values_of,
)
from hone.storage.database import Database
from hone.storage.prompt_snapshots import drop_unused, keep_in
from hone.storage.tool_runs import forget_runs

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
_KEPT_APART = (
    "id",
    "title",
    "created_at",
    "updated_at",
    "leaf_id",
    "folder",
    "tags",
    "pinned",
    "comparison_id",
)


class ConversationStore:
    """Reads and writes conversations; each write is one committed transaction. Safe from any thread."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def conversations(self, deleted: bool = False) -> list[Conversation]:
        """Return conversations, last used first: the living ones, or those in the trash."""
        rows = self.database.query(
            f"SELECT {CONVERSATION} FROM conversations WHERE (deleted_at IS NOT NULL) = ?"
            " AND comparison_id = '' ORDER BY updated_at DESC, id",
            (int(deleted),),
        )
        return [conversation_of(row) for row in rows]

    def get(self, conversation_id: str) -> Conversation:
        """Return one conversation that is not in the trash, or raise BadInput."""
        rows = self.database.query(
            f"SELECT {CONVERSATION} FROM conversations WHERE id = ? AND deleted_at IS NULL",
            (conversation_id,),
        )
        if not rows:
            raise BadInput(
                "This conversation does not exist any more.",
                hint="It may be in the trash.",
                detail=conversation_id,
            )
        return conversation_of(rows[0])

    def add(self, conversation: Conversation) -> None:
        """Keep a new conversation."""
        values = values_of(conversation)
        with self.database.transaction() as connection:
            insert(connection, "conversations", values)

    def update(self, conversation: Conversation) -> None:
        """Keep model, adapter, prompt, sampling and setup.

        Title, folder, tags, pin and branch have ways of their own: who changes a setting may hold old ones.
        """
        values = values_of(conversation)
        for other in _KEPT_APART:
            del values[other]
        self._set(conversation.id, values)

    def rename(self, conversation_id: str, title: str) -> None:
        """Give a conversation another title."""
        self._set(conversation_id, {"title": title})

    def show(self, conversation_id: str, leaf_id: str) -> None:
        """Make `leaf_id` the end of the branch that is shown."""
        self._set(conversation_id, {"leaf_id": leaf_id})

    def delete(self, conversation_id: str) -> None:
        """Move a conversation to the trash, from where it can be restored for thirty days."""
        self._set(conversation_id, {"deleted_at": time_text(datetime.now(UTC))})

    def restore(self, conversation_id: str) -> None:
        """Take a conversation out of the trash."""
        self._set(conversation_id, {"deleted_at": None})

    def empty_trash(self, older_than: timedelta = timedelta(days=TRASH_DAYS)) -> int:
        """Forget conversations that were deleted longer ago than that, and return their number."""
        before = time_text(datetime.now(UTC) - older_than)
        with self.database.transaction() as connection:
            gone = connection.execute("DELETE FROM conversations WHERE deleted_at < ?", (before,)).rowcount
            _tidy(connection, gone)
            return gone

    def identities(self) -> set[str]:
        """Return the ids of all conversations, also of those in the trash."""
        return {str(row["id"]) for row in self.database.query("SELECT id FROM conversations")}

    def any_message(self, identities: Iterable[str]) -> bool:
        """Whether a message with one of these ids is kept, in any conversation."""
        wanted = json.dumps(list(identities))
        sql = "SELECT 1 FROM messages WHERE id IN (SELECT value FROM json_each(?)) LIMIT 1"
        return bool(self.database.query(sql, (wanted,)))

    def add_whole(
        self,
        pairs: Sequence[tuple[Conversation, Sequence[Message]]],
        prompts: Iterable[PromptSnapshot] = (),
    ) -> None:
        """Keep conversations with trees and prompts, all or none; parents come before their children."""
        with self.database.transaction() as connection:
            keep_in(connection, prompts)
            for conversation, messages in pairs:
                insert(connection, "conversations", values_of(conversation))
                for message in messages:
                    insert(connection, "messages", values_of(message))

    def forget(self, identities: Sequence[str]) -> int:
        """Remove conversations for good, and return how many there were."""
        with self.database.transaction() as connection:
            gone = sum(
                connection.execute("DELETE FROM conversations WHERE id = ?", (identity,)).rowcount
                for identity in identities
            )
            _tidy(connection, gone)
            return gone

    def judge(self, message_id: str, rating: Rating | None = None, correction: str | None = None) -> None:
        """Keep what the user thinks of a reply, or what it should have said; None leaves that as it is."""
        with self.database.transaction() as connection:
            connection.execute(
                "UPDATE messages SET rating = coalesce(?, rating), correction = coalesce(?, correction)"
                " WHERE id = ?",
                (rating.value if rating is not None else None, correction, message_id),
            )

    def messages(self, conversation_id: str) -> list[Message]:
        """Return the whole tree of a conversation, oldest message first."""
        rows = self.database.query(
            "SELECT * FROM messages WHERE conversation_id = ? ORDER BY created_at, rowid", (conversation_id,)
        )
        return [message_of(row) for row in rows]

    def add_message(self, message: Message, title: str | None = None) -> None:
        """Keep a new message and show the branch it ends; `title` renames its conversation with it."""
        values = values_of(message)
        with self.database.transaction() as connection:
            insert(connection, "messages", values)
            connection.execute(
                "UPDATE conversations SET leaf_id = ?, updated_at = ?, title = coalesce(?, title)"
                " WHERE id = ?",
                (message.id, time_text(message.created_at), title, message.conversation_id),
            )

    def add_answers(self, caller_id: str, answers: Sequence[Message]) -> None:
        """Keep what tools answered to all calls of a reply, one after the other, and forget their runs."""
        last = answers[-1]
        with self.database.transaction() as connection:
            for message in answers:
                insert(connection, "messages", values_of(message))
            forget_runs(connection, caller_id)
            connection.execute(
                "UPDATE conversations SET leaf_id = ?, updated_at = ? WHERE id = ?",
                (last.id, time_text(last.created_at), last.conversation_id),
            )

    def write_message(self, message: Message, prompt: PromptSnapshot | None = None) -> None:
        """Keep what a message says now, and how it came about, with the `prompt` that its origin names."""
        values = values_of(message)
        changes = ", ".join(f"{name} = ?" for name in _GROWING)
        with self.database.transaction() as connection:
            if prompt is not None:
                keep_in(connection, [prompt])
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


def _tidy(connection: sqlite3.Connection, gone: int) -> None:
    """Remove what belonged to conversations that are gone for good and to no other."""
    if not gone:
        return
    drop_unused(connection)
    connection.execute(
        "DELETE FROM judgements WHERE comparison_id NOT IN (SELECT comparison_id FROM conversations)"
    )
