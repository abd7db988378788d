"""Markdown from strangers: nothing is opened, nothing is run, and it looks right."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage, QTextDocument

from hone.ui.kit.markdown import Markdown, stable_length
from hone.ui.kit.markdown_stack import MarkdownStack
from hone.ui.kit.markdown_view import MarkdownView
from hone.ui.kit.tokens import LIGHT
from hone.ui.kit.tooltip import plain_tooltip

pytestmark = pytest.mark.window

FORMS = (
    "![a]({url})",
    "![a](<{url}>)",
    "![a][r]\n\n[r]: {url}",
    '<img src="{url}">',
    '<p style="background-image: url({url})">x</p>',
    '<table background="{url}"><tr><td>x</td></tr></table>',
)


@pytest.fixture
def red_picture(tmp_path: Path) -> Path:
    """A picture whose colour shows when it was opened."""
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("#FF0000"))
    path = tmp_path / "red.png"
    assert image.save(str(path))
    return path


def reds(view: MarkdownView) -> int:
    """Count the pixels of the picture's colour."""
    image = view.grab().toImage()
    return sum(
        image.pixelColor(x, y) == QColor("#FF0000")
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    )


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("scheme", ["file://{path}", "{path}"])
def test_no_image_form_opens_a_file(qtbot: Any, red_picture: Path, form: str, scheme: str) -> None:
    view = MarkdownView()
    qtbot.addWidget(view)
    view.resize(300, 200)
    view.show()
    text = form.format(url=scheme.format(path=red_picture))
    view.set_markdown(text)
    assert reds(view) == 0
    view.document().setHtml(text)
    assert reds(view) == 0, "the second wall: raw HTML in the document opens nothing either"


def test_an_open_document_does_show_the_picture(qtbot: Any, red_picture: Path) -> None:
    """The check above can fail: Qt's own class opens the same file."""
    from PySide6.QtWidgets import QTextBrowser

    view = QTextBrowser()
    qtbot.addWidget(view)
    view.resize(300, 200)
    view.show()
    view.setHtml(f'<img src="{red_picture}">')
    assert reds(view) > 0  # type: ignore[arg-type]


def test_raw_html_stays_text_and_unsafe_links_are_none() -> None:
    html = Markdown(LIGHT).render(
        "<script>alert(1)</script> [x](javascript:alert(1)) [y](file:///etc/passwd) [z](https://a.example)"
    )
    assert "<script" not in html
    assert 'href="javascript' not in html
    assert 'href="file' not in html
    assert 'href="https://a.example"' in html


def test_code_has_its_language_and_is_copied_whole(qtbot: Any) -> None:
    view = MarkdownView()
    qtbot.addWidget(view)
    view.set_markdown("One\n\n```python\nx = 1 < 2\n```\n\n```\nplain\n```\n")
    assert "python" in view.document().toPlainText()
    view.anchorClicked.emit(QUrl("hone-copy:0"))
    assert QGuiApplication.clipboard().text() == "x = 1 < 2"
    view.anchorClicked.emit(QUrl("hone-copy:9"))
    assert QGuiApplication.clipboard().text() == "x = 1 < 2"


def test_links_are_requests(qtbot: Any) -> None:
    view = MarkdownView()
    qtbot.addWidget(view)
    view.set_markdown("[z](https://a.example)")
    with qtbot.waitSignal(view.link_requested) as caught:
        view.anchorClicked.emit(QUrl("https://a.example"))
    assert caught.args == [QUrl("https://a.example")]
    assert not view.openLinks()


def test_what_is_stable_ends_at_a_blank_line_outside_code() -> None:
    assert stable_length("a\n\nb") == 3
    assert stable_length("a\nb") == 0
    assert stable_length("```\na\n\nb") == 0
    assert stable_length("```\na\n```\n\nb") == 11


@pytest.mark.parametrize("step", [1, 7, 40])
def test_a_growing_text_ends_like_a_whole_one(qtbot: Any, step: int) -> None:
    text = "# Head\n\nA **bold** word.\n\n1. one\n2. two\n\n```python\nx = 1\n\ny = 2\n```\n\n|a|b|\n|-|-|\n"
    whole, growing = MarkdownStack(), MarkdownStack()
    for stack in (whole, growing):
        qtbot.addWidget(stack)
    whole.set_markdown(text)
    for end in range(0, len(text) + step, step):
        growing.set_growing(text[:end])
    growing.set_markdown(text)
    assert growing.height_at(400) == whole.height_at(400)


def test_tables_and_tasks_are_drawn() -> None:
    html = Markdown(LIGHT).render("|a|\n|-|\n|1|\n\n- [x] done\n- [ ] open\n- plain\n")
    assert "<th" in html
    assert "☑" in html
    assert "☐" in html
    assert "[x]" not in html


@pytest.mark.parametrize("text", ["plain", "<img src='/etc/hosts'>", "a < b\nc"])
def test_a_tooltip_is_never_markup_of_a_stranger(text: str) -> None:
    shown = plain_tooltip(text)
    assert "<img" not in shown
    document = QTextDocument()
    if shown.startswith("<qt>"):
        document.setHtml(shown)
        assert document.toPlainText() == text
    else:
        assert "<" not in shown
