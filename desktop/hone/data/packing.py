"""Bytes packed while they are written."""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class _Sink(io.RawIOBase):
    """A file that hands every piece on."""

    def __init__(self, write: Callable[[bytes], object]) -> None:
        self._write = write

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        piece = bytes(data)  # type: ignore[call-overload]
        self._write(piece)
        return len(piece)


def as_file(write: Callable[[bytes], object]) -> io.RawIOBase:
    """Return a file that hands every piece to `write`."""
    return _Sink(write)


@contextmanager
def packed(write: Callable[[bytes], object], suffix: str) -> Iterator[Callable[[bytes], object]]:
    """Give what takes bytes, packed as a file's last ending says (".gz", ".zst"; "": not at all)."""
    if suffix == ".gz":
        # No time of writing and no name inside: the same rows make the same file.
        with gzip.GzipFile(filename="", mode="wb", fileobj=_Sink(write), mtime=0) as file:
            yield file.write
    elif suffix == ".zst":
        import pyarrow as pa

        with pa.CompressedOutputStream(pa.PythonFile(_Sink(write), mode="w"), "zstd") as stream:
            yield stream.write
    else:
        yield write
