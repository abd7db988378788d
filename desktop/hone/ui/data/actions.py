"""What can be done on the page of data sets: its commands, and the menu of a data set."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from hone.ui.commands import Command
from hone.ui.data.export_sheet import ExportSheet
from hone.ui.data.filter_sheet import FilterSheet
from hone.ui.data.mix_sheet import MixSheet
from hone.ui.data.sample_sheet import SampleSheet
from hone.ui.data.split_sheet import SplitSheet
from hone.ui.data.tab import DataContext
from hone.ui.data.tabs import TABS
from hone.ui.kit.icons import icon
from hone.ui.kit.sheet import Sheet

if TYPE_CHECKING:
    from hone.ui.data.page import DataPage

Entry = tuple[str, str, Callable[[], object]]


class DataActions(QObject):
    """Registers the commands of the page when it is made."""

    def __init__(self, page: DataPage) -> None:
        super().__init__(page)
        self._page = page
        group = self.tr("Data")
        down, up = partial(page.step, 1), partial(page.step, -1)
        for key, title, keys, icon_name, call in (
            ("open", self.tr("Add data files"), "Ctrl+O", "file-plus", page.open_files),
            ("folder", self.tr("Add a folder with data"), "Ctrl+Shift+O", "folder-open", page.open_folder),
            ("sample_data", self.tr("Use the sample data"), "", "sparkle", page.use_sample),
            ("search", self.tr("Search data sets"), "Ctrl+Shift+F", "magnifying-glass", self.search),
            ("next", self.tr("Next data set"), "Ctrl+PgDown", "caret-down", down),
            ("last", self.tr("Previous data set"), "Ctrl+PgUp", "caret-up", up),
            ("rename", self.tr("Rename the data set"), "F2", "pencil-simple", page.rename),
            ("shape", self.tr("Show as what the rows are read"), "", "columns", page.show_shape),
            ("model", self.tr("Choose the model that reads the rows"), "", "cube", page.choose_model),
            ("fresh", self.tr("Take in new rows"), "", "plus", page.take_fresh),
            ("train", self.tr("Fine-tune on the data set"), "Ctrl+Return", "sliders", page.train),
            ("export", self.tr("Export or convert the data set"), "Ctrl+E", "export", self.export),
            ("split", self.tr("Split the data set"), "", "scissors", self.split),
            ("mix", self.tr("Mix data sets"), "", "shuffle", self.mix),
            ("sample", self.tr("Keep a sample of the rows"), "", "dice-five", self.sample),
            ("filter", self.tr("Filter the rows"), "Ctrl+Shift+L", "funnel", self.filter),
            ("reveal", self.tr("Show the file in its folder"), "", "folder-open", page.reveal),
            ("look", self.tr("Look at the rows again"), "F5", "arrow-clockwise", page.look_again),
            ("stop", self.tr("Stop what is being done"), "", "stop", page.desk.work.stop),
            ("delete", self.tr("Put the data set into the trash"), "", "trash", page.delete),
            ("repair", self.tr("Repair the damaged data set"), "", "wrench", page.repair),
            ("trash", self.tr("Show or hide the trash"), "", "trash", page.list.toggle_trash),
            ("back", self.tr("Put the data set back"), "", "arrow-u-up-left", page.put_back),
            ("list", self.tr("Show or hide the list"), "", "list", page.header.list_button.toggle),
        ):
            page.shell.commands.add(Command(f"data.{key}", title, group, keys, icon_name), call, page)
        for number, entry in enumerate(TABS, start=1):
            title = self.tr("Open the tab {0}").replace("{0}", entry.title())
            command = Command(f"data.tab_{entry.key}", title, group, f"Alt+{number}", "rows")
            page.shell.commands.add(command, partial(page.tabs.open, entry.key), page)

    def search(self) -> None:
        """Put the cursor into the search field, in a narrow window too."""
        self._page.header.list_button.setChecked(True)
        self._page.list.focus_search()

    def export(self) -> None:
        """Ask for shape and kind of file, and write the version in use."""
        page = self._page
        if page.context.data_set is not None:
            sheet = ExportSheet(page.context, page.window())
            sheet.export_requested.connect(page.desk.export)
            sheet.open()

    def sample(self) -> None:
        """Ask how many rows, and keep so many."""
        self._open_sheet(SampleSheet)

    def split(self) -> None:
        """Ask how to set rows apart."""
        self._open_sheet(SplitSheet)

    def mix(self) -> None:
        """Ask which data sets to mix."""
        self._open_sheet(MixSheet)

    def filter(self) -> None:
        """Ask which rows to keep."""
        self._open_sheet(FilterSheet)

    def _open_sheet(self, kind: Callable[[DataContext, QWidget], Sheet]) -> None:
        if self._page.context.data_set is not None:
            kind(self._page.context, self._page.window()).open()

    def open_menu(self, place: QPoint, trashed: bool) -> None:
        """Show what can be done with the data set, at a place on the screen."""
        page = self._page
        menu = QMenu(page)
        groups: list[list[Entry]] = [
            [
                ("sliders", self.tr("Fine-tune on it"), page.train),
                ("export", self.tr("Export or convert…"), self.export),
            ],
            [
                ("scissors", self.tr("Split…"), self.split),
                ("shuffle", self.tr("Mix…"), self.mix),
                ("dice-five", self.tr("Sample…"), self.sample),
                ("funnel", self.tr("Filter…"), self.filter),
            ],
            [
                ("pencil-simple", self.tr("Rename"), page.rename),
                ("arrow-clockwise", self.tr("Look at the rows again"), page.look_again),
                ("folder-open", self.tr("Show in its folder"), page.reveal),
            ],
            [("trash", self.tr("Move to the trash"), page.delete)],
        ]
        if trashed:
            groups = [[("arrow-u-up-left", self.tr("Put it back"), page.put_back)]]
        for number, entries in enumerate(groups):
            if number:
                menu.addSeparator()
            for icon_name, text, call in entries:
                action = menu.addAction(icon(icon_name, "text_muted"), text)
                action.triggered.connect(lambda _=False, call=call: call())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)
