"""The table itself: a row per run, painted; one or several of them are chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from hone.domain.run_table import RunColumn, RunRow
from hone.ui.kit.lengths import follow
from hone.ui.kit.theme import Theme
from hone.ui.runs.table_delegate import BADGE_ROOM, PADDING, RunDelegate
from hone.ui.runs.table_model import COLUMNS, RunTableModel

_HEIGHT = 38
_SHARES = {RunColumn.NAME: 4, RunColumn.BASE: 3, RunColumn.DATA: 2}
_NARROWEST = {RunColumn.NAME: 150, RunColumn.BASE: 90, RunColumn.DATA: 90}
_MODEST = {
    RunColumn.METHOD: "QLoRA",
    RunColumn.SCORE: "00.000",
    RunColumn.CHANGE: "+000.0%",
    RunColumn.STEPS: "000 of 000",
    RunColumn.TIME: "00 h 00 min",
    RunColumn.SIZE: "000.0 MB",
    RunColumn.DISK: "000.0 MB",
    RunColumn.MADE: "00 days ago",
}
_GOES_FIRST = (
    RunColumn.METHOD,
    RunColumn.SIZE,
    RunColumn.STEPS,
    RunColumn.MADE,
    RunColumn.TIME,
    RunColumn.DISK,
    RunColumn.DATA,
    RunColumn.BASE,
    RunColumn.CHANGE,
    RunColumn.SCORE,
)
"""Which columns a narrow table does without, one after another; the view of a run has them all."""


class RunTable(QTableView):
    """`chosen` when other runs are selected; `open_requested` on a double click or Return."""

    chosen = Signal()
    open_requested = Signal()
    menu_requested = Signal(QPoint)

    def __init__(self, model: RunTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runs = model
        self._wanted: tuple[str, ...] = ()
        self._quiet = False
        self.setModel(model)
        self.delegate = RunDelegate(self)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName(self.tr("Runs"))
        self.setAccessibleDescription(self.tr("Choose one run to see it, or two to four to compare them."))
        self._set_up()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(20)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(COLUMNS.index(model.column), Qt.SortOrder.DescendingOrder)
        header.sectionClicked.connect(self._on_section_clicked)
        model.modelAboutToBeReset.connect(self._on_about_to_be_reset)
        model.modelReset.connect(self._on_reset)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.doubleClicked.connect(self.open_requested)
        self.customContextMenuRequested.connect(self._on_menu_wanted)
        follow(self, lambda theme: self._fit())

    def selected_rows(self) -> list[RunRow]:
        """Return the chosen runs, in the order of the table."""
        places = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [self._runs.rows[place] for place in places if place < len(self._runs.rows)]

    def select(self, run_ids: Sequence[str]) -> None:
        """Choose runs; those that are not shown are left out."""
        self._quiet = True
        self._restore(run_ids)
        self._quiet = False
        self.chosen.emit()

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) run."""
        if self._runs.rows:
            now = self.currentIndex().row()
            place = min(max(now + by, 0), len(self._runs.rows) - 1)
            self.select([self._runs.rows[place].id])

    def sort_by(self, column: RunColumn) -> None:
        """Sort by a column; the other way round when it is sorted by that already."""
        order = self._runs.first_order(column)
        if self._runs.column is column:
            descending = self._runs.descending
            order = Qt.SortOrder.AscendingOrder if descending else Qt.SortOrder.DescendingOrder
        self._runs.sort(COLUMNS.index(column), order)
        self.horizontalHeader().setSortIndicator(COLUMNS.index(column), order)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _set_up(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMinimumWidth(320)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(8)

    def _fit(self) -> None:
        """Give figures what they need and names the rest; what has no room is hidden."""
        theme = Theme.current()
        self.verticalHeader().setDefaultSectionSize(theme.length(_HEIGHT))
        self.setMinimumHeight(self.horizontalHeader().sizeHint().height() + 2 * theme.length(_HEIGHT))
        widths = {column: self._needed(column) for column in COLUMNS}
        shown = list(COLUMNS)
        room = self.viewport().width()
        for column in _GOES_FIRST:
            if sum(widths[each] for each in shown) <= room:
                break
            shown.remove(column)
        left = max(0, room - sum(widths[each] for each in shown))
        growing = [column for column in shown if column in _SHARES]
        parts = sum(_SHARES[column] for column in growing)
        for place, column in enumerate(COLUMNS):
            self.setColumnHidden(place, column not in shown)
            more = left * _SHARES[column] // parts if column in growing else 0
            self.setColumnWidth(place, widths[column] + more)

    def _needed(self, column: RunColumn) -> int:
        theme = Theme.current()
        if column in _NARROWEST:
            return theme.length(_NARROWEST[column])
        title = self.horizontalHeader().sectionSizeHint(COLUMNS.index(column))
        if column is RunColumn.STATE:
            return max(title, self.delegate.widest_state() + 2 * PADDING + BADGE_ROOM)
        cell = self.fontMetrics().horizontalAdvance(_MODEST[column]) + 2 * PADDING
        return max(title, cell)

    def _restore(self, run_ids: Sequence[str]) -> None:
        selection = QItemSelection()
        places = [place for place in map(self._runs.place, run_ids) if place >= 0]
        for place in places:
            selection.select(self._runs.index(place, 0), self._runs.index(place, len(COLUMNS) - 1))
        flags = QItemSelectionModel.SelectionFlag
        if places:
            current = self._runs.index(places[0], 0)
            self.selectionModel().setCurrentIndex(current, flags.NoUpdate)
            self.scrollTo(current, QAbstractItemView.ScrollHint.EnsureVisible)
        self.selectionModel().select(selection, flags.ClearAndSelect)

    @Slot(int)
    def _on_section_clicked(self, section: int) -> None:
        self.sort_by(COLUMNS[section])

    @Slot()
    def _on_about_to_be_reset(self) -> None:
        self._wanted = tuple(row.id for row in self.selected_rows())

    @Slot()
    def _on_reset(self) -> None:
        """Choose what was chosen before; only when some of it is gone, others must hear of it."""
        before, self._wanted = self._wanted, ()
        self._quiet = True
        self._restore(before)
        self._quiet = False
        if tuple(row.id for row in self.selected_rows()) != before:
            self.chosen.emit()

    @Slot()
    def _on_selection_changed(self) -> None:
        if not self._quiet:
            self.chosen.emit()

    @Slot(QPoint)
    def _on_menu_wanted(self, place: QPoint) -> None:
        if self.indexAt(place).isValid():
            self.menu_requested.emit(self.viewport().mapToGlobal(place))
