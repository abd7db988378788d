"""What a way to draft rows is: what it needs, what it asks a model, what it makes of the answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Any, Protocol

import msgspec

from hone.domain.chat import Turn
from hone.domain.generation import Prompt
from hone.domain.row_drafts import DraftFacts, DropReason
from hone.services.row_drafting.material import Material
from hone.services.row_drafting.prompt_texts import PromptText
from hone.services.row_drafting.similarity import TOO_ALIKE, Similarity


class Needs(StrEnum):
    """What a person gives."""

    ROWS = "rows"
    DOCUMENTS = "documents"


class Ask(msgspec.Struct, frozen=True, kw_only=True):
    """One request to the model. `expects` is how many rows may come of it, `instruction` the template used.

    `schema` is what the answer must match where the engine can see to it. `note` says what is being written.
    """

    prompt: Prompt
    instruction: str
    note: str
    max_tokens: int
    expects: int = 1
    stop: tuple[str, ...] = ()
    schema: dict[str, Any] | None = None
    about: object = None


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a request; `cut` where the model had not ended by itself."""

    text: str
    cut: bool = False


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A row as the model drafted it, with what it was made of."""

    turns: tuple[Turn, ...]
    facts: DraftFacts = DraftFacts()
    seeds: tuple[int, ...] = ()
    seed_drafts: tuple[str, ...] = ()
    row: int = 0
    document: str = ""
    passage: int = 0


class Dropped(msgspec.Struct, frozen=True):
    """Something that became no row, and why."""

    reason: DropReason
    detail: str = ""


class Advanced(msgspec.Struct, frozen=True):
    """Something on the way to a row: it is no row yet, but the answer was of use."""


Outcome = Candidate | Dropped | Advanced


class Drafting(Protocol):
    """One go at drafting in one way; used by one thread."""

    def next_ask(self, missing: int) -> Ask | None:
        """Return the next request; None when nothing is to be asked now, or when `missing` is 0 or less.

        `missing` is how many rows are wanted and not expected of what is asked already.
        """

    def take(self, ask: Ask, answer: Answer) -> Iterator[Outcome]:
        """Give what an answer is good for."""

    def shrink(self) -> bool:
        """Show less in the requests to come, as one was too long; False where that cannot be."""


class Way(msgspec.Struct, frozen=True, kw_only=True):
    """A way to draft rows: its `key`, what it `needs`, its prompts, and how it begins.

    `begin` gets the material, whether the model takes turns, the prompts in a person's own words by their
    keys, and what is known already. It raises BadInput where the material does not do.
    """

    key: str
    label: str
    needs: Needs
    texts: tuple[PromptText, ...]
    begin: Callable[[Material, bool, dict[str, str], Similarity], Drafting]

    def texts_for(self, chat: bool) -> tuple[PromptText, ...]:
        """Return the prompts for models that take turns, or for those that continue a text."""
        return tuple(text for text in self.texts if text.chat is chat)


class Novelty(msgspec.Struct, frozen=True):
    """How a prompt compares with what is known: why it must go (None: it is new), and figures."""

    reason: DropReason | None
    facts: DraftFacts


def novelty(prompt: str, known: Similarity, limit: float = TOO_ALIKE) -> Novelty:
    """Compare a prompt with all known ones, and know it from now on when it is new."""
    nearest = known.nearest(prompt)
    facts = DraftFacts(
        similarity=round(nearest.score, 3), like_row=nearest.known.row if nearest.known is not None else 0
    )
    if nearest.known is not None and nearest.score >= limit:
        return Novelty(nearest.known.reason, facts)
    known.add(prompt, DropReason.LIKE_DRAFT)
    return Novelty(None, facts)


def reply_tokens(characters: int) -> int:
    """Return how many tokens to allow for a reply about as long as `characters`, at least 128, at most 2048.

    A token is at least a byte and mostly four; twice the length leaves room for longer ones.
    """
    return max(128, min(2048, 64 + characters * 2 // 3))
