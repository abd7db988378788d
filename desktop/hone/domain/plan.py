"""All that a run needs, as a value that reads from and writes to TOML."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import msgspec

from hone.domain.codec import decode_path
from hone.domain.datasets import Reading
from hone.domain.fields import Value, unknown_key
from hone.errors import BadInput

MOST_HELD_OUT = 128
"""Rows that a run is measured on at most: enough to tell runs apart, few enough to measure often."""


class Section(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of the plan's sections: unknown keys are refused."""


class Base(Section, frozen=True):
    """The base model: a folder with config, tokenizer and safetensors weights."""

    model: Path


class Data(Section, frozen=True):
    """The rows. Without `held_out`, `held_out_share` of `train` is set apart with `seed`.

    `format` is a name of `hone.data.FORMATS`, `columns` maps its fields to columns of the file, `part` is a
    split of a folder or a sheet; what is empty is found by looking.
    """

    train: Path
    held_out: Path | None = None
    held_out_share: float = 0.05
    format: str = ""
    columns: dict[str, str] = {}
    part: str = ""
    seed: int = 0

    @property
    def reading(self) -> Reading:
        """How `train` is read."""
        return Reading(format=self.format, columns=self.columns, part=self.part)

    @property
    def held_out_reading(self) -> Reading:
        """How `held_out` is read: another file, with parts of its own."""
        return Reading(format=self.format, columns=self.columns)


class Method(Section, frozen=True):
    """What is trained; `settings` are the fields of that entry of `hone.tuning.METHODS`."""

    name: str = "qlora"
    settings: dict[str, Value] = {}


class Training(Section, frozen=True):
    """How it is trained. Rates per optimiser step; `context_length` in tokens per row."""

    learning_rate: float = 3e-4
    epochs: float = 3.0
    micro_batch: int = 4
    gradient_accumulation: int = 2
    context_length: int = 1024
    schedule: str = "cosine"
    warmup_steps: int = 5
    weight_decay: float = 0.01
    max_gradient_norm: float = 1.0
    gradient_checkpointing: bool = False
    evaluations: int = 10
    checkpoints: int = 10
    patience: int = 3
    seed: int = 0

    @property
    def effective_batch(self) -> int:
        """Rows per optimiser step on one device."""
        return self.micro_batch * self.gradient_accumulation


class Plan(Section, frozen=True):
    """Name, base, data, method, training: the same file for wizard and command line."""

    name: str
    base: Base
    data: Data
    method: Method = Method()
    training: Training = Training()


def plan_from_toml(text: str, folder: Path, where: str = "the plan") -> Plan:
    """Read a plan; relative paths are taken from `folder`.

    Raises BadInput naming the unknown key (with the nearest valid one) or the wrong value.
    """
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadInput(
            f"{where} is not valid TOML: {error}.", hint="Correct that line and try again."
        ) from error
    _refuse_unknown(raw, where)
    try:
        plan = msgspec.convert(raw, Plan, dec_hook=decode_path)
    except msgspec.ValidationError as error:
        raise BadInput(f"{where}: {error}.", hint="See docs/plan.md for every key.") from error
    return msgspec.structs.replace(
        plan,
        base=Base(model=_absolute(plan.base.model, folder)),
        data=msgspec.structs.replace(
            plan.data,
            train=_absolute(plan.data.train, folder),
            held_out=_absolute(plan.data.held_out, folder) if plan.data.held_out else None,
        ),
    )


def plan_to_toml(plan: Plan) -> str:
    """Write a plan as TOML that a person can read and edit."""
    import tomli_w

    raw: dict[str, Any] = msgspec.to_builtins(plan, enc_hook=str)
    return tomli_w.dumps(_without_nulls(raw))


def slug(name: str) -> str:
    """A file name made from a person's name for something: lower case, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:60] or "run"


def _refuse_unknown(raw: dict[str, Any], where: str) -> None:
    sections: dict[str, type[Section]] = {"base": Base, "data": Data, "method": Method, "training": Training}
    for key, value in raw.items():
        if key not in (*sections, "name"):
            raise unknown_key(key, (*sections, "name"), where)
        if key in sections and isinstance(value, dict):
            for inner in value:
                if inner not in sections[key].__struct_fields__:
                    raise unknown_key(inner, sections[key].__struct_fields__, f"[{key}] in {where}")


def _absolute(path: Path, folder: Path) -> Path:
    expanded = path.expanduser()
    return expanded if expanded.is_absolute() else (folder / expanded).resolve()


def _without_nulls(raw: Any) -> Any:
    if isinstance(raw, dict):
        return {key: _without_nulls(value) for key, value in raw.items() if value is not None}
    return raw
