"""How much memory a container or slice leaves to this process: Linux control groups, both versions.

Inside a container the system's own figures are those of the whole machine; what exceeds the group's limit
is killed. Files: https://docs.kernel.org/admin-guide/cgroup-v2.html (memory.max, memory.current,
memory.stat) and .../cgroup-v1/memory.html (memory.limit_in_bytes, memory.usage_in_bytes).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

_NO_LIMIT = 2**60


class GroupMemory(msgspec.Struct, frozen=True, kw_only=True):
    """The tightest group's limit, and how much of it is free; pages of files count as free."""

    limit: int
    free: int


class _Names(msgspec.Struct, frozen=True, kw_only=True):
    """What the files of one version are called."""

    limit: str
    used: str
    file_pages: tuple[str, ...]


_V1 = _Names(
    limit="memory.limit_in_bytes",
    used="memory.usage_in_bytes",
    file_pages=("total_inactive_file", "total_active_file"),
)
_V2 = _Names(limit="memory.max", used="memory.current", file_pages=("inactive_file", "active_file"))


def group_memory(root: Path = Path("/")) -> GroupMemory | None:
    """Return what the control groups of this process leave to it, None where nothing limits it."""
    found = [memory for folder, names in _groups(root) if (memory := _memory(folder, names)) is not None]
    if not found:
        return None
    return GroupMemory(limit=min(memory.limit for memory in found), free=min(memory.free for memory in found))


def _groups(root: Path) -> Iterator[tuple[Path, _Names]]:
    """Yield the folders of this process's groups, up to the topmost: a limit holds for all below it."""
    mount = root / "sys/fs/cgroup"
    for line in _text(root / "proc/self/cgroup").splitlines():
        _, _, rest = line.partition(":")
        controllers, _, place = rest.partition(":")
        if controllers == "":
            yield from ((folder, _V2) for folder in _upwards(mount, place))
        elif "memory" in controllers.split(","):
            yield from ((folder, _V1) for folder in _upwards(mount / "memory", place))


def _upwards(mount: Path, place: str) -> Iterator[Path]:
    """Yield the group's folder and those above it; a container often sees only its own, as the mount."""
    parts = [part for part in place.split("/") if part not in ("", ".", "..")]
    for length in range(len(parts), -1, -1):
        folder = mount.joinpath(*parts[:length])
        if folder.is_dir():
            yield folder


def _memory(folder: Path, names: _Names) -> GroupMemory | None:
    limit, used = _text(folder / names.limit).strip(), _text(folder / names.used).strip()
    if not limit.isdecimal() or not used.isdecimal() or int(limit) >= _NO_LIMIT:
        return None
    pages = 0
    for line in _text(folder / "memory.stat").splitlines():
        name, _, value = line.partition(" ")
        if name in names.file_pages and value.strip().isdecimal():
            pages += int(value)
    free = int(limit) - int(used) + min(pages, int(used))
    return GroupMemory(limit=int(limit), free=max(0, free))


def _text(path: Path) -> str:
    """Return a file's text, empty where the system has none (other systems, hidden /proc)."""
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
