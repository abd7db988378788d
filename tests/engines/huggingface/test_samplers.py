"""Every sampler keeps and lowers what llama.cpp's does, from the same logits."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest

from hone.domain.sampling import ORDER, LogitBias, Sampling

if TYPE_CHECKING:
    import torch

    from conftest import TinyModels

pytestmark = pytest.mark.worker

VOCABULARY = 400
OFF = {
    "temperature": 1.0, "top_k": 0, "top_p": 1.0, "min_p": 0.0, "typical_p": 1.0, "top_n_sigma": 0.0,
}  # fmt: skip
REPEATED = [5, 6, 7, 8, 9, 300, 6, 7, 8, 9, 11, 5, 6, 7, 8]


@pytest.fixture(scope="module")
def vocabulary(tiny: TinyModels) -> Iterator[Any]:
    """llama.cpp's vocabulary of the tiny model, for DRY's sequence breakers."""
    llama = pytest.importorskip("llama_cpp")
    settings = llama.llama_model_default_params()
    settings.vocab_only = True
    model = llama.llama_model_load_from_file(str(tiny.gguf).encode(), settings)
    yield llama.llama_model_get_vocab(model)
    llama.llama_model_free(model)


def applied(samplers: list[Any], logits: torch.Tensor, history: list[int]) -> dict[int, float]:
    """Return what llama.cpp's samplers leave: tokens with their logits."""
    import llama_cpp

    count = len(logits)
    data = (llama_cpp.llama_token_data * count)(
        *(llama_cpp.llama_token_data(token, value, 0.0) for token, value in enumerate(logits.tolist()))
    )
    array = llama_cpp.llama_token_data_array(data, count, -1, False)
    for sampler in samplers:
        for token in history:
            llama_cpp.llama_sampler_accept(sampler, token)
        llama_cpp.llama_sampler_apply(sampler, ctypes.byref(array))
        llama_cpp.llama_sampler_free(sampler)
    return {array.data[place].id: array.data[place].logit for place in range(array.size)}


def narrowed(
    sampling: Sampling, logits: torch.Tensor, history: list[int], breakers: Any = ()
) -> dict[int, float]:
    """Return what our chain leaves of the same logits."""
    import torch

    from hone.workers.huggingface.sampler import Chain
    from hone.workers.huggingface.sampling_state import SamplingState

    chain = Chain(sampling, lambda text: [], lambda: frozenset(breakers))
    other = logits.flip(0)  # a second row, so that rows are seen not to mix
    found = chain.narrowed(
        torch.stack([logits, other]),
        [SamplingState(sampling, 1, history), SamplingState(sampling, 2, [])],
    )
    places = [place for place, there in enumerate(found.present[0].tolist()) if there]
    ids = range(VOCABULARY) if found.ids is None else found.ids[0].tolist()
    return {ids[place]: float(found.logits[0, place]) for place in places}


def same(ours: dict[int, float], theirs: dict[int, float]) -> None:
    """Compare tokens and logits."""
    assert set(ours) == set(theirs)
    for token, value in theirs.items():
        assert ours[token] == pytest.approx(value, rel=1e-4, abs=1e-4)


