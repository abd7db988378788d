"""Instructions of one's own for drafting rows, and what a person decides about drafts."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.services.row_draft_bench import (
    Bench,
    Fluent,
    example,
    made,
)

from hone.data.reading import read_examples
from hone.domain.datasets import Reading
from hone.domain.row_drafts import DraftForm, DraftState
from hone.errors import BadInput


def test_an_instruction_of_ones_own_is_used_and_kept_with_the_row(make_bench: Callable[..., Bench]) -> None:
    bench = make_bench(Fluent())
    own = {"self_instruct.replies": "Reply like a pirate."}
    drafts = made(bench.draft(rows=2, texts=own))
    assert drafts[0].provenance.instruction == "Reply like a pirate."
    assert any(each.prompt.turns[0].content == "Reply like a pirate." for each in bench.machine.requests)


@pytest.mark.parametrize(
    ("text", "said"), [("Write {{cuont}} of {{examples}}", "cuont"), ("Write more prompts.", "examples")]
)
def test_an_instruction_that_cannot_work_is_told(
    make_bench: Callable[..., Bench], text: str, said: str
) -> None:
    with pytest.raises(BadInput, match=said):
        make_bench(Fluent()).draft(texts={"self_instruct.prompts": text})


def test_what_is_filled_in_is_kept_for_the_data_set_and_texts_for_all(
    make_bench: Callable[..., Bench],
) -> None:
    bench = make_bench(Fluent())
    order = bench.order(seeds=(1, 2), texts={"self_instruct.replies": "Short."})
    bench.service.keep_form("set", DraftForm(order=order))
    assert bench.service.form("set").order == order
    other = bench.service.form("other").order
    assert other.texts == order.texts and other.seeds == ()


def test_chosen_examples_differ_from_each_other(make_bench: Callable[..., Bench]) -> None:
    rows = [example(n, f"Say the number {n} twice", "Yes.") for n in range(1, 30)]
    rows += [example(30, "Bake bread without yeast", "Soda."), example(31, "Mend a punctured tyre", "Patch.")]
    chosen = make_bench(Fluent(), rows=rows).service.choose_seeds("set", 4, seed=5)
    assert {30, 31} <= set(chosen) and len(chosen) == 4


# ---- what a person decides ------------------------------------------------------------------------


def test_accepted_drafts_become_rows_marked_as_synthetic(make_bench: Callable[..., Bench]) -> None:
    bench = make_bench(Fluent())
    first, second, third = made(bench.draft(rows=3))
    bench.service.decide([first.id], DraftState.ACCEPTED)
    bench.service.edit(second.id, "A better prompt", "A better reply")
    bench.service.decide([third.id], DraftState.REJECTED)
    change = bench.service.rows_to_add(bench.library.data_set)
    assert change is not None and len(change.contents) == 2
    row = json.loads(change.contents[1])
    assert [message["content"] for message in row["messages"]] == ["A better prompt", "A better reply"]
    marks = row["synthetic"]
    assert (marks["state"], marks["model"], marks["way"]) == ("edited", "Stub", "self_instruct")
    assert marks["looked_at"] and marks["engine"]["build"] == "stub 1" and marks["seeds"]


def test_what_was_added_waits_no_more_until_the_version_is_left(make_bench: Callable[..., Bench]) -> None:
    bench = make_bench(Fluent())
    (draft,) = made(bench.draft(rows=1))
    bench.service.decide([draft.id], DraftState.ACCEPTED)
    change = bench.service.rows_to_add(bench.library.data_set)
    assert change is not None
    bench.library.add(change)
    assert bench.service.rows_to_add(bench.library.data_set) is None
    bench.library.use(1)
    assert [each.id for each in bench.service.waiting(bench.library.data_set)] == [draft.id]


@pytest.mark.parametrize("shape", ["alpaca", "sharegpt", "prompt_completion", "kto", "classification"])
def test_rows_are_written_in_the_shape_of_the_data_set(
    make_bench: Callable[..., Bench], shape: str, tmp_path: Path
) -> None:
    bench = make_bench(Fluent(), shape=shape)
    (draft,) = made(bench.draft(rows=1))
    bench.service.decide([draft.id], DraftState.ACCEPTED)
    change = bench.service.rows_to_add(bench.library.data_set)
    assert change is not None
    file = tmp_path / "rows.jsonl"
    file.write_text(change.contents[0] + "\n", encoding="utf-8")
    (read,) = read_examples(file, Reading(format=shape))
    assert read.turns[-1].content == draft.reply and read.extra["synthetic"]["id"] == draft.id


def test_a_shape_that_cannot_hold_drafts_says_why(make_bench: Callable[..., Bench]) -> None:
    bench = make_bench(Fluent(), shape="preference")
    (draft,) = made(bench.draft(rows=1))
    bench.service.decide([draft.id], DraftState.ACCEPTED)
    with pytest.raises(BadInput, match="rejected reply"):
        bench.service.rows_to_add(bench.library.data_set)


def test_every_decision_can_be_undone(make_bench: Callable[..., Bench]) -> None:
    bench = make_bench(Fluent())
    drafts = made(bench.draft(rows=3))
    before = bench.service.decide([draft.id for draft in drafts], DraftState.ACCEPTED, looked_at=False)
    edited = bench.service.edit(drafts[0].id, "Other", "Words")
    bench.service.put_back(edited)
    bench.service.put_back(before)
    assert bench.service.drafts("set") == drafts


def test_editing_a_draft_needs_both_texts(make_bench: Callable[..., Bench]) -> None:
    bench = make_bench(Fluent())
    (draft,) = made(bench.draft(rows=1))
    with pytest.raises(BadInput, match="a prompt and a reply"):
        bench.service.edit(draft.id, " ", "Words")
    bench.service.edit(draft.id, draft.prompt, draft.reply)
    assert bench.service.drafts("set")[0].state is DraftState.ACCEPTED, "nothing was changed"


def test_accepted_drafts_are_shown_as_examples_too(make_bench: Callable[..., Bench]) -> None:
    bench = make_bench(Fluent())
    first = made(bench.draft(rows=4))
    bench.service.decide([draft.id for draft in first], DraftState.ACCEPTED)
    second = made(bench.draft(rows=4))
    used = {identity for draft in second for identity in draft.provenance.seed_drafts}
    assert used and used <= {draft.id for draft in first}
