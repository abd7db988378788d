"""The exact view and the context meter, as a person sees and uses them."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from hone.domain.chat import Message, MessageState, Origin, Role
from hone.domain.exact import ExactPrompt, Part, Room, Segment
from hone.domain.setup import ContextPolicy
from hone.errors import BadInput
from hone.services.exact_view import Outlook
from hone.ui.chat.exact.displays import text_display, token_display
from hone.ui.chat.exact.text_grid import TextGrid
from hone.ui.chat.left_out import LeftOutBadge

TEXT = "<s>system\nBe é<e>typed words"
PROMPT = ExactPrompt(
    text=TEXT,
    segments=(
        Segment(0, 10, Part.TEMPLATE),
        Segment(10, 14, Part.SYSTEM, 0),
        Segment(14, 17, Part.TEMPLATE),
        Segment(17, 28, Part.TYPED, 1),
    ),
    token_ids=(1, 7, 8, 20, 21, 2, 9, 10),
    pieces=("<s>", "system\n", "Be ", "\ufffd", "\ufffd", "<e>", "typed", " words"),
    starts=(0, 3, 10, 13, 13, 14, 17, 22),
    owners=(0, 0, 1, 1, 1, 2, 3, 3),
    special_ids=frozenset((1, 2)),
    partial={20: b"\xc3", 21: b"\xa9"},
)
ROOM = Room(window=100, reserve=40, limit=40)
OUTLOOK = Outlook(prompt=PROMPT, room=ROOM)


@pytest.fixture
def panel(page: Any, services: Any, qtbot: Any) -> Any:
    """Return the open panel, showing a prompt."""
    services.exact.outlook = OUTLOOK
    page.open_panel("exact")
    shown = page.side.panel("exact")
    qtbot.waitUntil(lambda: shown.view.display_shown.text == TEXT, timeout=5000)
    return shown


def told(page: Any, services: Any, qtbot: Any, outlook: Outlook | None) -> None:
    """Let the watch look again and see something else."""
    services.exact.outlook = outlook
    page.context.settings_changed.emit()
    qtbot.waitUntil(lambda: page.context.exact.outlook is outlook, timeout=5000)


def test_what_is_typed_is_looked_at_once_when_the_typing_pauses(page: Any, services: Any, qtbot: Any) -> None:
    services.exact.outlook = OUTLOOK
    for text in ("H", "He", "Hello"):
        page.dialogue.composer.set_text(text)
    qtbot.waitUntil(lambda: page.context.exact.outlook is OUTLOOK, timeout=5000)
    assert [situation.typed for situation in services.exact.asked] == ["Hello"]


def test_nothing_is_looked_at_when_nothing_is_said_and_nobody_watches(
    page: Any, services: Any, qtbot: Any
) -> None:
    page.desk.change(system_prompt="Be short.")
    qtbot.wait(400)
    assert services.exact.asked == []


def test_every_source_is_counted_in_the_legend(panel: Any) -> None:
    names = [button.accessibleName() for button in panel._legend._buttons.values()]
    assert names == ["Template: 3 tokens", "System prompt: 3 tokens", "Being typed: 2 tokens"]


def test_a_part_stands_out_when_its_legend_entry_is_clicked(panel: Any) -> None:
    before = panel.view.grab().toImage()
    button = panel._legend._buttons[Part.TYPED]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert panel._legend.chosen is Part.TYPED
    assert panel.view.grab().toImage() != before
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert panel._legend.chosen is None


def test_arrow_keys_tell_of_each_token_when_tokens_are_shown(panel: Any, qtbot: Any) -> None:
    panel._switch_mode()
    qtbot.waitUntil(lambda: len(panel.view.display_shown.starts) == 8, timeout=5000)
    for _ in range(4):
        QTest.keyClick(panel.view, Qt.Key.Key_Right)
    assert panel.view.current == 3
    assert panel._pointed.text() == "Token 4 of 8 · id 20 · '\ufffd' · bytes C3 · System prompt"
    QTest.keyClick(panel.view, Qt.Key.Key_End)
    assert panel._pointed.text() == "Token 8 of 8 · id 10 · ' words' · bytes 20 77 6F 72 64 73 · Being typed"


def test_text_and_ids_are_copied(panel: Any) -> None:
    panel.copy_text()
    assert QGuiApplication.clipboard().text() == TEXT
    panel.copy_ids()
    assert QGuiApplication.clipboard().text() == "[1, 7, 8, 20, 21, 2, 9, 10]"


def test_places_are_counted_and_gone_through_when_something_is_searched(panel: Any) -> None:
    field = panel._search._field
    field.setText("S")
    assert panel._search._count.text() == "1 of 4"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert panel._search._count.text() == "2 of 4"
    field.setText("nowhere")
    assert panel._search._count.text() == "not found"


def test_why_is_said_when_the_prompt_cannot_be_made(panel: Any, page: Any, services: Any, qtbot: Any) -> None:
    def refuse(situation: Any) -> None:
        raise BadInput("The template refuses.", hint="Check the order.")

    services.exact.look = refuse
    page.context.settings_changed.emit()
    qtbot.waitUntil(lambda: panel._empty.isVisible(), timeout=5000)
    assert "The template refuses. Check the order." in panel._empty.text.text()


def test_the_note_of_the_rendering_is_shown(panel: Any, page: Any, services: Any, qtbot: Any) -> None:
    noted = msgspec.structs.replace(PROMPT, note="The system text stands elsewhere.")
    told(page, services, qtbot, msgspec.structs.replace(OUTLOOK, prompt=noted))
    assert panel._note.isVisible()
    assert panel._note._message.text() == "The system text stands elsewhere."


def test_the_meter_tells_what_is_used_and_takes_the_policy(
    panel: Any, page: Any, services: Any, qtbot: Any
) -> None:
    meter = page.dialogue.status.meter
    assert meter.text_shown == "8 of 100 tokens"
    assert meter.isVisible()
    assert "Being typed: 2" in meter.toolTip()
    assert "Free: 52" in meter.toolTip()
    QTest.keyClick(meter, Qt.Key.Key_Space)
    assert meter.popover.isVisible()
    from hone.ui.kit.segmented import Segmented

    choice = meter.popover.findChild(Segmented)
    QTest.mouseClick(choice._group.button(2), Qt.MouseButton.LeftButton)
    assert page.desk.settings.setup.policy is ContextPolicy.SLIDING
    meter.popover.close_panel()


def test_a_warning_is_shown_before_sending_when_it_does_not_fit(
    panel: Any, page: Any, services: Any, qtbot: Any
) -> None:
    status = page.dialogue.status
    assert status.warning == ""
    page.dialogue.composer.set_text("more")
    told(page, services, qtbot, msgspec.structs.replace(OUTLOOK, dropped_ids=("a", "b")))
    assert status.warning == "The 2 oldest messages will be left out; the rest is kept."
    refused = msgspec.structs.replace(OUTLOOK, problem="It takes 200 tokens.", hint="Shorten it.")
    told(page, services, qtbot, refused)
    assert status.warning == "It takes 200 tokens. Shorten it."
    assert panel._note._message.text() == "It takes 200 tokens."


def test_a_reply_says_how_many_messages_were_left_out_of_it(qtbot: Any) -> None:
    badge = LeftOutBadge()
    qtbot.addWidget(badge)
    reply = Message(
        id="r",
        conversation_id="c",
        parent_id=None,
        role=Role.ASSISTANT,
        text="Yes.",
        state=MessageState.COMPLETE,
        created_at=datetime.now(UTC),
        origin=Origin(model_name="Tester", left_out=3),
    )
    badge.show_message(reply)
    assert badge.isVisible()
    assert badge.text() == "3 earlier messages left out"
    badge.show_message(msgspec.structs.replace(reply, origin=Origin(model_name="Tester")))
    assert not badge.isVisible()


def test_special_tokens_are_set_apart_when_the_text_is_shown() -> None:
    display = text_display(PROMPT)
    marked = [
        display.text[slice(*display.span(number))]
        for number, special in enumerate(display.special)
        if special
    ]
    assert marked == ["<s>", "<e>"]
    assert "".join(display.text[slice(*display.span(n))] for n in range(len(display.starts))) == TEXT


def test_parts_of_a_character_are_shown_by_their_bytes_when_tokens_are_shown() -> None:
    display = token_display(PROMPT)
    texts = [display.text[slice(*display.span(number))] for number in range(len(display.starts))]
    assert texts == ["<s>", "system\n", "Be ", "‹C3›", "‹A9›", "<e>", "typed", " words"]


def test_lines_hold_every_character_once_and_no_more_than_fit() -> None:
    text = "one two three four\n東京 is wide\n\n" + "x" * 50 + "\ttab"
    grid = TextGrid(text, 10)
    assert "".join(text[slice(*grid.span(line))] for line in range(grid.lines)) == text
    for line in range(grid.lines):
        start, end = grid.span(line)
        assert grid.cell_of(line, end - 1 if text[end - 1] == "\n" else end) <= 10
        for place in range(start, end):
            assert grid.line_of(place) == line
            assert grid.place_at(line, grid.cell_of(line, place)) == place


def test_a_long_prompt_is_laid_out_and_painted_at_once(panel: Any) -> None:
    text = "Lorem ipsum dolor. " * 25_000
    starts = tuple(range(0, len(text), 5))
    prompt = ExactPrompt(
        text=text,
        segments=(Segment(0, len(text), Part.USER),),
        token_ids=tuple(range(len(starts))),
        pieces=tuple(text[start : start + 5] for start in starts),
        starts=starts,
        owners=(0,) * len(starts),
    )
    display = token_display(prompt)
    began = time.process_time()
    panel.view.show_display(display, boxed=True)
    panel.view.grab()
    assert time.process_time() - began < 0.5
