"""Read the soft prompt of a PEFT folder: prompt tuning, or p-tuning whose result was saved."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

from hone.errors import BadInput
from hone.workers.llama.jobs import Floats

SERVED = ("PROMPT_TUNING", "P_TUNING")
TENSOR = "prompt_embeddings"
LARGEST_BYTES = 2**30
_TYPES = {"F32": "<f4", "F16": "<f2", "F64": "<f8"}


def read_soft_prompt(folder: Path, width: int) -> Floats:
    """Return the embeddings of shape (virtual tokens, width); raises BadInput that says what is wrong."""
    kind = str(_settings(folder).get("peft_type", ""))
    if kind not in SERVED:
        raise BadInput(
            f"{folder.name} is no soft prompt that llama.cpp can be given: its type is {kind or 'not told'}.",
            hint="Prompt tuning and p-tuning work here; a prefix tuning needs the model's folder format.",
        )
    weights = folder / "adapter_model.safetensors"
    if not weights.is_file():
        pickled = [file.name for file in folder.glob("*.bin")]
        raise BadInput(
            f"{folder.name} has no adapter_model.safetensors"
            + (f"; {pickled[0]} may hold code and is not read." if pickled else "."),
            hint="Save the adapter again with PEFT, which writes safetensors.",
        )
    vectors = _tensor(weights)
    if vectors.ndim != 2 or vectors.shape[1] != width or not len(vectors):
        shape = " x ".join(str(size) for size in vectors.shape)
        raise BadInput(
            f"The soft prompt {folder.name} has the shape {shape}, and this model needs {width:,} columns.",
            hint="Choose the model that it was trained on.",
        )
    if not np.isfinite(vectors).all():
        raise BadInput(
            f"The soft prompt {folder.name} has values that are not numbers.", hint="Train it again."
        )
    return vectors


def _settings(folder: Path) -> dict[str, Any]:
    try:
        settings = json.loads((folder / "adapter_config.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadInput(
            f"The soft prompt {folder.name} has no readable adapter_config.json.",
            hint="Choose the folder that PEFT saved.",
            detail=str(error),
        ) from error
    return settings if isinstance(settings, dict) else {}


def _tensor(file: Path) -> Floats:
    """Return the tensor as float32; bfloat16, which numpy does not have, is the upper half of a float32."""
    from safetensors import SafetensorError, deserialize

    try:
        if file.stat().st_size > LARGEST_BYTES:
            raise BadInput(f"{file} is too large for a soft prompt.", hint="Is it another kind of adapter?")
        tensors = dict(deserialize(file.read_bytes()))
    except (OSError, SafetensorError) as error:
        raise BadInput(
            f"{file} cannot be read: {error}.", hint="Save the adapter again with PEFT."
        ) from error
    found = tensors.get(TENSOR)
    if found is None:
        raise BadInput(
            f"{file} has no tensor {TENSOR}.", hint="Choose a folder of prompt tuning that PEFT saved."
        )
    if found["dtype"] == "BF16":
        halves = np.frombuffer(found["data"], "<u2").astype(np.uint32) << 16
        return halves.view(np.float32).reshape(found["shape"])
    if found["dtype"] not in _TYPES:
        raise BadInput(f"{file} stores {TENSOR} as {found['dtype']}.", hint="Save it as float32.")
    values = np.frombuffer(found["data"], _TYPES[found["dtype"]])
    return np.ascontiguousarray(values.reshape(found["shape"]), np.float32)
