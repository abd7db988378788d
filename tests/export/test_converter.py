"""The converter as a process: it writes whole files or none, also when stopped or refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from hone.domain.generation import Progress
from hone.errors import BadInput, Stopped
from hone.ipc.channel import Channel
from hone.ipc.messages import ConvertAdapter, ConvertModel, Finished
from hone.services.conversion import Conversion

pytest.importorskip("torch")
pytestmark = [pytest.mark.worker, pytest.mark.filterwarnings("ignore")]


def test_conversion_tells_its_progress_when_a_model_is_written(
    make_model: Callable[..., Path], tmp_path: Path
) -> None:
    target = tmp_path / "out" / "model.gguf"
    events = list(Conversion(tmp_path / "log").model(make_model(), target, "q8_0", "w1:abc"))
    assert target.read_bytes()[:4] == b"GGUF"
    assert all(isinstance(event, Progress) for event in events)
    assert events[-1].done == events[-1].total > 10


def test_nothing_is_left_when_a_conversion_is_stopped(
    make_model: Callable[..., Path], channel: Channel, tmp_path: Path
) -> None:
    from hone.workers.converter.model_file import convert_model

    channel.stop_requested.set()
    with pytest.raises(Stopped):
        convert_model(ConvertModel(source=make_model(), target=tmp_path / "m.gguf"), channel)
    assert not list(tmp_path.glob("*.gguf")) and not list(tmp_path.glob(".*.part"))


def test_older_file_stays_when_a_conversion_fails(
    make_model: Callable[..., Path], channel: Channel, tmp_path: Path
) -> None:
    from hone.workers.converter.model_file import convert_model

    folder, target = make_model(), tmp_path / "m.gguf"
    target.write_bytes(b"older")
    weights = folder / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-100])
    with pytest.raises(BadInput, match="not a whole safetensors file"):
        convert_model(ConvertModel(source=folder, target=target), channel)
    assert target.read_bytes() == b"older"


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"use_dora": True}, "DoRA"),
        ({"peft_type": "IA3"}, "IA3"),
        ({"modules_to_save": ["lm_head"]}, "whole layers"),
    ],
)
def test_adapter_is_refused_in_a_sentence_when_it_is_no_plain_lora(
    change: dict[str, object],
    sentence: str,
    make_model: Callable[..., Path],
    tmp_path: Path,
    channel: Channel,
) -> None:
    from hone.workers.converter.adapter_file import convert_adapter

    adapter = tmp_path / "adapter"
    adapter.mkdir()
    settings = {"peft_type": "LORA", "r": 4, "lora_alpha": 8} | change
    (adapter / "adapter_config.json").write_text(json.dumps(settings), encoding="utf-8")
    with pytest.raises(BadInput, match=sentence):
        convert_adapter(
            ConvertAdapter(source=adapter, base=make_model(), target=tmp_path / "a.gguf"), channel
        )


def test_conversion_result_is_the_target_when_it_ends(
    make_model: Callable[..., Path], tmp_path: Path
) -> None:
    from hone.ipc.process import WorkerProcess

    worker = WorkerProcess("converter", tmp_path / "log")
    worker.send(ConvertModel(source=make_model(), target=tmp_path / "m.gguf", kind="f16"))
    last = next(event for event in worker.events() if isinstance(event, Finished))
    worker.close()
    assert last.result == tmp_path / "m.gguf"
