"""Scanning lines of JSON as bytes: rows that are clean for certain are only counted and hashed.

Whatever is not certain about a row goes the usual way, through the same functions as the rows of any other
file, so that both ways tell the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from zlib import crc32

import msgspec

from hone.data.fingerprints import BEGINNING, SEPARATOR, asked_key
from hone.data.quick_order import is_in_order
from hone.data.quick_rows import QuickReader, Said
from hone.data.quick_text import MARGIN, suspects
from hone.data.readers.json_lines import parse_line
from hone.data.scanning import Scan, language_text
from hone.data.text_checks import findings
from hone.domain.datasets import Shape

if TYPE_CHECKING:
    import numpy as np

    from hone.data.reading import DataFile

    Array = np.ndarray[Any, np.dtype[Any]]

_CONSTANTS = (b"NaN", b"Infinity")
_UNDECODED = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)


class NotQuick(Exception):
    """The lines of a file cannot be told by their bytes alone."""


class _Rows:
    """The rows of a block that seem clean, a list per column: places of their lines, what they say, the
    quotes that their lines have, their hashes; and their texts in UTF-8, in two pieces each.
    """

    def __init__(self) -> None:
        self.places: list[int] = []
        self.said: list[Said] = []
        self.quotes: list[int] = []
        self.prompts: list[bytes] = []
        self.replies: list[bytes] = []
        self.pieces: list[bytes] = []

    def without(self, doubtful: set[int]) -> _Rows:
        """Return the rows that are not among the doubtful ones, without their pieces."""
        left = [number for number in range(len(self.places)) if number not in doubtful]
        rest = _Rows()
        for name in ("places", "said", "quotes", "prompts", "replies"):
            column = getattr(self, name)
            setattr(rest, name, [column[number] for number in left])
        return rest


class QuickScan:
    """Scans blocks of whole lines of one file into `scan`."""

    def __init__(self, data: DataFile, reader: QuickReader, scan: Scan) -> None:
        self.scan = scan
        self._data = data
        self._reader = reader
        self._difference: int | None = None

    def add(self, block: bytes, offset: int) -> None:
        """Take in lines, the first of which begins at byte `offset` of the file; raises NotQuick."""
        lines = block.removesuffix(b"\n").split(b"\n")
        rows, usual = self._sorted_out(lines)
        doubtful = _with_key_twice(block, lines, rows, usual)
        doubtful |= _suspicious(rows, doubtful)
        if doubtful:
            usual += [rows.places[number] for number in doubtful]
            rows = rows.without(doubtful)
        numbers = self._numbered(lines, usual)
        self._count(rows, numbers)
        for place in sorted(usual):
            if (row := numbers[place]) > 0:
                before = sum(map(len, lines[:place])) + place
                self._read(lines[place], row, self.scan.lines - len(lines) + place + 1, offset + before)

    def _sorted_out(self, lines: list[bytes]) -> tuple[_Rows, list[int]]:
        """Part lines into rows that seem clean, and the places of those to be read in the usual way."""
        decode, take, quotes, hashed = (getattr(self._reader, name) for name in _STEPS)
        rows, usual = _Rows(), list[int]()
        add_said, add_pieces = rows.said.append, rows.pieces.extend
        add_prompt, add_reply = rows.prompts.append, rows.replies.append
        for place, line in enumerate(lines):
            try:
                row = decode(line)
            except _UNDECODED:
                usual.append(place)
                continue
            said = take(row)
            if said is None or not is_in_order(said):
                usual.append(place)
                continue
            asked, answered, prompt, reply = hashed(said)
            rows.places.append(place)
            rows.quotes.append(quotes(row))
            add_said(said)
            add_pieces((asked, answered))
            add_prompt(prompt)
            add_reply(reply)
        return rows, usual

    def _numbered(self, lines: list[bytes], usual: list[int]) -> list[int]:
        """Return the row number of every line, 0 for blank ones, which are among the usual."""
        scan = self.scan
        blank = {place for place in usual if not lines[place] or lines[place].isspace()}
        numbers: list[int] = []
        if not blank and scan.lines - scan.rows == self._difference:
            numbers = list(range(scan.rows + 1, scan.rows + len(lines) + 1))
            scan.rows += len(lines)
            scan.lines += len(lines)
            return numbers
        for place in range(len(lines)):
            scan.lines += 1
            if place in blank:
                numbers.append(0)
                continue
            scan.rows += 1
            numbers.append(scan.rows)
            if scan.lines - scan.rows != self._difference:
                self._difference = scan.lines - scan.rows
                scan.step(scan.rows, scan.lines)
        return numbers

    def _count(self, rows: _Rows, numbers: list[int]) -> None:
        scan = self.scan
        tally = scan.tally
        sizes = [sum(map(len, said[1])) for said in rows.said]
        tally.characters += sum(sizes)
        tally.longest = max(tally.longest, max(sizes, default=0))
        tally.turns += sum([len(said[0]) for said in rows.said])
        tally.with_system += sum([said[0][:1] == ("system",) for said in rows.said])
        if self._reader.shape == Shape.CLASSIFICATION:
            scan.count_labels(said[2] or "" for said in rows.said)
        scan.numbers.extend([numbers[place] for place in rows.places])
        prompts, replies = b"".join(rows.prompts), b"".join(rows.replies)
        scan.prompts += prompts
        scan.replies += replies
        self._draw(rows, prompts, replies)
        if scan.plan.near_limit or scan.plan.asks:
            self._compare(rows, numbers)

    def _draw(self, rows: _Rows, prompts: bytes, replies: bytes) -> None:
        """Add to the sample for languages."""
        import numpy as np

        sample = self.scan.sample
        keys = np.frombuffer(prompts, ">u8") ^ np.frombuffer(replies, ">u8")
        for number in np.flatnonzero(keys <= min(sample.limit, 2**64 - 1)).tolist():
            if (key := int(keys[number])) < sample.limit:
                sample.add(key, language_text(rows.said[number][1], rows.said[number][2] is not None))

    def _compare(self, rows: _Rows, numbers: list[int]) -> None:
        """Add to what rows are compared by for near duplicates, and with other files."""
        scan = self.scan
        asks = scan.plan.asks
        if asks:
            for said in rows.said:
                scan.asks += asked_key(_asked(said))
        limit = scan.plan.near_limit
        last = -1 if self._reader.shape == Shape.TEXT else -2
        for number, said in enumerate(rows.said):
            # The beginning is that of fingerprints.beginning_of, asked for here without its calls.
            if crc32(said[1][last][:BEGINNING].encode()) < limit and scan.has_room:
                contents, rejected = said[1], said[3]
                texts = contents if rejected is None else (*contents, rejected)
                scan.near.add(numbers[rows.places[number]], SEPARATOR.join(texts))
                if asks:
                    scan.asks_near.add(numbers[rows.places[number]], _asked(said))

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


_STEPS = ("decode", "take", "quotes", "hashed")


def _asked(said: Said) -> str:
    roles, contents = said[:2]
    if not roles:
        return contents[0].strip()
    users = (text for role, text in zip(roles, contents, strict=True) if role == "user")
    return SEPARATOR.join(users).strip()


def _suspicious(rows: _Rows, known: set[int]) -> set[int]:
    """Return the numbers of rows with something wrong inside a text; those already known are left out."""
    import numpy as np

    block = b"\n".join((MARGIN, *rows.pieces, MARGIN))
    ends = np.cumsum(np.array(list(map(len, rows.pieces)), np.int64) + 1) + len(MARGIN) + 1
    pieces = np.searchsorted(ends, suspects(block), side="right")
    numbers = set((pieces // 2).tolist()) - known - {len(rows.places)}
    return {number for number in numbers if _has_findings(rows.said[number])}


def _has_findings(said: Said) -> bool:
    texts = said[1] if said[3] is None else (*said[1], said[3])
    return any(next(findings(text), None) is not None for text in texts)


def _with_key_twice(block: bytes, lines: list[bytes], rows: _Rows, usual: list[int]) -> set[int]:
    """Return the numbers of rows that have a key twice, which decoding does not tell.

    Then there are more quotes in the line than the decoded row has.
    """
    expected = sum(rows.quotes) + sum(_quotes(lines[place]) for place in usual)
    if _all_quotes(block) == expected:
        return set()
    return {
        number for number, place in enumerate(rows.places) if _quotes(lines[place]) != rows.quotes[number]
    }


def _quotes(line: bytes) -> int:
    """Count the quotes of a line that are not escaped."""
    return line.replace(b"\\\\", b"").replace(b'\\"', b"").count(b'"')


def _all_quotes(block: bytes) -> int:
    """Count the quotes of a block that are not escaped; -1 when it is not told so easily."""
    import numpy as np

    data = np.frombuffer(block, np.uint8)
    count = np.count_nonzero(data == 0x22)
    escapes = np.flatnonzero(data[:-1] == 0x5C)
    if len(escapes):
        after = data[escapes + 1]
        if (after == 0x5C).any():
            return -1
        count -= np.count_nonzero(after == 0x22)
    return int(count)


def _is_json(line: bytes) -> bool:
    try:
        msgspec.json.decode(line)
    except (msgspec.MsgspecError, RecursionError):
        return False
    return True
