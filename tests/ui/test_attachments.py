"""Files and long pastes that go with a message: chips, counts, warnings, sending."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from hone.domain.chat import Attachment
from hone.domain.exact import Room
from hone.domain.generation import PromptRendered
from hone.services import Services
from hone.services.attaching import AttachingService
from hone.ui.chat.composer import GrowingEdit

pytestmark = pytest.mark.window


class Rendering:
    """A token per word."""

    def render(self, model: Any, prompt: Any, template: str = "") -> PromptRendered:
        return PromptRendered(request_id="1", text="", token_ids=tuple(range(len(prompt.text.split()))))


class Rooms:
    def room(self, model: Any, sampling: Any) -> Room:
        return Room(window=1000, reserve=200, limit=200)


@pytest.fixture(autouse=True)
def attaching(services: Services) -> Iterator[AttachingService]:
    rendering: Any = Rendering()
    made = AttachingService(services.paths, rendering, Rooms())
    vars(services)["attaching"] = made
    yield made
    made.close()


def chips(page: Any) -> tuple[str, ...]:
    return page.attachments.chips.texts()


def test_a_dropped_file_is_a_chip_with_its_tokens_and_goes_with_the_message(
    page: Any, engine: Any, tmp_path: Path, qtbot: Any
) -> None:
    (tmp_path / "plan.md").write_text("one two three")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "plan.md"))])
    enter = QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(page.dialogue.composer, enter)
    assert enter.isAccepted()
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(page.dialogue.composer, event)
    qtbot.waitUntil(lambda: chips(page) == ("plan.md · 6 tokens",), timeout=10_000)
    page.dialogue.say("What is it?")
    qtbot.waitUntil(lambda: page.desk.session is not None and bool(page.desk.session.entries()), timeout=5000)
    qtbot.waitUntil(lambda: not page.desk.session.busy, timeout=5000)
    assert page.desk.session.entries()[0].message.attachments == (
        Attachment(name="plan.md", text="one two three"),
    )
    assert chips(page) == ()
    assert '<document name="plan.md">' in engine.requests[-1].prompt.turns[-1].content


def test_a_file_without_text_is_told(page: Any, tmp_path: Path, qtbot: Any) -> None:
    (tmp_path / "photo.png").write_bytes(b"\x89PNG\0\0")
    page.attachments.add_files([tmp_path / "photo.png"])
    qtbot.waitUntil(page.dialogue.banner.isVisible, timeout=10_000)
    assert "photo.png is no text file" in page.dialogue.banner.accessibleName()
    assert not page.attachments.isVisible()


def test_a_long_paste_is_offered_as_an_attachment(page: Any, qtbot: Any) -> None:
    edit = page.dialogue.composer.findChild(GrowingEdit)
    edit.insertPlainText("Read this: ")
    QApplication.clipboard().setText("word " * 1000)
    edit.paste()
    assert page.attachments.offer.text() == "You pasted 5,000 characters."
    page.attachments.accept.click()
    assert page.dialogue.composer.text() == "Read this: "
    qtbot.waitUntil(lambda: chips(page) == ("pasted text 1 · 1,005 tokens",), timeout=5000)
    assert not page.attachments.offer.isVisible()


def test_what_is_too_long_is_said_with_what_would_be_kept(page: Any, qtbot: Any) -> None:
    page.dialogue.composer.set_attachments([Attachment(name="book", text="word " * 2000)])
    qtbot.waitUntil(page.attachments.keep.isVisible, timeout=5000)
    said = page.attachments.warning.text()
    assert said.startswith("Too long for this model: 2,003 tokens, and there is room for 640.")
    assert "characters of book would be kept" in said
    page.attachments.keep.click()
    qtbot.waitUntil(
        lambda: not page.attachments.warning.isVisible() and "tokens" in chips(page)[0], timeout=5000
    )
    assert page.attachments.attachments()[0].text.endswith("left out.]")


def test_a_chip_is_taken_away_with_a_way_back(page: Any, window: Any, qtbot: Any) -> None:
    page.dialogue.composer.set_attachments([Attachment(name="a", text="x"), Attachment(name="b", text="y")])
    notices: list[Any] = []
    page.shell.notice_requested.connect(lambda *notice: notices.append(notice))
    page.attachments.chips.removed.emit(0)
    assert [each.name for each in page.attachments.attachments()] == ["b"]
    notices[-1][2]()
    assert {each.name for each in page.attachments.attachments()} == {"a", "b"}


def test_what_was_taken_away_does_not_come_back_in_another_conversation(page: Any) -> None:
    page.dialogue.composer.set_attachments([Attachment(name="a", text="x")])
    notices: list[Any] = []
    page.shell.notice_requested.connect(lambda *notice: notices.append(notice))
    page.attachments.chips.removed.emit(0)
    page.start_with("", "")
    notices[-1][2]()
    assert page.attachments.attachments() == ()
    assert "nothing was undone" in notices[-1][0]


def test_a_file_read_too_late_is_not_attached_to_another_conversation(
    page: Any, tmp_path: Path, qtbot: Any
) -> None:
    file = tmp_path / "a.txt"
    file.write_text("private")
    page.attachments.add_files([file])
    page.start_with("", "")
    qtbot.waitUntil(lambda: not page.attachments._reading, timeout=5000)
    assert page.attachments.attachments() == ()
