"""What a GGUF needs of memory once llama.cpp has loaded it, from its header alone.

Weights, KV cache and recurrent state are exact: they follow the rules by which llama.cpp (as bundled with
llama-cpp-python 0.3.36; src/llama-kv-cache.cpp, llama-memory-recurrent.cpp, llama-model.cpp) places tensors
and sizes its caches, and were compared with the sizes that it prints. The compute buffer is an estimate of
the largest set of tensors that its graph holds at once; see `GgufMemory._scratch`. Assumed of our worker
(`hone.workers.llama.context`; a test compares the constants): one unified cache, full-size caches for layers
with a sliding window, and no GPU touched when no layer is on it.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from hone.domain.fit import (
    BATCH,
    SMALLEST_CONTEXT,
    FlashAttention,
    KvType,
    LoadForecast,
    LoadSetting,
    Need,
)
from hone.domain.models import ModelFormat
from hone.inference.gguf_header import GgufHeader, read_gguf_header
from hone.inference.gguf_layers import AttentionCache, layer_caches
from hone.inference.gguf_model import other_parts

PROCESS_BYTES = 75 * 10**6
"""Python, numpy and llama.cpp themselves, resident before a model is loaded (measured)."""

GPU_CONTEXT_BYTES = 500 * 2**20
"""A CUDA context with the kernels of llama.cpp, as for training; not measured for this build."""

OUTPUT_FLOATS = 16 * 2**20
"""How many logits one step gives at most."""

MOST_SEQUENCES = 48
RECURRENT_SEQUENCES = 8
"""Sequences that the worker's context is made for, and for models with a state instead of a cache."""

CELL_BYTES = 128 * 2**20
CELLS_PER_SEQUENCE = 256
"""Cells beside the window, for many short requests at once: as many bytes, or for each sequence, at most."""

_FLOAT = 4
_HALF = 2
_CUDA_HEADS = frozenset({40, 64, 72, 80, 96, 112, 128, 192, 256, 320, 512, 576})
_INPUTS = ("token_embd.", "position_embd.", "token_types.", "per_layer_token_embd.")
_NEVER_FLASH = frozenset({"grok"})


class LayerNeed(msgspec.Struct, frozen=True, kw_only=True):
    """One layer: bytes of its weights, what it caches, the largest of its tensors in bytes."""

    weights: int
    largest: int
    cache: AttentionCache


class Widths(msgspec.Struct, frozen=True, kw_only=True):
    """Numbers per token that the graph holds at once.

    `feed_forward` counts the `experts` that are used together; `attention` is queries, keys and values;
    `masks` is how many attention masks there are (two with a sliding window); `cell_values` is what the
    worker takes for the keys and values of one token in one layer.
    """

    hidden: int
    feed_forward: int
    experts: int
    attention: int
    heads: int
    vocabulary: int
    masks: int
    cell_values: int


