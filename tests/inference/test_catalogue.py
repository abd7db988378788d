"""What lies at a path is recognised, or refused with a sentence that helps."""

from __future__ import annotations

import json
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hone.domain.models import ModelFormat
from hone.errors import BadInput
from hone.inference.catalogue import describe, describe_or_explain, find_models

CONFIG: dict[str, Any] = {
    "architectures": ["LlamaForCausalLM"],
    "model_type": "llama",
    "hidden_size": 8,
    "intermediate_size": 16,
    "num_hidden_layers": 1,
    "num_attention_heads": 2,
    "num_key_value_heads": 1,
    "vocab_size": 4,
    "max_position_embeddings": 128,
}


def safetensors(tensors: dict[str, int], fill: int = 1, **changes: Any) -> bytes:
    """Write F32 tensors of given lengths; `changes` replaces entries of the header."""
    header: dict[str, Any] = {}
    place = 0
    for name, length in tensors.items():
        header[name] = {"dtype": "F32", "shape": [length], "data_offsets": [place, place + 4 * length]}
        place += 4 * length
    header.update(changes)
    head = json.dumps(header).encode()
    return len(head).to_bytes(8, "little") + head + bytes([fill]) * place


def entry(dtype: str, length: int, begin: int, end: int) -> dict[str, Any]:
    return {"dtype": dtype, "shape": [length], "data_offsets": [begin, end]}


def gguf(metadata: dict[str, str | int | list[str]]) -> bytes:
    """Write a GGUF with metadata and one tensor of 8 floats."""

    def text(value: str) -> bytes:
        return struct.pack("<Q", len(value.encode())) + value.encode()

    keys = b""
    for key, value in metadata.items():
        keys += text(key)
        if isinstance(value, str):
            keys += struct.pack("<I", 8) + text(value)
        elif isinstance(value, int):
            keys += struct.pack("<II", 4, value)
        else:
            keys += struct.pack("<IIQ", 9, 8, len(value)) + b"".join(map(text, value))
    tensor = text("token_embd.weight") + struct.pack("<IQIQ", 1, 8, 0, 0)
    head = b"GGUF" + struct.pack("<IQQ", 3, 1, len(metadata)) + keys + tensor
    return head + bytes(-len(head) % 32) + bytes(32)


