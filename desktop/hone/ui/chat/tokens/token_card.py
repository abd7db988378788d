"""One token: how likely it was, how undecided the model was, and what else could have come."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QWidget

from hone.domain.generation import Alternative
from hone.domain.token_reports import Change, ReplyToken
from hone.ui.chat.tokens.alternative_row import AlternativeRow
from hone.ui.chat.tokens.words import bits_text, factor_text, probability_text, token_text
from hone.ui.kit.card import column, row
from hone.ui.kit.quantities import count_text, number_text
from hone.ui.kit.text import BodyLabel, CaptionLabel, Label, MonoLabel, OverlineLabel
from hone.ui.kit.tokens import Space
from hone.ui.kit.typography import Type


class TokenCard(QWidget):
    """`branch_requested(token, text)` when another token is taken in its place."""

    branch_requested = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "plain")
        self._token: ReplyToken | None = None
        self.rows: list[AlternativeRow] = []
        self._text = MonoLabel()
        self._text.setProperty("strong", True)
        self._share = Label(style=Type.TITLE)
        self._facts = CaptionLabel(wrap=True)
        self._undecided = CaptionLabel(wrap=True)
        self._change = BodyLabel()
        self._heading = OverlineLabel(self.tr("What could have come here"))
        self._hint = CaptionLabel(
            self.tr("Choose one, and the conversation goes on from it in a branch."), "faint"
        )
        self._none = CaptionLabel("", "faint")
        self._list = column(spacing=0)
        layout = column(self, spacing=Space.XS)
        layout.addLayout(row(self._text, None, self._share))
        for widget in (self._facts, self._undecided, self._change):
            layout.addWidget(widget)
        layout.addSpacing(Space.S)
        layout.addWidget(self._heading)
        layout.addLayout(self._list)
        layout.addWidget(self._hint)
        layout.addWidget(self._none)
        self.show_token(None)

    def show_token(
        self,
        token: ReplyToken | None,
        change: Change | None = None,
        compared_with: str = "",
        may_branch: bool = True,
    ) -> None:
        """Show a token; with `change`, also how its probability differs with what it is compared with."""
        self._token = token
        for old in self.rows:
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = []
        shown = token is not None
        for widget in (self._text, self._share, self._facts, self._undecided, self._heading):
            widget.setVisible(shown)
        self._change.setVisible(shown and change is not None)
        self._hint.setVisible(False)
        self._none.setVisible(not shown)
        if token is None:
            self._none.setText(
                self.tr(
                    "Point at a token, click it to keep it, or walk with the arrow keys. "
                    "N goes to the next one that stands out."
                )
            )
            return
        self._text.setText(token_text(token.text))
        self._share.setText(probability_text(token.probability))
        self._facts.setText(facts_of(token))
        self._undecided.setText(undecided(token))
        self._undecided.setVisible(bool(self._undecided.text()))
        if change is not None:
            self._change.setText(change_text(token, change, compared_with))
        self._show_alternatives(token, may_branch)

    def focus_alternatives(self) -> None:
        """Put the keyboard on the first alternative that can be chosen."""
        for each in self.rows:
            if each.branches and each.isEnabled():
                each.setFocus()
                return

    def _show_alternatives(self, token: ReplyToken, may_branch: bool) -> None:
        self._heading.setVisible(bool(token.alternatives))
        for alternative, own in _with_own(token):
            line = AlternativeRow(alternative, math.exp(alternative.logprob), own)
            line.setEnabled(may_branch or own)
            line.clicked.connect(self._on_row_clicked)
            self._list.addWidget(line)
            line.show()  # now: the layout would show it later, and what is hidden takes no focus
            self.rows.append(line)
        self._hint.setVisible(any(line.branches for line in self.rows))

    @Slot()
    def _on_row_clicked(self) -> None:
        line = self.sender()
        if isinstance(line, AlternativeRow) and line.branches and self._token is not None:
            self.branch_requested.emit(self._token, line.alternative.text)


def _with_own(token: ReplyToken) -> list[tuple[Alternative, bool]]:
    """Return the alternatives with the token itself among them, last where it is the unlikeliest."""
    if token.count > 1:  # the alternatives are those of the character's first part
        return [(each, False) for each in token.alternatives]
    own = next((each for each in token.alternatives if _is(each, token)), None)
    found = [(each, each is own) for each in token.alternatives]
    if own is None and token.alternatives:
        found.append((Alternative(-1, token.text, token.logprob), True))
    return found


def _is(alternative: Alternative, token: ReplyToken) -> bool:
    return alternative.text == token.text and abs(alternative.logprob - token.logprob) < 1e-4


def facts_of(token: ReplyToken) -> str:
    """Say how surprising a token is and which rank it has."""
    said = [QCoreApplication.translate("TokenCard", "Surprise {0}").replace("{0}", bits_text(token.surprise))]
    if token.count > 1:
        said.append(
            QCoreApplication.translate("TokenCard", "{0} tokens make this character").replace(
                "{0}", count_text(token.count)
            )
        )
    elif token.rank == 1:
        said.append(QCoreApplication.translate("TokenCard", "the likeliest token"))
    elif token.rank:
        said.append(
            QCoreApplication.translate("TokenCard", "rank {0}").replace("{0}", count_text(token.rank))
        )
    return " · ".join(said)


def undecided(token: ReplyToken) -> str:
    """Say how undecided the model was; "" when it is not told."""
    bits = token.entropy_bits
    if bits is None:
        return ""
    if bits < 0.1:
        return QCoreApplication.translate(
            "TokenCard", "The model was certain of what comes (entropy {0})."
        ).replace("{0}", bits_text(bits))
    choices = number_text(2.0**bits, 1) if bits < 6 else count_text(round(2.0**bits))
    said = QCoreApplication.translate(
        "TokenCard", "The model was as undecided as among {0} equally likely tokens (entropy {1})."
    )
    return said.replace("{0}", choices).replace("{1}", bits_text(bits))


def change_text(token: ReplyToken, change: Change, compared_with: str) -> str:
    """Say how much likelier the other reader finds the place of a token."""
    one, other = (probability_text(2.0**-bits) for bits in (change.first_bits, change.second_bits))
    if change.start != token.start or change.end != token.end:
        said = QCoreApplication.translate(
            "TokenCard", "With {4} this stretch is cut otherwise; it has {1} instead of {0} ({2})."
        )
    elif abs(change.gain) < 0.05:
        said = QCoreApplication.translate("TokenCard", "With {4} as likely: {1}.")
    elif change.gain > 0:
        said = QCoreApplication.translate(
            "TokenCard", "With {4} {3} times as likely: {1} instead of {0} ({2})."
        )
    else:
        said = QCoreApplication.translate(
            "TokenCard", "With {4} {3} times less likely: {1} instead of {0} ({2})."
        )
    factor = factor_text(max(change.factor, 1 / change.factor))
    return (
        said.replace("{0}", one)
        .replace("{1}", other)
        .replace("{2}", bits_text(change.gain, signed=True))
        .replace("{3}", factor)
        .replace("{4}", compared_with)
    )
