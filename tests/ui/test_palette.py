"""The command palette: finding, doing, remembering, by keyboard alone."""

from __future__ import annotations

import random
import time
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from hone.services import Services
from hone.ui.palette.entry import PaletteEntry
from hone.ui.palette.fuzzy import Query, Searched
from hone.ui.palette.index import PaletteIndex
from hone.ui.palette.providers import provided

pytestmark = pytest.mark.window


def found(text: str, *names: str) -> list[str]:
    """Return which of `names` the palette shows for `text`, in its order."""
    index = PaletteIndex()
    index.fill([PaletteEntry(name, name, "", lambda: None) for name in names], (), ())
    return [result.entry.title for result in index.find(text)]


@pytest.mark.parametrize("text", ["new", "NEW co", "co ne", "nc", "nwcv", "conversátion"])
def test_a_command_is_found_by_beginnings_initials_and_loose_letters(text: str) -> None:
    assert found(text, "Models", "New conversation", "Quit Hone") == ["New conversation"]


def test_letters_that_are_far_apart_find_nothing() -> None:
    assert found("nn", "A new model that somebody put into another folder") == []
    assert found("xyz", "New conversation") == []


def test_beginnings_come_before_insides() -> None:
    assert found("form", "Platform", "Reformed", "Form of a prompt", "A new form")[0] == "Form of a prompt"
    assert found("form", "Platform", "A new form") == ["A new form", "Platform"]


def test_the_letters_that_were_meant_are_told() -> None:
    match = Query.of("ne co").match(Searched.of("New conversation"))
    assert match is not None
    assert match.positions == (0, 1, 4, 5)


def test_accents_and_long_letters_keep_their_places() -> None:
    match = Query.of("uber").match(Searched.of("İ Über"))
    assert match is not None
    assert match.positions == (2, 3, 4, 5)


def test_what_was_used_lately_comes_first() -> None:
    index = PaletteIndex()
    commands = [PaletteEntry(name, f"Show {name}", "", lambda: None) for name in ("a", "b", "c")]
    index.fill(commands, [PaletteEntry("talk", "Show talk", "", lambda: None)], ("c", "gone", "talk"))
    assert [result.entry.key for result in index.find("")] == ["c", "talk", "a", "b"]
    assert index.find("show")[0].entry.key == "c"


def test_what_works_on_the_shown_page_comes_before_what_leads_to_another() -> None:
    index = PaletteIndex()
    there = PaletteEntry("p", "Export as TOML", "Prompts", lambda: None)
    here = PaletteEntry("c", "Export conversation", "Conversations", lambda: None, here=True)
    index.fill([there, here], (), ())
    assert [result.entry.key for result in index.find("export")] == ["c", "p"]


def test_a_key_takes_less_than_50_ms_among_5000_entries() -> None:
    chance = random.Random(5)
    words = ["".join(chance.choices("abcdefghijklmnoprstuw", k=chance.randint(2, 9))) for _ in range(800)]
    things = [
        PaletteEntry(f"t{number}", " ".join(chance.choices(words, k=5)), "Conversation", lambda: None)
        for number in range(5000)
    ]
    index = PaletteIndex()
    index.fill((), things, ())
    for text in ("a", "co", "new c", "conversation e", "zzzz"):
        best = min(_seconds(index, text) for _ in range(3))
        assert best < 0.05, f"{text!r} took {best * 1000:.0f} ms"


def _seconds(index: PaletteIndex, text: str) -> float:
    started = time.perf_counter()
    index.find(text)
    return time.perf_counter() - started


@pytest.fixture
def palette(window: Any, qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return the open palette of a window whose other pages are not built beside it."""
    monkeypatch.setattr(window.commands._preparation, "begin", lambda entries: None)
    with qtbot.waitActive(window):
        window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    opened = window.commands._palette
    assert opened.isVisible()
    return opened


def titles(palette: Any) -> list[str]:
    """Return what the palette lists."""
    return [result.entry.title for result in palette._model.results]


def test_a_command_is_done_by_keyboard_alone_and_remembered(
    palette: Any, window: Any, services: Services, qtbot: Any
) -> None:
    before = window.focusWidget()
    qtbot.keyClicks(window.focusWidget(), "mode")
    assert "Models" in titles(palette)
    while palette._model.results[palette._list.currentIndex().row()].entry.key != "go.models":
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.current_key == "models")
    assert not palette.isVisible()
    assert before is not None
    qtbot.waitUntil(lambda: services.settings.get().recent_commands == ("go.models",))


def test_the_chosen_entry_stays_chosen_when_other_entries_come_in(
    palette: Any, window: Any, qtbot: Any
) -> None:
    qtbot.keyClicks(window.focusWidget(), "conv")
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Down)
    chosen = palette._model.results[palette._list.currentIndex().row()].entry.key
    palette._on_provided([PaletteEntry("talk", "Conv", "Conversation", lambda: None)])
    rows = [result.entry.key for result in palette._model.results]
    assert rows[palette._list.currentIndex().row()] == chosen


def test_escape_closes_it_and_gives_the_focus_back(palette: Any, window: Any, qtbot: Any) -> None:
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert window.page("chat").dialogue.composer.isAncestorOf(window.focusWidget())


def test_the_keys_stay_with_it_when_the_chat_wants_the_cursor(palette: Any, window: Any, qtbot: Any) -> None:
    dialogue = window.page("chat").dialogue
    dialogue.focus_text()
    assert palette.isAncestorOf(window.focusWidget())
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not palette.isVisible())
    dialogue.focus_text()
    assert dialogue.composer.isAncestorOf(window.focusWidget())


def test_a_command_of_another_page_opens_it(palette: Any, window: Any, qtbot: Any) -> None:
    palette.close_sheet()
    window.open_page("settings")
    window.commands.open_palette()
    qtbot.keyClicks(window.focusWidget(), "new conv")
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.current_key == "chat")


def test_conversations_and_models_are_found(window: Any, say: Any, palette: Any, qtbot: Any) -> None:
    palette.close_sheet()
    say("About the weather in Lisbon")
    conversation = window.page("chat").desk.conversation_id
    window.page("chat").start_with("demo", "")
    window.commands.open_palette()
    qtbot.keyClicks(window.focusWidget(), "lisbon")
    qtbot.waitUntil(lambda: titles(palette) == ["About the weather in Lisbon"])
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.page("chat").desk.conversation_id == conversation)


def test_a_model_begins_a_conversation(window: Any) -> None:
    names = {entry.title: entry for entry in provided(window._shell)}
    assert "Broken" not in names
    names["Tiny Llama"].run()
    assert window.page("chat").desk.settings.model_id == "tiny"
    names["Ticket tone"].run()
    assert window.page("chat").desk.settings.adapter_id == "tickets"


def test_a_reader_hears_the_entry_with_its_group_and_keys(palette: Any) -> None:
    index = palette._model.index(0, 0)
    said = palette._model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert palette._model.results[0].entry.group in said
    assert QAccessible.queryAccessibleInterface(palette._edit) is not None
    assert palette._edit.accessibleName()
