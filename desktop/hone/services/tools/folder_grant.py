"""Which folder a user may grant to the tools that read files."""

from __future__ import annotations

from pathlib import Path

from hone.errors import BadInput

_NEVER = ("/proc", "/sys", "/dev", "/etc", "/boot", "/run")


def granted_folder(path: Path) -> str:
    """Return a folder as it is kept when the user grants it; raises BadInput for one that must not be."""
    try:
        folder = path.expanduser().resolve(strict=True)
    except OSError as error:
        raise BadInput(
            f"{path} cannot be read: {error.strerror or error}.", hint="Choose a folder that you may read."
        ) from error
    if not folder.is_dir():
        raise BadInput(f"{path} is no folder.", hint="Choose a folder.")
    if folder.parent == folder or any(folder.is_relative_to(place) for place in _NEVER):
        raise BadInput(
            f"{folder} belongs to the system, and is not granted to a model.",
            hint="Choose the folder of your own that it needs.",
        )
    if any(part.startswith(".") for part in folder.parts[1:]):
        raise BadInput(f"{folder} is hidden, or inside of a hidden folder.", hint="Choose another folder.")
    return str(folder)
