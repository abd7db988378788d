"""How probabilities, bits and tokens are written."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from hone.ui.kit.quantities import count_text, number_text, share_text

_RARE = 1e-4
_CERTAIN = 0.99995
_MARKS = str.maketrans({"\n": "↵", "\t": "→", "\r": "␍", " ": "␣"})
_LONGEST = 24


def probability_text(probability: float) -> str:
    """Write a probability with two digits that count: 43%, 4.3%, 0.043%, 1 in 120,000."""
    if probability >= _CERTAIN:
        return QCoreApplication.translate("TokenWords", "nearly 100%")
    if probability >= 0.1:
        return share_text(probability)
    if probability >= _RARE:
        return share_text(probability, digits=_digits(probability * 100))
    if probability <= 1e-15:
        return QCoreApplication.translate("TokenWords", "practically never")
    times = count_text(_two_digits(1 / probability))
    return QCoreApplication.translate("TokenWords", "1 in {0}").replace("{0}", times)


def bits_text(bits: float, signed: bool = False) -> str:
    """Write bits with one digit after the point, two below one: 4.9 bits, +0.31 bits."""
    return QCoreApplication.translate("TokenWords", "{0} bits").replace("{0}", amount_of_bits(bits, signed))


def amount_of_bits(bits: float, signed: bool = False) -> str:
    """Write the number of bits alone."""
    sign = "+" if signed and bits >= 0 else ""
    number = number_text(abs(bits), 1 if abs(bits) >= 0.995 else 2)
    return f"{'−' if bits < 0 and number.strip('0.,') else sign}{number}"


def factor_text(factor: float) -> str:
    """Write how many times something is, with two digits that count: 37,000, 37, 3.7."""
    if factor >= 1e6:
        return QCoreApplication.translate("TokenWords", "over a million")
    return count_text(_two_digits(factor)) if factor >= 10 else number_text(factor, 1)


def token_text(text: str) -> str:
    """Write a token so that every blank can be seen, cut when it is very long."""
    shown = text.translate(_MARKS)
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"


def _two_digits(value: float) -> int:
    unit = 10 ** max(0, math.floor(math.log10(value)) - 1)
    return round(value / unit) * int(unit)


def _digits(percent: float) -> int:
    return max(0, 1 - math.floor(math.log10(percent)))
