"""Whether a whole plan can be run: every value by name, and that its files are there."""

from __future__ import annotations

from pathlib import Path

import msgspec

from hone.domain.fields import Field, Kind
from hone.domain.plan import Base, Data, Method, Plan, Training
from hone.errors import BadInput
from hone.tuning.methods import find_method
from hone.tuning.training_fields import checked_training, training_values

_SHARE = Field(
    name="data.held_out_share",
    label="Held-out share",
    kind=Kind.NUMBER,
    default=0.05,
    minimum=0.0,
    maximum=0.5,
    help="The share of the rows that is only measured, never trained.",
)
_SEED = Field(
    name="data.seed",
    label="Seed",
    kind=Kind.INTEGER,
    default=0,
    minimum=0,
    maximum=2**32 - 1,
    help="Decides which rows are held out.",
)


def check_plan(plan: Plan) -> Plan:
    """Return `plan` with every value in its type and every default filled in.

    Raises BadInput naming the first setting that is unknown or impossible, or the file that is missing.
    """
    if not plan.name.strip():
        raise BadInput("The run has no name.", hint="Set name = '...' at the top of the plan.")
    check_base(plan.base)
    return msgspec.structs.replace(
        plan,
        data=check_data(plan.data),
        method=check_method(plan.method),
        training=check_training(plan.training),
    )


def check_base(base: Base) -> None:
    """Refuse a base that is no folder with config, tokenizer and safetensors weights."""
    folder = base.model
    if not folder.is_dir():
        raise BadInput(
            f"base.model: there is no folder {folder}.",
            hint="Choose a model folder with safetensors weights; a GGUF file cannot be trained.",
        )
    for name in ("config.json", "tokenizer.json"):
        if not (folder / name).is_file():
            raise BadInput(
                f"base.model: {folder} has no {name}.", hint="Choose a complete Hugging Face model folder."
            )
    if not any(folder.glob("*.safetensors")):
        raise BadInput(
            f"base.model: {folder} has no .safetensors weights.",
            hint="Weights in .bin or .pt files are not opened: they may run code. Get the safetensors form.",
        )


def check_data(data: Data) -> Data:
    """Refuse data files that are missing, and a held-out file that is the training file."""
    _check_file("data.train", data.train)
    if data.held_out is not None:
        _check_file("data.held_out", data.held_out)
        if data.held_out.resolve() == data.train.resolve():
            raise BadInput(
                "data.held_out is the same file as data.train.",
                hint="Leave data.held_out out: a share of the rows is set apart then.",
            )
    share, seed = _SHARE.check(data.held_out_share), _SEED.check(data.seed)
    return msgspec.structs.replace(data, held_out_share=float(share), seed=int(seed))


def check_method(method: Method) -> Method:
    """Refuse unknown methods and settings; fill in the method's defaults."""
    return Method(name=method.name, settings=find_method(method.name).checked(method.settings))


def check_training(training: Training) -> Training:
    """Refuse impossible training values."""
    return checked_training(training_values(training))


def _check_file(path_name: str, path: Path) -> None:
    if not path.is_file():
        kind = "is a folder" if path.is_dir() else "does not exist"
        raise BadInput(
            f"{path_name}: {path} {kind}.", hint="Choose a .jsonl, .json, .csv, .tsv or .txt file."
        )
