"""How large the sheets of a workbook would be in memory, told before they are read.

The library keeps a rectangle of cells from the first to the last one that is used. A single cell at the far
corner of a sheet makes it ask for hundreds of gigabytes, which ends the process.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator

from hone.data.source import Source
from hone.errors import BadInput

MOST_CELLS = 16_000_000
"""Cells of one sheet, used or not: about half a gigabyte."""
_MOST_REPEATED = 200_000_000
_LARGEST = 2 * 2**30
"""Bytes of all sheets unpacked."""
_LARGEST_RATIO = 400
_CHUNK = 2**20
_OVERLAP = 400
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_PLACE = re.compile(rb'<(?:\w+:)?c\b[^>]{0,300}?\br="([A-Z]{1,3})([0-9]{1,7})"')
_REPEATED_CELL = re.compile(rb"<table:table-cell\b([^>]{0,300})>")
_COLUMNS = re.compile(rb'number-columns-repeated="([0-9]{1,9})"')
_ROWS = re.compile(rb'number-rows-repeated="([0-9]{1,9})"')


def refuse_large(source: Source, archive: zipfile.ZipFile) -> None:
    """Raise BadInput for a workbook that unpacks to too much, or has a sheet of too many cells."""
    size = sum(entry.file_size for entry in archive.infolist())
    if size > _LARGEST or size > max(_LARGEST_RATIO * source.size_bytes, 2**26):
        raise BadInput(
            f"{source.name} unpacks to {size // 2**20:,} MB, which is more than a workbook of rows has.",
            hint="Save the sheet as CSV.",
        )
    for name in archive.namelist():
        if _SHEET.fullmatch(name):
            rows, columns = _extent(archive, name)
            if rows * columns > MOST_CELLS:
                raise BadInput(
                    f"{source.name} has a sheet that reaches to row {rows:,} and column {columns:,}; "
                    f"that are more than {MOST_CELLS:,} cells.",
                    hint="Delete the cells far out, which may only have a format, or save the sheet as CSV.",
                )
    if "content.xml" in archive.namelist() and _repetitions(archive) > _MOST_REPEATED:
        raise BadInput(
            f"{source.name} repeats a cell {_MOST_REPEATED:,} times and more.",
            hint="Delete what is filled far out, or save the sheet as CSV.",
        )


def _extent(archive: zipfile.ZipFile, name: str) -> tuple[int, int]:
    """Return the last row and the last column of a sheet of Excel that have a cell."""
    last_row, columns = 0, set()
    for block in _blocks(archive, name):
        for letters, row in _PLACE.findall(block):
            last_row = max(last_row, int(row))
            columns.add(letters)
    return last_row, max((_number(letters) for letters in columns), default=0)


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + letter - 64
    return number


def _repetitions(archive: zipfile.ZipFile) -> int:
    """Return how many cells a sheet of LibreOffice may have that is one cell written once."""
    columns = rows = 1
    for block in _blocks(archive, "content.xml"):
        for attributes in _REPEATED_CELL.findall(block):
            if b"value-type" in attributes and (repeated := _COLUMNS.search(attributes)):
                columns = max(columns, int(repeated[1]))
        rows = max(rows, *(int(number) for number in _ROWS.findall(block)), 1)
    return columns * rows


def _blocks(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """Give an entry in blocks that overlap by more than a tag."""
    rest = b""
    with archive.open(name) as file:
        while chunk := file.read(_CHUNK):
            yield rest + chunk
            rest = chunk[-_OVERLAP:]
