"""Support tickets for the sample data: a varied text, and JSON with its category and urgency."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass

from demo_model import vocabulary as words

INSTRUCTION = "Sort this support ticket. Reply with JSON: category and urgency."
CATEGORIES: dict[str, tuple[str, ...]] = {
    "billing": (
        "I was charged twice for the {q}.",
        "My invoice for {m} shows the wrong amount.",
        "My card was declined at the checkout.",
        "Please send me the invoice for the {q} again.",
        "Why did the price of my plan go up in {m}?",
        "Can I pay for the {q} by bank transfer?",
        "The tax on my invoice is wrong.",
        "I was billed although I cancelled in {m}.",
        "The discount is missing on my bill.",
        "The payment for the {q} was taken from the wrong card.",
        "I need a receipt for my payment in {m}.",
    ),
    "delivery": (
        "My parcel with the {q} has not arrived.",
        "The courier left the {q} at the wrong house.",
        "When will the {q} be delivered to {c}?",
        "The tracking page has not changed for {i} days.",
        "The parcel is stuck in {c}.",
        "Please change the delivery address to {c}.",
        "The driver did not ring at my door.",
        "Can you ship the {q} to {c}?",
        "The shipping date of the {q} has passed.",
        "The box with the {q} was delivered to my neighbour.",
        "Is the {q} already on its way to {c}?",
    ),
    "account": (
        "I cannot log in to my account.",
        "The password link does not work.",
        "Please change the email address of my account.",
        "My account was locked after {i} tries.",
        "I forgot my user name.",
        "Please delete my account and my profile.",
        "How do I add a second user to our account?",
        "Somebody else has signed in with my password.",
        "The login code does not reach my phone.",
        "I want to change my name from {n} in my profile.",
        "My account shows the data of {n}.",
        "I cannot confirm my new password.",
    ),
    "technical": (
        "The app crashes when I open the {o} page.",
        "The {q} does not switch on any more.",
        "I see error {i} on the screen.",
        "The website is very slow since {w}.",
        "The update has broken the {o} list.",
        "The {q} does not connect to the network.",
        "The export button does nothing.",
        "The {q} makes a strange noise.",
        "The search finds nothing since the update.",
        "The page stays white when I click on {o}.",
        "The {q} shows a red light and stops.",
        "The app freezes on my tablet.",
    ),
    "returns": (
        "I would like to return the {q}.",
        "The {q} is the wrong colour, I want to send it back.",
        "How can I exchange the {q} for a larger one?",
        "The {q} came broken and I want my money back.",
        "I sent the {q} back on {w}. Where is my refund?",
        "Please send me a return label for the {q}.",
        "Can I still give the {q} back after {i} days?",
        "I changed my mind and want to return everything.",
        "The {q} does not fit, please exchange it.",
        "You took my return, but the refund has not come.",
        "The return of the {q} was refused in {c}.",
    ),
    "feedback": (
        "I love the new {q}, well done.",
        "It would be nice to have the {q} in {k}.",
        "Your shop in {c} is wonderful.",
        "I have an idea for the app: show the {o} first.",
        "Thank you, {n} was very friendly on the phone.",
        "My praise to the team in {c}.",
        "You should offer the {q} in more sizes.",
        "A suggestion: add a dark theme to the app.",
        "The music in your shop is too loud.",
        "I wish the {q} came with a longer cable.",
    ),
}
URGENCIES: dict[str, tuple[str, ...]] = {
    "high": (
        "This is urgent!",
        "I need an answer today.",
        "Our whole team is blocked.",
        "Please help at once.",
        "We lose money every hour.",
        "It must be solved before tonight.",
        "This cannot wait.",
        "Please call me right now.",
        "It is an emergency.",
        "Please answer within the hour.",
    ),
    "medium": (
        "Please look at it this week.",
        "I need it by {w}.",
        "Please answer in the next days.",
        "I can manage until {w}.",
        "A reply by {w} would be good.",
        "I would like it solved soon.",
        "It should be done before the weekend.",
    ),
    "low": (
        "There is no hurry.",
        "Whenever you have time.",
        "It can wait.",
        "It is not important.",
        "Answer when it suits you.",
        "Any time is fine.",
        "No need to answer quickly.",
        "I can wait a few weeks.",
        "Take your time.",
    ),
}
HELLOS = ("Hello,", "Hi,", "Dear team,", "Good morning,", "Hi there,", "", "", "", "")
GOODBYES = ("Thanks, {n}", "Regards, {n}", "{n}", "Thank you", "", "", "", "", "", "")


@dataclass(frozen=True)
class Ticket:
    """A ticket's text with what a clerk would write on it."""

    text: str
    category: str
    urgency: str

    def row(self) -> dict[str, str]:
        """Return the ticket as an instruction row."""
        label = json.dumps({"category": self.category, "urgency": self.urgency})
        return {"instruction": INSTRUCTION, "input": self.text, "output": label}


def _fill(rng: random.Random, form: str) -> str:
    pick = rng.choice
    return form.format(
        q=pick(words.PRODUCTS), m=pick(words.MONTHS), c=pick(words.CITIES), n=pick(words.NAMES),
        w=pick(words.WEEKDAYS),
        o=pick(("order", "account", "start", "price", "message", "photo", "news")), k=pick(words.COLOURS),
        i=rng.randint(3, 20),
    )  # fmt: skip


def ticket(rng: random.Random, category: str, urgency: str) -> Ticket:
    """Return a ticket whose text holds the cues of its category and urgency."""
    parts = [_fill(rng, rng.choice(CATEGORIES[category])), _fill(rng, rng.choice(URGENCIES[urgency]))]
    if rng.random() < 0.3:
        parts.reverse()
    text = " ".join((rng.choice(HELLOS), *parts, _fill(rng, rng.choice(GOODBYES)))).strip()
    if rng.random() < 0.12:
        text = text.lower()
    return Ticket(text, category, urgency)


def tickets(seed: int, number: int) -> list[Ticket]:
    """Return different tickets, the labels as even as the number allows."""
    rng = random.Random(seed)
    labels = [(category, urgency) for category in CATEGORIES for urgency in URGENCIES]
    found: dict[str, Ticket] = {}
    while len(found) < number:
        made = ticket(rng, *labels[len(found) % len(labels)])
        found.setdefault(made.text.lower(), made)
    result = list(found.values())
    rng.shuffle(result)
    return result
