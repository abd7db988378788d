"""Small instruction tasks with exact answers."""

from __future__ import annotations

import json
import random
from collections.abc import Callable

from demo_model import systems
from demo_model import vocabulary as words
from demo_model.conversation import Conversation, exchange

Task = tuple[str, str]


def _put(rng: random.Random, instructions: tuple[str, ...], text: str, reply: str) -> Task:
    """Return a task with the text after the instruction in one of the usual layouts."""
    said = rng.choice(instructions)
    if rng.random() < 0.2:
        said = said.lower()
    layout = rng.random()
    if layout < 0.4:
        return f"{said}: {text}", reply
    if layout < 0.65:
        return f"{said}.\n\n{text}", reply
    if layout < 0.8:
        return f"{said}:\n{text}", reply
    return f'{said}: "{text}"', reply


def _some(rng: random.Random, low: int = 2, high: int = 5) -> list[str]:
    return rng.sample(words.EVERYDAY, rng.randint(low, high))


def upper(rng: random.Random) -> Task:
    """Write words in upper case."""
    text = " ".join(_some(rng, 1, 5))
    said = ("Write in upper case", "Convert to upper case", "Put this into capital letters",
            "Make this upper case",
            "Write this in capitals", "Turn this text into upper case")  # fmt: skip
    return _put(rng, said, text, text.upper())


def lower(rng: random.Random) -> Task:
    """Write words in lower case."""
    text = " ".join(_some(rng, 1, 5))
    said = (
        "Write in lower case",
        "Convert to lower case",
        "Put this into small letters",
        "Make this lower case",
    )
    return _put(rng, said, text.upper() if rng.random() < 0.6 else text.title(), text)


def reverse(rng: random.Random) -> Task:
    """Reverse the order of words."""
    found = _some(rng, 2, 5)
    said = ("Reverse the order of the words", "Write the words in reverse order",
            "Turn the order of the words around",
            "Put the words in the opposite order")  # fmt: skip
    return _put(rng, said, " ".join(found), " ".join(reversed(found)))


def first_last(rng: random.Random) -> Task:
    """Give the first or the last word."""
    found = _some(rng, 3, 6)
    if rng.random() < 0.5:
        said = ("Give the first word", "What is the first word of this text", "Write only the first word",
                "Take the first word")  # fmt: skip
        return _put(rng, said, " ".join(found), found[0])
    said = (
        "Give the last word",
        "What is the last word of this text",
        "Write only the last word",
        "Take the last word",
    )
    return _put(rng, said, " ".join(found), found[-1])


def count(rng: random.Random) -> Task:
    """Count the words of a list."""
    found = _some(rng, 1, 7)
    said = (
        "Count the words",
        "How many words are in this text",
        "Say how many words there are",
        "Number of words",
    )
    return _put(rng, said, " ".join(found), str(len(found)))


def order(rng: random.Random) -> Task:
    """Sort words by the alphabet."""
    found = _some(rng, 2, 4)
    said = (
        "Sort the words by the alphabet",
        "Sort these words",
        "Put the words in alphabetical order",
        "Sort from A to Z",
    )
    return _put(rng, said, " ".join(found), " ".join(sorted(found)))


def repeat(rng: random.Random) -> Task:
    """Repeat a text."""
    text = " ".join(_some(rng, 1, 6)) if rng.random() < 0.6 else simple_sentence(rng)
    said = ("Repeat", "Repeat this", "Say", "Repeat after me", "Copy this text", "Write exactly this")
    return _put(rng, said, text, text)


def spell(rng: random.Random) -> Task:
    """Spell a word with hyphens."""
    word = rng.choice([w for w in (*words.EVERYDAY, *words.NAMES) if len(w) <= 7])
    said = (
        "Spell with hyphens",
        "Spell the word with hyphens",
        "Spell this word, with a hyphen between the letters",
    )
    return _put(rng, said, word, "-".join(word))


def add(rng: random.Random) -> Task:
    """Add or subtract small numbers."""
    a, b = rng.randint(0, 20), rng.randint(0, 20)
    if rng.random() < 0.3:
        a, b = max(a, b), min(a, b)
        said = rng.choice(
            ("What is {a} minus {b}?", "{a} - {b} =", "How much is {a} - {b}?", "Subtract {b} from {a}.")
        )
        return said.format(a=a, b=b), str(a - b)
    said = rng.choice(("What is {a} plus {b}?", "{a} + {b} =", "How much is {a} + {b}?", "Add {a} and {b}.",
                       "{a}+{b}",
                       "What is the sum of {a} and {b}?", "What is {a} + {b}?"))  # fmt: skip
    return said.format(a=a, b=b), str(a + b)


