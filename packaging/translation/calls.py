"""Texts that lupdate would not find, or would file under a class that never asks for them.

lupdate reads Python without running it: it takes the class around `self.tr("…")` and the first argument of
`translate("Context", "…")`. Anything else is silently lost, so it is refused here.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from pathlib import Path

from translation.catalogue import Key

_WITH_CONTEXT = ("translate", "QT_TRANSLATE_NOOP")


def texts_and_problems(paths: Iterable[Path]) -> tuple[set[Key], list[str]]:
    """Return the texts that the modules ask for, and a sentence for each call that cannot be extracted."""
    texts: set[Key] = set()
    wrong: list[str] = []
    for path in paths:
        visitor = _Calls(path)
        visitor.visit(ast.parse(path.read_text(encoding="utf-8")))
        texts |= visitor.texts
        wrong += visitor.problems
    return texts, wrong


class _Calls(ast.NodeVisitor):
    def __init__(self, path: Path) -> None:
        self.texts: set[Key] = set()
        self.problems: list[str] = []
        self._path = path
        self._classes: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        name = _name_of(node.func)
        if name in ("tr", "_tr"):
            self._look_at_tr(node)
        elif name in _WITH_CONTEXT:
            self._look_at_translate(node, name)
        self.generic_visit(node)

    def _look_at_tr(self, node: ast.Call) -> None:
        on_self = (
            isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "self"
            and node.func.attr == "tr"
        )
        if not on_self or not self._classes:
            self._refuse(node, 'write self.tr("…") in a class, or QCoreApplication.translate("Context", "…")')
            return
        text = _literal(node.args[0]) if node.args else None
        if text is None:
            self._refuse(node, "the text is not written in the call")
        else:
            self.texts.add((self._classes[-1], text))

    def _look_at_translate(self, node: ast.Call, name: str) -> None:
        words = [_literal(argument) for argument in node.args[:2]]
        if len(words) == 2 and words[0] is not None and words[1] is not None:
            self.texts.add((words[0], words[1]))
        elif name == "QT_TRANSLATE_NOOP":
            self._refuse(node, "context and text are not written in the call")

    def _refuse(self, node: ast.Call, why: str) -> None:
        self.problems.append(f"{self._path.name}:{node.lineno}: {why}.")


def _name_of(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None
