"""A conversation is a tree of messages: regenerating or editing adds a branch, nothing is overwritten."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

import msgspec

from hone.domain.constraint import Constraint
from hone.domain.sampling import Sampling
from hone.domain.setup import Setup


class Role(StrEnum):
    """Who speaks."""

    SYSTEM = "system"
    USER = "user"
    ASSISTANT = "assistant"
    TOOL = "tool"


class Rating(StrEnum):
    """What the user thinks of a reply."""

    NONE = ""
    UP = "up"
    DOWN = "down"


class MessageState(StrEnum):
    """Where a message stands; only assistant messages leave COMPLETE."""

    STREAMING = "streaming"
    COMPLETE = "complete"
    CUT = "cut"
    STOPPED = "stopped"
    INTERRUPTED = "interrupted"
    FAILED = "failed"


class Turn(msgspec.Struct, frozen=True):
    """One message as an engine or a chat template gets it.

    `more` is a JSON object with the message's other keys, such as tool_calls, tool_call_id, name or
    reasoning_content. When it holds a role too, it is the whole message, which then has no text as its
    content, or has its keys in another order; `content` is then only what of it is text.
    """

    role: str
    content: str
    more: str = ""

    @classmethod
    def from_message(cls, message: Mapping[str, Any]) -> Turn:
        """Read a message in OpenAI's form; nothing of it is lost."""
        role, content = message.get("role", ""), message.get("content")
        text = content if isinstance(content, str) else _text_of(content)
        usual = list(message)[:2] == ["role", "content"] and isinstance(content, str)
        if usual and isinstance(role, str):
            more = {key: value for key, value in message.items() if key not in ("role", "content")}
        else:
            more = dict(message)
        return cls(str(role), text, _as_json(more) if more else "")

    def as_message(self) -> dict[str, Any]:
        """Return the message in OpenAI's form, as chat templates take it."""
        more: dict[str, Any] = msgspec.json.decode(self.more) if self.more else {}
        return more if "role" in more else {"role": self.role, "content": self.content, **more}


def _text_of(parts: object) -> str:
    """Return the text parts of a content list; nothing for anything else."""
    if not isinstance(parts, list):
        return ""
    texts = [part.get("text") for part in parts if isinstance(part, dict)]
    return "".join(text for text in texts if isinstance(text, str))


def _as_json(value: object) -> str:
    return msgspec.json.encode(value).decode()


class Usage(msgspec.Struct, frozen=True, kw_only=True):
    """What a reply cost. Times in seconds; `context_length` is the engine's window in tokens."""

    prompt_tokens: int
    reused_tokens: int = 0
    reply_tokens: int = 0
    prompt_seconds: float = 0.0
    reply_seconds: float = 0.0
    context_length: int = 0

    @property
    def tokens_per_second(self) -> float:
        """Reply tokens per second, 0.0 before the second token."""
        return self.reply_tokens / self.reply_seconds if self.reply_seconds > 0 else 0.0


class Continuation(msgspec.Struct, frozen=True, kw_only=True):
    """What made the rest of a reply from character `at` on, after it had ended once."""

    at: int
    model_name: str
    adapter_name: str = ""
    sampling: Sampling = Sampling()
    seed: int = 0
    prompt_hash: str = ""


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """Where a reply came from: enough to ask for it again.

    `model_fingerprint` is the catalogue's; `model_hash`, `template_hash`, `build`, `device` and `mode`
    ("exact" or "fast") are what the engine itself told, see `hone.domain.generation.Provenance`.
    `prompt_version_id` is the version of a saved prompt that was in use; `prompt_hash` finds the
    `hone.domain.prompt_snapshot.PromptSnapshot` that it was asked with ("" for older replies); `stop`,
    `constraint` and `template_variables` are what else was asked. A reply that was `continued` has its
    beginning from here, and the rest from there. `left_out` earlier messages were not said to the model,
    because they did not fit its window.
    """

    model_name: str
    model_fingerprint: str = ""
    adapter_name: str = ""
    sampling: Sampling = Sampling()
    prompt_version_id: str = ""
    seed: int = 0
    build: str = ""
    mode: str = ""
    template_hash: str = ""
    model_hash: str = ""
    device: str = ""
    stop: tuple[str, ...] = ()
    constraint: Constraint = Constraint()
    template_variables: dict[str, Any] = {}
    continued: tuple[Continuation, ...] = ()
    left_out: int = 0
    prompt_hash: str = ""


class ToolCall(msgspec.Struct, frozen=True):
    """A tool that the model calls; `arguments` is JSON text as the model wrote it."""

    name: str
    arguments: str


class ToolResult(msgspec.Struct, frozen=True, kw_only=True):
    """What a tool gave back, or why it gave nothing; the message's text is the result.

    `call` is the place of the call among the `tool_calls` of the reply that it answers; `seconds` is how
    long the tool took.
    """

    name: str
    call: int = 0
    failed: bool = False
    seconds: float = 0.0


class ToolAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a reply's call number `call`: the tool's `text`, or why it `failed` or was refused."""

    call: int
    name: str
    text: str
    failed: bool = False
    seconds: float = 0.0


class Attachment(msgspec.Struct, frozen=True, kw_only=True):
    """A text that was sent with a message; it is kept whole, as it was when it was attached."""

    name: str
    text: str


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """One message of a conversation's tree; roots have no parent. `problem` says why it failed.

    `reasoning` is what the model thought before it spoke, in `reasoning_seconds`; it is no part of `text`.
    The first `given` characters of a reply's text were given to the model, not made by it. `edited_from` is
    the reply that a person changed into this one; `correction` is what a reply should have said.
    """

    id: str
    conversation_id: str
    parent_id: str | None
    role: Role
    text: str
    state: MessageState
    created_at: datetime
    origin: Origin | None = None
    usage: Usage | None = None
    problem: str = ""
    reasoning: str = ""
    tool_calls: tuple[ToolCall, ...] = ()
    reasoning_seconds: float | None = None
    given: int = 0
    edited_from: str = ""
    attachments: tuple[Attachment, ...] = ()
    tool: ToolResult | None = None
    rating: Rating = Rating.NONE
    correction: str = ""


class Conversation(msgspec.Struct, frozen=True, kw_only=True):
    """A conversation with its settings; `leaf_id` is the end of the branch that is shown.

    `folder` is a path with "/", "" for the top. Conversations with the same `comparison_id` are the columns
    of one comparison, and are not listed beside the others.
    """

    id: str
    title: str
    created_at: datetime
    updated_at: datetime
    model_id: str = ""
    adapter_id: str = ""
    system_prompt: str = ""
    sampling: Sampling = Sampling()
    setup: Setup = Setup()
    leaf_id: str | None = None
    folder: str = ""
    tags: tuple[str, ...] = ()
    pinned: bool = False
    comparison_id: str = ""


def branch(messages: Iterable[Message], leaf_id: str | None) -> tuple[Message, ...]:
    """Return the messages from the root to `leaf_id`, in order of speaking."""
    by_id = {message.id: message for message in messages}
    path: list[Message] = []
    current = by_id.get(leaf_id) if leaf_id else None
    while current is not None:
        path.append(current)
        current = by_id.get(current.parent_id) if current.parent_id else None
    return tuple(reversed(path))


def siblings(messages: Iterable[Message], message: Message) -> tuple[Message, ...]:
    """Return the messages at the same fork as `message`, oldest first, itself among them."""
    same = [other for other in messages if other.parent_id == message.parent_id]
    return tuple(sorted(same, key=lambda other: (other.created_at, other.id)))


def newest_leaf(messages: Iterable[Message], root_id: str) -> str:
    """Follow the newest child from `root_id` down to a leaf and return its id."""
    children: dict[str, list[Message]] = {}
    for message in messages:
        if message.parent_id:
            children.setdefault(message.parent_id, []).append(message)
    current = root_id
    while children.get(current):
        current = max(children[current], key=lambda child: (child.created_at, child.id)).id
    return current


class ReplyEvent(msgspec.Struct, frozen=True, kw_only=True):
    """Base of what happens while a reply is made, in order: saved, started, fitted, waiting, text, ended.

    An iterator of these raises HoneError only when something could not be kept; a model that fails
    ends with ReplyEnded, whose message is FAILED or INTERRUPTED and says why in `problem`.
    """


class UserSaved(ReplyEvent, frozen=True):
    """What the user said is committed: nothing that happens now can lose it.

    That is a message, a reply that was edited, or what a tool answered.
    """

    message: Message


class UserNotSaved(ReplyEvent, frozen=True):
    """The user's message could not be kept (a full disk, for example); a HoneError that says why follows.

    `text` is what was typed, for the input field to show again with its `attachments`.
    """

    text: str
    attachments: tuple[Attachment, ...] = ()


class ReplyStarted(ReplyEvent, frozen=True):
    """A reply is committed with its beginning, mostly nothing, and will be filled.

    Where several are made at once each is told, first the one to show; their events are then mixed.
    """

    message: Message


class ReplyWaiting(ReplyEvent, frozen=True):
    """Work before the first token: loading a model, processing the prompt. `total` 0 means not known."""

    note: str
    done: float = 0.0
    total: float = 0.0


class ReplyFitted(ReplyEvent, frozen=True):
    """The conversation is too long: these messages are not said to the model."""

    dropped_ids: tuple[str, ...]


class ReplyText(ReplyEvent, frozen=True):
    """New text of the reply (to append), with all its tokens so far and their speed."""

    message_id: str
    text: str
    tokens: int
    tokens_per_second: float


class ReplyReasoning(ReplyEvent, frozen=True):
    """New text of the model's reasoning (to append), counted like ReplyText."""

    message_id: str
    text: str
    tokens: int
    tokens_per_second: float


class ReplyToolCalled(ReplyEvent, frozen=True):
    """The model calls a tool; it is kept with the reply."""

    message_id: str
    call: ToolCall


class ReplyEnded(ReplyEvent, frozen=True):
    """The reply as it is stored now, with state, usage and problem; `hint` is the next step."""

    message: Message
    hint: str = ""
