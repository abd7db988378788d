"""What a format for writing is, and what several of them say of a message."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

import msgspec

from hone.domain.chat import Message, MessageState, Role, branch
from hone.domain.conversation_files import Tree


class Exporter(msgspec.Struct, frozen=True, kw_only=True):
    """A format: `write` gives the file's text piece by piece; `many` when one file holds any number."""

    key: str
    label: str
    suffix: str
    many: bool
    write: Callable[[Iterable[Tree]], Iterator[str]]


_STATES = {
    MessageState.STOPPED: "stopped",
    MessageState.CUT: "cut",
    MessageState.INTERRUPTED: "interrupted",
    MessageState.FAILED: "failed",
    MessageState.STREAMING: "unfinished",
}


def shown(tree: Tree) -> tuple[Message, ...]:
    """Return the branch that is shown."""
    return branch(tree.messages, tree.conversation.leaf_id)


def speaker(message: Message) -> str:
    """Say who speaks."""
    if message.role is Role.ASSISTANT:
        origin = message.origin
        name = origin.model_name if origin else "Assistant"
        return f"{name} + {origin.adapter_name}" if origin and origin.adapter_name else name
    if message.role is Role.TOOL:
        return f"Tool {message.tool.name}" if message.tool else "Tool"
    return "You" if message.role is Role.USER else "System"


def remarks(message: Message) -> list[str]:
    """Say how a reply ended and what was thought of it, where there is anything to say."""
    found = [_STATES[message.state]] if message.state in _STATES else []
    if message.edited_from:
        found.append("edited")
    if message.rating:
        found.append("good reply" if message.rating == "up" else "bad reply")
    return found


def moment(when: datetime) -> str:
    """Write a time for people, in UTC so that the file says the same everywhere."""
    return f"{when:%Y-%m-%d %H:%M} UTC"


def fence(text: str) -> str:
    """Return a fence of backticks that does not occur in a text."""
    longest = run = 0
    for character in text:
        run = run + 1 if character == "`" else 0
        longest = max(longest, run)
    return "`" * max(3, longest + 1)
