from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from hone.data.formats import FORMATS, format_named
from hone.data.formats.base import RowRefused
from hone.data.reading import DataFile
from hone.data.records import Record
from hone.domain.chat import Turn
from hone.domain.datasets import Example, Problem, Reading, Shape

USER, REPLY = Turn("user", "Hi"), Turn("assistant", "Hello")
MESSAGES = [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello"}]
CONVERSATION = [{"from": "human", "value": "Hi"}, {"from": "gpt", "value": "Hello"}]
SYSTEM = Turn("system", "S")


def write(path: Path, *rows: object) -> Path:
    path.write_text("\n".join(json.dumps(row) for row in rows))
    return path


def read(shape: str, row: dict[str, Any]) -> Example:
    return format_named(shape).read(Record(1, 0, row))


def problems_of(path: Path, reading: Reading) -> list[Problem]:
    return [problem for _, found in DataFile(path, reading).rows() for problem in found]


ROWS: list[tuple[str, dict[str, Any], tuple[Turn, ...]]] = [
    ("alpaca", {"instruction": "Hi", "input": "", "output": "Hello"}, (USER, REPLY)),
    (
        "alpaca",
        {"instruction": "A", "input": "B", "output": "C", "system": "S", "history": [["q", "a"]]},
        (SYSTEM, Turn("user", "q"), Turn("assistant", "a"), Turn("user", "A\n\nB"), Turn("assistant", "C")),
    ),
    ("alpaca", {"instruction": "Hi", "context": " ", "response": "Hello"}, (USER, REPLY)),
    ("alpaca", {"instruction": "Hi", "output": "Hello", "history": "[]"}, (USER, REPLY)),
    ("messages", {"messages": MESSAGES, "id": 3}, (USER, REPLY)),
    (
        "messages",
        {"messages": [{"role": "developer", "content": [{"type": "text", "text": "S"}]}, *MESSAGES]},
        (SYSTEM, USER, REPLY),
    ),
    ("messages", {"messages": json.dumps(MESSAGES)}, (USER, REPLY)),
    ("messages", {"messages": str(MESSAGES)}, (USER, REPLY)),
    ("messages", {"conversations": MESSAGES, "system": "S"}, (SYSTEM, USER, REPLY)),
    ("messages", {"Gespräch": MESSAGES}, (USER, REPLY)),
    ("sharegpt", {"conversations": CONVERSATION, "system": "S"}, (SYSTEM, USER, REPLY)),
    ("sharegpt", {"conversations": json.dumps(CONVERSATION)}, (USER, REPLY)),
    ("sharegpt", {"messages": CONVERSATION}, (USER, REPLY)),
    ("prompt_completion", {"prompt": "Hi", "completion": "Hello"}, (USER, REPLY)),
    ("prompt_completion", {"Question": "Hi", "Answer": "Hello", "system": "S"}, (SYSTEM, USER, REPLY)),
    ("prompt_completion", {"prompt": MESSAGES[:1], "completion": MESSAGES[1:]}, (USER, REPLY)),
    ("prompt_completion", {"prompt": json.dumps(MESSAGES[:1]), "completion": "Hello"}, (USER, REPLY)),
    ("prompt_completion", {"frage": "Hi", "antwort": "Hello"}, (USER, REPLY)),
    ("prompt_completion", {"antwort": "Hello", "frage": "Hi?"}, (Turn("user", "Hi?"), REPLY)),
    ("prompt_completion", {"article": "Hi", "highlights": "Hello", "id": "x"}, (USER, REPLY)),
    ("preference", {"prompt": "Hi", "chosen": "Hello", "rejected": "Go"}, (USER, REPLY)),
    (
        "preference",
        {"chosen": MESSAGES, "rejected": [MESSAGES[0], MESSAGES[0] | {"role": "assistant"}]},
        (USER, REPLY),
    ),
    ("kto", {"prompt": "Hi", "completion": "Hello", "label": False}, (USER, REPLY)),
    ("kto", {"messages": MESSAGES, "label": True}, (USER, REPLY)),
    ("kto", {"instruction": "Hi", "input": "", "output": "Hello", "kto_tag": True}, (USER, REPLY)),
    ("kto", {"conversations": CONVERSATION, "rating": "good"}, (USER, REPLY)),
    ("classification", {"text": "Hi", "category": "Hello"}, (USER, REPLY)),
    ("classification", {"sentence": "Hi", "label": 3}, (USER, Turn("assistant", "3"))),
    ("text", {"text": "Hi"}, ()),
    ("text", {"content": "Hi", "url": "x"}, ()),
]


@pytest.mark.parametrize(("name", "row", "turns"), ROWS, ids=[f"{n}-{','.join(r)}" for n, r, _ in ROWS])
def test_format_is_told_by_its_columns(
    name: str, row: dict[str, Any], turns: tuple[Turn, ...], tmp_path: Path
) -> None:
    file = DataFile(write(tmp_path / "rows.jsonl", row))
    assert file.format.name == name
    example = next(file.examples())
    assert example.turns == turns
    assert example.text == (None if turns else "Hi")


def test_every_shape_is_a_format_and_the_old_names_are_known(tmp_path: Path) -> None:
    assert {known.name for known in FORMATS} == {shape.value for shape in Shape}
    for old, new in (("openai_messages", "messages"), ("plain_text", "text")):
        assert format_named(old).name == new
    path = write(tmp_path / "rows.jsonl", {"text": "Hi"})
    assert DataFile(path, Reading(format="plain_text")).reading.format == "text"


def test_columns_that_are_not_read_are_kept() -> None:
    row = {"messages": MESSAGES, "System_Prompt": "", "id": 7, "Meta": {"by": "x"}}
    assert read("messages", row).extra == {"id": 7, "Meta": {"by": "x"}}
    row = {"instruction": "Hi", "output": "Hello", "response": "Other"}
    assert read("alpaca", row).extra == {"response": "Other"}


def test_columns_that_would_be_read_in_another_shape_get_a_number() -> None:
    example = read("text", {"text": "Hi", "system": "S"})
    turns = read("classification", {"text": "a", "label": "b", "system": "S", "prompt": "p"})
    assert format_named("text").write(example) == {"text": "Hi", "system": "S"}
    row = format_named("messages").write(turns)
    assert (row["system_2"], row["prompt"]) == ("S", "p")
    assert read("messages", row).turns == turns.turns


# ---- tools ------------------------------------------------------------------------------------------

GLAIVE = {
    "conversations": [
        {"from": "human", "value": "Weather?"},
        {"from": "function_call", "value": '{"name": "weather", "arguments": {"city": "Rome"}}'},
        {"from": "observation", "value": '{"sky": "blue"}'},
        {"from": "gpt", "value": "Blue."},
    ],
    "tools": '[{"name": "weather", "parameters": {}}]',
}


def test_sharegpt_calls_become_calls_in_openai_form() -> None:
    example = read("sharegpt", GLAIVE)
    call = {"name": "weather", "arguments": '{"city":"Rome"}'}
    assert [turn.as_message() for turn in example.turns[1:3]] == [
        {
            "role": "assistant",
            "content": "",
            "tool_calls": [{"id": "call00001", "type": "function", "function": call}],
        },
        {
            "role": "tool",
            "content": '{"sky": "blue"}',
            "name": "weather",
            "tool_call_id": "call00001",
        },
    ]
    assert json.loads(example.tools) == [
        {"type": "function", "function": {"name": "weather", "parameters": {}}}
    ]
    assert format_named("sharegpt").write(example)["conversations"][1]["from"] == "function_call"
    assert read("messages", format_named("messages").write(example)).turns == example.turns


def test_openai_tool_calls_are_kept_with_their_ids_and_weights() -> None:
    calls = [
        {"id": "a", "type": "function", "function": {"name": "f", "arguments": {"x": 1}}},
        {"id": "b", "type": "function", "function": {"name": "g", "arguments": "{}"}},
    ]
    messages = [
        {"role": "user", "content": "Hi", "name": None},
        {"role": "assistant", "content": None, "tool_calls": calls, "weight": 0},
        {"role": "tool", "tool_call_id": "b", "content": "2"},
        {"role": "tool", "tool_call_id": "a", "content": {"x": 1}},
        {"role": "assistant", "content": "Hello", "reasoning_content": "hm", "tool_calls": []},
    ]
    turns = read("messages", {"messages": messages, "tools": []}).turns
    asked = json.loads(turns[1].more)
    assert asked["weight"] == 0 and asked["tool_calls"][0]["function"]["arguments"] == '{"x":1}'
    assert [turn.content for turn in turns] == ["Hi", "", "2", '{"x":1}', "Hello"]
    assert [turn.more for turn in turns[2:]] == [
        '{"tool_call_id":"b"}',
        '{"tool_call_id":"a"}',
        '{"reasoning_content":"hm"}',
    ]
    assert turns[0].more == ""


def test_calls_whose_answers_are_out_of_order_keep_their_ids_in_sharegpt() -> None:
    calls = [{"id": name, "function": {"name": name, "arguments": "{}"}} for name in "ab"]
    answers = [{"role": "tool", "tool_call_id": name, "content": name} for name in "ba"]
    example = read("messages", {"messages": [{"role": "assistant", "tool_calls": calls}, *answers]})
    row = format_named("sharegpt").write(example)
    assert [message["from"] for message in row["conversations"]] == ["gpt", "observation", "observation"]
    assert read("sharegpt", row).turns == example.turns


def test_older_function_calls_are_calls() -> None:
    messages = [
        {"role": "assistant", "content": None, "function_call": {"name": "f", "arguments": "{}"}},
        {"role": "function", "name": "f", "content": "1"},
    ]
    turns = read("messages", {"messages": messages}).turns
    assert json.loads(turns[1].more) == {"name": "f", "tool_call_id": "call00001"}
    assert json.loads(turns[0].more)["tool_calls"][0]["id"] == "call00001"


def test_a_column_called_tools_with_words_in_it_is_kept_as_it_is() -> None:
    example = read("alpaca", {"instruction": "Hi", "output": "Hello", "tools": "hammer, saw"})
    assert (example.tools, example.extra) == ("", {"tools": "hammer, saw"})


# ---- preferences and judgements ---------------------------------------------------------------------

HELPFUL = "\n\nHuman: Hi\n\nAssistant: Hello\n\nHuman: How?\n\nAssistant:"
TALK = (USER, REPLY, Turn("user", "How?"))
PREFERENCES: list[tuple[dict[str, Any], tuple[Turn, ...], str, str]] = [
    ({"prompt": "Hi", "chosen": "a", "rejected": "b", "system": "S"}, (SYSTEM, USER), "a", "b"),
    ({"instruction": "Hi", "input": "", "chosen": "a", "rejected": "b"}, (USER,), "a", "b"),
    ({"chosen": f"{HELPFUL} a", "rejected": f"{HELPFUL} b"}, TALK, "a", "b"),
    ({"prompt": HELPFUL, "chosen": "a", "rejected": "b"}, TALK, "a", "b"),
    ({"chosen": "What is it?\na", "rejected": "What is it?\nb"}, (Turn("user", "What is it?"),), "a", "b"),
    (
        {
            "prompt": "Hi",
            "chosen": [*MESSAGES[:1], {"role": "assistant", "content": "a"}],
            "rejected": [*MESSAGES[:1], {"role": "assistant", "content": "b"}],
        },
        (USER,),
        "a",
        "b",
    ),
    (
        {
            "conversations": CONVERSATION[:1],
            "chosen": {"from": "gpt", "value": "a"},
            "rejected": {"from": "gpt", "value": "b"},
        },
        (USER,),
        "a",
        "b",
    ),
    (
        {
            "input": {"messages": MESSAGES[:1], "tools": [], "parallel_tool_calls": True},
            "preferred_output": [{"role": "assistant", "content": "a"}],
            "non_preferred_output": [{"role": "assistant", "content": "b"}],
        },
        (USER,),
        "a",
        "b",
    ),
    ({"prompt": "Hi", "chosen": "same", "rejected": "same"}, (USER,), "same", "same"),
    ({"chosen": MESSAGES, "rejected": MESSAGES}, (USER,), "Hello", "Hello"),
]


@pytest.mark.parametrize(("row", "prompt", "chosen", "rejected"), PREFERENCES)
def test_prompt_and_replies_of_a_preference_are_parted(
    row: dict[str, Any], prompt: tuple[Turn, ...], chosen: str, rejected: str, tmp_path: Path
) -> None:
    file = DataFile(write(tmp_path / "rows.jsonl", row))
    example = file.read(next(item for item in file.opened.records() if isinstance(item, Record)))
    assert file.format.name == "preference"
    assert example.turns == (*prompt, Turn("assistant", chosen))
    assert example.rejected == (Turn("assistant", rejected),)
    assert example.prompt_turns == len(prompt)
    assert example.extra == ({"parallel_tool_calls": True} if "input" in row and len(row) == 3 else {})


def test_preference_without_a_common_prompt_is_refused() -> None:
    other = [{"role": "user", "content": "Ho"}, {"role": "assistant", "content": "b"}]
    with pytest.raises(RowRefused) as refusal:
        read("preference", {"chosen": MESSAGES, "rejected": other})
    assert refusal.value.kind == "different_prompts"
    with pytest.raises(RowRefused) as refusal:
        read("preference", {"chosen": "Hello", "rejected": "Go away"})
    assert (refusal.value.kind, "'prompt'" in refusal.value.message) == ("missing_field", True)


@pytest.mark.parametrize(
    ("label", "good"), [(True, True), (0, False), ("True", True), (" bad ", False), (1.0, True)]
)
def test_judgements_are_read_as_they_are_written(label: object, good: bool) -> None:
    assert read("kto", {"messages": MESSAGES, "label": label}).good is good


@pytest.mark.parametrize("label", [3, "perhaps", [], 0.5])
def test_judgement_that_is_none_is_refused(label: object) -> None:
    with pytest.raises(RowRefused) as refusal:
        read("kto", {"messages": MESSAGES, "label": label})
    assert (refusal.value.kind, "'label'" in refusal.value.message) == ("bad_label", True)


# ---- what a shape cannot hold -----------------------------------------------------------------------

THREE = [*MESSAGES, {"role": "user", "content": "And?"}, {"role": "assistant", "content": "So."}]


@pytest.mark.parametrize(
    ("shape", "example"),
    [
        ("prompt_completion", read("messages", {"messages": THREE})),
        ("prompt_completion", read("messages", {"messages": THREE[:3]})),
        ("alpaca", read("messages", {"messages": THREE[:3]})),
        ("alpaca", read("sharegpt", GLAIVE)),
        ("text", read("sharegpt", GLAIVE)),
        ("classification", read("messages", {"messages": THREE})),
        ("preference", read("messages", {"messages": THREE})),
        ("kto", read("messages", {"messages": THREE})),
        ("messages", read("text", {"text": "Hi"})),
        ("messages", read("kto", {"messages": MESSAGES, "label": False})),
        ("text", read("kto", {"messages": MESSAGES, "label": False})),
    ],
)
def test_row_is_refused_where_a_shape_cannot_hold_it(shape: str, example: Example) -> None:
    with pytest.raises(RowRefused) as refusal:
        format_named(shape).write(example)
    assert refusal.value.kind == "unfit_shape" and refusal.value.hint


def test_good_and_chosen_replies_become_messages() -> None:
    judged = read("kto", {"messages": MESSAGES, "label": True})
    preferred = read("preference", {"prompt": "Hi", "chosen": "Hello", "rejected": "Go"})
    for example in (judged, preferred):
        assert format_named("messages").write(example) == {"messages": MESSAGES}


def test_replies_in_a_prompt_are_not_learned() -> None:
    example = read("prompt_completion", {"prompt": THREE[:3], "completion": "So."})
    assert [turn.more for turn in example.turns] == ["", '{"weight":0}', "", ""]
    assert format_named("prompt_completion").write(example)["prompt"] == THREE[:3]
