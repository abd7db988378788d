"""Whose words each character of a turn's content is: the turn's own, a variable's, an attachment's, typed."""

from __future__ import annotations

import msgspec

from hone.domain.assembly import Source, SourcedTurn
from hone.domain.exact import Part

_PART_OF = {
    Source.TEMPLATE: Part.TEMPLATE,
    Source.SYSTEM: Part.SYSTEM,
    Source.EXAMPLE: Part.EXAMPLE,
    Source.VARIABLE: Part.VARIABLE,
    Source.ATTACHMENT: Part.ATTACHMENT,
    Source.TOOL: Part.TOOL,
    Source.PREFILL: Part.PREFILL,
}


class Layer(msgspec.Struct, frozen=True):
    """Characters `start` to `end` of a turn's content, all of one part."""

    start: int
    end: int
    part: Part
    name: str = ""


def part_of_turn(turn: SourcedTurn) -> Part:
    """Return whose words a turn is, apart from what is put into it."""
    spoken = Part.ASSISTANT if turn.turn.role == "assistant" else Part.USER
    return _PART_OF.get(turn.source, spoken)


def layers_of(turn: SourcedTurn, typed: int = 0) -> tuple[Layer, ...]:
    """Cover a turn's content with layers in order; its last `typed` characters are not sent yet."""
    content, own = turn.turn.content, part_of_turn(turn)
    unsent = len(content) - typed
    layers: list[Layer] = []
    place = 0
    for span in sorted(turn.spans, key=lambda span: (span.start, span.end)):
        start, end = max(span.start, place), min(span.end, len(content))
        if start >= end:
            continue
        layers += _own(place, start, unsent, own)
        layers.append(Layer(start, end, _PART_OF.get(span.source, own), span.name))
        place = end
    return (*layers, *_own(place, len(content), unsent, own))


def _own(start: int, end: int, unsent: int, own: Part) -> list[Layer]:
    """Return what lies between spans: up to `unsent` the turn's own, after it typed."""
    pairs = ((start, min(end, unsent), own), (max(start, unsent), end, Part.TYPED))
    return [Layer(first, last, part) for first, last, part in pairs if first < last]
