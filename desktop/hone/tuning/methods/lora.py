"""LoRA: a low-rank adapter over a base that is held as it is (Hu et al. 2021, arXiv 2106.09685)."""

from __future__ import annotations

from hone.tuning.methods.base import LORA_FIELDS, Method, lora_settings

LORA = Method(
    name="lora",
    label="LoRA (16 or 32 bits)",
    summary="Trains a small adapter; the model itself is held in its full precision and not changed.",
    when="When memory is plentiful: each step is a little faster than QLoRA's, and nothing is rounded. For "
    "small models (below about a billion parameters) there is little to save by quantising.",
    fields=LORA_FIELDS,
    quantization="",
    peft_settings=lora_settings,
)
