"""What is asked of an engine and what it tells: one contract for every backend.

A request is a prompt, a variant of the model (adapters, soft prompt), and how to choose tokens. A reply is
a stream of typed chunks that ends with one GenerationEnded per completion, or with one RequestFailed.
The structs are tagged by their class name, so that they travel as JSON lines as they are.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Any

import msgspec

from hone.domain.chat import Turn, Usage
from hone.domain.constraint import Constraint
from hone.domain.sampling import Sampling


class Feature(StrEnum):
    """What a backend may be able to do; it names those it can in ModelLoaded."""

    TEXT = "raw text"
    PREFILL = "a prefilled reply"
    TOOLS = "tools"
    ADAPTERS = "adapters"
    SOFT_PROMPT = "soft prompts"
    GRAMMAR = "a GBNF grammar"
    JSON_SCHEMA = "a JSON schema"
    LOGPROBS = "log-probabilities of tokens"
    TOKEN_IDS = "token ids"
    SCORING = "scoring of given texts"
    EMBEDDINGS = "embeddings"
    EXACT = "exact mode"
    STATE = "state kept on disk"
    RENDERING = "rendering of prompts"


class Ending(StrEnum):
    """Why a completion ended."""

    STOP = "stop"
    LENGTH = "length"
    CANCELLED = "cancelled"
    CONTEXT_FULL = "context_full"


CANCELLED = "The request was cancelled."
"""The message of the RequestFailed that ends a cancelled request which makes no reply."""


class Tagged(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag=True):
    """Base of what travels between processes; the tag is the class name."""


# ---- requests -------------------------------------------------------------------------------------


class Prompt(msgspec.Struct, frozen=True, kw_only=True):
    """What the model reads: `turns` through the chat template, or raw `text` without one.

    `prefill` is the beginning of the reply, which the model continues; it is not sent back. `tools` are
    function descriptions in OpenAI's form, `variables` are further variables of the template, such as
    `enable_thinking`. Without `generation_prompt` the header of the reply to come is left out.
    """

    turns: tuple[Turn, ...] = ()
    text: str | None = None
    prefill: str = ""
    tools: tuple[dict[str, Any], ...] = ()
    variables: dict[str, Any] = {}
    generation_prompt: bool = True


class AdapterUse(msgspec.Struct, frozen=True, kw_only=True):
    """An adapter's file (GGUF LoRA) or folder (PEFT), and how strongly it acts: 1 is as trained."""

    path: Path
    scale: float = 1.0


class Variant(msgspec.Struct, frozen=True, kw_only=True):
    """The base model with adapters; `soft_prompt` is the PEFT folder of a prompt tuning."""

    adapters: tuple[AdapterUse, ...] = ()
    soft_prompt: Path | None = None


class Reporting(msgspec.Struct, frozen=True, kw_only=True):
    """What to tell about each token.

    `alternatives` are the likeliest tokens at each position, with their log-probabilities; they are
    those of the model before any sampler. `logprobs` is implied by alternatives above 0.
    """

    logprobs: bool = False
    alternatives: int = 0

    @property
    def wants_logprobs(self) -> bool:
        """Whether log-probabilities are asked for."""
        return self.logprobs or self.alternatives > 0


class Generate(Tagged, frozen=True):
    """Ask for `completions` replies to one prompt; the k-th uses `sampling.seed` + k.

    With `exact` the request is evaluated alone, in batches of fixed shape, on an empty cache: the same
    request gives the same text every time on the same machine and build. `state` is a file in which the
    evaluated tokens may be kept, so that a conversation opened again is not read again.
    """

    request_id: str
    prompt: Prompt
    sampling: Sampling = Sampling()
    stop: tuple[str, ...] = ()
    variant: Variant = Variant()
    constraint: Constraint = Constraint()
    completions: int = 1
    report: Reporting = Reporting()
    exact: bool = False
    state: Path | None = None


class Score(Tagged, frozen=True):
    """Ask how likely each of `choices` is as the reply to a prompt."""

    request_id: str
    prompt: Prompt
    choices: tuple[str, ...]
    variant: Variant = Variant()
    report: Reporting = Reporting(logprobs=True)


class MeasureText(Tagged, frozen=True):
    """Ask for the perplexity of a text, in windows of `window` tokens (0: the context length)."""

    request_id: str
    text: str
    variant: Variant = Variant()
    window: int = 0


class Pooling(StrEnum):
    """How the vectors of a text's tokens become one."""

    MEAN = "mean"
    LAST = "last"


class Embed(Tagged, frozen=True):
    """Ask for one vector per text, of length 1 when `normalise`; `layer` -1 is the last hidden state."""

    request_id: str
    texts: tuple[str, ...]
    pooling: Pooling = Pooling.MEAN
    layer: int = -1
    normalise: bool = True
    variant: Variant = Variant()


class RenderPrompt(Tagged, frozen=True):
    """Ask for the text and the tokens that a prompt becomes, by the tokenizer of the model at `path`.

    No weights are loaded. `template` replaces the model's own chat template.
    """

    request_id: str
    path: Path
    prompt: Prompt
    template: str = ""


Request = Generate | Score | MeasureText | Embed

# ---- replies --------------------------------------------------------------------------------------


class TokenRole(StrEnum):
    """What a token does to a reply: add text, steer the model, or end the reply."""

    TEXT = "text"
    CONTROL = "control"
    END = "end"


