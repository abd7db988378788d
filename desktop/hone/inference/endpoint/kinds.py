"""The kinds of servers: what each can do and how it is asked. One entry each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from hone.domain.endpoints import Endpoint
from hone.domain.generation import Feature
from hone.inference.endpoint import recognition, samplers
from hone.inference.endpoint.recognition import Answers, Seen
from hone.inference.endpoint.samplers import Body, Write

MOST_AT_ONCE = 16


def _by_response_format(schema: dict[str, Any]) -> Body:
    return {
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "reply", "schema": schema, "strict": True},
        }
    }


def _by_json_object(schema: dict[str, Any]) -> Body:
    return {"response_format": {"type": "json_object", "schema": schema}}


def _by_field(schema: dict[str, Any]) -> Body:
    return {"json_schema": schema}


class ServerKind(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of server.

    `samplers` write the fields of Sampling that it knows. `schema` writes a JSON schema for chats,
    `text_schema` for raw text (None: it cannot). `continuing` makes it continue a last message of the
    assistant. With `templates` it takes variables of the chat template. `extra` goes with every request,
    `raw_vectors` asks for embeddings of their own length (empty: it cannot). With `bias_by_text` a logit
    bias may name its token by text. It gets at most `at_once` requests at the same time.
    With `draws_seed` a seed is always sent, so that a reply can be made again.
    """

    name: str
    label: str
    features: frozenset[Feature]
    samplers: Mapping[str, Write]
    recognise: Callable[[Answers], Seen | None]
    schema: Callable[[dict[str, Any]], Body] = _by_response_format
    text_schema: Callable[[dict[str, Any]], Body] | None = None
    continuing: Mapping[str, Any] = {}
    templates: bool = False
    extra: Mapping[str, Any] = {}
    raw_vectors: Mapping[str, Any] = {}
    bias_by_text: bool = False
    at_once: int = MOST_AT_ONCE
    draws_seed: bool = True


_CHAT = frozenset({Feature.TOOLS, Feature.JSON_SCHEMA, Feature.LOGPROBS, Feature.EMBEDDINGS})
_CONTINUE: Mapping[str, Any] = {"continue_final_message": True, "add_generation_prompt": False}

KINDS: tuple[ServerKind, ...] = (
    ServerKind(
        name="openai",
        label="OpenAI",
        features=_CHAT,
        samplers=samplers.OPENAI,
        recognise=recognition.openai,
        draws_seed=False,
    ),
    ServerKind(
        name="vllm",
        label="vLLM",
        features=_CHAT | {Feature.TEXT, Feature.PREFILL},
        samplers=samplers.VLLM,
        recognise=recognition.vllm,
        text_schema=_by_response_format,
        continuing=_CONTINUE,
        templates=True,
    ),
    ServerKind(
        name="llama-cpp-python",
        label="llama-cpp-python",
        features=frozenset(
            {Feature.TEXT, Feature.GRAMMAR, Feature.JSON_SCHEMA, Feature.LOGPROBS, Feature.EMBEDDINGS}
        ),
        samplers=samplers.LLAMA_CPP_PYTHON,
        recognise=recognition.llama_cpp_python,
        schema=_by_json_object,
        at_once=1,  # its default is to end the running reply when another request comes
    ),
    ServerKind(
        name="llama-server",
        label="llama-server",
        features=_CHAT | {Feature.TEXT, Feature.PREFILL, Feature.GRAMMAR},
        samplers=samplers.LLAMA_SERVER,
        recognise=recognition.llama_server,
        text_schema=_by_field,
        continuing=_CONTINUE,
        templates=True,
        extra={"return_progress": True},
        raw_vectors={"embd_normalize": -1},
        bias_by_text=True,
    ),
    ServerKind(
        name="ollama",
        label="Ollama",
        features=_CHAT,
        samplers=samplers.OLLAMA,
        recognise=recognition.ollama,
    ),
    ServerKind(
        name="lm-studio",
        label="LM Studio",
        features=frozenset({Feature.TEXT, Feature.TOOLS, Feature.JSON_SCHEMA, Feature.EMBEDDINGS}),
        samplers=samplers.LM_STUDIO,
        recognise=recognition.lm_studio,
    ),
    ServerKind(
        name="other",
        label="OpenAI-compatible server",
        features=_CHAT | {Feature.TEXT},
        samplers=samplers.HOSTED,
        recognise=recognition.anything,
        draws_seed=False,
    ),
)


def label_of(endpoint: Endpoint) -> str:
    """Name an endpoint's kind of server for people, with its build; empty when it is not known."""
    kind = kind_named(endpoint.kind)
    return f"{kind.label} {endpoint.build}".strip() if kind is not None else ""


def kind_named(name: str) -> ServerKind | None:
    """Return a kind by the name that settings hold, None for one that is not known."""
    return next((kind for kind in KINDS if kind.name == name), None)
