"""The chunks of one completion as events."""

from __future__ import annotations

import time
from collections.abc import Iterator

import msgspec

from hone.domain.chat import Usage
from hone.domain.endpoints import Endpoint
from hone.domain.generation import (
    Alternative,
    Ending,
    Generate,
    GenerationEnded,
    Progress,
    Provenance,
    ReasoningChunk,
    ReplyEvent,
    TextChunk,
    TokenReport,
    ToolCalled,
)
from hone.inference.endpoint.wire import Choice, Chunk, Counts, Delta, Logprobs, Timings, Token, ToolPart

_ENDINGS = {"length": Ending.LENGTH, "max_tokens": Ending.LENGTH, "cancelled": Ending.CANCELLED}


class _ToolCall:
    """A tool call that is still coming."""

    def __init__(self) -> None:
        self.name = ""
        self.arguments = ""

    def add(self, part: ToolPart) -> None:
        function = part.function
        if function is None:
            return
        self.name += function.name or ""
        if isinstance(function.arguments, str):
            self.arguments += function.arguments
        elif function.arguments is not None:
            self.arguments += msgspec.json.encode(function.arguments).decode()


class Reply:
    """Collects what a server says of one completion; `finish` is its reason once it gave one."""

    def __init__(self, request: Generate, index: int) -> None:
        self._request = request
        self._index = index
        self._started = time.monotonic()
        self._first = self._last = 0.0
        self._pieces = 0
        self._reports: list[TokenReport] = []
        self._tools: dict[int, _ToolCall] = {}
        self._counts: Counts | None = None
        self._timings: Timings | None = None
        self.finish = ""
        self.text = ""
        self.reported = False

    @property
    def began(self) -> bool:
        """Whether anything of the reply came."""
        return self._pieces > 0

    def take(self, chunk: Chunk) -> Iterator[ReplyEvent]:
        """Yield what a chunk brings."""
        self._counts = chunk.usage or self._counts
        self._timings = chunk.timings or self._timings
        if chunk.prompt_progress is not None:
            yield Progress(
                note="Reading the prompt",
                done=chunk.prompt_progress.processed,
                total=chunk.prompt_progress.total,
                request_id=self._request.request_id,
            )
        for choice in chunk.choices or ():
            yield from self._choice(choice)

    def rest(self) -> Iterator[ReplyEvent]:
        """Yield what was still held back: the last tool call, reports without a text."""
        for call in self._tools.values():
            yield self._tool_called(call)
        self._tools.clear()
        if self._reports:
            yield self._text_chunk("")

    def ended(self, reason: str, seed: int, provenance: Provenance, endpoint: Endpoint) -> GenerationEnded:
        """Return the end; `reason` is the server's, or "cancelled"."""
        return GenerationEnded(
            request_id=self._request.request_id,
            reason=_ENDINGS.get(reason, Ending.STOP),
            usage=self._usage(endpoint.context_length),
            seed=seed,
            index=self._index,
            provenance=provenance,
        )

    def _choice(self, choice: Choice) -> Iterator[ReplyEvent]:
        if choice.logprobs is not None:
            self._reports += reports_in(choice.logprobs, self._request.report.alternatives)
            self.reported = self.reported or bool(self._reports)
        delta = choice.delta or choice.message or Delta(content=choice.text)
        thought = delta.reasoning_content or delta.reasoning
        if isinstance(thought, str) and thought:
            self._count()
            ids, reports = self._taken_reports()
            yield ReasoningChunk(
                request_id=self._request.request_id,
                text=thought,
                token_ids=ids,
                index=self._index,
                tokens=reports,
            )
        if isinstance(delta.content, str) and delta.content:
            self._count()
            self.text += delta.content
            yield self._text_chunk(delta.content)
        for number, part in enumerate(delta.tool_calls or ()):
            yield from self._tool_part(number if part.index is None else part.index, part)
        self.finish = choice.finish_reason or self.finish

    def _tool_part(self, number: int, part: ToolPart) -> Iterator[ReplyEvent]:
        """Add to a tool call; one before it is complete when the next begins."""
        self._count()
        for earlier in [known for known in self._tools if known < number]:
            yield self._tool_called(self._tools.pop(earlier))
        self._tools.setdefault(number, _ToolCall()).add(part)

    def _tool_called(self, call: _ToolCall) -> ToolCalled:
        ids, reports = self._taken_reports()
        return ToolCalled(
            request_id=self._request.request_id,
            name=call.name,
            arguments=call.arguments,
            index=self._index,
            token_ids=ids,
            tokens=reports,
        )

    def _text_chunk(self, text: str) -> TextChunk:
        ids, reports = self._taken_reports()
        return TextChunk(
            request_id=self._request.request_id, text=text, token_ids=ids, index=self._index, tokens=reports
        )

    def _taken_reports(self) -> tuple[tuple[int, ...], tuple[TokenReport, ...]]:
        """Return the token ids, where the server tells them, and the reports that wait for a chunk."""
        reports, self._reports = tuple(self._reports), []
        ids = tuple(report.id for report in reports)
        return (() if -1 in ids else ids), reports

    def _count(self) -> None:
        self._last = time.monotonic()
        self._first = self._first or self._last
        self._pieces += 1

    def _usage(self, context_length: int) -> Usage:
        """Return the server's figures; where it tells none, chunks count as tokens and the clock is ours."""
        counts = self._counts or Counts()
        details = counts.prompt_tokens_details
        timings = self._timings or Timings(
            prompt_ms=(self._first - self._started) * 1000 if self._first else 0.0,
            predicted_ms=(self._last - self._first) * 1000,
        )
        return Usage(
            prompt_tokens=counts.prompt_tokens or 0,
            reused_tokens=(details.cached_tokens or 0) if details is not None else 0,
            reply_tokens=counts.completion_tokens or timings.predicted_n or self._pieces,
            prompt_seconds=timings.prompt_ms / 1000,
            reply_seconds=timings.predicted_ms / 1000,
            context_length=context_length,
        )


def reports_in(logprobs: Logprobs, alternatives: int) -> list[TokenReport]:
    """Return the tokens that a chunk reports, in either of the two shapes."""
    if logprobs.content is not None:
        return [_report(token, alternatives) for token in logprobs.content]
    tokens, values = logprobs.tokens or [], logprobs.token_logprobs or []
    likely = logprobs.top_logprobs or [None] * len(tokens)
    return [
        TokenReport(-1, text, value if value is not None else 0.0, _ordered(others or {}, alternatives))
        for text, value, others in zip(tokens, values, likely, strict=False)
    ]


def _report(token: Token, alternatives: int) -> TokenReport:
    likely = [
        Alternative(each.id, each.token, each.logprob)
        for each in token.top_logprobs or ()
        if each.logprob is not None
    ]
    return TokenReport(
        token.id,
        token.token,
        token.logprob if token.logprob is not None else 0.0,
        tuple(sorted(likely, key=lambda each: -each.logprob)[:alternatives]),
    )


def _ordered(likely: dict[str, float], alternatives: int) -> tuple[Alternative, ...]:
    listed = sorted(likely.items(), key=lambda pair: -pair[1])[:alternatives]
    return tuple(Alternative(-1, text, value) for text, value in listed)
