"""What the palette lists."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class PaletteEntry:
    """Something to do or to open. `key` is kept as recently used, so it stays the same between starts.

    `keys` is a shortcut in Qt's portable text; `detail` is searched too and shown in small type.
    `here` is set for what works on the page that is shown.
    """

    key: str
    title: str
    group: str
    run: Callable[[], object]
    icon: str = ""
    detail: str = ""
    keys: str = ""
    here: bool = False
