"""The prompts that come with Hone: files of its resources, never changed, only copied."""

from __future__ import annotations

import hashlib
import threading
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from hone.domain.prompt_library import STARTER_PREFIX, STARTERS, Found, PromptDocument
from hone.domain.prompts import PromptVersion, SavedPrompt
from hone.services.prompt_files import read_prompt

_MADE = datetime(2026, 11, 21, tzinfo=UTC)


class Starters:
    """Reads the files at the first use. A version's id tells its content, which a newer Hone may change."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._found: dict[str, Found] | None = None

    def all(self) -> tuple[Found, ...]:
        """Return the starters in the order of their files' names."""
        with self._lock:
            if self._found is None:
                files = sorted(self._folder.glob("*.toml"))
                self._found = {found.prompt.id: found for found in map(_read, files)}
            return tuple(self._found.values())

    def get(self, prompt_id: str) -> Found | None:
        """Return a starter; None for anything else."""
        return next((found for found in self.all() if found.prompt.id == prompt_id), None)

    def version(self, version_id: str) -> Found | None:
        """Return the starter that has this version; None when a newer Hone changed it."""
        return next((found for found in self.all() if found.version.id == version_id), None)


def _read(path: Path) -> Found:
    document = read_prompt(path)
    key = path.stem.split("_", 1)[-1]  # the number before it is for the order
    prompt_id = f"{STARTER_PREFIX}{key}"
    version = PromptVersion(
        id=f"{prompt_id}:{_mark_of(document)}",
        prompt_id=prompt_id,
        number=1,
        note="",
        created_at=_MADE,
        body=document.body,
    )
    prompt = SavedPrompt(
        id=prompt_id,
        name=document.name,
        created_at=_MADE,
        updated_at=_MADE,
        folder=STARTERS,
        tags=document.tags,
        about=document.about,
        versions=1,
        latest_id=version.id,
    )
    return Found(prompt=prompt, version=version)


def _mark_of(document: PromptDocument) -> str:
    return hashlib.sha256(msgspec.json.encode(document.body, order="sorted")).hexdigest()[:8]
