"""What differs between two versions of a prompt: line by line, and word by word inside a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum

import msgspec

from hone.domain.prompts import FewShot, PromptBody, Variable

_WORDS = re.compile(r"\w+|\s+|[^\w\s]")
_ALIKE = 0.3  # pairs of lines that share less are shown as one removed and one added


class Change(StrEnum):
    """What became of a line."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


class Part(StrEnum):
    """The parts of a prompt, in the order in which they are compared."""

    SYSTEM = "system"
    USER = "user"
    VARIABLES = "variables"
    EXAMPLES = "examples"
    REPLY = "reply"


class Piece(msgspec.Struct, frozen=True):
    """Some of a line; `changed` words are not in the line that stands for it on the other side."""

    text: str
    changed: bool = False


class DiffLine(msgspec.Struct, frozen=True):
    """One line of a comparison."""

    change: Change
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The whole line."""
        return "".join(piece.text for piece in self.pieces)


class PartDiff(msgspec.Struct, frozen=True):
    """A part of the prompt that differs, with all its lines."""

    part: Part
    lines: tuple[DiffLine, ...]

    def count(self, change: Change) -> int:
        """Return the number of lines with this change."""
        return sum(line.change is change for line in self.lines)


def diff_bodies(before: PromptBody, after: PromptBody) -> tuple[PartDiff, ...]:
    """Return the parts that differ; none when both say the same."""
    return tuple(
        PartDiff(part, diff_texts(text_of(before, part), text_of(after, part)))
        for part in Part
        if text_of(before, part) != text_of(after, part)
    )


def text_of(body: PromptBody, part: Part) -> str:
    """Write a part of a prompt as lines that can be compared and read."""
    match part:
        case Part.SYSTEM:
            return body.system
        case Part.USER:
            return body.user
        case Part.VARIABLES:
            return "\n".join(_variable_line(variable) for variable in body.variables)
        case Part.EXAMPLES:
            lines = [f"layout: {body.layout.value}"] if body.examples else []
            return "\n".join((*lines, *(line for each in body.examples for line in _example_lines(each))))
        case Part.REPLY:
            return "\n".join(_reply_lines(body))


def diff_texts(before: str, after: str) -> tuple[DiffLine, ...]:
    """Compare two texts; lines that were rewritten stand below each other with their changed words marked."""
    old, new = _lines(before), _lines(after)
    found: list[DiffLine] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if tag == "equal":
            found += [DiffLine(Change.SAME, (Piece(line),)) for line in old[i1:i2]]
        else:
            found += _rewritten(old[i1:i2], new[j1:j2])
    return tuple(found)


def _lines(text: str) -> list[str]:
    return text.split("\n") if text else []


def _rewritten(old: Sequence[str], new: Sequence[str]) -> Iterator[DiffLine]:
    """Pair lines in their order; what has no partner is wholly removed or added."""
    paired = min(len(old), len(new))
    for before, after in zip(old[:paired], new[:paired], strict=True):
        left, right = _word_pieces(before, after)
        yield DiffLine(Change.REMOVED, left)
        yield DiffLine(Change.ADDED, right)
    for line in old[paired:]:
        yield DiffLine(Change.REMOVED, (Piece(line, True),))
    for line in new[paired:]:
        yield DiffLine(Change.ADDED, (Piece(line, True),))


def _word_pieces(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    matcher = SequenceMatcher(a=old, b=new, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return (Piece(before, True),), (Piece(after, True),)
    left: list[Piece] = []
    right: list[Piece] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        left += [Piece("".join(old[i1:i2]), tag != "equal")] if i2 > i1 else []
        right += [Piece("".join(new[j1:j2]), tag != "equal")] if j2 > j1 else []
    return tuple(left), tuple(right)


def _variable_line(variable: Variable) -> str:
    said = f"{variable.name} ({variable.kind.value})"
    said += f" = {variable.default!r}" if variable.default else ""
    said += f" of {', '.join(variable.choices)}" if variable.choices else ""
    return said + (f": {variable.help}" if variable.help else "")


def _example_lines(example: FewShot) -> Iterator[str]:
    yield "example" if example.enabled else "example (off)"
    yield from (f"  input: {line}" for line in example.input.split("\n"))
    yield from (f"  output: {line}" for line in example.output.split("\n"))


def _reply_lines(body: PromptBody) -> Iterator[str]:
    if body.prefill:
        yield from (f"begins with: {line}" for line in body.prefill.split("\n"))
    yield from (f"stops at: {text!r}" for text in body.stop)
    if body.constraint.grammar:
        yield from (f"grammar: {line}" for line in body.constraint.grammar.split("\n"))
    if body.constraint.json_schema is not None:
        written = msgspec.json.format(msgspec.json.encode(body.constraint.json_schema)).decode()
        yield from (f"schema: {line}" for line in written.split("\n"))
