"""The drafts that are looked at, one below the other; keys act on the one that is framed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from hone.domain.row_drafts import DraftRow
from hone.ui.data.drafting.card import DraftCard
from hone.ui.kit.card import column, row
from hone.ui.kit.lengths import cap_width
from hone.ui.kit.quantities import count_text
from hone.ui.kit.text import CaptionLabel
from hone.ui.kit.tokens import Space

MOST_SHOWN = 30
WIDEST = 760
_LOOK_MS = 1000
_SETTLE_MS = 30  # until a card that grew has its new height
_NOTES = 2  # lines above the cards


class DraftCards(QScrollArea):
    """Shows the first 30 of the drafts; the next come as those are decided."""

    accept_requested = Signal(object)  # DraftRow
    reject_requested = Signal(object)
    back_requested = Signal(object)
    edited = Signal(object, str, str)
    seen = Signal(object)  # ids that were in sight for a second

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Drafted rows"))
        self.viewport().setAutoFillBackground(False)
        self._cards: list[DraftCard] = []
        self._current = ""
        self._in_sight: frozenset[str] = frozenset()
        inside = QWidget()
        self._column: QVBoxLayout = column(inside, spacing=Space.M)
        cap_width(inside, WIDEST)
        self._more = CaptionLabel("", "faint")
        self._more.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._dropped = CaptionLabel("", "muted")
        self._keys = CaptionLabel("", "faint")
        self._column.addWidget(self._dropped)
        self._column.addWidget(self._keys)
        self._column.addWidget(self._more)
        self._column.addStretch(1)
        holder = QWidget()
        holder.setProperty("kind", "plain")
        middle = row(None, inside, None)
        middle.setStretch(1, 1000)
        middle.setContentsMargins(Space.XL, Space.S, Space.XL, Space.XL)
        holder.setLayout(middle)
        self.setWidget(holder)
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._on_look)
        self._look.start()

    @property
    def cards(self) -> Sequence[DraftCard]:
        """The cards as they are shown."""
        return tuple(self._cards)

    @property
    def current(self) -> DraftCard | None:
        """The card that keys act on."""
        return next((card for card in self._cards if card.draft.id == self._current), None)

    def set_notes(self, dropped: str, keys: str) -> None:
        """Say above the cards what was dropped, and which keys act."""
        for label, said in ((self._dropped, dropped), (self._keys, keys)):
            label.setText(said)
            label.setVisible(bool(said))

    def show_drafts(self, drafts: Sequence[DraftRow], added: Sequence[bool] = ()) -> None:
        """Show these drafts; cards that stay keep their place and what is written in them."""
        flags = dict(zip((draft.id for draft in drafts), added, strict=False))
        wanted = list(drafts[:MOST_SHOWN])
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        place = next((n for n, card in enumerate(self._cards) if card.draft.id == self._current), 0)
        kept = {card.draft.id: card for card in self._cards}
        by_id = {draft.id: draft for draft in wanted}
        for identity, card in list(kept.items()):
            if by_id.get(identity) != card.draft and not (card.editing and identity in by_id):
                self._drop(card)
                del kept[identity]
        self._cards = [
            kept.get(draft.id) or self._built(draft, flags.get(draft.id, False)) for draft in wanted
        ]
        for number, card in enumerate(self._cards):
            if self._column.indexOf(card) != number + _NOTES:
                self._column.insertWidget(number + _NOTES, card)
        self._tell_more(len(drafts) - len(wanted))
        if self._cards and self.current is None:
            self._make_current(self._cards[min(place, len(self._cards) - 1)], had_focus)

    def step(self, by: int) -> None:
        """Go to the next or the previous card."""
        if not self._cards:
            return
        place = next((n for n, card in enumerate(self._cards) if card.draft.id == self._current), 0)
        place = min(max(place + by, 0), len(self._cards) - 1)
        self._make_current(self._cards[place], True)

    def focus_current(self) -> None:
        """Put the keyboard on the card that keys act on."""
        card = self.current
        if card is not None and not card.editing:
            card.setFocus()

    def _built(self, draft: DraftRow, added: bool) -> DraftCard:
        card = DraftCard(draft, added)
        card.accept_requested.connect(partial(self.accept_requested.emit, draft))
        card.reject_requested.connect(partial(self.reject_requested.emit, draft))
        card.back_requested.connect(partial(self.back_requested.emit, draft))
        card.edited.connect(partial(self.edited.emit, draft))
        card.focus_taken.connect(partial(self._make_current, card, False))
        card.editor_opened.connect(
            partial(QTimer.singleShot, _SETTLE_MS, card, partial(self._bring_in, card))
        )
        return card

    def _drop(self, card: DraftCard) -> None:
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _make_current(self, card: DraftCard, focus: bool) -> None:
        self._current = card.draft.id
        for other in self._cards:
            other.set_current(other is card)
        if focus and not card.editing:
            card.setFocus()
            QTimer.singleShot(0, card, partial(self._bring_in, card))

    def _bring_in(self, card: DraftCard) -> None:
        """Scroll until the card is in sight; of a high one its beginning."""
        if card in self._cards:
            room = self.viewport().height()
            self.ensureWidgetVisible(card, 0, min(Space.M, max(0, room - card.height())))

    def _tell_more(self, count: int) -> None:
        self._more.setVisible(count > 0)
        if count == 1:
            self._more.setText(self.tr("1 more comes after these"))
        elif count > 1:
            self._more.setText(self.tr("{0} more come after these").replace("{0}", count_text(count)))

    @Slot()
    def _on_look(self) -> None:
        """Tell of the cards that were in sight a second ago, and are still."""
        if not self.isVisible() or not self.window().isActiveWindow():
            self._in_sight = frozenset()
            return
        shown = QRect(QPoint(0, 0), self.viewport().size())
        now = frozenset(
            card.draft.id
            for card in self._cards
            if shown.intersects(QRect(card.mapTo(self.viewport(), QPoint(0, 0)), card.size()))
            and _mostly_in(card, shown, self.viewport())
        )
        stayed = now & self._in_sight
        self._in_sight = now
        if stayed:
            self.seen.emit(sorted(stayed))


def _mostly_in(card: QWidget, shown: QRect, viewport: QWidget) -> bool:
    """Whether half of a card is in sight, or it fills half of the view."""
    place = QRect(card.mapTo(viewport, QPoint(0, 0)), card.size())
    height = place.intersected(shown).height()
    return 2 * height >= min(place.height(), shown.height())
