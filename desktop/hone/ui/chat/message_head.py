"""The line above a reply: who speaks, with which adapter, and what has to be known of it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hone.domain.chat import Message, MessageState
from hone.ui.chat.entries import Remarks
from hone.ui.chat.left_out import LeftOutBadge
from hone.ui.kit.card import row
from hone.ui.kit.text import Badge, CaptionLabel


class MessageHead(QWidget):
    """Name and badges."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = CaptionLabel(wrap=False)
        self._name.setStyleSheet("font-weight: 600;")
        self._adapter = Badge(tone="accent")
        self._state, self._edited = Badge(), Badge(self.tr("Edited"))
        self._edited.setToolTip(
            self.tr("You changed this reply. The model's own words are a branch beside it.")
        )
        self._left_out, self._judged = LeftOutBadge(), Badge()
        badges = (self._adapter, self._state, self._edited, self._left_out, self._judged)
        line = row(self._name, *badges, None)
        line.setContentsMargins(0, 0, 0, 0)
        self.setLayout(line)

    def show_message(self, message: Message, speaker: str, remarks: Remarks) -> None:
        """Show who said a message; a `speaker` of the remarks hides what would tell the model."""
        self._name.setText(speaker)
        adapter = message.origin.adapter_name if message.origin and not remarks.speaker else ""
        self._adapter.setText(adapter)
        self._adapter.setVisible(bool(adapter))
        word, tone, why = self._state_words(message.state)
        self._state.setText(word)
        self._state.set_tone(tone)
        self._state.setToolTip(why)
        self._state.setVisible(bool(word))
        self._edited.setVisible(bool(message.edited_from))
        self._left_out.show_message(message)
        self._judged.setText(remarks.badge)
        self._judged.set_tone(remarks.tone)
        self._judged.setVisible(bool(remarks.badge))

    def _state_words(self, state: MessageState) -> tuple[str, str, str]:
        words = {
            MessageState.STOPPED: (self.tr("Stopped"), "", self.tr("You stopped this reply.")),
            MessageState.CUT: (
                self.tr("Cut"),
                "warning",
                self.tr("The reply reached its longest length or the end of the context."),
            ),
            MessageState.INTERRUPTED: (
                self.tr("Interrupted"),
                "warning",
                self.tr("The program or the engine ended while this reply was made."),
            ),
        }
        return words.get(state, ("", "", ""))
