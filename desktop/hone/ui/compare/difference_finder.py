"""Finds the words in which replies differ, beside the window: a long reply takes a while."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from hone.domain.chat import Message, MessageState
from hone.domain.differences import different_words
from hone.ui.kit.plain_text import plain_text
from hone.ui.supervisor import start_task

_KNOWN = 200
Pair = tuple[str, str]


class DifferenceFinder(QObject):
    """Knows the differences of pairs of texts; `found` when more of them are known."""

    found = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: dict[Pair, frozenset[int]] = {}
        self._sought: set[Pair] = set()

    def of(self, reference: Message | None, message: Message | None) -> frozenset[int]:
        """Return the words of `message` that `reference` has not; none until they are found."""
        if reference is None or message is None or _growing(reference) or _growing(message):
            return frozenset()
        pair = (reference.text, message.text)
        if pair not in self._known and pair not in self._sought and all(text.strip() for text in pair):
            self._sought.add(pair)
            start_task(self, lambda: (pair, _difference(*pair)), self._on_found, self.failed.emit)
        return self._known.get(pair, frozenset())

    def _on_found(self, found: tuple[Pair, frozenset[int]]) -> None:
        pair, numbers = found
        self._sought.discard(pair)
        while len(self._known) >= _KNOWN:
            del self._known[next(iter(self._known))]
        self._known[pair] = numbers
        self.found.emit()


def _growing(message: Message) -> bool:
    return message.state is MessageState.STREAMING


def _difference(reference: str, text: str) -> frozenset[int]:
    return different_words(plain_text(reference), plain_text(text))


def reference_reply(replies: Sequence[Message | None], place: int, reference: int) -> Message | None:
    """Return what a column's reply is compared with; of two columns each is compared with the other."""
    if place != reference:
        return replies[reference]
    return replies[1 - reference] if len(replies) == 2 else None
