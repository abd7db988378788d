"""Large files through the service that the window asks: shared among processes, told, stopped, and killed."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from hone.data.inspection import inspect
from hone.errors import HoneError, Stopped
from hone.services.data import DataService
from hone.storage.paths import Paths
from hone.workers.inspector.parts import processes

ROWS = 60_000
LARGE = 6 * 2**20
pytestmark = pytest.mark.skipif(processes() < 2, reason="there is one processor, or little memory")


@pytest.fixture
def service(paths: Paths) -> Iterator[DataService]:
    one = DataService(paths, large_bytes=LARGE)
    yield one
    one.close()


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a file just over the threshold, with some problems in each part."""
    path = tmp_path_factory.mktemp("large") / "rows.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for row in range(ROWS):
            said = "Write to jane.doe@example.org" if row % 9000 == 8999 else f"The answer is {row % 50_000}"
            asked = f"What is the answer to question number {row % 50_000}, as far as you know?"
            file.write(json.dumps({"prompt": asked, "completion": f"{said}, and no other one."}) + "\n")
    assert LARGE < path.stat().st_size < 2 * LARGE
    return path


def readers() -> list[psutil.Process]:
    """Return the processes that inspectors started."""
    return [child for each in psutil.Process().children() for child in each.children() if _reads(child)]


def _reads(process: psutil.Process) -> bool:
    try:
        return "inspector" in process.cmdline()
    except psutil.Error:
        return False


def once_shared(act: Callable[[list[psutil.Process]], object]) -> threading.Thread:
    """Do something as soon as a file is shared among processes."""

    def wait() -> None:
        for _ in range(3000):
            if len(found := readers()) > 1:
                act(found)
                return
            time.sleep(0.01)

    thread = threading.Thread(target=wait)
    thread.start()
    return thread


def test_large_file_is_told_as_by_one_process_and_its_progress_has_a_total(
    service: DataService, large: Path
) -> None:
    told: list[tuple[int, int]] = []
    shared: list[int] = []
    watcher = once_shared(lambda found: shared.append(len(found)))
    report = service.inspect(large, tell=lambda done, total: told.append((done, total)))
    watcher.join()
    assert report == inspect(large)
    assert report.rows == ROWS and report.problem_count > 6
    assert shared and 1 < shared[0] <= 4
    assert told == sorted(told)
    assert all(0.5 * ROWS < total < 2 * ROWS for _, total in told)
    assert not readers()


def test_large_file_is_left_at_once_when_it_is_stopped(service: DataService, large: Path) -> None:
    stopped_at = [0.0]

    def stop(_: list[psutil.Process]) -> None:
        stopped_at[0] = time.monotonic()
        service.stop()

    watcher = once_shared(stop)
    with pytest.raises(Stopped, match="was stopped"):
        service.inspect(large)
    assert time.monotonic() - stopped_at[0] < 2.0  # half a second where nothing else runs
    watcher.join()
    psutil.wait_procs(readers(), timeout=5)
    assert not readers()


def test_large_file_fails_with_a_sentence_when_a_reader_is_killed(service: DataService, large: Path) -> None:
    watcher = once_shared(lambda found: found[0].kill())
    with pytest.raises(HoneError, match=r"rows\.jsonl failed: one of the processes") as failure:
        service.inspect(large)
    watcher.join()
    assert "Try again" in failure.value.hint
    assert not readers()
    assert service.inspect(large).rows == ROWS
