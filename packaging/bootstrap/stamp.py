"""Remember which set-up is complete, so that a second call starts at once."""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path

# Raise it when the steps change in a way that a finished environment must repeat.
SETUP_VERSION = 1
NAME = ".hone-setup.json"


def fingerprint(pyproject: Path, python_version: str | None, platform: str = sys.platform) -> str:
    """Return a hash of everything that decides what an environment contains.

    The settings of the checkers in `pyproject` are left out: they change often and install nothing.
    """
    digest = hashlib.sha256()
    for part in (str(SETUP_VERSION), python_version or "", platform, str(pyproject.parent)):
        digest.update(part.encode() + b"\0")
    declared = tomllib.loads(pyproject.read_text(encoding="utf-8"))
    tools = declared.get("tool", {})
    relevant = [declared.get("build-system"), declared.get("project"), tools.get("setuptools")]
    digest.update(json.dumps(relevant, sort_keys=True, default=str).encode())
    return digest.hexdigest()


def files_fingerprint(files: Iterable[Path]) -> str:
    """Return a hash of the names, sizes and times of `files`, without reading them."""
    digest = hashlib.sha256()
    for file in sorted(files):
        status = file.stat()
        digest.update(f"{file.name}\0{status.st_size}\0{status.st_mtime_ns}\n".encode())
    return digest.hexdigest()


class Stamp:
    """The note in an environment that says which steps are complete, each with its fingerprint."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / NAME

    def has(self, step: str, value: str) -> bool:
        """Tell whether `step` was completed for exactly this fingerprint."""
        return self._read().get(step) == value

    def put(self, step: str, value: str) -> None:
        """Note that `step` is complete. The note is written whole or not at all."""
        steps = {**self._read(), step: value}
        new = self._file.with_suffix(".new")
        new.write_text(json.dumps(steps, indent=1), encoding="utf-8")
        os.replace(new, self._file)  # noqa: PTH105 - says that an existing file goes

    def remove(self, step: str) -> None:
        """Forget `step`, before it is done again."""
        steps = self._read()
        if steps.pop(step, None) is not None:
            self._file.write_text(json.dumps(steps, indent=1), encoding="utf-8")

    def _read(self) -> dict[str, str]:
        """Return the completed steps; none where the note is missing or damaged."""
        try:
            steps = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return {str(k): str(v) for k, v in steps.items()} if isinstance(steps, dict) else {}
