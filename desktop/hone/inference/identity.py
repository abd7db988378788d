"""Names and ids of models on disk, and how to notice that their files changed."""

from __future__ import annotations

import hashlib
from pathlib import Path

from hone.domain.plan import slug

_WEIGHTS = (".safetensors", ".gguf")
_DESCRIPTIONS = (".json", ".jinja", ".model", ".txt")


def model_id(path: Path) -> str:
    """Return an id that stays the same as long as the model stays where it is."""
    place = hashlib.sha256(str(path.absolute()).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{slug(model_name(path))}-{place[:6]}"


def model_name(path: Path) -> str:
    """Return what to call a model: its file or folder name, or owner/name in a Hugging Face cache."""
    absolute = path.absolute()
    if absolute.parent.name == "snapshots" and absolute.parent.parent.name.startswith("models--"):
        return absolute.parent.parent.name.removeprefix("models--").replace("--", "/")
    name = absolute.stem if absolute.suffix.lower() == ".gguf" else absolute.name
    return name or str(absolute)


def signature(path: Path) -> str:
    """Return a text that changes when a model's files are replaced: their names, sizes and times.

    Empty when there is nothing at `path`.
    """
    try:
        if path.is_dir():
            inside = [file for file in path.iterdir() if file.suffix in (*_WEIGHTS, *_DESCRIPTIONS)]
            files = sorted(inside, key=lambda file: file.name)
        else:
            files = [path]
        facts = [(file.name, file.stat().st_size, file.stat().st_mtime_ns) for file in files]
    except OSError:
        return ""
    return hashlib.sha256(repr(facts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
