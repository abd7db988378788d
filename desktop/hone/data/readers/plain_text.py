"""Running text, cut at blank lines into passages of about 2,000 characters that fit a usual context."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TextIO

from hone.data.readers.base import Rows
from hone.data.records import Found, Record
from hone.data.source import Source

NAME = "text"
PASSAGE = 2_000
SUFFIXES = (".txt", ".text", ".md", ".markdown", ".rst")


def matches(source: Source) -> bool:
    """Whether the file is named like a text."""
    return source.suffix in SUFFIXES


def open_rows(source: Source, _part: str) -> Rows:
    """Open a text."""
    name = "Markdown" if source.suffix in (".md", ".markdown") else NAME
    return Rows(container=name, read=partial(_read, source))


def _read(source: Source) -> Iterator[Found]:
    """Give passages: whole paragraphs where possible, else whole lines, else cut at a space."""
    row = 0
    kept: list[str] = []
    length, start = 0, 1
    with source.open() as file:
        for number, line in _pieces(file):
            ends_paragraph = not line.strip()
            if kept and (
                length + len(line) > PASSAGE + PASSAGE // 2 or (ends_paragraph and length >= PASSAGE // 2)
            ):
                if (text := "".join(kept).strip()) != "":
                    row += 1
                    yield Record(row, start, {"text": text})
                kept, length = [], 0
            if not kept:
                start = number
                if ends_paragraph:
                    continue
            kept.append(line)
            length += len(line)
    if (text := "".join(kept).strip()) != "":
        yield Record(row + 1, start, {"text": text})


def _pieces(file: TextIO) -> Iterator[tuple[int, str]]:
    """Give lines with their numbers, long ones in several pieces cut at spaces."""
    number = 0
    within_line = False
    for raw in _bounded(file):
        number += not within_line
        within_line = not raw.endswith(("\n", "\r"))
        line = raw.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff" if number == 1 else "")
        while len(line) > PASSAGE:
            cut = line.rfind(" ", PASSAGE // 2, PASSAGE) + 1 or PASSAGE
            yield number, line[:cut]
            line = line[cut:]
        yield number, line


def _bounded(file: TextIO) -> Iterator[str]:
    """Read lines, but never more than a mega-character of one at a time."""
    while line := file.readline(2**20):
        yield line
