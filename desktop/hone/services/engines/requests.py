"""Requests on their way to an engine: with their adapters, refused by name, or ended before they began."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

from hone.domain.chat import Usage
from hone.domain.generation import (
    CANCELLED,
    AdapterUse,
    Ending,
    Feature,
    Generate,
    GenerationEnded,
    ReplyEvent,
    Request,
    RequestFailed,
    Variant,
)
from hone.domain.models import Adapter, AdapterChoice, Model, ModelFormat
from hone.domain.sampling import changed_fields, check
from hone.domain.wanted_features import wanted_features
from hone.errors import BadInput
from hone.ipc.messages import encode

AnyRequest = TypeVar("AnyRequest", bound=Request)

PROMPT_TUNING = "prompt_tuning"


def prepared(model: Model, request: AnyRequest, adapters: Sequence[AdapterChoice]) -> AnyRequest:
    """Return the request with the adapters' files; raises BadInput for what no engine could use.

    That is, among others, what no pipe or connection could carry: who waits for a reply hears of it at once.
    """
    if model.problem:
        raise BadInput(f"{model.name} cannot be used. {model.problem}", hint="Choose another model.")
    if isinstance(request, Generate):
        check(request.sampling)
    ready = with_adapters(model, request, adapters)
    encode(ready)
    return ready


def with_adapters(model: Model, request: AnyRequest, adapters: Sequence[AdapterChoice]) -> AnyRequest:
    """Return the request with the adapters' files for the model's engine; raises BadInput.

    An adapter of the method "prompt_tuning" becomes the soft prompt.
    """
    if not adapters:
        return request
    soft = [choice.adapter for choice in adapters if choice.adapter.method == PROMPT_TUNING]
    if len(soft) > 1:
        raise BadInput(
            f"{soft[0].name!r} and {soft[1].name!r} are both soft prompts.", hint="Choose one of them."
        )
    uses = tuple(
        AdapterUse(path=_file_of(model, choice.adapter), scale=choice.scale)
        for choice in adapters
        if choice.adapter.method != PROMPT_TUNING
    )
    variant = Variant(adapters=uses, soft_prompt=_checked(model, soft[0]).path if soft else None)
    return msgspec.structs.replace(request, variant=variant)


def refuse_unclaimed(
    model: Model, request: Request, features: Collection[Feature], samplers: Collection[str]
) -> None:
    """Raise BadInput that names what is asked for and not among what the model's engine claims to do."""
    missing = sorted(str(feature) for feature in wanted_features(request) - frozenset(features))
    if missing:
        raise BadInput(
            f"The engine of {model.name} does not offer {_listed(missing)}.",
            hint="Leave it out, or choose a model of another format.",
        )
    if not isinstance(request, Generate):
        return
    unknown = sorted(changed_fields(request.sampling) - frozenset(samplers) - {"max_tokens"})
    if unknown:
        raise BadInput(
            f"The engine of {model.name} does not know the sampling parameter{'s' * (len(unknown) > 1)} "
            f"{_listed(unknown)}.",
            hint="Leave it at its default, or choose a model of another format.",
        )


def ended_unheard(request: Request, left: Collection[int] | None = None) -> Iterator[ReplyEvent]:
    """Give the end of a request that was cancelled before its first token, or without an answer.

    `left` are the completions that have not ended; None means all.
    """
    if not isinstance(request, Generate):
        yield RequestFailed(request_id=request.request_id, message=CANCELLED)
        return
    for index in sorted(range(request.completions) if left is None else left):
        yield GenerationEnded(
            request_id=request.request_id,
            reason=Ending.CANCELLED,
            usage=Usage(prompt_tokens=0),
            index=index,
        )


def _file_of(model: Model, adapter: Adapter) -> Path:
    """Return the adapter's file or folder for the model's engine; raises BadInput when none fits."""
    path = adapter.gguf_path if model.format is ModelFormat.GGUF else adapter.path
    if path is None:
        raise BadInput(
            f"The adapter {adapter.name!r} has no GGUF form, so {model.name} cannot use it.",
            hint=f"Choose its base {adapter.base_name} as a safetensors folder, or export the adapter.",
        )
    _checked(model, adapter)
    return path


def _checked(model: Model, adapter: Adapter) -> Adapter:
    """Return the adapter, or raise BadInput when it was made for another model.

    A soft prompt has no GGUF form: both engines read its folder, so only its base counts.
    """
    as_file = adapter if adapter.gguf_path else msgspec.structs.replace(adapter, gguf_path=adapter.path)
    if not as_file.fits(model):
        raise BadInput(
            f"The adapter {adapter.name!r} was trained on {adapter.base_name}, not on {model.name}.",
            hint=f"Choose {adapter.base_name} as the model.",
        )
    return adapter


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
