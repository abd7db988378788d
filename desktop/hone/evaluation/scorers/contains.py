"""The expected text must occur in the reply."""

from __future__ import annotations

from hone.evaluation.scorers.base import Scorer


def score(expected: str, reply: str) -> float:
    """Return 1 when `expected` occurs in `reply`, case and white space aside; an empty one never does."""
    wanted = _plain(expected)
    return 1.0 if wanted and wanted in _plain(reply) else 0.0


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


SCORER = Scorer(
    name="contains",
    label="Contains the answer",
    help="1 when the expected text occurs in the reply, in upper or lower case; else 0.",
    score=score,
)
