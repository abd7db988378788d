"""Hone's entries in the system's keyring."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from hone.errors import HoneError

SERVICE = "Hone"


class Vault(Protocol):
    """The part of `keyring` that is needed; every method may raise KeyringError."""

    def get_password(self, service: str, username: str) -> str | None:
        """Return a password, None when there is none."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a password."""

    def delete_password(self, service: str, username: str) -> None:
        """Delete a password."""


class KeyringEntries:
    """Entries of one kind, by name. Every call may wait until a person unlocks the keyring.

    `vault` None is the system's keyring, which is imported when it is first needed. A keyring that cannot be
    used is told as what `unusable(name, error)` makes of it; the library's own words never hold a secret.
    """

    def __init__(
        self, kind: str, unusable: Callable[[str, Exception], HoneError], vault: Vault | None
    ) -> None:
        self._kind = kind
        self._unusable = unusable
        self._vault = vault

    def read(self, name: str) -> str | None:
        """Return what is kept under a name; None for nothing."""
        from keyring.errors import KeyringError

        try:
            return self._opened().get_password(SERVICE, self._entry(name))
        except KeyringError as error:
            raise self._unusable(name, error) from error

    def keep(self, name: str, secret: str) -> None:
        """Keep something under a name."""
        from keyring.errors import KeyringError

        try:
            self._opened().set_password(SERVICE, self._entry(name), secret)
        except KeyringError as error:
            raise self._unusable(name, error) from error

    def forget(self, name: str) -> None:
        """Delete what is kept under a name; what is not there is gone already."""
        from keyring.errors import KeyringError, PasswordDeleteError

        try:
            self._opened().delete_password(SERVICE, self._entry(name))
        except PasswordDeleteError:
            return
        except KeyringError as error:
            raise self._unusable(name, error) from error

    def _entry(self, name: str) -> str:
        return f"{self._kind} {name}"

    def _opened(self) -> Vault:
        if self._vault is None:
            import keyring

            self._vault = keyring.get_keyring()
        return self._vault
