"""llama.cpp's samplers, one maker for each name in hone.domain.sampling.ORDER, and the chain of them.

Every sampler is used as llama.cpp's own programs use it (common/sampling.cpp, as in llama-cpp-python 0.3.36).
To add one: a maker here with its name in MAKERS, the name in ORDER, its parameters in Sampling and FIELDS.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import llama_cpp

from hone.domain.sampling import BANNED, Sampling
from hone.errors import BadInput
from hone.workers.llama.inner_tokens import inner_tokens
from hone.workers.llama.vocabulary import LlamaVocabulary

BREAKERS = (b"\n", b":", b'"', b"*")  # llama.cpp's, across which DRY sees no repetition
MIROSTAT_LIKELIEST = 100  # m of the paper, and of llama.cpp
_GREEDY_ORDER = ("penalties", "dry")
_LARGEST_XTC_THRESHOLD = 0.5


@dataclass(frozen=True)
class Setting:
    """What samplers are made of. `span` bounds the tokens of prompt and reply together."""

    sampling: Sampling
    seed: int
    vocabulary: LlamaVocabulary
    span: int


Maker = Callable[[Setting], Any]


def _penalties(setting: Setting) -> llama_cpp.llama_sampler_p | None:
    sampling = setting.sampling
    factor, frequency, presence = (
        sampling.repetition_penalty,
        sampling.frequency_penalty,
        sampling.presence_penalty,
    )
    window = _window(sampling.penalty_last_n, setting)
    if window == 0 or (factor == 1.0 and frequency == presence == 0.0):
        return None
    return llama_cpp.llama_sampler_init_penalties(
        setting.vocabulary.size, window, factor, frequency, presence
    )


def _dry(setting: Setting) -> llama_cpp.llama_sampler_p | None:
    sampling = setting.sampling
    window = _window(sampling.dry_last_n, setting)
    if window == 0 or sampling.dry_multiplier == 0.0:
        return None
    return llama_cpp.llama_sampler_init_dry(
        setting.vocabulary.handle,
        sampling.dry_multiplier,
        sampling.dry_base,
        sampling.dry_allowed_length,
        window,
        (ctypes.c_char_p * len(BREAKERS))(*BREAKERS),
        len(BREAKERS),
    )


def _top_n_sigma(setting: Setting) -> llama_cpp.llama_sampler_p | None:
    sigma = setting.sampling.top_n_sigma
    return llama_cpp.llama_sampler_init_top_n_sigma(sigma) if sigma > 0 else None


def _top_k(setting: Setting) -> llama_cpp.llama_sampler_p | None:
    count = setting.sampling.top_k
    return llama_cpp.llama_sampler_init_top_k(count) if 0 < count < setting.vocabulary.size else None


def _typical_p(setting: Setting) -> llama_cpp.llama_sampler_p | None:
    share = setting.sampling.typical_p
    return llama_cpp.llama_sampler_init_typical(share, 0) if share < 1.0 else None


def _top_p(setting: Setting) -> llama_cpp.llama_sampler_p | None:
    share = setting.sampling.top_p
    return llama_cpp.llama_sampler_init_top_p(share, 0) if share < 1.0 else None


def _min_p(setting: Setting) -> llama_cpp.llama_sampler_p | None:
    share = setting.sampling.min_p
    return llama_cpp.llama_sampler_init_min_p(share, 0) if share > 0.0 else None


def _xtc(setting: Setting) -> llama_cpp.llama_sampler_p | None:
    sampling = setting.sampling
    if sampling.xtc_probability == 0.0 or sampling.xtc_threshold > _LARGEST_XTC_THRESHOLD:
        return None
    return llama_cpp.llama_sampler_init_xtc(sampling.xtc_probability, sampling.xtc_threshold, 0, setting.seed)


def _temperature(setting: Setting) -> llama_cpp.llama_sampler_p | None:
    sampling = setting.sampling
    if sampling.dynamic_temperature_range > 0.0:
        return llama_cpp.llama_sampler_init_temp_ext(
            sampling.temperature, sampling.dynamic_temperature_range, sampling.dynamic_temperature_exponent
        )
    return llama_cpp.llama_sampler_init_temp(sampling.temperature) if sampling.temperature != 1.0 else None


MAKERS: Mapping[str, Maker] = {
    "penalties": _penalties,
    "dry": _dry,
    "top_n_sigma": _top_n_sigma,
    "top_k": _top_k,
    "typical_p": _typical_p,
    "top_p": _top_p,
    "min_p": _min_p,
    "xtc": _xtc,
    "temperature": _temperature,
}


def build_chain(setting: Setting, recent: Sequence[int]) -> llama_cpp.llama_sampler_p:
    """Return a chain that ends with a choice; the caller frees it.

    `recent` are the tokens so far, for the samplers against repetition. Raises BadInput for a logit bias that
    this model cannot have.
    """
    biases = _biases(setting)
    parameters = llama_cpp.llama_sampler_chain_default_params()
    parameters.no_perf = True
    chain = llama_cpp.llama_sampler_chain_init(parameters)
    if biases:
        entries = (llama_cpp.llama_logit_bias * len(biases))(*biases.items())
        bias = llama_cpp.llama_sampler_init_logit_bias(setting.vocabulary.size, len(biases), entries)
        llama_cpp.llama_sampler_chain_add(chain, bias)
    for sampler in _made(setting, recent):
        llama_cpp.llama_sampler_chain_add(chain, sampler)
    return chain


def _made(setting: Setting, recent: Sequence[int]) -> Iterator[llama_cpp.llama_sampler_p]:
    sampling = setting.sampling
    if sampling.temperature > 0 and sampling.mirostat:
        yield llama_cpp.llama_sampler_init_temp(sampling.temperature)
        yield _mirostat(setting)
        return
    greedy = sampling.temperature <= 0
    for name in sampling.order:
        if greedy and name not in _GREEDY_ORDER:
            continue
        sampler = MAKERS[name](setting)
        if sampler is None:
            continue
        if name in _GREEDY_ORDER:
            _remember(
                sampler, recent, sampling.penalty_last_n if name == "penalties" else sampling.dry_last_n
            )
        yield sampler
    yield llama_cpp.llama_sampler_init_greedy() if greedy else llama_cpp.llama_sampler_init_dist(setting.seed)


def _mirostat(setting: Setting) -> llama_cpp.llama_sampler_p:
    sampling = setting.sampling
    tau, eta = sampling.mirostat_tau, sampling.mirostat_eta
    if sampling.mirostat == 1:
        return llama_cpp.llama_sampler_init_mirostat(
            setting.vocabulary.size, setting.seed, tau, eta, MIROSTAT_LIKELIEST
        )
    return llama_cpp.llama_sampler_init_mirostat_v2(setting.seed, tau, eta)


def _remember(sampler: llama_cpp.llama_sampler_p, recent: Sequence[int], window: int) -> None:
    """Tell a sampler the tokens so far, those of them that it looks at."""
    accept = llama_cpp.llama_sampler_accept
    for token in recent if window < 0 else recent[max(0, len(recent) - window) :]:
        accept(sampler, token)


def _window(wanted: int, setting: Setting) -> int:
    """Return a sampler's window: llama.cpp takes no -1, and reserves room for the whole window."""
    return min(wanted, setting.span) if wanted >= 0 else setting.span


def _biases(setting: Setting) -> dict[int, float]:
    """Return what is added to the logits of which tokens; also bans those that the model never says."""
    vocabulary = setting.vocabulary
    found: dict[int, float] = {}
    for entry in setting.sampling.logit_bias:
        tokens = [entry.token] if isinstance(entry.token, int) else inner_tokens(vocabulary, entry.token)
        if not tokens or not 0 <= min(tokens) <= max(tokens) < vocabulary.size:
            raise BadInput(
                f"logit_bias names {entry.token!r}, which is no token of this model.",
                hint=f"Token ids go from 0 to {vocabulary.size - 1}; a text must have at least one token.",
            )
        found.update(dict.fromkeys(tokens, entry.bias if entry.bias > BANNED else -math.inf))
    count = ctypes.c_int32()
    never = llama_cpp.llama_vocab_get_suppress_tokens(vocabulary.handle, ctypes.byref(count))
    found.update({int(never[place]): -math.inf for place in range(count.value)})
    return found
