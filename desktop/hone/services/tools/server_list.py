"""The MCP servers that the user added: kept in the settings, what they are given in the keyring."""

from __future__ import annotations

import threading

import msgspec

from hone.domain.tools import McpServer, checked_server_name
from hone.errors import BadInput, HoneError
from hone.services.tools.server_secrets import ServerSecrets
from hone.services.tools.server_snippet import WantedServer
from hone.storage.settings import SettingsStore


class RemovedServer(msgspec.Struct, frozen=True, kw_only=True):
    """A server that is off the list; `note` says what was left behind."""

    server: McpServer
    note: str = ""


class ServerList:
    """Adds and removes servers. Safe from any thread; nothing is started here."""

    def __init__(self, settings: SettingsStore, secrets: ServerSecrets) -> None:
        self._settings = settings
        self._secrets = secrets
        self._lock = threading.Lock()
        self._removed: dict[str, tuple[McpServer, int, dict[str, str]]] = {}

    def servers(self) -> tuple[McpServer, ...]:
        """Return all servers in the order of adding."""
        return self._settings.get().mcp_servers

    def find(self, name: str) -> McpServer:
        """Return a server by its name; raises BadInput."""
        for server in self.servers():
            if server.name == name:
                return server
        raise BadInput(
            f"There is no server {name!r} any more."[:200],
            hint="Add it in the settings, or switch it off here.",
        )

    def values_of(self, server: McpServer) -> dict[str, str]:
        """Return what a server is given; raises HoneError naming what is nowhere."""
        return self._secrets.values_of(server)

    def add(self, wanted: WantedServer) -> McpServer:
        """Keep a server; raises BadInput for a name that is taken."""
        with self._lock:
            known = self.servers()
            checked_server_name(wanted.server.name, tuple(other.name for other in known))
            if wanted.values:
                self._secrets.keep(wanted.server.name, wanted.values)
            self._settings.change(mcp_servers=(*known, wanted.server))
        return wanted.server

    def remove(self, name: str) -> RemovedServer:
        """Take a server off the list and its values out of the keyring; `restore` brings both back."""
        server = self.find(name)
        note, values = "", self._secrets.kept_of(server)
        try:
            if values:
                self._secrets.forget(name)
        except HoneError as error:
            note = f"What it was given may still be in the keyring. {error.message}"
        with self._lock:
            known = self.servers()
            self._removed[name] = (server, known.index(server), values)
            self._settings.change(mcp_servers=tuple(other for other in known if other != server))
        return RemovedServer(server=server, note=note)

    def restore(self, name: str) -> McpServer:
        """Bring back a server that was removed since the program started; raises BadInput."""
        with self._lock:
            if name not in self._removed:
                raise BadInput(f"{name!r} was not removed just now.", hint="Add it again.")
            server, place, values = self._removed[name]
            known = self.servers()
            checked_server_name(name, tuple(other.name for other in known))
            if values:
                self._secrets.keep(name, values)
            self._settings.change(mcp_servers=(*known[:place], server, *known[place:]))
            del self._removed[name]
        return server
