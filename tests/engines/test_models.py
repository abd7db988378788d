"""The list of models and adapters: found, named, remembered, and read again when files change."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from hone.domain.models import Adapter
from hone.errors import BadInput
from hone.services import models as models_module
from hone.services.adapter_files import read_adapters
from hone.services.models import DEMO_GGUF, DEMO_GGUF_ID, DEMO_ID, ModelService
from hone.storage.paths import Paths
from hone.storage.settings import SettingsStore


@pytest.fixture
def resources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty resources folder."""
    folder = tmp_path / "resources"
    folder.mkdir()
    monkeypatch.setattr(models_module, "resources", lambda: folder)
    return folder


@pytest.fixture
def service(paths: Paths, resources: Path) -> ModelService:
    """Return the service over a home and resources without models."""
    return ModelService(paths, SettingsStore(paths.settings))


def write_model(folder: Path, fill: int = 1) -> Path:
    """Write a folder that looks like a small Llama."""
    folder.mkdir(parents=True)
    config = {
        "model_type": "llama", "hidden_size": 8, "num_hidden_layers": 1, "num_attention_heads": 2,
        "vocab_size": 4, "intermediate_size": 16,
    }  # fmt: skip
    (folder / "config.json").write_text(json.dumps(config))
    (folder / "tokenizer.json").write_text("{}")
    head = json.dumps({"a": {"dtype": "F32", "shape": [4], "data_offsets": [0, 16]}}).encode()
    (folder / "model.safetensors").write_bytes(len(head).to_bytes(8, "little") + head + bytes([fill]) * 16)
    return folder


def write_adapter(folder: Path, service: ModelService, base: Path, gguf: bool = True) -> None:
    """Write the record of an adapter as training does."""
    folder.mkdir(parents=True)
    adapter = Adapter(
        id="run-1",
        name="Tickets",
        path=Path(),
        gguf_path=Path("adapter.gguf") if gguf else None,
        base_name="base",
        base_fingerprint=service.inspect(base).fingerprint,
        base_shape=None,
        method="qlora",
        run_id="run-1",
        created_at=datetime.now(UTC),
    )
    (folder / "hone_adapter.json").write_bytes(msgspec.json.encode(adapter, enc_hook=str))
    if gguf:
        (folder / "adapter.gguf").write_bytes(b"GGUF")


def test_list_is_empty_when_there_is_nothing(service: ModelService) -> None:
    assert service.models() == []
    assert service.adapters() == []
    with pytest.raises(BadInput, match="no model 'x'") as caught:
        service.find_model("x")
    assert caught.value.hint == "There are none yet."


def test_demo_comes_first_and_stale_gguf_of_it_is_left_out(
    service: ModelService, resources: Path, paths: Paths
) -> None:
    write_model(resources / "demo_model")
    write_model(paths.models / "another")
    (resources / DEMO_GGUF).write_bytes(b"GGUF of older weights")
    assert service.models()[0].id == DEMO_ID
    assert DEMO_GGUF_ID not in [model.id for model in service.models()]
    assert service.find_model("hone DEMO").is_demo
    assert service.embedded_gguf_path() == resources / DEMO_GGUF


def test_added_model_is_remembered_until_it_is_forgotten(
    service: ModelService, paths: Paths, tmp_path: Path
) -> None:
    place = write_model(tmp_path / "elsewhere" / "mine")
    added = service.add(place)
    again = ModelService(paths, SettingsStore(paths.settings))
    assert [model.path for model in again.models()] == [place]
    assert again.find_model("mine") == again.find_model(added.id) == again.find_model(str(place))
    service.forget(added.id)
    assert service.models() == []
    assert (place / "config.json").exists()


def test_model_in_hones_own_folder_cannot_be_forgotten(service: ModelService, paths: Paths) -> None:
    write_model(paths.models / "own")
    with pytest.raises(BadInput, match="own folder"):
        service.forget(service.find_model("own").id)


def test_unknown_name_gives_the_nearest_ones(service: ModelService, paths: Paths) -> None:
    write_model(paths.models / "granite")
    with pytest.raises(BadInput) as caught:
        service.find_model("granit")
    assert "'granite'" in caught.value.hint


def test_name_that_two_models_share_is_asked_about(service: ModelService, paths: Paths) -> None:
    for parent in ("one", "two"):
        write_model(paths.models / parent / "same")
    with pytest.raises(BadInput, match="Several models") as caught:
        service.find_model("same")
    for model in service.models():
        assert model.id in caught.value.hint
        assert service.find_model(model.id) == model


def test_model_is_read_again_when_its_files_change(service: ModelService, paths: Paths) -> None:
    place = write_model(paths.models / "changing")
    before = service.find_model("changing")
    (place / "model.safetensors").write_bytes(b"short")
    assert "cut short" in service.models()[0].problem
    with pytest.raises(BadInput, match="cut short"):
        service.find_model("changing")
    (place / "model.safetensors").unlink()
    assert "no weights" in service.models()[0].problem
    assert before.problem == ""


def test_list_is_whole_when_the_cache_is_damaged(service: ModelService, paths: Paths) -> None:
    write_model(paths.models / "kept")
    first = service.models()
    (paths.cache / "models.json").write_text("{ broken")
    assert ModelService(paths, SettingsStore(paths.settings)).models() == first


def test_missing_added_model_says_so(service: ModelService, tmp_path: Path) -> None:
    place = write_model(tmp_path / "gone")
    service.add(place)
    place.rename(tmp_path / "moved")
    assert "does not exist" in service.models()[0].problem


def test_adapters_are_found_and_matched_by_the_weights(service: ModelService, paths: Paths) -> None:
    base = write_model(paths.models / "base")
    other = write_model(paths.models / "other", fill=2)
    write_adapter(paths.runs / "run-1" / "adapter", service, base)
    (paths.runs / "run-2" / "adapter").mkdir(parents=True)
    (paths.runs / "run-2" / "adapter" / "hone_adapter.json").write_text("{ broken")
    adapter = service.find_adapter("tickets")
    assert adapter.path == paths.runs / "run-1" / "adapter"
    assert adapter.gguf_path == paths.runs / "run-1" / "adapter" / "adapter.gguf"
    assert service.adapters_for(service.inspect(base)) == [adapter]
    assert service.adapters_for(service.inspect(other)) == []
    assert service.find_adapter("run-1") == service.find_adapter(str(adapter.path)) == adapter
    with pytest.raises(BadInput, match="no adapter"):
        service.find_adapter("nothing")


def test_adapter_has_no_gguf_when_the_file_is_gone(service: ModelService, paths: Paths) -> None:
    base = write_model(paths.models / "base")
    write_adapter(paths.runs / "run-1" / "adapter", service, base)
    (paths.runs / "run-1" / "adapter" / "adapter.gguf").unlink()
    assert read_adapters(paths.runs)[0].gguf_path is None
