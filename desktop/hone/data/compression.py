"""Packed files, unpacked while they are read, with an end to those that only pretend to be large.

Told by their first bytes: a gzip file named .jsonl is unpacked as well.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import IO, BinaryIO, cast

import msgspec

from hone.errors import BadInput

TRUSTED = 100 * 2**20
"""Bytes that may come out of any packed file, whatever its size."""
LARGEST_RATIO = 250
"""Bytes out per byte in: text packs 3 to 20 times, rows that repeat 100 times; nothing real more."""


_LOCKED = 1  # a flag of files with a password
_OF_WORKBOOKS = (".xml", ".bin")
_UNPACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)


class Compression(msgspec.Struct, frozen=True):
    """One way to pack a file: its name, its first bytes, and how to read it."""

    name: str
    magic: bytes
    suffixes: tuple[str, ...]
    open: Callable[[BinaryIO], IO[bytes]]


def _open_gzip(file: BinaryIO) -> IO[bytes]:
    return cast("IO[bytes]", gzip.GzipFile(fileobj=file, mode="rb"))


def _open_zip(file: BinaryIO) -> IO[bytes]:
    archive = zipfile.ZipFile(file)
    return archive.open(_contents(archive)[0])


def _open_bzip2(file: BinaryIO) -> IO[bytes]:
    return bz2.BZ2File(file)


def _open_xz(file: BinaryIO) -> IO[bytes]:
    return lzma.LZMAFile(file)


def _open_with_arrow(name: str) -> Callable[[BinaryIO], IO[bytes]]:
    def open_packed(file: BinaryIO) -> IO[bytes]:
        # The standard library of Python 3.11 has neither; imported late because it takes a tenth of a second.
        import pyarrow as pa

        return cast("IO[bytes]", pa.CompressedInputStream(pa.PythonFile(file, mode="r"), name))

    return open_packed


COMPRESSIONS: tuple[Compression, ...] = (
    Compression("gzip", b"\x1f\x8b", (".gz", ".gzip"), _open_gzip),
    Compression("bzip2", b"BZh", (".bz2",), _open_bzip2),
    Compression("xz", b"\xfd7zXZ\0", (".xz",), _open_xz),
    Compression("zstd", b"\x28\xb5\x2f\xfd", (".zst", ".zstd"), _open_with_arrow("zstd")),
    Compression("lz4", b"\x04\x22\x4d\x18", (".lz4",), _open_with_arrow("lz4")),
)


_ZIP = Compression("zip", b"PK\x03\x04", (".zip",), _open_zip)
PACKED_SUFFIXES = frozenset(suffix for each in (*COMPRESSIONS, _ZIP) for suffix in each.suffixes)


def compression_of(start: bytes, path: Path) -> Compression | None:
    """Return how a file with these first bytes is packed, None when it is not.

    A zip archive counts as one packed file when it holds one file; workbooks are archives of many.
    """
    if start.startswith(_ZIP.magic):
        return _ZIP if file_inside(path) else None
    return next((each for each in COMPRESSIONS if start.startswith(each.magic)), None)


def file_inside(path: Path) -> str:
    """Return the name of the only file in a zip archive; "" when there are others, or it cannot be read."""
    try:
        with zipfile.ZipFile(path) as archive:
            inside = _contents(archive)
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError):
        return ""
    if len(inside) != 1 or inside[0].filename.endswith(_OF_WORKBOOKS):
        return ""
    readable = not inside[0].flag_bits & _LOCKED and inside[0].compress_type in _UNPACKED
    return inside[0].filename if readable else ""


def _contents(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """Return the files of an archive, without what systems add to them."""
    names = ((each, each.filename.split("/")) for each in archive.infolist() if not each.is_dir())
    return [each for each, parts in names if parts[0] != "__MACOSX" and not parts[-1].startswith(".")]


def open_unpacked(path: Path, compression: Compression | None) -> BinaryIO:
    """Open a file as the bytes it holds. Damage is raised as BadInput while it is read."""
    file = path.open("rb")
    if compression is None:
        return file
    return cast("BinaryIO", io.BufferedReader(_Unpacked(file, path.name, compression), 2**18))


class _Counted(io.RawIOBase):
    """The packed file, and how many of its bytes were asked for."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__()
        self._file = file
        self.count = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, place: int, whence: int = io.SEEK_SET, /) -> int:
        return self._file.seek(place, whence)

    def tell(self) -> int:
        return self._file.tell()

    def read(self, size: int = -1, /) -> bytes:
        data = self._file.read(size)
        self.count += len(data)
        return data

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        data = self.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._file.close()
        super().close()


class _Unpacked(io.RawIOBase):
    """What comes out of a packed file, its errors as sentences, and guarded against bombs."""

    def __init__(self, file: BinaryIO, name: str, compression: Compression) -> None:
        super().__init__()
        self._packed = _Counted(file)
        self._name = name
        self._kind = compression.name
        self._out = 0
        self._file = compression.open(cast("BinaryIO", self._packed))

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        try:
            data = self._file.read(len(buffer))
        except EOFError as error:
            raise self._damaged("is cut off", error) from error
        except (OSError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, ValueError) as error:
            raise self._damaged("is cut off or damaged", error) from error
        self._out += len(data)
        if self._out > TRUSTED and self._out > LARGEST_RATIO * max(1, self._packed.count):
            raise BadInput(
                f"{self._name} unpacks to more than {LARGEST_RATIO} times its size, which no real data do.",
                hint="If it is what you want to train on, unpack it yourself and choose what comes out.",
            )
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        if not self.closed:
            self._file.close()
            self._packed.close()
        super().close()

    def _damaged(self, what: str, error: Exception) -> BadInput:
        return BadInput(
            f"{self._name} {what}: after {self._out:,} bytes it cannot be unpacked ({self._kind}).",
            hint="Download or pack it again.",
            detail=str(error),
        )
