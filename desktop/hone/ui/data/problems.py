"""The tab "Problems": by kind, the worst first, with the fix as a button that makes a new version."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from hone.domain.data_changes import ApplyFix
from hone.domain.datasets import Problem, ProblemGroup, Report
from hone.ui.commands import Command
from hone.ui.data.pair_sheet import PairSheet
from hone.ui.data.problem_card import NothingWrong, ProblemCard
from hone.ui.data.problem_words import can_fix_unseen, fixed_text, fixing_order, rank
from hone.ui.data.tab import DataContext, DataTab
from hone.ui.data_files import ask_for_data_file
from hone.ui.kit.buttons import PrimaryButton, SecondaryButton
from hone.ui.kit.card import Card, column, row
from hone.ui.kit.chips import Chips
from hone.ui.kit.flow import FlowLayout
from hone.ui.kit.lengths import cap_width
from hone.ui.kit.message_banner import MessageBanner
from hone.ui.kit.progress import SlimBar
from hone.ui.kit.quantities import count_text
from hone.ui.kit.scrolling import fill_scrolling
from hone.ui.kit.text import CaptionLabel, HeadingLabel
from hone.ui.kit.tokens import Space

_WIDEST = 960
_BESIDE_OTHERS = ("held_out_overlap", "suite_overlap")


class ProblemsTab(DataTab):
    """What is wrong with the version in use. Every fix makes a new version, with Undo in the toast."""

    def __init__(self, context: DataContext) -> None:
        super().__init__(context)
        self.cards: list[ProblemCard] = []
        self.banner = MessageBanner(dismissable=False)
        self.nothing = NothingWrong()
        self._summary = HeadingLabel()
        self._looking = CaptionLabel(self.tr("Looking at the rows…"))
        self._bar = SlimBar(self.tr("Looking at the rows"))
        self._bar.set_share(None)
        self.fix_all = PrimaryButton(self.tr("Fix all that can be fixed"), "wrench")
        self.fix_all.setToolTip(
            self.tr(
                "Near duplicates, contradictions, refusals and the like are left: look at some of them first."
            )
        )
        self.fix_all.clicked.connect(self.apply_all)
        self.thorough = SecondaryButton(self.tr("Search all rows for near duplicates"), "copy")
        self.thorough.clicked.connect(self.search_all)
        self._compared = CaptionLabel()
        self.held_out = SecondaryButton(self.tr("Compare with held-out rows…"), "intersect")
        self.suite = SecondaryButton(self.tr("Compare with test cases…"), "flask")
        self.held_out.clicked.connect(self.choose_held_out)
        self.suite.clicked.connect(self.choose_suite)
        self.against = Chips(self.tr("Files that rows are compared with"), "file-text", removable=True)
        self.against.removed.connect(self._on_against_removed)
        self._against_card = Card()
        self._list = column(spacing=Space.M)
        self._lay_out()
        self._add_commands()
        context.opened.connect(self._show)
        context.report_changed.connect(self._show)
        self._show()

    # ---- what can be done

    @Slot()
    def apply_all(self) -> None:
        """Mend every kind that needs nobody to look first, in one new version."""
        groups = sorted((card.group for card in self.cards if can_fix_unseen(card.group)), key=fixing_order)
        if groups:
            fixes = (self._fix_of(group) for group in groups)
            said = self.tr("Mended in a new version: {0} kinds of problems")
            if len(groups) == 1:
                said = fixed_text(groups[0])
            self.context.request_change(*fixes, said=said.replace("{0}", count_text(len(groups))))

    @Slot()
    def search_all(self) -> None:
        """Compare every row with every other one."""
        self.context.look_requested.emit(True)

    @Slot()
    def choose_held_out(self) -> None:
        """Ask for a file whose rows must not be here."""
        path = ask_for_data_file(self)
        if path is not None:
            self._compare((*self.context.held_out, path), self.context.suites)

    @Slot()
    def choose_suite(self) -> None:
        """Ask for a file of test cases that must not be here."""
        path = ask_for_data_file(self)
        if path is not None:
            self._compare(self.context.held_out, (*self.context.suites, path))

    # ---- building

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("kind", "plain")
        cap_width(inside, _WIDEST)
        layout = column(inside, spacing=Space.M)
        layout.setContentsMargins(Space.XL, Space.L, Space.XL, Space.XL)
        self._head = QWidget()
        head = row(self._summary, None, self.fix_all)
        head.setContentsMargins(0, 0, 0, 0)
        self._head.setLayout(head)
        layout.addWidget(self.banner)
        layout.addWidget(self._looking)
        layout.addWidget(self._bar)
        layout.addWidget(self._head)
        layout.addWidget(self.nothing)
        layout.addLayout(self._list)
        buttons = QWidget()
        flow = FlowLayout(buttons, Space.S)
        for button in (self.held_out, self.suite):
            flow.addWidget(button)
        self._against_card.body.addWidget(HeadingLabel(self.tr("Beside other rows")))
        self._against_card.body.addWidget(self._compared)
        self._against_card.body.addLayout(row(self.thorough, None))
        said = self.tr("Rows that stand in held-out rows or test cases too make every measure too good.")
        self._against_card.body.addWidget(CaptionLabel(said))
        self._against_card.body.addWidget(self.against)
        self._against_card.body.addWidget(buttons)
        layout.addWidget(self._against_card)
        layout.addStretch(1)
        fill_scrolling(self, inside)

    def _add_commands(self) -> None:
        group = self.tr("Data")
        commands = self.context.shell.commands
        for key, title, icon_name, call in (
            ("fix_all", self.tr("Fix all problems that can be fixed"), "wrench", self.apply_all),
            ("near", self.tr("Search all rows for near duplicates"), "copy", self.search_all),
            ("held_out", self.tr("Compare with held-out rows"), "intersect", self.choose_held_out),
            ("suite", self.tr("Compare with test cases"), "flask", self.choose_suite),
        ):
            commands.add(Command(f"data.{key}", title, group, "", icon_name), call, self)

    # ---- showing

    @Slot()
    def _show(self) -> None:
        context, report = self.context, self.context.report
        self._looking.setVisible(context.looking)
        self._bar.setVisible(context.looking)
        self._show_trouble()
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = []
        for widget in (self._head, self.nothing, self._against_card):
            widget.setVisible(report is not None)
        if report is not None:
            self._show_report(report)

    def _show_trouble(self) -> None:
        context = self.context
        self.banner.clear_actions()
        self.banner.hide()
        if context.trouble is not None:
            self.banner.show_error(context.trouble)
        elif context.report is None and not context.looking and context.data_set is not None:
            self.banner.show_message("", self.tr("The rows were not looked at to the end."))
        if not self.banner.isHidden():
            again = partial(context.look_requested.emit, False)
            self.banner.add_action(self.tr("Look again"), again, "arrow-clockwise")

    def _show_report(self, report: Report) -> None:
        by_kind: dict[str, dict[int, Problem]] = {}
        for problem in report.problems:
            by_kind.setdefault(problem.kind, {}).setdefault(problem.row, problem)
        for group in sorted(report.groups, key=rank):
            card = ProblemCard(group, by_kind.get(group.kind, {}))
            card.row_requested.connect(self.context.row_requested)
            card.pair_requested.connect(self._on_pair_requested)
            card.fix_requested.connect(self._on_fix_requested)
            self.cards.append(card)
            self._list.addWidget(card)
        self._head.setVisible(bool(self.cards))
        self.nothing.setVisible(not self.cards)
        self._summary.setText(self._summary_of(report))
        self.fix_all.setVisible(sum(can_fix_unseen(card.group) for card in self.cards) > 1)
        self._show_against(report)

    def _summary_of(self, report: Report) -> str:
        kinds = len(report.groups)
        if kinds == 1:
            return self.tr("1 kind of problem")
        return self.tr("{0} kinds of problems").replace("{0}", count_text(kinds))

    def _show_against(self, report: Report) -> None:
        compared = report.statistics.compared_rows
        partly = 0 < compared < report.usable_rows
        self.thorough.setVisible(partly)
        said = self.tr("Near duplicates were sought among all rows.")
        if partly:
            said = self.tr(
                "Near duplicates were sought among the first {0} rows; comparing all takes longer."
            )
        self._compared.setText(said.replace("{0}", count_text(compared)))
        self._compared.setVisible(compared > 0)
        self.nothing.show_remark("")
        paths = (*self.context.held_out, *self.context.suites)
        self.against.set_texts([path.name for path in paths])
        self.against.setVisible(bool(paths))

    # ---- asking

    def _fix_of(self, group: ProblemGroup) -> ApplyFix:
        against: tuple[Path, ...] = ()
        if group.kind in _BESIDE_OTHERS:
            held_out = group.kind == "held_out_overlap"
            against = self.context.held_out if held_out else self.context.suites
        return ApplyFix(kind=group.kind, against=against)

    @Slot(object)
    def _on_fix_requested(self, group: ProblemGroup) -> None:
        self.context.request_change(self._fix_of(group), said=fixed_text(group))

    @Slot(object)
    def _on_pair_requested(self, problem: Problem) -> None:
        PairSheet(self.context, problem, self.window()).open()

    @Slot(int)
    def _on_against_removed(self, index: int) -> None:
        held_out = len(self.context.held_out)
        paths = [*self.context.held_out, *self.context.suites]
        del paths[index]
        cut = held_out - (index < held_out)
        self._compare(tuple(paths[:cut]), tuple(paths[cut:]))

    def _compare(self, held_out: tuple[Path, ...], suites: tuple[Path, ...]) -> None:
        self.context.against_requested.emit(tuple(dict.fromkeys(held_out)), tuple(dict.fromkeys(suites)))
