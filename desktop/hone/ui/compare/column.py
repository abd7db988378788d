"""One column: its header, its conversation, and what it has not heard yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from hone.ui.chat.entries import Entry, Remarks
from hone.ui.chat.transcript import TranscriptView
from hone.ui.compare.column_header import ColumnHeader
from hone.ui.kit.buttons import SecondaryButton
from hone.ui.kit.card import column
from hone.ui.kit.text import CaptionLabel
from hone.ui.kit.tokens import Space

LEAST_WIDTH = 288


class ColumnView(QFrame):
    """Shows a conversation between others; `catch_up_requested` when it is to hear what it missed."""

    catch_up_requested = Signal()

    def __init__(self, identity: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.identity = identity
        self._hidden = False
        self._first = 0
        self._remarks: Mapping[str, Remarks] = {}
        self.setProperty("kind", "column")
        self.setMinimumWidth(LEAST_WIDTH)
        self.header = ColumnHeader()
        self.transcript = TranscriptView()
        self._missed_text = CaptionLabel()
        self._missed_text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._ask = SecondaryButton(self.tr("Ask it now"), "arrow-bend-down-right")
        self._ask.clicked.connect(self.catch_up_requested)
        self._missed = self._make_missed()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.transcript, 1)
        layout.addWidget(self._missed)

    def show_branch(
        self,
        entries: Sequence[Entry],
        remarks: Mapping[str, Remarks],
        hidden: bool,
        first: int = 0,
        fresh: bool = False,
    ) -> None:
        """Show messages from row `first` on, with what is said of them; `hidden` tells no names."""
        self._remarks, self._hidden = remarks, hidden
        fresh, self._first = fresh or first != self._first, first
        self.transcript.set_entries([self._dressed(entry) for entry in entries[first:]], fresh)

    def set_first(self, first: bool) -> None:
        """The first column has no line at its left."""
        self.setProperty("first", first)
        self.style().unpolish(self)
        self.style().polish(self)

    @Slot(object)
    def update_entry(self, entry: Entry) -> None:
        """Show a growing message as it is now."""
        self.transcript.update_entry(self._dressed(entry))

    def set_missed(self, count: int, enabled: bool) -> None:
        """Offer to say what the other columns have heard and this one has not."""
        self._missed.setVisible(count > 0)
        if count == 1:
            self._missed_text.setText(self.tr("This column has not heard the last message."))
        else:
            missed = self.tr("This column has not heard {0} messages.")
            self._missed_text.setText(missed.replace("{0}", str(count)))
        self._ask.setEnabled(enabled)

    def _dressed(self, entry: Entry) -> Entry:
        remarks = self._remarks.get(entry.message.id) or Remarks(speaker=self._hidden_name(entry))
        waiting = self.tr("Preparing the reply") if self._hidden and entry.waiting else entry.waiting
        return replace(entry, remarks=remarks, waiting=waiting, count=1 if self._hidden else entry.count)

    def _hidden_name(self, entry: Entry) -> str:
        letter = self.header.letter.text()
        hidden = self._hidden and not entry.from_user
        return self.tr("Reply {0}").replace("{0}", letter) if hidden else ""

    def _make_missed(self) -> QWidget:
        holder = QWidget()
        layout = column(holder, Space.M)
        layout.addWidget(self._missed_text)
        layout.addWidget(self._ask, 0, Qt.AlignmentFlag.AlignHCenter)
        holder.hide()
        return holder
