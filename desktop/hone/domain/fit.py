"""How a model is loaded, what that needs of memory, and what was chosen to fit."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from hone.domain.models import ModelFormat

BATCH = 512
"""Tokens evaluated at once, in llama.cpp (n_batch = n_ubatch) and while transformers reads a prompt."""

USUAL_CONTEXT = 8192
"""The longest context that is taken unasked; longer ones are rarely filled and cost memory and time."""

SMALLEST_CONTEXT = 256
"""llama.cpp rounds every context up to a multiple of this."""


class KvType(StrEnum):
    """How keys and values are stored; AUTO: F16 where it fits."""

    AUTO = "auto"
    F16 = "f16"
    Q8_0 = "q8_0"
    Q4_0 = "q4_0"

    @property
    def bits(self) -> float:
        """Return the bits of one value: 16, or blocks of 32 values in 34 or 18 bytes."""
        return {KvType.Q8_0: 8.5, KvType.Q4_0: 4.5}.get(self, 16.0)


class FlashAttention(StrEnum):
    """Whether attention is computed without its whole matrix; AUTO: where the device can."""

    AUTO = "auto"
    ON = "on"
    OFF = "off"


class LoadSetting(msgspec.Struct, frozen=True, kw_only=True):
    """How to load a model.

    As a wish: `context_length` 0 and `gpu_layers` -1 leave the choice to Hone. As a choice:
    `context_length` is at least 1, and `gpu_layers` -1 means all, the output matrix included.
    `quantization` and `sequences` are those of `hone.ipc.messages.LoadModel`.
    """

    context_length: int = 0
    kv_type: KvType = KvType.AUTO
    flash_attention: FlashAttention = FlashAttention.AUTO
    gpu_layers: int = -1
    quantization: str = ""
    sequences: int = 0


class Need(msgspec.Struct, frozen=True, kw_only=True):
    """Bytes needed in one place."""

    weights: int = 0
    kv_cache: int = 0
    compute: int = 0
    overhead: int = 0

    @property
    def total(self) -> int:
        """Return all of it."""
        return self.weights + self.kv_cache + self.compute + self.overhead


class LoadForecast(msgspec.Struct, frozen=True, kw_only=True):
    """What a loaded model needs at its peak: on the GPU, and in memory."""

    gpu: Need = Need()
    memory: Need = Need()

    @property
    def total(self) -> int:
        """Return the bytes in both places."""
        return self.gpu.total + self.memory.total


class FreeMemory(msgspec.Struct, frozen=True, kw_only=True):
    """Bytes free now; `gpu` is None where the engine can use no GPU whose memory is known."""

    memory: int
    gpu: int | None = None

    @property
    def total(self) -> int:
        """Return the bytes in both places."""
        return self.memory + (self.gpu or 0)


class Fit(msgspec.Struct, frozen=True, kw_only=True):
    """A setting that fits, what it needs, and what was free when it was chosen.

    `layers` is how many layers can be on the GPU, the output matrix counted as one.
    """

    setting: LoadSetting
    forecast: LoadForecast
    free: FreeMemory
    layers: int
    format: ModelFormat

    @property
    def context_length(self) -> int:
        """Return the chosen context length in tokens."""
        return self.setting.context_length

    @property
    def kv_type(self) -> KvType:
        """Return how keys and values are stored; never AUTO."""
        return self.setting.kv_type

    @property
    def flash_attention(self) -> FlashAttention:
        """Return the choice about flash attention."""
        return self.setting.flash_attention

    @property
    def gpu_layers(self) -> int:
        """Return how many layers go to the GPU, -1 for all."""
        return self.setting.gpu_layers

    @property
    def partial(self) -> bool:
        """Whether some layers are on the GPU and others in memory."""
        return 0 < self.setting.gpu_layers < self.layers
