"""Numbers as a person reads them: sizes, counts, shares."""

from __future__ import annotations

import math

_SIZES = ((10**12, "TB"), (10**9, "GB"), (10**6, "MB"), (10**3, "kB"))
_COUNTS = ((10**12, "T"), (10**9, "B"), (10**6, "M"), (10**3, "k"))


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
    return f"{count:,}"


def value_text(value: bool | int | float | str) -> str:
    """Write a setting's value as the number boxes do: small rates as 3e-4."""
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, float):
        if value and abs(value) < 0.001:
            mantissa, exponent = f"{value:.3e}".split("e")
            return f"{float(mantissa):g}e{int(exponent)}"
        return f"{value:g}"
    return f"{value:,}" if isinstance(value, int) else value


def _short(value: float) -> str:
    text = f"{value:.1f}" if value < 100 else f"{value:.0f}"
    return text.removesuffix(".0")


def share_text(share: float, signed: bool = False) -> str:
    """Return a share as whole percent; what is nearly all is never told as all: 0.9988 is 99.8%."""
    if 0.995 <= abs(share) < 1:
        share = math.copysign(math.floor(abs(share) * 1000) / 1000, share)
        return f"{share:+.1%}" if signed else f"{share:.1%}"
    return f"{share:+.0%}" if signed else f"{share:.0%}"
