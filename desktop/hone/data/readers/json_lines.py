"""JSON lines: one object per line. A broken line costs only its own row."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TextIO

from hone.data.readers.json_text import DuplicateKey, advice, decoder, reason
from hone.data.records import Found, Record, broken
from hone.data.source import Source
from hone.errors import BadInput

NAME = "JSON lines"
LONGEST_LINE = 256 * 2**20
_DECODER = decoder()


def matches(source: Source) -> bool:
    """Whether the first line that is not blank is a whole object, or the name says JSON lines."""
    lines = [line for line in source.head.splitlines() if line.strip()]
    if source.suffix in (".jsonl", ".ndjson"):
        return not _is_pretty_array(lines)
    if not lines or not lines[0].lstrip().startswith("{"):
        return False
    return len(lines) > 1 and _parses(lines[0]) and lines[1].lstrip().startswith("{")


def read(source: Source) -> Iterator[Found]:
    """Give a record per line; lines that are no object become problems."""
    row = 0
    with source.open() as file:
        for number, line in _lines(source, file):
            if line.strip():
                row += 1
                yield parse_line(row, number, line)


def parse_line(row: int, number: int, line: str) -> Found:
    """Read one line that is not blank."""
    try:
        value = _DECODER.decode(line)
    except (json.JSONDecodeError, DuplicateKey, ValueError, RecursionError) as error:
        message = f"Line {number:,} is not valid JSON: {reason(error)}."
        return broken(row, number, "not_json", message, advice(line))
    if isinstance(value, dict):
        return Record(row, number, value)
    kind = "a list" if isinstance(value, list) else "a single value"
    message = f"Line {number:,} is {kind}, not an object with named columns."
    return broken(row, number, "not_object", message, 'Write each row as {"prompt": ..., ...}.')


def _lines(source: Source, file: TextIO) -> Iterator[tuple[int, str]]:
    """Number the lines as the file has them; Unicode's own line separators end no line."""
    number = 0
    while line := file.readline(LONGEST_LINE):
        number += 1
        if len(line) >= LONGEST_LINE:
            raise BadInput(
                f"Line {number:,} of {source.path.name} has more than {LONGEST_LINE:,} characters.",
                hint="Write one row per line.",
            )
        yield number, line.lstrip("\ufeff") if number == 1 else line


def _parses(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _is_pretty_array(lines: list[str]) -> bool:
    """Whether a file named .jsonl is one JSON array or one pretty-printed object all the same."""
    if not lines:
        return False
    first = lines[0].strip()
    return first in ("[", "{", "[{") or (first.startswith("[") and first.endswith(","))
