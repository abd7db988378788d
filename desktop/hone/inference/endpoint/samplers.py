"""How the fields of Sampling are written for each kind of server."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from hone.domain.endpoints import Endpoint
from hone.domain.sampling import LogitBias

Body = dict[str, Any]
Write = Callable[[Any, Endpoint], Body]

WHOLE_CONTEXT = 131_072
"""A window that is as good as all, where a server takes no -1 and does not tell its context length."""


def plain(name: str) -> Write:
    """Write the value as it is."""
    return lambda value, endpoint: {name: value}


def unless(neutral: object, name: str) -> Write:
    """Write the value only when it does something: hosted models may refuse a field that they do not use."""
    return lambda value, endpoint: {} if value == neutral else {name: value}


def _window(name: str) -> Write:
    """Write a number of last tokens; llama-server takes no -1 for all of them."""
    return lambda value, endpoint: {name: (endpoint.context_length or WHOLE_CONTEXT) if value < 0 else value}


def _top_k_or_off(value: int, endpoint: Endpoint) -> Body:
    return {"top_k": value or -1}


def _bias_by_id(biases: tuple[LogitBias, ...], endpoint: Endpoint) -> Body:
    return {"logit_bias": {str(each.token): each.bias for each in biases}} if biases else {}


def _bias_by_id_or_text(biases: tuple[LogitBias, ...], endpoint: Endpoint) -> Body:
    return {"logit_bias": [[each.token, each.bias] for each in biases]} if biases else {}


def _chain(order: tuple[str, ...], endpoint: Endpoint) -> Body:
    return {"samplers": ["typ_p" if name == "typical_p" else name for name in order]}


_SHARED: Mapping[str, Write] = {
    "temperature": plain("temperature"),
    "top_p": plain("top_p"),
    "seed": unless(-1, "seed"),
}
_PENALTIES: Mapping[str, Write] = {
    "frequency_penalty": plain("frequency_penalty"),
    "presence_penalty": plain("presence_penalty"),
}
_MIROSTAT: Mapping[str, Write] = {
    "mirostat_tau": plain("mirostat_tau"),
    "mirostat_eta": plain("mirostat_eta"),
}

HOSTED: Mapping[str, Write] = {
    **_SHARED,
    "max_tokens": plain("max_tokens"),
    "frequency_penalty": unless(0.0, "frequency_penalty"),
    "presence_penalty": unless(0.0, "presence_penalty"),
    "logit_bias": _bias_by_id,
}
OPENAI: Mapping[str, Write] = {**HOSTED, "max_tokens": plain("max_completion_tokens")}
OLLAMA: Mapping[str, Write] = {**_SHARED, **_PENALTIES, "max_tokens": plain("max_tokens")}
LM_STUDIO: Mapping[str, Write] = {
    **OLLAMA,
    "logit_bias": _bias_by_id,
    "top_k": plain("top_k"),
    "repetition_penalty": plain("repeat_penalty"),
}
VLLM: Mapping[str, Write] = {
    **OLLAMA,
    "logit_bias": _bias_by_id,
    "top_k": _top_k_or_off,
    "min_p": plain("min_p"),
    "repetition_penalty": plain("repetition_penalty"),
}
LLAMA_CPP_PYTHON: Mapping[str, Write] = {
    **OLLAMA,
    **_MIROSTAT,
    "logit_bias": _bias_by_id,
    "top_k": plain("top_k"),
    "min_p": plain("min_p"),
    "repetition_penalty": plain("repeat_penalty"),
    "mirostat": plain("mirostat_mode"),
}
LLAMA_SERVER: Mapping[str, Write] = {
    **OLLAMA,
    **_MIROSTAT,
    "logit_bias": _bias_by_id_or_text,
    "top_k": plain("top_k"),
    "min_p": plain("min_p"),
    "repetition_penalty": plain("repeat_penalty"),
    "penalty_last_n": _window("repeat_last_n"),
    "typical_p": plain("typical_p"),
    "top_n_sigma": plain("top_n_sigma"),
    "dynamic_temperature_range": plain("dynatemp_range"),
    "dynamic_temperature_exponent": plain("dynatemp_exponent"),
    "xtc_probability": plain("xtc_probability"),
    "xtc_threshold": plain("xtc_threshold"),
    "dry_multiplier": plain("dry_multiplier"),
    "dry_base": plain("dry_base"),
    "dry_allowed_length": plain("dry_allowed_length"),
    "dry_last_n": _window("dry_penalty_last_n"),
    "mirostat": plain("mirostat"),
    "order": _chain,
}
