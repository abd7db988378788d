"""Texts that are declared below the window, in the user's language.

`packaging/translation/declared.py` collects the same texts from the declarations for the catalogues.
"""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from hone.domain.fields import Field


def field_words(field: Field) -> Field:
    """Return a parameter with its label, help, unit and name of the minimum in the user's language."""
    return msgspec.structs.replace(
        field,
        label=_translated("Fields", field.label),
        help=_translated("Fields", field.help),
        unit=_translated("Fields", field.unit),
        minimum_label=_translated("Fields", field.minimum_label),
    )


def method_text(text: str) -> str:
    """Return a text of a tuning method (its label, what it does, when to take it)."""
    return _translated("Methods", text)


def format_label(label: str) -> str:
    """Return the name of a data format."""
    return _translated("Formats", label)


_PARTS = (
    QT_TRANSLATE_NOOP("MemoryParts", "Model"),
    QT_TRANSLATE_NOOP("MemoryParts", "Adapter"),
    QT_TRANSLATE_NOOP("MemoryParts", "Gradients"),
    QT_TRANSLATE_NOOP("MemoryParts", "Optimizer"),
    QT_TRANSLATE_NOOP("MemoryParts", "Activations"),
    QT_TRANSLATE_NOOP("MemoryParts", "Loss"),
    QT_TRANSLATE_NOOP("MemoryParts", "Process"),
    QT_TRANSLATE_NOOP("MemoryParts", "Checkpoints"),
)


def memory_part(name: str) -> str:
    """Return the name of a part of a memory forecast; one that is not known stays as it is."""
    return _translated("MemoryParts", name)


_EXPORTS = (
    QT_TRANSLATE_NOOP("Exports", "Markdown"),
    QT_TRANSLATE_NOOP("Exports", "HTML page"),
    QT_TRANSLATE_NOOP("Exports", "Hone JSON (everything, with all branches)"),
)


def export_label(label: str) -> str:
    """Return the name of a form that conversations are exported in."""
    return _translated("Exports", label)


def _translated(context: str, text: str) -> str:
    return QCoreApplication.translate(context, text) if text else ""
