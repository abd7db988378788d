"""Texts that are declared below the window, in the user's language.

`packaging/translation/declared.py` collects the same texts from the declarations for the catalogues.
"""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QCoreApplication

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


def _translated(context: str, text: str) -> str:
    return QCoreApplication.translate(context, text) if text else ""
