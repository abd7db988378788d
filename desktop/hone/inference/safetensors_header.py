"""Read a safetensors file's header without trusting it, and without any library.

Format: 8 bytes with the header's length, a JSON object, then the data without holes or overlaps
(https://github.com/huggingface/safetensors#format).
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import Annotated

import msgspec

from hone.errors import BadInput

LONGEST_HEADER = 100 * 2**20
BITS: dict[str, int] = {
    "BOOL": 8, "U8": 8, "I8": 8, "U16": 16, "I16": 16, "F16": 16, "BF16": 16, "U32": 32, "I32": 32,
    "F32": 32, "U64": 64, "I64": 64, "F64": 64, "C64": 64, "F8_E4M3": 8, "F8_E5M2": 8, "F8_E8M0": 8,
    "F8_E4M3FNUZ": 8, "F8_E5M2FNUZ": 8, "F6_E2M3": 6, "F6_E3M2": 6, "F4": 4,
}  # fmt: skip

_Natural = Annotated[int, msgspec.Meta(ge=0, le=2**62)]


class StoredTensor(msgspec.Struct, frozen=True, kw_only=True):
    """A tensor in a file: its data are the bytes from `begin` to `end` of `file`."""

    file: Path
    name: str
    dtype: str
    shape: tuple[int, ...]
    begin: int
    end: int

    @property
    def values(self) -> int:
        """How many numbers it holds."""
        return math.prod(self.shape)


class _Entry(msgspec.Struct, frozen=True):
    dtype: str
    shape: tuple[_Natural, ...]
    data_offsets: tuple[_Natural, _Natural]


def read_safetensors_header(path: Path) -> tuple[StoredTensor, ...]:
    """Return the tensors of `path` in the order of their data; raises BadInput saying what is wrong."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(8)
            length = int.from_bytes(head, "little")
            if len(head) < 8 or not 2 <= length <= min(LONGEST_HEADER, size - 8):
                raise _refusal(path, _first_words(head + file.read(200), size))
            text = file.read(length)
    except FileNotFoundError as error:
        raise _refusal(path, "is missing or a dangling link, as after an unfinished download") from error
    except OSError as error:
        raise _refusal(path, f"cannot be read: {error.strerror or error}") from error
    return _tensors(path, text, 8 + length, size)


def _tensors(path: Path, text: bytes, start: int, size: int) -> tuple[StoredTensor, ...]:
    try:
        raw = msgspec.json.decode(text, type=dict[str, msgspec.Raw])
        raw.pop("__metadata__", None)
        entries = {name: msgspec.json.decode(entry, type=_Entry) for name, entry in raw.items()}
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise _refusal(path, f"has a damaged header ({error})") from error
    tensors = []
    place = start
    for name, entry in sorted(entries.items(), key=lambda item: item[1].data_offsets):
        begin, end = (start + offset for offset in entry.data_offsets)
        bits = math.prod(entry.shape) * BITS.get(entry.dtype, 0)
        if entry.dtype not in BITS:
            raise _refusal(path, f"stores {name} as {entry.dtype!r}, which this Hone does not know")
        if begin != place or (end - begin) * 8 != bits:
            raise _refusal(path, f"has a damaged header: the place of {name} cannot be true")
        if end > size:
            raise _refusal(path, f"is cut short: {name} needs {end - size:,} bytes more than the file has")
        place = end
        tensors.append(
            StoredTensor(file=path, name=name, dtype=entry.dtype, shape=entry.shape, begin=begin, end=end)
        )
    if place != size:
        raise _refusal(path, f"has {size - place:,} bytes that belong to no tensor")
    return tuple(tensors)


def _first_words(head: bytes, size: int) -> str:
    """Say what a file is that does not start like safetensors."""
    start = head.lstrip().lower()
    if not size:
        return "is empty"
    if start.startswith(b"version https://git-lfs"):
        return "is a Git LFS pointer, not the weights themselves (run 'git lfs pull' in its folder)"
    if start.startswith((b"<!doctype", b"<html")):
        return "is a web page, not weights"
    if not any(head):
        return "starts with zeros: the download was not finished"
    return "is cut short or no safetensors file"


def _refusal(path: Path, reason: str) -> BadInput:
    return BadInput(
        f"{path.name} {reason}.", hint="Get the file again from where the model came from.", detail=str(path)
    )
