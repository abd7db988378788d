"""The reference of a plan's keys, written from the same fields that check a plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hone.data.formats import FORMATS
from hone.domain.fields import Field, Kind
from hone.domain.plan import Base, Data, Method, Section, Training
from hone.tuning.methods import METHODS
from hone.tuning.training_fields import TRAINING_FIELDS

_HEAD = """\
# The plan

A run is described by a plan, a TOML file. The wizard writes one (it is `plan.toml` in the run's folder),
and `hone tune plan.toml` trains one. Unknown keys and impossible values are refused before anything starts,
with the nearest key that exists. Relative paths count from the folder of the plan.

This page is written by `hone docs plan` from the fields that check a plan, so it is complete.

```toml
name = "Sort support tickets"

[base]
model = "resources/demo_model"

[data]
train = "resources/samples/support_tickets.jsonl"

[method]
name = "qlora"

[method.settings]
rank = 16

[training]
learning_rate = 0.002
epochs = 3
```

`name` (text, needed): what the run and its adapter are called.
"""

_WORDS: dict[type[Section], dict[str, str]] = {
    Base: {"model": "The base model: a folder with config, tokenizer and safetensors weights. Needed."},
    Data: {
        "train": "The file, folder or workbook with the rows to train on. Needed.",
        "held_out": "A file whose rows are only measured. Without it, a share of `train` is set apart.",
        "held_out_share": "The share of `train` that is set apart, from 0 to 0.5.",
        "format": "The format of the rows, one of those below. Without it, it is found by looking.",
        "columns": 'Which column of the file each field of the format is in, like `{prompt = "frage"}`.',
        "part": "A split of a folder, or a sheet of a workbook. Without it, it is found by looking.",
        "seed": "Decides which rows are set apart.",
    },
    Method: {
        "name": "The tuning method, one of those below.",
        "settings": "The method's own settings, as `[method.settings]`.",
    },
}
_DEFAULTS = {"held_out_share": "0.05", "seed": "0", "name": "qlora"}


def plan_reference() -> str:
    """Return the reference as Markdown; a key without a description fails with its name."""
    parts = [_HEAD]
    for title, section in (("base", Base), ("data", Data), ("method", Method)):
        parts.append(_section(title, _described(section)))
    for method in METHODS:
        parts.append(f"### {method.label} (`{method.name}`)\n\n{method.summary} {method.when}\n")
        parts.append(_table(_from_fields(method.fields)))
    described = {field.name for field in TRAINING_FIELDS}
    missing = set(Training.__struct_fields__) - described
    if missing:
        raise KeyError(f"no description of training.{', training.'.join(sorted(missing))}")
    parts.append(_section("training", _from_fields(TRAINING_FIELDS)))
    parts.append("## Formats of rows\n\n" + _formats())
    return "\n".join(parts)


def _described(section: type[Section]) -> Iterator[tuple[str, str, str]]:
    for name in section.__struct_fields__:
        yield name, _DEFAULTS.get(name, ""), _WORDS[section][name]


def _from_fields(fields: Iterable[Field]) -> Iterator[tuple[str, str, str]]:
    for field in fields:
        words = f"{field.help}{_bounds(field)}"
        yield field.name, _value(field.default), f"{words} Source: {field.source}" if field.source else words


def _bounds(field: Field) -> str:
    if field.kind is Kind.CHOICE:
        return f" One of {', '.join(field.choices)}."
    if field.minimum is None or field.maximum is None:
        return ""
    unit = f" {field.unit}" if field.unit else ""
    return f" From {_value(field.minimum)} to {_value(field.maximum)}{unit}."


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and not value.is_integer():
        return f"{value:g}"
    return f"{value:.0f}" if isinstance(value, float) else str(value)


def _section(title: str, rows: Iterable[tuple[str, str, str]]) -> str:
    return f"## [{title}]\n\n{_table(rows)}"


def _table(rows: Iterable[tuple[str, str, str]]) -> str:
    lines = ["| key | default | what it does |", "|---|---|---|"]
    lines += [f"| `{name}` | {default} | {words} |" for name, default, words in rows]
    return "\n".join(lines) + "\n"


def _formats() -> str:
    lines = ["| name | format | a row |", "|---|---|---|"]
    for each in FORMATS:
        if each.trainable:
            lines.append(f"| `{each.name}` | {each.label} | {_code(each.shape)} |")
    return "\n".join(lines) + "\n"


def _code(shape: str) -> str:
    return "`" + shape.replace("|", "\\|").replace("`", "'") + "`"
