"""What every engine must survive: damaged files, hostile templates, killed workers, wrong adapters."""

from __future__ import annotations

import json
import os
import shutil
import signal
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import psutil
import pytest

from hone.domain.generation import Progress, TextChunk
from hone.domain.models import Model, ModelFormat
from hone.domain.sampling import BANNED, LogitBias
from hone.errors import BadInput, HoneError, WorkerLost
from hone.ipc.messages import Event

if TYPE_CHECKING:
    from conftest import Backend, TinyModels

pytestmark = pytest.mark.worker

ENDLESS = "{% for a in range(99999) %}{% for b in range(99999) %}{{ '' }}{% endfor %}{% endfor %}x"

UNENDING = {"max_tokens": 8000, "temperature": 1.0, "logit_bias": (LogitBias(2, BANNED),)}  # 2 ends a reply


def at(model: Model, path: Path) -> Model:
    """Return the model as if it lay at `path`."""
    return msgspec.structs.replace(model, path=path)


def copy_with_template(backend: Backend, tiny: TinyModels, folder: Path, template: str | None) -> Model:
    """Copy the tiny model with another chat template, or none."""
    if backend.model.format is ModelFormat.SAFETENSORS:
        copy = folder / "copy"
        shutil.copytree(tiny.folder, copy)
        settings = json.loads((copy / "tokenizer_config.json").read_text())
        settings.pop("chat_template")
        if template is not None:
            settings["chat_template"] = template
        (copy / "tokenizer_config.json").write_text(json.dumps(settings))
        return at(backend.model, copy)
    copy = folder / "copy.gguf"
    copy.write_bytes(with_gguf_template(tiny.gguf.read_bytes(), template))
    return at(backend.model, copy)


def with_gguf_template(data: bytes, template: str | None) -> bytes:
    """Put another template into the place of the old one, filled up with spaces; or hide its key."""
    key = b"tokenizer.chat_template"
    start = data.index(key) + len(key) + 4
    length = int.from_bytes(data[start : start + 8], "little")
    if template is None:
        return data.replace(key, b"tokenizer.chat_templat_")
    text = template.encode().ljust(length)
    assert len(text) == length
    return data[: start + 8] + text + data[start + 8 + length :]


def test_next_request_works_when_the_worker_was_killed(backend: Backend) -> None:
    expected = backend.ask(backend.request()).tokens
    pid = backend.engines.pid
    killed = False

    def kill(event: Event) -> None:
        nonlocal killed
        if isinstance(event, TextChunk) and not killed:
            killed = True
            os.kill(pid, signal.SIGKILL)

    with pytest.raises(WorkerLost, match="killed"):
        backend.ask(backend.request(sampling=UNENDING), on_event=kill)
    assert backend.engines.loaded() is None
    assert backend.ask(backend.request()).tokens == expected


def test_request_ends_when_cancelled_while_the_model_loads(backends: dict[str, Backend]) -> None:
    backend = backends["llama"]
    backend.engines.release()
    assert backend.engines.loaded() is None
    request = backend.request()
    started = time.monotonic()

    def cancel(event: Event) -> None:
        if isinstance(event, Progress):
            backend.engines.cancel(request.request_id)

    reply = backend.ask(request, on_event=cancel)
    assert reply.ended.reason == "cancelled"
    assert time.monotonic() - started < 5.0


def test_second_request_is_answered_while_one_is_running(backend: Backend) -> None:
    started = threading.Event()
    endings: list[str] = []

    def first_event(event: Event) -> None:
        if isinstance(event, TextChunk):
            started.set()

    def ask_long() -> None:
        endings.append(backend.ask(long, on_event=first_event).ended.reason)

    long = backend.request(sampling={"max_tokens": 6000, "temperature": 1.0})
    thread = threading.Thread(target=ask_long)
    thread.start()
    assert started.wait(30)
    reply = backend.ask(backend.request())
    assert reply.ended.reason == "length"
    backend.engines.cancel(long.request_id)
    thread.join(30)
    assert endings[0] in ("cancelled", "stop")


