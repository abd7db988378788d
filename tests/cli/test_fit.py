"""`hone models fit` prints the choice with its forecast, or refuses with the largest that would fit."""

from __future__ import annotations

import pytest

from hone.services.models import DEMO_GGUF
from hone.storage.paths import resources

FOLDER = str(resources() / "demo_model")
GGUF = str(resources() / DEMO_GGUF)
needs_gguf = pytest.mark.skipif(
    not (resources() / DEMO_GGUF).is_file(), reason="the embedded GGUF was not made (hone models embed)"
)


@needs_gguf
def test_choice_and_forecast_are_printed_when_the_model_fits(hone) -> None:
    outcome = hone("models", "fit", GGUF, "--free-bytes", "8000000000")
    assert outcome.code == 0
    for word in ("1,024 tokens (chosen)", "f16 (chosen)", "Weights", "KV cache", "Together", "8.0 GB"):
        assert word in outcome.out


@needs_gguf
def test_parts_add_up_when_json_is_asked_for(hone) -> None:
    (told,) = hone("models", "fit", GGUF, "--json", "--kv-type", "q8_0", "--context", "512").objects
    assert told["fits"] is True
    assert told["setting"]["context_length"] == 512
    assert (told["setting"]["kv_type"], told["setting"]["flash_attention"]) == ("q8_0", "on")
    assert told["total"] == sum(sum(need.values()) for need in told["forecast"].values())


@needs_gguf
def test_layers_go_to_the_gpu_when_one_is_told(hone) -> None:
    arguments = ("models", "fit", GGUF, "--gpu-free-bytes", "8000000000", "--json")
    (told,) = hone(*arguments).objects
    assert told["setting"]["gpu_layers"] == -1
    assert told["forecast"]["gpu"]["kv_cache"] > 0
    (told,) = hone(*arguments, "--gpu-layers", "0").objects
    assert told["forecast"]["gpu"]["kv_cache"] == 0


@needs_gguf
def test_refusal_names_what_would_fit_when_the_window_is_too_long(hone) -> None:
    asked = ("models", "fit", GGUF, "--context", "1024", "--kv-type", "f16", "--json")
    (whole,) = hone(*asked).objects
    free = ("--free-bytes", str(int(whole["total"] * 1.1) - 500_000))
    outcome = hone(*asked[:-1], *free)
    assert (outcome.code, outcome.out) == (2, "")
    assert "1,024 tokens it needs about" in outcome.err
    assert "The largest that fits is a window of" in outcome.err
    refused = hone(*asked, *free)
    (told,) = refused.objects
    assert (refused.code, told["fits"]) == (2, False)
    largest = told["largest"]["setting"]
    assert hone(*asked, *free, "--context", str(largest["context_length"])).code == 0
    assert hone(*asked, *free, "--context", str(largest["context_length"] + 256)).code == 2


def test_refusal_says_the_least_need_when_nothing_fits(hone) -> None:
    outcome = hone("models", "fit", FOLDER, "--free-bytes", "100000000")
    assert outcome.code == 2
    assert "No setting of this model fits: it needs at least" in outcome.err


def test_folder_is_forecast_by_its_quantization(hone) -> None:
    sizes = []
    for kind in ("fp32", "nf4"):
        (told,) = hone("models", "fit", FOLDER, "--quantization", kind, "--json").objects
        sizes.append(told["forecast"]["memory"]["weights"])
    assert sizes[1] < sizes[0] / 2


def test_unknown_type_is_refused(hone) -> None:
    assert hone("models", "fit", FOLDER, "--kv-type", "q9").code == 2
