"""One click fixes what nobody has to look at first; what may be meant so is left to a person."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from hone.domain.datasets import ProblemGroup
from hone.domain.problem_kinds import PROBLEM_KINDS
from hone.ui.data.problem_words import can_fix_unseen, why_of

pytestmark = [pytest.mark.window, pytest.mark.worker]


def of_kind(name: str, fix: str) -> ProblemGroup:
    return ProblemGroup(kind=name, count=1, rows=(1,), fix=fix)


def test_kinds_that_may_be_meant_so_are_not_fixed_unseen() -> None:
    unseen = {kind.name for kind in PROBLEM_KINDS if can_fix_unseen(of_kind(kind.name, kind.fix))}
    assert {"empty_reply", "duplicate", "not_json", "invisible_characters"} <= unseen
    assert not {"near_duplicate", "contradiction", "refusal", "markup", "encoded_data"} & unseen
    assert all(why_of(of_kind(kind.name, kind.fix)) for kind in PROBLEM_KINDS if kind.look_first)


def test_fixing_all_leaves_different_replies_to_one_prompt_and_html(
    page: Any, tmp_path: Path, qtbot: Any
) -> None:
    pairs = [
        ("What is a base model?", "A model before it is tuned."),
        ("What is a base model?", "Something else altogether, as it seems."),
        ("What is an adapter?", "A small matrix<br>beside<br>a large one."),
        ("What is a rank?", ""),
        ("How long is a context?", "As long as the window of the model."),
        ("How long is a context?", "As long as the window of the model."),
    ]
    path = tmp_path / "pairs.jsonl"
    path.write_text("\n".join(json.dumps({"prompt": one, "completion": two}) for one, two in pairs) + "\n")
    page.desk.add((path,))
    qtbot.waitUntil(lambda: page.context.report is not None, timeout=30_000)
    page.tabs.open("problems")
    page.tabs.tab("problems").fix_all.click()
    data = page.context
    qtbot.waitUntil(lambda: data.data_set.current == 2 and data.report is not None, timeout=30_000)
    kinds = {group.kind for group in data.report.groups}
    assert {"contradiction", "markup"} <= kinds
    assert not {"empty_reply", "duplicate"} & kinds
