"""The panel of tools: what the model may call in this conversation, and what asks first."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hone.domain.generation import Progress
from hone.domain.models import Model
from hone.domain.setup import Setup
from hone.domain.tools import Tool, ToolGroup, servers_of, with_permission, with_server, with_tool
from hone.errors import HoneError
from hone.services.tools.folder_grant import granted_folder
from hone.services.tools.server_hall import ServerState, ServerStatus
from hone.services.tools.toolbox import ToolSupport
from hone.ui.chat.panel import ChatContext, ChatPanel
from hone.ui.chat.tool_groups import FolderGroup, ServerGroup, ToolGroupView
from hone.ui.kit.buttons import SecondaryButton
from hone.ui.kit.card import Line, row
from hone.ui.kit.message_banner import MessageBanner
from hone.ui.kit.scrolling import fill_scrolling
from hone.ui.kit.text import CaptionLabel, StrongLabel
from hone.ui.kit.tokens import Space
from hone.ui.supervisor import start_task

_LOOK_MS = 1500


class ToolsPanel(ChatPanel):
    """Writes `tools`, `allowed_tools` and `folder` of the conversation's setup."""

    told = Signal(str, str)  # name of a server, what it says while it starts

    def __init__(self, context: ChatContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._box = context.services.tools
        self._tools: tuple[Tool, ...] = ()
        self._states: tuple[ServerState, ...] = ()
        self._starting: dict[str, str] = {}
        self._looking = False
        self.banner = MessageBanner(dismissable=False)
        self.problem = MessageBanner()
        self.built_in = ToolGroupView(self.tr("Built in"))
        self.folder = FolderGroup()
        self.servers: dict[str, ServerGroup] = {}
        self._server_rows = QVBoxLayout()
        self._server_rows.setSpacing(Space.M)
        self.no_servers = CaptionLabel(
            self.tr("MCP servers bring more tools, such as notes, calendars or databases. There is none yet.")
        )
        self.add_server = SecondaryButton(self.tr("Manage servers…"), "wrench")
        self.add_server.clicked.connect(self._on_add_server_clicked)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._lay_out()
        self._connect()

    @Slot()
    def shown(self) -> None:
        self._show_all()
        if not self._tools:
            start_task(self, self._box.built_in, self._on_tools_read, self._on_failed)
        self._look()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("kind", "plain")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        layout.setSpacing(Space.M)
        said = self.tr(
            "Every call is shown in the conversation. It asks first unless you allow the tool here."
        )
        layout.addWidget(CaptionLabel(said))
        for widget in (self.banner, self.problem, self.built_in, Line(), self.folder, Line()):
            layout.addWidget(widget)
        layout.addWidget(StrongLabel(self.tr("Servers")))
        layout.addWidget(self.no_servers)
        layout.addLayout(self._server_rows)
        layout.addLayout(row(self.add_server, None))
        layout.addStretch(1)
        fill_scrolling(self, inside)
        self.banner.hide()
        self.problem.hide()

    def _connect(self) -> None:
        for group in (self.built_in, self.folder):
            self._connect_group(group)
        self.folder.folder_chosen.connect(self._on_folder_chosen)
        self.told.connect(self._on_told)
        self.context.settings_changed.connect(self._show_all)
        self.context.switched.connect(self._show_all)
        self.context.library.catalogue_read.connect(self._show_support)

    def _connect_group(self, group: ToolGroupView) -> None:
        group.switched.connect(self._on_tool_switched)
        group.permitted.connect(self._on_tool_permitted)

    @property
    def setup(self) -> Setup:
        """The setup of what is on the desk."""
        return self.context.desk.settings.setup

    # ---- showing

    @Slot()
    def _show_all(self) -> None:
        setup = self.setup
        built_in = [tool for tool in self._tools if tool.group is ToolGroup.BUILT_IN]
        folder = [tool for tool in self._tools if tool.group is ToolGroup.FOLDER]
        self.built_in.show_tools(built_in, setup)
        self.folder.show_setup(folder, setup)
        self._show_servers()
        self._show_support()

    def _show_servers(self) -> None:
        names = [state.server.name for state in self._states]
        for name in [name for name in self.servers if name not in names]:
            gone = self.servers.pop(name)
            gone.hide()
            gone.deleteLater()
        for state in self._states:
            name = state.server.name
            if name not in self.servers:
                self.servers[name] = self._made_group(name)
            self.servers[name].show_state(state, self.setup, self._starting.get(name, ""))
        self.no_servers.setVisible(not names)

    def _made_group(self, name: str) -> ServerGroup:
        group = ServerGroup(name)
        self._connect_group(group)
        group.server_switched.connect(self._on_server_switched)
        group.restart_requested.connect(self._on_restart_requested)
        self._server_rows.addWidget(group)
        return group

    @Slot()
    def _show_support(self) -> None:
        """Say when the model cannot be told of tools; its template may have to be read from the disk."""
        model, adapter, box = self.context.model, self.context.adapter, self._box
        if model is None:
            self.banner.hide()
            return
        told = partial(self._on_support_read, model)
        start_task(self, lambda: box.support_of(model, adapter), told, self._on_failed)

    def _on_support_read(self, model: Model, support: ToolSupport) -> None:
        if model != self.context.model:
            return
        self.banner.setVisible(support is not ToolSupport.YES)
        if support is ToolSupport.YES:
            return
        if support is ToolSupport.NO:
            said = self.tr("{0} cannot use tools: its chat template has no place for them.")
            hint = self.tr(
                "Choose a model that was trained to call tools, such as a Qwen3 or Llama 3 Instruct."
            )
            self.banner.show_message("warning", said.replace("{0}", model.name), hint)
        else:
            said = self.tr("Whether {0} can use tools is decided by its server.")
            self.banner.show_message("accent", said.replace("{0}", model.name))

    @Slot(object)
    def _on_tools_read(self, tools: tuple[Tool, ...]) -> None:
        self._tools = tools
        self._show_all()

    # ---- servers

    @Slot()
    def _look(self) -> None:
        if not self._looking:
            self._looking = True
            start_task(self, self._box.servers.states, self._on_states_read, self._on_look_failed)

    @Slot(object)
    def _on_states_read(self, states: tuple[ServerState, ...]) -> None:
        self._looking = False
        if states != self._states:
            self._states = states
            self._show_servers()

    @Slot(object)
    def _on_look_failed(self, error: HoneError) -> None:
        self._looking = False
        self._on_failed(error)

    @Slot(str, bool)
    def _on_server_switched(self, name: str, on: bool) -> None:
        self._change(with_server(self.setup, name, on))
        if on:
            self._open(name, with_tools=True)

    @Slot(str)
    def _on_restart_requested(self, name: str) -> None:
        self._open(name, with_tools=False)

    def _open(self, name: str, with_tools: bool) -> None:
        """Start a server beside the window; with its tools switched on, each of which asks first."""
        if name in self._starting:
            return
        self._starting[name] = self.tr("Starting…")
        self._show_servers()
        box = self._box

        def tell(progress: Progress) -> None:
            self.told.emit(name, progress.note)

        start_task(
            self,
            lambda: box.servers.opened(name, tell),
            partial(self._on_opened, name, with_tools, self.context.desk.place),
            partial(self._on_not_opened, name),
        )

    @Slot(str, str)
    def _on_told(self, name: str, note: str) -> None:
        if name in self._starting:
            self._starting[name] = note
            self._show_servers()

    def _on_opened(self, name: str, with_tools: bool, place: int, state: ServerState) -> None:
        self._starting.pop(name, None)
        self._states = tuple(state if each.server.name == name else each for each in self._states)
        same = place == self.context.desk.place and name in servers_of(self.setup)
        if with_tools and same and state.status is ServerStatus.RUNNING:
            setup = self.setup
            for tool in state.tools:
                setup = with_tool(setup, tool, on=True)
            self._change(setup)
        self._show_servers()

    def _on_not_opened(self, name: str, error: HoneError) -> None:
        self._starting.pop(name, None)
        self._look()
        self._show_servers()

    # ---- what a person changes

    @Slot(object, bool)
    def _on_tool_switched(self, tool: Tool, on: bool) -> None:
        self._change(with_tool(self.setup, tool, on))

    @Slot(object, bool)
    def _on_tool_permitted(self, tool: Tool, allowed: bool) -> None:
        self._change(with_permission(self.setup, tool, allowed))

    @Slot(str)
    def _on_folder_chosen(self, folder: str) -> None:
        if not folder:
            self._grant("")
            return
        granted = partial(self._on_folder_checked, self.context.desk.place)
        start_task(self, lambda: granted_folder(Path(folder)), granted, self._on_failed)

    def _on_folder_checked(self, place: int, folder: str) -> None:
        """Grant the folder to the conversation that it was chosen for, never to another one."""
        if place == self.context.desk.place:
            self._grant(folder)

    def _grant(self, folder: str) -> None:
        """Grant a folder, whose tools go on and ask first; "" takes it back."""
        names = tuple(tool.key for tool in self._tools if tool.group is ToolGroup.FOLDER)
        setup = self.setup
        rest = tuple(key for key in setup.tools if key not in names)
        allowed = tuple(key for key in setup.allowed_tools if key not in names)
        tools = rest + (names if folder else ())
        self._change(msgspec.structs.replace(setup, folder=folder, tools=tools, allowed_tools=allowed))

    def _change(self, setup: Setup) -> None:
        self.problem.hide()
        self.context.desk.change(setup=setup)

    @Slot()
    def _on_add_server_clicked(self) -> None:
        self.context.shell.page_requested.emit("settings")

    @Slot(object)
    def _on_failed(self, error: HoneError) -> None:
        self.problem.show_error(error)
