"""Rounds line up, judgements become picks and counts, and the sign test is the textbook's."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from hone.domain.chat import Conversation, Message, MessageState, Role
from hone.domain.comparing import (
    ColumnSettings,
    Judged,
    Judgement,
    Sheet,
    Verdict,
    differing_sampling,
    picks_of,
    rounds_of,
    sign_test,
    tally_of,
)
from hone.domain.sampling import Sampling

START = datetime(2026, 11, 21, tzinfo=UTC)


def said(identity: str, role: Role, second: int = 0, **values: object) -> Message:
    return Message(
        id=identity,
        conversation_id="c",
        parent_id=None,
        role=role,
        text=str(values.get("text", identity)),
        state=MessageState(str(values.get("state", "complete"))),
        created_at=START + timedelta(seconds=second),
    )


def judged(
    number: int, chosen: str = "", verdict: Verdict = Verdict.BETTER, columns: str = "AB"
) -> Judgement:
    return Judgement(
        id=f"j{number}",
        replies=tuple(Judged(column, f"{column}{number}") for column in columns),
        verdict=verdict,
        chosen_id=f"{chosen}{number}" if chosen else "",
        created_at=START,
        blind=number % 2 == 0,
    )


def test_rounds_line_up_by_what_the_user_said() -> None:
    first = [said("u1", Role.USER), said("a1", Role.ASSISTANT, 1), said("u2", Role.USER)]
    second = [said("v1", Role.USER), said("b1", Role.ASSISTANT, 2)]
    one, two = rounds_of([first, second])
    assert [reply.id if reply else None for reply in one.replies] == ["a1", "b1"]
    assert one.ready and not one.shared
    assert [asked.id if asked else None for asked in two.asked] == ["u2", None]
    assert two.replies == (None, None) and not two.ready


def test_a_reply_after_tool_results_is_the_rounds_reply() -> None:
    path = [
        said("u1", Role.USER),
        said("call", Role.ASSISTANT),
        said("result", Role.TOOL),
        said("answer", Role.ASSISTANT),
    ]
    (only,) = rounds_of([path])
    assert only.replies[0] is path[3]


def test_a_beginning_that_columns_have_in_common_is_not_judged() -> None:
    beginning = [said("u1", Role.USER), said("a1", Role.ASSISTANT, 5)]
    copied = [said("v1", Role.USER), said("b1", Role.ASSISTANT, 5)]
    (only,) = rounds_of([beginning, copied])
    assert only.shared and not only.ready


def test_a_round_is_not_ready_while_a_reply_grows_or_when_only_one_says_something() -> None:
    ask = said("u", Role.USER)
    growing = said("b", Role.ASSISTANT, 2, state="streaming")
    empty = said("b", Role.ASSISTANT, 2, text=" ", state="failed")
    whole = said("a", Role.ASSISTANT, 1)
    assert not rounds_of([[ask, whole], [ask, growing]])[0].ready
    assert not rounds_of([[ask, whole], [ask, empty]])[0].ready


def test_the_better_reply_is_picked_over_each_of_the_others() -> None:
    better = judged(1, "B", columns="ABC")
    picks = picks_of("cmp", [better, judged(2, verdict=Verdict.TIE), judged(3, verdict=Verdict.NONE)])
    assert [(pick.chosen_id, pick.rejected_id) for pick in picks] == [("B1", "A1"), ("B1", "C1")]
    assert better.winner_id == "B"


def test_judging_again_takes_the_place_of_the_first_judgement() -> None:
    sheet = Sheet().with_judgement(judged(1, "A")).with_judgement(judged(2, "A"))
    again = sheet.with_judgement(judged(1, "B"))
    assert [each.chosen_id for each in again.judgements] == ["A2", "B1"]
    assert again.judgement_of(["A1", "B1"]) == judged(1, "B")
    assert again.judgement_of(["A1"]) is None
    assert again.without_judgement("j1").judgement_of(["A1", "B1"]) is None


def test_the_tally_counts_wins_ties_and_blind_judgements() -> None:
    judgements = [judged(1, "A"), judged(2, "A"), judged(3, "B"), judged(4, verdict=Verdict.TIE)]
    tally = tally_of([*judgements, judged(5, verdict=Verdict.NONE)], ["A", "B"])
    assert dict(tally.wins) == {"A": 2, "B": 1}
    assert (tally.judged, tally.ties, tally.none_good, tally.blind) == (5, 1, 1, 2)
    assert tally.p_value == sign_test(2, 1)


def test_the_tally_leaves_out_what_a_removed_column_won() -> None:
    judgements = [judged(1, "C", columns="ABC"), judged(2, "A", columns="ABC")]
    tally = tally_of(judgements, ["A", "B"])
    assert dict(tally.wins) == {"A": 1, "B": 0}
    assert tally_of(judgements, ["A", "B", "C"]).p_value is None


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    # R: binom.test(first, first + second)$p.value
    [(0, 0, 1.0), (1, 0, 1.0), (5, 0, 0.0625), (7, 2, 0.1796875), (9, 1, 0.021484375), (6, 6, 1.0)],
)
def test_the_sign_test_is_the_exact_binomial_one(first: int, second: int, expected: float) -> None:
    assert sign_test(first, second) == pytest.approx(expected, abs=1e-12)
    assert sign_test(second, first) == sign_test(first, second)


def test_only_parameters_in_which_columns_differ_are_named() -> None:
    one, other = Sampling(temperature=0.2, seed=1), Sampling(temperature=0.9, seed=2)
    assert differing_sampling([one, other]) == ("temperature",)
    assert differing_sampling([one, one]) == ()


def test_columns_keep_their_order_and_hide_it_while_names_are_hidden() -> None:
    columns = [
        Conversation(id=name, title=name, created_at=START, updated_at=START) for name in ("a", "b", "c")
    ]
    sheet = Sheet(order=("b", "a"), shuffled=("c", "b", "a"))
    assert [each.id for each in sheet.ordered(columns)] == ["b", "a", "c"]
    hidden = Sheet(order=("b", "a"), shuffled=("c", "b", "a"), hidden=True)
    assert [each.id for each in hidden.ordered(columns)] == ["c", "b", "a"]


def test_settings_of_a_conversation_go_over_to_another() -> None:
    one = Conversation(id="a", title="A", created_at=START, updated_at=START, model_id="m", system_prompt="s")
    other = Conversation(id="b", title="B", created_at=START, updated_at=START)
    changed = ColumnSettings.of(one).applied_to(other)
    assert (changed.id, changed.title, changed.model_id, changed.system_prompt) == ("b", "B", "m", "s")
