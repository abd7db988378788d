"""A file, folder or workbook opened as records, whatever holds them."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import msgspec

from hone.data.folders import Folder, list_folder
from hone.data.not_data import unreadable
from hone.data.readers import Rows, find_reader
from hone.data.readers.base import choose_part, other_parts
from hone.data.readers.json_lines import NAME as JSON_LINES
from hone.data.readers.json_lines import has_plain_lines
from hone.data.records import Found, broken
from hone.data.source import Source
from hone.domain.datasets import Problem
from hone.errors import BadInput

_ESCAPED = re.compile("[\udc80-\udcff]")
_BINARY_ENCODING = "binary"
_GONE = (-1, 0, 0)


class OpenedData:
    """What holds the records, told by looking. Every call of `records` reads again from the start.

    `parts` are splits of a folder or sheets of a workbook, `part` the one that is read. `container` says in
    words what holds the rows. `quick` is true for one plain file of JSON lines in UTF-8, whose lines may be
    read as bytes: one row per line that is not blank.
    """

    def __init__(self, path: Path, part: str = "") -> None:
        self.path = path
        self._notes: list[Problem] = []
        self.parts: tuple[str, ...] = ()
        self.part = ""
        if _is_folder(path):
            folder = list_folder(path)
            self._choose_part(folder, part)
            self._files = [(name, folder.root / name) for name in folder.parts[self.part].files]
            self._notes.extend(folder.notes)
            part = ""
        else:
            self._files = [("", path)]
        first = _OpenedFile(*self._files[0], part)
        self._opened: dict[int, _OpenedFile] = {0: first}
        self._stamps = [_stamp(file) for _, file in self._files]
        self.size_bytes = sum(size for size, *_ in self._stamps)
        self.container = first.container + (f", {len(self._files):,} files" if len(self._files) > 1 else "")
        if first.rows.parts:
            self.parts, self.part = first.rows.parts, first.rows.part

    @property
    def encoding(self) -> str:
        """The encoding of the (first) file's text, "binary" where there is none."""
        return self._opened[0].encoding

    @property
    def quick(self) -> bool:
        """Whether `path` is one plain file of JSON lines in UTF-8, as far as it has been read."""
        first = self._opened[0]
        is_file = self._files == [("", self.path)]  # not the only file of a folder
        return is_file and first.rows.container == JSON_LINES and has_plain_lines(first.source)

    @property
    def notes(self) -> tuple[Problem, ...]:
        """What concerns the whole; reading may add to it, so look again when all rows are read."""
        notes = list(self._notes)
        for place in sorted(self._opened):
            notes.extend(self._opened[place].notes())
        return tuple(notes)

    def records(self) -> Iterator[Found]:
        """Give every record, or what is wrong with it; rows are numbered over all files.

        Raises BadInput where a file cannot be read on, or has changed meanwhile.
        """
        before = 0
        for place, (name, _) in enumerate(self._files):
            row = before
            try:
                for found in self._file(place).records():
                    row = before + found.row
                    yield _placed(found, row, name) if name else found
            except BadInput as error:
                if changed := self._changed(place):
                    raise changed from error
                raise
            before = row
            if changed := self._changed(place):
                raise changed

    def sample(self, count: int) -> list[Found]:
        """Return the first records, without looking at the rest of the file."""
        return list(islice(self.records(), count))

    def refuse_changed(self) -> None:
        """Raise BadInput when a file is no longer the one that was opened."""
        for place in range(len(self._files)):
            if changed := self._changed(place):
                raise changed

    def sha256(self) -> str:
        """Return the digest of the bytes of all files, in their order; reads everything once."""
        digest = hashlib.sha256()
        for _, path in self._files:
            try:
                with path.open("rb") as file:
                    while chunk := file.read(2**20):
                        digest.update(chunk)
            except OSError as error:
                raise unreadable(path, error) from error
        return digest.hexdigest()

    def _file(self, place: int) -> _OpenedFile:
        if place not in self._opened:
            self._opened[place] = _OpenedFile(*self._files[place], "")
        return self._opened[place]

    def _changed(self, place: int) -> BadInput | None:
        """Return what to say when a file is no longer the one that was opened."""
        name, path = self._files[place]
        if _stamp(path) in (self._stamps[place], _GONE):
            return None
        return BadInput(
            f"{name or path.name} was changed while it was read, so its rows may be mixed up.",
            hint="Wait until it is written, then read it again.",
        )

    def _choose_part(self, folder: Folder, part: str) -> None:
        names = tuple(folder.parts)
        self.part = choose_part(names, part, folder.default, self.path.name)
        self.parts = names if len(names) > 1 else ()
        if self.parts:
            self._notes.append(other_parts(self.part, names, "part"))
        else:
            self.part = names[0]


