"""SIGKILL at random moments of making versions, and a disk that is full: nothing that was told is lost."""

from __future__ import annotations

import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.services.library_in_process import library_in

from hone.domain.data_changes import AddRows, Mix, MixPart, SplitRule
from hone.errors import HoneError

ROOT = Path(__file__).parents[2]
ROUNDS = int(os.environ.get("HONE_KILL_ROUNDS", "4"))
pytestmark = pytest.mark.timeout(180)


def write_rows(path: Path, count: int) -> Path:
    rows = ({"prompt": f"Question {n}?", "completion": f"Answer {n}. " * 20} for n in range(count))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_no_version_that_was_told_is_lost_when_its_maker_is_killed(tmp_path: Path) -> None:
    home, source = tmp_path / "home", write_rows(tmp_path / "rows.jsonl", 400)
    before = source.read_bytes()
    draw = random.Random(11)
    least = 0
    for _ in range(ROUNDS):
        least = max(least, told_before_kill(home, source, draw.uniform(0.0, 0.25)))
        library = library_in(home)
        (data_set,) = library.all()
        assert data_set.trouble == ""
        numbers = [each.number for each in data_set.versions]
        assert numbers == list(range(1, len(numbers) + 1))
        assert len(numbers) >= least
        for version in data_set.versions:
            assert hashlib.sha256(version.path.read_bytes()).hexdigest() == version.sha256
            assert version.rows == 400
        library.use(data_set.id, data_set.versions[-1].number)
        assert list((home / "datasets" / ".making").iterdir()) == []
    assert source.read_bytes() == before


def told_before_kill(home: Path, source: Path, seconds: float) -> int:
    """Let the maker work, kill it a little after its first word, and return the last number it told."""
    command = [sys.executable, "-m", "tests.services.killed_library", str(home), str(source)]
    maker = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert maker.stdout is not None
    try:
        first = maker.stdout.readline()
        assert first
        time.sleep(seconds)
        maker.send_signal(signal.SIGKILL)
        told = [first, *maker.stdout.read().splitlines(keepends=True)]
    finally:
        maker.kill()
        maker.wait()
        maker.stdout.close()
    return max(int(line) for line in told if line.endswith("\n"))


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """Return a folder on a disk of half a megabyte."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or sys.platform != "linux":
        pytest.skip("needs root to mount")
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", str(place)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("this container may not mount")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def test_full_disk_leaves_every_data_set_as_it_was(disk: Path, tmp_path: Path) -> None:
    home = disk / "home"
    library = library_in(home)
    made = library.add(write_rows(tmp_path / "rows.jsonl", 300))
    row = AddRows(contents=('{"prompt": "added", "completion": "row"}',))
    with pytest.raises(HoneError, match="disk is full"):
        for _ in range(40):
            library.change(made.id, [row])
    library = library_in(home)
    now = library.get(made.id)
    assert now.trouble == ""
    assert now.current == len(now.versions) > 2
    assert [each.rows for each in now.versions] == list(range(300, 300 + len(now.versions)))
    for version in now.versions[1:]:
        assert hashlib.sha256(version.path.read_bytes()).hexdigest() == version.sha256
    assert len(list((home / "datasets" / made.id / "versions").iterdir())) == len(now.versions) - 1
    library.use(made.id, 2)
    for fill in (
        lambda: library.split(made.id, SplitRule(share=0.3)),
        lambda: library.mix(Mix(sources=(MixPart(path=now.version.path),)), "Mixed"),
    ):
        with pytest.raises(HoneError, match="disk is full"):
            fill()
    assert [each.id for each in library.all()] == [made.id]
    assert library.get(made.id).current == 2
    assert list((home / "datasets" / ".making").iterdir()) == []
    target = tmp_path / "out.csv"
    assert library.export(made.id, target, "prompt_completion") == 301  # type: ignore[arg-type]
    small = disk / "out.csv"
    small.write_text("old")
    with pytest.raises(HoneError, match="disk is full"):
        library.export(made.id, small, "prompt_completion")  # type: ignore[arg-type]
    assert small.read_text() == "old"
    assert sorted(each.name for each in disk.iterdir()) == ["home", "out.csv"]
