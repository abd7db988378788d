"""The reply must be a JSON object; each expected field counts."""

from __future__ import annotations

import json
from typing import Any

from hone.evaluation.scorers.base import Scorer

_FENCE = "```"


def score(expected: str, reply: str) -> float:
    """Return the share of fields that are right: equal ones over all that either object has.

    A field too many counts like a missing one. A reply that is no JSON object scores 0; so does
    everything when `expected` is none, because then nothing can be compared.
    """
    wanted, found = _json_object(expected), _json_object(reply)
    if wanted is None or found is None:
        return 0.0
    names = wanted.keys() | found.keys()
    if not names:
        return 1.0
    right = sum(name in wanted and name in found and _same(wanted[name], found[name]) for name in names)
    return right / len(names)


def _json_object(text: str) -> dict[str, Any] | None:
    """Read a JSON object, also from a fenced block; None for anything else."""
    body = text.strip()
    if body.startswith(_FENCE) and body.endswith(_FENCE) and "\n" in body:
        body = body[body.index("\n") : -len(_FENCE)]
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _same(one: Any, other: Any) -> bool:
    """Whether two values are equal; true is not 1, and texts may differ in white space at their ends."""
    if isinstance(one, str) and isinstance(other, str):
        return one.strip() == other.strip()
    return isinstance(one, bool) == isinstance(other, bool) and bool(one == other)


SCORER = Scorer(
    name="json_fields",
    label="JSON fields",
    help="The share of fields that are right; 0 when the reply is not a JSON object.",
    score=score,
)
