"""Look over what a reply has to match before an engine gets it, and whether a reply matches it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NoReturn

import msgspec

from hone.domain.chat import Message, MessageState
from hone.domain.gbnf import check_names, read_gbnf
from hone.domain.schema_keywords import check_schema
from hone.errors import BadInput
from hone.services.json_places import line_of, written

_HINT = "Correct it; until then replies are kept to what was last right."
_SYNTAX = {
    "Expecting ',' delimiter": "a comma, or the closing bracket, is missing",
    "Expecting ':' delimiter": "a colon is missing after the name",
    "Expecting value": "a value is missing",
    "Expecting property name enclosed in double quotes": "a name in double quotes is missing",
    "Illegal trailing comma before end of object": "a comma stands before the closing brace",
    "Illegal trailing comma before end of array": "a comma stands before the closing bracket",
    "Extra data": "something follows after the end",
    "Unterminated string starting at": "a text is not closed with a double quote",
    "Invalid control character at": "a text goes over the end of the line",
    "Invalid \\escape": "a backslash is followed by what JSON does not know",
}
_LONGEST_VALUE = 60


class SchemaVerdict(msgspec.Struct, frozen=True, kw_only=True):
    """Whether a reply is JSON that matches its schema; `problem` says what does not, and where."""

    problem: str = ""

    @property
    def valid(self) -> bool:
        """Whether all of it matches."""
        return not self.problem


def read_schema(text: str) -> dict[str, Any]:
    """Return the JSON schema that a text writes; raises BadInput that names the line.

    Refused is also what engines could not keep a reply to.
    """
    schema = _parsed(text)
    if not isinstance(schema, dict):
        raise BadInput("Line 1: a schema is an object in braces.", hint=_HINT)
    _check_by_its_rules(text, schema)
    try:
        check_schema(schema)
    except BadInput as error:
        path = [int(part) if part.isdigit() else part for part in error.detail.split("/")[1:]]
        raise BadInput(f"Line {line_of(text, path)}: {error.message}", error.hint) from error
    return schema


def check_grammar(text: str) -> None:
    """Raise BadInput that names the line for a text that is no GBNF grammar."""
    check_names(read_gbnf(text))


def verdict_on(text: str, schema: dict[str, Any], given: int = 0) -> SchemaVerdict:
    """Compare a reply with its schema.

    Where the whole is no JSON, the first `given` characters, which the model did not make, are left out.
    """
    found = text
    try:
        value = _parsed(text)
    except BadInput as whole:
        found = text[given:]
        try:
            value = _parsed(found) if given else _raise(whole)
        except BadInput:
            return SchemaVerdict(problem=f"This is not JSON. {whole.message}")
    return SchemaVerdict(problem=_mismatch(found, value, schema))


def schema_of(message: Message) -> dict[str, Any] | None:
    """Return the schema that a reply was asked with; None where there was none, or it has not ended."""
    if message.origin is None or message.state is MessageState.STREAMING or message.tool_calls:
        return None
    return message.origin.constraint.json_schema


def verdicts_on(messages: Iterable[Message]) -> dict[str, SchemaVerdict]:
    """Compare replies with the schemas that they were asked with; by message id."""
    return {
        message.id: verdict_on(message.text, schema, message.given)
        for message in messages
        if (schema := schema_of(message)) is not None
    }


def _raise(error: BadInput) -> NoReturn:
    raise error


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        what = _SYNTAX.get(error.msg.split(": ")[0], error.msg)
        raise BadInput(f"Line {error.lineno}: {what}.", hint=_HINT) from error
    except ValueError as error:
        raise BadInput(f"{error}.", hint=_HINT) from error
    except RecursionError as error:
        raise BadInput("It is nested too deeply.", hint=_HINT) from error


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON value")


def _check_by_its_rules(text: str, schema: dict[str, Any]) -> None:
    """Raise BadInput for a schema that breaks the rules of JSON Schema itself."""
    from hone.services.bounded_validator import Unanswered, broken_rule

    try:
        error = broken_rule(schema)
    except Unanswered as why:
        raise BadInput(f"The schema cannot be checked. {why}", hint=_HINT) from why
    if error is None:
        return
    path = list(error.absolute_path)
    place = written(path)
    said = f"{_shown(error.instance)} cannot stand at {place}" if place else error.message
    raise BadInput(f"Line {line_of(text, path)}: {said}.", hint=_HINT)


def _mismatch(text: str, value: object, schema: dict[str, Any]) -> str:
    """Say the most telling way in which a value does not match; "" when it does."""
    from hone.services.bounded_validator import Unanswered, first_mismatch

    try:
        error = first_mismatch(value, schema)
    except Unanswered as why:
        return str(why)
    if error is None:
        return ""
    path = list(error.absolute_path)
    where = f" ({written(path)})" if path else ""
    return f"Line {line_of(text, path)}{where}: {_said(error.validator, error.validator_value, error)}."


def _said(keyword: str, wanted: Any, error: Any) -> str:
    """Say in words what a keyword of a schema asks for and a value does not give."""
    value = _shown(error.instance)
    if keyword == "required":
        missing = next(name for name in wanted if name not in error.instance)
        return f"{missing!r} is missing"
    if keyword == "type":
        kinds = wanted if isinstance(wanted, str) else " or ".join(wanted)
        return f"{value} is not of type {kinds}"
    if keyword == "enum":
        return f"{value} is none of {', '.join(_shown(each) for each in wanted)}"
    if keyword == "additionalProperties":
        known = error.schema.get("properties", {})
        extra = [name for name in error.instance if name not in known]
        return f"{', '.join(map(repr, extra))} is not provided for"
    return str(error.message)


def _shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST_VALUE else f"{text[:_LONGEST_VALUE]}…"
