"""A JSON array of objects, or objects one after another, read piece by piece.

A broken element costs its own row where elements begin lines of their own; a file that is cut off costs
what is missing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial

from hone.data.readers.base import Rows
from hone.data.readers.json_text import CONSTANTS, EXPECTED, nature, row_of
from hone.data.readers.json_window import Broken, Window
from hone.data.records import Found, Record, broken, remark
from hone.data.source import Source

NAME = "JSON array"
SUFFIXES = (".json",)
OBJECTS = "JSON objects"


def matches(source: Source) -> bool:
    """Whether the file begins with a bracket, or with an object that another one follows."""
    head = source.head.lstrip()
    return head.startswith("[") or _is_object_after_object(head)


def open_rows(source: Source, _part: str) -> Rows:
    """Open an array or a row of objects."""
    name = NAME if source.head.lstrip().startswith("[") else OBJECTS
    rows = Rows(container=name, read=lambda: iter(()))
    rows.read = partial(_read, source, rows)
    return rows


def elements(window: Window, first_row: int = 0, closed: bool = True) -> Iterator[Found]:
    """Give a record per element up to the closing bracket (with `closed`), or the end of the file.

    Raises BadInput naming the line when it cannot be read on after a broken element.
    """
    row = first_row
    while True:
        while window.skip(","):
            pass
        next_character = window.peek()
        if closed and next_character == "]":
            return
        row += 1
        line = window.line
        if not next_character:
            if closed:
                yield _never_closed(row, line)
            return
        try:
            value = window.next_value()
        except Broken as error:
            yield _broken_row(row, line, error)
            if error.cut:
                window.pass_all()
                return
            if not window.recover():
                raise window.refusal(error.why, error.line, error.hint) from error
            continue
        if (values := row_of(value)) is not None:
            yield Record(row, line, values)
        else:
            message = f"Element {row:,} (line {line:,}) is {nature(value)}, not an object with named columns."
            yield broken(row, line, "not_object", message, EXPECTED)


def note_constants(window: Window, rows: Rows) -> None:
    """Tell in which lines NaN was read as null."""
    if lines := window.constants:
        shown = ", ".join(f"{line:,}" for line in lines[:5]) + (", ..." if lines[5:] else "")
        rows.note(
            remark(
                "not_a_number",
                f"{CONSTANTS} in the rows that begin at line {shown}.",
                "Write null where there is no value.",
            )
        )


def _read(source: Source, rows: Rows) -> Iterator[Found]:
    with source.open() as file:
        window = Window(file, source)
        row = 0
        if rows.container == OBJECTS:
            yield from elements(window, closed=False)
        else:
            while window.skip("["):
                for found in elements(window, row):
                    row = found.row
                    yield found
                window.skip("]")
            if window.peek():
                raise window.refusal("there is something after the end of the list")
        note_constants(window, rows)


def _never_closed(row: int, line: int) -> Found:
    message = f"The file ends in line {line:,} before its list is closed, so it is cut off."
    return broken(row, line, "not_json", message, "Rows are missing; get or export it again.")


def _broken_row(row: int, line: int, error: Broken) -> Found:
    message = f"Element {row:,} (line {error.line:,}) is not valid JSON: {error.why}."
    if error.cut:
        message = (
            f"The file ends within element {row:,} (line {error.line:,}), so it is cut off: {error.why}."
        )
    return broken(row, line, "not_json", message, error.hint)


def _is_object_after_object(head: str) -> bool:
    if not head.startswith("{"):
        return False
    try:
        _, end = json.JSONDecoder().raw_decode(head)
    except (ValueError, RecursionError):
        return False
    return head[end:].lstrip(" \t\r\n,").startswith("{")
