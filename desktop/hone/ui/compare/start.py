"""What an empty Compare page shows: four ways to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hone.ui.kit.card import ChoiceCard
from hone.ui.kit.empty_state import IconTile
from hone.ui.kit.lengths import cap_width
from hone.ui.kit.scrolling import fill_scrolling
from hone.ui.kit.text import BodyLabel, CaptionLabel, StrongLabel, TitleLabel
from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Space

_COLUMN = 680


class CompareStart(QWidget):
    """`chosen(key)` of adapter, prompts, temperatures or blank."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = TitleLabel(self.tr("Compare replies side by side"))
        text = BodyLabel(
            self.tr(
                "One message goes to two, three or four columns. See where the replies differ, pick the "
                "better one, and keep the picks as preference data."
            ),
            "muted",
        )
        for label in (title, text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
        self._grid = QGridLayout()
        self._grid.setSpacing(Space.M)
        self._cards = [self._card(*choice) for choice in self._choices()]
        self._columns = 0
        middle = QVBoxLayout()
        middle.setSpacing(Space.S)
        middle.addStretch(2)
        middle.addWidget(IconTile("columns"), 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addSpacing(Space.S)
        middle.addWidget(title)
        middle.addWidget(text)
        middle.addSpacing(Space.L)
        middle.addLayout(self._grid)
        middle.addStretch(3)
        inner = QWidget()
        inner.setLayout(middle)
        cap_width(inner, _COLUMN)
        holder = QWidget()
        holder.setProperty("kind", "plain")
        layout = QHBoxLayout(holder)
        layout.setContentsMargins(Space.XXL, Space.L, Space.XXL, Space.L)
        layout.addStretch(1)
        layout.addWidget(inner, 1000)
        layout.addStretch(1)
        fill_scrolling(self, holder)
        self._place(2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(2 if self.width() >= Theme.current().length(560) else 1)

    def focus_first(self) -> None:
        """Put the keyboard on the first way."""
        self._cards[0].setFocus()

    def _place(self, columns: int) -> None:
        if columns != self._columns:
            self._columns = columns
            for index, card in enumerate(self._cards):
                self._grid.addWidget(card, index // columns, index % columns)

    def _card(self, key: str, glyph: str, title: str, text: str) -> ChoiceCard:
        card = ChoiceCard(title)
        card.setAccessibleDescription(text)
        card.body.addWidget(IconTile(glyph, 32))
        card.body.addSpacing(Space.XS)
        card.body.addWidget(StrongLabel(title))
        card.body.addWidget(CaptionLabel(text))
        card.body.addStretch(1)
        card.chosen.connect(lambda: self.chosen.emit(key))
        return card

    def _choices(self) -> tuple[tuple[str, str, str, str], ...]:
        return (
            (
                "adapter",
                "puzzle-piece",
                self.tr("Model against its adapter"),
                self.tr(
                    "What did the fine-tune change? The model as it is, beside the model with its adapter."
                ),
            ),
            (
                "prompts",
                "text-aa",
                self.tr("Two prompt versions"),
                self.tr("Which wording works? The same model with two system prompts or saved versions."),
            ),
            (
                "temperatures",
                "thermometer-simple",
                self.tr("Two temperatures"),
                self.tr("How much chance helps? The same model at temperature 0.2 and 0.9."),
            ),
            (
                "blank",
                "columns",
                self.tr("Blank"),
                self.tr("Two columns with the model that you used last; change what you like."),
            ),
        )
