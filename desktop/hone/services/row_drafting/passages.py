"""Documents cut into passages that a model is asked about."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

PASSAGE_CHARACTERS = 1500
LEAST_CHARACTERS = 120
_SENTENCE_END = re.compile(r"(?<=[.!?。！？])\s+")


class Passage(msgspec.Struct, frozen=True):
    """A part of a document; `number` counts from 1. It begins with the heading that it stands under."""

    document: str
    number: int
    text: str


def passages_of(document: str, text: str, longest: int = PASSAGE_CHARACTERS) -> list[Passage]:
    """Cut a text at its paragraphs into passages of at most about `longest` characters.

    Paragraphs are joined while they fit, longer ones cut at sentences. A passage that is too short to ask
    anything about is left out, unless the document has no other.
    """
    pieces = list(_pieces(text, longest))
    telling = [piece for piece in pieces if len(piece) >= LEAST_CHARACTERS] or pieces[:1]
    return [Passage(document, number, piece) for number, piece in enumerate(telling, start=1)]


def _pieces(text: str, longest: int) -> Iterator[str]:
    heading, collected = "", ""
    for paragraph in re.split(r"\n\s*\n", text.replace("\r\n", "\n")):
        for part in _parts(paragraph.strip(), longest):
            is_heading = part.startswith("#") and "\n" not in part
            if collected and (is_heading or len(collected) + len(part) + 2 > longest):
                yield collected
                collected = "" if is_heading else heading
            heading = part if is_heading else heading
            collected = f"{collected}\n\n{part}" if collected else part
    if collected and collected != heading:
        yield collected


def _parts(paragraph: str, longest: int) -> Iterator[str]:
    """Cut a paragraph that is too long at the ends of sentences, else in the middle of one."""
    if len(paragraph) <= longest:
        if paragraph:
            yield paragraph
        return
    collected = ""
    for sentence in _SENTENCE_END.split(paragraph):
        if collected and len(collected) + len(sentence) + 1 > longest:
            yield collected
            collected = ""
        collected = f"{collected} {sentence}" if collected else sentence
        while len(collected) > longest:
            cut = collected.rfind(" ", longest // 2, longest)
            cut = cut if cut > 0 else longest
            yield collected[:cut]
            collected = collected[cut:].lstrip()
    if collected:
        yield collected
