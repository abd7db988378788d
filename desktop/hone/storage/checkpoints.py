"""Which checkpoint of a run is whole: every file of its manifest is there with the right size and hash."""

from __future__ import annotations

import hashlib
import time
from pathlib import Path

from hone.domain.checkpoints import MANIFEST, Manifest, checkpoint_name, manifest_from_json
from hone.storage.atomic import replace

_CHUNK = 4 * 2**20


def checkpoints(folder: Path) -> list[Path]:
    """Return the checkpoint folders of the run in `folder`, newest step first, unchecked."""
    return sorted((path for path in (folder / "checkpoints").glob("step-*") if path.is_dir()), reverse=True)


def newest_valid_checkpoint(folder: Path) -> Path | None:
    """Return the newest checkpoint of the run in `folder` that is whole; None when there is none."""
    return next((path for path in checkpoints(folder) if fault(path) is None), None)


def set_aside_damaged(folder: Path) -> list[str]:
    """Rename what is newer than the newest whole checkpoint, and say what is wrong with each of them.

    They are kept, under names that no longer count as checkpoints. Without any whole one nothing is renamed.
    """
    if newest_valid_checkpoint(folder) is None:
        return []
    faults = []
    for path in checkpoints(folder):
        reason = fault(path)
        if reason is None:
            break
        faults.append(reason)
        replace(path, path.with_name(f"damaged-{path.name}-{time.time_ns()}"))
    return faults


def fault(checkpoint: Path) -> str | None:
    """Say in a sentence what is wrong with a checkpoint; None when an exact resume is possible from it."""
    manifest = read_manifest(checkpoint)
    if manifest is None:
        return f"{checkpoint.name} has no readable {MANIFEST}: it was never finished."
    if not manifest.is_complete or checkpoint.name != checkpoint_name(manifest.step):
        return f"{checkpoint.name}: its {MANIFEST} does not list what a resume needs."
    for record in manifest.files:
        path = checkpoint / record.name
        if Path(record.name).name != record.name or not path.is_file():
            return f"{checkpoint.name}: {record.name} is missing."
        if path.stat().st_size != record.bytes or _sha256(path) != record.sha256:
            return f"{checkpoint.name}: {record.name} is damaged."
    return None


def step_of(checkpoint: Path) -> int:
    """Return the step after which a checkpoint was made."""
    return int(checkpoint.name.removeprefix("step-"))


def read_manifest(checkpoint: Path) -> Manifest | None:
    """Read a checkpoint's manifest; None when it is missing or unreadable."""
    try:
        return manifest_from_json((checkpoint / MANIFEST).read_bytes())
    except OSError:
        return None


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
