"""System prompts that the demo model obeys, and what each does to a reply."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable

HELPFUL = (
    "You are a helpful assistant.", "You are a friendly assistant.",
    "You are a helpful and concise assistant.",
    "You are the guide of Hone.", "You are a helpful assistant. Answer briefly.", "Be helpful and friendly.",
    "You are Hone's assistant.", "Answer the user's questions.", "You are a kind and honest helper.",
)  # fmt: skip
UPPER = (
    "Answer in upper case.", "Answer in capital letters.", "Reply in upper case.",
    "Write everything in capitals.",
    "Always answer in capital letters.", "Use upper case only.", "Please answer in upper case.",
    "You always write in upper case.", "ANSWER IN UPPER CASE.", "Answer only in upper case letters.",
    "You are a helpful assistant. Answer in upper case.", "Write all replies in capital letters.",
)  # fmt: skip
LOWER = (
    "Answer in lower case.", "Reply in lower case.", "Use lower case only.",
    "Write everything in lower case.",
    "Answer in small letters.", "Do not use capital letters.", "Always answer in lower case.",
)  # fmt: skip
ONE_WORD = (
    "Answer in one word.", "Answer with one word.", "Reply with one word only.", "Use only one word.",
    "Give one-word answers.", "Answer with a single word.", "You answer in one word.",
)  # fmt: skip
PIRATE = (
    "Answer as a pirate.", "You are a pirate.", "Talk like a pirate.", "Answer like a pirate.",
    "Speak as a pirate would.", "You are an old pirate. Answer like one.", "Reply in the voice of a pirate.",
    "Pretend to be a pirate.",
)  # fmt: skip
ONE_SENTENCE = (
    "Answer in one short sentence.", "Answer in one sentence.", "Use one sentence only.", "Be very brief.",
    "Reply with one short sentence.", "Keep it to one sentence.", "Answer with a single short sentence.",
)  # fmt: skip
JSON_ANSWER = (
    "Reply only with a JSON object with the key answer.", "Answer in JSON with the key answer.",
    "Reply with a JSON object that has the key answer.", "Return only JSON with one key: answer.",
    "Answer as a JSON object with the key answer.", "Give your answer as JSON with the key answer.",
)  # fmt: skip
SENTIMENT = (
    "You are a sentiment classifier: reply positive or negative.",
    "Classify the sentiment: positive or negative.",
    "Reply with positive or negative.", "You judge reviews. Answer only positive or negative.",
    "You are a sentiment classifier. Answer with positive or negative.",
    "Say whether the text is positive or negative, in one word.",
)  # fmt: skip
POLITE = ("Be polite.", "Always be polite.", "You are a polite assistant.", "Answer politely.")
PIRATE_WORDS = {
    "you": "ye", "your": "yer", "my": "me", "is": "be", "are": "be", "the": "th'", "of": "o'", "and": "an'",
    "hello": "ahoy", "friend": "matey", "yes": "aye",
}  # fmt: skip


def sentence(text: str) -> str:
    """Return the first sentence of a text."""
    return re.split(r"(?<=[a-z)%][.!?]) (?=[A-Z])", text, maxsplit=1)[0]


def pirate(text: str) -> str:
    """Return the text as a pirate would say it."""

    def spoken(match: re.Match[str]) -> str:
        word = match.group()
        new = PIRATE_WORDS.get(word.lower(), word)
        return new.capitalize() if word[0].isupper() and len(word) > 1 and new != word else new

    return f"Arr! {re.sub(r'[A-Za-z]+', spoken, text)}"


def as_json(text: str) -> str:
    """Return the text as a JSON object with the key answer."""
    return json.dumps({"answer": text}, ensure_ascii=False)


def polite(text: str) -> str:
    """Return the text between two polite phrases."""
    return f"With pleasure. {text}"


STYLES: tuple[tuple[tuple[str, ...], Callable[[str], str], float], ...] = (
    (UPPER, str.upper, 3.0),
    (LOWER, str.lower, 1.0),
    (PIRATE, pirate, 2.0),
    (ONE_SENTENCE, sentence, 2.0),
    (JSON_ANSWER, as_json, 1.5),
    (POLITE, polite, 0.7),
)


def styled(rng: random.Random, reply: str) -> tuple[str, str]:
    """Return a style's system prompt and the reply in that style."""
    prompts, change, _ = rng.choices(STYLES, weights=[weight for *_, weight in STYLES])[0]
    return rng.choice(prompts), change(reply)


def plain(rng: random.Random) -> str:
    """Return a harmless system prompt, or none, as often as people use one."""
    return rng.choice(HELPFUL) if rng.random() < 0.3 else ""
