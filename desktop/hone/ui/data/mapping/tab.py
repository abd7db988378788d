"""The tab "Columns": how the source of the open data set is read."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Slot

from hone.ui.commands import Command
from hone.ui.data.mapping.view import MappingView
from hone.ui.data.tab import DataContext, DataTab
from hone.ui.kit.card import column


class ColumnsTab(DataTab):
    """What is kept becomes a version of the source, read so."""

    def __init__(self, context: DataContext) -> None:
        super().__init__(context)
        self.view = MappingView(context)
        self.desk = self.view.desk
        column(self, spacing=0).addWidget(self.view)
        self.view.keep_requested.connect(context.reading_requested)
        context.opened.connect(self._on_opened)
        self._add_commands()

    def shown(self) -> None:
        """Look at the source of what is open."""
        self.desk.open(self.context.data_set)

    def _add_commands(self) -> None:
        group = self.tr("Data")
        choices = self.view.choices
        for key, title, icon_name, call in (
            ("keep", self.tr("Keep the chosen reading"), "check", self.view.keep_reading),
            ("reset", self.tr("Read the columns as before"), "arrow-u-up-left", self.desk.start_over),
            ("shape", self.tr("Choose the shape of the rows"), "squares-four", choices.shape.open_list),
            ("part", self.tr("Choose the split or sheet"), "files", self._open_parts),
        ):
            command = Command(f"data.columns_{key}", title, group, "", icon_name)
            self.context.shell.commands.add(command, partial(self._in_front, call), self)

    def _in_front(self, call: Callable[[], object]) -> None:
        if not self.isVisible():
            self.context.tab_requested.emit("columns")
        call()

    def _open_parts(self) -> None:
        if self.view.choices.part.isVisible():
            self.view.choices.part.open_list()

    @Slot()
    def _on_opened(self) -> None:
        if self.isVisible() or self.context.data_set is None:
            self.desk.open(self.context.data_set)
