"""The samplers that filter or reshape, with llama.cpp's meaning (src/llama-sampler.cpp).

Each takes the candidates of several rows with the same settings, and the rows' states for what is drawn or
remembered. To add one: a function here, and its name in SAMPLERS and in hone.domain.sampling.ORDER.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

import torch

from hone.domain.sampling import Sampling
from hone.workers.huggingface.candidates import Candidates
from hone.workers.huggingface.repetition import dry, penalties
from hone.workers.huggingface.sampling_state import SamplingState

Sampler = Callable[[Candidates, Sampling, Sequence[SamplingState]], Candidates]
_LARGEST_XTC_THRESHOLD = 0.5


def top_n_sigma(found: Candidates, sampling: Sampling, _: Sequence[SamplingState]) -> Candidates:
    """Lower to minus infinity what is more than n standard deviations below the highest logit."""
    if sampling.top_n_sigma <= 0:
        return found
    counted = found.present & found.logits.isfinite()
    number = counted.sum(dim=1, keepdim=True).clamp_min(1)
    values = found.logits.masked_fill(~counted, 0.0)
    mean = values.sum(dim=1, keepdim=True) / number
    squares = ((found.logits - mean) ** 2).masked_fill(~counted, 0.0)
    deviation = (squares.sum(dim=1, keepdim=True) / number).sqrt()
    highest = found.logits.masked_fill(~counted, -math.inf).amax(dim=1, keepdim=True)
    low = found.logits < highest - sampling.top_n_sigma * deviation
    return found._replace(logits=found.logits.masked_fill(low, -math.inf))


def top_k(found: Candidates, sampling: Sampling, _: Sequence[SamplingState]) -> Candidates:
    """Keep the k likeliest."""
    return found.best(sampling.top_k) if sampling.top_k > 0 else found


def typical_p(found: Candidates, sampling: Sampling, _: Sequence[SamplingState]) -> Candidates:
    """Keep the tokens whose surprise is nearest to the expected one, until they exceed a probability."""
    if sampling.typical_p >= 1.0:
        return found
    chances = found.probabilities()
    surprise = -chances.log()
    expected = -torch.special.xlogy(chances, chances).sum(dim=1, keepdim=True)
    distance = (surprise - expected).abs().masked_fill(~found.present, math.inf)
    places = distance.argsort(dim=1)
    nearest = found.taken(places, ordered=False)
    return nearest.only(_sum_before(chances.gather(1, places)) <= sampling.typical_p)


def top_p(found: Candidates, sampling: Sampling, _: Sequence[SamplingState]) -> Candidates:
    """Keep the likeliest until they reach a probability together; the first always stays."""
    if sampling.top_p >= 1.0:
        return found
    ordered = found.sorted()
    kept = _sum_before(ordered.probabilities()) < sampling.top_p
    kept[:, 0] = True
    return ordered.only(kept, ordered=True)


def min_p(found: Candidates, sampling: Sampling, _: Sequence[SamplingState]) -> Candidates:
    """Keep what is at least that fraction as likely as the likeliest."""
    if sampling.min_p <= 0.0:
        return found
    highest = found.keys().amax(dim=1, keepdim=True)
    return found.only(found.logits >= highest + math.log(sampling.min_p), ordered=found.ordered)


def xtc(found: Candidates, sampling: Sampling, states: Sequence[SamplingState]) -> Candidates:
    """Sometimes remove all tokens above a probability but the least likely of them."""
    if sampling.xtc_probability <= 0.0 or sampling.xtc_threshold > _LARGEST_XTC_THRESHOLD:
        return found
    acts = torch.tensor([state.draw() <= sampling.xtc_probability for state in states])
    if not bool(acts.any()):
        return found
    ordered = found.sorted()
    above = ordered.probabilities() >= sampling.xtc_threshold
    last = above.sum(dim=1, keepdim=True) - 1
    places = torch.arange(above.shape[1], device=above.device)[None, :]
    return ordered.only((places >= last) | ~acts.to(above.device)[:, None])


def temperature(found: Candidates, sampling: Sampling, _: Sequence[SamplingState]) -> Candidates:
    """Divide the logits by the temperature, which may depend on how uncertain the model is."""
    if sampling.dynamic_temperature_range <= 0:
        return found._replace(logits=found.logits / sampling.temperature)
    low = max(0.0, sampling.temperature - sampling.dynamic_temperature_range)
    high = sampling.temperature + sampling.dynamic_temperature_range
    chances = found.probabilities()
    entropy = -torch.special.xlogy(chances, chances).sum(dim=1, keepdim=True)
    number = found.present.sum(dim=1, keepdim=True)
    share = entropy / number.float().log().clamp_min(torch.finfo(torch.float32).tiny)
    scale = low + (high - low) * share.pow(sampling.dynamic_temperature_exponent)
    scale = torch.where(number > 1, scale, torch.ones_like(scale))
    highest = found.keys().amax(dim=1, keepdim=True)
    greedy = found.logits.masked_fill(found.logits < highest, -math.inf)
    return found._replace(logits=torch.where(scale > 0, found.logits / scale, greedy))


SAMPLERS: Mapping[str, Sampler] = {
    "penalties": penalties,
    "dry": dry,
    "top_n_sigma": top_n_sigma,
    "top_k": top_k,
    "typical_p": typical_p,
    "top_p": top_p,
    "min_p": min_p,
    "xtc": xtc,
    "temperature": temperature,
}


def _sum_before(chances: torch.Tensor) -> torch.Tensor:
    """Return, for each place, the sum of the probabilities before it."""
    return (
        chances.cumsum(dim=1)
        .roll(1, dims=1)
        .index_fill(1, torch.zeros(1, dtype=torch.long, device=chances.device), 0.0)
    )
