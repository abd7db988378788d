from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from hone.data.reading import DataFile
from hone.data.rewriting import Rewritten, rewrite
from hone.domain.data_changes import (
    AddRows,
    AnyChange,
    AppendRows,
    DataFilter,
    DropRows,
    KeepMatching,
    KeepPart,
    ReplaceRow,
    Sample,
    SplitRule,
)
from hone.domain.datasets import AS_FOUND, Reading
from hone.errors import BadInput, Stopped


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Forty rows, then a line that is no JSON and one that lacks a prompt; spaced as no encoder does."""
    path = tmp_path / "rows.jsonl"
    lines = [f'{{"prompt" :"Question {n}?",  "completion": "Answer {n}.", "n":{n}}}' for n in range(1, 41)]
    path.write_text("\n".join([*lines, "not json", '{"prompt": null, "completion": "x"}']) + "\n")
    return path


def made(path: Path, *changes: AnyChange, **values: Any) -> tuple[Rewritten, list[str]]:
    target = path.with_name("made.jsonl")
    result = rewrite(path, values.pop("reading", AS_FOUND), changes, target, **values)
    return result, target.read_text().splitlines()


def numbers(lines: list[str]) -> list[int]:
    return [json.loads(line).get("n", 0) for line in lines]


def test_rows_are_carried_over_byte_for_byte_and_broken_lines_are_counted(source: Path) -> None:
    result, lines = made(source)
    before = source.read_text().splitlines()
    assert lines == [*before[:40], before[41]]
    assert (result.rows, result.left_out) == (41, 1)
    assert result.reading == Reading(format="prompt_completion")
    import hashlib

    assert result.sha256 == hashlib.sha256(source.with_name("made.jsonl").read_bytes()).hexdigest()


def test_numbers_are_those_of_the_version_whatever_was_done_before(source: Path) -> None:
    new = '{"prompt": "new", "completion": "row", "n": 99}'
    _, lines = made(
        source,
        ReplaceRow(row=3, content=new),
        ReplaceRow(row=41, content=new),
        DropRows(rows=(1, 2, 42)),
        AddRows(contents=(new,)),
    )
    assert numbers(lines) == [99, *range(4, 41), 99, 99]
    _, lines = made(source, DropRows(rows=(1,)), Sample(count=39), DropRows(rows=(2, 40)))
    assert numbers(lines) == list(range(3, 40))


def test_broken_line_that_is_dropped_is_not_counted_as_lost(source: Path) -> None:
    result, _ = made(source, DropRows(rows=(41,)))
    assert (result.rows, result.left_out) == (41, 0)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('{"prompt": "x"', "Row 2 is not valid JSON"),
        ("[1]", "Row 2 is no object"),
        ('{"prompt": "x", "completion": 5}', "Row 2 does not fit: 'completion' is a number"),
        ('{"completion": "x"}', "Row 2 does not fit: 'prompt' is missing"),
    ],
)
def test_edit_is_refused_naming_row_and_field_when_it_does_not_fit(
    source: Path, content: str, said: str
) -> None:
    with pytest.raises(BadInput, match=said) as refused:
        made(source, ReplaceRow(row=2, content=content))
    assert refused.value.hint
    with pytest.raises(BadInput, match="Added row 1"):
        made(source, AddRows(contents=(content,)))
    assert not source.with_name("made.jsonl").exists()


@pytest.mark.parametrize(
    "change", [DropRows(rows=(3, 77)), ReplaceRow(row=0, content='{"prompt":"a","completion":"b"}')]
)
def test_change_is_refused_when_there_is_no_such_row(source: Path, change: AnyChange) -> None:
    with pytest.raises(BadInput, match="There is no row"):
        made(source, change)
    assert sorted(each.name for each in source.parent.iterdir()) == ["rows.jsonl"]


def test_nothing_is_written_when_no_row_would_be_left(source: Path) -> None:
    with pytest.raises(BadInput, match="No row would be left"):
        made(source, DropRows(rows=tuple(range(1, 43))))
    assert sorted(each.name for each in source.parent.iterdir()) == ["rows.jsonl"]


def test_file_that_is_read_is_never_written_over(source: Path) -> None:
    before = source.read_bytes()
    with pytest.raises(BadInput, match="never written over"):
        rewrite(source, AS_FOUND, (), source)
    assert source.read_bytes() == before


def test_columns_get_the_names_of_their_fields_and_others_stay(tmp_path: Path) -> None:
    path = tmp_path / "tabelle.csv"
    path.write_text(
        "frage;antwort;quelle\nWarum ist das so?;Darum ist es so.;Buch\nUnd wann war das?;;Heft\n",
        encoding="utf-8",
    )
    reading = Reading(format="prompt_completion", columns={"prompt": "frage", "completion": "antwort"})
    result, lines = made(path, reading=reading)
    rows = [json.loads(line) for line in lines]
    assert rows[0] == {"prompt": "Warum ist das so?", "completion": "Darum ist es so.", "quelle": "Buch"}
    assert rows[1]["quelle"] == "Heft"
    again = DataFile(tmp_path / "made.jsonl", result.reading)
    assert [example.turns[0].content for example in again.examples()] == ["Warum ist das so?"]


def test_filter_looks_at_columns_by_their_name_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "tabelle.csv"
    path.write_text("frage;antwort;quelle\nWarum?;Darum.;Buch\nUnd wann?;Gestern.;Heft\n", encoding="utf-8")
    reading = Reading(format="prompt_completion", columns={"prompt": "frage", "completion": "antwort"})
    for column, value in (("quelle", "Heft"), ("frage", "Und wann?"), ("prompt", "Und wann?")):
        wanted = DataFilter(column=column, value=value)
        result, _ = made(path, KeepMatching(filter=wanted), reading=reading)
        assert result.rows == 1


def test_sample_is_drawn_by_content_and_keeps_its_order(source: Path) -> None:
    _, first = made(source, Sample(count=10, seed=1))
    assert numbers(first) == sorted(numbers(first))
    lines = source.read_text().splitlines()[:40]
    source.write_text("\n".join(reversed(lines)))
    _, turned = made(source, Sample(count=10, seed=1))
    _, other = made(source, Sample(count=10, seed=2))
    assert sorted(numbers(turned)) == numbers(first) != sorted(numbers(other))


def test_sample_tells_when_there_are_fewer_rows(source: Path) -> None:
    result, lines = made(source, Sample(count=1000))
    assert len(lines) == 40
    assert result.remarks == ("There are only 40 rows to draw from; all of them were taken.",)
    with pytest.raises(BadInput, match="At least one row"):
        made(source, Sample(count=0))


def test_both_sides_of_a_split_are_all_rows(source: Path) -> None:
    rule = SplitRule(share=0.25, seed=3)
    train, kept = made(source, KeepPart(split=rule))
    held, out = made(source, KeepPart(split=rule, held_out=True))
    assert sorted([*numbers(kept), *numbers(out)]) == [0, *range(1, 41)]
    assert held.rows == 10
    assert (train.left_out, held.left_out) == (1, 0)


def test_rows_of_another_file_are_added_in_the_same_shape(source: Path, tmp_path: Path) -> None:
    other = tmp_path / "more.jsonl"
    talk = {"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Ho"}]}
    long = {"messages": [*talk["messages"], *talk["messages"]]}
    other.write_text("\n".join(json.dumps(row) for row in (talk, talk, long)))
    result, lines = made(source, AppendRows(path=other, after=1))
    assert json.loads(lines[-1]) == {"prompt": "Hi", "completion": "Ho"}
    assert (result.rows, result.left_out) == (42, 2)
    assert result.remarks[0] == "1 row was added."


def test_rows_are_written_in_another_shape_and_kind_of_file(source: Path) -> None:
    result, lines = made(source, shape="messages")
    assert json.loads(lines[0])["messages"][1] == {"role": "assistant", "content": "Answer 1."}
    assert (result.rows, result.left_out, result.reading.format) == (40, 2, "messages")
    table = source.with_name("made.csv")
    written = rewrite(source, AS_FOUND, (), table, "prompt_completion")
    assert written.rows == 40
    assert table.read_text().splitlines()[1].startswith("Question 1?,Answer 1.,1")
    with pytest.raises(BadInput, match="There is no shape 'poem'"):
        made(source, shape="poem")


def test_progress_is_told_and_may_stop_the_work(source: Path) -> None:
    source.write_text("\n".join(source.read_text().splitlines()[:40] * 25))
    told: list[tuple[int, int]] = []
    made(source, Sample(count=30), tell=lambda done, total: told.append((done, total)))
    assert told[-1] == (2000, 2000)

    def stop(done: int, total: int) -> None:
        raise Stopped("Enough.")

    source.with_name("made.jsonl").unlink()
    with pytest.raises(Stopped):
        made(source, Sample(count=30), DropRows(rows=(1,)), tell=stop)
    assert sorted(each.name for each in source.parent.iterdir()) == ["rows.jsonl"]


def test_half_characters_and_large_numbers_are_written_again_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "rows.json"
    path.write_text(
        '[{"prompt": "half \\ud83d", "completion": "x", "n": 123456789012345678901234567890},'
        ' {"prompt": "b", "completion": "y", "n": 0.1}]'
    )
    _, lines = made(path)
    assert json.loads(lines[0])["prompt"] == "half \ud83d"
    assert [json.loads(line)["n"] for line in lines] == [123456789012345678901234567890, 0.1]


def test_why_rows_are_left_out_is_told(tmp_path: Path) -> None:
    path = tmp_path / "judged.jsonl"
    messages = [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello"}]
    path.write_text("\n".join(json.dumps({"messages": messages, "label": number < 2}) for number in range(5)))
    result = rewrite(path, AS_FOUND, (), tmp_path / "out.jsonl", shape="messages")
    assert (result.rows, result.left_out) == (2, 3)
    assert result.remarks == (
        "3 rows are left out (the first is row 3): The reply was judged bad, and is not to be learned.",
    )
    with pytest.raises(BadInput) as refusal:
        rewrite(path, AS_FOUND, (), tmp_path / "none.jsonl", shape="preference")
    assert "Row 1: The row has no rejected reply" in refusal.value.message and refusal.value.hint
    assert not (tmp_path / "none.jsonl").exists()
