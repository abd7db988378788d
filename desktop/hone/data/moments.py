"""Points in time as people write them in a column: ISO 8601, epochs, days and months in either order."""

from __future__ import annotations

import re
from array import array
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from hone.errors import BadInput

if TYPE_CHECKING:
    import numpy as np

_ISO_PART = re.compile(r"(\d{4})(?:-(\d{2}))?")
_COMPACT = re.compile(r"(?:19|20|21)\d{6}")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
_NUMBERS = re.compile(
    r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:,?[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*([AaPp][Mm])?)?"
)
_YEAR_FIRST = re.compile(r"(\d{4})([./])(\d{1,2})\2(\d{1,2})(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?")
_NAMED = re.compile(
    r"(?:[A-Za-z]{3,9},?\s+)?(?:(\d{1,2})(?:st|nd|rd|th)?\.?\s+([A-Za-z]{3,9})\.?|"
    r"([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?),?\s+(\d{4})"
    r"(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?(?:\s*(?:GMT|UTC|Z|\+0000))?"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_EPOCHS = ((1e8, 1e11, 1.0), (1e11, 1e14, 1e-3), (1e14, 1e17, 1e-6), (1e17, 1e19, 1e-9))
"""Numbers from 1973 to 5138 in seconds, milliseconds, microseconds and nanoseconds."""


class Moments:
    """The points in time of a column, as seconds since 1970 (UTC where no zone is named).

    Of "03/04/2024" both meanings are kept until a row tells which one holds for the whole column.
    """

    def __init__(self, column: str) -> None:
        self._column = column
        self._by_day = array("d")  # what stands first is the day
        self._by_month = array("d")
        self._only_day: tuple[int, str] | None = None  # a row that can only be read with the day first
        self._only_month: tuple[int, str] | None = None
        self._either: tuple[int, str] | None = None

    def add(self, row: int, value: object) -> None:
        """Add the value of a row; raises BadInput naming the row and the column when it is no time."""
        day_first, month_first = _read(value)
        if day_first is None and month_first is None:
            raise self._no_time(row, value)
        if day_first != month_first:
            found = (row, str(value))
            if month_first is None:
                self._only_day = self._only_day or found
            elif day_first is None:
                self._only_month = self._only_month or found
            else:
                self._either = self._either or found
        missing = float("nan")
        self._by_day.append(missing if day_first is None else day_first)
        self._by_month.append(missing if month_first is None else month_first)

    def result(self) -> np.ndarray[Any, Any]:
        """Return the seconds of all rows; raises BadInput when the order of day and month is in doubt."""
        import numpy as np

        if self._only_day and self._only_month:
            one, other = sorted((self._only_day, self._only_month))
            raise BadInput(
                f"The column {self._column!r} has days first and months first: row {one[0]:,} has "
                f"{one[1]!r}, row {other[0]:,} has {other[1]!r}.",
                hint="Write all dates alike, best as 2024-04-03.",
            )
        if self._either and not (self._only_day or self._only_month):
            raise BadInput(
                f"Row {self._either[0]:,} has {self._either[1]!r} in the column {self._column!r}: nothing "
                "tells whether the day or the month comes first.",
                hint="Write the dates as 2024-04-03, or split by row or by group.",
            )
        return np.array(self._by_month if self._only_month else self._by_day)

    def _no_time(self, row: int, value: object) -> BadInput:
        said = "nothing" if value is None or value == "" else repr(str(value)[:60])
        return BadInput(
            f"Row {row:,} has {said} in the column {self._column!r}, which is no time that can be read.",
            hint="Write times as 2024-04-03 or 2024-04-03T15:30:00Z, or as seconds since 1970.",
        )


def _read(value: object) -> tuple[float | None, float | None]:
    """Return the seconds with the day first, and with the month first."""
    if isinstance(value, datetime):
        return _twice(_seconds(value))
    if isinstance(value, date):
        return _twice(_seconds(datetime(value.year, value.month, value.day)))
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None, None
    text = str(value).strip()
    if _NUMBER.fullmatch(text):
        return _twice(_of_number(text))
    if (match := _NUMBERS.fullmatch(text)) is not None:
        return _of_numbers(match)
    return _twice(_of_text(text))


def _twice(seconds: float | None) -> tuple[float | None, float | None]:
    return seconds, seconds


def _of_number(text: str) -> float | None:
    """Read a year, a day without hyphens (20240403), or an epoch by its size."""
    if _COMPACT.fullmatch(text):
        return _moment(int(text[:4]), int(text[4:6]), int(text[6:]))
    if re.fullmatch(r"(?:19|20|21)\d\d", text):
        return _moment(int(text), 1, 1)
    number = float(text)
    return next((number * scale for least, most, scale in _EPOCHS if least <= number < most), None)


def _of_numbers(match: re.Match[str]) -> tuple[float | None, float | None]:
    """Read 3.4.2024, which has the day first everywhere, or 3/4/2024, which may be either."""
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    hour, minute, second_ = (int(match[place] or 0) for place in (5, 6, 7))
    if match[8]:
        hour = hour % 12 + (12 if match[8].lower() == "pm" else 0)
    by_day = _moment(year, second, first, hour, minute, second_)
    if match[2] == ".":
        return by_day, by_day
    return by_day, _moment(year, first, second, hour, minute, second_)


def _of_text(text: str) -> float | None:
    try:
        return _seconds(datetime.fromisoformat(text))
    except ValueError:
        pass
    if (match := _ISO_PART.fullmatch(text)) is not None:
        return _moment(int(match[1]), int(match[2] or 1), 1)
    if (match := _YEAR_FIRST.fullmatch(text)) is not None:
        year, month, day = int(match[1]), int(match[3]), int(match[4])
        return _moment(year, month, day, *(int(match[place] or 0) for place in (5, 6, 7)))
    if (match := _NAMED.fullmatch(text)) is not None:
        name = (match[2] or match[3])[:3].lower()
        if name in _MONTHS:
            day = int(match[1] or match[4])
            clock = (int(match[place] or 0) for place in (6, 7, 8))
            return _moment(int(match[5]), _MONTHS.index(name) + 1, day, *clock)
    return None


def _moment(year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0) -> float | None:
    try:
        return _seconds(datetime(year, month, day, hour, minute, second))
    except ValueError:
        return None


def _seconds(moment: datetime) -> float | None:
    known = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    try:
        return known.timestamp()
    except (OverflowError, ValueError):
        return None
