"""Colours for values: even to the eye, readable in both themes, told apart without seeing hue.

Colours are mixed in OKLCH (Björn Ottosson, "A perceptual color space for image processing", 2020): equal
steps of a value are equal steps of lightness. Both scales begin at the ground that they are painted on.
"""

from __future__ import annotations

import math

from PySide6.QtGui import QColor

from hone.ui.kit.theme import Theme

_READABLE = 4.5
_LIGHT_END, _DARK_END = 0.66, 0.70
_AMBER, _RED, _BLUE = 85.0, 28.0, 255.0
_CHROMA = 0.17


def heat(share: float, ground: str = "sidebar") -> QColor:
    """Return the colour of a share from 0, the ground itself, to 1: from amber to red."""
    share = min(1.0, max(0.0, share))
    return _from_ground(share, _AMBER + (_RED - _AMBER) * share, ground)


def balance(share: float, ground: str = "sidebar") -> QColor:
    """Return the colour of a share from -1 (red) over 0, the ground itself, to 1 (blue)."""
    share = min(1.0, max(-1.0, share))
    return _from_ground(abs(share), _BLUE if share > 0 else _RED + 12, ground)


def ink_on(colour: QColor) -> QColor:
    """Return the colour of text on a colour: the theme's, or black or white where that is hard to read."""
    own = Theme.current().colour("text")
    if contrast(own, colour) >= _READABLE:
        return own
    return max(QColor("black"), QColor("white"), key=lambda ink: contrast(ink, colour))


def contrast(first: QColor, second: QColor) -> float:
    """Return the contrast of two colours, from 1 to 21 (WCAG 2.1, relative luminance)."""
    low, high = sorted((_luminance(first), _luminance(second)))
    return (high + 0.05) / (low + 0.05)


def _from_ground(share: float, hue: float, ground: str) -> QColor:
    theme = Theme.current()
    start = theme.colour(ground)
    if share <= 0:
        return start
    lightness = _lightness(start)
    end = _DARK_END if theme.dark else _LIGHT_END
    angle = math.radians(hue)
    chroma = _CHROMA * share
    return _colour(lightness + (end - lightness) * share, chroma * math.cos(angle), chroma * math.sin(angle))


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(value) for value in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _lightness(colour: QColor) -> float:
    """Return OKLab's L of a colour."""
    red, green, blue = (_linear(value) for value in (colour.redF(), colour.greenF(), colour.blueF()))
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short


def _colour(lightness: float, a: float, b: float) -> QColor:
    """Return an OKLab colour in sRGB; what sRGB cannot show is cut."""
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    linear = (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
    return QColor.fromRgbF(*(_encoded(min(1.0, max(0.0, value))) for value in linear))


def _encoded(value: float) -> float:
    return 12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055
