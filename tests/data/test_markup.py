"""HTML that web forms leave in texts is told and taken out; HTML that is meant stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hone.data.markup import find_markup, without_markup


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Guten Tag,<br><br>das tut uns leid.<br/>Ihr Team", "Guten Tag,\n\ndas tut uns leid.\nIhr Team"),
        ("<p>Viele Gr&uuml;&szlig;e</p><p>Ada</p>", "Viele Gr\u00fc\u00dfe\n\nAda"),
        ("<ul><li>eins</li><li><b>zwei</b></li></ul>", "- eins\n- zwei"),
        ('<div style="x">See <a href="https://a.org/b.html">here</a>&nbsp;.</div>', "See here ."),
        ("a<br>&lt;br&gt;b", "a\nb"),
        ("Type `<br>` here.<br>Done", "Type `<br>` here.\nDone"),
    ],
)
def test_tags_that_lay_out_a_text_are_told_and_taken_out(text: str, plain: str) -> None:
    assert find_markup(text)
    assert without_markup(text) == plain


@pytest.mark.parametrize(
    "text",
    [
        "a < b and c > d",
        "How do I write <p>a paragraph</p> in HTML?",
        "```\n<div>x</div>\n```",
        "<!DOCTYPE html><html><body><p>Hi</p></body></html>",
        "Use `<br>` twice.",
        "</s> and <pad>",
        "caf&eacute; &amp; bar",
    ],
)
def test_html_that_is_meant_stays(text: str) -> None:
    assert find_markup(text) == ""
    assert without_markup(text) == text


@given(
    st.lists(st.sampled_from(["<br>", "<p>", "</p>", "&lt;", "&gt;", "br", "/", "<b", ">", "`", " a ", "\n"]))
)
def test_what_was_made_plain_has_no_tags_that_are_told(parts: list[str]) -> None:
    assert find_markup(without_markup("".join(parts))) == ""
