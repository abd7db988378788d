"""Which reply of a round is the better: buttons for what 1 to 4 and 0 do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hone.domain.comparing import Judgement, Verdict
from hone.ui.kit.buttons import Button, GhostButton, IconButton
from hone.ui.kit.text import CaptionLabel
from hone.ui.kit.tokens import Space


class JudgeBar(QWidget):
    """`judged(verdict, place)`; `round_requested(by)` for the round before (-1) or after (1)."""

    judged = Signal(str, int)
    round_requested = Signal(int)
    regenerate_requested = Signal()
    reveal_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[Button] = []
        self._round = CaptionLabel(wrap=False)
        self._before = IconButton("caret-left", self.tr("The round before"), size=14)
        self._after = IconButton("caret-right", self.tr("The round after"), size=14)
        self._before.clicked.connect(lambda: self.round_requested.emit(-1))
        self._after.clicked.connect(lambda: self.round_requested.emit(1))
        self._again = IconButton("arrows-clockwise", self.tr("Regenerate this round in all columns"), size=16)
        self._again.clicked.connect(self.regenerate_requested)
        self._question = CaptionLabel(self.tr("Better:"), wrap=False)
        self._choices = QHBoxLayout()
        self._choices.setSpacing(Space.XS)
        self._reveal = GhostButton(self.tr("Show the names"), "eye")
        self._reveal.clicked.connect(self.reveal_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.XS)
        for widget in (self._before, self._round, self._after, self._again):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self._question)
        layout.addLayout(self._choices)
        layout.addStretch(1)
        layout.addWidget(self._reveal)

    def set_columns(self, letters: Sequence[str]) -> None:
        """Offer these columns, a tie, and none."""
        for button in self._buttons:
            self._choices.removeWidget(button)
            button.deleteLater()
        self._buttons = []
        for place, letter in enumerate(letters):
            name = self.tr("{0} is the better reply").replace("{0}", letter)
            self._add(letter, name, str(place + 1), Verdict.BETTER, place)
        self._add(self.tr("Tie"), self.tr("The replies are equally good"), "0", Verdict.TIE, -1)
        self._add(self.tr("None"), self.tr("No reply is good enough"), "9", Verdict.NONE, -1)

    def set_round(
        self, number: int, count: int, ready: bool, busy: bool, judgement: Judgement | None
    ) -> None:
        """Show a round and what was thought of it."""
        words = self.tr("Round {0} of {1}").replace("{0}", str(number)).replace("{1}", str(count))
        self._round.setText(words)
        self._before.setEnabled(number > 1)
        self._after.setEnabled(number < count)
        self._again.setEnabled(count > 0 and not busy)
        self._question.setText(self.tr("Better:") if ready or judgement else self.tr("Judge when they end:"))
        for button in self._buttons:
            button.setEnabled(ready)
            button.setChecked(False)

    def set_taken(self, verdict: Verdict | None, place: int) -> None:
        """Show which choice was taken."""
        for button in self._buttons:
            mine = (button.property("verdict"), button.property("place")) == (verdict, place)
            button.setChecked(verdict is not None and mine)

    def set_hidden(self, hidden: bool) -> None:
        """Whether names are hidden and may be shown."""
        self._reveal.setVisible(hidden)
        for button in (self._before, self._after):
            button.setVisible(not hidden)

    def focus_first(self) -> None:
        """Put the keyboard here, so that digits judge."""
        if self._buttons:
            self._buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _add(self, text: str, name: str, key: str, verdict: Verdict, place: int) -> None:
        button = Button(text, "choice")
        button.setCheckable(True)
        button.setAccessibleName(name)
        button.setToolTip(f"{name}  {key}" if key else name)
        button.setProperty("verdict", verdict)
        button.setProperty("place", place)
        button.clicked.connect(self._on_clicked)
        self._choices.addWidget(button)
        self._buttons.append(button)

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.judged.emit(str(button.property("verdict")), int(button.property("place")))
