"""Dots below what refers to something elsewhere: it was written by a model, and nobody has looked it up."""

from __future__ import annotations

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument

from hone.domain.references import find_references
from hone.ui.kit.markdown import COPY_SCHEME
from hone.ui.kit.theme import Theme
from hone.ui.kit.tooltip import plain_tooltip
from hone.ui.kit.typography import MONO


def mark_references(document: QTextDocument, tooltip: str) -> int:
    """Underline links and references, and return how many there are; what stands in code is left alone."""
    spans = _links(document)
    count = len(spans)
    block = document.begin()
    while block.isValid():
        for reference in find_references(block.text()):
            start = block.position() + _utf16(block.text()[: reference.start])
            end = start + _utf16(reference.text)
            if any(start < other_end and other_start < end for other_start, other_end in spans):
                continue
            if not _is_code(document, start):
                spans.append((start, end))
                count += 1
        block = block.next()
    mark = _mark(tooltip)
    for start, end in spans:
        cursor = QTextCursor(document)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(mark)
    return count


def _links(document: QTextDocument) -> list[tuple[int, int]]:
    """Return where links stand; the pieces of one that stand side by side are one."""
    found: list[tuple[int, int]] = []
    last = ""
    block = document.begin()
    while block.isValid():
        for piece in block.textFormats():
            address = piece.format.anchorHref()
            start = block.position() + piece.start
            end = start + piece.length
            if address and not address.startswith(COPY_SCHEME):
                if found and last == address and found[-1][1] == start:
                    found[-1] = (found[-1][0], end)
                else:
                    found.append((start, end))
            last = address
        block = block.next()
    return found


def _is_code(document: QTextDocument, position: int) -> bool:
    cursor = QTextCursor(document)
    cursor.setPosition(position + 1)
    families = cursor.charFormat().fontFamilies()
    return bool(families) and families[0] == MONO[0]


def _mark(tooltip: str) -> QTextCharFormat:
    mark = QTextCharFormat()
    mark.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    mark.setUnderlineColor(Theme.current().colour("text_faint"))
    mark.setToolTip(plain_tooltip(tooltip))
    return mark


def _utf16(text: str) -> int:
    """Return the length of a text as Qt counts it."""
    return len(text.encode("utf-16-le")) // 2
