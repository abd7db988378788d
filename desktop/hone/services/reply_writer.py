"""The text of one streaming reply, kept on disk while it grows."""

from __future__ import annotations

import threading
import time

import msgspec

from hone.domain.chat import Message, MessageState, Origin, Usage
from hone.errors import HoneError
from hone.storage.conversations import ConversationStore

FLUSH_SECONDS = 0.5


class ReplyWriter:
    """Collects text and commits it twice a second from its own thread, also while the engine is silent.

    After a kill -9 at most that half second of text is lost.
    """

    def __init__(self, store: ConversationStore, message: Message) -> None:
        self._store = store
        self._message = message
        self._pieces: list[str] = []
        self._written = 0
        self._lock = threading.Lock()
        self._over = threading.Event()
        self._first_at = 0.0
        self.tokens = 0
        self._thread = threading.Thread(target=self._keep, name="reply-writer", daemon=True)
        self._thread.start()

    @property
    def text(self) -> str:
        """What the reply says so far."""
        with self._lock:
            return "".join(self._pieces)

    @property
    def tokens_per_second(self) -> float:
        """Speed since the first token, 0.0 before the second."""
        seconds = time.monotonic() - self._first_at
        return (self.tokens - 1) / seconds if self.tokens > 1 and seconds > 0 else 0.0

    def came_from(self, origin: Origin) -> None:
        """Note which model makes the reply."""
        with self._lock:
            self._message = msgspec.structs.replace(self._message, origin=origin)

    def add(self, text: str, tokens: int) -> None:
        """Append text that the engine has just made."""
        with self._lock:
            if not self._pieces:
                self._first_at = time.monotonic()
            self._pieces.append(text)
            self.tokens += tokens

    @property
    def message(self) -> Message:
        """The reply with its text so far."""
        text = self.text
        with self._lock:
            return msgspec.structs.replace(self._message, text=text)

    def end(
        self, state: MessageState, problem: str = "", usage: Usage | None = None, seed: int = 0
    ) -> Message:
        """Commit the reply in its final state and return it; raises HoneError when that fails."""
        self._over.set()
        self._thread.join()
        message = msgspec.structs.replace(self.message, state=state, problem=problem, usage=usage)
        if message.origin is not None and seed:
            message = msgspec.structs.replace(
                message, origin=msgspec.structs.replace(message.origin, seed=seed)
            )
        self._store.write_message(message)
        return message

    def _keep(self) -> None:
        while not self._over.wait(FLUSH_SECONDS):
            message = self.message
            if len(message.text) == self._written:
                continue
            try:
                self._store.write_message(message)
            except HoneError:
                # Told by `end`, which tries once more and raises; generating goes on meanwhile.
                continue
            self._written = len(message.text)
