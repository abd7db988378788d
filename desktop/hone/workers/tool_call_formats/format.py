"""What describes a way to write tool calls."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from hone.workers.tool_call_formats.cursor import Reading


class ToolCallFormat(NamedTuple):
    """A way to write tool calls.

    `evidence` are texts that a chat template holds when its model writes so. A call begins with the mark
    `start`, or, where that is "", with a `{` at the beginning of a reply. `read` takes all that followed, and
    whether the reply has ended, and returns the calls, no calls, or None while it cannot tell. `lasts` are
    characters of which one stands at the end of a call.
    """

    name: str
    evidence: tuple[str, ...]
    start: str
    read: Callable[[str, bool], Reading | None]
    lasts: str
