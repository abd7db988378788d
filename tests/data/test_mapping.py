from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from hone.data.mapping import fields_of, look_at_columns
from hone.data.reading import DataFile
from hone.data.records import Record
from hone.domain.chat import Turn
from hone.domain.datasets import Reading
from hone.errors import BadInput

ROW: dict[str, Any] = {"frage": "Hi", "kontext": "There", "antwort": {"text": ["Hello", "Ho"], "start": 3}}


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(json.dumps(ROW | {"id": number}) for number in range(3)))
    return path


def test_columns_are_described_also_when_nothing_fits(rows: Path) -> None:
    found = look_at_columns(rows)
    columns = {column.name: column for column in found.columns}
    assert {name: column.kind for name, column in columns.items()} == {
        "frage": "text",
        "kontext": "text",
        "antwort": "object",
        "antwort.text": "list",
        "antwort.text.0": "text",
        "antwort.start": "number",
        "id": "number",
    }
    assert columns["frage"].values == ("Hi",)
    assert columns["id"].values == ("0", "1", "2")
    assert json.loads(columns["antwort"].values[0]) == ROW["antwort"]


def test_columns_that_fit_nothing_have_no_shape(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps({"a1": 1, "b1": 2}))
    found = look_at_columns(path)
    assert (found.reading, found.guesses) == (Reading(), ())
    assert [column.name for column in found.columns] == ["a1", "b1"]


def test_a_mapping_tells_the_shape_and_is_kept(rows: Path) -> None:
    mapped = Reading(columns={"prompt": "frage", "completion": "antwort.text.0"})
    found = look_at_columns(rows, mapped)
    assert found.reading.format == "prompt_completion"
    assert found.reading.columns == mapped.columns
    file = DataFile(rows, found.reading)
    example = next(file.examples())
    assert example.turns == (Turn("user", "Hi"), Turn("assistant", "Hello"))
    assert example.extra == {"kontext": "There", "antwort": ROW["antwort"], "id": 0}


def test_a_column_that_is_mapped_to_nothing_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps({"prompt": "Hi", "completion": "Hello", "system": "S"}))
    example = next(DataFile(path, Reading(columns={"system": ""})).examples())
    assert [turn.role for turn in example.turns] == ["user", "assistant"]
    assert list(example.extra.values()) == ["S"]


def test_a_column_called_like_a_field_that_has_another_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps({"prompt": "Hi", "better": "Ho", "completion": "Hello"}))
    example = next(DataFile(path, Reading(columns={"prompt": "better"})).examples())
    assert example.turns[0].content == "Ho"
    assert example.extra == {"prompt_2": "Hi"}


@pytest.mark.parametrize(
    ("reading", "message", "hint"),
    [
        (Reading(columns={"prompt": "fragen"}), "'fragen'", "'frage'"),
        (Reading(columns={"completion": "antwort.texts"}), "'antwort.texts'", "'antwort.text'"),
        (Reading(columns={"promt": "frage"}), "'promt'", "'prompt'"),
        (Reading(format="kto", columns={"chosen": "frage"}), "'kto'", "'completion'"),
        (Reading(columns={"chosen": "frage", "label": "kontext"}), "'chosen', 'label'", "preference (prompt"),
    ],
)
def test_a_mapping_that_does_not_fit_is_refused_with_what_there_is(
    reading: Reading, message: str, hint: str, rows: Path
) -> None:
    for look in (look_at_columns, DataFile):
        with pytest.raises(BadInput) as refusal:
            look(rows, reading)
        assert message in refusal.value.message
        assert hint in refusal.value.hint


def test_a_mapped_column_may_be_missing_in_the_first_rows(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    rows = [{"frage": "Hi", "antwort": "Hello"}] * 150
    path.write_text("\n".join(json.dumps(row) for row in [*rows, rows[0] | {"rolle": "S"}]))
    columns = {"prompt": "frage", "completion": "antwort", "system": "rolle"}
    examples = list(DataFile(path, Reading(columns=columns)).examples())
    assert len(examples) == 151 and examples[-1].turns[0] == Turn("system", "S")


def test_only_what_is_not_given_is_told_by_looking(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(json.dumps({"frage": "Hi", "antwort": "Hello"}) for _ in range(3)))
    reading = DataFile(path, Reading(columns={"prompt": "antwort"})).reading
    assert reading.columns == {"prompt": "antwort", "completion": "frage"}


def test_renamed_records_are_read_by_field() -> None:
    record = Record(1, 0, {"a": {"b": [{"c": "x"}]}, "Prompt": "y"})
    found = record.renamed({"prompt": "a.b.0.c"})
    assert found.values == {"prompt": "x", "a": {"b": [{"c": "x"}]}, "Prompt_2": "y"}


def test_fields_of_a_shape_have_names() -> None:
    assert fields_of("prompt_completion") == ("prompt", "input", "completion", "system", "tools")
    assert fields_of("plain_text") == ("text",)
