from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from hone.data.reading import DataFile
from hone.domain.datasets import AS_FOUND, Reading
from hone.errors import BadInput

MESSAGES = [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello"}]
TOPICS = ("sport", "world", "business")


def file_of(path: Path, *rows: object, reading: Reading = AS_FOUND) -> DataFile:
    path.write_text("\n".join(json.dumps(row) for row in rows))
    return DataFile(path, reading)


def texts(count: int) -> list[str]:
    return [f"Sentence number {number} says something of its own." for number in range(count)]


# Columns of data sets that many people have, with values made up here.
LOOK_ALIKES: dict[str, tuple[dict[str, Any], str, dict[str, str]]] = {
    "instructions with a rendered text": (
        {"instruction": "Hi", "input": "", "output": "Hello", "text": "### Hi\n### Hello"},
        "alpaca",
        {"instruction": "instruction", "input": "input", "output": "output"},
    ),
    "instructions with context and topic": (
        {"instruction": "Hi", "context": "", "response": "Hello", "category": "chat"},
        "alpaca",
        {"instruction": "instruction", "input": "context", "output": "response"},
    ),
    "questions with a system prompt": (
        {"id": "x.1", "system_prompt": "S", "question": "Hi?", "response": "Hello"},
        "prompt_completion",
        {"prompt": "question", "completion": "response", "system": "system_prompt"},
    ),
    "chats with their first prompt": (
        {"prompt": "Hi", "prompt_id": "77", "messages": MESSAGES, "category": "Chat"},
        "messages",
        {"messages": "messages"},
    ),
    "preferences with scores and the chosen chat": (
        {
            "prompt": "Hi",
            "chosen": MESSAGES,
            "rejected": [*MESSAGES[:1], {"role": "assistant", "content": "No"}],
            "messages": MESSAGES,
            "score_chosen": 9.0,
        },
        "preference",
        {"prompt": "prompt", "chosen": "chosen", "rejected": "rejected"},
    ),
    "transcripts": (
        {"chosen": "\n\nHuman: Hi\n\nAssistant: a", "rejected": "\n\nHuman: Hi\n\nAssistant: b"},
        "preference",
        {"chosen": "chosen", "rejected": "rejected"},
    ),
    "documents and summaries": (
        {"document": "A long text.", "summary": "Short.", "id": "1"},
        "prompt_completion",
        {"prompt": "document", "completion": "summary"},
    ),
    "an encyclopedia": (
        {"id": "1", "url": "http://x.y", "title": "A", "text": "A long text."},
        "text",
        {"text": "text"},
    ),
    "problems and solutions": (
        {"lang": "python", "problem": "Sort.", "solution": "sorted(x)"},
        "prompt_completion",
        {"prompt": "problem", "completion": "solution"},
    ),
    "source files": (
        {"repo": "a/b", "path": "x.py", "content": "print(1)"},
        "text",
        {"text": "content"},
    ),
    "functions called": (
        {
            "conversations": [
                {"from": "human", "value": "Hi"},
                {"from": "function_call", "value": '{"name": "f", "arguments": {}}'},
                {"from": "observation", "value": "1"},
                {"from": "gpt", "value": "One."},
            ],
            "tools": '[{"name": "f"}]',
        },
        "sharegpt",
        {"conversations": "conversations", "tools": "tools"},
    ),
    "judged chats": (
        {"messages": MESSAGES, "label": True},
        "kto",
        {"messages": "messages", "label": "label"},
    ),
    "questions about a passage": (
        {
            "title": "A",
            "context": "It is long.",
            "question": "What is?",
            "answers": {"text": ["It"], "at": [0]},
        },
        "prompt_completion",
        {"prompt": "question", "input": "context", "completion": "answers.text.0"},
    ),
    "questions with several answers": (
        {"question": "Who?", "answer": ["Ann", "Anna"]},
        "prompt_completion",
        {"prompt": "question", "completion": "answer.0"},
    ),
    "questions with an answer and its aliases": (
        {"question": "Who?", "answer": {"aliases": ["Ann"], "value": "Anna", "norm": "anna"}},
        "prompt_completion",
        {"prompt": "question", "completion": "answer.value"},
    ),
    "tasks with inputs and targets": (
        {"inputs": "Add 1 and 2.", "targets": "3", "task": "sums"},
        "prompt_completion",
        {"prompt": "inputs", "completion": "targets"},
    ),
    "messages as text": ({"messages": json.dumps(MESSAGES)}, "messages", {"messages": "messages"}),
}


@pytest.mark.parametrize("name", LOOK_ALIKES)
def test_shape_and_columns_are_told_by_looking(name: str, tmp_path: Path) -> None:
    row, shape, columns = LOOK_ALIKES[name]
    file = file_of(tmp_path / "rows.jsonl", *[row] * 3)
    assert (file.reading.format, file.reading.columns) == (shape, columns)
    assert file.confidence >= 0.6
    assert sum(1 for _ in file.examples()) == 3


def test_known_names_are_surer_than_others_and_those_surer_than_none(tmp_path: Path) -> None:
    names = [("prompt", "completion"), ("question", "answer"), ("src", "tgt"), ("frage", "antwort")]
    sure = [
        file_of(tmp_path / "rows.jsonl", *[dict(zip(pair, ("a b", "c d"), strict=True))] * 30).confidence
        for pair in names
    ]
    assert sure[0] == 1.0 and sure == sorted(sure, reverse=True) and len(set(sure)) == 4
    assert 0.4 <= sure[-1] <= 0.6


def test_rows_that_cannot_be_read_make_a_guess_less_sure(tmp_path: Path) -> None:
    good, odd = {"messages": MESSAGES}, {"messages": [{"role": "boss", "content": "Hi"}]}
    file = file_of(tmp_path / "rows.jsonl", *[good] * 6, *[odd] * 4)
    assert (file.reading.format, file.confidence) == ("messages", 0.6)


def test_a_label_is_one_when_few_values_come_again(tmp_path: Path) -> None:
    labels = itertools.cycle(TOPICS)
    file = file_of(tmp_path / "a.jsonl", *({"text": text, "label": next(labels)} for text in texts(60)))
    assert file.reading.format == "classification"
    assert [guess.shape for guess in file.alternatives] == ["text"]
    assert all(guess.confidence < file.confidence for guess in file.alternatives)
    replies = ({"text": text, "label": f"{text} And more of it, at length."} for text in texts(60))
    assert file_of(tmp_path / "b.jsonl", *replies).reading.format == "text"


def test_unknown_columns_are_a_text_and_its_label_when_one_repeats(tmp_path: Path) -> None:
    kinds = itertools.cycle(TOPICS)
    file = file_of(tmp_path / "rows.jsonl", *({"satz": text, "thema": next(kinds)} for text in texts(40)))
    assert file.reading.columns == {"text": "satz", "label": "thema"}
    assert file.reading.format == "classification" and file.confidence <= 0.6


def test_numeric_labels_are_told(tmp_path: Path) -> None:
    file = file_of(
        tmp_path / "rows.jsonl", *({"text": text, "label": n % 3} for n, text in enumerate(texts(9)))
    )
    note = next(note for note in file.notes if note.kind == "numeric_labels")
    assert "0, 1, 2" in note.message and note.hint
    assert next(file.examples()).category == "0"
    words = file_of(tmp_path / "words.jsonl", *({"text": text, "label": "a"} for text in texts(9)))
    assert not [note for note in words.notes if note.kind == "numeric_labels"]


def test_prompts_without_replies_are_told_and_counted(tmp_path: Path) -> None:
    rows = [
        {"key": n, "prompt": text, "instruction_id_list": [], "kwargs": [{}]}
        for n, text in enumerate(texts(5))
    ]
    file = file_of(tmp_path / "rows.jsonl", *rows)
    assert (file.reading.format, file.reading.columns) == ("prompt_completion", {"prompt": "prompt"})
    assert file.confidence <= 0.6
    note = next(note for note in file.notes if note.kind == "prompts_only")
    assert "test cases" in note.hint
    found = [problem.kind for _, problems in file.rows() for problem in problems if problem.fatal]
    assert found == ["no_reply"] * 5


def test_rows_of_several_shapes_are_counted_and_named(tmp_path: Path) -> None:
    pair = {"prompt": "Hi", "completion": "Hello"}
    file = file_of(tmp_path / "rows.jsonl", *[{"messages": MESSAGES}] * 6, *[pair] * 4, {"messages": []})
    assert file.reading.format == "messages"
    note = next(note for note in file.notes if note.kind == "mixed_shapes")
    assert "6 are messages" in note.message and "4 look like prompt_completion" in note.message
    problems = [problem for _, found in file.rows() for problem in found]
    assert [problem.row for problem in problems] == [7, 8, 9, 10, 11]
    assert "looks like prompt_completion" in problems[0].message
    assert "looks like" not in problems[-1].message
    assert "prompt_completion" in [guess.shape for guess in file.alternatives]


def test_one_shape_has_no_note(tmp_path: Path) -> None:
    file = file_of(tmp_path / "rows.jsonl", *[{"messages": MESSAGES}] * 3, {"messages": None})
    assert file.notes == ()


@pytest.mark.parametrize(
    "row",
    [
        {"messages": None},
        {"messages": []},
        {"prompt": None, "completion": None},
        {"instruction": "Hi", "output": 3},
        {"text": 7, "label": "x"},
    ],
)
def test_names_tell_a_shape_with_little_certainty_when_no_row_can_be_read(
    row: dict[str, Any], tmp_path: Path
) -> None:
    file = file_of(tmp_path / "rows.jsonl", row)
    assert file.confidence < 0.1
    assert [example for example, _ in file.rows()] == [None]


@pytest.mark.parametrize(
    ("row", "suggestion"),
    [
        (
            {"frage": "Hi", "kontext": "There", "antwort": "Hello"},
            "--column prompt=frage --column completion=antwort",
        ),
        ({"body_text_of_it": "Hi", "n": 3}, "--column text=body_text_of_it"),
        ({"a1": 1, "b1": 2}, "column names"),
    ],
)
def test_columns_that_fit_nothing_are_named_with_what_to_do(
    row: dict[str, Any], suggestion: str, tmp_path: Path
) -> None:
    with pytest.raises(BadInput) as refusal:
        file_of(tmp_path / "rows.jsonl", *[row] * 3)
    assert "rows.jsonl" in refusal.value.message
    assert all(repr(name) in refusal.value.message for name in row)
    assert suggestion in refusal.value.hint


def tickets(count: int) -> list[dict[str, Any]]:
    return [
        {
            "Kunde": f"K{number % 7:03d}",
            "Bereich": ("Versand", "Rechnung")[number % 2],
            "Anfrage des Kunden": f"Mein Paket {number} ist noch nicht bei mir angekommen.",
            "Antwort des Teams": f"Wir haben nach Paket {number} gefragt und melden uns.",
            "Status": "erledigt",
        }
        for number in range(count)
    ]


def test_two_columns_of_sentences_among_codes_and_labels_are_a_pair(tmp_path: Path) -> None:
    file = file_of(tmp_path / "rows.jsonl", *tickets(40))
    assert file.reading.format == "prompt_completion" and 0 < file.confidence < 0.5
    assert file.reading.columns["prompt"] == "Anfrage des Kunden"
    assert file.reading.columns["completion"] == "Antwort des Teams"


def test_three_columns_of_sentences_are_no_pair_and_the_suggestion_names_two_of_them(tmp_path: Path) -> None:
    rows = [
        {**row, "Notiz": f"Der Kunde hat {number} mal angerufen."} for number, row in enumerate(tickets(40))
    ]
    with pytest.raises(BadInput) as refusal:
        file_of(tmp_path / "rows.jsonl", *rows)
    assert '--column "prompt=Anfrage des Kunden" --column completion=Notiz' in refusal.value.hint


def test_a_shape_that_a_person_names_is_used(tmp_path: Path) -> None:
    row = {"text": "Hi", "label": "greeting"}
    for shape in ("text", "classification"):
        file = file_of(tmp_path / "rows.jsonl", row, reading=Reading(format=shape))
        assert file.reading.format == shape and file.confidence > 0
        assert shape not in [guess.shape for guess in file.alternatives]
    assert file_of(tmp_path / "rows.jsonl", row, reading=Reading(format="messages")).confidence == 0


def test_types_that_change_further_down_are_told_per_row(tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = [{"prompt": "a", "completion": "b"}] * 150
    file = file_of(tmp_path / "rows.jsonl", *rows, {"prompt": ["a"], "completion": {"x": 1}}, *rows)
    problems = [problem for _, found in file.rows() for problem in found]
    assert [problem.row for problem in problems] == [151]
    assert problems[0].fatal and problems[0].line == 151


def test_what_a_question_is_about_is_asked_with_it(tmp_path: Path) -> None:
    row = {
        "question": "How long?",
        "context": "The Rhine has 1,233 km.",
        "answer": "1,233 km",
        "source": "atlas",
    }
    file = file_of(tmp_path / "rows.jsonl", *[row] * 3)
    example = next(file.examples())
    assert [turn.content for turn in example.turns] == ["How long?\n\nThe Rhine has 1,233 km.", "1,233 km"]
    assert example.extra == {"source": "atlas"}
    again = file_of(tmp_path / "again.jsonl", *[file.format.write(example)] * 3)
    assert msgspec.structs.replace(next(again.examples()), line=1) == example


def test_context_that_is_no_text_is_kept_beside_the_row(tmp_path: Path) -> None:
    row = {"question": "How long?", "context": {"title": ["Rhine"]}, "answer": "1,233 km"}
    file = file_of(tmp_path / "rows.jsonl", *[row] * 3)
    example = next(file.examples())
    assert example.turns[0].content == "How long?" and example.extra == {"context": {"title": ["Rhine"]}}
    again = file_of(tmp_path / "again.jsonl", *[file.format.write(example)] * 3)
    assert msgspec.structs.replace(next(again.examples()), line=1) == example


def test_two_texts_in_an_object_are_a_pair(tmp_path: Path) -> None:
    rows = ({"id": n, "translation": {"en": text, "fr": f"Non {n}."}} for n, text in enumerate(texts(30)))
    file = file_of(tmp_path / "rows.jsonl", *rows)
    assert file.reading.columns == {"prompt": "translation.en", "completion": "translation.fr"}
    assert file.confidence == 0.5 and sum(1 for _ in file.examples()) == 30


def test_two_texts_beside_labels_are_hardly_a_prompt_and_its_reply(tmp_path: Path) -> None:
    said = texts(60)
    rows = ({"premise": said[n], "hypothesis": said[-n - 1], "label": n % 3} for n in range(60))
    assert file_of(tmp_path / "rows.jsonl", *rows).confidence <= 0.3


def test_a_column_that_always_says_the_same_is_neither_label_nor_prompt(tmp_path: Path) -> None:
    rows = [{"system": "Be kind.", "gespräch": text} for text in texts(30)]
    with pytest.raises(BadInput, match="fit no known format"):
        file_of(tmp_path / "rows.jsonl", *rows)
    talks = [{"source": "forum", "conversation": [{"input": text, "output": "Yes."}]} for text in texts(30)]
    with pytest.raises(BadInput, match="fit no known format"):
        file_of(tmp_path / "talks.jsonl", *talks)


def test_no_alternative_is_surer_than_what_is_chosen(tmp_path: Path) -> None:
    chats = {"problem": "1 + 1?", "solution": "2", "messages": MESSAGES, "other": MESSAGES}
    pair = {"instruction": "Hi", "output": "Hello"}
    judged = {"prompt": "Hi", "chosen": MESSAGES, "messages": MESSAGES}
    judged["rejected"] = [MESSAGES[0], {"role": "assistant", "content": "No"}]
    for row in (chats, pair, judged):
        file = file_of(tmp_path / "rows.jsonl", *[row] * 30)
        assert all(guess.confidence <= file.confidence for guess in file.alternatives)
    assert file_of(tmp_path / "rows.jsonl", *[pair] * 30).confidence == 1.0  # both shapes say the same


def test_messages_in_two_columns_are_told_with_less_certainty(tmp_path: Path) -> None:
    row = {"model_a": "x", "conversation_a": MESSAGES, "conversation_b": MESSAGES}
    assert file_of(tmp_path / "rows.jsonl", *[row] * 9).confidence <= 0.5


def test_text_is_less_sure_as_one_message_of_a_dialogue_and_beside_an_equal(tmp_path: Path) -> None:
    said = texts(40)
    roles = itertools.cycle(("prompter", "assistant"))
    spoken = ({"text": text, "role": next(roles)} for text in said)
    assert file_of(tmp_path / "a.jsonl", *spoken).confidence <= 0.5
    pairs = (
        {"text": text, "code": f"def f{n}(x):\n    return x + {n}  # more"} for n, text in enumerate(said)
    )
    assert file_of(tmp_path / "b.jsonl", *pairs).confidence <= 0.7
    titled = ({"text": text * 9, "title": text} for text in said)
    assert file_of(tmp_path / "c.jsonl", *titled).confidence == 1.0
