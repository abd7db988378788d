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
from hone.services.data import DataService, asked_by
from hone.services.data_sets import DataSetService
from hone.storage.paths import Paths

ROWS, LARGE = 30_000, 300_000


@pytest.fixture
def data(paths: Paths) -> Iterator[DataService]:
    service = DataService(paths)
    yield service
    service.close()


@pytest.fixture
def library(paths: Paths, data: DataService) -> DataSetService:
    return DataSetService(paths, data)


def write_rows(path: Path, count: int) -> Path:
    rows = ({"prompt": f"Question {n}?", "completion": f"Answer {n}."} for n in range(count))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write_rows(tmp_path / "rows.jsonl", ROWS)


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A file that takes long enough for its progress to be told."""
    return write_rows(tmp_path / "large.jsonl", LARGE)


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
    others = set(psutil.Process().children())
    made = library.add(source)
    ends: dict[str, tuple[Callable[[], object], type[HoneError]]] = {
        "stop": (data.stop, Stopped),
        "kill": (lambda: [each.kill() for each in set(psutil.Process().children()) - others], WorkerLost),
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


def test_a_file_is_taken_up_before_its_rows_are_counted(
    library: DataSetService, data: DataService, source: Path
) -> None:
    made = library.take_up(source)
    assert (made.version.counted, made.version.rows) == (False, 0)
    assert made.version.reading.format == "prompt_completion"
    assert library.all() == [made]
    now = library.note_look(made.id, 1, data.inspect(source))
    assert (now.version.counted, now.version.rows, len(now.versions)) == (True, ROWS, 1)
    assert library.take_up(source) == now


def test_what_was_found_in_a_file_that_changed_meanwhile_is_not_noted(
    library: DataSetService, data: DataService, source: Path
) -> None:
    made = library.take_up(source)
    report = data.inspect(source)
    source.write_text(source.read_text() * 2)
    with pytest.raises(HoneError, match="was written to while it was read"):
        library.note_look(made.id, 1, report)
    assert not library.get(made.id).version.counted


def test_only_who_asked_can_stop_a_long_call(data: DataService, large: Path) -> None:
    def stop_for_others(done: int, total: int) -> None:
        data.stop("somebody else")

    def stop(done: int, total: int) -> None:
        data.stop("page")

    with asked_by("page"):
        assert data.inspect(large, tell=stop_for_others).rows == LARGE
        with pytest.raises(Stopped):
            data.inspect(large, tell=stop)
    assert data.inspect(large, tell=stop).rows == LARGE


def test_a_call_that_waits_for_its_turn_is_stopped_without_ending_the_other(
    data: DataService, large: Path
) -> None:
    ended: list[str] = []

    def wait() -> None:
        with asked_by("second"):
            try:
                data.inspect(large)
            except Stopped:
                ended.append("stopped")

    second = threading.Thread(target=wait)

    def once(done: int, total: int) -> None:
        if second.ident is None:
            second.start()
        data.stop("second")

    with asked_by("first"):
        assert data.inspect(large, tell=once).rows == LARGE
    data.stop("second")
    second.join(timeout=30)
    assert ended == ["stopped"]
