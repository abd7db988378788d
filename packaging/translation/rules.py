"""What a translation must keep of the English text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from translation.catalogue import Entry

_PLACEHOLDER = re.compile(r"\{[a-z_0-9]*\}")
_ACCELERATOR = re.compile(r"&(?=[^\s&])")
_ENDS = {".": ".", ":": ":", "…": "…", "?": "?", "!": "!", ",": ",", ";": ";"}
_FILTER = re.compile(r"\(\*[^)]*\)")


def problems(entries: Iterable[Entry]) -> list[str]:
    """Return a sentence for everything that is wrong, by entry."""
    found = []
    for entry in entries:
        name = f"{entry.context}: {entry.source!r}"
        if entry.gone:
            found.append(f"{name} is in the program no more.")
        elif not entry.finished:
            found.append(f"{name} is not translated.")
        else:
            found += [f"{name} → {entry.translation!r}: {wrong}" for wrong in _wrong(entry)]
    return found


def warnings(entries: Iterable[Entry]) -> list[str]:
    """Return what may be right but should be looked at: one English text, several translations."""
    known: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        if entry.finished and not entry.gone:
            known[entry.source].add(entry.translation)
    return [
        f"{source!r} has several translations: {', '.join(sorted(map(repr, texts)))}"
        for source, texts in sorted(known.items())
        if len(texts) > 1
    ]


def _wrong(entry: Entry) -> list[str]:
    source, text = entry.source, entry.translation
    wrong = []
    if Counter(_PLACEHOLDER.findall(source)) != Counter(_PLACEHOLDER.findall(text)):
        wrong.append("its placeholders differ")
    if _blanks(source) != _blanks(text):
        wrong.append("it begins or ends with other blanks")
    if _ending(source) != _ending(text):
        wrong.append("it ends with another sign")
    if source.count("\n") != text.count("\n"):
        wrong.append("it has another number of lines")
    if len(_ACCELERATOR.findall(source)) != len(_ACCELERATOR.findall(text)):
        wrong.append("its accelerator (&) is missing or double")
    if _FILTER.findall(source) != _FILTER.findall(text):
        wrong.append("its file patterns differ")
    if source.count(";;") != text.count(";;"):
        wrong.append("it has another number of file kinds")
    return wrong


def _blanks(text: str) -> tuple[str, str]:
    stripped = text.strip()
    start = text.find(stripped) if stripped else 0
    return text[:start], text[start + len(stripped) :]


def _ending(text: str) -> str:
    stripped = text.rstrip()
    return _ENDS.get(stripped[-1], "") if stripped else ""
