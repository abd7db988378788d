from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hone.data.split import MOST_HELD_OUT, rows_of, split
from hone.domain.chat import Turn
from hone.domain.datasets import Example
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
