"""What all tests share: a home of their own, and no collection of what this installation cannot run."""

from __future__ import annotations

import importlib.util
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from hone.storage.paths import Paths

HAS_QT = importlib.util.find_spec("PySide6") is not None
HAS_ENGINES = all(importlib.util.find_spec(name) is not None for name in ("torch", "llama_cpp"))


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave the window's tests out when there is no PySide6: the core must be provable without it."""
    root = config.rootpath / "tests"
    if HAS_QT or not collection_path.is_relative_to(root):
        return None
    parts = collection_path.relative_to(root).parts
    return True if parts and parts[0].startswith("ui") else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip tests whose libraries are missing, by their marker."""
    for item in items:
        if item.get_closest_marker("worker") and not HAS_ENGINES:
            item.add_marker(pytest.mark.skip(reason="torch or llama-cpp-python is not installed"))
        if item.get_closest_marker("window") and not HAS_QT:
            item.add_marker(pytest.mark.skip(reason="PySide6 is not installed"))


@pytest.fixture(autouse=True)
def hone_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a home of its own, so that none can touch a user's data."""
    home = tmp_path / "hone-home"
    monkeypatch.setenv("HONE_HOME", str(home))
    return home


@pytest.fixture
def paths(hone_home: Path) -> Paths:
    """Return the places of this test's home, made."""
    places = Paths.of_user()
    places.make()
    return places


@pytest.fixture(autouse=True)
def close_log_files() -> Iterator[None]:
    """Close log files that a test's commands opened."""
    before = list(logging.getLogger("hone").handlers)
    yield
    for handler in list(logging.getLogger("hone").handlers):
        if handler not in before:
            logging.getLogger("hone").removeHandler(handler)
            handler.close()