class GgufMemory(msgspec.Struct, frozen=True, kw_only=True):
    """The sizes of one GGUF; `tied_output` are bytes that a GPU needs when the output is the embedding."""

    architecture: str
    trained_context: int
    scales_positions: bool
    input_weights: int
    output_weights: int
    tied_output: int
    blocks: tuple[LayerNeed, ...]
    widths: Widths

    @property
    def format(self) -> ModelFormat:
        """Return the format that this describes."""
        return ModelFormat.GGUF

    @property
    def layers(self) -> int:
        """Return how many layers can be on a GPU, the output matrix counted as one."""
        return len(self.blocks) + 1

    @property
    def partial_offload(self) -> bool:
        """Whether some layers may be on the GPU and others not."""
        return True

    @property
    def kv_types(self) -> tuple[KvType, ...]:
        """Return how keys and values may be stored: in blocks of 32 only where heads fill whole blocks."""
        caches = [block.cache for block in self.blocks if block.cache.key_values]
        whole = all(not (cache.key_length % 32 or cache.value_length % 32) for cache in caches)
        if not caches or not whole or self.architecture in _NEVER_FLASH:
            return (KvType.F16,)
        return (KvType.F16, KvType.Q8_0, KvType.Q4_0)

    def forecast(self, setting: LoadSetting, gpu: bool) -> LoadForecast:
        """Reckon what `setting` needs; `gpu`: whether the engine has a GPU whose memory is its own."""
        flash = self._flash(setting, gpu)
        count = self._on_gpu(setting) if gpu else 0
        below, above = self._split(count)
        memory = Need(
            weights=self.input_weights + sum(block.weights for block in below),
            kv_cache=self._cache(below, setting, flash),
            compute=self._scratch(setting, flash, outputs=count == 0) + self._handed_out(),
            overhead=PROCESS_BYTES,
        )
        if count == 0:
            return LoadForecast(memory=_more_weights(memory, self.output_weights))
        # Prompts are computed on the GPU also for layers in memory, whose matrices are copied one by one.
        copied = max((block.largest for block in below), default=0)
        return LoadForecast(
            memory=memory,
            gpu=Need(
                weights=self.output_weights + self.tied_output + sum(block.weights for block in above),
                kv_cache=self._cache(above, setting, flash),
                compute=self._scratch(setting, flash, outputs=True) + copied,
                overhead=GPU_CONTEXT_BYTES,
            ),
        )

    def _on_gpu(self, setting: LoadSetting) -> int:
        return self.layers if setting.gpu_layers < 0 else min(setting.gpu_layers, self.layers)

    def _split(self, count: int) -> tuple[tuple[LayerNeed, ...], tuple[LayerNeed, ...]]:
        """Return the layers in memory and those on the GPU: the output goes first, then the last layers."""
        start = max(0, self.layers - count)
        return self.blocks[:start], self.blocks[start:]

    def _flash(self, setting: LoadSetting, gpu: bool) -> bool:
        """Tell whether llama.cpp will use flash attention; CUDA has it for some lengths of heads only."""
        if setting.flash_attention is FlashAttention.OFF or self.architecture in _NEVER_FLASH:
            return False
        if setting.flash_attention is FlashAttention.ON or not gpu or not self._on_gpu(setting):
            return True
        return all(block.cache.key_length in _CUDA_HEADS for block in self.blocks if block.cache.key_values)

    def _cache(self, blocks: tuple[LayerNeed, ...], setting: LoadSetting, flash: bool) -> int:
        """Return the bytes of keys, values, recurrent states; values are padded without flash attention."""
        cells = self.cells(setting)
        widest = max((block.cache.value_values for block in self.blocks), default=0)
        total = 0
        for block in blocks:
            cache = block.cache
            values = widest if cache.value_values and not flash else cache.value_values
            total += round((cache.key_values + values) * cells * setting.kv_type.bits / 8)
            total += cache.state_values * _FLOAT * self.sequences(setting)
        return total

    def cells(self, setting: LoadSetting) -> int:
        """Return how many tokens the cache has room for: the window, and more where that is cheap."""
        if setting.sequences == 1 or self.scales_positions:
            return padded(setting.context_length)
        cell = self.widths.cell_values * len(self.blocks) * _HALF
        more = min(self.sequences(setting) * CELLS_PER_SEQUENCE, int(CELL_BYTES / max(1.0, cell)))
        return padded(setting.context_length + more)

    def sequences(self, setting: LoadSetting) -> int:
        """Return how many sequences the context is made for."""
        state = any(block.cache.state_values for block in self.blocks)
        most = (setting.sequences or RECURRENT_SEQUENCES) if state else MOST_SEQUENCES
        return max(1, min(most, MOST_SEQUENCES, self.rows))

    @property
    def rows(self) -> int:
        """Return for how many tokens one step can give logits."""
        return max(8, min(BATCH, OUTPUT_FLOATS // max(1, self.widths.vocabulary)))

    def _handed_out(self) -> int:
        """Return the bytes of the logits and hidden states that are handed out."""
        return self.rows * (self.widths.vocabulary + self.widths.hidden) * _FLOAT

    def _scratch(self, setting: LoadSetting, flash: bool, outputs: bool) -> int:
        """Return the compute buffer: the widest stage of the graph for one batch.

        Found by letting llama.cpp print its buffers for models of many shapes: in the feed-forward three
        tensors of its width and four of the hidden size are alive (with experts three of the hidden size for
        each that is used), in attention queries, keys, values and
        four of the hidden size, without flash attention also the whole matrix; at the end the logits of all
        rows and two of the hidden size. Masks have 16 bits with flash attention, else 32.
        """
        widths, cells = self.widths, self.cells(setting)
        tokens = self._tokens(setting)
        mask = cells * tokens * widths.masks * (_HALF if flash else _FLOAT)
        inner = max(3 * widths.feed_forward + 4 * widths.hidden, 3 * (widths.experts + 1) * widths.hidden)
        feed_forward = tokens * inner * _FLOAT + mask
        attention = tokens * (widths.attention + 4 * widths.hidden) * _FLOAT + mask
        if not flash:
            attention += cells * tokens * widths.heads * _FLOAT
        logits = (self.rows * widths.vocabulary + tokens * 2 * widths.hidden) * _FLOAT if outputs else 0
        return max(feed_forward, attention, logits) + self._work(tokens)

    def _tokens(self, setting: LoadSetting) -> int:
        """Return the tokens of one batch, as many for each sequence."""
        sequences = self.sequences(setting)
        return -(-min(BATCH, self.cells(setting)) // sequences) * sequences

    def _work(self, tokens: int) -> int:
        """Return what the processor's backend needs beside: the inputs of a product in 16 bits."""
        return tokens * max(self.widths.feed_forward, self.widths.hidden) * _HALF


def padded(context_length: int) -> int:
    """Return the cells that llama.cpp makes for a context: a multiple of 256."""
    return -(-context_length // SMALLEST_CONTEXT) * SMALLEST_CONTEXT


def read_gguf_memory(path: Path) -> GgufMemory:
    """Read the sizes of the GGUF at `path`, all its parts; raises BadInput as read_gguf_header does."""
    header = read_gguf_header(path)
    parts = (header, *other_parts(path, header).values())
    architecture = header.text("general.architecture")
    weights, largest, inputs, outputs, tied = _weights(parts)
    caches = layer_caches(header)
    blocks = tuple(
        LayerNeed(weights=weights.get(index, 0), largest=largest.get(index, 0), cache=cache)
        for index, cache in enumerate(caches)
    )
    return GgufMemory(
        architecture=architecture,
        trained_context=header.number(f"{architecture}.context_length") or 0,
        scales_positions=any(".rope.scaling." in key for key in header.metadata),
        input_weights=inputs,
        output_weights=outputs,
        tied_output=tied,
        blocks=blocks,
        widths=_widths(header, architecture, caches),
    )


def _weights(parts: tuple[GgufHeader, ...]) -> tuple[dict[int, int], dict[int, int], int, int, int]:
    """Sum tensors: bytes and largest tensor by layer, bytes of the input, of the output, of a tied output."""
    weights: dict[int, int] = {}
    largest: dict[int, int] = {}
    inputs = outputs = embedding = 0
    has_output = False
    for tensor in (tensor for part in parts for tensor in part.tensors):
        kind, _, rest = tensor.name.partition(".")
        number = rest.partition(".")[0]
        if kind == "blk" and number.isdecimal():
            layer = int(number)
            weights[layer] = weights.get(layer, 0) + tensor.size
            largest[layer] = max(largest.get(layer, 0), tensor.size)
        elif tensor.name.startswith(_INPUTS):
            inputs += tensor.size
            embedding = tensor.size if tensor.name == "token_embd.weight" else embedding
        else:
            outputs += tensor.size
            has_output = has_output or tensor.name == "output.weight"
    return weights, largest, inputs, outputs, 0 if has_output else embedding


def _widths(header: GgufHeader, architecture: str, caches: tuple[AttentionCache, ...]) -> Widths:
    def number(key: str) -> int:
        return header.number(f"{architecture}.{key}") or 0

    hidden, heads = number("embedding_length"), number("attention.head_count")
    used = number("expert_used_count")
    experts = used * number("expert_feed_forward_length") + number("expert_shared_feed_forward_length")
    tokens = header.metadata.get("tokenizer.ggml.tokens")
    vocabulary = getattr(tokens, "length", 0) or number("vocab_size")
    return Widths(
        hidden=hidden,
        feed_forward=max(number("feed_forward_length"), experts, number("ssm.inner_size")),
        experts=used,
        attention=max((cache.query_values(heads) for cache in caches), default=0),
        heads=heads,
        vocabulary=vocabulary,
        masks=2 if number("attention.sliding_window") else 1,
        cell_values=2 * hidden * (number("attention.head_count_kv") or heads) // max(1, heads),
    )


def _more_weights(need: Need, more: int) -> Need:
    return msgspec.structs.replace(need, weights=need.weights + more)
