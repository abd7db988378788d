"""A file as text: that it can be read at all, what it is not, and which encoding it has."""

from __future__ import annotations

import codecs
import hashlib
import io
from pathlib import Path
from typing import BinaryIO

import msgspec

from hone.errors import BadInput

_CHUNK = 2**20
_HEAD = 65_536

_BINARY: tuple[tuple[bytes, str, str], ...] = (
    (b"PAR1", "a Parquet file", "Save it as JSON lines, for example with pandas: to_json(lines=True)."),
    (b"ARROW1", "an Arrow file", "Save it as JSON lines."),
    (b"PK\x03\x04", "a zip archive or an Excel workbook", "Unpack it, or save the sheet as CSV."),
    (b"\xd0\xcf\x11\xe0", "an old Office document", "Save the sheet as CSV."),
    (b"\x1f\x8b", "compressed with gzip", "Unpack it first (gunzip)."),
    (b"BZh", "compressed with bzip2", "Unpack it first (bunzip2)."),
    (b"\xfd7zXZ", "compressed with xz", "Unpack it first (unxz)."),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd", "Unpack it first (unzstd)."),
    (b"7z\xbc\xaf", "a 7z archive", "Unpack it first."),
    (b"%PDF", "a PDF document", "Copy its text to a .txt file."),
    (b"SQLite format 3", "a SQLite database", "Export the table as CSV."),
    (b"\x89HDF", "an HDF5 file", "Save it as JSON lines."),
    (b"GGUF", "a GGUF model", "Choose it on the Models page; here a file with rows is needed."),
    (b"\x89PNG", "a picture", "A file with rows of text is needed."),
    (b"\xff\xd8\xff", "a picture", "A file with rows of text is needed."),
    (b"\x80\x04", "a Python pickle, which Hone never opens", "Save the rows as JSON lines."),
    (b"\x80\x02", "a Python pickle, which Hone never opens", "Save the rows as JSON lines."),
)
_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """A text file that can be read; `head` is its beginning as text, `guessed` an encoding not proved."""

    path: Path
    encoding: str
    size_bytes: int
    sha256: str
    head: str
    guessed: bool = False

    @property
    def suffix(self) -> str:
        """The file name's ending in lower case, with its dot."""
        return self.path.suffix.lower()

    def open(self) -> io.TextIOWrapper:
        """Open for reading as text, line ends as they are; the caller closes it."""
        return self.path.open(encoding=self.encoding, newline="")


def open_source(path: Path) -> Source:
    """Look at the file's first bytes and its encoding; raises BadInput when it is no text with content."""
    _refuse_no_file(path)
    try:
        with path.open("rb") as file:
            start = file.read(_HEAD)
            _refuse_binary(path, start)
            encoding, guessed = _encoding(path, start, file)
            file.seek(0)
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        size = path.stat().st_size
    except OSError as error:
        raise _unreadable(path, error) from error
    head = start.decode(encoding, errors="ignore")
    _refuse_empty(path, size, head, encoding)
    _refuse_web_page(path, head)
    return Source(
        path=path,
        encoding=encoding,
        size_bytes=size,
        sha256=digest,
        head=head.lstrip("\ufeff"),
        guessed=guessed,
    )


def _refuse_no_file(path: Path) -> None:
    try:
        if path.is_file():
            return
        kind = (
            "is a folder"
            if path.is_dir()
            else "is not an ordinary file"
            if path.exists()
            else "does not exist"
        )
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    raise BadInput(f"{path} {kind}.", hint="Choose a .jsonl, .json, .csv, .tsv or .txt file.")


def _refuse_binary(path: Path, start: bytes) -> None:
    for magic, kind, hint in _BINARY:
        if start.startswith(magic):
            raise BadInput(f"{path.name} is {kind}, which Hone does not read as data.", hint=hint)


def _refuse_empty(path: Path, size: int, head: str, encoding: str) -> None:
    if size == 0:
        raise BadInput(f"{path.name} is empty.", hint="Choose a file with rows.")
    if head.strip("\ufeff \t\r\n\0"):
        return
    with path.open(encoding=encoding) as file:
        while chunk := file.read(_CHUNK):
            if chunk.strip("\ufeff \t\r\n\0"):
                return
    raise BadInput(f"{path.name} holds nothing but white space.", hint="Choose a file with rows.")


def _refuse_web_page(path: Path, head: str) -> None:
    start = head.lstrip("\ufeff \t\r\n")[:200].lower()
    if start.startswith(("<!doctype html", "<html")):
        raise BadInput(
            f"{path.name} is a web page, not data.",
            hint="A download probably answered with an error page; download the raw file again.",
        )
    if start.startswith("version https://git-lfs"):
        raise BadInput(
            f"{path.name} is only a pointer of Git LFS; the data themselves are not here.",
            hint="Run `git lfs pull` in that folder, or download the file itself.",
        )


def _encoding(path: Path, start: bytes, file: BinaryIO) -> tuple[str, bool]:
    """Tell the encoding: by its mark, else UTF-8 when all bytes agree, else Windows-1252 as a guess."""
    for mark, name in _BOMS:
        if start.startswith(mark):
            _prove(path, name, file)
            return name, False
    if (wide := _wide_without_mark(start)) is not None:
        _prove(path, wide, file)
        return wide, False
    try:
        _decode_all(file, "utf-8")
    except UnicodeDecodeError as error:
        _refuse_many_nulls(path, start)
        try:
            _decode_all(file, "cp1252")
        except UnicodeDecodeError:
            raise _undecodable(path, error) from error
        return "cp1252", True
    _refuse_many_nulls(path, start)
    return "utf-8", False


def _wide_without_mark(start: bytes) -> str | None:
    """Recognise UTF-16 without its mark: in mostly Latin text every other byte is zero."""
    even, odd = start[0::2], start[1::2]
    if len(odd) < 4:
        return None
    if odd.count(0) > 0.7 * len(odd) and even.count(0) < 0.1 * len(even):
        return "utf-16-le"
    if even.count(0) > 0.7 * len(even) and odd.count(0) < 0.1 * len(odd):
        return "utf-16-be"
    return None


def _decode_all(file: BinaryIO, encoding: str) -> None:
    decoder = codecs.getincrementaldecoder(encoding)()
    file.seek(0)
    while chunk := file.read(_CHUNK):
        decoder.decode(chunk)
    decoder.decode(b"", final=True)


def _prove(path: Path, encoding: str, file: BinaryIO) -> None:
    try:
        _decode_all(file, encoding)
    except UnicodeError as error:
        raise _undecodable(path, error) from error


def _refuse_many_nulls(path: Path, start: bytes) -> None:
    if start.count(0) > len(start) // 20:
        raise BadInput(
            f"{path.name} is a binary file, not text.", hint="Choose a .jsonl, .json, .csv or .txt file."
        )


def _undecodable(path: Path, error: UnicodeError) -> BadInput:
    return BadInput(
        f"{path.name} is in no encoding that Hone knows (UTF-8, UTF-16, UTF-32, Windows-1252).",
        hint="Open it in an editor and save it as UTF-8.",
        detail=str(error),
    )


def _unreadable(path: Path, error: Exception) -> BadInput:
    reason = getattr(error, "strerror", None) or str(error)
    return BadInput(
        f"{path} cannot be read: {reason}.", hint="Check that you may read it.", detail=str(error)
    )
