"""Replies keep to grammars and schemas, and no grammar or schema can stop or kill the engine."""

from __future__ import annotations

import ctypes
import json
import re
import time
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from hone.domain.constraint import Constraint
from hone.domain.generation import Generate, GenerationEnded, RequestFailed, TextChunk
from hone.domain.sampling import LogitBias
from hone.errors import BadInput

if TYPE_CHECKING:
    from conftest import Bench

pytestmark = pytest.mark.worker

PERSON = {
    "type": "object",
    "properties": {
        "name": {"type": "string", "minLength": 1, "maxLength": 8},
        "age": {"type": "integer", "minimum": 3, "maximum": 120},
        "home": {
            "type": "object",
            "properties": {"street": {"type": "string", "maxLength": 5}, "number": {"type": "integer"}},
            "required": ["street"],
            "additionalProperties": False,
        },
    },
    "required": ["name", "age", "home"],
    "additionalProperties": False,
}
TREE = {
    "$defs": {
        "node": {
            "type": "object",
            "properties": {
                "value": {"enum": [1, 2]},
                "children": {"type": "array", "items": {"$ref": "#/$defs/node"}, "maxItems": 1},
            },
            "required": ["value"],
            "additionalProperties": False,
        }
    },
    "$ref": "#/$defs/node",
}
SCHEMAS: dict[str, Any] = {
    "nested objects": PERSON,
    "definitions that use themselves": TREE,
    "enum with quotes": {"enum": ['say "no"', "back\\slash", "line\nbreak", 3, None, True, {"a": [1]}]},
    "const": {"const": {"a": "x", "b": [1, 2]}},
    "array bounds": {"type": "array", "items": {"type": "boolean"}, "minItems": 2, "maxItems": 4},
    "tuple": {
        "type": "array",
        "prefixItems": [{"type": "integer"}, {"const": "x"}],
        "items": False,
        "minItems": 2,
    },
    "pattern": {"type": "string", "pattern": "^[A-Z]{2}-[0-9]{3}(x|yz)?$"},
    "format": {"type": "string", "format": "date"},
    "any of": {"anyOf": [{"type": "integer", "minimum": 0}, {"type": "null"}, {"const": "none"}]},
    "all of": {"allOf": [{"type": "integer", "minimum": 5}, {"type": "integer", "maximum": 7}]},
    "integer bounds": {"type": "integer", "minimum": -12, "exclusiveMaximum": 7},
    "number bounds": {"type": "number", "exclusiveMinimum": 0, "maximum": 1},
    "multiple": {"type": "integer", "multipleOf": 25, "minimum": 0, "maximum": 100},
    "typed additional properties": {
        "type": "object",
        "properties": {"a": {"type": "boolean"}},
        "required": ["a"],
        "additionalProperties": {"type": "boolean"},
        "maxProperties": 2,
    },
    "several types": {"type": ["boolean", "null"]},
}  # fmt: skip


def constrained(bench: Bench, seed: int = 1, max_tokens: int = 300, **constraint: Any) -> Generate:
    """Return a request whose text the model knows nothing of: all the form comes from the constraint.

    A bias shortens texts and numbers, so that replies end.
    """
    closing = tuple(LogitBias(text, 12.0) for text in ('"', "}", "]"))
    sampling = {
        "temperature": 1.0,
        "top_k": 0,
        "top_p": 1.0,
        "min_p": 0.0,
        "seed": seed,
        "logit_bias": closing,
    }
    return bench.ask("It is", max_tokens=max_tokens, sampling=sampling, constraint=Constraint(**constraint))


def failure(bench: Bench, request: Generate) -> RequestFailed:
    bench.wire.events.clear()
    bench.engine.submit(request)
    while bench.engine.step():
        pass
    (failed,) = bench.failures()
    return failed


@pytest.mark.parametrize("schema", SCHEMAS.values(), ids=SCHEMAS)
def test_replies_are_valid_for_their_schema(bench: Bench, schema: dict[str, Any]) -> None:
    requests = [constrained(bench, seed, json_schema=schema) for seed in range(6)]
    for answer in bench.run(*requests):
        assert answer.ended.reason == "stop", answer.text
        jsonschema.validate(
            json.loads(answer.text), schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
        )


