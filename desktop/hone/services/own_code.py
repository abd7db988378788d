"""Program code that came with a model: which files it is, and whether a user has allowed just these."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from hone.domain.model_code import AllowedCode, wanted_code
from hone.domain.settings import Settings
from hone.errors import BadInput

MOST_FILES = 2_000
LARGEST_CONFIG = 16 * 2**20
_CONFIG = "config.json"


def wants_own_code(folder: Path) -> bool:
    """Whether the model in `folder` asks to run Python files of its own, and none from elsewhere."""
    config = folder / _CONFIG
    try:
        if config.stat().st_size > LARGEST_CONFIG:
            return False
        wish = wanted_code(msgspec.json.decode(config.read_bytes()))
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return False
    return wish is not None and wish.own_files


def code_files(folder: Path) -> tuple[Path, ...]:
    """Return the Python files at any depth of a model folder, sorted; raises BadInput for far too many."""
    found: list[Path] = []
    for file in _python_files(folder):
        found.append(file)
        if len(found) > MOST_FILES:
            raise BadInput(
                f"{folder.name} holds more than {MOST_FILES} Python files.",
                hint="That is no model. Choose the folder that holds its config.json and nothing else.",
            )
    return tuple(sorted(found))


def code_hash(folder: Path) -> str:
    """Return the SHA-256 of config.json and of all Python files, by name and content.

    Empty when one cannot be read: nothing is allowed then.
    """
    summary = hashlib.sha256()
    try:
        for file in (folder / _CONFIG, *code_files(folder)):
            name = str(file.relative_to(folder)).encode("utf-8", "surrogatepass")
            content = file.read_bytes()
            summary.update(f"{len(name)} {len(content)} ".encode() + name + content)
    except OSError:
        return ""
    return summary.hexdigest()


def allowed_hash(folder: Path, settings: Settings) -> str:
    """Return the hash of the code that may run for the model in `folder`; empty when none may.

    It is reckoned from the files as they are now, so code that has changed is not allowed any more.
    """
    given = [permission for permission in settings.allowed_code if permission.folder == folder.resolve()]
    if not given:
        return ""
    found = code_hash(folder)
    return found if found and AllowedCode(folder.resolve(), found) in given else ""


def _python_files(folder: Path) -> Iterator[Path]:
    return (file for file in folder.rglob("*.py") if file.is_file())
