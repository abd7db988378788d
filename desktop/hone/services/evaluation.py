"""Scoring a model on rows whose last reply is known: ask for it anew, compare."""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterator
from pathlib import Path

from hone.domain.chat import Turn
from hone.domain.datasets import Example
from hone.domain.generation import Generate, GenerationEnded, Prompt, TextChunk
from hone.domain.models import Adapter, AdapterChoice, Model
from hone.domain.sampling import Sampling
from hone.domain.suites import CaseScored
from hone.errors import BadInput
from hone.evaluation import find_scorer
from hone.evaluation.scorers.base import Scorer
from hone.services.data import DataService
from hone.services.engines import EngineService

_SPARE_TOKENS = 64
_MOST_TOKENS = 2048


class EvaluationService:
    """Scores models over the engine that chat uses. Leaving an iterator early cancels the reply."""

    def __init__(self, engines: EngineService, data: DataService) -> None:
        self._engines = engines
        self._data = data

    def score(
        self,
        model: Model,
        adapter: Adapter | None,
        path: Path,
        scorer: str,
        limit: int = 0,
        system_prompt: str = "",
        quantization: str = "",
    ) -> Iterator[CaseScored]:
        """Ask `model` each row's question, always the likeliest token, and score the reply.

        A `limit` of 0 means all rows. `system_prompt` replaces a row's own. Raises BadInput for an unknown
        scorer and for a file without a row that ends in a reply, HoneError when the engine fails.
        """
        judge = find_scorer(scorer)
        cases = [example for example in self._data.examples(path) if _has_reply(example)]
        if not cases:
            raise BadInput(
                f"{path.name} has no row that ends in a reply, so nothing can be scored.",
                hint="Choose a file with questions and their answers.",
            )
        for example in cases[:limit] if limit > 0 else cases:
            yield self._score_one(model, adapter, example, judge, system_prompt, quantization)

    def _score_one(
        self,
        model: Model,
        adapter: Adapter | None,
        example: Example,
        judge: Scorer,
        system_prompt: str,
        quantization: str,
    ) -> CaseScored:
        *asked, answer = example.turns
        request = Generate(
            request_id=uuid.uuid4().hex,
            prompt=Prompt(turns=_with_system(tuple(asked), system_prompt)),
            sampling=_sampling(answer.content),
        )
        reply, seconds, begun = "", 0.0, time.monotonic()
        chosen = [AdapterChoice(adapter=adapter)] if adapter else []
        for event in self._engines.reply(model, request, chosen, quantization):
            if isinstance(event, TextChunk):
                reply += event.text
            elif isinstance(event, GenerationEnded):
                usage = event.usage
                seconds = usage.prompt_seconds + usage.reply_seconds or time.monotonic() - begun
        return CaseScored(
            row=example.row,
            prompt=asked[-1].content,
            expected=answer.content,
            reply=reply,
            score=judge.score(answer.content, reply),
            seconds=seconds,
        )


def _has_reply(example: Example) -> bool:
    return len(example.turns) >= 2 and example.turns[-1].role == "assistant"


def _with_system(turns: tuple[Turn, ...], system_prompt: str) -> tuple[Turn, ...]:
    if not system_prompt.strip():
        return turns
    rest = turns[1:] if turns[0].role == "system" else turns
    return (Turn("system", system_prompt), *rest)


def _sampling(expected: str) -> Sampling:
    """Allow a reply somewhat longer than the expected one; a token is at least a byte, mostly four."""
    longest = min(_MOST_TOKENS, _SPARE_TOKENS + len(expected.encode()))
    return Sampling(temperature=0.0, seed=0, max_tokens=longest)
