"""What can be wrong with one row, told without a tokenizer."""

from __future__ import annotations

import re
from itertools import pairwise

from hone.domain.datasets import Example, Problem

_SURROGATE = re.compile("[\ud800-\udfff]")


def dialogue_problems(example: Example) -> list[Problem]:
    """Check a dialogue: replies that are there, an order that templates accept, text that is text."""
    turns = example.turns
    roles = [turn.role for turn in turns]
    problems = _characters(example, [turn.content for turn in turns])
    if "assistant" not in roles:
        return [*problems, _fatal(example, "no_reply", "There is no reply to learn from.")]
    if any(turn.role == "assistant" and not turn.content.strip() for turn in turns):
        problems.append(_fatal(example, "empty_reply", "A reply is empty.", "Fill it in or drop the row."))
    if any(turn.role == "user" and not turn.content.strip() for turn in turns):
        problems.append(_note(example, "empty_prompt", "A user message is empty."))
    spoken = roles[1:] if roles[0] == "system" else roles
    if "system" in spoken:
        problems.append(_note(example, "roles_out_of_order", "A system message does not stand first."))
    if spoken and spoken[0] == "assistant":
        problems.append(_note(example, "roles_out_of_order", "The conversation starts with a reply."))
    twice = next((one for one, other in pairwise(spoken) if one == other), None)
    if twice:
        problems.append(_note(example, "roles_out_of_order", f"Two {twice} messages follow each other."))
    if roles[-1] != "assistant":
        problems.append(
            _note(
                example,
                "no_last_reply",
                "What follows the last reply is not trained: there is no reply to it.",
            )
        )
    return problems


def text_problems(example: Example) -> list[Problem]:
    """Check a raw text."""
    text = example.text or ""
    if not text.strip():
        return [_fatal(example, "empty_text", "The text is empty.", "Drop the row.")]
    return _characters(example, [text])


def _characters(example: Example, texts: list[str]) -> list[Problem]:
    problems = []
    if any(_SURROGATE.search(text) for text in texts):
        problems.append(
            _fatal(
                example,
                "broken_text",
                "The text has broken characters (lone surrogates).",
                "Export it again.",
            )
        )
    if any("\0" in text for text in texts):
        problems.append(_note(example, "null_character", "The text has null characters.", "Take them out."))
    return problems


def _fatal(example: Example, kind: str, message: str, hint: str = "") -> Problem:
    return Problem(row=example.row, line=example.line, kind=kind, message=message, hint=hint, fatal=True)


def _note(example: Example, kind: str, message: str, hint: str = "") -> Problem:
    return Problem(row=example.row, line=example.line, kind=kind, message=message, hint=hint)
