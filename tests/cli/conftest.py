"""Run commands in this process, as `hone` would, and files that are wrong in the ways files are wrong."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from hone.bootstrap import run_command


@dataclass(frozen=True)
class Outcome:
    """What a command left: its exit code and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def objects(self) -> list[dict[str, object]]:
        """The JSON objects on its output, one per line."""
        return [json.loads(line) for line in self.out.splitlines()]


Command = Callable[..., Outcome]


@pytest.fixture
def hone(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Command]:
    """Return a function that runs one command."""
    hook = sys.excepthook
    monkeypatch.setenv("COLUMNS", "200")

    def run(*arguments: str) -> Outcome:
        capsys.readouterr()
        code = run_command(arguments)
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    yield run
    sys.excepthook = hook


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """Return a folder of files that cannot be used."""
    folder = tmp_path / "bad"
    folder.mkdir()
    (folder / "hello.gguf").write_text("hello")
    (folder / "cut.gguf").write_bytes(b"GGUF\x03\x00\x00\x00" + b"\x05" + b"\x00" * 7 + b"\x02" + b"\x00" * 7)
    (folder / "picture").mkdir()
    (folder / "no_tokenizer").mkdir()
    config = {
        "architectures": ["LlamaForCausalLM"],
        "model_type": "llama",
        "hidden_size": 8,
        "intermediate_size": 16,
        "num_hidden_layers": 1,
        "num_attention_heads": 2,
        "num_key_value_heads": 2,
        "vocab_size": 16,
        "max_position_embeddings": 64,
    }
    (folder / "no_tokenizer" / "config.json").write_text(json.dumps(config))
    header = json.dumps({"w": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]}}).encode()
    (folder / "no_tokenizer" / "model.safetensors").write_bytes(
        len(header).to_bytes(8, "little") + header + b"\x00" * 4
    )
    (folder / "empty.jsonl").touch()
    (folder / "noise.jsonl").write_bytes(os.urandom(64).replace(b"\n", b"") + b"\x81\x8d\x8f\x90\x9d" * 40)
    (folder / "columns.jsonl").write_text('{"foo": 1, "bar": 2}\n{"foo": 3, "bar": 4}\n')
    (folder / "broken.toml").write_text("x = [")
    (folder / "typo.toml").write_text(
        'name = "a"\n[base]\nmodel = "no_tokenizer"\n[data]\ntrain = "columns.jsonl"\n'
        "[training]\nlearning_rat = 1\n"
    )
    return folder
