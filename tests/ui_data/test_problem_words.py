"""Every kind of problem, fix and way to draft rows has its words in the window."""

from __future__ import annotations

import pytest

from hone.domain.datasets import ProblemGroup
from hone.domain.problem_kinds import PROBLEM_KINDS, ProblemKind
from hone.services.row_drafting import WAYS
from hone.ui.data.drafting.ways import WayCards, way_title
from hone.ui.data.problem_words import fix_text, title_of, why_of


@pytest.mark.parametrize("kind", PROBLEM_KINDS, ids=lambda kind: kind.name)
def test_a_kind_says_why_it_matters_and_what_its_fix_does(kind: ProblemKind) -> None:
    one, many = (ProblemGroup(kind=kind.name, count=count, rows=(1,), fix=kind.fix) for count in (1, 3))
    assert title_of(one) == kind.title and why_of(one).endswith(".")
    assert "{0}" not in fix_text(one) + fix_text(many)
    if kind.fix:
        assert "Mend" not in fix_text(many), "a fix has its own words"
        assert "1 row" in fix_text(one) and "3 rows" in fix_text(many)


def test_a_way_to_draft_rows_has_a_title_and_a_description(qtbot: object) -> None:
    cards = WayCards()
    qtbot.addWidget(cards)  # type: ignore[attr-defined]
    for way in WAYS:
        cards.set_current(way.key)
        assert cards.current() == way.key and way_title(way.key)
        assert cards._cards[way.key].accessibleDescription().endswith(".")
