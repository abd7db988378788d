"""The problems of a data file in a table that holds only what is in view."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from hone.domain.datasets import Report
from hone.ui.kit.card import Card
from hone.ui.kit.quantities import count_text
from hone.ui.kit.text import CaptionLabel, HeadingLabel
from hone.ui.kit.tokens import Space
from hone.ui.tune.problem_model import ProblemColumn, ProblemModel

_ROW_HEIGHT = 32
_MOST_ROWS = 6


class ProblemList(Card):
    """Hidden while there are no problems; Enter or a double click asks to see the row."""

    row_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Space.L, Space.S, parent)
        self.model = ProblemModel(self)
        self._summary = CaptionLabel("")
        self._table = QTableView()
        self._table.setModel(self.model)
        self._table.setAccessibleName(self.tr("Problems in the data"))
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._table.setTabKeyNavigation(False)
        self._table.setShowGrid(False)
        self._table.setWordWrap(False)
        self._table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._table.verticalHeader().hide()
        self._table.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        header = self._table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.resizeSection(ProblemColumn.PLACE, 190)
        header.setSectionResizeMode(ProblemColumn.MESSAGE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(ProblemColumn.HINT, QHeaderView.ResizeMode.Stretch)
        self._table.activated.connect(self._on_table_activated)
        self.body.addWidget(HeadingLabel(self.tr("What to look at")))
        self.body.addWidget(self._summary)
        self.body.addWidget(self._table)
        self.hide()

    def show_report(self, report: Report | None) -> None:
        """Show the problems of a report."""
        self.model.set_report(report)
        shown = self.model.rowCount()
        self.setVisible(shown > 0)
        if report is None or not shown:
            return
        left_out = report.rows - report.usable_rows
        text = self.tr("Rows left out of training: {n}; the rest is used as it is.").format(
            n=count_text(left_out)
        )
        if not left_out:
            text = self.tr("All rows are used; these are worth a look.")
        if report.problem_count > shown:
            text += " " + self.tr("The first {n} are listed.").format(n=count_text(shown))
        self._summary.setText(text)
        height = self._table.horizontalHeader().sizeHint().height() + 2 + _ROW_HEIGHT * min(shown, _MOST_ROWS)
        self._table.setFixedHeight(height)

    @Slot(QModelIndex)
    def _on_table_activated(self, index: QModelIndex) -> None:
        row = self.model.problem(index).row
        if row:
            self.row_requested.emit(row)
