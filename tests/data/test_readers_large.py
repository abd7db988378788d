"""Large files are read in little memory, and looking at their beginning reads no more of them."""

from __future__ import annotations

import bz2
import gzip
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from hone.data.opening import open_data
from hone.data.records import Record

ROWS = 40_000
WORDS = "The words of this row are many, but all of them are the same as those of the others. " * 12
MOST_GROWTH = 48 * 2**20
"""Bytes that reading may take: a file of 40 MB and its rows at once are more than 80 MB."""
READ = """
import re, sys
from pathlib import Path
import pyarrow.parquet, numpy
from hone.data.opening import open_data
pyarrow.set_memory_pool(pyarrow.system_memory_pool())
def peak(): return int(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1]) * 1024
before = peak()
rows = sum(1 for _ in open_data(Path(sys.argv[1])).records())
print(rows, peak() - before)
"""


def row(number: int) -> dict[str, str]:
    return {"prompt": f"Question {number}", "completion": f"{number} {WORDS}"}


def lines() -> Iterator[str]:
    return (json.dumps(row(number)) for number in range(ROWS))


def large(path: Path) -> None:
    if path.suffix in (".parquet", ".arrow"):
        table = pa.Table.from_pylist([row(number) for number in range(ROWS)])
        if path.suffix == ".parquet":
            pq.write_table(table, path, row_group_size=5000)
        else:
            with pa.OSFile(str(path), "wb") as file, pa.ipc.new_stream(file, table.schema) as writer:
                writer.write_table(table, max_chunksize=1000)
        return
    text = {
        "rows.json": lambda: "[" + ",\n".join(lines()) + "]",
        "oneline.json": lambda: '{"version": 1, "data": [' + ",".join(lines()) + "]}",
        "rows.csv": lambda: "prompt,completion\n" + "\n".join(f'{n},"{n} {WORDS}"' for n in range(ROWS)),
        "notes.txt": lambda: "\n\n".join(f"{n} {WORDS}" for n in range(ROWS)),
        "longline.txt": lambda: " ".join(f"{n} {WORDS}" for n in range(ROWS)),
    }.get(path.name, lambda: "\n".join(lines()))()
    content = text.encode()
    path.write_bytes(
        gzip.compress(content, 1)
        if path.suffix == ".gz"
        else bz2.compress(content, 1)
        if path.suffix == ".bz2"
        else content
    )


@pytest.mark.skipif(sys.platform != "linux", reason="counts resident memory as Linux does")
@pytest.mark.parametrize(
    "name",
    [
        *(
            "rows.jsonl",
            "rows.jsonl.gz",
            "rows.json",
            "oneline.json",
            "rows.csv",
            "notes.txt",
            "longline.txt",
        ),
        *("rows.parquet", "rows.arrow"),
    ],
)
def test_large_file_is_read_in_little_memory(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    large(path)
    done = subprocess.run(
        [sys.executable, "-c", READ, str(path)], capture_output=True, text=True, check=True, timeout=120
    )
    rows, growth = map(int, done.stdout.split())
    assert rows == ROWS or (name.endswith(".txt") and rows > ROWS / 4)
    assert growth < MOST_GROWTH


@pytest.mark.skipif(os.name == "nt", reason="files with holes are another matter there")
@pytest.mark.parametrize("name", ["rows.jsonl", "rows.csv", "rows.json", "rows.txt"])
def test_beginning_is_looked_at_without_reading_the_rest(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    start = {"rows.csv": "prompt,completion\n", "rows.json": "["}.get(name, "")
    each = {
        "rows.csv": "a question,an answer\n",
        "rows.json": '{"prompt": "a"},\n',
        "rows.txt": "words\n\n" * 9,
    }
    path.write_text(start + each.get(name, '{"prompt": "a"}\n') * 40_000)
    os.truncate(
        path, 2**38
    )  # a quarter of a terabyte with a hole: reading it all takes longer than the test may
    data = open_data(path)
    sample = data.sample(100)
    assert len(sample) == 100 and all(isinstance(item, Record) for item in sample)
    assert data.size_bytes == 2**38
    assert data.quick == (name == "rows.jsonl")


LISTS: dict[str, dict[str, object]] = {
    "columns.json": {"prompt": ["a" * 99] * 90_000, "completion": ["b" * 99] * 90_000},
    "lists.json": {"about": {"x": [1]}, "train": [{"a": "b" * 200}] * 90_000, "test": [{"a": "t"}]},
    "empty.json": {"errors": [], "rows": [{"a": "b" * 200}] * 90_000},
}


@pytest.mark.parametrize("name", sorted(LISTS))
def test_document_too_large_to_be_one_value_is_read(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(json.dumps(LISTS[name]))
    data = open_data(path)
    assert sum(isinstance(item, Record) for item in data.records()) == 90_000
    assert [note.kind for note in data.notes] == ["other_parts"] * (name == "lists.json")
    if name == "lists.json":
        assert len(list(open_data(path, "test").records())) == 1


def test_long_line_is_one_row(tmp_path: Path) -> None:
    path = tmp_path / "long.jsonl"
    path.write_text(json.dumps({"text": "x" * 30 * 2**20}) + '\n{"text": "y"}\n')
    data = open_data(path)
    assert [len(str(item.values["text"])) for item in data.records() if isinstance(item, Record)] == [
        30 * 2**20,
        1,
    ]
    assert data.quick


@pytest.mark.parametrize(
    ("content", "quick"),
    [
        (b'{"a": 1}\n{"a": 2}\n', True),
        (b'{"a": 1}\r\n{"a": 2}\r\n', True),
        (b'\xef\xbb\xbf{"a": 1}\n', False),
        (b'{"a": 1}\r{"a": 2}\r', False),
        ('{"a": 1}\n'.encode("utf-16"), False),
        (gzip.compress(b'{"a": 1}\n'), False),
        (b'[{"a": 1}]', False),
        (b'{"a": 1}{"a": 2}', False),
    ],
)
def test_quick_is_what_may_be_read_as_lines_of_bytes(content: bytes, quick: bool, tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(content)
    assert open_data(path).quick == quick
