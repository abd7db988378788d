"""How a table is written, told by looking: its delimiter, its quotes, whether a backslash escapes them."""

from __future__ import annotations

import csv
import re
from collections import Counter
from itertools import islice

import msgspec

COMMON = ",;\t|"
UNUSUAL = "\x1f\x01^~¦§:"
SPOKEN = {
    ",": "commas",
    ";": "semicolons",
    "\t": "tabs",
    "|": "bars",
    "\x1f": "unit separators",
    "\x01": "control characters (0x01)",
    "^": "carets",
    "~": "tildes",
    "¦": "broken bars",
    "§": "section signs",
    ":": "colons",
}
LONGEST_ROW = 16 * 2**20
"""Characters of one row on several lines; a quote that is never closed would take all the rest."""
_SAMPLE_ROWS = 100
_SEPARATOR_LINE = re.compile(r"\ufeff?\"?sep=(.)\"?[ \t;,]*(\r\n|\n|\r|$)", re.IGNORECASE)


class Dialect(msgspec.Struct, frozen=True, kw_only=True):
    """How a table is written. `quote` is "" where quotes have no meaning; `escapes`: a backslash has one."""

    delimiter: str
    quote: str = '"'
    escapes: bool = False

    @property
    def spoken(self) -> str:
        """The dialect in words, like "Table with semicolons"."""
        quotes = {'"': "", "'": ", single quotes", "": ", no quotes"}[self.quote]
        name = SPOKEN.get(self.delimiter, f"the delimiter {self.delimiter!r}")
        return f"Table with {name}{quotes}{', backslash escapes' if self.escapes else ''}"

    def reader(self, lines: object) -> csv._reader:  # type: ignore[name-defined]
        """Return a strict reader of rows; `lines` must come through `prepared`."""
        return csv.reader(
            lines,  # type: ignore[arg-type]
            delimiter=self.delimiter,
            quotechar=self.quote or None,
            quoting=csv.QUOTE_MINIMAL if self.quote else csv.QUOTE_NONE,
            escapechar="\\" if self.escapes else None,
            doublequote=True,
            strict=True,
        )

    def prepared(self, line: str) -> str:
        """Double the backslashes that escape nothing: the reader of the standard library would drop them."""
        if not self.escapes or "\\" not in line:
            return line
        return re.sub(
            r"\\(.|$)",
            lambda found: found[0] if found[1] in (self.delimiter, self.quote, "\\", "") else "\\" + found[0],
            line,
        )


class _Fit(msgspec.Struct, frozen=True):
    """How well a dialect fits: the share of rows that are as wide as most, and how wide."""

    share: float
    width: int
    rows: int


def separator_line(head: str) -> tuple[str, str] | None:
    """Return the character of Excel's `sep=;` line and that line, None when there is none."""
    found = _SEPARATOR_LINE.match(head)
    return (found[1], found[0]) if found else None


def guess_dialect(head: str, whole: bool) -> Dialect | None:
    """Choose the dialect under which most rows are equally wide, None when there is no second column.

    `head` is the beginning of a table, `whole` whether it is all of it.
    """
    if separator := separator_line(head):
        head = head[len(separator[1]) :]
        return _with_quotes(separator[0], _sample(head, whole)) or Dialect(delimiter=separator[0])
    lines = _sample(head, whole)
    text = "".join(lines)
    found = [dialect for each in COMMON if each in text and (dialect := _with_quotes(each, lines))]
    if found:
        best = max(found, key=lambda dialect: _rank(_fit(dialect, lines)))
        if (fit := _fit(best, lines)) and fit.share >= 0.8:
            return best
    for each in UNUSUAL:
        # Rare in tables and common in texts: every row must have as many, and there must be some rows.
        if each in text and (dialect := _with_quotes(each, lines)) and (fit := _fit(dialect, lines)):
            control = each < " "
            if fit.share == 1.0 and (control or (fit.rows >= 3 and (each != ":" or not found))):
                return dialect
    return max(found, key=lambda dialect: _rank(_fit(dialect, lines))) if found else None


