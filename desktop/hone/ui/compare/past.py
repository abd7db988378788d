"""The comparisons at the left: open, rename in place, delete."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hone.domain.comparing import Comparison, tally_of
from hone.ui.compare.desk import LETTERS
from hone.ui.compare.words import tally_line
from hone.ui.kit.buttons import IconButton
from hone.ui.kit.card import row
from hone.ui.kit.option_list import Option, OptionList
from hone.ui.kit.quantities import count_text
from hone.ui.kit.side_panel import SidePanel
from hone.ui.kit.text import CaptionLabel, HeadingLabel
from hone.ui.kit.tokens import Space

WIDTH = 256


class _List(OptionList):
    """Delete asks to delete what is selected."""

    delete_requested = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.delete_requested.emit()
            return
        super().keyPressEvent(event)


class PastComparisons(SidePanel):
    """`chosen(id)`, `delete_requested(id)`, `new_requested`."""

    chosen = Signal(str)
    delete_requested = Signal(str)
    new_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sidebar", WIDTH, parent)
        self._list = _List(self.tr("Comparisons"))
        self._list.taken.connect(self.chosen)
        self._list.delete_requested.connect(self._on_delete_requested)
        new = IconButton("plus", self.tr("New comparison"))
        new.clicked.connect(self.new_requested)
        self._empty = CaptionLabel(self.tr("Your comparisons will be listed here."))
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._empty.setContentsMargins(Space.L, Space.L, Space.L, 0)
        head = row(HeadingLabel(self.tr("Comparisons")), None, new)
        head.setContentsMargins(Space.L, Space.M, Space.M, Space.XS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 1, Space.S)
        layout.setSpacing(Space.XS)
        layout.addLayout(head)
        body = row(self._list)
        body.setContentsMargins(Space.S, 0, Space.S, 0)
        layout.addWidget(self._empty)
        layout.addLayout(body, 1)
        layout.addStretch(0)

    def set_comparisons(self, comparisons: Sequence[Comparison], current: str) -> None:
        """Show these and mark one."""
        self._list.set_options([self._option(each) for each in comparisons], current)
        self._list.setMaximumHeight(16_777_215)
        self._list.setMinimumHeight(0)
        self._list.setVisible(bool(comparisons))
        self._empty.setVisible(not comparisons)

    def _option(self, comparison: Comparison) -> Option:
        columns = self.tr("{0} columns").replace("{0}", str(len(comparison.columns)))
        if comparison.rounds == 1:
            rounds = self.tr("1 round")
        else:
            rounds = self.tr("{0} rounds").replace("{0}", count_text(comparison.rounds))
        known = {column.id for column in comparison.columns}
        ids = [identity for identity in comparison.sheet.order if identity in known]
        ids += [column.id for column in comparison.columns if column.id not in ids]
        letters = dict(zip(ids, LETTERS, strict=False))
        tally = tally_line(tally_of(comparison.sheet.judgements, ids), letters)
        line = " · ".join(part for part in (columns, rounds, tally) if part)
        return Option(comparison.id, comparison.title, line)

    @Slot()
    def _on_delete_requested(self) -> None:
        option = self._list.currentIndex().data(Qt.ItemDataRole.UserRole)
        if isinstance(option, Option):
            self.delete_requested.emit(option.key)
