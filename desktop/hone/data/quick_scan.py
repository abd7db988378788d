"""Scanning lines of JSON as bytes: rows that are clean for certain are only counted and hashed.

Whatever is not certain about a row goes the usual way, through the same functions as the rows of any other
file, so that both ways tell the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from hone.data.fingerprints import SEPARATOR, asked_key
from hone.data.quick_block import Block
from hone.data.quick_columns import Forms
from hone.data.quick_lines import Lines, quotes_of
from hone.data.quick_rows import QuickReader
from hone.data.readers.json_lines import parse_line
from hone.data.scanning import Scan, language_text
from hone.domain.datasets import Shape

if TYPE_CHECKING:
    import numpy as np

    from hone.data.reading import DataFile

    Array = np.ndarray[Any, np.dtype[Any]]

_CONSTANTS = (b"NaN", b"Infinity")
_NOT_KNOWN = -1
_UNDECODED = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)


class NotQuick(Exception):
    """The lines of a file cannot be told by their bytes alone."""


class QuickScan:
    """Scans blocks of whole lines of one file into `scan`."""

    def __init__(self, data: DataFile, reader: QuickReader, scan: Scan) -> None:
        self.scan = scan
        self._data = data
        self._reader = reader
        self._difference = _NOT_KNOWN
        self._forms = Forms()

    def add(self, block: bytes, offset: int) -> None:
        """Take in lines, the first of which begins at byte `offset` of the file; raises NotQuick."""
        lines = Lines(block)
        rows, places = self._decoded(lines)
        said = Block(self._reader.columns(rows), self._forms)
        clean = said.clean()
        for number in self._with_key_twice(lines, rows, places):
            clean[number] = False
        numbers, usual = self._numbered(lines, places[clean])
        self._count(said, clean, numbers)
        for place, row in usual:
            number = self.scan.lines - len(lines) + place + 1
            self._read(lines.line(place), row, number, offset + int(lines.starts[place]))

    def _decoded(self, lines: Lines) -> tuple[Sequence[Any], Array]:
        """Decode lines; return the rows of those that could be, and their places."""
        import numpy as np

        if lines.are_objects:
            try:
                rows = self._reader.decode_lines(lines.block)
                if len(rows) == len(lines):
                    return rows, np.arange(len(lines))
            except _UNDECODED:
                pass  # one after the other
        decode = self._reader.decode
        some, places = [], []
        for place, line in enumerate(lines.all()):
            try:
                some.append(decode(line))
            except _UNDECODED:
                continue
            places.append(place)
        return some, np.array(places, np.int64)

    def _with_key_twice(self, lines: Lines, rows: Sequence[Any], places: Array) -> list[int]:
        """Return the numbers of rows that have a key twice, which decoding does not tell.

        Then there are more quotes in the line than the decoded row has.
        """
        expected = self._reader.quotes(rows)
        if len(rows) < len(lines):
            others = set(range(len(lines))) - set(places.tolist())
            expected += sum(quotes_of(lines.line(place)) for place in others)
        if lines.has_quotes(expected):
            return []
        return [
            number
            for number, (row, place) in enumerate(zip(rows, places.tolist(), strict=True))
            if quotes_of(lines.line(place)) != self._reader.quotes([row])
        ]

    def _numbered(self, lines: Lines, clean: Array) -> tuple[Array, list[tuple[int, int]]]:
        """Count the lines; return the row numbers of clean ones, and place and number of the other rows."""
        import numpy as np

        scan = self.scan
        is_row = np.ones(len(lines), bool)
        is_usual = np.ones(len(lines), bool)
        is_usual[clean] = False
        usual = np.flatnonzero(is_usual)
        for place in usual.tolist():
            line = lines.line(place)
            is_row[place] = bool(line) and not line.isspace()
        numbers = scan.rows + np.cumsum(is_row)
        ahead = scan.lines + 1 + np.arange(len(lines)) - numbers
        rows = np.flatnonzero(is_row)
        if len(rows):
            changed = np.flatnonzero(np.diff(ahead[rows], prepend=self._difference))
            for place in rows[changed].tolist():
                scan.step(int(numbers[place]), scan.lines + place + 1)
            self._difference = int(ahead[rows[-1]])
        scan.rows = int(numbers[-1])
        scan.lines += len(lines)
        return numbers[clean], [(place, int(numbers[place])) for place in usual.tolist() if is_row[place]]

    def _count(self, said: Block, clean: Array, numbers: Array) -> None:
        """Take in the clean rows."""
        import numpy as np

        scan = self.scan
        rows = np.flatnonzero(clean)
        if not len(rows):
            return
        tally = scan.tally
        sizes = said.sizes()[rows]
        tally.characters += int(sizes.sum())
        tally.longest = max(tally.longest, int(sizes.max()))
        for number, count in zip(*np.unique(said.forms[rows], return_counts=True), strict=True):
            form = self._forms.met[number]
            tally.turns += form.turns * int(count)
            tally.with_system += form.has_system * int(count)
        if self._reader.shape == Shape.CLASSIFICATION:
            scan.count_labels(said.texts[place] for place in (said.firsts[rows] + 1).tolist())
        scan.numbers.frombytes(numbers.tobytes())
        prompts, replies = said.keys(rows)
        scan.prompts += prompts
        scan.replies += replies
        self._draw(said, rows, prompts, replies)
        if scan.plan.near_limit or scan.plan.asks:
            self._compare(said, rows, numbers)

    def _draw(self, said: Block, rows: Array, prompts: bytes, replies: bytes) -> None:
        """Add to the sample for languages."""
        import numpy as np

        sample = self.scan.sample
        keys = np.frombuffer(prompts, ">u8") ^ np.frombuffer(replies, ">u8")
        for number in np.flatnonzero(keys <= min(sample.limit, 2**64 - 1)).tolist():
            if (key := int(keys[number])) < sample.limit:
                texts = said.turns_of(int(rows[number]))
                sample.add(key, language_text(texts, self._reader.shape == Shape.CLASSIFICATION))

    def _compare(self, said: Block, rows: Array, numbers: Array) -> None:
        """Add to what rows are compared by for near duplicates, and with other files."""
        import numpy as np

        scan = self.scan
        asks = scan.plan.asks
        if asks:
            for row in rows.tolist():
                scan.asks += asked_key(said.asked(row))
        for place in np.flatnonzero(said.beginnings(rows) < scan.plan.near_limit).tolist():
            if not scan.has_room:
                return
            row, number = int(rows[place]), int(numbers[place])
            scan.near.add(number, SEPARATOR.join(said.texts_of(row)))
            if asks:
                scan.asks_near.add(number, said.asked(row))

    def _read(self, line: bytes, row: int, number: int, offset: int) -> None:
        """Read a row in the usual way."""
        try:
            found = parse_line(row, number, line)
        except UnicodeDecodeError as error:
            raise NotQuick from error
        if any(name in line for name in _CONSTANTS) and not _is_json(line):
            raise NotQuick  # the reader tells of such rows at the end of the file
        example, problems = self._data.row_of(found)
        self.scan.take(example, problems, offset)


def _is_json(line: bytes) -> bool:
    try:
        msgspec.json.decode(line)
    except (msgspec.MsgspecError, RecursionError):
        return False
    return True
