"""What a reply is made of: text, reasoning, tool calls."""

from __future__ import annotations

from typing import Protocol

import msgspec


class TextPart(msgspec.Struct, frozen=True):
    """Text of the reply itself."""

    text: str


class ReasoningPart(msgspec.Struct, frozen=True):
    """Text of a reasoning block, without its marks."""

    text: str


class ToolCallPart(msgspec.Struct, frozen=True):
    """A whole tool call; `arguments` is JSON text."""

    name: str
    arguments: str


Part = TextPart | ReasoningPart | ToolCallPart


class ReplyParts(Protocol):
    """Splits a stream; holds back what could be the beginning of a mark."""

    def add(self, text: str, control: str) -> list[Part]:
        """Take new text, and the text of a control token that followed it, and return what is certain now."""
        ...

    def end(self) -> list[Part]:
        """Return what was held back; an unfinished tool call comes as text."""
        ...


class PlainText:
    """All is text; control tokens add none."""

    def add(self, text: str, control: str) -> list[Part]:
        """Pass text on."""
        return [TextPart(text)] if text else []

    def end(self) -> list[Part]:
        """Return nothing: nothing is held back."""
        return []
