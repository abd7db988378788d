"""Talk to a model: every word typed is kept before it is answered, every reply while it is made."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from hone.domain.chat import (
    Conversation,
    Message,
    MessageState,
    ReplyEvent,
    Role,
    UserNotSaved,
    UserSaved,
    branch,
    newest_leaf,
)
from hone.domain.sampling import Sampling
from hone.domain.setup import Setup
from hone.errors import BadInput, HoneError
from hone.services.assembling import assemble
from hone.services.replies import Catalogue, Engines, Replies
from hone.services.state_files import StateFiles
from hone.storage.backups import Backup
from hone.storage.conversations import ConversationStore

DEFAULT = Sampling()
NO_SETUP = Setup()
_LONGEST_TITLE = 60


class ChatService:
    """Conversations and their replies. All methods are safe from any thread.

    `send`, `regenerate` and `edit` are iterators that the caller loops over in a thread of its own.
    """

    def __init__(
        self,
        store: ConversationStore,
        models: Catalogue,
        engines: Engines,
        states: StateFiles | None = None,
    ) -> None:
        self._store = store
        self._states = states
        self._replies = Replies(store, models, engines, states)

    @property
    def notice(self) -> str:
        """What the user must know about the database: that it was damaged, lost, or not backed up."""
        return self._store.database.notice

    def conversations(self) -> list[Conversation]:
        """Return the conversations, last used first."""
        return self._store.conversations()

    def deleted(self) -> list[Conversation]:
        """Return what is in the trash."""
        return self._store.conversations(deleted=True)

    def search(self, text: str) -> list[Conversation]:
        """Return the conversations that hold `text` in their title or a message."""
        return self._store.search(text)

    def create(
        self,
        model_id: str = "",
        system_prompt: str = "",
        adapter_id: str = "",
        sampling: Sampling = DEFAULT,
        title: str = "New conversation",
        setup: Setup = NO_SETUP,
        comparison_id: str = "",
    ) -> Conversation:
        """Begin a conversation."""
        now = datetime.now(UTC)
        conversation = Conversation(
            id=secrets.token_hex(8),
            title=title,
            created_at=now,
            updated_at=now,
            model_id=model_id,
            adapter_id=adapter_id,
            system_prompt=system_prompt,
            sampling=sampling,
            setup=setup,
            comparison_id=comparison_id,
        )
        self._store.add(conversation)
        return conversation

    def get(self, conversation_id: str) -> Conversation:
        """Return a conversation; raises BadInput when it is gone."""
        return self._store.get(conversation_id)

    def update(self, conversation: Conversation) -> None:
        """Keep title, model, adapter, system prompt and sampling."""
        self._store.update(conversation)

    def rename(self, conversation_id: str, title: str) -> None:
        """Give a conversation another title."""
        kept = " ".join(title.split())
        if not kept:
            raise BadInput("A conversation needs a title.", hint="Type at least one letter.")
        self._store.update(msgspec.structs.replace(self.get(conversation_id), title=kept[:200]))

    def delete(self, conversation_id: str) -> None:
        """Move a conversation to the trash; a reply that is being made is stopped."""
        self.stop(conversation_id)
        self._store.delete(conversation_id)
        if self._states is not None:
            self._states.forget(conversation_id)

    def restore(self, conversation_id: str) -> None:
        """Take a conversation out of the trash."""
        self._store.restore(conversation_id)

    def messages(self, conversation_id: str) -> list[Message]:
        """Return the whole tree of messages, oldest first."""
        return self._store.messages(conversation_id)

    def select(self, conversation_id: str, message_id: str) -> Conversation:
        """Show the branch through a message, down to its newest leaf."""
        messages = self.messages(conversation_id)
        _find(messages, message_id)
        self._store.show(conversation_id, newest_leaf(messages, message_id))
        return self.get(conversation_id)

    def send(self, conversation_id: str, text: str) -> Iterator[ReplyEvent]:
        """Keep what the user says at the end of the shown branch, then make the reply."""
        conversation = self.get(conversation_id)
        yield from self._say(conversation, conversation.leaf_id, text)

    def edit(self, conversation_id: str, message_id: str, text: str) -> Iterator[ReplyEvent]:
        """Say something else at the place of a user's message, as a branch beside it, and make the reply."""
        conversation = self.get(conversation_id)
        message = _find(self.messages(conversation_id), message_id)
        if message.role is not Role.USER:
            raise BadInput(
                "Only your own messages can be edited.", hint="Ask for another reply with Regenerate."
            )
        yield from self._say(conversation, message.parent_id, text)

    def regenerate(self, conversation_id: str, message_id: str) -> Iterator[ReplyEvent]:
        """Make another reply beside a reply; or, for a user's message, a reply to it."""
        conversation = self.get(conversation_id)
        messages = self.messages(conversation_id)
        message = _find(messages, message_id)
        parent_id = message.parent_id if message.role is Role.ASSISTANT else message.id
        with self._replies.turn(conversation_id):
            yield from self._reply(conversation, branch(messages, parent_id))

    def stop(self, conversation_id: str) -> None:
        """End the reply that is being made, at any moment; its text so far is kept."""
        self._replies.stop(conversation_id)

    def recover(self) -> int:
        """Put in order what a crash left: call once at the start. Returns the number of cut replies."""
        self._store.empty_trash()
        if self._states is not None:
            self._states.keep_only({conversation.id for conversation in self.conversations()})
        return self._store.interrupt_unfinished()

    def backups(self) -> list[Backup]:
        """Return the copies of the database that can be restored, newest first."""
        return self._store.database.backups()

    def restore_backup(self, backup: Path) -> None:
        """Put a backup in the place of the database; the present one is kept beside it."""
        self._store.database.restore(backup)

    def close(self) -> None:
        """Stop all replies and close the database."""
        self._replies.stop_all()
        self._store.database.close()

    def _say(self, conversation: Conversation, parent_id: str | None, text: str) -> Iterator[ReplyEvent]:
        if not text.strip():
            raise BadInput("There is nothing to send.", hint="Type a message first.")
        with self._replies.turn(conversation.id):
            message = Message(
                id=secrets.token_hex(8),
                conversation_id=conversation.id,
                parent_id=parent_id,
                role=Role.USER,
                text=text,
                state=MessageState.COMPLETE,
                created_at=datetime.now(UTC),
            )
            earlier = self._store.messages(conversation.id)
            try:
                self._store.add_message(message, title=None if earlier else title_of(text))
            except HoneError:
                yield UserNotSaved(text=text)
                raise
            yield UserSaved(message=message)
            yield from self._reply(conversation, (*branch(earlier, parent_id), message))

    def _reply(self, conversation: Conversation, said: Sequence[Message]) -> Iterator[ReplyEvent]:
        reply = Message(
            id=secrets.token_hex(8),
            conversation_id=conversation.id,
            parent_id=said[-1].id if said else None,
            role=Role.ASSISTANT,
            text="",
            state=MessageState.STREAMING,
            created_at=datetime.now(UTC),
        )
        self._store.add_message(reply)
        assembly = assemble(conversation.system_prompt, conversation.setup, said)
        yield from self._replies.stream(conversation, reply, assembly.plain_turns)


def title_of(text: str) -> str:
    """Make a title of a conversation's first message: its first line, cut between words."""
    first = " ".join(next(line for line in text.splitlines() if line.strip()).split())
    if len(first) <= _LONGEST_TITLE:
        return first
    cut = first[: _LONGEST_TITLE - 1].rsplit(" ", 1)[0]
    return (cut if len(cut) > _LONGEST_TITLE // 2 else first[: _LONGEST_TITLE - 1]).rstrip(" ,.;:") + "…"


def _find(messages: Sequence[Message], message_id: str) -> Message:
    for message in messages:
        if message.id == message_id:
            return message
    raise BadInput("This message does not exist any more.", detail=message_id)
