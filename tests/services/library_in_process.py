"""A library of data sets whose rows are rewritten in this process, for tests that need no worker."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from hone.data.inspection import inspect
from hone.data.rewriting import rewrite
from hone.domain.data_changes import AnyChange
from hone.domain.dataset_library import DataSet
from hone.domain.datasets import AS_FOUND, Reading, Report
from hone.ipc.data_messages import DataRewritten
from hone.services.data_sets import DataSetService
from hone.storage.paths import Paths


class DataInProcess:
    """As much of DataService as the library needs; `before_writing` is called before rows are written."""

    def __init__(self, before_writing: Callable[[], object] = lambda: None) -> None:
        self.before_writing = before_writing

    def inspect(
        self, path: Path, reading: Reading = AS_FOUND, tell: Callable[[int, int], None] | None = None
    ) -> Report:
        return inspect(path, reading, tell)

    def rewrite(
        self,
        path: Path,
        target: Path,
        reading: Reading = AS_FOUND,
        changes: Sequence[AnyChange] = (),
        shape: str = "",
        tell: Callable[[int, int], None] | None = None,
    ) -> DataRewritten:
        self.before_writing()
        made = rewrite(path, reading, changes, target, shape, tell)
        return DataRewritten(
            rows=made.rows,
            left_out=made.left_out,
            sha256=made.sha256,
            reading=made.reading,
            remarks=made.remarks,
        )


def library_in(home: Path, **values: Any) -> DataSetService:
    """Open the library of a home."""
    paths = Paths(home, home / "cache")
    paths.make()
    return DataSetService(paths, DataInProcess(**values))  # type: ignore[arg-type]


def write_rows(path: Path, count: int, first: int = 1) -> Path:
    """Write rows that are numbered from `first` on."""
    rows = ({"prompt": f"Question {n}?", "completion": f"Answer {n}."} for n in range(first, first + count))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def content(data_set: DataSet) -> bytes:
    """Return the bytes of the version in use."""
    return data_set.version.path.read_bytes()


def files(folder: Path) -> list[str]:
    """Return the names of all files but locks."""
    found = (each for each in folder.rglob("*") if each.is_file() and not each.name.endswith(".lock"))
    return sorted(str(each.relative_to(folder)) for each in found)
