"""What is told of rows: each kind of problem with its row, its line and what to do."""

from __future__ import annotations

import json
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest

from hone.data.inspection import inspect
from hone.data.row_problems import rows_with
from hone.domain.datasets import Problem, Report
from hone.domain.problem_kinds import KIND_OF
from hone.errors import Stopped

FILLER = [
    {
        "messages": [
            {"role": "user", "content": f"{asked}?"},
            {"role": "assistant", "content": f"{asked}, yes."},
        ]
    }
    for asked in (
        *("Where does the night bus stop", "Can one swim in the lake", "Is the museum open on Mondays"),
        *("Does bread keep in the fridge", "May children bring their bikes", "Who wrote this old song"),
        *("Do cats like warm milk", "Which road leads to the castle", "Has the train left already"),
        *("Are these mushrooms safe", "Did somebody find my blue scarf", "Will it rain this evening"),
        *("Should tomatoes be watered daily", "Could you lend me a ladder", "Was the bridge ever repaired"),
        *("Why do leaves turn red", "What does a heat pump cost", "Whose dog is barking outside"),
        *("Were there wolves in this forest", "How deep is the well"),
    )
]


def talk(*turns: tuple[str, str]) -> dict[str, Any]:
    return {"messages": [{"role": role, "content": content} for role, content in turns]}


def pair(asked: str, said: str) -> dict[str, Any]:
    return talk(("user", asked), ("assistant", said))


def write(path: Path, *rows: dict[str, Any]) -> Path:
    path.write_text("\n".join(json.dumps(row) for row in rows))
    return path


def of_kind(report: Report, kind: str) -> list[Problem]:
    return [problem for problem in report.problems if problem.kind == kind]


SINGLE: list[tuple[str, dict[str, Any], bool]] = [
    ("no_reply", talk(("user", "Hi")), True),
    ("no_reply", talk(("system", "Be kind.")), True),
    ("empty_reply", pair("Are you there?", ""), True),
    ("empty_reply", pair("Are you there?", " \n\u3000"), True),
    ("empty_prompt", pair("  ", "Yes, I am."), False),
    ("roles_out_of_order", talk(("user", "Hi"), ("user", "Ho"), ("assistant", "Yes.")), False),
    ("roles_out_of_order", talk(("user", "Hi"), ("system", "S"), ("assistant", "Yes.")), False),
    ("roles_out_of_order", talk(("assistant", "Hello!"), ("user", "Hi"), ("assistant", "Yes.")), False),
    ("no_last_reply", talk(("user", "Hi"), ("assistant", "Yes."), ("user", "And now?")), False),
    ("tool_order", talk(("user", "Hi"), ("tool", "12 °C"), ("assistant", "It is cold.")), False),
    ("null_character", pair("Are you\0 there?", "Yes, I am."), False),
    ("broken_text", pair("Are you there?", "Yes \ud83d, I am."), True),
    ("invisible_characters", pair("Are you there?", "Yes,\u200b I am."), False),
    ("invisible_characters", pair("Are you there?", "Yes,\u202e I am."), False),
    ("invisible_characters", pair("Are you there?", "Yes,\ue001 I am."), False),
    ("invisible_characters", pair("Are you there?", "Yes,\ufffd I am."), False),
    ("encoded_data", pair("What is this?", "It is " + b64encode(bytes(range(5, 250))).decode()), False),
    ("encoded_data", pair("What is this?", "It is " + "00ff17a2b3c4d5e6987" * 12), False),
    ("control_tokens", pair("Are you there?", "Yes, I am.<|im_end|>"), False),
    ("control_tokens", pair("[INST] Are you there? [/INST]", "Yes, I am."), False),
    ("control_tokens", pair("Are you there?", "Yes, I am.<end_of_turn>"), False),
    ("control_tokens", pair("Are you there?", "Yes, I am.</s>"), False),
    ("repeats_prompt", pair("Why is the sky so blue today?", "Why is the sky so blue today?"), False),
    ("repeats_prompt", pair("Why is the sky so blue today?", "Why is the sky so blue today? It is."), False),
    ("refusal", pair("How do I open it?", "I'm sorry, but I can't help with that."), False),
    ("secret", pair("What is the key?", "It is sk-proj-abcDEF123456abcDEF123456abcDEF."), False),
    ("personal_data", pair("Who is it?", "Write to jane.doe@example.org."), False),
]


