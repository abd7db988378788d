"""Safetensors files read with numpy alone, one tensor at a time; importing torch would take seconds.

Format: 8 bytes of header length, a JSON header with type, shape and place of each tensor, then the data.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

from hone.errors import BadInput

_LARGEST_HEADER = 100 * 2**20
_TYPES = {"F64": np.float64, "F32": np.float32, "F16": np.float16, "BF16": np.uint16}


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """Where one tensor lies: `start` and `end` in bytes of the file."""

    file: Path
    kind: str
    shape: tuple[int, ...]
    start: int
    end: int


class TensorFiles(Mapping[str, Entry]):
    """All tensors of a folder's safetensors files, by name."""

    def __init__(self, files: list[Path]) -> None:
        self._entries: dict[str, Entry] = {}
        for file in files:
            self._entries.update(_header(file))

    def __getitem__(self, name: str) -> Entry:
        return self._entries[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def array(self, name: str) -> npt.NDArray[np.float32]:
        """Read one tensor as 32-bit floats."""
        entry = self._entries[name]
        raw = np.memmap(entry.file, mode="r", offset=entry.start, shape=(entry.end - entry.start,))
        values = raw.view(_TYPES[entry.kind]).reshape(entry.shape)
        if entry.kind == "BF16":
            return (values.astype(np.uint32) << 16).view(np.float32)
        return values.astype(np.float32)


def model_tensors(folder: Path) -> TensorFiles:
    """Open the weights of a model folder; BadInput when there are none."""
    files = sorted(folder.glob("model*.safetensors"))
    if not files:
        raise BadInput(f"{folder} has no model.safetensors.", hint="Choose a model folder with its weights.")
    return TensorFiles(files)


def _header(file: Path) -> dict[str, Entry]:
    try:
        with file.open("rb") as source:
            length = int.from_bytes(source.read(8), "little")
            if length > _LARGEST_HEADER:
                raise ValueError("its header is too long")
            header: dict[str, Any] = json.loads(source.read(length))
        header.pop("__metadata__", None)
        size = file.stat().st_size
        return {name: _entry(file, size, 8 + length, value) for name, value in header.items()}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadInput(
            f"{file} is not a whole safetensors file.", hint="Download it again.", detail=str(error)
        ) from error


def _entry(file: Path, size: int, base: int, value: dict[str, Any]) -> Entry:
    start, end = value["data_offsets"]
    kind, shape = value["dtype"], tuple(value["shape"])
    if kind not in _TYPES:
        raise BadInput(
            f"{file} holds tensors of type {kind}, which are not plain weights.",
            hint="Choose the model in 16 or 32 bits, not a quantised copy of it.",
        )
    expected = int(np.prod(shape, dtype=np.int64)) * np.dtype(_TYPES[kind]).itemsize
    if not 0 <= start <= end or base + end > size or end - start != expected:
        raise ValueError("a tensor lies outside the file")
    return Entry(file=file, kind=kind, shape=shape, start=base + start, end=base + end)
