"""By what the kinds of servers are told apart."""

from __future__ import annotations

from typing import Any, Protocol

import msgspec

from hone.inference.endpoint.wire import ListedModel


class Answers(Protocol):
    """What a server answers to the questions that tell it apart."""

    host: str
    wanted: str
    models: tuple[ListedModel, ...]

    def get(self, path: str) -> dict[str, Any]:
        """Return the JSON object at a path beside /v1, empty when there is none."""


class Seen(msgspec.Struct, frozen=True):
    """What a recognised server says of itself; 0 and empty when it does not."""

    context_length: int = 0
    build: str = ""


def openai(answers: Answers) -> Seen | None:
    """OpenAI itself, by its address."""
    return Seen() if answers.host == "api.openai.com" else None


def vllm(answers: Answers) -> Seen | None:
    """Name itself the owner of its models."""
    if not any(model.owned_by == "vllm" for model in answers.models):
        return None
    lengths = [model.max_model_len for model in answers.models if model.id == answers.wanted]
    return Seen(
        next((length for length in lengths if length), 0), str(answers.get("/version").get("version", ""))
    )


def llama_cpp_python(answers: Answers) -> Seen | None:
    """Say so in the title of its description."""
    if not any(model.owned_by == "me" for model in answers.models):
        return None
    info = answers.get("/openapi.json").get("info")
    if not isinstance(info, dict) or "llama.cpp Python" not in str(info.get("title")):
        return None
    return Seen(build=str(info.get("version", "")))


def llama_server(answers: Answers) -> Seen | None:
    """Tell its build and settings at /props."""
    props = answers.get("/props")
    settings = props.get("default_generation_settings")
    if not isinstance(settings, dict) or "build_info" not in props:
        return None
    length = settings.get("n_ctx")
    return Seen(length if isinstance(length, int) else 0, str(props["build_info"]))


def ollama(answers: Answers) -> Seen | None:
    """Tell its version, and nothing else, at /api/version."""
    found = answers.get("/api/version")
    return Seen(build=str(found["version"])) if isinstance(found.get("version"), str) else None


def lm_studio(answers: Answers) -> Seen | None:
    """List models with their publishers and lengths at its own address."""
    listed = answers.get("/api/v0/models").get("data")
    models = [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []
    if not any("publisher" in each and "state" in each for each in models):
        return None
    lengths = [
        each.get("loaded_context_length") or each.get("max_context_length")
        for each in models
        if each.get("id") == answers.wanted
    ]
    return Seen(next((length for length in lengths if isinstance(length, int)), 0))


def anything(answers: Answers) -> Seen | None:
    """Take every server."""
    return Seen()