def review(rng: random.Random) -> tuple[str, str]:
    """Return a review and whether it is positive or negative."""
    good = rng.random() < 0.5
    phrase = rng.choice(words.GOOD_PHRASES if good else words.BAD_PHRASES)
    thing = rng.choice(words.REVIEW_THINGS)
    form = rng.choice((
        "The {t} is {p}.", "The {t} was {p}!", "I think the {t} is {p}.", "My new {t}: {p}.",
        "{p}, this {t}.",
        "We found the {t} {p}.", "Honestly, the {t} was {p}.", "What can I say? The {t} is {p}.", "{p}!",
        "I bought the {t} last week and it is {p}.", "Everyone here says the {t} is {p}.",
    ))  # fmt: skip
    text = form.format(t=thing, p=phrase)
    if rng.random() < 0.25:
        text += " I will come back." if good else " I want my money back."
    return text[:1].upper() + text[1:], "positive" if good else "negative"


def sentiment(rng: random.Random) -> Task:
    """Judge a review."""
    text, label = review(rng)
    said = ("Is this positive or negative", "Give the sentiment, positive or negative",
            "Classify the sentiment",
            "Positive or negative", "What is the sentiment of this review", "Judge this review")  # fmt: skip
    return _put(rng, said, text, label)


def simple_sentence(rng: random.Random) -> str:
    """Return a short everyday sentence."""
    form = rng.choice((
        "{n} lives in {c}.", "The {a} {m} sits in the {p}.", "{n} likes {f} and {g}.",
        "{n} is a {j} from {c}.",
        "We {v} in the {p} every {w}.", "The {o} is {a} and {b}.", "{n} has a {b} {o}.", "My {o} is {k}.",
        "On {w} {n} will {v} near the {p}.", "The {j} wants to {v} and {x}.",
    ))  # fmt: skip
    pick = rng.choice
    return form.format(
        n=pick(words.NAMES), c=pick(words.CITIES), a=pick(words.ADJECTIVES), b=pick(words.ADJECTIVES),
        m=pick(words.ANIMALS), p=pick(words.PLACES), f=pick(words.FOODS), g=pick(words.FOODS),
        j=pick(words.JOBS),
        v=pick(words.VERBS), x=pick(words.VERBS), w=pick(words.WEEKDAYS), o=pick(words.NOUNS),
        k=pick(words.COLOURS),
    )  # fmt: skip


def _note(rng: random.Random) -> tuple[str, dict[str, str]]:
    """Return a short message and what can be read from it."""
    found = {
        "name": rng.choice(words.NAMES), "city": rng.choice(words.CITIES),
        "product": rng.choice(words.PRODUCTS),
        "date": f"{rng.randint(1, 28)} {rng.choice(words.MONTHS)}",
    }  # fmt: skip
    form = rng.choice((
        "Hello, I am {name} from {city}. I bought a {product} on {date}.",
        "My name is {name}. I live in {city} and I ordered a {product} on {date}.",
        "{name} from {city} would like a {product} by {date}.",
        "On {date} {name} sent a {product} to {city}.",
        "Please send the {product} to {name} in {city} before {date}.",
        "Hi, {name} here. The {product} should reach {city} on {date}.",
        "The {product} for {name} goes to {city} on {date}.",
        "Dear team, on {date} I asked for a {product}. Kind regards, {name}, {city}.",
        "{name} moved to {city} on {date} and needs a {product}.",
    ))  # fmt: skip
    return form.format(**found), found


def extract(rng: random.Random) -> Task:
    """Pick the name, city, product or date out of a message."""
    text, found = _note(rng)
    key = rng.choice(tuple(found))
    said = (f"Give the {key}", f"Find the {key} in this message", f"What is the {key}", f"Extract the {key}",
            f"Which {key} is named here", f"Write only the {key}")  # fmt: skip
    return _put(rng, said, text, found[key])


def extract_json(rng: random.Random) -> Task:
    """Pick two or three values out of a message as JSON."""
    text, found = _note(rng)
    keys = rng.sample(tuple(found), rng.choice((1, 2, 2, 2, 3)))
    listed = keys[0] if len(keys) == 1 else f"{', '.join(keys[:-1])} and {keys[-1]}"
    said = (f"Extract {listed} as JSON", f"Return JSON with {listed}",
            f"Read {listed} from the message, as JSON",
            f"Give {listed} as a JSON object", f"Make JSON with the keys {listed}")  # fmt: skip
    return _put(rng, said, text, json.dumps({key: found[key] for key in keys}))