ENTROPY_NOT_TOLD = -1.0
"""The entropy of a TokenReport of a backend that does not tell it; no distribution has one below 0."""


class Alternative(msgspec.Struct, frozen=True, omit_defaults=True):
    """A token that could have come: its id (-1 when not told), its text, its log-probability.

    `role` is TEXT where a backend does not tell it.
    """

    id: int
    text: str
    logprob: float
    role: TokenRole = TokenRole.TEXT


class TokenReport(msgspec.Struct, frozen=True, omit_defaults=True):
    """A token, its text (alone, so it may hold a part of a character as U+FFFD) and its log-probability.

    Natural logarithm, of the model's distribution before any sampler. `alternatives` are ordered, likeliest
    first. `entropy` is that of the whole distribution, in nats; ENTROPY_NOT_TOLD when it is not told. `rank`
    counts from 1, the likeliest token, tokens of equal probability sharing the better one; 0: not told.
    """

    id: int
    text: str
    logprob: float
    alternatives: tuple[Alternative, ...] = ()
    entropy: float = ENTROPY_NOT_TOLD
    rank: int = 0


class Progress(Tagged, frozen=True):
    """Work that takes a while: `done` of `total` (0 when not known) and what is being done."""

    note: str
    done: float = 0.0
    total: float = 0.0
    request_id: str = ""


class TextChunk(Tagged, frozen=True):
    """Text of completion number `index`, with the ids of the tokens that made it.

    `tokens` reports on them when the request asks for it. Tokens of text that is held back (the possible
    beginning of a stop string) come with the chunk that follows.
    """

    request_id: str
    text: str
    token_ids: tuple[int, ...] = ()
    index: int = 0
    tokens: tuple[TokenReport, ...] = ()


class ReasoningChunk(Tagged, frozen=True):
    """Text of the model's reasoning block, without its marks; it is no part of the reply's text."""

    request_id: str
    text: str
    token_ids: tuple[int, ...] = ()
    index: int = 0
    tokens: tuple[TokenReport, ...] = ()


class ToolCalled(Tagged, frozen=True):
    """The model calls a tool; `arguments` is JSON text as the model wrote it."""

    request_id: str
    name: str
    arguments: str
    index: int = 0
    token_ids: tuple[int, ...] = ()
    tokens: tuple[TokenReport, ...] = ()


class Provenance(msgspec.Struct, frozen=True, kw_only=True):
    """What made a reply, beside sampling and seed: enough to make it again.

    `mode` is "exact" or "fast". `model_hash` and `template_hash` are SHA-256 prefixes: of the weights
    (see hone.inference.fingerprint) and of the chat template's text. `build` names the library.
    """

    mode: str = "fast"
    model_hash: str = ""
    template_hash: str = ""
    build: str = ""
    device: str = ""


class GenerationEnded(Tagged, frozen=True):
    """Completion number `index` has ended; `reason` is an Ending."""

    request_id: str
    reason: str
    usage: Usage
    seed: int = 0
    index: int = 0
    provenance: Provenance = Provenance()


class RequestFailed(Tagged, frozen=True):
    """One request could not be served; the worker goes on."""

    request_id: str
    message: str
    hint: str = ""
    detail: str = ""
    bad_input: bool = False


class ScoredChoice(msgspec.Struct, frozen=True, kw_only=True):
    """A given text's log-probability: the sum over its tokens (natural logarithm).

    `pieces` tells with `tokens` what each of them adds to the text: a token that ends inside a character
    adds "", and the one that completes it adds all of it. Joined they are the text as the tokenizer has it.
    """

    logprob: float
    tokens: tuple[TokenReport, ...] = ()
    pieces: tuple[str, ...] = ()


class Scored(Tagged, frozen=True):
    """The choices of a Score, in its order."""

    request_id: str
    choices: tuple[ScoredChoice, ...]
    usage: Usage


class TextMeasured(Tagged, frozen=True):
    """Perplexity of a text: exp(-mean log-probability) over `scored_tokens` of its `tokens`."""

    request_id: str
    tokens: int
    scored_tokens: int
    mean_logprob: float
    perplexity: float


class Embedded(Tagged, frozen=True):
    """One vector per text of an Embed, each of the model's hidden size."""

    request_id: str
    vectors: tuple[tuple[float, ...], ...]


class PromptRendered(Tagged, frozen=True):
    """What an engine would get: `text` after the template, its `token_ids`, and their texts (`pieces`).

    `note` is what a person should know about it, such as a system text that had to go elsewhere.
    `special_ids` are those of the ids that steer the model; `partial` holds the bytes of those that are
    no whole characters by themselves.
    """

    request_id: str
    text: str
    token_ids: tuple[int, ...]
    pieces: tuple[str, ...] = ()
    note: str = ""
    special_ids: tuple[int, ...] = ()
    partial: dict[int, bytes] = {}


class ModelLoaded(Tagged, frozen=True):
    """The engine is ready for requests; `samplers` are the fields of Sampling that it knows."""

    path: Path
    context_length: int
    seconds: float
    device: str
    memory_bytes: int = 0
    features: tuple[Feature, ...] = ()
    samplers: tuple[str, ...] = ()
    model_hash: str = ""
    template_hash: str = ""
    build: str = ""


ReplyEvent = (
    Progress
    | ModelLoaded
    | TextChunk
    | ReasoningChunk
    | ToolCalled
    | GenerationEnded
    | RequestFailed
    | Scored
    | TextMeasured
    | Embedded
    | PromptRendered
)
