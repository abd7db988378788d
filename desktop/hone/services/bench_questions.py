"""Ask an engine as any caller would, and note what came when."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Iterator, Sequence

import msgspec

from hone.domain.chat import Usage
from hone.domain.generation import (
    Ending,
    Generate,
    GenerationEnded,
    ModelLoaded,
    Prompt,
    Reporting,
    TextChunk,
)
from hone.domain.models import AdapterChoice, Model
from hone.domain.sampling import Sampling
from hone.services.engines import EngineService

PLAIN = Reporting()


class Heard(msgspec.Struct, frozen=True, kw_only=True):
    """One reply as its caller saw it; times in seconds since it was asked for."""

    text: str
    first: float
    first_tokens: int
    last: float
    usage: Usage
    reason: str

    @property
    def chosen(self) -> int:
        """Tokens that were chosen: those of the reply, and the one that ended it, which is no part of it."""
        return self.usage.reply_tokens + (self.reason == Ending.STOP)

    @property
    def decoded(self) -> int:
        """Tokens that were chosen after the first chunk."""
        return self.chosen - self.first_tokens


class Questions:
    """Asks one model, greedily; `loaded` is what the engine told when it loaded it."""

    def __init__(self, engines: EngineService, model: Model) -> None:
        self._engines = engines
        self._model = model
        self.loaded: ModelLoaded | None = None

    def one(
        self,
        prompt: Prompt,
        tokens: int,
        adapters: Sequence[AdapterChoice] = (),
        report: Reporting = PLAIN,
    ) -> Heard:
        """Ask greedily and note what came when."""
        request = _request(prompt, tokens, report)
        started = time.perf_counter()
        pieces: list[str] = []
        first, first_tokens, ended = 0.0, 0, None
        for event in self._engines.reply(self._model, request, adapters):
            if isinstance(event, TextChunk):
                if not pieces:
                    first, first_tokens = time.perf_counter() - started, len(event.token_ids)
                pieces.append(event.text)
            elif isinstance(event, ModelLoaded):
                self.loaded = event
            elif isinstance(event, GenerationEnded):
                ended = event
        last = time.perf_counter() - started
        assert ended is not None
        return Heard(
            text="".join(pieces),
            first=first or last,
            first_tokens=first_tokens,
            last=last,
            usage=ended.usage,
            reason=ended.reason,
        )

    def all_at_once(self, texts: Sequence[str], tokens: int) -> Iterator[int]:
        """Ask all at once; yields the tokens of each reply."""
        requests = [_request(Prompt(text=text), tokens, PLAIN) for text in texts]
        for event in self._engines.answer_all(self._model, requests):
            if isinstance(event, GenerationEnded):
                yield event.usage.reply_tokens

    def cancelled_while_reading(self, prompt: Prompt) -> float | None:
        """Cancel as soon as reading has begun; None when the reply was there before."""
        request = _request(prompt, 4, PLAIN)
        moment: list[float] = []

        def cancel() -> None:
            moment.append(time.perf_counter())
            self._engines.cancel(request.request_id)

        timer = threading.Timer(0.1, cancel)
        timer.start()
        reason = ""
        for event in self._engines.reply(self._model, request):
            if isinstance(event, GenerationEnded):
                reason = event.reason
        ended = time.perf_counter()
        timer.cancel()
        return ended - moment[0] if moment and reason == "cancelled" else None


def _request(prompt: Prompt, tokens: int, report: Reporting) -> Generate:
    return Generate(
        request_id=secrets.token_hex(8),
        prompt=prompt,
        sampling=Sampling(temperature=0.0, seed=0, max_tokens=tokens),
        report=report,
    )
