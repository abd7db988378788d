"""Workers killed at random moments leave clean outcomes; tests/bench/worker_kills.py does it 200 times."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import TinyModels

pytestmark = pytest.mark.worker


def kills() -> ModuleType:
    """Load the measuring program as a module."""
    path = Path(__file__).parents[1] / "bench" / "worker_kills.py"
    spec = importlib.util.spec_from_file_location("worker_kills", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["worker_kills"] = module
    spec.loader.exec_module(module)
    return module


def test_ten_kills_leave_ten_clean_outcomes(tiny: TinyModels, tmp_path: Path) -> None:
    report = kills().run(count=10, model=tiny.gguf, seed=5, home=tmp_path / "kills")
    assert report.faults == []
    assert report.kills >= 8
