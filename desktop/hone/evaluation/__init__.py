"""How replies are judged: each scorer a file of its own, found by its name."""

from __future__ import annotations

from hone.domain.fields import unknown_choice
from hone.evaluation.scorers import SCORERS
from hone.evaluation.scorers.base import Scorer


def find_scorer(name: str) -> Scorer:
    """Return the scorer called `name`; raises BadInput with the nearest name."""
    for scorer in SCORERS:
        if scorer.name == name:
            return scorer
    raise unknown_choice(name, (scorer.name for scorer in SCORERS), "the scorers")
