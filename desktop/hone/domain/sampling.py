"""How the next token is chosen from the model's probabilities."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from hone.domain.fields import Field, Kind, check_all
from hone.errors import BadInput


class Sampling(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Sampling parameters of one request; temperature 0 is greedy, seed -1 draws a new seed."""

    temperature: float = 0.7
    top_k: int = 40
    top_p: float = 0.95
    min_p: float = 0.05
    repetition_penalty: float = 1.0
    max_tokens: int = 512
    seed: int = -1


FIELDS: tuple[Field, ...] = (
    Field(
        name="temperature",
        label="Temperature",
        kind=Kind.NUMBER,
        default=0.7,
        minimum=0.0,
        maximum=5.0,
        slider_maximum=2.0,
        help="Higher is more varied, 0 always takes the likeliest token.",
    ),
    Field(
        name="top_k",
        label="Top-k",
        kind=Kind.INTEGER,
        default=40,
        minimum=0,
        maximum=100_000,
        slider_maximum=200,
        help="Only the k likeliest tokens may be chosen; 0 turns it off.",
    ),
    Field(
        name="top_p",
        label="Top-p",
        kind=Kind.NUMBER,
        default=0.95,
        minimum=0.0,
        maximum=1.0,
        help="Only the likeliest tokens that together reach this probability; 1 turns it off.",
        source="Holtzman et al. 2019, arXiv 1904.09751",
    ),
    Field(
        name="min_p",
        label="Min-p",
        kind=Kind.NUMBER,
        default=0.05,
        minimum=0.0,
        maximum=1.0,
        help="Only tokens at least this fraction as likely as the likeliest; 0 turns it off.",
        source="Nguyen et al. 2024, arXiv 2407.01082",
    ),
    Field(
        name="repetition_penalty",
        label="Repetition penalty",
        kind=Kind.NUMBER,
        default=1.0,
        minimum=0.5,
        maximum=2.0,
        help="Above 1 makes tokens of the last 64 positions less likely.",
        source="Keskar et al. 2019, arXiv 1909.05858",
        advanced=True,
    ),
    Field(
        name="max_tokens",
        label="Max tokens",
        kind=Kind.INTEGER,
        default=512,
        minimum=1,
        maximum=1_000_000,
        slider_maximum=4096,
        unit="tokens",
        help="The reply is cut after this many tokens.",
    ),
    Field(
        name="seed",
        label="Seed",
        kind=Kind.INTEGER,
        default=-1,
        minimum=-1,
        maximum=2**32 - 1,
        minimum_label="Random",
        help="The same seed gives the same choices; -1 draws a new one each time.",
        advanced=True,
    ),
)


def recommended_sampling(values: Mapping[str, object]) -> Sampling:
    """Take from a model's own recommendation what is in bounds; everything else stays at the default."""
    taken: dict[str, object] = {}
    for field in FIELDS:
        value = values.get(field.name)
        if value is None:
            continue
        try:
            taken[field.name] = field.check(value)
        except BadInput:
            continue
    return msgspec.convert(taken, Sampling)


def sampling_from(values: Mapping[str, object]) -> Sampling:
    """Build sampling parameters, refusing unknown or out-of-range ones by name."""
    return msgspec.convert(check_all(FIELDS, values, "the sampling parameters"), Sampling)
