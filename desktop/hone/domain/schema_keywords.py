"""Look over a JSON schema before it is compiled: no keyword may be ignored without a word.

llguidance refuses the keywords that it knows and cannot follow (`uniqueItems`, `not`, `if`, ...), but passes
over those that it does not know, so that a misspelt `minimun` would bound nothing.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from hone.errors import BadInput

FOLLOWED = frozenset(
    {
        "type",
        "enum",
        "const",
        "anyOf",
        "allOf",
        "oneOf",
        "$ref",
        "$defs",
        "definitions",
        "properties",
        "required",
        "additionalProperties",
        "patternProperties",
        "minProperties",
        "maxProperties",
        "items",
        "prefixItems",
        "additionalItems",
        "minItems",
        "maxItems",
        "minLength",
        "maxLength",
        "pattern",
        "format",
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "multipleOf",
    }
)
NOTES = frozenset(
    {
        "title",
        "description",
        "default",
        "examples",
        "deprecated",
        "readOnly",
        "writeOnly",
        "$schema",
        "$id",
        "$anchor",
        "$comment",
    }
)
# Known and not followed: no misspelling of a followed one.
REFUSED = frozenset(
    {
        "not",
        "if",
        "then",
        "else",
        "contains",
        "minContains",
        "maxContains",
        "uniqueItems",
        "propertyNames",
        "dependencies",
        "dependentRequired",
        "dependentSchemas",
        "unevaluatedItems",
        "unevaluatedProperties",
        "contentEncoding",
        "contentMediaType",
        "contentSchema",
        "$dynamicRef",
        "$dynamicAnchor",
        "$recursiveRef",
        "$recursiveAnchor",
        "$vocabulary",
        "nullable",
        "discriminator",
        "x-guidance",
    }
)
DEEPEST = 400  # schemas below schemas; llguidance goes down them by recursion, and fails at some 4000
_LISTS = ("anyOf", "allOf", "oneOf", "prefixItems", "items")
_NAMED = ("properties", "patternProperties", "$defs", "definitions")
_SINGLE = ("additionalProperties", "additionalItems", "items")


def check_schema(schema: dict[str, Any]) -> None:
    """Raise BadInput that names the keyword which could not be followed; `detail` is where it stands."""
    for order in (1, -1):
        seen = {id(schema)}
        path = [("", schema, _below(schema, schema, order))]
        _check_keywords(schema, "")
        while path:
            place, _, below = path[-1]
            found = next(((name, part) for name, part in below if id(part) not in seen), None)
            if found is None:
                path.pop()
                continue
            name, part = found
            seen.add(id(part))
            _check_keywords(part, f"{place}/{name}")
            path.append((f"{place}/{name}", part, _below(part, schema, order)))
            if len(path) > DEEPEST:
                raise BadInput(
                    f"The JSON schema has more than {DEEPEST} schemas one below the other.",
                    hint="Use a smaller part of it.",
                )


def _check_keywords(part: dict[str, Any], place: str) -> None:
    for keyword in part:
        if keyword in FOLLOWED or keyword in NOTES:
            continue
        if keyword.startswith("x-") and keyword not in REFUSED:
            continue
        where = f" at {place}" if place else ""
        near = difflib.get_close_matches(keyword, sorted(FOLLOWED), n=1, cutoff=0.75)
        raise BadInput(
            f"The keyword {keyword!r}{where} of the JSON schema cannot be followed.",
            hint=f"Did you mean {near[0]!r}?"
            if near and keyword not in REFUSED
            else "Leave it out, and check the reply for it.",
            detail=f"{place}/{keyword}",
        )


def _below(part: dict[str, Any], root: dict[str, Any], order: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the schemas directly below one, with where they stand in it, and the one that it refers to."""
    found: list[tuple[str, Any]] = []
    for keyword, value in part.items():
        if keyword in _NAMED and isinstance(value, dict):
            found += [(f"{keyword}/{name}", inner) for name, inner in value.items()]
        elif keyword in _LISTS and isinstance(value, list):
            found += [(f"{keyword}/{number}", inner) for number, inner in enumerate(value)]
        elif keyword in _SINGLE:
            found.append((keyword, value))
        elif keyword == "$ref":
            found.append((keyword, _target(value, root)))
    yield from ((name, inner) for name, inner in found[::order] if isinstance(inner, dict))


def _target(reference: object, root: dict[str, Any]) -> object:
    """Return what a reference inside the schema points to (RFC 6901); None when there is no such place."""
    if not isinstance(reference, str) or not reference.startswith("#"):
        return None
    found: object = root
    for part in unquote(reference[1:]).split("/")[1:]:
        name = part.replace("~1", "/").replace("~0", "~")
        if isinstance(found, dict):
            found = found.get(name)
        elif isinstance(found, list) and name.isdigit() and int(name) < len(found):
            found = found[int(name)]
        else:
            return None
    return found
