"""The ways to draft rows: one file and one line each."""

from __future__ import annotations

from hone.domain.fields import unknown_choice
from hone.services.row_drafting.ways.base import Way
from hone.services.row_drafting.ways.from_documents import FROM_DOCUMENTS
from hone.services.row_drafting.ways.self_instruct import SELF_INSTRUCT
from hone.services.row_drafting.ways.variations import VARIATIONS

WAYS: tuple[Way, ...] = (SELF_INSTRUCT, FROM_DOCUMENTS, VARIATIONS)


def find_way(key: str) -> Way:
    """Return a way by its key; raises BadInput that names the known ones."""
    for way in WAYS:
        if way.key == key:
            return way
    raise unknown_choice(key, [way.key for way in WAYS], "the ways to draft rows")
