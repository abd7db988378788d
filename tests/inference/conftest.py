"""Write GGUFs of any shape without their weights: the data section is a hole in the file."""

from __future__ import annotations

import os
import struct
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from hone.inference.gguf_types import TENSOR_TYPES

Meta = Mapping[str, int | float | str | bool | Sequence[int]]
_KINDS = {kind.name: number for number, kind in TENSOR_TYPES.items()}


@pytest.fixture
def gguf_writer() -> Callable[..., Path]:
    """Return `_write_gguf`."""
    return _write_gguf


@pytest.fixture
def llama_writer() -> Callable[..., Path]:
    """Return `_write_llama`."""
    return _write_llama


def _write_gguf(
    path: Path, architecture: str, keys: Meta, tensors: Mapping[str, tuple[Sequence[int], str]], words: int
) -> Path:
    """Write a header with keys of `architecture`, a vocabulary of `words`, and sparse tensors."""
    named = {"general.architecture": architecture, "tokenizer.ggml.model": "gpt2"}
    entries = [_text(key) + _value(value) for key, value in named.items()]
    entries += [_text(f"{architecture}.{key}") + _value(value) for key, value in keys.items()]
    tokens = b"".join(_text(f"t{index}") for index in range(words))
    entries.append(_text("tokenizer.ggml.tokens") + struct.pack("<IIQ", 9, 8, words) + tokens)
    entries.append(_text("tokenizer.ggml.merges") + struct.pack("<IIQ", 9, 8, 1) + _text("t 1"))
    places, end = [], 0
    for name, (shape, kind) in tensors.items():
        dimensions = struct.pack(f"<I{len(shape)}Q", len(shape), *shape)
        places.append(_text(name) + dimensions + struct.pack("<IQ", _KINDS[kind], end))
        end += -(-_size(shape, kind) // 32) * 32
    head = b"GGUF" + struct.pack("<IQQ", 3, len(tensors), len(entries)) + b"".join(entries + places)
    head += bytes(-len(head) % 32)
    path.write_bytes(head)
    os.truncate(path, len(head) + end)
    return path


def _write_llama(
    path: Path,
    *,
    layers: int = 2,
    hidden: int = 256,
    inner: int = 512,
    heads: int = 4,
    kv_heads: int = 2,
    words: int = 300,
    kind: str = "Q8_0",
    tied: bool = False,
    **keys: int | str,
) -> Path:
    """Write a Llama-shaped model that llama.cpp loads."""
    head = hidden // heads
    tensors: dict[str, tuple[Sequence[int], str]] = {
        "token_embd.weight": ((hidden, words), kind),
        "output_norm.weight": ((hidden,), "F32"),
    }
    if not tied:
        tensors["output.weight"] = ((hidden, words), kind)
    for index in range(layers):
        shapes: dict[str, tuple[int, ...]] = {
            "attn_norm": (hidden,),
            "attn_q": (hidden, hidden),
            "attn_k": (hidden, head * kv_heads),
            "attn_v": (hidden, head * kv_heads),
            "attn_output": (hidden, hidden),
            "ffn_norm": (hidden,),
            "ffn_gate": (hidden, inner),
            "ffn_up": (hidden, inner),
            "ffn_down": (inner, hidden),
        }
        for name, shape in shapes.items():
            tensors[f"blk.{index}.{name}.weight"] = (shape, kind if len(shape) > 1 else "F32")
    known: dict[str, int | float | str] = {
        "block_count": layers,
        "context_length": 32768,
        "embedding_length": hidden,
        "feed_forward_length": inner,
        "attention.head_count": heads,
        "attention.head_count_kv": kv_heads,
        "attention.layer_norm_rms_epsilon": 1e-5,
        "rope.dimension_count": head,
    }
    return _write_gguf(path, "llama", known | keys, tensors, words)


def _size(shape: Sequence[int], kind: str) -> int:
    values = 1
    for size in shape:
        values *= size
    stored = TENSOR_TYPES[_KINDS[kind]]
    return values // stored.block * stored.size


def _text(value: str) -> bytes:
    data = value.encode()
    return struct.pack("<Q", len(data)) + data


def _value(value: int | float | str | bool | Sequence[int]) -> bytes:
    if isinstance(value, bool):
        return struct.pack("<I?", 7, value)
    if isinstance(value, int):
        return struct.pack("<II", 4, value)
    if isinstance(value, float):
        return struct.pack("<If", 6, value)
    if isinstance(value, str):
        return struct.pack("<I", 8) + _text(value)
    return struct.pack(f"<IIQ{len(value)}I", 9, 4, len(value), *value)
