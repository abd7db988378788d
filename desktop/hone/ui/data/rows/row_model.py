"""Rows as an item model: numbers for all, words for those in sight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal, Slot

from hone.domain.datasets import ShownRow
from hone.domain.row_content import Place, parse_content, place_of, value_at, with_value, write_content
from hone.domain.row_drafts import SYNTHETIC
from hone.domain.row_edits import Pending
from hone.errors import BadInput
from hone.ui.data.rows.desk import RowsDesk
from hone.ui.kit.quantities import count_text
from hone.ui.kit.tooltip import plain_tooltip

Index = QModelIndex | QPersistentModelIndex
_LONGEST_EDIT = 300
_LONGEST_SHOWN = 240
_LONGEST_CONTENT = 100_000
_KEPT_VIEWS = 2000


class RowColumn(IntEnum):
    """Columns of the table."""

    NUMBER = 0
    PROMPT = 1
    REPLY = 2
    TURNS = 3


@dataclass(frozen=True)
class RowView:
    """What the table shows of a row; `state` is "", "changed", "gone" or "new"."""

    row: int
    prompt: str = ""
    reply: str = ""
    turns: int = 0
    state: str = ""
    problem: str = ""
    fatal: bool = False
    loading: bool = False
    synthetic: bool = False  # a model drafted it


@dataclass
class _Known:
    """What was made of a row for the table, as long as the row is this one."""

    shown: ShownRow | None
    pending: Pending | None
    view: RowView
    places: tuple[Place | None, Place | None] | None = None


class RowModel(QAbstractTableModel):
    """All rows of the version in their order, or those that a filter found; added rows follow.

    A short prompt or reply that stands in one place of the row can be edited here.
    """

    edited = Signal(int, str)  # row, new content

    def __init__(self, desk: RowsDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._numbers: Sequence[int] = range(0)
        self._added: tuple[int, ...] = ()
        self._places: dict[int, int] | None = None
        self._known: dict[int, _Known] = {}
        desk.opened.connect(self._on_opened)
        desk.rows_changed.connect(self._on_rows_changed)

    # ---- which rows

    @property
    def filtered(self) -> bool:
        """Whether only some rows of the version are shown."""
        return not isinstance(self._numbers, range)

    @property
    def found(self) -> int:
        """How many rows of the version are shown."""
        return len(self._numbers)

    def show_numbers(self, numbers: Sequence[int] | None) -> None:
        """Show these rows of the version only; None shows all."""
        self.beginResetModel()
        self._numbers = range(1, self._desk.rows + 1) if numbers is None else tuple(numbers)
        self._places = None
        self._added = self._desk.added
        self._desk.pages.sparse = self.filtered
        self.endResetModel()

    def row_at(self, place: int) -> int:
        """Return the row at a place of the table."""
        return self._numbers[place] if place < len(self._numbers) else self._added[place - len(self._numbers)]

    def place(self, row: int) -> int:
        """Return the place of a row in the table, -1 when it is not shown."""
        if row < 0:
            return len(self._numbers) + self._added.index(row) if row in self._added else -1
        if isinstance(self._numbers, range):
            return row - 1 if 1 <= row <= len(self._numbers) else -1
        if self._places is None:
            self._places = {number: place for place, number in enumerate(self._numbers)}
        return self._places.get(row, -1)

    def view(self, row: int) -> RowView:
        """Return what is shown of a row."""
        return self._known_of(row).view

    def _known_of(self, row: int) -> _Known:
        shown, pending = self._desk.shown(row), self._desk.pending(row)
        known = self._known.get(row)
        if known is None or known.shown is not shown or known.pending is not pending:
            if len(self._known) > _KEPT_VIEWS:
                self._known.clear()
            known = self._known[row] = _Known(shown, pending, _view(row, shown, pending))
        return known

    # ---- Qt

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._numbers) + len(self._added)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(RowColumn)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (self.tr("Row"), self.tr("Prompt"), self.tr("Reply"), self.tr("Turns"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role not in _ROLES:
            return None
        row = self.row_at(index.row())
        if role == Qt.ItemDataRole.EditRole:
            place = self._editable(index)
            return value_at(parse_content(self._desk.content(row) or "{}"), place) if place else None
        view = self.view(row)
        if role == Qt.ItemDataRole.UserRole:
            return view
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(view, RowColumn(index.column()))
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(view.problem) if index.column() == RowColumn.NUMBER else None
        return self._read_out(view, RowColumn(index.column()))

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if self._editable(index) else flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        place = self._editable(index)
        row = self.row_at(index.row())
        content = self._desk.content(row)
        if role != Qt.ItemDataRole.EditRole or place is None or not content:
            return False
        values = parse_content(content)
        if value_at(values, place) == value:
            return False
        self.edited.emit(row, write_content(with_value(values, place, str(value))))
        return True

    def _editable(self, index: Index) -> Place | None:
        """Return where the text of a cell stands in its row, None where it cannot be edited here."""
        if index.column() not in (RowColumn.PROMPT, RowColumn.REPLY):
            return None
        known = self._known_of(self.row_at(index.row()))
        if known.places is None:
            known.places = _places(known)
        return known.places[index.column() - RowColumn.PROMPT]

    def _cell(self, view: RowView, column: RowColumn) -> str:
        if column is RowColumn.NUMBER:
            return count_text(view.row) if view.row > 0 else self.tr("new")
        if view.loading:
            return "…"
        if column is RowColumn.PROMPT:
            return view.prompt
        if column is RowColumn.REPLY:
            return view.reply or ("" if view.prompt else view.problem)
        return count_text(view.turns) if view.turns else ""

    def _read_out(self, view: RowView, column: RowColumn) -> str:
        if column is not RowColumn.NUMBER:
            return self._cell(view, column)
        states = {"changed": self.tr("changed"), "gone": self.tr("deleted"), "new": self.tr("new")}
        number = self.tr("Row {0}").replace("{0}", self._cell(view, column))
        synthetic = self.tr("synthetic") if view.synthetic else ""
        parts = (number, states.get(view.state, ""), synthetic, view.problem)
        return ". ".join(part for part in parts if part)

    # ---- what the desk says

    @Slot()
    def _on_opened(self) -> None:
        self.show_numbers(None)

    @Slot(object)
    def _on_rows_changed(self, rows: Sequence[int]) -> None:
        self._show_added()
        places = [place for place in map(self.place, rows) if place >= 0]
        if places:
            self.dataChanged.emit(self.index(min(places), 0), self.index(max(places), len(RowColumn) - 1))

    def _show_added(self) -> None:
        now = self._desk.added
        for row in [row for row in self._added if row not in now]:
            place = self.place(row)
            self.beginRemoveRows(QModelIndex(), place, place)
            self._added = tuple(each for each in self._added if each != row)
            self.endRemoveRows()
        for order, row in enumerate(now):
            if row not in self._added:
                place = len(self._numbers) + order
                self.beginInsertRows(QModelIndex(), place, place)
                self._added = (*self._added[:order], row, *self._added[order:])
                self.endInsertRows()


_ROLES = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.EditRole,
        Qt.ItemDataRole.UserRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
    }
)


def _view(row: int, shown: ShownRow | None, pending: Pending | None) -> RowView:
    state = "" if pending is None else "gone" if pending.gone else "new" if row < 0 else "changed"
    if shown is None:
        return RowView(row=row, state=state, loading=True)
    prompt, reply = _said(shown)
    return RowView(
        row=row,
        prompt=_beginning(prompt),
        reply=_beginning(reply),
        turns=len(shown.example.turns) if shown.example is not None else 0,
        state=state,
        problem=" ".join(problem.message for problem in shown.problems),
        fatal=any(problem.fatal for problem in shown.problems),
        synthetic=shown.example is not None and SYNTHETIC in shown.example.extra,
    )


def _places(known: _Known) -> tuple[Place | None, Place | None]:
    """Return where prompt and reply stand in the row, None for one that cannot be edited on one line."""
    shown = known.shown
    if shown is None or known.view.state == "gone" or not 0 < len(shown.content) <= _LONGEST_CONTENT:
        return None, None
    try:
        values = parse_content(shown.content)
    except BadInput:
        return None, None
    prompt, reply = (
        place_of(values, text, last) if text and "\n" not in text and len(text) <= _LONGEST_EDIT else None
        for text, last in zip(_said(shown), (False, True), strict=True)
    )
    return prompt, reply


def _said(shown: ShownRow) -> tuple[str, str]:
    """Return what was asked first, and the last reply; of a text its beginning."""
    example = shown.example
    if example is None:
        return _guessed(shown)
    if example.text is not None:
        return example.text, ""
    prompt = next((turn.content for turn in example.turns if turn.role == "user"), "")
    reply = next((turn.content for turn in reversed(example.turns) if turn.role == "assistant"), "")
    return prompt, reply


def _guessed(shown: ShownRow) -> tuple[str, str]:
    """Return the beginning of a row that cannot be read, so that a person knows it again."""
    try:
        values = parse_content(shown.content) if shown.content else {}
    except BadInput:
        return shown.content, ""
    return next((value for value in values.values() if isinstance(value, str) and value), shown.content), ""


def _beginning(text: str) -> str:
    """Return how a text begins, in one line: letters often begin with the same one."""
    return " ".join(text[: 4 * _LONGEST_SHOWN].split())[:_LONGEST_SHOWN]
