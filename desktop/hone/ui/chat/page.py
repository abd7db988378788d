"""The chat page: puts list, header, transcript, composer and inspector together."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hone.domain.chat import Message
from hone.domain.sampling import Sampling
from hone.errors import HoneError
from hone.ui.chat.composer import Composer
from hone.ui.chat.conversation_list import ConversationList
from hone.ui.chat.desk import ChatDesk
from hone.ui.chat.entries import Entry
from hone.ui.chat.header import ChatHeader
from hone.ui.chat.inspector import Inspector
from hone.ui.chat.library import ChatLibrary
from hone.ui.chat.links import LinkPopover
from hone.ui.chat.session import ChatSession
from hone.ui.chat.status_line import StatusLine
from hone.ui.chat.transcript import TranscriptView
from hone.ui.chat.welcome import Welcome
from hone.ui.kit.message_banner import MessageBanner
from hone.ui.kit.tokens import Space
from hone.ui.page import Page, Shell
from hone.ui.supervisor import start_task

_COLUMN = 824
_NARROW = 1080


class ChatPage(Page):
    """Talk to a model."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.library = ChatLibrary(self.services, self)
        self.desk = ChatDesk(self.services.chat, self)
        self._session: ChatSession | None = None
        self._edited_id = ""
        self.list = ConversationList()
        self.header = ChatHeader()
        self.transcript = TranscriptView()
        self.welcome = Welcome()
        self.composer = Composer()
        self.status = StatusLine()
        self.inspector = Inspector()
        self.banner = MessageBanner()
        self._lay_out()
        self._connect()
        self._add_shortcuts()
        self._on_switched()
        self.library.read_catalogue()
        start_task(self, self.services.chat.recover, self._on_recovered, self._on_failed)

    def shown(self) -> None:
        """Read the models again: a fine-tune may have made an adapter."""
        self.library.read_catalogue()
        self.composer.focus_text()

    def closing(self) -> None:
        """Keep what waits to be kept, and ask replies to end."""
        self.inspector.flush()
        self.desk.stop_all()

    def finish(self) -> None:
        """Wait for the background threads."""
        self.desk.finish()

    def start_with(self, model_id: str, adapter_id: str) -> None:
        """Begin a conversation with a model and an adapter ("" for none)."""
        self.inspector.flush()
        self.desk.start_new(model_id, adapter_id)
        self.library.read_catalogue()
        self.composer.focus_text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() >= _NARROW > self.width():
            self.header.inspector_button.setChecked(False)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.welcome)
        self._stack.addWidget(self.transcript)
        bottom = QVBoxLayout()
        bottom.setContentsMargins(Space.XXL, Space.XS, Space.XXL, Space.S)
        bottom.setSpacing(Space.XS + 2)
        bottom.addWidget(self.banner)
        bottom.addWidget(self.composer)
        bottom.addWidget(self.status)
        self.status.setContentsMargins(Space.XS, 0, Space.XS, 0)
        narrow = QWidget()
        narrow.setLayout(bottom)
        narrow.setMaximumWidth(_COLUMN)
        centred = QHBoxLayout()
        centred.setContentsMargins(0, 0, 0, 0)
        centred.addStretch(1)
        centred.addWidget(narrow, 1000)
        centred.addStretch(1)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.header)
        middle.addWidget(self._stack, 1)
        middle.addLayout(centred)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.list)
        layout.addLayout(middle, 1)
        layout.addWidget(self.inspector)
        self.inspector.hide()

    def _connect(self) -> None:
        self.library.catalogue_read.connect(self._on_catalogue_read)
        self.library.conversations_read.connect(self._on_conversations_read)
        self.library.failed.connect(self._on_failed)
        self.desk.switched.connect(self._on_switched)
        self.desk.settings_changed.connect(self._show_settings)
        self.desk.conversations_changed.connect(self._read_conversations)
        self.desk.busy_changed.connect(self._on_busy_changed)
        self.desk.failed.connect(self._on_failed)
        self.shell.models_changed.connect(self.library.read_catalogue)
        self.list.new_requested.connect(self._on_new_requested)
        self.list.chosen.connect(self._on_conversation_chosen)
        self.list.rename_requested.connect(self.desk.rename)
        self.list.delete_requested.connect(self._on_delete_requested)
        self.list.search_requested.connect(self.library.read_conversations)
        self.header.model_picked.connect(self._on_model_picked)
        self.header.adapter_picked.connect(self._on_adapter_picked)
        self.header.add_model_requested.connect(self._on_add_model_requested)
        self.header.inspector_toggled.connect(self.inspector.setVisible)
        self.header.list_toggled.connect(self.list.setVisible)
        self.inspector.close_requested.connect(self.header.inspector_button.toggle)
        self.inspector.prompt_changed.connect(self._on_prompt_changed)
        self.inspector.sampling_changed.connect(self._on_sampling_changed)
        self.composer.sent.connect(self._on_sent)
        self.composer.stop_requested.connect(self._on_stop_requested)
        self.composer.edit_cancelled.connect(self._on_edit_cancelled)
        self.welcome.suggestion_chosen.connect(self._on_sent)
        self.transcript.regenerate_requested.connect(self._on_regenerate_requested)
        self.transcript.edit_requested.connect(self._on_edit_requested)
        self.transcript.branch_requested.connect(self._on_branch_requested)
        self.transcript.link_requested.connect(self._on_link_requested)
        self.transcript.copied.connect(self._on_copied)

    def _add_shortcuts(self) -> None:
        for keys, slot in (
            ("Ctrl+N", self._on_new_requested),
            ("Ctrl+K", self.header.model.open_list),
            ("Ctrl+F", self.list.focus_search),
            ("Ctrl+I", self.header.inspector_button.toggle),
            ("Escape", self._on_stop_requested),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    # ---- what the lists say

    @Slot(object)
    def _on_recovered(self, cut: int) -> None:
        notice = self.services.chat.notice
        if notice:
            self.banner.show_message("warning", notice)
        self._read_conversations()

    @Slot()
    def _read_conversations(self) -> None:
        self.library.read_conversations(self.list.search_text())

    @Slot()
    def _on_catalogue_read(self) -> None:
        settings = self.services.settings.get()
        if self.library.catalogue.model(self.desk.settings.model_id) is None and self.desk.session is None:
            model = self.library.catalogue.first_usable(settings.last_model_id)
            if model is not None:
                self.desk.change(model_id=model.id)
                return
        self._show_settings()

    @Slot()
    def _on_conversations_read(self) -> None:
        self.list.set_conversations(self.library.conversations, self.desk.conversation_id)
        self.list.set_busy(self.desk.busy_ids())

    @Slot()
    def _show_settings(self) -> None:
        """Show model, adapter, prompt and sampling of what is on the desk."""
        settings, catalogue = self.desk.settings, self.library.catalogue
        model = catalogue.model(settings.model_id)
        adapters = catalogue.fitting(model)
        adapter = catalogue.adapter(settings.adapter_id)
        name = adapter.name if adapter in adapters and adapter is not None else ""
        self.header.set_models(catalogue.models, settings.model_id)
        self.header.set_adapters(adapters, settings.adapter_id if name else "")
        self.welcome.set_model(model, name)
        self.composer.set_placeholder(model.name if model else "")
        self.composer.set_allowed(model is not None)
        self.inspector.set_values(settings.system_prompt, settings.sampling)

    # ---- which conversation

    @Slot()
    def _on_switched(self) -> None:
        self._leave_session()
        self._session = session = self.desk.session
        self._on_edit_cancelled()
        if session is not None:
            session.branch_changed.connect(self._on_branch_changed)
            session.entry_changed.connect(self._on_entry_changed)
            session.reply_ended.connect(self._on_reply_ended)
            session.text_not_saved.connect(self.composer.set_text)
            session.message_saved.connect(self._read_conversations)
            session.waiting_told.connect(self._on_waiting_told)
        self.banner.hide()
        self._show_settings()
        self._show_branch(fresh=True)
        self._on_busy_changed()
        self.list.set_current(self.desk.conversation_id)

    def _leave_session(self) -> None:
        session = self._session
        if session is None:
            return
        session.branch_changed.disconnect(self._on_branch_changed)
        session.entry_changed.disconnect(self._on_entry_changed)
        session.reply_ended.disconnect(self._on_reply_ended)
        session.text_not_saved.disconnect(self.composer.set_text)
        session.message_saved.disconnect(self._read_conversations)
        session.waiting_told.disconnect(self._on_waiting_told)

    def _show_branch(self, fresh: bool) -> None:
        entries = self._session.entries() if self._session else []
        self.transcript.set_entries(entries, fresh)
        empty = not entries and (self._session is None or self._session.loaded)
        self._stack.setCurrentWidget(self.welcome if empty else self.transcript)
        usage = next((entry.message.usage for entry in reversed(entries) if entry.message.usage), None)
        self.status.set_usage(usage)

    @Slot()
    def _on_branch_changed(self) -> None:
        self._show_branch(fresh=False)

    @Slot(object)
    def _on_entry_changed(self, entry: Entry) -> None:
        self.transcript.update_entry(entry)
        if self._session is not None:
            self.status.set_pace(*self._session.pace)

    @Slot(str)
    def _on_waiting_told(self, note: str) -> None:
        self.shell.engine_told.emit(note, "accent")

    @Slot(object)
    def _on_reply_ended(self, message: Message) -> None:
        if message.usage is not None:
            self.status.set_usage(message.usage)
            self.status.set_pace(message.usage.reply_tokens, message.usage.tokens_per_second)

    @Slot()
    def _on_busy_changed(self) -> None:
        busy = self._session is not None and self._session.busy
        self.composer.set_replying(busy)
        self.status.set_note(
            self.tr("Esc stops the reply") if busy else self.tr("Enter sends, Shift+Enter makes a new line")
        )
        self.list.set_busy(self.desk.busy_ids())
        if self.desk.busy_ids():
            self.shell.engine_told.emit(self.tr("A reply is being made."), "accent")
            return
        loaded = self.services.engines.loaded()
        ready = self.tr("{0} is in memory.").replace("{0}", loaded.name) if loaded else ""
        self.shell.engine_told.emit(ready, "success" if loaded else "")

    @Slot()
    def _on_new_requested(self) -> None:
        settings = self.desk.settings
        self.start_with(settings.model_id, settings.adapter_id)

    @Slot(str)
    def _on_conversation_chosen(self, identity: str) -> None:
        self.inspector.flush()
        found = next((kept for kept in self.library.conversations if kept.id == identity), None)
        if found is not None:
            self.desk.open(found)
            self.composer.focus_text()

    @Slot(str)
    def _on_delete_requested(self, identity: str) -> None:
        self.desk.delete(identity)
        self.shell.notify(
            self.tr("Conversation deleted"), self.tr("Undo"), lambda: self.desk.restore(identity)
        )

    # ---- settings of the conversation

    @Slot(str)
    def _on_model_picked(self, identity: str) -> None:
        model = self.library.catalogue.model(identity)
        adapter_id = self.desk.settings.adapter_id
        fits = any(adapter.id == adapter_id for adapter in self.library.catalogue.fitting(model))
        self.desk.change(model_id=identity, adapter_id=adapter_id if fits else "")
        self._remember(last_model_id=identity)

    @Slot(str)
    def _on_adapter_picked(self, identity: str) -> None:
        self.desk.change(adapter_id=identity)
        self._remember(last_adapter_id=identity)

    @Slot(str)
    def _on_prompt_changed(self, text: str) -> None:
        self.desk.change(system_prompt=text)

    @Slot(object)
    def _on_sampling_changed(self, sampling: Sampling) -> None:
        self.desk.change(sampling=sampling)

    @Slot()
    def _on_add_model_requested(self) -> None:
        self.shell.page_requested.emit("models")

    def _remember(self, **values: object) -> None:
        settings = self.services.settings
        start_task(self, lambda: settings.change(**values), _nothing, self._on_failed)

    # ---- saying something

    @Slot(str)
    def _on_sent(self, text: str) -> None:
        if not self.desk.settings.model_id:
            return
        self.inspector.flush()
        self.banner.hide()
        edited, self._edited_id = self._edited_id, ""
        self.composer.clear_text()
        self.transcript.go_to_end()
        if edited and self._session is not None:
            self._session.edit(edited, text)
        else:
            self.desk.send(text)

    @Slot()
    def _on_stop_requested(self) -> None:
        if self._session is not None:
            self._session.stop()

    @Slot(str)
    def _on_regenerate_requested(self, message_id: str) -> None:
        if self._session is not None:
            self.inspector.flush()
            self._session.regenerate(message_id)

    @Slot(str)
    def _on_edit_requested(self, message_id: str) -> None:
        message = self._session.message(message_id) if self._session else None
        if message is not None:
            self._edited_id = message_id
            self.composer.set_text(message.text)
            self.composer.set_editing(True)
            self.composer.focus_text()

    @Slot()
    def _on_edit_cancelled(self) -> None:
        if self._edited_id:
            self._edited_id = ""
            self.composer.clear_text()

    @Slot(str)
    def _on_branch_requested(self, message_id: str) -> None:
        if self._session is not None and not self._session.busy:
            self._session.select(message_id)

    @Slot(QUrl)
    def _on_link_requested(self, url: QUrl) -> None:
        LinkPopover(self.composer, url).open(above=True)

    @Slot()
    def _on_copied(self) -> None:
        self.shell.notify(self.tr("Copied"))

    @Slot(object)
    def _on_failed(self, error: HoneError) -> None:
        self.banner.show_error(error)


def _nothing(result: object) -> None:
    """Take a result that says nothing."""
