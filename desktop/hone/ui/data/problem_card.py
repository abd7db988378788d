"""One kind of problem: how many rows have it, why it matters, which rows, and the fix."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hone.domain.datasets import Problem, ProblemGroup
from hone.ui.data.problem_words import can_fix, fix_text, title_of, why_of
from hone.ui.kit.buttons import GhostButton, LinkButton, SecondaryButton
from hone.ui.kit.card import Card, column, row
from hone.ui.kit.elided import ElidedLabel
from hone.ui.kit.flow import FlowLayout
from hone.ui.kit.message_banner import ToneIcon
from hone.ui.kit.quantities import count_text
from hone.ui.kit.text import Badge, BodyLabel, CaptionLabel, HeadingLabel
from hone.ui.kit.tokens import Space
from hone.ui.kit.typography import Type

_FIRST, _MORE = 3, 20


class ProblemCard(Card):
    """`row_requested` shows a row, `pair_requested` two rows side by side, `fix_requested` mends all."""

    row_requested = Signal(int)
    pair_requested = Signal(object)  # Problem
    fix_requested = Signal(object)  # ProblemGroup

    def __init__(
        self, group: ProblemGroup, problems: Mapping[int, Problem], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self.group = group
        self._problems = problems
        self.setAccessibleName(title_of(group))
        count = Badge(self._count_text(), "danger" if group.fatal else "warning")
        line = row(
            ToneIcon("danger" if group.fatal else "warning" if any(group.rows) else ""),
            HeadingLabel(title_of(group)),
            count,
            None,
            spacing=Space.S,
        )
        self.body.addLayout(line)
        self.body.addWidget(BodyLabel(self._explained(), "muted"))
        self._rows = column(spacing=0)
        self.body.addLayout(self._rows)
        self._shown: list[QWidget] = []
        self.more = LinkButton("")
        self.more.clicked.connect(self._on_more_clicked)
        self.fix = SecondaryButton("", "wrench")
        self.fix.clicked.connect(self._on_fix_clicked)
        self._open = False
        feet = QWidget()
        flow = FlowLayout(feet, Space.S)
        flow.addWidget(self.fix)
        flow.addWidget(self.more)
        self.body.addWidget(feet)
        self._show_rows()
        self._show_fix()
        feet.setVisible(not (self.fix.isHidden() and self.more.isHidden()))

    def _count_text(self) -> str:
        if not any(self.group.rows):
            return self.tr("whole file")
        if self.group.count == 1:
            return self.tr("1 row")
        return self.tr("{0} rows").replace("{0}", count_text(self.group.count))

    def _explained(self) -> str:
        why = why_of(self.group)
        if self.group.fatal:
            return self.tr("{0} Left out of training as it is.").replace("{0}", why)
        if not any(self.group.rows) and 0 in self._problems:
            told = self._problems[0]
            return f"{told.message} {why} {told.hint}".strip()
        return why

    def _show_fix(self) -> None:
        self.fix.setVisible(can_fix(self.group))
        self.fix.setText(fix_text(self.group))
        self.fix.set_icon("wrench")
        said = f"{title_of(self.group)}: {fix_text(self.group)}"
        self.fix.setAccessibleName(said)

    def _show_rows(self) -> None:
        for old in self._shown:
            old.hide()
            old.deleteLater()
        self._shown = []
        numbers = [number for number in self.group.rows if number]
        for number in numbers[: _MORE if self._open else _FIRST]:
            line = QWidget()
            self._line(number, line)
            self._rows.addWidget(line)
            self._shown.append(line)
        self.more.setVisible(len(numbers) > _FIRST)
        more = self.tr("Show the first {0}").replace("{0}", str(min(len(numbers), _MORE)))
        self.more.setText(self.tr("Show fewer") if self._open else more)
        self.more.setAccessibleName(f"{title_of(self.group)}: {self.more.text()}")

    def _line(self, number: int, parent: QWidget) -> QHBoxLayout:
        problem = self._problems.get(number)
        said = self.tr("Row {0}").replace("{0}", count_text(number))
        if problem is not None and problem.line:
            line = self.tr("{0}, line {1}").replace("{0}", said)
            said = line.replace("{1}", count_text(problem.line))
        link = LinkButton(said)
        link.setAccessibleName(f"{title_of(self.group)}: {said}")
        link.clicked.connect(partial(self._on_row_clicked, number))
        layout = QHBoxLayout(parent)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.setSpacing(Space.S)
        layout.addWidget(link)
        message = ElidedLabel(_only_what(problem.message) if problem else "", Type.CAPTION, "muted")
        layout.addWidget(message, 1)
        if problem is not None and problem.other:
            both = GhostButton(self.tr("Show both"), "columns")
            both.setAccessibleName(f"{said}: {both.text()}")
            both.clicked.connect(partial(self._on_pair_clicked, problem))
            layout.addWidget(both, 0, Qt.AlignmentFlag.AlignRight)
        return layout

    def _on_row_clicked(self, number: int, _checked: bool = False) -> None:
        self.row_requested.emit(number)

    def _on_pair_clicked(self, problem: Problem, _checked: bool = False) -> None:
        self.pair_requested.emit(problem)

    @Slot()
    def _on_more_clicked(self) -> None:
        self._open = not self._open
        self._show_rows()

    @Slot()
    def _on_fix_clicked(self) -> None:
        self.fix_requested.emit(self.group)


class NothingWrong(Card):
    """Says that no problem was found, and what was looked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Space.XL, Space.S, parent)
        self._looked = CaptionLabel()
        self.body.addLayout(row(ToneIcon("success"), HeadingLabel(self.tr("No problems found")), None))
        self.body.addWidget(
            BodyLabel(
                self.tr(
                    "Hone looked for rows that cannot be read, empty and missing replies, turns out of order,"
                    " broken and invisible characters, exact and near duplicates, contradicting replies,"
                    " refusals, keys, passwords and personal data."
                ),
                "muted",
            )
        )
        self.body.addWidget(self._looked)

    def show_remark(self, remark: str) -> None:
        """Say what was compared, or was not."""
        self._looked.setText(remark)
        self._looked.setVisible(bool(remark))


def _only_what(message: str) -> str:
    """Return a message on one line."""
    return " ".join(message.split())
