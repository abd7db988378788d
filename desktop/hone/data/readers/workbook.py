"""Workbooks of Excel and LibreOffice: every sheet is a part, the first row with cells holds the names.

Cells become the text that a person sees in them: 42 is "42", not 42.0.
"""

from __future__ import annotations

import datetime
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any

from hone.data.readers.base import Rows, choose_part, other_parts
from hone.data.readers.header import Header, tell_header
from hone.data.readers.workbook_size import refuse_large
from hone.data.records import Found, Record
from hone.data.source import Source
from hone.errors import BadInput

NAME = "Workbook"
SUFFIXES = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_INSIDE = ("xl/workbook.xml", "xl/workbook.bin", "content.xml")
_HEADER_SAMPLE = 200


def matches(source: Source) -> bool:
    """Whether the file is a zip archive or an old Office document, or claims to be a workbook."""
    named = source.suffix in SUFFIXES
    return source.start.startswith((_ZIP, _OLE)) or (named and b"\0" in source.start)


def open_rows(source: Source, part: str) -> Rows:
    """Open a workbook; raises BadInput when it is none, or is locked with a password."""
    _refuse_no_workbook(source)
    with _opened(source) as book:
        sheets = tuple(book.sheet_names)
        parts = sheets if len(sheets) > 1 else ()
        first = next((name for name in sheets if _cells(book, name)), sheets[0] if sheets else "")
        chosen = choose_part(sheets, part, first, source.name)
        header = _header(source, _cells(book, chosen)[:_HEADER_SAMPLE]) if chosen else None
    rows = Rows(
        container=NAME,
        read=partial(_read, source, chosen, header),
        parts=parts,
        part=chosen if parts else "",
    )
    for note in header.notes if header else ():
        rows.note(note)
    if parts:
        rows.note(other_parts(chosen, parts, "sheet"))
    return rows


def _read(source: Source, sheet: str, header: Header | None) -> Iterator[Found]:
    if header is None:
        return
    with _opened(source) as book:
        rows = _cells(book, sheet)
    for number, (line, cells) in enumerate(rows[0 if header.first_is_data else 1 :], start=1):
        values: dict[str, object] = dict(zip(header.names, cells, strict=False))
        yield Record(number, line, values)


def _header(source: Source, rows: Sequence[tuple[int, Sequence[str]]]) -> Header | None:
    return tell_header(source.name, [cells for _, cells in rows]) if rows else None


def _cells(book: Any, sheet: str) -> list[tuple[int, list[str]]]:
    """Return the rows of a sheet that are not blank with their numbers, without columns that are blank."""
    page = book.get_sheet_by_name(sheet)
    first = (page.start or (0, 0))[0] + 1
    rows = [
        (line, [_text(cell) for cell in cells])
        for line, cells in enumerate(page.to_python(skip_empty_area=True), start=first)
    ]
    used = [any(column) for column in zip(*(cells for _, cells in rows), strict=True)]
    return [
        (line, [cell for cell, keep in zip(cells, used, strict=True) if keep])
        for line, cells in rows
        if any(cell.strip() for cell in cells)
    ]


def _text(cell: object) -> str:
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime.datetime) and cell.time() == datetime.time():
        return cell.date().isoformat()
    if isinstance(cell, datetime.date | datetime.time):
        return cell.isoformat()
    return str(cell)


@contextmanager
def _opened(source: Source) -> Iterator[Any]:
    import python_calamine

    try:
        yield python_calamine.CalamineWorkbook.from_path(str(source.path))
    except python_calamine.PasswordError as error:
        raise BadInput(
            f"{source.name} is locked with a password.",
            hint="Save it without one, or save the sheet as CSV.",
            detail=str(error),
        ) from error
    except (python_calamine.CalamineError, zipfile.BadZipFile, OSError) as error:
        raise _damaged(source, error) from error


def _refuse_no_workbook(source: Source) -> None:
    if source.compression is not None:
        raise BadInput(
            f"{source.name} is a workbook packed with {source.compression.name}.", hint="Unpack it first."
        )
    if not source.start.startswith(_ZIP):
        return
    try:
        with zipfile.ZipFile(source.path) as archive:
            names = set(archive.namelist())
            holds_sheets = bool(names & set(_INSIDE))
            if holds_sheets:
                refuse_large(source, archive)
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise _damaged(source, error) from error
    if not holds_sheets:
        raise BadInput(
            f"{source.name} is a zip archive without a workbook in it.",
            hint="Unpack it, and choose the folder or the file in it that holds the rows.",
        )


def _damaged(source: Source, error: Exception) -> BadInput:
    return BadInput(
        f"{source.name} is not a whole workbook or zip archive; it is cut off or damaged.",
        hint="Save or download it again, or save the sheet as CSV.",
        detail=str(error),
    )
