"""A name for the content of a GGUF, quick also for files of 100 GB.

SHA-256, its first 16 hexadecimal digits, over each part of the model in order: its size in bytes (8 bytes,
little-endian), its first MiB, which holds the header, and 256 blocks of 16 KiB, the first right after that
MiB, the last at the end, the others evenly between; a part of up to 8 MiB counts whole. That reads 5 MiB a
part.
"""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

HEADER = 2**20
WHOLE = 8 * 2**20
BLOCKS = 256
BLOCK = 16 * 2**10
DIGITS = 16
_PART = re.compile(r"(.*)-00001-of-(\d{5})\.gguf")


def model_hash(path: Path) -> str:
    """Return the hash of a model that was just loaded; raises OSError when it is gone."""
    digest = sha256()
    for part in _parts(path):
        size = part.stat().st_size
        digest.update(size.to_bytes(8, "little"))
        with part.open("rb") as file:
            if size <= WHOLE:
                digest.update(file.read(WHOLE))
                continue
            digest.update(file.read(HEADER))
            for index in range(BLOCKS):
                file.seek(HEADER + (size - HEADER - BLOCK) * index // (BLOCKS - 1))
                digest.update(file.read(BLOCK))
    return digest.hexdigest()[:DIGITS]


def _parts(path: Path) -> list[Path]:
    """Return the files of a model that was split, else the one."""
    split = _PART.fullmatch(path.name)
    if split is None:
        return [path]
    count = int(split[2])
    return [path.with_name(f"{split[1]}-{number + 1:05}-of-{split[2]}.gguf") for number in range(count)]
