"""Read a PEFT adapter's folder without peft: what kind it is, and whether it fits the base model.

Everything that can be refused is refused here, because peft leaves the base changed when it fails, and
because some settings of adapters change the base for everybody.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from safetensors import SafetensorError, safe_open

from hone.errors import BadInput

if TYPE_CHECKING:
    import torch

LARGEST_CONFIG = 2**20
WEIGHTS = "adapter_model.safetensors"
_REPLACING = ("modules_to_save", "trainable_token_indices")
_CHANGES_BASE = ("pissa", "olora", "corda", "loftq")


class Family(StrEnum):
    """How an adapter acts: on layers, or by what stands before the text."""

    LORA = "lora"
    IA3 = "ia3"
    PROMPT = "prompt"
    PREFIX = "prefix"


FAMILIES: Mapping[str, Family] = {
    "LORA": Family.LORA,
    "IA3": Family.IA3,
    "PROMPT_TUNING": Family.PROMPT,
    "P_TUNING": Family.PROMPT,
    "PREFIX_TUNING": Family.PREFIX,
}


class AdapterFolder(msgspec.Struct, frozen=True, kw_only=True):
    """An adapter on disk.

    `plain` is true for a LoRA whose rows may be batched with other adapters' rows; `replaces` for one that
    brings whole modules or embeddings of its own beside its layers.
    """

    path: Path
    family: Family
    plain: bool
    replaces: bool
    virtual_tokens: int
    config: dict[str, Any]


def read_adapter(path: Path, base: torch.nn.Module) -> AdapterFolder:
    """Read and check an adapter; raises BadInput when it cannot be used on `base`."""
    config = _read_config(path)
    kind = str(config.get("peft_type"))
    if kind not in FAMILIES:
        raise BadInput(
            f"The adapter {path} is of the kind {kind!r}, which this engine does not know.",
            hint="Known: " + ", ".join(FAMILIES) + ". Other kinds must be merged into their base model.",
        )
    _refuse_settings(path, config)
    family = FAMILIES[kind]
    if not (path / WEIGHTS).is_file():
        raise BadInput(
            f"The adapter {path} has no {WEIGHTS}.",
            hint="Adapters stored as pickles (.bin) are refused: they can run programs when opened.",
        )
    shapes = _shapes(path)
    if family in (Family.PROMPT, Family.PREFIX):
        _check_virtual(path, shapes, config, base, family)
    else:
        _check_layers(path, shapes, base)
    return AdapterFolder(
        path=path,
        family=family,
        plain=family is Family.LORA and _is_plain(config),
        replaces=any(config.get(name) for name in _REPLACING),
        virtual_tokens=int(config.get("num_virtual_tokens") or 0),
        config=config,
    )


def _read_config(path: Path) -> dict[str, Any]:
    file = path / "adapter_config.json"
    if not file.is_file() or file.stat().st_size > LARGEST_CONFIG:
        raise BadInput(f"{path} has no adapter_config.json, so it is no adapter.")
    try:
        return msgspec.json.decode(file.read_bytes(), type=dict[str, Any])
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise BadInput(
            f"adapter_config.json in {path} is damaged ({error}).", hint="Choose another adapter."
        ) from error


def _refuse_settings(path: Path, config: Mapping[str, Any]) -> None:
    """Refuse settings that would change the base model for every other request, or need more than it."""
    start = str(config.get("init_lora_weights", "")).lower()
    if start.startswith(_CHANGES_BASE):
        raise BadInput(
            f"The adapter {path} was begun with {start!r}, which changes the base model itself.",
            hint="Save it as a plain LoRA (peft: path_initial_model_for_weight_conversion), or merge it.",
        )
    for name in ("layer_replication", "alora_invocation_tokens", "arrow_config"):
        if config.get(name):
            raise BadInput(
                f"The adapter {path} uses {name}, which this engine does not know.",
                hint="Merge it into its base model and use that.",
            )


def _is_plain(config: Mapping[str, Any]) -> bool:
    """Whether peft can use it for some rows of a batch only."""
    more = ("use_dora", "target_parameters", "lora_bias", *_REPLACING)
    others = [name for name, value in config.items() if value and name.endswith("_config")]
    return config.get("bias", "none") == "none" and not any(config.get(name) for name in more) and not others


def _shapes(path: Path) -> dict[str, tuple[int, ...]]:
    try:
        with safe_open(path / WEIGHTS, framework="pt") as file:
            return {name: tuple(file.get_slice(name).get_shape()) for name in file.keys()}  # noqa: SIM118
    except (SafetensorError, OSError) as error:
        raise BadInput(
            f"{WEIGHTS} in {path} is damaged ({error}).", hint="Choose another adapter."
        ) from error


def _check_layers(path: Path, shapes: Mapping[str, tuple[int, ...]], base: torch.nn.Module) -> None:
    """Compare every tensor with the layer that it is for; the endings are peft's."""
    for name, shape in shapes.items():
        stem = name.removeprefix("base_model.model.")
        for ending, wanted in _ENDINGS.items():
            if stem.endswith(ending):
                module = _module(base, stem.removesuffix(ending))
                if module is None or not wanted(shape, module):
                    raise _wrong_model(path, stem)
                break


def _module(base: torch.nn.Module, name: str) -> torch.nn.Module | None:
    try:
        return base.get_submodule(name)
    except AttributeError:
        return None


def _in(module: torch.nn.Module) -> object:
    return getattr(module, "in_features", None)


def _out(module: torch.nn.Module) -> object:
    return getattr(module, "out_features", None)


_ENDINGS: Mapping[str, Any] = {
    ".lora_A.weight": lambda shape, module: len(shape) >= 2 and _in(module) in (None, shape[1]),
    ".lora_B.weight": lambda shape, module: len(shape) >= 2 and _out(module) in (None, shape[0]),
    ".lora_magnitude_vector": lambda shape, module: _out(module) in (None, *shape),
    ".lora_magnitude_vector.weight": lambda shape, module: _out(module) in (None, *shape),
    ".ia3_l": lambda shape, module: max(shape, default=0) in (_in(module), _out(module)),
    ".lora_embedding_A": lambda shape, module: len(shape) == 2,
    ".lora_embedding_B": lambda shape, module: len(shape) == 2,
}


def _check_virtual(
    path: Path,
    shapes: Mapping[str, tuple[int, ...]],
    config: Mapping[str, Any],
    base: torch.nn.Module,
    family: Family,
) -> None:
    text = base.config.get_text_config()
    width = text.hidden_size
    if family is Family.PREFIX:
        heads = getattr(text, "num_key_value_heads", None) or text.num_attention_heads
        size = getattr(text, "head_dim", None) or text.hidden_size // text.num_attention_heads
        width = text.num_hidden_layers * 2 * heads * size
    if shapes.get("prompt_embeddings") != (config.get("num_virtual_tokens"), width):
        raise _wrong_model(path, "the soft prompt")


def _wrong_model(path: Path, part: str) -> BadInput:
    return BadInput(
        f"The adapter {path} was made for another model: {part} is missing or of another size.",
        hint="Choose the model that it was trained on.",
    )
