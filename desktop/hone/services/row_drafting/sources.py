"""Where rows are drafted from: rows of a file through the inspector, texts of documents."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

import msgspec

from hone.domain.datasets import Example, Reading
from hone.domain.row_drafts import TAKEN, DraftRow, DraftState, DropReason, file_name
from hone.errors import BadInput
from hone.ipc.data_messages import RowsListed
from hone.services.attaching import ReadAttachment
from hone.services.row_drafting.material import Seed, seed_of, seed_of_draft, usable, varied
from hone.services.row_drafting.passages import PASSAGE_CHARACTERS, Passage, passages_of
from hone.services.row_drafting.similarity import Similarity

MOST_COMPARED = 5000
"""Rows of a data set that drafts are compared with; of larger ones they are drawn evenly."""
SEEDS_DRAWN = 200
_PAGE = 500


class Rows(Protocol):
    """What is needed of the data service."""

    def rows_at(self, path: Path, reading: Reading, numbers: Sequence[int]) -> RowsListed:
        """Return rows by their numbers."""

    def rows(self, path: Path, reading: Reading, first: int, count: int) -> RowsListed:
        """Return rows in a row."""


class Documents(Protocol):
    """What is needed of the attaching service."""

    def read(self, path: Path) -> ReadAttachment:
        """Return the text of a file."""


class RowSource(msgspec.Struct, frozen=True, kw_only=True):
    """A file of rows: how it is read, how many rows it has, and which version of a data set it is."""

    path: Path
    reading: Reading
    rows: int
    version: int = 0


def examples_at(data: Rows, source: RowSource, numbers: Sequence[int]) -> list[Example]:
    """Return the rows with these numbers that can be read."""
    found: list[Example] = []
    for start in range(0, len(numbers), _PAGE):
        listed = data.rows_at(source.path, source.reading, numbers[start : start + _PAGE])
        found += [row.example for row in listed.rows if row.example is not None]
    return found


def spread(count: int, most: int) -> list[int]:
    """Return up to `most` row numbers spread evenly over `count` rows."""
    if count <= most:
        return list(range(1, count + 1))
    return sorted({1 + number * count // most for number in range(most)})


def seeds_for(
    data: Rows, source: RowSource, numbers: Sequence[int], chance: random.Random
) -> tuple[Seed, ...]:
    """Return the rows with these numbers as seeds; without numbers, some that are drawn."""
    wanted = list(numbers)
    if not wanted:
        drawn = chance.sample(range(1, source.rows + 1), min(SEEDS_DRAWN, source.rows))
        wanted = sorted(drawn)
    return usable(seed_of(example) for example in examples_at(data, source, wanted))


def chosen_seeds(data: Rows, source: RowSource, count: int, chance: random.Random) -> tuple[int, ...]:
    """Return the numbers of rows that differ from each other, as examples to show."""
    pool = seeds_for(data, source, (), chance)
    return tuple(sorted(seed.row for seed in varied(pool, count, chance)))


def known_prompts(data: Rows, source: RowSource | None, drafts: Sequence[DraftRow]) -> tuple[Similarity, int]:
    """Return what drafts are compared with, and how many rows of the data set are among it."""
    known = Similarity()
    compared = 0
    if source is not None:
        for example in examples_at(data, source, spread(source.rows, MOST_COMPARED)):
            seed = seed_of(example)
            if seed is not None:
                known.add(seed.prompt, DropReason.LIKE_ROW, row=example.row)
                compared += 1
    for draft in drafts:
        rejected = draft.state is DraftState.REJECTED
        known.add(
            draft.prompt, DropReason.LIKE_REJECTED if rejected else DropReason.LIKE_DRAFT, draft_id=draft.id
        )
    return known, compared


def accepted_seeds(drafts: Sequence[DraftRow]) -> tuple[Seed, ...]:
    """Return the drafts that a person accepted, as seeds."""
    return usable(seed_of_draft(draft) for draft in drafts if draft.state in TAKEN)


def read_passages(documents: Documents, paths: Sequence[Path], room: int) -> tuple[Passage, ...]:
    """Read documents and cut them into passages that fit the model."""
    longest = max(200, min(PASSAGE_CHARACTERS, room))
    return tuple(passage for path in paths for passage in _of_document(documents, path, longest))


def _of_document(documents: Documents, path: Path, longest: int) -> Iterator[Passage]:
    text = documents.read(path).attachment.text
    if not text.strip():
        raise BadInput(
            f"{path.name} holds no text.", hint="A scanned PDF has to be read by an OCR program first."
        )
    yield from passages_of(file_name(path), text, longest)
