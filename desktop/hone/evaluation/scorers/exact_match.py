"""The reply must be the expected text."""

from __future__ import annotations

from hone.evaluation.scorers.base import Scorer


def score(expected: str, reply: str) -> float:
    """Return 1 when both are equal but for white space at their ends and how lines end."""
    return 1.0 if _plain(expected) == _plain(reply) else 0.0


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


SCORER = Scorer(
    name="exact_match",
    label="Exact match",
    help="1 when the reply is the expected text, white space at the ends aside; else 0.",
    score=score,
)
