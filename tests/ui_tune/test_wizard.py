"""The walk through the wizard, from the start to the verdict."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from hone.domain.datasets import Reading
from hone.domain.runs import RunState

pytestmark = [pytest.mark.window, pytest.mark.qt_log_ignore("propagateSizeHints")]


def wait_until(qtbot, condition) -> None:
    qtbot.waitUntil(condition, timeout=20_000)


def click(qtbot, widget) -> None:
    assert widget.isVisible(), widget
    assert widget.isEnabled(), widget
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def walk_to_data(qtbot, page) -> None:
    page.overview.start_requested.emit()
    click(qtbot, page.wizard.start.begin)
    click(qtbot, page.wizard.base.cards[0])
    click(qtbot, page.wizard.continue_button)
    assert page.wizard.step == "data"


def walk_to(qtbot, page, data_file: Path, step: str) -> None:
    walk_to_data(qtbot, page)
    page.wizard.data.drop.file_chosen.emit(data_file)
    wait_until(qtbot, lambda: page.session.data.counts is not None and page.session.plan.forecast is not None)
    while page.wizard.step != step:
        click(qtbot, page.wizard.continue_button)


def start_run(qtbot, page, data_file: Path) -> None:
    walk_to(qtbot, page, data_file, "run")
    click(qtbot, page.wizard.ready.start)
    wait_until(qtbot, lambda: page.wizard.run_view is not None)


def shown_state(page) -> RunState | None:
    view = page.wizard.run_view
    return view.run.state if view is not None and view.run is not None else None


def test_walk_from_start_to_verdict_and_chat(qtbot, page, shops, data_file) -> None:
    walk_to(qtbot, page, data_file, "check")
    wait_until(qtbot, lambda: page.session.measurement.result is not None)
    assert page.wizard.check.time.pace.value == "0.50 s"
    click(qtbot, page.wizard.continue_button)
    page.wizard.ready.name.setText("")
    qtbot.keyClicks(page.wizard.ready.name, "Tickets")
    click(qtbot, page.wizard.ready.start)
    wait_until(qtbot, lambda: shown_state(page) is RunState.FINISHED)
    view = page.wizard.run_view
    assert view.verdict.isVisible()
    assert "40%" in view.verdict.title
    assert len(view.chart.series) == 40
    assert shops.runs.kept["run-1"].name == "Tickets"
    assert shops.runs.kept["run-1"].plan.training.learning_rate == 2e-3
    assert shops.runs.kept["run-1"].plan.data.held_out_share == 0.08
    view.verdict.chat_requested.emit()
    wait_until(qtbot, lambda: shops.chats == [("demo", "run-1")])


def test_gguf_models_when_listed_are_disabled_with_the_reason(qtbot, page) -> None:
    page.overview.start_requested.emit()
    click(qtbot, page.wizard.start.begin)
    card = page.wizard.base.cards[1]
    assert not card.isEnabled()
    assert "safetensors" in card.note()
    assert not page.wizard.continue_button.isEnabled()


def test_step_when_visited_can_be_reopened_and_keeps_its_choice(qtbot, page, data_file) -> None:
    walk_to(qtbot, page, data_file, "method")
    page.wizard.method.rows["training.epochs"].value_changed.emit("training.epochs", 5.0)
    click(qtbot, page.wizard.list.item("base"))
    assert page.wizard.step == "base"
    click(qtbot, page.wizard.list.item("method"))
    assert page.wizard.method.rows["training.epochs"].value() == 5.0
    click(qtbot, page.wizard.back_button)
    assert page.wizard.step == "data"
    assert page.session.data.report is not None


def test_later_step_when_nothing_is_chosen_cannot_be_opened(qtbot, page) -> None:
    page.overview.start_requested.emit()
    click(qtbot, page.wizard.start.begin)
    for step in ("data", "method", "check", "run"):
        assert not page.wizard.list.item(step).isEnabled()


def test_draft_when_program_starts_again_is_restored(qtbot, make_page, shops, data_file) -> None:
    first = make_page()
    walk_to(qtbot, first, data_file, "method")
    first.session.plan.set_value("training.epochs", 7.0)
    first.closing()
    second = make_page()
    wait_until(qtbot, lambda: second.session.draft.train == data_file)
    second.overview.start_requested.emit()
    click(qtbot, second.wizard.start.go_on)
    wait_until(qtbot, lambda: second.wizard.step == "method")
    wait_until(qtbot, lambda: second.session.plan.recommendation is not None)
    assert second.session.draft.training.epochs == 7.0
    assert second.session.models.current is not None


def test_data_sets_of_the_library_are_offered_and_one_is_chosen(
    qtbot, make_page, make_data_set, shops, data_file
) -> None:
    shops.data_sets.made = [
        make_data_set("My replies", data_file, 1200),
        make_data_set("Other", Path("/other.csv")),
    ]
    page = make_page()
    walk_to_data(qtbot, page)
    picker = page.wizard.data.drop.library
    wait_until(qtbot, picker.isVisible)
    assert [option.title for option in picker._options] == ["My replies", "Other"]
    assert picker._options[0].subtitle.startswith("1,200 rows")
    picker.picked.emit("My replies")
    wait_until(qtbot, lambda: page.session.data.report is not None)
    assert page.session.data.path == data_file
    assert page.session.library.current.name == "My replies"


def test_a_dropped_file_goes_to_the_library_and_its_reading_is_kept_there(
    qtbot, page, shops, data_file
) -> None:
    walk_to(qtbot, page, data_file, "data")
    assert [each.source for each in shops.data_sets.made] == [data_file]
    page.wizard.data.file.format_chosen.emit("alpaca")
    wait_until(qtbot, lambda: page.session.draft.format == "alpaca")
    assert shops.data_sets.made[0].version.reading.format == "alpaca"
    wait_until(qtbot, lambda: page.session.data.report is not None)
    assert page.session.data.report.format == "alpaca"


def test_other_data_can_be_chosen_in_their_place_or_the_present_ones_kept(
    qtbot, page, make_data_set, shops, data_file, tmp_path
) -> None:
    shops.data_sets.made = [make_data_set("Other", tmp_path / "other.jsonl")]
    walk_to(qtbot, page, data_file, "data")
    step = page.wizard.data
    step.file.change_requested.emit()
    assert step.drop.isVisible() and not step.file.isVisible()
    click(qtbot, step.drop.keep)
    assert step.file.isVisible() and page.session.data.path == data_file
    step.file.change_requested.emit()
    step.drop.library.picked.emit("Other")
    wait_until(qtbot, lambda: page.session.data.path == tmp_path / "other.jsonl")
    wait_until(qtbot, step.file.isVisible)
    assert not step.drop.isVisible()


def test_columns_are_chosen_on_the_data_page_and_taken_over_on_coming_back(
    qtbot, page, shops, data_file
) -> None:
    walk_to(qtbot, page, data_file, "data")
    asked: list[tuple[str, str]] = []
    page.shell.data_requested.connect(lambda data_set_id, tab: asked.append((data_set_id, tab)))
    click(qtbot, page.wizard.data.file.columns)
    assert asked == [("rows", "columns")]
    shops.data_sets.read_as("rows", Reading(format="alpaca", columns={"instruction": "frage"}))
    page.shown()
    wait_until(qtbot, lambda: page.session.draft.columns == {"instruction": "frage"})


def test_rows_that_compare_replies_are_made_trainable_by_one_click(qtbot, page, shops, tmp_path) -> None:
    walk_to_data(qtbot, page)
    page.wizard.data.drop.file_chosen.emit(tmp_path / "pairs.jsonl")
    banner = page.wizard.data.banner
    wait_until(qtbot, banner.isVisible)
    [button] = [each for each in banner.findChildren(QPushButton) if "chosen replies" in each.text()]
    wait_until(qtbot, button.isVisible)
    click(qtbot, button)
    wait_until(qtbot, lambda: page.session.data.report is not None)
    assert shops.data_sets.made[0].version.reading.format == "messages"
    assert not banner.isVisible()


def test_a_data_set_is_trained_on_from_the_data_page(qtbot, page, make_data_set, shops, data_file) -> None:
    shops.data_sets.made = [make_data_set("Mine", data_file)]
    page.train_on("Mine", shops.models.demo.id)
    wait_until(qtbot, lambda: page.wizard.step == "data")
    assert page.session.draft.train == data_file
    assert page.session.draft.base == shops.models.demo.path
    wait_until(qtbot, lambda: page.session.library.current is not None)


def test_sample_when_asked_for_fills_the_wizard(qtbot, page, data_file) -> None:
    page.overview.sample_requested.emit()
    wait_until(qtbot, lambda: page.wizard.step == "base")
    wait_until(qtbot, lambda: page.session.data.report is not None)
    assert page.session.models.current is not None
    assert page.wizard.continue_button.isEnabled()


def test_bad_file_when_chosen_shows_the_sentence_in_place(qtbot, page, tmp_path) -> None:
    walk_to_data(qtbot, page)
    page.wizard.data.drop.file_chosen.emit(tmp_path / "bad.jsonl")
    wait_until(qtbot, page.wizard.data.banner.isVisible)
    assert "bad.jsonl is empty." in page.wizard.data.banner.accessibleName()
    assert page.wizard.data.drop.isVisible()
    assert not page.wizard.continue_button.isEnabled()


def test_model_folder_when_it_is_none_shows_why(qtbot, page, tmp_path) -> None:
    page.overview.start_requested.emit()
    click(qtbot, page.wizard.start.begin)
    page.session.models.add(tmp_path)
    wait_until(qtbot, page.wizard.base.banner.isVisible)
    assert "config.json" in page.wizard.base.banner.accessibleName()


def test_stop_when_clicked_twice_stops_once_with_a_checkpoint(qtbot, page, shops, data_file) -> None:
    shops.runs.hold = threading.Event()
    start_run(qtbot, page, data_file)
    view = page.wizard.run_view
    wait_until(qtbot, lambda: len(view.chart.series) == 9)
    click(qtbot, view.header.stop)
    assert not view.header.stop.isEnabled()
    page.desk.stop()
    wait_until(qtbot, lambda: shown_state(page) is RunState.STOPPED)
    assert "Checkpoint at step" in view.log.text()
    assert view.banner.isVisible()


def test_crash_when_training_shows_resume_which_finishes(qtbot, page, shops, data_file) -> None:
    shops.runs.crash = True
    start_run(qtbot, page, data_file)
    wait_until(qtbot, lambda: shown_state(page) is RunState.INTERRUPTED)
    view = page.wizard.run_view
    assert "ended unexpectedly" in view.banner.accessibleName()
    view.resume()
    wait_until(qtbot, lambda: shown_state(page) is RunState.FINISHED)
    assert shops.runs.resumed == [False, True]
    assert len(view.chart.series) == 40
    assert not view.banner.isVisible()


def test_run_when_page_is_left_goes_on(qtbot, page, shops, data_file) -> None:
    shops.runs.hold = threading.Event()
    start_run(qtbot, page, data_file)
    page.show_overview()
    shops.runs.hold.set()
    wait_until(qtbot, lambda: not page.desk.busy)
    wait_until(qtbot, lambda: len(page.overview.cards) == 1)
    wait_until(qtbot, lambda: page.overview.cards[0].run.state is RunState.FINISHED)


def test_new_fine_tune_after_a_run_starts_from_nothing(qtbot, page, shops, data_file) -> None:
    start_run(qtbot, page, data_file)
    wait_until(qtbot, lambda: shown_state(page) is RunState.FINISHED)
    page.show_overview()
    page.overview.start_requested.emit()
    assert page.wizard.start.begin.isVisible()
    assert not page.wizard.start.go_on.isVisible()
    click(qtbot, page.wizard.start.begin)
    assert page.session.models.current is None


def test_memory_when_short_offers_a_change_that_fits(qtbot, page, data_file) -> None:
    walk_to(qtbot, page, data_file, "method")
    page.session.plan.set_value("training.micro_batch", 16)
    wait_until(
        qtbot, lambda: page.session.plan.forecast is not None and not page.session.plan.forecast.fits_memory
    )
    click(qtbot, page.wizard.continue_button)
    memory = page.wizard.check.memory
    assert "does not fit" in memory.sentence
    wait_until(qtbot, lambda: memory.buttons()[0].isVisible())
    click(qtbot, memory.buttons()[0])
    wait_until(qtbot, lambda: "It fits" in memory.sentence)
    assert page.session.draft.training.micro_batch == 4


def test_reset_when_settings_were_changed_brings_the_recommended_back(qtbot, page, data_file) -> None:
    walk_to(qtbot, page, data_file, "method")
    step = page.wizard.method
    step.rows["training.learning_rate"].value_changed.emit("training.learning_rate", 1e-4)
    assert page.session.draft.training.learning_rate == 1e-4
    click(qtbot, step.reset_button)
    assert page.session.draft.training.learning_rate == 2e-3
    assert not step.reset_button.isVisible()


def test_unloading_of_the_chat_model_is_told_before_the_start(qtbot, page, shops, data_file) -> None:
    shops.runs.unloads = "Tiny Llama"
    walk_to(qtbot, page, data_file, "check")
    said = "The chat model Tiny Llama holds"
    wait_until(qtbot, lambda: any(line.text.startswith(said) for line in page.wizard.check.lines))
    assert threading.get_ident() not in shops.runs.asked_in
    page.wizard.open_step("run")
    wait_until(qtbot, lambda: "loaded again afterwards" in page.wizard.ready.note.text())
    shops.runs.unloads = ""
    page.wizard.open_step("check")
    wait_until(qtbot, lambda: not any(line.text.startswith(said) for line in page.wizard.check.lines))
