"""Events on their way from a worker's pipe to the one who asked."""

from __future__ import annotations

import threading
from collections import deque

import msgspec

from hone.domain.generation import Progress, ReasoningChunk, ReplyEvent, TextChunk
from hone.errors import HoneError

CROWDED = 256
LONGEST_CHUNK = 4096


class Mailbox:
    """Keeps events until they are taken; safe from any thread.

    Putting never waits, so that one slow reader cannot hold up the others of its worker. When more than
    256 events wait, neighbouring pieces of text are joined and old progress is dropped: what waits stays in
    proportion to the text itself.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._events: deque[ReplyEvent] = deque()
        self._error: HoneError | None = None
        self._woken = False

    def put(self, event: ReplyEvent) -> None:
        """Add an event."""
        with self._changed:
            if len(self._events) >= CROWDED and (joined := _joined(self._events[-1], event)) is not None:
                self._events[-1] = joined
            else:
                self._events.append(event)
            self._changed.notify()

    def close(self, error: HoneError) -> None:
        """Let `take` raise `error` when everything that came before it was taken."""
        with self._changed:
            self._error = error
            self._changed.notify()

    def wake(self) -> None:
        """Let `take` return, so that its caller looks at what else has changed."""
        with self._changed:
            self._woken = True
            self._changed.notify()

    def take(self, timeout: float | None = None) -> list[ReplyEvent]:
        """Wait for events and return all; none when `timeout` seconds passed or after `wake`."""
        with self._changed:
            if not self._events and not self._woken and self._error is None:
                self._changed.wait(timeout)
            self._woken = False
            if self._events:
                events = list(self._events)
                self._events.clear()
                return events
            if self._error is not None:
                raise self._error
            return []


def _joined(last: ReplyEvent, new: ReplyEvent) -> ReplyEvent | None:
    """Return one event for two; None when they must stay apart."""
    if isinstance(last, Progress) and isinstance(new, Progress) and last.request_id == new.request_id:
        return new
    if isinstance(last, TextChunk) and isinstance(new, TextChunk):
        return _one_chunk(last, new)
    if isinstance(last, ReasoningChunk) and isinstance(new, ReasoningChunk):
        return _one_chunk(last, new)
    return None


def _one_chunk(
    last: TextChunk | ReasoningChunk, new: TextChunk | ReasoningChunk
) -> TextChunk | ReasoningChunk | None:
    if (last.request_id, last.index) != (new.request_id, new.index) or len(last.text) > LONGEST_CHUNK:
        return None
    return msgspec.structs.replace(
        last,
        text=last.text + new.text,
        token_ids=last.token_ids + new.token_ids,
        tokens=last.tokens + new.tokens,
    )
