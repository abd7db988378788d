"""What one command works with: the services, the terminal, and whether a program reads the output."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from functools import cached_property

import msgspec
from rich.console import Console

from hone.cli.harmless import harmless_console
from hone.services import Services

_OBEYED = re.compile("[\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class Session:
    """Built once per command; services are built when first used."""

    def __init__(self, build: Callable[[], Services]) -> None:
        self._build = build

    @cached_property
    def services(self) -> Services:
        """All services of this user."""
        return self._build()

    @cached_property
    def console(self) -> Console:
        """The terminal for results."""
        return harmless_console()

    @cached_property
    def notes(self) -> Console:
        """The terminal for what happens on the way; results can be piped without it."""
        return harmless_console(stderr=True)

    def close(self) -> None:
        """End workers and close the database, if there were any."""
        if "services" in self.__dict__:
            self.services.close()


def put_json(value: object) -> None:
    """Write one JSON object as one line of the output, at once.

    Control characters that JSON lets stand, which a terminal would obey, are escaped. Halves of surrogate
    pairs, as in a file name that is not UTF-8, are spelled out: JSON in UTF-8 cannot hold them.
    """
    try:
        line = msgspec.json.encode(value, enc_hook=str).decode()
    except UnicodeEncodeError:
        line = msgspec.json.encode(_sound(msgspec.to_builtins(value, enc_hook=str))).decode()
    sys.stdout.write(_OBEYED.sub(lambda match: f"\\u{ord(match[0]):04x}", line) + "\n")
    sys.stdout.flush()


def _sound(value: object) -> object:
    """Return plain values with texts that UTF-8 can hold."""
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode()
    if isinstance(value, dict):
        return {_sound(key): _sound(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_sound(inner) for inner in value]
    return value
