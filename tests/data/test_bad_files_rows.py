"""Files of which some rows are broken: those are told with their line, and cost nothing but themselves."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from hone.data.opening import open_data
from hone.data.reading import DataFile
from hone.data.records import Record
from hone.domain.datasets import Problem
from hone.domain.problem_kinds import KIND_OF
from hone.errors import BadInput

ROW = '{"prompt": "Hi", "completion": "Hello"}'
PRETTY = json.dumps([{"prompt": str(n), "completion": "c"} for n in range(4)], indent=2)
CSV = "prompt,completion\n"

# Name, content, and of the one broken row: its number, its line, its kind, words of the message, of the hint.
BROKEN: list[tuple[str, str | bytes, int, int, str, str, str]] = [
    (
        "cut.jsonl",
        f"{ROW}\n{ROW}\n{ROW[:20]}",
        3,
        3,
        "not_json",
        "Line 3 .* column 18: a text is not",
        "cut off",
    ),
    ("comment.jsonl", f"// made by hand\n{ROW}\n", 1, 1, "not_json", "Line 1", "no comments"),
    ("hash.jsonl", f"{ROW}\n# more\n{ROW}\n", 2, 2, "not_json", "Line 2", "no comments"),
    ("python.jsonl", f"{ROW}\n{{'prompt': 'a'}}\n", 2, 2, "not_json", "Line 2", "json.dumps"),
    ("words.jsonl", ROW + '\n{"a": None}\n', 2, 2, "not_json", "Line 2 .* column 7", "Python's words"),
    ("keys.jsonl", f"{ROW}\n{{prompt: 1}}\n", 2, 2, "not_json", "Line 2 .* column 2: a key", "double quotes"),
    ("twice.jsonl", ROW + '\n{"a": 1, "a": 2}\n', 2, 2, "not_json", "'a' is given twice", "every key once"),
    ("spaced.jsonl", ROW + '\n{"a" :1,"a":2}\n', 2, 2, "not_json", "'a' is given twice", "every key once"),
    (
        "deep.jsonl",
        ROW + '\n{"m": [{"a": 1, "b": {"c":1,"c":2}}]}\n',
        2,
        2,
        "not_json",
        "'c' is given",
        "once",
    ),
    ("text.jsonl", ROW + '\n{"a":"\\":","b":1,"b":2}\n', 2, 2, "not_json", "'b' is given twice", "once"),
    ("comma.jsonl", f"{ROW}\n{ROW[:-1]},}}\n", 2, 2, "not_json", "Line 2", "comma before"),
    ("list.jsonl", f'{ROW}\n["a", "b"]\n', 2, 2, "not_object", "Line 2 is a list", "each row as"),
    ("scalar.jsonl", f"{ROW}\n\n17\n", 2, 3, "not_object", "Line 3 is a single value", "each row as"),
    ("null.jsonl", f"{ROW}\nnull\n", 2, 2, "not_object", "Line 2 is a single value", "each row as"),
    ("break.jsonl", ROW + '\n{"a": "b\tc"}\n', 2, 2, "not_json", "bare line break or control", "export it"),
    ("two.jsonl", f"{ROW}\n{ROW}{ROW}\n{ROW}\n", 2, 2, "not_json", "something after the value", "per line"),
    ("log.jsonl", f"{ROW}\n2024-01-01 done\n", 2, 2, "not_json", "Line 2", "each row as"),
    ("nested.jsonl", ROW + "\n" + '{"a":' * 60_000 + "\n", 2, 2, "not_json", "nested too deeply", ""),
    ("long.jsonl", ROW + '\n{"a": ' + "9" * 5000 + "}\n", 2, 2, "not_json", "Line 2", ""),
    (
        "bytes.jsonl",
        ('{"prompt": "ä"}\n' * 3).encode() + b'{"a": "\xe4"}\n',
        4,
        4,
        "broken_text",
        "byte 8",
        "UTF-8",
    ),
    ("bytes.csv", (CSV + "ä,ö\n" * 4).encode() + b"x,\xe4\n", 5, 6, "broken_text", "'completion'", "UTF-8"),
    (
        "bytes.json",
        '[{"a": "äöü"},\n'.encode() + b'{"b": "\xe4"}]',
        2,
        2,
        "broken_text",
        "line 2, 'b'",
        "UTF-8",
    ),
    ("bytes.txt", "äöü\n".encode() * 3 + b"\xe4\n", 1, 1, "broken_text", "line 1", "UTF-8"),
    ("cut.json", f"[\n{ROW},\n{ROW[:20]}", 2, 3, "not_json", "ends within element 2 .line 3.", "cut off"),
    ("open.json", f"[\n{ROW},\n{ROW}", 3, 3, "not_json", "ends in line 3 before its list", "missing"),
    ("one.json", PRETTY.replace('"2"', '"2'), 3, 10, "not_json", "Element 3 .line 11.", "again"),
    ("last.json", '[\n{\n "a": 1\n},\n{\n "a": "b\n}\n]', 2, 5, "not_json", "Element 2 .line 6.", "again"),
    ("key.json", PRETTY.replace('"prompt": "1"', 'prompt: "1"'), 2, 6, "not_json", "Element 2 .line 7.", ""),
    (
        "element.json",
        f"[{ROW}, 7]",
        2,
        1,
        "not_object",
        "Element 2 .line 1. is a single value",
        "each row as",
    ),
    ("inner.json", f'{{"data": [{ROW}, [1]]}}', 2, 0, "not_object", "Element 2 is a list", "each row as"),
    ("twice.json", f'[\n{ROW},\n{{"a": 1, "a": 1}}\n]', 2, 3, "not_json", "given twice", "every key once"),
    ("more.csv", CSV + "a,b\nc,d,e\n", 2, 3, "ragged", "Line 3 has 3 cells, the header has 2", "commas into"),
    ("fewer.csv", CSV + "a,b\nc\nd,e\n", 2, 3, "ragged", "Line 3 has 1 cells", "from 'completion' on"),
    ("many.csv", CSV + 'a,"b\n\nb"\nc,d,e\n', 2, 5, "ragged", "Line 5 has 3 cells", "double quotes"),
    ("semi.csv", "prompt;completion\na;b;c\nd;e\n", 1, 2, "ragged", "Line 2 has 3", "semicolons into"),
    ("open.csv", CSV + 'a,b\nc,"d\ne,f\n', 2, 3, "ragged", "line 3 is never closed", "Close it"),
    (
        "quote.csv",
        CSV + 'a,b\n"c" d,e\nf,g\n',
        2,
        3,
        "ragged",
        "line 3 .* follows a closing quote",
        "doubled",
    ),
    ("shifted.csv", CSV + 'a,"b\nc,"d"\ne,f\n', 1, 2, "ragged", "line 2", "doubled"),
]


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize(
    ("name", "content", "row", "line", "kind", "words", "hint"), BROKEN, ids=[case[0] for case in BROKEN]
)
def test_broken_row_is_told_with_its_line(
    name: str,
    content: str | bytes,
    row: int,
    line: int,
    kind: str,
    words: str,
    hint: str,
    tmp_path: Path,
) -> None:
    found = list(open_data(write(tmp_path, name, content)).records())
    assert [item.row for item in found] == list(range(1, len(found) + 1))
    (problem,) = (item for item in found if isinstance(item, Problem))
    assert (problem.row, problem.line, problem.kind, problem.fatal) == (row, line, kind, True)
    assert problem.kind in KIND_OF
    assert re.search(words, problem.message), problem.message
    assert hint in problem.hint and problem.hint.endswith((".", "}"))


# Name, content, kind of the note, words of its message. Every row is read all the same.
TOLD: list[tuple[str, str | bytes, str, str, int]] = [
    ("old.csv", "prompt,completion\nCafé,Übung\n".encode("cp1252"), "guessed_encoding", "cp1252", 1),
    (
        "nan.jsonl",
        '{"score": 1}\n{"score": NaN}\n{"score": -Infinity}\n',
        "not_a_number",
        "2 rows .line 2, 3",
        3,
    ),
    ("nan.json", '[{"score": 1},\n{"score": NaN}]', "not_a_number", "begin at line 2", 2),
    ("sentences.csv", "How are you?,Fine\nWho are you?,Hone\n", "no_header", "'How are you\\?', 'Fine'", 2),
    ("numbers.csv", "1;hello\n2;bye\n", "no_header", "'1', 'hello'", 2),
    ("labels.csv", "great film,good film\nbad film,poor\nnice,good film\n", "no_header", "'great film'", 3),
    ("words.csv", "Hi,Hello\nBye,Goodbye\n", "guessed_header", "'Hi', 'Hello'", 1),
    ("lists.json", f'{{"train": [{ROW}], "test": [{ROW}, {ROW}]}}', "other_parts", "'train' .* also test", 1),
]


@pytest.mark.parametrize(("name", "content", "kind", "words", "rows"), TOLD, ids=[case[0] for case in TOLD])
def test_what_concerns_the_whole_file_is_told_and_costs_no_row(
    name: str, content: str | bytes, kind: str, words: str, rows: int, tmp_path: Path
) -> None:
    data = open_data(write(tmp_path, name, content))
    found = list(data.records())
    assert len(found) == rows and all(isinstance(item, Record) for item in found)
    (note,) = data.notes
    assert (note.kind, note.row, note.fatal) == (kind, 0, False)
    assert note.kind in KIND_OF and note.hint.endswith(".")
    assert re.search(words, note.message), note.message


def test_nothing_is_told_of_a_clean_file(tmp_path: Path) -> None:
    for name, content in (
        ("a.csv", CSV + "a,b\n"),
        ("a.jsonl", ROW),
        ("a.json", f"[{ROW}]"),
        ("a.txt", "text"),
    ):
        assert open_data(write(tmp_path, name, content)).notes == ()


def test_problem_names_its_file_when_a_folder_is_read(tmp_path: Path) -> None:
    root = tmp_path / "set"
    root.mkdir()
    write(root, "a.jsonl", f"{ROW}\n{ROW}\n")
    write(root, "b.jsonl", f'{ROW}\n{{"bad\n{{"prompt": "x", "completion": 7}}\n')
    problems = [problem for _, found in DataFile(root).rows() for problem in found]
    assert [(problem.file, problem.row, problem.line) for problem in problems] == [
        ("b.jsonl", 4, 2),
        ("b.jsonl", 5, 3),
    ]


def changing(path: Path) -> Iterator[None]:
    rows = open_data(path).records()
    next(rows)
    os.truncate(path, path.stat().st_size // 2)
    list(rows)
    yield


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "a.json"])
def test_file_that_is_cut_while_it_is_read_is_told(name: str, tmp_path: Path) -> None:
    content = {
        "a.jsonl": f"{ROW}\n" * 90_000,
        "a.csv": CSV + "a,b\n" * 500_000,
        "a.json": "[" + f"{ROW},\n" * 90_000 + f"{ROW}]",
    }
    with pytest.raises(BadInput, match=f"{name} was changed while it was read"):
        next(changing(write(tmp_path, name, content[name])))
