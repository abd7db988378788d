"""A file that is written to while its rows are copied: nothing is made of the mixture."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from hone.data.rewriting import rewrite
from hone.data.row_stream import RowSource
from hone.domain.data_changes import DropRows
from hone.domain.datasets import AS_FOUND, Reading
from hone.errors import BadInput

ROWS = 6000  # progress is told often enough to come in between


def cut(path: Path) -> None:
    os.truncate(path, 1000)


def grow(path: Path) -> None:
    with path.open("a") as file:
        file.write('{"prompt": "late", "completion": "row"}\n')


def replace(path: Path) -> None:
    other = path.with_suffix(".other")
    other.write_text('{"prompt": "another", "completion": "file"}\n')
    other.replace(path)


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    path = tmp_path / "rows.jsonl"
    lines = [json.dumps({"prompt": f"q {n}", "completion": "word " * 40}) for n in range(ROWS)]
    path.write_text("\n".join(lines) + "\n")
    return path


@pytest.mark.parametrize("happens", [cut, grow, replace], ids=lambda each: each.__name__)
@pytest.mark.parametrize("ending", ["jsonl", "json", "parquet"])
@pytest.mark.parametrize("changes", [(), (DropRows(rows=(1,)),)], ids=["as it is", "changed"])
def test_nothing_is_written_when_the_file_changes_meanwhile(
    rows: Path, tmp_path: Path, happens: Callable[[Path], None], ending: str, changes: tuple[DropRows, ...]
) -> None:
    happened: list[int] = []

    def tell(done: int, _total: int) -> None:
        if not happened:
            happened.append(done)
            happens(rows)

    target = tmp_path / f"made.{ending}"
    with pytest.raises(BadInput, match=r"rows\.jsonl was changed while it was read"):
        rewrite(rows, AS_FOUND, changes, target, "", tell)
    assert happened and happened[0] < ROWS
    assert [path.name for path in tmp_path.iterdir()] == ["rows.jsonl"]


def test_file_is_named_when_it_is_gone_before_it_is_read(rows: Path) -> None:
    source = RowSource(rows, Reading(format="prompt_completion"))
    rows.unlink()
    with pytest.raises(BadInput, match=r"rows\.jsonl cannot be read: No such file"):
        list(source.rows())
