from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hone.data.rewriting import Rewritten, rewrite
from hone.data.split import MOST_HELD_OUT, rows_of, split
from hone.domain.chat import Turn
from hone.domain.data_changes import KeepPart, SplitRule
from hone.domain.datasets import Example, Reading
from hone.domain.plan import Data
from hone.errors import BadInput


def rows(texts: list[str]) -> list[Example]:
    return [
        Example(row=number, turns=(Turn("user", text), Turn("assistant", "x")))
        for number, text in enumerate(texts, start=1)
    ]


@given(st.lists(st.sampled_from("abcdefghij"), min_size=1, max_size=60), st.floats(0, 1), st.integers())
def test_split_keeps_every_row_once_and_duplicates_together(
    texts: list[str], share: float, seed: int
) -> None:
    made = split(rows(texts), share, seed)
    assert sorted(example.row for example in made.train + made.held_out) == list(range(1, len(texts) + 1))
    assert made.train
    assert {e.turns for e in made.train}.isdisjoint({e.turns for e in made.held_out})
    assert bool(made.held_out) == (share > 0 and len(set(texts)) > 1)


def test_split_is_at_most_128_rows_and_repeats_with_its_seed() -> None:
    many = rows([f"{number}" for number in range(10_000)])
    one, same, other = split(many, 0.05, 1), split(many, 0.05, 1), split(many, 0.05, 2)
    assert len(one.held_out) == MOST_HELD_OUT
    assert one == same != other


def test_split_moves_few_rows_when_rows_are_added() -> None:
    before = split(rows([f"{number}" for number in range(1000)]), 0.05, 0)
    after = split(rows([f"{number}" for number in range(1010)]), 0.05, 0)
    assert len({e.turns for e in before.held_out} & {e.turns for e in after.held_out}) >= 45


def test_held_out_file_is_used_when_the_plan_names_one(tmp_path: Path) -> None:
    train, held_out = tmp_path / "train.jsonl", tmp_path / "held.jsonl"
    train.write_text("\n".join(json.dumps({"prompt": f"{n}", "completion": "a"}) for n in range(20)))
    held_out.write_text(json.dumps({"prompt": "q", "completion": "a"}))
    made = rows_of(Data(train=train, held_out=held_out))
    assert (len(made.train), len(made.held_out)) == (20, 1)


def test_rows_are_refused_when_none_can_be_trained_on(tmp_path: Path) -> None:
    train = tmp_path / "train.jsonl"
    train.write_text(json.dumps({"prompt": "q", "completion": ""}))
    with pytest.raises(BadInput, match=r"No row of train\.jsonl"):
        rows_of(Data(train=train))


