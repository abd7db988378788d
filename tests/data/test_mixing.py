from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hone.data.mixing import share_out
from hone.data.rewriting import Rewritten, rewrite
from hone.domain.data_changes import Mix, MixPart
from hone.domain.datasets import AS_FOUND
from hone.errors import BadInput


def pairs(folder: Path, name: str, count: int) -> Path:
    path = folder / f"{name}.jsonl"
    rows = [{"prompt": f"{name} {n}?", "completion": f"Answer {n}.", "set": name} for n in range(count)]
    path.write_text("\n".join(json.dumps(row) for row in rows))
    return path


def mixed(folder: Path, *parts: MixPart, rows: int = 0, seed: int = 0) -> tuple[Rewritten, list[str]]:
    target = folder / "mixed.jsonl"
    made = rewrite(parts[0].path, AS_FOUND, [Mix(sources=parts, rows=rows, seed=seed)], target)
    return made, target.read_text().splitlines()


def sets(lines: list[str]) -> Counter[str]:
    return Counter(json.loads(line)["set"] for line in lines)


def test_rows_are_taken_by_weight_until_the_first_set_is_used_up(tmp_path: Path) -> None:
    a, b = (MixPart(path=pairs(tmp_path, name, 100), weight=weight) for name, weight in (("a", 3), ("b", 1)))
    made, lines = mixed(tmp_path, a, b)
    assert sets(lines) == {"a": 100, "b": 33}
    assert len(set(lines)) == len(lines)
    assert made.remarks == (
        "All 100 rows of a.jsonl are in it; it ran out.",
        "33 of 100 rows of b.jsonl are in it.",
    )


def test_other_sets_stand_in_for_one_that_runs_out(tmp_path: Path) -> None:
    a = MixPart(path=pairs(tmp_path, "a", 10), weight=9, name="Small")
    b = MixPart(path=pairs(tmp_path, "b", 100))
    made, lines = mixed(tmp_path, a, b, rows=60)
    assert sets(lines) == {"a": 10, "b": 50}
    assert made.remarks[0] == "All 10 rows of Small are in it; it ran out."
    made, lines = mixed(tmp_path, a, b, rows=600)
    assert len(lines) == 110
    assert made.remarks[-1] == "600 rows were wanted; together the sets have 110."


def test_order_is_drawn_by_the_seed(tmp_path: Path) -> None:
    parts = [MixPart(path=pairs(tmp_path, name, 40)) for name in "ab"]
    _, one = mixed(tmp_path, *parts, rows=40, seed=1)
    _, same = mixed(tmp_path, *parts, rows=40, seed=1)
    _, other = mixed(tmp_path, *parts, rows=40, seed=2)
    assert one == same
    assert sorted(one) != sorted(other)
    first_half = sets(one[:20])
    assert 3 <= first_half["a"] <= 17


def test_row_that_stands_in_two_sets_is_taken_once(tmp_path: Path) -> None:
    a, b = pairs(tmp_path, "a", 20), pairs(tmp_path, "b", 10)
    b.write_text(a.read_text().splitlines()[0] + "\n" + b.read_text())
    made, lines = mixed(tmp_path, MixPart(path=a), MixPart(path=b), rows=31)
    assert len(lines) == len(set(lines)) == 30
    assert "1 row stands in several of the sets and counts once." in made.remarks


def test_dialogues_of_different_shapes_become_messages(tmp_path: Path) -> None:
    other = tmp_path / "alpaca.json"
    other.write_text(
        json.dumps([{"instruction": f"Do {n}", "input": "", "output": "Done."} for n in range(5)])
    )
    made, lines = mixed(tmp_path, MixPart(path=pairs(tmp_path, "a", 5)), MixPart(path=other))
    assert made.reading.format == "messages"
    assert all("messages" in json.loads(line) for line in lines)


def test_sets_that_cannot_stand_in_one_file_are_refused_by_name(tmp_path: Path) -> None:
    text = tmp_path / "text.jsonl"
    text.write_text('{"text": "Only a text."}\n{"text": "Another text."}')
    with pytest.raises(BadInput, match=r"cannot stand in one file: a\.jsonl .*text\.jsonl"):
        mixed(tmp_path, MixPart(path=pairs(tmp_path, "a", 5)), MixPart(path=text))
    assert not (tmp_path / "mixed.jsonl").exists()


def test_unfit_mixes_are_refused(tmp_path: Path) -> None:
    path = pairs(tmp_path, "a", 5)
    for parts, said in (
        ([MixPart(path=path, weight=0)], "weight 0"),
        ([MixPart(path=path, weight=float("nan"))], "weight nan"),
        ([MixPart(path=path), MixPart(path=path)], "stands twice"),
    ):
        with pytest.raises(BadInput, match=said):
            mixed(tmp_path, *parts)


@given(
    st.lists(st.tuples(st.floats(0.01, 100), st.integers(0, 50)), min_size=1, max_size=6), st.integers(0, 400)
)
def test_shares_never_exceed_what_there_is_and_give_what_is_wanted(
    sets: list[tuple[float, int]], rows: int
) -> None:
    weights, available = [weight for weight, _ in sets], [have for _, have in sets]
    counts = share_out(weights, available, rows)
    assert all(0 <= count <= have for count, have in zip(counts, available, strict=True))
    if rows:
        assert sum(counts) == min(rows, sum(available))
    else:
        assert any(count == have for count, have in zip(counts, available, strict=True))


CALL = {"id": "1", "type": "function", "function": {"name": "add", "arguments": "{}"}}
ASKED = {"role": "user", "content": "Add them."}
DIFFERENT = {
    "judgement": [{"prompt": "Hi", "completion": "No.", "label": good} for good in (True, False)],
    "rejected reply": [{"prompt": "Hi", "chosen": "Hello", "rejected": text} for text in ("No.", "What?")],
    "call": [
        {
            "messages": [
                ASKED,
                {
                    "role": "assistant",
                    "content": "",
                    "tool_calls": [{**CALL, "function": {**CALL["function"], "name": name}}],
                },
            ]
        }
        for name in ("add", "sum")
    ],
    "tools": [
        {
            "messages": [ASKED, {"role": "assistant", "content": "Done."}],
            "tools": [{"type": "function", "function": {"name": name}}],
        }
        for name in ("add", "sum")
    ],
}


@pytest.mark.parametrize("what", DIFFERENT)
def test_rows_that_differ_in_more_than_their_texts_are_all_taken(what: str, tmp_path: Path) -> None:
    paths = []
    for number, row in enumerate(DIFFERENT[what]):
        paths.append(tmp_path / f"{number}.jsonl")
        paths[-1].write_text(json.dumps(row))
    made, lines = mixed(tmp_path, *(MixPart(path=path) for path in paths))
    assert len(lines) == 2 and not any("several of the sets" in remark for remark in made.remarks)
