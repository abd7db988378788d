"""Columns that answer the same messages, what a person thought of the replies, and what that is worth."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum

import msgspec

from hone.domain.chat import Conversation, Message, MessageState, Role
from hone.domain.sampling import Sampling
from hone.domain.setup import Setup

MOST_COLUMNS = 4
FEWEST_COLUMNS = 2


class ColumnSettings(msgspec.Struct, frozen=True, kw_only=True):
    """What a column asks with: everything of a conversation that is no message."""

    model_id: str = ""
    adapter_id: str = ""
    system_prompt: str = ""
    sampling: Sampling = Sampling()
    setup: Setup = Setup()

    @classmethod
    def of(cls, conversation: Conversation) -> ColumnSettings:
        """Return the settings of a conversation."""
        return cls(**{name: getattr(conversation, name) for name in cls.__struct_fields__})

    def applied_to(self, conversation: Conversation) -> Conversation:
        """Return a conversation with these settings."""
        return msgspec.structs.replace(conversation, **msgspec.structs.asdict(self))


class Verdict(StrEnum):
    """What was thought of a round's replies; NONE says that no reply is good enough."""

    BETTER = "better"
    TIE = "tie"
    NONE = "none"


class Judged(msgspec.Struct, frozen=True):
    """A reply that was judged, and the column that made it."""

    column_id: str
    reply_id: str


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """What a person thought of replies to one message. `chosen_id` is the better reply, "" without one.

    `blind` says that columns were shuffled and unnamed when it was made.
    """

    id: str
    replies: tuple[Judged, ...]
    verdict: Verdict
    created_at: datetime
    chosen_id: str = ""
    blind: bool = False

    @property
    def reply_ids(self) -> frozenset[str]:
        """The replies it is about."""
        return frozenset(judged.reply_id for judged in self.replies)

    @property
    def winner_id(self) -> str:
        """The column of the better reply; "" without one."""
        return next((each.column_id for each in self.replies if each.reply_id == self.chosen_id), "")


class Pick(msgspec.Struct, frozen=True, kw_only=True):
    """One reply was better than another to the same message."""

    id: str
    chosen_id: str
    rejected_id: str
    created_at: datetime


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """What belongs to a comparison as a whole; what it does not say has a default, so it may be missing.

    `title` is one that a person gave. `order` and, while names are `hidden`, `shuffled` are column ids.
    `draft` is the message that is being typed.
    """

    title: str = ""
    order: tuple[str, ...] = ()
    shuffled: tuple[str, ...] = ()
    reference_id: str = ""
    differences: bool = False
    blind: bool = False
    hidden: bool = False
    same_seed: bool = True
    seed: int = 0
    draft: str = ""
    judgements: tuple[Judgement, ...] = ()

    def ordered(self, columns: Iterable[Conversation]) -> tuple[Conversation, ...]:
        """Return columns as they stand beside each other; unknown ones last, oldest first."""
        order = self.shuffled if self.hidden else self.order
        place = {identity: number for number, identity in enumerate(order)}
        return tuple(
            sorted(columns, key=lambda each: (place.get(each.id, len(place)), each.created_at, each.id))
        )

    def judgement_of(self, reply_ids: Iterable[str]) -> Judgement | None:
        """Return what was thought of at least two of these replies, the last time."""
        wanted = frozenset(reply_ids)
        found = (each for each in reversed(self.judgements) if len(wanted & each.reply_ids) >= FEWEST_COLUMNS)
        return next(found, None)

    def with_judgement(self, judgement: Judgement) -> Sheet:
        """Return the sheet with a judgement, in the place of others of two or more of its replies."""
        kept = [
            known for known in self.judgements if len(known.reply_ids & judgement.reply_ids) < FEWEST_COLUMNS
        ]
        return msgspec.structs.replace(self, judgements=(*kept, judgement))

    def without_judgement(self, identity: str) -> Sheet:
        """Return the sheet without a judgement."""
        kept = tuple(known for known in self.judgements if known.id != identity)
        return msgspec.structs.replace(self, judgements=kept)


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """A comparison as it is kept: its columns in order, and how many messages went to all of them."""

    id: str
    title: str
    columns: tuple[Conversation, ...]
    sheet: Sheet
    rounds: int
    updated_at: datetime


