"""Rows that are written in any container, encoding, delimiter or packing are read back the same."""

from __future__ import annotations

import bz2
import csv
import gzip
import io
import json
import lzma
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hone.data.opening import open_data
from hone.data.records import Record

COLUMNS = ("prompt", "completion")
TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40)
PLAIN = st.text(alphabet="ab ,;|\t\"'\\\n\r^~:{}[]=é世😀\u2028\x85\x1f", max_size=20)
CELLS = st.tuples(TEXT | PLAIN, TEXT | PLAIN).filter(lambda cells: any(cell.strip() for cell in cells))
TABLES = st.lists(CELLS, min_size=1, max_size=8)
NAMES = st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXT
    | PLAIN,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=10,
)
ROWS = st.lists(st.dictionaries(NAMES, VALUES, min_size=1, max_size=4), min_size=1, max_size=6)
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"])


def zstd(content: bytes) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.CompressedOutputStream(sink, "zstd") as file:
        file.write(content)
    return bytes(sink.getvalue().to_pybytes())


PACKED: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    ".gz": gzip.compress,
    ".bz2": bz2.compress,
    ".xz": lzma.compress,
    ".zst": zstd,
}
PACKING = st.sampled_from(sorted(PACKED))


def read(name: str, content: bytes) -> list[dict[str, object]]:
    """Read a file of this content; all of its records must be whole."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        found = list(open_data(path).records())
    assert all(isinstance(item, Record) for item in found), found
    assert [item.row for item in found] == list(range(1, len(found) + 1))
    return [item.values for item in found if isinstance(item, Record)]


@settings(max_examples=50, deadline=None)
@given(
    rows=TABLES,
    delimiter=st.sampled_from(",;\t|^~\x1f"),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    encoding=ENCODINGS,
    packing=PACKING,
)
def test_table_is_read_back_whatever_delimits_it(
    rows: list[tuple[str, str]], delimiter: str, quoting: int, end: str, encoding: str, packing: str
) -> None:
    # An unusual delimiter is believed from three rows on.
    rows = rows * 3 if delimiter in "^~" else rows
    # Python's writer does not quote other line ends than the one that it writes.
    quoting = quoting if end == "\r\n" else csv.QUOTE_ALL
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=delimiter, quoting=quoting, lineterminator=end)  # type: ignore[arg-type]
    writer.writerows([COLUMNS, *rows])
    content = PACKED[packing](buffer.getvalue().encode(encoding))
    assert read(f"table.csv{packing}", content) == [dict(zip(COLUMNS, row, strict=True)) for row in rows]


@settings(max_examples=50, deadline=None)
@given(rows=TABLES, quote=st.sampled_from("'\""), escaped=st.booleans())
def test_table_is_read_back_whatever_quotes_it(
    rows: list[tuple[str, str]], quote: str, escaped: bool
) -> None:
    # A first row in which a backslash is needed shows how quotes are escaped.
    rows = [(f"{quote}so{quote}, he said", "x"), *rows]
    buffer = io.StringIO(newline="")
    writer = csv.writer(
        buffer,
        quotechar=quote,
        doublequote=not escaped,
        escapechar="\\" if escaped else None,
        quoting=csv.QUOTE_ALL,
    )
    writer.writerows([COLUMNS, *rows])
    content = buffer.getvalue().encode()
    assert read("table.csv", content) == [dict(zip(COLUMNS, row, strict=True)) for row in rows]


@settings(max_examples=50, deadline=None)
@given(
    rows=ROWS,
    ascii_only=st.booleans(),
    separators=st.sampled_from([(",", ":"), (", ", ": "), (" , ", " : ")]),
    end=st.sampled_from(["\n", "\r\n", "\r", "\n\n"]),
    encoding=ENCODINGS,
    packing=PACKING,
)
def test_json_lines_are_read_back(
    rows: list[dict[str, Any]],
    ascii_only: bool,
    separators: tuple[str, str],
    end: str,
    encoding: str,
    packing: str,
) -> None:
    lines = [json.dumps(row, ensure_ascii=ascii_only, separators=separators) for row in rows]
    content = PACKED[packing]((end.join(lines) + end).encode(encoding))
    assert read(f"rows.jsonl{packing}", content) == rows


@settings(max_examples=50, deadline=None)
@given(
    rows=ROWS,
    indent=st.sampled_from([None, 0, 2, "\t"]),
    wrapped=st.booleans(),
    name=st.sampled_from(["rows.json", "rows.jsonl", "rows"]),
    encoding=ENCODINGS,
    packing=PACKING,
)
def test_json_array_is_read_back(
    rows: list[dict[str, Any]], indent: Any, wrapped: bool, name: str, encoding: str, packing: str
) -> None:
    value = {"version": 1, "data": rows} if wrapped else rows
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    assert read(name + packing, PACKED[packing](text.encode(encoding))) == rows


@settings(max_examples=40, deadline=None)
@given(rows=ROWS, indent=st.sampled_from([None, 1]), between=st.sampled_from(["", "\n", "\n\n", ",\n"]))
def test_objects_one_after_another_are_read_back(
    rows: list[dict[str, Any]], indent: Any, between: str
) -> None:
    rows = rows * 2
    text = between.join(json.dumps(row, indent=indent) for row in rows)
    assert read("rows.json", text.encode()) == rows


MESSAGES = st.lists(
    st.fixed_dictionaries({"role": st.sampled_from(["user", "assistant"]), "content": TEXT | st.none()}),
    max_size=4,
)
NESTED = st.fixed_dictionaries(
    {
        "messages": MESSAGES,
        "score": st.none() | st.floats(allow_nan=False, allow_infinity=False),
        "count": st.none() | st.integers(-(2**63), 2**63 - 1),
        "good": st.none() | st.booleans(),
        "tags": st.none() | st.lists(TEXT, max_size=3),
    }
)
SCHEMA = pa.schema(
    [
        ("messages", pa.list_(pa.struct([("role", pa.string()), ("content", pa.large_string())]))),
        ("score", pa.float64()),
        ("count", pa.int64()),
        ("good", pa.bool_()),
        ("tags", pa.large_list(pa.string())),
    ]
)


@settings(max_examples=50, deadline=None)
@given(
    rows=st.lists(NESTED, min_size=1, max_size=6),
    container=st.sampled_from(["parquet", "stream", "file"]),
    name=st.sampled_from(["rows.parquet", "rows.arrow", "rows", "rows.jsonl", "rows.csv"]),
    batch=st.integers(1, 4),
)
def test_columns_of_arrow_are_read_back(
    rows: list[dict[str, Any]], container: str, name: str, batch: int
) -> None:
    table = pa.Table.from_pylist(rows, schema=SCHEMA)
    sink = pa.BufferOutputStream()
    if container == "parquet":
        pq.write_table(table, sink, row_group_size=batch)
    else:
        start = pa.ipc.new_stream if container == "stream" else pa.ipc.new_file
        with start(sink, SCHEMA) as writer:
            writer.write_table(table, max_chunksize=batch)
    assert read(name, sink.getvalue().to_pybytes()) == rows


@pytest.mark.parametrize("name", ["notes.txt", "notes.md"])
@settings(max_examples=50, deadline=None)
@given(text=st.text(alphabet="ab é\n\r", min_size=1, max_size=9000), encoding=ENCODINGS, packing=PACKING)
def test_text_keeps_all_its_words(name: str, text: str, encoding: str, packing: str) -> None:
    text = "word " + text
    rows = read(name + packing, PACKED[packing](text.encode(encoding)))
    assert " ".join(str(row["text"]) for row in rows).split() == text.split() or len(text) > 2000
    assert "".join("".join(str(row["text"]).split()) for row in rows) == "".join(text.split())