def cases() -> list[tuple[str, dict[str, Any], Callable[[Any], list[Any]]]]:
    """Name, our parameters, and llama.cpp's samplers for them."""
    return [
        ("top_k", {"top_k": 7}, lambda llama: [llama.llama_sampler_init_top_k(7)]),
        ("top_p", {"top_p": 0.8}, lambda llama: [llama.llama_sampler_init_top_p(0.8, 1)]),
        ("top_p zero", {"top_p": 0.0}, lambda llama: [llama.llama_sampler_init_top_p(0.0, 1)]),
        ("min_p", {"min_p": 0.1}, lambda llama: [llama.llama_sampler_init_min_p(0.1, 1)]),
        ("typical", {"typical_p": 0.6}, lambda llama: [llama.llama_sampler_init_typical(0.6, 1)]),
        ("sigma", {"top_n_sigma": 1.5}, lambda llama: [llama.llama_sampler_init_top_n_sigma(1.5)]),
        ("xtc", {"xtc_probability": 1.0, "xtc_threshold": 0.05},
         lambda llama: [llama.llama_sampler_init_xtc(1.0, 0.05, 1, 3)]),
        ("temperature", {"temperature": 0.6}, lambda llama: [llama.llama_sampler_init_temp(0.6)]),
        ("dynamic temperature",
         {"temperature": 0.9, "dynamic_temperature_range": 0.5, "dynamic_temperature_exponent": 1.4},
         lambda llama: [llama.llama_sampler_init_temp_ext(0.9, 0.5, 1.4)]),
        ("dynamic temperature down to zero",
         {"temperature": 0.4, "dynamic_temperature_range": 0.5, "top_k": 5},
         lambda llama: [llama.llama_sampler_init_top_k(5), llama.llama_sampler_init_temp_ext(0.4, 0.5, 1.0)]),
        ("penalties", {"repetition_penalty": 1.3, "frequency_penalty": 0.4, "presence_penalty": 0.2},
         lambda llama: [llama.llama_sampler_init_penalties(VOCABULARY, 64, 1.3, 0.4, 0.2)]),
        ("penalties of the last", {"repetition_penalty": 1.5, "penalty_last_n": 3},
         lambda llama: [llama.llama_sampler_init_penalties(VOCABULARY, 3, 1.5, 0.0, 0.0)]),
        ("chain", {"top_k": 50, "typical_p": 0.9, "top_p": 0.9, "min_p": 0.02, "temperature": 0.7},
         lambda llama: [
             llama.llama_sampler_init_top_k(50), llama.llama_sampler_init_typical(0.9, 1),
             llama.llama_sampler_init_top_p(0.9, 1), llama.llama_sampler_init_min_p(0.02, 1),
             llama.llama_sampler_init_temp(0.7),
         ]),
        ("other order",
         {"order": ("temperature", "min_p", "penalties", "top_k"), "temperature": 0.5, "min_p": 0.01,
          "repetition_penalty": 1.4, "top_k": 4},
         lambda llama: [
             llama.llama_sampler_init_temp(0.5), llama.llama_sampler_init_min_p(0.01, 1),
             llama.llama_sampler_init_penalties(VOCABULARY, 64, 1.4, 0.0, 0.0),
             llama.llama_sampler_init_top_k(4),
         ]),
    ]  # fmt: skip


@pytest.mark.parametrize("spread", [0.5, 2.0, 6.0], ids=["flat", "middle", "peaked"])
@pytest.mark.parametrize(("name", "values", "theirs"), cases(), ids=[case[0] for case in cases()])
def test_sampler_leaves_what_llama_cpp_leaves(
    name: str, values: dict[str, Any], theirs: Callable[[Any], list[Any]], spread: float
) -> None:
    llama = pytest.importorskip("llama_cpp")
    torch = pytest.importorskip("torch")
    logits = torch.randn(VOCABULARY, generator=torch.Generator().manual_seed(int(spread * 10))) * spread
    expected = applied(theirs(llama), logits, REPEATED)
    same(narrowed(Sampling(**{**OFF, **values}), logits, REPEATED), expected)


@pytest.mark.parametrize(
    ("allowed", "base", "last_n"), [(2, 1.75, -1), (1, 1.2, -1), (3, 2.0, 9), (0, 1.0, -1), (2, 1.75, 0)]
)
@pytest.mark.parametrize(
    "history", [REPEATED, [4] * 30, [], list(range(3, 40)) * 2], ids=["mixed", "one", "none", "two"]
)
def test_dry_lowers_what_llama_cpp_lowers(
    vocabulary: Any, tiny: TinyModels, allowed: int, base: float, last_n: int, history: list[int]
) -> None:
    llama = pytest.importorskip("llama_cpp")
    torch = pytest.importorskip("torch")
    from hone.workers.huggingface.tokens import Tokens
    from hone.workers.huggingface.vocabulary import FolderVocabulary

    breakers = (ctypes.c_char_p * 4)(b"\n", b":", b'"', b"*")
    logits = torch.randn(VOCABULARY, generator=torch.Generator().manual_seed(1))
    theirs = llama.llama_sampler_init_dry(
        vocabulary, 0.8, base, allowed, 4096 if last_n < 0 else last_n, breakers, 4
    )
    sampling = Sampling(
        **OFF, dry_multiplier=0.8, dry_base=base, dry_allowed_length=allowed, dry_last_n=last_n
    )
    tokens = Tokens(tiny.folder, FolderVocabulary(tiny.folder), frozenset())
    same(narrowed(sampling, logits, history, tokens.breakers), applied([theirs], logits, history))


