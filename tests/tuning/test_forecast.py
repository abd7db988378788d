"""Forecasts against peaks that others published, and against runs of the small model on the CPU."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from hone.domain.datasets import TokenCounts
from hone.domain.forecast import Forecast, Place
from hone.domain.models import Model, ModelFormat, Shape
from hone.domain.plan import Base, Data, Method, Plan, Training
from hone.tuning.forecast import Device, changed, forecast

GPU_TOLERANCE = 0.10
CPU_TOLERANCE = 0.15
MUCH = 10**15


def model(
    layers: int, hidden: int, inner: int, heads: int, kv: int, vocabulary: int, parameters: int
) -> Model:
    shape = Shape(
        architecture="LlamaForCausalLM",
        layers=layers,
        hidden_size=hidden,
        intermediate_size=inner,
        heads=heads,
        kv_heads=kv,
        vocabulary=vocabulary,
    )
    return Model(
        id="m",
        name="m",
        path=Path("m"),
        format=ModelFormat.SAFETENSORS,
        size_bytes=2 * parameters,
        shape=shape,
        parameters=parameters,
    )


LLAMA_7B = model(32, 4096, 11008, 32, 32, 32_000, 6_738_000_000)
LLAMA_13B = model(40, 5120, 13824, 40, 40, 32_000, 13_016_000_000)
SMALL = model(6, 256, 768, 8, 4, 2048, 6_230_000)


def reckon(
    base: Model, method: str, rows: int, length: int, checkpointing: bool, device: Device, rank: int = 16
) -> Forecast:
    plan = Plan(
        name="p",
        base=Base(model=Path("m")),
        data=Data(train=Path("d")),
        method=Method(name=method, settings={"rank": rank}),
        training=Training(micro_batch=rows, context_length=length, gradient_checkpointing=checkpointing),
    )
    return forecast(plan, base, all_trained(length), device, MUCH)


def all_trained(length: int) -> TokenCounts:
    return TokenCounts(
        rows=100,
        tokens=100 * length,
        trained_tokens=100 * length,
        longest=length,
        median=length,
        cut_rows=0,
        stop_token_trained=True,
        histogram=(),
    )


def gpu(free: int = MUCH) -> Device:
    return Device(place=Place.GPU, name="GPU", free_bytes=free, compute_bytes=2)


def cpu(free: int = MUCH) -> Device:
    return Device(place=Place.MEMORY, name="CPU", free_bytes=free, compute_bytes=4)


# LLaMA-Factory's wiki: Llama-2-7B, QLoRA rank 8, all linear layers, gradient checkpointing; rounded GB.
@pytest.mark.parametrize(
    ("length", "gigabytes"), [(1024, 6), (2048, 7), (4096, 9), (8192, 12), (16_384, 19), (32_768, 32)]
)
def test_forecast_agrees_with_llama_factory_s_peaks(length: int, gigabytes: float) -> None:
    found = reckon(LLAMA_7B, "qlora", 1, length, True, gpu(), rank=8)
    assert found.peak_bytes / 1e9 == pytest.approx(gigabytes, rel=GPU_TOLERANCE)


# LitGPT's resource tables: Alpaca (longest row about 1,300 tokens), one row at once, no checkpointing.
@pytest.mark.parametrize(
    ("base", "method", "gigabytes"),
    [
        (LLAMA_7B, "lora", 21.30),
        (LLAMA_7B, "qlora", 13.84),
        (LLAMA_13B, "lora", 38.12),
        (LLAMA_13B, "qlora", 22.55),
    ],
)
def test_forecast_agrees_with_litgpt_s_peaks(base: Model, method: str, gigabytes: float) -> None:
    found = reckon(base, method, 1, 1300, False, gpu(), rank=8)
    assert found.peak_bytes / 1e9 == pytest.approx(gigabytes, rel=GPU_TOLERANCE)


# Hone's own trainer on 2 cores, peak resident memory in MB, the 6 M model in fp32, all tokens trained.
@pytest.mark.parametrize(
    ("method", "rows", "length", "checkpointing", "megabytes"),
    [
        ("lora", 1, 64, False, 686),
        ("lora", 1, 64, True, 697),
        ("qlora", 1, 64, True, 688),
        ("qlora", 1, 256, False, 740),
        ("qlora", 4, 512, False, 1223),
        ("lora", 4, 1024, False, 1634),
        ("qlora", 4, 1024, True, 1466),
        ("qlora", 8, 1024, True, 2333),
        ("lora", 8, 1024, False, 2536),
        ("lora", 8, 1024, True, 1795),
    ],
)
def test_forecast_agrees_with_our_own_peaks(
    method: str, rows: int, length: int, checkpointing: bool, megabytes: int
) -> None:
    found = reckon(SMALL, method, rows, length, checkpointing, cpu())
    assert found.peak_bytes / 2**20 == pytest.approx(megabytes, rel=CPU_TOLERANCE)


def test_parts_add_up_to_the_peak_and_say_how_they_were_reckoned() -> None:
    found = reckon(LLAMA_7B, "qlora", 1, 1024, True, gpu())
    assert sum(part.bytes for part in found.parts if part.place is Place.GPU) == found.peak_bytes
    assert sum(part.bytes for part in found.parts if part.place is Place.DISK) == found.disk_bytes
    assert all(part.help and part.bytes > 0 for part in found.parts)
    assert found.fits_memory and not found.changes


def test_changes_make_the_plan_fit_when_it_does_not() -> None:
    free = 14 * 10**9
    device = gpu(free)
    plan = Plan(
        name="p",
        base=Base(model=Path("m")),
        data=Data(train=Path("d")),
        method=Method(name="qlora"),
        training=Training(micro_batch=8, gradient_accumulation=2, context_length=1024),
    )
    found = forecast(plan, LLAMA_7B, all_trained(1024), device, MUCH)
    assert not found.fits_memory
    assert [change.path for change in found.changes] == [
        "training.gradient_checkpointing",
        "training.micro_batch",
    ]
    for change in found.changes:
        alone = forecast(changed(plan, change.path, change.value), LLAMA_7B, all_trained(1024), device, MUCH)
        assert alone.fits_memory
        assert alone.peak_bytes == change.peak_bytes
        assert changed(plan, change.path, change.value).training.effective_batch == 16


def test_changes_are_told_together_when_none_is_enough_alone() -> None:
    found = reckon(LLAMA_13B, "lora", 16, 4096, False, gpu(8 * 10**9))
    paths = [change.path for change in found.changes]
    assert paths == [
        "training.gradient_checkpointing",
        "method.name",
        "training.micro_batch",
        "training.context_length",
    ]
    peaks = [change.peak_bytes for change in found.changes]
    assert peaks == sorted(peaks, reverse=True)


def test_forecast_is_guessed_and_says_so_when_the_shape_is_not_known() -> None:
    unknown = msgspec.structs.replace(LLAMA_7B, shape=None)
    known, guessed = (reckon(base, "qlora", 1, 1024, True, gpu()) for base in (LLAMA_7B, unknown))
    assert guessed.peak_bytes == pytest.approx(known.peak_bytes, rel=0.1)
    assert any("guessed" in part.help for part in guessed.parts)
