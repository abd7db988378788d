"""The words of Markdown without its signs: what a person reads of it. Safe from any thread."""

from __future__ import annotations

from html.parser import HTMLParser

from hone.ui.kit.markdown import Markdown
from hone.ui.kit.tokens import LIGHT


def plain_text(markdown: str) -> str:
    """Return the text that a view of `markdown` shows, with the same words in the same order."""
    reader = _Reader()
    reader.feed(Markdown(LIGHT).render(markdown))
    reader.close()
    return " ".join(reader.pieces)


class _Reader(HTMLParser):
    """Collects text; a tag that does not stand inside a line parts words."""

    _INLINE = frozenset({"a", "b", "code", "del", "em", "font", "i", "s", "small", "span", "strong", "u"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = [""]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self._INLINE:
            self.pieces.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag not in self._INLINE:
            self.pieces.append("")

    def handle_data(self, data: str) -> None:
        self.pieces[-1] += data
