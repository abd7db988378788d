"""`hone complete` continues a text, and says what made it."""

from __future__ import annotations

from typing import Any

import pytest

from hone.storage.paths import resources

pytestmark = pytest.mark.worker


@pytest.mark.parametrize(
    ("model", "build"),
    [("demo_model", "transformers"), ("demo_model-q8_0.gguf", "llama-cpp-python")],
    ids=["transformers", "llama.cpp"],
)
def test_exact_mode_gives_the_same_text_and_says_so(hone: Any, model: str, build: str) -> None:
    asked = (
        "complete",
        "-m",
        str(resources() / model),
        "-p",
        "The sea",
        "--seed",
        "3",
        "--max-tokens",
        "12",
        "--json",
    )
    exact = [hone(*asked, "--exact").objects[0] for _ in range(2)]
    assert exact[0]["text"] == exact[1]["text"]
    assert exact[0]["provenance"]["mode"] == "exact"
    assert exact[0]["provenance"]["build"].startswith(build)
    assert hone(*asked).objects[0]["provenance"]["mode"] == "fast"
