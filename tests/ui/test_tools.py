"""Tool calls in the transcript: asking, allowing, declining, running, going on, stopping, after a restart."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt, QThreadPool

from hone.domain.chat import Role, ToolAnswer
from hone.domain.setup import Setup
from hone.domain.tools import ToolOutcome
from hone.services import Services
from hone.services.tools import ToolBox
from hone.services.tools.server_list import ServerList
from hone.services.tools.server_secrets import ServerSecrets
from hone.services.tools.server_snippet import wanted_server
from hone.ui.chat.tool_loop import MOST_ROUNDS

pytestmark = pytest.mark.window

NOTE_SERVER = Path(__file__).parents[1] / "tools" / "note_server.py"
SUM = ("calculator", '{"expression": "2 + 3 * 4"}')


class Rounds:
    """The calls of one reply after the other; iterating takes the next reply's."""

    def __init__(self, *replies: list[tuple[str, str]]) -> None:
        self._replies = list(replies)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self._replies.pop(0) if self._replies else [])


@pytest.fixture
def box(services: Services) -> Iterator[ToolBox]:
    """Give the window real tools."""
    made = ToolBox(services.paths, ServerList(services.settings, ServerSecrets()))
    vars(services)["tools"] = made
    yield made
    made.close()


@pytest.fixture
def ask(box: ToolBox, page: Any, engine: Any, qtbot: Any) -> Callable[..., None]:
    """Return a function that says something to a model that calls tools, and waits until it is quiet."""

    def run(*replies: list[tuple[str, str]], **setup: Any) -> None:
        engine.calls = Rounds(*replies)
        page.desk.change(setup=Setup(**{"tools": ("calculator", "current_time"), **setup}))
        page.dialogue.say("How much is it?")
        qtbot.waitUntil(lambda: page.desk.session is not None and bool(texts(page)), timeout=5000)
        quiet(page, qtbot)

    return run


def quiet(page: Any, qtbot: Any) -> None:
    """Wait until no reply is made and no call is looked at or runs."""

    def is_quiet() -> bool:
        states = [state for each in page.desk.session.call_states.values() for state in each]
        last = page.desk.session.entries()[-1].message
        waits = bool(last.tool_calls) and not states
        busy = any(state.status in ("checking", "running") for state in states)
        return not page.desk.session.busy and not busy and not waits and last.role is Role.ASSISTANT

    qtbot.waitUntil(is_quiet, timeout=15_000)


def texts(page: Any) -> list[tuple[str, str]]:
    return [(str(entry.message.role), entry.message.text) for entry in page.dialogue.transcript.entries()]


def cards(page: Any) -> list[Any]:
    return [card for view in page.dialogue.transcript.visible_views() for card in view.calls.cards]


def test_a_call_asks_first_and_shows_its_arguments(ask: Callable, page: Any) -> None:
    ask([SUM])
    (card,) = cards(page)
    assert card.accessibleName() == "The model wants to use Calculator"
    assert card._grid.itemAtPosition(0, 0).widget().text() == "expression"
    assert card._grid.itemAtPosition(0, 1).widget().text() == "2 + 3 * 4"
    assert card.once.isVisible() and card.allow.isVisible() and card.decline.isVisible()
    assert card.once.accessibleName() == "Run once: Calculator"
    assert len(texts(page)) == 2


def test_run_once_answers_and_the_model_goes_on(ask: Callable, page: Any, engine: Any, qtbot: Any) -> None:
    ask([SUM])
    card = cards(page)[0]
    card.once.setFocus()
    qtbot.keyClick(card.once, Qt.Key.Key_Space)
    quiet(page, qtbot)
    assert [role for role, _ in texts(page)] == ["user", "assistant", "tool", "assistant"]
    assert texts(page)[2] == ("tool", "14")
    assert not cards(page)
    sent = engine.requests[-1].prompt.turns[-1].as_message()
    assert (sent["role"], sent["content"], sent["name"]) == ("tool", "14", "calculator")
    assert page.desk.settings.setup.allowed_tools == ()
    answer = page.dialogue.transcript.visible_views()[2].calls.blocks[0]
    assert answer.title.startswith("Calculator answered · ") and answer.title.endswith(" s")
    assert answer.source == "```text\n14\n```"


def test_allow_is_kept_and_later_calls_run_at_once(ask: Callable, page: Any, qtbot: Any) -> None:
    ask([SUM], [SUM])
    cards(page)[0].allow.click()
    quiet(page, qtbot)
    assert page.desk.settings.setup.allowed_tools == ("calculator",)
    assert [role for role, _ in texts(page)] == [
        "user",
        "assistant",
        "tool",
        "assistant",
        "tool",
        "assistant",
    ]


