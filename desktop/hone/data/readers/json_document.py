"""One JSON object: rows wrapped under a name, like {"data": [...]}, columns, or a single row."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from hone.data.readers.base import Rows, choose_part, other_parts
from hone.data.readers.json_array import elements, note_constants
from hone.data.readers.json_text import (
    EVERY_KEY_ONCE,
    EXPECTED,
    DuplicateKey,
    advice,
    decoder,
    nature,
    reason,
)
from hone.data.readers.json_window import Broken, Window
from hone.data.records import Found, Record, broken
from hone.data.source import Source
from hone.errors import BadInput

NAME = "JSON document"
SUFFIXES = (".json",)
LARGEST_WHOLE = 16 * 2**20
"""Characters up to which a document is read as one value; larger ones are read list by list."""
_DIALOGUES = frozenset(
    {"messages", "conversations", "conversation", "chosen", "rejected", "prompt", "completion", "tools"}
)
_WRAPPED = re.compile(r'\s*\{[^\[\]]{0,2000}"(data|rows|train|examples|items|records)"\s*:\s*\[\s*\{')
_ABOUT = frozenset({"features", "fields", "schema", "columns"})
_WRAPPERS = frozenset({"data", "rows", "train", "examples", "items", "records"})


def matches(source: Source) -> bool:
    """Whether the file begins with a brace, or claims to be JSON."""
    return source.head.lstrip().startswith("{") or source.suffix in (*SUFFIXES, ".jsonl", ".ndjson")


def wraps_rows(head: str, whole: bool) -> bool:
    """Whether a document, or the beginning of one, is a list of rows under a name and not a row itself."""
    if not whole:
        return _WRAPPED.match(head) is not None
    try:
        value = json.loads(head)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and bool(_WRAPPERS & _lists_of_rows(value).keys())


def open_rows(source: Source, part: str) -> Rows:
    """Open a document; raises BadInput when it is not valid JSON or holds no part of that name."""
    with source.open() as file:
        text = file.read(LARGEST_WHOLE)
    if len(text) == LARGEST_WHOLE:
        return _open_long(source, part)
    value = _load(source, text.lstrip("\ufeff"))
    if not isinstance(value, dict):
        raise BadInput(f"{source.name} is {nature(value)}, not rows.", hint=EXPECTED)
    lists = _lists_of_rows(value)
    if not lists:
        rows, container = _rows_of(value)
        return Rows(container=container, read=partial(_give, rows))
    parts = tuple(lists) if len(lists) > 1 else ()
    chosen = choose_part(parts, part, _default(lists), source.name)
    opened = Rows(
        container=NAME, read=partial(_give, lists[chosen]), parts=parts, part=chosen if parts else ""
    )
    if parts:
        opened.note(other_parts(chosen, parts, "list"))
    return opened


def _rows_of(value: dict[str, object]) -> tuple[Sequence[object], str]:
    """Return the rows of a document without lists of rows, and what to call it."""
    if (columns := _columns(value)) is not None:
        return columns, "JSON document of columns"
    if (named := _rows_by_name(value)) is not None:
        return named, "JSON document of named rows"
    return [value], NAME


def _give(rows: Sequence[object]) -> Iterator[Found]:
    for row, element in enumerate(rows, start=1):
        if isinstance(element, dict):
            # The viewer of the Hugging Face hub wraps every row once more.
            inner = element.get("row") if element.keys() >= {"row", "row_idx"} else None
            yield Record(row, 0, inner if isinstance(inner, dict) else element)
        else:
            message = f"Element {row:,} is {nature(element)}, not an object with named columns."
            yield broken(row, 0, "not_object", message, EXPECTED)


def _is_rows(name: str, value: object) -> bool:
    if name in _DIALOGUES | _ABOUT or not isinstance(value, list) or not value:
        return False
    looked_at = value[:100]
    return 2 * sum(isinstance(row, dict) for row in looked_at) >= len(looked_at)


def _lists_of_rows(value: Mapping[str, object]) -> dict[str, list[object]]:
    """Return the lists of objects by name, also those one level down under "data" or the like."""
    lists = {name: rows for name, rows in value.items() if isinstance(rows, list) and _is_rows(name, rows)}
    inner = [each for each in value.values() if isinstance(each, dict)]
    if not lists and len(inner) == 1:
        lists = {
            name: rows for name, rows in inner[0].items() if isinstance(rows, list) and _is_rows(name, rows)
        }
    # What has the columns of a dialogue is a row itself, whatever lists it holds besides.
    return {} if _DIALOGUES & value.keys() and not _WRAPPERS & lists.keys() else lists


def _default(lists: Mapping[str, Sequence[object]]) -> str:
    if not lists:
        return ""
    return "train" if "train" in lists else max(lists, key=lambda name: len(lists[name]))


def _columns(value: Mapping[str, object]) -> list[object] | None:
    """Return the rows of {"prompt": [...], "completion": [...]}, and of what pandas writes by columns."""
    if value.keys() >= {"columns", "data"}:
        names, data = value["columns"], value["data"]
        if isinstance(names, list) and isinstance(data, list) and all(isinstance(row, list) for row in data):
            return [dict(zip(map(str, names), row, strict=False)) for row in data]
    columns = [list(each.values()) if isinstance(each, dict) else each for each in value.values()]
    if len(columns) < 2 or not all(isinstance(column, list) and column for column in columns):
        return None
    if any(isinstance(each, dict) and not _is_numbered(each) for each in value.values()):
        return None
    cells: list[list[object]] = [column for column in columns if isinstance(column, list)]
    if len({len(column) for column in cells}) != 1 or any(isinstance(column[0], dict) for column in cells):
        return None
    return [dict(zip(value, row, strict=True)) for row in zip(*cells, strict=True)]


def _is_numbered(names: Mapping[str, object]) -> bool:
    return list(names) == [str(place) for place in range(len(names))]


def _rows_by_name(value: Mapping[str, object]) -> list[object] | None:
    """Return the rows of {"first": {...}, "second": {...}} when all have the same columns."""
    rows = list(value.values())
    if len(rows) < 2 or not all(isinstance(row, dict) and row for row in rows):
        return None
    columns = [frozenset(row) for row in rows if isinstance(row, dict)]
    return rows if all(each == columns[0] for each in columns) else None


def _load(source: Source, text: str) -> object:
    try:
        return decoder().decode(text)
    except (DuplicateKey, ValueError, RecursionError) as error:
        where = f"in line {error.lineno:,} " if isinstance(error, json.JSONDecodeError) else ""
        hint = EVERY_KEY_ONCE if isinstance(error, DuplicateKey) else advice(text)
        raise BadInput(f"{source.name} is not valid JSON: {where}{reason(error)}.", hint=hint) from error


def _open_long(source: Source, part: str) -> Rows:
    """Open a document whose first list of rows is read as it comes, or the list named `part`."""
    rows = Rows(container=NAME, read=lambda: iter(()), part=part)
    rows.read = partial(_read_long, source, rows)
    return rows


def _read_long(source: Source, rows: Rows) -> Iterator[Found]:
    plain: dict[str, object] = {}
    chosen = ""
    row = 0
    with source.open() as file:
        window = Window(file, source)
        try:
            for name in _names(window):
                wanted = name == rows.part if rows.part else not chosen
                if wanted and name not in _DIALOGUES | _ABOUT and window.begins_objects():
                    window.skip("[")
                    chosen = name
                    for found in elements(window, row):
                        row = found.row
                        yield found
                    if not window.skip("]"):
                        return
                    continue
                value = window.next_value()
                if chosen and _is_rows(name, value):
                    rows.note(other_parts(chosen, (chosen, name), "list"))
                if not chosen:
                    plain[name] = value
        except Broken as error:
            raise window.refusal(error.why, error.line, error.hint) from error
        note_constants(window, rows)
    if rows.part and not chosen:
        raise BadInput(f"{source.name} has no part named {rows.part!r}.", hint="Choose another part.")
    if not chosen:
        yield from _give(_rows_of(plain)[0])


def _names(window: Window) -> Iterator[str]:
    """Give the names of the document's values, each time standing before its value."""
    if not window.skip("{"):
        raise window.refusal("a value is missing")
    while not window.skip("}"):
        window.skip(",")
        name = window.next_value()
        if not isinstance(name, str) or not window.skip(":"):
            raise window.refusal("a key in double quotes is missing")
        yield name
    if window.peek():
        raise window.refusal("there is something after the end of the object")
