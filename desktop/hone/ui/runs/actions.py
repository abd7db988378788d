"""What can be done on the page of runs: its commands, and the menu of the chosen runs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from hone.domain.run_table import RunColumn
from hone.domain.runs import RunState
from hone.ui.commands import Command
from hone.ui.kit.icons import icon
from hone.ui.runs.curve_lines import Axis
from hone.ui.runs.words import column_title

if TYPE_CHECKING:
    from hone.ui.runs.page import RunsPage

Entry = tuple[str, str, Callable[[], object], bool]


class RunActions(QObject):
    """Registers the commands of the page when it is made."""

    def __init__(self, page: RunsPage) -> None:
        super().__init__(page)
        self._page = page
        group = self.tr("Runs")
        commands, chart = page.shell.commands, page.panel.chart
        next_one, previous = partial(page.table.step, 1), partial(page.table.step, -1)
        smoother, rougher = partial(chart.step_smoothing, 10), partial(chart.step_smoothing, -10)
        for key, title, keys, icon_name, call in (
            ("search", self.tr("Search runs"), "Ctrl+Shift+F", "magnifying-glass", page.filter.focus_search),
            ("show_all", self.tr("Show all runs"), "", "funnel", page.show_all),
            ("open", self.tr("Open the run"), "Ctrl+Return", "arrow-right", page.open_chosen),
            ("clone", self.tr("Clone the run into a draft"), "Ctrl+D", "copy", page.clone),
            ("rename", self.tr("Rename the run"), "F2", "pencil-simple", page.panel.focus_name),
            ("note", self.tr("Write a note on the run"), "Ctrl+M", "note-pencil", page.panel.focus_note),
            ("folder", self.tr("Open the run's folder"), "", "folder-open", page.reveal),
            ("export", self.tr("Export the table as CSV"), "Ctrl+E", "export", page.export),
            ("new", self.tr("Begin a fine-tune"), "Ctrl+N", "plus", page.start),
            ("again", self.tr("Read the runs again"), "F5", "arrow-clockwise", page.desk.read),
            ("next", self.tr("Next run"), "Ctrl+PgDown", "caret-down", next_one),
            ("last", self.tr("Previous run"), "Ctrl+PgUp", "caret-up", previous),
            ("all", self.tr("Choose all runs that are shown"), "", "list-checks", page.table.selectAll),
            ("by_steps", self.tr("Draw the curves over steps"), "", "chart-line", self._over(Axis.STEPS)),
            ("by_tokens", self.tr("Draw the curves over tokens"), "", "chart-line", self._over(Axis.TOKENS)),
            ("by_time", self.tr("Draw the curves over time"), "", "chart-line", self._over(Axis.TIME)),
            ("smoother", self.tr("Smoother curves"), "Ctrl+.", "wave-sine", smoother),
            ("rougher", self.tr("Rougher curves"), "", "wave-triangle", rougher),
            ("nearer", self.tr("Zoom into the curves"), "", "magnifying-glass-plus", self._zoom(0.8)),
            ("further", self.tr("Zoom out of the curves"), "", "magnifying-glass-minus", self._zoom(1.25)),
            ("fit", self.tr("Fit the curves to the view"), "", "arrows-out-simple", chart.fit_to_view),
        ):
            commands.add(Command(f"runs.{key}", title, group, keys, icon_name), call, page)
        for column in RunColumn:
            title = self.tr("Sort runs by: {0}").replace("{0}", column_title(column))
            command = Command(f"runs.sort_{column.value}", title, group, "", "sort-ascending")
            commands.add(command, partial(page.table.sort_by, column), page)
        delete = Command("runs.delete", self.tr("Move the runs to the trash"), group, "Del", "trash")
        commands.add(delete, page.delete, page, within=page.table)

    def _over(self, axis: Axis) -> Callable[[], object]:
        return partial(self._page.panel.chart.set_axis, axis)

    def _zoom(self, factor: float) -> Callable[[], object]:
        return partial(self._page.panel.chart.plot.zoom, factor)

    def open_menu(self, place: QPoint) -> None:
        """Show what can be done with the chosen runs, at a place on the screen."""
        page = self._page
        chosen = page.chosen()
        one = len(chosen) == 1
        idle = any(run.state is not RunState.RUNNING for run in chosen)
        groups: list[list[Entry]] = [
            [
                ("arrow-right", self.tr("Open"), page.open_chosen, one),
                ("copy", self.tr("Clone into a draft"), page.clone, one),
            ],
            [
                ("pencil-simple", self.tr("Rename"), page.panel.focus_name, one),
                ("note-pencil", self.tr("Write a note"), page.panel.focus_note, one),
                ("folder-open", self.tr("Open folder"), page.reveal, True),
            ],
            [("trash", self.tr("Move to the trash"), page.delete, idle)],
        ]
        menu = QMenu(page)
        for number, entries in enumerate(groups):
            if number:
                menu.addSeparator()
            for icon_name, text, call, able in entries:
                action = menu.addAction(icon(icon_name, "text_muted"), text)
                action.setEnabled(able)
                action.triggered.connect(lambda _=False, call=call: call())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)