def lines(path: Path, rows: list[dict[str, object]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def sides(path: Path, rule: SplitRule) -> tuple[list[dict[str, object]], list[dict[str, object]], Rewritten]:
    """Return the rows to train on and those held out."""
    made = []
    for held_out in (False, True):
        target = path.with_name(f"{held_out}.jsonl")
        result = rewrite(path, Reading(), [KeepPart(split=rule, held_out=held_out)], target)
        made.append([json.loads(line) for line in target.read_text().splitlines()])
    return made[0], made[1], result


def talk(number: int, **more: object) -> dict[str, object]:
    said = " ".join(f"word{(number * 31 + place) * 7919 % 5003}" for place in range(12))
    return {"prompt": f"What of {number}?", "completion": said, **more}


def test_groups_stay_together_and_so_do_rows_that_say_the_same(tmp_path: Path) -> None:
    rows = [talk(n, author=f"author {n % 10}") for n in range(100)]
    rows.append(talk(3, author="author 4"))  # binds the authors 3 and 4 together
    train, held_out, _ = sides(
        lines(tmp_path / "rows.jsonl", rows), SplitRule(by="group", column="author", share=0.3)
    )
    authors = [{row["author"] for row in side} for side in (train, held_out)]
    assert authors[0].isdisjoint(authors[1])
    assert ("author 3" in authors[1]) == ("author 4" in authors[1])
    assert 20 <= len(held_out) <= 31


def test_rows_without_a_group_are_told_and_a_column_without_values_is_refused(tmp_path: Path) -> None:
    rows = [talk(n, author=f"a{n % 5}" if n > 3 else None) for n in range(40)]
    path = lines(tmp_path / "rows.jsonl", rows)
    _, _, result = sides(path, SplitRule(by="group", column="author", share=0.3))
    assert "4 rows have no 'author'; each is a group of its own." in result.remarks
    with pytest.raises(BadInput, match="No row has a value in the column 'writer'"):
        sides(path, SplitRule(by="group", column="writer"))
    with pytest.raises(BadInput, match="all belong together"):
        sides(
            lines(tmp_path / "one.jsonl", [talk(n, author="x") for n in range(9)]),
            SplitRule(by="group", column="author"),
        )


def test_latest_rows_are_held_out_by_time(tmp_path: Path) -> None:
    rows = [talk(n, day=f"2024-{n % 12 + 1:02}-{n % 28 + 1:02}") for n in range(60)]
    rows.append({**rows[11], "day": "2025-01-01"})  # says what an earlier row says, so it stays with it
    train, held_out, _ = sides(
        lines(tmp_path / "rows.jsonl", rows), SplitRule(by="time", column="day", share=0.2)
    )
    assert len(held_out) == 12
    assert max(str(row["day"]) for row in train if row["day"] != "2025-01-01") <= min(
        str(row["day"]) for row in held_out
    )
    assert "2025-01-01" in {row["day"] for row in (train if rows[11] in train else held_out)}


def test_time_is_refused_naming_row_and_column_when_it_cannot_be_read(tmp_path: Path) -> None:
    path = lines(tmp_path / "rows.jsonl", [talk(n, day="2024-01-01" if n != 4 else "soon") for n in range(9)])
    with pytest.raises(BadInput, match="Row 5 has 'soon' in the column 'day'"):
        sides(path, SplitRule(by="time", column="day"))
    path = lines(tmp_path / "other.jsonl", [talk(n, day=f"{n + 1}/{n + 2}/2024") for n in range(9)])
    with pytest.raises(BadInput, match="Row 1 has '1/2/2024' in the column 'day'"):
        sides(path, SplitRule(by="time", column="day"))


def test_near_duplicates_stay_together(tmp_path: Path) -> None:
    rows: list[dict[str, object]] = []
    for n in range(40):
        said = " ".join(f"word{(n * 31 + place) * 7919 % 5000}" for place in range(80))
        rows += [
            {"prompt": f"Tell {n}", "completion": said, "n": n},
            {"prompt": f"Tell {n}", "completion": f"{said}!", "n": n},
        ]
    for seed in range(3):
        train, held_out, _ = sides(lines(tmp_path / "rows.jsonl", rows), SplitRule(share=0.2, seed=seed))
        assert len(held_out) == 16
        assert {row["n"] for row in train}.isdisjoint({row["n"] for row in held_out})


def test_rows_made_by_one_pattern_can_be_split(tmp_path: Path) -> None:
    rows: list[dict[str, object]] = [
        {"prompt": f"What is the double of the number {n}, please?", "completion": f"It is {2 * n}."}
        for n in range(100)
    ]
    train, held_out, result = sides(lines(tmp_path / "rows.jsonl", rows), SplitRule(share=0.2))
    assert (len(train), len(held_out)) == (80, 20)
    assert "made by one pattern" in result.remarks[0]


def test_rows_that_cannot_be_read_are_never_held_out(tmp_path: Path) -> None:
    path = lines(tmp_path / "rows.jsonl", [talk(n) for n in range(20)])
    path.write_text('{"prompt": 5, "completion": "x"}\nnot json\n' + path.read_text())
    train, held_out, _ = sides(path, SplitRule(share=0.5))
    assert (len(train), len(held_out)) == (11, 10)


def test_adding_rows_moves_few_between_the_sides(tmp_path: Path) -> None:
    before = sides(lines(tmp_path / "a.jsonl", [talk(n) for n in range(500)]), SplitRule(share=0.1))[1]
    after = sides(lines(tmp_path / "b.jsonl", [talk(n) for n in range(505, -1, -1)]), SplitRule(share=0.1))[1]
    kept = [row for row in before if row in after]
    assert len(kept) >= 48


@pytest.mark.parametrize(
    "rule",
    [
        SplitRule(share=0),
        SplitRule(share=1),
        SplitRule(share=float("nan")),
        SplitRule(by="colour"),
        SplitRule(by="group"),
        SplitRule(by="time", column=" "),
    ],
)
def test_unfit_rules_are_refused(tmp_path: Path, rule: SplitRule) -> None:
    with pytest.raises(BadInput):
        sides(lines(tmp_path / "rows.jsonl", [talk(n) for n in range(20)]), rule)
