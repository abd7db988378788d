"""The library with its real inspector: progress, stopping, and a worker that is killed."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from hone.domain.data_changes import DropRows, Sample, SplitRule
from hone.errors import HoneError, Stopped, WorkerLost
from hone.services.data import DataService
from hone.services.data_sets import DataSetService
from hone.storage.paths import Paths

ROWS = 30_000


@pytest.fixture
def data(paths: Paths) -> Iterator[DataService]:
    service = DataService(paths)
    yield service
    service.close()


@pytest.fixture
def library(paths: Paths, data: DataService) -> DataSetService:
    return DataSetService(paths, data)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "rows.jsonl"
    rows = ({"prompt": f"Question {n}?", "completion": f"Answer {n}."} for n in range(ROWS))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def test_changes_are_made_by_the_inspector_and_progress_is_told(
    library: DataSetService, source: Path
) -> None:
    made = library.add(source)
    told: list[tuple[int, int]] = []
    version = library.change(
        made.id, [Sample(count=1000)], tell=lambda done, total: told.append((done, total))
    )
    assert (version.rows, version.path.read_bytes().count(b"\n")) == (1000, 1000)
    assert told
    assert all(0 < done <= total for done, total in told)
    train, held_out = library.split(made.id, SplitRule(share=0.1))
    assert (train.version.rows, held_out.version.rows) == (900, 100)


@pytest.mark.parametrize("by", ["stop", "kill"])
def test_nothing_is_left_of_a_version_whose_making_is_ended(
    library: DataSetService, data: DataService, source: Path, paths: Paths, by: str
) -> None:
    made = library.add(source)
    ends: dict[str, tuple[Callable[[], object], type[HoneError]]] = {
        "stop": (data.stop, Stopped),
        "kill": (lambda: [child.kill() for child in psutil.Process().children()], WorkerLost),
    }
    end, expected = ends[by]
    ended = threading.Event()

    def once(done: int, total: int) -> None:
        if not ended.is_set():
            ended.set()
            end()

    with pytest.raises(expected):
        library.change(made.id, [Sample(count=1000), DropRows(rows=(1,))], tell=once)
    assert library.get(made.id) == made
    assert list((paths.data / "datasets" / ".making").iterdir()) == []
    assert library.change(made.id, [DropRows(rows=(1,))]).rows == ROWS - 1
