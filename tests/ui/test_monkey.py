"""Anything at any moment: commands, keys, conversations and texts in an order drawn by chance, repeatable.

`HONE_MONKEY_SECONDS` makes it longer, `HONE_MONKEY_SEED` another one.
"""

from __future__ import annotations

import logging
import os
import random
import time
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QMessageBox

from hone.ui.main_window import MainWindow

SECONDS = float(os.environ.get("HONE_MONKEY_SECONDS", "6"))
SEED = int(os.environ.get("HONE_MONKEY_SEED", "4"))
LONGEST_STEP = 2.0  # seconds of the window's own work; a theme goes over every page in it
TEXTS = [
    "",
    "Hello",
    "# Title\n\n![x](file:///etc/passwd) [a](javascript:b) `c`",
    "\u202eabc\x00\n" * 40,
    "x" * 20_000,
    "{{name}} {{count}}",
    "a " * 4000,
]
KEYS = [
    Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Up, Qt.Key.Key_Down,
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Backspace,
    Qt.Key.Key_F2, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_A, Qt.Key.Key_E, Qt.Key.Key_R,
]  # fmt: skip
PAGES = ("chat", "compare", "prompts", "settings")


@pytest.fixture(autouse=True)
def _no_dialogs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every question of the system be answered with Cancel."""
    for name in ("getOpenFileName", "getOpenFileNames", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_, **__: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: "")
    monkeypatch.setattr(QDialog, "exec", lambda *_: 0)
    monkeypatch.setattr(QMessageBox, "exec", lambda *_: 0)
    monkeypatch.setattr(QMenu, "exec", lambda *_, **__: None)


class Monkey:
    """Draws what to do next."""

    def __init__(self, window: MainWindow, draw: random.Random) -> None:
        self.window, self.draw = window, draw
        self.page: Any = window.page("chat")
        self.commands = self.page.shell.commands
        self.done: list[str] = []
        self.steps: list[tuple[float, str]] = []

    def step(self) -> None:
        choices = [self._command, self._command, self._say, self._open, self._type, self._press, self._wait]
        what = self.draw.choice(choices)
        began = time.thread_time()
        self.done.append(what.__name__)
        what()
        QApplication.processEvents()
        took = time.thread_time() - began
        self.steps.append((round(took, 2), self.done[-1]))

    def _command(self) -> None:
        known = [each.key for each in self.commands.all() if self._is_harmless(each.key)]
        key = self.draw.choice(known)
        self.done[-1] = key
        self.commands.run(key)

    def _is_harmless(self, key: str) -> bool:
        first, _, rest = key.partition(".")
        if first == "go":
            return rest in PAGES
        if "token" in rest:  # the services of these tests read no tokens
            return False
        return first in PAGES or (first == "window" and not any(word in rest for word in ("quit", "close")))

    def _say(self) -> None:
        self.page.dialogue.say(self.draw.choice(TEXTS))

    def _open(self) -> None:
        talks = self.page.services.chat.conversations()
        if talks:
            talk = self.draw.choice(talks)
            self.done[-1] = "open"
            self.page.desk.open(talk)

    def _type(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and hasattr(focused, "insertPlainText"):
            focused.insertPlainText(self.draw.choice(TEXTS))

    def _press(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None:
            key = self.draw.choice(KEYS)
            self.done[-1] = f"{key.name} in {type(focused).__name__}"
            QTest.keyClick(focused, key)

    def _wait(self) -> None:
        end = time.monotonic() + self.draw.uniform(0.0, 0.1)
        while time.monotonic() < end:
            QApplication.processEvents()
            time.sleep(0.002)


@pytest.mark.timeout(240)
@pytest.mark.qt_log_ignore("propagateSizeHints")  # what the offscreen platform says of any small window
def test_nothing_breaks_when_anything_is_done_at_any_moment(
    make_window: Callable[[], MainWindow],
    engine: Any,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    engine.pieces = ["word ", "**b** ", "\n\n```py\nx = 1\n```\n", "| a |\n|---|\n| b |\n"] * 8
    engine.thoughts = ["Hm. "] * 3
    engine.calls = [("calculator", '{"expression": "1+1"}')]
    engine.pause = 0.004
    window = make_window()
    monkeypatch.setattr(window.commands._preparation, "begin", lambda entries: None)
    for key in PAGES:  # built before, so that what is slow is slow by itself
        window.open_page(key)
        QApplication.processEvents()
    monkey = Monkey(window, random.Random(SEED))
    end = time.monotonic() + SECONDS
    try:
        while time.monotonic() < end:
            monkey.step()
    finally:
        print("last:", monkey.done[-15:])
        print("slowest:", sorted(monkey.steps, reverse=True)[:12])
    window.close()
    QApplication.processEvents()
    errors = [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]
    assert not errors, (errors, monkey.done[-30:])
    assert max(monkey.steps)[0] < LONGEST_STEP
    assert len(monkey.done) > 20
