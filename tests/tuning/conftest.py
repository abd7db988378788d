"""A model folder, a data file and a plan that pass every check; nothing in them is real."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hone.domain.plan import Base, Data, Plan


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """Make a folder that looks like a model."""
    folder = tmp_path / "model"
    folder.mkdir()
    for name in ("config.json", "tokenizer.json", "model.safetensors"):
        (folder / name).write_text("{}")
    return folder


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    """Write a data file of 40 rows."""
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(json.dumps({"prompt": f"{n}", "completion": "yes"}) for n in range(40)))
    return path


@pytest.fixture
def plan(base: Path, rows: Path) -> Plan:
    """Give a plan that can be run."""
    return Plan(name="A run", base=Base(model=base), data=Data(train=rows))
