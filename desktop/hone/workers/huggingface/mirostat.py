"""Mirostat 1 and 2: keep the surprise of the text at a target (Basu et al. 2020, arXiv 2007.14966)."""

from __future__ import annotations

import math

import torch

from hone.domain.sampling import Sampling
from hone.workers.huggingface.sampling_state import SamplingState

LIKELIEST_FOR_ESTIMATE = 100  # m of the paper, and of llama.cpp


def choose(logits: torch.Tensor, sampling: Sampling, state: SamplingState) -> int:
    """Choose a token from logits of shape (vocabulary,), and correct the limit of surprise."""
    values, tokens = logits.sort(descending=True)
    chances = values.softmax(dim=0)
    if sampling.mirostat == 1:
        kept = _count_by_estimate(chances, state.surprise_limit)
    else:
        kept = int((-chances.log2() <= state.surprise_limit).sum())
    chances = values[: max(kept, 1)].softmax(dim=0)
    total = chances.double().cumsum(dim=0)
    place = int(torch.searchsorted(total, state.draw() * float(total[-1])).clamp_max(len(total) - 1))
    surprise = -math.log2(max(float(chances[place]), torch.finfo(torch.float32).tiny))
    state.surprise_limit -= sampling.mirostat_eta * (surprise - sampling.mirostat_tau)
    return int(tokens[place])


def _count_by_estimate(chances: torch.Tensor, limit: float) -> int:
    """Return how many tokens to keep, from an estimate of how fast the probabilities fall (Zipf's law)."""
    likeliest = chances[:LIKELIEST_FOR_ESTIMATE]
    likeliest = likeliest[likeliest > 0].double()
    if len(likeliest) < 2:
        return 1
    ranks = torch.arange(1, len(likeliest), dtype=torch.float64, device=chances.device)
    steps = ((ranks + 1) / ranks).log()
    falls = (likeliest[:-1] / likeliest[1:]).log()
    slope = float((steps * falls).sum() / (steps * steps).sum())
    excess = slope - 1
    if slope <= 0 or excess == 0:
        return len(chances)
    base = (excess * 2.0**limit) / (1 - len(chances) ** -excess)
    exponent = math.log(base) / slope if base > 0 else 0.0
    return int(min(math.exp(min(exponent, 40.0)), len(chances)))
