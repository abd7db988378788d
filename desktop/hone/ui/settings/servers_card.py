"""MCP servers in the settings: add, also by pasting the usual JSON; test; remove with a way back."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from hone.domain.tools import McpServer
from hone.errors import HoneError
from hone.services.tools.server_hall import ServerState
from hone.services.tools.server_list import RemovedServer
from hone.services.tools.server_snippet import WantedServer, read_snippet, wanted_server
from hone.ui.kit.buttons import GhostButton, PrimaryButton, SecondaryButton
from hone.ui.kit.card import Card, Line, row
from hone.ui.kit.elided import ElidedLabel
from hone.ui.kit.message_banner import MessageBanner
from hone.ui.kit.progress import ProgressView
from hone.ui.kit.segmented import Segmented
from hone.ui.kit.text import CaptionLabel, HeadingLabel, Label, StrongLabel
from hone.ui.kit.tokens import Space
from hone.ui.kit.typography import Type
from hone.ui.page import Shell
from hone.ui.supervisor import start_task

_EXAMPLE = '{"mcpServers": {"notes": {"command": "npx", "args": ["-y", "notes-server"]}}}'


class ServerForm(QWidget):
    """A name with a command or an address, or the JSON of a server's own instructions."""

    wanted = Signal(object)  # tuple of WantedServer
    tested = Signal(object)
    closed = Signal()
    failed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.way = Segmented(
            self.tr("How to add a server"),
            [("json", self.tr("Paste JSON")), ("typed", self.tr("Command or address"))],
        )
        self.way.chosen.connect(self._on_way_chosen)
        self.snippet = QPlainTextEdit()
        self.snippet.setProperty("kind", "field")
        self.snippet.setTabChangesFocus(True)
        self.snippet.setAccessibleName(self.tr("Description of servers as JSON"))
        self.snippet.setPlaceholderText(_EXAMPLE)
        self.snippet.setFixedHeight(132)
        self.name = _field(self.tr("Name of the server"), "notes")
        self.place = _field(self.tr("Command or address"), "npx -y notes-server")
        self.secret = _field(self.tr("Variables or headers"), "TOKEN=abc, OTHER=def")
        self.secret.setEchoMode(QLineEdit.EchoMode.PasswordEchoOnEdit)
        self.test = SecondaryButton(self.tr("Test"), "broadcast")
        self.add = PrimaryButton(self.tr("Add"), "plus")
        self.cancel = GhostButton(self.tr("Cancel"))
        self.test.clicked.connect(self._on_test_clicked)
        self.add.clicked.connect(self._on_add_clicked)
        self.cancel.clicked.connect(self.closed)
        self._lay_out()
        self._on_way_chosen("json")

    def clear(self) -> None:
        """Empty all fields; what they held is forgotten."""
        self.snippet.clear()
        for field in (self.name, self.place, self.secret):
            field.clear()

    def set_busy(self, busy: bool) -> None:
        """Keep the buttons from being pressed twice."""
        self.test.setEnabled(not busy)
        self.add.setEnabled(not busy)

    def _lay_out(self) -> None:
        self._typed = QWidget()
        fields = QVBoxLayout(self._typed)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(Space.XS)
        texts = (self.tr("Name"), self.tr("Command or address"), self.tr("Variables or headers"))
        for text, field in zip(texts, (self.name, self.place, self.secret), strict=True):
            label = Label(text)
            label.setBuddy(field)
            fields.addWidget(label)
            fields.addWidget(field)
        said = self.tr(
            "Values are kept in the system's keyring. A server gets only these, and what it needs to find "
            "programs."
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addWidget(self.way)
        layout.addWidget(self.snippet)
        layout.addWidget(self._typed)
        layout.addWidget(CaptionLabel(said, "faint"))
        layout.addLayout(row(self.test, None, self.cancel, self.add))

    def _read(self) -> tuple[WantedServer, ...] | None:
        try:
            if self.way.current() == "json":
                return read_snippet(self.snippet.toPlainText())
            pairs = [part.split("=", 1) for part in self.secret.text().split(",") if part.strip()]
            values = {pair[0].strip(): pair[1].strip() if len(pair) > 1 else "" for pair in pairs}
            return (wanted_server(self.name.text(), self.place.text(), values),)
        except HoneError as error:
            self.failed.emit(error)
            return None

    @Slot(str)
    def _on_way_chosen(self, key: str) -> None:
        self.snippet.setVisible(key == "json")
        self._typed.setVisible(key == "typed")

    @Slot()
    def _on_test_clicked(self) -> None:
        if (wanted := self._read()) is not None:
            self.tested.emit(wanted)

    @Slot()
    def _on_add_clicked(self) -> None:
        if (wanted := self._read()) is not None:
            self.wanted.emit(wanted)


class ServersCard(Card):
    """Lists the servers; none of them runs before a conversation switches it on."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(spacing=Space.M, parent=parent)
        self._shell = shell
        self._shown: tuple[McpServer, ...] | None = None
        self.open_form = SecondaryButton(self.tr("Add a server"), "plus")
        self.open_form.clicked.connect(self._on_open_clicked)
        self.banner = MessageBanner()
        self.form = ServerForm()
        self.form.wanted.connect(self._on_wanted)
        self.form.tested.connect(self._on_tested)
        self.form.closed.connect(self._close_form)
        self.form.failed.connect(self._on_failed)
        self._progress = ProgressView(self.tr("Starting the server"))
        self._said = CaptionLabel("", "success")
        self.none_yet = CaptionLabel(
            self.tr("There is none yet. Paste the JSON from a server's own instructions to add it.")
        )
        self._rows = QVBoxLayout()
        self._rows.setSpacing(Space.S)
        said = self.tr(
            "MCP servers bring tools to the chat. One starts only when you switch it on for a conversation, "
            "and its calls ask first. A server is a program that may do whatever you may."
        )
        self.body.addLayout(row(HeadingLabel(self.tr("Tool servers (MCP)")), None, self.open_form))
        for widget in (CaptionLabel(said), self.banner, self.form, self._progress, self._said, self.none_yet):
            self.body.addWidget(widget)
        self.body.addLayout(self._rows)
        for hidden in (self.banner, self.form, self._progress, self._said):
            hidden.hide()

    @Slot()
    def read(self) -> None:
        """Show the servers that are in the settings now."""
        start_task(self, self._shell.services.tools.listed.servers, self._on_read, self._on_failed)

    @Slot(object)
    def _on_read(self, servers: tuple[McpServer, ...]) -> None:
        if servers == self._shown:
            return
        self._shown = servers
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for server in servers:
            self._rows.addWidget(self._made(server))
        self.none_yet.setVisible(not servers)

    def _made(self, server: McpServer) -> QWidget:
        holder = QWidget()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(StrongLabel(server.name))
        words.addWidget(ElidedLabel(server.url or " ".join(server.command), Type.CAPTION, "faint"))
        if server.secrets:
            given = self.tr("Gets {0} from the keyring").replace("{0}", ", ".join(server.secrets))
            words.addWidget(ElidedLabel(given, Type.CAPTION, "faint"))
        test = SecondaryButton(self.tr("Test"), "broadcast")
        test.setAccessibleName(self.tr("Test {0}").replace("{0}", server.name))
        test.clicked.connect(lambda: self._test_kept(server))
        remove = GhostButton(self.tr("Remove"), "trash")
        remove.setAccessibleName(self.tr("Remove {0}").replace("{0}", server.name))
        remove.clicked.connect(lambda: self._remove(server.name))
        line = row()
        line.addLayout(words, 1)
        line.addWidget(test)
        line.addWidget(remove)
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addWidget(Line())
        layout.addLayout(line)
        return holder

    # ---- adding and testing

    @Slot()
    def _on_open_clicked(self) -> None:
        self.form.show()
        self.form.snippet.setFocus()

    @Slot()
    def _close_form(self) -> None:
        self.form.clear()
        self.form.hide()
        self._said.hide()
        self.banner.hide()
        self.open_form.setFocus()

    @Slot(object)
    def _on_wanted(self, wanted: tuple[WantedServer, ...]) -> None:
        listed = self._shell.services.tools.listed
        start_task(self, lambda: [listed.add(each) for each in wanted], self._on_added, self._on_failed)

    @Slot(object)
    def _on_added(self, servers: list[McpServer]) -> None:
        self._close_form()
        names = ", ".join(server.name for server in servers)
        self._shell.notify(self.tr("{0} was added").replace("{0}", names))
        self.read()

    @Slot(object)
    def _on_tested(self, wanted: tuple[WantedServer, ...]) -> None:
        self._test(wanted[0].server, dict(wanted[0].values))

    def _test_kept(self, server: McpServer) -> None:
        self._test(server, None)

    def _test(self, server: McpServer, values: dict[str, str] | None) -> None:
        """Start a server, list its tools and end it; None takes what the keyring has for it."""
        self.banner.hide()
        self._said.hide()
        self.form.set_busy(True)
        self._progress.show()
        self._progress.set_progress(self.tr("Starting {0}").replace("{0}", server.name))
        tools = self._shell.services.tools

        def work() -> ServerState:
            return tools.servers.try_out(server, tools.listed.values_of(server) if values is None else values)

        start_task(self, work, self._on_answered, self._on_failed)

    @Slot(object)
    def _on_answered(self, state: ServerState) -> None:
        self._end_test()
        names = ", ".join(tool.server_tool for tool in state.tools[:12])
        if len(state.tools) == 1:
            said = self.tr("{0} works. It has 1 tool: {2}")
        else:
            said = self.tr("{0} works. It has {1} tools: {2}")
        said = said.replace("{0}", state.server.name).replace("{1}", str(len(state.tools)))
        self._said.setText(said.replace("{2}", names or "–"))
        self._said.show()

    @Slot(object)
    def _on_failed(self, error: HoneError) -> None:
        self._end_test()
        self.banner.show_error(error)

    def _end_test(self) -> None:
        self._progress.hide()
        self.form.set_busy(False)

    # ---- removing

    def _remove(self, name: str) -> None:
        tools = self._shell.services.tools

        def work() -> RemovedServer:
            tools.servers.end(name)
            return tools.listed.remove(name)

        start_task(self, work, self._on_removed, self._on_failed)

    @Slot(object)
    def _on_removed(self, removed: RemovedServer) -> None:
        self.read()
        name = removed.server.name
        said = self.tr("{0} was removed").replace("{0}", name)
        said = f"{said}. {removed.note}" if removed.note else said
        self._shell.notify(said, self.tr("Undo"), lambda: self._restore(name))

    def _restore(self, name: str) -> None:
        listed = self._shell.services.tools.listed
        start_task(self, lambda: listed.restore(name), lambda server: self.read(), self._on_failed)


def _field(name: str, example: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(example)
    field.setMaxLength(4000)
    return field
