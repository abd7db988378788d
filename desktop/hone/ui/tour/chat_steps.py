"""Saying something, another reply, and the way back to the first."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from hone.domain.chat import Message
from hone.ui.tour.step import Step

_OPENING = "Tell me a story."
"""In English, which the demo model speaks, and with another reply each time."""


class SayStep(Step):
    """A message of the person's own, and the reply while it grows."""

    def title(self) -> str:
        return self.tr("Say something")

    def text(self) -> str:
        return self.tr(
            "The model runs on this computer; nothing is sent anywhere. The demo model is tiny, speaks "
            "English and knows little, but it answers at once."
        )

    def waiting(self) -> str:
        said = self.tr("Type a message, such as “{0}”, and press Enter.")
        return said.replace("{0}", _OPENING)

    def busy_words(self) -> str:
        return self.tr("The reply is being made…")

    def target(self) -> QWidget | None:
        dialogue = self.stage.chat.dialogue
        return dialogue.transcript if self._busy() else dialogue.composer

    def take_focus(self) -> bool:
        self.stage.chat.dialogue.focus_text()
        return True

    def begin(self) -> None:
        chat = self.stage.chat
        self.stage.window.open_page("chat")
        chat.context.reply_ended.connect(self._on_reply_ended)
        chat.desk.busy_changed.connect(self._on_busy_changed)
        chat.desk.not_created.connect(self._on_not_created)
        self._take_demo()

    def show_me(self) -> None:
        self.stage.chat.dialogue.say(_OPENING)

    def _take_demo(self) -> None:
        """Begin a conversation with the demo model where it is there; else with what is chosen."""
        chat = self.stage.chat
        models = [model for model in chat.library.catalogue.models if model.is_demo and not model.problem]
        wanted = models[0].id if models else chat.desk.settings.model_id
        if chat.desk.session is not None or (wanted and wanted != chat.desk.settings.model_id):
            chat.start_with(wanted, "")

    def _busy(self) -> bool:
        session = self.stage.chat.desk.session
        return session is not None and session.busy

    @Slot()
    def _on_busy_changed(self) -> None:
        self.moved.emit()

    @Slot(object)
    def _on_reply_ended(self, message: Message) -> None:
        if message.text:
            self.done.emit()
        else:
            self.failed.emit(message.problem)

    def _on_not_created(self, error: Exception, *rest: object) -> None:
        self.failed.emit(str(error))


class RegenerateStep(Step):
    """A second reply to the same message."""

    def possible(self) -> bool:
        session = self.stage.chat.desk.session
        return session is not None and bool(session.entries())

    def title(self) -> str:
        return self.tr("Ask for another reply")

    def text(self) -> str:
        return self.tr(
            "A model chooses its words by chance, so the same message has many replies. The first one is "
            "kept: both become branches of the conversation."
        )

    def waiting(self) -> str:
        return self.tr("Press the circling arrows below the reply.")

    def busy_words(self) -> str:
        return self.tr("The reply is being made…")

    def target(self) -> QWidget | None:
        session = self.stage.chat.desk.session
        if session is not None and session.busy:
            return self.stage.chat.dialogue.transcript
        return self.stage.last_reply_part("regenerate")

    def begin(self) -> None:
        self.stage.window.open_page("chat")
        self.stage.chat.context.reply_ended.connect(self._on_reply_ended)
        self.stage.chat.desk.busy_changed.connect(self.moved)

    def show_me(self) -> None:
        session = self.stage.chat.desk.session
        if session is not None and session.entries():
            session.regenerate(session.entries()[-1].message.id)

    @Slot(object)
    def _on_reply_ended(self, message: Message) -> None:
        entries = self.stage.chat.dialogue.transcript.entries()
        if entries and entries[-1].count > 1:
            self.done.emit()


class SwitchStep(Step):
    """Back to the first reply."""

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)  # type: ignore[arg-type]
        self._leaf = ""

    def possible(self) -> bool:
        entries = self.stage.chat.dialogue.transcript.entries()
        return bool(entries) and entries[-1].count > 1

    def title(self) -> str:
        return self.tr("Go back to the first reply")

    def text(self) -> str:
        return self.tr(
            "The arrows switch between the branches, at every place where the conversation forks. Nothing "
            "that was said is lost when a message is edited or answered again."
        )

    def waiting(self) -> str:
        return self.tr("Press the arrow to the left.")

    def target(self) -> QWidget | None:
        return self.stage.last_reply_part("switcher")

    def begin(self) -> None:
        self.stage.window.open_page("chat")
        self._leaf = self._shown()
        self.stage.chat.context.branch_changed.connect(self._on_branch_changed)

    def show_me(self) -> None:
        entry = self.stage.chat.dialogue.transcript.entries()[-1]
        session = self.stage.chat.desk.session
        if session is not None:
            session.select(entry.previous_id or entry.next_id)

    def _shown(self) -> str:
        session = self.stage.chat.desk.session
        entries = session.entries() if session is not None else []
        return entries[-1].message.id if entries else ""

    @Slot()
    def _on_branch_changed(self) -> None:
        if self._shown() != self._leaf:
            self.done.emit()