class Round(msgspec.Struct, frozen=True, kw_only=True):
    """One message and its replies, one place per column; None where a column has none yet.

    A `shared` round was there before the columns parted: its replies are the same one.
    """

    number: int
    asked: tuple[Message | None, ...]
    replies: tuple[Message | None, ...]
    shared: bool = False

    @property
    def ready(self) -> bool:
        """Whether at least two replies are there to be judged, and none is being made."""
        made = [reply for reply in self.replies if reply is not None]
        growing = any(reply.state is MessageState.STREAMING for reply in made)
        return not (self.shared or growing) and len(self.judgeable) >= FEWEST_COLUMNS

    @property
    def judgeable(self) -> tuple[Message, ...]:
        """The replies that say something."""
        return tuple(reply for reply in self.replies if reply is not None and reply.text.strip())


def rounds_of(branches: Sequence[Sequence[Message]]) -> tuple[Round, ...]:
    """Line up the shown branches of columns by what the user said: his n-th message in each is round n."""
    parted = [_rounds_of_one(branch) for branch in branches]
    count = max((len(rounds) for rounds in parted), default=0)
    lined_up = []
    for number in range(count):
        here = [rounds[number] if number < len(rounds) else (None, None) for rounds in parted]
        replies = tuple(reply for _, reply in here)
        made = {reply.created_at for reply in replies if reply is not None}
        shared = len(replies) > 1 and None not in replies and len(made) == 1
        lined_up.append(
            Round(number=number + 1, asked=tuple(asked for asked, _ in here), replies=replies, shared=shared)
        )
    return tuple(lined_up)


def _rounds_of_one(branch: Sequence[Message]) -> list[tuple[Message | None, Message | None]]:
    """Return (message, its last reply) of one column; a reply before any message belongs to none."""
    rounds: list[tuple[Message | None, Message | None]] = []
    for message in branch:
        if message.role is Role.USER:
            rounds.append((message, None))
        elif message.role is Role.ASSISTANT and rounds:
            rounds[-1] = (rounds[-1][0], message)
    return rounds


def picks_of(comparison_id: str, judgements: Iterable[Judgement]) -> tuple[Pick, ...]:
    """Return judgements as pairs: the better reply over each of the others."""
    return tuple(
        Pick(
            id=f"{comparison_id}/{judgement.id}/{judged.reply_id}",
            chosen_id=judgement.chosen_id,
            rejected_id=judged.reply_id,
            created_at=judgement.created_at,
        )
        for judgement in judgements
        if judgement.verdict is Verdict.BETTER
        for judged in judgement.replies
        if judged.reply_id != judgement.chosen_id
    )


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """What judgements add up to. `wins` by column id; `blind` of `judged` were made without names.

    `p_value` is that of the sign test, for two columns with at least one win, else None.
    """

    judged: int = 0
    ties: int = 0
    none_good: int = 0
    blind: int = 0
    wins: Mapping[str, int] = {}
    p_value: float | None = None


def tally_of(judgements: Sequence[Judgement], column_ids: Sequence[str]) -> Tally:
    """Count judgements that are about at least two of the columns, and won by one of them if by any."""
    here = frozenset(column_ids)
    counted = [
        judgement
        for judgement in judgements
        if len(here & {judged.column_id for judged in judgement.replies}) >= FEWEST_COLUMNS
        and (judgement.verdict is not Verdict.BETTER or judgement.winner_id in here)
    ]
    wins = {identity: sum(each.winner_id == identity for each in counted) for identity in column_ids}
    two = len(column_ids) == FEWEST_COLUMNS and sum(wins.values()) > 0
    return Tally(
        judged=len(counted),
        ties=sum(each.verdict is Verdict.TIE for each in counted),
        none_good=sum(each.verdict is Verdict.NONE for each in counted),
        blind=sum(each.blind for each in counted),
        wins=wins,
        p_value=sign_test(*wins.values()) if two else None,
    )


def sign_test(first: int, second: int) -> float:
    """Return the two-sided p-value of the sign test for `first` wins against `second`; ties are left out.

    The chance that a split at least this uneven comes from replies that are equally good: twice the
    smaller tail of the binomial distribution with probability one half, at most 1. W. J. Dixon and
    A. M. Mood, "The statistical sign test", Journal of the American Statistical Association 41 (1946),
    557-566. Exact: sums of binomial coefficients, no approximation.
    """
    if first < 0 or second < 0:
        raise ValueError(f"wins cannot be negative: {first}, {second}")
    count = first + second
    tail = sum(math.comb(count, wins) for wins in range(min(first, second) + 1))
    return min(1.0, 2 * tail / (1 << count))


def differing_sampling(samplings: Sequence[Sampling]) -> tuple[str, ...]:
    """Return the names of the parameters in which columns differ; the seed is the comparison's own."""
    return tuple(
        name
        for name in Sampling.__struct_fields__
        if name != "seed" and any(getattr(each, name) != getattr(samplings[0], name) for each in samplings)
    )
