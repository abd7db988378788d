"""What a plan's method means for the libraries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hone.domain.plan import Plan


@dataclass(frozen=True)
class Adaptation:
    """How the base is held ("nf4" or "" for 16 or 32 bits) and the arguments of peft.LoraConfig."""

    quantization: str
    lora: dict[str, Any]


def adaptation(plan: Plan) -> Adaptation:
    return Adaptation(
        "nf4" if plan.method.name == "qlora" else "", dict(r=16, lora_alpha=32, target_modules="all-linear")
    )
