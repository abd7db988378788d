"""What a backend must be able to do for a request."""

from __future__ import annotations

from hone.domain.generation import Embed, Feature, Generate, MeasureText, Prompt, Request, Score


def wanted_features(request: Request) -> frozenset[Feature]:
    """Return what a backend must be able to do for a request."""
    if isinstance(request, Embed):
        wanted = {Feature.EMBEDDINGS}
    elif isinstance(request, MeasureText):
        wanted = {Feature.SCORING, Feature.TEXT}
    else:
        wanted = {Feature.SCORING} if isinstance(request, Score) else _wanted_of_reply(request)
        wanted |= _wanted_of_prompt(request.prompt)
    if request.variant.adapters:
        wanted.add(Feature.ADAPTERS)
    if request.variant.soft_prompt is not None:
        wanted.add(Feature.SOFT_PROMPT)
    return frozenset(wanted)


def _wanted_of_prompt(prompt: Prompt) -> set[Feature]:
    pairs = (
        (prompt.text is not None, Feature.TEXT),
        (bool(prompt.prefill), Feature.PREFILL),
        (bool(prompt.tools), Feature.TOOLS),
    )
    return {feature for asked, feature in pairs if asked}


def _wanted_of_reply(request: Generate) -> set[Feature]:
    pairs = (
        (bool(request.constraint.grammar), Feature.GRAMMAR),
        (request.constraint.json_schema is not None, Feature.JSON_SCHEMA),
        (request.report.wants_logprobs, Feature.LOGPROBS),
        (request.exact, Feature.EXACT),
    )
    return {feature for asked, feature in pairs if asked}