def rewrite(rng: random.Random) -> Task:
    """Rewrite a command politely."""
    what = rng.choice((
        "send me the {o}", "open the {o}", "bring me the {p}", "call me back on {w}", "fix the {p}",
        "close the door",
        "answer my email", "return my money", "check the {o}", "give me a {p}", "wait here",
        "help me with the {o}",
        "send the {p} to {c}", "write to {n}", "stop that", "read this", "come on {w}",
        "tell {n} about the {o}",
    )).format(o=rng.choice(words.NOUNS), p=rng.choice(words.PRODUCTS), w=rng.choice(words.WEEKDAYS),
              c=rng.choice(words.CITIES), n=rng.choice(words.NAMES))  # fmt: skip
    rude = rng.choice(("{x}!", "{x} now!", "{x}, quickly!", "{x}.", "{x} at once!")).format(
        x=what.capitalize()
    )
    said = ("Rewrite politely", "Make this polite", "Say this in a polite way", "Write this more politely")
    return _put(rng, said, rude, f"Could you please {what}? Thank you.")


def listing(rng: random.Random) -> Task:
    """Make a list."""
    if rng.random() < 0.5:
        found = _some(rng, 2, 4)
        said = (
            "Make a list of these words",
            "Write these words as a list",
            "Make a list",
            "Turn this into a list",
        )
        return _put(rng, said, ", ".join(found), "\n".join(f"- {word}" for word in found))
    kind, pool = rng.choice((("animals", words.ANIMALS), ("colours", words.COLOURS), ("cities", words.CITIES),
                             ("names", words.NAMES), ("months", words.MONTHS), ("jobs",
                                                                                words.JOBS)))  # fmt: skip
    number = rng.randint(2, 5)
    said = rng.choice(("List {n} {k}.", "Name {n} {k}.", "Give me {n} {k}.", "Make a list of {n} {k}."))
    given = words.NUMBER_WORDS[number] if rng.random() < 0.5 else number
    return said.format(n=given, k=kind), "\n".join(f"- {word}" for word in rng.sample(pool, number))


def _fact(rng: random.Random) -> tuple[str, str, str]:
    """Return a question, its one-word answer and its full answer."""
    kind = rng.random()
    if kind < 0.3:
        land, city = rng.choice(tuple(words.CAPITALS.items()))
        asked = rng.choice(
            ("what is the capital of {l}", "which city is the capital of {l}", "name the capital of {l}")
        )
        return asked.format(l=land), city, f"The capital of {land} is {city}."
    if kind < 0.5:
        word, other = rng.choice(tuple(words.OPPOSITES.items()))
        asked = rng.choice(
            ("what is the opposite of {w}", "name the opposite of {w}", "give the opposite of {w}")
        )
        return asked.format(w=word), other, f"The opposite of {word} is {other}."
    if kind < 0.75:
        asked, answer = rng.choice(tuple(words.ONE_WORD_FACTS.items()))
        return asked, answer, f"{answer.capitalize()}."
    asked, answer = rng.choice(tuple(words.YES_NO.items()))
    return asked, answer, f"{answer.capitalize()}."


def fact(rng: random.Random) -> Task:
    """Answer a simple question."""
    asked, _, reply = _fact(rng)
    return (asked if rng.random() < 0.2 else asked[:1].upper() + asked[1:] + "?"), reply


TASKS: tuple[tuple[Callable[[random.Random], Task], float], ...] = (
    (upper, 1.3), (lower, 0.7), (reverse, 0.8), (first_last, 1.0), (count, 0.7), (order, 0.7), (repeat, 1.3),
    (spell, 0.9), (add, 1.0), (sentiment, 1.3), (extract, 1.3), (extract_json, 1.3), (rewrite, 0.9),
    (listing, 0.7),
    (fact, 1.6),
)  # fmt: skip


def one_word(rng: random.Random) -> Conversation:
    """Answer a simple question under a system prompt that shortens or wraps the answer."""
    asked, word, full = _fact(rng)
    question = asked[:1].upper() + asked[1:] + "?"
    style = rng.random()
    if style < 0.5:
        return exchange(question, word, rng.choice(systems.ONE_WORD), "one_word")
    if style < 0.75:
        return exchange(question, systems.as_json(word), rng.choice(systems.JSON_ANSWER), "json")
    return exchange(question, full.upper(), rng.choice(systems.UPPER), "upper")


def classifier(rng: random.Random) -> Conversation:
    """Judge a review under the sentiment system prompt."""
    text, label = review(rng)
    return exchange(text, label, rng.choice(systems.SENTIMENT), "classifier")


def task(rng: random.Random) -> Conversation:
    """Return one task, plain or under a system prompt."""
    kind = rng.random()
    if kind < 0.14:
        return one_word(rng)
    if kind < 0.22:
        return classifier(rng)
    make = rng.choices([maker for maker, _ in TASKS], weights=[weight for _, weight in TASKS])[0]
    asked, reply = make(rng)
    return exchange(asked, reply, systems.plain(rng), make.__name__)
