"""How values that msgspec does not know by itself are read from JSON and TOML."""

from __future__ import annotations

from pathlib import Path


def decode_path(kind: type, value: object) -> object:
    """Read a Path from text: a `dec_hook` for msgspec, which turns ValueError into its ValidationError."""
    if kind is Path and isinstance(value, str | Path):
        return Path(value)
    raise ValueError(f"expected {kind.__name__} as text, got {type(value).__name__}")
