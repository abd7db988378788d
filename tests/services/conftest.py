"""A library of data sets that works in the test's own process, and benches of a service that drafts rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.services.library_in_process import library_in, write_rows
from tests.services.row_draft_bench import Bench, Say, bench_in

from hone.services.data_sets import DataSetService
from hone.storage.database import Database
from hone.storage.paths import Paths


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Where data sets are kept."""
    return tmp_path / "home"


@pytest.fixture
def library(home: Path) -> DataSetService:
    """The library in `home`."""
    return library_in(home)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A file of thirty rows."""
    return write_rows(tmp_path / "My rows.jsonl", 30)


@pytest.fixture
def make_bench(paths: Paths) -> Iterator[Callable[..., Bench]]:
    """Return a function that makes a bench over a database of the test."""
    opened: list[Database] = []

    def make(say: Say, shape: str = "messages", **values: Any) -> Bench:
        opened.append(Database(paths.database, paths.backups))
        return bench_in(opened[-1], say, shape, **values)

    yield make
    for database in opened:
        database.close()
