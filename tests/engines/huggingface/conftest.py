"""The transformers engine in this process, driven step by step, and adapters of all kinds for it."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from hone.domain.chat import Turn
from hone.domain.generation import (
    AdapterUse,
    Generate,
    GenerationEnded,
    ModelLoaded,
    Prompt,
    RequestFailed,
    Tagged,
    TextChunk,
    TokenReport,
    Variant,
)
from hone.domain.sampling import Sampling
from hone.errors import BadInput, HoneError
from hone.ipc.messages import LoadModel

if TYPE_CHECKING:
    from conftest import TinyModels
    from hone.workers.huggingface.engine import HuggingFaceEngine

NUMBERS = itertools.count()


@dataclass
class Wire:
    """Stands for the channel to the parent: keeps what is sent, and what was cancelled."""

    events: list[Tagged] = field(default_factory=list)
    cancelled: set[str] = field(default_factory=set)

    def send(self, event: Tagged) -> None:
        self.events.append(event)

    def is_cancelled(self, request_id: str) -> bool:
        return request_id in self.cancelled


@dataclass(frozen=True)
class Answer:
    """What came of one completion."""

    text: str
    tokens: tuple[int, ...]
    reports: tuple[TokenReport, ...]
    ended: GenerationEnded


@dataclass
class Bench:
    """A loaded engine with its wire."""

    engine: HuggingFaceEngine
    wire: Wire
    loaded: ModelLoaded

    def run(self, *requests: Any, each_step: Callable[[int], None] = lambda _: None) -> list[Tagged]:
        """Submit requests at once and step until all is done; return the events."""
        self.wire.events.clear()
        for request in requests:
            self.submit(request)
        count = 0
        while self.engine.step():
            each_step(count)
            count += 1
        return list(self.wire.events)

    def submit(self, request: Any) -> None:
        """Submit as the worker's loop does: an error becomes a RequestFailed."""
        from hone.workers.serving import Outlet

        try:
            self.engine.submit(request)
        except HoneError as error:
            Outlet(self.wire).fail(request.request_id, error)  # type: ignore[arg-type]

    def ask(self, *requests: Generate) -> list[Answer]:
        """Run requests together and return their first completions."""
        events = self.run(*requests)
        return [self.answer(events, request) for request in requests]

    @staticmethod
    def answer(events: Sequence[Tagged], request: Generate, index: int = 0) -> Answer:
        """Gather one completion from events."""
        return _answer_of(events, request.request_id, index)

    @staticmethod
    def request(message: str = "What is a good question?", **values: Any) -> Generate:
        """Ask greedily for a short reply, unless told otherwise; `text` asks for a continuation."""
        return _request(message, **values)

    def one(self, request: Generate) -> Answer:
        """Run one request alone."""
        return self.ask(request)[0]


def _answer_of(events: Sequence[Tagged], request_id: str, index: int = 0) -> Answer:
    """Gather one completion; raises the error that its request ended with."""
    mine = [event for event in events if getattr(event, "request_id", "") == request_id]
    for event in mine:
        if isinstance(event, RequestFailed):
            raise (BadInput if event.bad_input else HoneError)(event.message, event.hint, event.detail)
    chunks = [event for event in mine if isinstance(event, TextChunk) and event.index == index]
    ends = [event for event in mine if isinstance(event, GenerationEnded) and event.index == index]
    assert len(ends) == 1
    return Answer(
        "".join(chunk.text for chunk in chunks),
        tuple(token for chunk in chunks for token in chunk.token_ids),
        tuple(report for chunk in chunks for report in chunk.tokens),
        ends[0],
    )


def _request(message: str = "What is a good question?", **values: Any) -> Generate:
    sampling = {"temperature": 0.0, "max_tokens": 16, **values.pop("sampling", {})}
    parts = {name: values.pop(name) for name in Prompt.__struct_fields__ if name in values}
    if "text" not in parts:
        parts.setdefault("turns", (Turn("user", message),))
    adapters = tuple(AdapterUse(path=path) for path in values.pop("adapters", ()))
    if adapters:
        values["variant"] = Variant(adapters=adapters)
    return Generate(
        request_id=f"request-{next(NUMBERS)}", prompt=Prompt(**parts), sampling=Sampling(**sampling), **values
    )


