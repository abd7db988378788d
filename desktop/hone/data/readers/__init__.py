"""How files hold records. The first reader that recognises a file reads it."""

from __future__ import annotations

from hone.data.readers import (
    arrow,
    json_array,
    json_document,
    json_lines,
    parquet,
    plain_text,
    table,
    workbook,
)
from hone.data.readers.base import Reader, Rows
from hone.data.source import Source
from hone.errors import BadInput

READERS: tuple[Reader, ...] = (
    Reader(parquet.NAME, parquet.matches, parquet.open_rows, parquet.SUFFIXES, binary=True),
    Reader(arrow.NAME, arrow.matches, arrow.open_rows, arrow.SUFFIXES, binary=True),
    Reader(workbook.NAME, workbook.matches, workbook.open_rows, workbook.SUFFIXES, binary=True),
    Reader(table.NAME, table.matches, table.open_rows, table.SUFFIXES),
    Reader(plain_text.NAME, plain_text.matches, plain_text.open_rows, plain_text.SUFFIXES),
    Reader(json_lines.NAME, json_lines.matches, json_lines.open_rows, json_lines.SUFFIXES),
    Reader(json_array.NAME, json_array.matches, json_array.open_rows, json_array.SUFFIXES),
    Reader(json_document.NAME, json_document.matches, json_document.open_rows, json_document.SUFFIXES),
)
SUFFIXES = frozenset(suffix for reader in READERS for suffix in reader.suffixes)
"""The endings of files that hold rows; others are told by their content alone."""


def find_reader(source: Source) -> Reader:
    """Return the reader for a file; raises BadInput when its name and content say nothing."""
    for reader in READERS:
        if reader.matches(source):
            return reader
    if any(source.suffix in reader.suffixes for reader in READERS if reader.binary):
        raise BadInput(
            f"{source.name} is not what its ending {source.suffix} says; it is a text.",
            hint="Download it again, or name it after what it holds (.jsonl, .csv, .txt).",
        )
    ending = f"the ending {source.suffix}" if source.suffix else "no ending"
    raise BadInput(
        f"{source.name} has {ending}, and its content is not JSON.",
        hint="Name it .csv or .tsv for a table, .jsonl for JSON lines, .txt for running text.",
    )


__all__ = ["READERS", "SUFFIXES", "Reader", "Rows", "find_reader"]
