"""One completion in the making: tokens become text, parts, chunks, and in the end an outcome.

Stop strings, limits, counting, and what is sent are the same for every engine, and so they are here.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Mapping
from typing import Protocol

from hone.domain.chat import Usage
from hone.domain.generation import (
    Ending,
    Generate,
    GenerationEnded,
    Provenance,
    ReasoningChunk,
    Tagged,
    TextChunk,
    TokenReport,
    ToolCalled,
)
from hone.workers.reply_parts import Part, PlainText, ReasoningPart, ReplyParts, TextPart, ToolCallPart
from hone.workers.stop_strings import StopStrings

FLUSH_SECONDS = 0.02
LARGEST_SEED = 2**32 - 2  # llama.cpp takes 2**32 - 1 to mean "draw one"


class TextStream(Protocol):
    """Turns tokens into text as they come; bytes of an unfinished character wait."""

    def add(self, token: int) -> str:
        """Return the text that is certain now."""
        ...

    def end(self) -> str:
        """Return what waited."""
        ...


class Vocabulary(Protocol):
    """What a completion must know of the model's tokens."""

    stop_ids: frozenset[int]
    control_texts: Mapping[int, str]


class Completion:
    """The text side of completion `index` of a request; knows nothing of how tokens are computed.

    Feed it with `take` until `ending` is set, then call `finish`. Chunks are sent at most every 20 ms, the
    first text at once.
    """

    def __init__(
        self,
        request: Generate,
        index: int,
        vocabulary: Vocabulary,
        stream: TextStream,
        parts: ReplyParts,
        room: int,
        send: Callable[[Tagged], None],
    ) -> None:
        self.request = request
        self.index = index
        self.ending: Ending | None = None
        self.count = 0
        self._stop_ids = vocabulary.stop_ids
        self._control = vocabulary.control_texts
        self._stream = stream
        self._parts = parts
        self._stops = StopStrings(request.stop)
        self._may_wait = not request.stop and isinstance(parts, PlainText)
        self._unread: list[int] = []
        self._limit, self._room = request.sampling.max_tokens, room
        self._send = send
        self._kind: type[TextChunk] | type[ReasoningChunk] = TextChunk
        self._text: list[str] = []
        self._ids: list[int] = []
        self._reports: list[TokenReport] = []
        self._flushed_at = 0.0
        self._started = time.monotonic()
        self._reply_started = self._started

    def prompt_is_read(self) -> None:
        """Note the moment: reply time counts from here."""
        self._reply_started = time.monotonic()

    def take(self, token: int, report: TokenReport | None = None) -> Ending | None:
        """Take a chosen token; returns, and keeps in `ending`, why the completion is over, if it is."""
        if token in self._stop_ids:
            self.ending = Ending.STOP
            return self.ending
        self.count += 1
        self._ids.append(token)
        if report is not None:
            self._reports.append(report)
        if self._may_wait:
            self._unread.append(token)
        else:
            self._pass_on(self._parts.add(self._stream.add(token), self._control.get(token, "")))
        if self._stops.found:
            self.ending = Ending.STOP
        elif self.count >= self._limit:
            self.ending = Ending.LENGTH
        elif self.count >= self._room:
            self.ending = Ending.CONTEXT_FULL
        elif time.monotonic() - self._flushed_at >= FLUSH_SECONDS:
            self._read()
            if self._text:
                self._flush()
        return self.ending

    def _read(self) -> None:
        """Turn tokens into text that waited for it: where no token's text decides anything, all at once."""
        if self._unread:
            text = "".join(map(self._stream.add, self._unread))
            self._unread.clear()
            self._pass_on(self._parts.add(text, ""))

    def finish(
        self, ending: Ending, prompt_tokens: int, reused: int, window: int, seed: int, provenance: Provenance
    ) -> None:
        """Send what was held back, and the end."""
        self._read()
        if not self._stops.found:
            self._pass_on(self._parts.add(self._stream.end(), ""))
            self._pass_on(self._parts.end())
        self._say(TextChunk, self._stops.end(""))
        if self._text or self._ids:
            self._flush()
        now = time.monotonic()
        self._send(
            GenerationEnded(
                request_id=self.request.request_id,
                index=self.index,
                reason=ending,
                seed=seed,
                usage=Usage(
                    prompt_tokens=prompt_tokens,
                    reused_tokens=reused,
                    reply_tokens=self.count,
                    prompt_seconds=self._reply_started - self._started,
                    reply_seconds=now - self._reply_started,
                    context_length=window,
                ),
                provenance=provenance,
            )
        )

    def _pass_on(self, parts: list[Part]) -> None:
        for part in parts:
            match part:
                case TextPart():
                    self._say(TextChunk, self._stops.add(part.text))
                case ReasoningPart():
                    self._say(ReasoningChunk, part.text)
                case ToolCallPart():
                    self._tell_call(part)

    def _say(self, kind: type[TextChunk] | type[ReasoningChunk], text: str) -> None:
        if not text:
            return
        if kind is not self._kind and self._text:
            self._flush()
        self._kind = kind
        self._text.append(text)

    def _tell_call(self, part: ToolCallPart) -> None:
        if self._text:
            self._flush()
        self._send(
            ToolCalled(
                request_id=self.request.request_id,
                index=self.index,
                name=part.name,
                arguments=part.arguments,
                token_ids=tuple(self._ids),
                tokens=tuple(self._reports),
            )
        )
        self._ids, self._reports = [], []

    def _flush(self) -> None:
        self._send(
            self._kind(
                request_id=self.request.request_id,
                index=self.index,
                text="".join(self._text),
                token_ids=tuple(self._ids),
                tokens=tuple(self._reports),
            )
        )
        self._text, self._ids, self._reports = [], [], []
        self._flushed_at = time.monotonic()


def seed_of(wanted: int, index: int) -> int:
    """Return the seed of completion `index`; a `wanted` of -1 draws one."""
    return (secrets.randbelow(LARGEST_SEED + 1) if wanted < 0 else wanted + index) % (LARGEST_SEED + 1)


def context_for(wanted: int, trained: int, default: int = 8192) -> int:
    """Return the window in tokens: what was asked for, at most what the model was trained for.

    With nothing asked for, what it was trained for, at most `default`, so that the cache fits in memory.
    """
    if wanted <= 0:
        return min(trained, default) if trained > 0 else default
    return min(wanted, trained) if trained > 0 else wanted