@pytest.mark.parametrize("version", [1, 2])
def test_mirostat_keeps_what_llama_cpp_keeps(version: int) -> None:
    """llama.cpp's draw is its own; the tokens left to draw from must be the same, before any correction."""
    llama = pytest.importorskip("llama_cpp")
    torch = pytest.importorskip("torch")
    from hone.workers.huggingface import mirostat
    from hone.workers.huggingface.sampling_state import SamplingState

    sampling = Sampling(mirostat=version, mirostat_tau=2.5, mirostat_eta=0.1)
    logits = torch.randn(VOCABULARY, generator=torch.Generator().manual_seed(4)) * 2
    theirs = (
        llama.llama_sampler_init_mirostat(VOCABULARY, 1, 2.5, 0.1, 100)
        if version == 1
        else llama.llama_sampler_init_mirostat_v2(1, 2.5, 0.1)
    )
    kept = set(applied([theirs], logits, []))
    drawn = {mirostat.choose(logits, sampling, SamplingState(sampling, seed, [])) for seed in range(600)}
    assert drawn <= kept
    likely = logits.log_softmax(dim=0)
    assert {token for token in kept if likely[token] > math.log(0.03)} <= drawn


def test_mirostat_corrects_its_limit_towards_the_target() -> None:
    torch = pytest.importorskip("torch")
    from hone.workers.huggingface import mirostat
    from hone.workers.huggingface.sampling_state import SamplingState

    sampling = Sampling(mirostat=2, mirostat_tau=3.0, mirostat_eta=0.1)
    state = SamplingState(sampling, 1, [])
    logits = torch.randn(VOCABULARY, generator=torch.Generator().manual_seed(4))
    surprises = []
    for _ in range(400):
        before = state.surprise_limit
        mirostat.choose(logits, sampling, state)
        surprises.append((before - state.surprise_limit) / 0.1 + 3.0)
    assert sum(surprises[100:]) / 300 == pytest.approx(3.0, abs=0.2)


def test_drawing_follows_the_probabilities() -> None:
    torch = pytest.importorskip("torch")
    from hone.workers.huggingface.sampler import Chain
    from hone.workers.huggingface.sampling_state import SamplingState

    sampling = Sampling(**OFF)
    logits = torch.tensor([[0.5, 0.3, 0.15, 0.05]]).log()
    chain, state = Chain(sampling, lambda text: [], frozenset), SamplingState(sampling, 1, [])
    drawn = [chain.choose(logits, [state])[0] for _ in range(4000)]
    for token, expected in enumerate((0.5, 0.3, 0.15, 0.05)):
        assert drawn.count(token) / 4000 == pytest.approx(expected, abs=0.03)


def test_biased_tokens_come_or_never_come() -> None:
    torch = pytest.importorskip("torch")
    from hone.workers.huggingface.sampler import Chain
    from hone.workers.huggingface.sampling_state import SamplingState

    biases = (LogitBias(3, 5.0), LogitBias("text", -100.0))
    for temperature in (0.0, 1.0):
        sampling = Sampling(**{**OFF, "temperature": temperature}, logit_bias=biases)
        chain = Chain(sampling, lambda text: [0, 1], frozenset)
        logits = torch.tensor([[9.0, 9.0, 1.0, 2.0, 0.0]])
        drawn = {chain.choose(logits, [SamplingState(sampling, seed, [])])[0] for seed in range(50)}
        assert 3 in drawn
        assert not drawn & {0, 1}


def test_every_name_of_the_order_has_a_sampler() -> None:
    pytest.importorskip("torch")
    from hone.workers.huggingface.samplers import SAMPLERS

    assert tuple(SAMPLERS) == ORDER
