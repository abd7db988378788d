"""A plan that is not finished: what the wizard holds, and writes as TOML so that nothing typed is lost."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import msgspec
import tomli_w

from hone.domain.codec import decode_path
from hone.domain.plan import Base, Data, Method, Plan, Training
from hone.errors import BadInput


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A plan whose base and data may still be missing; `step` and `visited` are names of wizard steps."""

    name: str = ""
    base: Path | None = None
    train: Path | None = None
    held_out: Path | None = None
    held_out_share: float = 0.05
    format: str = ""
    columns: dict[str, str] = {}
    part: str = ""
    data_seed: int = 0
    method: Method = Method()
    training: Training = Training()
    step: str = "base"
    visited: tuple[str, ...] = ("base",)

    def data(self) -> Data | None:
        """Return the data section, None while no file is chosen."""
        if self.train is None:
            return None
        return Data(
            train=self.train,
            held_out=self.held_out,
            held_out_share=self.held_out_share,
            format=self.format,
            columns=self.columns,
            part=self.part,
            seed=self.data_seed,
        )

    def with_data(self, data: Data) -> Draft:
        """Return this draft with another data section."""
        return msgspec.structs.replace(
            self,
            train=data.train,
            held_out=data.held_out,
            held_out_share=data.held_out_share,
            format=data.format,
            columns=data.columns,
            part=data.part,
            data_seed=data.seed,
        )

    def plan(self) -> Plan:
        """Return the plan; raises BadInput naming what is still missing."""
        data = self.data()
        if self.base is None:
            raise BadInput("No base model is chosen.", hint="Choose one in the first step.")
        if data is None:
            raise BadInput("No data file is chosen.", hint="Choose one in the second step.")
        name = self.name.strip() or f"{self.base.name} on {data.train.stem}"
        return Plan(
            name=name, base=Base(model=self.base), data=data, method=self.method, training=self.training
        )


def draft_of(plan: Plan, visited: tuple[str, ...]) -> Draft:
    """Return a draft that starts from a finished plan."""
    empty = Draft(name=plan.name, base=plan.base.model, method=plan.method, training=plan.training)
    return msgspec.structs.replace(empty.with_data(plan.data), visited=visited)


def draft_to_toml(draft: Draft) -> str:
    """Write a draft as TOML."""
    raw: dict[str, Any] = msgspec.to_builtins(draft, enc_hook=str)
    return tomli_w.dumps({key: value for key, value in raw.items() if value is not None})


def draft_from_toml(text: str) -> Draft:
    """Read a draft; raises BadInput when the text is none."""
    try:
        return msgspec.convert(tomllib.loads(text), Draft, dec_hook=decode_path)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise BadInput(
            f"The saved draft cannot be read: {error}.", hint="Start a new one; runs are not touched."
        ) from error
