"""A tiny chat model with random weights, as a safetensors folder and as a GGUF, and a LoRA for it."""

from __future__ import annotations

import itertools
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from hone.domain.chat import Turn
from hone.domain.generation import Generate, GenerationEnded, Prompt, TextChunk
from hone.domain.models import Adapter, AdapterChoice, Model
from hone.domain.sampling import Sampling
from hone.inference.catalogue import describe
from hone.ipc.messages import Event
from hone.services.engines import EngineService
from hone.services.engines.loading import Loading
from hone.services.fitting import FittingService
from hone.services.memory_ledger import MemoryLedger
from hone.storage.paths import Paths
from hone.storage.settings import SettingsStore

TEMPLATE = (
    "{% for message in messages %}"
    "{{ '<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>' + '\\n' }}"
    "{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}"
)
SENTENCES = (
    "The old captain looked at the sea and said that the wind would turn before the evening.",
    "A model learns from examples, and the examples should be as good as what it is meant to write.",
    "user assistant system: what is a good question? It is one that can be answered, naïvely or not.",
    "Straße, café, 東京 and emoji 🙂 are text too; numbers like 1234567890 as well.",
)
CONTEXT = 8192
HIDDEN, FEED_FORWARD, HEADS, KV_HEADS, LAYERS, RANK = 64, 128, 4, 2, 2, 4


@dataclass(frozen=True)
class TinyModels:
    """Where the tiny model lies, in all its forms."""

    folder: Path
    gguf: Path
    adapter_folder: Path
    adapter_gguf: Path


@dataclass(frozen=True)
class Reply:
    """What came of one request."""

    text: str
    tokens: tuple[int, ...]
    ended: GenerationEnded
    events: tuple[Event, ...]


@dataclass(frozen=True)
class Backend:
    """One engine with the tiny model in its format."""

    name: str
    engines: EngineService
    settings: SettingsStore
    model: Model
    adapter: Adapter
    numbers: Iterator[int]

    def request(self, message: str = "What is a good question?", **values: Any) -> Generate:
        """Ask greedily for a short reply to one user message, unless told otherwise."""
        sampling = {"temperature": 0.0, "max_tokens": 24, **values.pop("sampling", {})}
        turns = values.pop("turns", (Turn("user", message),)) if "text" not in values else ()
        parts = {name: values.pop(name) for name in Prompt.__struct_fields__ if name in values}
        prompt = Prompt(**({"turns": turns} | parts))
        return Generate(
            request_id=f"request-{next(self.numbers)}", prompt=prompt, sampling=Sampling(**sampling), **values
        )

    def ask(
        self,
        request: Generate,
        adapter: Adapter | None = None,
        model: Model | None = None,
        quantization: str = "",
        scale: float = 1.0,
        on_event: Callable[[Event], None] = lambda _: None,
    ) -> Reply:
        """Ask, and collect the events until the reply ends."""
        events = []
        chosen = [AdapterChoice(adapter=adapter, scale=scale)] if adapter else []
        for event in self.engines.reply(model or self.model, request, chosen, quantization):
            events.append(event)
            on_event(event)
        chunks = [event for event in events if isinstance(event, TextChunk)]
        ended = events[-1]
        assert isinstance(ended, GenerationEnded)
        tokens = tuple(token for chunk in chunks for token in chunk.token_ids)
        return Reply("".join(chunk.text for chunk in chunks), tokens, ended, tuple(events))


@pytest.fixture(scope="session")
def backends(tiny: TinyModels, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Backend]]:
    """Both engines; their workers start with the first request and stay for all tests."""
    made = {}
    for name, path in (("llama", tiny.gguf), ("huggingface", tiny.folder)):
        home = tmp_path_factory.mktemp(name)
        paths = Paths(home, home / "cache")
        paths.make()
        settings = SettingsStore(paths.settings)
        model = describe(path)
        made[name] = Backend(
            name, EngineService(paths, settings), settings, model, _adapter(tiny, model), itertools.count()
        )
    yield made
    for backend in made.values():
        backend.engines.release()


@pytest.fixture(params=["llama", "huggingface"])
def backend(request: pytest.FixtureRequest, backends: dict[str, Backend]) -> Backend:
    """Each engine in turn."""
    return backends[request.param]


