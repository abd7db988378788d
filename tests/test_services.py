"""Every service that is named can be built, once, and building waits until somebody asks."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from hone.bootstrap import build_services
from hone.services import Services
from hone.storage.paths import Paths

LOOK = """
import sys
from pathlib import Path
from hone.bootstrap import build_services
from hone.storage.paths import Paths
services = build_services(Paths(Path(sys.argv[1]), Path(sys.argv[1]) / "cache"))
services.settings.get()
print(*sorted(name for name in sys.modules if name.startswith("hone.services.")))
"""


def test_services_when_asked_for_are_built_once(tmp_path: Path) -> None:
    services = build_services(Paths(tmp_path, tmp_path / "cache"))
    try:
        for name in Services.__annotations__:
            assert getattr(services, name) is getattr(services, name), name
    finally:
        services.close()
        services.close()


def test_services_when_nobody_asks_are_not_imported(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOOK, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == []
