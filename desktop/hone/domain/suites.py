"""Scoring a model on rows with known answers: the cases and what came of them."""

from __future__ import annotations

import msgspec


class CaseScored(msgspec.Struct, frozen=True, kw_only=True):
    """One row answered and scored: `score` is from 0 to 1, `seconds` is what the reply took."""

    row: int
    prompt: str
    expected: str
    reply: str
    score: float
    seconds: float
