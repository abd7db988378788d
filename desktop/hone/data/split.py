"""Setting rows apart for measuring: seeded, and never the same content on both sides."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import msgspec

from hone.data.inspection import content_key
from hone.data.reading import read_examples
from hone.domain.datasets import Example
from hone.domain.plan import Data
from hone.errors import BadInput

MOST_HELD_OUT = 128


class Split(msgspec.Struct, frozen=True):
    """Rows to train on and rows to measure on, both in the order of the file."""

    train: tuple[Example, ...]
    held_out: tuple[Example, ...]


def rows_of(data: Data) -> Split:
    """Read the rows of a plan's data section, and those to measure on from their own file or set apart.

    Raises BadInput when a file cannot be read, or when no row can be trained on.
    """
    examples = list(read_examples(data.train, data.reading))
    if not examples:
        raise BadInput(
            f"No row of {data.train.name} can be trained on.",
            hint="The data step shows for each row what is wrong with it.",
        )
    if data.held_out is None:
        return split(examples, data.held_out_share, data.seed)
    measured = list(read_examples(data.held_out, data.held_out_reading))
    return Split(tuple(examples), tuple(measured[:MOST_HELD_OUT]))


def split(examples: Sequence[Example], share: float, seed: int, most: int = MOST_HELD_OUT) -> Split:
    """Set about `share` of the rows apart: at least one, at most `most`, never all that differ.

    Exact duplicates stay together. The choice depends on the rows' content and the seed alone, so that
    adding rows moves few others. With a share of 0, or without two rows that differ, nothing is set apart.
    """
    groups: dict[bytes, list[Example]] = {}
    for example in examples:
        groups.setdefault(content_key(example), []).append(example)
    if share <= 0 or len(groups) < 2:
        return Split(tuple(examples), ())
    wanted = max(1, min(most, round(len(examples) * share)))
    salt = str(seed).encode()[:64]
    drawn = sorted(groups, key=lambda key: hashlib.blake2b(key, key=salt).digest())
    chosen: set[bytes] = set()
    count = 0
    for key in drawn[:-1]:
        if count + len(groups[key]) <= wanted:
            chosen.add(key)
            count += len(groups[key])
        if count >= wanted:
            break
    if not chosen:
        chosen.add(min(drawn, key=lambda key: len(groups[key])))
    return Split(
        tuple(example for example in examples if content_key(example) not in chosen),
        tuple(example for example in examples if content_key(example) in chosen),
    )