@pytest.mark.parametrize(("kind", "row", "fatal"), SINGLE)
def test_problem_of_one_row_is_told_with_its_row_and_a_hint(
    kind: str, row: dict[str, Any], fatal: bool, tmp_path: Path
) -> None:
    path = write(tmp_path / "rows.jsonl", *FILLER, row)
    report = inspect(path)
    place = len(FILLER) + 1
    (problem,) = [each for each in report.problems if each.row]
    assert (problem.kind, problem.row, problem.line, problem.fatal) == (kind, place, place, fatal)
    assert problem.message.endswith(".") and problem.hint
    assert (report.rows, report.usable_rows) == (place, place - fatal)
    assert report.groups[0].fix == KIND_OF[kind].fix
    assert rows_with(path, report.reading, kind) == [place]


@pytest.mark.parametrize(
    "row",
    [
        pair("Hi!", "Hi!"),
        pair("Which family emoji is it?", "It is 👩\u200d👩\u200d👧, and 🏴\U000e0067\U000e0062\U000e007f."),
        pair("می\u200cخواهم چیزی بپرسم", "بله، بپرس."),
        pair("שלום\u200f!", "שלום וברכה."),
        pair("How do I write HTML?", "Use <b>, <span> and </span>, or [a link](https://example.org/a/b)."),
        pair("Draw a line.", "-" * 400),
        pair("Which sequence is it?", "GATTACA" * 60),
        pair("What is a refusal?", "A reply such as “I'm sorry, but I can't help with that”."),
        talk(
            ("system", "Be kind."),
            ("user", "Hi there"),
            ("assistant", "Ho"),
            ("user", "So?"),
            ("assistant", "Ha"),
        ),
    ],
)
def test_row_in_order_has_no_problem(row: dict[str, Any], tmp_path: Path) -> None:
    assert inspect(write(tmp_path / "rows.jsonl", *FILLER, row)).problems == ()


def test_secret_is_never_shown_whole(tmp_path: Path) -> None:
    key = "ghp_" + "a1B2" * 9
    report = inspect(write(tmp_path / "rows.jsonl", *FILLER, pair("The token?", f"Take {key} for it.")))
    (problem,) = report.problems
    assert key[:8] not in problem.message and "GitHub" in problem.message


def test_tool_answers_to_calls_are_in_order(tmp_path: Path) -> None:
    call = {"id": "c1", "type": "function", "function": {"name": "weather", "arguments": "{}"}}
    row = {
        "messages": [
            {"role": "user", "content": "How warm is it outside?"},
            {"role": "assistant", "content": "", "tool_calls": [call]},
            {"role": "tool", "tool_call_id": "c1", "content": "12"},
            {"role": "assistant", "content": "It is 12 degrees."},
        ]
    }
    assert inspect(write(tmp_path / "rows.jsonl", *FILLER, row)).problems == ()


def test_preferences_with_the_same_reply_twice_are_told(tmp_path: Path) -> None:
    rows = [{"prompt": f"{n} and {n}?", "chosen": f"{2 * n}.", "rejected": f"{n} or so."} for n in range(25)]
    rows[7]["rejected"] = rows[7]["chosen"]
    (problem,) = of_kind(inspect(write(tmp_path / "rows.jsonl", *rows)), "same_replies")
    assert problem.row == 8


def test_exact_duplicates_point_to_the_first(tmp_path: Path) -> None:
    report = inspect(write(tmp_path / "rows.jsonl", *FILLER, FILLER[3], FILLER[3]))
    found = [(problem.row, problem.other) for problem in report.problems]
    assert found == [(21, 4), (22, 4)]
    assert {problem.kind for problem in report.problems} == {"duplicate"}


def test_near_duplicates_point_to_the_first_and_say_how_much_alike(tmp_path: Path) -> None:
    long = (
        "The old lighthouse keeper climbed the stairs every evening and lit the lamp for the ships at sea. "
    )
    rows = [pair("Tell me a story.", long * 2 + f"He did so for {years} years.") for years in (30, 31)]
    report = inspect(write(tmp_path / "rows.jsonl", *FILLER, *rows))
    (problem,) = of_kind(report, "near_duplicate")
    assert (problem.row, problem.other) == (22, 21)
    assert "%" in problem.message and "row 21" in problem.message
    assert report.statistics.compared_rows == 22


