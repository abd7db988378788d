"""The middle of the chat page: transcript or welcome, composer, status; bound to one session at a time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hone.domain.chat import Attachment, Message, Role
from hone.domain.models import Model
from hone.errors import HoneError
from hone.ui.chat.composer import Composer
from hone.ui.chat.entries import Entry
from hone.ui.chat.links import LinkPopover
from hone.ui.chat.session import ChatSession
from hone.ui.chat.status_line import StatusLine
from hone.ui.chat.transcript import TranscriptView
from hone.ui.chat.welcome import Welcome
from hone.ui.kit.lengths import cap_width
from hone.ui.kit.message_banner import MessageBanner
from hone.ui.kit.tokens import Space

_COLUMN = 824


class Dialogue(QWidget):
    """Shows a session and says things to it; without one, `first_text_sent` asks for one."""

    first_text_sent = Signal(str, object)
    about_to_say = Signal()
    copied = Signal()
    stop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: ChatSession | None = None
        self._edited_id = ""
        self._continued = ("", "")
        self._starting = False
        self.transcript = TranscriptView()
        self.welcome = Welcome()
        self.composer = Composer()
        self.status = StatusLine()
        self.banner = MessageBanner()
        self._lay_out()
        self._connect()
        self._show_state()

    @property
    def edited_id(self) -> str:
        """The message that what is typed will replace; "" when there is none."""
        return self._edited_id

    def set_session(self, session: ChatSession | None) -> None:
        """Show another conversation; None for one that has not begun."""
        if self._session is not None:
            self._leave(self._session)
        self._session = session
        self._starting = False
        self._cancel_editing()
        self.banner.hide()
        if session is not None:
            session.branch_changed.connect(self._on_branch_changed)
            session.entry_changed.connect(self._on_entry_changed)
            session.reply_ended.connect(self._on_reply_ended)
            session.text_not_saved.connect(self._give_back)
            session.busy_changed.connect(self._on_busy_changed)
        self._show_branch(fresh=True)
        self._show_state()

    def set_model(self, model: Model | None, adapter_name: str) -> None:
        """Say whom one talks to."""
        self.welcome.set_model(model, adapter_name)
        self.composer.set_placeholder(model.name if model else "")
        self.composer.set_allowed(model is not None)
        if self._session is not None and model is not None:
            self._session.speaker = model.name

    @Slot(str)
    def say(self, text: str) -> None:
        """Send a text as if it had been typed, with what is attached."""
        if self._starting or (self._session is not None and self._session.busy):
            return
        self.about_to_say.emit()
        self.banner.hide()
        edited, self._edited_id = self._edited_id, ""
        attachments = self.composer.attachments()
        self.composer.clear_text()
        self.transcript.go_to_end()
        if self._session is None:
            self._starting = True
            self.first_text_sent.emit(text, attachments)
        elif edited:
            self._session.edit(edited, text, attachments)
        else:
            self._session.send(text, attachments)

    @Slot()
    def stop(self) -> None:
        """End the reply that is being made, and the tool that runs."""
        if self._session is not None:
            self._session.stop()
        self.stop_requested.emit()

    @Slot(str)
    def continue_reply(self, message_id: str) -> None:
        """Let the model go on with a reply."""
        if self._session is not None and not self._session.busy:
            self.about_to_say.emit()
            self.banner.hide()
            if self._session.waits_at == message_id:
                self._session.go_on_wanted.emit(message_id)
                return
            message = self._session.message(message_id)
            self._continued = (message_id, message.text if message is not None else "")
            self._session.continue_reply(message_id)

    def show_error(self, error: HoneError, unsent: str = "", attachments: Sequence[Attachment] = ()) -> None:
        """Show an error above the composer; what was not sent comes back."""
        self._starting = False
        self.banner.show_error(error)
        if (unsent or attachments) and not self.composer.text():
            self._give_back(unsent, attachments)

    def focus_text(self) -> None:
        """Put the cursor into the composer."""
        self.composer.focus_text()

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.welcome)
        self._stack.addWidget(self.transcript)
        bottom = QVBoxLayout()
        bottom.setContentsMargins(Space.XXL, Space.XS, Space.XXL, Space.S)
        bottom.setSpacing(Space.XS + 2)
        for widget in (self.banner, self.composer, self.status):
            bottom.addWidget(widget)
        self.status.setContentsMargins(Space.XS, 0, Space.XS, 0)
        narrow = QWidget()
        narrow.setLayout(bottom)
        cap_width(narrow, _COLUMN)
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addWidget(narrow, 1000)
        centred.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._stack, 1)
        layout.addLayout(centred)

    def _connect(self) -> None:
        self.composer.sent.connect(self.say)
        self.composer.stop_requested.connect(self.stop)
        self.composer.edit_cancelled.connect(self._cancel_editing)
        self.welcome.suggestion_chosen.connect(self.say)
        self.transcript.regenerate_requested.connect(self._on_regenerate_requested)
        self.transcript.continue_requested.connect(self.continue_reply)
        self.transcript.edit_requested.connect(self._on_edit_requested)
        self.transcript.branch_requested.connect(self._on_branch_requested)
        self.transcript.link_requested.connect(self._on_link_requested)
        self.transcript.copied.connect(self.copied)

    def _leave(self, session: ChatSession) -> None:
        session.branch_changed.disconnect(self._on_branch_changed)
        session.entry_changed.disconnect(self._on_entry_changed)
        session.reply_ended.disconnect(self._on_reply_ended)
        session.text_not_saved.disconnect(self._give_back)
        session.busy_changed.disconnect(self._on_busy_changed)

    def _show_branch(self, fresh: bool) -> None:
        session = self._session
        entries = session.entries() if session else []
        self.transcript.set_entries(entries, fresh)
        empty = not entries and (session is None or (session.loaded and not session.busy))
        self._stack.setCurrentWidget(self.welcome if empty else self.transcript)
        usage = next((entry.message.usage for entry in reversed(entries) if entry.message.usage), None)
        self.status.set_usage(usage)
        if fresh:
            self.status.set_pace(0, 0.0)

    def _show_state(self) -> None:
        busy = self._session is not None and self._session.busy
        self.composer.set_replying(busy)
        self.status.set_note(
            self.tr("Esc stops the reply") if busy else self.tr("Enter sends, Shift+Enter makes a new line")
        )

    @Slot()
    def _on_branch_changed(self) -> None:
        self._show_branch(fresh=False)

    @Slot(object)
    def _on_entry_changed(self, entry: Entry) -> None:
        self.transcript.update_entry(entry)
        if self._session is not None:
            self.status.set_pace(*self._session.pace)

    @Slot(object)
    def _on_reply_ended(self, message: Message) -> None:
        said = self.tr("The reply has ended.")
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.transcript, said))
        continued, self._continued = self._continued, ("", "")
        if continued == (message.id, message.text) and not message.problem:
            self.banner.show_message("accent", self.tr("The model has nothing to add to this reply."))
        if message.usage is None:
            return
        self.status.set_usage(message.usage)
        seed = message.origin.seed if message.origin else None
        self.status.set_pace(message.usage.reply_tokens, message.usage.tokens_per_second, seed)

    @Slot(bool)
    def _on_busy_changed(self, busy: bool) -> None:
        self._show_state()

    @Slot(str)
    def _on_regenerate_requested(self, message_id: str) -> None:
        if self._session is not None:
            self.about_to_say.emit()
            self._session.regenerate(message_id)

    @Slot(str)
    def _on_edit_requested(self, message_id: str) -> None:
        message = self._session.message(message_id) if self._session else None
        if message is None:
            return
        self.edit(message, message.text, message.attachments)

    def edit(self, message: Message, text: str, attachments: Sequence[Attachment]) -> None:
        """Let a message be said in other words, as far as they are written."""
        self._edited_id = message.id
        self._give_back(text, attachments)
        if message.role is Role.ASSISTANT:
            note = self.tr("Editing a reply. The model's own words stay as a branch.")
        else:
            note = self.tr("Editing an earlier message. The old version stays as a branch.")
        self.composer.set_editing(note)
        self.composer.focus_text()

    @Slot(str, object)
    def _give_back(self, text: str, attachments: Sequence[Attachment]) -> None:
        """Show again what was to be said."""
        self.composer.set_text(text)
        self.composer.set_attachments(attachments)

    @Slot()
    def _cancel_editing(self) -> None:
        if self._edited_id:
            self._edited_id = ""
            self.composer.clear_text()

    @Slot(str)
    def _on_branch_requested(self, message_id: str) -> None:
        if self._session is not None:
            self._session.select(message_id)

    @Slot(QUrl)
    def _on_link_requested(self, url: QUrl) -> None:
        LinkPopover(self.composer, url).open(above=True)
