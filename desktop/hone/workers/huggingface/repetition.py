"""The samplers against repetition: penalties for tokens that came before, and DRY for sequences."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

import numpy as np
import torch

from hone.domain.sampling import Sampling
from hone.workers.huggingface.candidates import Candidates
from hone.workers.huggingface.sampling_state import SamplingState

LOG_OF_LARGEST_FLOAT = 88.7228391


def penalties(found: Candidates, sampling: Sampling, states: Sequence[SamplingState]) -> Candidates:
    """Lower the logits of recent tokens: by a factor (Keskar et al. 2019), per occurrence, and once."""
    if not any(state.counts for state in states):
        return found
    logits = found.logits.clone()
    for row, state in enumerate(states):
        tokens = torch.tensor(list(state.counts), device=logits.device)
        if not len(tokens):
            continue
        counts = torch.tensor(list(state.counts.values()), device=logits.device, dtype=logits.dtype)
        places, which = found.places_of(row, tokens)
        values = logits[row, places]
        factor = sampling.repetition_penalty
        values = torch.where(values <= 0, values * factor, values / factor)
        lowered = counts[which] * sampling.frequency_penalty + sampling.presence_penalty
        logits[row, places] = values - lowered
    return found._replace(logits=logits, ordered=False)


def dry(
    found: Candidates,
    sampling: Sampling,
    states: Sequence[SamplingState],
    breakers: Collection[int] = frozenset(),
) -> Candidates:
    """Lower the logits of tokens that would continue a sequence that came before.

    By multiplier * base ** (length - allowed length) for a repeated sequence of that length. `breakers`
    are tokens that no sequence goes across.
    """
    if sampling.dry_multiplier == 0.0 or sampling.dry_last_n == 0:
        return found
    logits = found.logits.clone()
    for row, state in enumerate(states):
        last = state.tokens if sampling.dry_last_n < 0 else state.tokens[-sampling.dry_last_n :]
        lengths = repeated_lengths(last, sampling.dry_allowed_length, breakers, _longest(sampling))
        lengths = {token: length for token, length in lengths.items() if token not in breakers}
        if not lengths:
            continue
        tokens = torch.tensor(list(lengths), device=logits.device)
        exponents = np.array(list(lengths.values())) - sampling.dry_allowed_length
        amounts = sampling.dry_multiplier * sampling.dry_base ** exponents.astype(np.float64)
        places, which = found.places_of(row, tokens)
        logits[row, places] -= torch.tensor(amounts, device=logits.device, dtype=logits.dtype)[which]
    return found._replace(logits=logits, ordered=False)


def repeated_lengths(
    tokens: Sequence[int], allowed: int, breakers: Collection[int], longest: int
) -> dict[int, int]:
    """Return the tokens that would continue a repetition, with the length of what they would repeat.

    A repetition is an end of `tokens` that stands in them earlier too; lengths below `allowed` do not
    count, and those above `longest` count as that.
    """
    if len(tokens) <= allowed:
        return {}
    backwards = np.array(tokens[::-1])
    limit = _tokens_since_breaker(backwards, breakers)
    if limit < allowed:
        return {}
    limit = min(limit, longest)
    starts = np.arange(1, len(backwards))
    lengths = np.zeros(len(backwards), dtype=np.int64)
    for offset in range(limit):
        starts = starts[starts + offset < len(backwards)]
        starts = starts[backwards[starts + offset] == backwards[offset]]
        if not len(starts):
            break
        lengths[starts] = offset + 1
    found: dict[int, int] = {}
    for start in np.flatnonzero(lengths[1:] >= allowed) + 1:
        token = int(backwards[start - 1])
        found[token] = max(found.get(token, 0), int(lengths[start]))
    return found


def _tokens_since_breaker(backwards: np.ndarray, breakers: Collection[int]) -> int:
    places = np.flatnonzero(np.isin(backwards, list(breakers)))
    return int(places[0]) if len(places) else len(backwards)


def _longest(sampling: Sampling) -> int:
    """Return the length above which the amount no longer grows, so that it stays a number."""
    if sampling.dry_base <= 1.000001:
        return sampling.dry_allowed_length + 1
    return sampling.dry_allowed_length + int(LOG_OF_LARGEST_FLOAT / math.log(sampling.dry_base))
