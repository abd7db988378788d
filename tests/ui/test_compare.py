"""Comparing in the window: one message to all columns, judged, blind, kept."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hone.domain.chat import MessageState
from hone.domain.comparing import ColumnSettings, Verdict
from hone.domain.sampling import Sampling
from hone.errors import HoneError
from hone.services import Services
from hone.storage.picks import PickStore
from hone.ui.compare.dataset_sheet import ComparisonDatasetSheet, add_picks
from hone.ui.compare.tally_popover import TallyPopover
from hone.ui.kit.theme import Theme
from hone.ui.main_window import MainWindow

pytestmark = pytest.mark.window


@pytest.fixture
def compare(window: MainWindow, qtbot: Any) -> Any:
    """Return the compare page in front, without a comparison."""
    window.open_page("compare")
    page: Any = window.page("compare")
    qtbot.waitUntil(lambda: bool(page.library.catalogue.models), timeout=5000)
    return page


@pytest.fixture
def begin(compare: Any, qtbot: Any) -> Callable[..., Any]:
    """Return a function that begins a comparison with columns of these temperatures."""

    def run(*temperatures: float) -> Any:
        columns = [
            ColumnSettings(model_id="demo", sampling=Sampling(temperature=each)) for each in temperatures
        ]
        compare.desk.create(columns)
        qtbot.waitUntil(lambda: len(compare.desk.columns) == len(columns), timeout=5000)
        return compare

    return run


@pytest.fixture
def ask(compare: Any, qtbot: Any) -> Callable[[str], None]:
    """Return a function that says something to all columns and waits for their replies."""

    def run(text: str) -> None:
        before = len(compare.desk.rounds())
        compare.composer.set_text(text)
        compare.composer.sent.emit(text)
        wait_for_rounds(compare, qtbot, before + 1)

    return run


def wait_for_rounds(page: Any, qtbot: Any, count: int) -> None:
    def done() -> bool:
        rounds = page.desk.rounds()
        return not page.desk.busy and len(rounds) >= count and None not in rounds[count - 1].replies

    qtbot.waitUntil(done, timeout=5000)
    qtbot.wait(5)


def shown(page: Any) -> list[list[str]]:
    """Return the texts that each column shows, from left to right."""
    return [[entry.message.text for entry in view.transcript.entries()] for view in page.board.views]


def badges(page: Any) -> list[str]:
    """Return what the last message of each column is marked with."""
    last = [view.transcript.entries()[-1:] for view in page.board.views]
    return [entry.remarks.badge for entries in last for entry in entries]


@pytest.fixture
def picks(services: Services) -> Iterator[Callable[[], list[tuple[str, str]]]]:
    """Return what is kept as picks."""
    database: Any = services.comparing._store._database

    def kept() -> list[tuple[str, str]]:
        return [(pick.chosen_id, pick.rejected_id) for pick in PickStore(database).picks()]

    yield kept


@pytest.fixture
def press(window: MainWindow, qtbot: Any) -> Callable[[Qt.Key], None]:
    """Return a function that presses a key in the active window, outside the text field."""

    def run(key: Qt.Key) -> None:
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow, timeout=5000)
        page: Any = window.page("compare")
        page.setFocus()
        QTest.keyClick(page, key)

    return run


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("temperatures", [(0.2, ""), (0.9, "")]),
        ("adapter", [(0.7, ""), (0.7, "tickets")]),
        ("blank", [(0.7, ""), (0.7, "")]),
    ],
)
def test_each_starting_point_sets_up_its_columns(
    compare: Any, qtbot: Any, key: str, expected: list[tuple[float, str]]
) -> None:
    compare.start.chosen.emit(key)
    qtbot.waitUntil(lambda: len(compare.desk.columns) == 2, timeout=5000)
    settings = [compare.desk.settings(identity) for identity in compare.desk.columns]
    assert [(each.sampling.temperature, each.adapter_id) for each in settings] == expected
    assert {each.model_id for each in settings} == {"demo"}


def test_one_message_goes_to_all_columns_with_the_same_seed(
    begin: Any, ask: Any, engine: Any, services: Services
) -> None:
    page = begin(0.2, 0.9, 1.2)
    ask("Which one?")
    assert shown(page) == [["Which one?", "Hello there, **friend**."]] * 3
    assert {request.sampling.seed for request in engine.requests} == {page.desk.sheet.seed}
    assert sorted(request.sampling.temperature for request in engine.requests) == [0.2, 0.9, 1.2]
    assert services.chat.conversations() == []


def test_an_unlocked_seed_is_drawn_anew_for_each(begin: Any, ask: Any, engine: Any) -> None:
    page = begin(0.2, 0.9)
    page.seed.same_toggled.emit(False)
    ask("Go")
    assert {request.sampling.seed for request in engine.requests} == {-1}


def test_what_differs_is_named_above_the_column_and_nothing_else(begin: Any) -> None:
    page = begin(0.2, 0.9)
    assert [view.header.line.text() for view in page.board.views] == ["temperature 0.2", "temperature 0.9"]


def test_replies_stream_at_once_and_esc_stops_all(begin: Any, engine: Any, qtbot: Any, press: Any) -> None:
    page = begin(0.2, 0.9)
    engine.pieces, engine.pause = ["word "] * 10_000, 0.002
    page.composer.sent.emit("Go")
    qtbot.waitUntil(lambda: all("word" in "".join(texts) for texts in shown(page)), timeout=5000)
    assert page.desk.busy
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.desk.busy, timeout=5000)
    stopped = [MessageState.STOPPED] * 2

    def states() -> list[MessageState]:
        return [view.transcript.entries()[-1].message.state for view in page.board.views]

    qtbot.waitUntil(lambda: states() == stopped, timeout=5000)


def test_a_pick_is_kept_shown_and_taken_back(
    begin: Any, ask: Any, qtbot: Any, picks: Any, press: Any
) -> None:
    page = begin(0.2, 0.9, 1.2)
    ask("Go")
    press(Qt.Key.Key_2)
    qtbot.waitUntil(lambda: badges(page) == ["", "Better", ""], timeout=5000)
    replies = [reply.id for reply in page.desk.rounds()[0].replies]
    qtbot.waitUntil(lambda: picks() == [(replies[1], replies[0]), (replies[1], replies[2])], timeout=5000)
    assert page.header.tally.text() == "A 0 · B 1 · C 0"
    press(Qt.Key.Key_2)
    qtbot.waitUntil(lambda: badges(page) == ["", "", ""] and picks() == [], timeout=5000)
    assert not page.header.tally.isVisible()


def test_a_tie_is_counted_and_leaves_no_pick(
    begin: Any, ask: Any, qtbot: Any, picks: Any, press: Any
) -> None:
    page = begin(0.2, 0.9)
    ask("Go")
    press(Qt.Key.Key_0)
    qtbot.waitUntil(lambda: badges(page) == ["Tie", "Tie"], timeout=5000)
    assert page.desk.tally().ties == 1
    assert picks() == []


def test_digits_that_are_typed_into_the_message_judge_nothing(begin: Any, ask: Any) -> None:
    page = begin(0.2, 0.9)
    ask("Go")
    page.composer.focus_text()
    QTest.keyClick(page.composer._edit, Qt.Key.Key_1)
    assert page.composer.text() == "1"
    assert page.desk.tally().judged == 0


def test_nothing_is_judged_while_replies_are_made(begin: Any, engine: Any, qtbot: Any) -> None:
    page = begin(0.2, 0.9)
    engine.gate.clear()
    page.composer.sent.emit("Go")
    qtbot.waitUntil(lambda: len(page.desk.rounds()) == 1 and page.desk.busy, timeout=5000)
    page.desk.judge(1, Verdict.BETTER, 0)
    assert page.desk.tally().judged == 0
    engine.gate.set()
    wait_for_rounds(page, qtbot, 1)


def test_blind_hides_every_name_until_it_is_judged(begin: Any, ask: Any, qtbot: Any) -> None:
    page = begin(0.2, 0.9)
    ask("First")
    page.desk.set_blind(True)
    ask("Second")
    assert page.desk.sheet.hidden
    for place, view in enumerate(page.board.views):
        entries = view.transcript.entries()
        assert entries[0].message.text == "Second", "earlier rounds would tell"
        assert entries[-1].remarks.speaker == f"Reply {place + 1}"
        assert not view.header.model.isVisible() and view.header.hidden.isVisible()
        spoken = [each.accessibleName() for each in view.transcript.visible_views()]
        assert not any("Hone demo" in text for text in spoken)
        assert view.header.line.text() == "The columns were shuffled"
    page.desk.judge(2, Verdict.BETTER, 0)
    qtbot.waitUntil(lambda: not page.desk.sheet.hidden, timeout=5000)
    assert page.desk.tally().blind == 1
    assert [len(texts) for texts in shown(page)] == [4, 4] or qtbot.wait(50) is None
    assert page.board.views[0].header.model.isVisible()


def test_a_comparison_comes_back_after_a_restart_with_what_was_typed(
    begin: Any, ask: Any, make_window: Any, qtbot: Any
) -> None:
    page = begin(0.2, 0.9)
    ask("Go")
    page.desk.judge(1, Verdict.BETTER, 1)
    page.composer.set_text("half a sentence")
    order = page.desk.columns
    page.closing()
    qtbot.wait(100)
    again = make_window()
    again.open_page("compare")
    other: Any = again.page("compare")
    qtbot.waitUntil(lambda: other.desk.columns == order and len(other.desk.rounds()) == 1, timeout=5000)
    assert other.composer.text() == "half a sentence"
    qtbot.waitUntil(lambda: badges(other) == ["", "Better"], timeout=5000)


def test_a_new_column_is_asked_what_it_missed(begin: Any, ask: Any, qtbot: Any) -> None:
    page = begin(0.2, 0.9)
    ask("One")
    ask("Two")
    page.desk.changing.add_column()
    qtbot.waitUntil(lambda: len(page.desk.columns) == 3, timeout=5000)
    new = page.board.views[2]
    qtbot.waitUntil(lambda: page.desk.sessions.get(new.identity).loaded, timeout=5000)
    page.desk.asking.catch_up(new.identity)
    wait_for_rounds(page, qtbot, 2)
    assert [texts[::2] for texts in shown(page)] == [["One", "Two"]] * 3


def test_a_removed_column_comes_back_where_it_was(begin: Any, ask: Any, qtbot: Any) -> None:
    page = begin(0.1, 0.2, 0.3)
    ask("Go")
    order = page.desk.columns
    page.board.column_action.emit(order[1], "remove")
    qtbot.waitUntil(lambda: page.desk.columns == (order[0], order[2]), timeout=5000)
    page.desk.changing.restore_column(order[1])
    qtbot.waitUntil(lambda: page.desk.columns == order, timeout=5000)


def test_a_duplicate_begins_with_the_same_messages_and_columns_change_places(
    begin: Any, ask: Any, qtbot: Any
) -> None:
    page = begin(0.1, 0.2)
    ask("Go")
    first, second = page.desk.columns
    page.board.column_action.emit(first, "duplicate")
    qtbot.waitUntil(lambda: len(page.desk.columns) == 3 and page.desk.columns[0] == first, timeout=5000)
    copy = page.desk.columns[1]
    qtbot.waitUntil(lambda: len(shown(page)[1]) == 2, timeout=5000)
    assert page.desk.settings(copy).sampling.temperature == 0.1
    page.board.column_action.emit(second, "left")
    assert page.desk.columns == (first, second, copy)


def test_a_round_is_regenerated_with_another_seed_as_a_branch(
    begin: Any, ask: Any, engine: Any, qtbot: Any
) -> None:
    page = begin(0.2, 0.9)
    ask("Go")
    seed = page.desk.sheet.seed
    engine.pieces = ["Other."]
    page.desk.asking.regenerate(1)
    qtbot.waitUntil(lambda: not page.desk.busy and shown(page) == [["Go", "Other."]] * 2, timeout=5000)
    assert page.desk.sheet.seed != seed
    assert {request.sampling.seed for request in engine.requests[2:]} == {page.desk.sheet.seed}
    assert page.board.views[0].transcript.entries()[-1].count == 2


def test_a_message_is_edited_for_all_columns(begin: Any, ask: Any, qtbot: Any) -> None:
    page = begin(0.2, 0.9)
    ask("Go")
    view = page.board.views[1]
    view.transcript.edit_requested.emit(view.transcript.entries()[0].message.id)
    assert page.composer.text() == "Go"
    page.composer.sent.emit("Come")
    qtbot.waitUntil(lambda: not page.desk.busy and [t[0] for t in shown(page)] == ["Come"] * 2, timeout=5000)


def test_differences_are_marked_when_replies_have_ended(
    begin: Any, engine: Any, ask: Any, qtbot: Any
) -> None:
    page = begin(0.2, 0.9)
    ask("Go")
    second = page.desk.sessions.get(page.desk.columns[1])
    engine.pieces = ["Hello my friend."]
    page.desk.asking.regenerate_one(page.desk.columns[1], second.entries()[-1].message.id)
    qtbot.waitUntil(lambda: not page.desk.busy and shown(page)[1][-1] == "Hello my friend.", timeout=5000)
    page.header.differences.setChecked(True)

    def marked() -> list[frozenset[int]]:
        return [view.transcript.entries()[-1].remarks.different for view in page.board.views]

    qtbot.waitUntil(lambda: marked() == [frozenset({1, 2}), frozenset({1})], timeout=5000)
    page.header.differences.setChecked(False)
    qtbot.waitUntil(lambda: marked() == [frozenset(), frozenset()], timeout=5000)


def test_a_chat_is_carried_over_and_goes_on_in_the_chat(
    window: MainWindow, page: Any, say: Any, qtbot: Any, services: Services
) -> None:
    say("Hello")
    reply = page.dialogue.transcript.entries()[-1].message
    page.shell.comparison_requested.emit(reply.conversation_id, reply.id)
    compare: Any = window.page("compare")
    assert window.current_key == "compare"
    qtbot.waitUntil(lambda: len(compare.desk.columns) == 2, timeout=5000)
    qtbot.waitUntil(lambda: [len(texts) for texts in shown(compare)] == [2, 2], timeout=5000)
    assert compare.desk.rounds()[0].shared
    compare.board.column_action.emit(compare.desk.columns[0], "chat")
    qtbot.waitUntil(lambda: window.current_key == "chat", timeout=5000)
    assert len(services.chat.conversations()) == 2


def test_a_deleted_comparison_comes_back_by_undo(
    begin: Any, ask: Any, qtbot: Any, services: Services
) -> None:
    page = begin(0.2, 0.9)
    ask("Go")
    identity, order = page.desk.comparison_id, page.desk.columns
    page.past.delete_requested.emit(identity)
    qtbot.waitUntil(lambda: services.comparing.comparisons() == [], timeout=5000)
    assert page.desk.comparison_id == ""
    page.desk.restore(identity, order)
    qtbot.waitUntil(lambda: page.desk.comparison_id == identity, timeout=5000)


def test_a_title_that_was_given_stays(begin: Any, ask: Any, qtbot: Any, services: Services) -> None:
    page = begin(0.2, 0.9)
    page.header.renamed.emit("  Warm or   cold ")
    ask("Go")
    qtbot.waitUntil(lambda: services.comparing.comparisons()[0].title == "Warm or cold", timeout=5000)
    assert page.header.title.text() == "Warm or cold"


def test_a_reply_goes_on_while_another_comparison_is_shown(begin: Any, engine: Any, qtbot: Any) -> None:
    page = begin(0.2, 0.9)
    first, columns = page.desk.comparison_id, page.desk.columns
    engine.gate.clear()
    page.composer.sent.emit("Go")
    qtbot.waitUntil(lambda: len(engine.requests) == 2, timeout=5000)
    page.past.new_requested.emit()
    begin(0.5, 0.6)
    engine.gate.set()
    page.past.chosen.emit(first)
    qtbot.waitUntil(lambda: page.desk.columns == columns, timeout=5000)
    wait_for_rounds(page, qtbot, 1)


def test_a_message_that_cannot_be_sent_comes_back(
    begin: Any, qtbot: Any, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = begin(0.2, 0.9)

    def full(settings: object) -> None:
        raise HoneError("The disk is full.", "Free some room.")

    monkeypatch.setattr(services.comparing, "keep_settings", full)
    page.composer.sent.emit("Precious")
    qtbot.waitUntil(lambda: page.composer.text() == "Precious", timeout=5000)
    assert page.banner.isVisible()


@pytest.mark.parametrize("scale", [0.8, 2.0])
def test_four_columns_fit_at_any_text_size(
    begin: Any, ask: Any, window: MainWindow, scale: float, qtbot: Any
) -> None:
    page = begin(0.1, 0.2, 0.3, 0.4)
    ask("Go")
    Theme.current().set_mode("dark", scale)
    window.resize(1000, 640)
    qtbot.wait(20)
    assert not page.past.isVisible()
    for view in page.board.views:
        assert view.width() >= page.board.width_for(1) - 1
        assert view.header.more.geometry().right() <= view.width()


def test_every_control_has_a_name(begin: Any, ask: Any) -> None:
    from PySide6.QtWidgets import QAbstractButton, QLineEdit

    page = begin(0.1, 0.2)
    ask("Go")
    page.board.open_settings(page.desk.columns[0]) if "prompts" not in Services.__annotations__ else None
    for kind in (QAbstractButton, QLineEdit):
        for widget in page.findChildren(kind):
            if widget.isVisible():
                assert widget.accessibleName() or widget.text(), widget


def test_settings_of_a_column_are_kept_and_given_to_all(begin: Any, qtbot: Any, services: Services) -> None:
    page = begin(0.1, 0.2)
    first, second = page.desk.columns
    changed = msgspec.structs.replace(page.desk.settings(first), system_prompt="Be brief.")
    page.board._on_settings_changed(first, changed)
    qtbot.waitUntil(lambda: services.chat.get(first).system_prompt == "Be brief.", timeout=5000)
    lines = [view.header.line.text() for view in page.board.views]
    assert lines == ["system “Be brief.” · temperature 0.1", "no system prompt · temperature 0.2"]
    page.board._on_settings_for_all(changed)
    qtbot.waitUntil(lambda: services.chat.get(second).system_prompt == "Be brief.", timeout=5000)
    assert {view.header.line.text() for view in page.board.views} == {"Same prompt and sampling"}


def test_a_comparison_that_was_never_used_is_not_kept(
    begin: Any, ask: Any, qtbot: Any, services: Services
) -> None:
    page = begin(0.2, 0.9)
    page.past.new_requested.emit()
    qtbot.waitUntil(lambda: services.comparing.comparisons() == [], timeout=5000)
    page = begin(0.2, 0.9)
    page.composer.set_text("A thought")
    page.past.new_requested.emit()
    qtbot.wait(100)
    assert [each.sheet.draft for each in services.comparing.comparisons()] == ["A thought"]


def test_hidden_columns_tell_no_reference(begin: Any, ask: Any) -> None:
    page = begin(0.1, 0.2, 0.3)
    page.desk.set_reference(page.desk.columns[1])
    page.desk.set_blind(True)
    ask("Go")
    assert page.desk.reference_id == page.desk.columns[0]


def test_a_message_typed_for_a_comparison_that_was_left_waits_there(
    begin: Any, qtbot: Any, services: Services
) -> None:
    page = begin(0.2, 0.9)
    identity = page.desk.comparison_id
    page.composer.sent.emit("On its way")
    page.desk.show_none()
    qtbot.waitUntil(lambda: services.comparing.get(identity).sheet.draft == "On its way", timeout=5000)
    assert services.comparing.get(identity).rounds == 0


def test_picks_become_preference_rows_and_adding_is_undone(
    begin: Any, ask: Any, qtbot: Any, press: Any, services: Services, engine: Any
) -> None:
    page = begin(0.2, 0.9)
    ask("Go")
    press(Qt.Key.Key_1)
    qtbot.waitUntil(page.header.tally.isVisible, timeout=5000)
    notices: list[Any] = []
    page.shell.notice_requested.connect(lambda *notice: notices.append(notice))
    add_picks(page)
    sheet = page.window().findChildren(ComparisonDatasetSheet)[-1]
    qtbot.waitUntil(lambda: sheet.name.currentText() == "My preferences", timeout=5000)
    sheet.add.click()
    qtbot.waitUntil(lambda: bool(notices), timeout=5000)
    (made,) = services.feedback.datasets()
    row = json.loads(made.path.read_text())
    first, second = (reply.id for reply in page.desk.rounds()[0].replies)
    source = row["provenance"]
    assert (source["message_id"], source["rejected_id"], source["blind"]) == (first, second, False)
    assert row["prompt"][-1] == {"role": "user", "content": "Go"}
    notices[-1][2]()
    qtbot.waitUntil(lambda: services.feedback.datasets() == [], timeout=5000)


def test_the_tally_offers_its_picks_for_a_data_set(begin: Any, ask: Any, qtbot: Any, press: Any) -> None:
    page = begin(0.2, 0.9)
    ask("Go")
    press(Qt.Key.Key_1)
    qtbot.waitUntil(page.header.tally.isVisible, timeout=5000)
    page.header.tally.click()
    popover = page.window().findChildren(TallyPopover)[-1]
    popover.add.click()
    assert not popover.isVisible()
    assert page.window().findChildren(ComparisonDatasetSheet)[-1].isVisible()
