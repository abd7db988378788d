"""Where sources and catalogues lie, and Qt's tools."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

from bootstrap.console import SetupError

LANGUAGES = ("de", "es")
ROOT = Path(__file__).resolve().parents[2]
UI = ROOT / "desktop" / "hone" / "ui"
CATALOGUES = ROOT / "resources" / "translations"


def catalogue_of(language: str) -> Path:
    """Return the catalogue that people edit."""
    return CATALOGUES / f"hone_{language}.ts"


def compiled_of(catalogue: Path) -> Path:
    """Return what the program reads; git does not hold it."""
    return catalogue.with_suffix(".qm")


def python_sources() -> list[Path]:
    """Return the window's modules, in an order that does not change."""
    return sorted(UI.rglob("*.py"))


def run_tool(name: str, arguments: list[str]) -> str:
    """Run Qt's `lupdate` or `lrelease` of the installed PySide6 and return what it said.

    Raises SetupError with its words when it fails.
    """
    found = importlib.util.find_spec("PySide6")
    if found is None or not found.submodule_search_locations:
        raise SetupError("PySide6 is not installed here.", "Use .venv/bin/python, made by `dev.py setup`.")
    folder = Path(next(iter(found.submodule_search_locations)))
    program = folder / (f"{name}.exe" if sys.platform == "win32" else name)
    answer = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
    said = answer.stdout + answer.stderr
    if answer.returncode != 0:
        raise SetupError(f"{name} failed.", said[-800:])
    return said
