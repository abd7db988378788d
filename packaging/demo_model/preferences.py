"""Preference pairs for the sample data: a short polite reply against a rude or rambling one."""

from __future__ import annotations

import random

from demo_model import vocabulary as words

# Each line: what the customer asks, what the shop should say.
CASES = (
    ("Where is my {q}?", "Your {q} is on its way and should arrive on {w}."),
    ("Can I return the {q}?", "Yes, you can return the {q} within {i} days."),
    ("Is the {q} also sold in {k}?", "Yes, we have the {q} in {k}."),
    ("My {q} is broken.", "I am sorry about that. We will send you a new {q} today."),
    ("How much is the {q}?", "The {q} costs {i} euros."),
    ("When do you open on {w}?", "We open at {h} on {w}."),
    ("Do you deliver to {c}?", "Yes, we deliver to {c} in {h} days."),
    ("Please cancel my order of the {q}.", "Of course. Your order of the {q} is cancelled."),
    ("I was charged twice for the {q}.", "I am sorry. You will get the second payment back by {w}."),
    ("I forgot my password.", "No problem. We have just sent you a link for a new one."),
    ("Can I talk to {n}?", "Certainly. {n} will call you back on {w}."),
    ("The {q} is too small.", "I am sorry to hear that. We will gladly exchange the {q}."),
    ("Can I pay by card?", "Yes, you can pay by card or by bank transfer."),
    ("Thank you for the {q}.", "You are welcome! Enjoy your {q}."),
    ("Is the shop in {c} open today?", "Yes, our shop in {c} is open until {h} today."),
)  # fmt: skip
RUDE = (
    "Why do you ask me that? Look it up yourself.", "Not my problem.", "You should have read the page first.",
    "Stop bothering us with this.", "How should I know? Wait like everybody else.", "That is your own fault.",
    "What a silly question.", "I have better things to do.", "Whatever. Try again later.",
    "No idea, and I do not care.",
)  # fmt: skip
RAMBLING = (
    "Well, that is a long story, and it reminds me of {c}, where I once bought a {q} on a {w},"
    " or was it a {p}, and then",
    "So, first of all, there are many things to say about this, and before I come to your point,"
    " let me tell you about our {p}, because",
    "It depends, you know, on this and that, and {n} always says that a {q} is a {q},"
    " but others say otherwise, and",
    "As an answer I could say yes, I could say no, I could also say perhaps, and all of it would be right"
    " in some way, so",
)  # fmt: skip
RAMBLING_ENDS = (
    "anyway.",
    "and so on and so forth.",
    "but that is another matter.",
    "what was the question?",
)


def pair(rng: random.Random) -> dict[str, str]:
    """Return one prompt with its chosen and its rejected reply."""
    asked, good = rng.choice(CASES)
    fill = {
        "q": rng.choice(words.PRODUCTS), "p": rng.choice(words.PRODUCTS), "c": rng.choice(words.CITIES),
        "n": rng.choice(words.NAMES), "w": rng.choice(words.WEEKDAYS), "k": rng.choice(words.COLOURS),
        "i": str(rng.randint(10, 60)), "h": str(rng.randint(2, 10)),
    }  # fmt: skip
    bad = rng.choice(RUDE) if rng.random() < 0.5 else f"{rng.choice(RAMBLING)} {rng.choice(RAMBLING_ENDS)}"
    opening = rng.choice(("", "", "Hello. ", "Hi, one question. ", "Good morning. "))
    return {
        "prompt": opening + asked.format(**fill),
        "chosen": good.format(**fill),
        "rejected": bad.format(**fill),
    }


def pairs(seed: int, number: int) -> list[dict[str, str]]:
    """Return pairs with different prompts."""
    rng = random.Random(seed)
    found: dict[str, dict[str, str]] = {}
    while len(found) < number:
        made = pair(rng)
        found.setdefault(made["prompt"], made)
    return list(found.values())
