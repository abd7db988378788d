"""Rows that a model drafted: what was asked for, what came of it, and what a person thinks of each."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

import msgspec

from hone.domain.chat import Turn
from hone.domain.codec import decode_path
from hone.domain.generation import Provenance
from hone.domain.sampling import Sampling, changed_fields
from hone.errors import BadInput

SYNTHETIC = "synthetic"
"""The column in which a row says that a model drafted it, and how."""


class DraftState(StrEnum):
    """What a person decided about a draft; EDITED is accepted with words of the person's own."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    EDITED = "edited"
    REJECTED = "rejected"


TAKEN = frozenset({DraftState.ACCEPTED, DraftState.EDITED})
"""The states in which a draft belongs into the data set."""


class DropReason(StrEnum):
    """Why something that a model wrote became no draft."""

    UNREADABLE = "unreadable"
    CUT = "cut"
    EMPTY = "empty"
    REFUSAL = "refusal"
    REPEATS_PROMPT = "repeats_prompt"
    LOOP = "loop"
    LIKE_ROW = "like_row"
    LIKE_DRAFT = "like_draft"
    LIKE_REJECTED = "like_rejected"
    UNSUPPORTED = "unsupported"
    LOST_NUMBER = "lost_number"
    FAILED = "failed"


class DraftOrder(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be drafted.

    `way` is a key of hone.services.row_drafting.WAYS. `seeds` are row numbers of the data set's version in
    use (none: they are drawn), `documents` the files to ask about. `texts` replace the way's own prompts, by
    their keys.
    """

    way: str
    model_id: str
    adapter_id: str = ""
    rows: int = 20
    seeds: tuple[int, ...] = ()
    documents: tuple[Path, ...] = ()
    texts: dict[str, str] = {}
    sampling: Sampling = Sampling(temperature=0.9)


class DraftProvenance(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a draft was made of and with: enough to know where a row of a data set comes from.

    `seeds` are rows of version `version` that the model was shown, `seed_drafts` accepted drafts among them.
    `row` is the row that was put into other words; `document` and `passage` (from 1) name what was asked
    about. `instruction` is the prompt's template as it was used, `sampling` has the seed that was asked for;
    `seed` is what the engine told.
    """

    way: str
    model: str
    made_at: datetime
    fingerprint: str = ""
    adapter: str = ""
    version: int = 0
    seeds: tuple[int, ...] = ()
    seed_drafts: tuple[str, ...] = ()
    row: int = 0
    document: str = ""
    passage: int = 0
    instruction: str = ""
    sampling: Sampling = Sampling()
    seed: int = 0
    engine: Provenance = Provenance()


class DraftFacts(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Figures about a draft. `similarity` is ROUGE-L of its prompt with the nearest other, 0 to 1.

    The nearest is row `like_row`, or another draft where that is 0. `support` is the share of the reply's
    words that stand in its passage; None where there is no passage. `passage` is that passage.
    """

    similarity: float = 0.0
    like_row: int = 0
    support: float | None = None
    passage: str = ""


class DraftRow(msgspec.Struct, frozen=True, kw_only=True):
    """A drafted row: `content` is JSON in the messages format.

    `original` is what the model wrote where it was edited. `looked_at` is whether a person had it before the
    eyes when deciding.
    """

    id: str
    data_set_id: str
    batch: str
    content: str
    provenance: DraftProvenance
    made_at: datetime
    state: DraftState = DraftState.PENDING
    original: str = ""
    facts: DraftFacts = DraftFacts()
    looked_at: bool = False

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The messages of the row."""
        return turns_in(self.content)

    @property
    def prompt(self) -> str:
        """What the first user turn says."""
        return next((turn.content for turn in self.turns if turn.role == "user"), "")

    @property
    def reply(self) -> str:
        """What the last turn says."""
        turns = self.turns
        return turns[-1].content if turns else ""

    @property
    def marked(self) -> dict[str, Any]:
        """What the column "synthetic" of the row says: where it comes from and what a person decided.

        Of the sampling it has what differs from the defaults, with temperature and length.
        """
        found: dict[str, Any] = msgspec.to_builtins(self.provenance)
        chosen = changed_fields(self.provenance.sampling) | {"temperature", "max_tokens"}
        sampling = found.pop("sampling", {})
        found["sampling"] = {name: value for name, value in sampling.items() if name in chosen}
        return {"id": self.id, "state": str(self.state), "looked_at": self.looked_at, **found}


class DraftBatch(msgspec.Struct, frozen=True, kw_only=True):
    """One go at drafting: what was ordered, what was dropped and why, and how it ended.

    `problem` says in a sentence why it ended early; "" when it did not. `failure` is why the last request
    failed, of those that did. `seconds` is how long it ran.
    """

    id: str
    data_set_id: str
    made_at: datetime
    order: DraftOrder
    made: int = 0
    dropped: dict[str, int] = {}
    seconds: float = 0.0
    over: bool = False
    problem: str = ""
    hint: str = ""
    failure: str = ""


class DraftForm(msgspec.Struct, frozen=True, kw_only=True):
    """What is filled in where rows are ordered, kept between sessions: an order that may not be whole yet."""

    order: DraftOrder = DraftOrder(way="self_instruct", model_id="")


class DraftEvent(msgspec.Struct, frozen=True, kw_only=True):
    """Base of what happens while rows are drafted: begun, then progress and rows, then the end."""


class DraftingBegun(DraftEvent, frozen=True):
    """The batch is on the disk."""

    batch: DraftBatch


class DraftProgress(DraftEvent, frozen=True):
    """How far it is. `rows_per_minute` and `seconds_left` are 0 until they can be told.

    `compared_rows` is how many rows of the data set drafts are compared with, of `all_rows`.
    """

    note: str
    made: int
    wanted: int
    dropped: dict[str, int] = {}
    rows_per_minute: float = 0.0
    seconds_left: float = 0.0
    compared_rows: int = 0
    all_rows: int = 0


class DraftMade(DraftEvent, frozen=True):
    """A draft is there, and on the disk."""

    draft: DraftRow


class DraftingEnded(DraftEvent, frozen=True):
    """It is over; what came is kept, however it ended."""

    batch: DraftBatch


def to_json(value: DraftBatch | DraftForm) -> str:
    """Write a batch or a form as JSON; a file's name that is no text loses the bytes that are none."""
    return msgspec.json.encode(value, enc_hook=_written).decode()


def batch_from_json(text: str) -> DraftBatch:
    """Read a batch; raises msgspec.MsgspecError for what it cannot be."""
    return msgspec.json.decode(text, type=DraftBatch, dec_hook=decode_path)


def form_from_json(text: str) -> DraftForm:
    """Read a form; raises msgspec.MsgspecError for what it cannot be."""
    return msgspec.json.decode(text, type=DraftForm, dec_hook=decode_path)


def file_name(path: Path) -> str:
    """Return a file's name as text that can be written anywhere."""
    return path.name.encode("utf-8", "replace").decode()


def _written(value: object) -> str:
    return str(value).encode("utf-8", "replace").decode()


def content_of(turns: tuple[Turn, ...]) -> str:
    """Write messages as the content of a draft."""
    return msgspec.json.encode({"messages": [turn.as_message() for turn in turns]}).decode()


def turns_in(content: str) -> tuple[Turn, ...]:
    """Read the messages of a draft's content; none where it cannot be read."""
    try:
        value = msgspec.json.decode(content, type=dict[str, list[dict[str, Any]]])
    except msgspec.MsgspecError:
        return ()
    return tuple(Turn.from_message(message) for message in value.get("messages", ()))


def decided(draft: DraftRow, state: DraftState, looked_at: bool) -> DraftRow:
    """Return a draft as a person decided; one that was edited is accepted as EDITED."""
    own = DraftState.EDITED if state is DraftState.ACCEPTED and draft.original else state
    return msgspec.structs.replace(draft, state=own, looked_at=draft.looked_at or looked_at)


def edited(draft: DraftRow, prompt: str, reply: str) -> DraftRow:
    """Return a draft accepted with other words, which must say something; raises BadInput."""
    if not prompt.strip() or not reply.strip():
        raise BadInput("A row needs a prompt and a reply.", hint="Write both, or reject the draft.")
    turns = list(draft.turns)
    first = next((place for place, turn in enumerate(turns) if turn.role == "user"), None)
    if first is not None:
        turns[first] = msgspec.structs.replace(turns[first], content=prompt)
    if turns:
        turns[-1] = msgspec.structs.replace(turns[-1], content=reply)
    content = content_of(tuple(turns))
    if content == draft.content:
        return decided(draft, DraftState.ACCEPTED, True)
    original = draft.original or draft.content
    return msgspec.structs.replace(
        draft, state=DraftState.EDITED, looked_at=True, content=content, original=original
    )
