"""Variables of prompts, and what differs between two versions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hone.domain.prompt_diff import Change, Part, diff_bodies, diff_texts
from hone.domain.prompts import (
    FewShot,
    PromptBody,
    Variable,
    VariableKind,
    with_found_variables,
    with_renamed_variable,
)
from hone.errors import BadInput

LINES = st.lists(st.sampled_from(["a b", "a c", "", "x y z", "x y"]), max_size=8).map("\n".join)


def test_variables_are_found_in_every_text_and_keep_what_was_said_of_them() -> None:
    kept = Variable(name="b", kind=VariableKind.NUMBER, default="3")
    gone = Variable(name="gone", help="still wanted")
    body = PromptBody(
        system="{{a}} {{ b }}",
        user="{{c}}",
        prefill="{{a}}",
        examples=(FewShot(input="{{d}}", output="{not}"),),
        variables=(gone, kept, Variable(name="half")),
    )
    found = with_found_variables(body).variables
    assert found == (Variable(name="a"), kept, Variable(name="c"), Variable(name="d"), gone)


def test_renaming_a_variable_changes_all_texts() -> None:
    body = with_found_variables(
        PromptBody(system="{{ a }}{{ab}}", user="{{a}}", examples=(FewShot(input="{{a}}", output="a"),))
    )
    renamed = with_renamed_variable(body, "a", "z")
    assert (renamed.system, renamed.user, renamed.examples[0].input) == ("{{z}}{{ab}}", "{{z}}", "{{z}}")
    assert renamed == with_found_variables(renamed)
    for wrong in ("ab", "1a", "a b", ""):
        with pytest.raises(BadInput):
            with_renamed_variable(body, "a", wrong)


@given(LINES, LINES)
def test_a_diff_holds_both_texts_whole(before: str, after: str) -> None:
    lines = diff_texts(before, after)
    old = [line.text for line in lines if line.change is not Change.ADDED]
    new = [line.text for line in lines if line.change is not Change.REMOVED]
    assert ("\n".join(old), "\n".join(new)) == (before, after)


def test_changed_words_are_marked_inside_their_lines() -> None:
    lines = diff_texts("Answer in two short sentences.", "Answer in three short sentences.")
    marked = [[piece.text for piece in line.pieces if piece.changed] for line in lines]
    assert marked == [["two"], ["three"]]


def test_only_parts_that_differ_are_told() -> None:
    before = PromptBody(system="a", variables=(Variable(name="x"),))
    assert diff_bodies(before, before) == ()
    after = PromptBody(system="a", variables=(Variable(name="x", default="1"),), stop=("END",))
    assert [part.part for part in diff_bodies(before, after)] == [Part.VARIABLES, Part.REPLY]
