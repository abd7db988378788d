"""The panel "Reply", and what the transcript offers for replies."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from hone.domain.chat import Attachment, MessageState
from hone.domain.constraint import Constraint
from hone.domain.generation import Feature, Provenance
from hone.domain.prompts import FewShot
from hone.domain.sampling import BANNED, ORDER, LogitBias, Sampling
from hone.domain.setup import ContextPolicy, Setup
from hone.services import Services
from hone.ui.chat.branches import BranchesPopover, first_differing, leaves_of
from hone.ui.chat.reply.stops import meant, shown
from hone.ui.chat.shown_markdown import shown_markdown
from hone.ui.kit.markdown_view import shown_length

pytestmark = pytest.mark.window
Say = Callable[[str], None]


@pytest.fixture
def panel(page: Any) -> Any:
    """Return the open panel "Reply"."""
    page.open_panel("reply")
    return page.side.panel("reply")


def last(page: Any) -> Any:
    return page.dialogue.transcript.entries()[-1]


def last_view(page: Any) -> Any:
    return page.dialogue.transcript.visible_views()[-1]


def idle(page: Any, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: not page.desk.session.busy, timeout=5000)


# ---- the panel


def test_what_is_set_reaches_the_engine(page: Any, panel: Any, say: Say, engine: Any) -> None:
    panel.beginning._edit.setPlainText("Well, ")
    panel.stops._edit.setText("END\\n")
    panel.stops._edit.returnPressed.emit()
    panel.samples._row.set_value(2)
    panel.samples._row.value_changed.emit("completions", 2)
    panel.exactness._switch.click()
    panel.policy._choice._group.button(0).click()
    panel.seed._edit.setText("77")
    panel.seed._edit.editingFinished.emit()
    page.side.flush()
    setup = page.desk.settings.setup
    assert (setup.prefill, setup.stop, setup.completions) == ("Well, ", ("END\n",), 2)
    assert (setup.exact, setup.policy) == (True, ContextPolicy.STOP)
    page.desk.change(setup=msgspec.structs.replace(setup, completions=1))
    say("Hi")
    request = engine.requests[0]
    assert (request.prompt.prefill, request.stop, request.exact) == ("Well, ", ("END\n",), True)
    assert request.sampling.seed == 77
    assert last(page).message.text == "Well, Hello there, **friend**."


def test_parts_of_a_prompt_stay_when_the_panel_changes_something(page: Any, panel: Any) -> None:
    examples = (FewShot(input="a", output="b"),)
    page.desk.change(setup=Setup(examples=examples, stop=("x",), prompt_name="Mine"))
    assert panel.stops._chips.texts() == ("x",)
    panel.stops._chips.removed.emit(0)
    assert page.desk.settings.setup == Setup(examples=examples, prompt_name="Mine")


def test_a_schema_is_checked_while_it_is_written(page: Any, panel: Any, qtbot: Any) -> None:
    form = panel.form
    form._modes._group.button(2).click()
    form._edit.setPlainText('{\n"type": "strin"\n}')
    qtbot.waitUntil(lambda: form._problem.text().startswith("Line 2"), timeout=10_000)
    assert len(form._edit.extraSelections()) == 1
    assert page.desk.settings.setup.constraint == Constraint()
    form._edit.setPlainText('{"type": "string"}')
    expected = Constraint(json_schema={"type": "string"})
    qtbot.waitUntil(lambda: page.desk.settings.setup.constraint == expected, timeout=10_000)
    assert not form._problem.isVisible()
    form._modes._group.button(1).click()
    assert page.desk.settings.setup.constraint == Constraint(json_schema={"type": "object"})
    form._modes._group.button(3).click()
    form._edit.setPlainText('root ::= "a"')
    page.side.flush()
    assert page.desk.settings.setup.constraint == Constraint(grammar='root ::= "a"')
    form._modes._group.button(0).click()
    assert page.desk.settings.setup.constraint == Constraint()


def test_what_an_engine_cannot_do_is_said_beforehand(page: Any, engine: Any, qtbot: Any) -> None:
    engine.offers = frozenset(Feature) - {Feature.PREFILL, Feature.GRAMMAR}
    page.open_panel("reply")
    panel = page.side.panel("reply")
    qtbot.waitUntil(lambda: not panel.beginning._inside.isEnabled(), timeout=5000)
    assert "Hone demo" in panel.beginning._missing.text()
    assert panel.exactness._inside.isEnabled()
    assert not panel.form._missing.isVisibleTo(panel.form)
    panel.form._modes._group.button(3).click()
    assert panel.form._missing.isVisibleTo(panel.form)


def test_the_seed_of_the_reply_is_kept_on_demand(page: Any, panel: Any, say: Say, engine: Any) -> None:
    engine.provenance = Provenance(build="test 1")
    assert not panel.seed._keep.isVisibleTo(panel)
    say("Hi")
    assert "7" in panel.seed._keep.text()
    panel.seed._keep.click()
    assert page.desk.settings.sampling.seed == 7
    panel.seed._clear.click()
    assert page.desk.settings.sampling.seed == -1


def test_variables_are_offered_where_the_template_reads_them(
    page: Any, panel: Any, services: Any, qtbot: Any
) -> None:
    assert not panel.template.isVisibleTo(panel)
    template = "{% if enable_thinking is defined and not enable_thinking %}x{% endif %}"
    known = services.models.listed[0]
    services.models.listed[0] = msgspec.structs.replace(known, chat_template=template)
    page.library.read_catalogue()
    qtbot.waitUntil(lambda: page.context.model.chat_template == template, timeout=5000)
    panel.shown()
    assert panel.template.isVisibleTo(panel)
    panel.template._rows["enable_thinking"]._control._group.button(2).click()
    assert page.desk.settings.setup.template_variables == {"enable_thinking": False}
    panel.template._rows["enable_thinking"]._control._group.button(0).click()
    assert page.desk.settings.setup.template_variables == {}
    panel.template.set_template("Say 'reasoning_effort' {{ 'enable_thinking' }}")
    assert not panel.template.isVisibleTo(panel)


@pytest.mark.parametrize("stop", ["END", "\n\n", "a\\nb", "\\", "tab\t", "\\\\n"])
def test_stop_strings_are_written_in_one_line_and_read_back(stop: str) -> None:
    assert "\n" not in shown(stop)
    assert meant(shown(stop)) == stop


# ---- presets, biases, order


def test_a_preset_is_saved_applied_renamed_and_deleted_with_undo(
    page: Any, services: Services, qtbot: Any, window: Any
) -> None:
    page.open_panel("settings")
    inspector = page.side.panel("settings")
    page.desk.change(sampling=Sampling(temperature=1.3, seed=5, max_tokens=9))
    presets = inspector.own_presets
    presets.save_as("Wild")
    qtbot.waitUntil(lambda: [each.name for each in services.settings.get().presets] == ["Wild"])
    page.desk.change(sampling=Sampling(seed=6, max_tokens=10))
    assert presets._picker.current() == ""
    presets._on_picked("Wild")
    inspector.flush()
    assert page.desk.settings.sampling == Sampling(temperature=1.3, seed=6, max_tokens=10)
    presets.rename("Wild", "Tame")
    qtbot.waitUntil(lambda: [each.name for each in services.settings.get().presets] == ["Tame"])
    presets.delete("Tame")
    qtbot.waitUntil(lambda: services.settings.get().presets == ())
    presets._keep(presets._presets)
    assert presets._picker.current() == ""


def test_biases_and_the_order_of_samplers_reach_the_engine(page: Any, say: Say, engine: Any) -> None:
    page.open_panel("settings")
    inspector = page.side.panel("settings")
    inspector.biases._on_add_clicked()
    line = inspector.biases._rows[0]
    line._token.setText(" Yes")
    line._token.editingFinished.emit()
    inspector.biases._on_add_clicked()
    inspector.biases._rows[1]._token.setText("#12")
    inspector.biases._rows[1]._bias.setValue(2.5)
    inspector.order._move("temperature", -1)
    inspector.order._switch("xtc", False)
    page.side.flush()
    say("Hi")
    sampling = engine.requests[0].sampling
    assert sampling.logit_bias == (LogitBias(" Yes", BANNED), LogitBias(12, 2.5))
    assert sampling.order == (*ORDER[:7], "temperature")
    inspector.order._reset.click()
    page.side.flush()
    assert page.desk.settings.sampling.order == ORDER


# ---- the transcript


def test_a_stopped_reply_is_continued_by_its_button(page: Any, say: Say, engine: Any, qtbot: Any) -> None:
    engine.pieces, engine.pause = ["word "] * 10_000, 0.002
    page.dialogue.say("Hi")
    qtbot.waitUntil(lambda: bool(page.desk.session) and len(page.desk.session.entries()) == 2, timeout=5000)
    qtbot.waitUntil(lambda: "word" in last(page).message.text, timeout=5000)
    page.dialogue.stop()
    idle(page, qtbot)
    before = last(page).message
    actions = last_view(page)._actions
    assert actions.go_on.isVisibleTo(actions)
    engine.pieces, engine.pause = ["the end."], 0.0
    actions.go_on.click()
    idle(page, qtbot)
    after = last(page).message
    assert (after.id, after.text, after.state) == (
        before.id,
        before.text + "the end.",
        MessageState.COMPLETE,
    )
    assert not actions.go_on.isVisibleTo(actions)


def test_a_reply_is_edited_and_its_versions_stand_side_by_side(page: Any, say: Say, qtbot: Any) -> None:
    say("Hi")
    reply = last(page).message
    page.dialogue.transcript.edit_requested.emit(reply.id)
    assert page.dialogue.composer.text() == reply.text
    page.dialogue.say("Better words.")
    qtbot.waitUntil(lambda: last(page).message.text == "Better words.", timeout=5000)
    assert (last(page).position, last(page).count) == (2, 2)
    assert len(page.dialogue.transcript.entries()) == 2


def test_the_given_beginning_is_drawn_quieter(page: Any, say: Say) -> None:
    page.desk.change(setup=Setup(prefill="**Well**, "))
    say("Hi")
    view = last_view(page)._text._view(0)
    (marked,) = view.extraSelections()
    assert marked.cursor.selectedText() == "Well, "
    page.desk.change(setup=Setup())
    say("Again")
    assert last_view(page)._text._view(0).extraSelections() == []


@pytest.mark.parametrize(
    ("beginning", "seen", "length"),
    [
        ("**Well**, ", "Well, friend", 6),
        ("# Title\nText", "Title\nText more", 10),
        ("", "abc", 0),
        ("- one\n- tw", "one\ntwo", 6),
    ],
)
def test_what_a_beginning_shows_is_found_in_the_shown_text(beginning: str, seen: str, length: int) -> None:
    assert shown_length(beginning, seen) == length


def test_a_reply_under_a_schema_tells_whether_it_matches(
    page: Any, say: Say, engine: Any, qtbot: Any, make_window: Any, services: Services
) -> None:
    schema = {"type": "object", "required": ["a"]}
    page.desk.change(setup=Setup(constraint=Constraint(json_schema=schema)))
    engine.pieces = ['{"a": 1}']
    say("Hi")
    qtbot.waitUntil(lambda: last(page).verdict is not None, timeout=10_000)
    foot = last_view(page)._foot
    assert foot.badge.text() == "Valid JSON for the schema"
    assert shown_markdown(last(page).message).text == '```json\n{"a": 1}\n```'
    engine.pieces = ['{"b": 1}']
    say("Again")
    qtbot.waitUntil(lambda: last(page).verdict is not None, timeout=10_000)
    assert last_view(page)._foot.problem.text() == "Line 1: 'a' is missing."
    again = make_window().page("chat")
    again.desk.open(services.chat.get(page.desk.conversation_id))
    qtbot.waitUntil(
        lambda: bool(again.dialogue.transcript.entries()) and last(again).verdict is not None, timeout=10_000
    )
    assert not last(again).verdict.valid


def test_attachments_stand_below_the_message(page: Any, qtbot: Any) -> None:
    page.desk.send("Look", (Attachment(name="notes.txt", text="Milk"),))
    qtbot.waitUntil(lambda: bool(page.desk.session) and len(page.desk.session.entries()) == 2, timeout=5000)
    idle(page, qtbot)
    view = page.dialogue.transcript.visible_views()[0]
    assert view._foot.chips.texts() == ("notes.txt",)
    assert view._foot.height_at(600) > 0


def test_keys_go_through_the_messages(page: Any, say: Say, window: Any, engine: Any, qtbot: Any) -> None:
    say("One")
    say("Two")
    commands, transcript = page.shell.commands, page.dialogue.transcript
    ids = [entry.message.id for entry in transcript.entries()]
    commands.run("chat.message.previous")
    assert transcript.current_id == ids[3]
    commands.run("chat.message.previous")
    assert transcript.current_id == ids[2]
    engine.pieces = ["Other."]
    commands.run("chat.message.next")
    qtbot.keyClick(transcript, Qt.Key.Key_R)
    idle(page, qtbot)
    qtbot.waitUntil(lambda: last(page).count == 2, timeout=5000)
    qtbot.keyClick(transcript, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert last(page).message.id == ids[3]
    commands.run("chat.message.right")
    assert last(page).message.text == "Other."
    commands.run("chat.message.previous")
    qtbot.keyClick(transcript, Qt.Key.Key_C)
    assert QGuiApplication.clipboard().text() == "Other."
    commands.run("chat.message.next")
    assert transcript.current_id == ""


def test_letters_are_typed_in_the_composer(page: Any, say: Say, qtbot: Any) -> None:
    say("One")
    page.dialogue.focus_text()
    for key in (Qt.Key.Key_E, Qt.Key.Key_R, Qt.Key.Key_C):
        qtbot.keyClick(page.dialogue.composer._edit, key)
    assert page.dialogue.composer.text() == "erc"
    assert len(page.dialogue.transcript.entries()) == 2


def test_branches_are_listed_and_jumped_to(page: Any, say: Say, engine: Any, qtbot: Any) -> None:
    say("One")
    first = last(page).message
    engine.pieces = ["Another way."]
    page.dialogue.transcript.regenerate_requested.emit(first.id)
    qtbot.waitUntil(lambda: last(page).count == 2, timeout=5000)
    idle(page, qtbot)
    tree = page.desk.session.tree()
    leaves = leaves_of(tree)
    assert [leaf.text for leaf in leaves] == ["Another way.", first.text]
    assert first_differing([tree[0], first], [tree[0], leaves[0]]) == first
    popover = BranchesPopover(page.dialogue.composer, page.desk.session)
    popover.open()
    popover._list.taken.emit(first.id)
    assert last(page).message.id == first.id


def test_several_replies_can_be_looked_at_while_they_are_made(page: Any, engine: Any, qtbot: Any) -> None:
    page.desk.change(setup=Setup(completions=2))
    engine.gate.clear()
    page.dialogue.say("Hi")
    qtbot.waitUntil(lambda: bool(page.desk.session) and len(page.desk.session.entries()) == 2, timeout=5000)
    qtbot.waitUntil(lambda: last(page).count == 2, timeout=5000)
    page.dialogue.transcript.branch_requested.emit(last(page).next_id)
    assert last(page).position == 2
    engine.gate.set()
    idle(page, qtbot)
    assert last(page).position == 2
