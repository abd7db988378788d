"""What the palette finds besides commands: one line each."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from dataclasses import dataclass

from hone.ui.page import Shell
from hone.ui.palette.entry import PaletteEntry


@dataclass(frozen=True)
class Provider:
    """`function` of `module` takes the shell and returns entries; it is called outside the window's thread.

    The entries' `run` is called in the window's thread.
    """

    module: str
    function: str

    def entries(self, shell: Shell) -> Sequence[PaletteEntry]:
        """Import what knows them, and ask."""
        found: Sequence[PaletteEntry] = getattr(importlib.import_module(self.module), self.function)(shell)
        return found


PROVIDERS: tuple[Provider, ...] = (
    Provider("hone.ui.palette.conversations", "conversation_entries"),
    Provider("hone.ui.palette.models", "model_entries"),
)


def provided(shell: Shell) -> list[PaletteEntry]:
    """Return the entries of every provider."""
    return [entry for provider in PROVIDERS for entry in provider.entries(shell)]
