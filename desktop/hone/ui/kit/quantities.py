"""Numbers and times as a person reads them, in the way of the language: sizes, counts, shares, dates."""

from __future__ import annotations

import math
from datetime import datetime

from PySide6.QtCore import QDate, QLocale, QTime

_SIZES = ((10**12, "TB"), (10**9, "GB"), (10**6, "MB"), (10**3, "kB"))
_COUNTS = ((10**12, "T"), (10**9, "B"), (10**6, "M"), (10**3, "k"))
_PERCENT_APART = ("de", "es")


def number_locale() -> QLocale:
    """Return how numbers are written: as the window's language does; English where none was chosen."""
    chosen = QLocale()
    return QLocale("en") if chosen.language() is QLocale.Language.C else chosen


def size_text(count: float) -> str:
    """Write a number of bytes: "820 MB", "4.2 GB" (decimal units, as disks are sold)."""
    for unit, name in _SIZES:
        if count >= unit:
            return f"{_short(count / unit)} {name}"
    return f"{count:.0f} B"


def amount_text(count: float) -> str:
    """Write a large count in short: "7.2B" parameters, "12.4k" tokens."""
    for unit, name in _COUNTS:
        if count >= unit:
            return f"{_short(count / unit)}{name}"
    return f"{count:.0f}"


def count_text(count: int) -> str:
    """Write a count with its digits in groups of three: 8,192."""
    return number_locale().toString(count)


def number_text(value: float, digits: int) -> str:
    """Write a number with so many digits after the point."""
    return number_locale().toString(float(value), "f", digits)


def plain_number(value: float) -> str:
    """Write a number with as many digits as it needs: 0.7, small rates as 3e-4."""
    if value and abs(value) < 0.001:
        mantissa, exponent = f"{value:.3e}".split("e")
        return _with_point(f"{float(mantissa):g}e{int(exponent)}")
    return _with_point(f"{value:g}")


def value_text(value: bool | int | float | str) -> str:
    """Write a setting's value as the number boxes do: small rates as 3e-4."""
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, float):
        return plain_number(value)
    return count_text(value) if isinstance(value, int) else value


def share_text(share: float, signed: bool = False, digits: int = 0) -> str:
    """Return a share in percent; what is nearly all is never told as all: 0.9988 is 99.8%."""
    if 0.995 <= abs(share) < 1:
        share = math.copysign(math.floor(abs(share) * 1000) / 1000, share)
        digits = max(digits, 1)
    sign = "+" if signed and share >= 0 else ""
    apart = "\u00a0" if number_locale().name().split("_")[0] in _PERCENT_APART else ""
    return f"{sign}{number_text(share * 100, digits)}{apart}%"


def day_text(moment: datetime) -> str:
    """Write a day of local time: 20 Nov 2026."""
    local = moment.astimezone()
    day = QDate(local.year, local.month, local.day)
    locale = number_locale()
    if locale.language() is QLocale.Language.English:
        return locale.toString(day, "d MMM yyyy")
    return locale.toString(day, QLocale.FormatType.ShortFormat)


def time_text(moment: datetime, seconds: bool = False) -> str:
    """Write a time of day, local, of 24 hours: 14:05."""
    local = moment.astimezone()
    clock = QTime(local.hour, local.minute, local.second)
    return number_locale().toString(clock, "HH:mm:ss" if seconds else "HH:mm")


def _short(value: float) -> str:
    text = f"{value:.1f}" if value < 100 else f"{value:.0f}"
    return _with_point(text.removesuffix(".0"))


def _with_point(text: str) -> str:
    return text.replace(".", number_locale().decimalPoint())
