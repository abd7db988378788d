"""One of the replies that are made at once: what the engine tells of it, and how it ended."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from hone.domain.chat import (
    Message,
    MessageState,
    Origin,
    ReplyEnded,
    ReplyEvent,
    ReplyReasoning,
    ReplyText,
    ReplyToolCalled,
    ToolCall,
    Usage,
)
from hone.domain.generation import GenerationEnded, Provenance, ReasoningChunk, TextChunk, ToolCalled
from hone.domain.prompt_snapshot import PromptSnapshot
from hone.errors import HoneError, WorkerLost
from hone.services.reply_writer import ReplyWriter
from hone.storage.conversations import ConversationStore

Piece = TextChunk | ReasoningChunk | ToolCalled | GenerationEnded

_FULL = "The conversation fills the model's window of {window} tokens, so the reply was cut."
_FULL_HINT = "Start a new conversation, or remove long messages by editing one."
_STATES = {
    "stop": MessageState.COMPLETE,
    "length": MessageState.CUT,
    "context_full": MessageState.CUT,
    "cancelled": MessageState.STOPPED,
}


class ReplyPart:
    """Fills a committed reply; STOPPED until the engine says otherwise.

    `before` is the reply as it was before it is continued: when nothing comes, it stays as it was.
    """

    def __init__(self, store: ConversationStore, reply: Message, before: Message | None) -> None:
        self._writer = ReplyWriter(store, reply)
        self._id = reply.id
        self._before = before
        self._state = MessageState.STOPPED
        self._problem = ""
        self._hint = ""
        self._usage: Usage | None = None
        self.over = False
        self.committed = False

    @property
    def began(self) -> bool:
        """Whether the engine has made anything of it."""
        return self._writer.began

    def came_from(self, origin: Origin, prompt: PromptSnapshot | None = None) -> None:
        """Note which model makes it, and with which prompt."""
        self._writer.came_from(origin, prompt)

    def was_made(self, seed: int, provenance: Provenance) -> None:
        """Note what the engine tells of itself."""
        self._writer.was_made(seed, provenance)

    def hear(self, event: Piece) -> Iterator[ReplyEvent]:
        """Take one event of the engine."""
        writer = self._writer
        match event:
            case TextChunk():
                writer.add(event.text, len(event.token_ids))
                yield ReplyText(
                    message_id=self._id,
                    text=event.text,
                    tokens=writer.tokens,
                    tokens_per_second=writer.tokens_per_second,
                )
            case ReasoningChunk():
                writer.add_reasoning(event.text, len(event.token_ids))
                yield ReplyReasoning(
                    message_id=self._id,
                    text=event.text,
                    tokens=writer.tokens,
                    tokens_per_second=writer.tokens_per_second,
                )
            case ToolCalled():
                call = ToolCall(event.name, event.arguments)
                writer.add_call(call, len(event.token_ids))
                yield ReplyToolCalled(message_id=self._id, call=call)
            case GenerationEnded():
                self._take_end(event)

    def fail(self, error: HoneError) -> None:
        """Note why there will be no more of it."""
        cut = isinstance(error, WorkerLost) and self._writer.began
        self._state = MessageState.INTERRUPTED if cut else MessageState.FAILED
        self._problem, self._hint = error.message, error.hint

    def end(self) -> ReplyEnded:
        """Commit it as it ended; when that fails, tell it so: its text is still on the screen."""
        self.committed = True
        if self._before is not None and not self._writer.began and self._state is not MessageState.COMPLETE:
            self._state = self._before.state
        try:
            message = self._writer.end(self._state, self._problem, self._usage_of_all())
        except HoneError as error:
            self._hint = error.hint
            message = msgspec.structs.replace(
                self._writer.message,
                state=MessageState.INTERRUPTED,
                problem=f"This reply is not saved. {error.message}",
            )
        return ReplyEnded(message=message, hint=self._hint)

    def _take_end(self, event: GenerationEnded) -> None:
        self.over = True
        self._usage = event.usage
        if event.provenance != Provenance():  # none is told by an engine that was killed
            self._writer.was_made(event.seed, event.provenance)
        self._state = _STATES.get(event.reason, MessageState.COMPLETE)
        if event.reason == "context_full":
            self._problem = _FULL.format(window=event.usage.context_length)
            self._hint = _FULL_HINT

    def _usage_of_all(self) -> Usage | None:
        """Return the cost of the whole reply; of a continued one what both parts took."""
        first = self._before.usage if self._before is not None else None
        if first is None or self._usage is None:
            return first or self._usage
        return msgspec.structs.replace(
            self._usage,
            prompt_tokens=first.prompt_tokens,
            reused_tokens=first.reused_tokens,
            reply_tokens=first.reply_tokens + self._usage.reply_tokens,
            prompt_seconds=first.prompt_seconds + self._usage.prompt_seconds,
            reply_seconds=first.reply_seconds + self._usage.reply_seconds,
        )
