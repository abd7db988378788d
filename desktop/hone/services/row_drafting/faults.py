"""What is plainly wrong with a drafted prompt or reply, so that no person need look at it."""

from __future__ import annotations

import re

from hone.data.refusals import refuses
from hone.domain.row_drafts import DropReason
from hone.services.row_drafting.similarity import rouge_l, words_of

_LOOP = re.compile(r"(.{4,120}?)\1{3,}\s*\S{0,120}$", re.DOTALL)
_LOOP_OF_LETTERS = re.compile(r"(.{1,3}?)\1{24,}", re.DOTALL)
_LOOKED_AT = 800
_SAME = 0.9
_MARKS = re.compile(r"<\|[a-z_]{2,20}\|>|<(?:start|end)_of_turn>|\[/?INST\]|</?s>")


def fault_of(prompt: str, reply: str) -> DropReason | None:
    """Return why a pair is of no use; None when nothing is plainly wrong with it."""
    fault = fault_in(prompt) or fault_in(reply)
    if fault is not None:
        return fault
    if refuses(reply.strip()):
        return DropReason.REFUSAL
    if len(words_of(prompt)) > 2 and rouge_l(words_of(prompt), words_of(reply)) >= _SAME:
        return DropReason.REPEATS_PROMPT
    return None


def fault_in(text: str) -> DropReason | None:
    """Return why a text of its own is of no use: it says nothing, runs in circles, or holds control marks."""
    if not words_of(text):
        return DropReason.EMPTY
    if loops(text):
        return DropReason.LOOP
    return DropReason.UNREADABLE if _MARKS.search(text) else None


def why_nothing(text: str, cut: bool) -> DropReason:
    """Return why an answer holds nothing that was asked for; `cut` when the model had not ended by itself."""
    if not text.strip():
        return DropReason.EMPTY
    if refuses(text.strip()):
        return DropReason.REFUSAL
    return DropReason.CUT if cut else DropReason.UNREADABLE


def loops(text: str) -> bool:
    """Whether the end of a text says the same at least four times in a row."""
    end = text[-_LOOKED_AT:]
    return _LOOP.search(end) is not None or _LOOP_OF_LETTERS.search(end) is not None
