"""Rows by number are those that a reader gives from the start, whatever holds them."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hone.data.reading import DataFile
from hone.data.row_index import RowIndex
from hone.domain.datasets import AS_FOUND, Problem, Reading
from hone.errors import BadInput

MakeFile = Callable[[str, bytes], Path]
LINE = {"prompt": "Frage ä", "completion": "Antwort 🙂"}


@pytest.fixture
def make(tmp_path: Path) -> MakeFile:
    def write(name: str, data: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write


def lines(count: int, end: str = "\n") -> bytes:
    rows = (json.dumps({"prompt": f"q{n}", "completion": f"a{n}" * (n % 50)}) for n in range(1, count + 1))
    return (end.join(rows) + end).encode()


def table(count: int) -> bytes:
    rows = (f'q{n},"a, ""{n}""\nnext line"\r\n' for n in range(1, count + 1))
    return ("prompt,completion\r\n" + "".join(rows)).encode()


def array(count: int) -> bytes:
    return json.dumps([{"prompt": f"q{n}", "completion": f"a{n}"} for n in range(1, count + 1)]).encode()


def check_same(path: Path, numbers: list[int]) -> None:
    """Compare rows by number with those read from the start."""
    data = DataFile(path)
    expected = {row: (item, data.row_of(item)) for row, item in enumerate(data.opened.records(), start=1)}
    index = RowIndex(path, AS_FOUND)
    try:
        shown = index.shown(numbers)
        assert [row.row for row in shown] == [number for number in numbers if number in expected]
        for row in shown:
            item, (example, problems) = expected[row.row]
            assert (row.line, row.example, list(row.problems)) == (item.line, example, problems)
        index.shown([len(expected) + 1])
        assert index.total == len(expected)
    finally:
        index.close()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("rows.jsonl", lines(3000)),
        ("mac.jsonl", lines(300, "\r")),
        ("windows.jsonl", lines(3000, "\r\n")),
        ("rows.csv", table(3000)),
        ("rows.json", array(3000)),
        ("latin.csv", table(200).replace(b"next", b"n\xe4chste")),
        ("bom.jsonl", b"\xef\xbb\xbf" + lines(200)),
        ("utf16.jsonl", lines(200).decode().encode("utf-16")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_row_is_the_same_as_read_from_the_start_when_asked_by_number(
    name: str, content: bytes, make: MakeFile
) -> None:
    numbers = random.Random(7).sample(range(1, 3200), 150)
    check_same(make(name, content), [*numbers, 1, 2, 2, 200, 199])


pieces = st.sampled_from(
    [
        json.dumps(LINE),
        json.dumps(LINE, ensure_ascii=False),
        "  " + json.dumps(LINE),
        "",
        " \t",
        "\u00a0",
        "\u2028",
        "\x1f",
        "\x0b",
        "nonsense",
        "[1]",
        '{"prompt": 3}',
        "{",
        "\r",
    ]
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=st.lists(pieces, max_size=30), ends=st.sampled_from(["\n", "\r\n"]), closed=st.booleans())
def test_rows_are_counted_as_the_reader_counts_them_when_lines_are_odd(
    parts: list[str], ends: str, closed: bool, make: MakeFile
) -> None:
    text = ends.join([json.dumps(LINE), *parts]) + (ends if closed else "")
    check_same(make("odd.jsonl", text.encode()), [1, 3, 2, 7, 30, 5])


def test_rows_beyond_a_megabyte_are_found_when_lines_are_long(make: MakeFile) -> None:
    rows = [json.dumps({"prompt": str(n), "completion": "x" * size}) for n, size in enumerate((5, 2**21, 7))]
    check_same(make("long.jsonl", "\n\n".join(rows).encode()), [3, 1])


def test_total_is_told_only_when_it_is_known(make: MakeFile) -> None:
    index = RowIndex(make("rows.jsonl", lines(50_000)), AS_FOUND)
    assert [row.row for row in index.shown(range(1, 51))] == list(range(1, 51))
    assert (index.total, index.complete) == (-1, False)
    while not index.complete:
        index.advance(0.01)
    assert index.total == 50_000
    index.close()


def test_row_is_found_at_once_when_the_file_was_looked_at_before(make: MakeFile) -> None:
    for path in (make("rows.jsonl", lines(40_000)), make("rows.csv", table(40_000))):
        index = RowIndex(path, AS_FOUND)
        index.advance(60.0)
        numbers = random.Random(3).sample(range(1, 40_001), 50)
        began = time.perf_counter()
        for number in numbers:
            assert index.shown([number])[0].row == number
        assert (time.perf_counter() - began) / len(numbers) < 0.02
        index.close()


def test_content_is_in_the_columns_of_the_format_when_columns_are_mapped(make: MakeFile) -> None:
    path = make("rows.csv", b"frage,antwort,nummer\nA,B,007\nC,,3\n")
    reading = Reading(format="prompt_completion", columns={"prompt": "frage", "completion": "antwort"})
    index = RowIndex(path, reading)
    good, empty = index.shown([1, 2])
    assert json.loads(good.content)["prompt"] == "A"
    assert good.example is not None and good.example.turns[-1].content == "B"
    assert json.loads(empty.content) == {"prompt": "C", "completion": "", "nummer": "3"}
    assert empty.example is None and empty.problems
    index.close()


def test_rows_before_a_fault_are_shown_when_the_file_is_broken_further_on(make: MakeFile) -> None:
    path = make("rows.json", array(2000) + b" and more")
    index = RowIndex(path, AS_FOUND)
    index.advance(60.0)
    assert index.complete and index.total == -1
    assert index.shown([1500])[0].row == 1500
    with pytest.raises(BadInput, match="after the end of the list"):
        index.shown([2001])
    index.close()


def test_index_is_of_another_file_when_the_file_has_changed(make: MakeFile) -> None:
    path = make("rows.jsonl", lines(10))
    index = RowIndex(path, AS_FOUND)
    assert index.is_of(path, AS_FOUND) and not index.is_of(path, Reading(format="text"))
    make("rows.jsonl", lines(11))
    assert not index.is_of(path, AS_FOUND)
    index.close()


def test_broken_line_is_shown_as_its_problem(make: MakeFile) -> None:
    path = make("rows.jsonl", lines(2) + b"{nonsense\n")
    index = RowIndex(path, AS_FOUND)
    (row,) = index.shown([3])
    assert row.example is None and row.line == 3 and row.content == ""
    assert [type(problem) for problem in row.problems] == [Problem]
    index.close()
