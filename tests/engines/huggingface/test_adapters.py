"""Adapters of all kinds compute what peft computes, alone, together, and beside others in a batch."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from hone.domain.generation import AdapterUse, Reporting, Variant
from hone.errors import BadInput

if TYPE_CHECKING:
    from conftest import Bench, TinyModels

# peft uses names that transformers will drop.
pytestmark = [pytest.mark.worker, pytest.mark.filterwarnings("ignore:.*is_gradient_checkpointing")]

KINDS = ("lora", "rslora", "dora", "ia3", "prompt", "p-tuning", "prefix", "prefix projected", "head")
TEXT = "The old captain looked at the sea"


def by_peft(tiny: TinyModels, adapter: Path | None, prompt: list[int], count: int) -> list[int]:
    """Generate greedily with peft and transformers themselves, without any cache between the tokens."""
    import torch
    from peft import PeftModel
    from transformers import AutoModelForCausalLM

    model: Any = AutoModelForCausalLM.from_pretrained(tiny.folder)
    if adapter is not None:
        model = PeftModel.from_pretrained(model, adapter)
    model.eval()
    tokens = list(prompt)
    with torch.inference_mode():
        for _ in range(count):
            ids = torch.tensor([tokens])
            tokens.append(
                int(model(input_ids=ids, attention_mask=torch.ones_like(ids)).logits[0, -1].argmax())
            )
    return tokens[len(prompt) :]


def prompt_of(bench: Bench) -> list[int]:
    """Return the tokens of TEXT."""
    return bench.engine._preparation._vocabulary.encode(TEXT, begin=True)


@pytest.mark.parametrize("kind", KINDS)
def test_adapter_gives_what_peft_gives(
    fresh: Bench, tiny: TinyModels, peft_adapters: dict[str, Path], kind: str
) -> None:
    adapter = peft_adapters[kind]
    base = fresh.one(fresh.request(text=TEXT)).tokens
    expected = by_peft(tiny, adapter, prompt_of(fresh), 16)
    if 2 in expected:  # the token that ends a reply
        expected = expected[: expected.index(2)]
    assert fresh.one(fresh.request(text=TEXT, adapters=[adapter])).tokens == tuple(expected)
    assert fresh.one(fresh.request(text=TEXT, adapters=[adapter])).tokens == tuple(expected)
    assert tuple(expected) != base
    assert fresh.one(fresh.request(text=TEXT)).tokens == base


def test_adapters_of_all_kinds_wait_for_each_other_and_keep_apart(
    fresh: Bench, peft_adapters: dict[str, Path]
) -> None:
    chosen: list[list[Path]] = [
        [],
        *([peft_adapters[kind]] for kind in ("lora", "lora two", "ia3", "dora", "prefix", "prompt")),
    ]
    alone = [fresh.one(fresh.request(text=TEXT, adapters=adapters)).tokens for adapters in chosen]
    fresh.engine._room.prefixes.clear()
    together = fresh.ask(*(fresh.request(text=TEXT, adapters=adapters) for adapters in chosen * 2))
    assert [answer.tokens for answer in together] == alone * 2
    assert len(set(alone)) == len(alone)


def test_rows_with_different_adapters_share_a_batch(fresh: Bench, peft_adapters: dict[str, Path]) -> None:
    rows = []
    requests = [
        fresh.request(text=TEXT, adapters=adapters, sampling={"max_tokens": 30})
        for adapters in ([], [peft_adapters["lora"]], [peft_adapters["lora two"]], [peft_adapters["dora"]])
    ]
    fresh.run(*requests, each_step=lambda _: rows.append([len(group.rows) for group in fresh.engine._groups]))
    assert [3, 1] in rows or [1, 3] in rows


def test_several_adapters_act_together_as_their_sum(
    fresh: Bench, tiny: TinyModels, peft_adapters: dict[str, Path], tmp_path: Path
) -> None:
    """peft's own weighted sum of two LoRAs, saved as one, computes the same."""
    from peft import PeftModel
    from transformers import AutoModelForCausalLM

    model = PeftModel.from_pretrained(
        AutoModelForCausalLM.from_pretrained(tiny.folder), peft_adapters["lora"], adapter_name="one"
    )
    model.load_adapter(peft_adapters["lora two"], adapter_name="two")
    model.add_weighted_adapter(["one", "two"], [0.5, 1.5], adapter_name="sum", combination_type="cat")
    model.save_pretrained(tmp_path, selected_adapters=["sum"])
    reporting = Reporting(logprobs=True)
    summed = fresh.one(fresh.request(text=TEXT, adapters=[tmp_path / "sum"], report=reporting))
    uses = (
        AdapterUse(path=peft_adapters["lora"], scale=0.5),
        AdapterUse(path=peft_adapters["lora two"], scale=1.5),
    )
    both = fresh.one(fresh.request(text=TEXT, variant=Variant(adapters=uses), report=reporting))
    assert both.tokens == summed.tokens
    assert [report.logprob for report in both.reports] == pytest.approx(
        [report.logprob for report in summed.reports], abs=1e-3
    )