class _OpenedFile:
    """One file with its reader."""

    def __init__(self, name: str, path: Path, part: str) -> None:
        self.source = Source(path, name)
        reader = find_reader(self.source)
        self.encoding_known = not reader.binary
        self.rows: Rows = reader.open(self.source, part)
        if part and not self.rows.parts and self.rows.part != part:
            raise BadInput(f"{path.name} has no parts, so none named {part!r}.", hint="Leave the part empty.")

    @property
    def encoding(self) -> str:
        return self.source.encoding if self.encoding_known else _BINARY_ENCODING

    @property
    def container(self) -> str:
        packed = f", {self.source.compression.name}" if self.source.compression else ""
        return self.rows.container + packed

    def notes(self) -> list[Problem]:
        notes = list(self.rows.notes)
        if self.source.guessed:
            notes.insert(0, _guessed_encoding(self.source))
        return notes

    def records(self) -> Iterator[Found]:
        """Give the records; where the encoding proves wrong, go on with the right one."""
        given = 0
        while True:
            try:
                for found in islice(self.rows.read(), given, None):
                    given += 1
                    yield self._checked(found)
                return
            except UnicodeError as error:
                # All rows given so far were the same in either encoding: they are before its first letter.
                self.source.settle(error)
            except OSError as error:
                raise unreadable(self.source.path, error) from error

    def _checked(self, found: Found) -> Found:
        if not self.source.damaged or isinstance(found, Problem):
            return found
        column = next((name for name, value in found.values.items() if _has_escaped((name, value))), None)
        if column is None:
            return found
        where = f"line {found.line:,}" if found.line else f"row {found.row:,}"
        message = f"In {where}, {column!r} has bytes that are not UTF-8."
        return broken(found.row, found.line, "broken_text", message, "Export the file again as UTF-8.")


def open_data(path: Path, part: str = "") -> OpenedData:
    """Open data; raises BadInput when the path is none, or has no part of that name."""
    return OpenedData(path, part)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from error


def _has_escaped(value: object) -> bool:
    if isinstance(value, str):
        return not value.isascii() and _ESCAPED.search(value) is not None
    if isinstance(value, dict):
        return any(_has_escaped(inner) for inner in value.items())
    return isinstance(value, list | tuple) and any(_has_escaped(inner) for inner in value)


def _placed(found: Found, row: int, name: str) -> Found:
    if isinstance(found, Problem):
        return msgspec.structs.replace(found, row=row, file=name)
    found.row, found.file = row, name
    return found


def _stamp(path: Path) -> tuple[int, int, int]:
    """Return what changes when a file does: size, time of the last change, and which file it is."""
    try:
        state = os.stat(path)  # noqa: PTH116 - a path may be a link; this follows it as opening does
    except OSError:
        return _GONE
    return (state.st_size, state.st_mtime_ns, state.st_ino)


def _guessed_encoding(source: Source) -> Problem:
    return Problem(
        row=0,
        kind="guessed_encoding",
        message=f"The file is not UTF-8; it is read as {source.encoding}, which may show wrong letters.",
        hint="Check accented letters in the preview; if they are wrong, save the file as UTF-8.",
    )
