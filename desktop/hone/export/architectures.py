"""Which model architectures can be written as GGUF, and how each describes itself there."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

from hone.errors import BadInput

Value = int | float | str | bool
FloatArray = npt.NDArray[np.float32]


class Architecture(msgspec.Struct, frozen=True, kw_only=True):
    """One architecture: its class name in config.json and its name in GGUF.

    `interleaved` says that llama.cpp rotates neighbouring pairs of the query and key vectors where
    transformers rotates halves, so their rows are reordered.
    """

    transformers_name: str
    gguf_name: str
    interleaved: bool = False


ARCHITECTURES: tuple[Architecture, ...] = (
    Architecture(transformers_name="LlamaForCausalLM", gguf_name="llama", interleaved=True),
    Architecture(transformers_name="MistralForCausalLM", gguf_name="llama", interleaved=True),
    Architecture(transformers_name="Qwen2ForCausalLM", gguf_name="qwen2"),
    Architecture(transformers_name="Qwen3ForCausalLM", gguf_name="qwen3"),
)


def find_architecture(config: Mapping[str, Any], where: str) -> Architecture:
    """Return the architecture that config.json names; BadInput when it cannot be written as GGUF."""
    names = config.get("architectures") or ["(none)"]
    for architecture in ARCHITECTURES:
        if architecture.transformers_name == names[0]:
            return architecture
    known = ", ".join(architecture.transformers_name for architecture in ARCHITECTURES)
    raise BadInput(
        f"{where} is a {names[0]}; Hone cannot write that architecture as GGUF.",
        hint=f"It can write {known}. The model can be used as it is, in the transformers engine.",
    )


def hyper_parameters(config: Mapping[str, Any], architecture: Architecture, where: str) -> dict[str, Value]:
    """Return the GGUF keys of the model's shape; BadInput for what llama.cpp would compute wrongly."""
    heads = int(config["num_attention_heads"])
    head_size = head_dimension(config)
    values: dict[str, Value] = {
        "block_count": int(config["num_hidden_layers"]),
        "context_length": int(config["max_position_embeddings"]),
        "embedding_length": int(config["hidden_size"]),
        "feed_forward_length": int(config["intermediate_size"]),
        "attention.head_count": heads,
        "attention.head_count_kv": int(config.get("num_key_value_heads") or heads),
        "attention.key_length": head_size,
        "attention.value_length": head_size,
        "attention.layer_norm_rms_epsilon": float(config["rms_norm_eps"]),
        "rope.dimension_count": head_size,
        "rope.freq_base": _rope(config).get("rope_theta", 10000.0),
        "vocab_size": int(config["vocab_size"]),
    }
    values["rope.freq_base"] = float(values["rope.freq_base"])
    rope_type = _rope(config).get("rope_type", "default")
    if rope_type == "linear":
        values |= {"rope.scaling.type": "linear", "rope.scaling.factor": float(_rope(config)["factor"])}
    elif rope_type not in ("default", "llama3"):
        raise _unsupported(where, f"its positions are scaled by {rope_type!r}")
    if config.get("hidden_act", "silu") != "silu":
        raise _unsupported(where, f"its activation is {config['hidden_act']!r}")
    if _slides(config):
        raise _unsupported(where, "it attends through a sliding window")
    return values


def head_dimension(config: Mapping[str, Any]) -> int:
    """Return the size of one attention head."""
    return int(config.get("head_dim") or config["hidden_size"] // config["num_attention_heads"])


def rope_factors(config: Mapping[str, Any]) -> FloatArray | None:
    """Return Llama 3's division of each rotary frequency; None when frequencies are not scaled.

    The formula is that of transformers' `_compute_llama3_parameters`.
    """
    rope = _rope(config)
    if rope.get("rope_type") != "llama3":
        return None
    size, base = head_dimension(config), float(rope["rope_theta"])
    frequencies = 1.0 / base ** (np.arange(0, size, 2, dtype=np.float64) / size)
    low, high = float(rope["low_freq_factor"]), float(rope["high_freq_factor"])
    factor, original = float(rope["factor"]), float(rope["original_max_position_embeddings"])
    wavelengths = 2 * math.pi / frequencies
    smooth = (original / wavelengths - low) / (high - low)
    between = 1 / ((1 - smooth) / factor + smooth)
    factors = np.where(wavelengths < original / high, 1.0, between)
    return np.where(wavelengths > original / low, factor, factors).astype(np.float32)


def reordered_heads(name: str, config: Mapping[str, Any], architecture: Architecture) -> int | None:
    """Return the number of heads by which rows of tensor `name` are reordered; None when they are not."""
    if not architecture.interleaved:
        return None
    if ".q_proj." in name:
        return int(config["num_attention_heads"])
    if ".k_proj." in name:
        return int(config.get("num_key_value_heads") or config["num_attention_heads"])
    return None


def reorder_rows(rows: FloatArray, heads: int) -> FloatArray:
    """Turn rows of each head from two halves into neighbouring pairs (llama.cpp's rotary order)."""
    halves = rows.reshape(heads, 2, rows.shape[0] // heads // 2, *rows.shape[1:])
    return halves.swapaxes(1, 2).reshape(rows.shape)


def _rope(config: Mapping[str, Any]) -> dict[str, Any]:
    """Return the rotary parameters, which transformers 5 keeps in one place and older configs in two."""
    scaling = dict(config.get("rope_scaling") or {})
    scaling |= config.get("rope_parameters") or {}
    if "rope_type" not in scaling and "type" in scaling:
        scaling["rope_type"] = scaling["type"]
    if "rope_theta" not in scaling and "rope_theta" in config:
        scaling["rope_theta"] = config["rope_theta"]
    return scaling


def _slides(config: Mapping[str, Any]) -> bool:
    window = config.get("sliding_window")
    used = config.get("use_sliding_window", True)
    return bool(window and used and int(window) < int(config["max_position_embeddings"]))


def _unsupported(where: str, reason: str) -> BadInput:
    return BadInput(
        f"{where} cannot be written as GGUF: {reason}, which Hone does not convert.",
        hint="The model can be used as it is, in the transformers engine.",
    )