def test_near_duplicates_are_found_in_scripts_without_spaces(tmp_path: Path) -> None:
    text = "灯台守は毎晩階段を上り、海を行く船のために明かりをともした。嵐の夜も静かな夜も変わらなかった。"
    rows = [
        {"text": text},
        {"text": "猫は窓のそばで眠り、雨の音を聞いていた。"},
        {"text": text + "三十年間。"},
    ]
    problems = of_kind(inspect(write(tmp_path / "rows.jsonl", *rows)), "near_duplicate")
    assert [(problem.row, problem.other) for problem in problems] == [(3, 1)]


def test_contradicting_replies_name_both_rows(tmp_path: Path) -> None:
    other = pair(FILLER[2]["messages"][0]["content"], "No, it is closed.")
    report = inspect(write(tmp_path / "rows.jsonl", *FILLER, other))
    (problem,) = of_kind(report, "contradiction")
    assert (problem.row, problem.other) == (21, 3)


def test_two_good_replies_of_judged_rows_contradict_only_when_judged_otherwise(tmp_path: Path) -> None:
    def judged(said: str, label: bool) -> dict[str, Any]:
        return {"prompt": "How far is it to the sea?", "completion": said, "label": label}

    rows = [judged("An hour.", True), judged("Two days.", False), judged("Sixty minutes.", True)]
    path = write(tmp_path / "rows.jsonl", *rows, judged("An hour.", False))
    problems = of_kind(inspect(path), "contradiction")
    assert [(problem.row, problem.other) for problem in problems] == [(4, 1)]


def test_labels_that_differ_for_one_text_contradict(tmp_path: Path) -> None:
    rows = [{"text": f"My card number {n} is lost.", "label": ("card", "loss")[n % 2]} for n in range(24)]
    path = write(tmp_path / "rows.jsonl", *rows, {**rows[0], "label": "loss"})
    (problem,) = of_kind(inspect(path), "contradiction")
    assert (problem.row, problem.other) == (25, 1)


def test_rows_of_held_out_files_are_told_exact_and_near(tmp_path: Path) -> None:
    long = (
        "The old lighthouse keeper climbed the stairs every evening and lit the lamp for the ships at sea. "
    )
    held_out = write(tmp_path / "held_out.jsonl", FILLER[5], pair("A story about the sea?", long * 3))
    near = pair("A story about the sea, please?", long * 3)
    path = write(tmp_path / "rows.jsonl", *FILLER, near)
    report = inspect(path, held_out=(held_out,))
    found = [(problem.row, problem.other) for problem in of_kind(report, "held_out_overlap")]
    assert found == [(6, 1), (21, 2)]
    assert "held_out.jsonl" in report.problems[0].message
    assert rows_with(path, report.reading, "held_out_overlap", (held_out,)) == [6, 21]


def test_prompts_of_test_cases_are_told_whatever_the_reply_and_the_system_prompt(tmp_path: Path) -> None:
    suite = write(
        tmp_path / "suite.jsonl", {"prompt": "Which road leads to the castle?"}, {"prompt": "Else?"}
    )
    row = talk(
        ("system", "Be kind."), ("user", "Which road leads to the castle?"), ("assistant", "The left.")
    )
    report = inspect(write(tmp_path / "rows.jsonl", *FILLER[:5], row), suites=(suite,))
    (problem,) = of_kind(report, "suite_overlap")
    assert (problem.row, problem.other) == (6, 1)


def test_few_rows_are_told(tmp_path: Path) -> None:
    assert not of_kind(inspect(write(tmp_path / "rows.jsonl", *FILLER)), "few_rows")
    (problem,) = inspect(write(tmp_path / "few.jsonl", FILLER[0])).problems
    assert (problem.kind, problem.row, problem.fatal) == ("few_rows", 0, False)


