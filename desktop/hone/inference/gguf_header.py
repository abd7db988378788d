"""Read a GGUF's header without trusting it: every count and offset is checked before it is used.

llama.cpp gives the same error for every file that it refuses, and some malformed headers abort its
process (of 500 mutated headers 3 did, and 176 loaded silently); so the header is checked here first and
the reason is said in a sentence. Format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import BinaryIO

import msgspec

from hone.errors import BadInput
from hone.inference.gguf_types import ARRAY, SCALARS, STRING, TENSOR_TYPES

MOST_KEYS = 100_000
MOST_TENSORS = 100_000
LONGEST_NAME = 65_535
LONGEST_TEXT = 16 * 2**20
LONGEST_ARRAY = 16 * 2**20
LONGEST_HEADER = 512 * 2**20
LARGEST_ALIGNMENT = 2**20
KEPT_ARRAY = 4096
_CHUNK = 2**20

Value = bool | int | float | str


class GgufArray(msgspec.Struct, frozen=True):
    """An array in the metadata; `values` are kept for short arrays of numbers only."""

    length: int
    values: tuple[bool | int | float, ...] = ()


class GgufTensor(msgspec.Struct, frozen=True):
    """A tensor's place: `offset` counts from the start of the data section, `size` in bytes."""

    name: str
    type: str
    shape: tuple[int, ...]
    offset: int
    size: int


class GgufHeader(msgspec.Struct, frozen=True):
    """All of a GGUF but its data; `data_start` is where that begins in the file."""

    version: int
    metadata: dict[str, Value | GgufArray]
    tensors: tuple[GgufTensor, ...]
    data_start: int

    def text(self, key: str) -> str:
        """Return a text value, empty when there is none."""
        value = self.metadata.get(key)
        return value if isinstance(value, str) else ""

    def number(self, key: str) -> int | None:
        """Return a whole number; of an array (one value per layer) the largest."""
        value = self.metadata.get(key)
        if isinstance(value, GgufArray):
            whole = [item for item in value.values if isinstance(item, int)]
            return max(whole) if whole else None
        return value if isinstance(value, int) and not isinstance(value, bool) else None


