"""The list of shortcuts: all are there, can be changed, swapped and reset, and are kept."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from hone.services import Services
from hone.ui.commands import shown_keys

pytestmark = pytest.mark.window
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def sheet(window: Any, qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return the open list of shortcuts."""
    monkeypatch.setattr(window.commands._preparation, "begin", lambda entries: None)
    with qtbot.waitActive(window):
        window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_F1)
    opened = window.commands._sheet
    assert opened.isVisible()
    return opened


def press(qtbot: Any, sheet: Any, key: str, pressed: Qt.Key, modifiers: Any = CTRL) -> Any:
    """Give a command new keys, as a person does; returns its row."""
    row = sheet.rows[key]
    row.button.click()
    assert row.button.waiting
    qtbot.keyClick(row.button, pressed, modifiers)
    return row


def test_every_command_is_listed_with_its_keys(sheet: Any, window: Any) -> None:
    commands = window._shell.commands
    assert set(sheet.rows) == {command.key for command in commands.all()}
    assert sheet.rows["chat.new"].button.text() == shown_keys("Ctrl+N")
    assert "Ctrl+N" in sheet.rows["chat.new"].button.accessibleName()


def test_the_list_is_searched_by_title_and_by_keys(sheet: Any) -> None:
    sheet._search.setText("full scr")
    assert [key for key, row in sheet.rows.items() if not row.isHidden()] == ["window.full_screen"]
    sheet._search.setText("F11")
    assert [key for key, row in sheet.rows.items() if not row.isHidden()] == ["window.full_screen"]
    sheet._search.setText("nothing like it")
    assert not sheet._none.isHidden()


def test_new_keys_work_at_once_and_are_kept(sheet: Any, window: Any, services: Services, qtbot: Any) -> None:
    press(qtbot, sheet, "go.models", Qt.Key.Key_F7, Qt.KeyboardModifier.NoModifier)
    qtbot.waitUntil(lambda: services.settings.get().shortcuts == {"go.models": "F7"})
    sheet.close_sheet()
    qtbot.keyClick(window, Qt.Key.Key_F7)
    assert window.current_key == "models"


def test_letters_alone_are_refused(sheet: Any, window: Any, qtbot: Any) -> None:
    row = press(qtbot, sheet, "chat.new", Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    assert row.button.waiting
    assert window._shell.commands.own_keys() == {}


def test_escape_leaves_the_keys_and_the_list_open(sheet: Any, window: Any, qtbot: Any) -> None:
    row = press(qtbot, sheet, "chat.new", Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert not row.button.waiting
    assert sheet.isVisible()
    assert window._shell.commands.keys_of("chat.new") == "Ctrl+N"


def test_keys_of_another_command_are_swapped_when_asked(sheet: Any, window: Any, qtbot: Any) -> None:
    commands = window._shell.commands
    row = press(qtbot, sheet, "chat.new", Qt.Key.Key_M)
    assert commands.keys_of("chat.new") == "Ctrl+N", "nothing changes before the answer"
    _answer(row, "Swap")
    assert commands.keys_of("chat.new") == "Ctrl+M"
    assert commands.keys_of("chat.model") == "Ctrl+N"


def test_keys_of_another_command_are_taken_when_asked(sheet: Any, window: Any, qtbot: Any) -> None:
    commands = window._shell.commands
    _answer(press(qtbot, sheet, "chat.new", Qt.Key.Key_M), "Take it")
    assert commands.keys_of("chat.new") == "Ctrl+M"
    assert commands.keys_of("chat.model") == ""


def test_a_question_that_is_left_changes_nothing(sheet: Any, window: Any, qtbot: Any) -> None:
    _answer(press(qtbot, sheet, "chat.new", Qt.Key.Key_Q), "Leave it")
    assert window._shell.commands.own_keys() == {}


def test_a_second_key_can_be_taken_and_the_first_stays(sheet: Any, window: Any, qtbot: Any) -> None:
    commands = window._shell.commands
    _answer(press(qtbot, sheet, "chat.new", Qt.Key.Key_Equal), "Swap")
    assert commands.keys_of("chat.new") == "Ctrl+="
    assert commands.keys_of("window.larger") == "Ctrl++"
    assert commands.sharing("chat.new", "Ctrl+=") == ()


def test_backspace_takes_keys_away_and_reset_brings_them_back(
    sheet: Any, window: Any, services: Services, qtbot: Any
) -> None:
    row = press(qtbot, sheet, "chat.new", Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier)
    assert window._shell.commands.keys_of("chat.new") == ""
    assert row.reset.isVisible()
    row.reset.click()
    assert window._shell.commands.keys_of("chat.new") == "Ctrl+N"
    qtbot.waitUntil(lambda: services.settings.get().shortcuts == {})


def test_all_are_reset_with_a_way_back(sheet: Any, window: Any, qtbot: Any) -> None:
    press(qtbot, sheet, "chat.new", Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier)
    sheet._reset_all.click()
    assert window._shell.commands.keys_of("chat.new") == "Ctrl+N"
    window._toaster._button.click()
    assert window._shell.commands.keys_of("chat.new") == "F8"


def test_tab_stays_inside_the_list(sheet: Any, window: Any, qtbot: Any) -> None:
    for _ in range(2 * len(sheet.rows) + 6):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert sheet.isAncestorOf(window.focusWidget())


def _answer(row: Any, name: str) -> None:
    from PySide6.QtWidgets import QPushButton

    next(button for button in row.findChildren(QPushButton) if button.text() == name).click()


def test_the_rail_tells_the_present_keys(sheet: Any, window: Any, qtbot: Any) -> None:
    models = window.rail.button("models")
    assert window._shell.commands.keys_of("go.models") in models.toolTip()
    press(qtbot, sheet, "go.models", Qt.Key.Key_F7, Qt.KeyboardModifier.NoModifier)
    assert "F7" in models.toolTip()
