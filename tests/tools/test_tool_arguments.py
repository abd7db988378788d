"""Arguments compared with a schema, also with a full validator."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hone.domain.tool_arguments import problem_of, read_arguments
from hone.errors import BadInput

SCHEMA = {
    "type": "object",
    "properties": {
        "city": {"type": "string", "minLength": 2, "maxLength": 5},
        "days": {"type": "integer", "minimum": 1, "maximum": 7},
        "unit": {"enum": ["C", "F"]},
        "tags": {"type": "array", "items": {"type": "string"}, "maxItems": 2},
        "either": {"anyOf": [{"type": "string"}, {"type": "null"}]},
        "place": {"type": "object", "properties": {"x": {"type": "number"}}, "required": ["x"]},
    },
    "required": ["city"],
    "additionalProperties": False,
}
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-2, 9)
    | st.floats(-2, 9)
    | st.sampled_from(["C", "F", "", "Oslo", "long enough"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["x", "y"]), inner, max_size=2)
    ),
    max_leaves=4,
)


@given(st.dictionaries(st.sampled_from([*SCHEMA["properties"], "other"]), VALUES, max_size=4))
def test_what_is_accepted_is_valid_by_the_standard_and_the_other_way(value: dict[str, Any]) -> None:
    valid = jsonschema.Draft202012Validator(SCHEMA).is_valid(value)
    assert (problem_of(value, SCHEMA) == "") == valid


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "no valid JSON"),
        ("[1]", "must be one JSON object"),
        ("{}", "'city' is missing"),
        ('{"city": 3}', "city must be of type string, not integer"),
        ('{"city": "Oslo", "days": 9}', "days must be at most 7"),
        ('{"city": "Oslo", "town": 1}', "no argument 'town'; known: 'city'"),
        ('{"city": "Oslo", "tags": ["a", 1]}', r"tags\[1\] must be of type string"),
        ('{"city": "Oslo", "place": {}}', "'place.x' is missing"),
        ("[" * 100_000, "no valid JSON"),
    ],
)
def test_a_wrong_argument_is_named(text: str, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        read_arguments(text, SCHEMA)


def test_no_arguments_are_an_empty_object() -> None:
    assert read_arguments("", {"type": "object"}) == {}
    assert read_arguments(json.dumps({"city": "Oslo"}), SCHEMA) == {"city": "Oslo"}
