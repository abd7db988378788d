"""A read reply: its tokens in colour, the legend, one token's card, and those that stand out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QSplitter, QWidget

from hone.domain.token_reports import ReplyToken, TokenDifference, TokenReading
from hone.ui.chat.tokens.colouring import ColourBy, Colouring, colouring
from hone.ui.chat.tokens.compare_form import CompareForm
from hone.ui.chat.tokens.notable_list import Notable, NotableList
from hone.ui.chat.tokens.scale_legend import ScaleLegend
from hone.ui.chat.tokens.token_card import TokenCard
from hone.ui.chat.tokens.token_text import TokenText
from hone.ui.chat.tokens.words import bits_text, probability_text, token_text
from hone.ui.kit.card import column
from hone.ui.kit.quantities import count_text, number_text
from hone.ui.kit.text import CaptionLabel, OverlineLabel
from hone.ui.kit.tokens import Space

_LISTED = 8
_BEFORE, _AFTER = 28, 48


class ReplyTokens(QWidget):
    """`branch_requested(beginning)` when the conversation is to go on from another token."""

    branch_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "plain")
        self._reading: TokenReading | None = None
        self._difference: TokenDifference | None = None
        self._by = ColourBy.SURPRISE
        self._with = ""
        self._may_branch = True
        self._colouring = Colouring((), 1.0, 1.0)
        self.figures = CaptionLabel()
        self.text = TokenText()
        self.legend = ScaleLegend()
        self.form = CompareForm()
        self.card = TokenCard()
        self.notables = NotableList()
        self._heading = OverlineLabel()
        self._lay_out()
        self.form.hide()
        self.text.pointed.connect(self._on_token_pointed)
        self.text.taken.connect(self._on_token_taken)
        self.text.height_changed.connect(self._on_height_changed)
        self.card.branch_requested.connect(self._on_branch_requested)
        self.notables.jump_requested.connect(self._on_jump_requested)

    @property
    def reading(self) -> TokenReading | None:
        """What is shown."""
        return self._reading

    @property
    def by(self) -> ColourBy:
        """What the colours tell."""
        return self._by

    def show_reading(
        self, reading: TokenReading, difference: TokenDifference | None, given: int, compared_with: str
    ) -> None:
        """Show a reading, and what it was compared with; the selected token stays where the text does."""
        same = self._reading is not None and self._reading.text == reading.text
        kept = self.text.current if same else -1
        self._reading, self._difference, self._with = reading, difference, compared_with
        if not same or len(reading.tokens) != self.text.count:
            beginning = sum(token.end <= given for token in reading.tokens) if given else 0
            self.text.show_tokens([token.text for token in reading.tokens], beginning)
            kept = -1
        self._dress()
        self._show_card(kept)

    def colour_by(self, by: ColourBy) -> None:
        """Colour by another value."""
        self._by = by
        self.form.setVisible(by is ColourBy.DIFFERENCE)
        self._dress()
        self._show_card(self.text.current)

    def set_may_branch(self, may: bool) -> None:
        """Say whether the conversation may go on from another token now."""
        if may != self._may_branch:
            self._may_branch = may
            self._show_card(self.text.current)

    def describe(self, index: int) -> str:
        """Say what a token is, for a tooltip and for a screen reader."""
        token = self._token(index)
        if token is None:
            return ""
        said = (
            f"“{token_text(token.text)}”, {probability_text(token.probability)}, {bits_text(token.surprise)}"
        )
        change = (
            self._difference.change_of(token)
            if self._difference and self._by is ColourBy.DIFFERENCE
            else None
        )
        return said if change is None else f"{said}, {bits_text(change.gain, signed=True)}"

    def _lay_out(self) -> None:
        self._upper, lower = QWidget(), QWidget()
        upper = self._upper
        for part in (upper, lower):
            part.setProperty("kind", "plain")
        above = column(upper, spacing=Space.XS)
        above.addWidget(self.text, 1)
        legend = column(spacing=0)
        legend.setContentsMargins(Space.L, 0, Space.L, Space.S)
        legend.addWidget(self.legend)
        above.addLayout(legend)
        below = column(lower, spacing=Space.M)
        below.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        below.addWidget(self.form)
        below.addWidget(self.card)
        listed = column(spacing=Space.XS)
        listed.addWidget(self._heading)
        listed.addWidget(self.notables)
        below.addLayout(listed)
        below.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(lower)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(upper)
        splitter.addWidget(area)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 4)
        head = column(spacing=0)
        head.setContentsMargins(Space.L, 0, Space.L, 0)
        head.addWidget(self.figures)
        layout = column(self, spacing=Space.XS)
        layout.addLayout(head)
        layout.addWidget(splitter, 1)

    def _dress(self) -> None:
        """Colour the tokens, and say what the colours and the figures are."""
        reading = self._reading
        if reading is None:
            return
        found = self._colouring = colouring(self._by, reading, self._difference)
        self.text.dress(found.colour, self.describe, found.notables())
        self.legend.setVisible(self._by is not ColourBy.DIFFERENCE or self._difference is not None)
        self.legend.show_scale(found, *self._ends())
        self.figures.setText(self._figures(reading))
        self._heading.setText(self._list_heading())
        places = [place for place in found.strongest(_LISTED) if self._stands_out(place)]
        self._heading.setVisible(bool(places))
        self._save_focus(self.notables)
        self.notables.show_notables([self._notable(reading, place) for place in places])

    def _stands_out(self, place: int) -> bool:
        return abs(self._colouring.values[place] or 0.0) >= self._colouring.notable / 2

    def _ends(self) -> tuple[str, str]:
        match self._by:
            case ColourBy.DIFFERENCE:
                return self.tr("Less likely"), self.tr("More likely")
            case ColourBy.ENTROPY:
                return self.tr("Decided"), self.tr("Undecided")
        return self.tr("Expected"), self.tr("Surprising")

    def _figures(self, reading: TokenReading) -> str:
        difference = self._difference
        if self._by is ColourBy.DIFFERENCE and difference is not None:
            total = bits_text(abs(difference.gain))
            if abs(difference.gain) < 0.05:
                said = self.tr("The whole reply is as likely with {1}.")
            elif difference.gain > 0:
                said = self.tr("The whole reply is {0} more likely with {1}.")
            else:
                said = self.tr("The whole reply is {0} less likely with {1}.")
            return said.replace("{0}", total).replace("{1}", self._with)
        said = self.tr("{0} tokens · {1} each · perplexity {2}")
        perplexity = number_text(reading.perplexity, 2 if reading.perplexity < 10 else 0)
        return (
            said.replace("{0}", count_text(reading.token_count))
            .replace("{1}", bits_text(reading.mean_surprise))
            .replace("{2}", perplexity)
        )

    def _list_heading(self) -> str:
        match self._by:
            case ColourBy.DIFFERENCE:
                return self.tr("Most changed tokens")
            case ColourBy.ENTROPY:
                return self.tr("Where the model was least decided")
        return self.tr("Most surprising tokens")

    def _notable(self, reading: TokenReading, place: int) -> Notable:
        token, value = reading.tokens[place], self._colouring.values[place] or 0.0
        before = reading.text[max(0, token.start - _BEFORE) : token.start]
        after = reading.text[token.end : token.end + _AFTER]
        if self._by is ColourBy.SURPRISE:
            said = probability_text(token.probability)
        elif self._by is ColourBy.DIFFERENCE:
            said = bits_text(value, signed=True)
        else:
            said = bits_text(value)
        return Notable(
            place,
            _one_line(before),
            _one_line(token.text) if token.text.strip() else token_text(token.text),
            _one_line(after),
            self._colouring.colour(place),
            said,
        )

    def _token(self, index: int) -> ReplyToken | None:
        tokens = self._reading.tokens if self._reading else ()
        return tokens[index] if 0 <= index < len(tokens) else None

    def _show_card(self, index: int) -> None:
        token = self._token(index)
        compared = self._by is ColourBy.DIFFERENCE and self._difference is not None
        change = self._difference.change_of(token) if token and compared and self._difference else None
        self._save_focus(self.card)
        self.card.show_token(token, change, self._with, self._may_branch)

    def _save_focus(self, part: QWidget) -> None:
        """Take the keyboard from a part whose lines are about to go, or it would go anywhere."""
        focused = self.window().focusWidget()
        if focused is not None and part.isAncestorOf(focused):
            self.text.setFocus()

    @Slot(int)
    def _on_token_pointed(self, index: int) -> None:
        self._show_card(index)

    @Slot(int)
    def _on_token_taken(self, index: int) -> None:
        self.card.focus_alternatives()

    @Slot(int)
    def _on_height_changed(self, height: int) -> None:
        """Leave the room that a short reply does not need to what is below it."""
        room = max(height, self.text.minimumSizeHint().height())
        self._upper.setMaximumHeight(room + self.legend.sizeHint().height() + 2 * Space.S)

    @Slot(int)
    def _on_jump_requested(self, index: int) -> None:
        self.text.keep(index)
        self.text.setFocus()

    @Slot(object, str)
    def _on_branch_requested(self, token: ReplyToken, text: str) -> None:
        if self._reading is not None:
            self.branch_requested.emit(self._reading.text[: token.start] + text)


def _one_line(text: str) -> str:
    return text.replace("\n", "↵ ")
