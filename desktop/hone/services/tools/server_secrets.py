"""What MCP servers are given and nobody else may know: values of variables and headers, in the keyring."""

from __future__ import annotations

import os
import threading
from collections.abc import Mapping

import msgspec

from hone.domain.tools import McpServer
from hone.errors import HoneError
from hone.services.keyring_entries import KeyringEntries, Vault


class ServerSecrets:
    """Keeps the values of each server as one entry. Safe from any thread; may wait until a person unlocks.

    A name without a value in the keyring is taken from Hone's own environment, at each start of the server.
    `vault` None is the system's keyring.
    """

    def __init__(self, vault: Vault | None = None) -> None:
        self._entries = KeyringEntries("mcp server", _unusable, vault)
        self._lock = threading.Lock()

    def values_of(self, server: McpServer) -> dict[str, str]:
        """Return what a server is given; raises HoneError naming what is nowhere."""
        if not server.secrets:
            return {}
        kept = self._read(server.name)
        values = {name: kept.get(name) or os.environ.get(name, "") for name in server.secrets}
        missing = [name for name, value in values.items() if not value]
        if missing:
            raise HoneError(
                f"The server {server.name} needs {', '.join(missing)}, which has no value.",
                hint="Remove the server and add it again with it, or set it in the environment of Hone.",
            )
        return values

    def kept_of(self, server: McpServer) -> dict[str, str]:
        """Return what the keyring holds of a server, so that it can be brought back."""
        return self._read(server.name) if server.secrets else {}

    def keep(self, name: str, values: Mapping[str, str]) -> None:
        """Put the values of a server into the keyring; raises HoneError when there is none."""
        with self._lock:
            self._entries.keep(name, msgspec.json.encode(dict(values)).decode())

    def forget(self, name: str) -> None:
        """Take the values of a server out of the keyring; what is not there is gone already."""
        with self._lock:
            self._entries.forget(name)

    def _read(self, name: str) -> dict[str, str]:
        with self._lock:
            try:
                kept = self._entries.read(name)
            except HoneError:
                return {}  # what is missing then is named by who needs it
        try:
            return msgspec.json.decode(kept, type=dict[str, str]) if kept else {}
        except msgspec.MsgspecError:
            return {}


def _unusable(name: str, error: Exception) -> HoneError:
    """Say that the keyring cannot be used; the library's own words never hold a value."""
    return HoneError(
        f"The system's keyring cannot be used for what the server {name} is given.",
        hint="Unlock or install one; or leave the values empty and set them in the environment of Hone.",
        detail=f"{type(error).__name__}: {error}",
    )
