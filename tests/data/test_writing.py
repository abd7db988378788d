from __future__ import annotations

import csv
import errno
import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from tests.data.shape_files import write_examples

from hone.data.formats import format_named
from hone.data.reading import DataFile
from hone.data.records import Record
from hone.data.target_file import TargetFile
from hone.data.writing import row_file
from hone.domain.datasets import Example
from hone.errors import BadInput, HoneError

MESSAGES = [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello"}]


def examples(shape: str, *rows: dict[str, Any]) -> list[Example]:
    read = format_named(shape).read
    return [read(Record(number, number, row)) for number, row in enumerate(rows, start=1)]


PAIRS = examples(
    "prompt_completion",
    {"prompt": 'a "quoted", text', "completion": "b\nc", "id": 1},
    {"prompt": " d", "completion": "é", "source": "x"},
)


def test_json_lines_and_arrays_are_json(tmp_path: Path) -> None:
    expected = [
        {"prompt": 'a "quoted", text', "completion": "b\nc", "id": 1},
        {"prompt": " d", "completion": "é", "source": "x"},
    ]
    file, refused = write_examples(PAIRS, "prompt_completion", tmp_path / "rows.jsonl")
    assert (file.rows, refused) == (2, [])
    lines = (tmp_path / "rows.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line) for line in lines] == expected
    write_examples(PAIRS, "prompt_completion", tmp_path / "rows.json")
    assert json.loads((tmp_path / "rows.json").read_text("utf-8")) == expected


def test_tables_have_all_columns_and_are_read_by_others(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    write_examples(PAIRS, "prompt_completion", path)
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, strict=True))
    assert rows[0] == ["prompt", "completion", "id", "source"]
    assert rows[1:] == [['a "quoted", text', "b\nc", "1", ""], [" d", "é", "", "x"]]


def test_nested_values_stand_in_tables_as_json(tmp_path: Path) -> None:
    path = tmp_path / "rows.tsv"
    write_examples(examples("messages", {"messages": MESSAGES}), "messages", path)
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t"))
    assert json.loads(rows[1][0]) == MESSAGES
    assert DataFile(path).format.name == "messages"


def test_parquet_has_types_where_values_share_them(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "rows.parquet"
    talk = [*MESSAGES, {"role": "user", "content": "And?", "weight": 1}]
    rows = [
        {"messages": MESSAGES, "n": 1, "odd": {"a": 1}, "nothing": {}},
        {"messages": talk, "n": 2.5, "odd": [1], "nothing": {}},
    ]
    write_examples(examples("messages", *rows), "messages", path)
    table = parquet.read_table(path)
    types = {field.name: str(field.type) for field in table.schema}
    assert types["n"] == "double" and types["odd"] == types["nothing"] == "string"
    assert types["messages"].startswith("list<") and "weight: int64" in types["messages"]
    assert table.column("odd").to_pylist() == ['{"a":1}', "[1]"]
    assert [len(example.turns) for example in DataFile(path).examples()] == [2, 3]


def test_running_text_is_written_with_blank_lines(tmp_path: Path) -> None:
    path = tmp_path / "rows.txt"
    write_examples(examples("text", {"text": "One.\nTwo."}, {"text": "Three."}), "text", path)
    assert path.read_text("utf-8") == "One.\nTwo.\n\nThree.\n"


def test_packed_files_are_the_same_each_time(tmp_path: Path) -> None:
    one, other = tmp_path / "a.jsonl.gz", tmp_path / "b.jsonl.gz"
    digests = {write_examples(PAIRS, "prompt_completion", path)[0].sha256 for path in (one, other)}
    assert len(digests) == 1 and one.read_bytes() == other.read_bytes()
    assert len(gzip.decompress(one.read_bytes()).splitlines()) == 2


@pytest.mark.parametrize(
    ("name", "shape"),
    [
        ("rows.xlsx", "text"),
        ("rows", "text"),
        ("rows.parquet.gz", "text"),
        ("rows.gz", "text"),
        ("a.txt", "kto"),
    ],
)
def test_endings_that_rows_are_not_written_as_are_refused(name: str, shape: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refusal:
        write_examples(examples("text", {"text": "Hi"}), shape, tmp_path / name)
    assert name in refusal.value.message and ".jsonl" in refusal.value.hint
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("ending", [".jsonl", ".csv", ".parquet", ".jsonl.gz", ".json.zst"])
def test_a_full_disk_leaves_what_was_there(
    ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / f"rows{ending}"
    path.write_text("before")

    def full(self: TargetFile, data: bytes) -> None:
        raise HoneError("The disk is full.", detail=str(errno.ENOSPC))

    monkeypatch.setattr(TargetFile, "write", full)
    with pytest.raises(HoneError, match="full"):
        write_examples(PAIRS * 300, "prompt_completion", path)
    assert path.read_text() == "before" and list(tmp_path.iterdir()) == [path]


def test_an_interrupted_file_leaves_nothing(tmp_path: Path) -> None:
    def rows() -> Any:
        yield PAIRS[0]
        raise KeyboardInterrupt

    for ending in (".jsonl", ".csv.gz", ".parquet"):
        with pytest.raises(KeyboardInterrupt):
            write_examples(rows(), "prompt_completion", tmp_path / f"rows{ending}")
    assert not list(tmp_path.iterdir())


def test_names_that_only_differ_in_case_are_told_apart_in_tables(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    with row_file(path) as file:
        file.write({"text": "Hi", "A": 1, "a": 2, "": 3})
    assert path.read_text().splitlines()[0] == "text,A,a_2,column 4"
