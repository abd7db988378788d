"""The first rows as they would be read: who says what, and what is wrong."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from hone.domain.datasets import Example, ShownRow
from hone.ui.kit.card import ChoiceCard, column, row
from hone.ui.kit.elided import ElidedLabel
from hone.ui.kit.lengths import fix_width
from hone.ui.kit.quantities import count_text
from hone.ui.kit.text import Badge, CaptionLabel, StrongLabel
from hone.ui.kit.tokens import Space
from hone.ui.kit.typography import Type

_MOST_LINES = 4


class FirstRow(ChoiceCard):
    """One row; a click shows how it is learned."""

    def __init__(self, shown: ShownRow, parent: QWidget | None = None) -> None:
        super().__init__("", Space.S, parent)
        self.row = shown.row
        name = self.tr("Row {0}").replace("{0}", count_text(shown.row))
        self.setAccessibleName(name)
        fatal = [each for each in shown.problems if each.fatal]
        state = Badge(self.tr("left out"), "danger") if shown.example is None or fatal else Badge()
        state.setVisible(shown.example is None or bool(fatal))
        self.body.addLayout(row(StrongLabel(name), None, state))
        for who, text in self._lines(shown.example):
            said = ElidedLabel(text[:400], Type.BODY)
            role = CaptionLabel(who, "faint", wrap=False)
            fix_width(role, 72)
            line = row(role, said)
            line.setStretch(1, 1)
            self.body.addLayout(line)
        for problem in shown.problems:
            text = f"{problem.message} {problem.hint}".strip()
            self.body.addWidget(CaptionLabel(text, "danger" if problem.fatal else "warning"))

    def _lines(self, example: Example | None) -> list[tuple[str, str]]:
        if example is None:
            return []
        if example.text is not None:
            return [(self.tr("Text"), example.text)]
        lines = [(self._who(turn.role), turn.content) for turn in example.turns]
        if len(lines) > _MOST_LINES:
            left = self.tr("{0} more turns").replace("{0}", count_text(len(lines) - _MOST_LINES + 1))
            lines = [*lines[: _MOST_LINES - 2], ("…", left), lines[-1]]
        if example.rejected:
            lines.append((self.tr("Rejected"), example.rejected[-1].content))
        if example.category is not None:
            lines.append((self.tr("Label"), example.category))
        if example.good is not None:
            lines.append((self.tr("Judged"), self.tr("good") if example.good else self.tr("bad")))
        return lines

    def _who(self, role: str) -> str:
        names = {
            "system": self.tr("System"),
            "user": self.tr("User"),
            "assistant": self.tr("Reply"),
            "tool": self.tr("Tool"),
        }
        return names.get(role, role)


class FirstRows(QWidget):
    """The cards; `chosen(row)` when one of them is."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[FirstRow] = []
        self._column = column(self, spacing=Space.S)

    @property
    def cards(self) -> tuple[FirstRow, ...]:
        """The cards as shown."""
        return tuple(self._cards)

    def show_rows(self, rows: Sequence[ShownRow]) -> None:
        """Show rows; the first that can be read is the chosen one."""
        for card in self._cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [FirstRow(shown) for shown in rows]
        for card in self._cards:
            card.chosen.connect(self._on_chosen)
            self._column.addWidget(card)

    def mark(self, number: int) -> None:
        """Show a row as the chosen one."""
        for card in self._cards:
            card.set_selected(card.row == number)

    @Slot()
    def _on_chosen(self) -> None:
        card = self.sender()
        if isinstance(card, FirstRow):
            self.chosen.emit(card.row)
