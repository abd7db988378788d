"""A library of data sets that works in the test's own process."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.services.library_in_process import library_in, write_rows

from hone.services.data_sets import DataSetService


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