@dataclass(frozen=True)
class Scripted:
    """The real client over workers that run a script instead of a model."""

    engines: EngineService
    settings: SettingsStore
    ledger: MemoryLedger
    model: Model
    other: Model

    def request(self, text: str = "hello", tokens: int = 5, name: str = "", **values: Any) -> Generate:
        """Ask for a few tokens; a prompt of the script's words does what it says."""
        return Generate(
            request_id=name or f"request-{next(_NUMBERS)}",
            prompt=Prompt(text=text),
            sampling=Sampling(max_tokens=tokens, **values.pop("sampling", {})),
            **values,
        )

    def named(self, name: str) -> Model:
        """Return a copy of the model whose file has another name."""
        path = self.model.path.with_name(name)
        if not path.exists():
            path.write_bytes(self.model.path.read_bytes())
        return describe(path)


@pytest.fixture
def scripted(tiny: TinyModels, paths: Paths, monkeypatch: pytest.MonkeyPatch) -> Iterator[Scripted]:
    """An engine service of which each worker is a script; `free` of its ledger is what the machine has."""
    script = [sys.executable, str(Path(__file__).with_name("scripted_worker.py"))]
    monkeypatch.setattr("hone.ipc.process.worker_command", lambda name: script)
    settings = SettingsStore(paths.settings)
    ledger = MemoryLedger()
    engines = EngineService(paths, settings, Loading(ledger, FittingService()))
    first, second = paths.data / "first.gguf", paths.data / "second.gguf"
    for path in (first, second):
        path.write_bytes(tiny.gguf.read_bytes())
    yield Scripted(engines, settings, ledger, describe(first), describe(second))
    engines.close()


_NUMBERS = itertools.count()


def _adapter(tiny: TinyModels, model: Model) -> Adapter:
    return Adapter(
        id="tiny-lora",
        name="tiny lora",
        path=tiny.adapter_folder,
        gguf_path=tiny.adapter_gguf,
        base_name="tiny",
        base_fingerprint=model.fingerprint,
        base_shape=model.shape,
        method="lora",
        run_id="run",
        created_at=datetime.now(UTC),
    )


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> TinyModels:
    """The tiny model, made once."""
    pytest.importorskip("gguf")
    pytest.importorskip("safetensors")
    root = tmp_path_factory.mktemp("tiny")
    models = TinyModels(root / "model", root / "model.gguf", root / "adapter", root / "adapter.gguf")
    _write_folder(models.folder)
    _write_gguf(models)
    _write_adapters(models)
    return models


def _write_folder(folder: Path) -> None:
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers

    folder.mkdir()
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    specials = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"]
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    tokenizer.train_from_iterator(
        SENTENCES,
        trainers.BpeTrainer(
            vocab_size=400, special_tokens=specials, initial_alphabet=alphabet, show_progress=False
        ),
    )
    tokenizer.save(str(folder / "tokenizer.json"))
    settings = {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "bos_token": None,
        "eos_token": "<|im_end|>",
        "pad_token": "<|endoftext|>",
        "chat_template": TEMPLATE,
    }
    (folder / "tokenizer_config.json").write_text(json.dumps(settings), encoding="utf-8")
    _write_weights(folder, tokenizer.get_vocab_size())


def _write_weights(folder: Path, vocabulary: int) -> None:
    """Write a Llama with random weights, large enough that the likeliest token stands out."""
    import numpy as np
    from safetensors.numpy import save_file

    draw = np.random.default_rng(7)
    kv_size = HIDDEN // HEADS * KV_HEADS
    shapes = {"model.embed_tokens": (vocabulary, HIDDEN), "lm_head": (vocabulary, HIDDEN)}
    norms = ["model.norm"]
    for layer in range(LAYERS):
        stem = f"model.layers.{layer}"
        shapes |= {f"{stem}.self_attn.{name}_proj": (HIDDEN, HIDDEN) for name in "qo"}
        shapes |= {f"{stem}.self_attn.{name}_proj": (kv_size, HIDDEN) for name in "kv"}
        shapes |= {f"{stem}.mlp.{name}_proj": (FEED_FORWARD, HIDDEN) for name in ("gate", "up")}
        shapes[f"{stem}.mlp.down_proj"] = (HIDDEN, FEED_FORWARD)
        norms += [f"{stem}.input_layernorm", f"{stem}.post_attention_layernorm"]
    tensors = {
        f"{name}.weight": draw.normal(0, 0.3, shape).astype("float32") for name, shape in shapes.items()
    }
    tensors |= {f"{name}.weight": np.ones(HIDDEN, "float32") for name in norms}
    save_file(tensors, folder / "model.safetensors", metadata={"format": "pt"})
    config = {
        "architectures": ["LlamaForCausalLM"],
        "model_type": "llama",
        "vocab_size": vocabulary,
        "hidden_size": HIDDEN,
        "intermediate_size": FEED_FORWARD,
        "num_hidden_layers": LAYERS,
        "num_attention_heads": HEADS,
        "num_key_value_heads": KV_HEADS,
        "max_position_embeddings": CONTEXT,
        "rms_norm_eps": 1e-6,
        "rope_parameters": {"rope_type": "default", "rope_theta": 10000.0},
        "bos_token_id": None,
        "eos_token_id": 2,
        "tie_word_embeddings": False,
        "dtype": "float32",
    }
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")


