"""The chat page: conversations at the left, the dialogue in the middle, its settings at the right."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from hone.domain.chat import Conversation
from hone.domain.models import ModelFormat
from hone.domain.runs import Opening
from hone.domain.sampling import Sampling
from hone.errors import HoneError
from hone.ui.chat.attachments import AttachmentBar
from hone.ui.chat.conversation_drafts import DraftKeeper
from hone.ui.chat.conversation_keeping import ConversationKeeping
from hone.ui.chat.conversation_list import ConversationList
from hone.ui.chat.conversation_opening import LastConversation
from hone.ui.chat.desk import ChatDesk
from hone.ui.chat.dialogue import Dialogue
from hone.ui.chat.header import ChatHeader
from hone.ui.chat.library import ChatLibrary
from hone.ui.chat.message_menu import open_menu
from hone.ui.chat.message_walk import MessageWalk
from hone.ui.chat.panel import ChatContext
from hone.ui.chat.panels import PANELS
from hone.ui.chat.room import ChatRoom, Places
from hone.ui.chat.session import ChatSession
from hone.ui.chat.side import ChatSide
from hone.ui.chat.tool_loop import ToolLoop
from hone.ui.commands import Command
from hone.ui.page import Page, Shell
from hone.ui.supervisor import start_task

_WARM_UP_MS = 400


class ChatPage(Page):
    """Talk to a model."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.library = ChatLibrary(self.services, self)
        self.desk = ChatDesk(self.services.chat, self)
        self.list = ConversationList()
        self.header = ChatHeader()
        self.dialogue = Dialogue()
        self.context = ChatContext(shell, self.desk, self.library, self.dialogue, self)
        self.dialogue.status.follow(self.context)
        self.keeping = ConversationKeeping(self.context, self.list, self)
        self.last = LastConversation(self.context, self)
        self.typed = DraftKeeper(self.context, self)
        self.side = ChatSide(self.context)
        self.walk = MessageWalk(self.context, self)
        self.tool_loop = ToolLoop(self.context, self)
        self.attachments = AttachmentBar(self.context)
        self._demo_asked = False
        self._lay_out()
        self._connect()
        self._add_commands()
        QTimer.singleShot(_WARM_UP_MS, self.dialogue.transcript, self.dialogue.transcript.warm_up)
        self.typed.begin()
        start_task(self, self.services.chat.recover, self._on_recovered, self._on_failed)

    def shown(self) -> None:
        """Read the models again: a fine-tune may have made an adapter."""
        self.library.read_catalogue()
        self.dialogue.focus_text()

    def closing(self) -> None:
        """Keep what waits to be kept, and ask replies to end."""
        self.side.flush()
        self.typed.flush()
        self.desk.stop_all()

    def finish(self) -> None:
        """Wait for the background threads."""
        self.side.finish()
        self.desk.finish()

    def start_with(self, model_id: str, adapter_id: str) -> None:
        """Begin a conversation with a model and an adapter ("" for none)."""
        self.side.flush()
        self.desk.start_new(model_id, adapter_id, self._recommended(model_id))
        self.library.read_catalogue()
        self.dialogue.focus_text()

    def open_conversation(self, conversation_id: str) -> None:
        """Show a conversation, also one that the list does not show now."""
        self.side.flush()
        chat, place = self.services.chat, self.desk.place

        def opened(conversation: Conversation) -> None:
            if place == self.desk.place:
                self.desk.open(conversation)

        start_task(self, lambda: chat.get(conversation_id), opened, self._on_failed)

    def try_adapter(self, model_id: str, adapter_id: str) -> None:
        """Begin a conversation with an adapter, and propose a message like those it was trained on."""
        self.start_with(model_id, adapter_id)
        if adapter_id:
            models, runs = self.services.models, self.services.runs
            start_task(
                self,
                lambda: runs.opening(models.find_adapter(adapter_id).run_id),
                partial(self._on_opening_read, adapter_id),
                self._on_failed,
            )

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.header)
        middle.addWidget(self.dialogue, 1)
        holder = QWidget()
        holder.setLayout(middle)
        self._splitter = QSplitter()
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(holder)
        self._splitter.addWidget(self.side)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.list)
        layout.addWidget(self._splitter, 1)
        self.side.hide()
        buttons = (self.header.list_button, self.header.inspector_button)
        self.room = ChatRoom(self, Places(self.list, holder, self.side, *buttons))

    def _connect(self) -> None:
        self.library.catalogue_read.connect(self._on_catalogue_read)
        self.library.conversations_read.connect(self._on_conversations_read)
        self.library.failed.connect(self._on_failed)
        self.desk.switched.connect(self._on_switched)
        self.desk.settings_changed.connect(self._show_settings)
        self.desk.conversations_changed.connect(self._read_conversations)
        self.desk.busy_changed.connect(self._on_busy_changed)
        self.desk.session_made.connect(self._on_session_made)
        self.desk.failed.connect(self._on_failed)
        self.desk.not_created.connect(self.dialogue.show_error)
        self.shell.models_changed.connect(self.library.read_catalogue)
        self.list.new_requested.connect(self._on_new_requested)
        self.list.chosen.connect(self._on_conversation_chosen)
        self.list.rename_requested.connect(self.desk.rename)
        self.list.delete_requested.connect(self._on_delete_requested)
        self.header.model_picked.connect(self._on_model_picked)
        self.header.adapter_picked.connect(self._on_adapter_picked)
        self.header.add_model_requested.connect(self._on_add_model_requested)
        self.header.inspector_toggled.connect(self._on_side_toggled)
        self.header.list_toggled.connect(self.list.setVisible)
        self.side.close_requested.connect(self.header.inspector_button.toggle)
        self.side.opened.connect(self._on_panel_opened)
        self.context.panel_requested.connect(self.open_panel)
        self.context.flush_requested.connect(self.side.flush)
        self.dialogue.transcript.more_requested.connect(self._on_more_requested)
        self.dialogue.about_to_say.connect(self.side.flush)
        self.dialogue.first_text_sent.connect(self.desk.send)
        self.dialogue.copied.connect(self._on_copied)

    def _add_commands(self) -> None:
        chat = self.tr("Chat")
        for key, title, keys, icon, call in (
            ("new", self.tr("New conversation"), "Ctrl+N", "plus", self._on_new_requested),
            ("model", self.tr("Choose a model"), "Ctrl+M", "cube", self.header.model.open_list),
            ("search", self.tr("Search conversations"), "Ctrl+F", "magnifying-glass", self.list.focus_search),
            ("panel", self.tr("Show or hide the panel"), "Ctrl+I", "faders", self._toggle_side),
            ("stop", self.tr("Stop the reply"), "Esc", "stop", self.dialogue.stop),
        ):
            self.shell.commands.add(Command(f"chat.{key}", title, chat, keys, icon), call, self)
        self.walk.add_commands(self)
        panel = self.tr("Panel: {0}")
        for entry in PANELS:
            command = Command(
                f"chat.panel.{entry.key}", panel.replace("{0}", entry.title()), chat, "", entry.icon
            )
            self.shell.commands.add(command, partial(self.open_panel, entry.key), self)

    # ---- the panels

    @Slot(str)
    def open_panel(self, key: str) -> None:
        """Show a panel beside the conversation."""
        self.side.open_panel(key)
        self.header.inspector_button.setChecked(True)

    def _toggle_side(self) -> None:
        self.header.inspector_button.toggle()

    @Slot(bool)
    def _on_side_toggled(self, shown: bool) -> None:
        if shown and not self.side.current_key:
            self.side.open_panel(self.services.settings.get().chat_panel)
        self.side.setVisible(shown)

    @Slot(str)
    def _on_panel_opened(self, key: str) -> None:
        if key != self.services.settings.get().chat_panel:
            self._remember(chat_panel=key)

    @Slot(str, object)
    def _on_more_requested(self, message_id: str, button: QWidget) -> None:
        entry = next((e for e in self.dialogue.transcript.entries() if e.message.id == message_id), None)
        if entry is not None:
            open_menu(self.context, entry, button)

    def use_prompt(self, version_id: str, anew: bool) -> None:
        """Take a version of a saved prompt into the conversation, or into a new one."""
        self.open_panel("prompt")
        use = getattr(self.side.panel("prompt"), "use", None)
        assert callable(use), "the prompt panel takes a version"
        use(version_id, anew)

    # ---- what the lists say

    @Slot(object)
    def _on_recovered(self, cut: int) -> None:
        notice = self.services.chat.notice
        if notice:
            self.dialogue.banner.show_message("warning", notice)
        self._read_conversations()

    @Slot()
    def _read_conversations(self) -> None:
        self.keeping.read()

    @Slot()
    def _on_conversations_read(self) -> None:
        self.list.set_conversations(
            self.library.conversations, self.desk.conversation_id, self.library.folders
        )
        self.list.set_busy(self.desk.busy_ids())

    @Slot()
    def _on_catalogue_read(self) -> None:
        self._make_demo_gguf()
        catalogue = self.library.catalogue
        if self.desk.session is None and catalogue.model(self.desk.settings.model_id) is None:
            model = catalogue.first_usable(self.services.settings.get().last_model_id)
            if model is not None:
                self.desk.change(model_id=model.id, sampling=model.sampling)
                return
        self._show_settings()

    def _make_demo_gguf(self) -> None:
        """Let the demo model be made ready for llama.cpp, once, when it is not."""
        demos = [model for model in self.library.catalogue.models if model.is_demo]
        if self._demo_asked or not demos or any(model.format is ModelFormat.GGUF for model in demos):
            return
        self._demo_asked = True
        start_task(self, self.services.embedded.make, self._on_demo_made, self._on_demo_not_made)

    @Slot(object)
    def _on_demo_made(self, path: object) -> None:
        self.shell.models_changed.emit()

    @Slot(object)
    def _on_demo_not_made(self, error: HoneError) -> None:
        """The demo folder itself can be talked to; the doctor tells what is missing."""
        self.shell.engine_told.emit(error.message, "")

    @Slot()
    def _show_settings(self) -> None:
        """Show model, adapter, prompt and sampling of what is on the desk."""
        settings, catalogue = self.desk.settings, self.library.catalogue
        model = catalogue.model(settings.model_id)
        adapters = catalogue.fitting(model)
        adapter = next((known for known in adapters if known.id == settings.adapter_id), None)
        self.header.set_models(catalogue.models, settings.model_id)
        self.header.set_adapters(adapters, adapter.id if adapter else "")
        self.dialogue.set_model(model, adapter.name if adapter else "")

    # ---- which conversation

    @Slot()
    def _on_switched(self) -> None:
        self.dialogue.set_session(self.desk.session)
        self._show_settings()
        self.list.set_current(self.desk.conversation_id)

    @Slot(object)
    def _on_session_made(self, session: ChatSession) -> None:
        session.message_saved.connect(self._read_conversations)
        session.waiting_told.connect(self._on_waiting_told)

    @Slot(str)
    def _on_waiting_told(self, note: str) -> None:
        self.shell.engine_told.emit(note, "accent")

    @Slot()
    def _on_busy_changed(self) -> None:
        busy = self.desk.busy_ids()
        self.list.set_busy(busy)
        loaded = self.services.engines.loaded()
        if busy:
            self.shell.engine_told.emit(self.tr("A reply is being made."), "accent")
        elif loaded is not None:
            ready = self.tr("{0} is in memory.").replace("{0}", loaded.name)
            self.shell.engine_told.emit(ready, "success")
        else:
            self.shell.engine_told.emit("", "")

    @Slot()
    def _on_new_requested(self) -> None:
        settings = self.desk.settings
        self.start_with(settings.model_id, settings.adapter_id)

    @Slot(str)
    def _on_conversation_chosen(self, identity: str) -> None:
        self.side.flush()
        found = next((kept for kept in self.library.conversations if kept.id == identity), None)
        if found is not None:
            self.desk.open(found)

    @Slot(str)
    def _on_delete_requested(self, identity: str) -> None:
        self.desk.delete(identity)
        said = self.tr("Conversation deleted")
        self.shell.notify(said, self.tr("Undo"), lambda: self.desk.restore(identity))

    def _on_opening_read(self, adapter_id: str, opening: Opening) -> None:
        untouched = not self.desk.conversation_id and not self.dialogue.composer.text()
        if untouched and self.desk.settings.adapter_id == adapter_id:
            self.desk.change(system_prompt=opening.system_prompt)
            self.dialogue.composer.set_text(opening.text)

    # ---- settings of the conversation

    @Slot(str)
    def _on_model_picked(self, identity: str) -> None:
        model = self.library.catalogue.model(identity)
        adapter_id = self.desk.settings.adapter_id
        fits = any(adapter.id == adapter_id for adapter in self.library.catalogue.fitting(model))
        settings = self.desk.settings
        as_recommended = settings.sampling == self._recommended(settings.model_id)
        self.desk.change(
            model_id=identity,
            adapter_id=adapter_id if fits else "",
            sampling=self._recommended(identity) if as_recommended else settings.sampling,
        )
        self._remember(last_model_id=identity)

    def _recommended(self, model_id: str) -> Sampling:
        model = self.library.catalogue.model(model_id)
        return model.sampling if model is not None else Sampling()

    @Slot(str)
    def _on_adapter_picked(self, identity: str) -> None:
        self.desk.change(adapter_id=identity)
        self._remember(last_adapter_id=identity)

    @Slot()
    def _on_add_model_requested(self) -> None:
        self.shell.page_requested.emit("models")

    def _remember(self, **values: object) -> None:
        settings = self.services.settings
        start_task(self, lambda: settings.change(**values), None, self._on_failed)

    @Slot()
    def _on_copied(self) -> None:
        self.shell.notify(self.tr("Copied"))

    @Slot(object)
    def _on_failed(self, error: HoneError) -> None:
        self.dialogue.show_error(error)
