"""Where the development environment lies, on each system."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Layout:
    """The folders of one clone."""

    root: Path

    @property
    def pyproject(self) -> Path:
        """The project's declaration, which decides what is installed."""
        return self.root / "pyproject.toml"

    @property
    def venv(self) -> Path:
        """The environment with everything."""
        return self.root / ".venv"

    @property
    def core_venv(self) -> Path:
        """The environment without Qt and without the engines, in which the core's tests run."""
        return self.root / ".venv-core"

    @property
    def log(self) -> Path:
        """What pip and the compiler said."""
        return self.venv / "setup.log"


def venv_program(venv: Path, name: str, platform: str = sys.platform) -> Path:
    """Return where the virtual environment `venv` keeps the program `name`."""
    if platform == "win32":
        return venv / "Scripts" / f"{name}.exe"
    return venv / "bin" / name


def venv_python_version(venv: Path) -> str | None:
    """Return the version of the Python that made `venv`, or None if it is not an environment."""
    try:
        lines = (venv / "pyvenv.cfg").read_text(encoding="utf-8").splitlines()
    except OSError:
        return None
    for line in lines:
        key, _, value = line.partition("=")
        if key.strip() in ("version", "version_info"):
            return value.strip()
    return None


def cache_folder(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Return the per-user folder for builds that outlive an environment. `HONE_DEV_CACHE` moves it."""
    if environment.get("HONE_DEV_CACHE"):
        return Path(environment["HONE_DEV_CACHE"])
    if platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "hone-dev"
    if platform == "darwin":
        return Path.home() / "Library" / "Caches" / "hone-dev"
    return Path(environment.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "hone-dev"
