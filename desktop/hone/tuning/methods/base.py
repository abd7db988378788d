"""What a tuning method is: its fields, how it holds the base model, and what it means for PEFT."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

from hone.domain.fields import Field, Kind, Value, check_all

_ATTENTION = ("q_proj", "k_proj", "v_proj", "o_proj", "qkv_proj", "query_key_value", "c_attn")
_FEED_FORWARD = ("gate_proj", "up_proj", "down_proj", "gate_up_proj", "fc1", "fc2")
TARGETS: dict[str, str | tuple[str, ...]] = {
    "all-linear": "all-linear",
    "attention": _ATTENTION,
    "feed-forward": _FEED_FORWARD,
}


class Method(msgspec.Struct, frozen=True, kw_only=True):
    """A way to fine-tune.

    `quantization` is how the base is held meanwhile: "nf4", or "" for its 16 or 32 bits. `peft_settings`
    turns checked values into the arguments of peft.LoraConfig (all but the task).
    """

    name: str
    label: str
    summary: str
    when: str
    fields: tuple[Field, ...]
    quantization: str
    peft_settings: Callable[[Mapping[str, Value]], dict[str, object]]

    def checked(self, values: Mapping[str, object]) -> dict[str, Value]:
        """Return `values` checked and filled with defaults; BadInput names what is unknown or impossible."""
        return check_all(self.fields, values, f"[method.settings] of {self.name}")


def lora_settings(values: Mapping[str, Value]) -> dict[str, object]:
    """Return the arguments of peft.LoraConfig for checked values of LORA_FIELDS."""
    targets = TARGETS[str(values["target_modules"])]
    return {
        "r": values["rank"],
        "lora_alpha": values["alpha"],
        "lora_dropout": values["dropout"],
        "target_modules": targets if isinstance(targets, str) else list(targets),
        "bias": "none",
    }


LORA_FIELDS: tuple[Field, ...] = (
    Field(
        name="rank",
        label="Rank",
        kind=Kind.INTEGER,
        default=16,
        minimum=1,
        maximum=1024,
        slider_maximum=256,
        logarithmic=True,
        help="In how many directions each weight matrix may change; more holds more, and needs more memory.",
        source="QLoRA (arXiv 2305.14314): with all linear layers adapted, the rank hardly matters.",
    ),
    Field(
        name="alpha",
        label="Alpha",
        kind=Kind.NUMBER,
        default=32.0,
        minimum=0.1,
        maximum=4096.0,
        slider_maximum=512.0,
        logarithmic=True,
        help="The adapter's weight is alpha divided by rank; twice the rank is usual.",
        advanced=True,
    ),
    Field(
        name="dropout",
        label="Dropout",
        kind=Kind.NUMBER,
        default=0.0,
        minimum=0.0,
        maximum=0.9,
        slider_maximum=0.5,
        help="The share of the adapter's inputs that is switched off at random while training.",
        advanced=True,
    ),
    Field(
        name="target_modules",
        label="Adapted layers",
        kind=Kind.CHOICE,
        default="all-linear",
        choices=tuple(TARGETS),
        help="Which weight matrices are adapted: all linear layers, or only those of one kind.",
        source="QLoRA (arXiv 2305.14314), LoRA Without Regret (2025): all layers beat attention only.",
        advanced=True,
    ),
)
