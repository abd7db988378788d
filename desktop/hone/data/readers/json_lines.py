"""JSON lines: one object per line. A broken line costs only its own row.

Lines are decoded from bytes by msgspec. It takes the last of two equal keys silently; so the keys of a line
are counted, in the bytes and in what was decoded. Where the numbers differ, or it refuses the line, the
slow decoder of `json_text` decides and explains. Looking also for keys with a space before their colon
costs as much as decoding; it is done where the beginning of the file has some.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from typing import Any, BinaryIO

import msgspec

from hone.data.readers.base import Rows
from hone.data.readers.json_document import wraps_rows
from hone.data.readers.json_text import (
    CONSTANTS,
    EVERY_KEY_ONCE,
    EXPECTED,
    DuplicateKey,
    advice,
    decoder,
    nature,
    reason,
    row_of,
)
from hone.data.records import Found, Record, broken, remark
from hone.data.source import Source
from hone.errors import BadInput

NAME = "JSON lines"
SUFFIXES = (".jsonl", ".ndjson", ".jsonlines")
LONGEST_LINE = 256 * 2**20
"""Bytes of one row; more is no row of text but a file without line ends."""
_CHUNK = 2**20
_DECODER: msgspec.json.Decoder[Any] = msgspec.json.Decoder()
_SLOW = decoder()
_WIDE = ("utf-16", "utf-32")


def matches(source: Source) -> bool:
    """Whether the first line that is not blank is a whole object, or the name says JSON lines."""
    lines = [line for line in source.head.replace("\r", "\n").split("\n") if line.strip()]
    if not lines or _is_several_lines_long(lines) or _is_page(lines[0]):
        return False
    if len(lines) == 1 and wraps_rows(lines[0], source.whole):
        return False
    if _first_error(lines[0]) == "Extra data" and lines[0].lstrip().startswith("{"):
        return False
    if source.suffix in SUFFIXES:
        return True
    first = lines[0].lstrip()
    if len(lines) < 2:
        return False
    if _first_error(lines[0]) is None:
        return first.startswith("{") or (first.startswith("[") and lines[1].lstrip().startswith("["))
    return first.startswith("{") and lines[1].lstrip().startswith("{") and _first_error(lines[1]) is None


def open_rows(source: Source, _part: str) -> Rows:
    """Open JSON lines."""
    rows = Rows(container=NAME, read=lambda: iter(()))
    rows.read = partial(_read, source, rows)
    return rows


def has_plain_lines(source: Source) -> bool:
    """Whether lines may be read as bytes: UTF-8 without a mark, not packed, lines that end with LF."""
    plain = source.encoding == "utf-8" and not source.damaged and source.compression is None
    return plain and _line_end(source) == b"\n"


def parse_line(row: int, number: int, line: str | bytes) -> Found:
    """Read one line that is not blank; raises UnicodeDecodeError when its bytes are not UTF-8."""
    try:
        return _record(row, number, line, spaced=True)
    except _Constants as found:
        return Record(row, number, found.value)


class _Constants(Exception):
    """A line holds NaN or infinity; `value` has null in their place."""

    def __init__(self, value: dict[str, object]) -> None:
        super().__init__(CONSTANTS)
        self.value = value


def _read(source: Source, rows: Rows) -> Iterator[Found]:
    constants: list[int] = []
    spaced = b'" :' in source.start or b'"\t:' in source.start or not source.encoding.startswith("utf-8")
    for row, (number, line) in enumerate(_lines(source), start=1):
        try:
            found = _record(row, number, line, spaced)
        except UnicodeDecodeError as error:
            if not source.damaged:
                raise  # the encoding of the whole file is in doubt, not this line
            found = _undecodable(row, number, line, error)
        except _Constants as met:
            found = Record(row, number, met.value)
            constants.append(number)
        yield found
    if constants:
        lines = ", ".join(f"{number:,}" for number in constants[:5]) + (", ..." if constants[5:] else "")
        rows.note(
            remark(
                "not_a_number",
                f"{CONSTANTS}: {len(constants):,} row{'s' * (len(constants) > 1)} (line {lines}).",
                "Write null where there is no value.",
            )
        )


def _undecodable(row: int, number: int, line: str | bytes, error: UnicodeDecodeError) -> Found:
    place = error.start
    if isinstance(line, bytes):
        try:
            line.decode("utf-8")
        except UnicodeDecodeError as within_line:
            place = within_line.start
    message = f"Line {number:,} has bytes that are not UTF-8 (byte {place + 1:,} of the line)."
    return broken(row, number, "broken_text", message, "Export the file again as UTF-8.")


def _record(row: int, number: int, line: str | bytes, spaced: bool) -> Found:
    try:
        value = _DECODER.decode(line)
    except (msgspec.DecodeError, RecursionError):
        return _explained(row, number, line if isinstance(line, str) else line.decode("utf-8"))
    if type(value) is not dict or not _has_keys(line, _keys(value), spaced):
        return _explained(row, number, line if isinstance(line, str) else line.decode("utf-8"))
    return Record(row, number, value)


def _explained(row: int, number: int, text: str) -> Found:
    """Read a line slowly, and say what is wrong with it; raises _Constants when it holds NaN."""
    text = text.rstrip("\r\n")
    constants: list[str] = []
    decode = (_SLOW if "N" not in text and "Infinity" not in text else decoder(constants.append)).decode
    try:
        value = decode(text)
    except (DuplicateKey, ValueError, RecursionError) as error:
        where = f"column {error.colno:,}: " if isinstance(error, json.JSONDecodeError) else ""
        message = f"Line {number:,} is not valid JSON: {where}{reason(error)}."
        several = "Extra data" in str(error) and text.lstrip().startswith(("{", "["))
        hint = "Write one object per line." if several else advice(text)
        if isinstance(error, DuplicateKey):
            hint = EVERY_KEY_ONCE
        return broken(row, number, "not_json", message, hint)
    values = row_of(value)
    if values is None:
        message = f"Line {number:,} is {nature(value)}, not an object with named columns."
        return broken(row, number, "not_object", message, EXPECTED)
    if constants:
        raise _Constants(values)
    return Record(row, number, values)


def _keys(value: Any) -> int:
    """Count the keys of all objects in a value."""
    count = 0
    if type(value) is dict:
        count = len(value)
        value = value.values()
    for inner in value:
        if type(inner) is dict or type(inner) is list:
            count += _keys(inner)
    return count


def _has_keys(line: str | bytes, keys: int, spaced: bool) -> bool:
    """Whether a line has as many ends of keys, quotes before a colon, as `keys`; escaped quotes end none."""
    if isinstance(line, str):
        line = line.encode("utf-8", "surrogatepass")
    count = line.count(b'":')
    if count == keys and not spaced:
        return True
    count += line.count(b'" :')
    return count - line.count(b'\\":') - line.count(b'\\" :') == keys


def _lines(source: Source) -> Iterator[tuple[int, str | bytes]]:
    """Number the lines as the file has them and leave out blank ones.

    Unicode's own line separators end no line, and neither does a carriage return within a line.
    """
    if source.encoding.startswith(_WIDE):
        with source.open() as text:
            number = 0
            while line := text.readline(LONGEST_LINE):
                number += 1
                _refuse_endless(source, number, len(line))
                if line := line.lstrip("\ufeff").strip():
                    yield number, line
        return
    encoding = "" if source.encoding.startswith("utf-8") else source.encoding
    with source.open_bytes() as file:
        for number, raw in enumerate(_byte_lines(source, file), start=1):
            while number == 1 and raw.startswith(b"\xef\xbb\xbf"):
                raw = raw[3:]
            if not _is_blank(raw):
                yield number, raw.decode(encoding) if encoding else raw


def _is_blank(line: bytes) -> bool:
    """Whether a line holds nothing but white space, also that of Unicode."""
    if not line or line.isspace():
        return True
    return line[0] not in b"{[" and not line.decode("utf-8", "replace").strip()


def _byte_lines(source: Source, file: BinaryIO) -> Iterator[bytes]:
    end = _line_end(source)
    pieces: list[bytes] = []
    length = number = 0
    while chunk := file.read(_CHUNK):
        lines = chunk.split(end)
        pieces.append(lines[0])
        length += len(lines[0])
        _refuse_endless(source, number + 1, length)
        if len(lines) == 1:
            continue
        yield b"".join(pieces)
        yield from lines[1:-1]
        number += len(lines) - 1
        pieces, length = [lines[-1]], len(lines[-1])
    yield b"".join(pieces)


def _line_end(source: Source) -> bytes:
    """Return what ends lines: old Macs wrote a carriage return alone."""
    return b"\r" if b"\n" not in source.start and b"\r" in source.start.strip() else b"\n"


def _refuse_endless(source: Source, number: int, length: int) -> None:
    if length >= LONGEST_LINE:
        raise BadInput(
            f"Line {number:,} of {source.name} has more than {LONGEST_LINE:,} characters.",
            hint="Write one row per line.",
        )


def _first_error(line: str) -> str | None:
    """Return why a line is no JSON value, None when it is one."""
    try:
        json.loads(line)
    except json.JSONDecodeError as error:
        return error.msg.split(":")[0]
    except (ValueError, RecursionError) as error:
        return str(error)
    return None


def _is_page(line: str) -> bool:
    """Whether a line is a list of rows, as if each were a file of its own, and not a dialogue."""
    if not line.lstrip().startswith("[") or _first_error(line) is not None:
        return False
    value = json.loads(line)
    return bool(value) and all(isinstance(row, dict) for row in value) and row_of(value) is None


def _is_several_lines_long(lines: list[str]) -> bool:
    """Whether the file is one JSON array, or objects that stand on several lines, whatever its name."""
    first = lines[0].strip()
    if first in ("[", "{", "[{") or (first.startswith("[") and first.endswith((",", "{"))):
        return True
    if first.startswith("["):
        return _first_error(first) is not None
    several = len(lines) > 1 and first.startswith("{") and first.endswith(",")
    return several and _first_error(first) not in (None, "Extra data")
