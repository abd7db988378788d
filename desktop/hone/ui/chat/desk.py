"""Which conversation is on the desk: a kept one with its session, or a draft kept with its first message."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import msgspec
from PySide6.QtCore import QObject, Signal, Slot

from hone.domain.chat import Attachment, Conversation
from hone.domain.sampling import Sampling
from hone.domain.setup import Setup
from hone.errors import HoneError
from hone.services.chat import ChatService
from hone.ui.chat.session import ChatSession
from hone.ui.supervisor import start_task


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """The settings of a conversation, kept or not yet."""

    model_id: str = ""
    adapter_id: str = ""
    system_prompt: str = ""
    sampling: Sampling = Sampling()
    setup: Setup = Setup()


class ChatDesk(QObject):
    """Keeps the sessions whose replies go on while another conversation is shown."""

    switched = Signal()
    settings_changed = Signal()
    conversations_changed = Signal()
    busy_changed = Signal()
    failed = Signal(object)
    session_made = Signal(object)
    not_created = Signal(object, str, object)  # the error, the text that was to be said, what was attached

    def __init__(self, chat: ChatService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chat = chat
        self._sessions: dict[str, ChatSession] = {}
        self._session: ChatSession | None = None
        self._draft = Draft()
        self._shown = 0
        self._place = 0
        self._finished = False

    @property
    def session(self) -> ChatSession | None:
        """The session that is shown; None for a draft."""
        return self._session

    @property
    def conversation_id(self) -> str:
        """The id of the shown conversation; "" for a draft."""
        return self._session.conversation.id if self._session else ""

    @property
    def place(self) -> int:
        """A number that is another one once another conversation was opened or begun.

        What answers later compares it; a draft that becomes a conversation is still the same place.
        """
        return self._place

    @property
    def settings(self) -> Draft:
        """Model, adapter, prompt and sampling of what is shown."""
        if self._session is None:
            return self._draft
        kept = self._session.conversation
        return Draft(
            model_id=kept.model_id,
            adapter_id=kept.adapter_id,
            system_prompt=kept.system_prompt,
            sampling=kept.sampling,
            setup=kept.setup,
        )

    def busy_ids(self) -> frozenset[str]:
        """The conversations whose reply is being made."""
        return frozenset(identity for identity, session in self._sessions.items() if session.busy)

    def open(self, conversation: Conversation) -> None:
        """Show a conversation."""
        if conversation.id == self.conversation_id:
            return
        session = self._sessions.get(conversation.id) or self._make_session(conversation)
        self._place += 1
        self._show(session)
        if not session.loaded:
            session.load()

    def start_new(self, model_id: str, adapter_id: str = "", sampling: Sampling | None = None) -> None:
        """Show an empty conversation; its system prompt begins anew, and its sampling as given."""
        self._draft = Draft(model_id=model_id, adapter_id=adapter_id, sampling=sampling or Sampling())
        self._place += 1
        self._show(None)

    def change(self, **values: object) -> None:
        """Change settings of what is shown."""
        if self._session is None:
            self._draft = msgspec.structs.replace(self._draft, **values)
        else:
            self._session.change(**values)
        self.settings_changed.emit()

    def send(self, text: str, attachments: Sequence[Attachment] = ()) -> None:
        """Say something; a draft becomes a conversation first."""
        if self._session is not None:
            self._session.send(text, attachments)
            return
        draft = self._draft
        start_task(
            self,
            lambda: self._chat.create(
                model_id=draft.model_id,
                adapter_id=draft.adapter_id,
                system_prompt=draft.system_prompt,
                sampling=draft.sampling,
                setup=draft.setup,
            ),
            partial(self._on_created, text, tuple(attachments), self._shown),
            partial(self._on_not_created, text, tuple(attachments)),
        )

    def rename(self, conversation_id: str, title: str) -> None:
        """Give a conversation another title."""
        session = self._sessions.get(conversation_id)
        if session is not None:
            session.conversation = msgspec.structs.replace(session.conversation, title=title)
        start_task(
            self,
            lambda: self._chat.rename(conversation_id, title),
            self._on_list_touched,
            self.failed.emit,
        )

    def delete(self, conversation_id: str) -> None:
        """Put a conversation into the trash; its reply is stopped."""
        session = self._sessions.get(conversation_id)
        if session is not None:
            session.stop()
        if conversation_id == self.conversation_id:
            kept = self.settings
            self.start_new(kept.model_id, kept.adapter_id, kept.sampling)
        start_task(self, lambda: self._chat.delete(conversation_id), self._on_list_touched, self.failed.emit)

    def restore(self, conversation_id: str) -> None:
        """Take a conversation out of the trash."""
        start_task(self, lambda: self._chat.restore(conversation_id), self._on_list_touched, self.failed.emit)

    def stop_all(self) -> None:
        """Ask every reply to end."""
        for session in self._sessions.values():
            session.stop()

    def finish(self) -> None:
        """Wait for the background threads; nothing is begun any more."""
        self._finished = True
        for session in self._sessions.values():
            session.finish()

    def _show(self, session: ChatSession | None) -> None:
        """Put a session, or the draft, on the desk."""
        self._session = session
        self._shown += 1
        self.switched.emit()

    def _make_session(self, conversation: Conversation) -> ChatSession:
        self._drop_idle_sessions()
        session = ChatSession(self._chat, conversation, self)
        session.failed.connect(self.failed)
        session.busy_changed.connect(self._on_busy_changed)
        self._sessions[conversation.id] = session
        self.session_made.emit(session)
        return session

    def _drop_idle_sessions(self) -> None:
        """Keep a few idle sessions for quick switching, forget the rest."""
        idle = [
            session
            for session in self._sessions.values()
            if not session.busy and session is not self._session
        ]
        for session in idle[: max(0, len(idle) - 5)]:
            del self._sessions[session.conversation.id]
            session.finish()
            session.deleteLater()

    def _on_not_created(self, text: str, attachments: tuple[Attachment, ...], error: HoneError) -> None:
        self.not_created.emit(error, text, attachments)

    def _on_created(
        self, text: str, attachments: tuple[Attachment, ...], shown: int, conversation: Conversation
    ) -> None:
        """Say the first text; show the conversation unless something else was opened meanwhile."""
        if self._finished:
            return
        session = self._make_session(conversation)
        session.loaded = True
        if shown == self._shown:
            self._show(session)
        session.send(text, attachments)

    @Slot(bool)
    def _on_busy_changed(self, busy: bool) -> None:
        self.busy_changed.emit()
        if not busy:
            self.conversations_changed.emit()

    @Slot(object)
    def _on_list_touched(self, result: object) -> None:
        self.conversations_changed.emit()
