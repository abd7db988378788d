"""Checkpoints that are whole or not there: written beside, synced, a manifest last, then renamed."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from hone.domain.checkpoints import (
    MANIFEST,
    FileRecord,
    Manifest,
    checkpoint_name,
    manifest_from_json,
    manifest_to_json,
)
from hone.durable import sync_folder
from hone.errors import HoneError

_MARGIN_BYTES = 64 * 2**20
_KEPT_NEWEST = 2
_TORCH_FULL = ("inline_container", "iostream error", "no space left", "enforce fail")


def free_bytes(folder: Path) -> int:
    """Return the free space on the disk that `folder` is on."""
    return shutil.disk_usage(folder).free


class CheckpointStore:
    """The checkpoints of one run; `build` names the libraries that write them.

    `expected_bytes` is what one is thought to take before the first was written.
    """

    def __init__(
        self,
        folder: Path,
        build: str,
        expected_bytes: int,
        free: Callable[[Path], int] = free_bytes,
    ) -> None:
        self._folder = folder
        self._build = build
        self._bytes = expected_bytes
        self._free = free
        folder.mkdir(parents=True, exist_ok=True)
        for unfinished in folder.glob(".step-*"):
            shutil.rmtree(unfinished)

    def save(self, step: int, write: Callable[[Path], None]) -> Manifest:
        """Let `write` fill a folder and make it the checkpoint of `step`.

        Raises HoneError when the disk is full or breaks; checkpoints made before are unharmed.
        """
        self._check_space(step)
        target = self._folder / checkpoint_name(step)
        beside = self._folder / f".{checkpoint_name(step)}"
        try:
            beside.mkdir()
            write(beside)
            manifest = Manifest(step=step, files=tuple(_records(beside)), build=self._build)
            (beside / MANIFEST).write_bytes(manifest_to_json(manifest))
            _sync(beside)
            if target.exists():
                shutil.rmtree(target)
            beside.replace(target)
            sync_folder(self._folder)
        except (OSError, RuntimeError) as error:
            shutil.rmtree(beside, ignore_errors=True)
            raise self._cannot_save(step, error) from error
        self._bytes = manifest.bytes
        return manifest

    def prune(self, best_step: int | None) -> None:
        """Delete all but the two newest checkpoints and that of the best step."""
        steps = sorted(self._steps(), reverse=True)
        for step in steps[_KEPT_NEWEST:]:
            if step != best_step:
                shutil.rmtree(self.path(step))

    def path(self, step: int) -> Path:
        """Return the folder of the checkpoint of `step`."""
        return self._folder / checkpoint_name(step)

    def newest(self) -> int | None:
        """Return the step of the newest checkpoint, None when there is none."""
        return max(self._steps(), default=None)

    def has(self, step: int | None) -> bool:
        """Whether there is a checkpoint of `step`."""
        return step is not None and (self.path(step) / MANIFEST).is_file()

    def _steps(self) -> list[int]:
        return [int(path.name.removeprefix("step-")) for path in self._folder.glob("step-*")]

    def _check_space(self, step: int) -> None:
        needed = 2 * self._bytes + _MARGIN_BYTES
        free = self._free(self._folder)
        if free < needed:
            raise self._no_space(step, f"{free} of {needed} bytes are free")

    def _cannot_save(self, step: int, error: OSError | RuntimeError) -> HoneError:
        text = str(error).lower()
        full = isinstance(error, OSError) and error.errno == errno.ENOSPC
        if full or any(sign in text for sign in _TORCH_FULL):
            return self._no_space(step, f"{type(error).__name__}: {error}")
        return HoneError(
            f"The checkpoint of step {step} could not be written to {self._folder}.",
            hint="Check that the disk is there and may be written to; then resume the run.",
            detail=f"{type(error).__name__}: {error}",
        )

    def _no_space(self, step: int, detail: str) -> HoneError:
        newest = self.newest()
        kept = f"The checkpoint of step {newest} is unharmed" if newest else "Nothing was saved before"
        return HoneError(
            f"The disk is too full for the checkpoint of step {step}: "
            f"{_megabytes(2 * self._bytes + _MARGIN_BYTES)} are needed on the disk of {self._folder}, "
            f"{_megabytes(self._free(self._folder))} are free.",
            hint=f"{kept}. Free some space, then resume the run.",
            detail=detail,
        )


def copy_adapter(checkpoint: Path, target: Path, template: str | None = None) -> None:
    """Make the adapter of a checkpoint the folder `target`, whole or not at all.

    `template` is the chat template it was trained with, for a base that has none of its own.
    Raises HoneError when the checkpoint's adapter is not what its manifest says, or cannot be copied.
    """
    try:
        _copy_adapter(checkpoint, target, template)
    except OSError as error:
        raise HoneError(
            f"The adapter could not be written to {target}: {error.strerror or error}.",
            hint="Its checkpoint is unharmed. Free some space or look after the disk, then resume the run.",
            detail=str(error),
        ) from error


def _copy_adapter(checkpoint: Path, target: Path, template: str | None) -> None:
    manifest = manifest_from_json((checkpoint / MANIFEST).read_bytes())
    expected = {record.name: record.sha256 for record in manifest.files} if manifest else {}
    beside = target.with_name(f".{target.name}.new")
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir(parents=True)
    for name in ("adapter_model.safetensors", "adapter_config.json"):
        shutil.copyfile(checkpoint / name, beside / name)
        if _sha256(beside / name) != expected.get(name):
            raise HoneError(
                f"{checkpoint / name} is damaged.", hint="Resume the run from an older checkpoint."
            )
    if template is not None:
        (beside / "chat_template.jinja").write_text(template, encoding="utf-8")
    _sync(beside)
    if target.exists():
        shutil.rmtree(target)
    beside.replace(target)
    sync_folder(target.parent)


def _records(folder: Path) -> list[FileRecord]:
    files = sorted(path for path in folder.iterdir() if path.is_file())
    return [FileRecord(name=path.name, bytes=path.stat().st_size, sha256=_sha256(path)) for path in files]


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _sync(folder: Path) -> None:
    for path in folder.iterdir():
        with path.open("rb+") as file:
            os.fsync(file.fileno())
    sync_folder(folder)


def _megabytes(size: int) -> str:
    return f"{size / 1e6:,.0f} MB"
