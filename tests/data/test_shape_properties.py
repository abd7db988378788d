"""Rows of every shape are written and read again the same, in files of every kind; no record is too odd."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st
from tests.data.shape_files import write_examples

from hone.data.formats import FORMATS, find_formats, format_named
from hone.data.formats.base import Format, RowRefused
from hone.data.formats.sample import Sample
from hone.data.reading import DataFile
from hone.data.records import Record
from hone.domain.chat import Turn
from hone.domain.datasets import Example, Reading
from hone.domain.problem_kinds import KIND_OF
from hone.errors import BadInput

texts = st.text(max_size=30)
halves = st.text(st.characters(min_codepoint=1, max_codepoint=0xFFFF, categories=None), max_size=8)
names = st.from_regex(r"[a-z][a-z_]{0,8}", fullmatch=True)
plain = (
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts
)
values = st.recursive(
    plain, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3), max_leaves=6
)
extras = st.dictionaries(st.sampled_from(["id", "source", "note ü", "Meta"]), values, max_size=2)
tool_lists = st.lists(
    st.builds(
        lambda name, rest: {"type": "function", "function": {"name": name, **rest}},
        names,
        st.dictionaries(st.sampled_from(["description", "parameters"]), values, max_size=2),
    ),
    max_size=2,
).map(lambda tools: msgspec.json.encode(tools).decode() if tools else "")
keys = st.fixed_dictionaries(
    {},
    optional={
        "name": texts,
        "weight": st.sampled_from([0, 1]),
        "reasoning_content": texts,
        "meta": st.dictionaries(texts, texts, max_size=2),
    },
)


def turn(role: str, content: str, more: dict[str, Any] | None = None) -> Turn:
    return Turn(role, content, msgspec.json.encode(dict(sorted(more.items()))).decode() if more else "")


def calls_of(found: Sequence[tuple[str, dict[str, Any]]], first: int) -> list[dict[str, Any]]:
    return [
        {
            "id": f"call{first + number:05d}",
            "type": "function",
            "function": {"name": name, "arguments": msgspec.json.encode(arguments).decode()},
        }
        for number, (name, arguments) in enumerate(found, start=1)
    ]


plain_turns = st.builds(turn, st.sampled_from(["system", "user", "assistant"]), texts, keys)
arguments = st.dictionaries(texts, values, max_size=2)


@st.composite
def dialogues(draw: st.DrawFn, first: str = "") -> tuple[Turn, ...]:
    """Turns, tool calls with their answers among them."""
    turns: list[Turn] = [turn(first, draw(texts), draw(keys))] if first else []
    made = 0
    for calls in draw(st.lists(st.none() | st.lists(st.tuples(names, arguments), min_size=1, max_size=2))):
        if calls is None:
            turns.append(draw(plain_turns))
            continue
        whole = calls_of(calls, made)
        turns.append(turn("assistant", "", {"tool_calls": whole, **draw(keys.map(_unnamed))}))
        for call in whole[: draw(st.integers(0, len(whole)))]:
            identity = {"tool_call_id": call["id"], "name": call["function"]["name"]}
            turns.append(turn("tool", draw(texts), identity))
        made += len(whole)
    return tuple(turns or [turn("user", draw(texts))])


def _unnamed(more: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in more.items() if key not in ("name", "meta")}


def _example(**fields: Any) -> Example:
    return Example(row=1, **fields)


def judged(example: Example, good: bool) -> Example:
    return msgspec.structs.replace(example, good=good)


whole_dialogues = st.builds(_example, turns=dialogues(), tools=tool_lists, extra=extras)


@st.composite
def alpacas(draw: st.DrawFn) -> Example:
    turns = [turn("system", text) for text in draw(st.lists(texts.filter(str.strip), max_size=1))]
    for question, answer in draw(st.lists(st.tuples(texts, texts), min_size=1, max_size=3)):
        turns += [turn("user", question), turn("assistant", answer)]
    return _example(turns=tuple(turns), tools=draw(tool_lists), extra=draw(extras))


@st.composite
def pairs(draw: st.DrawFn) -> Example:
    """A prompt, whose replies are not learned, and a completion of replies and tool answers, or none."""
    prompt = [
        turn(each.role, each.content, {**msgspec.json.decode(each.more or "{}"), "weight": 0})
        if each.role == "assistant"
        else each
        for each in draw(dialogues())
    ]
    reply = list(draw(st.just(()) | dialogues(first="assistant")))
    reply = [each for each in reply if each.role in ("assistant", "tool")]
    return _example(turns=(*prompt, *reply), tools=draw(tool_lists), extra=draw(extras))


simple_pairs = st.builds(
    lambda prompt, reply, extra: _example(
        turns=(turn("user", prompt), turn("assistant", reply)), extra=extra
    ),
    texts,
    texts,
    extras,
)


@st.composite
def preferences(draw: st.DrawFn) -> Example:
    prompt = draw(dialogues())
    chosen, rejected = draw(dialogues(first="assistant")), draw(dialogues(first="assistant"))
    return _example(
        turns=(*prompt, *chosen),
        rejected=rejected,
        prompt_turns=len(prompt),
        tools=draw(tool_lists),
        extra=draw(extras),
    )


labelled = st.builds(
    lambda text, label, extra: _example(
        turns=(turn("user", text), turn("assistant", label)), category=label, extra=extra
    ),
    texts,
    texts,
    extras,
)
EXAMPLES: dict[str, st.SearchStrategy[Example]] = {
    "messages": whole_dialogues,
    "sharegpt": whole_dialogues,
    "alpaca": alpacas(),
    "prompt_completion": pairs() | simple_pairs,
    "preference": preferences(),
    "kto": st.builds(judged, whole_dialogues, st.booleans()),
    "classification": labelled,
    "text": st.builds(_example, text=texts, extra=extras),
}
SHAPES = sorted(EXAMPLES)


def test_every_shape_has_random_rows() -> None:
    assert set(SHAPES) == {known.name for known in FORMATS}


@pytest.mark.parametrize("shape", SHAPES)
@given(data=st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_row_is_read_as_it_was_written(shape: str, data: st.DataObject) -> None:
    example, known = data.draw(EXAMPLES[shape]), format_named(shape)
    row = known.write(example)
    assert known.read(Record(1, 0, row)) == example
    kept = json.loads(json.dumps(row))
    assert known.read(Record(1, 0, kept)) == example


@pytest.mark.parametrize("shape", SHAPES)
@given(data=st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_row_of_a_shape_becomes_any_other_that_can_hold_it(shape: str, data: st.DataObject) -> None:
    example = data.draw(EXAMPLES[shape])
    for known in FORMATS:
        try:
            row = known.write(example)
        except RowRefused as refused:
            assert refused.kind in KIND_OF and refused.message and refused.hint
            continue
        again = known.read(Record(1, 0, row))
        if known.name == "text":
            assert all(each.content in (again.text or "") for each in example.turns)
        elif known.name == "sharegpt":
            said = [(each.role, each.content) for each in example.turns]
            assert [(each.role, each.content) for each in again.turns] == said
        else:
            assert again.turns == example.turns
        assert list(again.extra.values()) == list(example.extra.values())


KINDS = (".jsonl", ".json", ".csv", ".tsv", ".parquet", ".jsonl.gz", ".csv.zst")
# What a cell of a table holds is text, and a column of Parquet has one type.
typed_extras = {
    "table": st.fixed_dictionaries({"source": texts, "x y": texts}),
    ".parquet": st.fixed_dictionaries(
        {"id": st.integers(-(2**60), 2**60), "score": st.floats(allow_nan=False, allow_infinity=False)}
    ),
}


@pytest.mark.parametrize("ending", KINDS)
@pytest.mark.parametrize("shape", SHAPES)
@given(data=st.data())
@settings(
    max_examples=4,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.reuse, Phase.generate],  # making a failure smaller takes minutes here
)
def test_file_holds_rows_as_they_were(shape: str, ending: str, data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        _write_and_read(shape, ending, data, Path(folder))


def _write_and_read(shape: str, ending: str, data: st.DataObject, folder: Path) -> None:
    kind = "table" if ending.startswith((".csv", ".tsv")) else ending
    examples = data.draw(st.lists(EXAMPLES[shape], min_size=1, max_size=4))
    if kind == "table" and shape == "prompt_completion":
        # An empty cell is an empty completion; that there is none is said by the column, for all rows.
        write = format_named(shape).write
        examples = [each for each in examples if "completion" in write(each)] or [data.draw(simple_pairs)]
    if kind in typed_extras:
        examples = [msgspec.structs.replace(each, extra=data.draw(typed_extras[kind])) for each in examples]
    path = folder / f"rows{ending}"
    _, refused = write_examples(examples, shape, path)
    kinds = {problem.kind for problem in refused}
    assert kinds <= ({"null_character", "empty_text"} if kind == "table" else set())
    assume(not refused)
    file = DataFile(path, Reading(format=shape))
    found = [msgspec.structs.replace(file.read(each), row=1, line=0) for each in _records(file)]
    assert found == examples
    assert [each.name for each in folder.iterdir()] == [path.name]


def _records(file: DataFile) -> Iterator[Record]:
    for item in file.opened.records():
        assert isinstance(item, Record), item
        yield item


@given(data=st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_json_lines_hold_half_characters(data: st.DataObject, tmp_path: Path) -> None:
    said = data.draw(st.lists(halves, min_size=2, max_size=2))
    example = _example(turns=(turn("user", said[0]), turn("assistant", said[1])))
    write_examples([example], "messages", tmp_path / "rows.jsonl")
    found = next(iter(_records(file := DataFile(tmp_path / "rows.jsonl", Reading(format="messages")))))
    assert file.read(found).turns == example.turns


# ---- records of any kind ---------------------------------------------------------------------------

roles = st.sampled_from(["user", "assistant", "system", "human", "gpt", "tool", "function_call", "boss", ""])
MESSAGE_KEYS = (
    "role from content value text type tool_calls function_call function name arguments parameters messages "
    "tools weight id tool_call_id"
)
odd = st.recursive(
    plain
    | halves
    | st.sampled_from(["[]", "[{'role': 'user'}]", '[{"from": "gpt"}]', "\n\nHuman: a\n\nAssistant:"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(MESSAGE_KEYS.split()),
            inner | roles,
            max_size=4,
        )
    ),
    max_leaves=8,
)
columns = sorted({name for known in FORMATS for field in known.fields for name in field.names})
records = st.dictionaries(
    st.sampled_from(columns) | st.sampled_from([" Prompt ", "ANSWER", "frage", "antwort", ""]) | texts,
    odd | texts,
    max_size=5,
)


@pytest.mark.parametrize("known", FORMATS, ids=[known.name for known in FORMATS])
@given(row=records)
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_format_refuses_odd_records_or_keeps_them(known: Format, row: dict[str, Any]) -> None:
    record = Record(1, 0, row)
    known.fits(Sample((record,)))
    try:
        example = known.read(record)
    except RowRefused as refused:
        assert refused.kind in KIND_OF and refused.message
        return
    again = known.read(Record(1, 0, known.write(example)))
    assert again == example


@given(rows=st.lists(records, min_size=1, max_size=4))
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_telling_a_shape_ends_in_a_guess_or_a_sentence(rows: list[dict[str, Any]]) -> None:
    sample = [Record(number, number, row) for number, row in enumerate(rows, start=1)]
    try:
        chosen = find_formats(Reading(), sample, "rows.jsonl")
    except BadInput as error:
        assert "fit no known format" in error.message and error.hint
        return
    assert all(0 <= guess.confidence <= 1 for guess in chosen.guesses)
    assert chosen.guesses[0].shape == chosen.format.name
