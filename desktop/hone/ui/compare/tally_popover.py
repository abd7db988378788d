"""The tally in sentences."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from hone.domain.comparing import Tally
from hone.ui.compare.words import sign_test_sentence
from hone.ui.kit.buttons import GhostButton
from hone.ui.kit.card import Line, row
from hone.ui.kit.elided import ElidedLabel
from hone.ui.kit.popover import Popover
from hone.ui.kit.quantities import count_text
from hone.ui.kit.text import Badge, CaptionLabel, StrongLabel
from hone.ui.kit.tokens import Space


class TallyPopover(Popover):
    """How often each column won, what that is worth, how it was judged, and what can be made of it."""

    dataset_requested = Signal()

    def __init__(
        self, anchor: QWidget, tally: Tally, letters: dict[str, str], names: dict[str, str], mixed: bool
    ) -> None:
        super().__init__(anchor, 340)
        self.body.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        self.body.setSpacing(Space.S)
        self.body.addWidget(StrongLabel(self.tr("Picked as the better reply")))
        for identity, wins in tally.wins.items():
            name = ElidedLabel(names[identity])
            line = row(Badge(letters[identity]), name, StrongLabel(count_text(wins)))
            line.setStretch(1, 1)
            self.body.addLayout(line)
        self.body.addWidget(Line())
        for sentence in self._sentences(tally, letters, mixed):
            self.body.addWidget(CaptionLabel(sentence))
        self.add = GhostButton(self.tr("Add picks to a data set…"), "database")
        self.add.clicked.connect(self._on_add_clicked)
        self.body.addWidget(self.add)
        self.add.setVisible(any(tally.wins.values()))

    @Slot()
    def _on_add_clicked(self) -> None:
        self.close_panel()
        self.dataset_requested.emit()

    def _sentences(self, tally: Tally, letters: dict[str, str], mixed: bool) -> list[str]:
        judged = self.tr("{0} judged, of these {1} blind; {2} ties; {3} times no reply was good enough.")
        counts = (tally.judged, tally.blind, tally.ties, tally.none_good)
        for number, count in enumerate(counts):
            judged = judged.replace(f"{{{number}}}", count_text(count))
        sentences = [judged]
        if test := sign_test_sentence(tally, letters):
            sentences.append(test)
        if tally.blind < tally.judged:
            sentences.append(
                self.tr("Picks made with the names in sight may follow the names. Blind ones are evidence.")
            )
        if mixed:
            sentences.append(
                self.tr("A column's settings were changed between rounds: its wins are not of one setting.")
            )
        return sentences