def read_gguf_header(path: Path) -> GgufHeader:
    """Read and check the header of `path`.

    Raises BadInput saying what is wrong: not a GGUF at all, cut short, an unknown version, counts and
    offsets that cannot be true, tensors that lie outside the file or over each other.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            return _read(_Cursor(path, file, size))
    except FileNotFoundError as error:
        raise BadInput(f"{path} does not exist.", hint="Was it moved or deleted? Add it again.") from error
    except OSError as error:
        raise BadInput(
            f"{path} cannot be read: {error.strerror or error}.", hint="Check that you may read it."
        ) from error


class _Cursor:
    """Reads forward through a file of known size; every reader raises BadInput at its end."""

    def __init__(self, path: Path, file: BinaryIO, size: int) -> None:
        self.path = path
        self.size = size
        self.position = 0
        self._file = file
        self._buffer = b""
        self._start = 0

    def take(self, count: int, what: str) -> bytes:
        """Return the next `count` bytes."""
        if self.position + count > self.size:
            raise self.refusal(f"is cut short: it ends inside {what}", "Download or copy it again.")
        if self.position + count > LONGEST_HEADER:
            raise self.refusal("has a header of more than 512 MB, which cannot be true")
        inside = self.position - self._start
        if inside + count > len(self._buffer):
            self._buffer = self._buffer[inside:] + self._file.read(max(count, _CHUNK))
            self._start, inside = self.position, 0
            if len(self._buffer) < count:
                raise self.refusal(f"is cut short: it ends inside {what}", "Download or copy it again.")
        self.position += count
        return self._buffer[inside : inside + count]

    def number(self, layout: struct.Struct, what: str) -> bool | int | float:
        """Return one scalar."""
        value: bool | int | float = layout.unpack(self.take(layout.size, what))[0]
        return value

    def count(self, what: str, most: int) -> int:
        """Return a count of 64 bits that is at most `most`."""
        value = int(self.number(_U64, what))
        if value > most:
            raise self.refusal(f"says that {what} is {value:,}, which cannot be true")
        return value

    def text(self, what: str, longest: int) -> str:
        """Return a text; bytes that are no UTF-8 are replaced."""
        length = self.count(f"the length of {what}", longest)
        return self.take(length, what).decode("utf-8", errors="replace")

    def refusal(self, reason: str, hint: str = "") -> BadInput:
        """Say what is wrong with this file."""
        return BadInput(
            f"{self.path.name} {reason}.",
            hint=hint or "The file is damaged or was made by a faulty program: get it again.",
            detail=f"{self.path}, {self.size} bytes, at byte {self.position}",
        )


_U32 = SCALARS[4]
_U64 = SCALARS[10]


def _read(cursor: _Cursor) -> GgufHeader:
    version = _version(cursor)
    tensor_count = cursor.count("the number of tensors", MOST_TENSORS)
    key_count = cursor.count("the number of metadata keys", MOST_KEYS)
    metadata: dict[str, Value | GgufArray] = {}
    for index in range(key_count):
        key = cursor.text(f"metadata key {index + 1}", LONGEST_NAME)
        if key in metadata:
            raise cursor.refusal(f"has the metadata key {key!r} twice")
        metadata[key] = _value(cursor, key)
    alignment = _alignment(cursor, metadata)
    tensors = tuple(_tensor(cursor, index, alignment) for index in range(tensor_count))
    data_start = -(-cursor.position // alignment) * alignment
    _check_places(cursor, tensors, data_start)
    return GgufHeader(version, metadata, tensors, data_start)


def _version(cursor: _Cursor) -> int:
    """Check the magic and return the version; version 1 had other counts, and nobody writes it."""
    if cursor.size == 0:
        raise cursor.refusal("is empty", "The download or copy did not work: get it again.")
    head = cursor.take(min(cursor.size, 4), "its first bytes")
    if head != b"GGUF":
        raise _other_file(cursor, head)
    version = int(cursor.number(_U32, "its version"))
    if version in (2, 3):
        return version
    if version == 1:
        raise cursor.refusal(
            "is a GGUF of version 1, which llama.cpp no longer reads", "Get a newer conversion of it."
        )
    if int.from_bytes(version.to_bytes(4, "little"), "big") in (1, 2, 3):
        raise cursor.refusal(
            "is a big-endian GGUF, which this computer cannot use", "Get the usual little-endian one."
        )
    raise cursor.refusal(
        f"is a GGUF of version {version}, which this Hone does not know", "Versions 2 and 3 can be used."
    )


def _other_file(cursor: _Cursor, head: bytes) -> BadInput:
    """Say what a file without the magic is."""
    rest = cursor.take(min(cursor.size - len(head), 200), "its first bytes")
    start = (head + rest).lstrip().lower()
    if start.startswith((b"<!doctype", b"<html", b"<?xml", b"<head")):
        return cursor.refusal(
            "is a web page, not a model", "The download gave an error page: get the file itself."
        )
    if start.startswith(b"version https://git-lfs"):
        return cursor.refusal(
            "is a Git LFS pointer, not the model itself", "Run 'git lfs pull' in its folder."
        )
    if head in (b"lmgg", b"GGML", b"tjgg", b"ggjt", b"fmgg", b"ggmf"):
        return cursor.refusal("is in the old GGML format, before GGUF", "Get a GGUF of this model.")
    if head[:2] == b"PK":
        return cursor.refusal(
            "is a zip archive (perhaps a PyTorch checkpoint), not a GGUF", "Get the GGUF of it."
        )
    if not any(head + rest):
        return cursor.refusal("starts with zeros: the download was not finished", "Get it again.")
    return cursor.refusal("is not a GGUF: it does not start with 'GGUF'", "Choose a file made for llama.cpp.")


def _value(cursor: _Cursor, key: str) -> Value | GgufArray:
    kind = int(cursor.number(_U32, f"the type of {key}"))
    if kind in SCALARS:
        return cursor.number(SCALARS[kind], key)
    if kind == STRING:
        return cursor.text(key, LONGEST_TEXT)
    if kind == ARRAY:
        return _array(cursor, key)
    raise cursor.refusal(f"has a value of unknown type {kind} for {key}")


def _array(cursor: _Cursor, key: str) -> GgufArray:
    kind = int(cursor.number(_U32, f"the type of {key}"))
    length = cursor.count(f"the length of {key}", LONGEST_ARRAY)
    if kind == STRING:
        for _ in range(length):
            (size,) = _U64.unpack(cursor.take(8, key))
            if size > LONGEST_TEXT:
                raise cursor.refusal(f"has a text of {size:,} bytes in {key}, which cannot be true")
            cursor.take(size, key)
        return GgufArray(length)
    if kind not in SCALARS:
        raise cursor.refusal(f"has an array of unknown type {kind} for {key}")
    layout = SCALARS[kind]
    data = cursor.take(length * layout.size, key)
    if length > KEPT_ARRAY:
        return GgufArray(length)
    return GgufArray(length, tuple(item for (item,) in layout.iter_unpack(data)))


def _alignment(cursor: _Cursor, metadata: dict[str, Value | GgufArray]) -> int:
    value = metadata.get("general.alignment", 32)
    good = isinstance(value, int) and not isinstance(value, bool) and 8 <= value <= LARGEST_ALIGNMENT
    if not isinstance(value, int) or not good or value & (value - 1):
        raise cursor.refusal(f"has an impossible alignment of {value!r}")
    return value


def _tensor(cursor: _Cursor, index: int, alignment: int) -> GgufTensor:
    name = cursor.text(f"the name of tensor {index + 1}", LONGEST_NAME)
    dimensions = int(cursor.number(_U32, f"tensor {name}"))
    if not 1 <= dimensions <= 4:
        raise cursor.refusal(f"has a tensor {name} of {dimensions} dimensions")
    shape = tuple(int(cursor.number(_U64, f"tensor {name}")) for _ in range(dimensions))
    number = int(cursor.number(_U32, f"tensor {name}"))
    offset = int(cursor.number(_U64, f"tensor {name}"))
    kind = TENSOR_TYPES.get(number)
    if kind is None:
        raise cursor.refusal(
            f"stores tensor {name} in type {number}, which this Hone does not know",
            "It may need a newer Hone; another quantisation of the model may work.",
        )
    values = 1
    for size in shape:
        values *= size
        if size < 1 or values >= 2**62:
            raise cursor.refusal(f"has a tensor {name} of impossible shape {shape}")
    if shape[0] % kind.block:
        raise cursor.refusal(
            f"has a tensor {name} whose rows of {shape[0]} do not fill blocks of {kind.block}"
        )
    if offset % alignment:
        raise cursor.refusal(f"has a tensor {name} that is not aligned to {alignment} bytes")
    return GgufTensor(name, kind.name, shape, offset, values // kind.block * kind.size)


def _check_places(cursor: _Cursor, tensors: tuple[GgufTensor, ...], data_start: int) -> None:
    """Check that every tensor lies inside the file, none over another, and each name once."""
    if len({tensor.name for tensor in tensors}) != len(tensors):
        raise cursor.refusal("has two tensors of one name")
    end = 0
    for tensor in sorted(tensors, key=lambda tensor: tensor.offset):
        if tensor.offset < end:
            raise cursor.refusal(f"has a tensor {tensor.name} that lies over another one")
        end = tensor.offset + tensor.size
        if data_start + end > cursor.size:
            missing = data_start + end - cursor.size
            raise cursor.refusal(
                f"is cut short: tensor {tensor.name} needs {missing:,} bytes more than the file has",
                "Download or copy it again; the whole file is larger.",
            )
