"""Control tokens that a person wrote in a message, like `<|im_end|>` in a question about templates.

Tokenised naively they would end a turn or begin another. So each is hidden behind one private-use character
while the template runs, and is then tokenised as the plain characters that it is, in chat and training alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Any, Protocol

import msgspec

from hone.domain.chat import Turn

_PRIVATE_USE = range(0xE000, 0xF8FF)


class Encoder(Protocol):
    """What of a tokenizer is needed here."""

    def encode(self, text: str, begin: bool) -> list[int]:
        """Tokenise, control tokens recognised; `begin` adds the model's own begin token."""
        ...

    def encode_literally(self, text: str) -> list[int]:
        """Tokenise, control tokens written in the text being plain characters."""
        ...


class HiddenTokens:
    """The control tokens written in some texts, each with the character that stands for it."""

    def __init__(self, control: Collection[str], written: Iterable[str], beside: str) -> None:
        """Look for `control` in `written`; `beside` is what else ends up in the text that is made of it."""
        everything = "\n".join(written)
        found = sorted((token for token in control if token and token in everything), key=len, reverse=True)
        taken = f"{everything}\n{beside}" if found else ""
        free = (
            chr(code)
            for code in _PRIVATE_USE
            if chr(code) not in taken and _escaped(chr(code)) not in taken.lower()
        )
        self._marks = dict(zip(found, free, strict=False))
        self._tokens = {mark: token for token, mark in self._marks.items()}
        self._written = re.compile("|".join(map(re.escape, self._marks))) if self._marks else None
        self._hidden = re.compile("([" + "".join(self._tokens) + "])") if self._marks else None

    @property
    def found(self) -> tuple[str, ...]:
        """The control tokens that were found, in alphabetical order."""
        return tuple(sorted(self._marks))

    def hide(self, value: Any) -> Any:
        """Return a JSON value with the control tokens in all its strings hidden."""
        if self._written is None:
            return value
        match value:
            case str():
                return self._written.sub(lambda match: self._marks[match.group()], value)
            case dict():
                return {self.hide(key): self.hide(item) for key, item in value.items()}
            case list() | tuple():
                return [self.hide(item) for item in value]
            case _:
                return value

    def hide_turn(self, turn: Turn) -> Turn:
        """Return a turn with the control tokens in it hidden."""
        if self._written is None:
            return turn
        if not turn.more:
            return Turn(self.hide(turn.role), self.hide(turn.content))
        return Turn.from_message(self.hide(turn.as_message()))

    def gather(self, text: str) -> str:
        """Return a rendered text with the characters that a template wrote as JSON escapes put back."""
        for mark in self._tokens:
            text = text.replace(_escaped(mark), mark)
        return text

    def show(self, text: str) -> str:
        """Return a text as it was written."""
        return self._hidden.sub(lambda match: self._tokens[match.group()], text) if self._hidden else text

    def parts(self, text: str) -> list[tuple[str, str]]:
        """Cut a text at its hidden tokens: each part as it stands there, and what it hides ("": nothing)."""
        if self._hidden is None:
            return [(text, "")]
        return [(part, self._tokens.get(part, "")) for part in self._hidden.split(text) if part]

    def encode(self, text: str, encoder: Encoder, begin: bool) -> list[int]:
        """Tokenise a text, the hidden tokens as plain characters; `begin` as in `Encoder.encode`."""
        if self._hidden is None:
            return encoder.encode(text, begin)
        tokens: list[int] = []
        for place, part in enumerate(self._hidden.split(text)):
            if place == 0:
                tokens += encoder.encode(part, begin) if part or begin else []
            elif part in self._tokens:
                tokens += _inside(self._tokens[part], encoder.encode_literally)
            elif part:
                tokens += _inside(part, lambda inner: encoder.encode(inner, False))
        return tokens


def strings_of(value: Any) -> Iterator[str]:
    """Yield all strings in a JSON value, the keys of objects too."""
    match value:
        case str():
            yield value
        case dict():
            for key, item in value.items():
                yield from strings_of(key)
                yield from strings_of(item)
        case list() | tuple():
            for item in value:
                yield from strings_of(item)


def strings_of_turns(turns: Sequence[Turn]) -> Iterator[str]:
    """Yield all strings in some turns."""
    for turn in turns:
        yield turn.role
        yield turn.content
        if turn.more:
            yield from strings_of(msgspec.json.decode(turn.more))


def _inside(part: str, encode: Callable[[str], list[int]]) -> list[int]:
    """Tokenise text from the middle of a line: some tokenizers put a space in front of any text.

    It is tokenised after a newline, whose tokens are taken off again.
    """
    newline, tokens = encode("\n"), encode("\n" + part)
    return tokens[len(newline) :] if tokens[: len(newline)] == newline else encode(part)


def _escaped(mark: str) -> str:
    return f"\\u{ord(mark):04x}"
