"""How values that msgspec does not know by itself are read from JSON and TOML."""

from __future__ import annotations

from pathlib import Path


def decode_path(kind: type, value: object) -> object:
    """Read a Path from text: a `dec_hook` for msgspec, which expects NotImplementedError for other types."""
    if kind is Path and isinstance(value, str | Path):
        return Path(value)
    raise NotImplementedError
