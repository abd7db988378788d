"""The entries of a file: elements of a JSON array, JSON lines, or one JSON object; also inside a zip archive.

An entry at a time is in memory, so that a file of gigabytes needs no gigabytes.
"""

from __future__ import annotations

import codecs
import io
import json
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import IO

import msgspec

from hone.domain.conversation_files import FORMAT
from hone.errors import BadInput

LONGEST_ENTRY = 256 * 2**20
_CHUNK = 2**18
_SPACES = re.compile("[ \\t\\r\\n\ufeff]*")
_OWN_HEAD = re.compile(
    r'\s*\{\s*"format"\s*:\s*"' + FORMAT + r'"\s*,\s*"version"\s*:\s*(\d+)\s*,\s*"conversations"\s*:\s*'
)
_IN_ZIP = re.compile(r"(^|/)conversations(-\d+)?\.json$")
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_UNREADABLE = (
    OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error, lzma.LZMAError,
)  # fmt: skip


class Entry(msgspec.Struct, frozen=True):
    """One entry: where it is, for a person, and its value; `problem` instead when it is no JSON."""

    place: str
    value: object = None
    problem: str = ""


class EntryFile:
    """Opens a file once and gives its entries; `done_bytes` of `total_bytes` says how far it is."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.total_bytes = 0
        self._before = 0
        self._raw: IO[bytes] | None = None

    @property
    def done_bytes(self) -> int:
        """How many bytes were read."""
        return self._before + (self._raw.tell() if self._raw is not None and not self._raw.closed else 0)

    def entries(self) -> Iterator[Entry]:
        """Give the entries; raises BadInput when the file cannot be read at all, or ends in the middle."""
        try:
            if self.path.exists() and not self.path.is_file():
                raise BadInput(f"{self.path.name} is no file.", hint="Choose the exported file itself.")
            if zipfile.is_zipfile(self.path):
                yield from self._in_zip()
                return
            self.total_bytes = self.path.stat().st_size
            with self.path.open("rb") as raw:
                yield from self._of(raw, "")
        except _UNREADABLE as error:
            raise BadInput(
                f"{self.path.name} cannot be read: {getattr(error, 'strerror', None) or error}.",
                hint="Check that the file is whole and that you may read it; export or download it again.",
                detail=str(error),
            ) from error

    def _in_zip(self) -> Iterator[Entry]:
        with zipfile.ZipFile(self.path) as archive:
            members = [each for each in archive.infolist() if _IN_ZIP.search(each.filename)]
            if not members:
                raise BadInput(
                    f"{self.path.name} holds no conversations.json.",
                    hint="Choose the archive that ChatGPT's export sent, or a JSON file.",
                )
            self.total_bytes = sum(member.file_size for member in members)
            for member in sorted(members, key=lambda each: each.filename):
                with archive.open(member) as raw:
                    yield from self._of(raw, f"{member.filename}, " if len(members) > 1 else "")
                self._before += member.file_size

    def _of(self, raw: IO[bytes], where: str) -> Iterator[Entry]:
        self._raw = raw
        start = raw.read(4)
        encoding = next((name for mark, name in _BOMS if start.startswith(mark)), "utf-8")
        raw.seek(0)
        with ExitStack() as stack:
            text = stack.enter_context(io.TextIOWrapper(raw, encoding, errors="strict", newline=""))
            stack.callback(self._forget_raw, raw)
            try:
                for entry in _Window(text, self.path.name).entries():
                    yield msgspec.structs.replace(entry, place=where + entry.place)
            except UnicodeDecodeError as error:
                raise BadInput(
                    f"{self.path.name} is not text in UTF-8: byte {error.start:,} of a piece of it is not.",
                    hint="Choose the JSON file of the export; other files cannot be read.",
                ) from error

    def _forget_raw(self, raw: IO[bytes]) -> None:
        self._raw = None


class _Window:
    """The part of a text that is being read."""

    def __init__(self, file: io.TextIOWrapper, name: str) -> None:
        self._file = file
        self._name = name
        self._decode = json.JSONDecoder().raw_decode
        self._text = file.read(_CHUNK)
        self._place = 0

    def entries(self) -> Iterator[Entry]:
        """Tell which kind of file it is, and give its entries."""
        head = _OWN_HEAD.match(self._text)
        if head:
            self._place = head.end()
        if self._skip("["):
            yield from self._elements("]}" if head else "]")
        elif self._text.startswith("{", self._place):
            yield from self._objects()
        else:
            raise BadInput(
                f"{self._name} is no JSON: it begins with neither a list nor an object.",
                hint="Choose a JSON or JSON Lines file, or ChatGPT's zip archive.",
            )

    def _elements(self, end: str) -> Iterator[Entry]:
        number = 0
        while True:
            self._skip(",")
            if self._skip(end[0]):
                return
            if self._place >= len(self._text):
                raise self._cut(number)
            number += 1
            yield Entry(f"entry {number:,}", self._value(number))

    def _objects(self) -> Iterator[Entry]:
        """Give one object, or one per line; a broken line costs only itself."""
        number = 0
        while self._skip("") or self._place < len(self._text):
            number += 1
            try:
                yield Entry(f"line {number:,}" if number > 1 else "entry 1", self._value(number))
            except BadInput as error:
                if number == 1 and not self._more_lines():
                    raise
                yield Entry(f"line {number:,}", problem=error.message)
                self._skip_line()

    def _value(self, number: int) -> object:
        while True:
            try:
                value, end = self._decode(self._text, self._place)
            except json.JSONDecodeError as error:
                incomplete = error.msg.startswith("Unterminated") or error.pos > len(self._text) - 64
                if incomplete and self._more():
                    continue
                if error.msg.startswith("Unterminated") or error.pos >= len(self._text.rstrip()):
                    raise self._cut(number) from error
                line = self._text.count("\n", 0, error.pos)
                raise BadInput(
                    f"Entry {number:,} of {self._name} is not valid JSON: {error.msg.lower()}"
                    + (f" ({line:,} lines after its beginning)." if line else "."),
                    hint="The file may have been edited; export it again.",
                ) from error
            except ValueError as error:
                raise BadInput(
                    f"Entry {number:,} of {self._name} holds a number of thousands of digits.",
                    hint="The file may have been edited; export it again.",
                ) from error
            except RecursionError as error:
                raise BadInput(
                    f"Entry {number:,} of {self._name} is nested too deeply.",
                    hint="Export it again; no conversation looks like this.",
                ) from error
            self._place = end
            return value

    def _skip(self, character: str) -> bool:
        """Pass white space, then `character` if it is next; whether it was there."""
        while True:
            space = _SPACES.match(self._text, self._place)
            self._place = space.end() if space else self._place
            if self._place < len(self._text) or not self._more():
                break
        if character and self._text.startswith(character, self._place):
            self._place += 1
            return True
        return False

    def _more_lines(self) -> bool:
        return self._text.find("\n", self._place) >= 0

    def _skip_line(self) -> None:
        while True:
            end = self._text.find("\n", self._place)
            if end >= 0:
                self._place = end + 1
                return
            self._place = len(self._text)
            if not self._more():
                return

    def _more(self) -> bool:
        """Fetch as much again as is held, so that long entries do not cost quadratic time."""
        if len(self._text) - self._place > LONGEST_ENTRY:
            raise BadInput(
                f"An entry of {self._name} has more than {LONGEST_ENTRY:,} characters.",
                hint="Split the file; no conversation is as long as this.",
            )
        kept = self._text[self._place :]
        fresh = self._file.read(max(_CHUNK, len(kept)))
        self._text, self._place = kept + fresh, 0
        return bool(fresh)

    def _cut(self, number: int) -> BadInput:
        return BadInput(
            f"{self._name} ends in the middle of entry {number:,}: it is cut off.",
            hint="Download or export it again.",
        )
