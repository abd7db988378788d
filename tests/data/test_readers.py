from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hone.data.reading import DataFile, read_examples
from hone.domain.datasets import Example, Reading
from hone.errors import BadInput

ROW = '{"prompt": "Hi", "completion": "Hello"}'


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def pairs(path: Path, format_name: str = "") -> list[tuple[str, ...]]:
    return [
        tuple(turn.content for turn in example.turns)
        for example in read_examples(path, Reading(format=format_name))
    ]


READ = [
    ("lines.jsonl", f"{ROW}\n\n{ROW}\r\n"),
    ("mark.jsonl", "\ufeff" + ROW),
    ("array.json", f"[{ROW},\n {ROW}]\n"),
    ("array.jsonl", f"[\n{ROW},\n{ROW}\n]"),
    ("pretty.json", json.dumps([json.loads(ROW)], indent=2)),
    ("pieces.json", f"{ROW}\n\n{ROW}\n".replace(",", ",\n")),
    ("joined.jsonl", f"{ROW}{ROW}"),
    ("commas.jsonl", f"{ROW},\n{ROW},\n"),
    ("pages.json", f"[{ROW}]\n[{ROW}]"),
    ("mac.jsonl", f"{ROW}\r{ROW}\r"),
    ("columns.json", '{"prompt": ["Hi", "Hi"], "completion": ["Hello", "Hello"]}'),
    ("pandas.json", '{"prompt": {"0": "Hi", "1": "Hi"}, "completion": {"0": "Hello", "1": "Hello"}}'),
    ("named.json", '{"first": ' + ROW + ', "second": ' + ROW + "}"),
    ("split.json", '{"columns": ["prompt", "completion"], "index": [0], "data": [["Hi", "Hello"]]}'),
    ("viewer.json", '{"features": [{"name": "x"}], "rows": [{"row_idx": 0, "row": ' + ROW + "}]}"),
    ("inner.json", '{"status": "ok", "result": {"items": [' + ROW + "]}}"),
    ("wrapped.json", '{"version": 1, "data": [' + ROW + "]}"),
    ("single.json", json.dumps(json.loads(ROW), indent=2)),
    ("comma.csv", "prompt,completion\nHi,Hello\n"),
    ("semicolon.csv", "prompt;completion\nHi;Hello\n"),
    ("tab.tsv", "prompt\tcompletion\nHi\tHello\n"),
    ("sep.csv", "sep=;\nprompt;completion\nHi;Hello\n"),
    ("bar.csv", "prompt|completion\nHi|Hello\n"),
    ("caret.csv", "prompt^completion\nHi^Hello\nHi^Hello\n"),
    ("unit.csv", "prompt\x1fcompletion\nHi\x1fHello\n"),
    ("single.csv", "'prompt','completion'\n'Hi','Hello'\n"),
    ("mac.csv", "prompt,completion\rHi,Hello\r"),
    ("mixed.csv", "prompt,completion\r\nHi,Hello\nHi,Hello\r"),
    ("trailing.csv", "prompt,completion\nHi,Hello,\nHi,Hello,,\n"),
    ("blank.csv", "\n,\nprompt,completion\n\nHi,Hello\n,\n"),
    ("table.txt", "prompt\tcompletion\nHi\tHello\nHi\tHello\n"),
    ("lines.parquet", f"{ROW}\n{ROW}"),
    ("wrapped.jsonl", '{"version": 1, "data": [' + ROW + "]}"),
    ("array.csv", f"[{ROW}]"),
    ("quoted.csv", '"Question","Answer"\n"Hi","Hello"\n'),
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
@pytest.mark.parametrize(("name", "content"), READ, ids=[row[0] for row in READ])
def test_rows_are_read_whatever_holds_them(name: str, content: str, encoding: str, tmp_path: Path) -> None:
    path = write(tmp_path, name, content.encode(encoding))
    assert set(pairs(path)) == {("Hi", "Hello")}


def test_cells_stay_the_text_they_are(tmp_path: Path) -> None:
    path = write(tmp_path, "cells.csv", 'prompt,completion\n007,NA\nnull,"a\nb, ""c"""\n')
    assert pairs(path) == [("007", "NA"), ("null", 'a\nb, "c"')]


def test_elements_longer_than_a_chunk_are_read(tmp_path: Path) -> None:
    rows = [{"prompt": "x" * 300_000, "completion": f"{number}"} for number in range(4)]
    path = write(tmp_path, "long.json", json.dumps(rows, indent=1))
    assert [reply for _, reply in pairs(path)] == ["0", "1", "2", "3"]
    assert [example.line for example in read_examples(path)] == [2, 6, 10, 14]


def test_text_is_cut_into_passages_that_hold_all_words(tmp_path: Path) -> None:
    words = [f"word{number}" for number in range(5000)]
    text = "\n".join(
        " ".join(words[start : start + 9]) + ("\n" if start % 81 == 0 else "") for start in range(0, 5000, 9)
    )
    path = write(tmp_path, "book.txt", text)
    passages = [example.text or "" for example in read_examples(path)]
    assert " ".join(passages).split() == words
    assert all(len(passage) <= 3000 for passage in passages)


def read_all(name: str, content: bytes) -> None:
    """Read a file of this content; BadInput is a fair answer, any other exception is not."""
    with tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder), name, content)
        try:
            data = DataFile(path)
            found = list(data.opened.records())
            examples = list(data.examples())
        except BadInput as refusal:
            assert refusal.message and refusal.hint
            return
        assert [item.row for item in found] == list(range(1, len(found) + 1))
        assert all(isinstance(example, Example) for example in examples)


NAMES = st.sampled_from(
    [
        "a.jsonl",
        "a.json",
        "a.csv",
        "a.tsv",
        "a.txt",
        "a",
        "a.parquet",
        "a.xlsx",
        "a.arrow",
        "a.jsonl.gz",
        "a.md",
    ]
)


@settings(max_examples=100, deadline=None)
@given(name=NAMES, content=st.binary(max_size=200))
def test_no_bytes_break_the_readers(name: str, content: bytes) -> None:
    read_all(name, content)


@settings(max_examples=100, deadline=None)
@given(
    name=NAMES,
    text=st.text(alphabet=st.sampled_from('{}[]",:;\n\r\t\\ab1\0\ud83d\u2028é'), max_size=80),
    encoding=st.sampled_from(["utf-8", "utf-16", "cp1252", "utf-32", "shift_jis", "gb18030"]),
)
def test_no_text_breaks_the_readers(name: str, text: str, encoding: str) -> None:
    read_all(name, text.encode(encoding, "replace"))


_COLUMNS = (
    "prompt completion messages conversations text instruction input output history system label chosen"
)
KEYS = st.sampled_from(f"{_COLUMNS} role content from value user assistant gpt".split())
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | KEYS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=100, deadline=None)
@given(
    rows=st.lists(st.dictionaries(KEYS, VALUES, max_size=5), min_size=1, max_size=3), as_array=st.booleans()
)
def test_no_json_breaks_the_formats(rows: list[object], as_array: bool) -> None:
    text = json.dumps(rows) if as_array else "\n".join(json.dumps(row) for row in rows)
    read_all("a.json" if as_array else "a.jsonl", text.encode())
