"""A name for a model's weights: the same for every copy, whatever its files are called.

The fingerprint is `w1:` and a SHA-256 over all tensors in the order of their names: name, type, shape, and
bytes. Of tensors of up to 64 KB all bytes count; of larger ones sixteen pieces of 4 KB, the first at the
start, the last at the end, the others evenly between. That reads at most 64 KB per tensor (about 20 MB of
a model of 16 GB), and any training changes it: every optimiser step moves nearly all values.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

from hone.errors import BadInput
from hone.inference.safetensors_header import StoredTensor

WHOLE = 64 * 2**10
PIECES = 16
PIECE = 4 * 2**10


def fingerprint(tensors: Iterable[StoredTensor]) -> str:
    """Return the fingerprint of tensors, which may lie in several files; raises BadInput."""
    digest = hashlib.sha256()
    files: dict[Path, BinaryIO] = {}
    with ExitStack() as opened:
        for tensor in sorted(tensors, key=lambda tensor: tensor.name):
            digest.update(repr((tensor.name, tensor.dtype, tensor.shape)).encode("utf-8", "surrogatepass"))
            try:
                if tensor.file not in files:
                    files[tensor.file] = opened.enter_context(tensor.file.open("rb"))
                for begin, size in _pieces(tensor.begin, tensor.end):
                    files[tensor.file].seek(begin)
                    digest.update(files[tensor.file].read(size))
            except OSError as error:
                raise BadInput(
                    f"{tensor.file.name} cannot be read: {error.strerror or error}.",
                    hint="Check the disk and that you may read it.",
                    detail=str(tensor.file),
                ) from error
    return f"w1:{digest.hexdigest()}"


def _pieces(begin: int, end: int) -> list[tuple[int, int]]:
    """Return places and sizes of the bytes that count."""
    size = end - begin
    if size <= WHOLE:
        return [(begin, size)]
    return [(begin + (size - PIECE) * index // (PIECES - 1), PIECE) for index in range(PIECES)]
