"""A setting is chosen that fits, what the user fixed is kept, and a refusal names the largest that would."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hone.domain.fit import (
    SMALLEST_CONTEXT,
    Fit,
    FlashAttention,
    FreeMemory,
    KvType,
    LoadSetting,
)
from hone.errors import BadInput
from hone.inference.fit import FLOOR, DoesNotFit, choose, fits
from hone.inference.gguf_layers import AttentionCache
from hone.inference.gguf_memory import GgufMemory, LayerNeed, Widths

MB = 10**6
QUANTISED = (KvType.Q8_0, KvType.Q4_0)


def model(
    layers: int = 16,
    weights: int = 60 * MB,
    *,
    values: int = 512,
    head: int = 64,
    trained: int = 131072,
    words: int = 32000,
) -> GgufMemory:
    """Return the sizes of a Llama-shaped GGUF; by default about a gigabyte of weights."""
    cache = AttentionCache(key_values=values, value_values=values, key_length=head, value_length=head)
    return GgufMemory(
        architecture="llama",
        trained_context=trained,
        scales_positions=False,
        input_weights=70 * MB,
        output_weights=70 * MB,
        tied_output=0,
        blocks=(LayerNeed(weights=weights, largest=weights // 4, cache=cache),) * layers,
        widths=Widths(
            hidden=2048, feed_forward=8192, experts=0, attention=3072, heads=32, vocabulary=words, masks=1,
            cell_values=2 * values,
        ),
    )  # fmt: skip


models = st.builds(
    model,
    st.integers(1, 60),
    st.integers(1, 400).map(lambda size: size * MB),
    values=st.sampled_from([64, 512, 4096]),
    head=st.sampled_from([8, 64, 128]),
    trained=st.sampled_from([512, 1000, 4096, 6000, 131072]),
    words=st.sampled_from([512, 32000, 151936]),
)
sizes = st.integers(0, 60_000).map(lambda size: size * MB)
free_memory = st.builds(FreeMemory, memory=sizes, gpu=st.none() | sizes)
wishes = st.builds(
    LoadSetting,
    context_length=st.just(0) | st.integers(1, 200_000),
    kv_type=st.sampled_from(KvType),
    flash_attention=st.sampled_from(FlashAttention),
    gpu_layers=st.integers(-1, 70),
)


def chosen(needs: GgufMemory, wanted: LoadSetting, free: FreeMemory) -> Fit | DoesNotFit | None:
    """Return the choice or the refusal; None for a wish that contradicts itself."""
    try:
        return choose("A model", needs, wanted, free)
    except DoesNotFit as refusal:
        return refusal
    except BadInput:
        return None


@settings(deadline=None)
@given(models, wishes, free_memory, st.integers(1, 100_000))
def test_forecast_grows_when_the_context_does(
    needs: GgufMemory, wanted: LoadSetting, free: FreeMemory, more: int
) -> None:
    kv_type = KvType.F16 if wanted.kv_type is KvType.AUTO else wanted.kv_type
    shorter = msgspec.structs.replace(wanted, context_length=max(1, wanted.context_length), kv_type=kv_type)
    longer = msgspec.structs.replace(shorter, context_length=shorter.context_length + more)
    before, after = (needs.forecast(setting, free.gpu is not None) for setting in (shorter, longer))
    assert before.memory.total <= after.memory.total
    assert before.gpu.total <= after.gpu.total


@settings(deadline=None)
@given(models, wishes, free_memory)
def test_choice_fits_and_keeps_what_was_fixed_when_there_is_one(
    needs: GgufMemory, wanted: LoadSetting, free: FreeMemory
) -> None:
    fit = chosen(needs, wanted, free)
    if not isinstance(fit, Fit):
        return
    assert fit.forecast.memory.total <= free.memory
    assert fit.forecast.gpu.total <= (free.gpu or 0)
    assert fit.forecast == needs.forecast(fit.setting, free.gpu is not None)
    assert fit.kv_type is not KvType.AUTO
    assert (
        fit.context_length == min(wanted.context_length, needs.trained_context) or not wanted.context_length
    )
    assert fit.kv_type is wanted.kv_type or wanted.kv_type is KvType.AUTO
    assert fit.gpu_layers == wanted.gpu_layers or wanted.gpu_layers == -1
    assert fit.flash_attention is not FlashAttention.OFF or fit.kv_type is KvType.F16
    if not wanted.context_length:
        assert min(FLOOR, needs.trained_context) <= fit.context_length <= min(8192, needs.trained_context)


@settings(deadline=None)
@given(models, wishes, free_memory)
def test_refusal_names_the_largest_setting_that_fits_when_one_does(
    needs: GgufMemory, wanted: LoadSetting, free: FreeMemory
) -> None:
    refusal = chosen(needs, wanted, free)
    if not isinstance(refusal, DoesNotFit):
        return
    assert refusal.message and refusal.hint
    assert not fits(refusal.needed, free)
    largest = refusal.largest
    if largest is None:
        smallest = LoadSetting(context_length=SMALLEST_CONTEXT)
        assert isinstance(chosen(needs, smallest, free), DoesNotFit)
        return
    assert fits(largest.forecast, free)
    assert isinstance(chosen(needs, largest.setting, free), Fit)
    if wanted.gpu_layers == -1:
        length = largest.context_length // SMALLEST_CONTEXT * SMALLEST_CONTEXT + SMALLEST_CONTEXT
        longer = msgspec.structs.replace(wanted, context_length=length)
        assert not isinstance(chosen(needs, longer, free), Fit)


def test_f16_and_the_usual_window_are_taken_when_there_is_room() -> None:
    fit = choose("A model", model(), LoadSetting(), FreeMemory(memory=20_000 * MB))
    assert (fit.context_length, fit.kv_type, fit.gpu_layers) == (8192, KvType.F16, -1)


def test_window_goes_down_before_precision_when_memory_is_short() -> None:
    whole = choose("A model", model(), LoadSetting(), FreeMemory(memory=20_000 * MB)).forecast.total
    fit = choose("A model", model(), LoadSetting(), FreeMemory(memory=round(whole * 1.1) - 40 * MB))
    assert FLOOR <= fit.context_length < 8192
    assert fit.kv_type is KvType.F16


def test_cache_is_packed_when_the_shortest_window_does_not_fit_otherwise() -> None:
    wanted = LoadSetting(context_length=FLOOR)
    f16 = choose("A model", model(), wanted, FreeMemory(memory=20_000 * MB)).forecast.total
    fit = choose("A model", model(), wanted, FreeMemory(memory=round(f16 * 1.1) - 20 * MB))
    assert (fit.kv_type, fit.flash_attention) == (KvType.Q8_0, FlashAttention.ON)


def test_all_layers_are_on_the_gpu_when_they_fit() -> None:
    fit = choose("A model", model(), LoadSetting(), FreeMemory(memory=8_000 * MB, gpu=8_000 * MB))
    assert fit.gpu_layers == -1
    assert fit.forecast.memory.weights == 70 * MB  # the embedding stays
    assert fit.forecast.gpu.kv_cache > 0 == fit.forecast.memory.kv_cache


def test_some_layers_stay_in_memory_when_the_gpu_is_small() -> None:
    free = FreeMemory(memory=8_000 * MB, gpu=1_500 * MB)
    fit = choose("A model", model(), LoadSetting(), free)
    assert 0 < fit.gpu_layers < fit.layers
    more = msgspec.structs.replace(fit.setting, gpu_layers=fit.gpu_layers + 1)
    assert not fits(model().forecast(more, gpu=True), free)


def test_nothing_is_put_on_the_gpu_when_it_is_full() -> None:
    fit = choose("A model", model(), LoadSetting(), FreeMemory(memory=8_000 * MB, gpu=100 * MB))
    assert fit.gpu_layers == 0
    assert fit.forecast.gpu.total == 0


def test_refusal_says_needed_and_free_bytes_when_a_fixed_window_is_too_long() -> None:
    with pytest.raises(DoesNotFit) as caught:
        choose("A model", model(), LoadSetting(context_length=131072), FreeMemory(memory=2_500 * MB))
    assert "window of 131,072 tokens it needs about" in caught.value.message
    assert "2.5 GB are free" in caught.value.message
    assert caught.value.largest is not None
    assert f"{caught.value.largest.context_length:,} tokens" in caught.value.hint


def test_refusal_names_flash_attention_when_nothing_fits_without_it() -> None:
    needs = model(1, MB, values=64, head=8, words=512)
    with pytest.raises(DoesNotFit) as caught:
        choose(
            "A model",
            needs,
            LoadSetting(flash_attention=FlashAttention.OFF),
            FreeMemory(memory=348 * MB),
        )
    assert caught.value.largest is not None
    assert "and flash attention on Auto" in caught.value.hint


def test_refusal_says_the_least_need_when_no_setting_fits() -> None:
    with pytest.raises(DoesNotFit) as caught:
        choose("A model", model(), LoadSetting(), FreeMemory(memory=900 * MB))
    assert caught.value.largest is None
    assert "it needs at least 1.4 GB" in caught.value.hint
    assert "smaller quantisation" in caught.value.hint


def test_window_is_not_longer_than_was_trained_when_more_is_asked_for() -> None:
    fit = choose(
        "A model", model(trained=2048), LoadSetting(context_length=9000), FreeMemory(memory=9000 * MB)
    )
    assert fit.context_length == 2048


@pytest.mark.parametrize(
    ("wanted", "reason"),
    [
        (LoadSetting(kv_type=KvType.Q8_0, flash_attention=FlashAttention.OFF), "needs flash attention"),
        (LoadSetting(context_length=-5), "cannot be had"),
        (LoadSetting(gpu_layers=-7), "cannot be had"),
    ],
)
def test_wish_that_contradicts_itself_is_refused(wanted: LoadSetting, reason: str) -> None:
    with pytest.raises(BadInput, match=reason):
        choose("A model", model(), wanted, FreeMemory(memory=20_000 * MB))


def test_packed_cache_is_refused_when_heads_do_not_fill_its_blocks() -> None:
    with pytest.raises(BadInput, match="has no such cache for it"):
        choose("A model", model(head=8), LoadSetting(kv_type=KvType.Q8_0), FreeMemory(memory=20_000 * MB))