def test_decline_tells_the_model(ask: Callable, page: Any, qtbot: Any) -> None:
    ask([SUM])
    cards(page)[0].decline.click()
    quiet(page, qtbot)
    assert texts(page)[2][1].startswith("The user declined this call.")
    assert page.dialogue.transcript.entries()[2].message.tool.failed


def test_a_wrong_call_is_answered_with_a_sentence(ask: Callable, page: Any, qtbot: Any) -> None:
    ask([("launch", "{}"), ("calculator", "{}")])
    quiet(page, qtbot)
    said = [text for role, text in texts(page) if role == "tool"]
    assert said[0].startswith("There is no tool 'launch'.")
    assert "'expression' is missing" in said[1]


def test_several_calls_are_answered_together(ask: Callable, page: Any, qtbot: Any) -> None:
    ask([SUM, ("current_time", '{"zone": "UTC"}')], allowed_tools=("calculator",))
    (card,) = cards(page)
    assert card.accessibleName().endswith("Date and time")
    assert len(texts(page)) == 2
    card.once.click()
    quiet(page, qtbot)
    assert [role for role, _ in texts(page)] == ["user", "assistant", "tool", "tool", "assistant"]


def test_rounds_without_a_person_come_to_an_end(ask: Callable, page: Any, qtbot: Any) -> None:
    ask(*[[SUM]] * (MOST_ROUNDS + 2), allowed_tools=("calculator",))
    assert [role for role, _ in texts(page)].count("tool") == MOST_ROUNDS
    (card,) = cards(page)
    assert "8 times in a row" in card._note.text()
    card.once.click()
    quiet(page, qtbot)
    assert [role for role, _ in texts(page)].count("tool") == MOST_ROUNDS + 2


