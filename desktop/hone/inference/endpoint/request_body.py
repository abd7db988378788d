"""What is posted for a request, and what is refused because the kind of server cannot be asked for it."""

from __future__ import annotations

import msgspec

from hone.domain.endpoints import Endpoint
from hone.domain.generation import Embed, Feature, Generate, Pooling, Prompt, Request, Score
from hone.domain.sampling import Sampling, changed_fields
from hone.domain.wanted_features import wanted_features
from hone.errors import BadInput
from hone.inference.endpoint.kinds import ServerKind
from hone.inference.endpoint.samplers import Body

_GREEDY = ("penalties", "dry", "temperature")
_WITHOUT = "Leave it out, or choose another model."
_WITHOUT_PREFILL = (
    "It can neither begin a reply with your words nor go on with one. Regenerate the reply, or choose "
    "another model."
)


class Post(msgspec.Struct, frozen=True):
    """Where to post what."""

    path: str
    body: Body


def post_of(request: Generate, endpoint: Endpoint, kind: ServerKind, seed: int) -> Post:
    """Return the post that asks for one completion with this seed (-1: the server draws one)."""
    sampling = msgspec.structs.replace(request.sampling, seed=seed)
    if sampling.temperature == 0:  # then no filter may take the likeliest token away
        order = tuple(name for name in sampling.order if name in _GREEDY)
        sampling = msgspec.structs.replace(sampling, order=order)
    body: Body = {"model": endpoint.model, "stream": True, "stream_options": {"include_usage": True}}
    for name, write in kind.samplers.items():
        body |= write(getattr(sampling, name), endpoint)
    if request.stop:
        body["stop"] = list(request.stop)
    if request.constraint.grammar:
        body["grammar"] = request.constraint.grammar
    body |= kind.extra
    if request.prompt.text is not None:
        return Post("/completions", body | _text_parts(request, kind))
    return Post("/chat/completions", body | _chat_parts(request, kind))


def check(request: Request, endpoint: Endpoint, kind: ServerKind) -> None:
    """Raise BadInput naming what this kind of server cannot be asked for."""
    missing = wanted_features(request) - kind.features
    if missing:
        what = ", ".join(sorted(feature.value for feature in missing))
        raise _cannot(endpoint, kind, what, _WITHOUT_PREFILL if missing == {Feature.PREFILL} else _WITHOUT)
    if isinstance(request, Generate):
        _check_sampling(request.sampling, endpoint, kind)
        _check_constraint(request, endpoint, kind)
    if isinstance(request, Generate | Score):
        _check_prompt(request.prompt, endpoint, kind)
    if isinstance(request, Embed) and (request.pooling is not Pooling.MEAN or request.layer != -1):
        raise _cannot(endpoint, kind, "another pooling or layer for embeddings than its own")
    if isinstance(request, Embed) and not request.normalise and not kind.raw_vectors:
        raise _cannot(endpoint, kind, "embeddings that are not of length 1")


def _check_sampling(sampling: Sampling, endpoint: Endpoint, kind: ServerKind) -> None:
    unknown = sorted(changed_fields(sampling) - set(kind.samplers))
    if unknown:
        raise _cannot(endpoint, kind, "the sampling parameters " + ", ".join(unknown))
    by_text = any(isinstance(bias.token, str) for bias in sampling.logit_bias)
    if by_text and not kind.bias_by_text:
        raise _cannot(endpoint, kind, "a logit bias by a token's text; it needs token ids")


def _check_constraint(request: Generate, endpoint: Endpoint, kind: ServerKind) -> None:
    raw = request.prompt.text is not None
    if raw and request.constraint.json_schema is not None and kind.text_schema is None:
        raise _cannot(endpoint, kind, "a JSON schema with raw text")


def _check_prompt(prompt: Prompt, endpoint: Endpoint, kind: ServerKind) -> None:
    if prompt.text is not None and prompt.tools:
        raise BadInput(
            "Tools need a conversation, and this request has raw text.", hint="Leave one of them out."
        )
    if prompt.text is None and prompt.variables and not kind.templates:
        raise _cannot(endpoint, kind, "variables of the chat template: " + ", ".join(prompt.variables))
    if prompt.text is None and not prompt.generation_prompt and not kind.templates:
        raise _cannot(endpoint, kind, "a prompt without the header of the reply")


def _cannot(endpoint: Endpoint, kind: ServerKind, what: str, hint: str = _WITHOUT) -> BadInput:
    return BadInput(f"{endpoint.name} ({kind.label}) cannot be asked for {what}.", hint=hint)


def _text_parts(request: Generate, kind: ServerKind) -> Body:
    parts: Body = {"prompt": f"{request.prompt.text}{request.prompt.prefill}"}
    if request.report.wants_logprobs:
        parts["logprobs"] = max(1, request.report.alternatives)
    if request.constraint.json_schema is not None and kind.text_schema is not None:
        parts |= kind.text_schema(request.constraint.json_schema)
    return parts


def _chat_parts(request: Generate, kind: ServerKind) -> Body:
    prompt = request.prompt
    messages = [turn.as_message() for turn in prompt.turns]
    parts: Body = {"messages": messages}
    if not prompt.generation_prompt:
        parts["add_generation_prompt"] = False
    if prompt.prefill:
        messages.append({"role": "assistant", "content": prompt.prefill})
        parts |= kind.continuing
    if prompt.tools:
        parts["tools"] = list(prompt.tools)
    if prompt.variables:
        parts["chat_template_kwargs"] = prompt.variables
    if request.report.wants_logprobs:
        # llama-server tells nothing at 0 alternatives, so one more than asked is asked for and left out.
        parts |= {"logprobs": True, "top_logprobs": max(1, request.report.alternatives)}
    if request.constraint.json_schema is not None:
        parts |= kind.schema(request.constraint.json_schema)
    return parts
