"""How the parts of a prompt are called, and the colours in which they are told apart."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QColor

from hone.domain.exact import Part
from hone.ui.kit.theme import Theme, mixed

_LABELS: tuple[object, ...] = (
    QT_TRANSLATE_NOOP("Parts", "Template"),
    QT_TRANSLATE_NOOP("Parts", "System prompt"),
    QT_TRANSLATE_NOOP("Parts", "Examples"),
    QT_TRANSLATE_NOOP("Parts", "Variables"),
    QT_TRANSLATE_NOOP("Parts", "You"),
    QT_TRANSLATE_NOOP("Parts", "Replies"),
    QT_TRANSLATE_NOOP("Parts", "Attachments"),
    QT_TRANSLATE_NOOP("Parts", "Tools"),
    QT_TRANSLATE_NOOP("Parts", "Reply's beginning"),
    QT_TRANSLATE_NOOP("Parts", "Being typed"),
)
_NAMES = {
    Part.TEMPLATE: "Template",
    Part.SYSTEM: "System prompt",
    Part.EXAMPLE: "Examples",
    Part.VARIABLE: "Variables",
    Part.USER: "You",
    Part.ASSISTANT: "Replies",
    Part.ATTACHMENT: "Attachments",
    Part.TOOL: "Tools",
    Part.PREFILL: "Reply's beginning",
    Part.TYPED: "Being typed",
}

# Degrees around the colour wheel from the accent, so that neighbours in a prompt are far apart.
_TURNS = {
    Part.SYSTEM: 0,
    Part.EXAMPLE: 160,
    Part.VARIABLE: 88,
    Part.USER: -88,
    Part.ASSISTANT: 42,
    Part.ATTACHMENT: 132,
    Part.TOOL: -30,
    Part.PREFILL: -142,
    Part.TYPED: -58,
}


def part_name(part: Part) -> str:
    """Return what a part is called, in the user's language."""
    return QCoreApplication.translate("Parts", _NAMES[part])


def solid_colour(part: Part) -> QColor:
    """Return the colour of bars, swatches and edges."""
    theme = Theme.current()
    if part is Part.TEMPLATE:
        return mixed(theme.colour("text_faint"), theme.colour("window"), 0.1 if theme.dark else 0.35)
    accent = theme.colour("accent")
    if part is Part.SYSTEM:
        return accent
    hue = (accent.hslHue() + _TURNS[part]) % 360
    lightness = 128 if theme.dark else 116
    return QColor.fromHsl(hue, 140 if theme.dark else 150, lightness)


def ground_colour(part: Part, strength: float = 0.16) -> QColor:
    """Return the ground that text of a part stands on: text keeps its contrast."""
    theme = Theme.current()
    ground = theme.colour("sidebar")
    if part is Part.TEMPLATE:
        return mixed(ground, theme.colour("text_faint"), 0.1 * strength / 0.16)
    return mixed(ground, solid_colour(part), strength + (0.06 if theme.dark else 0.0))
