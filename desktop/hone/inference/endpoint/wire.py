"""What servers send, in the shapes of OpenAI's protocol and their variations. Unknown keys are left out."""

from __future__ import annotations

from typing import Any

import msgspec


class Function(msgspec.Struct, frozen=True):
    """A part of a tool call; `arguments` is text, an object at some servers."""

    name: str | None = None
    arguments: Any = None


class ToolPart(msgspec.Struct, frozen=True):
    """A part of a tool call, by the call's number in the reply."""

    index: int | None = None
    function: Function | None = None


class Delta(msgspec.Struct, frozen=True):
    """What a chunk adds; `reasoning_content` (llama-server, vLLM) and `reasoning` (Ollama) are the same."""

    content: Any = None
    reasoning_content: Any = None
    reasoning: Any = None
    tool_calls: list[ToolPart] | None = None


class LikelyToken(msgspec.Struct, frozen=True):
    """A token that could have come."""

    token: str
    logprob: float | None = None
    id: int = -1


class Token(msgspec.Struct, frozen=True):
    """A token of the reply with its alternatives."""

    token: str
    logprob: float | None = None
    id: int = -1
    top_logprobs: list[LikelyToken] | None = None


class Logprobs(msgspec.Struct, frozen=True):
    """Log-probabilities: `content` of chats, the other three of plain completions."""

    content: list[Token] | None = None
    tokens: list[str] | None = None
    token_logprobs: list[float | None] | None = None
    top_logprobs: list[dict[str, float] | None] | None = None


class Choice(msgspec.Struct, frozen=True):
    """A completion's next part; `message` is there when the server does not stream, `text` without chat."""

    index: int | None = None
    delta: Delta | None = None
    message: Delta | None = None
    text: str | None = None
    finish_reason: str | None = None
    logprobs: Logprobs | None = None


class PromptDetails(msgspec.Struct, frozen=True):
    """How much of the prompt was not read again."""

    cached_tokens: int | None = None


class Counts(msgspec.Struct, frozen=True):
    """Tokens of the whole request."""

    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    prompt_tokens_details: PromptDetails | None = None


class Timings(msgspec.Struct, frozen=True):
    """llama-server's own figures; times in milliseconds."""

    prompt_ms: float = 0.0
    predicted_ms: float = 0.0
    predicted_n: int = 0


class PromptProgress(msgspec.Struct, frozen=True):
    """How far llama-server has read the prompt, in tokens."""

    total: int = 0
    processed: int = 0


class Chunk(msgspec.Struct, frozen=True):
    """One event of a stream, or a whole answer."""

    choices: list[Choice] | None = None
    usage: Counts | None = None
    timings: Timings | None = None
    prompt_progress: PromptProgress | None = None
    error: Any = None


class Vector(msgspec.Struct, frozen=True):
    """One text's embedding."""

    embedding: list[float]
    index: int = 0


class Vectors(msgspec.Struct, frozen=True):
    """The answer to a request for embeddings."""

    data: list[Vector]


class ListedModel(msgspec.Struct, frozen=True):
    """A model that a server offers; `max_model_len` is vLLM's context length."""

    id: str
    owned_by: Any = None
    max_model_len: int | None = None


class ModelList(msgspec.Struct, frozen=True):
    """The answer to GET /models."""

    data: list[ListedModel] | None = None


CHUNK = msgspec.json.Decoder(Chunk)
VECTORS = msgspec.json.Decoder(Vectors)
MODELS = msgspec.json.Decoder(ModelList)
