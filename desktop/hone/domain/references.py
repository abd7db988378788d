"""References in a text that a model wrote: addresses, DOIs, arXiv ids, numbers in brackets, authors.

Finding one says nothing about whether it exists; nothing is ever fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

import msgspec

LONGEST_TEXT = 200_000
"""Characters in which references are looked for; replies are far shorter."""

_NAME = r"[A-ZÀ-ÖØ-Þ][\w'’-]{1,30}"
_AUTHORS = rf"{_NAME}(?:(?:,? (?:and|und|et|y|&) |, ){_NAME}){{0,3}}(?:,? et al\.?)?"
_YEAR = r"(?:1[6-9]|20)\d\d[a-z]?"
_SEASONS = frozenset(
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep",
        "Sept", "Oct", "Nov", "Dec", "Spring", "Summer", "Autumn", "Fall", "Winter", "Januar",
        "Februar", "März", "Mai", "Juni", "Juli", "Oktober", "Dezember", "Enero", "Febrero", "Marzo",
        "Abril", "Mayo", "Junio", "Julio", "Agosto", "Septiembre", "Octubre", "Noviembre", "Diciembre",
        "Since", "In", "From", "Until", "Before", "After", "Around", "Circa", "Version", "Season",
        "Chapter", "Table",
    ]
)  # fmt: skip


class ReferenceKind(StrEnum):
    """What a reference looks like."""

    LINK = "link"
    DOI = "doi"
    ARXIV = "arxiv"
    NUMBER = "number"
    AUTHOR = "author"


class Reference(msgspec.Struct, frozen=True):
    """Characters `start` to `end` of a text that refer to something elsewhere."""

    start: int
    end: int
    kind: ReferenceKind
    text: str


_PATTERNS: tuple[tuple[ReferenceKind, re.Pattern[str]], ...] = (
    (ReferenceKind.LINK, re.compile(r"(?<![\w@])(?:https?://|www\.)[^\s<>\"`\\^{}|]{3,2000}", re.IGNORECASE)),
    (
        ReferenceKind.ARXIV,
        re.compile(r"\barXiv:\s?(?:\d{4}\.\d{4,5}(?:v\d{1,2})?|[a-z-]{2,12}/\d{7})", re.IGNORECASE),
    ),
    (
        ReferenceKind.DOI,
        re.compile(r"(?:\bdoi:\s?)?(?<![\w./])10\.\d{4,9}/[-._;()/:A-Za-z0-9]{2,200}", re.IGNORECASE),
    ),
    (
        ReferenceKind.AUTHOR,
        re.compile(rf"\((?:(?:see|cf\.|e\.g\.,?|vgl\.) )?{_AUTHORS},? {_YEAR}(?:[;,] [^()\n]{{1,120}})?\)"),
    ),
    (
        ReferenceKind.AUTHOR,
        re.compile(rf"\b{_NAME}(?: (?:and|&) {_NAME}| et al\.?) \({_YEAR}(?:, [^()\n]{{1,40}})?\)"),
    ),
    (
        ReferenceKind.NUMBER,
        re.compile(r"(?<![\w\])}\"'])\[[1-9]\d{0,2}(?:\s?[,–-]\s?[1-9]\d{0,2}){0,9}\](?![(\[:=\w])"),
    ),
)
_SINGLE = re.compile(rf"\((?:(?:see|cf\.|e\.g\.,?|vgl\.) )?({_NAME})(,?) {_YEAR}")


def find_references(text: str) -> tuple[Reference, ...]:
    """Return the references in a text in their order; they do not overlap."""
    found: list[Reference] = []
    for kind, pattern in _PATTERNS:
        for start, end in _spans(kind, pattern, text[:LONGEST_TEXT]):
            if not any(start < other.end and other.start < end for other in found):
                found.append(Reference(start, end, kind, text[start:end]))
    return tuple(sorted(found, key=lambda each: each.start))


def _spans(kind: ReferenceKind, pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    for match in pattern.finditer(text):
        end = match.end()
        if kind in (ReferenceKind.LINK, ReferenceKind.DOI):
            end = match.start() + len(_without_tail(match.group()))
        if kind is ReferenceKind.AUTHOR and not _is_author(match.group()):
            continue
        if end > match.start():
            yield match.start(), end


def _without_tail(text: str) -> str:
    """Return an address without the punctuation of the sentence around it."""
    while text and (text[-1] in ".,;:!?'*_~…" or (text[-1] in ")]" and _unopened(text))):
        text = text[:-1]
    return text


def _unopened(text: str) -> bool:
    opening = "(" if text[-1] == ")" else "["
    return text.count(text[-1]) > text.count(opening)


def _is_author(text: str) -> bool:
    """Whether a year in parentheses stands with a name: "(March 2021)" and "(Windows 2000)" are none."""
    single = _SINGLE.match(text)
    if single is None:
        return True
    return bool(single[2]) and single[1] not in _SEASONS
