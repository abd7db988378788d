"""The problems found in a data file, as an item model: only what is in view is asked for."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hone.domain.datasets import Problem, Report
from hone.ui.kit.quantities import count_text
from hone.ui.kit.tooltip import plain_tooltip

Index = QModelIndex | QPersistentModelIndex


class ProblemColumn(IntEnum):
    """Columns of the list."""

    PLACE = 0
    MESSAGE = 1
    HINT = 2


class ProblemModel(QAbstractTableModel):
    """One row per problem: place in the file, what is wrong, what to do."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._problems: tuple[Problem, ...] = ()

    def set_report(self, report: Report | None) -> None:
        """Show the problems of a report."""
        self.beginResetModel()
        self._problems = report.problems if report is not None else ()
        self.endResetModel()

    def problem(self, index: Index) -> Problem:
        """Return the problem at an index."""
        return self._problems[index.row()]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._problems)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(ProblemColumn)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (self.tr("Where"), self.tr("What is wrong"), self.tr("What to do"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        problem = self._problems[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(problem, ProblemColumn(index.column()))
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            said = f"{self._cell(problem, ProblemColumn.PLACE)}: {problem.message} {problem.hint}".strip()
            return plain_tooltip(said) if role == Qt.ItemDataRole.ToolTipRole else said
        return None

    def _cell(self, problem: Problem, column: ProblemColumn) -> str:
        if column is ProblemColumn.MESSAGE:
            return problem.message
        if column is ProblemColumn.HINT:
            return problem.hint
        if not problem.row:
            return self.tr("Whole file")
        row = self.tr("Row {row}").format(row=count_text(problem.row))
        return (
            row if not problem.line else row + self.tr(", line {line}").format(line=count_text(problem.line))
        )
