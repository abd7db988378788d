"""Scoring a model on rows whose last reply is known: ask for it anew, compare."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path

from hone.domain.chat import Turn
from hone.domain.datasets import Example
from hone.domain.generation import Generate, GenerationEnded, Prompt, RequestFailed, TextChunk
from hone.domain.models import Adapter, AdapterChoice, Model
from hone.domain.sampling import Sampling
from hone.domain.suites import CaseScored
from hone.errors import BadInput, HoneError
from hone.evaluation import find_scorer
from hone.evaluation.scorers.base import Scorer
from hone.services.data import DataService
from hone.services.engines import EngineService

_SPARE_TOKENS = 64
_MOST_TOKENS = 2048


class EvaluationService:
    """Scores models over the engine that chat uses. Leaving an iterator early cancels the replies."""

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
        asked = [_Case(example, system_prompt) for example in (cases[:limit] if limit > 0 else cases)]
        yield from self._answered(model, adapter, asked, judge, quantization)

    def _answered(
        self, model: Model, adapter: Adapter | None, cases: list[_Case], judge: Scorer, quantization: str
    ) -> Iterator[CaseScored]:
        """Ask for all replies with many at once, and give the cases in the order of their rows."""
        by_id = {case.request.request_id: case for case in cases}
        chosen = [AdapterChoice(adapter=adapter)] if adapter else []
        told = 0
        requests = (case.request for case in cases)
        for event in self._engines.answer_all(model, requests, chosen, quantization):
            if isinstance(event, TextChunk):
                by_id[event.request_id].take(event.text)
            elif isinstance(event, RequestFailed):
                raise _error_of(event)
            elif isinstance(event, GenerationEnded):
                by_id[event.request_id].end(event)
                while told < len(cases) and cases[told].is_over:
                    yield cases[told].scored(judge)
                    told += 1


class _Case:
    """One row while it is answered."""

    def __init__(self, example: Example, system_prompt: str) -> None:
        *asked, answer = example.turns
        self._row, self._prompt, self._expected = example.row, asked[-1].content, answer.content
        self.request = Generate(
            request_id=uuid.uuid4().hex,
            prompt=Prompt(turns=_with_system(tuple(asked), system_prompt)),
            sampling=_sampling(answer.content),
        )
        self._pieces: list[str] = []
        self._seconds: float | None = None

    @property
    def is_over(self) -> bool:
        """Whether the reply has ended."""
        return self._seconds is not None

    def take(self, text: str) -> None:
        """Append text of the reply."""
        self._pieces.append(text)

    def end(self, event: GenerationEnded) -> None:
        """Note the end of the reply; its time is its own, though others were answered at once."""
        self._seconds = event.usage.prompt_seconds + event.usage.reply_seconds

    def scored(self, judge: Scorer) -> CaseScored:
        """Compare the reply with what was expected."""
        reply = "".join(self._pieces)
        return CaseScored(
            row=self._row,
            prompt=self._prompt,
            expected=self._expected,
            reply=reply,
            score=judge.score(self._expected, reply),
            seconds=self._seconds or 0.0,
        )


def _error_of(event: RequestFailed) -> HoneError:
    return (BadInput if event.bad_input else HoneError)(event.message, event.hint, event.detail)


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
