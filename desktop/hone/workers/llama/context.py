"""A llama.cpp context with many sequences: batches in, outputs back."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import llama_cpp
import numpy as np

from hone.errors import BadInput, HoneError
from hone.workers.llama.batch import TokenBatch
from hone.workers.llama.jobs import Floats
from hone.workers.llama.log import LibraryLog

BATCH = 512
OUTPUT_FLOATS = 16 * 2**20  # 64 MiB of logits in one decode at most
MOST_SEQUENCES = 48
RECURRENT_SEQUENCES = 8  # their state has a fixed size, some 20 MB for each sequence of a 3B Mamba
CELL_BYTES = 128 * 2**20
CELLS_PER_SEQUENCE = 256
KV_TYPES = {"f16": 1, "q8_0": 8, "q4_0": 2}  # the numbers of ggml_type
FLASH = {"auto": -1, "off": 0, "on": 1}
_LONGEST_KEY = 256
_NO_ABORT = llama_cpp.ggml_abort_callback()  # a null pointer


@dataclass(frozen=True)
class ContextSettings:
    """How the context is made. `window` is the longest sequence in tokens."""

    window: int
    threads: int
    sequences: int = 0
    kv_type: str = "f16"
    flash_attention: str = "auto"
    on_gpu: bool = False

    def with_window(self, window: int) -> ContextSettings:
        """Return the same settings for another window."""
        return replace(self, window=window)

    def check(self) -> None:
        """Raise BadInput for values that llama.cpp does not have."""
        if self.kv_type not in KV_TYPES:
            raise BadInput(
                f"There is no KV type {self.kv_type!r}.", hint="Known: " + ", ".join(KV_TYPES) + "."
            )
        if self.flash_attention not in FLASH:
            raise BadInput(
                f"Flash attention cannot be {self.flash_attention!r}.", hint="Choose auto, on or off."
            )
        if self.kv_type != "f16" and self.flash_attention == "off":
            raise BadInput(
                f"A KV cache of type {self.kv_type} needs flash attention, which is off.",
                hint="Choose f16, or flash attention auto.",
            )


class LlamaContext:
    """Owns the context.

    `keeps_tails` is false where a sequence can only be kept or dropped as a whole (recurrent and hybrid
    models), `has_cells` where no token takes room of its own (recurrent ones). `rows` bounds the outputs of
    one decode. Where it `pads`, the last sequence is left for that; `cells_per_token` is how many cells a
    token can attend to in the time that its matrices take.
    """

    def __init__(self, model: llama_cpp.llama_model_p, settings: ContextSettings, log: LibraryLog) -> None:
        settings.check()
        self.model = model
        self.settings = settings
        self._log = log
        self.vocabulary = llama_cpp.llama_vocab_n_tokens(llama_cpp.llama_model_get_vocab(model))
        self.width = llama_cpp.llama_model_n_embd_out(model)
        self.keeps_tails = not (
            llama_cpp.llama_model_is_recurrent(model) or llama_cpp.llama_model_is_hybrid(model)
        )
        self.has_cells = not llama_cpp.llama_model_is_recurrent(model)
        self.sliding_window = llama_cpp.llama_model_n_swa(model)
        self.pads = self.keeps_tails and not settings.on_gpu and settings.kv_type == "f16"
        self.pads = self.pads and settings.flash_attention != "off"
        self.cells_per_token = _cells_per_token(model)
        self.rows = max(8, min(BATCH, OUTPUT_FLOATS // self.vocabulary))
        self.handle = llama_cpp.llama_init_from_model(model, self._parameters())
        if not self.handle:
            raise self._no_room()
        self.cells: int = llama_cpp.llama_n_ctx(self.handle)
        self.sequences: int = llama_cpp.llama_n_seq_max(self.handle)
        self.memory = llama_cpp.llama_get_memory(self.handle)
        self.batch = TokenBatch(BATCH)
        self._views: dict[int, Floats] = {}
        self._abort: object = None
        self._hidden = False

    def decode(self, raw: llama_cpp.llama_batch) -> int:
        """Evaluate a batch; returns 0, 1 (no room), 2 (aborted), or another code of llama_decode."""
        code: int = llama_cpp.llama_decode(self.handle, raw)
        return code

    def logits(self, index: int) -> Floats:
        """Return a view of the logits of row `index` of the last batch, shape (vocabulary,)."""
        return self._view(llama_cpp.llama_get_logits_ith(self.handle, index), self.vocabulary)

    def hidden(self, index: int) -> Floats:
        """Return a view of the last hidden state of row `index` of the last batch, shape (n_embd,)."""
        return self._view(llama_cpp.llama_get_embeddings_ith(self.handle, index), self.width)

    def want_hidden(self, wanted: bool) -> None:
        """Make the next batches give hidden states; then every token must be flagged."""
        if wanted != self._hidden:
            llama_cpp.llama_set_embeddings(self.handle, wanted)
            self._hidden = wanted

    def use_adapters(self, adapters: Sequence[tuple[llama_cpp.llama_adapter_lora_p, float]]) -> None:
        """Let these LoRAs act on the weights from now on."""
        count = len(adapters)
        handles = (llama_cpp.llama_adapter_lora_p_ctypes * count)(*(handle for handle, _ in adapters))
        scales = (ctypes.c_float * count)(*(scale for _, scale in adapters))
        if llama_cpp.llama_set_adapters_lora(self.handle, handles, count, scales):
            raise HoneError(f"llama.cpp could not use the adapters: {self._log.reason()}.")

    def abort_when(self, asked: Callable[[], bool] | None) -> None:
        """Ask between two graph nodes (on the CPU) whether to abort; None stops asking."""
        if asked is None:
            llama_cpp.llama_set_abort_callback(self.handle, _NO_ABORT, None)
            self._abort = None
            return
        callback = llama_cpp.ggml_abort_callback(lambda _data: asked())
        llama_cpp.llama_set_abort_callback(self.handle, callback, None)
        self._abort = callback  # llama.cpp keeps the address only

    def remove(self, sequence: int, start: int = 0) -> bool:
        """Remove a sequence from position `start` on; false where its tail cannot be removed."""
        done: bool = llama_cpp.llama_memory_seq_rm(self.memory, sequence, start, -1)
        return done

    def copy(self, source: int, target: int, count: int) -> None:
        """Let sequence `target` begin with the first `count` tokens of `source`; the cells are shared.

        Where tails cannot be dropped, `count` must be all that `source` has.
        """
        llama_cpp.llama_memory_seq_cp(self.memory, source, target, 0, count if self.keeps_tails else -1)

    def length(self, sequence: int) -> int:
        """Return how many positions the cache holds of a sequence."""
        last: int = llama_cpp.llama_memory_seq_pos_max(self.memory, sequence)
        return last + 1

    def reaches_back(self, sequence: int, count: int) -> bool:
        """Whether the first `count` tokens of a sequence can be gone on from.

        A sliding window may have lost cells that no token of its own sequence can see any more.
        """
        if self.sliding_window <= 0:
            return True
        first: int = llama_cpp.llama_memory_seq_pos_min(self.memory, sequence)
        return first <= max(0, count - self.sliding_window)

    def state_size(self, sequence: int) -> int:
        """Return how many bytes the state of a sequence takes."""
        size: int = llama_cpp.llama_state_seq_get_size(self.handle, sequence)
        return size

    def read_state(self, sequence: int, size: int) -> memoryview | None:
        """Return what llama.cpp writes of a sequence, `size` bytes; None when it cannot."""
        data = (ctypes.c_uint8 * size)()
        written = llama_cpp.llama_state_seq_get_data(self.handle, data, size, sequence)
        return memoryview(data)[:written] if written else None

    def write_state(self, sequence: int, data: memoryview, tokens: int) -> bool:
        """Give an empty sequence what was read of one with so many tokens; false when it is refused."""
        memory = (ctypes.c_uint8 * len(data)).from_buffer(data)
        taken = llama_cpp.llama_state_seq_set_data(self.handle, memory, len(data), sequence)
        return bool(taken) and self.length(sequence) == tokens

    def clear(self) -> None:
        """Empty the cache, and let it be filled from its first cell on."""
        llama_cpp.llama_memory_clear(self.memory, True)

    def failure(self, code: int) -> HoneError:
        """Describe a decode that failed."""
        return HoneError(
            f"llama.cpp could not evaluate the text (code {code}): {self._log.reason()}.",
            hint="Try again; if it happens again, choose a smaller context length in the settings.",
            detail=self._log.text(),
        )

    def close(self) -> None:
        """Free the context."""
        llama_cpp.llama_free(self.handle)

    def _view(self, pointer: ctypes._Pointer[ctypes.c_float], size: int) -> Floats:
        """Return the floats at a pointer; views are kept, because making one costs more than a lookup."""
        if not pointer:
            raise HoneError("llama.cpp gave no output for a token that was asked for.")
        address = ctypes.addressof(pointer.contents)
        view = self._views.get(address)
        if view is None or len(view) != size:
            if len(self._views) > 4 * BATCH:
                self._views.clear()
            view = np.ctypeslib.as_array((ctypes.c_float * size).from_address(address))
            self._views[address] = view
        return view

    def _parameters(self) -> llama_cpp.llama_context_params:
        settings = self.settings
        parameters = llama_cpp.llama_context_default_params()
        parameters.n_seq_max = self._sequences()
        parameters.n_ctx = pool_cells(self.model, settings, parameters.n_seq_max)
        parameters.n_batch = BATCH
        parameters.n_ubatch = BATCH
        parameters.n_outputs_max = self.rows
        parameters.n_threads = settings.threads
        parameters.n_threads_batch = settings.threads
        parameters.type_k = parameters.type_v = KV_TYPES[settings.kv_type]
        parameters.flash_attn_type = FLASH[settings.flash_attention]
        parameters.pooling_type = llama_cpp.LLAMA_POOLING_TYPE_NONE
        parameters.kv_unified = True
        parameters.swa_full = True
        parameters.no_perf = True
        return parameters

    def _sequences(self) -> int:
        most = MOST_SEQUENCES if self.keeps_tails else (self.settings.sequences or RECURRENT_SEQUENCES)
        return max(1, min(most, MOST_SEQUENCES, self.rows))

    def _no_room(self) -> BadInput:
        return BadInput(
            f"There is not enough memory for a context of {self.settings.window:,} tokens: "
            f"{self._log.reason()}.",
            hint="Choose a smaller context length in the settings, or a smaller model.",
            detail=self._log.text(),
        )


def pool_cells(model: llama_cpp.llama_model_p, settings: ContextSettings, sequences: int) -> int:
    """Return how many tokens the cache holds: a window, and where that is cheap, more for many requests.

    The further cells are 256 for each sequence, of 128 MiB at most; none when one request at a time is
    wanted, or when the model scales its positions, which llama.cpp does by the size of the cache.
    """
    if settings.sequences == 1 or _has_key(model, ".rope.scaling."):
        return settings.window
    layers, heads = llama_cpp.llama_model_n_layer(model), max(1, llama_cpp.llama_model_n_head(model))
    shared = llama_cpp.llama_model_n_head_kv(model) / heads
    bytes_per_cell = 2 * 2 * layers * llama_cpp.llama_model_n_embd(model) * shared  # keys and values, f16
    affordable = int(CELL_BYTES / max(1.0, bytes_per_cell))
    return settings.window + min(sequences * CELLS_PER_SEQUENCE, affordable)


def _cells_per_token(model: llama_cpp.llama_model_p) -> int:
    """Estimate for how many cells attention takes as long as the weights, one token at a time on the CPU.

    Measured: 240 for a model of 5 M parameters, 300 for one of 155 M; it grows with the weights for each
    layer and width.
    """
    width = llama_cpp.llama_model_n_layer(model) * llama_cpp.llama_model_n_embd(model)
    return max(300, llama_cpp.llama_model_n_params(model) // (40 * max(1, width)))


def _has_key(model: llama_cpp.llama_model_p, part: str) -> bool:
    """Whether the model's file has a key with `part` in its name."""
    buffer = ctypes.create_string_buffer(_LONGEST_KEY)
    for index in range(llama_cpp.llama_model_meta_count(model)):
        llama_cpp.llama_model_meta_key_by_index(model, index, buffer, _LONGEST_KEY)
        if part in buffer.value.decode(errors="replace"):
            return True
    return False
