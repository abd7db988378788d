"""The conversations behind the columns: they go on when another comparison, or another page, is shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Signal, Slot

from hone.domain.chat import Conversation, Message, MessageState
from hone.services.chat import ChatService
from hone.ui.chat.session import ChatSession

_GOOD = (MessageState.COMPLETE, MessageState.CUT)


class ColumnSessions(QObject):
    """Keeps a session per column, and says one after the other what a column has still to hear.

    Signals carry the column's id.
    """

    branch_changed = Signal(str)
    entry_changed = Signal(str, object)
    busy_changed = Signal(str)
    reply_ended = Signal(str, object)
    failed = Signal(object)

    def __init__(self, chat: ChatService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chat = chat
        self._sessions: dict[str, ChatSession] = {}
        self._to_say: dict[str, list[str]] = {}

    def take(self, conversations: Iterable[Conversation]) -> None:
        """Have a session for each of these, and forget the idle ones of others."""
        wanted = {conversation.id: conversation for conversation in conversations}
        for identity in [key for key in self._sessions if key not in wanted]:
            if not self._sessions[identity].busy:
                self._forget(identity)
        for identity, conversation in wanted.items():
            if identity not in self._sessions:
                self._sessions[identity] = self._made(conversation)

    def get(self, identity: str) -> ChatSession:
        """Return the session of a column."""
        return self._sessions[identity]

    def path(self, identity: str) -> list[Message]:
        """Return the messages of a column's shown branch."""
        return [entry.message for entry in self._sessions[identity].entries()]

    def any_busy(self, identities: Iterable[str]) -> bool:
        """Whether a reply is being made in one of these columns."""
        return any(self._sessions[key].busy for key in identities if key in self._sessions)

    def say(self, identity: str, texts: Sequence[str]) -> None:
        """Say texts one after the other; after a reply that failed or was stopped the rest is not said."""
        if texts:
            self._to_say[identity] = list(texts[1:])
            self._sessions[identity].send(texts[0])

    def stop(self, identities: Iterable[str]) -> None:
        """End the replies of these columns."""
        for identity in identities:
            self._to_say.pop(identity, None)
            self._sessions[identity].stop()

    def stop_all(self) -> None:
        """End every reply."""
        self.stop(list(self._sessions))

    def finish(self) -> None:
        """Wait for the background threads."""
        for session in self._sessions.values():
            session.finish()

    def _made(self, conversation: Conversation) -> ChatSession:
        session, identity = ChatSession(self._chat, conversation, self), conversation.id
        session.branch_changed.connect(lambda: self.branch_changed.emit(identity))
        session.entry_changed.connect(lambda entry: self.entry_changed.emit(identity, entry))
        session.busy_changed.connect(lambda busy: self._on_busy_changed(identity, busy))
        session.reply_ended.connect(lambda message: self._on_reply_ended(identity, message))
        session.failed.connect(lambda error: self._on_failed(identity, error))
        session.load()
        return session

    def _forget(self, identity: str) -> None:
        session = self._sessions.pop(identity)
        self._to_say.pop(identity, None)
        session.finish()
        session.deleteLater()

    def _on_reply_ended(self, identity: str, message: Message) -> None:
        if message.state not in _GOOD:
            self._to_say.pop(identity, None)
        self.reply_ended.emit(identity, message)

    def _on_busy_changed(self, identity: str, busy: bool) -> None:
        more = self._to_say.pop(identity, [])
        if not busy and more:
            self.say(identity, more)
            return
        if more:
            self._to_say[identity] = more
        self.busy_changed.emit(identity)

    @Slot(object)
    def _on_failed(self, identity: str, error: object) -> None:
        self._to_say.pop(identity, None)
        self.failed.emit(error)
