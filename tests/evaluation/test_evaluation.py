"""Scoring a model over a file: what is asked, what is compared, what is refused."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, cast

import pytest

from hone.domain.chat import Turn, Usage
from hone.domain.generation import Generate, GenerationEnded, ReplyEvent, RequestFailed, TextChunk
from hone.domain.models import AdapterChoice, Model, ModelFormat
from hone.errors import BadInput
from hone.services.data import DataService
from hone.services.engines import EngineService
from hone.services.evaluation import EvaluationService
from hone.storage.paths import Paths

MODEL = Model(id="m", name="m", path=Path("/m"), format=ModelFormat.GGUF, size_bytes=1)


class Echo:
    """Answers with the last word of each question, in two pieces, and the last question first."""

    def __init__(self) -> None:
        self.asked: list[Generate] = []
        self.left = False

    def answer_all(
        self,
        model: Model,
        requests: Iterable[Generate],
        adapters: Sequence[AdapterChoice] = (),
        quantization: str = "",
        limit: int = 32,
    ) -> Iterator[ReplyEvent]:
        self.asked = list(requests)
        try:
            for piece in (slice(2), slice(2, None)):
                for request in self.asked:
                    word = request.prompt.turns[-1].content.split()[-1]
                    yield TextChunk(request_id=request.request_id, text=word[piece])
            for request in reversed(self.asked):
                if "refused" in request.prompt.turns[-1].content:
                    yield RequestFailed(request_id=request.request_id, message="Too long.", bad_input=True)
                usage = Usage(prompt_tokens=3, reply_seconds=0.5)
                yield GenerationEnded(request_id=request.request_id, reason="stop", usage=usage)
        finally:
            self.left = True


@pytest.fixture
def echo() -> Echo:
    return Echo()


@pytest.fixture
def evaluation(echo: Echo, paths: Paths) -> EvaluationService:
    return EvaluationService(cast(EngineService, echo), DataService(paths))


def rows(path: Path, *dialogues: list[tuple[str, str]]) -> Path:
    lines: list[str] = []
    for turns in dialogues:
        messages: list[Any] = [{"role": role, "content": content} for role, content in turns]
        lines.append(json.dumps({"messages": messages}))
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_cases_are_scored_in_order_when_a_file_is_given(
    evaluation: EvaluationService, echo: Echo, tmp_path: Path
) -> None:
    file = rows(
        tmp_path / "rows.jsonl",
        [("system", "Be kind."), ("user", "say yes"), ("assistant", "yes")],
        [("user", "say a"), ("assistant", "a"), ("user", "say no"), ("assistant", "never")],
    )
    cases = list(evaluation.score(MODEL, None, file, "exact_match"))
    assert [(case.row, case.prompt, case.reply, case.score) for case in cases] == [
        (1, "say yes", "yes", 1.0),
        (2, "say no", "no", 0.0),
    ]
    assert cases[0].seconds == 0.5
    assert echo.asked[0].prompt.turns == (Turn("system", "Be kind."), Turn("user", "say yes"))
    assert [turn.content for turn in echo.asked[1].prompt.turns] == ["say a", "a", "say no"]
    assert all(request.sampling.temperature == 0 for request in echo.asked)


def test_system_prompt_and_limit_count_when_they_are_given(
    evaluation: EvaluationService, echo: Echo, tmp_path: Path
) -> None:
    row = [("system", "Be kind."), ("user", "say yes"), ("assistant", "yes")]
    file = rows(tmp_path / "rows.jsonl", row, [*row[:1], ("user", "say no"), ("assistant", "no")])
    cases = list(evaluation.score(MODEL, None, file, "contains", limit=1, system_prompt="Be brief."))
    assert len(cases) == 1
    assert (
        echo.asked[0].prompt.turns[0] == Turn("system", "Be brief.") and len(echo.asked[0].prompt.turns) == 2
    )


def test_file_and_scorer_are_refused_when_nothing_can_be_scored(
    evaluation: EvaluationService, tmp_path: Path
) -> None:
    texts = tmp_path / "texts.txt"
    texts.write_text("just text\n\nmore text\n", encoding="utf-8")
    with pytest.raises(BadInput, match="no row that ends in a reply"):
        list(evaluation.score(MODEL, None, texts, "exact_match"))
    with pytest.raises(BadInput, match="scorers"):
        list(evaluation.score(MODEL, None, texts, "nothing"))


def test_the_reason_is_raised_when_a_row_cannot_be_answered(
    evaluation: EvaluationService, echo: Echo, tmp_path: Path
) -> None:
    file = rows(tmp_path / "rows.jsonl", [("user", "refused"), ("assistant", "yes")])
    with pytest.raises(BadInput, match="Too long"):
        list(evaluation.score(MODEL, None, file, "exact_match"))


def test_replies_are_cancelled_when_scoring_is_left(
    evaluation: EvaluationService, echo: Echo, tmp_path: Path
) -> None:
    row = [("user", "say yes"), ("assistant", "yes")]
    cases = evaluation.score(MODEL, None, rows(tmp_path / "rows.jsonl", row, row), "exact_match")
    next(cases)
    cases.close()  # type: ignore[attr-defined]
    assert echo.left
