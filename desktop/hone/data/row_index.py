"""Rows of a file by number, at once: what was read once is found again without reading from the start.

Plain JSON lines are found by the place of their lines in the file. Of anything else, which can only be read
from its beginning (tables, archives, workbooks), the records are kept as pages in an unnamed temporary
file. Both are built as far as a question needs, and go on while nobody asks.
"""

from __future__ import annotations

import marshal
import os
import tempfile
import time
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from hone.data.readers.json_lines import parse_line
from hone.data.reading import DataFile
from hone.data.records import Found, Record
from hone.domain.datasets import Example, Problem, Reading, ShownRow
from hone.errors import BadInput, HoneError

if TYPE_CHECKING:
    import numpy as np

_CHUNK = 2**20
_BLOCK = 8192  # bytes of a file between two places that are remembered
_PAGE_ROWS = 64
_PAGES_AT_HAND = 16
_MOST_KEPT = 2 * 2**30  # bytes of pages that are written while nobody asks
_MOST_SHOWN = 8_000_000  # characters of rows in one answer
_MOST_FILES = 1000


class RowIndex:
    """The rows of one file, as they are now. Close it at the end.

    Raises BadInput as DataFile does; what is wrong later in the file is raised when rows there are asked for.
    """

    def __init__(self, path: Path, reading: Reading) -> None:
        self._path = path
        self._reading = reading
        self._stamp = _stamp(path)
        self._data = DataFile(path, reading)
        self._store = self._new_store()
        self._failure: HoneError | None = None

    def is_of(self, path: Path, reading: Reading) -> bool:
        """Whether these are the rows of that file, which has not changed."""
        return (path, reading) == (self._path, self._reading) and _stamp(path) == self._stamp

    @property
    def complete(self) -> bool:
        """Whether there is nothing left to look at while nobody asks."""
        return self._failure is not None or self._store.complete or self._store.full

    @property
    def total(self) -> int:
        """How many rows there are, -1 while that is not known."""
        return self._store.known if self._store.complete else -1

    def advance(self, seconds: float) -> None:
        """Look at further rows for about so long."""
        end = time.monotonic() + seconds
        try:
            while not self.complete and time.monotonic() < end:
                self._advance()
        except HoneError as error:
            self._failure = error

    def examples(self, numbers: Iterable[int]) -> list[Example]:
        """Return the rows with these numbers that can be trained on, in this order."""
        read = (self._data.row_of(found)[0] for found in self._found(numbers))
        return [example for example in read if example is not None]

    def shown(self, numbers: Iterable[int]) -> tuple[ShownRow, ...]:
        """Return the rows with these numbers for people; fewer, but one, where they are very large."""
        rows: list[ShownRow] = []
        size = 0
        for found in self._found(numbers):
            rows.append(self._shown(found))
            size += len(rows[-1].content)
            if size > _MOST_SHOWN:
                break
        return tuple(rows)

    def close(self) -> None:
        """Remove what was kept."""
        self._store.close()

    def _new_store(self) -> _LinePlaces | _Pages:
        return _LinePlaces(self._path) if self._data.opened.quick else _Pages(self._data)

    def _found(self, numbers: Iterable[int]) -> Iterator[Found]:
        wanted = [number for number in numbers if number > 0]
        while not self._store.complete and self._store.known < max(wanted, default=0):
            if self._failure is not None:
                raise self._failure
            self._advance()
        return self._store.get([number for number in wanted if number <= self._store.known])

    def _advance(self) -> None:
        try:
            self._store.advance()
        except _NotPlain:
            self._store.close()
            self._store = _Pages(self._data)
        except OSError as error:
            raise BadInput(
                f"{self._path} cannot be read: {error.strerror or error}.",
                hint="Check that it is still there, and that the disk is not full.",
                detail=str(error),
            ) from error

    def _shown(self, found: Found) -> ShownRow:
        example, problems = self._data.row_of(found)
        content = ""
        if example is not None and self._data.format.write is not None:
            content = _as_json({**self._data.format.write(example), **example.extra})
        elif isinstance(found, Record):
            content = _as_json(found.renamed(self._data.reading.columns).values)
        return ShownRow(
            row=found.row, line=found.line, example=example, content=content, problems=tuple(problems)
        )


class _NotPlain(Exception):
    """The file's lines cannot be told by their bytes alone."""


