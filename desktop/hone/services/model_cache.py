"""What was read of each model's files, kept so that large ones are read once and not at every start."""

from __future__ import annotations

from pathlib import Path

import msgspec

from hone.domain.codec import decode_path
from hone.domain.models import Model
from hone.errors import HoneError
from hone.storage.atomic import write_whole

VERSION = 2


class _Entry(msgspec.Struct, frozen=True):
    files: str
    model: Model


class _File(msgspec.Struct, frozen=True):
    version: int
    entries: dict[str, _Entry]


class ModelCache:
    """Facts of models by path, valid while the signature of their files stays the same."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._entries: dict[str, _Entry] | None = None
        self._changed = False

    def get(self, place: Path, files: str) -> Model | None:
        """Return what is known of the model at `place`, None when its files are new or not there."""
        entry = self._loaded().get(str(place))
        return entry.model if entry is not None and files and entry.files == files else None

    def put(self, place: Path, files: str, model: Model) -> None:
        """Keep what was read; a model whose files could not be looked at is not kept."""
        if files:
            self._loaded()[str(place)] = _Entry(files, model)
            self._changed = True

    def save(self) -> None:
        """Write the cache when it changed; a cache that cannot be written is only slower next time."""
        if not self._changed:
            return
        self._changed = False
        try:
            write_whole(self._path, msgspec.json.encode(_File(VERSION, self._loaded()), enc_hook=str))
        except HoneError:
            return

    def _loaded(self) -> dict[str, _Entry]:
        if self._entries is None:
            self._entries = self._read()
        return self._entries

    def _read(self) -> dict[str, _Entry]:
        """Read the file; one that is missing, damaged or of another version counts as empty."""
        try:
            kept = msgspec.json.decode(self._path.read_bytes(), type=_File, dec_hook=decode_path)
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            return {}
        return kept.entries if kept.version == VERSION else {}