def test_scale_of_one_request_does_not_reach_another(fresh: Bench, peft_adapters: dict[str, Path]) -> None:
    lora = peft_adapters["lora"]

    def scaled(scale: float) -> Any:
        return fresh.request(text=TEXT, variant=Variant(adapters=(AdapterUse(path=lora, scale=scale),)))

    base, full = fresh.one(fresh.request(text=TEXT)).tokens, fresh.one(scaled(1.0)).tokens
    half = fresh.one(scaled(0.5)).tokens
    answers = [answer.tokens for answer in fresh.ask(scaled(0.5), scaled(1.0), scaled(0.0), scaled(0.5))]
    assert answers == [half, full, base, half]
    assert len({base, full, half}) == 3


def test_soft_prompt_stands_before_an_adapter(
    fresh: Bench, tiny: TinyModels, peft_adapters: dict[str, Path]
) -> None:
    soft = peft_adapters["prompt"]
    alone = fresh.one(fresh.request(text=TEXT, variant=Variant(soft_prompt=soft)))
    assert alone.tokens == fresh.one(fresh.request(text=TEXT, adapters=[soft])).tokens
    assert alone.ended.usage.prompt_tokens == len(prompt_of(fresh))
    lora = (AdapterUse(path=peft_adapters["lora"]),)
    both = fresh.one(fresh.request(text=TEXT, variant=Variant(adapters=lora, soft_prompt=soft)))
    assert both.tokens not in (
        alone.tokens,
        fresh.one(fresh.request(text=TEXT, adapters=[peft_adapters["lora"]])).tokens,
    )
    again = fresh.one(fresh.request(text=TEXT + " and", variant=Variant(soft_prompt=soft)))
    assert again.ended.usage.reused_tokens > 0


def test_switch_of_adapters_is_fast(fresh: Bench, peft_adapters: dict[str, Path]) -> None:
    names = ["lora", "lora two", "dora"]
    requests = [
        fresh.request(text=TEXT, adapters=[peft_adapters[name]], sampling={"max_tokens": 1}) for name in names
    ]
    for request in requests:
        fresh.one(request)
    started = time.monotonic()
    for request in requests * 5:
        fresh.one(msgspec.structs.replace(request, request_id=f"{request.request_id}-{time.monotonic_ns()}"))
    assert (time.monotonic() - started) / 15 < 0.05


@pytest.mark.parametrize(("kind", "scale", "reason"), [("ia3", 0.5, "no LoRA"), ("prompt", 2.0, "no LoRA")])
def test_strength_of_what_has_none_is_refused(
    fresh: Bench, peft_adapters: dict[str, Path], kind: str, scale: float, reason: str
) -> None:
    variant = Variant(adapters=(AdapterUse(path=peft_adapters[kind], scale=scale),))
    with pytest.raises(BadInput, match=reason):
        fresh.one(fresh.request(text=TEXT, variant=variant))


def test_lora_and_ia3_together_are_refused(fresh: Bench, peft_adapters: dict[str, Path]) -> None:
    with pytest.raises(BadInput, match="cannot be used together"):
        fresh.one(fresh.request(text=TEXT, adapters=[peft_adapters["lora"], peft_adapters["ia3"]]))


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"peft_type": "BOFT"}, "does not know"),
        ({"init_lora_weights": "pissa"}, "changes the base"),
        ({"layer_replication": [[0, 2], [1, 2]]}, "layer_replication"),
        ({"alora_invocation_tokens": [1, 2]}, "alora_invocation_tokens"),
    ],
    ids=["kind", "pissa", "replication", "alora"],
)
def test_adapter_with_unusable_settings_is_refused(
    fresh: Bench, peft_adapters: dict[str, Path], tmp_path: Path, change: dict[str, object], reason: str
) -> None:
    copy = tmp_path / "adapter"
    shutil.copytree(peft_adapters["lora"], copy)
    config = msgspec.json.decode((copy / "adapter_config.json").read_bytes())
    (copy / "adapter_config.json").write_bytes(msgspec.json.encode({**config, **change}))
    with pytest.raises(BadInput, match=reason):
        fresh.one(fresh.request(text=TEXT, adapters=[copy]))


