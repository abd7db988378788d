"""Cut a rendered prompt into segments by who put them there."""

from __future__ import annotations

import difflib
import json
import re
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

import msgspec

from hone.domain.assembly import Assembly
from hone.domain.exact import ExactPrompt, Part, Segment
from hone.domain.generation import Prompt, PromptRendered
from hone.domain.models import Model
from hone.errors import BadInput
from hone.services.marked_prompt import MARKS, Kind, marked, said_in
from hone.services.said_places import Place, Stretch, Walk, found_in_order, walk_along
from hone.services.token_counts import Rendering
from hone.services.token_places import token_starts
from hone.services.turn_layers import Layer, layers_of, part_of_turn

_MOST_KEPT = 64
_OPENING = ("[", "<", "{", "(")
_WORDS = re.compile(r"\w+|\s+|[^\w\s]")


class PromptSources:
    """Attributes prompts; what the template writes around the turns is remembered. Safe from any thread."""

    def __init__(self, rendering: Rendering) -> None:
        self._rendering = rendering
        self._lock = threading.Lock()
        self._marked: OrderedDict[bytes, str | None] = OrderedDict()

    def exact(
        self,
        model: Model,
        template: str,
        prompt: Prompt,
        assembly: Assembly,
        rendered: PromptRendered,
        typed: int = 0,
    ) -> ExactPrompt:
        """Return a rendered prompt with its segments; the last `typed` characters said are not sent yet."""
        body = rendered.text.removesuffix(prompt.prefill) if prompt.prefill else rendered.text
        walk, tools = self._walk(model, template, prompt, body)
        found = [*_segments_of_turns(body, walk, assembly, typed), *_segments_of_tools(tools, walk.stretches)]
        segments = tuple(_covering(found, body, len(rendered.text)))
        starts = token_starts(rendered)
        return ExactPrompt(
            text=rendered.text,
            segments=segments,
            token_ids=rendered.token_ids,
            pieces=rendered.pieces,
            starts=starts,
            owners=_owners(starts, segments),
            special_ids=frozenset(rendered.special_ids),
            partial=rendered.partial,
            note=" ".join(filter(None, (rendered.note, _left_out(walk, assembly)))),
        )

    def _walk(
        self, model: Model, template: str, prompt: Prompt, body: str
    ) -> tuple[Walk, list[tuple[int, int]]]:
        """Return where what was said stands, and the ranges of the marked text that tools brought."""
        said = said_in(prompt.turns)
        request = marked(prompt)
        text = self._marked_text(model, template, request)
        if text is None:
            return found_in_order(body, [one for one in said.values() if one.kind is Kind.CONTENT]), []
        tools: list[tuple[int, int]] = []
        if prompt.tools:
            without = self._marked_text(model, template, msgspec.structs.replace(request, tools=()))
            tools = list(_brought(without, text)) if without is not None else []
        return walk_along(body, text, said), tools

    def _marked_text(self, model: Model, template: str, request: Prompt) -> str | None:
        """Render a prompt of marks; None where the template refuses it."""
        key = msgspec.msgpack.encode((str(model.path), model.chat_template, template, request))
        with self._lock:
            if key in self._marked:
                self._marked.move_to_end(key)
                return self._marked[key]
        text: str | None
        try:
            text = self._rendering.render(model, request, template).text
        except BadInput:
            text = None
        with self._lock:
            self._marked[key] = text
            while len(self._marked) > _MOST_KEPT:
                self._marked.popitem(last=False)
        return text


