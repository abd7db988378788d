"""Load a model's weights: only safetensors, nothing from the network, no code of the model unasked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from hone.domain.model_code import wanted_code
from hone.errors import BadInput
from hone.workers.linear4bit import keep_weights_as_packed

if TYPE_CHECKING:
    import torch
    from transformers import PreTrainedModel

QUANTIZATIONS = ("", "nf4", "int8", "bf16", "fp16", "fp32")
_LOADING_ERRORS = (OSError, ValueError, KeyError, TypeError, RuntimeError, AttributeError, ImportError)


def load_weights(folder: Path, quantization: str, device: torch.device, allow_code: bool) -> PreTrainedModel:
    """Load a model for inference; raises BadInput when transformers does not know or cannot read it.

    With `allow_code` the Python files in the folder may run when its config.json names them; nothing else
    that could bring code is ever followed.
    """
    from transformers import AutoModelForCausalLM

    if quantization not in QUANTIZATIONS:
        raise BadInput(
            f"{quantization!r} is no quantisation of this engine.",
            hint="Leave it empty, or use " + ", ".join(QUANTIZATIONS[1:]) + ".",
        )
    trusted = _may_run_code(folder, allow_code)
    try:
        model = AutoModelForCausalLM.from_pretrained(
            folder,
            dtype=_number_format(quantization, device),
            quantization_config=_packing(quantization),
            device_map={"": device},
            local_files_only=True,
            trust_remote_code=trusted,
            use_safetensors=True,
        )
    except _LOADING_ERRORS as error:
        raise BadInput(
            f"{folder.name} could not be loaded: {_first_line(error)}",
            hint="The files may be damaged, or the model may need a newer transformers or more memory.",
            detail=f"{type(error).__name__}: {error}",
        ) from error
    if getattr(model, "is_quantized", False):
        keep_weights_as_packed(model)
    return model.eval()


def _may_run_code(folder: Path, allowed: bool) -> bool:
    """Return whether the model's own code is to run; raises BadInput when it would have to and must not."""
    try:
        wish = wanted_code(msgspec.json.decode((folder / "config.json").read_bytes()))
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise BadInput(
            f"config.json in {folder.name} cannot be read: {error}.", hint="Get that file again."
        ) from error
    if wish is not None and not (allowed and wish.own_files):
        raise wish.refusal(folder.name)
    return wish is not None


def _number_format(quantization: str, device: torch.device) -> Any:
    import torch

    named = {"bf16": torch.bfloat16, "fp16": torch.float16, "fp32": torch.float32}
    if quantization in named:
        return named[quantization]
    return torch.float16 if device.type == "cuda" and not torch.cuda.is_bf16_supported() else "auto"


def _packing(quantization: str) -> Any:
    """Return how bitsandbytes packs the weights; None for those that are not packed."""
    import torch
    from transformers import BitsAndBytesConfig

    if quantization == "int8":
        return BitsAndBytesConfig(load_in_8bit=True)
    if quantization != "nf4":
        return None
    return BitsAndBytesConfig(
        load_in_4bit=True,
        bnb_4bit_quant_type="nf4",
        bnb_4bit_use_double_quant=True,
        bnb_4bit_compute_dtype=torch.bfloat16 if torch.cuda.is_available() else torch.float32,
    )


def _first_line(error: BaseException) -> str:
    text = str(error).strip().splitlines()
    return (text[0] if text else type(error).__name__)[:300]
