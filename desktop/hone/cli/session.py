"""What one command works with: the services, the terminal, and whether a program reads the output."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cached_property

import msgspec
from rich.console import Console

from hone.services import Services


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
        return Console(highlight=False, soft_wrap=False)

    @cached_property
    def notes(self) -> Console:
        """The terminal for what happens on the way; results can be piped without it."""
        return Console(stderr=True, highlight=False)

    def close(self) -> None:
        """End workers and close the database, if there were any."""
        if "services" in self.__dict__:
            self.services.close()


def put_json(value: object) -> None:
    """Write one JSON object as one line of the output, at once."""
    sys.stdout.write(msgspec.json.encode(value, enc_hook=str).decode() + "\n")
    sys.stdout.flush()
