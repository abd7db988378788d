"""Talk to a model: every word typed is kept before it is answered, every reply while it is made."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from hone.domain.chat import Attachment, Conversation, Message, ReplyEvent, ToolAnswer, newest_leaf
from hone.domain.sampling import Sampling
from hone.domain.setup import Setup
from hone.errors import BadInput
from hone.services.replies import Replies
from hone.services.reply_sources import Catalogue, ContextWindow, Engines, ToolBox
from hone.services.speaking import Speaking, find_message
from hone.services.state_files import StateFiles
from hone.storage.backups import Backup
from hone.storage.conversations import ConversationStore
from hone.storage.message_search import MessageSearch
from hone.storage.tool_runs import ToolRunStore

DEFAULT = Sampling()
NO_SETUP = Setup()


class ChatService:
    """Conversations and their replies. All methods are safe from any thread.

    What returns ReplyEvents is an iterator that the caller loops over in a thread of its own. `window` makes
    prompts fit a model, `tools` describes what a model may call. `calls` keeps which calls of a reply ran.
    """

    def __init__(
        self,
        store: ConversationStore,
        models: Catalogue,
        engines: Engines,
        states: StateFiles | None = None,
        window: ContextWindow | None = None,
        tools: ToolBox | None = None,
    ) -> None:
        self._store = store
        self._states = states
        self._replies = Replies(store, models, engines, states, window, tools)
        self._speaking = Speaking(store, self._replies)
        self.calls = ToolRunStore(store.database)

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
        return [each.conversation for each in MessageSearch(self._store.database).find(text).found]

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
        self.get(conversation_id)
        self._store.rename(conversation_id, kept[:200])

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
        find_message(messages, message_id)
        self._store.show(conversation_id, newest_leaf(messages, message_id))
        return self.get(conversation_id)

    def send(
        self, conversation_id: str, text: str, attachments: Sequence[Attachment] = ()
    ) -> Iterator[ReplyEvent]:
        """Keep what the user says at the end of the shown branch, then make the reply."""
        return self._speaking.send(conversation_id, text, attachments)

    def edit(
        self,
        conversation_id: str,
        message_id: str,
        text: str,
        attachments: Sequence[Attachment] | None = None,
    ) -> Iterator[ReplyEvent]:
        """Say something else at the place of a message, as a branch beside it.

        What a user said is then replied to; a reply that is edited stands as it was written. Without
        `attachments` the old ones stay.
        """
        return self._speaking.edit(conversation_id, message_id, text, attachments)

    def regenerate(self, conversation_id: str, message_id: str) -> Iterator[ReplyEvent]:
        """Make another reply beside a reply; or, for a user's message, a reply to it."""
        return self._speaking.regenerate(conversation_id, message_id)

    def continue_reply(self, conversation_id: str, message_id: str) -> Iterator[ReplyEvent]:
        """Let the model go on where a reply ended; what stands there stays, whatever happens."""
        return self._speaking.continue_reply(conversation_id, message_id)

    def branch_from(self, conversation_id: str, message_id: str, beginning: str) -> Iterator[ReplyEvent]:
        """Make a reply beside another one that begins with `beginning`."""
        return self._speaking.branch_from(conversation_id, message_id, beginning)

    def answer_calls(
        self, conversation_id: str, message_id: str, answers: Sequence[ToolAnswer]
    ) -> Iterator[ReplyEvent]:
        """Keep what tools answered to the calls of a reply, then make the next reply."""
        return self._speaking.answer_calls(conversation_id, message_id, answers)

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
