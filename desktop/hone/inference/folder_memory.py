"""What a model folder needs of memory once transformers has loaded it, from its headers and config.

Weights are exact for the formats that files are stored in, and within a percent for those that Hone makes
while loading. The rest is an estimate for prompts that are read in pieces of 512 tokens. Pages of the files
are not counted where the weights are converted: they are read once, and the system drops them for others.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from hone.domain.fit import BATCH, KvType, LoadForecast, LoadSetting, Need
from hone.domain.models import ModelFormat, Shape
from hone.inference.model_config import read_model_config
from hone.inference.safetensors_folder import folder_tensors
from hone.inference.safetensors_header import BITS, StoredTensor

PROCESS_BYTES = 400 * 10**6
"""Python, PyTorch, transformers and one of its models, resident without weights (351 MB, and peft)."""

PACKING_BYTES = 45 * 10**6
"""bitsandbytes itself (measured)."""

PACKING_SHARES = {"nf4": 0.2, "int8": 0.3}
MOST_LEFT = 10**9
"""What packing leaves behind in the allocator, as a share of the stored bytes, and at most.

Measured: 0.16 and 0.21 for nf4, between 0.05 and 0.65 for int8 in repeated runs.
"""

GPU_CONTEXT_BYTES = 500 * 2**20
"""A CUDA context, as for training."""

NF4_BYTES = 4.127 / 8
"""Bytes per weight in NF4 with double quantisation (QLoRA, section 3)."""

INT8_BYTES = 1.0
_BYTES = {"float32": 4, "float16": 2, "bfloat16": 2, "fp32": 4, "fp16": 2, "bf16": 2}
_KEPT_WHOLE = ("embed", "lm_head", "wte", "wpe", "norm")


class FolderMemory(msgspec.Struct, frozen=True, kw_only=True):
    """The sizes of one model folder.

    `linear` values are those that a quantisation concerns, `other` values the rest; `stored_bytes` is what
    all take as stored; `cached_values` are keys and values of one token; `widest` is the largest matrix.
    """

    shape: Shape | None
    trained_context: int
    linear: int
    other: int
    widest: int
    stored_bytes: int
    stored_quantization: str
    cached_values: int
    dtype_bytes: int

    @property
    def format(self) -> ModelFormat:
        """Return the format that this describes."""
        return ModelFormat.SAFETENSORS

    @property
    def layers(self) -> int:
        """Return how many parts can be on a GPU: the model is there as a whole or not at all."""
        return 1

    @property
    def partial_offload(self) -> bool:
        """Whether some layers may be on the GPU and others not."""
        return False

    @property
    def kv_types(self) -> tuple[KvType, ...]:
        """Return how keys and values may be stored: as they are computed."""
        return (KvType.F16,)

    def forecast(self, setting: LoadSetting, gpu: bool) -> LoadForecast:
        """Reckon what `setting` needs; `gpu`: whether PyTorch can use one."""
        width = _BYTES.get(setting.quantization, self.dtype_bytes)
        packing = setting.quantization or self.stored_quantization
        cache = self.cached_values * width * max(1, setting.context_length)
        need = Need(
            weights=self._weights(packing, width),
            kv_cache=cache,
            compute=self._scratch(setting, width) + self._left_by_packing(packing),
            overhead=PROCESS_BYTES + (PACKING_BYTES if packing in PACKING_SHARES else 0),
        )
        if not gpu or setting.gpu_layers == 0:
            return LoadForecast(memory=need)
        return LoadForecast(
            memory=Need(overhead=PROCESS_BYTES),
            gpu=msgspec.structs.replace(need, overhead=GPU_CONTEXT_BYTES),
        )

    def _weights(self, quantization: str, width: int) -> int:
        if quantization == self.stored_quantization:
            return self.stored_bytes
        if quantization in ("nf4", "int8"):
            each = NF4_BYTES if quantization == "nf4" else INT8_BYTES
            return round(self.linear * each) + self.other * width
        return (self.linear + self.other) * width

    def _left_by_packing(self, packing: str) -> int:
        if packing == self.stored_quantization:
            return 0
        return round(min(MOST_LEFT, PACKING_SHARES.get(packing, 0.0) * self.stored_bytes))

    def _scratch(self, setting: LoadSetting, width: int) -> int:
        """Return the tensors of one step: a piece of the prompt through a block, or its logits.

        Caches grow by being copied, which leaves holes in memory: half of them was measured. A matrix in 4
        or 8 bits is unpacked for its product.
        """
        if self.shape is None:
            return 0
        tokens = min(BATCH, max(1, setting.context_length))
        shape = self.shape
        block = tokens * (4 * shape.intermediate_size + 8 * shape.hidden_size) * width
        mask = tokens * setting.context_length * width
        grown = self.cached_values * width * setting.context_length // 2
        packed = (setting.quantization or self.stored_quantization) in ("nf4", "int8")
        return block + mask + grown + shape.vocabulary * 64 * 4 + (self.widest * width if packed else 0)


def read_folder_memory(folder: Path) -> FolderMemory:
    """Read the sizes of the model in `folder`; raises BadInput as describe_folder does.

    Only sizes are read, so a model's own code is no reason to refuse it here.
    """
    config = read_model_config(folder, allow_code=True)
    tensors = folder_tensors(folder)
    linear = [tensor for tensor in tensors if _is_linear(tensor)]
    values = sum(tensor.values for tensor in linear)
    bits = max(
        (BITS[tensor.dtype] for tensor in tensors if tensor.dtype in ("F32", "F16", "BF16")), default=16
    )
    return FolderMemory(
        shape=config.shape,
        trained_context=config.context_length or 0,
        linear=values,
        other=sum(tensor.values for tensor in tensors) - values,
        widest=max((tensor.values for tensor in linear), default=0),
        stored_bytes=sum(tensor.end - tensor.begin for tensor in tensors),
        stored_quantization=config.quantization,
        cached_values=config.cached_values or 0,
        dtype_bytes=_BYTES.get(config.dtype, bits // 8),
    )


def _is_linear(tensor: StoredTensor) -> bool:
    """Tell whether a quantisation concerns a tensor: matrices, but not embeddings and the output."""
    return len(tensor.shape) == 2 and not any(word in tensor.name for word in _KEPT_WHOLE)