def test_labels_are_counted_and_their_balance_told(tmp_path: Path) -> None:
    rows = [{"text": f"Sentence number {n} of the set.", "label": "a"} for n in range(40)]
    assert [
        problem.kind for problem in inspect(write(tmp_path / "one.jsonl", *rows)).problems if not problem.row
    ] == ["single_label"]
    report = inspect(write(tmp_path / "two.jsonl", *rows, {"text": "Another one here.", "label": "b"}))
    assert [(share.name, share.rows) for share in report.statistics.labels] == [("a", 40), ("b", 1)]
    assert of_kind(report, "unbalanced_labels")


def test_figures_are_sums_over_usable_rows(tmp_path: Path) -> None:
    rows = [
        talk(
            ("system", "Be kind."),
            ("user", "Wie geht es dir heute?"),
            ("assistant", "Mir geht es gut, danke."),
        ),
        pair("Wo ist der nächste Bahnhof?", "Gleich dort drüben an der Ecke."),
        pair("¿Dónde está la biblioteca?", "La biblioteca está cerca de la plaza mayor."),
        pair("lost", ""),
    ]
    figures = inspect(write(tmp_path / "rows.jsonl", *rows)).statistics
    assert (figures.turns, figures.with_system) == (7, 1)
    assert figures.characters == sum(len(m["content"]) for row in rows[:3] for m in row["messages"])
    assert [(share.name, share.rows) for share in figures.languages] == [("de", 2), ("es", 1)]


def test_every_kind_keeps_its_first_rows_when_one_has_thousands(tmp_path: Path) -> None:
    rows = [pair(f"What is {n} plus one?", "") for n in range(1500)]
    rows.append(pair("Who is it?", "Write to jane.doe@example.org."))
    report = inspect(write(tmp_path / "rows.jsonl", *FILLER, *rows))
    assert report.problem_count == 1501
    assert len(report.problems) == 500
    assert of_kind(report, "personal_data")
    assert {group.kind: group.count for group in report.groups} == {"empty_reply": 1500, "personal_data": 1}


def test_inspecting_ends_when_what_is_told_raises(tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise Stopped("Reading rows was stopped.")

    path = write(tmp_path / "rows.jsonl", *(pair(f"What is {n} plus one?", f"{n + 1}.") for n in range(900)))
    with pytest.raises(Stopped):
        inspect(path, tell=stop)


ASKED = {"role": "user", "content": "What is the weather like?"}


def called(city: str) -> dict[str, Any]:
    function = {"name": "weather", "arguments": json.dumps({"city": city})}
    return {"role": "assistant", "content": "", "tool_calls": [{"type": "function", "function": function}]}


def kinds_of(path: Path, row: dict[str, Any]) -> set[str]:
    return {problem.kind for problem in inspect(write(path, row, row)).problems if problem.row == 1}


@pytest.mark.parametrize("more", [{"weight": 1}, {"name": "bot"}, {"tool_calls": []}])
def test_reply_without_text_is_empty_whatever_is_said_about_it(more: dict[str, Any], tmp_path: Path) -> None:
    reply = {"role": "assistant", "content": "", **more}
    assert "empty_reply" in kinds_of(tmp_path / "rows.jsonl", {"messages": [ASKED, reply]})


def test_reply_without_text_that_calls_or_is_not_learned_is_none(tmp_path: Path) -> None:
    skipped = {"role": "assistant", "content": "", "weight": 0}
    learned = {"role": "assistant", "content": "It is sunny."}
    for messages in ([ASKED, called("Bonn")], [ASKED, skipped, ASKED, learned]):
        assert not {"empty_reply", "no_reply"} & kinds_of(tmp_path / "rows.jsonl", {"messages": messages})


def test_row_whose_replies_all_have_no_weight_has_none_to_learn(tmp_path: Path) -> None:
    messages = [ASKED, {"role": "assistant", "content": "It is sunny.", "weight": 0}]
    report = inspect(write(tmp_path / "rows.jsonl", {"messages": messages}))
    (problem,) = of_kind(report, "no_reply")
    assert problem.fatal and "weight 0" in problem.message and report.usable_rows == 0


def test_replies_that_call_differently_are_not_the_same(tmp_path: Path) -> None:
    row = {"prompt": [ASKED], "chosen": [called("Bonn")], "rejected": [called("Oslo")]}
    assert "same_replies" not in kinds_of(tmp_path / "rows.jsonl", row)
    assert "same_replies" in kinds_of(tmp_path / "rows.jsonl", {**row, "rejected": [called("Bonn")]})
