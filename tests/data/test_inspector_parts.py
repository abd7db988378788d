"""A large file is scanned by further inspectors, which tell the same and never outlive their work."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import psutil
import pytest

from hone.data.inspection import inspect
from hone.data.quick_parts import cut
from hone.data.quick_scan import NotQuick
from hone.data.reading import DataFile
from hone.data.row_gathering import plan_for
from hone.errors import Stopped
from hone.workers.inspector.parts import scan_parts


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    lines = [
        json.dumps({"prompt": f"Question {n % 900}?", "completion": f"Answer {n % 970}."})
        for n in range(3000)
    ]
    lines[2500] = "{broken"
    lines[1200] = ""
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(lines))
    return path


def children() -> list[psutil.Process]:
    return psutil.Process().children(recursive=True)


def test_children_tell_the_same_as_one_process(rows: Path) -> None:
    alone = inspect(rows)
    before = children()
    told: list[tuple[int, int]] = []
    together = inspect(rows, tell=lambda *both: told.append(both), scan_parts=scan_parts, large=40_000)
    assert together == alone
    assert children() == before
    assert told == sorted(told)
    assert all(0 <= done <= total for done, total in told)


def test_children_end_when_the_work_is_stopped(rows: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise Stopped("Reading rows was stopped.")

    data = DataFile(rows)
    before = children()
    with pytest.raises(Stopped):
        list(scan_parts(data, plan_for(data), cut(data, 20_000), stop))
    assert children() == before


def test_children_leave_a_file_to_the_usual_way_when_its_bytes_are_no_utf8(rows: Path) -> None:
    rows.write_bytes(rows.read_bytes() + b'\n{"prompt": "caf\xe9", "completion": "au lait"}\n')
    data = DataFile(rows)
    with pytest.raises(NotQuick):
        list(scan_parts(data, plan_for(data), cut(data, 20_000), None))


def test_part_goes_through_messagepack_unchanged(rows: Path) -> None:
    data = DataFile(rows)
    parts = list(scan_parts(data, plan_for(data), cut(data, 50_000), None))
    assert sum(part.rows for part in parts) == 2999
    packed = msgspec.msgpack.encode(parts[0])
    assert msgspec.msgpack.decode(packed, type=type(parts[0])) == parts[0]
