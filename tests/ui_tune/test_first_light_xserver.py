"""The whole loop on a real X server: choose, train, and chat with what came of it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("torch")
pytest.importorskip("llama_cpp")

DRIVER = Path(__file__).with_name("first_light.py")
pytestmark = [pytest.mark.xserver, pytest.mark.worker, pytest.mark.timeout(900)]


@pytest.fixture
def display() -> Iterator[str]:
    """Start an X server on a display of its own choice."""
    program = shutil.which("Xvfb")
    if program is None:
        pytest.skip("Xvfb is not installed")
    read, write = os.pipe()
    server = subprocess.Popen(
        [program, "-displayfd", str(write), "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as answer:
            number = answer.readline().strip()
        assert number, "Xvfb did not start"
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(timeout=10)


def test_first_light_when_clicked_through_ends_in_a_reply_of_the_adapter(
    display: str, hone_home: Path, tmp_path: Path
) -> None:
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "HONE_HOME": str(hone_home)}
    environment.pop("WAYLAND_DISPLAY", None)
    done = subprocess.run(
        [sys.executable, str(DRIVER), str(pictures)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=800,
        check=False,
    )
    assert done.returncode == 0, f"{done.stderr[-4000:]}\npictures: {pictures}"
    result = json.loads(done.stdout.strip().splitlines()[-1])
    assert result["steps"] >= 2
    assert result["adapter"] == "First light"
    assert result["state"] in ("complete", "cut")
    assert result["reply"].strip()
