"""Find the adapters that runs have left on disk."""

from __future__ import annotations

from pathlib import Path

import msgspec

from hone.domain.codec import decode_path
from hone.domain.models import Adapter

RECORD = "hone_adapter.json"


def read_adapters(runs: Path) -> list[Adapter]:
    """Return the adapters below `runs`, the newest first; those without a readable record are left out."""
    if not runs.is_dir():
        return []
    found = [_read(record) for record in runs.glob(f"*/adapter/{RECORD}")]
    present = [adapter for adapter in found if adapter is not None]
    return sorted(present, key=lambda adapter: adapter.created_at, reverse=True)


def _read(record: Path) -> Adapter | None:
    """Read one record; paths are taken from where it lies, so that a run folder may be moved."""
    folder = record.parent
    try:
        adapter = msgspec.json.decode(record.read_bytes(), type=Adapter, dec_hook=decode_path)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None
    gguf = folder / adapter.gguf_path.name if adapter.gguf_path else None
    return msgspec.structs.replace(
        adapter,
        path=folder.absolute(),
        gguf_path=gguf.absolute() if gguf and gguf.is_file() else None,
    )
