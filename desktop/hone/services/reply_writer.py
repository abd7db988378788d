"""The text of one streaming reply, kept on disk while it grows."""

from __future__ import annotations

import threading
import time
from typing import TypeVar

import msgspec

from hone.domain.chat import Message, MessageState, Origin, ToolCall, Usage
from hone.domain.generation import Provenance
from hone.errors import HoneError
from hone.storage.conversations import ConversationStore

FLUSH_SECONDS = 0.5

Piece = TypeVar("Piece")


class ReplyWriter:
    """Collects text and commits it twice a second from its own thread, also while the engine is silent.

    After a kill -9 at most that half second of text is lost.
    """

    def __init__(self, store: ConversationStore, message: Message) -> None:
        self._store = store
        self._message = message
        self._pieces: list[str] = []
        self._thoughts: list[str] = []
        self._calls: list[ToolCall] = []
        self._written = (0, 0, 0)
        self._lock = threading.Lock()
        self._over = threading.Event()
        self._first_at = 0.0
        self._first_tokens = 0
        self._tells_tokens = False
        self.tokens = 0
        self._thread = threading.Thread(target=self._keep, name="reply-writer", daemon=True)
        self._thread.start()

    @property
    def tokens_per_second(self) -> float:
        """Speed since the first piece came, not counting its tokens; 0.0 before the second."""
        since = self.tokens - self._first_tokens
        seconds = time.monotonic() - self._first_at
        return since / seconds if since > 0 and seconds > 0 else 0.0

    def came_from(self, origin: Origin) -> None:
        """Note which model makes the reply."""
        with self._lock:
            self._message = msgspec.structs.replace(self._message, origin=origin)

    def was_made(self, seed: int, provenance: Provenance) -> None:
        """Note what the engine tells of itself at the end."""
        with self._lock:
            if self._message.origin is None:
                return
            origin = msgspec.structs.replace(
                self._message.origin,
                seed=seed,
                mode=provenance.mode,
                build=provenance.build,
                device=provenance.device,
                model_hash=provenance.model_hash,
                template_hash=provenance.template_hash,
            )
            self._message = msgspec.structs.replace(self._message, origin=origin)

    def add(self, text: str, tokens: int) -> None:
        """Append text that the engine has just made."""
        self._take(self._pieces, text, tokens)

    def add_reasoning(self, text: str, tokens: int) -> None:
        """Append text of the reasoning that the engine has just made."""
        self._take(self._thoughts, text, tokens)

    def add_call(self, call: ToolCall, tokens: int) -> None:
        """Append a tool call."""
        self._take(self._calls, call, tokens)

    @property
    def began(self) -> bool:
        """Whether anything came."""
        return bool(self._pieces or self._thoughts or self._calls)

    @property
    def message(self) -> Message:
        """The reply as it is so far."""
        with self._lock:
            return msgspec.structs.replace(
                self._message,
                text="".join(self._pieces),
                reasoning="".join(self._thoughts),
                tool_calls=tuple(self._calls),
            )

    def end(self, state: MessageState, problem: str = "", usage: Usage | None = None) -> Message:
        """Commit the reply in its final state and return it; raises HoneError when that fails."""
        self._over.set()
        self._thread.join()
        message = msgspec.structs.replace(self.message, state=state, problem=problem, usage=usage)
        self._store.write_message(message)
        return message

    def _take(self, pieces: list[Piece], piece: Piece, tokens: int) -> None:
        """Keep a piece. A server that tells no token ids has made at least one token for each of them."""
        with self._lock:
            self._tells_tokens = self._tells_tokens or tokens > 0
            if piece and not self._tells_tokens:
                tokens = 1
            if not self._first_at:
                self._first_at, self._first_tokens = time.monotonic(), tokens
            pieces.append(piece)
            self.tokens += tokens

    def _keep(self) -> None:
        while not self._over.wait(FLUSH_SECONDS):
            message = self.message
            size = (len(message.text), len(message.reasoning), len(message.tool_calls))
            if size == self._written:
                continue
            try:
                self._store.write_message(message)
            except HoneError:
                # Told by `end`, which tries once more and raises; generating goes on meanwhile.
                continue
            self._written = size