def is_clearly_table(head: str, whole: bool) -> bool:
    """Whether a text that is not named a table is one: three equally wide rows under short names."""
    dialect = guess_dialect(head, whole)
    if dialect is None or dialect.delimiter in ",:":
        return False  # running text has commas and colons, too
    lines = _sample(head, whole)
    fit = _fit(dialect, lines)
    names = next(iter(_rows(dialect, lines)), [])
    return bool(
        fit and fit.rows >= 3 and fit.share == 1.0 and all(re.fullmatch(r"\w{1,40}", n) for n in names)
    )


def _with_quotes(delimiter: str, lines: list[str]) -> Dialect | None:
    """Return the first way to quote under which the sample is read without fault, else the best."""
    quotes = _quotes(delimiter, lines)
    candidates = [Dialect(delimiter=delimiter, quote=quote) for quote in quotes]
    if any("\\" in line for line in lines):
        candidates += [Dialect(delimiter=delimiter, quote=quote, escapes=True) for quote in quotes]
    if delimiter in "\t\x1f\x01" and not _has_quoted('"', delimiter, lines):
        candidates.append(Dialect(delimiter=delimiter, quote=""))
    fits = [(fit, -place) for place, each in enumerate(candidates) if (fit := _fit(each, lines))]
    if not fits:
        return None
    best = max(fits, key=lambda entry: (round(entry[0].share, 2), entry[1]))
    return candidates[-best[1]] if best[0].width > 1 else None


def _quotes(delimiter: str, lines: list[str]) -> list[str]:
    """Return the quotes to try. Broken double quotes must not make a table one of single quotes."""
    if _has_quoted('"', delimiter, lines):
        return ['"']
    if _all_single_quoted(delimiter, lines):
        return ["'", '"']
    needed = _has_quoted("'", delimiter, [line for line in lines if '"' not in line], needed=True)
    return ['"', "'"] if needed else ['"']


def _has_quoted(quote: str, delimiter: str, lines: list[str], needed: bool = False) -> bool:
    """Whether a cell stands in quotes; with `needed`, one that holds the delimiter, so that they matter."""
    mark = re.escape(delimiter)
    inner = f"[^{quote}\r\n]*" + (f"{mark}[^{quote}\r\n]*" if needed else "")
    cell = re.compile(f"(?:^|{mark}){quote}{inner}{quote}(?={mark}|[\r\n]|$)")
    return any(cell.search(line) for line in lines)


def _all_single_quoted(delimiter: str, lines: list[str]) -> bool:
    """Whether all cells of the first line stand in single quotes."""
    mark = re.escape(delimiter)
    cell = r"'(?:[^'\\]|''|\\.)*'"
    return bool(lines) and re.fullmatch(f"{cell}(?:{mark}{cell})+", lines[0].strip("\ufeff\r\n")) is not None


def _fit(dialect: Dialect, lines: list[str]) -> _Fit | None:
    """Return how well a dialect fits; rows that cannot be read count as rows of no width."""
    rows = _rows(dialect, lines)
    widths = [len(cells) for cells in rows if any(cells)]
    if not widths:
        return None
    counts = Counter(width for width in widths if width > 1)
    if not counts:
        return None
    # The first row is the header; a width that only other rows have is a delimiter within texts.
    width = widths[0] if widths[0] > 1 else 0
    return _Fit(counts[width] / max(len(widths), 1), width, len(widths)) if width else None


def _rank(fit: _Fit | None) -> tuple[float, int]:
    return (round(fit.share, 1), fit.width) if fit else (0.0, 0)


def _rows(dialect: Dialect, lines: list[str]) -> list[list[str]]:
    """Read the sample; a row that cannot be read is a row of one cell, and reading goes on behind it."""
    rows: list[list[str]] = []
    rest = [dialect.prepared(line) for line in lines]
    while rest and len(rows) < _SAMPLE_ROWS:
        reader = dialect.reader(iter(rest))
        read = 0
        try:
            for cells in islice(reader, _SAMPLE_ROWS - len(rows)):
                rows.append(cells)
                read = reader.line_num
            return rows
        except csv.Error:
            rows.append(["broken"])
            rest = rest[read + 1 :]
    return rows


def _sample(head: str, whole: bool) -> list[str]:
    """Return the whole lines of the beginning."""
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", head)
    return [line for line in (lines if whole else lines[:-1] or lines) if line]
