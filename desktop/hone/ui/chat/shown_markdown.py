"""A message's text as Markdown: JSON that was asked for is shown as code."""

from __future__ import annotations

import re
from typing import NamedTuple

from hone.domain.chat import Message

_FENCES = re.compile(r"`+")


class ShownMarkdown(NamedTuple):
    """Markdown, of which the first `given` characters belong to what was given to the model."""

    text: str
    given: int


def shown_markdown(message: Message) -> ShownMarkdown:
    """Return what the transcript shows of a message."""
    text, origin = message.text, message.origin
    asked = origin is not None and origin.constraint.json_schema is not None
    if not asked or not text.lstrip().startswith(("{", "[")):
        return ShownMarkdown(text, message.given)
    longest = max((len(found) for found in _FENCES.findall(text)), default=0)
    fence = "`" * max(3, longest + 1)
    head = f"{fence}json\n"
    return ShownMarkdown(f"{head}{text}\n{fence}", len(head) + message.given if message.given else 0)