class _LinePlaces:
    """Where rows of a file of JSON lines in UTF-8 begin: one place for about every 8 KiB.

    `known` is how many rows were found so far; `full` says that it should not grow by itself.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._rows: list[int] = [1]
        self._offsets: list[int] = [0]
        self._lines: list[int] = [1]
        self._position = 0  # of the first line that was not looked at
        self._line = 1
        self.known = 0
        self.complete = False
        self.full = False

    def advance(self) -> None:
        """Look at the next megabyte, or the next row when that is longer."""
        import numpy as np

        data, at_end = self._read()
        end = len(data) if at_end else data.rindex(b"\n") + 1
        if not end:
            self.complete = True
            return
        if b"\r" in data and data.count(b"\r", 0, end) != data.count(b"\r\n", 0, end):
            raise _NotPlain
        codes = np.frombuffer(data, dtype=np.uint8, count=end)
        ends = np.flatnonzero(codes == 0x0A) + 1
        starts = np.concatenate(([0], ends if ends.size == 0 or ends[-1] < end else ends[:-1]))
        full = starts[_not_blank(codes, starts, data, end)]
        self._remember(full, starts)
        self._position += end
        self._line += len(starts)
        self.known += len(full)
        self.complete = at_end

    def get(self, numbers: Sequence[int]) -> Iterator[Found]:
        """Give known rows, reading on where the next one is near."""
        row, line = -1, 0  # rows before the place in the file, and the number of the line there
        with self._path.open("rb") as file:
            for number in numbers:
                place = bisect_right(self._rows, number) - 1
                if row < 0 or number <= row or self._rows[place] > row + 1:
                    row, line = self._rows[place] - 1, self._lines[place]
                    file.seek(self._offsets[place])
                while row < number and (raw := file.readline()):
                    text = raw.decode("utf-8", errors="replace")
                    line += 1
                    if text.strip():
                        row += 1
                        if row == number:
                            yield parse_line(number, line - 1, text)

    def close(self) -> None:
        """Keep nothing."""

    def _read(self) -> tuple[bytes, bool]:
        """Return what comes next, a whole line at least, and whether it is the last of the file."""
        with self._path.open("rb") as file:
            file.seek(self._position)
            parts = [file.read(_CHUNK)]
            while len(parts[-1]) == _CHUNK and b"\n" not in parts[-1]:
                parts.append(file.read(_CHUNK))
            return b"".join(parts), len(parts[-1]) < _CHUNK

    def _remember(self, full: np.ndarray[Any, Any], starts: np.ndarray[Any, Any]) -> None:
        """Note the first row of each block."""
        import numpy as np

        _, firsts = np.unique((full + self._position) // _BLOCK, return_index=True)
        lines = np.searchsorted(starts, full[firsts]) + self._line
        self._rows.extend((firsts + self.known + 1).tolist())
        self._offsets.extend((full[firsts] + self._position).tolist())
        self._lines.extend(lines.tolist())


def _not_blank(
    codes: np.ndarray[Any, Any], starts: np.ndarray[Any, Any], data: bytes, end: int
) -> np.ndarray[Any, Any]:
    """Tell for each line whether there is more in it than white space, as `str.strip` understands it."""
    first = codes[starts]
    printed: np.ndarray[Any, Any] = (first > 0x20) & (first < 0x7F)
    for place in (~printed & (first != 0x0A)).nonzero()[0]:
        start = int(starts[place])
        stop = int(starts[place + 1]) if place + 1 < len(starts) else end
        printed[place] = bool(data[start:stop].decode("utf-8", errors="replace").strip())
    return printed


class _Pages:
    """Records in pages of 64, written into an unnamed temporary file; those used last are at hand."""

    def __init__(self, data: DataFile) -> None:
        self._records = (item for item in data.opened.records() if item.row > 0)
        self._file = tempfile.TemporaryFile(dir=_room())  # noqa: SIM115 - open as long as the index
        self._places: list[tuple[int, int]] = []
        self._unpacked: dict[int, list[Found]] = {}
        self._at_hand: OrderedDict[int, list[Found]] = OrderedDict()
        self._size = 0
        self.known = 0
        self.complete = False

    @property
    def full(self) -> bool:
        """Whether so much is kept that more is only read when it is asked for."""
        return self._size > _MOST_KEPT

    def advance(self) -> None:
        """Read a page."""
        page = list(islice(self._records, _PAGE_ROWS))
        number = len(self._places)
        if page:
            self._keep(number, page)
            self.known += len(page)
        self.complete = len(page) < _PAGE_ROWS

    def get(self, numbers: Sequence[int]) -> Iterator[Found]:
        """Give known rows."""
        for number in numbers:
            page, place = divmod(number - 1, _PAGE_ROWS)
            yield self._page(page)[place]

    def close(self) -> None:
        """Remove the temporary file, and close the file that is read."""
        self._records.close()
        self._file.close()

    def _keep(self, number: int, page: list[Found]) -> None:
        try:
            packed = marshal.dumps([_plain(item) for item in page])
        except ValueError:
            # Values that are no JSON, such as dates of a workbook, stay as they are.
            self._places.append((0, 0))
            self._unpacked[number] = page
            return
        self._file.seek(self._size)
        self._file.write(packed)
        self._places.append((self._size, len(packed)))
        self._size += len(packed)

    def _page(self, number: int) -> list[Found]:
        if number in self._unpacked:
            return self._unpacked[number]
        page = self._at_hand.pop(number, None)
        if page is None:
            start, length = self._places[number]
            self._file.seek(start)
            page = [_found(item) for item in marshal.loads(self._file.read(length))]
        self._at_hand[number] = page
        if len(self._at_hand) > _PAGES_AT_HAND:
            self._at_hand.popitem(last=False)
        return page


def _plain(item: Found) -> object:
    if isinstance(item, Record):
        return (item.row, item.line, item.values)
    return msgspec.structs.asdict(item)


def _found(item: Any) -> Found:
    return Problem(**item) if isinstance(item, dict) else Record(*item)


def _as_json(values: object) -> str:
    """Write a row as JSON; what JSON has no word for is written as text."""
    try:
        return msgspec.json.encode(values, enc_hook=str).decode()
    except (UnicodeEncodeError, OverflowError, TypeError):
        import json

        return json.dumps(values, ensure_ascii=True, default=str)


def _room() -> str | None:
    """Return where large temporary files belong: /tmp is in memory on many systems, /var/tmp is not."""
    return "/var/tmp" if os.access("/var/tmp", os.W_OK) else None


def _stamp(path: Path) -> tuple[int, int, int]:
    """Return what changes when a file, or a file of a folder, changes: count, bytes, newest time."""
    try:
        files = [path] if path.is_file() else list(islice(path.rglob("*"), _MOST_FILES))
        states = [file.stat() for file in files]
    except OSError:
        return (0, 0, 0)
    return (len(states), sum(s.st_size for s in states), max((s.st_mtime_ns for s in states), default=0))
