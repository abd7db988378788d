"""What a scorer is."""

from __future__ import annotations

from collections.abc import Callable

import msgspec


class Scorer(msgspec.Struct, frozen=True, kw_only=True):
    """Judges a reply by the expected one: `score(expected, reply)` gives 0 to 1, higher is better."""

    name: str
    label: str
    help: str
    score: Callable[[str, str], float]
