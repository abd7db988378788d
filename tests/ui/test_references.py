"""Links and references of a reply are marked as not checked, at its end, and nothing is loaded."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtGui import QTextCharFormat, QTextCursor

from hone.ui.kit.markdown_view import MarkdownView

pytestmark = pytest.mark.window


def marked(view: MarkdownView) -> list[str]:
    """Return the texts with dots below."""
    found: list[str] = []
    block = view.document().begin()
    while block.isValid():
        line = block.text().encode("utf-16-le")
        for piece in block.textFormats():
            if piece.format.underlineStyle() is QTextCharFormat.UnderlineStyle.DotLine:
                found.append(line[2 * piece.start : 2 * (piece.start + piece.length)].decode("utf-16-le"))
        block = block.next()
    return found


def test_references_of_a_reply_are_marked_with_a_line_below(page: Any, engine: Any, say: Callable) -> None:
    engine.pieces = [
        "🙂 See [this](https://a.org/x), https://b.org ",
        "and (Smith et al., 2021) [1].\n\n```\nx = [2]\n```",
    ]
    say("Hi")
    view = page.dialogue.transcript.visible_views()[-1]
    assert view.references.isVisible()
    assert view.references.accessibleName().startswith("4 references, unverified")
    shown = view._text._views[0]
    assert marked(shown) == ["this", "https://b.org", "(Smith et al., 2021)", "[1]"]
    cursor = QTextCursor(shown.document())
    cursor.setPosition(shown.toPlainText().encode("utf-16-le").index("Smith".encode("utf-16-le")) // 2 + 1)
    assert "Not checked" in cursor.charFormat().toolTip()


def test_a_reply_without_references_has_no_line(page: Any, say: Callable) -> None:
    say("https://in.my.question (Smith, 2021)")
    for view in page.dialogue.transcript.visible_views():
        assert not view.references.isVisible()


def test_marks_come_only_at_the_end(page: Any, engine: Any, qtbot: Any) -> None:
    engine.pieces = ["Look at https://a.org ", "now"]
    engine.gate.clear()
    page.dialogue.say("Hi")
    qtbot.waitUntil(lambda: len(page.dialogue.transcript.visible_views()) == 2, timeout=5000)
    assert not page.dialogue.transcript.visible_views()[-1].references.isVisible()
    engine.gate.set()
    qtbot.waitUntil(lambda: not page.desk.session.busy, timeout=5000)
    assert page.dialogue.transcript.visible_views()[-1].references.isVisible()


def test_marks_stay_when_the_theme_changes(qtbot: Any, theme: Any) -> None:
    view = MarkdownView()
    qtbot.addWidget(view)
    view.set_markdown("A claim [1].")
    assert view.mark_references("Not checked.") == 1
    theme.set_mode("dark", 1.0)
    view.refresh()
    assert marked(view) == ["[1]"]
