"""How files hold records. The first reader that recognises a file reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from hone.data.readers import json_array, json_document, json_lines, plain_text, table
from hone.data.records import Found
from hone.data.source import Source
from hone.errors import BadInput


class Reader(msgspec.Struct, frozen=True):
    """One way to hold records: whether a file is one, and its records."""

    name: str
    matches: Callable[[Source], bool]
    read: Callable[[Source], Iterator[Found]]


READERS: tuple[Reader, ...] = (
    Reader(table.NAME, table.matches, table.read),
    Reader(plain_text.NAME, plain_text.matches, plain_text.read),
    Reader(json_lines.NAME, json_lines.matches, json_lines.read),
    Reader(json_array.NAME, json_array.matches, json_array.read),
    Reader(json_document.NAME, json_document.matches, json_document.read),
)


def find_reader(source: Source) -> Reader:
    """Return the reader for a file; raises BadInput when its name and content say nothing."""
    for reader in READERS:
        if reader.matches(source):
            return reader
    ending = f"the ending {source.suffix}" if source.suffix else "no ending"
    raise BadInput(
        f"{source.path.name} has {ending}, and its content is not JSON.",
        hint="Name it .csv or .tsv for a table, .jsonl for JSON lines, .txt for running text.",
    )
