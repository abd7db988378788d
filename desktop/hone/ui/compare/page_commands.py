"""What can be done on the page Compare, by name."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hone.domain.comparing import MOST_COLUMNS, Verdict
from hone.ui.commands import Command
from hone.ui.compare.dataset_sheet import add_picks

if TYPE_CHECKING:
    from hone.ui.compare.page import ComparePage

Line = tuple[str, str, str, str, Callable[[], object]]


class CompareCommands(QObject):
    """Gives each thing that the page does a name and, where it helps, a shortcut."""

    def __init__(self, page: ComparePage) -> None:
        super().__init__(page)
        group = self.tr("Compare")
        for key, title, keys, icon, call in (*self._of_columns(page), *self._of_rounds(page)):
            page.shell.commands.add(Command(f"compare.{key}", title, group, keys, icon), call, page)

    def _of_columns(self, page: ComparePage) -> list[Line]:
        switches = page.header
        return [
            ("new", self.tr("New comparison"), "Ctrl+N", "plus", page.begin_new),
            ("add", self.tr("Add a column"), "", "columns", page.desk.changing.add_column),
            ("stop", self.tr("Stop all replies"), "Esc", "stop", page.escape),
            (
                "marks",
                self.tr("Mark the words that differ"),
                "Ctrl+D",
                "git-diff",
                switches.differences.toggle,
            ),
            ("blind", self.tr("Judge blind"), "Ctrl+B", "eye-slash", switches.blind.toggle),
            ("seed", self.tr("Draw another seed"), "", "dice-three", page.desk.roll_seed),
        ]

    def _of_rounds(self, page: ComparePage) -> list[Line]:
        judging = page.judging
        tie, none = partial(judging.judge, Verdict.TIE), partial(judging.judge, Verdict.NONE)
        before, after = partial(judging.go_by, -1), partial(judging.go_by, 1)
        lines: list[Line] = [
            ("again", self.tr("Regenerate the round"), "Ctrl+R", "arrows-clockwise", judging.regenerate),
            ("before", self.tr("The round before"), "Alt+Up", "caret-up", before),
            ("after", self.tr("The round after"), "Alt+Down", "caret-down", after),
            ("tie", self.tr("The replies are equally good"), "0", "equals", tie),
            ("none", self.tr("No reply is good enough"), "9", "prohibit", none),
        ]
        added = self.tr("Add picks of this comparison to a data set…")
        lines.append(("dataset", added, "", "database", partial(add_picks, page)))
        better = self.tr("Reply {0} is the better one")
        for place in range(MOST_COLUMNS):
            number = str(place + 1)
            pick = partial(judging.judge, Verdict.BETTER, place)
            lines.append((f"better_{number}", better.replace("{0}", number), number, "check", pick))
        return lines
