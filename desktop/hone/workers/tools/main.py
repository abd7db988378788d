"""Runs tools and reads documents, or holds one MCP server: a process that may be killed at any time.

Who started it ends it when a call takes too long or too much memory; so nothing in here needs to defend
itself against its own work.
"""

from __future__ import annotations

import os
import sys

from hone.domain.generation import Progress, RequestFailed
from hone.domain.tool_arguments import read_arguments
from hone.domain.tools import cut_result
from hone.errors import BadInput, HoneError
from hone.ipc.channel import Channel
from hone.ipc.messages import (
    CallServerTool,
    Command,
    DescribeTools,
    DocumentRead,
    ListServerTools,
    OpenServer,
    ReadDocument,
    Ready,
    RunTool,
    ServerToolsChanged,
    Stop,
    ToolRan,
    ToolsTold,
)
from hone.workers.tools.built_in import BUILT_IN
from hone.workers.tools.built_in.base import Given
from hone.workers.tools.mcp.client import McpClient, Tell
from hone.workers.tools.mcp.http import HttpTransport
from hone.workers.tools.mcp.stdio import StdioTransport
from hone.workers.tools.mcp.transport import Transport

_MEMORY_BYTES = 2 * 2**30
_LOOK_SECONDS = 0.25


def serve(channel: Channel) -> None:
    """Answer commands until asked to stop, or until the server is gone."""
    channel.send(Ready(worker="tools", pid=os.getpid()))
    desk = _Desk(channel)
    try:
        while True:
            command = channel.next_command(desk.patience)
            if isinstance(command, Stop):
                return
            if command is None:
                desk.look()
            else:
                desk.answer(command)
    finally:
        desk.close()


class _Desk:
    """Answers one command after another; holds the server when one was opened."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._server: McpClient | None = None
        self._is_limited = False

    @property
    def patience(self) -> float | None:
        """How long to wait for a command before the server is looked at."""
        return _LOOK_SECONDS if self._server is not None else None

    def answer(self, command: Command) -> None:
        """Answer a command; what it asks for may fail, and that is its answer."""
        request_id = getattr(command, "request_id", "")
        try:
            match command:
                case DescribeTools():
                    told = tuple(tool.told for tool in BUILT_IN)
                    self._channel.send(ToolsTold(request_id=request_id, tools=told))
                case RunTool():
                    self._run(command)
                case ReadDocument():
                    self._read(command)
                case OpenServer():
                    self._open(command)
                case ListServerTools():
                    self._list(request_id, command.seconds)
                case CallServerTool():
                    self._call(command)
        except HoneError as error:
            self._channel.send(_failure(request_id, error))

    def look(self) -> None:
        """Take what the server says unasked; raises HoneError when it is gone."""
        if self._server is not None:
            self._server.look(0.0)

    def close(self) -> None:
        """End the server."""
        if self._server is not None:
            self._server.close()

    def _run(self, command: RunTool) -> None:
        self._limit_memory()
        tool = next((tool for tool in BUILT_IN if tool.name == command.name), None)
        if tool is None:
            raise BadInput(f"There is no tool {command.name!r}."[:300])
        text = tool.run(read_arguments(command.arguments, tool.parameters), Given(command.folder))
        self._channel.send(ToolRan(request_id=command.request_id, text=cut_result(text)))

    def _read(self, command: ReadDocument) -> None:
        from hone.workers.tools.documents import read_document

        self._limit_memory()
        text, note = read_document(command.path)
        self._channel.send(DocumentRead(request_id=command.request_id, text=text, note=note))

    def _open(self, command: OpenServer) -> None:
        transport: Transport
        if command.url:
            transport = HttpTransport(command.name, command.url, command.environment)
        else:
            transport = StdioTransport(command.name, command.command, command.environment)
        server = McpClient(command.name, transport, self._on_tools_changed)
        self._server = server
        server.greet(command.seconds)
        self._list(command.request_id, command.seconds)

    def _list(self, request_id: str, seconds: float) -> None:
        server = self._opened()
        tools = server.tools(seconds, self._teller(request_id))
        told = ToolsTold(request_id=request_id, tools=tools, title=server.title, version=server.version)
        self._channel.send(told)

    def _call(self, command: CallServerTool) -> None:
        arguments = read_arguments(command.arguments, command.parameters)
        tell = self._teller(command.request_id)
        text, failed = self._opened().call(command.tool, arguments, command.seconds, tell)
        self._channel.send(ToolRan(request_id=command.request_id, text=text, failed=failed))

    def _opened(self) -> McpClient:
        if self._server is None:
            raise HoneError("No server is open in this process.")
        return self._server

    def _teller(self, request_id: str) -> Tell:
        def tell(note: str, done: float, total: float) -> None:
            self._channel.send(Progress(note=note, done=done, total=total, request_id=request_id))

        return tell

    def _on_tools_changed(self) -> None:
        self._channel.send(ServerToolsChanged())

    def _limit_memory(self) -> None:
        """Bound this process's memory where the system can, so that a huge answer fails and nothing else."""
        if self._is_limited or sys.platform == "win32":
            return
        import resource

        self._is_limited = True
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        most = _MEMORY_BYTES if hard == resource.RLIM_INFINITY else min(_MEMORY_BYTES, hard)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def _failure(request_id: str, error: HoneError) -> RequestFailed:
    return RequestFailed(
        request_id=request_id,
        message=error.message,
        hint=error.hint,
        detail=error.detail,
        bad_input=isinstance(error, BadInput),
    )