def test_stop_ends_a_call_and_it_asks_again(
    ask: Callable, page: Any, box: ToolBox, qtbot: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    slow = tmp_path / "slow.py"
    slow.write_text(
        "import sys, time\n"
        'print(\'{"type": "Ready", "worker": "tools", "pid": 1}\', flush=True)\n'
        "time.sleep(60)\n"
    )
    box.built_in()
    ask([SUM])
    box._process.close()
    box._process._command = [sys.executable, str(slow)]
    cards(page)[0].once.click()
    qtbot.waitUntil(lambda: bool(cards(page)) and cards(page)[0].stop.isVisible(), timeout=5000)
    qtbot.waitUntil(lambda: box._process.alive, timeout=5000)
    qtbot.wait(300)
    page.dialogue.stop()
    qtbot.waitUntil(lambda: cards(page)[0].once.isVisible(), timeout=10_000)
    assert cards(page)[0]._note.text() == "You stopped it."


def test_an_open_call_is_offered_again_after_a_restart(
    ask: Callable, page: Any, make_window: Callable, services: Services, qtbot: Any
) -> None:
    ask([SUM], allowed_tools=())
    again: Any = make_window().page("chat")
    conversation = services.chat.get(page.desk.conversation_id)
    again.desk.open(conversation)
    qtbot.waitUntil(lambda: bool(cards(again)) and cards(again)[0].once.isVisible(), timeout=10_000)
    cards(again)[0].once.click()
    quiet(again, qtbot)
    assert texts(again)[2] == ("tool", "14")


def test_without_tools_calls_are_only_shown(ask: Callable, page: Any, qtbot: Any) -> None:
    ask_nothing = {"tools": ()}
    with pytest.raises(Exception):  # noqa: B017 - it never becomes quiet: the calls stay open
        ask([SUM], **ask_nothing)
    assert not cards(page)
    assert page.dialogue.transcript.visible_views()[-1].calls.blocks[0].title == "Called Calculator"


def test_a_result_is_text_and_never_markup(
    page: Any, ask: Callable, box: ToolBox, qtbot: Any, monkeypatch: Any
) -> None:
    hostile = "```\n![x](file:///etc/passwd) [link](https://x.org) <b>bold</b>\n```"
    monkeypatch.setattr(box, "run", lambda setup, call, tell=None, run_id="": ToolOutcome(text=hostile))
    ask([SUM])
    cards(page)[0].once.click()
    quiet(page, qtbot)
    block = page.dialogue.transcript.visible_views()[2].calls.blocks[0]
    block.button.click()
    shown = block._text._views[0]
    assert "<b>bold</b>" in shown.toPlainText() and "![x](file" in shown.toPlainText()
    assert "https://x.org" not in shown.toHtml().split("<body")[1].replace("(https://x.org)", "")


def test_the_panel_switches_tools_folders_and_servers(
    page: Any, box: ToolBox, qtbot: Any, tmp_path: Path
) -> None:
    box.listed.add(wanted_server("notes", f"{sys.executable} {NOTE_SERVER} good"))
    page.open_panel("tools")
    panel = page.side.panel("tools")
    qtbot.waitUntil(lambda: bool(panel.built_in.rows) and "notes" in panel.servers, timeout=10_000)
    qtbot.waitUntil(lambda: "cannot use tools" in panel.banner.accessibleName(), timeout=5000)
    assert not panel.folder.rows
    calculator = panel.built_in.rows[0]
    calculator.switch.click()
    assert page.desk.settings.setup.tools == ("calculator",)
    assert calculator.permission.current() == "ask"
    calculator.permission.chosen.emit("allow")
    assert page.desk.settings.setup.allowed_tools == ("calculator",)
    panel.folder.folder_chosen.emit(str(tmp_path))
    qtbot.waitUntil(lambda: bool(panel.folder.rows), timeout=5000)
    assert all(row.switch.isChecked() and row.permission.current() == "ask" for row in panel.folder.rows)
    group = panel.servers["notes"]
    group.switch.click()
    qtbot.waitUntil(lambda: len(group.rows) == 2, timeout=10_000)
    assert all(row.switch.isChecked() for row in group.rows)
    assert len([key for key in page.desk.settings.setup.tools if key.startswith("notes__")]) == 2
    panel.folder.remove.click()
    group.switch.click()
    assert page.desk.settings.setup == Setup(tools=("calculator",), allowed_tools=("calculator",))


def test_a_server_that_cannot_start_is_told_in_the_panel(page: Any, box: ToolBox, qtbot: Any) -> None:
    box.listed.add(wanted_server("gone", "no-such-program"))
    page.open_panel("tools")
    panel = page.side.panel("tools")
    qtbot.waitUntil(lambda: "gone" in panel.servers, timeout=10_000)
    panel.servers["gone"].switch.click()
    qtbot.waitUntil(lambda: panel.servers["gone"]._banner.isVisible(), timeout=15_000)
    assert "was not found" in panel.servers["gone"]._banner.accessibleName()


def test_servers_are_added_tested_and_removed_with_undo(
    window: Any, box: ToolBox, services: Services, qtbot: Any
) -> None:
    notices: list[Any] = []
    window.page("chat").shell.notice_requested.connect(lambda *notice: notices.append(notice))
    window.open_page("settings")
    card = window.page("settings")._servers
    card.open_form.click()
    command = {"command": sys.executable, "args": [str(NOTE_SERVER), "good"]}
    card.form.snippet.setPlainText(json.dumps({"mcpServers": {"notes": command}}))
    card.form.test.click()
    qtbot.waitUntil(card._said.isVisible, timeout=15_000)
    assert card._said.text() == "notes works. It has 2 tools: find, add"
    assert services.settings.get().mcp_servers == ()
    card.form.add.click()
    qtbot.waitUntil(lambda: card._rows.count() == 1, timeout=5000)
    card._remove("notes")
    qtbot.waitUntil(lambda: card.none_yet.isVisible(), timeout=5000)
    notices[-1][2]()
    qtbot.waitUntil(lambda: card._rows.count() == 1, timeout=5000)
    card.form.snippet.setPlainText("{")
    card.form.add.click()
    assert "no valid JSON" in card.banner.accessibleName()


def test_a_folder_is_granted_only_to_the_conversation_it_was_chosen_for(
    page: Any, box: ToolBox, qtbot: Any, tmp_path: Path
) -> None:
    page.open_panel("tools")
    panel = page.side.panel("tools")
    qtbot.waitUntil(lambda: bool(panel.built_in.rows), timeout=10_000)
    panel.folder.folder_chosen.emit(str(tmp_path))
    page.start_with("", "")
    assert QThreadPool.globalInstance().waitForDone(5000)
    qtbot.wait(20)
    assert page.desk.settings.setup.folder == ""


# ---- what a crash leaves

UTC = ("current_time", '{"zone": "UTC"}')


def reopened(page: Any, make_window: Callable, services: Services, qtbot: Any) -> Any:
    """Open the conversation in another window, as after a restart."""
    again: Any = make_window().page("chat")
    again.desk.open(services.chat.get(page.desk.conversation_id))
    qtbot.waitUntil(lambda: bool(again.desk.session and again.desk.session.loaded), timeout=10_000)
    return again


def caller_of(page: Any) -> Any:
    return page.dialogue.transcript.entries()[1].message


def test_a_call_that_was_begun_runs_again_only_when_a_person_says_so(
    ask: Callable, page: Any, box: ToolBox, make_window: Callable, services: Services, qtbot: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    ask([SUM])
    ran: list[str] = []
    run = box.run
    monkeypatch.setattr(
        box, "run", lambda setup, call, *rest: [ran.append(call.name), run(setup, call, *rest)][1]
    )
    services.chat.calls.begin(caller_of(page).id, 0)
    conversation = services.chat.get(page.desk.conversation_id)
    services.chat.update(
        msgspec.structs.replace(
            conversation, setup=Setup(tools=("calculator",), allowed_tools=("calculator",))
        )
    )
    again = reopened(page, make_window, services, qtbot)
    qtbot.waitUntil(lambda: bool(cards(again)) and cards(again)[0].once.isVisible(), timeout=10_000)
    (card,) = cards(again)
    assert "what came of it is not known" in card._note.text()
    assert (card.once.text(), card.allow.isVisible(), card.decline.isVisible()) == ("Run again", False, True)
    assert ran == []
    card.once.click()
    quiet(again, qtbot)
    assert texts(again)[2] == ("tool", "14") and ran == ["calculator"]
    assert services.chat.calls.of(caller_of(again).id) == {}


def test_what_came_of_a_call_is_kept_while_others_wait(
    ask: Callable, page: Any, box: ToolBox, make_window: Callable, services: Services, qtbot: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    ask([SUM, UTC], allowed_tools=("calculator",))
    kept = services.chat.calls.of(caller_of(page).id)
    assert kept[0] is not None and kept[0].text == "14" and 1 not in kept
    ran: list[str] = []
    run = box.run
    monkeypatch.setattr(
        box, "run", lambda setup, call, *rest: [ran.append(call.name), run(setup, call, *rest)][1]
    )
    again = reopened(page, make_window, services, qtbot)
    qtbot.waitUntil(lambda: bool(cards(again)) and cards(again)[0].once.isVisible(), timeout=10_000)
    (card,) = cards(again)
    assert card.accessibleName().endswith("Date and time")
    card.once.click()
    quiet(again, qtbot)
    assert ran == ["current_time"]
    assert [role for role, _ in texts(again)] == ["user", "assistant", "tool", "tool", "assistant"]
    assert texts(again)[2] == ("tool", "14")


def test_kept_answers_of_all_calls_wait_for_go_on(
    ask: Callable, page: Any, make_window: Callable, services: Services, qtbot: Any
) -> None:
    ask([SUM])
    services.chat.calls.keep(caller_of(page).id, ToolAnswer(call=0, name="calculator", text="14"))
    again = reopened(page, make_window, services, qtbot)
    qtbot.waitUntil(lambda: go_on(again) is not None, timeout=10_000)
    qtbot.wait(100)
    assert len(texts(again)) == 2 and not again.desk.session.busy
    go_on(again).click()
    quiet(again, qtbot)
    assert [role for role, _ in texts(again)] == ["user", "assistant", "tool", "assistant"]
    assert go_on(again) is None


def test_answers_without_a_reply_offer_to_go_on(
    ask: Callable, page: Any, make_window: Callable, services: Services, qtbot: Any
) -> None:
    ask([SUM])
    events = services.chat.answer_calls(
        page.desk.conversation_id, caller_of(page).id, [ToolAnswer(call=0, name="calculator", text="14")]
    )
    next(events)  # the answer is kept; then the program is gone
    events.close()
    again = reopened(page, make_window, services, qtbot)
    qtbot.waitUntil(lambda: go_on(again) is not None, timeout=10_000)
    view = again.dialogue.transcript.visible_views()[-1]
    assert view._foot.geometry().top() >= view.calls.geometry().bottom()
    assert view.height() > view._foot.geometry().bottom()
    go_on(again).click()
    quiet(again, qtbot)
    assert [role for role, _ in texts(again)] == ["user", "assistant", "tool", "assistant"]
    assert go_on(again) is None


def go_on(page: Any) -> Any:
    """Return the button that goes on, if it is shown."""
    views = page.dialogue.transcript.visible_views()
    return next((view._foot.go_on for view in views if view._foot.go_on.isVisible()), None)
