"""What a model thinks of each token of a reply, and how two such readings differ."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from hone.domain.generation import ENTROPY_NOT_TOLD, Alternative, ScoredChoice, TokenRole
from hone.domain.prompt_snapshot import PromptRecord
from hone.domain.setup import Setup
from hone.errors import BadInput

BITS = 1.0 / math.log(2.0)
"""Bits in a nat."""
_PART_OF_CHARACTER = "\ufffd"


class Reader(msgspec.Struct, frozen=True, kw_only=True):
    """Under what a reply is read: a model, an adapter ("" for none), and how it is prompted.

    `tools` are the descriptions that the prompt has; None for those of the setup as they are now. `record`
    says how the prompt is known where it is that of a reply.
    """

    model_id: str
    adapter_id: str = ""
    system_prompt: str = ""
    setup: Setup = Setup()
    tools: tuple[dict[str, Any], ...] | None = None
    record: PromptRecord = PromptRecord.PRESENT


class ReplyToken(msgspec.Struct, frozen=True, kw_only=True):
    """Characters `start` to `end` of a reply that one token made, or several that share a character.

    `logprob` (natural logarithm) is then the sum over these `count` tokens; `rank`, `entropy` and
    `alternatives` are those of the first. Rank 0 and ENTROPY_NOT_TOLD mean: not told.
    """

    start: int
    end: int
    text: str
    logprob: float
    rank: int = 0
    entropy: float = ENTROPY_NOT_TOLD
    alternatives: tuple[Alternative, ...] = ()
    count: int = 1

    @property
    def probability(self) -> float:
        """The probability, from 0 to 1."""
        return math.exp(self.logprob)

    @property
    def surprise(self) -> float:
        """-log2 of the probability, in bits."""
        return max(0.0, -self.logprob * BITS)

    @property
    def entropy_bits(self) -> float | None:
        """How undecided the model was, in bits; None when it is not told."""
        return self.entropy * BITS if self.entropy >= 0 else None


class TokenReading(msgspec.Struct, frozen=True, kw_only=True):
    """A reply, token by token, as a reader takes it. `text` is covered by `tokens` without gaps."""

    reader: Reader
    model_name: str
    adapter_name: str = ""
    text: str = ""
    tokens: tuple[ReplyToken, ...] = ()
    prompt_tokens: int = 0

    @property
    def token_count(self) -> int:
        """How many tokens the model reads the reply as."""
        return sum(token.count for token in self.tokens)

    @property
    def bits(self) -> float:
        """The surprise of the whole reply in bits."""
        return math.fsum(token.surprise for token in self.tokens)

    @property
    def mean_surprise(self) -> float:
        """Bits per token."""
        return self.bits / self.token_count if self.tokens else 0.0

    @property
    def perplexity(self) -> float:
        """2 to the mean surprise: among how many equally likely tokens the model would have had to guess."""
        return float(2.0 ** min(self.mean_surprise, 1000.0))

    def most_surprising(self, count: int) -> tuple[int, ...]:
        """Return the places of the least likely tokens, least likely first, equal ones in reading order."""
        order = sorted(range(len(self.tokens)), key=lambda place: (-self.tokens[place].surprise, place))
        return tuple(order[:count])


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """Characters `start` to `end`, whole tokens for both readers, with the surprise of each in bits."""

    start: int
    end: int
    first_bits: float
    second_bits: float

    @property
    def gain(self) -> float:
        """Bits by which the second reader finds it more likely; below 0: less likely."""
        return self.first_bits - self.second_bits

    @property
    def factor(self) -> float:
        """How many times as likely it is for the second reader."""
        return float(2.0 ** max(-1000.0, min(1000.0, self.gain)))


class TokenDifference(msgspec.Struct, frozen=True, kw_only=True):
    """How much likelier the second reader finds each part of one text than the first."""

    first: TokenReading
    second: TokenReading
    changes: tuple[Change, ...]

    @property
    def gain(self) -> float:
        """Bits by which the second reader finds the whole text more likely."""
        return math.fsum(change.gain for change in self.changes)

    def strongest(self, count: int) -> tuple[int, ...]:
        """Return the places of the greatest changes in either direction, greatest first."""
        order = sorted(range(len(self.changes)), key=lambda place: (-abs(self.changes[place].gain), place))
        return tuple(order[:count])

    def change_of(self, token: ReplyToken) -> Change:
        """Return the part that a token of the first reading lies in."""
        return self.changes[bisect_left(self.changes, token.end, key=lambda change: change.end)]


def continues(alternative: Alternative) -> bool:
    """Whether a reply can be continued with an alternative's text: it is whole characters, and only text."""
    text = alternative.text
    return alternative.role is TokenRole.TEXT and bool(text) and _PART_OF_CHARACTER not in text


def reply_tokens(scored: ScoredChoice) -> tuple[ReplyToken, ...]:
    """Return the tokens of a scored text with their places; those within one character become one."""
    whole = [index for index, piece in enumerate(scored.pieces) if piece]
    found: list[ReplyToken] = []
    start = begun = 0
    for index in whole:
        # What follows the last whole character belongs to it: bytes that never became one.
        stop = len(scored.tokens) if index == whole[-1] else index + 1
        group, text = scored.tokens[begun:stop], scored.pieces[index]
        found.append(
            ReplyToken(
                start=start,
                end=start + len(text),
                text=text,
                logprob=math.fsum(report.logprob for report in group),
                rank=group[0].rank,
                entropy=group[0].entropy,
                alternatives=group[0].alternatives,
                count=len(group),
            )
        )
        start, begun = start + len(text), stop
    return tuple(found)


def difference(first: TokenReading, second: TokenReading) -> TokenDifference:
    """Compare two readings of one text, over the longest runs of characters that both cut alike.

    Models with one tokenizer are compared token by token. Raises BadInput when the texts are not the same.
    """
    if first.text != second.text:
        raise BadInput(
            f"{first.model_name} and {second.model_name} do not read this reply as the same characters.",
            hint="Compare with a model of the same family.",
        )
    ends = sorted({token.end for token in first.tokens} & {token.end for token in second.tokens})
    changes: list[Change] = []
    start = 0
    for end, one, other in zip(ends, _sums(first.tokens, ends), _sums(second.tokens, ends), strict=True):
        changes.append(Change(start=start, end=end, first_bits=one, second_bits=other))
        start = end
    return TokenDifference(first=first, second=second, changes=tuple(changes))


def _sums(tokens: Sequence[ReplyToken], ends: Sequence[int]) -> Iterator[float]:
    """Give the surprise of the tokens up to each end, in bits; a token without text counts with the next."""
    place = 0
    for end in ends:
        bits: list[float] = []
        while place < len(tokens) and tokens[place].end <= end:
            bits.append(tokens[place].surprise)
            place += 1
        yield math.fsum(bits)
