"""The text of one streaming reply, kept on disk while it grows."""

from __future__ import annotations

import threading
import time
from typing import TypeVar

import msgspec

from hone.domain.chat import Continuation, Message, MessageState, Origin, ToolCall, Usage
from hone.domain.generation import Provenance
from hone.domain.prompt_snapshot import PromptSnapshot
from hone.errors import HoneError
from hone.storage.conversations import ConversationStore

FLUSH_SECONDS = 0.4
"""How often text is committed: half a second, less what a commit on a slow disk takes."""

Piece = TypeVar("Piece")


class ReplyWriter:
    """Collects text and commits it twice a second from its own thread, also while the engine is silent.

    After a kill -9 at most half a second of text is lost. `message` is a committed reply; what stands in it
    is never taken away.
    """

    def __init__(self, store: ConversationStore, message: Message) -> None:
        self._store = store
        self._message = message
        self._pieces: list[str] = [message.text]
        self._thoughts: list[str] = [message.reasoning]
        self._calls: list[ToolCall] = list(message.tool_calls)
        self._written = _size(message)
        self._origin: Origin | None = None
        self._prompt: PromptSnapshot | None = None
        self._thought = message.reasoning_seconds
        self._thinking_since = 0.0
        self._lock = threading.Lock()
        self._over = threading.Event()
        self._first_at = 0.0
        self._first_tokens = 0
        self._tells_tokens = False
        self.began = False
        self.tokens = 0
        self._thread = threading.Thread(target=self._keep, name="reply-writer", daemon=True)
        self._thread.start()

    @property
    def tokens_per_second(self) -> float:
        """Speed since the first piece came, not counting its tokens; 0.0 before the second."""
        since = self.tokens - self._first_tokens
        seconds = time.monotonic() - self._first_at
        return since / seconds if since > 0 and seconds > 0 else 0.0

    def came_from(self, origin: Origin, prompt: PromptSnapshot | None = None) -> None:
        """Note which model makes the reply, and the prompt that the origin names."""
        with self._lock:
            self._origin, self._prompt = origin, prompt

    def was_made(self, seed: int, provenance: Provenance) -> None:
        """Note what the engine tells of itself at the end."""
        with self._lock:
            if self._origin is None:
                return
            self._origin = msgspec.structs.replace(
                self._origin,
                seed=seed,
                mode=provenance.mode,
                build=provenance.build,
                device=provenance.device,
                model_hash=provenance.model_hash,
                template_hash=provenance.template_hash,
            )

    def add(self, text: str, tokens: int) -> None:
        """Append text that the engine has just made."""
        self._end_thinking()
        self._take(self._pieces, text, tokens)

    def add_reasoning(self, text: str, tokens: int) -> None:
        """Append text of the reasoning that the engine has just made."""
        with self._lock:
            self._thinking_since = self._thinking_since or time.monotonic()
        self._take(self._thoughts, text, tokens)

    def add_call(self, call: ToolCall, tokens: int) -> None:
        """Append a tool call."""
        self._end_thinking()
        self._take(self._calls, call, tokens)

    @property
    def message(self) -> Message:
        """The reply as it is so far."""
        with self._lock:
            return msgspec.structs.replace(
                self._message,
                text="".join(self._pieces),
                reasoning="".join(self._thoughts),
                reasoning_seconds=self._thinking_seconds(),
                tool_calls=tuple(self._calls),
                origin=self._whole_origin(),
            )

    def end(self, state: MessageState, problem: str = "", usage: Usage | None = None) -> Message:
        """Commit the reply in its final state and return it; raises HoneError when that fails."""
        self._over.set()
        self._thread.join()
        self._end_thinking()
        message = msgspec.structs.replace(self.message, state=state, problem=problem, usage=usage)
        self._store.write_message(message, self._prompt)
        return message

    def _whole_origin(self) -> Origin | None:
        """Return where the reply comes from; what continued it counts only when it made something."""
        first, now = self._message.origin, self._origin
        if first is None or now is None:
            return first or now
        if not self.began:
            return first
        more = Continuation(
            at=len(self._message.text),
            model_name=now.model_name,
            adapter_name=now.adapter_name,
            sampling=now.sampling,
            seed=now.seed,
            prompt_hash=now.prompt_hash,
        )
        return msgspec.structs.replace(first, continued=(*first.continued, more))

    def _thinking_seconds(self) -> float | None:
        if not self._thinking_since:
            return self._thought
        return (self._thought or 0.0) + time.monotonic() - self._thinking_since

    def _end_thinking(self) -> None:
        with self._lock:
            self._thought = self._thinking_seconds()
            self._thinking_since = 0.0

    def _take(self, pieces: list[Piece], piece: Piece, tokens: int) -> None:
        """Keep a piece. A server that tells no token ids has made at least one token for each of them."""
        with self._lock:
            self._tells_tokens = self._tells_tokens or tokens > 0
            if piece and not self._tells_tokens:
                tokens = 1
            if not self._first_at:
                self._first_at, self._first_tokens = time.monotonic(), tokens
            pieces.append(piece)
            self.began = True
            self.tokens += tokens

    def _keep(self) -> None:
        while not self._over.wait(FLUSH_SECONDS):
            message = self.message
            if _size(message) == self._written:
                continue
            try:
                self._store.write_message(message, self._prompt)
            except HoneError:
                # Told by `end`, which tries once more and raises; generating goes on meanwhile.
                continue
            self._written = _size(message)


def _size(message: Message) -> tuple[int, int, int]:
    return len(message.text), len(message.reasoning), len(message.tool_calls)
