"""Tooltips with words that come from files or models.

Qt shows a tooltip that looks like markup as markup, and opens the local images it names.
"""

from __future__ import annotations

from html import escape


def plain_tooltip(text: str) -> str:
    """Return `text` so that a tooltip shows it as it is, whatever is in it."""
    if "<" not in text:  # Qt takes only text with a tag for markup
        return text
    return f"<qt>{escape(text).replace(chr(10), '<br>')}</qt>"
