"""HTML left in texts by web forms and mail programs: told apart from HTML that is meant; made plain text."""

from __future__ import annotations

import html
import re

_MOST_ROUNDS = 8
_LAYOUT = "p|br|div|span|font|b|i|u|strong|em|ul|ol|li|blockquote|h[1-6]|center"
_TAG = re.compile(
    rf"(?<=\S)</(?:{_LAYOUT})\s*>|(?<=\S)<br\s*/?>|<br\s*/?>(?=\w)",
    re.IGNORECASE,
)
"""What `find_markup` tells: the end of an element that only lays text out, or a line break.

They stand at words; between spaces they are spoken of, as in "use <b> and </b>".
"""
_ANY_TAG = re.compile(rf"</?(?:{_LAYOUT}|a|table|tbody|thead|tr|td|th|img|hr)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_MEANT = re.compile(
    r"<!doctype|<(?:html|head|body|script|style|form|input|svg|meta|title)\b|(?<![./\w])html\b|\bcss\b",
    re.IGNORECASE,
)
"""Who has this in a text talks about HTML, or writes a page: there tags are what is to be learned."""
_CODE = re.compile(r"```.*?(?:```|\Z)|`[^`\n]+`", re.DOTALL)
_BREAK = re.compile(r"\s*<br\s*/?>[ \t]*\n?", re.IGNORECASE)
_BLOCK = re.compile(
    r"\s*</?(?:p|div|ul|ol|blockquote|h[1-6]|table|center|hr)(?:\s[^<>]*)?/?>\s*", re.IGNORECASE
)
_ITEM = re.compile(r"\s*<li(?:\s[^<>]*)?>\s*", re.IGNORECASE)
_ROW_END = re.compile(r"\s*</tr\s*>\s*", re.IGNORECASE)
_CELL_END = re.compile(r"\s*</t[dh]\s*>\s*", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:[a-z][a-z0-9]{1,30}|#\d{1,7}|#x[0-9a-f]{1,6});", re.IGNORECASE)


def find_markup(text: str) -> str:
    """Return the first tag that only lays out a text; "" for none, and where the text is about HTML."""
    if not _TAG.search(text) or _MEANT.search(text):
        return ""
    found = _TAG.search(_CODE.sub(" ", text))
    return found.group() if found else ""


def without_markup(text: str) -> str:
    """Return a text that has such tags as plain text; any other text, and code in it, as it is."""
    for _ in range(_MOST_ROUNDS):  # what was written as &lt;br&gt; is a tag only after the first
        if not find_markup(text):
            break
        parts, end = [], 0
        for code in _CODE.finditer(text):
            parts += [_plain(text[end : code.start()]), code.group()]
            end = code.end()
        text = "".join([*parts, _plain(text[end:])]).strip()
    return text


def _plain(text: str) -> str:
    text = _BREAK.sub("\n", text)
    text = _ITEM.sub("\n- ", text)
    text = _CELL_END.sub("\t", _ROW_END.sub("\n", text))
    text = _BLOCK.sub("\n\n", text)
    text = _ANY_TAG.sub("", text)
    text = _ENTITY.sub(lambda match: html.unescape(match.group()).replace("\xa0", " "), text)
    return re.sub(r"\n{3,}", "\n\n", text)
