"""The short way through JSON lines tells exactly what the usual way tells, whatever the rows are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hone.data import quick_parts, row_gathering
from hone.data.inspection import inspect
from hone.data.quick_parts import cut
from hone.data.quick_rows import quick_reader
from hone.data.reading import DataFile
from hone.domain.datasets import Report

PIECES = [
    *("Where is my order?", "It left the store on Monday, and will be there soon.", "Wie geht es dir heute?"),
    *(
        "I'm sorry, but I can't help with that.",
        "As an AI language model, I",
        "Leider kann ich das nicht beantworten.",
    ),
    *(
        "mail jane.doe@example.org",
        "@property",
        "a@b",
        "call +49 170 1234567",
        "x+1",
        "+1 (555) 010-9999 ext",
    ),
    *("4111 1111 1111 1111", "1234 5678 9012 3456", "DE89 3704 0044 0532 0130 00", "GB29NWBK60161331926819"),
    *(
        "sk-proj-abcDEF123456abcDEF123456abcDEF",
        "AKIAIOSFODNN7EXAMPLE",
        "ghp_" + "a1B2" * 9,
        "hf_" + "x9" * 17,
    ),
    *("postgres://bob:hunter22@db.example.org/x", "https://a.b/?password=hunter22x", "?user_id=5&key=1"),
    *(
        "-----BEGIN RSA PRIVATE KEY-----",
        "-------B",
        "eyJhbGciOiJIUzI1NiIsInR5cCI6.eyJzdWIiOiIxMjM0.SflKxwRJSMeKK",
    ),
    *("QUJDZGVmR2hpSmts" * 14, "0123456789abcdef" * 14, "a" * 300, "supercalifragilisticexpialidocious_-"),
    *(
        "<|im_end|>",
        "</s>",
        "</span>",
        "[INST]",
        "[link](x)",
        "<start_of_turn>",
        "<｜User｜>",
        "[MASK]",
        "<b>",
    ),
    *(
        "zero\u200bwidth",
        "soft\xadhyphen",
        "\ufeff",
        "\u202eabc",
        "👩\u200d💻",
        "می\u200cخواهم",
        "\ufffd",
        "\ue000",
    ),
    *(
        "nul\0",
        "bell\x07",
        "\x1e",
        "\x7f",
        "\x85",
        "tab\tline\r\nend",
        " \u3000",
        "",
        " ",
        "“quotes”",
        "日本語の文です。",
    ),
    *(
        'say \\"hi\\": now',
        'a "quoted": word',
        "back\\slash\\",
        "[1, 2]",
        '{"a": 1}',
        "\n\nHuman: a\n\nAssistant: b",
    ),
]
TEXT = st.lists(st.sampled_from(PIECES) | st.text(max_size=12), min_size=0, max_size=3).map(" ".join)
GOOD = st.sampled_from(PIECES[:3])
ROLE = st.sampled_from(["user", "assistant", "system", "tool", "human", "boss"])
EXTRA = st.dictionaries(
    st.sampled_from(["id", "source", "meta"]),
    st.none()
    | st.integers()
    | st.floats()
    | TEXT
    | st.lists(TEXT, max_size=2)
    | st.dictionaries(TEXT, TEXT, max_size=2),
    max_size=2,
)


def _talk(first: str, second: str) -> st.SearchStrategy[list[dict[str, str]]]:
    usual = st.tuples(TEXT, TEXT).map(
        lambda pair: [{first: "user", second: pair[0]}, {first: "assistant", second: pair[1]}]
    )
    wild = st.lists(st.fixed_dictionaries({first: ROLE, second: TEXT}), max_size=4)
    return usual | wild


def _row(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.tuples(st.fixed_dictionaries(fields), EXTRA).map(lambda both: {**both[1], **both[0]})


SHAPES: dict[str, tuple[dict[str, Any], st.SearchStrategy[dict[str, Any]]]] = {
    "messages": (
        {"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Ho"}]},
        _row(messages=_talk("role", "content")),
    ),
    "sharegpt": (
        {"conversations": [{"from": "human", "value": "Hi"}, {"from": "gpt", "value": "Ho"}], "system": "S"},
        _row(conversations=_talk("from", "value"), system=TEXT | st.none()),
    ),
    "alpaca": (
        {"instruction": "Add.", "input": "1 and 2", "output": "3"},
        _row(instruction=TEXT, input=TEXT | st.none(), output=TEXT),
    ),
    "prompt_completion": (
        {"question": "Hi?", "answer": "Ho"},
        _row(question=TEXT, answer=TEXT | st.integers()),
    ),
    "text": ({"text": "Once there was a king."}, _row(text=TEXT)),
    "classification": (
        {"text": "My card is lost.", "label": "card"},
        _row(text=TEXT, label=st.sampled_from(["card", "money", "", "pin"])),
    ),
    "preference": (
        {"prompt": "Hi", "chosen": "Ho", "rejected": "Hu"},
        _row(prompt=TEXT, chosen=TEXT, rejected=TEXT),
    ),
}


@contextmanager
def usual_way_only() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(row_gathering, "quick_reader", lambda data: None)
        yield


def same_both_ways(path: Path) -> Report:
    quick = inspect(path)
    with usual_way_only():
        usual = inspect(path)
    for name in Report.__struct_fields__:
        assert getattr(quick, name) == getattr(usual, name), name
    return quick


@pytest.mark.parametrize("shape", SHAPES)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_quick_and_usual_way_tell_the_same(
    shape: str, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    usual, wild = SHAPES[shape]
    rows = data.draw(st.lists(wild, min_size=1, max_size=8))
    ascii_only = data.draw(st.booleans())
    lines = [json.dumps(usual), *(json.dumps(row, ensure_ascii=ascii_only) for row in rows)]
    for place in data.draw(st.lists(st.integers(1, len(lines)), max_size=2)):
        lines.insert(
            place, data.draw(st.sampled_from(["", "  ", "{broken", "[1]", "null", '{"a": 1, "a": 2}']))
        )
    path = tmp_path_factory.mktemp("rows") / "rows.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    same_both_ways(path)


@pytest.mark.parametrize("piece", PIECES)
def test_every_odd_text_is_told_by_the_quick_way_too(piece: str, tmp_path: Path) -> None:
    rows: list[dict[str, str]] = []
    for place in range(40):
        odd = piece if place in (7, 23) else "as it is"
        rows.append({"prompt": f"How is it, number {place}?", "completion": f"Well, {odd} and {place} more."})
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    assert quick_reader(DataFile(path)) is not None
    same_both_ways(path)


@pytest.mark.parametrize("shape", SHAPES)
def test_common_shapes_are_read_the_quick_way(shape: str, tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join([json.dumps({**SHAPES[shape][0], "id": 3, "meta": {"a": ["b"]}})] * 3))
    assert quick_reader(DataFile(path)) is not None
    report = same_both_ways(path)
    assert (report.format, report.rows, report.usable_rows) == (shape, 3, 3)


@pytest.mark.parametrize(
    "line",
    [
        '{"prompt": "a", "completion": "b", "completion": "c"}',
        '{"prompt": "a", "prompt" : "a", "completion": "b"}',
        '{"prompt": "a \\"x\\": y", "completion": "b"}',
        '{"prompt": "ends with \\\\", "completion": "b"}',
        '{"prompt": "a", "completion": "b", "id": {"x": 1, "x": 2}}',
        '{"PROMPT": "a", "completion": "b"}',
        '{"prompt": "a", "completion": "b", "system": "s"}',
        '{"prompt": "a", "completion": "b", "score": NaN}',
        '{"prompt": "a", "completion": "\\ud83d"}',
        '{"prompt": "a", "completion": "\\ud83d\\ude00"}',
        '\t {"prompt": "a", "completion": "b"} \r',
        '{"prompt": "a", "completion": "b", "x\\u001by": 1}',
        '{"prompt": "a", "completion": "b", "\\ud83d": 1}',
    ],
)
def test_odd_lines_are_told_the_same(line: str, tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    good = '{"prompt": "How are you?", "completion": "Well."}'
    path.write_text("\n".join([good, good, line, "", good]))
    same_both_ways(path)


def test_bytes_that_are_no_utf8_are_told_the_same(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    good = b'{"prompt": "How are you, %d?", "completion": "Well."}\n'
    rows = [good % place for place in range(2000)]
    rows[1500] = b'{"prompt": "caf\xe9 au lait", "completion": "Well."}\n'
    path.write_bytes(b"".join(rows))
    same_both_ways(path)


def test_parts_of_a_file_are_told_as_the_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "rows.jsonl"
    lines = [
        json.dumps({"prompt": f"Question {n % 90}?", "completion": f"Answer {n % 97}."}) for n in range(600)
    ]
    for place in (5, 100, 101, 350, 599):
        lines[place] = "" if place % 2 else '{"prompt": "cut'
    lines[580] = json.dumps({"prompt": "Write to jane.doe@example.org", "completion": "Done."})
    path.write_text("\n".join(lines))
    whole = same_both_ways(path)
    monkeypatch.setattr(quick_parts, "PART_BYTES", 4000)
    monkeypatch.setattr(quick_parts, "_BLOCK", 700)
    monkeypatch.setattr(quick_parts.cut, "__defaults__", (4000,))
    assert len(cut(DataFile(path))) > 5
    parts = same_both_ways(path)
    assert parts == whole
    mail = next(problem for problem in parts.problems if problem.kind == "personal_data")
    assert mail.line == 581
    cut_off = [problem for problem in parts.problems if problem.kind == "not_json"]
    assert all(f"Line {problem.line:,} " in problem.message for problem in cut_off)
    assert msgspec.structs.asdict(parts)["rows"] == 600 - 3
