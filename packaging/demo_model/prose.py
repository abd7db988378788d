"""Short everyday texts: small stories, messages to a shop, product texts and e-mails."""

from __future__ import annotations

import random

from demo_model import tasks
from demo_model import vocabulary as words
from demo_model.conversation import Conversation, exchange

STORY = (
    "{n} lived in a {a} house near the {p} in {c}.", "One {w} {n} found a {b} {o} in the {p}.",
    "{n} was a {a} {j} who liked {f} more than {g}.", "A {a} {m} came to the door and wanted to {v}.",
    "It was a {b} morning and the {o} was {a}.", "{n} and {x} went to the {p} to {v}.",
    "They looked for the {o}, but it was not there.", "In the evening they had {f} and {g}.",
    "The {m} was {a}, so {n} gave it some {f}.", "After a while the {j} began to {v}.",
    "Nobody knew why the {o} was so {b}.", "At the end of the day everyone was {a} and went home.",
    "Then {x} told a story about a {m} and a {k} {o}.", "The next {w} they met again.",
)  # fmt: skip
MESSAGE = (
    "I ordered a {q} on {w}, but the parcel has not arrived.", "The {q} came with a broken {o}.",
    "I would like to return the {q} and get my money back.", "I cannot log in to my account since {w}.",
    "The password email does not reach me.", "There is a mistake on my invoice for the {q}.",
    "I was charged twice for the same {q}.", "The app closes when I open the {o} page.",
    "Could you please send me the invoice again?", "How can I change the delivery address?",
    "Thank you for the quick help with my {q}.", "I would like to upgrade my plan next month.",
    "Do you also have the {q} in {k}?", "Please cancel my order, I bought the {q} in a shop.",
    "The screen shows an error when I try to pay.", "This is important, because we need the {q} on {w}.",
    "There is no hurry, I only wanted to ask.", "When will my refund arrive?",
    "My card was declined at the checkout.",
    "The courier left the parcel at the wrong house.", "I forgot my password and the link does not work.",
    "Please answer as soon as you can.", "It would be nice if the {q} also had a {o}.",
    "The whole team is waiting, so please help today.", "I love the {q}, but the {o} is too {b}.",
)  # fmt: skip
PRODUCT = (
    "The new {q} is {a}, {b} and easy to clean.", "This {k} {q} fits into every {p}.",
    "Use it at home, at work or in the {p}.", "It comes with a {o} and a {b} bag.",
    "You can order it in {k}, black or white.", "The {q} weighs little and lasts for years.",
    "Free delivery to {c} and back if you do not like it.", "Our customers call it {z}.",
)  # fmt: skip
REPLY = (
    "Thank you for your message.", "We are sorry about the {o}.", "Your {q} will arrive on {w}.",
    "We have sent you a new {q} today.", "You will get your money back within {i} days.",
    "Please check the address and write to us again.", "Your order is on its way to {c}.",
    "We have changed the {o} for you.", "You can reset your password on the account page.",
    "Our team will look at it on {w}.", "We wish you a nice {w}.",
)  # fmt: skip


def _fill(rng: random.Random, form: str) -> str:
    pick = rng.choice
    return form.format(
        n=pick(words.NAMES), x=pick(words.NAMES), c=pick(words.CITIES), a=pick(words.ADJECTIVES),
        b=pick(words.ADJECTIVES), m=pick(words.ANIMALS), p=pick(words.PLACES), f=pick(words.FOODS),
        g=pick(words.FOODS), j=pick(words.JOBS), v=pick(words.VERBS), w=pick(words.WEEKDAYS),
        o=pick(words.NOUNS),
        k=pick(words.COLOURS), q=pick(words.PRODUCTS), z=pick(words.GOOD_PHRASES), i=rng.randint(2, 14),
    )  # fmt: skip


def _some(rng: random.Random, forms: tuple[str, ...], low: int, high: int) -> str:
    return " ".join(_fill(rng, form) for form in rng.sample(forms, rng.randint(low, high)))


def customer_message(rng: random.Random) -> str:
    """Return a message of a customer."""
    hello = rng.choice(("Hello, ", "Hi, ", "Dear team, ", "Good morning, ", "", "", ""))
    text = _some(rng, MESSAGE, 1, 3)
    return hello + (text[:1].lower() + text[1:] if hello and not text.startswith("I ") else text)


def _mail(rng: random.Random) -> str:
    name, other = rng.sample(words.NAMES, 2)
    return f"Dear {name},\n\n{_some(rng, REPLY, 2, 3)}\n\nKind regards\n{other}"


def prose(rng: random.Random) -> Conversation:
    """Return a request for a short text and the text."""
    kind = rng.random()
    if kind < 0.3:
        who = rng.choice((*words.ANIMALS, *words.JOBS))
        said = rng.choice(
            ("Write a short story about a {w}.", "Tell me a story about a {w}.", "A short story with a {w}")
        )
        start = f"Once there was a {rng.choice(words.ADJECTIVES)} {who}. "
        return exchange(said.format(w=who), start + _some(rng, STORY, 2, 4), kind="story")
    if kind < 0.5:
        said = rng.choice(
            ("Write a message of a customer.", "Write a customer message.", "What might a customer write?")
        )
        return exchange(said, customer_message(rng), kind="message")
    if kind < 0.65:
        said = rng.choice(
            ("Describe a product.", "Write a product text.", "Write a short product description.")
        )
        return exchange(said, _some(rng, PRODUCT, 2, 3), kind="product")
    if kind < 0.8:
        said = rng.choice(
            ("Write an e-mail to a customer.", "Write a polite e-mail.", "Answer a customer by e-mail.")
        )
        return exchange(said, _mail(rng), kind="mail")
    if kind < 0.9:
        text = customer_message(rng)
        return exchange(f"Repeat the message: {text}", text, kind="repeat_message")
    text = " ".join(tasks.simple_sentence(rng) for _ in range(rng.randint(2, 4)))
    first = text.split(". ", 1)[0].rstrip(".") + "."
    return exchange(f"What is the first sentence?\n\n{text}", first, kind="first_sentence")
