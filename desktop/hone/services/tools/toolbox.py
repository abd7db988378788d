"""The tools of a conversation: what the model is told of them, whether a call may run, and running it."""

from __future__ import annotations

import re
import threading
import time
from enum import StrEnum
from typing import Any

import msgspec

from hone.domain.chat import ToolCall
from hone.domain.models import Adapter, Model
from hone.domain.setup import Setup
from hone.domain.tool_arguments import read_arguments
from hone.domain.tools import Tool, ToolGroup, ToolOutcome, is_allowed, is_on, servers_of
from hone.errors import BadInput, HoneError, Stopped
from hone.ipc.messages import DescribeTools, RunTool, ToolRan, ToolsTold
from hone.services.prompt_request import template_of
from hone.services.tools.server_hall import ServerHall
from hone.services.tools.server_list import ServerList
from hone.services.tools.tool_process import Tell, ToolProcess, Wanted, new_request_id
from hone.storage.paths import Paths

RUN_SECONDS = 20.0
_ASK_SECONDS = 20.0
_TOOLS = re.compile(r"\btools\b")


class Verdict(StrEnum):
    """What becomes of a call."""

    RUNS = "runs"
    ASKS = "asks"
    REFUSED = "refused"


class CheckedCall(msgspec.Struct, frozen=True, kw_only=True):
    """A call and what becomes of it; `problem` is what a refused one is answered with."""

    verdict: Verdict
    tool: Tool | None = None
    problem: str = ""


class ToolSupport(StrEnum):
    """Whether a model is told of tools at all."""

    YES = "yes"
    NO = "no"
    SERVER_DECIDES = "server decides"


class ToolBox:
    """Safe from any thread; everything but `support_of` may take a while. `servers` are the MCP servers."""

    def __init__(self, paths: Paths, listed: ServerList, run_seconds: float = RUN_SECONDS) -> None:
        self.listed = listed
        self.servers = ServerHall(paths, listed)
        self._process = ToolProcess("The tool", paths.logs / "tools.log")
        self._seconds = run_seconds
        self._lock = threading.Lock()
        self._running_lock = threading.Lock()
        self._running: dict[str, threading.Event] = {}
        self._built_in: tuple[Tool, ...] = ()

    def built_in(self) -> tuple[Tool, ...]:
        """Return the tools that Hone brings, those of a folder among them."""
        with self._lock:
            if not self._built_in:
                command = DescribeTools(request_id=new_request_id())
                self._built_in = self._process.ask(command, ToolsTold, _ASK_SECONDS).tools
            return self._built_in

    def tools_of(self, setup: Setup) -> tuple[Tool, ...]:
        """Return the tools that are on; starts the servers that are on. Raises HoneError when one fails.

        A server's tool that has other words than when it was switched on is not among them.
        """
        if not setup.tools:
            return ()
        known = list(self.built_in())
        for name in servers_of(setup):
            try:
                known += self.servers.opened(name).tools
            except HoneError as error:
                raise HoneError(
                    error.message,
                    hint=f"{error.hint} Or switch {name} off in the Tools panel.".strip(),
                    detail=error.detail,
                ) from error
        return tuple(tool for tool in known if is_on(setup, tool))

    def describe(self, setup: Setup) -> tuple[dict[str, Any], ...]:
        """Return what the model is told of the tools that are on, in OpenAI's form."""
        return tuple(tool.as_function() for tool in self.tools_of(setup))

    def check(self, setup: Setup, call: ToolCall) -> CheckedCall:
        """Say what becomes of a call: whether it runs, asks first, or is answered with a refusal."""
        try:
            tools = self.tools_of(setup)
        except HoneError as error:
            return CheckedCall(verdict=Verdict.REFUSED, problem=_sentence(error))
        tool = next((tool for tool in tools if tool.name == call.name), None)
        if tool is None:
            known = ", ".join(tool.name for tool in tools) or "none"
            said = f"There is no tool {call.name!r}. Known: {known}."
            return CheckedCall(verdict=Verdict.REFUSED, problem=said[:2000])
        try:
            read_arguments(call.arguments, tool.parameters)
        except BadInput as error:
            return CheckedCall(verdict=Verdict.REFUSED, tool=tool, problem=_sentence(error))
        verdict = Verdict.RUNS if is_allowed(setup, tool) else Verdict.ASKS
        return CheckedCall(verdict=verdict, tool=tool)

    def run(self, setup: Setup, call: ToolCall, tell: Tell | None = None, run_id: str = "") -> ToolOutcome:
        """Run a call that a person or the setup allowed; what goes wrong is the outcome's sentence.

        Raises Stopped when `stop` ended it, by its `run_id` or with all others.
        """
        ending = threading.Event()
        with self._running_lock:
            self._running[run_id] = ending
        try:
            return self._run_checked(setup, call, tell, lambda: not ending.is_set())
        finally:
            with self._running_lock:
                self._running.pop(run_id, None)

    def _run_checked(self, setup: Setup, call: ToolCall, tell: Tell | None, wanted: Wanted) -> ToolOutcome:
        began = time.monotonic()
        checked = self.check(setup, call)
        if checked.tool is None or checked.verdict is Verdict.REFUSED:
            return ToolOutcome(text=checked.problem, failed=True)
        try:
            outcome = self._run(setup, checked.tool, call, tell, wanted)
        except Stopped:
            raise
        except HoneError as error:
            outcome = ToolOutcome(text=_sentence(error), failed=True)
        return msgspec.structs.replace(outcome, seconds=time.monotonic() - began)

    def stop(self, run_id: str = "") -> None:
        """End the call of a `run_id`, or without one all that run now; safe at any time."""
        if run_id:
            with self._running_lock:
                ending = self._running.get(run_id)
            if ending is not None:
                ending.set()
            return
        self._process.stop()
        self.servers.stop_calls()

    def support_of(self, model: Model, adapter: Adapter | None = None) -> ToolSupport:
        """Say whether a model is told of tools: its chat template must write them."""
        if model.endpoint is not None:
            return ToolSupport.SERVER_DECIDES
        template = model.chat_template or template_of(model, adapter)
        return ToolSupport.YES if _TOOLS.search(template) else ToolSupport.NO

    def close(self) -> None:
        """End every process; may be called twice."""
        self._process.close()
        self.servers.close()

    def _run(
        self, setup: Setup, tool: Tool, call: ToolCall, tell: Tell | None, wanted: Wanted
    ) -> ToolOutcome:
        if tool.group is ToolGroup.SERVER:
            return self.servers.call(tool, call.arguments, tell, wanted)
        command = RunTool(
            request_id=new_request_id(),
            name=tool.name,
            arguments=call.arguments,
            folder=setup.folder if tool.group is ToolGroup.FOLDER else "",
        )
        ran = self._process.ask(command, ToolRan, self._seconds, tell, wanted)
        return ToolOutcome(text=ran.text, failed=ran.failed)


def _sentence(error: HoneError) -> str:
    return f"{error.message} {error.hint}".strip()
