"""One file as bytes and as text: what it is not, how it is packed, which encoding it has.

Only the first 64 KiB are looked at. Where they mislead (the first letter that is not UTF-8 comes later), a
reader runs into a UnicodeDecodeError, `settle` looks at the whole file, and reading starts again.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from hone.data.compression import PACKED_SUFFIXES, compression_of, file_inside, open_unpacked
from hone.data.encodings import BOMS, PLAUSIBLE, count_utf8, is_utf8, rank_encodings, wide_encoding
from hone.data.not_data import (
    empty,
    refuse_binary,
    refuse_no_file,
    refuse_null_bytes,
    refuse_other_text,
    undecodable,
    unreadable,
)
from hone.errors import BadInput

HEAD = 65_536
_CHUNK = 2**20
_SAMPLE = 2**15
_BLANK = "\ufeff \t\r\n\0"


class Source:
    """A file with content. `start` are its first bytes, unpacked; `name` is what messages call it.

    `encoding` is decided when it is first asked for. `guessed` is true for one that cannot be proved; with
    `damaged`, the file is UTF-8 but for some places, which are read as lone surrogates.
    Raises BadInput when the path is no readable file, or certainly not data.
    """

    def __init__(self, path: Path, name: str = "") -> None:
        self.path = path
        self.name = name or path.name
        refuse_no_file(path)
        try:
            with path.open("rb") as file:
                packed = file.read(HEAD)
            self.size_bytes = path.stat().st_size
            self.compression = compression_of(packed, path)
            self.start = packed
            if self.compression is not None:
                with open_unpacked(path, self.compression) as unpacked:
                    self.start = unpacked.read(HEAD)
        except OSError as error:
            raise unreadable(path, error) from error
        if not self.start:
            raise empty(self.name)
        refuse_binary(self.name, self.start)
        self.whole = len(self.start) < HEAD
        self.guessed = self.damaged = False
        self._encoding = ""

    @property
    def suffix(self) -> str:
        """The file name's ending in lower case with its dot, without the one of a packed file.

        Of a zip archive, that of the file inside.
        """
        zipped = self.compression is not None and self.compression.name == "zip"
        path = Path(file_inside(self.path)) if zipped else self.path
        suffixes = [suffix.lower() for suffix in path.suffixes]
        if suffixes and suffixes[-1] in PACKED_SUFFIXES:
            suffixes.pop()
        return suffixes[-1] if suffixes else ""

    @property
    def encoding(self) -> str:
        """The encoding of the text; raises BadInput when it is none."""
        if not self._encoding:
            self._decide()
        return self._encoding

    @property
    def head(self) -> str:
        """The beginning as text, without a mark of the byte order."""
        return self.start.decode(self.encoding, errors="ignore").lstrip("\ufeff")

    def open(self) -> io.TextIOWrapper:
        """Open as text, line ends as they are; the caller closes it."""
        errors = "surrogateescape" if self.damaged else "strict"
        return io.TextIOWrapper(self.open_bytes(), encoding=self.encoding, errors=errors, newline="")

    def open_bytes(self) -> BinaryIO:
        """Open as unpacked bytes; the caller closes it. Raises BadInput when it cannot be opened."""
        try:
            return open_unpacked(self.path, self.compression)
        except OSError as error:
            raise unreadable(self.path, error) from error

    def settle(self, error: UnicodeError) -> None:
        """Decide the encoding by the whole file, after the first 64 KiB misled.

        Raises BadInput when no encoding fits, also when it was settled before.
        """
        if self._encoding not in ("utf-8", "utf-8-sig") or self.damaged:
            raise undecodable(self.name, error) from error
        whole, bad = 0, 0
        sample = bytearray()
        for data in self._lines_beyond_ascii():
            good_here, bad_here = count_utf8(data)
            whole, bad = whole + good_here, bad + bad_here
            if len(sample) < _SAMPLE:
                sample += data[:_SAMPLE]
        # Where both are mixed, old letters cost their rows; read as old, all others would be wrong.
        if 2 * whole > bad or self._encoding == "utf-8-sig":
            self.damaged = True
            return
        refuse_null_bytes(self.name, self.start)
        for name, score in rank_encodings(bytes(sample[:_SAMPLE])):
            if score >= PLAUSIBLE and self._decodes(name):
                self._encoding, self.guessed = name, True
                return
        raise undecodable(self.name, error) from error

    def _decide(self) -> None:
        marked = next((name for mark, name in BOMS if self.start.startswith(mark)), None)
        self._encoding = marked or wide_encoding(self.start) or "utf-8"
        if self._encoding == "utf-8":
            if not is_utf8(self.start, final=self.whole):
                self.settle(UnicodeError("not UTF-8"))
            refuse_null_bytes(self.name, self.start)
        elif self.whole and not self._decodes(self._encoding):
            raise undecodable(self.name)
        head = self.head
        self._refuse_blank(head)
        refuse_other_text(self.name, head)

    def _refuse_blank(self, head: str) -> None:
        if head.strip(_BLANK):
            return
        with self.open() as file:
            while chunk := file.read(_CHUNK):
                if chunk.strip(_BLANK):
                    return
        raise BadInput(f"{self.name} holds nothing but white space.", hint="Choose a file with rows.")

    def _lines_beyond_ascii(self) -> Iterator[bytes]:
        """Give the lines with letters beyond ASCII, joined by pieces of a mebibyte."""
        rest = b""
        with self.open_bytes() as file:
            while chunk := file.read(_CHUNK):
                chunk = rest + chunk
                # Cut before a line, so that no character is cut; a line without an end goes on growing.
                cut = chunk.rfind(b"\n") + 1 or (len(chunk) if len(chunk) > 64 * _CHUNK else 0)
                rest = chunk[cut:]
                if not chunk[:cut].isascii():
                    yield b"".join(
                        line for line in chunk[:cut].splitlines(keepends=True) if not line.isascii()
                    )
        if not rest.isascii():
            yield rest

    def _decodes(self, encoding: str) -> bool:
        try:
            with io.TextIOWrapper(self.open_bytes(), encoding=encoding, newline="") as file:
                while file.read(_CHUNK):
                    pass
        except UnicodeError:
            return False
        return True


def open_source(path: Path) -> Source:
    """Open a file as text; raises BadInput when it is none, or nothing but white space."""
    source = Source(path)
    _ = source.encoding
    return source
