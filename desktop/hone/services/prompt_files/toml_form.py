"""A prompt as TOML."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import tomli_w

from hone.domain.constraint import Constraint
from hone.domain.prompt_library import FileVersion, PromptDocument
from hone.domain.prompts import ExampleLayout, FewShot, PromptBody, Variable, VariableKind, require_name
from hone.errors import BadInput
from hone.services.prompt_files.table import FilePlace, Table

HEAD = "# A prompt for Hone. Edit it with any text editor, and import it again.\n\n"
ABOUT_KEYS = ("name", "folder", "tags", "about", "note")
BODY_KEYS = ("system", "user", "variables", "examples", "layout", "prefill", "stop", "constraint")
_LONG_KEY = re.compile(r"""(?<![\w"'-])(?:[\w"'-]++[ \t]*+\.[ \t]*+){100}""")
_AT_LINE = re.compile(r"^(.*) \(at line (\d+), column \d+\)$", re.DOTALL)


def to_toml(document: PromptDocument) -> str:
    """Write a prompt as TOML."""
    return HEAD + dump(tables_of(document))


def from_toml(text: str, path: Path) -> PromptDocument:
    """Read a prompt from TOML; raises BadInput with file, line and key."""
    place = FilePlace(path, text)
    top = Table(place, load(place, text))
    top.refuse_unknown(*ABOUT_KEYS, *BODY_KEYS, "history")
    return document_from(top, path, body_from(top))


def dump(tables: dict[str, Any], *, unless: str = "\r") -> str:
    """Write tables; texts of several lines as such, unless one holds `unless` or a carriage return.

    Of the latter TOML keeps only what is escaped.
    """
    texts = list(_texts_in(tables))
    multiline = not any("\r" in text or unless in text for text in texts)
    return tomli_w.dumps(tables, multiline_strings=multiline)


def _texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts_in(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _texts_in(each)


def load(place: FilePlace, text: str) -> dict[str, Any]:
    """Parse TOML; its complaint names the line of the file."""
    if (long := _LONG_KEY.search(text)) is not None:  # the parser's work grows with the square of its parts
        line = text.count("\n", 0, long.start()) + 1
        raise place.complain("a key has more than a hundred parts.", "Put it into quotes.", line)
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise place.complain("it is nested too deeply.", "No prompt needs that; correct the file.") from error
    except tomllib.TOMLDecodeError as error:
        found = _AT_LINE.match(str(error))
        at_end = str(error).removesuffix(" (at end of document)")
        said, line = (found[1], int(found[2])) if found else (at_end, text.count("\n") + 1)
        hint = "Check the quotes and brackets there."
        raise place.complain(f"this is not TOML: {said}.", hint, line) from error
    except ValueError as error:
        raise place.complain("a number has thousands of digits.", "Put it into quotes.") from error


def tables_of(document: PromptDocument) -> dict[str, Any]:
    """Return what the file holds, without what is as it would be anyway."""
    tables: dict[str, Any] = {"name": document.name}
    for key in ABOUT_KEYS[1:]:
        if value := getattr(document, key):
            tables[key] = list(value) if isinstance(value, tuple) else value
    tables |= body_tables(document.body)
    if document.history:
        tables["history"] = [
            {"created_at": old.created_at}
            | ({"note": old.note} if old.note else {})
            | {"body": body_tables(old.body)}
            for old in document.history
        ]
    return tables


def body_tables(body: PromptBody) -> dict[str, Any]:
    """Return what a version says, plain values before tables as TOML wants them."""
    tables: dict[str, Any] = {key: getattr(body, key) for key in ("system", "user") if getattr(body, key)}
    if body.layout is not ExampleLayout.TURNS:
        tables["layout"] = body.layout.value
    if body.prefill:
        tables["prefill"] = body.prefill
    if body.stop:
        tables["stop"] = list(body.stop)
    if body.constraint.grammar:
        tables["constraint"] = {"grammar": body.constraint.grammar}
    elif body.constraint.json_schema is not None:
        # As JSON text: TOML has no null, and a schema is known by its JSON.
        written = msgspec.json.format(msgspec.json.encode(body.constraint.json_schema)).decode()
        tables["constraint"] = {"json_schema": written}
    if body.variables:
        tables["variables"] = [_changed(variable, Variable(name="")) for variable in body.variables]
    if body.examples:
        tables["examples"] = [_example_table(example) for example in body.examples]
    return tables


def _example_table(example: FewShot) -> dict[str, Any]:
    return {"input": example.input, "output": example.output} | _changed(
        example, FewShot(input="", output="")
    )


def _changed(record: Variable | FewShot, usual: Variable | FewShot) -> dict[str, Any]:
    plain = msgspec.to_builtins(usual)
    values = {key: value for key, value in msgspec.to_builtins(record).items() if value != plain[key]}
    return {"name": record.name} | values if isinstance(record, Variable) else values


def document_from(top: Table, path: Path, body: PromptBody) -> PromptDocument:
    """Read what stands around the body; the file's name is the prompt's where none is given."""
    return PromptDocument(
        name=top.text("name") or path.stem,
        folder=top.text("folder"),
        tags=top.texts("tags"),
        about=top.text("about"),
        note=top.text("note"),
        body=body,
        history=tuple(_old_version(table) for table in top.tables("history")),
    )


def _old_version(table: Table) -> FileVersion:
    table.refuse_unknown("created_at", "note", "body")
    body = table.table("body")
    body.refuse_unknown(*BODY_KEYS)
    return FileVersion(created_at=table.moment("created_at"), note=table.text("note"), body=body_from(body))


def body_from(table: Table) -> PromptBody:
    """Read what a version says."""
    return PromptBody(
        system=table.text("system"),
        user=table.text("user"),
        variables=_variables(table),
        examples=tuple(_example(each) for each in table.tables("examples")),
        layout=ExampleLayout(table.choice("layout", list(ExampleLayout), ExampleLayout.TURNS)),
        prefill=table.text("prefill"),
        stop=table.texts("stop"),
        constraint=_constraint(table.table("constraint")),
    )


def _variables(table: Table) -> tuple[Variable, ...]:
    found: dict[str, Variable] = {}
    for each in table.tables("variables"):
        each.refuse_unknown("name", "kind", "default", "choices", "help")
        name = each.text("name")
        try:
            require_name(name)
        except BadInput as error:
            raise each.wrong("name", error.message, error.hint) from error
        if name in found:
            raise each.wrong("name", f"{name!r} is there twice.", "Remove one of them.")
        found[name] = Variable(
            name=name,
            kind=VariableKind(each.choice("kind", list(VariableKind), VariableKind.TEXT)),
            default=each.text("default"),
            choices=each.texts("choices"),
            help=each.text("help"),
        )
    return tuple(found.values())


def _example(table: Table) -> FewShot:
    table.refuse_unknown("input", "output", "enabled", "source")
    for key in ("input", "output"):
        if key not in table:
            raise table.wrong(key, f"the key {key!r} is missing.", "An example has an input and an output.")
    return FewShot(
        input=table.text("input"),
        output=table.text("output"),
        enabled=table.flag("enabled", True),
        source=table.text("source"),
    )


def _constraint(table: Table) -> Constraint:
    table.refuse_unknown("grammar", "json_schema")
    if "grammar" in table and "json_schema" in table:
        raise table.wrong("grammar", "a grammar and a JSON schema exclude each other.", "Remove one of them.")
    if "json_schema" not in table:
        return Constraint(grammar=table.text("grammar"))
    schema = table.value("json_schema")
    if isinstance(schema, str):
        try:
            schema = msgspec.json.decode(schema)
        except msgspec.DecodeError as error:
            raise table.wrong("json_schema", f"the schema is not JSON: {error}.") from error
        except RecursionError as error:
            raise table.wrong("json_schema", "the schema is nested too deeply.") from error
    if not isinstance(schema, dict):
        raise table.wrong("json_schema", "a schema is a JSON object.", 'For example {"type": "object"}.')
    # TOML has times and numbers that JSON has not.
    return Constraint(json_schema=msgspec.json.decode(msgspec.json.encode(schema)))
