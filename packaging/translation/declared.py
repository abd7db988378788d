"""Texts that are declared below the window and shown in it: parameters, methods, formats, problems.

The floors below the window know no Qt, so they cannot mark their texts for it. They are collected from the
declarations themselves; `hone/ui/declared_texts.py` looks them up in the same contexts.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType

from translation.catalogue import Key

PACKAGES = ("hone.domain", "hone.tuning", "hone.evaluation", "hone.ui.settings", "hone.ui.tune.steps")


def declared_texts() -> list[Key]:
    """Return context and text of everything declared, each once, in an order that does not change."""
    from hone.data.formats import FORMATS
    from hone.domain.problem_kinds import PROBLEM_KINDS
    from hone.tuning.methods import METHODS

    found: set[Key] = {("Formats", known.label) for known in FORMATS}
    found |= {("Formats", field.label) for known in FORMATS for field in known.fields}
    found |= {("ProblemKinds", kind.title) for kind in PROBLEM_KINDS}
    for method in METHODS:
        found |= {("Methods", text) for text in (method.label, method.summary, method.when)}
    for module in _modules():
        found |= set(_field_texts(module))
    return sorted(found)


def _modules() -> Iterator[ModuleType]:
    for name in PACKAGES:
        package = importlib.import_module(name)
        yield package
        for info in pkgutil.walk_packages(package.__path__, f"{name}."):
            yield importlib.import_module(info.name)


def _field_texts(module: ModuleType) -> Iterator[Key]:
    from hone.domain.fields import Field

    for value in vars(module).values():
        for field in value if isinstance(value, tuple) else (value,):
            if isinstance(field, Field):
                texts = (field.label, field.help, field.unit, field.minimum_label)
                yield from (("Fields", text) for text in texts if text)


def as_source(texts: list[Key]) -> str:
    """Return a module that lupdate reads these texts from."""
    lines = ["from PySide6.QtCore import QT_TRANSLATE_NOOP"]
    lines += [f"QT_TRANSLATE_NOOP({_quoted(context)}, {_quoted(text)})" for context, text in texts]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
