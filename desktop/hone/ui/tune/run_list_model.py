"""The runs of the overview as an item model: the run itself, and a short curve of its loss."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hone.domain.runs import Run

Index = QModelIndex | QPersistentModelIndex
CURVE_POINTS = 60


class RunItemRole(IntEnum):
    """What can be asked of an entry besides its name."""

    RUN = Qt.ItemDataRole.UserRole + 1
    CURVE = Qt.ItemDataRole.UserRole + 2


class RunEntry:
    """A run with the losses of its sparkline."""

    def __init__(self, run: Run, curve: Sequence[float] = ()) -> None:
        self.run = run
        self.curve = thinned(curve)


class RunListModel(QAbstractListModel):
    """Runs, newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[RunEntry] = []

    def set_entries(self, entries: Sequence[RunEntry]) -> None:
        """Replace all runs."""
        self.beginResetModel()
        self._entries = list(entries)
        self.endResetModel()

    def replace(self, run: Run) -> None:
        """Show new values of one run; a run that is not in the list is left out."""
        for row, entry in enumerate(self._entries):
            if entry.run.id == run.id:
                entry.run = run
                self.dataChanged.emit(self.index(row), self.index(row))
                return

    def remove(self, run_id: str) -> None:
        """Take a run out of the list."""
        for row, entry in enumerate(self._entries):
            if entry.run.id == run_id:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._entries[row]
                self.endRemoveRows()
                return

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.run.name
        if role == RunItemRole.RUN:
            return entry.run
        if role == RunItemRole.CURVE:
            return entry.curve
        return None

    def run(self, row: int) -> Run:
        """Return the run in a row."""
        return self._entries[row].run

    def curve(self, row: int) -> tuple[float, ...]:
        """Return the sparkline of a row."""
        return self._entries[row].curve


def thinned(losses: Sequence[float]) -> tuple[float, ...]:
    """Average a curve down to at most `CURVE_POINTS` points."""
    if len(losses) <= CURVE_POINTS:
        return tuple(losses)
    edges = [round(index * len(losses) / CURVE_POINTS) for index in range(CURVE_POINTS + 1)]
    return tuple(sum(losses[start:end]) / (end - start) for start, end in itertools.pairwise(edges))
