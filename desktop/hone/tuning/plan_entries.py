"""What plans say, key by key, so that they can be read beside each other."""

from __future__ import annotations

from collections.abc import Sequence

from hone.domain.fields import Value
from hone.domain.plan import Plan
from hone.domain.run_comparison import PlanEntry
from hone.tuning.methods import METHODS
from hone.tuning.training_fields import TRAINING_FIELDS


def plan_entries(plans: Sequence[Plan]) -> tuple[PlanEntry, ...]:
    """Return every key that one of the plans has, with its value in each; the name is not among them.

    A setting that a plan leaves out has its default, as in training; settings of another method have none.
    """
    columns = [_values(plan) for plan in plans]
    fields = {f"training.{field.name}": field for field in TRAINING_FIELDS}
    fields |= {
        f"method.settings.{field.name}": field for method in reversed(METHODS) for field in method.fields
    }
    paths: dict[str, None] = {}
    for values in columns:
        paths.update(dict.fromkeys(values))
    return tuple(
        PlanEntry(path=path, values=tuple(values.get(path) for values in columns), field=fields.get(path))
        for path in paths
    )


def _values(plan: Plan) -> dict[str, Value | None]:
    data = plan.data
    share = None if data.held_out is not None else data.held_out_share
    values: dict[str, Value | None] = {
        "base.model": str(plan.base.model),
        "data.train": str(data.train),
        "data.part": data.part or None,
        "data.format": data.format or None,
        "data.columns": ", ".join(f"{field} = {column}" for field, column in data.columns.items()) or None,
        "data.held_out": str(data.held_out) if data.held_out is not None else None,
        "data.held_out_share": share,
        "data.seed": data.seed if share is not None else None,
        "method.name": plan.method.name,
    }
    method = next((each for each in METHODS if each.name == plan.method.name), None)
    defaults = {field.name: field.default for field in method.fields} if method is not None else {}
    settings = defaults | plan.method.settings
    values |= {f"method.settings.{name}": value for name, value in settings.items()}
    values |= {f"training.{name}": getattr(plan.training, name) for name in plan.training.__struct_fields__}
    return values
