"""One type scale, and the families it is set in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtGui import QFont

SANS = (
    "Inter",
    "Segoe UI Variable Text",
    "Segoe UI",
    "SF Pro Text",
    "Noto Sans",
    "DejaVu Sans",
    "Noto Color Emoji",
)
MONO = ("JetBrains Mono", "Cascadia Code", "SF Mono", "Consolas", "Noto Sans Mono", "DejaVu Sans Mono")


@dataclass(frozen=True)
class Style:
    """Size in pixels at text scale 1, weight, and line height as a factor."""

    pixels: int
    weight: int
    line: float = 1.45


class Type(Enum):
    """The only text styles there are."""

    DISPLAY = Style(28, 600, 1.25)
    TITLE = Style(20, 600, 1.3)
    HEADING = Style(15, 600, 1.4)
    BODY = Style(14, 400, 1.5)
    STRONG = Style(14, 500, 1.5)
    CAPTION = Style(12, 400, 1.4)
    OVERLINE = Style(11, 600, 1.4)
    MONO = Style(13, 400, 1.5)


def scaled(style: Type, scale: float) -> int:
    """Return the size of `style` in pixels at text scale `scale`."""
    return max(9, round(style.value.pixels * scale))


def font_of(style: Type, scale: float = 1.0) -> QFont:
    """Build the font of a style; digits of equal width, so that counters do not tremble."""
    font = QFont()
    font.setFamilies(list(MONO if style is Type.MONO else SANS))
    font.setPixelSize(scaled(style, scale))
    font.setWeight(QFont.Weight(style.value.weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if style is not Type.MONO:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def css_families(families: tuple[str, ...]) -> str:
    """Return families as CSS and QSS write them."""
    return ", ".join(f"'{family}'" for family in families)
