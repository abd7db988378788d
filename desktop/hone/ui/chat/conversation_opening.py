"""Opens a conversation at one of its messages, on whichever branch it is, and marks what was searched for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from hone.errors import HoneError
from hone.ui.chat.panel import ChatContext
from hone.ui.kit.theme import Theme
from hone.ui.supervisor import start_task

if TYPE_CHECKING:
    from hone.ui.kit.markdown_view import MarkdownView


class HitOpener(QObject):
    """Waits until the conversation is read, then goes there."""

    def __init__(self, context: ChatContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._wanted = ("", "", "")
        context.switched.connect(self._go)
        context.branch_changed.connect(self._go)

    def open(self, conversation_id: str, message_id: str, query: str = "") -> None:
        """Go to a message, and mark what the query asks for."""
        self._wanted = (conversation_id, message_id, query)
        if self._context.desk.conversation_id == conversation_id:
            self._go()
            return
        known = self._context.library.conversation(conversation_id)
        if known is not None:
            self._context.desk.open(known)
            self._go()
            return
        chat = self._context.services.chat
        start_task(self, lambda: chat.get(conversation_id), self._context.desk.open, self._on_failed)

    @Slot()
    def _go(self) -> None:
        conversation_id, message_id, query = self._wanted
        session = self._context.session
        if session is None or session.conversation.id != conversation_id or not session.loaded:
            return
        message = session.message(message_id)
        if message is None:
            self._wanted = ("", "", "")
            return
        transcript = self._context.dialogue.transcript
        rows = [entry.message.id for entry in transcript.entries()]
        if message_id not in rows:
            if all(entry.message.id != message_id for entry in session.entries()) and not session.busy:
                session.select(message_id)  # comes back here when the branch is shown
            return
        self._wanted = ("", "", "")
        transcript.scroll_to(rows.index(message_id))
        QTimer.singleShot(0, self, lambda: self.mark(message_id, query))

    def mark(self, message_id: str, query: str) -> None:
        """Mark in a message in sight what a query asks for."""
        # Markdown and its colours cost 0.04 s that the first paint saves; whoever marks has loaded them.
        from hone.ui.kit.markdown_view import MarkdownView

        for view in self._context.dialogue.transcript.visible_views():
            if view.entry is not None and view.entry.message.id == message_id:
                for text in view.findChildren(MarkdownView):
                    self._mark(text, query)

    def _mark(self, view: MarkdownView, query: str) -> None:
        said = view.document().toPlainText()
        selections = []
        for start, end in self._context.services.search.marks(query, said):
            before = len(said[:start].encode("utf-16-le")) // 2
            length = len(said[start:end].encode("utf-16-le")) // 2
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(view.document())
            cursor.setPosition(before)
            cursor.setPosition(before + length, QTextCursor.MoveMode.KeepAnchor)
            selection.cursor = cursor  # type: ignore[attr-defined]
            selection.format = _look()  # type: ignore[attr-defined]
            selections.append(selection)
        view.setExtraSelections(selections)

    @Slot(object)
    def _on_failed(self, error: HoneError) -> None:
        self._wanted = ("", "", "")
        self._context.dialogue.show_error(error)


def _look() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setBackground(Theme.current().colour("warning_soft"))
    look.setForeground(Theme.current().colour("warning_text"))
    return look


class LastConversation(QObject):
    """Opens at the start what was open at the end, and notes what is open."""

    def __init__(self, context: ChatContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._opened = False
        context.library.conversations_read.connect(self._on_conversations_read)
        context.switched.connect(self._on_switched)

    @Slot()
    def _on_conversations_read(self) -> None:
        if self._opened:
            return
        self._opened = True
        last = self._context.services.settings.get().last_conversation_id
        known = self._context.library.conversation(last) if last else None
        untouched = self._context.session is None and not self._context.dialogue.composer.text()
        if known is not None and untouched:
            self._context.desk.open(known)

    @Slot()
    def _on_switched(self) -> None:
        settings, identity = self._context.services.settings, self._context.desk.conversation_id
        if identity != settings.get().last_conversation_id:
            start_task(self, lambda: settings.change(last_conversation_id=identity), None, self._on_failed)

    @Slot(object)
    def _on_failed(self, error: HoneError) -> None:
        self._context.dialogue.show_error(error)
