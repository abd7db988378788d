"""What makes a checkpoint whole: a manifest that names every file with its size and its hash.

The trainer writes the manifest last, so a checkpoint without one was never finished. The services check
it before a run goes on: the training libraries go on silently from a damaged one, to another result.
"""

from __future__ import annotations

import msgspec

MANIFEST = "manifest.json"
NEEDED = frozenset(
    {
        "adapter_model.safetensors",
        "adapter_config.json",
        "optimizer.pt",
        "scheduler.pt",
        "rng_state.pth",
        "trainer_state.json",
        "progress.json",
    }
)


class FileRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A file of a checkpoint by its name, size in bytes, and SHA-256."""

    name: str
    bytes: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """All files of the checkpoint made after optimiser step `step`; `build` names the libraries."""

    step: int
    files: tuple[FileRecord, ...]
    build: str = ""

    @property
    def is_complete(self) -> bool:
        """Whether everything is listed that an exact resume needs."""
        return {record.name for record in self.files} >= NEEDED

    @property
    def bytes(self) -> int:
        """Size of all files together."""
        return sum(record.bytes for record in self.files)


def checkpoint_name(step: int) -> str:
    """Return the folder name of the checkpoint after `step`; names sort by step."""
    return f"step-{step:07d}"


def manifest_to_json(manifest: Manifest) -> bytes:
    """Write a manifest as JSON."""
    return msgspec.json.format(msgspec.json.encode(manifest), indent=2)


def manifest_from_json(data: bytes) -> Manifest | None:
    """Read a manifest; None for bytes that are none."""
    try:
        return msgspec.json.decode(data, type=Manifest)
    except msgspec.MsgspecError:
        return None
