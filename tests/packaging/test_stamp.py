"""A complete set-up is recognised, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from bootstrap import environment
from bootstrap.layout import Layout, venv_program
from bootstrap.stamp import Stamp, files_fingerprint, fingerprint

PYPROJECT = """
[project]
name = "hone"
dependencies = ["msgspec>=0.20"]
[tool.ruff]
line-length = 110
"""


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    """A clone whose environment looks finished, except for its stamp."""
    (tmp_path / "pyproject.toml").write_text(PYPROJECT)
    layout = Layout(tmp_path)
    python = venv_program(layout.venv, "python")
    python.parent.mkdir(parents=True)
    python.touch()
    (layout.venv / "pyvenv.cfg").write_text("home = /usr/bin\nversion = 3.11.7\n")
    return layout


def finish(layout: Layout) -> None:
    """Stamp the environment as the last step of a set-up does."""
    Stamp(layout.venv).put("install", fingerprint(layout.pyproject, "3.11.7"))


def test_an_environment_is_ready_after_its_stamp(layout: Layout) -> None:
    assert not environment.is_ready(layout)
    finish(layout)
    assert environment.is_ready(layout)


def test_an_environment_is_not_ready_when_a_dependency_changed(layout: Layout) -> None:
    finish(layout)
    layout.pyproject.write_text(PYPROJECT.replace("msgspec>=0.20", "msgspec>=0.21"))
    assert not environment.is_ready(layout)


def test_an_environment_stays_ready_when_only_a_checker_is_set_differently(layout: Layout) -> None:
    finish(layout)
    layout.pyproject.write_text(PYPROJECT.replace("110", "100"))
    assert environment.is_ready(layout)


def test_an_environment_is_not_ready_when_its_python_changed(layout: Layout) -> None:
    finish(layout)
    (layout.venv / "pyvenv.cfg").write_text("version = 3.12.1\n")
    assert not environment.is_ready(layout)


def test_an_environment_is_not_ready_when_its_python_is_gone(layout: Layout) -> None:
    finish(layout)
    venv_program(layout.venv, "python").unlink()
    assert not environment.is_ready(layout)


def test_an_environment_is_not_ready_after_an_interrupted_update(layout: Layout) -> None:
    finish(layout)
    Stamp(layout.venv).remove("install")
    assert not environment.is_ready(layout)


@pytest.mark.parametrize("content", ["", "{", "[]", '"text"'])
def test_a_damaged_stamp_counts_as_none(tmp_path: Path, content: str) -> None:
    stamp = Stamp(tmp_path)
    stamp.put("install", "a")
    next(tmp_path.iterdir()).write_text(content)
    assert not stamp.has("install", "a")
    stamp.put("install", "b")
    assert stamp.has("install", "b")


def test_steps_are_stamped_apart(tmp_path: Path) -> None:
    stamp = Stamp(tmp_path)
    stamp.put("engine", "1")
    stamp.put("model", "2")
    stamp.remove("engine")
    assert not stamp.has("engine", "1")
    assert stamp.has("model", "2")


def test_files_fingerprint_changes_with_a_file(tmp_path: Path) -> None:
    file = tmp_path / "weights"
    file.write_bytes(b"one")
    before = files_fingerprint([file])
    assert files_fingerprint([file]) == before
    file.write_bytes(b"three")
    assert files_fingerprint([file]) != before
