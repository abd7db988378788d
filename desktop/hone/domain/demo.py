"""What the demonstration says on its way, and what came of it."""

from __future__ import annotations

from pathlib import Path

import msgspec


class DemoStage(msgspec.Struct, frozen=True, kw_only=True):
    """One of the demonstration's stages begins; `number` counts from 1."""

    number: int
    stages: int
    title: str


class DemoResult(msgspec.Struct, frozen=True, kw_only=True):
    """Scores from 0 to 1 over `cases` held-out rows that were not trained on, and one row side by side.

    `gguf_score_after` is None when the adapter could not be written as GGUF: then `score_after` is of the
    transformers engine, otherwise both are of llama.cpp.
    """

    score_before: float
    score_after: float
    gguf_score_after: float | None
    cases: int
    seconds: float
    training_seconds: float
    model: str
    run: str
    adapter: Path
    adapter_gguf: Path | None
    prompt: str
    expected: str
    answer_before: str
    answer_after: str