@pytest.mark.parametrize(
    "sampling", [{"temperature": 0.0}, {"mirostat": 2}, {"top_k": 1}, {"xtc_probability": 1.0}]
)
def test_schema_is_kept_with_every_way_of_choosing(bench: Bench, sampling: dict[str, Any]) -> None:
    schema = SCHEMAS["array bounds"]
    request = bench.ask(
        "It is",
        max_tokens=150,
        sampling={"temperature": 1.0, "seed": 3} | sampling,
        constraint=Constraint(json_schema=schema),
    )
    jsonschema.validate(json.loads(bench.run(request)[0].text), schema)


@pytest.mark.parametrize(
    "keyword",
    ["uniqueItems", "not", "contains", "if", "dependentRequired", "propertyNames", "unevaluatedProperties",
     "nullable", "x-guidance"],
)  # fmt: skip
def test_keyword_that_cannot_be_followed_is_refused_by_name(bench: Bench, keyword: str) -> None:
    schema = {"type": "object", "properties": {"a": {keyword: {}}}}
    with pytest.raises(BadInput, match=f"'{re.escape(keyword)}' at /properties/a"):
        bench.engine.submit(constrained(bench, json_schema=schema))


def test_misspelt_keyword_is_refused_with_the_right_one(bench: Bench) -> None:
    with pytest.raises(BadInput, match="'minimun'") as refused:
        bench.engine.submit(constrained(bench, json_schema={"type": "integer", "minimun": 3}))
    assert "'minimum'" in refused.value.hint


def test_properties_may_have_names_of_keywords(bench: Bench) -> None:
    schema = {
        "type": "object",
        "properties": {"minimun": {"type": "boolean"}, "not": {"type": "boolean"}},
        "required": ["minimun", "not"],
        "additionalProperties": False,
    }
    assert set(json.loads(bench.run(constrained(bench, json_schema=schema))[0].text)) == {"minimun", "not"}


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "integer", "minimum": 5, "maximum": 3},
        {"type": "nonsense"},
        {"type": "string", "pattern": "("},
        {"type": "string", "pattern": r"(a)\1"},
        {"type": "string", "format": "shoe size"},
        {"$ref": "#/$defs/none"},
        {"$ref": "https://example.com/schema.json"},
        {"$ref": "#"},
        {"enum": []},
        {"oneOf": [{"type": "integer"}, {"type": "number"}]},
        {"type": "object", "properties": []},
    ],
)
def test_schema_that_cannot_be_met_is_refused(bench: Bench, schema: dict[str, Any]) -> None:
    with pytest.raises(BadInput, match="JSON schema") as refused:
        bench.engine.submit(constrained(bench, json_schema=schema))
    assert len(refused.value.message) < 400 and "\n" not in refused.value.message
    assert bench.run(bench.ask("The"))[0].text


def chain_of_definitions(count: int) -> dict[str, Any]:
    """Return a schema whose definitions lead one to the next; llguidance alone would overflow its stack."""
    steps: dict[str, Any] = {
        f"d{step}": {"type": "array", "items": {"$ref": f"#/$defs/d{step + 1}"}} for step in range(count)
    }
    return {"$defs": steps | {f"d{count}": {"type": "integer"}}, "$ref": "#/$defs/d0"}


def test_deep_schema_is_refused_and_a_shallow_one_of_many_parts_is_not(bench: Bench) -> None:
    with pytest.raises(BadInput, match="one below the other"):
        bench.engine.submit(constrained(bench, json_schema=chain_of_definitions(3000)))
    wide = {"anyOf": [{"const": f"choice {number}"} for number in range(3000)]}
    assert json.loads(bench.run(constrained(bench, json_schema=wide))[0].text).startswith("choice ")


# ---- grammars -------------------------------------------------------------------------------------

LANGUAGES = {
    'root ::= "yes" | "no"': "yes|no",
    'root ::= [a-c]+ "abc"': "[abc]+abc",
    'root ::= ("a" | "ab") ("c" | "bcd") "!"': "(a|ab)(c|bcd)!",
    'root ::= item ("," item){1,2}\nitem ::= "-" item | # or a digit\n  [0-9]': "-*[0-9](,-*[0-9]){1,2}",
    'root ::= "naïve " [^a-z"\\x00-\\x20]{2} "\\u00e9"': '(?s:naïve [^a-z"\\x00-\\x20]{2}é)',
    'root ::= "\\U0001F642" | "\\u6771"': "🙂|東",
    "root ::= .{3}": "(?s:.{3})",
    'root ::= root "a" | "b"': "ba*",
    'root ::= (("x"?)*)+ "y"': "x*y",
    'root ::= "a"\r\n  "b"': None,
    'root ::= ( "a"\r\n  "b" )': "ab",
}  # fmt: skip


