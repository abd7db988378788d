"""A card of languages or labels: the most frequent ones, all on demand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from hone.domain.datasets import Share
from hone.ui.data.bar_list import BarList
from hone.ui.kit.buttons import LinkButton
from hone.ui.kit.card import Card, row
from hone.ui.kit.quantities import count_text
from hone.ui.kit.text import CaptionLabel, HeadingLabel

_FIRST = 8


class SharesCard(Card):
    """Shows the first few names; a link shows all that are known."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._shares: tuple[Share, ...] = ()
        self._whole = 0
        self._all = False
        self.bars = BarList(title)
        self._note = CaptionLabel()
        self.more = LinkButton("")
        self.more.clicked.connect(self._on_more_clicked)
        self.body.addWidget(HeadingLabel(title))
        self.body.addWidget(self._note)
        self.body.addWidget(self.bars)
        self.body.addLayout(row(self.more, None))
        self.body.addStretch(1)

    def show_shares(self, shares: Sequence[Share], whole: int, note: str = "") -> None:
        """Show names with their rows, of `whole` rows in all, and a remark."""
        self._shares, self._whole, self._all = tuple(shares), whole, False
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._show()

    @Slot()
    def _on_more_clicked(self) -> None:
        self._all = not self._all
        self._show()

    def _show(self) -> None:
        shown = self._shares if self._all else self._shares[:_FIRST]
        self.bars.show_shares(shown, self._whole)
        self.more.setVisible(len(self._shares) > _FIRST)
        every = self.tr("Show all {0}").replace("{0}", count_text(len(self._shares)))
        self.more.setText(self.tr("Show fewer") if self._all else every)
        self.more.setAccessibleName(self.more.text())