def _tensors(folder: Path) -> dict[str, Any]:
    from safetensors.numpy import load_file

    return load_file(folder / "model.safetensors")


def _write_gguf(tiny: TinyModels) -> None:
    import gguf

    raw = json.loads((tiny.folder / "tokenizer.json").read_text(encoding="utf-8"))
    vocabulary = sorted(raw["model"]["vocab"].items(), key=lambda item: item[1])
    writer = gguf.GGUFWriter(tiny.gguf, "llama")
    writer.add_name("tiny")
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(HIDDEN)
    writer.add_block_count(LAYERS)
    writer.add_feed_forward_length(FEED_FORWARD)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(KV_HEADS)
    writer.add_layer_norm_rms_eps(1e-6)
    writer.add_rope_freq_base(10000.0)
    writer.add_vocab_size(len(vocabulary))
    writer.add_file_type(0)
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("gpt-2")
    writer.add_token_list([token for token, _ in vocabulary])
    writer.add_token_types([3 if number < 3 else 1 for _, number in vocabulary])
    writer.add_token_merges([" ".join(merge) for merge in raw["model"]["merges"]])
    writer.add_eos_token_id(2)
    writer.add_add_bos_token(False)
    writer.add_chat_template(TEMPLATE)
    names = gguf.get_tensor_name_map(gguf.MODEL_ARCH.LLAMA, LAYERS)
    for name, tensor in _tensors(tiny.folder).items():
        values = tensor.astype("float32")
        if "q_proj" in name or "k_proj" in name:
            heads = HEADS if "q_proj" in name else KV_HEADS
            halves = values.reshape(heads, 2, values.shape[0] // heads // 2, values.shape[1])
            values = halves.swapaxes(1, 2).reshape(values.shape)
        writer.add_tensor(names.get_name(name, try_suffixes=(".weight",)), values)
    _finish(writer)


def _write_adapters(tiny: TinyModels) -> None:
    """Write one LoRA over v_proj and down_proj as a PEFT folder and as a GGUF."""
    import gguf
    import numpy as np
    from safetensors.numpy import save_file

    draw = np.random.default_rng(3)
    peft_tensors, gguf_tensors = {}, {}
    for name, tensor in _tensors(tiny.folder).items():
        if "v_proj" not in name and "down_proj" not in name:
            continue
        rows, columns = tensor.shape
        down = draw.normal(0, 0.3, (RANK, columns)).astype("float32")
        up = draw.normal(0, 0.3, (rows, RANK)).astype("float32")
        stem = name.removesuffix(".weight")
        peft_tensors[f"base_model.model.{stem}.lora_A.weight"] = down
        peft_tensors[f"base_model.model.{stem}.lora_B.weight"] = up
        layer = stem.split(".")[2]
        short = f"blk.{layer}.{'attn_v' if 'v_proj' in stem else 'ffn_down'}.weight"
        gguf_tensors[f"{short}.lora_a"] = down
        gguf_tensors[f"{short}.lora_b"] = up
    tiny.adapter_folder.mkdir()
    save_file(peft_tensors, tiny.adapter_folder / "adapter_model.safetensors")
    config = {
        "peft_type": "LORA",
        "task_type": "CAUSAL_LM",
        "r": RANK,
        "lora_alpha": 2 * RANK,
        "target_modules": ["v_proj", "down_proj"],
        "base_model_name_or_path": "//nowhere/share/model",
        "inference_mode": True,
    }
    (tiny.adapter_folder / "adapter_config.json").write_text(json.dumps(config), encoding="utf-8")
    writer = gguf.GGUFWriter(tiny.adapter_gguf, "llama")
    writer.add_type("adapter")
    writer.add_string("adapter.type", "lora")
    writer.add_float32("adapter.lora.alpha", 2.0 * RANK)
    for name, values in gguf_tensors.items():
        writer.add_tensor(name, values)
    _finish(writer)


def _finish(writer: Any) -> None:
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
