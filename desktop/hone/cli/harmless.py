"""Text from files and models shown in a terminal as what it is, never obeyed.

A cell, a column or a file name may hold control sequences: they clear the screen, set the title, paint a
false prompt, or reverse the order of letters. A terminal gets them written out, such as `\\x1b`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable

from rich.console import Console, ConsoleOptions, ConsoleRenderable, RenderHook, RenderResult
from rich.segment import Segment

# C0 without tab and line feed, DEL, C1, the overrides of writing direction, and halves of surrogate pairs.
_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def harmless(text: str) -> str:
    """Return a text with every character that a terminal would obey, or cannot write, spelled out."""
    return _OBEYED.sub(_spelled, text)


def shown(text: str) -> str:
    """Return a text as the output gets it: harmless in a terminal, as it is in a file or a pipe."""
    return harmless(text) if sys.stdout.isatty() else text


def harmless_console(stderr: bool = False) -> Console:
    """Return a console whose texts are harmless; its own colours and cursor movements stay."""
    console = Console(stderr=stderr, highlight=False)
    console.push_render_hook(_Harmless())
    return console


def _spelled(match: re.Match[str]) -> str:
    number = ord(match[0])
    return f"\\x{number:02x}" if number < 256 else f"\\u{number:04x}"


class _Harmless(RenderHook):
    """Wraps what a console is given to print."""

    def process_renderables(self, renderables: list[ConsoleRenderable]) -> list[ConsoleRenderable]:
        return [_Wrapped(each) for each in renderables]


class _Wrapped:
    """Something to print, whose pieces of text are made harmless."""

    def __init__(self, inner: ConsoleRenderable) -> None:
        self._inner = inner

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        pieces: Iterable[Segment] = console.render(self._inner, options)
        for piece in pieces:
            if piece.control or not _OBEYED.search(piece.text):
                yield piece
            else:
                yield Segment(harmless(piece.text), piece.style)
