"""Anything at any moment on the page Data: data sets, tabs, commands, keys, in an order drawn by chance.

`HONE_MONKEY_SECONDS` makes it longer, `HONE_MONKEY_SEED` another one.
"""

from __future__ import annotations

import json
import logging
import os
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QMessageBox

from hone.bootstrap import build_services
from hone.services import Services
from hone.storage.paths import Paths
from hone.ui.main_window import MainWindow

SECONDS = float(os.environ.get("HONE_MONKEY_SECONDS", "6"))
SEED = int(os.environ.get("HONE_MONKEY_SEED", "4"))
DATA_SETS = 8
TEXTS = ["", "row", "# ![x](file:///etc/passwd) `c`", "\u202eabc\x00\n" * 9, "x" * 20_000, '{"prompt": ']
KEYS = [
    Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Up, Qt.Key.Key_Down,
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_F2, Qt.Key.Key_End,
]  # fmt: skip


@pytest.fixture
def services(paths: Paths) -> Iterator[Services]:
    """Return all services, as the program has them."""
    built = build_services(paths)
    yield built
    built.close()


@pytest.fixture(autouse=True)
def _only_this_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every question of the system be answered with Cancel, and other pages stay closed."""
    go = MainWindow.open_page
    monkeypatch.setattr(MainWindow, "open_page", lambda self, key: go(self, key) if key == "data" else None)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda *_: True)
    for name in ("getOpenFileName", "getOpenFileNames", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_, **__: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: "")
    monkeypatch.setattr(QDialog, "exec", lambda *_: 0)
    monkeypatch.setattr(QMessageBox, "exec", lambda *_: 0)
    monkeypatch.setattr(QMenu, "exec", lambda *_, **__: None)


def make_files(folder: Path) -> list[Path]:
    """Make files of all kinds, some of which are no data."""
    files = []
    for number in range(DATA_SETS):
        path = folder / f"set {number}.jsonl"
        rows = [{"prompt": f"{number} {row} <b>?", "completion": "word " * (row % 7)} for row in range(300)]
        path.write_text("".join(json.dumps(row) + "\n" for row in rows) + "not json\n" * number)
        files.append(path)
    for name, content in (("empty.jsonl", ""), ("page.csv", "<html>"), ("few.csv", "text,label\na,[b]\n")):
        (folder / name).write_text(content)
        files.append(folder / name)
    return [*files, folder / "gone.jsonl"]


class Monkey:
    """Draws what to do next."""

    def __init__(self, page: Any, files: list[Path], draw: random.Random) -> None:
        self.page, self.files, self.draw = page, files, draw
        self.commands = page.shell.commands
        self.done: list[str] = []

    def step(self) -> None:
        """Do one thing."""
        what = self.draw.choice([self._command, self._command, self._open, self._add, self._type, self._press,
                                 self._press, self._harm, self._wait])  # fmt: skip
        self.done.append(what.__name__)
        what()
        QApplication.processEvents()

    def _command(self) -> None:
        known = [each.key for each in self.commands.all() if each.key.startswith("data.")]
        self.done[-1] = key = self.draw.choice(known)
        self.commands.run(key)

    def _open(self) -> None:
        """Open several data sets, one on the heels of the other."""
        known = self.page.services.data_sets.all()
        for _ in range(self.draw.randint(1, 5) if known else 0):
            self.page.desk.open(self.draw.choice(known).id)
            QApplication.processEvents()

    def _add(self) -> None:
        self.page.desk.add((self.draw.choice(self.files),))

    def _harm(self) -> None:
        """Let another program write to a file."""
        path = self.draw.choice(self.files[:DATA_SETS])
        with path.open("a") as file:
            file.write('{"prompt": "late", "completion": "row"}\n')

    def _type(self) -> None:
        focused = QApplication.focusWidget()
        for name in ("insertPlainText", "insert"):
            if focused is not None and hasattr(focused, name):
                getattr(focused, name)(self.draw.choice(TEXTS))
                return

    def _press(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None:
            key = self.draw.choice(KEYS)
            self.done[-1] = f"{key.name} in {type(focused).__name__}"
            QTest.keyClick(focused, key)

    def _wait(self) -> None:
        end = time.monotonic() + self.draw.uniform(0.0, 0.3)
        while time.monotonic() < end:
            QApplication.processEvents()
            time.sleep(0.002)


@pytest.mark.timeout(900)
@pytest.mark.qt_log_ignore("propagateSizeHints")  # what the offscreen platform says of any small window
def test_nothing_breaks_when_anything_is_done_to_data_at_any_moment(
    make_window: Callable[[], MainWindow], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    window = make_window()
    folder = tmp_path / "files"
    folder.mkdir()
    monkey = Monkey(window.page("data"), make_files(folder), random.Random(SEED))
    end = time.monotonic() + SECONDS
    try:
        while time.monotonic() < end:
            monkey.step()
    finally:
        print("last:", monkey.done[-15:])
    window.close()
    QApplication.processEvents()
    errors = [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]
    assert not errors, (errors, monkey.done[-30:])
    assert len(monkey.done) > 10
