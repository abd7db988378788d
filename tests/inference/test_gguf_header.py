"""A GGUF's header is read without trusting it: every damage is named, none raises anything but BadInput."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hone.errors import BadInput
from hone.inference.gguf_header import GgufArray, read_gguf_header

Change = Callable[[bytes], bytes]


def text(value: str) -> bytes:
    data = value.encode()
    return struct.pack("<Q", len(data)) + data


def small_gguf(*, version: int = 3, offset: int = 0) -> bytes:
    """Write a GGUF with values of several types, two tensors and their data."""
    keys = [
        text("general.architecture") + struct.pack("<I", 8) + text("llama"),
        text("general.alignment") + struct.pack("<II", 4, 32),
        text("llama.block_count") + struct.pack("<II", 4, 2),
        text("llama.rope.freq_base") + struct.pack("<If", 6, 10000.0),
        text("flag") + struct.pack("<I?", 7, True),
        text("tokenizer.ggml.tokens") + struct.pack("<IIQ", 9, 8, 3) + text("a") + text("b") + text("ü"),
        text("heads") + struct.pack("<IIQ3i", 9, 5, 3, 4, 8, 2),
    ]
    tensors = [
        text("one") + struct.pack("<IQQIQ", 2, 32, 2, 8, offset),  # Q8_0: 68 bytes, ends at 96 aligned
        text("two") + struct.pack("<IQIQ", 1, 8, 0, offset + 96),
    ]
    head = b"GGUF" + struct.pack("<IQQ", version, len(tensors), len(keys)) + b"".join(keys + tensors)
    return head + bytes(-len(head) % 32) + bytes(range(128))


@pytest.fixture
def write(tmp_path: Path) -> Callable[[bytes], Path]:
    """Return a function that writes bytes as model.gguf."""

    def writer(data: bytes) -> Path:
        path = tmp_path / "model.gguf"
        path.write_bytes(data)
        return path

    return writer


def test_header_is_read_when_it_is_sound(write: Callable[[bytes], Path]) -> None:
    header = read_gguf_header(write(small_gguf()))
    assert header.text("general.architecture") == "llama"
    assert header.number("llama.block_count") == 2
    assert header.metadata["flag"] is True
    assert header.metadata["tokenizer.ggml.tokens"] == GgufArray(3)
    assert header.number("heads") == 8
    assert [(tensor.name, tensor.type, tensor.size) for tensor in header.tensors] == [
        ("one", "Q8_0", 68),
        ("two", "F32", 32),
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b"GG", "does not start with 'GGUF'"),
        (b"<!DOCTYPE html><html>404</html>", "is a web page"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 5\n", "Git LFS pointer"),
        (b"ggjt" + bytes(50), "old GGML format"),
        (b"PK\x03\x04" + bytes(50), "zip archive"),
        (bytes(4096), "starts with zeros"),
        (b"RIFF" + bytes(50), "does not start with 'GGUF'"),
        (small_gguf(version=1), "version 1"),
        (small_gguf(version=99), "version 99"),
        (small_gguf(version=3 << 24), "big-endian"),
        (small_gguf(offset=2**63), "cut short|lies"),
        (small_gguf(offset=1), "not aligned"),
        (small_gguf()[:-1], "cut short.* 1 bytes"),
    ],
)
def test_file_is_refused_with_its_reason(write: Callable[[bytes], Path], data: bytes, reason: str) -> None:
    with pytest.raises(BadInput, match=reason) as caught:
        read_gguf_header(write(data))
    assert caught.value.message.startswith("model.gguf ")
    assert caught.value.hint


def test_file_is_refused_when_cut_anywhere(write: Callable[[bytes], Path]) -> None:
    whole = small_gguf()
    for size in range(len(whole)):
        with pytest.raises(BadInput):
            read_gguf_header(write(whole[:size]))


def replaced(old: bytes, new: bytes) -> Change:
    def change(data: bytes) -> bytes:
        assert old in data
        return data.replace(old, new, 1)

    return change


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda data: data[:8] + struct.pack("<Q", 2**40) + data[16:], "number of tensors"),
        (lambda data: data[:16] + struct.pack("<Q", 2**63) + data[24:], "number of metadata keys"),
        (lambda data: data[:24] + struct.pack("<Q", 2**50) + data[32:], "length of metadata key 1"),
        (replaced(struct.pack("<IIQ", 9, 8, 3), struct.pack("<IIQ", 9, 8, 2**60)), "length of tokenizer"),
        (replaced(struct.pack("<IIQ", 9, 8, 3), struct.pack("<IIQ", 9, 9, 3)), "array of unknown type"),
        (replaced(struct.pack("<I?", 7, True), struct.pack("<I?", 77, True)), "unknown type 77"),
        (replaced(text("general.alignment"), text("llama.block_count")), "twice"),
        (replaced(struct.pack("<II", 4, 32), struct.pack("<II", 4, 33)), "alignment of 33"),
        (replaced(struct.pack("<II", 4, 32), struct.pack("<II", 4, 0)), "alignment of 0"),
        (replaced(struct.pack("<IQQIQ", 2, 32, 2, 8, 0), struct.pack("<IQQIQ", 9, 32, 2, 8, 0)), "9 dimen"),
        (replaced(struct.pack("<QQIQ", 32, 2, 8, 0), struct.pack("<QQIQ", 31, 2, 8, 0)), "do not fill"),
        (replaced(struct.pack("<QQIQ", 32, 2, 8, 0), struct.pack("<QQIQ", 2**61, 2**61, 8, 0)), "shape"),
        (replaced(struct.pack("<QQIQ", 32, 2, 8, 0), struct.pack("<QQIQ", 32, 2, 4, 0)), "in type 4"),
        (replaced(struct.pack("<QQIQ", 32, 2, 8, 0), struct.pack("<QQIQ", 32, 3, 8, 0)), "lies over"),
        (replaced(text("two"), text("one")), "two tensors of one name"),
    ],
)
def test_impossible_field_is_refused(write: Callable[[bytes], Path], change: Change, reason: str) -> None:
    data = change(small_gguf())
    with pytest.raises(BadInput, match=reason):
        read_gguf_header(write(data))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    edits=st.lists(st.tuples(st.integers(0, 400), st.binary(min_size=1, max_size=9)), min_size=1, max_size=4)
)
def test_damaged_header_is_read_or_refused_but_nothing_else(
    write: Callable[[bytes], Path], edits: list[tuple[int, bytes]]
) -> None:
    data = bytearray(small_gguf())
    for place, new in edits:
        data[place : place + len(new)] = new
    try:
        header = read_gguf_header(write(bytes(data)))
    except BadInput:
        return
    assert all(header.data_start + tensor.offset + tensor.size <= len(data) for tensor in header.tensors)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rest=st.binary(max_size=300))
def test_noise_after_the_magic_is_refused(write: Callable[[bytes], Path], rest: bytes) -> None:
    with pytest.raises(BadInput):
        read_gguf_header(write(b"GGUF" + struct.pack("<I", 3) + b"\xff" + rest))


def test_missing_file_and_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="does not exist"):
        read_gguf_header(tmp_path / "none.gguf")
    with pytest.raises(BadInput, match="cannot be read"):
        read_gguf_header(tmp_path)


def test_tables_are_those_of_the_gguf_package() -> None:
    constants = pytest.importorskip("gguf").constants
    from hone.inference.gguf_types import (
        CHAT_ARCHITECTURES,
        FILE_TYPES,
        OTHER_ARCHITECTURES,
        TENSOR_TYPES,
    )

    ours = {number: (kind.name, kind.block, kind.size) for number, kind in TENSOR_TYPES.items()}
    theirs = {
        kind.value: (kind.name, *constants.GGML_QUANT_SIZES[kind]) for kind in constants.GGML_QUANT_SIZES
    }
    assert ours == theirs
    assert set(constants.MODEL_ARCH_NAMES.values()) <= CHAT_ARCHITECTURES | set(OTHER_ARCHITECTURES)
    names = {
        kind.value: kind.name.removeprefix("MOSTLY_").removeprefix("ALL_") for kind in constants.LlamaFileType
    }
    assert all(names[number].startswith(name) for number, name in FILE_TYPES.items())
