"""Evaluated sequences kept in files, so that a conversation opened again is not read again.

A file holds a header of our own (what model, variant and settings it belongs to, and a checksum), the
tokens, and what llama.cpp writes of the sequence. llama.cpp trusts what it is given, so a file that is not
ours, not of this model, or damaged is never shown to it.
"""

from __future__ import annotations

import os
import sys
import zlib
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Annotated, BinaryIO

import msgspec
import numpy as np

from hone.workers.llama.context import LlamaContext
from hone.workers.llama.jobs import LoadedVariant, Tokens
from hone.workers.llama.parking import Parked
from hone.workers.llama.sequences import Sequence, SequencePool, common_prefix

MAGIC = b"HONE-KV1"
FEWEST_TOKENS = 256
LARGEST_BYTES = 512 * 2**20
_LONGEST_HEADER = 64 * 2**10


_Count = Annotated[int, msgspec.Meta(gt=0)]


class _Header(msgspec.Struct, frozen=True):
    belongs_to: str
    tokens: _Count
    size: _Count
    checksum: int


class StateFiles:
    """Reads and writes states for one context. `owner` names the model and the library's build."""

    def __init__(self, context: LlamaContext, owner: str) -> None:
        self._context = context
        settings = context.settings
        self._owner = f"{owner} {settings.kv_type} {settings.flash_attention}"

    def load(self, pool: SequencePool, path: Path, variant: LoadedVariant, wanted: Tokens) -> None:
        """Bring a file's sequence into the cache when it begins more of `wanted` than any that is there."""
        try:
            with path.open("rb") as file:
                self._load(pool, file, path, variant, wanted)
        except FileNotFoundError:
            return
        except (OSError, _Unusable) as error:
            _note(f"the state in {path} is not used: {error}")

    def save(self, pool: SequencePool, parked: Iterable[Parked]) -> None:
        """Write the idle sequences that name a file, the newest of each; short and huge ones are left out."""
        newest: dict[Path, Sequence | Parked] = {}
        kept: list[Sequence | Parked] = [*parked, *pool.idle]
        for each in kept:
            if each.state is not None:
                newest[each.state] = each
        for path, sequence in newest.items():
            if sequence.length < FEWEST_TOKENS or sequence.stored == sequence.length:
                continue
            sequence.stored = sequence.length
            content = self._content(sequence)
            if content is None:
                continue
            try:
                self._save(path, sequence, content)
            except OSError as error:
                _note(f"the state could not be kept in {path}: {error}")

    def _load(
        self, pool: SequencePool, file: BinaryIO, path: Path, variant: LoadedVariant, wanted: Tokens
    ) -> None:
        header = _read_header(file)
        if header.belongs_to != self._name(variant):
            raise _Unusable("it belongs to another model, variant or setting")
        if header.size > LARGEST_BYTES or header.tokens > self._context.cells:
            raise _Unusable("it is too large")
        if os.fstat(file.fileno()).st_size != file.tell() + 4 * header.tokens + header.size:
            raise _Unusable("it has not the length that its header tells")
        written = _read(file, 4 * header.tokens)
        tokens = np.frombuffer(written, np.int32).copy()
        gain = common_prefix(tokens, wanted) - pool.longest_prefix(variant, wanted, len(wanted))[1]
        if gain <= 0 or not pool.can_create() or not pool.make_room(header.tokens):
            return
        data = bytearray(_read(file, header.size))
        if zlib.crc32(data, zlib.crc32(written)) != header.checksum:
            raise _Unusable("it is damaged")
        if not pool.restore(variant, tokens, memoryview(data), path, header.tokens):
            raise _Unusable("llama.cpp refuses it")

    def _content(self, sequence: Sequence | Parked) -> memoryview | None:
        if isinstance(sequence, Parked):
            return sequence.data
        size = self._context.state_size(sequence.number)
        return self._context.read_state(sequence.number, size) if 0 < size <= LARGEST_BYTES else None

    def _save(self, path: Path, sequence: Sequence | Parked, content: memoryview) -> None:
        tokens = sequence.tokens[: sequence.length].tobytes()
        header = msgspec.json.encode(
            _Header(
                belongs_to=self._name(sequence.variant),
                tokens=sequence.length,
                size=len(content),
                checksum=zlib.crc32(content, zlib.crc32(tokens)),
            )
        )
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}.{os.getpid()}")
        try:
            with beside.open("wb") as file:
                for part in (MAGIC, len(header).to_bytes(4, "little"), header, tokens, content):
                    file.write(part)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)

    def _name(self, variant: LoadedVariant) -> str:
        """Return a hash of everything that the numbers depend on."""
        return sha256(f"{self._owner} {variant!r}".encode()).hexdigest()


class _Unusable(Exception):
    """Why a file is not used."""


def _read_header(file: BinaryIO) -> _Header:
    if file.read(len(MAGIC)) != MAGIC:
        raise _Unusable("it is not a state of Hone's")
    size = int.from_bytes(_read(file, 4), "little")
    if size > _LONGEST_HEADER:
        raise _Unusable("its header is too long")
    try:
        return msgspec.json.decode(_read(file, size), type=_Header)
    except msgspec.MsgspecError as error:
        raise _Unusable(f"its header cannot be read: {error}") from error


def _read(file: BinaryIO, size: int) -> bytes:
    data = file.read(size)
    if len(data) != size:
        raise _Unusable("it is cut off")
    return data


def _note(text: str) -> None:
    print(f"hone: {text}", file=sys.stderr)
