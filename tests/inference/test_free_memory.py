"""Free memory is what the tightest control group leaves, in both versions."""

from __future__ import annotations

from pathlib import Path

import pytest

from hone.services.cgroup import GroupMemory, group_memory
from hone.services.hardware import memory

MB = 10**6


def put(folder: Path, **files: object) -> None:
    """Write files into a folder; two underscores stand for a dot."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, value in files.items():
        (folder / name.replace("__", ".")).write_text(f"{value}\n")


def member_of(root: Path, line: str) -> None:
    """Say which group this process is in."""
    put(root / "proc/self", cgroup=line)


def test_nothing_is_told_when_there_are_no_groups(tmp_path: Path) -> None:
    assert group_memory(tmp_path) is None


def test_tightest_group_counts_when_groups_are_nested(tmp_path: Path) -> None:
    member_of(tmp_path, "0::/app.slice/hone.scope")
    top = tmp_path / "sys/fs/cgroup"
    put(top / "app.slice/hone.scope", memory__max="max", memory__current=300 * MB)
    put(
        top / "app.slice", memory__max=1000 * MB, memory__current=900 * MB,
        memory__stat=f"anon 1\ninactive_file {100 * MB}\nactive_file {50 * MB}",
    )  # fmt: skip
    assert group_memory(tmp_path) == GroupMemory(limit=1000 * MB, free=250 * MB)


def test_mount_itself_is_read_when_the_container_hides_its_path(tmp_path: Path) -> None:
    member_of(tmp_path, "0::/kubepods/pod1/abc")
    put(tmp_path / "sys/fs/cgroup", memory__max=500 * MB, memory__current=600 * MB)
    assert group_memory(tmp_path) == GroupMemory(limit=500 * MB, free=0)


def test_first_version_is_read_when_the_system_has_it(tmp_path: Path) -> None:
    member_of(tmp_path, "5:memory:/docker/abc")
    put(
        tmp_path / "sys/fs/cgroup/memory/docker/abc", memory__limit_in_bytes=800 * MB,
        memory__usage_in_bytes=300 * MB, memory__stat=f"total_inactive_file {20 * MB}",
    )  # fmt: skip
    put(
        tmp_path / "sys/fs/cgroup/memory", memory__limit_in_bytes=2**63 - 4096,
        memory__usage_in_bytes=1,
    )  # fmt: skip
    assert group_memory(tmp_path) == GroupMemory(limit=800 * MB, free=520 * MB)


@pytest.mark.parametrize("damaged", ["", "none", "-5"])
def test_damaged_figures_limit_nothing(tmp_path: Path, damaged: str) -> None:
    member_of(tmp_path, "0::/a")
    put(tmp_path / "sys/fs/cgroup/a", memory__max=damaged, memory__current=damaged)
    assert group_memory(tmp_path) is None


def test_free_memory_is_part_of_the_whole() -> None:
    total, free = memory()
    assert 0 < free <= total
