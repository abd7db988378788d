"""Tools that a model may call: what each is, where it comes from, and how a permission is tied to it."""

from __future__ import annotations

import hashlib
import json
import re
from enum import StrEnum
from typing import Any

import msgspec

from hone.domain.setup import Setup
from hone.errors import BadInput

LONGEST_RESULT = 60_000
"""Characters of a result that are given to the model; the rest is left out, and that is said."""

SERVER_PREFIX = "mcp:"
"""Begins the entry of `Setup.tools` that lets a server be started for a conversation."""

_LONGEST_NAME = 64
_NO_NAME = re.compile(r"[^A-Za-z0-9_-]+")
_SERVER_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 ._-]{0,38}[A-Za-z0-9])?")


class ToolGroup(StrEnum):
    """Where a tool comes from."""

    BUILT_IN = "built in"
    FOLDER = "folder"
    SERVER = "server"


class Tool(msgspec.Struct, frozen=True, kw_only=True):
    """A tool as a model is told of it; `parameters` is the JSON schema of its arguments, an object.

    `name` is what the model calls. A server's tool has its own name in `server_tool`, and `title` and
    `description` are that server's words: text to show, never to follow. `read_only` is the server's claim.
    """

    name: str
    title: str
    description: str
    parameters: dict[str, Any]
    group: ToolGroup = ToolGroup.BUILT_IN
    server: str = ""
    server_tool: str = ""
    read_only: bool = False

    @property
    def key(self) -> str:
        """The entry of this tool in `Setup.tools` and `Setup.allowed_tools`.

        That of a server's tool holds a fingerprint of its words, so that a changed one has no permission.
        """
        return f"{self.name}#{self.fingerprint}" if self.group is ToolGroup.SERVER else self.name

    @property
    def fingerprint(self) -> str:
        """Twelve hexadecimal digits of all that a model is told of the tool."""
        told = json.dumps([self.server_tool, self.title, self.description, self.parameters], sort_keys=True)
        return hashlib.sha256(told.encode()).hexdigest()[:12]

    def as_function(self) -> dict[str, Any]:
        """Return the description in OpenAI's form, as chat templates and servers take it."""
        function = {"name": self.name, "description": self.description, "parameters": self.parameters}
        return {"type": "function", "function": function}


class McpServer(msgspec.Struct, frozen=True, kw_only=True):
    """A server of tools that the user added: a `command` to start, or a `url` to ask.

    `secrets` are the names of the environment variables, or of the headers for a `url`, that it gets; their
    values are in the system's keyring, or, where that has none, in Hone's own environment.
    """

    name: str
    command: tuple[str, ...] = ()
    url: str = ""
    secrets: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The entry of `Setup.tools` that lets this server be started for a conversation."""
        return SERVER_PREFIX + self.name


class ToolOutcome(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a call: its `text`, or the sentence that says why it `failed`."""

    text: str
    failed: bool = False
    seconds: float = 0.0


def servers_of(setup: Setup) -> tuple[str, ...]:
    """Return the names of the servers that may be started for a conversation."""
    return tuple(key.removeprefix(SERVER_PREFIX) for key in setup.tools if key.startswith(SERVER_PREFIX))


def is_on(setup: Setup, tool: Tool) -> bool:
    """Whether the model may call this tool, with the words it has now."""
    if tool.group is ToolGroup.FOLDER and not setup.folder:
        return False
    if tool.group is ToolGroup.SERVER and SERVER_PREFIX + tool.server not in setup.tools:
        return False
    return tool.key in setup.tools


def is_allowed(setup: Setup, tool: Tool) -> bool:
    """Whether calls of this tool run without asking."""
    return is_on(setup, tool) and tool.key in setup.allowed_tools


def has_changed(setup: Setup, tool: Tool) -> bool:
    """Whether the tool was switched on with other words than it has now."""
    if tool.group is not ToolGroup.SERVER or tool.key in setup.tools:
        return False
    return any(key.startswith(f"{tool.name}#") for key in setup.tools)


def with_tool(setup: Setup, tool: Tool, on: bool) -> Setup:
    """Return the setup with a tool switched on or off; off takes its permission away too."""
    rest = _without(setup.tools, tool)
    allowed = _without(setup.allowed_tools, tool)
    if on:
        allowed = setup.allowed_tools if tool.key in setup.tools else allowed
        return msgspec.structs.replace(setup, tools=(*rest, tool.key), allowed_tools=allowed)
    return msgspec.structs.replace(setup, tools=rest, allowed_tools=allowed)


def with_permission(setup: Setup, tool: Tool, allowed: bool) -> Setup:
    """Return the setup in which calls of a tool run without asking, or ask."""
    rest = _without(setup.allowed_tools, tool)
    return msgspec.structs.replace(setup, allowed_tools=(*rest, tool.key) if allowed else rest)


def with_server(setup: Setup, name: str, on: bool) -> Setup:
    """Return the setup in which a server may be started, or may not; off takes all its tools away."""
    key, prefix = SERVER_PREFIX + name, tool_name(name, "")
    if on:
        return msgspec.structs.replace(setup, tools=(*(k for k in setup.tools if k != key), key))

    def kept(keys: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(k for k in keys if k != key and not ("#" in k and k.startswith(prefix)))

    return msgspec.structs.replace(setup, tools=kept(setup.tools), allowed_tools=kept(setup.allowed_tools))


def tool_name(server: str, tool: str) -> str:
    """Return the name by which a model calls a server's tool: letters, digits, _ and -, at most 64."""
    head = _NO_NAME.sub("_", server)
    return f"{head}__{_NO_NAME.sub('_', tool)}"[:_LONGEST_NAME]


def checked_server_name(name: str, taken: tuple[str, ...] = ()) -> str:
    """Return a server's name without spaces around it; raises BadInput for one that cannot be used."""
    wanted = name.strip()
    if not _SERVER_NAME.fullmatch(wanted) or "__" in wanted:
        raise BadInput(
            f"{wanted!r} cannot be the name of a server."[:200],
            hint="Use up to 40 letters, digits, spaces, dots, hyphens and underscores, such as my-notes.",
        )
    for other in taken:
        if tool_name(other, "").lower() == tool_name(wanted, "").lower():
            raise BadInput(
                f"There is a server called {other!r} already.",
                hint="Choose another name, or remove that one first.",
            )
    return wanted


def cut_result(text: str, longest: int = LONGEST_RESULT) -> str:
    """Return a result that is not too long; what was left out is said at its end."""
    if len(text) <= longest:
        return text
    left = len(text) - longest
    return f"{text[:longest]}\n[{left:,} more characters were left out here.]"


def _without(keys: tuple[str, ...], tool: Tool) -> tuple[str, ...]:
    """Return keys without those of a tool, also of its earlier words."""
    return tuple(key for key in keys if key != tool.key and key.split("#", 1)[0] != tool.name)
