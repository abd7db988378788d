"""Is a plan fit to be trained? What can be told without starting the trainer is told at once."""

from __future__ import annotations

from collections.abc import Iterator

from hone.domain.models import Model, ModelFormat
from hone.domain.plan import Plan
from hone.errors import BadInput, HoneError
from hone.services.models import ModelService
from hone.services.rendering import RenderingService
from hone.tuning.checks import check_plan


def trainable(plan: Plan, models: ModelService) -> tuple[Plan, Model]:
    """Return a plan with all defaults filled in, and its base; raises BadInput naming what is wrong."""
    checked = check_plan(plan)
    base = models.inspect(checked.base.model)
    if base.runs_own_code:
        raise BadInput(
            f"{base.name} cannot be trained: it runs program code of its own.",
            hint="Hone trains only models that transformers supports by itself. Choose another base model.",
        )
    if not base.can_train:
        raise BadInput(
            f"{checked.base.model} cannot be trained{': ' + base.problem if base.problem else ''}.",
            hint="Choose a folder with config.json, tokenizer.json and safetensors weights; "
            "a GGUF file is for chat only.",
        )
    return checked, base


def tokenizer_warnings(base: Model, models: ModelService, rendering: RenderingService) -> Iterator[str]:
    """Yield a sentence for each GGUF of the same weights that reads text as other tokens than `base`.

    An adapter trained on the one would meet other tokens in the other. The workers are ended after it.
    """
    same = [
        model
        for model in models.models()
        if model.format is ModelFormat.GGUF and base.fingerprint and model.fingerprint == base.fingerprint
    ]
    try:
        for model in same:
            yield from _tokenizer_warning(base, model, rendering)
    finally:
        if same:
            rendering.close()


def _tokenizer_warning(base: Model, model: Model, rendering: RenderingService) -> Iterator[str]:
    try:
        sentence = rendering.compare(base, model).sentence
    except HoneError as error:
        yield f"Warning: it could not be checked whether {model.name} has the same tokens: {error.message}"
        return
    if sentence:
        yield f"Warning: {sentence} Chat with it will not meet the tokens that are trained; make it anew."
