"""The ways to draft rows, as cards to choose from."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from hone.services.row_drafting import WAYS
from hone.services.row_drafting.ways import find_way
from hone.ui.kit.card import ChoiceCard, column
from hone.ui.kit.text import CaptionLabel, StrongLabel
from hone.ui.kit.tokens import Space

_WORDS: dict[str, tuple[object, object]] = {
    "self_instruct": (
        QT_TRANSLATE_NOOP("DraftWays", "From examples"),
        QT_TRANSLATE_NOOP("DraftWays", "New prompts like those of your rows, each with a reply."),
    ),
    "from_documents": (
        QT_TRANSLATE_NOOP("DraftWays", "From documents"),
        QT_TRANSLATE_NOOP("DraftWays", "Questions about your texts, with answers that stand in them."),
    ),
    "variations": (
        QT_TRANSLATE_NOOP("DraftWays", "Variations of rows"),
        QT_TRANSLATE_NOOP("DraftWays", "The prompts of rows in other words, with the reply they have."),
    ),
}


def way_title(key: str) -> str:
    """Return a way's name in the user's language."""
    return QCoreApplication.translate("DraftWays", str(_words(key)[0]))


def _words(key: str) -> tuple[object, object]:
    """Return title and description; a way that has none here is called what it calls itself."""
    return _WORDS.get(key) or (find_way(key).label, "")


class WayCards(QWidget):
    """One of the ways is taken; `chosen(key)` when the person takes another."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: dict[str, ChoiceCard] = {}
        for way in WAYS:
            card = ChoiceCard(way_title(way.key), Space.M)
            card.body.addWidget(StrongLabel(way_title(way.key)))
            about = QCoreApplication.translate("DraftWays", str(_words(way.key)[1]))
            card.body.addWidget(CaptionLabel(about, "muted"))
            card.setAccessibleDescription(about)
            card.setMinimumWidth(200)
            card.chosen.connect(partial(self._on_chosen, way.key))
            self._cards[way.key] = card
        inside = column(self, spacing=Space.S)
        for card in self._cards.values():
            inside.addWidget(card)
        self.set_current(WAYS[0].key)

    def current(self) -> str:
        """Return the key of the way that is taken."""
        return next(key for key, card in self._cards.items() if card.selected)

    def set_current(self, key: str) -> None:
        """Take a way without a signal."""
        if key in self._cards:
            for other, card in self._cards.items():
                card.set_selected(other == key)

    def _on_chosen(self, key: str) -> None:
        if key != self.current():
            self.set_current(key)
            self.chosen.emit(key)
