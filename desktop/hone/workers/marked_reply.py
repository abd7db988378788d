"""Split a reply whose reasoning and tool calls stand between marks.

White space next to a block belongs to the marks and is dropped, as templates write it again. A mark made of
letters opens a reasoning block only where a reply or a new part of it begins, so that a model may write about
`<think>`. What turns out to be no tool call is given back as the text that it was, marks included.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from enum import Enum

from hone.workers.marks_in_stream import Kind, MarkScanner, Stretch
from hone.workers.part_kinds import Part, ReasoningPart, TextPart
from hone.workers.reasoning_marks import ReasoningMarks
from hone.workers.tool_call_formats import Reading, ToolCallFormat

_EARLY = 64  # characters after which a body is looked at only when it may be complete
_BETWEEN_CALLS = " \t\r\n;"


class _Mode(Enum):
    TEXT = 1
    REASONING = 2
    CALL = 3


class MarkedReply:
    """Splits one reply. `opened` is the block that the prompt has opened."""

    def __init__(
        self,
        pairs: Sequence[ReasoningMarks],
        formats: Sequence[ToolCallFormat],
        control: frozenset[str],
        opened: ReasoningMarks | None = None,
        prefill: str = "",
    ) -> None:
        self._control = control
        self._pairs = {pair.start: pair for pair in pairs}
        self._formats: dict[str, tuple[ToolCallFormat, ...]] = {}
        for each in formats:
            self._formats[each.start] = (*self._formats.get(each.start, ()), each)
        self._bare = self._formats.pop("", ())
        marks = {*self._pairs, *(pair.end for pair in pairs), *self._formats}
        self._scanner = MarkScanner(marks, control)
        self._queue: deque[Stretch] = deque()
        self._mode = _Mode.TEXT
        self._pair: ReasoningMarks | None = None
        self._label = ""
        self._fresh = True  # a block may begin here: nothing but white space since the reply or a block began
        self._trims = False  # a block has just begun or ended: white space is dropped
        self._gap = ""  # white space that is dropped if a block follows
        self._refused = False  # what began like a call was none: its control tokens are shown from there on
        self._start = ""
        self._tried: tuple[ToolCallFormat, ...] = ()
        self._body = ""
        self._pieces: list[Stretch] = []
        self._given = 0
        if opened is not None:
            self._open(opened)
            self._label = ""
        if prefill:
            self._take_prefill(prefill)

    def add(self, text: str, control: str) -> list[Part]:
        """Take new text, and the text of a control token that followed it, and return what is certain now."""
        # Nearly all tokens of a text are of this kind, so they are not sent through the whole machine.
        within = self._mode is _Mode.TEXT and not (self._fresh or self._gap or control)
        if within and text and not text[-1].isspace() and self._scanner.has_no_mark(text):
            return [TextPart(text)]
        parts: list[Part] = []
        self._queue.extend(self._scanner.add(text, control))
        self._work(parts)
        return parts

    def end(self) -> list[Part]:
        """Return what was held back; an unfinished tool call comes as text."""
        parts: list[Part] = []
        self._queue.extend(self._scanner.end())
        self._work(parts)
        while self._mode is _Mode.CALL:
            self._try_call(parts, ended=True)
            self._work(parts)
        gap, self._gap = self._gap.strip() if self._trims else self._gap, ""
        if gap:
            parts.append(ReasoningPart(gap) if self._mode is _Mode.REASONING else TextPart(gap))
        return parts

    def _work(self, parts: list[Part]) -> None:
        while self._queue:
            stretch = self._queue.popleft()
            if self._mode is _Mode.CALL:
                self._take_into_call(stretch, parts)
            elif self._mode is _Mode.REASONING:
                self._take_reasoning(stretch, parts)
            elif stretch.kind is Kind.MARK:
                self._take_mark(stretch.text, parts)
            elif stretch.kind is Kind.TEXT:
                self._take_text(stretch.text, parts)
            elif self._refused:
                self._say(stretch.text, parts)

    def _take_mark(self, mark: str, parts: list[Part]) -> None:
        pair = self._pairs.get(mark)
        is_token = mark in self._control
        if pair is not None and (is_token or self._fresh):
            self._open(pair)
        elif mark in self._formats:
            self._begin_call(mark, self._formats[mark])
        elif not is_token or self._refused:
            self._say(mark, parts)

    def _take_text(self, text: str, parts: list[Part]) -> None:
        if self._bare and self._fresh:
            text, self._gap = self._gap + text, ""
            rest = text.lstrip(_BETWEEN_CALLS if self._trims else None)
            if not rest:
                self._gap = text
                return
            if rest[0] == "{":
                self._gap = text[: -len(rest)]
                self._begin_call("", self._bare)
                self._queue.appendleft(Stretch(Kind.TEXT, rest))
                return
        if self._trims:
            text = text.lstrip()
        if text:
            self._say(text, parts)

    def _say(self, text: str, parts: list[Part]) -> None:
        """Pass text on, but for the white space at its end."""
        text = self._gap + text
        shown = text.rstrip()
        self._gap = text[len(shown) :]
        if shown:
            self._fresh = self._trims = False
            parts.append(TextPart(shown))

    # ---- reasoning --------------------------------------------------------------------------------

    def _open(self, pair: ReasoningMarks) -> None:
        self._mode, self._pair, self._label = _Mode.REASONING, pair, pair.label
        self._gap, self._trims = "", True

    def _take_reasoning(self, stretch: Stretch, parts: list[Part]) -> None:
        assert self._pair is not None
        mark, is_token = stretch.text, stretch.text in self._control
        if stretch.kind is Kind.CONTROL:
            return
        if stretch.kind is Kind.MARK and mark == self._pair.end:
            self._close(parts)
        elif stretch.kind is Kind.MARK and is_token and mark in self._formats:
            self._close(parts)
            self._begin_call(mark, self._formats[mark])
        elif stretch.kind is Kind.TEXT or not (is_token or (mark == self._pair.start and self._trims)):
            self._think(stretch.text, parts)

    def _think(self, text: str, parts: list[Part]) -> None:
        text, self._gap = self._gap + text, ""
        if self._trims:
            text = text.lstrip()
            if self._label and self._label.startswith(text):
                self._gap = text
                return
            if self._label and text.startswith(self._label) and text[len(self._label)].isspace():
                text = text[len(self._label) :].lstrip()
            self._label = ""
            if not text:
                return
        shown = text.rstrip()
        self._gap = text[len(shown) :]
        self._trims = False
        parts.append(ReasoningPart(shown))

    def _close(self, parts: list[Part]) -> None:
        held = self._gap.strip()
        if held and held != self._label:
            parts.append(ReasoningPart(held))
        self._block_ended()

    def _block_ended(self) -> None:
        self._mode, self._gap = _Mode.TEXT, ""
        self._fresh = self._trims = True
        self._refused = False

    # ---- tool calls -------------------------------------------------------------------------------

    def _begin_call(self, start: str, formats: tuple[ToolCallFormat, ...]) -> None:
        self._mode, self._start, self._tried = _Mode.CALL, start, formats
        self._body, self._pieces, self._given = "", [], 0

    def _take_into_call(self, stretch: Stretch, parts: list[Part]) -> None:
        self._pieces.append(stretch)
        self._body += stretch.text
        early = len(self._body) <= _EARLY or stretch.kind is not Kind.TEXT
        if early or any(last in stretch.text for each in self._tried for last in each.lasts):
            self._try_call(parts, ended=False)

    def _try_call(self, parts: list[Part], ended: bool) -> None:
        """See whether the body is a call, cannot become one, or needs more text."""
        readings = [each.read(self._body, ended) for each in self._tried]
        found = next((reading for reading in readings if reading is not None and reading.calls), None)
        if found is not None:
            parts.extend(found.calls)
            self._queue.extendleft(reversed(self._after(found)))
            self._block_ended()
        elif ended or None not in readings:
            self._refuse(parts)

    def _refuse(self, parts: list[Part]) -> None:
        """Give all that began like a call back, but for what a prefill has given."""
        self._mode, self._fresh, self._refused = _Mode.TEXT, False, True
        self._queue.extendleft(reversed(self._pieces[self._given :]))
        if self._given:
            return
        if self._trims:
            self._gap = self._gap.strip()
        self._trims = False
        self._say(self._start, parts)

    def _after(self, reading: Reading) -> list[Stretch]:
        """Return what of the body follows the calls that were read."""
        left, rest = reading.used, []
        for piece in self._pieces:
            if left < len(piece.text):
                rest.append(Stretch(piece.kind, piece.text[left:]) if left else piece)
            left = max(0, left - len(piece.text))
        return rest

    def _take_prefill(self, prefill: str) -> None:
        """Go on where the beginning of the reply has led to; it is not told again."""
        self.add(prefill, "")
        self._scanner.forget()
        self._gap = ""
        self._given = len(self._pieces) if self._mode is _Mode.CALL else 0
        if prefill.strip() and self._mode is _Mode.TEXT and not self._trims:
            self._fresh = False
