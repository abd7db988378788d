"""QLoRA: a LoRA adapter over a base that is held in 4 bits (Dettmers et al. 2023, arXiv 2305.14314)."""

from __future__ import annotations

from hone.tuning.methods.base import LORA_FIELDS, Method, lora_settings

QLORA = Method(
    name="qlora",
    label="QLoRA (4 bits)",
    summary="Trains a small adapter; the model itself is held in 4 bits (NF4) and not changed.",
    when="The right choice nearly always: a quarter of the memory, and the same results as 16 bits in the "
    "paper's measurements (53.1 against 53.0 on MMLU).",
    fields=LORA_FIELDS,
    quantization="nf4",
    peft_settings=lora_settings,
)
