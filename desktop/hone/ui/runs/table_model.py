"""The runs as an item model: filtered and sorted, a row each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hone.domain.run_table import RunColumn, RunFilter, RunRow, RunSize, arranged
from hone.ui.kit.quantities import day_text, time_text
from hone.ui.kit.tooltip import plain_tooltip
from hone.ui.runs.words import NUMBERS, cell_text, column_hint, column_title

Index = QModelIndex | QPersistentModelIndex
COLUMNS = tuple(RunColumn)
_DESCENDING_FIRST = frozenset(
    {RunColumn.MADE, RunColumn.TIME, RunColumn.DISK, RunColumn.SIZE, RunColumn.STEPS}
)


class RunTableModel(QAbstractTableModel):
    """Rows that stay where they are only change; anything else is a reset."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[RunRow, ...] = ()
        self.rows: list[RunRow] = []
        self.chosen = RunFilter()
        self.column = RunColumn.MADE
        self.descending = True

    def set_rows(self, rows: Sequence[RunRow], sizes: Mapping[str, RunSize]) -> None:
        """Take other rows, with the sizes that are known."""
        self._all = tuple(_sized(row, sizes.get(row.id)) for row in rows)
        self._arrange()

    def set_filter(self, chosen: RunFilter) -> None:
        """Show other rows."""
        self.chosen = chosen
        self._arrange()

    def set_sizes(self, sizes: Mapping[str, RunSize]) -> None:
        """Fill in sizes that were counted."""
        self.set_rows(self._all, sizes)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.column = COLUMNS[column]
        self.descending = order is Qt.SortOrder.DescendingOrder
        self._arrange()

    def first_order(self, column: RunColumn) -> Qt.SortOrder:
        """Return in which order a column is sorted first: the newest and largest, the best, A before B."""
        descending = column in _DESCENDING_FIRST
        return Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder

    @property
    def all_rows(self) -> tuple[RunRow, ...]:
        """All rows, those that are filtered out too."""
        return self._all

    def place(self, run_id: str) -> int:
        """Return where a run is shown; -1 when it is not."""
        return next((place for place, row in enumerate(self.rows) if row.id == run_id), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_text(row, column)
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(_tip(row, column)) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column_title(column)}: {cell_text(row, column)}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        column = COLUMNS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column_title(column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(column_hint(column)) or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column in NUMBERS else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _arrange(self) -> None:
        rows = arranged(self._all, self.chosen, self.column, self.descending)
        if [row.id for row in rows] == [row.id for row in self.rows]:
            if rows != self.rows:
                self.rows = rows
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(COLUMNS) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()


def _sized(row: RunRow, size: RunSize | None) -> RunRow:
    if size is None or (row.disk_bytes, row.adapter_bytes) == (size.disk_bytes, size.adapter_bytes):
        return row
    return msgspec.structs.replace(row, disk_bytes=size.disk_bytes, adapter_bytes=size.adapter_bytes)


def _tip(row: RunRow, column: RunColumn) -> str:
    if column is RunColumn.NAME:
        return "\n\n".join(filter(None, (row.name, row.note)))
    if column is RunColumn.STATE:
        return row.problem
    if column is RunColumn.MADE:
        return f"{day_text(row.created_at)}, {time_text(row.created_at)}"
    places = {RunColumn.BASE: str(row.base_path), RunColumn.DATA: str(row.data_path)}
    return places.get(column, "")
