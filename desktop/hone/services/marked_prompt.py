"""A prompt with a mark in the place of everything that was said, to see what the template writes itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Any

import msgspec

from hone.domain.chat import Turn
from hone.domain.generation import Prompt

_MARK = "Honesaid{0}x{1}z"
MARKS = re.compile(r"Honesaid(\d+)x(\d+)z")


class Kind(StrEnum):
    """What a mark stands for."""

    CONTENT = "content"
    REASONING = "reasoning"
    CALL = "call"


class Said(msgspec.Struct, frozen=True):
    """One text of a turn that a template may write."""

    turn: int
    number: int
    kind: Kind
    text: str

    @property
    def mark(self) -> str:
        """The mark that stands for it: letters and digits, which no template changes or escapes."""
        return _MARK.format(self.turn, self.number)


def said_in(turns: Sequence[Turn]) -> dict[tuple[int, int], Said]:
    """Return every text of the turns that is said, by the numbers in its mark."""
    return {
        (place, number): Said(place, number, kind, text)
        for place, turn in enumerate(turns)
        for number, (kind, text) in enumerate(_texts_of(turn))
    }


def marked(prompt: Prompt) -> Prompt:
    """Return a prompt with marks in the place of what its turns say; nothing begins the reply."""
    turns = tuple(_marked_turn(place, turn) for place, turn in enumerate(prompt.turns))
    return msgspec.structs.replace(prompt, turns=turns, prefill="")


def _texts_of(turn: Turn) -> Iterator[tuple[Kind, str]]:
    """Yield the content first, then reasoning, then names and texts of calls; each as it is counted."""
    yield Kind.CONTENT, turn.content
    more = _more_of(turn)
    if isinstance(more.get("reasoning_content"), str):
        yield Kind.REASONING, more["reasoning_content"]
    for call in more.get("tool_calls") or ():
        function = call.get("function") or {}
        yield Kind.CALL, str(function.get("name", ""))
        for text in _strings(function.get("arguments")):
            yield Kind.CALL, text


def _marked_turn(place: int, turn: Turn) -> Turn:
    more = _more_of(turn)
    if "role" in more:  # the whole message, whose form is not known
        return turn
    numbers = iter(range(1_000_000))

    def mark(text: str) -> str:
        written = _MARK.format(place, next(numbers))
        return written if text.strip() else text

    content = mark(turn.content)
    if isinstance(more.get("reasoning_content"), str):
        more["reasoning_content"] = mark(more["reasoning_content"])
    for call in more.get("tool_calls") or ():
        function = call.get("function") or {}
        function["name"] = mark(str(function.get("name", "")))
        function["arguments"] = _replaced(function.get("arguments"), mark)
    return Turn(turn.role, content, msgspec.json.encode(more).decode() if more else "")


def _more_of(turn: Turn) -> dict[str, Any]:
    return dict(msgspec.json.decode(turn.more)) if turn.more else {}


def _strings(value: Any) -> Iterator[str]:
    """Yield the texts in a JSON value, keys of objects left out."""
    match value:
        case str():
            yield value
        case dict():
            for item in value.values():
                yield from _strings(item)
        case list():
            for item in value:
                yield from _strings(item)


def _replaced(value: Any, mark: Any) -> Any:
    match value:
        case str():
            return mark(value)
        case dict():
            return {key: _replaced(item, mark) for key, item in value.items()}
        case list():
            return [_replaced(item, mark) for item in value]
        case _:
            return value
