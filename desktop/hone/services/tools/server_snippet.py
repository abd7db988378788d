"""The JSON by which MCP servers are usually described: {"mcpServers": {"name": {"command": …}}}."""

from __future__ import annotations

import json
import re
import shlex
import sys
from typing import Any
from urllib.parse import urlsplit

import msgspec

from hone.domain.endpoints import is_loopback
from hone.domain.tools import McpServer, checked_server_name
from hone.errors import BadInput

_LONGEST = 100_000
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_HEADER = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_EXAMPLE = '{"mcpServers": {"notes": {"command": "npx", "args": ["-y", "notes-server"]}}}'


class WantedServer(msgspec.Struct, frozen=True, kw_only=True):
    """A server that a person wants to add, with the values that it is to be given."""

    server: McpServer
    values: dict[str, str] = {}


def read_snippet(text: str) -> tuple[WantedServer, ...]:
    """Return the servers in a snippet; raises BadInput naming what is wrong."""
    if len(text) > _LONGEST:
        raise BadInput(
            "This is too long for a description of servers.", hint="Paste only the part with the servers."
        )
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadInput(f"This is no valid JSON: {error}."[:300], hint=f"For example: {_EXAMPLE}") from error
    named = _named_servers(value)
    if not named:
        raise BadInput("There is no server in this.", hint=f"For example: {_EXAMPLE}")
    return tuple(_from_json(name, described) for name, described in named.items())


def wanted_server(name: str, place: str, values: dict[str, str] | None = None) -> WantedServer:
    """Return a server from what was typed: a command line, or an address; raises BadInput."""
    place = place.strip()
    if place.startswith(("http://", "https://")):
        return _checked(name, (), place, dict(values or {}))
    try:
        command = tuple(shlex.split(place, posix=sys.platform != "win32"))
    except ValueError as error:
        raise BadInput(f"The command cannot be read: {error}.", hint="Close every quotation mark.") from error
    return _checked(name, command, "", dict(values or {}))


def _named_servers(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        return {}
    for key in ("mcpServers", "servers", "mcp_servers"):
        if isinstance(value.get(key), dict):
            return dict(value[key])
    if value and all(
        isinstance(each, dict) and ("command" in each or "url" in each) for each in value.values()
    ):
        return dict(value)
    return {}


def _from_json(name: str, described: Any) -> WantedServer:
    if not isinstance(described, dict):
        raise BadInput(
            f"The server {name!r} is not described by an object."[:200], hint=f"For example: {_EXAMPLE}"
        )
    command, arguments = described.get("command", ""), described.get("args", [])
    url = described.get("url") or described.get("serverUrl") or ""
    given = described.get("headers" if url else "env") or {}
    texts = isinstance(arguments, list) and all(isinstance(item, str) for item in arguments)
    if not (isinstance(command, str) and isinstance(url, str) and texts and isinstance(given, dict)):
        raise BadInput(
            f"The server {name!r} has a part of a wrong kind."[:200], hint=f"For example: {_EXAMPLE}"
        )
    values = {str(key): str(value) for key, value in given.items()}
    return _checked(str(name), (command, *arguments) if command else (), url, values)


def _checked(name: str, command: tuple[str, ...], url: str, values: dict[str, str]) -> WantedServer:
    name = checked_server_name(name)
    if bool(command and command[0].strip()) == bool(url):
        raise BadInput(
            f"The server {name} needs a command to start, or an address; one of them.",
            hint=f"For example: {_EXAMPLE}",
        )
    if any("\0" in part for part in command):
        raise BadInput(
            f"The command of {name} holds a character that no command can have.",
            hint="Type the command again.",
        )
    pattern = _HEADER if url else _VARIABLE
    for key, value in values.items():
        if not pattern.fullmatch(key):
            raise BadInput(
                f"{key!r} cannot be the name of a {'header' if url else 'variable'}."[:200],
                hint="Use letters, digits and signs as its documentation writes it.",
            )
        if any(ord(letter) < 32 for letter in value) or (url and not value.isascii()):
            raise BadInput(
                f"The value of {key} holds characters that cannot be sent.",
                hint="Copy it again, without line breaks.",
            )
    server = McpServer(
        name=name, command=command, url=_checked_url(url) if url else "", secrets=tuple(values)
    )
    return WantedServer(server=server, values={key: value for key, value in values.items() if value})


def _checked_url(url: str) -> str:
    hint = "Write it like https://example.org/mcp or http://localhost:8000/mcp."
    try:
        parts = urlsplit(url.strip())
        port_is_good = parts.port != 0
    except ValueError as error:
        raise BadInput(f"{url!r} is no address: {error}."[:300], hint=hint) from error
    if parts.scheme not in ("http", "https") or not parts.hostname or not port_is_good:
        raise BadInput(f"{url!r} is not the address of a web server."[:300], hint=hint)
    if any(ord(letter) <= 32 for letter in url.strip()) or parts.username or parts.password or parts.fragment:
        raise BadInput("The address holds spaces, a user or a password.", hint="Give secrets as headers.")
    if parts.scheme == "http" and not is_loopback(url):
        raise BadInput(
            f"{parts.netloc} would be asked without encryption, so anybody on the way could read along.",
            hint="Use its https address.",
        )
    return url.strip()
