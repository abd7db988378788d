"""The drafts and what is decided about them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from hone.domain.row_drafts import DraftBatch, DraftRow
from hone.ui.data.drafting.card_list import DraftCards
from hone.ui.data.drafting.desk import DraftDesk
from hone.ui.data.drafting.head import ACCEPTED, PENDING, REJECTED
from hone.ui.data.drafting.words import dropped_words
from hone.ui.kit.buttons import PrimaryButton
from hone.ui.kit.card import column
from hone.ui.kit.empty_state import EmptyState
from hone.ui.kit.message_banner import MessageBanner
from hone.ui.kit.tokens import Space


class DraftReview(QWidget):
    """Shows one of three lists: drafts nobody decided about, the accepted, the rejected ones."""

    form_requested = Signal()

    def __init__(self, desk: DraftDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._list = PENDING
        self.cards = DraftCards()
        self.banner = MessageBanner()
        self._nothing = EmptyState("sparkle", "", "")
        self._form_button = PrimaryButton(self.tr("Set up"), "faders")
        self._form_button.clicked.connect(self.form_requested)
        self._nothing.add_action(self._form_button)
        notices = column(spacing=0)
        notices.setContentsMargins(Space.XL, 0, Space.XL, 0)
        notices.addWidget(self.banner)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.cards)
        self._stack.addWidget(self._nothing)
        layout = column(self, spacing=0)
        layout.addLayout(notices)
        layout.addWidget(self._stack, 1)
        desk.changed.connect(self.refresh)
        desk.opened.connect(self.refresh)
        desk.running_changed.connect(self.refresh)

    def show_list(self, key: str) -> None:
        """Show another list."""
        self._list = key
        self.refresh()

    def shown_drafts(self) -> list[DraftRow]:
        """Return the drafts of the list that is shown."""
        if self._list == ACCEPTED:
            return self._desk.accepted()
        return self._desk.rejected() if self._list == REJECTED else self._desk.pending()

    def show_end(self, batch: DraftBatch) -> None:
        """Say why a batch ended early."""
        if batch.problem:
            self.banner.show_message("warning", batch.problem, batch.hint)
        elif batch.failure:
            said = self.tr("Some requests failed. The last one said: {0}")
            self.banner.show_message("", said.replace("{0}", batch.failure))
        else:
            self.banner.hide()

    @Slot()
    def refresh(self) -> None:
        """Show what there is now."""
        drafts = self.shown_drafts()
        keys = self.tr("A accepts, R rejects, E edits, Ctrl+Z takes back, ↑ and ↓ go on.")
        self.cards.set_notes(self._dropped(), keys if self._list == PENDING else "")
        self.cards.show_drafts(drafts, [self._desk.is_added(draft.id) for draft in drafts])
        self._stack.setCurrentWidget(self.cards if drafts else self._nothing)
        if not drafts:
            self._tell_nothing()

    def _dropped(self) -> str:
        """Say what was dropped in the last batch, and why."""
        if self._list != PENDING:
            return ""
        if self._desk.runs_here and self._desk.progress is not None:
            return dropped_words(self._desk.progress.dropped)
        return dropped_words(self._desk.batch.dropped) if self._desk.batch is not None else ""

    def _tell_nothing(self) -> None:
        title, text = self._words_for_nothing(
            self._desk.pending(), self._desk.accepted(), self._desk.rejected()
        )
        dropped = self._dropped()
        self._nothing.title.setText(title)
        self._nothing.text.setText(f"{text}\n{dropped}." if dropped else text)
        self._form_button.setVisible(not self._desk.running and self._list == PENDING)

    def _words_for_nothing(self, *lists: Sequence[DraftRow]) -> tuple[str, str]:
        if self._list == ACCEPTED:
            return self.tr("Nothing accepted"), self.tr("What you accept stands here.")
        if self._list == REJECTED:
            return self.tr("Nothing rejected"), self.tr("What you reject is not offered again.")
        if self._desk.runs_here:
            return self.tr("The first rows are on their way"), self.tr(
                "Each appears here as soon as the model has written it."
            )
        if not any(lists):
            return self.tr("No drafts yet"), self.tr(
                "Choose what to begin with, and let a model write the first ones."
            )
        return self.tr("Nothing left to look at"), self.tr("Every drafted row was decided about.")
