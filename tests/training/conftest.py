"""A tiny chat model to train, tickets to train it on, and a run service over them."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hone.domain.plan import Base, Data, Method, Plan, Training
from hone.services.engines import EngineService
from hone.services.engines.loading import Loading
from hone.services.fitting import FittingService
from hone.services.memory_ledger import MemoryLedger
from hone.services.models import ModelService
from hone.services.runs import RunService
from hone.services.training_room import TrainingRoom
from hone.storage.paths import Paths
from hone.storage.settings import SettingsStore

# Threads that spin while they wait make these tests ten times slower on a busy machine.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

TEMPLATE = (
    "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
COLOURS = ("red", "green", "blue", "grey", "white")
THINGS = ("box", "lamp", "chair", "book", "coat", "bag", "pen", "cup")


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Llama with random weights and a byte-level tokenizer; its linear layers can be held in NF4."""
    pytest.importorskip("torch")
    import torch
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
    from transformers import LlamaConfig, LlamaForCausalLM

    folder = tmp_path_factory.mktemp("models") / "tiny"
    folder.mkdir()
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=320,
        special_tokens=["<|endoftext|>", "<|im_start|>", "<|im_end|>"],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator([" ".join((*COLOURS, *THINGS, "What colour is the"))], trainer)
    tokenizer.save(str(folder / "tokenizer.json"))
    settings = {"eos_token": "<|im_end|>", "pad_token": "<|endoftext|>", "chat_template": TEMPLATE}
    settings["tokenizer_class"] = "PreTrainedTokenizerFast"
    (folder / "tokenizer_config.json").write_text(json.dumps(settings), encoding="utf-8")
    torch.manual_seed(11)
    config = LlamaConfig(
        vocab_size=320,
        hidden_size=64,
        intermediate_size=128,
        num_hidden_layers=2,
        num_attention_heads=4,
        num_key_value_heads=2,
        max_position_embeddings=256,
        initializer_range=0.1,
        bos_token_id=None,
        eos_token_id=2,
        pad_token_id=0,
    )
    LlamaForCausalLM(config).float().save_pretrained(folder)
    return folder


@pytest.fixture
def write_rows(tmp_path: Path) -> Callable[..., Path]:
    """Write rows of one-turn dialogues to a file."""

    def write(pairs: list[tuple[str, str]], name: str = "rows.jsonl") -> Path:
        path = tmp_path / name
        lines = [
            json.dumps({"messages": [{"role": "user", "content": q}, {"role": "assistant", "content": a}]})
            for q, a in pairs
        ]
        path.write_text("\n".join(lines), encoding="utf-8")
        return path

    return write


@pytest.fixture
def colour_rows(write_rows: Callable[..., Path]) -> Path:
    """Forty questions of different lengths with their answers."""
    pairs = []
    for number, thing in enumerate(THINGS):
        for colour in COLOURS:
            asked = f"What colour is the {colour} {thing}?" + " Please tell me." * (number % 4)
            pairs.append((asked, f"The {thing} is {colour}."))
    return write_rows(pairs)


@pytest.fixture
def make_plan(tiny_model: Path, colour_rows: Path) -> Callable[..., Plan]:
    """A plan for the tiny model; keywords change its training."""

    def make(train: Path | None = None, method: str = "qlora", dropout: float = 0.1, **changes: Any) -> Plan:
        values: dict[str, Any] = {
            "learning_rate": 5e-3,
            "epochs": 3.0,
            "micro_batch": 4,
            "gradient_accumulation": 2,
            "context_length": 128,
            "warmup_steps": 2,
            "evaluations": 4,
            "checkpoints": 6,
            "patience": 0,
        }
        return Plan(
            name="Colours",
            base=Base(model=tiny_model),
            data=Data(train=train or colour_rows, held_out_share=0.1),
            method=Method(name=method, settings={"rank": 4, "alpha": 8.0, "dropout": dropout}),
            training=Training(**(values | changes)),
        )

    return make


@pytest.fixture
def models(paths: Paths) -> ModelService:
    """The models that this test's home knows."""
    return ModelService(paths, SettingsStore(paths.settings))


@pytest.fixture
def runs(paths: Paths, models: ModelService) -> RunService:
    """The run service over this test's home."""
    ledger = MemoryLedger()
    engines = EngineService(paths, loading=Loading(ledger, FittingService()))
    return RunService(paths, models, TrainingRoom(engines, ledger))
