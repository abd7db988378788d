"""Prompts that are kept: texts with typed variables, examples, and versions that never change."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from enum import StrEnum

import msgspec

from hone.domain.constraint import Constraint
from hone.errors import BadInput

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


def texts_of(body: PromptBody) -> tuple[str, ...]:
    """Return every text of a prompt in which variables may stand."""
    shown = tuple(text for example in body.examples for text in (example.input, example.output))
    return (body.system, body.user, *shown, body.prefill)


def with_found_variables(body: PromptBody) -> PromptBody:
    """Return the body with a variable for each name in its texts, in order of their first place.

    Declared variables that stand nowhere follow, unless nothing but their name was ever said of them.
    """
    known = {variable.name: variable for variable in body.variables}
    used = names_in(*texts_of(body))
    unused = [v for v in body.variables if v.name not in used and v != Variable(name=v.name)]
    found = tuple(known.get(name, Variable(name=name)) for name in used)
    return msgspec.structs.replace(body, variables=(*found, *unused))


def with_renamed_variable(body: PromptBody, old: str, new: str) -> PromptBody:
    """Return the body with a variable of another name, in its texts too.

    Raises BadInput when `new` is no name, or another variable's.
    """
    require_name(new)
    if new != old and any(variable.name == new for variable in body.variables):
        raise BadInput(f"There is already a variable {new!r}.", hint="Choose another name.")

    def said(text: str) -> str:
        return _NAME.sub(lambda match: "{{" + new + "}}" if match[1] == old else match[0], text)

    return msgspec.structs.replace(
        body,
        system=said(body.system),
        user=said(body.user),
        prefill=said(body.prefill),
        examples=tuple(
            msgspec.structs.replace(example, input=said(example.input), output=said(example.output))
            for example in body.examples
        ),
        variables=tuple(
            msgspec.structs.replace(variable, name=new) if variable.name == old else variable
            for variable in body.variables
        ),
    )


def require_name(name: str) -> None:
    """Raise BadInput unless `name` can stand in double braces."""
    if _NAME.fullmatch("{{" + name + "}}") is None or name != name.strip():
        raise BadInput(
            f"{name!r} cannot be the name of a variable.",
            hint="Use letters, digits and underscores; begin with a letter.",
        )


def places_in(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return (start, end, name) of each `{{variable}}` in a text."""
    return tuple((match.start(), match.end(), match[1]) for match in _NAME.finditer(text))
