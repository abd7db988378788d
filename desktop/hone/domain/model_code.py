"""Whether a model's config.json asks to run program code, and what to tell a person then."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from hone.errors import BadInput

OWN_CODE_KEY = "auto_map"
OTHER_CODE_KEYS = ("_attn_implementation_internal", "_experts_implementation_internal")
_ELSEWHERE = ("--", "/", "\\")  # "repository--module.Class", or a path, which may leave the folder
_KERNEL_KEYS = ("attn_implementation", "_attn_implementation")


class AllowedCode(msgspec.Struct, frozen=True):
    """A user's permission: the code of the model in `folder` (resolved) may run while its `hash` is this."""

    folder: Path
    hash: str


class OwnCode(msgspec.Struct, frozen=True, kw_only=True):
    """The program code that came with a model: `files` below `folder`, and whether a user has allowed it."""

    model_id: str
    name: str
    folder: Path
    files: tuple[Path, ...]
    hash: str
    allowed: bool


class CodeWish(msgspec.Struct, frozen=True):
    """What a config.json asks for: `key` names it. `own_files` is true for Python files in its own folder.

    Only these may ever run, and only after a user has allowed it for this model. All other ways lead to
    code elsewhere, and are never followed.
    """

    key: str
    own_files: bool

    def refusal(self, name: str) -> BadInput:
        """Return the error for the model `name`."""
        if self.own_files:
            return BadInput(
                f"{name} asks to run program code that came with it ({self.key} in config.json).",
                hint="Choose a model that transformers supports by itself, or a GGUF of this one. Only when "
                "you trust its makers as you trust those of a program, allow its code for this model.",
            )
        return BadInput(
            f"{name} asks to run program code from elsewhere ({self.key} in config.json).",
            hint="Hone never fetches and runs code for a model. Choose another model, or a GGUF of this one.",
        )


def wanted_code(config: Any) -> CodeWish | None:
    """Return what a decoded config.json asks to run, at any depth; None when it is nothing."""
    wishes = _wishes(config)
    return next((wish for wish in wishes if not wish.own_files), wishes[0] if wishes else None)


def _wishes(value: Any) -> list[CodeWish]:
    if isinstance(value, list):
        return [wish for inner in value for wish in _wishes(inner)]
    if not isinstance(value, dict):
        return []
    found = [wish for inner in value.values() for wish in _wishes(inner)]
    for key, inner in value.items():
        if key == OWN_CODE_KEY and inner:
            found.append(CodeWish(key, own_files=not any(mark in repr(inner) for mark in _ELSEWHERE)))
        elif key in OTHER_CODE_KEYS and inner:
            found.append(CodeWish(str(key), own_files=False))
        elif key in _KERNEL_KEYS and "/" in str(inner):
            found.append(CodeWish(str(key), own_files=False))  # a kernel from the hub
    return found
