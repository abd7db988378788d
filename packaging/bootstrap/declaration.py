"""Read what `pyproject.toml` declares."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

# Imported in workers or in the window only. None of them, nor the pytest plugins that need them, may be
# in the environment of the core's tests: that those pass without them is the point.
HEAVY = frozenset(
    {
        "accelerate",
        "bitsandbytes",
        "datasets",
        "deepspeed",
        "gguf",
        "llama-cpp-python",
        "peft",
        "pyqtgraph",
        "pyside6",
        "pyside6-essentials",
        "pytest-qt",
        "qtawesome",
        "safetensors",
        "tensorboard",
        "torch",
        "transformers",
        "trl",
    }
)
CHECKERS = frozenset({"ruff", "mypy", "import-linter", "pre-commit"})


def distribution_name(requirement: str) -> str:
    """Return the normalised name in a requirement: `PySide6_Essentials>=6.9` gives `pyside6-essentials`."""
    match = re.match(r"\s*([A-Za-z0-9][A-Za-z0-9._-]*)", requirement)
    if match is None:
        raise ValueError(f"not a requirement: {requirement!r}")
    return re.sub(r"[-_.]+", "-", match.group(1)).lower().rstrip("-")


@dataclass(frozen=True)
class Declaration:
    """The requirements of the program and of its developers."""

    runtime: tuple[str, ...]
    dev: tuple[str, ...]

    @classmethod
    def read(cls, pyproject: Path) -> Declaration:
        """Read the two lists from `pyproject`."""
        project = tomllib.loads(pyproject.read_text(encoding="utf-8"))["project"]
        extras = project.get("optional-dependencies", {})
        return cls(tuple(project.get("dependencies", ())), tuple(extras.get("dev", ())))

    def engine(self) -> str | None:
        """Return the requirement of the llama.cpp binding, or None if it is not used."""
        for requirement in self.runtime:
            if distribution_name(requirement) == "llama-cpp-python":
                return requirement
        return None

    def core(self) -> tuple[str, ...]:
        """Return what the core and its tests need: everything but the heavy libraries and the checkers."""
        left_out = HEAVY | CHECKERS
        return tuple(r for r in (*self.runtime, *self.dev) if distribution_name(r) not in left_out)
