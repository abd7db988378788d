from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest

from hone.data.reading import read_examples
from hone.data.rendering import Renderer
from hone.domain.datasets import AS_FOUND
from hone.errors import BadInput, HoneError
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


def test_service_inspects_previews_and_measures_in_one_process(
    service: DataService, rows: Path, model: Path
) -> None:
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


def test_service_ends_the_inspector_when_it_is_silent(paths: Paths, rows: Path) -> None:
    service = DataService(paths, silence_seconds=2.0)
    try:
        service.inspect(rows)
        (inspector,) = [child for child in psutil.Process().children() if "inspector" in child.cmdline()]
        inspector.suspend()
        with pytest.raises(HoneError, match="took too long"):
            service.inspect(rows)
        assert not inspector.is_running()
        assert service.inspect(rows).rows == 21
    finally:
        service.close()
