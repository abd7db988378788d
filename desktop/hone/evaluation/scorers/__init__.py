"""All scorers; a new one is one file and one line here."""

from __future__ import annotations

from hone.evaluation.scorers import contains, exact_match, json_fields
from hone.evaluation.scorers.base import Scorer

SCORERS: tuple[Scorer, ...] = (exact_match.SCORER, json_fields.SCORER, contains.SCORER)