def _brought(without: str, with_tools: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the second text that are not in the first."""
    first, second = _WORDS.findall(without), _WORDS.findall(with_tools)
    ends = [0]
    for word in second:
        ends.append(ends[-1] + len(word))
    for kind, _, _, start, end in difflib.SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if kind not in ("insert", "replace") or MARKS.search("".join(second[start:end])):
            continue
        if start > 0 and second[start - 1] == second[end - 1] and second[end - 1] in _OPENING:
            start, end = start - 1, end - 1  # the same text, but with the bracket that it begins with
        yield ends[start], ends[end]


def _segments_of_tools(ranges: Sequence[tuple[int, int]], stretches: Sequence[Stretch]) -> Iterator[Segment]:
    for start, end in ranges:
        for stretch in stretches:
            first = max(start, stretch.marked_start)
            last = min(end, stretch.marked_start + stretch.length)
            if first < last:
                moved = stretch.start - stretch.marked_start
                yield Segment(first + moved, last + moved, Part.TOOL)


def _segments_of_turns(text: str, walk: Walk, assembly: Assembly, typed: int) -> Iterator[Segment]:
    newest = len(assembly.turns) - 1
    called: dict[int, int] = {}
    for place in walk.places:
        turn = place.said.turn
        if place.said.kind is Kind.CALL:
            called.setdefault(turn, place.start)
            yield Segment(place.start, place.end, Part.TOOL, turn)
        elif place.said.kind is Kind.REASONING:
            yield Segment(place.start, place.end, part_of_turn(assembly.turns[turn]), turn)
        else:
            layers = layers_of(assembly.turns[turn], typed if turn == newest else 0)
            yield from _placed(text, place, layers)
    for turn, start in called.items():
        yield from _arguments(text, start, turn, assembly.turns[turn].turn.more)


def _arguments(text: str, start: int, turn: int, more: str) -> Iterator[Segment]:
    """Yield the arguments of calls where they stand whole: numbers in them have no marks."""
    for call in dict(msgspec.json.decode(more)).get("tool_calls") or ():
        arguments: Any = (call.get("function") or {}).get("arguments")
        for separators in ((", ", ": "), (",", ":")):
            written = json.dumps(arguments, ensure_ascii=False, separators=separators)
            found = text.find(written, start)
            if found >= 0 and arguments:
                start = found + len(written)
                yield Segment(found, start, Part.TOOL, turn)
                break


def _placed(text: str, place: Place, layers: Sequence[Layer]) -> Iterator[Segment]:
    """Yield the layers of a turn's content where they stand in the prompt."""
    turn, content = place.said.turn, place.said.text
    if not place.form:
        yield from _searched(text, place, layers)
        return
    moved = _mover(content, place.form)
    for layer in layers:
        start, end = place.start + moved(layer.start), place.start + moved(layer.end)
        if start < end:
            yield Segment(start, end, layer.part, turn, layer.name)


def _mover(content: str, form: str) -> Callable[[int], int]:
    """Return a function from a place in a content to the place in the form in which it was written."""
    lead = content.find(form)
    if lead >= 0:
        return lambda place: min(max(place - lead, 0), len(form))
    for plain in (content, content.strip()):
        for ascii_only in (False, True):
            if _escaped(plain, ascii_only) == form:
                first = content.find(plain)
                return partial(_escaped_place, plain, first, ascii_only)
    return lambda place: round(place / max(1, len(content)) * len(form))


def _escaped(text: str, ascii_only: bool) -> str:
    """Write a text as it stands inside JSON."""
    return json.dumps(text, ensure_ascii=ascii_only)[1:-1]


def _escaped_place(text: str, first: int, ascii_only: bool, place: int) -> int:
    return len(_escaped(text[: max(0, place - first)], ascii_only))


def _searched(text: str, place: Place, layers: Sequence[Layer]) -> Iterator[Segment]:
    """Yield the layers that can be found in a content that the template changed; the rest is the turn's."""
    content = place.said.text
    main = max(layers, key=lambda layer: layer.end - layer.start, default=None)
    if main is None:
        return
    cursor = place.start
    for layer in layers:
        if layer.part is main.part:
            continue
        wanted = content[layer.start : layer.end].strip()
        start = text.find(wanted, cursor, place.end) if wanted else -1
        if start >= 0:
            yield from _unless_empty(cursor, start, main.part, place.said.turn)
            yield Segment(start, start + len(wanted), layer.part, place.said.turn, layer.name)
            cursor = start + len(wanted)
    yield from _unless_empty(cursor, place.end, main.part, place.said.turn)


def _unless_empty(start: int, end: int, part: Part, turn: int) -> Iterator[Segment]:
    if start < end:
        yield Segment(start, end, part, turn)


def _covering(found: Sequence[Segment], body: str, length: int) -> Iterator[Segment]:
    """Put segments in order, what is between them being the template's, and the prefill at the end."""
    place = 0
    for segment in sorted(found, key=lambda segment: (segment.start, segment.end)):
        start = max(segment.start, place)
        if start >= segment.end:
            continue
        if start > place:
            yield Segment(place, start, Part.TEMPLATE)
        yield msgspec.structs.replace(segment, start=start)
        place = segment.end
    if place < len(body):
        yield Segment(place, len(body), Part.TEMPLATE)
    if len(body) < length:
        yield Segment(len(body), length, Part.PREFILL)


def _owners(starts: Sequence[int], segments: Sequence[Segment]) -> tuple[int, ...]:
    owners = []
    current = 0
    for start in starts:
        while current + 1 < len(segments) and segments[current].end <= start:
            current += 1
        owners.append(current)
    return tuple(owners)


def _left_out(walk: Walk, assembly: Assembly) -> str:
    """Say what of the conversation the template does not write."""
    written = {place.said.turn for place in walk.places}
    missing = [
        turn
        for place, turn in enumerate(assembly.turns)
        if place not in written and turn.turn.content.strip()
    ]
    if not missing:
        return ""
    if any(part_of_turn(turn) is Part.SYSTEM for turn in missing):
        return "The system prompt was not found in this text: the model's chat template leaves it out."
    return (
        f"{len(missing)} of the turns were not found in this text: the model's chat template leaves them out."
    )
