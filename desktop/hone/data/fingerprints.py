"""Two 64-bit hashes of every row, by which rows are compared without keeping their texts.

Rows say the same when both hashes are equal, which by chance happens to two of n rows with a probability of
about n²/2^129. Rows with the same first hash and another second one answer one prompt differently; rows
whose replies may differ rightly (preferences) have hashes of their whole content only.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

import msgspec
from xxhash import xxh3_64_digest, xxh3_64_intdigest

from hone.domain.chat import Turn
from hone.domain.datasets import Example

SEPARATOR = "\n"
_KEYS_FOLLOW = "\x1d"
_WHOLE, _AGAIN, REPLY, _ASKED = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 1, 2
_PRIME = 0x100000001B3
_MASK = 2**64 - 1


class Keys(NamedTuple):
    """The hashes of a row, 8 bytes each: of what is asked, and of what is answered."""

    prompt: bytes
    reply: bytes


class Layout(msgspec.Struct, frozen=True):
    """What the roles of a dialogue say: a seed for its hash, and which turn is the last reply (-1: none)."""

    seed: int
    reply: int


@lru_cache(maxsize=4096)
def layout_of(roles: tuple[str, ...]) -> Layout:
    """Return the layout of a dialogue; it is the same for most rows of a file."""
    reply = len(roles) - 1 if roles and roles[-1] == "assistant" else -1
    return Layout(xxh3_64_intdigest(SEPARATOR.join(roles).encode()) >> 1, reply)


def keys_of(example: Example) -> Keys:
    """Return the hashes of a row."""
    if example.text is not None:
        return whole_keys(_encoded(example.text), 0)
    turns = example.turns
    layout = layout_of(tuple(turn.role for turn in turns))
    said = [_said(turn) for turn in turns]
    tools = [example.tools] if example.tools else []
    if example.rejected:
        rejected = (f"{turn.role}{SEPARATOR}{_said(turn)}" for turn in example.rejected)
        return whole_keys(*joined_texts((*tools, *said, *rejected), layout.seed))
    if example.good is not None:
        return dialogue_keys(*joined_texts((*tools, *said), layout.seed), str(example.good).encode())
    if layout.reply < 0 or not any(part.strip() for part in said[: layout.reply]):
        return whole_keys(*joined_texts((*tools, *said), layout.seed))
    asked = joined_texts((*tools, *said[: layout.reply]), layout.seed)
    return dialogue_keys(*asked, _encoded(said[layout.reply]))


def joined_texts(texts: Sequence[str], seed: int) -> tuple[bytes, int]:
    """Join texts for hashing; where one ends and the next begins is told by the seed."""
    if len(texts) == 1:
        return _encoded(texts[0]), seed
    for text in texts:
        seed = (seed ^ len(text)) * _PRIME & _MASK
    return _encoded(SEPARATOR.join(texts)), seed


def dialogue_keys(prompt: bytes, seed: int, reply: bytes) -> Keys:
    """Hash a prompt and the reply to it."""
    return Keys(xxh3_64_digest(prompt, seed), xxh3_64_digest(reply, REPLY))


def whole_keys(content: bytes, seed: int) -> Keys:
    """Hash a row that nothing but the same row can contradict."""
    return Keys(xxh3_64_digest(content, seed ^ _WHOLE), xxh3_64_digest(content, seed ^ _AGAIN))


def asked_in(example: Example) -> str:
    """Return what a row asks, for comparing it with rows that have other system prompts and replies."""
    if example.text is not None:
        return example.text.strip()
    return SEPARATOR.join(turn.content for turn in example.turns if turn.role == "user").strip()


def asked_key(asked: str) -> bytes:
    """Hash what a row asks."""
    return xxh3_64_digest(_encoded(asked), _ASKED)


def content_of(example: Example) -> str:
    """Return everything that a row says, for comparing it with rows that say nearly the same."""
    if example.text is not None:
        return example.text
    return SEPARATOR.join(turn.content for turn in (*example.turns, *example.rejected))


def beginning_of(example: Example) -> str:
    """Return how the last message before the reply begins; rows that are alike mostly begin alike."""
    if example.text is not None:
        return example.text[:BEGINNING]
    return example.turns[max(0, len(example.turns) - 2)].content[:BEGINNING]


BEGINNING = 32


def is_among(beginning: str, limit: int) -> bool:
    """Whether rows with this beginning are among the share of limit / 2^32 that is compared."""
    return crc32(beginning.encode("utf-8", "surrogatepass")) < limit


def _said(turn: Turn) -> str:
    return f"{turn.content}{_KEYS_FOLLOW}{turn.more}" if turn.more else turn.content


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
