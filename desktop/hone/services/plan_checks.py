"""Is a plan fit to be trained? What can be told without starting the trainer is told at once."""

from __future__ import annotations

from hone.domain.models import Model
from hone.domain.plan import Plan
from hone.errors import BadInput
from hone.services.models import ModelService
from hone.tuning.methods import find_method

SCHEDULES = ("cosine", "linear", "constant")


def check_plan(plan: Plan, models: ModelService) -> Model:
    """Return the base model of a plan that can be trained; raises BadInput naming what is wrong."""
    base = models.inspect(plan.base.model)
    if not base.can_train:
        raise BadInput(
            f"{plan.base.model} cannot be trained{': ' + base.problem if base.problem else ''}.",
            hint="Choose a folder with config.json, tokenizer.json and safetensors weights; "
            "a GGUF file is for chat only.",
        )
    for path in filter(None, (plan.data.train, plan.data.held_out)):
        if not path.is_file():
            raise BadInput(f"The data file {path} does not exist.", hint="Choose another file in [data].")
    _check_numbers(plan)
    find_method(plan.method.name).checked(plan.method.settings)
    return base


def _check_numbers(plan: Plan) -> None:
    training = plan.training
    limits = (
        ("training.learning_rate", training.learning_rate, 0.0, 1.0, False),
        ("training.epochs", training.epochs, 0.0, 1000.0, False),
        ("training.micro_batch", training.micro_batch, 1, 4096, True),
        ("training.gradient_accumulation", training.gradient_accumulation, 1, 4096, True),
        ("training.context_length", training.context_length, 8, 1_048_576, True),
        ("training.warmup_steps", training.warmup_steps, 0, 10**9, True),
        ("training.weight_decay", training.weight_decay, 0.0, 10.0, True),
        ("training.max_gradient_norm", training.max_gradient_norm, 0.0, 1e6, True),
        ("training.evaluations", training.evaluations, 0, 10_000, True),
        ("training.checkpoints", training.checkpoints, 1, 10_000, True),
        ("training.patience", training.patience, 0, 10_000, True),
        ("training.seed", training.seed, 0, 2**32 - 1, True),
        ("data.held_out_share", plan.data.held_out_share, 0.0, 0.9, True),
    )
    for name, value, lowest, highest, inclusive in limits:
        if not lowest <= value <= highest or (value == lowest and not inclusive):
            raise BadInput(
                f"{name} = {value} cannot be used: it must be "
                f"{'at least' if inclusive else 'above'} {lowest:g} and at most {highest:g}.",
                hint="Correct the plan and try again.",
            )
    if training.schedule not in SCHEDULES:
        raise BadInput(
            f"training.schedule = {training.schedule!r} is unknown.",
            hint=f"Use one of {', '.join(SCHEDULES)}.",
        )
