"""What is loaded and how, and what is refused before anything of it runs."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hone.domain.generation import Feature
from hone.domain.sampling import Sampling
from hone.errors import BadInput
from hone.inference.catalogue import describe

if TYPE_CHECKING:
    from conftest import Bench, TinyModels

pytestmark = pytest.mark.worker

MODELING = """
from pathlib import Path
Path(__file__).with_name("has-run").touch()
Path({sentinel!r}).touch()
from transformers import LlamaForCausalLM
class OwnForCausalLM(LlamaForCausalLM):
    pass
"""
RENDERED = """
import json
import sys
from hone.domain.chat import Turn
from hone.domain.generation import Prompt, RenderPrompt
from hone.workers.huggingface.loading import HuggingFaceLoader
from pathlib import Path
class Wire:
    def send(self, event):
        print(json.dumps([event.text, event.token_ids, event.pieces]))
command = RenderPrompt(request_id="r", path=Path(sys.argv[1]), prompt=Prompt(turns=(Turn("user", "Sea 東"),)))
HuggingFaceLoader("").render(command, Wire())
print(sorted({name.partition(".")[0] for name in sys.modules} & {"torch", "transformers", "llguidance"}))
"""


def with_config(tiny: TinyModels, folder: Path, **changes: object) -> Path:
    """Copy the tiny model with another config.json."""
    copy = folder / "copy"
    shutil.copytree(tiny.folder, copy)
    config = json.loads((copy / "config.json").read_text())
    (copy / "config.json").write_text(json.dumps({**config, **changes}))
    return copy


@pytest.mark.parametrize("quantization", ["", "fp32", "bf16", "fp16", "nf4", "int8"])
def test_model_replies_in_every_number_format(
    load_model: Callable[..., Bench], tiny: TinyModels, quantization: str
) -> None:
    bench = load_model(tiny.folder, quantization=quantization)
    answer = bench.one(bench.request())
    assert len(answer.tokens) == 16
    assert {Feature.STATE} == set(Feature) - set(bench.loaded.features)
    assert bench.loaded.samplers == Sampling.__struct_fields__


def test_unknown_number_format_is_refused(load_model: Callable[..., Bench], tiny: TinyModels) -> None:
    with pytest.raises(BadInput, match="no quantisation"):
        load_model(tiny.folder, quantization="nf3")


@pytest.mark.parametrize("allowed", [False, True], ids=["not allowed", "allowed"])
def test_code_of_a_model_runs_only_when_allowed(
    load_model: Callable[..., Bench],
    tiny: TinyModels,
    tmp_path: Path,
    allowed: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("transformers.dynamic_module_utils.HF_MODULES_CACHE", str(tmp_path / "modules"))
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path / "modules")])
    sentinel = tmp_path / "sentinel"
    copy = with_config(
        tiny,
        tmp_path,
        auto_map={"AutoModelForCausalLM": "modeling_own.OwnForCausalLM"},
        architectures=["OwnForCausalLM"],
    )
    (copy / "modeling_own.py").write_text(MODELING.format(sentinel=str(sentinel)))
    if allowed:
        describe(copy, allow_code=True)
        bench = load_model(copy, allow_code=True)
        assert bench.one(bench.request()).tokens
    else:
        with pytest.raises(BadInput, match="program code that came with it") as caught:
            load_model(copy)
        assert "allow" in caught.value.hint
        with pytest.raises(BadInput, match="program code that came with it"):
            describe(copy)
    assert sentinel.exists() is allowed


@pytest.mark.parametrize(
    "changes",
    [
        {"_attn_implementation_internal": "someone/kernel"},
        {"_experts_implementation_internal": "someone/kernel"},
        {"attn_implementation": "someone/kernel"},
        {"auto_map": {"AutoModelForCausalLM": "someone/else--modeling.Own"}},
        {"text_config": {"_attn_implementation_internal": "someone/kernel"}},
    ],
    ids=["attention", "experts", "kernel", "other repository", "deep"],
)
def test_code_from_elsewhere_is_refused_also_when_code_is_allowed(
    load_model: Callable[..., Bench], tiny: TinyModels, tmp_path: Path, changes: dict[str, object]
) -> None:
    copy = with_config(tiny, tmp_path, **changes)
    with pytest.raises(BadInput, match="code from elsewhere"):
        load_model(copy, allow_code=True)
    with pytest.raises(BadInput, match="code from elsewhere"):
        describe(copy, allow_code=True)


def test_pickled_weights_are_refused_with_a_conversion_that_works(tiny: TinyModels, tmp_path: Path) -> None:
    import torch
    from safetensors.torch import load_file

    copy = tmp_path / "pickled"
    shutil.copytree(tiny.folder, copy)
    torch.save(load_file(copy / "model.safetensors"), copy / "pytorch_model.bin")
    (copy / "model.safetensors").unlink()
    with pytest.raises(BadInput, match="pickles") as caught:
        describe(copy)
    assert "huggingface.co/spaces/safetensors/convert" in caught.value.hint
    code = caught.value.hint.partition('-c "')[2].partition('"')[0]
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=True, capture_output=True, timeout=100)
    for file in copy.glob("tokenizer*"):
        shutil.copy(file, tmp_path / "pickled-safetensors")
    assert describe(tmp_path / "pickled-safetensors").shape == describe(tiny.folder).shape


def test_prompt_is_rendered_without_torch(tiny: TinyModels) -> None:
    done = subprocess.run(
        [sys.executable, "-c", RENDERED, str(tiny.folder)],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    told, heavy = done.stdout.splitlines()
    text, tokens, pieces = json.loads(told)
    assert text == "<|im_start|>user\nSea 東<|im_end|>\n<|im_start|>assistant\n"
    assert len(tokens) == len(pieces)
    assert pieces[0] == "<|im_start|>"
    assert heavy == "[]"


def test_prompt_that_does_not_fit_is_refused(load_model: Callable[..., Bench], tiny: TinyModels) -> None:
    bench = load_model(tiny.folder, context_length=32)
    assert bench.loaded.context_length == 32
    with pytest.raises(BadInput, match="32 tokens"):
        bench.one(bench.request("The wind would turn before the evening. " * 9))
    answer = bench.one(bench.request("Sea", sampling={"max_tokens": 90}))
    assert answer.ended.reason == "context_full"
    assert answer.ended.usage.prompt_tokens + answer.ended.usage.reply_tokens == 32