def test_missing_model_is_named(backend: Backend, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"nowhere.*does not exist"):
        backend.ask(backend.request(), model=at(backend.model, tmp_path / "nowhere"))


def test_cut_gguf_is_refused_before_it_is_loaded(
    backends: dict[str, Backend], tiny: TinyModels, tmp_path: Path
) -> None:
    backend = backends["llama"]
    cut = tmp_path / "cut.gguf"
    cut.write_bytes(tiny.gguf.read_bytes()[:-5000])
    with pytest.raises(BadInput, match="cut short"):
        backend.ask(backend.request(), model=at(backend.model, cut))


def test_gguf_that_only_llama_cpp_can_refuse_gives_its_reason(
    backends: dict[str, Backend], tiny: TinyModels, tmp_path: Path
) -> None:
    backend = backends["llama"]
    odd = tmp_path / "odd.gguf"
    odd.write_bytes(tiny.gguf.read_bytes().replace(b"blk.1.ffn_up", b"blk.1.ffn_xx"))
    with pytest.raises(BadInput, match=r"odd\.gguf could not be loaded.*ffn_up"):
        backend.ask(backend.request(), model=at(backend.model, odd))
    assert backend.ask(backend.request()).ended.reason == "length"


def test_weights_that_are_no_numbers_are_refused(backend: Backend, tiny: TinyModels, tmp_path: Path) -> None:
    if backend.model.format is ModelFormat.GGUF:
        path = tmp_path / "nan.gguf"
        shutil.copy(tiny.gguf, path)
        weights = path
    else:
        path = tmp_path / "nan"
        shutil.copytree(tiny.folder, path)
        weights = path / "model.safetensors"
    data = bytearray(weights.read_bytes())
    data[-20000:] = b"\xff" * 20000
    weights.write_bytes(data)
    with pytest.raises(BadInput, match="not numbers"):
        backend.ask(backend.request(), model=at(backend.model, path))


def test_model_without_template_continues_text_but_refuses_turns(
    backend: Backend, tiny: TinyModels, tmp_path: Path
) -> None:
    model = copy_with_template(backend, tiny, tmp_path, None)
    with pytest.raises(BadInput, match="no chat template") as caught:
        backend.ask(backend.request(), model=model)
    assert "hone complete" in caught.value.hint
    assert backend.ask(backend.request(text="The old captain"), model=model).text


@pytest.mark.parametrize(
    ("template", "reason"),
    [
        (ENDLESS, "longer than"),
        ("{{ 'a' * 10**9 }}", "memory|long"),
        ("{{ ''.__class__.__mro__ }}", "not allowed|fails"),
        ("{% for %}", "syntax"),
        ("{{ raise_exception('only users') }}", "only users"),
    ],
    ids=["endless", "huge", "escape", "syntax", "raises"],
)
def test_bad_template_fails_only_its_request(
    backend: Backend, tiny: TinyModels, tmp_path: Path, template: str, reason: str
) -> None:
    model = copy_with_template(backend, tiny, tmp_path, template)
    backend.ask(backend.request(text="warm"), model=model)
    started = time.monotonic()
    with pytest.raises(BadInput, match=reason):
        backend.ask(backend.request(), model=model)
    assert time.monotonic() - started < 4.0
    assert backend.ask(backend.request(text="The old captain"), model=model).text


def test_tokenizer_that_breaks_down_fails_only_its_request(
    backends: dict[str, Backend], tiny: TinyModels, tmp_path: Path
) -> None:
    backend = backends["huggingface"]
    folder = tmp_path / "slow"
    shutil.copytree(tiny.folder, folder)
    raw = json.loads((folder / "tokenizer.json").read_text())
    raw["pre_tokenizer"] = {
        "type": "Split", "pattern": {"Regex": "(a+)+c"}, "behavior": "Isolated", "invert": False,
    }  # fmt: skip
    (folder / "tokenizer.json").write_text(json.dumps(raw))
    model = at(backend.model, folder)
    with pytest.raises(BadInput, match="tokenizer"):
        backend.ask(backend.request(text="a" * 60), model=model)
    assert backend.engines.loaded() == model