@pytest.mark.parametrize(("grammar", "expression"), [item for item in LANGUAGES.items() if item[1]])
def test_replies_match_their_grammar(bench: Bench, grammar: str, expression: str) -> None:
    requests = [constrained(bench, seed, max_tokens=400, grammar=grammar) for seed in range(4)]
    for answer in bench.run(*requests):
        if answer.ended.reason == "stop":
            assert re.fullmatch(expression, answer.text)
        else:
            assert "*" in expression or "+" in expression


def test_reply_ends_when_the_grammar_is_complete(bench: Bench) -> None:
    ban = tuple(LogitBias(token, -100.0) for token in (0, 2))  # even when the model would not end
    request = bench.ask(
        "The", max_tokens=50, sampling={"logit_bias": ban}, constraint=Constraint(grammar='root ::= "a"')
    )
    answer = bench.run(request)[0]
    assert (answer.text, answer.ended.reason) == ("a", "stop")


def allowed_by_llama(bench: Bench, grammar: str, path: list[int]) -> list[set[int]]:
    """Return the plain tokens that llama.cpp's own engine allows before each token of a path and after it."""
    import llama_cpp

    vocabulary = bench.engine._bench.vocabulary
    sampler = llama_cpp.llama_sampler_init_grammar(vocabulary.handle, grammar.encode(), b"root")
    assert sampler
    special = set(vocabulary.control.values()) | vocabulary.ends_of_generation
    found = []
    for place in range(len(path) + 1):
        data = (llama_cpp.llama_token_data * vocabulary.size)()
        for token in range(vocabulary.size):
            data[token].id = token
        array = llama_cpp.llama_token_data_array(
            ctypes.cast(data, llama_cpp.llama_token_data_p), vocabulary.size, -1, False
        )
        llama_cpp.llama_sampler_apply(sampler, ctypes.byref(array))
        found.append({entry.id for entry in data if entry.logit == 0.0} - special)
        if place < len(path):
            assert path[place] in found[-1]  # llama.cpp ends the process otherwise
            llama_cpp.llama_sampler_accept(sampler, path[place])
    llama_cpp.llama_sampler_free(sampler)
    return found


PATHS = [
    ('root ::= [a-c]+ "abc" "x"?', "aabcababcx"),
    ('root ::= ("a" | "ab") ("c" | "bcd") "!"', "abcd!"),
    ('root ::= .{2} [à-ü] [^\\n]*', "Übü 東京 🙂!"),
    ('root ::= "{" ws (pair ("," ws pair)*)? "}"\npair ::= "\\"" [^"]* "\\":" ws [0-9]+\nws ::= [ \\n]*',
     '{ "the sea":12,\n "a":3}'),
]  # fmt: skip


@pytest.mark.parametrize(("grammar", "text"), PATHS)
def test_allowed_tokens_are_those_of_llama_cpp(bench: Bench, grammar: str, text: str) -> None:
    from hone.workers.llama.grammar import matcher_for

    vocabulary = bench.engine._bench.vocabulary
    special = set(vocabulary.control.values()) | vocabulary.ends_of_generation
    pieces = ((token, vocabulary.piece(token)) for token in range(vocabulary.size))
    # llama.cpp never lets a zero come, and lets bytes come that no UTF-8 has.
    odd = {token for token, piece in pieces if piece[:1] == b"\0" or piece[:1] > b"\xf4"}
    path = vocabulary.encode_literally(text)
    matcher = matcher_for(Constraint(grammar=grammar), vocabulary)
    assert matcher is not None
    for place, expected in enumerate(allowed_by_llama(bench, grammar, path)):
        allowed = set(matcher.allowed().tolist())
        assert allowed - special - odd == expected - odd
        assert not (allowed - vocabulary.ends_of_generation) & special
        if place < len(path):
            assert matcher.allows(path[place])
            matcher.accept(path[place])


@pytest.mark.parametrize(
    ("grammar", "line", "what"),
    [
        ('root ::= "a', 1, "not closed"),
        ("root ::= a\na ::= b", 2, "no rule 'b'"),
        ('root ::= "a"\n\n# here\nb = "c"', 4, "'::='"),
        ('root ::= (\n "a" | "b"\n', 3, "')'"),
        ("root ::= [z-a]", 1, "wrong way round"),
        ("root ::= []", 1, "empty"),
        ('root ::= "a"{3,2}', 1, "{3,2}"),
        ('root ::= "a"{99999999999999999999}', 1, "repetitions"),
        ('root ::= "\\q"', 1, "escape"),
        ('root ::= "\\ud800"', 1, "character"),
        ("root ::= *", 1, "nothing before it"),
        ('root ::= "a"\nroot ::= "b"', 2, "already"),
        ('root ::= <not a token>', 1, "control token"),
        ("root ::= " + "(" * 5000 + '"a"' + ")" * 5000, 1, "nested"),
        ('root ::= "a"\r\n  "b"', 2, "name"),
    ],
)  # fmt: skip
def test_broken_grammar_is_refused_with_its_line(bench: Bench, grammar: str, line: int, what: str) -> None:
    with pytest.raises(BadInput, match=f"^Line {line} of the grammar: .*{re.escape(what)}"):
        bench.engine.submit(constrained(bench, grammar=grammar))


def chain_of_rules(count: int) -> str:
    """Return a grammar whose rules lead one to the next; it overflows the stack of both libraries."""
    rules = "".join(f'r{step} ::= r{step + 1} "x"\n' for step in range(count))
    return f'root ::= r0\n{rules}r{count} ::= "a"\n'


REFUSED = {
    "no root": 'start ::= "a"',
    "nothing": "# only a comment",
    "endless": "root ::= root",
    "endless through others": 'root ::= a "x"\na ::= b\nb ::= a',
    "long chain": chain_of_rules(20_000),
    "too long": 'root ::= "' + "a" * 300_000 + '"',
    "unknown token": "root ::= <[99999]>",
}


@pytest.mark.parametrize("grammar", REFUSED.values(), ids=REFUSED)
def test_grammar_that_no_reply_can_match_is_refused(bench: Bench, grammar: str) -> None:
    endless = grammar in (REFUSED["endless"], REFUSED["endless through others"])
    with pytest.raises(BadInput, match="No reply can match this grammar" if endless else "grammar"):
        bench.engine.submit(constrained(bench, grammar=grammar))
    assert bench.run(bench.ask("The"))[0].text


RUNAWAY = {
    "ambiguous": 'root ::= "a" root "b" | "a" root "c" | "a"',
    "ambiguous in the middle": 'root ::= s\ns ::= s s | "a" | "a" s',
    "nested repetitions": 'root ::= (("a"{0,2000}){0,2000}){0,2000}',
    "stars of stars": 'root ::= ((("a"*)*)*)* "b"?',
    "repeated nothing": 'root ::= (""*)* "a"+',
}


@pytest.mark.parametrize("grammar", RUNAWAY.values(), ids=RUNAWAY)
def test_runaway_grammar_ends_in_time(bench: Bench, grammar: str) -> None:
    """The first of them keeps llama.cpp's own engine busy for minutes after some 15 tokens."""
    favoured = (LogitBias("a", 1000.0), LogitBias(2, -100.0))
    request = bench.ask(
        "The", max_tokens=120, sampling={"logit_bias": favoured}, constraint=Constraint(grammar=grammar)
    )
    bench.wire.events.clear()
    started = time.monotonic()
    bench.engine.submit(request)
    while bench.engine.step():
        pass
    assert time.monotonic() - started < 20
    last = bench.wire.events[-1]
    assert isinstance(last, GenerationEnded | RequestFailed)
    if isinstance(last, GenerationEnded):
        text = "".join(event.text for event in bench.wire.events if isinstance(event, TextChunk))
        assert text.startswith("a" * 100)
    assert bench.run(bench.ask("The"))[0].text


def test_constraint_and_bias_that_exclude_everything_fail_alone(bench: Bench) -> None:
    request = bench.ask(
        "The",
        sampling={"logit_bias": (LogitBias("a", -100.0),)},
        constraint=Constraint(grammar='root ::= "a"'),
    )
    assert "Nothing may come next" in failure(bench, request).message


def test_grammar_and_schema_at_once_are_refused(bench: Bench) -> None:
    with pytest.raises(BadInput, match="at once"):
        bench.engine.submit(constrained(bench, grammar='root ::= "a"', json_schema={"type": "integer"}))


def test_token_is_named_by_its_id(bench: Bench) -> None:
    token = bench.engine._bench.vocabulary.encode_literally(" the")[0]
    answer = bench.run(constrained(bench, grammar=f'root ::= <[{token}]> "!"'))[0]
    assert answer.tokens[0] == token and answer.text.endswith("!")
