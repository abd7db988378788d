"""Compare a value with a JSON schema in bounded time, and without fetching anything.

Schemas are typed by people or come in files, and a few characters may ask for work without end: an expression
that backtracks, references that double at each step. Python's own expressions would also hold every other
thread of the window, so that patterns go through `regex`, which lets others run and takes a time limit.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import attrs
import regex
from jsonschema import Draft202012Validator, ValidationError, validators
from jsonschema.exceptions import best_match
from jsonschema_specifications import REGISTRY
from referencing import Registry
from referencing.exceptions import Unresolvable

SECONDS = 1.0
MOST_UNIQUE = 2000
"""Items of a list that are compared with each other."""
DEEPEST = 200
"""Keywords below keywords. Python would stop later by itself, but some of it in Rust, which then panics."""

Found = Iterator[ValidationError]
Check = Callable[[Any, Any, Any, Any], Any]


class Unanswered(Exception):
    """Whether the value matches was not found out; the text says why."""


def first_mismatch(value: object, schema: Mapping[str, Any]) -> ValidationError | None:
    """Return the most telling way in which a value does not match, None when it does.

    Raises Unanswered when it takes longer than `SECONDS`, or the schema cannot be followed.
    """
    if broken_rule(schema) is not None:
        raise Unanswered("The schema itself breaks the rules of JSON Schema.")
    return _first(value, schema, Registry())


def broken_rule(schema: Mapping[str, Any]) -> ValidationError | None:
    """Return what of a schema breaks the rules of JSON Schema, None for nothing; raises Unanswered."""
    return _first(schema, Draft202012Validator.META_SCHEMA, REGISTRY)


def _first(value: object, schema: Mapping[str, Any], registry: Registry[Any]) -> ValidationError | None:
    limit = _Limit(time.monotonic() + SECONDS)
    # With the usual registry the library would fetch what a schema refers to from the internet.
    kind = validators.extend(Draft202012Validator, limit.checks())
    # And a `$schema` below would bring the library's own keywords back, which know no limit.
    kind.evolve = attrs.evolve
    validator = kind(schema, registry=registry, format_checker=kind.FORMAT_CHECKER)
    try:
        return best_match(validator.iter_errors(value))
    except Unresolvable as unknown:
        raise Unanswered(f"The schema refers to something outside itself: {unknown.ref}."[:300]) from unknown
    except RecursionError as error:
        raise Unanswered("The schema refers to itself without end, or is nested too deeply.") from error
    except ArithmeticError as error:
        raise Unanswered("A number is too large to be compared with the schema.") from error
    except regex.error as error:
        raise Unanswered(f"A pattern of the schema cannot be used: {error}."[:300]) from error
    except TimeoutError as error:
        raise Unanswered("The comparison with the schema took too long and was ended.") from error


class _Limit:
    """The keywords of JSON Schema, each of which looks at the clock first."""

    def __init__(self, end: float) -> None:
        self._end = end
        self._depth = 0

    def checks(self) -> dict[str, Check]:
        own: dict[str, Check] = {
            "pattern": self._pattern,
            "patternProperties": self._pattern_properties,
            "additionalProperties": self._additional_properties,
            "uniqueItems": self._unique_items,
        }
        return {name: self._timed(check) for name, check in (Draft202012Validator.VALIDATORS | own).items()}

    def _timed(self, check: Check) -> Check:
        def timed(validator: Any, wanted: Any, instance: Any, schema: Any) -> Found:
            self._left()
            self._depth += 1
            try:
                if self._depth > DEEPEST:
                    raise RecursionError
                yield from check(validator, wanted, instance, schema) or ()
            finally:
                self._depth -= 1

        return timed

    def _left(self) -> float:
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left

    def _matches(self, pattern: str, text: str) -> bool:
        return regex.search(pattern, text, timeout=self._left()) is not None

    def _pattern(self, validator: Any, pattern: Any, instance: Any, schema: Any) -> Found:
        if isinstance(instance, str) and not self._matches(pattern, instance):
            yield ValidationError(f"{instance[:60]!r} does not match {pattern!r}")

    def _pattern_properties(self, validator: Any, patterns: Any, instance: Any, schema: Any) -> Found:
        if not isinstance(instance, dict):
            return
        for pattern, below in patterns.items():
            for name, value in instance.items():
                if self._matches(pattern, name):
                    yield from validator.descend(value, below, path=name, schema_path=pattern)

    def _additional_properties(self, validator: Any, allowed: Any, instance: Any, schema: Any) -> Found:
        if not isinstance(instance, dict):
            return
        known, patterns = schema.get("properties", {}), schema.get("patternProperties", {})
        extra = [
            name
            for name in instance
            if name not in known and not any(self._matches(pattern, name) for pattern in patterns)
        ]
        if isinstance(allowed, dict):
            for name in extra:
                yield from validator.descend(instance[name], allowed, path=name)
        elif not allowed and extra:
            yield ValidationError(f"{', '.join(map(repr, extra))} is not provided for")

    def _unique_items(self, validator: Any, wanted: Any, instance: Any, schema: Any) -> Found:
        if wanted and isinstance(instance, list) and len(instance) > MOST_UNIQUE:
            raise TimeoutError
        yield from Draft202012Validator.VALIDATORS["uniqueItems"](validator, wanted, instance, schema) or ()
