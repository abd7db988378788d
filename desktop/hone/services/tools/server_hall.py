"""The MCP servers that run now, one process each, with the tools that they told."""

from __future__ import annotations

import re
import threading
from enum import StrEnum
from pathlib import Path

import msgspec

from hone.domain.tools import McpServer, Tool, ToolOutcome
from hone.errors import HoneError
from hone.ipc.messages import CallServerTool, ListServerTools, OpenServer, ToolRan, ToolsTold
from hone.services.tools.server_list import ServerList
from hone.services.tools.tool_process import Tell, ToolProcess, Wanted, new_request_id
from hone.storage.paths import Paths

OPEN_SECONDS = 60.0
CALL_SECONDS = 120.0
_GRACE_SECONDS = 10.0
_MEMORY_BYTES = 2**62  # the worker holds next to nothing, and the server's memory is the user's choice


class ServerStatus(StrEnum):
    """Where a server stands."""

    OFF = "off"
    RUNNING = "running"
    FAILED = "failed"


class ServerState(msgspec.Struct, frozen=True, kw_only=True):
    """A server as it is now; `title` and `version` are its own words, `problem` says why it failed."""

    server: McpServer
    status: ServerStatus = ServerStatus.OFF
    title: str = ""
    version: str = ""
    tools: tuple[Tool, ...] = ()
    problem: str = ""
    hint: str = ""
    log: str = ""


class ServerHall:
    """Opens servers, calls their tools, and notices when one has ended. Safe from any thread."""

    def __init__(self, paths: Paths, listed: ServerList) -> None:
        self._logs = paths.logs
        self._listed = listed
        self._lock = threading.Lock()
        self._processes: dict[str, ToolProcess] = {}
        self._states: dict[str, ServerState] = {}

    def states(self) -> tuple[ServerState, ...]:
        """Return every server of the list as it is now; asks none of them."""
        return tuple(self._state_now(server) for server in self._listed.servers())

    def opened(self, name: str, tell: Tell | None = None) -> ServerState:
        """Return a server with its present tools; starts it when it does not run. Raises HoneError."""
        server = self._listed.find(name)
        process = self._process(name)
        state = self._state_now(server)
        if state.status is ServerStatus.RUNNING and not process.tools_changed:
            return state
        request_id = new_request_id()
        command: OpenServer | ListServerTools
        if state.status is ServerStatus.RUNNING:
            process.tools_changed = False
            command = ListServerTools(request_id=request_id, seconds=OPEN_SECONDS)
        else:
            command = OpenServer(
                request_id=request_id,
                name=server.name,
                command=server.command,
                url=server.url,
                environment=self._listed.values_of(server),
                seconds=OPEN_SECONDS,
            )
        try:
            told = process.ask(command, ToolsTold, OPEN_SECONDS + _GRACE_SECONDS, tell)
        except HoneError as error:
            process.close()
            self._keep(self._failed(server, error))
            raise
        return self._keep(
            ServerState(
                server=server,
                status=ServerStatus.RUNNING,
                title=told.title,
                version=told.version,
                tools=unlike(told.tools),
                log=str(process.log),
            )
        )

    def call(
        self, tool: Tool, arguments: str, tell: Tell | None = None, wanted: Wanted = lambda: True
    ) -> ToolOutcome:
        """Call a tool of a running server; raises HoneError when the server fails."""
        process = self._process(tool.server)
        command = CallServerTool(
            request_id=new_request_id(),
            tool=tool.server_tool,
            arguments=arguments,
            parameters=tool.parameters,
            seconds=CALL_SECONDS,
        )
        ran = process.ask(command, ToolRan, CALL_SECONDS + _GRACE_SECONDS, tell, wanted)
        return ToolOutcome(text=ran.text, failed=ran.failed)

    def try_out(self, server: McpServer, values: dict[str, str], tell: Tell | None = None) -> ServerState:
        """Start a server that is not added yet, list its tools and end it; raises HoneError."""
        process = ToolProcess(f"The server {server.name}", self._log(server.name), _MEMORY_BYTES)
        command = OpenServer(
            request_id=new_request_id(),
            name=server.name,
            command=server.command,
            url=server.url,
            environment=values,
            seconds=OPEN_SECONDS,
        )
        try:
            told = process.ask(command, ToolsTold, OPEN_SECONDS + _GRACE_SECONDS, tell)
        finally:
            process.close()
        return ServerState(server=server, title=told.title, version=told.version, tools=unlike(told.tools))

    def end(self, name: str) -> None:
        """End a server; nothing happens when it does not run."""
        with self._lock:
            process = self._processes.pop(name, None)
            self._states.pop(name, None)
        if process is not None:
            process.close()

    def stop_calls(self) -> None:
        """End what servers are doing now, by ending those that are at work."""
        with self._lock:
            processes = list(self._processes.values())
        for process in processes:
            process.stop()

    def close(self) -> None:
        """End all servers; may be called twice."""
        for name in list(self._processes):
            self.end(name)

    def _state_now(self, server: McpServer) -> ServerState:
        known = self._states.get(server.name)
        if known is None or known.server != server:
            return ServerState(server=server)
        if known.status is not ServerStatus.RUNNING:
            return known
        process = self._process(server.name)
        try:
            process.look()
        except HoneError as error:
            return self._keep(self._failed(server, error))
        if not process.alive:
            ended = HoneError(f"The server {server.name} has ended.", hint="Restart it.")
            return self._keep(self._failed(server, ended))
        return known

    def _failed(self, server: McpServer, error: HoneError) -> ServerState:
        return ServerState(
            server=server,
            status=ServerStatus.FAILED,
            problem=error.message,
            hint=error.hint,
            log=str(self._log(server.name)),
        )

    def _keep(self, state: ServerState) -> ServerState:
        with self._lock:
            self._states[state.server.name] = state
        return state

    def _process(self, name: str) -> ToolProcess:
        with self._lock:
            if name not in self._processes:
                self._processes[name] = ToolProcess(f"The server {name}", self._log(name), _MEMORY_BYTES)
            return self._processes[name]

    def _log(self, name: str) -> Path:
        return self._logs / f"mcp-{re.sub(r'[^A-Za-z0-9_-]', '_', name)}.log"


def unlike(tools: tuple[Tool, ...]) -> tuple[Tool, ...]:
    """Return tools whose names differ, also where a long name was cut: the later ones get a number."""
    seen: set[str] = set()
    found: list[Tool] = []
    for tool in tools:
        name, number = tool.name, 1
        while name in seen:
            number += 1
            name = f"{tool.name[:60]}_{number}"
        seen.add(name)
        found.append(tool if name == tool.name else msgspec.structs.replace(tool, name=name))
    return tuple(found)
