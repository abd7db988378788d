"""How the next token is chosen from the model's probabilities."""

from __future__ import annotations

import math
from collections.abc import Mapping

import msgspec

from hone.domain.fields import check_all, unknown_choice
from hone.domain.sampling_fields import FIELDS
from hone.errors import BadInput


class LogitBias(msgspec.Struct, frozen=True):
    """Added to a token's logit before all samplers; `BANNED` or less bans it. `token` is an id or a text.

    A text stands for every token of its tokenisation inside a line, so " Yes" and "Yes" are different tokens.
    """

    token: int | str
    bias: float


BANNED = -100.0
MOST_BIASES = 10_000
ORDER: tuple[str, ...] = (
    "penalties",
    "dry",
    "top_n_sigma",
    "top_k",
    "typical_p",
    "top_p",
    "min_p",
    "xtc",
    "temperature",
)


class Sampling(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Sampling parameters of one request; seed -1 draws a new seed.

    `order` is the order of the chain, by the names in ORDER (llama.cpp's own default); a name left out is not
    used. `logit_bias` comes before the chain. At temperature 0 the likeliest token is taken: bias, penalties
    and DRY act, filters do not. With `mirostat` 1 or 2 only bias, temperature and Mirostat act, as in
    llama.cpp.
    """

    temperature: float = 0.7
    top_k: int = 40
    top_p: float = 0.95
    min_p: float = 0.05
    repetition_penalty: float = 1.0
    max_tokens: int = 512
    seed: int = -1
    frequency_penalty: float = 0.0
    presence_penalty: float = 0.0
    penalty_last_n: int = 64
    typical_p: float = 1.0
    top_n_sigma: float = 0.0
    dynamic_temperature_range: float = 0.0
    dynamic_temperature_exponent: float = 1.0
    xtc_probability: float = 0.0
    xtc_threshold: float = 0.1
    dry_multiplier: float = 0.0
    dry_base: float = 1.75
    dry_allowed_length: int = 2
    dry_last_n: int = -1
    mirostat: int = 0
    mirostat_tau: float = 5.0
    mirostat_eta: float = 0.1
    logit_bias: tuple[LogitBias, ...] = ()
    order: tuple[str, ...] = ORDER


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
    rest = dict(values)
    order = _checked_order(rest.pop("order", ORDER))
    biases = _checked_biases(rest.pop("logit_bias", ()))
    taken = check_all(FIELDS, rest, "the sampling parameters")
    return msgspec.convert({**taken, "order": order, "logit_bias": biases}, Sampling)


def check(sampling: Sampling) -> None:
    """Raise BadInput that names the parameter which is out of range.

    For what came over a wire, where only the types were checked.
    """
    for field in FIELDS:
        field.check(getattr(sampling, field.name))
    _checked_order(sampling.order)
    _check_biases(sampling.logit_bias)


def changed_fields(sampling: Sampling) -> frozenset[str]:
    """Return the names of the parameters that differ from the defaults."""
    default = Sampling()
    return frozenset(
        name for name in Sampling.__struct_fields__ if getattr(sampling, name) != getattr(default, name)
    )


def _checked_order(order: object) -> tuple[str, ...]:
    if not isinstance(order, list | tuple):
        raise BadInput("order must be a list of samplers.", hint="Known: " + ", ".join(ORDER) + ".")
    for name in order:
        if name not in ORDER:
            raise unknown_choice(str(name), ORDER, "the order of samplers")
    if len(set(order)) < len(order):
        raise BadInput("A sampler stands twice in the order.", hint="Name each at most once.")
    return tuple(order)


def _checked_biases(biases: object) -> tuple[LogitBias, ...]:
    """Take biases as structs, or as OpenAI writes them: an object from token ids or texts to numbers."""
    if isinstance(biases, Mapping):
        pairs = [
            {"token": int(token) if str(token).lstrip("-").isdigit() else token, "bias": bias}
            for token, bias in biases.items()
        ]
        return _checked_biases(pairs)
    try:
        converted = msgspec.convert(biases, tuple[LogitBias, ...])
    except msgspec.ValidationError as error:
        raise BadInput(
            f"logit_bias cannot be read: {error}.", hint='Write it as {"token": number}, for example.'
        ) from error
    _check_biases(converted)
    return converted


def _check_biases(biases: tuple[LogitBias, ...]) -> None:
    if len(biases) > MOST_BIASES:
        raise BadInput(
            f"logit_bias has {len(biases):,} entries.", hint=f"At most {MOST_BIASES:,} can be used."
        )
    for entry in biases:
        if not math.isfinite(entry.bias):
            raise BadInput(
                f"logit_bias of {entry.token!r} = {entry.bias} cannot be used: it must be a number.",
                hint=f"{BANNED:g} or less bans a token.",
            )
        if entry.token == "" or (isinstance(entry.token, int) and entry.token < 0):
            raise BadInput(
                f"logit_bias names {entry.token!r}, which is no token.",
                hint="Name a token by its id or its text.",
            )
