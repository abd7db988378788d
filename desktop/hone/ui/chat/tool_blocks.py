"""The tool calls of a reply: cards while they ask or run, folded lines once they are answered."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from hone.domain.chat import Message
from hone.ui.chat.entries import Entry
from hone.ui.chat.reply_blocks import ReplyBlocks
from hone.ui.chat.tool_calls import CallState, CallStatus, shown_name
from hone.ui.chat.tool_card import ToolCard
from hone.ui.kit.quantities import number_text, time_text
from hone.ui.kit.tokens import Space

_OPEN_STATES = (
    CallStatus.CHECKING,
    CallStatus.ASKING,
    CallStatus.RUNNING,
    CallStatus.REFUSED,
    CallStatus.UNKNOWN,
)


class ToolBlocks(ReplyBlocks):
    """`decided(message id, number of the call, Decision)` when a person says something to a call."""

    decided = Signal(str, int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[ToolCard] = []
        self._cards_shown = 0

    @property
    def cards(self) -> tuple[ToolCard, ...]:
        """The cards that are shown."""
        return tuple(self._cards[: self._cards_shown])

    def show_entry(self, entry: Entry) -> None:
        """Show the calls of a reply, or what a tool answered."""
        if entry.message.tool is not None:
            self._show_answer(entry.message)
        else:
            self.show_calls(entry)
        open_calls = [state for state in entry.calls if state.status in _OPEN_STATES]
        self._show_cards(open_calls)
        self.setVisible(bool(self.blocks or open_calls))

    def show_calls(self, entry: Entry) -> None:
        """Show as lines the calls that have no card."""
        with_card = {state.number for state in entry.calls if state.status in _OPEN_STATES}
        if with_card and len(with_card) == len(entry.message.tool_calls):
            self._begin(entry.message.id)
            self._end()
            return
        super().show_calls(entry)

    def height_at(self, width: int) -> int:
        """Return the height of lines and cards at a width."""
        cards = sum(card.height_at(width) + Space.S for card in self.cards)
        return super().height_at(width) + cards

    def arrange(self) -> None:
        """Place the lines, and the cards below them."""
        super().arrange()
        top = sum(block.height() for block in self.blocks)
        for card in self.cards:
            height = card.height_at(self.width())
            card.setGeometry(0, top, self.width(), height)
            top += height + Space.S

    def _show_answer(self, message: Message) -> None:
        assert message.tool is not None
        self._begin(message.id)
        said = self.tr("{0} failed · {1}") if message.tool.failed else self.tr("{0} answered · {1}")
        name = shown_name(message.tool.name) or self.tr("The tool")
        title = said.replace("{0}", name).replace("{1}", time_text(message.created_at))
        if message.tool.seconds:
            took = number_text(max(0.1, message.tool.seconds), 1)
            said = self.tr("{0} s") if message.tool.seconds >= 0.1 else self.tr("under {0} s")
            title += " · " + said.replace("{0}", took)
        self._add(0, title, _as_text(message.text), False)
        self._end()

    def _show_cards(self, states: list[CallState]) -> None:
        while len(self._cards) < len(states):
            card = ToolCard(self)
            card.decided.connect(self._on_decided)
            self._cards.append(card)
        for card, state in zip(self._cards, states, strict=False):
            card.show_state(state)
            card.show()
        for card in self._cards[len(states) :]:
            card.hide()
        self._cards_shown = len(states)

    @Slot(int, object)
    def _on_decided(self, number: int, decision: object) -> None:
        self.decided.emit(self._message_id, number, decision)


def _as_text(text: str) -> str:
    """Return a result as a code block, so that nothing in it is taken as markup."""
    longest = max((len(run) for run in text.split("\n") if set(run.strip()) == {"`"}), default=0)
    fence = "`" * max(3, longest + 1, text.count("```") and 16)
    return f"{fence}text\n{text}\n{fence}"
