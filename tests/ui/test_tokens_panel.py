"""The panel "Tokens" reads the reply that is shown, tells what a token is, branches, and compares."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from hone.domain.chat import Usage
from hone.domain.generation import (
    Alternative,
    Feature,
    Progress,
    ReplyEvent,
    Score,
    Scored,
    ScoredChoice,
    TokenReport,
    TokenRole,
)
from hone.domain.models import AdapterChoice, Model
from hone.domain.prompts import PromptBody, PromptVersion, SavedPrompt
from hone.errors import HoneError, Stopped
from hone.services import Services
from hone.services.token_reports import TokenReportService
from hone.storage.prompt_snapshots import PromptSnapshotStore
from hone.ui.chat.tokens.colouring import ColourBy
from hone.ui.chat.tokens.token_text import TokenText
from hone.ui.chat.tokens.words import amount_of_bits, factor_text, probability_text, token_text

pytestmark = pytest.mark.window
NOW = datetime(2026, 11, 21, tzinfo=UTC)
LN2 = math.log(2)


class Scorer:
    """Reads a text word by word; a word has as many bits as it has letters, one less with an adapter."""

    def __init__(self) -> None:
        self.asked: list[tuple[Model, Score, tuple[AdapterChoice, ...]]] = []
        self.gate = threading.Event()
        self.gate.set()
        self.cancelled: set[str] = set()
        self.problem: HoneError | None = None
        self.offers = frozenset(Feature)

    def reply(
        self, model: Model, request: Score, adapters: Sequence[AdapterChoice] = ()
    ) -> Iterator[ReplyEvent]:
        self.asked.append((model, request, tuple(adapters)))
        yield Progress(note="Scoring the text", done=1, total=4, request_id=request.request_id)
        while not self.gate.wait(0.01) and request.request_id not in self.cancelled:
            pass
        if request.request_id in self.cancelled:
            raise Stopped("The request was cancelled.")
        if self.problem is not None:
            raise self.problem
        pieces = words_of(request.choices[0])
        tokens = tuple(
            TokenReport(n, piece, -(len(piece.strip()) - bool(adapters)) * LN2, OTHERS, 2 * LN2, n + 1)
            for n, piece in enumerate(pieces)
        )
        choice = ScoredChoice(logprob=0.0, tokens=tokens, pieces=pieces)
        yield Scored(request_id=request.request_id, choices=(choice,), usage=Usage(prompt_tokens=len(pieces)))

    def features(self, model: Model) -> frozenset[Feature]:
        return self.offers

    def cancel(self, request_id: str) -> None:
        self.cancelled.add(request_id)


OTHERS = (
    Alternative(90, " dear", -1 * LN2),
    Alternative(91, "\ufffd", -2 * LN2),
    Alternative(92, "<|im_end|>", -3 * LN2, TokenRole.END),
)


def words_of(text: str) -> tuple[str, ...]:
    first, *rest = text.split(" ")
    return (first, *(f" {word}" for word in rest))


class Prompts:
    """One saved prompt with one version."""

    def prompts(self) -> list[SavedPrompt]:
        return [SavedPrompt(id="p", name="Polite", created_at=NOW, updated_at=NOW)]

    def versions(self, prompt_id: str) -> list[PromptVersion]:
        body = PromptBody(system="Be polite.")
        return [PromptVersion(id="v1", prompt_id="p", number=1, note="first", created_at=NOW, body=body)]


@pytest.fixture
def scorer(services: Services) -> Scorer:
    """Let replies be read by a fake engine."""
    found = Scorer()
    models: Any = services.models
    engines: Any = found
    services.tokens = TokenReportService(
        services.chat, models, engines, snapshots=PromptSnapshotStore(services.chat._store.database)
    )
    prompts: Any = Prompts()
    services.prompts = prompts
    return found


@pytest.fixture
def open_panel(scorer: Scorer, page: Any, qtbot: Any) -> Callable[[], Any]:
    """Return a function that brings the panel to the front and waits for the reading."""

    def run() -> Any:
        page.open_panel("tokens")
        panel = page.side.panel("tokens")
        last = [entry.message for entry in page.dialogue.transcript.entries()][-1]
        qtbot.waitUntil(
            lambda: panel.view.reading is not None and panel.view.reading.text == last.text, timeout=5000
        )
        return panel

    return run


Open = Callable[[], Any]
Say = Callable[[str], None]


def test_panel_says_what_to_do_when_there_is_no_reply(scorer: Scorer, page: Any, qtbot: Any) -> None:
    page.open_panel("tokens")
    panel = page.side.panel("tokens")
    qtbot.waitUntil(panel._empty.isVisible, timeout=2000)
    assert panel._empty.text.text() and not scorer.asked


def test_last_reply_is_read_when_the_panel_comes_to_the_front(say: Say, open_panel: Open) -> None:
    say("Hi")
    panel = open_panel()
    assert [token.text for token in panel.view.reading.tokens] == ["Hello", " there,", " **friend**."]
    assert "3 tokens" in panel.view.figures.text() and "7.3 bits" in panel.view.figures.text()
    assert panel.view.text.accessibleDescription() == "Hello there, **friend**."


def test_next_reply_is_read_when_it_has_ended(say: Say, open_panel: Open, engine: Any, qtbot: Any) -> None:
    say("Hi")
    panel = open_panel()
    engine.pieces = ["Quite ", "another"]
    say("More")
    qtbot.waitUntil(lambda: panel.view.reading.text == "Quite another", timeout=5000)
    assert panel._which.text() == "Reply 2 of 2"
    panel.show_before()
    qtbot.waitUntil(lambda: panel.view.reading.text.startswith("Hello"), timeout=5000)


def test_message_command_shows_the_tokens_of_that_reply(
    say: Say, open_panel: Open, page: Any, engine: Any, qtbot: Any
) -> None:
    from hone.ui.chat.message_commands import MESSAGE_COMMANDS

    say("Hi")
    engine.pieces = ["Second"]
    say("More")
    panel = open_panel()
    command = next(command for command in MESSAGE_COMMANDS if command.key == "tokens")
    entries = page.dialogue.transcript.entries()
    assert [command.applies(entry) for entry in entries] == [False, True, False, True]
    command.run(page.context, entries[1])
    qtbot.waitUntil(lambda: panel.view.reading.text.startswith("Hello"), timeout=5000)
    assert panel._which.text() == "Reply 1 of 2"


def test_keys_walk_over_the_tokens_and_the_card_follows(say: Say, open_panel: Open) -> None:
    say("Hi")
    panel = open_panel()
    text = panel.view.text
    text.setFocus()
    for key, place in (
        (Qt.Key.Key_Right, 0),
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Left, 0),
        (Qt.Key.Key_End, 2),
        (Qt.Key.Key_Right, 2),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_N, 1),
        (Qt.Key.Key_N, 2),
        (Qt.Key.Key_N, 0),
    ):
        QTest.keyClick(text, key)
        assert text.current == place
    assert panel.view.card._share.text() == probability_text(2**-5)
    assert "rank" not in panel.view.card._facts.text()  # the first is the likeliest
    QTest.keyClick(text, Qt.Key.Key_Escape)
    assert text.current == -1


def test_up_and_down_go_by_lines(qtbot: Any) -> None:
    text = TokenText()
    qtbot.addWidget(text)
    text.resize(400, 200)
    text.show_tokens(["one", " two\n", "three", " four\n", "five"])
    text.keep(1)
    for key, place in ((Qt.Key.Key_Down, 3), (Qt.Key.Key_Down, 4), (Qt.Key.Key_Down, 4), (Qt.Key.Key_Up, 2)):
        QTest.keyClick(text, key)
        assert text.current == place


def test_selected_token_is_told_to_a_screen_reader(
    say: Say, open_panel: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    say("Hi")
    panel = open_panel()
    told: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(event.message()))
    QTest.keyClick(panel.view.text, Qt.Key.Key_Right)
    assert told == ["“Hello”, 3.1%, 5.0 bits"]


def test_hovering_points_and_a_click_keeps(say: Say, open_panel: Open, qtbot: Any) -> None:
    say("Hi")
    panel = open_panel()
    text = panel.view.text

    def middle(index: int) -> QPoint:
        box = text._flow.box(index)
        return QPoint(int(16 + box.x + box.width / 2), int(4 + (box.line + 0.5) * text._line))

    QTest.mouseMove(text.viewport(), middle(1))
    QTest.mouseMove(text.viewport(), middle(0))
    qtbot.waitUntil(lambda: text.current == 0, timeout=2000)
    QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=middle(1))
    QTest.mouseMove(text.viewport(), middle(2))
    QTest.qWait(30)
    assert text.current == 1 and panel.view.card._text.text() == "␣there,"


def test_alternative_branches_the_conversation_there(
    say: Say, open_panel: Open, page: Any, engine: Any, qtbot: Any
) -> None:
    say("Hi")
    panel = open_panel()
    QTest.keyClick(panel.view.text, Qt.Key.Key_End)
    QTest.keyClick(panel.view.text, Qt.Key.Key_Return)
    rows = panel.view.card.rows
    assert [row.branches for row in rows] == [True, False, False, False]
    assert [row.own for row in rows] == [False, False, False, True]
    assert "ends here" in rows[2].accessibleName()
    engine.pieces = [" of mine"]
    assert panel.window().focusWidget() is rows[0]
    rows[0].click()
    qtbot.waitUntil(
        lambda: page.dialogue.transcript.entries()[-1].message.text == "Hello there, dear of mine",
        timeout=5000,
    )
    assert engine.requests[-1].prompt.prefill == "Hello there, dear"
    qtbot.waitUntil(lambda: panel.view.reading.text.endswith("of mine"), timeout=5000)
    assert "given" in panel._note.text()
    assert panel.window().focusWidget() is panel.view.text  # not anywhere, now that its row is gone


def test_alternatives_that_hold_no_text_do_nothing_when_clicked(
    say: Say, open_panel: Open, page: Any, engine: Any
) -> None:
    say("Hi")
    panel = open_panel()
    panel.view.text.keep(1)
    for row in panel.view.card.rows[1:]:
        row.click()
    assert len(engine.requests) == 1 and not page.desk.session.busy


def test_difference_shows_what_an_adapter_changes(
    say: Say, open_panel: Open, scorer: Scorer, qtbot: Any
) -> None:
    say("Hi")
    panel = open_panel()
    panel.colour_by(ColourBy.DIFFERENCE)
    qtbot.waitUntil(lambda: panel.view._difference is not None, timeout=5000)
    assert panel.view.form.adapter.current() == "tickets"
    assert scorer.asked[-1][2][0].adapter.name == "Ticket tone"
    assert "3.0 bits more likely with Ticket tone" in panel.view.figures.text()
    panel.view.text.keep(1)
    assert "2.0 times as likely" in panel.view.card._change.text()
    assert "+1.0 bits" in panel.view.describe(1)


def test_difference_with_another_prompt_asks_with_that_prompt(
    say: Say, open_panel: Open, scorer: Scorer, qtbot: Any
) -> None:
    say("Hi")
    panel = open_panel()
    qtbot.waitUntil(lambda: "v1" in panel.view.form._versions, timeout=5000)
    panel.colour_by(ColourBy.DIFFERENCE)
    form = panel.view.form
    form.adapter.set_current("none")
    form.prompt.set_current("v1")
    form.prompt.picked.emit("v1")
    qtbot.waitUntil(
        lambda: scorer.asked[-1][1].prompt.turns[0].content == "Be polite." and not panel.readings.busy,
        timeout=5000,
    )
    assert form.words() == "Polite, version 1"
    form.text.setPlainText("Be rude.")
    form.prompt.set_current("own")
    form.prompt.picked.emit("own")
    qtbot.waitUntil(lambda: scorer.asked[-1][1].prompt.turns[0].content == "Be rude.", timeout=5000)


def test_same_reader_is_not_compared_with_itself(say: Say, open_panel: Open) -> None:
    say("Hi")
    panel = open_panel()
    panel.colour_by(ColourBy.DIFFERENCE)
    panel.view.form.adapter.set_current("none")
    panel.view.form.adapter.picked.emit("none")
    assert panel.view.form.other() is None and panel.view.form._hint.isVisible()


def test_reading_can_be_cancelled_and_begun_again(say: Say, page: Any, scorer: Scorer, qtbot: Any) -> None:
    say("Hi")
    scorer.gate.clear()
    page.open_panel("tokens")
    panel = page.side.panel("tokens")
    qtbot.waitUntil(lambda: panel._busy.isVisible() and bool(scorer.asked), timeout=5000)
    panel._cancel.click()
    qtbot.waitUntil(lambda: not panel.readings.busy, timeout=5000)
    assert panel.banner.isVisible() and panel.view.reading is None
    scorer.gate.set()
    panel._read_again()
    qtbot.waitUntil(lambda: panel.view.reading is not None, timeout=5000)
    assert not panel.banner.isVisible()


def test_reading_ends_when_the_window_closes(
    say: Say, page: Any, window: Any, scorer: Scorer, qtbot: Any
) -> None:
    say("Hi")
    scorer.gate.clear()
    page.open_panel("tokens")
    panel = page.side.panel("tokens")
    qtbot.waitUntil(lambda: bool(scorer.asked), timeout=5000)
    window.close()
    assert panel.readings.supervisor.thread_of_loop is None or scorer.cancelled


def test_what_cannot_be_read_is_said(say: Say, page: Any, scorer: Scorer, qtbot: Any) -> None:
    say("Hi")
    scorer.offers = frozenset()
    page.open_panel("tokens")
    panel = page.side.panel("tokens")
    qtbot.waitUntil(panel.banner.isVisible, timeout=5000)
    assert "does not tell how likely" in panel.banner.accessibleName()


def test_reasoning_is_told_to_be_left_out(say: Say, open_panel: Open, engine: Any) -> None:
    engine.thoughts = ["Let me think."]
    say("Hi")
    assert "reasoning" in open_panel()._note.text()


def test_a_reply_is_read_under_its_own_prompt_when_the_conversation_has_another(
    say: Say, open_panel: Open, page: Any, scorer: Scorer, qtbot: Any
) -> None:
    page.desk.change(system_prompt="Be brief.")
    say("Hi")
    panel = open_panel()
    assert scorer.asked[-1][1].prompt.turns[0].content == "Be brief."
    assert "the prompt" not in panel._note.text()
    page.desk.change(system_prompt="Be rude.")
    said = "It is read under the prompt that it was made with"
    qtbot.waitUntil(lambda: said in panel._note.text(), timeout=5000)
    assert {asked[1].prompt.turns[0].content for asked in scorer.asked} == {"Be brief."}


def test_thousands_of_tokens_are_placed_and_painted_without_a_pause(qtbot: Any) -> None:
    text = TokenText()
    qtbot.addWidget(text)
    text.resize(340, 400)
    text.show()
    tokens = [f" w{n % 900}" if n % 17 else ".\n" for n in range(4000)]
    began = time.process_time()
    text.show_tokens(tokens)
    placing = time.process_time() - began
    began = time.process_time()
    text.keep(3500)
    text.viewport().repaint()
    painting = time.process_time() - began
    assert text.current == 3500 and text.verticalScrollBar().value() > 0
    assert placing < 0.25 and painting < 0.1


@pytest.mark.parametrize(
    ("probability", "said"),
    [
        (1.0, "nearly 100%"),
        (0.99871, "99.8%"),
        (0.432, "43%"),
        (0.0432, "4.3%"),
        (0.000432, "0.043%"),
        (1 / 123_456, "1 in 120,000"),
        (0.0, "practically never"),
    ],
)
def test_probabilities_have_two_digits_that_count(probability: float, said: str) -> None:
    assert probability_text(probability) == said


def test_bits_factors_and_tokens_are_written_shortly() -> None:
    assert [amount_of_bits(bits) for bits in (0, 0.312, 0.999, 12.34)] == ["0.00", "0.31", "1.0", "12.3"]
    assert [amount_of_bits(bits, signed=True) for bits in (-2.5, 2.5)] == ["−2.5", "+2.5"]
    assert [factor_text(times) for times in (1.04, 37.4, 36_712, 1e9)] == [
        "1.0",
        "37",
        "37,000",
        "over a million",
    ]
    assert token_text(" a\n") == "␣a↵" and len(token_text("x" * 90)) == 24
