from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hone.data.inspection import inspect
from hone.data.reading import read_examples
from hone.domain.datasets import Example, Reading, Report
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


REFUSED = [
    ("gone.jsonl", None, "does not exist"),
    ("empty.jsonl", b"", "is empty"),
    ("blank.csv", b" \n\r\n\t ", "nothing but white space"),
    ("table.parquet", b"PAR1\x15\x04", "Parquet"),
    ("book.csv", b"PK\x03\x04\x14\x00", "Excel workbook"),
    ("packed.jsonl", b"\x1f\x8b\x08\x00abc", "gzip"),
    ("noise.txt", bytes(range(256)) * 20, "binary file|no encoding"),
    ("page.jsonl", b"<!DOCTYPE html><html><body>404</body>", "web page"),
    ("data.json", b"version https://git-lfs.github.com/spec/v1\noid sha256:0", "Git LFS"),
    ("cut.json", ("[\n" + ROW + ",\n" + ROW[:20]).encode(), "line 3"),
    ("open.json", ("[\n" + ROW + ",\n" + ROW).encode(), "line 3 it ends before its list is closed"),
    ("comma.json", ("[\n" + ROW + "\n" + ROW + "]").encode() + b" x", "line 3"),
    ("python.json", b"{'prompt': 'a', 'completion': 'b'}", "not valid JSON"),
    ("lists.jsonl", b'["a", "b"]\n["c", "d"]\n', "a list, not an object"),
    ("scalars.jsonl", b"1\n2\n", "a single value"),
    ("columns.jsonl", b'{"foo": "a", "bar": "b"}\n', "'foo', 'bar'"),
    ("prompts.jsonl", b'{"prompt": "a"}\n', "no column with replies"),
    ("dpo.jsonl", b'{"prompt": "a", "chosen": "b", "rejected": "c"}\n', "preferences"),
    ("judged.jsonl", b'{"messages": [], "label": true}\n', "preferences"),
    ("twice.csv", b"prompt,prompt\na,b\n", "two columns named"),
    ("quote.csv", b'prompt,completion\na,b\nc,"d\n', "line 3 is never closed"),
    ("headless.csv", b"How are you?,Fine\nWho are you?,Hone\n", "fit no known format"),
    ("header.csv", b"prompt,completion\n", "holds no rows"),
    ("what.bin", b"just words", "ending .bin"),
    ("splits.json", b'{"train": [{"prompt": "a"}], "test": [{"prompt": "b"}]}', "several lists"),
    ("half.txt", "ab".encode("utf-16")[:-1], "no encoding"),
]


@pytest.mark.parametrize(("name", "content", "words"), REFUSED, ids=[row[0] for row in REFUSED])
def test_file_is_refused_with_a_sentence_when_it_is_no_data(
    name: str, content: bytes | None, words: str, tmp_path: Path
) -> None:
    path = tmp_path / name if content is None else write(tmp_path, name, content)
    with pytest.raises(BadInput, match=words) as refusal:
        inspect(path)
    assert refusal.value.hint


def test_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="is a folder"):
        inspect(tmp_path)


READ = [
    ("lines.jsonl", f"{ROW}\n\n{ROW}\r\n"),
    ("mark.jsonl", "\ufeff" + ROW),
    ("array.json", f"[{ROW},\n {ROW}]\n"),
    ("array.jsonl", f"[\n{ROW},\n{ROW}\n]"),
    ("pretty.json", json.dumps([json.loads(ROW)], indent=2)),
    ("wrapped.json", '{"version": 1, "data": [' + ROW + "]}"),
    ("single.json", json.dumps(json.loads(ROW), indent=2)),
    ("comma.csv", "prompt,completion\nHi,Hello\n"),
    ("semicolon.csv", "prompt;completion\nHi;Hello\n"),
    ("tab.tsv", "prompt\tcompletion\nHi\tHello\n"),
    ("sep.csv", "sep=;\nprompt;completion\nHi;Hello\n"),
    ("bar.csv", "prompt|completion\nHi|Hello\n"),
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


def test_ragged_rows_are_problems_with_their_line(tmp_path: Path) -> None:
    path = write(tmp_path, "ragged.csv", "prompt,completion\na,b\nc,d,e\nf,g\n")
    report = inspect(path)
    assert (report.rows, report.usable_rows) == (3, 2)
    assert [(problem.kind, problem.line, problem.fatal) for problem in report.problems] == [
        ("ragged", 3, True)
    ]


def test_windows_encoding_is_read_and_told_as_a_guess(tmp_path: Path) -> None:
    path = write(tmp_path, "old.csv", "prompt,completion\nCafé,Übung\n".encode("cp1252"))
    report = inspect(path)
    assert report.encoding == "cp1252"
    assert [problem.kind for problem in report.problems] == ["guessed_encoding"]
    assert pairs(path) == [("Café", "Übung")]


def test_a_broken_line_costs_only_its_own_row(tmp_path: Path) -> None:
    path = write(tmp_path, "lines.jsonl", f'{ROW}\n{{"prompt": "a", \n{ROW}\n{{"a": 1, "a": 2}}\n')
    report = inspect(path)
    assert (report.rows, report.usable_rows) == (4, 2)
    assert [problem.line for problem in report.problems if problem.fatal] == [2, 4]
    assert "'a' is given twice" in report.problems[-1].message


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


def inspected(name: str, content: bytes) -> Report | None:
    """Inspect a file of this content; BadInput is a fair answer, any other exception is not."""
    with tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder), name, content)
        try:
            report = inspect(path)
            examples = list(read_examples(path))
        except BadInput as refusal:
            assert refusal.message
            return None
        assert all(isinstance(example, Example) for example in examples)
        assert len(examples) == report.usable_rows <= report.rows
        return report


NAMES = st.sampled_from(["a.jsonl", "a.json", "a.csv", "a.tsv", "a.txt", "a", "a.parquet"])


@settings(max_examples=100, deadline=None)
@given(name=NAMES, content=st.binary(max_size=200))
def test_no_bytes_break_the_readers(name: str, content: bytes) -> None:
    inspected(name, content)


@settings(max_examples=100, deadline=None)
@given(
    name=NAMES,
    text=st.text(alphabet=st.sampled_from('{}[]",:;\n\r\t\\ab1\0\ud83d\u2028é'), max_size=80),
    encoding=st.sampled_from(["utf-8", "utf-16", "cp1252", "utf-32"]),
)
def test_no_text_breaks_the_readers(name: str, text: str, encoding: str) -> None:
    inspected(name, text.encode(encoding, "replace"))


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
    inspected("a.json" if as_array else "a.jsonl", text.encode())
