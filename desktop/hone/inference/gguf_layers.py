"""What each layer of a GGUF caches: keys and values per token, or a state per sequence.

Rules of llama.cpp as bundled with llama-cpp-python 0.3.36: src/llama-model.cpp (load_hparams, create_memory),
src/llama-hparams.cpp (n_embd_r, n_embd_s) and the architectures in src/models. Not covered: the compressed
caches of deepseek4, and indexer caches of sparse attention beyond one row of keys for each layer.
"""

from __future__ import annotations

import msgspec

from hone.inference.gguf_header import GgufArray, GgufHeader

_RECURRENT = frozenset({"mamba", "mamba2", "rwkv6", "rwkv6qwen2", "rwkv7", "arwkv7"})
_WITHOUT_KV_HEADS = frozenset(
    {
        "jamba", "plamo2", "granitehybrid", "lfm2", "lfm2moe", "kimi-linear", "kimi-k3", "bailingmoe3",
        "glm5-next", "nemotron_h", "nemotron_h_moe",
    }
)  # fmt: skip
_BY_INTERVAL: dict[str, int] = dict.fromkeys(("qwen3next", "qwen35", "qwen35moe", "qwen4exp"), 4) | {
    "minimax-01": 8
}
_BOTH = frozenset({"falcon-h1"})
_GEMMA3N_OWN_LAYERS = 20


class AttentionCache(msgspec.Struct, frozen=True, kw_only=True):
    """What one layer keeps. Values per token, and `state_values` (32 bits each) per sequence.

    `key_length` and `value_length` are those of one head.
    """

    key_values: int = 0
    value_values: int = 0
    state_values: int = 0
    key_length: int = 0
    value_length: int = 0

    def query_values(self, heads: int) -> int:
        """Return how many numbers queries, keys and values of one token are."""
        return heads * self.key_length + self.key_values + self.value_values


def layer_caches(header: GgufHeader) -> tuple[AttentionCache, ...]:
    """Return what each layer caches, in order."""
    shape = _Shape(header)
    return tuple(_cache(shape, layer) for layer in range(shape.layers))


class _Shape:
    """The numbers of a header by their short keys."""

    def __init__(self, header: GgufHeader) -> None:
        self._header = header
        self.architecture = header.text("general.architecture")
        self.layers = self.number("block_count") or 0
        self.own_layers = self.layers - (self.number("nextn_predict_layers") or 0)
        self.with_keys = self._with_keys()

    def number(self, key: str, layer: int | None = None) -> int | None:
        """Return a number, that of `layer` where there is one for each."""
        name = f"{self.architecture}.{key}"
        value = self._header.metadata.get(name)
        if layer is not None and isinstance(value, GgufArray) and layer < len(value.values):
            return int(value.values[layer])
        return self._header.number(name)

    def flag(self, key: str, layer: int) -> bool | None:
        """Return a layer's entry of an array of flags, None when there is none."""
        value = self._header.metadata.get(f"{self.architecture}.{key}")
        if isinstance(value, GgufArray) and layer < len(value.values):
            return bool(value.values[layer])
        return None

    def _with_keys(self) -> int:
        """Return how many of the first layers have a cache of their own; later ones use theirs."""
        if self.architecture == "gemma3n":
            return _GEMMA3N_OWN_LAYERS
        if self.architecture == "gemma4":
            return self.layers - (self.number("attention.shared_kv_layers") or 0)
        return self.own_layers


def _cache(shape: _Shape, layer: int) -> AttentionCache:
    state = _state_values(shape) if _has_state(shape, layer) else 0
    if not _has_attention(shape, layer):
        return AttentionCache(state_values=state)
    key_length, value_length = _head_lengths(shape, layer)
    heads = shape.number("attention.head_count_kv", layer)
    heads = heads if heads is not None else shape.number("attention.head_count", layer) or 0
    latent = bool(shape.number("attention.key_length_mla") and shape.number("attention.value_length_mla"))
    indexed = shape.number("attention.indexer.key_length") or 0
    own = layer < shape.with_keys
    return AttentionCache(
        key_values=(key_length * heads + indexed) if own else 0,
        value_values=value_length * heads if own and not latent else 0,
        state_values=state,
        key_length=key_length,
        value_length=value_length,
    )


def _head_lengths(shape: _Shape, layer: int) -> tuple[int, int]:
    """Return the lengths of a head's key and value; layers with a sliding window may have their own."""
    heads = shape.number("attention.head_count", layer) or shape.number("attention.head_count") or 1
    usual = (shape.number("embedding_length") or 0) // heads
    key = shape.number("attention.key_length") or usual
    value = shape.number("attention.value_length") or usual
    windowed = shape.flag("attention.sliding_window_pattern", layer)
    key_swa = shape.number("attention.key_length_swa") or key
    value_swa = shape.number("attention.value_length_swa") or value
    if windowed is None:  # which layers have a window is known to llama.cpp only: tell the larger
        return max(key, key_swa), max(value, value_swa)
    return (key_swa, value_swa) if windowed else (key, value)


def _has_state(shape: _Shape, layer: int) -> bool:
    architecture = shape.architecture
    if architecture in _RECURRENT or architecture in _BOTH:
        return True
    if layer >= shape.own_layers:
        return False
    if architecture in _BY_INTERVAL:
        listed = shape.flag("attention.recurrent_layers", layer)
        interval = shape.number("full_attention_interval") or _BY_INTERVAL[architecture]
        return listed if listed is not None else (layer + 1) % interval != 0
    if architecture not in _WITHOUT_KV_HEADS or shape.number("attention.head_count_kv", layer) != 0:
        return False
    return not (architecture.startswith("nemotron_h") and shape.number("feed_forward_length", layer))


def _has_attention(shape: _Shape, layer: int) -> bool:
    if shape.architecture in _BOTH:
        return True
    if shape.architecture in _RECURRENT or _has_state(shape, layer):
        return False
    return layer < shape.own_layers


def _state_values(shape: _Shape) -> int:
    """Return the numbers of a layer's state for one sequence: convolution and recurrent part."""

    def number(key: str) -> int:
        return shape.number(key) or 0

    hidden, heads = number("embedding_length"), number("attention.head_count")
    if head := number("wkv.head_size"):
        return hidden * (head + (number("token_shift_count") or 2))
    if length := number("shortconv.l_cache"):
        return hidden * (length - 1)
    kernel = number("ssm.conv_kernel")
    if head := number("kda.head_dim"):
        return 3 * (kernel - 1 if kernel else 3) * heads * head + head * head * heads
    if shape.architecture == "minimax-01":
        return heads * number("attention.key_length") ** 2
    inner, state = number("ssm.inner_size"), number("ssm.state_size")
    convolution = max(0, kernel - 1) * (inner + 2 * number("ssm.group_count") * state)
    return convolution + state * inner