@pytest.mark.parametrize("kind", ["lora", "dora", "ia3", "prompt", "prefix"])
def test_adapter_of_another_model_is_refused(
    fresh: Bench, sliding: Path, peft_adapters: dict[str, Path], tmp_path: Path, kind: str
) -> None:
    """Tensors of another size, as from a wider model."""
    from safetensors.torch import load_file, save_file

    base = fresh.one(fresh.request(text=TEXT)).tokens
    copy = tmp_path / "adapter"
    shutil.copytree(peft_adapters[kind], copy)
    tensors = {
        name: tensor.repeat([2] * tensor.dim())
        for name, tensor in load_file(copy / "adapter_model.safetensors").items()
    }
    save_file(tensors, copy / "adapter_model.safetensors")
    with pytest.raises(BadInput, match="another model"):
        fresh.one(fresh.request(text=TEXT, adapters=[copy]))
    assert fresh.one(fresh.request(text=TEXT)).tokens == base


def test_adapters_stored_as_pickles_are_refused(
    fresh: Bench, peft_adapters: dict[str, Path], tmp_path: Path
) -> None:
    copy = tmp_path / "adapter"
    shutil.copytree(peft_adapters["lora"], copy)
    (copy / "adapter_model.safetensors").rename(copy / "adapter_model.bin")
    with pytest.raises(BadInput, match="no adapter_model"):
        fresh.one(fresh.request(text=TEXT, adapters=[copy]))


def test_many_adapters_do_not_pile_up(
    fresh: Bench, peft_adapters: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hone.workers.huggingface.adapters.RESIDENT", 3)
    expected = fresh.one(fresh.request(text=TEXT, adapters=[peft_adapters["lora"]])).tokens
    for number in range(5):
        copy = tmp_path / f"copy-{number}"
        shutil.copytree(peft_adapters["lora"], copy)
        assert fresh.one(fresh.request(text=TEXT, adapters=[copy])).tokens == expected
    assert len(fresh.engine._adapters._names) <= 3
    assert fresh.one(fresh.request(text=TEXT, adapters=[peft_adapters["lora"]])).tokens == expected


@pytest.mark.parametrize("quantization", ["nf4", "int8", "bf16"])
def test_adapters_work_over_packed_weights(
    load_model: Callable[..., Bench], tiny: TinyModels, peft_adapters: dict[str, Path], quantization: str
) -> None:
    pytest.importorskip("bitsandbytes")
    bench = load_model(tiny.folder, quantization=quantization)
    chosen: list[list[Path]] = [
        [],
        [peft_adapters["lora"]],
        [peft_adapters["lora two"]],
        [peft_adapters["prompt"]],
    ]
    alone = [
        bench.one(bench.request(text=TEXT, adapters=adapters, sampling={"max_tokens": 4})).tokens
        for adapters in chosen
    ]
    assert len(set(alone)) == 4
    together = bench.ask(
        *(bench.request(text=TEXT, adapters=adapters, sampling={"max_tokens": 4}) for adapters in chosen)
    )
    assert all(answer.ended.reason in ("length", "stop") for answer in together)


def test_base_is_as_before_when_an_adapter_brought_modules_of_its_own(
    fresh: Bench, peft_adapters: dict[str, Path]
) -> None:
    """peft leaves a saved module in place of the base's when its layers are taken off while it is active."""
    base = fresh.one(fresh.request(text=TEXT)).tokens
    lora = fresh.one(fresh.request(text=TEXT, adapters=[peft_adapters["lora"]])).tokens
    head = fresh.one(fresh.request(text=TEXT, adapters=[peft_adapters["head"]])).tokens
    ia3 = fresh.one(fresh.request(text=TEXT, adapters=[peft_adapters["ia3"]])).tokens
    fresh.engine._room.prefixes.clear()
    chosen = [[], [peft_adapters["lora"]], [peft_adapters["head"]], [peft_adapters["ia3"]], []]
    answers = fresh.ask(*(fresh.request(text=TEXT, adapters=adapters) for adapters in chosen))
    assert [answer.tokens for answer in answers] == [base, lora, head, ia3, base]
    assert len({base, lora, head, ia3}) == 4
