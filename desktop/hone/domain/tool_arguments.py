"""Arguments of a tool call: read from what the model wrote, and compared with the tool's JSON schema.

The part of JSON Schema that tools use is checked: types, required and further properties, enumerations,
bounds of numbers, lengths of texts and lists, and `anyOf`. Other keywords (`pattern`, `$ref` …) are left to
the tool itself. https://json-schema.org/draft/2020-12/json-schema-validation
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from hone.errors import BadInput

LONGEST_ARGUMENTS = 200_000
_DEEPEST = 32
_TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "number": (int, float),
    "integer": (int,),
    "boolean": (bool,),
    "null": (type(None),),
}


def read_arguments(text: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    """Return the arguments in `text`; raises BadInput with a sentence that a model can act on."""
    if len(text) > LONGEST_ARGUMENTS:
        raise BadInput(f"The arguments are longer than {LONGEST_ARGUMENTS:,} characters.")
    try:
        value = msgspec.json.decode(text) if text.strip() else {}
    except (msgspec.DecodeError, RecursionError, UnicodeEncodeError) as error:
        raise BadInput(f"The arguments are no valid JSON: {error}."[:300]) from error
    if not isinstance(value, dict):
        raise BadInput("The arguments must be one JSON object with a value for each name.")
    problem = problem_of(value, schema)
    if problem:
        raise BadInput(problem[:300])
    return value


def problem_of(value: Any, schema: Mapping[str, Any], place: str = "", depth: int = 0) -> str:
    """Say in a sentence why a value does not match a schema; empty when it does."""
    if depth > _DEEPEST:
        return f"{place or 'The value'} is nested too deeply."
    named = place or "The arguments"
    for check in (_type_problem, _choice_problem, _size_problem):
        problem = check(value, schema, named)
        if problem:
            return problem
    options = schema.get("anyOf") or schema.get("oneOf")
    if isinstance(options, list) and options:
        problems = [problem_of(value, each, place, depth + 1) for each in options if isinstance(each, dict)]
        if problems and all(problems):
            return problems[0]
    if isinstance(value, dict):
        return _object_problem(value, schema, place, depth)
    if isinstance(value, list) and isinstance(schema.get("items"), dict):
        for number, item in enumerate(value):
            problem = problem_of(item, schema["items"], f"{place}[{number}]", depth + 1)
            if problem:
                return problem
    return ""


def _type_problem(value: Any, schema: Mapping[str, Any], named: str) -> str:
    wanted = schema.get("type")
    kinds = [wanted] if isinstance(wanted, str) else wanted if isinstance(wanted, list) else []
    known = [kind for kind in kinds if kind in _TYPES]
    if not known or any(_is_of(value, kind) for kind in known):
        return ""
    return f"{named} must be of type {' or '.join(known)}, not {_kind_of(value)}."


def _is_of(value: Any, kind: str) -> bool:
    if isinstance(value, bool):
        return kind == "boolean"
    if kind == "integer" and isinstance(value, float):
        return value.is_integer()
    return isinstance(value, _TYPES[kind])


def _kind_of(value: Any) -> str:
    return next((kind for kind in ("integer", *_TYPES) if _is_of(value, kind)), type(value).__name__)


def _choice_problem(value: Any, schema: Mapping[str, Any], named: str) -> str:
    choices = schema.get("enum")
    if isinstance(choices, list) and choices and value not in choices:
        return f"{named} must be one of {', '.join(repr(choice) for choice in choices[:20])}."
    if "const" in schema and value != schema["const"]:
        return f"{named} must be {schema['const']!r}."
    return ""


def _size_problem(value: Any, schema: Mapping[str, Any], named: str) -> str:
    if isinstance(value, bool):
        return ""
    if isinstance(value, int | float):
        bounds = (("minimum", value, False, "at least"), ("maximum", value, True, "at most"))
    elif isinstance(value, str):
        size = len(value)
        bounds = (
            ("minLength", size, False, "at least as long as"),
            ("maxLength", size, True, "no longer than"),
        )
    elif isinstance(value, list):
        size = len(value)
        bounds = (
            ("minItems", size, False, "at least as long as"),
            ("maxItems", size, True, "no longer than"),
        )
    else:
        return ""
    for key, measured, is_upper, words in bounds:
        bound = schema.get(key)
        if not isinstance(bound, int | float) or isinstance(bound, bool):
            continue
        if measured > bound if is_upper else measured < bound:
            return f"{named} must be {words} {bound}."
    return ""


def _object_problem(value: dict[str, Any], schema: Mapping[str, Any], place: str, depth: int) -> str:
    properties = schema.get("properties")
    properties = properties if isinstance(properties, dict) else {}
    required = schema.get("required")
    for name in required if isinstance(required, list) else ():
        if isinstance(name, str) and name not in value:
            return f"The argument {_inside(place, name)!r} is missing."
    for name, item in value.items():
        if name in properties:
            known = properties[name]
            problem = (
                problem_of(item, known, _inside(place, name), depth + 1) if isinstance(known, dict) else ""
            )
        elif schema.get("additionalProperties") is False:
            listed = ", ".join(repr(each) for each in properties) or "none"
            problem = f"There is no argument {_inside(place, name)!r}; known: {listed}."
        else:
            problem = ""
        if problem:
            return problem
    return ""


def _inside(place: str, name: str) -> str:
    return f"{place}.{name}" if place else str(name)
