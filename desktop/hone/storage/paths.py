"""Where Hone keeps things."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import platformdirs


class Paths:
    """Folders and files of one user. `HONE_HOME` moves all of them into one folder."""

    def __init__(self, data: Path, cache: Path) -> None:
        self.data = data
        self.cache = cache

    @classmethod
    def of_user(cls) -> Paths:
        """Return the places the platform gives an application, or those below `HONE_HOME`."""
        home = os.environ.get("HONE_HOME")
        if home:
            return cls(Path(home).expanduser().resolve(), Path(home).expanduser().resolve() / "cache")
        dirs = platformdirs.PlatformDirs("Hone", appauthor=False)
        return cls(Path(dirs.user_data_dir), Path(dirs.user_cache_dir))

    @property
    def database(self) -> Path:
        """Conversations, and the index of everything else."""
        return self.data / "hone.db"

    @property
    def settings(self) -> Path:
        """The settings, as TOML."""
        return self.data / "settings.toml"

    @property
    def runs(self) -> Path:
        """One folder per run."""
        return self.data / "runs"

    @property
    def models(self) -> Path:
        """Models put here are found without asking."""
        return self.data / "models"

    @property
    def backups(self) -> Path:
        """Copies of the database made before migrations."""
        return self.data / "backups"

    @property
    def logs(self) -> Path:
        """Logs of the program and its workers."""
        return self.data / "logs"

    def make(self) -> None:
        """Create the folders that must exist."""
        for folder in (self.data, self.cache, self.runs, self.models, self.backups, self.logs):
            folder.mkdir(parents=True, exist_ok=True)


def resources() -> Path:
    """Return the folder with icons, the demo model and the samples, also in a frozen build."""
    if getattr(sys, "frozen", False):
        return Path(getattr(sys, "_MEIPASS", Path(sys.executable).parent)) / "resources"
    return Path(__file__).resolve().parents[3] / "resources"
