"""Tiny models of every architecture that can be exported, and their logits in llama.cpp."""

from __future__ import annotations

import ctypes
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hone.ipc.channel import Channel

CORPUS = [
    "The old captain looked at the sea and said that the wind would turn before the evening.",
    "A model learns from examples; numbers like 1234567890 and 3.14 occur, isn't it so?",
    "Straße, café, naïve, 東京 and emoji 🙂 are text too.\n\n\tTabs and   spaces   as well.",
]
SPECIALS = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"]
TEMPLATE = "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}"
VOCABULARY = 448


@pytest.fixture
def channel() -> Channel:
    """A channel whose events go nowhere."""
    return Channel(io.BytesIO(), io.BytesIO())


@pytest.fixture
def make_model(tmp_path: Path) -> Callable[..., Path]:
    """Write a tiny model of an architecture; keywords change its config, `parts` its pre-tokenizer."""

    def make(architecture: str = "LlamaForCausalLM", parts: Any = None, **changes: Any) -> Path:
        folder = tmp_path / architecture
        ignore_merges = changes.pop("ignore_merges", False)
        _write_tokenizer(folder, parts, ignore_merges)
        _write_weights(folder, architecture, changes)
        return folder

    return make


def _write_tokenizer(folder: Path, parts: Any, ignore_merges: bool) -> None:
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers

    folder.mkdir()
    tokenizer = Tokenizer(models.BPE(ignore_merges=ignore_merges))
    tokenizer.pre_tokenizer = parts or pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=VOCABULARY - 8,
        special_tokens=SPECIALS,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(CORPUS, trainer)
    tokenizer.save(str(folder / "tokenizer.json"))
    settings = {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "eos_token": "<|im_end|>",
        "pad_token": "<|endoftext|>",
        "chat_template": TEMPLATE,
    }
    (folder / "tokenizer_config.json").write_text(json.dumps(settings), encoding="utf-8")


def _write_weights(folder: Path, architecture: str, changes: dict[str, Any]) -> None:
    import torch
    import transformers

    torch.manual_seed(5)
    name = architecture.removesuffix("ForCausalLM")
    config = getattr(transformers, f"{name}Config")(
        **{
            "vocab_size": VOCABULARY,
            "hidden_size": 64,
            "intermediate_size": 96,
            "num_hidden_layers": 2,
            "num_attention_heads": 4,
            "num_key_value_heads": 2,
            "max_position_embeddings": 512,
            "initializer_range": 0.2,
            "head_dim": 16,
            "eos_token_id": 2,
            "pad_token_id": 0,
            "bos_token_id": None,
            "tie_word_embeddings": False,
            "sliding_window": None,
            **changes,
        }
    )
    model = getattr(transformers, architecture)(config).float()
    for parameter in model.parameters():  # norms and biases too: zeros and ones would hide mistakes
        if parameter.ndim == 1:
            parameter.data = 1 + 0.3 * torch.randn_like(parameter)
    model.save_pretrained(folder)


SILENT: list[Any] = []


class LlamaModel:
    """A GGUF in llama.cpp's low-level API: its tokens and its logits."""

    def __init__(self, path: Path) -> None:
        from llama_cpp import llama_cpp as api

        self._api = api
        parameters = api.llama_model_default_params()
        parameters.n_gpu_layers = 0
        self._model = api.llama_model_load_from_file(str(path).encode(), parameters)
        assert self._model, f"llama.cpp refuses {path}"
        self._vocabulary = api.llama_model_get_vocab(self._model)

    def tokens(self, text: str) -> list[int]:
        """Tokenise as for a model's input."""
        raw = text.encode()
        room = (self._api.llama_token * 4096)()
        count = self._api.llama_tokenize(self._vocabulary, raw, len(raw), room, 4096, True, True)
        return list(room[:count])

    def logits(self, ids: list[int], lora: Path | None = None) -> Any:
        """Return the logits (tokens, vocabulary) of one pass with 32-bit caches."""
        import numpy as np

        api = self._api
        context = self._context()
        if lora is not None:
            adapter = api.llama_adapter_lora_init(self._model, str(lora).encode())
            assert adapter, f"llama.cpp refuses {lora}"
            adapters = (api.llama_adapter_lora_p_ctypes * 1)(adapter)
            assert api.llama_set_adapters_lora(context, adapters, 1, (ctypes.c_float * 1)(1.0)) == 0
        batch = api.llama_batch_init(len(ids), 0, 1)
        batch.n_tokens = len(ids)
        for place, token in enumerate(ids):
            batch.token[place], batch.pos[place], batch.logits[place] = token, place, 1
            batch.n_seq_id[place], batch.seq_id[place][0] = 1, 0
        assert api.llama_decode(context, batch) == 0
        size = api.llama_vocab_n_tokens(self._vocabulary)
        rows = [
            np.ctypeslib.as_array(api.llama_get_logits_ith(context, place), (size,)).copy()
            for place in range(len(ids))
        ]
        api.llama_batch_free(batch)
        api.llama_free(context)
        return np.stack(rows)

    def _context(self) -> Any:
        parameters = self._api.llama_context_default_params()
        parameters.n_ctx = parameters.n_batch = parameters.n_ubatch = 256
        parameters.n_threads = parameters.n_threads_batch = 1
        parameters.type_k = parameters.type_v = 0
        parameters.flash_attn_type = 0
        return self._api.llama_init_from_model(self._model, parameters)

    def close(self) -> None:
        """Free the model."""
        self._api.llama_model_free(self._model)


@pytest.fixture
def open_gguf() -> Any:
    """Open GGUF files in llama.cpp, quietly; they are closed at the end."""
    pytest.importorskip("llama_cpp")
    from llama_cpp import llama_cpp as api

    silent = api.llama_log_callback(lambda *_: None)
    api.llama_log_set(silent, ctypes.c_void_p(0))
    SILENT.append(silent)  # llama.cpp goes on calling it, also in tests that come later
    api.llama_backend_init()
    opened: list[LlamaModel] = []

    def open_one(path: Path) -> LlamaModel:
        opened.append(LlamaModel(path))
        return opened[-1]

    yield open_one
    for model in opened:
        model.close()
