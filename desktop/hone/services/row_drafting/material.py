"""What rows are drafted from: examples of the data set, passages, and what is known already."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterable, Sequence

import msgspec

from hone.domain.chat import Turn
from hone.domain.datasets import Example
from hone.domain.row_drafts import DraftRow
from hone.services.row_drafting.passages import Passage
from hone.services.row_drafting.similarity import rouge_l, words_of

_MOST_COMPARED = 300


class Seed(msgspec.Struct, frozen=True, kw_only=True):
    """An example to show: its first prompt and the reply to it. `row` 0: an accepted draft, `draft_id`.

    `turns` is the whole dialogue.
    """

    prompt: str
    reply: str
    system: str = ""
    row: int = 0
    draft_id: str = ""
    turns: tuple[Turn, ...] = ()

    @property
    def length(self) -> int:
        """The characters of prompt and reply."""
        return len(self.prompt) + len(self.reply)


class Material(msgspec.Struct, frozen=True, kw_only=True):
    """What a way works with: `seeds` of the data set, `drafts` that were accepted, passages of documents.

    `room` is how many characters of examples fit a prompt of the model. `random` decides what is drawn.
    """

    seeds: tuple[Seed, ...] = ()
    drafts: tuple[Seed, ...] = ()
    passages: tuple[Passage, ...] = ()
    room: int = 6000
    random: random.Random


def seed_of(example: Example) -> Seed | None:
    """Return an example as a seed; None where it has no prompt with a reply in words."""
    return _seed(example.turns, row=example.row)


def seed_of_draft(draft: DraftRow) -> Seed | None:
    """Return an accepted draft as a seed."""
    return _seed(draft.turns, draft_id=draft.id)


def usable(seeds: Iterable[Seed | None]) -> tuple[Seed, ...]:
    """Return the seeds that there are."""
    return tuple(seed for seed in seeds if seed is not None)


def varied(seeds: Sequence[Seed], count: int, chance: random.Random) -> list[Seed]:
    """Return seeds that differ from each other: each next one is the least like those taken so far."""
    pool = list(seeds)
    chance.shuffle(pool)
    pool = pool[:_MOST_COMPARED]
    if not pool:
        return []
    words = {id(seed): words_of(seed.prompt) for seed in pool}
    taken = [pool.pop(0)]
    nearest = {id(seed): rouge_l(words[id(seed)], words[id(taken[0])]) for seed in pool}
    while pool and len(taken) < count:
        last = min(pool, key=lambda seed: nearest[id(seed)])
        pool.remove(last)
        taken.append(last)
        for seed in pool:
            nearest[id(seed)] = max(nearest[id(seed)], rouge_l(words[id(seed)], words[id(last)]))
    return taken


def _seed(turns: tuple[Turn, ...], row: int = 0, draft_id: str = "") -> Seed | None:
    """Return the first prompt of a dialogue with the reply to it, when both are nothing but words."""
    system = turns[0].content if turns and turns[0].role == "system" else ""
    for first, second in itertools.pairwise(turns):
        if first.role == "user" and second.role == "assistant":
            if not (first.content.strip() and second.content.strip()) or second.more:
                return None
            return Seed(
                prompt=first.content,
                reply=second.content,
                system=system,
                row=row,
                draft_id=draft_id,
                turns=turns,
            )
    return None
