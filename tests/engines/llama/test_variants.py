"""Adapters and soft prompts: chosen by each request, beside one base model."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest import mock

import numpy as np
import pytest

from hone.domain.generation import AdapterUse, GenerationEnded, Variant
from hone.domain.sampling import LogitBias
from hone.errors import BadInput, HoneError

if TYPE_CHECKING:
    from conftest import Bench, TinyModels

pytestmark = pytest.mark.worker

TEXT = "What is a good question?"


def tuned(tiny: TinyModels, scale: float = 1.0) -> Variant:
    return Variant(adapters=(AdapterUse(path=tiny.adapter_gguf, scale=scale),))


def write_soft_prompt(folder: Path, vectors: Any, kind: str = "PROMPT_TUNING", dtype: str = "F32") -> Path:
    folder.mkdir()
    (folder / "adapter_config.json").write_text(json.dumps({"peft_type": kind}))
    data = {
        "F32": lambda: vectors.astype("<f4").tobytes(),
        "F16": lambda: vectors.astype("<f2").tobytes(),
        "BF16": lambda: (vectors.astype("<f4").view("<u4") >> 16).astype("<u2").tobytes(),
    }[dtype]()
    tensor = {"dtype": dtype, "shape": list(vectors.shape), "data_offsets": [0, len(data)]}
    header = json.dumps({"prompt_embeddings": tensor}).encode()
    whole = len(header).to_bytes(8, "little") + header + data
    (folder / "adapter_model.safetensors").write_bytes(whole)
    return folder


def random_vectors(count: int = 5, width: int = 64) -> Any:
    return np.random.default_rng(5).normal(0, 0.3, (count, width)).astype("float32")


def test_requests_with_different_adapters_run_at_once(bench: Bench, tiny: TinyModels) -> None:
    variants = [Variant(), tuned(tiny), tuned(tiny, 0.5), Variant(), tuned(tiny)]
    requests = [bench.ask(TEXT, variant=variant, max_tokens=24) for variant in variants]
    alone = [bench.run(request)[0].tokens for request in requests]
    bench.engine.forget()
    together = [answer.tokens for answer in bench.run(*requests)]
    assert together == alone
    assert len(set(alone)) == 3


def test_no_set_of_adapters_waits_for_the_end_of_another(bench: Bench, tiny: TinyModels) -> None:
    endless = {"logit_bias": (LogitBias(0, -100.0), LogitBias(2, -100.0))}
    long = bench.ask(TEXT, max_tokens=4000, sampling=endless)
    short = bench.ask(TEXT, variant=tuned(tiny), max_tokens=4)
    bench.run(long, short)
    ends = [event.request_id for event in bench.wire.events if isinstance(event, GenerationEnded)]
    assert ends == [short.request_id, long.request_id]


def test_switching_adapters_takes_milliseconds(bench: Bench, tiny: TinyModels) -> None:
    variants = [tuned(tiny), Variant(), tuned(tiny, 0.5)]
    for variant in variants:
        bench.run(bench.ask(TEXT, variant=variant, max_tokens=1))
    seconds = []
    for variant in variants * 3:
        request = bench.ask(TEXT, variant=variant, max_tokens=1)
        started = time.process_time()
        bench.run(request)
        seconds.append(time.process_time() - started)
    assert sorted(seconds)[len(seconds) // 2] < 0.05


def test_several_adapters_act_together(bench: Bench, tiny: TinyModels, tmp_path: Path) -> None:
    twin = tmp_path / "twin.gguf"
    twin.write_bytes(tiny.adapter_gguf.read_bytes())
    halves = Variant(
        adapters=(AdapterUse(path=tiny.adapter_gguf, scale=0.5), AdapterUse(path=twin, scale=0.5))
    )
    both = bench.run(bench.ask(TEXT, variant=halves))[0]
    assert both.tokens == bench.run(bench.ask(TEXT, variant=tuned(tiny)))[0].tokens


def test_unusable_adapters_are_refused_by_name(bench: Bench, tiny: TinyModels, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.gguf"
    damaged.write_bytes(tiny.adapter_gguf.read_bytes()[:200])
    for path in (damaged, tmp_path / "missing.gguf", tiny.adapter_folder):
        with pytest.raises(BadInput, match=path.name):
            bench.engine.submit(bench.ask(TEXT, variant=Variant(adapters=(AdapterUse(path=path),))))
    assert bench.run(bench.ask(TEXT))[0].tokens


def test_soft_prompt_gives_the_logits_of_transformers(bench: Bench, tiny: TinyModels, tmp_path: Path) -> None:
    torch = pytest.importorskip("torch")
    from transformers import AutoModelForCausalLM

    vectors = random_vectors()
    folder = write_soft_prompt(tmp_path / "soft", vectors)
    request = bench.ask(TEXT, variant=Variant(soft_prompt=folder), max_tokens=1)
    seen = []
    take = type(bench.engine._context).logits

    from hone.workers.llama.completions import CompletionJob

    def watched(self: CompletionJob, position: int, index: int, outputs: Any) -> int | None:
        seen.append(take(outputs, index).copy())
        return original(self, position, index, outputs)

    original, CompletionJob.take = CompletionJob.take, watched  # type: ignore[method-assign]
    try:
        answer = bench.run(request)[0]
    finally:
        CompletionJob.take = original  # type: ignore[method-assign]
    model = AutoModelForCausalLM.from_pretrained(tiny.folder, dtype=torch.float32)
    ids = torch.tensor([bench.engine._bench.vocabulary.encode(TEXT, begin=True)])
    embedded = torch.cat([torch.from_numpy(vectors)[None], model.get_input_embeddings()(ids)], dim=1)
    with torch.no_grad():
        expected = model(inputs_embeds=embedded).logits[0, -1].numpy()
    # The cache holds keys and values in 16 bits, which these large random weights show.
    assert np.abs(seen[0] - expected).max() < 2e-3 * np.abs(expected).max()
    assert answer.ended.usage.prompt_tokens == len(ids[0]) + len(vectors)


def test_soft_prompts_are_cached_and_batched_like_tokens(bench: Bench, tmp_path: Path) -> None:
    first = Variant(soft_prompt=write_soft_prompt(tmp_path / "first", random_vectors()))
    second = Variant(soft_prompt=write_soft_prompt(tmp_path / "second", random_vectors(600)))
    variants = (Variant(), first, second, first)
    requests = [bench.ask(TEXT * 4, variant=variant) for variant in variants]
    alone = [bench.run(request)[0].tokens for request in requests]
    assert len(set(alone)) == 3
    bench.engine.forget()
    together = bench.run(*requests)
    assert [answer.tokens for answer in together] == alone
    assert [answer.reused > 0 for answer in together] == [False, False, False, True]
    again = bench.run(requests[2])[0]
    assert again.reused == again.ended.usage.prompt_tokens - 1


@pytest.mark.parametrize("dtype", ["F16", "BF16"])
def test_soft_prompt_in_half_precision_acts_nearly_the_same(bench: Bench, tmp_path: Path, dtype: str) -> None:
    coarse = random_vectors().astype("<f2").astype("<f4")
    coarse = (coarse.view("<u4") & 0xFFFF0000).view("<f4")  # what both types can tell
    whole = write_soft_prompt(tmp_path / "whole", coarse)
    half = write_soft_prompt(tmp_path / "half", coarse, dtype=dtype)
    answers = [bench.run(bench.ask(TEXT, variant=Variant(soft_prompt=path)))[0] for path in (whole, half)]
    assert answers[0].tokens == answers[1].tokens


def test_other_soft_prompts_are_refused_with_a_reason(bench: Bench, tmp_path: Path) -> None:
    pickled = tmp_path / "pickled"
    pickled.mkdir()
    (pickled / "adapter_config.json").write_text('{"peft_type": "PROMPT_TUNING"}')
    (pickled / "adapter_model.bin").write_bytes(b"\x80\x04")
    cases = {
        "PREFIX_TUNING": write_soft_prompt(tmp_path / "prefix", random_vectors(), "PREFIX_TUNING"),
        "65": write_soft_prompt(tmp_path / "wide", random_vectors(4, 65)),
        r"adapter_model\.bin may hold code": pickled,
        "not numbers": write_soft_prompt(tmp_path / "nan", random_vectors() * np.nan),
        "does not exist": tmp_path / "missing",
    }
    for reason, folder in cases.items():
        with pytest.raises(BadInput, match=reason):
            bench.engine.submit(bench.ask(TEXT, variant=Variant(soft_prompt=folder)))


def test_adapters_that_llama_cpp_refuses_end_the_requests_of_that_variant_alone(
    bench: Bench, tiny: TinyModels
) -> None:
    use = bench.engine._context.use_adapters

    def refusing(adapters: Any) -> None:
        if any(scale == 0.5 for _, scale in adapters):
            raise HoneError("llama.cpp could not use the adapters.")
        use(adapters)

    variants = [Variant(), tuned(tiny, 0.5), tuned(tiny), tuned(tiny, 0.5)]
    requests = [bench.ask(TEXT, variant=variant, max_tokens=24) for variant in variants]
    alone = [bench.run(request)[0].tokens for request in requests]
    bench.run(bench.ask(TEXT))  # so that the refused ones do not act already
    bench.engine.forget()
    bench.wire.events.clear()
    with mock.patch.object(bench.engine._context, "use_adapters", refusing):
        for request in requests:
            bench.engine.submit(request)
        while bench.engine.step():
            pass
    assert [each.request_id for each in bench.failures()] == [requests[i].request_id for i in (1, 3)]
    assert [bench.answer(requests[i]).tokens for i in (0, 2)] == [alone[0], alone[2]]
    assert bench.run(requests[1])[0].tokens == alone[1]


def test_adapters_and_soft_prompts_that_nobody_uses_are_dropped_when_they_are_many(
    bench: Bench, tiny: TinyModels, tmp_path: Path
) -> None:
    from hone.workers.llama import variants

    expected = [bench.run(bench.ask(TEXT, variant=each))[0].tokens for each in (tuned(tiny), Variant())]
    soft = Variant(soft_prompt=write_soft_prompt(tmp_path / "soft", random_vectors()))
    soft_expected = bench.run(bench.ask(TEXT, variant=soft))[0].tokens
    requests = []
    for number in range(variants.MOST_KEPT + 4):
        adapter, folder = tmp_path / f"{number}.gguf", tmp_path / f"soft {number}"
        adapter.write_bytes(tiny.adapter_gguf.read_bytes())
        write_soft_prompt(folder, random_vectors())
        use = AdapterUse(path=adapter)
        requests.append(bench.ask(TEXT, variant=Variant(adapters=(use,))))
        requests.append(bench.ask(TEXT, variant=Variant(soft_prompt=folder)))
    kept = bench.engine._variants
    answers = bench.run(*requests)  # all at once: nothing that waits may be dropped
    assert [answer.tokens for answer in answers] == [expected[0], soft_expected] * (len(requests) // 2)
    assert len(kept._adapters) >= variants.MOST_KEPT + 4
    for request in requests[:6]:
        assert bench.run(request)[0].tokens
    assert bench.run(bench.ask(TEXT))[0].tokens == expected[1]
    assert len(kept._adapters) == len(kept._soft_prompts) == variants.MOST_KEPT
    assert len(bench.engine._scheduler._served) <= 2 * bench.engine._scheduler._most
    assert bench.run(bench.ask(TEXT, variant=tuned(tiny)))[0].tokens == expected[0]
