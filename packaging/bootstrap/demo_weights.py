"""The weights of the embedded model: git holds them packed, which saves a third of the clone."""

from __future__ import annotations

import lzma
import shutil
from pathlib import Path

from bootstrap.console import SetupError, say
from bootstrap.stamp import Stamp, files_fingerprint

PACKED = Path("packaging") / "demo_model" / "weights" / "model.safetensors.xz"
UNPACKED = Path("resources") / "demo_model" / "model.safetensors"


def unpack_weights(root: Path, stamp: Stamp) -> None:
    """Unpack the weights where they are missing or were packed anew; written beside and renamed."""
    packed, target = root / PACKED, root / UNPACKED
    if not packed.exists():
        say(f"Note: {PACKED} is missing, so there is no embedded model to prepare.")
        return
    value = files_fingerprint([packed])
    if target.exists() and stamp.has("weights", value):
        return
    beside = target.with_suffix(".new")
    try:
        with lzma.open(packed) as source, beside.open("wb") as file:
            shutil.copyfileobj(source, file)
        beside.replace(target)
    except (OSError, EOFError, lzma.LZMAError) as error:
        beside.unlink(missing_ok=True)
        raise SetupError(
            f"The embedded model could not be unpacked: {error}.",
            f"Look whether the disk is full; else get {PACKED} again with git.",
        ) from error
    stamp.put("weights", value)


def pack_weights(weights: Path, root: Path) -> None:
    """Pack weights for git, after the model was trained anew."""
    packed = root / PACKED
    packed.parent.mkdir(parents=True, exist_ok=True)
    packed.write_bytes(lzma.compress(weights.read_bytes(), preset=9 | lzma.PRESET_EXTREME))
