"""The page Data: taking files up, what is found in them, fixing it in versions, and the way back."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QPushButton

from hone.domain.datasets import Reading
from hone.errors import Stopped
from hone.services import Services

pytestmark = [pytest.mark.window, pytest.mark.worker]
LONG = 30_000


def kinds(page: Any) -> set[str]:
    return {group.kind for group in page.context.report.groups}


def open_problems(page: Any) -> Any:
    page.tabs.open("problems")
    return page.tabs.tab("problems")


def card_of(tab: Any, kind: str) -> Any:
    return next(card for card in tab.cards if card.group.kind == kind)


def version(page: Any) -> int:
    return page.context.data_set.current if page.context.data_set is not None else 0


def wait_for_version(page: Any, qtbot: Any, number: int) -> None:
    """Wait until a version is in use and looked at."""
    qtbot.waitUntil(lambda: version(page) == number and page.context.report is not None, timeout=LONG)


def undo(window: Any, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: window._toaster._button.isVisible(), timeout=LONG)
    window._toaster._button.click()


def test_an_empty_library_says_what_can_be_dropped(page: Any, qtbot: Any) -> None:
    assert page.welcome.isVisible()
    buttons = [each.text() for each in page.welcome.findChildren(QPushButton)]
    assert buttons == ["Open…", "Open a folder…", "Use the sample data"]


def test_dropped_files_are_in_the_library_and_the_last_is_open(page: Any, messy: Path, qtbot: Any) -> None:
    other = messy.with_name("other.jsonl")
    other.write_text(messy.read_text())
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (messy, other)])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, left, none))
    qtbot.waitUntil(lambda: len(page.desk.data_sets) == 2, timeout=LONG)
    qtbot.waitUntil(lambda: page.context.report is not None, timeout=LONG)
    assert {each.name for each in page.desk.data_sets} == {"messy", "other"}
    assert page.header.isVisible() and not page.welcome.isVisible()


def test_a_new_file_is_shown_before_it_is_read_through_and_read_only_once(
    page: Any, services: Services, messy: Path, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[Path] = []
    inspect = services.data.inspect
    go = threading.Event()

    def slow(path: Path, *args: Any, **values: Any) -> Any:
        looked.append(path)
        go.wait(30)
        return inspect(path, *args, **values)

    monkeypatch.setattr(services.data, "inspect", slow)
    page.desk.add((messy,))
    qtbot.waitUntil(lambda: bool(looked), timeout=LONG)
    assert page.context.data_set.name == "messy"
    assert not page.context.data_set.version.counted
    go.set()
    qtbot.waitUntil(lambda: page.context.data_set.version.counted, timeout=LONG)
    qtbot.waitUntil(lambda: page.context.report is not None and not page.desk.work.note, timeout=LONG)
    assert page.context.data_set.version.rows == page.context.report.rows
    assert looked == [messy]


def test_stop_keeps_a_file_that_was_just_added(
    page: Any, services: Services, messy: Path, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    inspect, go = services.data.inspect, threading.Event()

    def slow(*args: Any, **values: Any) -> Any:
        go.wait(30)
        return inspect(*args, **values)

    monkeypatch.setattr(services.data, "inspect", slow)
    page.desk.add((messy,))
    qtbot.waitUntil(lambda: page.context.looking, timeout=LONG)
    page.desk.work.stop()
    go.set()
    qtbot.waitUntil(lambda: bool(page.desk.data_sets), timeout=LONG)
    assert page.context.data_set.name == "messy"
    assert not page.context.data_set.version.counted
    page.desk.look.begin()
    qtbot.waitUntil(lambda: page.context.data_set.version.counted, timeout=LONG)


@pytest.fixture
def counting(opened: Any, services: Services, monkeypatch: pytest.MonkeyPatch, qtbot: Any) -> Any:
    """An open data set whose tokens are counted until `stop` is called."""
    qtbot.waitUntil(lambda: opened.context.counts is not None, timeout=LONG)
    count, stop, ended = services.data.measure, services.data.stop, threading.Event()

    def endless(*args: Any) -> Any:
        if not ended.wait(30):
            raise AssertionError("the count was never ended")
        monkeypatch.setattr(services.data, "measure", count)
        raise Stopped("It was stopped.")

    def end(asker: object = None) -> None:
        ended.set()
        stop(asker)

    monkeypatch.setattr(services.data, "measure", endless)
    monkeypatch.setattr(opened.desk.work, "_stop", end)
    opened.desk.choose_model(opened.context.model, 77)
    qtbot.waitUntil(lambda: opened.desk.work.note != "", timeout=LONG)
    return opened


def test_a_new_file_does_not_wait_for_the_count_of_the_one_before(
    counting: Any, tmp_path: Path, messy: Path, qtbot: Any
) -> None:
    other = tmp_path / "other.jsonl"
    other.write_bytes(messy.read_bytes())
    counting.desk.add((other,))
    qtbot.waitUntil(lambda: counting.context.data_set.name == "other", timeout=LONG)
    qtbot.waitUntil(lambda: counting.context.counts is not None, timeout=LONG)


def test_a_count_goes_on_when_a_new_file_cannot_be_read(counting: Any, tmp_path: Path, qtbot: Any) -> None:
    (tmp_path / "empty.jsonl").write_text("")
    counting.desk.add((tmp_path / "empty.jsonl",))
    qtbot.waitUntil(lambda: counting.context.counts is not None, timeout=LONG)
    assert counting.context.data_set.name == "messy"


def test_a_file_that_cannot_be_read_is_told_and_changes_nothing(
    page: Any, window: Any, tmp_path: Path, qtbot: Any
) -> None:
    told: list[str] = []
    page.shell.error_told.connect(lambda error: told.append(error.message))
    (tmp_path / "empty.jsonl").write_text("")
    page.desk.add((tmp_path / "empty.jsonl",))
    qtbot.waitUntil(lambda: bool(told), timeout=LONG)
    assert "empty.jsonl" in told[0]
    assert page.context.data_set is None


def test_the_overview_fills_in_with_rows_tokens_and_the_first_row(opened: Any, qtbot: Any) -> None:
    overview = opened.tabs.tab("overview")
    assert overview.tiles["rows"].value == "8"
    assert "messages" in opened.context.report.format
    assert "sure" in opened.header.shape.text()
    qtbot.waitUntil(lambda: opened.context.counts is not None, timeout=LONG)
    assert overview.tiles["tokens"].value not in ("", "–", "…")
    qtbot.waitUntil(lambda: overview.preview.view.shown is not None, timeout=LONG)
    assert any(token.trained for token in overview.preview.view.shown.tokens)


def test_rows_beyond_the_context_length_are_told_and_removed(opened: Any, qtbot: Any) -> None:
    opened.models.choose_length(16)
    qtbot.waitUntil(
        lambda: opened.context.counts is not None and opened.context.counts.cut_rows > 0, timeout=LONG
    )
    lengths = opened.tabs.tab("overview").lengths
    assert lengths.drop_long.isVisible()
    lengths.drop_long.click()
    qtbot.waitUntil(lambda: version(opened) == 2, timeout=LONG)
    assert opened.services.settings.get().data_context_length == 16


def test_a_fix_makes_a_version_and_undo_leads_back(opened: Any, window: Any, messy: Path, qtbot: Any) -> None:
    before = messy.read_bytes()
    tab = open_problems(opened)
    card_of(tab, "empty_reply").fix.click()
    wait_for_version(opened, qtbot, 2)
    assert "empty_reply" not in kinds(opened)
    assert messy.read_bytes() == before
    undo(window, qtbot)
    wait_for_version(opened, qtbot, 1)
    assert "empty_reply" in kinds(opened)


def test_all_that_can_be_fixed_is_fixed_in_one_version(opened: Any, qtbot: Any) -> None:
    assert {"empty_reply", "not_json", "duplicate"} <= kinds(opened)
    open_problems(opened).fix_all.click()
    wait_for_version(opened, qtbot, 2)
    assert not {"empty_reply", "not_json", "duplicate"} & kinds(opened)
    assert opened.context.data_set.version.rows == 5


def test_undo_after_another_data_set_was_opened_touches_only_its_own(
    opened: Any, window: Any, services: Services, messy: Path, qtbot: Any
) -> None:
    first = opened.desk.open_id
    card_of(open_problems(opened), "empty_reply").fix.click()
    wait_for_version(opened, qtbot, 2)
    qtbot.waitUntil(lambda: window._toaster._button.isVisible(), timeout=LONG)
    other = messy.with_name("other.jsonl")
    other.write_text(messy.read_text())
    second = services.data_sets.add(other)
    opened.open_data_set(second.id)
    qtbot.waitUntil(lambda: opened.desk.open_id == second.id, timeout=LONG)
    undo(window, qtbot)
    qtbot.waitUntil(lambda: services.data_sets.get(first).current == 1, timeout=LONG)
    assert opened.desk.open_id == second.id


def test_duplicates_are_shown_side_by_side(opened: Any, window: Any, qtbot: Any) -> None:
    from hone.ui.data.pair_sheet import PairSheet

    tab = open_problems(opened)
    problem = next(each for each in opened.context.report.problems if each.kind == "duplicate")
    card_of(tab, "duplicate").pair_requested.emit(problem)
    [sheet] = window.findChildren(PairSheet)
    qtbot.waitUntil(lambda: bool(sheet.sides[1]._text.toPlainText()), timeout=LONG)
    assert sheet.sides[0]._text.toPlainText() == sheet.sides[1]._text.toPlainText()
    assert "Jupiter" in sheet.sides[0]._text.toPlainText()
    sheet.sides[1].remove.click()
    wait_for_version(opened, qtbot, 2)
    assert "duplicate" not in kinds(opened)


def test_rows_that_are_held_out_too_are_found_and_removed(opened: Any, tmp_path: Path, qtbot: Any) -> None:
    held_out = tmp_path / "held_out.jsonl"
    held_out.write_text("".join(opened.context.path.read_text().splitlines(keepends=True)[2:4]))
    opened.context.against_requested.emit((held_out,), ())
    qtbot.waitUntil(
        lambda: opened.context.report is not None and "held_out_overlap" in kinds(opened), timeout=LONG
    )
    tab = open_problems(opened)
    assert tab.against.texts() == ("held_out.jsonl",)
    card_of(tab, "held_out_overlap").fix.click()
    wait_for_version(opened, qtbot, 2)
    assert "held_out_overlap" not in kinds(opened)
    tab.against.removed.emit(0)
    assert opened.context.held_out == ()


def test_a_clean_file_says_what_was_looked_for(page: Any, tmp_path: Path, messy: Path, qtbot: Any) -> None:
    lines = messy.read_text().splitlines(keepends=True)[:5]
    clean = tmp_path / "clean.jsonl"
    clean.write_text("".join(lines))
    page.desk.add((clean,))
    qtbot.waitUntil(lambda: page.context.report is not None, timeout=LONG)
    tab = open_problems(page)
    fatal = [card for card in tab.cards if any(card.group.rows)]
    assert not fatal
    if not tab.cards:
        assert tab.nothing.isVisible()


def test_versions_are_told_in_words_and_an_old_one_is_used_again(
    opened: Any, window: Any, qtbot: Any
) -> None:
    card_of(open_problems(opened), "empty_reply").fix.click()
    wait_for_version(opened, qtbot, 2)
    opened.tabs.open("versions")
    tab = opened.tabs.tab("versions")
    assert [card.version.number for card in tab.cards] == [2, 1]
    tab.cards[1].use.click()
    qtbot.waitUntil(lambda: version(opened) == 1, timeout=LONG)
    undo(window, qtbot)
    qtbot.waitUntil(lambda: version(opened) == 2, timeout=LONG)


def test_a_note_is_kept(opened: Any, services: Services, qtbot: Any) -> None:
    opened.tabs.open("versions")
    tab = opened.tabs.tab("versions")
    tab.note.setText("From the help desk")
    tab.note.editingFinished.emit()
    known = opened.desk.open_id
    qtbot.waitUntil(lambda: services.data_sets.get(known).note == "From the help desk", timeout=LONG)


def test_a_data_set_gets_another_name_in_place(opened: Any, services: Services, qtbot: Any) -> None:
    opened.header.name.setText("  Help   desk ")
    opened.header.name.editingFinished.emit()
    known = opened.desk.open_id
    qtbot.waitUntil(lambda: services.data_sets.get(known).name == "Help desk", timeout=LONG)
    qtbot.waitUntil(lambda: [each.name for each in opened.desk.data_sets] == ["Help desk"], timeout=LONG)


def test_a_data_set_goes_to_the_trash_and_comes_back(opened: Any, window: Any, qtbot: Any) -> None:
    known = opened.desk.open_id
    opened.delete()
    qtbot.waitUntil(lambda: opened.context.data_set is None and bool(opened.desk.trash), timeout=LONG)
    undo(window, qtbot)
    qtbot.waitUntil(lambda: opened.desk.open_id == known and not opened.desk.trash, timeout=LONG)


def test_a_damaged_data_set_is_told_and_repaired(
    opened: Any, services: Services, paths: Any, qtbot: Any
) -> None:
    known = opened.desk.open_id
    card_of(open_problems(opened), "empty_reply").fix.click()
    wait_for_version(opened, qtbot, 2)
    description = next(paths.data.rglob("dataset.json"))
    description.write_text("{ broken")
    opened.open_data_set("")
    opened.desk.open(known)
    qtbot.waitUntil(opened.damaged.isVisible, timeout=LONG)
    assert "damaged" in opened.damaged._empty.text.text()
    opened.desk.read()
    qtbot.waitUntil(lambda: any(each.trouble for each in opened.desk.data_sets), timeout=LONG)
    opened.list.grab()  # it is painted, with a sign of its own
    opened.repair()
    qtbot.waitUntil(lambda: opened.desk.open_id == known, timeout=LONG)
    assert not opened.damaged.isVisible()


def test_what_lies_in_the_trash_is_shown_with_the_way_back(opened: Any, qtbot: Any) -> None:
    known = opened.desk.open_id
    opened.delete()
    qtbot.waitUntil(lambda: bool(opened.desk.trash), timeout=LONG)
    opened.list.toggle_trash()
    opened.list.chosen.emit(known)
    assert opened.in_trash.isVisible()
    opened.put_back()
    qtbot.waitUntil(lambda: opened.desk.open_id == known, timeout=LONG)
    assert not opened.list.in_trash


def test_only_models_that_can_be_trained_read_rows_and_the_choice_is_kept(
    opened: Any, services: Services, qtbot: Any
) -> None:
    assert [model.id for model in opened.desk.models] == ["demo", "twin"]
    opened.header.model.picked.emit("twin")
    assert opened.context.model.id == "twin"
    qtbot.waitUntil(lambda: services.settings.get().data_model_id == "twin", timeout=LONG)


def test_rows_are_read_as_another_shape_in_one_click_with_a_way_back(
    opened: Any, window: Any, qtbot: Any
) -> None:
    opened.context.reading_requested.emit(Reading(format="text", columns={"text": "messages"}))
    qtbot.waitUntil(lambda: opened.context.reading.format == "text", timeout=LONG)
    undo(window, qtbot)
    qtbot.waitUntil(lambda: opened.context.reading.format == "messages", timeout=LONG)


def test_preferences_are_made_trainable_by_one_click(page: Any, tmp_path: Path, qtbot: Any) -> None:
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text('{"prompt": "Say hi", "chosen": "Hi there", "rejected": "No"}\n' * 3)
    page.desk.add((pairs,))
    qtbot.waitUntil(lambda: page.context.report is not None, timeout=LONG)
    card = page.tabs.tab("overview").reading
    assert card.train.isVisible()
    card.train.click()
    qtbot.waitUntil(lambda: page.context.reading.format == "messages", timeout=LONG)
    qtbot.waitUntil(lambda: page.context.report is not None, timeout=LONG)
    assert page.context.report.trainable
    assert not card.train.isVisible()


def test_the_list_is_searched_by_name(opened: Any, messy: Path, qtbot: Any) -> None:
    other = messy.with_name("other.jsonl")
    other.write_text(messy.read_text())
    opened.desk.add((other,))
    qtbot.waitUntil(lambda: len(opened.desk.data_sets) == 2, timeout=LONG)
    opened.list.search.setText("MES")
    assert [each.name for each in opened.list.model.rows] == ["messy"]


def test_rows_are_exported_in_another_shape(opened: Any, tmp_path: Path, qtbot: Any) -> None:
    opened.desk.export(tmp_path / "out.csv", "alpaca")
    with qtbot.waitSignal(opened.desk.exported, timeout=LONG) as told:
        pass
    assert told.args[0] == tmp_path / "out.csv"
    assert (tmp_path / "out.csv").read_text().count("Jupiter") == 2


def test_the_open_data_set_is_handed_to_the_fine_tune(opened: Any) -> None:
    asked: list[tuple[str, str]] = []
    opened.shell.training_requested.disconnect()
    opened.shell.training_requested.connect(lambda data_set, model: asked.append((data_set, model)))
    opened.header.train.click()
    assert asked == [(opened.desk.open_id, "demo")]


def test_the_library_is_found_again_after_a_restart(opened: Any, make_window: Any, qtbot: Any) -> None:
    known = opened.desk.open_id
    page: Any = make_window().page("data")
    qtbot.waitUntil(lambda: page.desk.open_id == known, timeout=LONG)
