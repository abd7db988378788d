"""A file, folder or workbook opened as records, whatever holds them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from hone.data.readers import find_reader
from hone.data.records import Found
from hone.data.source import open_source
from hone.domain.datasets import Problem


class OpenedData:
    """What holds the records, told by looking. Every call of `records` reads again from the start.

    `parts` are splits of a folder or sheets of a workbook, `part` the one that is read. `notes` are problems
    of the whole file. `quick` is true for one plain file of JSON lines in UTF-8, whose lines may be read as
    bytes.
    """

    def __init__(self, path: Path, part: str = "") -> None:
        self.path = path
        self._source = open_source(path)
        self._reader = find_reader(self._source)
        self.container = self._reader.name
        self.encoding = self._source.encoding
        self.size_bytes = self._source.size_bytes
        self.parts: tuple[str, ...] = ()
        self.part = part
        self.notes: tuple[Problem, ...] = _guessed_encoding(self.encoding) if self._source.guessed else ()
        self.quick = self._reader.name == "JSON lines" and self.encoding == "utf-8"

    def records(self) -> Iterator[Found]:
        """Give every record, or what is wrong with it."""
        return self._reader.read(self._source)

    def sample(self, count: int) -> list[Found]:
        """Return the first records, without looking at the rest of the file."""
        return list(islice(self.records(), count))

    def sha256(self) -> str:
        """Return the digest of the bytes; reads everything."""
        return self._source.sha256


def open_data(path: Path, part: str = "") -> OpenedData:
    """Open data; raises BadInput when the path is none, or has no part of that name."""
    return OpenedData(path, part)


def _guessed_encoding(encoding: str) -> tuple[Problem, ...]:
    return (
        Problem(
            row=0,
            kind="guessed_encoding",
            message=f"The file is not UTF-8; it is read as {encoding}, which may show wrong letters.",
            hint="Check accented letters in the preview; if they are wrong, save the file as UTF-8.",
        ),
    )
