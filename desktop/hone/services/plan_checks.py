"""Is a plan fit to be trained? What can be told without starting the trainer is told at once."""

from __future__ import annotations

from hone.domain.models import Model
from hone.domain.plan import Plan
from hone.errors import BadInput
from hone.services.models import ModelService
from hone.tuning.checks import check_plan


def trainable(plan: Plan, models: ModelService) -> tuple[Plan, Model]:
    """Return a plan with all defaults filled in, and its base; raises BadInput naming what is wrong."""
    checked = check_plan(plan)
    base = models.inspect(checked.base.model)
    if not base.can_train:
        raise BadInput(
            f"{checked.base.model} cannot be trained{': ' + base.problem if base.problem else ''}.",
            hint="Choose a folder with config.json, tokenizer.json and safetensors weights; "
            "a GGUF file is for chat only.",
        )
    return checked, base
