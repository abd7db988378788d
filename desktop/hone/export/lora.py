"""A PEFT LoRA adapter as llama.cpp reads it: which tensors belong together, and how strongly they count.

llama.cpp scales the product of a pair by alpha / rank with one alpha for the whole file (its
`llama_adapter_lora_weight::get_scale`). Where PEFT scales otherwise the difference goes into the B matrix.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from hone.errors import BadInput

_PAIR = re.compile(r"base_model\.model\.(?P<module>.+)\.lora_(?P<side>[AB])\.weight")


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """The two matrices of one module, by their names in the file; `module` is the base's name for it."""

    module: str
    a: str
    b: str

    @property
    def weight(self) -> str:
        """Name of the base's tensor that the pair changes."""
        return f"{self.module}.weight"


def pairs(names: Iterable[str], where: str) -> list[Pair]:
    """Group the tensors of adapter_model.safetensors; BadInput for what llama.cpp cannot apply."""
    sides: dict[str, dict[str, str]] = {}
    for name in names:
        match = _PAIR.fullmatch(name)
        if match is None:
            raise BadInput(
                f"{where} holds {name!r}, which is not part of a LoRA; llama.cpp cannot use this adapter.",
                hint="The adapter works in the transformers engine, over the model it was trained on.",
            )
        sides.setdefault(match["module"], {})[match["side"]] = name
    for module, found in sides.items():
        if len(found) != 2:
            raise BadInput(f"{where} is incomplete: {module} has only one of its two matrices.")
    return [Pair(module=module, a=found["A"], b=found["B"]) for module, found in sorted(sides.items())]


def check_settings(config: Mapping[str, Any], where: str) -> None:
    """Refuse adapters that are more than a plain LoRA, in a sentence."""
    reason = ""
    if config.get("peft_type") != "LORA":
        reason = f"it is a {config.get('peft_type')} adapter, not LoRA"
    elif config.get("use_dora"):
        reason = "it uses DoRA, which llama.cpp does not know"
    elif config.get("modules_to_save"):
        reason = "it replaces whole layers (modules_to_save)"
    elif config.get("bias", "none") != "none" or config.get("lora_bias"):
        reason = "it changes biases"
    elif config.get("fan_in_fan_out"):
        reason = "it is for transposed layers (fan_in_fan_out)"
    if reason:
        raise BadInput(
            f"{where} cannot be written as GGUF: {reason}.",
            hint="The adapter works in the transformers engine, over the model it was trained on.",
        )


def scale(config: Mapping[str, Any], module: str, rank: int) -> float:
    """Return by what PEFT multiplies the product of a module's pair; rsLoRA divides by the rank's root."""
    alpha = float(_of_pattern(config.get("alpha_pattern"), module, config["lora_alpha"]))
    return alpha / (math.sqrt(rank) if config.get("use_rslora") else rank)


def written_alpha(config: Mapping[str, Any]) -> float:
    """Return the alpha of the whole file: right for all modules of the usual rank."""
    rank = int(config["r"])
    return scale({**config, "alpha_pattern": None}, "", rank) * rank


def correction(config: Mapping[str, Any], module: str, rank: int) -> float:
    """Return the factor for a module's B matrix that makes llama.cpp's scale PEFT's; usually 1."""
    return scale(config, module, rank) * rank / written_alpha(config)


def _of_pattern(patterns: Mapping[str, Any] | None, module: str, default: Any) -> Any:
    """Look a module up as PEFT does: a key matches the end of the name, as a regular expression."""
    for pattern, value in (patterns or {}).items():
        if re.match(rf"(.*\.)?({pattern})$", module):
            return value
    return default
