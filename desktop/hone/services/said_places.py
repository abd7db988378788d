"""Where what was said stands in a rendered prompt.

A template may strip a text, write it as JSON, change it, leave it out, or write it twice, and short texts
also occur elsewhere. So the prompt is rendered a second time with marks in the place of all that is said:
what stands between the marks is the template's own, and both texts are walked along together.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from hone.services.marked_prompt import MARKS, Kind, Said

Key = tuple[int, int]


class Place(msgspec.Struct, frozen=True):
    """Characters `start` to `end` of a prompt, where `said` stands in the form `form` ("": changed)."""

    start: int
    end: int
    said: Said
    form: str = ""


class Stretch(msgspec.Struct, frozen=True):
    """Characters of the marked text that stand unchanged at `start` of the prompt: the template's own."""

    marked_start: int
    start: int
    length: int


class Walk(msgspec.Struct, frozen=True):
    """All places in order, and the template's own stretches that were recognised."""

    places: tuple[Place, ...]
    stretches: tuple[Stretch, ...]


def walk_along(text: str, marked_text: str, said: Mapping[Key, Said]) -> Walk:
    """Find what was said in `text` by the marks in `marked_text`."""
    places: list[Place] = []
    stretches: list[Stretch] = []
    own, keys = _cut(marked_text, said)
    place = _take(text, 0, own[0], stretches)
    for number, key in enumerate(keys):
        after = own[number + 1]
        found = _said_at(text, place, said[key], after[1], last=number + 1 == len(keys))
        if found is None:
            continue
        places.append(found)
        place = _take(text, found.end, after, stretches)
    return Walk(tuple(places), tuple(stretches))


def found_in_order(text: str, said: Sequence[Said]) -> Walk:
    """Find texts one after the other, where the marked prompt could not be rendered."""
    places: list[Place] = []
    place = 0
    for one in said:
        form = one.text.strip()
        start = text.find(form, place) if form else -1
        if start >= 0:
            place = start + len(form)
            places.append(Place(start, place, one, form))
    return Walk(tuple(places), ())


def forms_of(text: str) -> Iterator[str]:
    """Yield the forms in which templates write a text, the likeliest first."""
    plain = (text, text.strip(), text.rstrip(), text.lstrip())
    yield from dict.fromkeys(plain)
    for ascii_only in (False, True):
        for form in dict.fromkeys(plain):
            escaped = json.dumps(form, ensure_ascii=ascii_only)[1:-1]
            if escaped != form:
                yield escaped


def _cut(marked_text: str, said: Mapping[Key, Said]) -> tuple[list[tuple[int, str]], list[Key]]:
    """Return the template's own texts with their places, and the keys of the marks between them."""
    own: list[tuple[int, str]] = []
    keys: list[Key] = []
    end = 0
    for match in MARKS.finditer(marked_text):
        key = (int(match[1]), int(match[2]))
        if key in said:
            own.append((end, marked_text[end : match.start()]))
            keys.append(key)
            end = match.end()
    own.append((end, marked_text[end:]))
    return own, keys


def _take(text: str, place: int, own: tuple[int, str], stretches: list[Stretch]) -> int:
    """Pass over the template's own text, if it stands at `place`."""
    start, written = own
    if not written or not text.startswith(written, place):
        return place
    stretches.append(Stretch(start, place, len(written)))
    return place + len(written)


def _said_at(text: str, place: int, said: Said, after: str, last: bool) -> Place | None:
    """Return where a text stands that begins at `place` and is followed by the template's `after`."""
    for form in forms_of(said.text):
        end = place + len(form)
        follows = text.startswith(after, end) and (not last or end + len(after) == len(text))
        if follows and text.startswith(form, place):
            return Place(place, end, said, form)
    end = text.find(after, place) if after else -1
    if last:
        end = len(text) - len(after) if text.endswith(after) else -1
    if end >= place and _is_changed(said, text[place:end]):
        return Place(place, end, said)
    for form in forms_of(said.text):
        start = text.find(form, place) if form else -1
        if start >= 0:
            return Place(start, start + len(form), said, form)
    return None


def _is_changed(said: Said, written: str) -> bool:
    """Whether `written` may be what a template made of a text: a part of it, or not much longer."""
    if said.kind is Kind.CONTENT and written.strip() and written.strip() in said.text:
        return True
    return 0 < len(written) <= 2 * len(said.text) + 16
