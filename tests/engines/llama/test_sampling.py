"""Each sampler does to the distribution what its help says, alone and in a chain, and in the engine."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from hone.domain.sampling import ORDER, LogitBias, Sampling
from hone.errors import BadInput

if TYPE_CHECKING:
    from conftest import Bench, TinyModels
    from hone.workers.llama.vocabulary import LlamaVocabulary

pytestmark = pytest.mark.worker

OFF = {"temperature": 1.0, "top_k": 0, "top_p": 1.0, "min_p": 0.0}
CHANCES = {10: 0.4, 11: 0.3, 12: 0.15, 13: 0.1, 14: 0.05}
Kept = dict[int, float]


@pytest.fixture(scope="module")
def vocabulary(tiny: TinyModels) -> Iterator[LlamaVocabulary]:
    llama = pytest.importorskip("llama_cpp")
    from hone.workers.llama.vocabulary import LlamaVocabulary

    settings = llama.llama_model_default_params()
    settings.vocab_only = True
    model = llama.llama_model_load_from_file(str(tiny.gguf).encode(), settings)
    yield LlamaVocabulary(model)
    llama.llama_model_free(model)


def kept(vocabulary: LlamaVocabulary, recent: tuple[int, ...] = (), seed: int = 1, **values: Any) -> Kept:
    """Return the probabilities that a chain leaves of CHANCES; the others begin with next to none."""
    import llama_cpp

    from hone.workers.llama.chain import Setting, build_chain

    sampling = Sampling(**(OFF | values))
    chain = build_chain(Setting(sampling, seed, vocabulary, 1000), recent)
    data = (llama_cpp.llama_token_data * vocabulary.size)()
    for token in range(vocabulary.size):
        data[token].id, data[token].logit = token, math.log(CHANCES.get(token, 1e-9))
    array = llama_cpp.llama_token_data_array(
        ctypes.cast(data, llama_cpp.llama_token_data_p), vocabulary.size, -1, False
    )
    llama_cpp.llama_sampler_apply(chain, ctypes.byref(array))
    llama_cpp.llama_sampler_free(chain)
    left = {array.data[place].id: array.data[place].p for place in range(array.size)}
    return {token: chance for token, chance in left.items() if chance > 1e-6}


def near(**chances: float) -> Any:
    return pytest.approx({int(name[1:]): chance for name, chance in chances.items()}, rel=1e-3)


LOOP = (20, 21, 22, 10, 20, 21, 22)  # what comes next would be 10, once more

TABLE: list[tuple[str, dict[str, Any], tuple[int, ...], Any]] = [
    ("nothing", {}, (), near(t10=0.4, t11=0.3, t12=0.15, t13=0.1, t14=0.05)),
    ("top k", {"top_k": 2}, (), near(t10=4 / 7, t11=3 / 7)),
    ("top k of one", {"top_k": 1}, (), near(t10=1.0)),
    ("top p", {"top_p": 0.65}, (), near(t10=4 / 7, t11=3 / 7)),
    ("top p of nothing", {"top_p": 0.0}, (), near(t10=1.0)),
    ("min p", {"min_p": 0.3}, (), near(t10=0.4 / 0.85, t11=0.3 / 0.85, t12=0.15 / 0.85)),
    ("temperature", {"temperature": 0.5, "top_k": 2}, (), near(t10=0.64, t11=0.36)),
    ("xtc", {"xtc_probability": 1.0, "xtc_threshold": 0.1, "top_k": 5}, (), near(t13=2 / 3, t14=1 / 3)),
    ("xtc above a half", {"xtc_probability": 1.0, "xtc_threshold": 0.6, "top_k": 1}, (), near(t10=1.0)),
    ("repetition", {"repetition_penalty": 2.0, "top_k": 2}, (10,), near(t11=0.3 / 0.46, t10=0.16 / 0.46)),
    ("frequency", {"frequency_penalty": math.log(2), "top_k": 2}, (10, 10), near(t11=2 / 3, t12=1 / 3)),
    ("presence", {"presence_penalty": math.log(4), "top_k": 2}, (10, 10), near(t11=2 / 3, t12=1 / 3)),
    ("window", {"presence_penalty": 2.0, "penalty_last_n": 1, "top_k": 1}, (10, 5), near(t10=1.0)),
    ("whole", {"presence_penalty": 2.0, "penalty_last_n": -1, "top_k": 1}, (10, *[5] * 99), near(t11=1.0)),
    ("no window", {"presence_penalty": 2.0, "penalty_last_n": 0, "top_k": 1}, (10,), near(t10=1.0)),
    ("dry", {"dry_multiplier": 9.0, "top_k": 2}, LOOP, near(t11=2 / 3, t12=1 / 3)),
    ("dry of longer", {"dry_multiplier": 9.0, "dry_allowed_length": 4, "top_k": 1}, LOOP, near(t10=1.0)),
    ("dry window", {"dry_multiplier": 9.0, "dry_last_n": 4, "top_k": 1}, LOOP, near(t10=1.0)),
    ("bias", {"logit_bias": (LogitBias(11, math.log(2)),), "top_k": 2}, (), near(t11=0.6, t10=0.4)),
    ("ban", {"logit_bias": (LogitBias(10, -100.0),), "top_k": 2}, (), near(t11=2 / 3, t12=1 / 3)),
    ("order", {"order": ("top_k", "penalties"), "top_k": 1, "presence_penalty": 2.0}, (10,), near(t10=1.0)),
    ("left out", {"order": ("top_p",), "top_k": 1, "top_p": 0.65}, (), near(t10=4 / 7, t11=3 / 7)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("values", "recent", "expected"), [row[1:] for row in TABLE], ids=[r[0] for r in TABLE]
)
def test_sampler_leaves_what_its_help_says(
    vocabulary: LlamaVocabulary, values: dict[str, Any], recent: tuple[int, ...], expected: Any
) -> None:
    assert kept(vocabulary, recent, **values) == expected


def test_default_order_is_that_of_llama_cpp() -> None:
    assert ORDER == (
        "penalties", "dry", "top_n_sigma", "top_k", "typical_p", "top_p", "min_p", "xtc", "temperature",
    )  # fmt: skip


def test_order_of_filters_matters(vocabulary: LlamaVocabulary) -> None:
    cold_first = kept(vocabulary, order=("temperature", "top_p"), temperature=0.25, top_p=0.7)
    cold_last = kept(vocabulary, order=("top_p", "temperature"), temperature=0.25, top_p=0.7)
    assert set(cold_first) == {10} and set(cold_last) == {10, 11}


def test_typical_keeps_tokens_of_expected_surprise(vocabulary: LlamaVocabulary) -> None:
    assert set(kept(vocabulary, typical_p=0.2)) == {11}  # 1.39 nats are expected: 11 has 1.2, 10 has 0.9


def test_top_n_sigma_keeps_what_is_near_the_highest(vocabulary: LlamaVocabulary) -> None:
    narrow, wide = (kept(vocabulary, top_n_sigma=sigma) for sigma in (0.2, 1.0))
    assert set(narrow) < set(wide) == set(CHANCES)


def test_dynamic_temperature_is_lower_when_the_model_is_sure(vocabulary: LlamaVocabulary) -> None:
    dynamic = {"temperature": 1.0, "dynamic_temperature_range": 0.9}
    unsure = kept(vocabulary, top_k=2, **dynamic)[10]  # 4 : 3, nearly as unsure as can be
    sure = kept(vocabulary, top_k=2, logit_bias=(LogitBias(10, 3.0),), **dynamic)[10]
    plain = kept(vocabulary, top_k=2, logit_bias=(LogitBias(10, 3.0),))[10]
    assert unsure < 4 / 7 and sure > plain


@pytest.mark.parametrize("version", [1, 2])
def test_mirostat_keeps_only_what_is_less_surprising_than_its_limit(
    vocabulary: LlamaVocabulary, version: int
) -> None:
    assert set(kept(vocabulary, mirostat=version, mirostat_tau=0.5)) == {10}
    assert len(kept(vocabulary, mirostat=version, mirostat_tau=20.0)) == len(CHANCES)


@pytest.mark.parametrize("text", ["", 400, 10**6])
def test_logit_bias_of_no_token_is_refused(vocabulary: LlamaVocabulary, text: int | str) -> None:
    from hone.domain.constraint import Constraint
    from hone.workers.llama.sampler import Sampler

    with pytest.raises(BadInput, match="logit_bias"):
        Sampler(Sampling(logit_bias=(LogitBias(text, 1.0),)), Constraint(), 1, vocabulary, [5])


# ---- in the engine --------------------------------------------------------------------------------


def text_of(bench: Bench, **sampling: Any) -> str:
    request = bench.ask("The old captain", max_tokens=40, sampling={"temperature": 1.0, **sampling})
    return bench.run(request)[0].text


def test_one_likeliest_token_is_greedy(bench: Bench) -> None:
    assert text_of(bench, top_k=1) == text_of(bench, temperature=0.0)


def test_fixed_seed_repeats_and_another_differs(bench: Bench) -> None:
    first, again, other = (text_of(bench, seed=seed) for seed in (7, 7, 8))
    assert first == again != other


@pytest.mark.parametrize("version", [0, 1, 2])
def test_mirostat_repeats_with_its_seed(bench: Bench, version: int) -> None:
    first, again = (text_of(bench, seed=7, mirostat=version) for _ in range(2))
    assert first == again


def test_banned_token_never_comes(bench: Bench) -> None:
    request = bench.ask("The old captain", max_tokens=40)
    banned = set(bench.run(request)[0].tokens)
    biases = tuple(LogitBias(token, -100.0) for token in banned)
    request = bench.ask("The old captain", max_tokens=40, sampling={"logit_bias": biases})
    assert not banned & set(bench.run(request)[0].tokens)


def test_favoured_text_comes(bench: Bench) -> None:
    reply = text_of(bench, logit_bias=(LogitBias("Z", 1000.0),), temperature=0.0)
    assert reply == "Z" * 40


def longest_run(tokens: tuple[int, ...]) -> int:
    """Return the length of the longest sequence that stands in `tokens` twice."""
    return max(
        length
        for length in range(len(tokens))
        if length == 0
        or len({tokens[at : at + length] for at in range(len(tokens) - length + 1)})
        < len(tokens) - length + 1
    )


def test_dry_breaks_a_loop(bench: Bench) -> None:
    favoured = (LogitBias("Z", 1000.0), LogitBias("Y", 900.0), LogitBias("X", 800.0))
    looping, broken = (
        bench.run(
            bench.ask("The", max_tokens=60, sampling={"logit_bias": favoured, "dry_multiplier": multiplier})
        )[0].tokens
        for multiplier in (0.0, 10.0)
    )
    assert len(set(looping)) == 1
    assert longest_run(broken) < 12 < longest_run(looping)


@pytest.mark.parametrize(("name", "value"), [("temperature", 9.0), ("top_k", -4), ("order", ("top_q",))])
def test_parameter_out_of_range_is_refused_by_the_engine(bench: Bench, name: str, value: Any) -> None:
    with pytest.raises(BadInput, match="top_q" if name == "order" else name):
        bench.engine.submit(bench.ask("The", sampling={name: value}))


def test_engine_tells_that_it_knows_all_samplers(bench: Bench) -> None:
    assert set(bench.loaded.samplers) == set(Sampling.__struct_fields__)


def test_every_sampler_at_once_writes_text(bench: Bench) -> None:
    assert text_of(
        bench,
        repetition_penalty=1.1, frequency_penalty=0.1, presence_penalty=0.1, penalty_last_n=-1,
        dry_multiplier=0.8, top_n_sigma=2.0, top_k=60, typical_p=0.98, top_p=0.98, min_p=0.01,
        xtc_probability=0.5, dynamic_temperature_range=0.4, logit_bias=(LogitBias("the", -2.0),),
    )  # fmt: skip
