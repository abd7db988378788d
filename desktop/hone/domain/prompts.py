"""Prompts that are kept: texts with typed variables, examples, and versions that never change."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from enum import StrEnum

import msgspec

from hone.domain.constraint import Constraint

_NAME = re.compile(r"\{\{\s*([A-Za-z_]\w*)\s*\}\}")


class VariableKind(StrEnum):
    """What a variable holds; the value of a FILE is the file's text, read when it was chosen."""

    TEXT = "text"
    LONG_TEXT = "long text"
    CHOICE = "choice"
    NUMBER = "number"
    FILE = "file"


class Variable(msgspec.Struct, frozen=True, kw_only=True):
    """A place `{{name}}` in a prompt's texts; `choices` are those of a CHOICE."""

    name: str
    kind: VariableKind = VariableKind.TEXT
    default: str = ""
    choices: tuple[str, ...] = ()
    help: str = ""


class FewShot(msgspec.Struct, frozen=True, kw_only=True):
    """An example that the model is shown; `source` says where it was taken from, for a person."""

    input: str
    output: str
    enabled: bool = True
    source: str = ""


class ExampleLayout(StrEnum):
    """How examples are shown: as turns before the conversation, or inside the system prompt."""

    TURNS = "turns"
    SYSTEM = "system"


class PromptBody(msgspec.Struct, frozen=True, kw_only=True):
    """What one version of a prompt says. `user` is the first message's text, "" to leave it free."""

    system: str = ""
    user: str = ""
    variables: tuple[Variable, ...] = ()
    examples: tuple[FewShot, ...] = ()
    layout: ExampleLayout = ExampleLayout.TURNS
    prefill: str = ""
    stop: tuple[str, ...] = ()
    constraint: Constraint = Constraint()


class PromptVersion(msgspec.Struct, frozen=True, kw_only=True):
    """One saved state of a prompt; `number` counts from 1. It is never changed."""

    id: str
    prompt_id: str
    number: int
    note: str
    created_at: datetime
    body: PromptBody


class SavedPrompt(msgspec.Struct, frozen=True, kw_only=True):
    """A prompt of the library; `folder` is a path with "/", "" for the top."""

    id: str
    name: str
    created_at: datetime
    updated_at: datetime
    folder: str = ""
    tags: tuple[str, ...] = ()
    about: str = ""
    versions: int = 0
    latest_id: str = ""


class Filled(msgspec.Struct, frozen=True):
    """A text with its variables filled in; `spans` are (start, end, name) of the values in it."""

    text: str
    spans: tuple[tuple[int, int, str], ...] = ()


def names_in(*texts: str) -> tuple[str, ...]:
    """Return the names of the `{{variables}}` in texts, each once, in order of their first place."""
    return tuple(dict.fromkeys(match[1] for text in texts for match in _NAME.finditer(text)))


def fill(text: str, variables: Sequence[Variable], values: Mapping[str, str]) -> Filled:
    """Put values, else defaults, in the places of the declared `variables`; other braces stay as they are.

    A value is put in as it is: braces inside it are text.
    """
    known = {variable.name: values.get(variable.name, variable.default) for variable in variables}
    pieces: list[str] = []
    spans: list[tuple[int, int, str]] = []
    length = 0
    for piece, name in _pieces(text, known):
        if name:
            spans.append((length, length + len(piece), name))
        pieces.append(piece)
        length += len(piece)
    return Filled("".join(pieces), tuple(spans))


def _pieces(text: str, known: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Cut a text into (piece, name of the variable it is the value of, or "")."""
    end = 0
    for match in _NAME.finditer(text):
        if match[1] in known:
            yield text[end : match.start()], ""
            yield known[match[1]], match[1]
            end = match.end()
    yield text[end:], ""
