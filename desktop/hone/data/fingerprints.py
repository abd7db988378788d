"""Two 64-bit hashes of every row, by which rows are compared without keeping their texts.

Rows say the same when both hashes are equal, which by chance happens to two of n rows with a probability of
about n²/2^129. Rows with the same first hash and another second one answer one prompt differently; rows
whose replies may differ rightly (preferences) have hashes of their whole content only.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import msgspec
from xxhash import xxh3_64_digest, xxh3_64_intdigest

from hone.domain.chat import Turn
from hone.domain.datasets import Example

SEPARATOR = "\n"
BETWEEN = b"\0"
"""What stands between the texts of a row when they are hashed."""

_KEYS_FOLLOW = "\x1d"
_WRITTEN_NULL = b"\xff\0"  # no text in UTF-8 has the first byte
_TOOLS = "tools"
REJECTED = "rejected"
"""The role of a rejected reply in a layout."""

WHOLE, AGAIN, REPLY, _ASKED = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 1, 2


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
        return _whole_keys([example.text], 0)
    roles = [turn.role for turn in example.turns]
    said = [_said(turn) for turn in example.turns]
    if example.tools:
        roles, said = [_TOOLS, *roles], [example.tools, *said]
    if example.rejected:
        roles += [REJECTED if turn.role == "assistant" else turn.role for turn in example.rejected]
        said += map(_said, example.rejected)
    layout = layout_of(tuple(roles))
    if example.rejected:
        return _whole_keys(said, layout.seed)
    if example.good is not None:
        return Keys(
            xxh3_64_digest(_joined(said), layout.seed), xxh3_64_digest(str(example.good).encode(), REPLY)
        )
    if layout.reply < 0 or not any(part.strip() for part in said[: layout.reply]):
        return _whole_keys(said, layout.seed)
    asked, reply = _joined(said[: layout.reply]), _joined(said[layout.reply :])
    return Keys(xxh3_64_digest(asked, layout.seed), xxh3_64_digest(reply, REPLY))


def _joined(texts: Sequence[str]) -> bytes:
    """Join texts for hashing, so that one sees where each ends, even if there are null characters in them."""
    return BETWEEN.join(_encoded(text).replace(BETWEEN, _WRITTEN_NULL) for text in texts)


def _whole_keys(texts: Sequence[str], seed: int) -> Keys:
    """Hash a row that nothing but the same row can contradict."""
    content = _joined(texts)
    return Keys(xxh3_64_digest(content, seed ^ WHOLE), xxh3_64_digest(content, seed ^ AGAIN))


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


def beginning_of(example: Example) -> bytes:
    """Return how the last message before the reply begins; rows that are alike mostly begin alike."""
    if example.text is not None:
        text = example.text
    else:
        text = example.turns[max(0, len(example.turns) - 2)].content
    return _encoded(text[:BEGINNING])[:BEGINNING]


BEGINNING = 32
"""Bytes of UTF-8 by which rows are chosen."""


def is_among(beginning: bytes, limit: int) -> bool:
    """Whether rows with this beginning are among the share of limit / 2^32 that is compared.

    The hash is one that is quickly made of many rows at once: a sum of products, then mixed.
    """
    padded = beginning.ljust(BEGINNING, b"\0")
    words = (int.from_bytes(padded[place : place + 8], "little") for place in range(0, BEGINNING, 8))
    total = sum(word * weight for word, weight in zip(words, WEIGHTS, strict=True)) % 2**64
    return (total ^ total >> 29) * MIX % 2**64 >> 32 < limit


WEIGHTS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5)
MIX = 0xD6E8FEB86659FD93


def _said(turn: Turn) -> str:
    return f"{turn.content}{_KEYS_FOLLOW}{turn.more}" if turn.more else turn.content


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
