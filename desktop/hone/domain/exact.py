"""What an engine gets, to the character and the token, and where each part of it comes from."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum

import msgspec


class Part(StrEnum):
    """Who put a part of a prompt there; TYPED is what is not sent yet, TEMPLATE what nobody here wrote."""

    TEMPLATE = "template"
    SYSTEM = "system"
    EXAMPLE = "example"
    VARIABLE = "variable"
    USER = "user"
    ASSISTANT = "assistant"
    ATTACHMENT = "attachment"
    TOOL = "tool"
    PREFILL = "prefill"
    TYPED = "typed"


class Segment(msgspec.Struct, frozen=True):
    """Characters `start` to `end` of a prompt. `turn` counts the turns said, -1 outside of them.

    `name` is that of a variable or an attachment.
    """

    start: int
    end: int
    part: Part
    turn: int = -1
    name: str = ""


class PartCount(msgspec.Struct, frozen=True):
    """How much of a prompt is of one part; `tokens` is 0 where no tokenizer is known."""

    part: Part
    characters: int
    tokens: int


class ExactPrompt(msgspec.Struct, frozen=True, kw_only=True):
    """A prompt as its engine gets it, covered by `segments` in order, without gaps.

    Token k begins at character `starts[k]` of the text, and is of segment `owners[k]`; `pieces` are the texts
    of tokens alone, `special_ids` the tokens that steer the model, `partial` the bytes of those that are no
    whole characters. Without a tokenizer (`tokenized` false) there are no tokens, and the text only lays out
    the turns that are sent. `note` is what a person should know.
    """

    text: str
    segments: tuple[Segment, ...]
    token_ids: tuple[int, ...] = ()
    pieces: tuple[str, ...] = ()
    starts: tuple[int, ...] = ()
    owners: tuple[int, ...] = ()
    special_ids: frozenset[int] = frozenset()
    partial: dict[int, bytes] = {}
    tokenized: bool = True
    note: str = ""

    def part_of(self, token: int) -> Part:
        """Return where token number `token` comes from: the source of its first character."""
        return self.segments[self.owners[token]].part

    def counts(self) -> tuple[PartCount, ...]:
        """Return how much is of each part, in the order of `Part`, without those that are nothing."""
        characters: Counter[Part] = Counter()
        for segment in self.segments:
            characters[segment.part] += segment.end - segment.start
        tokens = Counter(self.segments[owner].part for owner in self.owners)
        return tuple(
            PartCount(part, characters[part], tokens[part])
            for part in Part
            if characters[part] or tokens[part]
        )


class Room(msgspec.Struct, frozen=True, kw_only=True):
    """How long a conversation may be: a `window` of tokens, of which `reserve` are kept for the reply.

    `limit` is the longest reply that was asked for; `reserve` is less where that is over half of the window.
    """

    window: int
    reserve: int
    limit: int

    @property
    def for_prompt(self) -> int:
        """Tokens that the prompt may have."""
        return self.window - self.reserve
