"""Tests of what a version says was done to its rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from hone.domain.data_changes import (
    AddRows,
    AnyChange,
    AppendRows,
    ApplyFix,
    DataFilter,
    DropRows,
    KeepMatching,
    KeepPart,
    Mix,
    MixPart,
    ReplaceRow,
    Sample,
    SplitRule,
)
from hone.ui.data.change_words import change_text

A, B = MixPart(path=Path("/a.jsonl"), weight=3, name="A"), MixPart(path=Path("/b.jsonl"))
MIX = Mix(sources=(A, B), seed=5)
FILTER = DataFilter(contains="tax", least_characters=1200, column="team", value="north")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (DropRows(rows=(1200,)), "Row 1,200 was left out."),
        (DropRows(rows=(1, 2)), "The rows 1, 2 were left out."),
        (DropRows(rows=tuple(range(1, 1201))), "Left out: 1,200 rows."),
        (ReplaceRow(row=4, content="{}"), "Row 4 was edited."),
        (AddRows(contents=("{}",)), "Added: 1 row."),
        (AppendRows(path=Path("/x/more.jsonl")), "The rows of more.jsonl were added."),
        (AppendRows(path=Path("/x/rows.jsonl"), of="chats"), "The rows of your chats were added."),
        (ApplyFix(kind="duplicate"), "Fixed: “Exact duplicates”."),
        (ApplyFix(kind="duplicate", rows=(3,)), "Fixed in 1 row: “Exact duplicates”."),
        (Sample(count=1000, seed=4), "Drawn at random: 1,000 rows (seed 4)."),
        (MIX, "Mixed: A 75%, b.jsonl 25% (seed 5)."),
        (KeepPart(split=SplitRule(share=0.125)), "The part to train on of a split by row, 12.5% held out."),
        (
            KeepPart(split=SplitRule(by="group", column="customer"), held_out=True),
            "The part held out of a split by the groups of “customer”, 10% held out.",
        ),
        (
            KeepMatching(filter=FILTER),
            "Only rows that match were kept: contains “tax”; 1,200 or more characters; “team” is “north”.",
        ),
    ],
)
def test_a_change_is_told(change: AnyChange, said: str) -> None:
    assert change_text(change) == said
