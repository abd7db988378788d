"""Small model folders made here: a tokenizer of single bytes, and templates written for these tests."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest
import tokenizers
from tokenizers import decoders, models, pre_tokenizers

CHATML = (
    "{% for message in messages %}"
    "{{ '<|im_start|>' + message.role + '\\n' + message.content + '<|im_end|>\\n' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}"
)
LLAMA = (
    "{{ bos_token }}{% for message in messages %}"
    "{{ '<|head|>' + message.role + '<|/head|>\\n\\n' + message.content | trim + '<|eot|>' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|head|>assistant<|/head|>\\n\\n' }}{% endif %}"
)
MISTRAL = (
    "{{ bos_token }}{% for message in messages %}{% if message.role == 'user' %}"
    "{{ '[INST] ' + message.content + ' [/INST]' }}{% elif message.role == 'assistant' %}"
    "{{ ' ' + message.content + eos_token }}{% else %}{{ raise_exception('only users and assistants') }}"
    "{% endif %}{% endfor %}"
)
GEMMA = (
    "{{ bos_token }}{% for message in messages %}"
    "{% if message.role == 'system' %}{{ raise_exception('System role not supported') }}{% endif %}"
    "{% if (message.role == 'user') != (loop.index0 % 2 == 0) %}{{ raise_exception('roles must alternate') }}"
    "{% endif %}{% set role = 'model' if message.role == 'assistant' else message.role %}"
    "{{ '<turn>' + role + '\\n' + message.content | trim + '</turn>\\n' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ '<turn>model\\n' }}{% endif %}"
)
THINKING = (
    "{% for message in messages %}{{ '<|im_start|>' + message.role + '\\n' }}"
    "{% if message.role == 'assistant' and loop.last %}{{ '<think>\\n\\n</think>\\n\\n' }}{% endif %}"
    "{{ message.content + '<|im_end|>\\n' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}"
)
MakeFolder = Callable[..., Path]


@pytest.fixture
def templates() -> SimpleNamespace:
    """Give the templates by name."""
    return SimpleNamespace(CHATML=CHATML, LLAMA=LLAMA, MISTRAL=MISTRAL, GEMMA=GEMMA, THINKING=THINKING)


@pytest.fixture
def make_folder(tmp_path: Path) -> MakeFolder:
    """Make a model folder with a byte tokenizer that knows `tokens` besides."""

    def make(
        template: str | None,
        tokens: Sequence[str] = (),
        bos: str = "<s>",
        eos: str = "</s>",
        name: str = "model",
    ) -> Path:
        folder = tmp_path / name
        folder.mkdir()
        letters = sorted(pre_tokenizers.ByteLevel.alphabet())
        tokenizer = tokenizers.Tokenizer(models.BPE(vocab={c: i for i, c in enumerate(letters)}, merges=[]))
        tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
        tokenizer.decoder = decoders.ByteLevel()
        tokenizer.add_special_tokens([token for token in dict.fromkeys((bos, eos, *tokens)) if token])
        tokenizer.save(str(folder / "tokenizer.json"))
        config = {"bos_token": bos or None, "eos_token": eos or None, "chat_template": template}
        (folder / "tokenizer_config.json").write_text(json.dumps(config))
        return folder

    return make
