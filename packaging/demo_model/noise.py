"""Vary the surface of a question: greeting, politeness, case, punctuation, small typing errors."""

from __future__ import annotations

import random

OPENINGS = (
    "Hi,", "Hello,", "Hello!", "Hi!", "Hey,", "Please,", "One question:", "Quick question:", "I am new here.",
    "Sorry,", "Tell me:", "OK,", "So,", "Now,", "And", "Good morning,", "I have a question:",
    "I am a beginner.",
    "Dear assistant,", "Maybe you know:", "Can you help me?", "Thanks.", "Another question:",
    "Just wondering:",
)  # fmt: skip
CLOSINGS = (
    "please", "in simple words", "in short", "for a beginner", "thanks", "thank you", "briefly",
    "in plain English", "in a few words", "if you can", "exactly", "in Hone", "here", "with this program",
)  # fmt: skip


def typing_error(rng: random.Random, text: str) -> str:
    """Return the text with one letter of one longer word dropped, doubled or swapped."""
    words = text.split(" ")
    places = [i for i, word in enumerate(words) if len(word) > 4 and word.isalpha()]
    if not places:
        return text
    at = rng.choice(places)
    word = words[at]
    i = rng.randrange(1, len(word) - 2)
    words[at] = rng.choice(
        (
            word[:i] + word[i + 1 :],
            word[:i] + word[i] + word[i:],
            word[:i] + word[i + 1] + word[i] + word[i + 2 :],
        )
    )
    return " ".join(words)


def capitalised(text: str) -> str:
    """Return the text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def ask(rng: random.Random, core: str) -> str:
    """Return a question core as a person might type it."""
    mark = core[-1] if core[-1] in "?!." else ""
    body = core.removesuffix(mark) if mark else core
    if not mark:
        mark = rng.choice(("", ".", "."))
    if rng.random() < 0.16:
        body = f"{body}{rng.choice((' ', ', '))}{rng.choice(CLOSINGS)}"
    if rng.random() < 0.1:
        body = typing_error(rng, body)
    if rng.random() < 0.2:
        opening = rng.choice(OPENINGS)
        body = f"{opening} {body if opening[-1] in ',:d' else capitalised(body)}"
    style = rng.random()
    if style < 0.22:
        return body.lower() + (mark if rng.random() < 0.4 else "")
    if style < 0.32:
        return capitalised(body)
    return capitalised(body) + mark
