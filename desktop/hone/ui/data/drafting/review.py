"""The drafts and what is decided about them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from hone.domain.row_drafts import DraftBatch, DraftRow
from hone.ui.data.drafting.card_list import DraftCards
from hone.ui.data.drafting.desk import DraftDesk
from hone.ui.data.drafting.words import dropped_words
from hone.ui.kit.buttons import PrimaryButton, SecondaryButton
from hone.ui.kit.card import column
from hone.ui.kit.empty_state import EmptyState
from hone.ui.kit.flow import FlowLayout
from hone.ui.kit.message_banner import MessageBanner
from hone.ui.kit.quantities import count_text
from hone.ui.kit.segmented import Segmented
from hone.ui.kit.text import CaptionLabel
from hone.ui.kit.tokens import Space

PENDING, ACCEPTED, REJECTED = "pending", "accepted", "rejected"


class DraftReview(QWidget):
    """Three lists, of which one is shown; requests are about the one that is shown."""

    accept_all_requested = Signal()
    add_requested = Signal()
    form_requested = Signal()

    def __init__(self, desk: DraftDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._list = PENDING
        self._segments: Segmented | None = None
        self._counts: tuple[int, int, int] = (-1, -1, -1)
        self.cards = DraftCards()
        self.banner = MessageBanner()
        self.accept_all = SecondaryButton("", "checks")
        self.accept_all.clicked.connect(self.accept_all_requested)
        self.add = PrimaryButton("", "plus")
        self.add.clicked.connect(self.add_requested)
        self._dropped = CaptionLabel("", "muted")
        self._keys = CaptionLabel(
            self.tr("Keys: A accepts, R rejects, E edits, Ctrl+Z takes back, ↑ and ↓ go on"), "faint"
        )
        self._nothing = EmptyState("sparkle", "", "")
        self._form_button = PrimaryButton(self.tr("Draft rows"), "sparkle")
        self._form_button.clicked.connect(self.form_requested)
        self._nothing.add_action(self._form_button)
        self._lay_out()
        desk.changed.connect(self.refresh)
        desk.opened.connect(self.refresh)
        desk.running_changed.connect(self.refresh)

    @property
    def list_key(self) -> str:
        """Which list is shown."""
        return self._list

    def show_list(self, key: str) -> None:
        """Show the drafts to look at, the accepted or the rejected ones."""
        self._list = key
        self.refresh()

    def shown_drafts(self) -> list[DraftRow]:
        """Return the drafts of the list that is shown."""
        return {
            PENDING: self._desk.pending,
            ACCEPTED: self._desk.accepted,
            REJECTED: self._desk.rejected,
        }[self._list]()

    @Slot()
    def refresh(self) -> None:
        """Show what there is now."""
        counts = (len(self._desk.pending()), len(self._desk.accepted()), len(self._desk.rejected()))
        if counts != self._counts:
            self._counts = counts
            self._build_segments(counts)
        drafts = self.shown_drafts()
        self.cards.show_drafts(drafts, [self._desk.is_added(draft.id) for draft in drafts])
        self._tell_buttons(counts[0])
        self._tell_batch(self._desk.batch)
        self._keys.setVisible(bool(drafts) and self._list == PENDING)
        self._tell_nothing(drafts, counts)

    def _lay_out(self) -> None:
        head = QWidget()
        self._head = FlowLayout(head, Space.S)
        self._head.addWidget(self.accept_all)
        self._head.addWidget(self.add)
        self._holder = QWidget()
        self._holder_column = column(self._holder, spacing=Space.S)
        self._holder_column.addWidget(head)
        self._holder_column.addWidget(self._dropped)
        self._holder_column.addWidget(self._keys)
        self._holder_column.addWidget(self.banner)
        self._holder_column.setContentsMargins(Space.XL, Space.M, Space.XL, Space.S)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.cards)
        self._stack.addWidget(self._nothing)
        layout = column(self, spacing=0)
        layout.addWidget(self._holder)
        layout.addWidget(self._stack, 1)

    def _build_segments(self, counts: tuple[int, int, int]) -> None:
        """Segments are made anew with their counts; the one that is taken stays, and the focus with it."""
        titles = (
            (PENDING, self.tr("To look at · {0}"), counts[0]),
            (ACCEPTED, self.tr("Accepted · {0}"), counts[1]),
            (REJECTED, self.tr("Rejected · {0}"), counts[2]),
        )
        options = [(key, title.replace("{0}", count_text(count))) for key, title, count in titles]
        fresh = Segmented(self.tr("Drafts"), options)
        fresh.set_current(self._list)
        fresh.chosen.connect(self.show_list)
        if self._segments is not None:
            had_focus = self._segments.isAncestorOf(self.focusWidget() or self)
            self._holder_column.replaceWidget(self._segments, fresh)
            self._segments.hide()
            self._segments.deleteLater()
            if had_focus:
                fresh.setFocus()
        else:
            self._holder_column.insertWidget(0, fresh)
        self._segments = fresh

    def _tell_buttons(self, pending: int) -> None:
        self.accept_all.setVisible(self._list == PENDING and pending > 1)
        said = self.tr("Accept all {0}").replace("{0}", count_text(pending))
        self.accept_all.setText(said)
        self.accept_all.setAccessibleName(said)
        waiting = len(self._desk.waiting())
        self.add.setVisible(waiting > 0)
        said = self.tr("Add {0} accepted rows to the data set").replace("{0}", count_text(waiting))
        if waiting == 1:
            said = self.tr("Add 1 accepted row to the data set")
        self.add.setText(said)
        self.add.setAccessibleName(said)

    def _tell_batch(self, batch: DraftBatch | None) -> None:
        progress = self._desk.progress if self._desk.runs_here else None
        dropped = progress.dropped if progress is not None else (batch.dropped if batch is not None else {})
        said = dropped_words(dropped)
        self._dropped.setText(said)
        self._dropped.setVisible(bool(said))

    def _tell_nothing(self, drafts: Sequence[DraftRow], counts: tuple[int, int, int]) -> None:
        self._stack.setCurrentWidget(self.cards if drafts else self._nothing)
        if drafts:
            return
        title = self.tr("Nothing to look at")
        text = self.tr("Every drafted row was decided about.")
        if self._desk.runs_here:
            title = self.tr("The first rows are on their way")
            text = self.tr("Each appears here as soon as the model has written it.")
        elif self._list == ACCEPTED:
            title, text = self.tr("Nothing accepted"), self.tr("What you accept stands here.")
        elif self._list == REJECTED:
            title, text = self.tr("Nothing rejected"), self.tr("What you reject is not offered again.")
        elif not any(counts):
            title = self.tr("No drafts yet")
            text = self.tr("Choose what to begin with, and let a model write the first ones.")
        self._nothing.title.setText(title)
        self._nothing.text.setText(text)
        self._form_button.setVisible(not self._desk.running and self._list == PENDING)
