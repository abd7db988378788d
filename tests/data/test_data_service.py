from __future__ import annotations

import contextlib
import json
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest

from hone.data.reading import read_examples
from hone.data.rendering import Renderer
from hone.domain.datasets import AS_FOUND
from hone.errors import BadInput, HoneError, Stopped, WorkerLost
from hone.services.data import DataService
from hone.storage.paths import Paths

MakeFolder = Callable[..., Path]


@pytest.fixture
def service(paths: Paths) -> Iterator[DataService]:
    one = DataService(paths)
    yield one
    one.close()


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    path = tmp_path / "rows.jsonl"
    made = [{"prompt": f"Question {n}", "completion": "Answer " * n} for n in range(1, 21)]
    path.write_text("\n".join(json.dumps(row) for row in [*made, {"prompt": "no reply"}]))
    return path


@pytest.fixture
def model(make_folder: MakeFolder, templates: SimpleNamespace) -> Path:
    return make_folder(templates.CHATML, ("<|im_start|>", "<|im_end|>"), eos="<|im_end|>")


def test_service_inspects_previews_and_measures(service: DataService, rows: Path, model: Path) -> None:
    report = service.inspect(rows)
    preview = service.preview(rows, AS_FOUND, model, [2, 21, 99], 0)
    counts = service.measure(rows, AS_FOUND, model, 60)
    assert (report.format, report.rows, report.usable_rows) == ("prompt_completion", 21, 20)
    assert [row.row for row in preview] == [2]
    assert preview[0].trained_tokens == len("Answer Answer ") + 1
    assert counts.rows == sum(counts.histogram) == 20
    assert counts.cut_rows > 0
    assert len(service.examples(rows)) == 20


def test_counts_agree_with_what_training_would_see(service: DataService, rows: Path, model: Path) -> None:
    counts = service.measure(rows, AS_FOUND, model, 0)
    with Renderer.for_model(model) as renderer:
        rendered = [renderer.render(example) for example in read_examples(rows)]
    assert counts.tokens == sum(len(row.ids) for row in rendered)
    assert counts.trained_tokens == sum(row.trained_tokens for row in rendered)
    assert counts.longest == max(len(row.ids) for row in rendered)
    assert counts.stop_token_trained
    assert (counts.cut_rows, counts.refused_rows, counts.partly_trained_rows) == (0, 0, 0)


def test_service_goes_on_after_bad_input(
    service: DataService, rows: Path, tmp_path: Path, model: Path
) -> None:
    with pytest.raises(BadInput, match="does not exist"):
        service.inspect(tmp_path / "gone.jsonl")
    with pytest.raises(BadInput, match="is not a folder with a model"):
        service.measure(rows, AS_FOUND, tmp_path / "gone", 64)
    assert service.inspect(rows).rows == 21


def test_service_goes_on_after_the_tokenizer_panics(paths: Paths, tmp_path: Path, model: Path) -> None:
    rows = tmp_path / "rows.txt"
    rows.write_text("a" * 27 + "b")
    settings = json.loads((model / "tokenizer.json").read_text())
    pattern = {"Regex": "(a+)+c"}
    settings["pre_tokenizer"] = {"type": "Split", "pattern": pattern, "behavior": "Isolated", "invert": False}
    (model / "tokenizer.json").write_text(json.dumps(settings))
    service = DataService(paths)
    try:
        with pytest.raises(HoneError, match="tokenizer"):
            service.measure(rows, AS_FOUND, model, 0)
        assert service.inspect(rows).rows == 1
    finally:
        service.close()


_OTHERS: set[psutil.Process] = set()


@pytest.fixture(autouse=True)
def others() -> None:
    """Note the processes that belong to other tests."""
    _OTHERS.clear()
    _OTHERS.update(psutil.Process().children())


def inspectors() -> list[psutil.Process]:
    """Return the inspectors that this test has started."""
    own = (child for child in psutil.Process().children() if child not in _OTHERS)
    return [child for child in own if "inspector" in command_of(child)]


def command_of(child: psutil.Process) -> list[str]:
    """Return how a child was started; nothing for one that has ended and waits to be told of."""
    try:
        return child.cmdline()
    except psutil.NoSuchProcess:  # a zombie is one
        return []


def later(seconds: float, act: Callable[[], object]) -> threading.Timer:
    timer = threading.Timer(seconds, act)
    timer.start()
    return timer


def test_service_ends_the_inspector_when_it_is_silent(paths: Paths, rows: Path) -> None:
    service = DataService(paths, silence_seconds=5.0)
    try:
        service.inspect(rows)
        (inspector,) = inspectors()
        inspector.suspend()
        with pytest.raises(HoneError, match="took too long"):
            service.inspect(rows)
        assert not inspector.is_running()
        assert service.inspect(rows).rows == 21
    finally:
        service.close()


