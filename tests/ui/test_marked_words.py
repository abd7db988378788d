"""Words that differ are marked where a person reads them."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtGui import QTextCharFormat

from hone.domain.differences import different_words, words_of
from hone.ui.kit.markdown_view import MarkdownView
from hone.ui.kit.plain_text import plain_text
from hone.ui.kit.theme import Theme

pytestmark = pytest.mark.window

TEXTS = (
    "Hello **there**, *my* `code` friend",
    "# A\n\n- one\n- two\n  - three **x**y\n\n1. a\n2. b",
    "```python\ndef f(x):\n    return x+1\n```\n\ntext",
    "| a | b |\n|---|---|\n| 1 | **2** |\n",
    "- [x] done\n- [ ] todo",
    "[link](http://a.b/c?d=e&f) and <http://x.y> & &amp; &lt;b&gt; <b>raw</b>",
    "![img](http://a/b.png) after",
    "line one\nline two  \nhard",
    "> quote\n> more\n\n---\n\nend",
    "emoji 🙂 x 🙂y 𝒳 ok",
    "a&nbsp;b &copy; c",
    "don't it’s 今日は晴れ",
)


def marked(view: MarkdownView) -> list[str]:
    return [selection.cursor.selectedText() for selection in view.extraSelections()]  # type: ignore[attr-defined]


@pytest.mark.parametrize("text", TEXTS)
def test_a_view_shows_the_words_that_the_plain_text_has(text: str, qtbot: Any) -> None:
    view = MarkdownView()
    qtbot.addWidget(view)
    view.set_markdown(text)
    assert words_of(view.document().toPlainText()) == words_of(plain_text(text))


def test_neighbouring_words_are_one_mark_and_it_is_not_colour_alone(qtbot: Any) -> None:
    view = MarkdownView()
    qtbot.addWidget(view)
    view.set_markdown("🙂 The **quick brown** fox jumps")
    view.mark_words(different_words("🙂 The fox leaps", plain_text(view.markdown)))
    assert marked(view) == ["quick brown", "jumps"]
    first = view.extraSelections()[0]
    form = first.format  # type: ignore[attr-defined]
    assert form.underlineStyle() is QTextCharFormat.UnderlineStyle.SingleUnderline


def test_marks_stay_through_a_change_of_theme_and_go_when_told(qtbot: Any) -> None:
    view = MarkdownView()
    qtbot.addWidget(view)
    view.set_markdown("one two three")
    view.mark_words(frozenset({1}))
    Theme.current().set_mode("dark", 1.25)
    view.refresh()
    assert marked(view) == ["two"]
    view.mark_words(frozenset())
    assert marked(view) == []