def test_missing_adapter_fails_only_its_request(backend: Backend, tmp_path: Path) -> None:
    gone = msgspec.structs.replace(backend.adapter, path=tmp_path / "a", gguf_path=tmp_path / "a.gguf")
    with pytest.raises(BadInput, match="does not exist"):
        backend.ask(backend.request(), adapter=gone)
    assert backend.ask(backend.request()).ended.reason == "length"


def test_adapter_of_another_shape_fails_only_its_request(
    backend: Backend, tiny: TinyModels, tmp_path: Path
) -> None:
    """The shape is changed in the file, as if the record about the adapter were wrong."""
    folder = tmp_path / "adapter"
    shutil.copytree(tiny.adapter_folder, folder)
    weights = folder / "adapter_model.safetensors"
    weights.write_bytes(weights.read_bytes().replace(b"[4,64]", b"[64,4]"))
    gguf = tmp_path / "adapter.gguf"
    gguf.write_bytes(tiny.adapter_gguf.read_bytes().replace(b"blk.0.attn_v", b"blk.9.attn_v"))
    wrong = msgspec.structs.replace(backend.adapter, path=folder, gguf_path=gguf)
    base = backend.ask(backend.request())
    with pytest.raises(BadInput, match="model"):
        backend.ask(backend.request(), adapter=wrong)
    assert backend.ask(backend.request()).tokens == base.tokens
    tuned = backend.ask(backend.request(), adapter=backend.adapter)
    with pytest.raises(BadInput, match="model"):
        backend.ask(backend.request(), adapter=wrong)
    assert backend.ask(backend.request()).tokens == base.tokens != tuned.tokens


def test_adapter_of_another_base_is_refused_before_anything_is_loaded(backend: Backend) -> None:
    foreign = msgspec.structs.replace(backend.adapter, base_fingerprint="w1:other", base_shape=None)
    with pytest.raises(BadInput, match="was trained on tiny"):
        backend.ask(backend.request(), adapter=foreign)


def test_model_is_loaded_again_when_its_file_was_replaced(
    backend: Backend, tiny: TinyModels, tmp_path: Path
) -> None:
    model = copy_with_template(backend, tiny, tmp_path, "{{ messages[0]['content'] }}")
    first = backend.ask(backend.request(), model=model)
    shutil.rmtree(model.path) if model.path.is_dir() else model.path.unlink()
    copy_with_template(backend, tiny, tmp_path, "{{ messages[0]['content'] * 2 }}")
    second = backend.ask(backend.request(), model=model)
    assert second.ended.usage.prompt_tokens > first.ended.usage.prompt_tokens


def test_memory_comes_back_when_the_engine_is_released(backends: dict[str, Backend]) -> None:
    backend = backends["llama"]
    backend.ask(backend.request())
    process = psutil.Process(backend.engines.pid)
    backend.engines.release()
    assert not process.is_running()
    assert backend.engines.loaded() is None


def test_nf4_replies_and_is_another_model_in_memory(backends: dict[str, Backend]) -> None:
    pytest.importorskip("bitsandbytes")
    backend = backends["huggingface"]
    plain = backend.ask(backend.request())
    packed = backend.ask(backend.request(), quantization="nf4")
    tuned = backend.ask(backend.request(), adapter=backend.adapter, quantization="nf4")
    assert packed.tokens != plain.tokens
    assert tuned.tokens != packed.tokens
    with pytest.raises(HoneError, match="no quantisation"):
        backend.ask(backend.request(), quantization="nf3")