def test_inspector_lives_on_when_what_it_was_given_is_unfit(
    service: DataService, rows: Path, tmp_path: Path, model: Path
) -> None:
    service.preview(rows, AS_FOUND, model, [1], 0)
    (before,) = inspectors()
    with pytest.raises(BadInput, match="does not exist"):
        service.rows(tmp_path / "gone.jsonl", AS_FOUND, 1, 5)
    with pytest.raises(BadInput, match="is not a folder with a model"):
        service.preview(rows, AS_FOUND, tmp_path / "gone", [1], 0)
    assert [row.row for row in service.rows(rows, AS_FOUND, 20, 5).rows] == [20, 21]
    assert inspectors() == [before]


def test_rows_are_listed_by_place_and_by_number(service: DataService, rows: Path) -> None:
    listed = service.rows(rows, AS_FOUND, 1, 50)
    assert [row.row for row in listed.rows] == list(range(1, 22))
    assert listed.total == 21
    assert json.loads(listed.rows[1].content) == {"prompt": "Question 2", "completion": "Answer Answer "}
    assert listed.rows[20].example is None and listed.rows[20].problems
    assert [row.row for row in service.rows_at(rows, AS_FOUND, [7, 2, 99]).rows] == [7, 2]


def test_changed_file_is_read_again_when_rows_are_asked(service: DataService, rows: Path) -> None:
    assert service.rows(rows, AS_FOUND, 1, 1).total == 21
    rows.write_text(json.dumps({"prompt": "new", "completion": "row"}))
    listed = service.rows(rows, AS_FOUND, 1, 9)
    assert (listed.total, len(listed.rows)) == (1, 1)


@pytest.fixture
def many(tmp_path: Path) -> Path:
    path = tmp_path / "many.jsonl"
    with path.open("w") as file:
        for number in range(60_000):
            file.write(
                json.dumps({"prompt": f"Question {number}", "completion": f"Answer {number} " * 8}) + "\n"
            )
    return path


def test_preview_is_answered_while_a_long_call_is_under_way(
    service: DataService, many: Path, rows: Path, model: Path
) -> None:
    service.preview(rows, AS_FOUND, model, [1], 0)
    ended = threading.Event()
    told: list[tuple[int, int]] = []

    def measure() -> None:
        with contextlib.suppress(Stopped):
            service.measure(many, AS_FOUND, model, 0, lambda done, total: told.append((done, total)))
        ended.set()

    thread = threading.Thread(target=measure)
    thread.start()
    while not told:
        assert not ended.wait(0.05)
    assert service.preview(rows, AS_FOUND, model, [3], 0)[0].row == 3
    assert not ended.is_set()
    service.stop()
    thread.join(5)
    assert ended.is_set()


@pytest.mark.parametrize("hangs", [False, True])
def test_long_call_ends_at_once_when_it_is_stopped(
    hangs: bool, service: DataService, many: Path, rows: Path, model: Path
) -> None:
    service.measure(rows, AS_FOUND, model, 0)
    (inspector,) = inspectors()
    stopped_at = [0.0]

    def stop() -> None:
        if hangs:
            inspector.suspend()
        stopped_at[0] = time.monotonic()
        service.stop()

    timer = later(0.7, stop)
    with pytest.raises(Stopped):
        service.measure(many, AS_FOUND, model, 0)
    assert time.monotonic() - stopped_at[0] < 2.0
    timer.join()
    assert inspector.is_running() is not hangs
    service.stop()
    assert service.inspect(rows).rows == 21


@pytest.mark.parametrize("call", ["inspect", "rows"])
def test_call_fails_with_a_sentence_and_the_next_works_when_the_inspector_is_killed(
    call: str, service: DataService, rows: Path
) -> None:
    ask = {"inspect": service.inspect, "rows": lambda path: service.rows(path, AS_FOUND, 1, 1)}[call]
    ask(rows)
    (inspector,) = inspectors()
    inspector.suspend()
    timer = later(0.3, inspector.kill)
    with pytest.raises(WorkerLost, match=r"rows\.jsonl.*ended unexpectedly"):
        ask(rows)
    timer.join()
    assert ask(rows)


def test_inspector_is_ended_when_it_takes_too_much_memory(paths: Paths, many: Path, model: Path) -> None:
    service = DataService(paths, memory_bytes=2**20)
    try:
        timer = later(1.5, lambda: [each.suspend() for each in inspectors()])
        with pytest.raises(HoneError, match=r"many\.jsonl took more than 0\.0 GB of memory"):
            service.measure(many, AS_FOUND, model, 0)
        timer.join()
        assert inspectors() == []
    finally:
        service.close()


def test_next_call_gets_its_own_answer_when_progress_could_not_be_told(
    service: DataService, many: Path, rows: Path, model: Path
) -> None:
    def tell(done: int, total: int) -> None:
        raise RuntimeError("the window is gone")

    with pytest.raises(RuntimeError, match="window is gone"):
        service.measure(many, AS_FOUND, model, 0, tell)
    assert service.measure(rows, AS_FOUND, model, 0).rows == 20
