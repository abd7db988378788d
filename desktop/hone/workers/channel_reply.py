"""Split a reply in channels (gpt-oss, the "harmony" format): analysis, commentary with tool calls, final.

A message is `<|start|>ROLE to=RECIPIENT<|channel|>NAME<|message|>TEXT<|end|>`; the header of the first one is
begun by the prompt.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from enum import Enum

from hone.workers.marks_in_stream import Kind, MarkScanner, Stretch
from hone.workers.part_kinds import Part, ReasoningPart, TextPart, ToolCallPart
from hone.workers.tool_call_formats.cursor import Unfit, arguments_of

_START, _CHANNEL, _MESSAGE, _FORM = "<|start|>", "<|channel|>", "<|message|>", "<|constrain|>"
_ENDS = ("<|end|>", "<|return|>", "<|call|>")
_MARKS = (_START, _CHANNEL, _MESSAGE, _FORM, *_ENDS)
_RECIPIENT = re.compile(r"to=([^\s<]+)")
_NAME = re.compile(re.escape(_CHANNEL) + r"\s*(\w+)")


class _Mode(Enum):
    FIRST = 1  # the header that the prompt has begun; a plain text may come instead
    HEADER = 2
    TEXT = 3
    REASONING = 4
    CALL = 5


def uses_channels(template: str) -> bool:
    """Whether a chat template writes messages in channels."""
    return _CHANNEL in template and _MESSAGE in template


class ChannelReply:
    """Splits one reply."""

    def __init__(
        self, prompt_text: str, control: Collection[str], has_tools: bool, prefill: str = ""
    ) -> None:
        self._scanner = MarkScanner(_MARKS, control)
        self._has_tools = has_tools
        self._mode = _Mode.FIRST
        self._header = ""
        self._body = ""
        begun = prompt_text.rpartition(_START)[2].removeprefix("assistant") if _START in prompt_text else ""
        opening = MarkScanner(_MARKS, ())
        for stretch in [*opening.add(begun, ""), *opening.end(), Stretch(Kind.TEXT, prefill)]:
            self._take(stretch, [])
        self._given = len(self._body)

    def add(self, text: str, control: str) -> list[Part]:
        """Take new text, and the text of a control token that followed it, and return what is certain now."""
        if self._mode is _Mode.TEXT and text and not control and self._scanner.has_no_mark(text):
            return [TextPart(text)]
        parts: list[Part] = []
        for stretch in self._scanner.add(text, control):
            self._take(stretch, parts)
        return parts

    def end(self) -> list[Part]:
        """Return what was held back; an unfinished tool call comes as text."""
        parts: list[Part] = []
        for stretch in self._scanner.end():
            self._take(stretch, parts)
        self._close(parts)
        return parts

    def _take(self, stretch: Stretch, parts: list[Part]) -> None:
        if stretch.kind is Kind.MARK:
            self._take_mark(stretch.text, parts)
        elif self._mode is _Mode.CALL:
            self._body += stretch.text
        elif stretch.kind is Kind.TEXT and stretch.text:
            self._take_text(stretch.text, parts)

    def _take_mark(self, mark: str, parts: list[Part]) -> None:
        in_header = self._mode in (_Mode.FIRST, _Mode.HEADER)
        if mark == _MESSAGE and in_header:
            self._header += mark
            self._mode = self._kind()
        elif mark == _CHANNEL:
            if in_header:
                self._header += mark
                self._mode = _Mode.HEADER
            else:
                self._close(parts)
                self._header, self._mode = mark, _Mode.HEADER
        elif mark == _START:
            self._close(parts)
            self._header, self._mode = mark, _Mode.HEADER
        elif mark == _FORM and in_header:
            self._header += mark
        elif mark in _ENDS:
            self._close(parts)

    def _take_text(self, text: str, parts: list[Part]) -> None:
        if self._mode is _Mode.REASONING:
            parts.append(ReasoningPart(text))
        elif self._mode is _Mode.TEXT:
            parts.append(TextPart(text))
        else:
            self._header += text
            known = self._header.lstrip()
            if self._mode is _Mode.FIRST and not ("to=".startswith(known) or known.startswith("to=")):
                parts.append(TextPart(self._header))
                self._header, self._mode = "", _Mode.TEXT

    def _kind(self) -> _Mode:
        """Return what a message is by its header."""
        if self._has_tools and _RECIPIENT.search(self._header):
            return _Mode.CALL
        channel = _NAME.search(self._header)
        return _Mode.REASONING if channel is not None and channel[1] == "analysis" else _Mode.TEXT

    def _close(self, parts: list[Part]) -> None:
        """End the message under way: a call whose arguments are no JSON object is told as text."""
        if self._mode is _Mode.FIRST and self._header:
            parts.append(TextPart(self._header))
        elif self._mode is _Mode.CALL:
            parts.append(self._call())
        self._mode, self._header, self._body, self._given = _Mode.TEXT, "", "", 0

    def _call(self) -> Part:
        recipient = _RECIPIENT.search(self._header)
        try:
            if recipient is None:
                raise Unfit
            return ToolCallPart(recipient[1].removeprefix("functions."), arguments_of(self._body.strip()))
        except (Unfit, RecursionError):
            return TextPart(self._body[self._given :] if self._given else self._header + self._body)
