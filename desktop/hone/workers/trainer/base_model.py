"""The base model: load it, quantise it, and put a fresh adapter on it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from peft import LoraConfig, PeftModel, get_peft_model
from transformers import (
    AutoModelForCausalLM,
    AutoTokenizer,
    BitsAndBytesConfig,
    PreTrainedModel,
    PreTrainedTokenizerBase,
)

from hone.errors import BadInput
from hone.workers.linear4bit import keep_weights_as_packed
from hone.workers.trainer.machine import Machine


def weight_bytes(folder: Path) -> int:
    """Return the size of the model's weight files."""
    return sum(path.stat().st_size for path in folder.glob("*.safetensors"))


def load_tokenizer(folder: Path) -> PreTrainedTokenizerBase:
    """Load the tokenizer of the model in `folder`; nothing is fetched and no code of the model is run."""
    try:
        return AutoTokenizer.from_pretrained(folder, local_files_only=True, trust_remote_code=False)
    except (OSError, ValueError) as error:
        raise BadInput(
            f"The tokenizer in {folder} cannot be loaded.",
            hint="A model folder needs tokenizer.json beside its weights.",
            detail=str(error),
        ) from error


def load_base(folder: Path, machine: Machine, quantization: str) -> PreTrainedModel:
    """Load the weights in `folder`; `quantization` is "nf4" or "" (the machine's number format)."""
    try:
        model = AutoModelForCausalLM.from_pretrained(
            folder,
            dtype=machine.dtype,
            quantization_config=_nf4(machine.dtype) if quantization == "nf4" else None,
            device_map={"": machine.device},
            local_files_only=True,
            trust_remote_code=False,
            use_safetensors=True,
        )
    except (OSError, ValueError, KeyError) as error:
        raise BadInput(
            f"The model in {folder} cannot be loaded for training.",
            hint="It must be a folder with config.json and safetensors weights of a text model.",
            detail=f"{type(error).__name__}: {error}",
        ) from error
    model.config.use_cache = False
    keep_weights_as_packed(model)
    return model


def add_adapter(model: PreTrainedModel, settings: dict[str, Any]) -> PeftModel:
    """Put a fresh LoRA adapter on the base; `settings` are arguments of peft.LoraConfig."""
    try:
        return get_peft_model(model, LoraConfig(task_type="CAUSAL_LM", **settings))
    except ValueError as error:
        raise BadInput(
            f"The adapter's settings do not fit this model: {error}",
            hint="Check target_modules in [method.settings]; 'all-linear' fits every model.",
        ) from error


def keep_adapter_in_full_precision(model: torch.nn.Module) -> None:
    """Hold what is trained in 32 bits: TRL casts it to bf16, checkpoints hold fp32, and a resume differs."""
    for parameter in model.parameters():
        if parameter.requires_grad:
            parameter.data = parameter.data.float()


def _nf4(compute: torch.dtype) -> BitsAndBytesConfig:
    return BitsAndBytesConfig(
        load_in_4bit=True,
        bnb_4bit_quant_type="nf4",
        bnb_4bit_use_double_quant=True,
        bnb_4bit_compute_dtype=compute,
    )