LLAMA_GGUF: dict[str, str | int | list[str]] = {
    "general.architecture": "llama",
    "general.file_type": 7,
    "llama.block_count": 1,
    "llama.embedding_length": 8,
    "llama.feed_forward_length": 16,
    "llama.attention.head_count": 2,
    "llama.attention.head_count_kv": 1,
    "llama.context_length": 128,
    "tokenizer.ggml.tokens": ["a", "b", "c", "d"],
    "tokenizer.chat_template": "{{ messages }}",
    "hone.base_fingerprint": "w1:abc",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a sound model folder."""
    place = tmp_path / "model"
    place.mkdir()
    (place / "config.json").write_text(json.dumps(CONFIG))
    (place / "tokenizer.json").write_text("{}")
    (place / "model.safetensors").write_bytes(safetensors({"a": 30, "b": 2}))
    return place


def configured(**changes: Any) -> Callable[[Path], object]:
    return lambda folder: (folder / "config.json").write_text(json.dumps({**CONFIG, **changes}))


def indexed(weight_map: dict[str, str]) -> Callable[[Path], object]:
    index = json.dumps({"weight_map": weight_map})
    return lambda folder: (folder / "model.safetensors.index.json").write_text(index)


def weights(data: bytes) -> Callable[[Path], object]:
    return lambda folder: (folder / "model.safetensors").write_bytes(data)


def only_pickles(folder: Path) -> None:
    (folder / "model.safetensors").rename(folder / "pytorch_model.bin")


def dangling_link(folder: Path) -> None:
    (folder / "model.safetensors").unlink()
    (folder / "model.safetensors").symlink_to(folder / "blobs" / "gone")


def test_folder_is_described_when_it_is_sound(folder: Path) -> None:
    model = describe(folder)
    assert model.format is ModelFormat.SAFETENSORS
    assert model.can_train
    assert (model.parameters, model.quantization, model.context_length) == (32, "F32", 128)
    assert model.shape is not None
    assert model.shape.vocabulary == 4
    assert model.chat_template is None


def test_gguf_has_the_shape_of_its_folder_and_its_recorded_fingerprint(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "model.gguf"
    file.write_bytes(gguf(LLAMA_GGUF))
    model = describe(file)
    assert model.shape == describe(folder).shape
    assert model.fingerprint == "w1:abc"
    assert (model.quantization, model.context_length, model.chat_template) == ("Q8_0", 128, "{{ messages }}")
    assert not model.can_train


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (lambda folder: (folder / "config.json").unlink(), "no config.json"),
        (lambda folder: (folder / "config.json").write_text("{"), "not valid JSON"),
        (lambda folder: (folder / "config.json").write_text("[1]"), "no model's config"),
        (configured(model_type=None), "model_type"),
        (configured(auto_map={"AutoModel": "x.py"}), "auto_map"),
        (configured(_attn_implementation_internal="evil/kernel"), "_attn_implementation_internal"),
        (configured(text_config={"_experts_implementation_internal": "x"}), "_experts_implementation"),
        (configured(attn_implementation="someone/kernel"), "attn_implementation"),
        (configured(architectures=["BertModel"]), "cannot write replies"),
        (configured(quantization_config={"quant_method": "gptq"}), "quantised with gptq"),
        (lambda folder: (folder / "tokenizer.json").unlink(), "no tokenizer.json"),
        (only_pickles, "pickles"),
        (lambda folder: (folder / "model.safetensors").unlink(), "no weights"),
        (dangling_link, "dangling link"),
        (indexed({"a": "model-1.safetensors"}), "model-1.safetensors is missing"),
        (indexed({"a": "../other/model.safetensors"}), "outside its folder"),
        (indexed({"a": "C:\\model.safetensors"}), "outside its folder"),
        (indexed({"a": "pytorch_model.bin"}), "of another kind"),
        (lambda folder: (folder / "model.safetensors.index.json").write_text("{}"), "is damaged"),
        (weights(b""), "is empty"),
        (weights(b"version https://git-lfs.github.com/spec/v1\n"), "Git LFS pointer"),
        (weights(bytes(100)), "starts with zeros"),
        (weights((2**60).to_bytes(8, "little") + b"{}"), "no safetensors"),
        (weights(safetensors({"a": 30})[:-5]), "cut short"),
        (weights(safetensors({"a": 30}) + b"x"), "belong to no tensor"),
        (weights(safetensors({"a": 3}, a=entry("F32", 9, 0, 12))), "place of a"),
        (weights(safetensors({"a": 3}, a=entry("Q9", 3, 0, 12))), "'Q9'"),
        (weights(safetensors({"a": 3}, a=entry("F32", -3, 0, 12))), "damaged"),
        (weights(safetensors({"a": 3}, b=entry("F32", 1, 4, 8))), "place of"),
    ],
)
def test_folder_is_refused_with_its_reason(
    folder: Path, damage: Callable[[Path], object], reason: str
) -> None:
    damage(folder)
    with pytest.raises(BadInput, match=reason):
        describe(folder)
    explained = describe_or_explain(folder)
    assert explained.problem
    assert not explained.can_train


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"general.architecture": "newthing"}, "'newthing'"),
        ({"general.architecture": "clip"}, "mmproj"),
        ({"general.architecture": "bert"}, "embedding model"),
        ({"general.architecture": ""}, "which architecture"),
        ({"general.type": "adapter"}, "LoRA adapter"),
        ({"tokenizer.ggml.tokens": []}, "no tokenizer"),
        ({"split.count": 2, "split.no": 0}, "parts"),
    ],
)
def test_gguf_is_refused_with_its_reason(tmp_path: Path, changes: dict[str, Any], reason: str) -> None:
    file = tmp_path / "model.gguf"
    file.write_bytes(gguf({**LLAMA_GGUF, **changes}))
    with pytest.raises(BadInput, match=reason):
        describe(file)


def test_split_gguf_is_one_model_when_all_parts_are_there(tmp_path: Path) -> None:
    first, second = (tmp_path / f"big-0000{number}-of-00002.gguf" for number in (1, 2))
    first.write_bytes(gguf({**LLAMA_GGUF, "split.count": 2, "split.no": 0}))
    with pytest.raises(BadInput, match=r"big-00002-of-00002\.gguf is missing"):
        describe(first)
    second.write_bytes(gguf({"split.count": 2, "split.no": 1}))
    model = describe(first)
    assert model.name == "big"
    assert model.parameters == 16
    assert list(find_models(tmp_path)) == [first]
    with pytest.raises(BadInput, match="which architecture"):
        describe(second)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("model.bin", b"\x80\x04", "pickle"),
        ("notes.txt", b"hello", "does not start with 'GGUF'"),
        ("config.json", b"{}", "Choose its folder"),
    ],
)
def test_other_file_is_refused_with_its_reason(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(BadInput) as caught:
        describe(tmp_path / name)
    assert reason in f"{caught.value.message} {caught.value.hint}"


def test_fingerprint_names_the_weights_and_not_the_files(folder: Path, tmp_path: Path) -> None:
    original = describe(folder).fingerprint
    (folder / "one.safetensors").write_bytes(safetensors({"b": 2}))
    (folder / "two.safetensors").write_bytes(safetensors({"a": 30}))
    indexed({"b": "one.safetensors", "a": "two.safetensors"})(folder)
    assert describe(folder).fingerprint == original
    (folder / "one.safetensors").write_bytes(safetensors({"b": 2}, fill=2))
    assert describe(folder).fingerprint != original


def test_fingerprint_sees_a_change_at_either_end_of_a_large_tensor(folder: Path) -> None:
    large = safetensors({"a": 100_000})
    found = set()
    for data in (large, large[:-1] + b"\x00", large[:-400_000] + b"\x00" + large[-399_999:]):
        weights(data)(folder)
        found.add(describe(folder).fingerprint)
    assert len(found) == 3


@pytest.mark.parametrize("source", ["jinja", "config", "named"])
def test_chat_template_is_found_where_transformers_looks(folder: Path, source: str) -> None:
    settings = folder / "tokenizer_config.json"
    if source == "named":
        named = [{"name": "tool_use", "template": "no"}, {"name": "default", "template": "yes"}]
        settings.write_text(json.dumps({"chat_template": named}))
    else:
        settings.write_text(json.dumps({"chat_template": "no" if source == "jinja" else "yes"}))
    if source == "jinja":
        (folder / "chat_template.jinja").write_text("yes")
    assert describe(folder).chat_template == "yes"


def test_models_are_found_in_a_folder_of_folders(folder: Path, tmp_path: Path) -> None:
    deep = tmp_path / "publisher" / "quantised"
    deep.mkdir(parents=True)
    (deep / "small.gguf").write_bytes(gguf(LLAMA_GGUF))
    (deep / "mmproj-small.gguf").write_bytes(b"GGUF")
    (tmp_path / "adapter").mkdir()
    (tmp_path / "adapter" / "adapter_config.json").write_text("{}")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert sorted(find_models(tmp_path)) == sorted([folder, deep / "small.gguf"])
