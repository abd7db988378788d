"""The tab Draft rows: ordering, rows that come one by one, and deciding about them by key and mouse."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
pytest.importorskip("PySide6")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from tests.services.row_draft_bench import Bench, Fluent, bench_in

from hone.domain.data_changes import AddRows
from hone.domain.generation import Generate
from hone.domain.row_drafts import DraftState
from hone.errors import WorkerLost
from hone.storage.database import Database
from hone.storage.paths import Paths
from hone.ui.commands import Command, Commands
from hone.ui.data.drafting.head import ACCEPTED, FORM, PENDING, REJECTED
from hone.ui.data.drafting.seeds import numbers_in, text_of
from hone.ui.data.drafting.tab import DraftTab
from hone.ui.data.tab import DataContext
from hone.ui.kit.theme import Theme
from hone.ui.page import Shell

LONG = 30_000  # milliseconds: machines that test may be busy

pytestmark = [pytest.mark.window, pytest.mark.qt_log_ignore("propagateSizeHints")]


class Desk:
    """A tab with its context over a bench, and what it asked of the page."""

    def __init__(self, bench: Bench, paths: Paths) -> None:
        self.bench = bench
        services: Any = SimpleNamespace(
            paths=paths,
            row_drafts=bench.service,
            models=bench.machine,
            settings=SimpleNamespace(get=lambda: SimpleNamespace(shortcuts={})),
        )
        self.shell = Shell(services)
        self.context = DataContext(self.shell)
        self.context.data_set = bench.library.data_set
        self.changes: list[tuple[tuple[Any, ...], str]] = []
        self.notices: list[tuple[str, str, Any]] = []
        self.context.change_requested.connect(lambda changes, said: self.changes.append((changes, said)))
        self.shell.notice_requested.connect(lambda *notice: self.notices.append(notice))
        self.tab = DraftTab(self.context)

    @property
    def commands(self) -> Commands:
        return self.shell.commands

    @property
    def cards(self) -> Any:
        return self.tab.review.cards

    def states(self) -> list[DraftState]:
        return [draft.state for draft in self.bench.service.drafts("set")]


@pytest.fixture(autouse=True)
def theme(qapp: Any) -> Iterator[Theme]:
    current = Theme.current()
    current.set_mode("light", 1.0)
    yield current
    current.set_mode("light", 1.0)


@pytest.fixture
def make_desk(paths: Paths, qtbot: Any) -> Iterator[Callable[..., Desk]]:
    desks: list[Desk] = []
    database = Database(paths.database, paths.backups)

    def make(say: Callable[[Generate], str] | None = None, **values: Any) -> Desk:
        desk = Desk(bench_in(database, say or Fluent(), **values), paths)
        qtbot.addWidget(desk.tab)
        desk.tab.resize(900, 640)
        with qtbot.waitExposed(desk.tab):
            desk.tab.show()
        desk.tab.shown()
        qtbot.waitUntil(lambda: desk.tab.form.model.current() is not None, timeout=LONG)
        qtbot.waitUntil(lambda: bool(desk.tab.form.instructions.findChildren(QPlainTextEdit)), timeout=LONG)
        desks.append(desk)
        return desk

    yield make
    for desk in desks:
        desk.tab.closing()
        desk.tab.finish()
    database.close()


def draft(desk: Desk, qtbot: Any, rows: int = 4) -> None:
    """Draft so many rows and wait for the end."""
    desk.tab.form.amounts.set_values({"rows": rows})
    desk.tab.start()
    qtbot.waitUntil(lambda: not desk.tab.desk.running, timeout=10_000)


def button(desk: Desk, name: str) -> QPushButton:
    for _ in range(100):
        for each in desk.tab.findChildren(QPushButton):
            if each.text() == name and each.isVisible():
                return each
        QTest.qWait(20)
    raise AssertionError(f"there is no button {name!r}")


def test_rows_are_ordered_and_come_as_cards(make_desk: Callable[..., Desk], qtbot: Any) -> None:
    desk = make_desk()
    assert desk.tab.head.current == FORM and desk.tab.form.about.isVisible()
    desk.tab.form.amounts.set_values({"rows": 4})
    QTest.mouseClick(button(desk, "Draft rows"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(desk.cards.cards) == 4, timeout=LONG)
    assert desk.tab.head.current == PENDING
    first = desk.cards.cards[0]
    assert "synthetic" in [label.text() for label in first.findChildren(type(first._facts).__mro__[1])]
    assert first.accessibleName().startswith("Drafted row: Tell")


def test_keys_accept_reject_and_take_back(make_desk: Callable[..., Desk], qtbot: Any) -> None:
    desk = make_desk()
    draft(desk, qtbot)
    desk.tab.activateWindow()
    desk.cards.focus_current()
    qtbot.waitUntil(lambda: desk.cards.current.hasFocus(), timeout=LONG)
    first, second = (card.draft.id for card in desk.cards.cards[:2])
    qtbot.keyClick(desk.cards.current, Qt.Key.Key_A)
    assert desk.cards.current.draft.id == second, "the next one is framed"
    qtbot.waitUntil(lambda: desk.cards.current.hasFocus(), timeout=LONG)
    qtbot.keyClick(desk.cards.current, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: desk.states()[:2] == [DraftState.ACCEPTED, DraftState.REJECTED], timeout=LONG)
    assert all(each.looked_at for each in desk.bench.service.drafts("set")[:2])
    qtbot.keyClick(desk.cards.current, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.states()[:2] == [DraftState.ACCEPTED, DraftState.PENDING], timeout=LONG)
    assert first not in [card.draft.id for card in desk.cards.cards]
    assert second in [card.draft.id for card in desk.cards.cards]


def test_a_draft_is_edited_in_its_place(make_desk: Callable[..., Desk], qtbot: Any) -> None:
    desk = make_desk()
    draft(desk, qtbot, rows=2)
    card = desk.cards.current
    trained: list[bool] = []
    of_page = Command("data.train", "Train", "Data", "Ctrl+Return")
    desk.commands.add(of_page, lambda: trained.append(True), desk.tab)
    desk.tab.activateWindow()
    desk.commands.run("data.draft_edit")
    reply = next(each for each in card.findChildren(QPlainTextEdit) if each.accessibleName() == "Reply")
    reply.setPlainText("Much better.")
    qtbot.keyClick(reply, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.states()[0] is DraftState.EDITED, timeout=LONG)
    assert not trained, "the page has a shortcut of these keys too"
    kept = desk.bench.service.drafts("set")[0]
    assert kept.reply == "Much better." and kept.original
    qtbot.waitUntil(lambda: len(desk.cards.cards) == 1, timeout=LONG)
    desk.tab.undo()
    qtbot.waitUntil(lambda: desk.states()[0] is DraftState.PENDING, timeout=LONG)
    assert desk.bench.service.drafts("set")[0].reply != "Much better."


def test_escape_leaves_the_editor_without_a_change(make_desk: Callable[..., Desk], qtbot: Any) -> None:
    desk = make_desk()
    draft(desk, qtbot, rows=1)
    card = desk.cards.current
    desk.tab.edit()
    reply = next(each for each in card.findChildren(QPlainTextEdit) if each.accessibleName() == "Reply")
    reply.setPlainText("Nothing of it")
    qtbot.keyClick(reply, Qt.Key.Key_Escape)
    assert not card.editing and desk.states() == [DraftState.PENDING]


def test_accepting_all_says_how_many_were_looked_at(make_desk: Callable[..., Desk], qtbot: Any) -> None:
    desk = make_desk()
    draft(desk, qtbot)
    desk.tab.desk.note_seen([desk.cards.cards[0].draft.id])
    QTest.mouseClick(button(desk, "Accept all 4"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.states() == [DraftState.ACCEPTED] * 4, timeout=LONG)
    text, _, undo = desk.notices[-1]
    assert text == "4 rows accepted; you had looked at 1 of them"
    qtbot.waitUntil(
        lambda: [each.looked_at for each in desk.bench.service.drafts("set")].count(True) == 1, timeout=LONG
    )
    undo()
    qtbot.waitUntil(lambda: desk.states() == [DraftState.PENDING] * 4, timeout=LONG)


def test_accepted_rows_are_added_as_a_version(make_desk: Callable[..., Desk], qtbot: Any) -> None:
    desk = make_desk()
    draft(desk, qtbot, rows=3)
    desk.tab.accept()
    desk.tab.accept()
    QTest.mouseClick(button(desk, "Add 2 accepted rows"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(desk.changes), timeout=LONG)
    ((change,), said) = desk.changes[0]
    assert isinstance(change, AddRows) and len(change.contents) == 2
    assert said == "2 drafted rows were added" and '"synthetic"' in change.contents[0]
    desk.bench.library.add(change)
    desk.context.data_set = desk.bench.library.data_set
    desk.context.opened.emit()
    qtbot.waitUntil(lambda: not desk.tab.head.add.isVisible(), timeout=LONG)
    desk.tab.show_part(ACCEPTED)
    assert len(desk.cards.cards) == 2


def test_rejected_drafts_can_be_decided_about_again(make_desk: Callable[..., Desk], qtbot: Any) -> None:
    desk = make_desk()
    draft(desk, qtbot, rows=2)
    desk.tab.reject()
    desk.tab.show_part(REJECTED)
    qtbot.waitUntil(lambda: len(desk.cards.cards) == 1 and desk.cards.cards[0].isVisible(), timeout=LONG)
    QTest.mouseClick(button(desk, "Decide again"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.states() == [DraftState.PENDING] * 2, timeout=LONG)


def test_a_shape_that_cannot_hold_drafts_offers_a_new_data_set(
    make_desk: Callable[..., Desk], qtbot: Any
) -> None:
    desk = make_desk(shape="preference")
    draft(desk, qtbot, rows=1)
    desk.tab.accept()
    desk.tab.add_rows()
    qtbot.waitUntil(lambda: desk.tab.banner.isVisible(), timeout=LONG)
    assert "rejected reply" in desk.tab.banner.accessibleName()
    assert button(desk, "Make a new data set").isEnabled()


def test_stopping_ends_the_drafting_at_once(make_desk: Callable[..., Desk], qtbot: Any) -> None:
    desk = make_desk()
    desk.bench.machine.gate.clear()
    desk.tab.start()
    qtbot.waitUntil(lambda: bool(desk.bench.machine.requests), timeout=LONG)
    QTest.mouseClick(button(desk, "Stop"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not desk.tab.desk.running, timeout=5000)
    assert desk.tab.bar.start.isVisible()


def test_a_model_that_dies_leaves_its_rows_and_a_sentence(make_desk: Callable[..., Desk], qtbot: Any) -> None:
    desk = make_desk(problem=WorkerLost("The engine was killed.", "Draft again."), fails_after=12)
    draft(desk, qtbot, rows=30)
    assert desk.tab.review.banner.isVisible()
    assert desk.tab.review.banner.accessibleName() == "The engine was killed. Draft again."
    assert len(desk.cards.cards) == desk.tab.desk.batch.made > 0


def test_what_is_filled_in_is_there_again(make_desk: Callable[..., Desk], qtbot: Any) -> None:
    desk = make_desk()
    form = desk.tab.form
    form.take_way("variations")
    form.seeds._edit.setText("2, 4-6")
    form.seeds._on_edited()
    desk.tab.closing()
    service = desk.bench.service
    qtbot.waitUntil(lambda: service.form("set").order.seeds == (2, 4, 5, 6), timeout=LONG)
    again = make_desk_over(desk, qtbot)
    qtbot.waitUntil(lambda: again.form.order().way == "variations", timeout=LONG)
    assert again.form.order().seeds == (2, 4, 5, 6)


def make_desk_over(desk: Desk, qtbot: Any) -> DraftTab:
    """Return another tab over the same data set, as after a restart."""
    context = DataContext(Shell(desk.shell.services))
    context.data_set = desk.bench.library.data_set
    tab = DraftTab(context)
    qtbot.addWidget(tab)
    tab.show()
    tab.shown()
    return tab


def test_what_is_decided_while_drafts_are_read_stays_decided(
    make_desk: Callable[..., Desk], qtbot: Any
) -> None:
    desk = make_desk()
    draft(desk, qtbot, rows=3)
    desk.tab.desk.open(desk.bench.library.data_set)
    desk.tab.accept()
    desk.tab.edit()
    desk.cards.current.edited.emit("Another prompt", "Another reply")
    qtbot.waitUntil(lambda: desk.states()[:2] == [DraftState.ACCEPTED, DraftState.EDITED], timeout=LONG)
    qtbot.wait(100)
    assert [len(desk.tab.desk.pending()), len(desk.tab.desk.accepted())] == [1, 2]


def test_an_instruction_of_ones_own_is_marked_and_reset(make_desk: Callable[..., Desk], qtbot: Any) -> None:
    desk = make_desk()
    edit = next(
        each
        for each in desk.tab.form.instructions.findChildren(QPlainTextEdit)
        if each.accessibleName() == "Instruction: Replies"
    )
    edit.setPlainText("Reply in rhymes.")
    assert desk.tab.form.order().texts == {"self_instruct.replies": "Reply in rhymes."}
    QTest.mouseClick(button(desk, "Reset"), Qt.MouseButton.LeftButton)
    assert desk.tab.form.order().texts == {} and "Reply as in the examples" in edit.toPlainText()


def test_what_is_missing_is_said_and_nothing_begins(make_desk: Callable[..., Desk], qtbot: Any) -> None:
    desk = make_desk()
    desk.tab.form.take_way("from_documents")
    assert not desk.tab.bar.start.isEnabled()
    desk.commands.run("data.draft_start")
    assert not desk.tab.desk.running and desk.tab.head.current == FORM


def test_rows_are_chosen_for_the_person(make_desk: Callable[..., Desk], qtbot: Any) -> None:
    desk = make_desk()
    QTest.mouseClick(button(desk, "Choose for me"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(desk.tab.form.order().seeds) == 12, timeout=LONG)


def test_another_data_set_shows_none_of_the_drafts(make_desk: Callable[..., Desk], qtbot: Any) -> None:
    import msgspec

    desk = make_desk()
    draft(desk, qtbot, rows=2)
    desk.context.data_set = msgspec.structs.replace(desk.bench.library.data_set, id="other")
    desk.context.opened.emit()
    qtbot.waitUntil(lambda: not desk.cards.cards and desk.tab.head.current == FORM, timeout=LONG)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("", ()),
        ("3, 8,12-14", (3, 8, 12, 13, 14)),
        ("7-7; 2", (2, 7)),
        ("0", None),
        ("5-3", None),
        ("21", None),
        ("a", None),
        ("1-999999999", None),
    ],
)
def test_row_numbers_are_read(text: str, numbers: tuple[int, ...] | None) -> None:
    assert numbers_in(text, 20) == numbers
    if numbers:
        assert numbers_in(text_of(numbers), 20) == numbers


def test_everything_has_a_name_and_a_command(make_desk: Callable[..., Desk], qtbot: Any) -> None:
    desk = make_desk()
    draft(desk, qtbot, rows=2)
    for part in (FORM, PENDING):
        desk.tab.show_part(part)
        for widget in desk.tab.findChildren(QPushButton):
            assert not widget.isVisible() or widget.accessibleName(), widget.text()
    keys = {command.key for command in desk.commands.all()}
    assert {"data.draft_accept", "data.draft_reject", "data.draft_undo", "data.draft_add"} <= keys


def test_large_text_fits_a_small_window(make_desk: Callable[..., Desk], qtbot: Any, theme: Theme) -> None:
    desk = make_desk()
    theme.set_mode("dark", 2.0)
    desk.tab.resize(820, 460)
    draft(desk, qtbot, rows=2)
    for part in (FORM, PENDING):
        desk.tab.show_part(part)
        assert desk.tab.minimumSizeHint().width() <= 820
        assert desk.tab.bar.start.isVisible() and desk.tab.rect().contains(desk.tab.bar.geometry())
