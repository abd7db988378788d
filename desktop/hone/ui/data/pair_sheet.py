"""Two rows side by side: a duplicate and what it repeats, or two replies to one prompt."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from hone.domain.data_changes import DropRows
from hone.domain.datasets import Problem, Reading, ShownRow
from hone.services.data import DataService
from hone.ui.data.grid import ReflowGrid
from hone.ui.data.tab import DataContext
from hone.ui.kit.buttons import GhostButton, SecondaryButton
from hone.ui.kit.card import Card, row
from hone.ui.kit.lengths import follow
from hone.ui.kit.message_banner import MessageBanner
from hone.ui.kit.quantities import count_text
from hone.ui.kit.sheet import Sheet
from hone.ui.kit.text import CaptionLabel, HeadingLabel, StrongLabel
from hone.ui.kit.tokens import Space
from hone.ui.supervisor import start_task


class Pair(msgspec.Struct, frozen=True):
    """The two rows, in the order of the file; the second is of another file when `elsewhere`."""

    first: ShownRow | None
    second: ShownRow | None
    elsewhere: str = ""


class PairSheet(Sheet):
    """Reads both rows and shows what is said in each; either can be removed."""

    def __init__(self, context: DataContext, problem: Problem, window: QWidget) -> None:
        super().__init__(window, 980, 620)
        self._context = context
        self._problem = problem
        data_set = context.data_set
        self._shown = (data_set.id, data_set.current) if data_set is not None else ("", 0)
        self.banner = MessageBanner(dismissable=False)
        self.sides = (RowSide(), RowSide())
        grid = ReflowGrid(300)
        for side in self.sides:
            grid.add(side)
            side.go_requested.connect(self._on_go_requested)
            side.remove_requested.connect(self._on_remove_requested)
        leave = GhostButton(self.tr("Close"))
        leave.clicked.connect(self.close_sheet)
        self.body.addWidget(HeadingLabel(self.tr("Both rows")))
        self.body.addWidget(CaptionLabel(problem.message))
        self.body.addWidget(self.banner)
        self.body.addWidget(grid, 1)
        self.body.addLayout(row(None, leave))
        self._leave = leave
        self.closed.connect(self.deleteLater)

    def open(self) -> None:
        """Show the sheet and read the rows."""
        super().open()
        self._leave.setFocus()
        context, problem = self._context, self._problem
        path = context.path
        assert path is not None
        elsewhere = {"held_out_overlap": context.held_out, "suite_overlap": context.suites}.get(problem.kind)
        read = partial(_read_pair, context.services.data, path, context.reading, problem)
        if elsewhere is not None:
            read = partial(_read_beside, context.services.data, path, context.reading, problem, elsewhere)
        start_task(self, read, self._on_read, self.banner.show_error)

    def _on_read(self, pair: Pair) -> None:
        first, second = self.sides
        for side, shown in ((first, pair.first), (second, pair.second)):
            side.setVisible(shown is not None)
            if shown is not None:
                side.show_row(shown, pair.elsewhere if side is second else "")

    def _still_here(self) -> bool:
        data_set = self._context.data_set
        return data_set is not None and (data_set.id, data_set.current) == self._shown

    @Slot(int)
    def _on_go_requested(self, number: int) -> None:
        self.close_sheet()
        if self._still_here():
            self._context.row_requested.emit(number)

    @Slot(int)
    def _on_remove_requested(self, number: int) -> None:
        self.close_sheet()
        if self._still_here():
            said = self.tr("Row {0} removed").replace("{0}", count_text(number))
            self._context.request_change(DropRows(rows=(number,)), said=said)


class RowSide(Card):
    """One of the rows."""

    go_requested = Signal(int)
    remove_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Space.M, Space.S, parent)
        self._number = 0
        self._title = StrongLabel()
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        follow(self._text, lambda theme: self._text.setMinimumHeight(theme.length(220)))
        self.go = GhostButton(self.tr("Go to the row"), "arrow-right")
        self.remove = SecondaryButton(self.tr("Remove this row"), "trash")
        self.go.clicked.connect(self._on_go_clicked)
        self.remove.clicked.connect(self._on_remove_clicked)
        self.body.addWidget(self._title)
        self.body.addWidget(self._text, 1)
        self.body.addLayout(row(self.remove, self.go, None))

    def show_row(self, shown: ShownRow, elsewhere: str) -> None:
        """Show what is said in a row; `elsewhere` names the other file that it stands in."""
        self._number = shown.row
        title = self.tr("Row {0}").replace("{0}", count_text(shown.row))
        if elsewhere:
            title = self.tr("{0} of {1}").replace("{0}", title).replace("{1}", elsewhere)
        self._title.setText(title)
        self._text.setAccessibleName(title)
        self._text.setPlainText(said_in(shown))
        for button in (self.go, self.remove):
            button.setVisible(not elsewhere)
            button.setAccessibleName(f"{title}: {button.text()}")

    @Slot()
    def _on_go_clicked(self) -> None:
        self.go_requested.emit(self._number)

    @Slot()
    def _on_remove_clicked(self) -> None:
        self.remove_requested.emit(self._number)


def said_in(shown: ShownRow) -> str:
    """Return what is said in a row: each turn under who says it, else the row as it is."""
    example = shown.example
    if example is None:
        return shown.content
    if example.text is not None:
        return example.text
    said = [f"[{turn.role}]\n{turn.content or turn.more}" for turn in example.turns]
    said.extend(f"[rejected]\n{turn.content}" for turn in example.rejected)
    return "\n\n".join(said)


def _read_pair(service: DataService, path: Path, reading: Reading, problem: Problem) -> Pair:
    numbers = sorted((problem.row, problem.other))
    found = {shown.row: shown for shown in service.rows_at(path, reading, numbers).rows}
    return Pair(found.get(numbers[0]), found.get(numbers[1]))


def _read_beside(
    service: DataService, path: Path, reading: Reading, problem: Problem, others: Sequence[Path]
) -> Pair:
    """Read a row and what it repeats of another file; where there are several, only the row."""
    own = service.rows_at(path, reading, (problem.row,)).rows
    if len(others) != 1:
        return Pair(own[0] if own else None, None)
    other = service.rows_at(others[0], Reading(), (problem.other,)).rows
    return Pair(own[0] if own else None, other[0] if other else None, others[0].name)
