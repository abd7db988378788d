"""What is plainly wrong with a drafted prompt or reply, so that no person need look at it."""

from __future__ import annotations

import re

from hone.domain.row_drafts import DropReason
from hone.services.row_drafting.similarity import rouge_l, words_of

# "I'm sorry to hear that" is no refusal: what cannot be done must follow.
_SORRY = (
    r"(?:(?:i(?:['’]m| am) )?(?:very |so |really )?sorry|i apologi[sz]e|unfortunately|"
    r"(?:es )?tut mir leid|leider|"
    r"lo siento|(?:je suis )?désolée?)\W{0,3}(?:but|aber|pero|mais)?\W{0,2}"
)
_CANNOT = (
    r"(?:i(?:['’]m| am)? ?(?:can(?:['’]t|not| not)|unable to|not able to) (?:\w+ ){0,2}?"
    r"(?:assist|help|provide|answer|comply|fulfil|write|create|generate|discuss|respond|do that)|"
    r"(?:ich )?kann (?:ich )?(?:\w+ ){0,4}?nicht (?:\w+ )?"
    r"(?:helfen|beantworten|erfüllen|schreiben|erstellen)|"
    r"no puedo (?:ayudar|responder|cumplir|escribir|crear)|"
    r"je ne peux pas (?:vous )?(?:aider|répondre|écrire|créer))"
)
_AS_AN_AI = (
    r"(?:as an? (?:ai|(?:large )?language model)|als (?:ki|sprachmodell)|como (?:una )?ia|"
    r"en tant qu['’]ia)\b"
)
_REFUSAL = re.compile(rf"^\W*(?:(?:{_SORRY})?(?:{_CANNOT}|{_AS_AN_AI}))", re.IGNORECASE)
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
    if is_refusal(reply):
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


def is_refusal(reply: str) -> bool:
    """Whether a reply begins as models begin that refuse, in English, German, Spanish or French."""
    return _REFUSAL.match(reply[:200]) is not None


def loops(text: str) -> bool:
    """Whether the end of a text says the same at least four times in a row."""
    end = text[-_LOOKED_AT:]
    return _LOOP.search(end) is not None or _LOOP_OF_LETTERS.search(end) is not None
