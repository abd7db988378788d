"""What a panel beside the conversation is, and what it may use."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hone.domain.models import Adapter, Model
from hone.ui.chat.desk import ChatDesk
from hone.ui.chat.dialogue import Dialogue
from hone.ui.chat.exact.watch import ExactWatch
from hone.ui.chat.library import ChatLibrary
from hone.ui.chat.session import ChatSession
from hone.ui.page import Shell


class ChatContext(QObject):
    """What panels and message commands get of the chat page.

    `switched` when another conversation is shown, `settings_changed` when model, prompt, sampling or setup
    changed, `branch_changed` when messages came or another branch is shown, `reply_ended` with the reply.
    `pointed_at` is the message that a panel which is about to be shown is asked to show, "" for none.
    `exact` follows what the engine will get.
    """

    switched = Signal()
    settings_changed = Signal()
    branch_changed = Signal()
    reply_ended = Signal(object)
    panel_requested = Signal(str)
    flush_requested = Signal()

    def __init__(
        self, shell: Shell, desk: ChatDesk, library: ChatLibrary, dialogue: Dialogue, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.shell, self.services = shell, shell.services
        self.desk, self.library, self.dialogue = desk, library, dialogue
        self.exact = ExactWatch(self)
        self.pointed_at = ""
        self._heard: ChatSession | None = None
        desk.switched.connect(self._on_switched)
        desk.settings_changed.connect(self.settings_changed)
        self.exact.listen()

    @property
    def session(self) -> ChatSession | None:
        """The conversation that is shown; None before its first message."""
        return self.desk.session

    @property
    def model(self) -> Model | None:
        """The model of what is shown."""
        return self.library.catalogue.model(self.desk.settings.model_id)

    @property
    def adapter(self) -> Adapter | None:
        """The adapter of what is shown."""
        return self.library.catalogue.adapter(self.desk.settings.adapter_id)

    def flush(self) -> None:
        """Let every panel tell changes that wait, before something else changes what is on the desk."""
        self.flush_requested.emit()

    def while_here(self, undo: Callable[[], object]) -> Callable[[], None]:
        """Return what undoes a change of this conversation, and of no other that is shown by then."""
        place = self.desk.place

        def call() -> None:
            if place == self.desk.place:
                undo()
            else:
                self.shell.notify(self.tr("Another conversation is shown: nothing was undone."))

        return call

    def _on_switched(self) -> None:
        if self._heard is not None:
            self._heard.branch_changed.disconnect(self.branch_changed)
            self._heard.reply_ended.disconnect(self.reply_ended)
        self._heard = self.desk.session
        if self._heard is not None:
            self._heard.branch_changed.connect(self.branch_changed)
            self._heard.reply_ended.connect(self.reply_ended)
        self.switched.emit()


class ChatPanel(QWidget):
    """Base of the panels. Built when it is first shown, with the context as its only argument."""

    def __init__(self, context: ChatContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.setProperty("kind", "plain")

    def shown(self) -> None:
        """Called each time the panel comes to the front: show what is on the desk now."""

    def flush(self) -> None:
        """Called before a message is sent or the conversation is left: tell changes that wait."""

    def finish(self) -> None:
        """Called when the window closes: end what runs in the background, and wait for it."""