def _load(folder: Path, **values: Any) -> Bench:
    """Load a model in this process."""
    from hone.workers.huggingface.loading import HuggingFaceLoader
    from hone.workers.serving import Outlet

    wire = Wire()
    engine, loaded = HuggingFaceLoader("test").load(
        LoadModel(path=folder, threads=1, **values),
        Outlet(wire),
        lambda *_: None,
        lambda: False,  # type: ignore[arg-type]
    )
    return Bench(engine, wire, loaded)


@pytest.fixture(scope="session")
def bench(tiny: TinyModels) -> Iterator[Bench]:
    """The tiny model, loaded once for all tests of the session."""
    made = _load(tiny.folder)
    yield made
    made.engine.close()


@pytest.fixture
def load_model() -> Iterator[Callable[..., Bench]]:
    """Load models for one test; they are closed after it."""
    made: list[Bench] = []

    def load(folder: Path, **values: Any) -> Bench:
        made.append(_load(folder, **values))
        return made[-1]

    yield load
    for bench in made:
        bench.engine.close()


@pytest.fixture
def fresh(bench: Bench) -> Bench:
    """The tiny model with nothing in its caches, and nothing learned from earlier tests."""
    bench.engine._room.prefixes.clear()
    bench.engine._room.evaluator.chunk = 512
    bench.engine._most = 16
    bench.wire.cancelled.clear()
    return bench


@pytest.fixture(scope="session")
def peft_adapters(tiny: TinyModels, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Adapters of all kinds with random weights, written by peft itself."""
    peft = pytest.importorskip("peft")
    torch = pytest.importorskip("torch")
    from transformers import AutoModelForCausalLM

    task = {"task_type": "CAUSAL_LM"}
    layers = {"r": 4, "target_modules": ["q_proj", "v_proj", "down_proj"], "lora_alpha": 8, **task}
    configs = {
        "lora": peft.LoraConfig(**layers),
        "lora two": peft.LoraConfig(**layers),
        "rslora": peft.LoraConfig(use_rslora=True, **layers),
        "dora": peft.LoraConfig(use_dora=True, **layers),
        "ia3": peft.IA3Config(
            target_modules=["k_proj", "v_proj", "down_proj"], feedforward_modules=["down_proj"], **task
        ),
        "prompt": peft.PromptTuningConfig(num_virtual_tokens=5, **task),
        "p-tuning": peft.PromptEncoderConfig(num_virtual_tokens=6, encoder_hidden_size=32, **task),
        "prefix": peft.PrefixTuningConfig(num_virtual_tokens=4, **task),
        "prefix projected": peft.PrefixTuningConfig(
            num_virtual_tokens=3, prefix_projection=True, encoder_hidden_size=16, **task
        ),
        "head": peft.LoraConfig(modules_to_save=["lm_head"], **layers),
    }
    root = tmp_path_factory.mktemp("peft")
    torch.manual_seed(5)
    for name, config in configs.items():
        model = peft.get_peft_model(AutoModelForCausalLM.from_pretrained(tiny.folder), config)
        for parameter in model.parameters():
            if parameter.requires_grad:
                spread = 0.1 if "modules_to_save" in name else 0.3
                parameter.data += spread * torch.randn_like(parameter)
        model.save_pretrained(root / name)
    return {name: root / name for name in configs}


@pytest.fixture(scope="session")
def sliding(tiny: TinyModels, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny model whose layers see only the last 24 tokens, with the tiny model's tokenizer."""
    torch = pytest.importorskip("torch")
    from transformers import MistralConfig, MistralForCausalLM

    folder = tmp_path_factory.mktemp("sliding")
    vocabulary = json.loads((tiny.folder / "config.json").read_text())["vocab_size"]
    config = MistralConfig(
        vocab_size=vocabulary, hidden_size=64, intermediate_size=128, num_hidden_layers=2,
        num_attention_heads=4, num_key_value_heads=2, sliding_window=24, max_position_embeddings=512,
        eos_token_id=2,
    )  # fmt: skip
    torch.manual_seed(1)
    model = MistralForCausalLM(config)
    for parameter in model.parameters():
        if parameter.dim() > 1:
            torch.nn.init.normal_(parameter, 0, 0.3)
    model.save_pretrained(folder)
    for name in ("tokenizer.json", "tokenizer_config.json"):
        (folder / name).write_bytes((tiny.folder / name).read_bytes())
    return folder
