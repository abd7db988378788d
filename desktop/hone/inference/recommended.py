"""The sampling parameters that a model's makers recommend, where they say so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from hone.domain.sampling import Sampling, recommended_sampling
from hone.inference.gguf_header import GgufHeader

_LARGEST_FILE = 2**20
_KEYS = ("temperature", "top_k", "top_p", "min_p", "repetition_penalty")
_GGUF_KEYS = {
    "temperature": "general.sampling.temp",
    "top_k": "general.sampling.top_k",
    "top_p": "general.sampling.top_p",
    "min_p": "general.sampling.min_p",
    "repetition_penalty": "general.sampling.penalty_repeat",
}


def folder_sampling(folder: Path) -> Sampling:
    """Return what generation_config.json recommends; a missing or damaged file recommends nothing."""
    path = folder / "generation_config.json"
    try:
        if path.stat().st_size > _LARGEST_FILE:
            return Sampling()
        found: dict[str, Any] = msgspec.json.decode(path.read_bytes(), type=dict[str, Any])
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return Sampling()
    values = {key: found.get(key) for key in _KEYS}
    if found.get("do_sample") is False:
        values["temperature"] = 0.0
    return recommended_sampling(values)


def gguf_sampling(header: GgufHeader) -> Sampling:
    """Return what the metadata of a GGUF recommends, by llama.cpp's own keys."""
    found = {name: header.metadata.get(key) for name, key in _GGUF_KEYS.items()}
    return recommended_sampling(
        {name: round(value, 6) if isinstance(value, float) else value for name, value in found.items()}
    )
