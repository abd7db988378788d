"""Any list of changes does what a list in memory would: rows keep the numbers of the version they are of."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from hone.data.rewriting import rewrite
from hone.domain.data_changes import (
    AddRows,
    AnyChange,
    DataFilter,
    DropRows,
    KeepMatching,
    ReplaceRow,
    Sample,
)
from hone.domain.datasets import AS_FOUND
from hone.errors import BadInput

COUNT = 12
text = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=12)
rows = st.builds(lambda prompt, completion: {"prompt": prompt, "completion": completion}, text, text)
numbers = st.integers(1, COUNT)
changes = st.one_of(
    st.builds(DropRows, rows=st.lists(numbers, max_size=4, unique=True).map(tuple)),
    st.builds(ReplaceRow, row=numbers, content=rows.map(json.dumps)),
    st.builds(AddRows, contents=st.lists(rows.map(json.dumps), max_size=2).map(tuple)),
    st.builds(KeepMatching, filter=st.builds(DataFilter, most_characters=st.integers(8, 30))),
    st.builds(Sample, count=st.integers(1, 20)),
)
Rows = list[tuple[int, dict[str, str]]]


def size(row: dict[str, str]) -> int:
    return sum(map(len, row.values()))


def in_memory(kept: Rows, change: AnyChange) -> Rows:
    match change:
        case DropRows(rows=gone):
            return [(number, row) for number, row in kept if number not in gone]
        case ReplaceRow(row=wanted, content=content):
            return [(number, json.loads(content) if number == wanted else row) for number, row in kept]
        case AddRows(contents=contents):
            return [*kept, *((0, json.loads(content)) for content in contents)]
        case KeepMatching(filter=wanted):
            return [(number, row) for number, row in kept if size(row) <= wanted.most_characters]
    raise AssertionError(change)


@settings(max_examples=40, deadline=None)
@given(st.lists(rows, min_size=COUNT, max_size=COUNT), st.lists(changes, max_size=6))
def test_changes_do_what_they_would_to_a_list(before: list[dict[str, str]], made: list[AnyChange]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path, target = Path(folder, "rows.jsonl"), Path(folder, "made.jsonl")
        path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in before), "utf-8")
        expected: Rows = list(enumerate(before, start=1))
        for place, change in enumerate(made):
            if isinstance(change, Sample):  # which rows are drawn is told by drawing alone
                made = made[:place]
                break
            expected = in_memory(expected, change)
        try:
            written = rewrite(path, AS_FOUND, made, target)
        except BadInput as error:
            assert error.message == "No row would be left."
            assert not expected or _empties(before, made)
            return
        assert [json.loads(line) for line in target.read_bytes().splitlines()] == [row for _, row in expected]
        assert written.rows == len(expected)


def _empties(before: list[dict[str, str]], made: list[AnyChange]) -> bool:
    """Whether the rows were used up on the way."""
    kept: Rows = list(enumerate(before, start=1))
    for change in made:
        kept = in_memory(kept, change)
        if not kept:
            return True
    return False


@settings(max_examples=15, deadline=None)
@given(
    st.lists(rows, min_size=COUNT, max_size=COUNT, unique_by=lambda row: (row["prompt"], row["completion"])),
    st.integers(1, 20),
    st.integers(),
)
def test_sample_has_so_many_rows_in_their_order(before: list[dict[str, str]], count: int, seed: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path, target = Path(folder, "rows.jsonl"), Path(folder, "made.jsonl")
        path.write_text("".join(json.dumps({**row, "n": n}) + "\n" for n, row in enumerate(before)))
        drawn = []
        for _ in range(2):
            rewrite(path, AS_FOUND, [Sample(count=count, seed=seed)], target)
            drawn.append([json.loads(line)["n"] for line in target.read_bytes().splitlines()])
        assert drawn[0] == drawn[1] == sorted(set(drawn[0]))
        assert len(drawn[0]) == min(count, COUNT)
