"""Texts of a row mended: characters that do not belong there, secrets, texts that are too long."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from hone.data.secrets import Secret, find_secrets
from hone.data.text_checks import without_invisible
from hone.domain.chat import Turn
from hone.domain.datasets import Example

_HALVES = re.compile("[\ud800-\udfff]")
_MOST_ROUNDS = 8
_CUTS = tuple(map(re.compile, (r"\n[ \t]*\n\s*", r"\n+", r"(?<=[.!?。！？])\s*(?=\S)", r"\s+")))
"""Where a text may be cut: between paragraphs; where those are too long, lines, sentences, words."""


def with_texts(example: Example, change: Callable[[str], str]) -> Example:
    """Return the row with every text in it changed, also those of tool calls."""
    return msgspec.structs.replace(
        example,
        turns=tuple(_changed(turn, change) for turn in example.turns),
        rejected=tuple(_changed(turn, change) for turn in example.rejected),
        text=change(example.text) if example.text is not None else None,
        category=change(example.category) if example.category is not None else None,
    )


def cleaned(example: Example) -> Example:
    """Take out null characters, halves of characters, and what nobody sees."""
    return with_texts(example, clean_text)


def clean_text(text: str) -> str:
    """Take out of a text what does not belong there; two halves of one character are put together."""
    whole = text.replace("\0", "")
    if _HALVES.search(whole):
        whole = whole.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
    for _ in range(_MOST_ROUNDS):
        before, whole = whole, without_invisible(whole)
        if whole == before:
            break
    return whole


def masked_texts(example: Example, kind: str) -> Example:
    """Put a name in square brackets in the place of every secret of this kind."""
    return with_texts(example, lambda text: mask(text, kind))


def mask(text: str, kind: str) -> str:
    """Mask the secrets of one kind in a text."""
    for _ in range(_MOST_ROUNDS):
        found = [each for each in find_secrets(text) if each.kind == kind]
        if not found:
            break
        text = _replaced(text, found)
    return text


def split_at_paragraphs(text: str, fits: Callable[[str], bool]) -> list[str]:
    """Cut a text into pieces that fit, each as long as possible; nothing of it but white space is lost."""
    return list(_pieces(text, fits, 0))


def _pieces(text: str, fits: Callable[[str], bool], level: int) -> Iterator[str]:
    if fits(text):
        if text.strip():
            yield text
        return
    if level == len(_CUTS):
        half = len(text) // 2
        if half:
            yield from _pieces(text[:half], fits, level)
            yield from _pieces(text[half:], fits, level)
        return
    parts, start = [], 0
    for match in _CUTS[level].finditer(text):
        parts.append((start, match.start(), match.end()))
        start = match.end()
    parts.append((start, len(text), len(text)))
    yield from _joined(text, [part for part in parts if part[1] > part[0]], fits, level)


def _joined(
    text: str, parts: list[tuple[int, int, int]], fits: Callable[[str], bool], level: int
) -> Iterator[str]:
    """Give as many neighbouring parts at once as fit; the number is found by halving, as `fits` is slow."""
    place = 0
    while place < len(parts):
        start = parts[place][0]
        least, most = 0, len(parts) - place
        guess = 1
        while guess < most and fits(text[start : parts[place + guess - 1][1]]):
            least, guess = guess, guess * 2
        most = min(most, guess)
        while least < most:
            middle = (least + most + 1) // 2
            if fits(text[start : parts[place + middle - 1][1]]):
                least = middle
            else:
                most = middle - 1
        if least:
            yield text[start : parts[place + least - 1][1]]
        else:
            yield from _pieces(text[start : parts[place][1]], fits, level + 1)
        place += max(1, least)


def _replaced(text: str, found: list[Secret]) -> str:
    parts, end = [], 0
    for each in found:
        name = re.sub(r"^(a|an) ", "", each.name)
        parts.append(f"{text[end : each.start]}[{name}]")
        end = each.end
    return "".join(parts) + text[end:]


def _changed(turn: Turn, change: Callable[[str], str]) -> Turn:
    """Change a message; `more` is changed inside, its keys stay."""
    if not turn.more:
        return Turn(turn.role, change(turn.content))
    more = _inside(msgspec.json.decode(turn.more), change)
    return Turn(turn.role, change(turn.content), msgspec.json.encode(more).decode())


def _inside(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [_inside(each, change) for each in value]
    if isinstance(value, dict):
        return {key: _inside(each, change) for key, each in value.items()}
    return value
