"""The groups of the tools panel: built-in tools, the granted folder, and one group per server."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from hone.domain.setup import Setup
from hone.domain.tools import Tool, servers_of
from hone.services.tools.server_hall import ServerState, ServerStatus
from hone.ui.chat.tool_row import ToolRow
from hone.ui.kit.buttons import IconButton, SecondaryButton
from hone.ui.kit.card import Line, column, row
from hone.ui.kit.elided import ElidedLabel
from hone.ui.kit.message_banner import MessageBanner
from hone.ui.kit.progress import ProgressView
from hone.ui.kit.switch import Switch
from hone.ui.kit.text import CaptionLabel, StrongLabel
from hone.ui.kit.tokens import Space
from hone.ui.kit.typography import Type


class ToolGroupView(QWidget):
    """A heading with tools below; signals carry the tool."""

    switched = Signal(object, bool)
    permitted = Signal(object, bool)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools: tuple[Tool, ...] = ()
        self.rows: list[ToolRow] = []
        self.layout_of_rows = QVBoxLayout()
        self.layout_of_rows.setSpacing(Space.M)
        self.title = StrongLabel(title)
        self.head = row(self.title, None)
        self.body = column(self, spacing=Space.S)
        self.body.addLayout(self.head)
        self.body.addLayout(self.layout_of_rows)

    def show_tools(self, tools: Sequence[Tool], setup: Setup, available: bool = True) -> None:
        """Show tools as they stand in a conversation."""
        if tuple(tools) != self._tools:
            self._tools = tuple(tools)
            for old in self.rows:
                old.hide()
                old.deleteLater()
            self.rows = [self._made(tool) for tool in tools]
        for each in self.rows:
            each.show_setup(setup, available)

    def _made(self, tool: Tool) -> ToolRow:
        made = ToolRow(tool)
        made.switched.connect(self.switched)
        made.permitted.connect(self.permitted)
        self.layout_of_rows.addWidget(made)
        return made


class FolderGroup(ToolGroupView):
    """The tools that read files, and the folder that they may read. `folder_chosen(str)`, "" for none."""

    folder_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.title.setText(self.tr("Files of a folder"))
        self._path = ElidedLabel("", Type.MONO, mode=Qt.TextElideMode.ElideMiddle)
        self.choose = SecondaryButton(self.tr("Choose a folder…"), "folder-open")
        self.choose.clicked.connect(self._on_choose_clicked)
        self.remove = IconButton("x", self.tr("Take the folder back"), size=16)
        self.remove.clicked.connect(self._on_remove_clicked)
        said = self.tr(
            "The model may read text files in this folder and below it, and nothing else: no hidden files, "
            "no links to other places. It can change nothing."
        )
        line = row(self._path, self.remove)
        line.setStretch(0, 1)
        self.body.insertWidget(1, CaptionLabel(said))
        self.body.insertLayout(2, line)
        self.body.insertLayout(3, row(self.choose, None))

    def show_setup(self, tools: Sequence[Tool], setup: Setup) -> None:
        """Show the granted folder and its tools."""
        folder = setup.folder
        self._path.setText(folder)
        self._path.setVisible(bool(folder))
        self.remove.setVisible(bool(folder))
        self.choose.setText(self.tr("Choose another…") if folder else self.tr("Choose a folder…"))
        self.choose.setAccessibleName(self.choose.text())
        self.show_tools(tools if folder else (), setup, bool(folder))

    @Slot()
    def _on_choose_clicked(self) -> None:
        before = self._path.text() or str(Path.home())
        name = QFileDialog.getExistingDirectory(self, self.tr("Folder that the model may read"), before)
        if name:
            self.folder_chosen.emit(name)

    @Slot()
    def _on_remove_clicked(self) -> None:
        self.folder_chosen.emit("")


class ServerGroup(ToolGroupView):
    """One MCP server: switched on for this conversation, its tools, and what is wrong with it."""

    server_switched = Signal(str, bool)
    restart_requested = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.name = name
        self._showing = False
        self.switch = Switch(self.tr("Use the server {0} in this conversation").replace("{0}", name))
        self.switch.toggled.connect(self._on_toggled)
        self.head.addWidget(self.switch)
        self._said = CaptionLabel()
        self._progress = ProgressView(self.tr("Starting the server"))
        self._banner = MessageBanner(dismissable=False)
        self._restart = self._banner.add_action(self.tr("Restart"), self._on_restart_clicked)
        self._restart.set_icon("arrows-clockwise")
        for place, widget in enumerate((self._said, self._progress, self._banner), 1):
            self.body.insertWidget(place, widget)
        self.body.insertWidget(0, Line())
        self._progress.hide()
        self._banner.hide()

    def show_state(self, state: ServerState, setup: Setup, starting: str) -> None:
        """Show the server as it is now; `starting` is the note of its start that is under way."""
        on = self.name in servers_of(setup)
        running = state.status is ServerStatus.RUNNING
        self._showing = True
        self.switch.setChecked(on)
        self._showing = False
        self._progress.setVisible(bool(starting))
        if starting:
            self._progress.set_progress(starting)
        failed = on and state.status is ServerStatus.FAILED and not starting
        self._banner.setVisible(failed)
        if failed:
            self._banner.show_message("danger", state.problem, f"{state.hint} {state.log}".strip())
        self._said.setText(self._words(state, on, bool(starting)))
        self._said.setVisible(bool(self._said.text()))
        self.show_tools(state.tools if on and running else (), setup)

    def _words(self, state: ServerState, on: bool, starting: bool) -> str:
        if starting:
            return ""
        if not on:
            place = state.server.url or " ".join(state.server.command)
            said = self.tr("Off. Switching it on starts {0}") if state.server.command else self.tr("Off. {0}")
            return said.replace("{0}", place[:160])
        if state.status is ServerStatus.RUNNING:
            itself = f"{state.title} {state.version}".strip()
            said = self.tr("It runs and calls itself {0}. What its tools say of themselves is its own words.")
            return said.replace("{0}", itself) if itself else self.tr("It runs.")
        if state.status is ServerStatus.OFF:
            return self.tr("It starts with the next message.")
        return ""

    @Slot(bool)
    def _on_toggled(self, on: bool) -> None:
        if not self._showing:
            self.server_switched.emit(self.name, on)

    def _on_restart_clicked(self) -> None:
        self.restart_requested.emit(self.name)
