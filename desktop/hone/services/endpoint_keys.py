"""Keys of endpoints: in the system's keyring, or in an environment variable; nowhere else."""

from __future__ import annotations

import os
import threading

from hone.domain.endpoints import Endpoint, key_variable
from hone.errors import HoneError
from hone.services.keyring_entries import KeyringEntries, Vault


class EndpointKeys:
    """Reads and keeps keys. Safe from any thread; may wait until a person unlocks the keyring.

    A key that was read is remembered until the program ends. `vault` None is the system's keyring.
    """

    def __init__(self, vault: Vault | None = None) -> None:
        self._entries = KeyringEntries("endpoint", _unusable, vault)
        self._lock = threading.Lock()
        self._known: dict[str, str] = {}

    def key_of(self, endpoint: Endpoint) -> str:
        """Return the key of an endpoint, empty when it has none; the variable goes before the keyring."""
        from_variable = os.environ.get(key_variable(endpoint.name), "")
        if from_variable or not endpoint.has_key:
            return from_variable
        with self._lock:
            if endpoint.name not in self._known:
                self._known[endpoint.name] = self._read(endpoint.name)
            return self._known[endpoint.name]

    def keep(self, name: str, key: str) -> None:
        """Put a key into the keyring; raises HoneError when there is none."""
        with self._lock:
            self._entries.keep(name, key)
            self._known[name] = key

    def forget(self, name: str) -> None:
        """Take a key out of the keyring; one that is not there is gone already."""
        with self._lock:
            self._known.pop(name, None)
            self._entries.forget(name)

    def _read(self, name: str) -> str:
        key = self._entries.read(name)
        if key is None:
            raise HoneError(
                f"The key of {name} is not in the system's keyring any more.",
                hint=f"Remove the endpoint and add it again with its key, or set {key_variable(name)}.",
            )
        return key


def _unusable(name: str, error: Exception) -> HoneError:
    """Say that the keyring cannot be used; the library's own words never hold a key."""
    return HoneError(
        f"The system's keyring cannot be used for the key of {name}.",
        hint=f"Unlock or install one, or set the environment variable {key_variable(name)} instead.",
        detail=f"{type(error).__name__}: {error}",
    )
