"""Word lists of the generated texts: names, places, things, simple facts, opinions."""

from __future__ import annotations

from pathlib import Path

WORDS_FILE = Path(__file__).parent / "words.txt"


def _lists() -> dict[str, tuple[str, ...]]:
    """Read the lists: a line with # and the name, then the words between commas."""
    found: dict[str, tuple[str, ...]] = {}
    for block in WORDS_FILE.read_text(encoding="utf-8").strip().split("\n\n"):
        head, *lines = block.splitlines()
        found[head.removeprefix("# ")] = tuple(word.strip() for word in " ".join(lines).split(","))
    return found


_LISTS = _lists()
NAMES = _LISTS["names"]
CITIES = _LISTS["cities"]
PRODUCTS = _LISTS["products"]
COLOURS = _LISTS["colours"]
ANIMALS = _LISTS["animals"]
FOODS = _LISTS["foods"]
JOBS = _LISTS["jobs"]
PLACES = _LISTS["places"]
ADJECTIVES = _LISTS["adjectives"]
NOUNS = _LISTS["nouns"]
VERBS = _LISTS["verbs"]
MONTHS = _LISTS["months"]
WEEKDAYS = _LISTS["weekdays"]
NUMBER_WORDS = _LISTS["number_words"]
GOOD_PHRASES = _LISTS["good_phrases"]
BAD_PHRASES = _LISTS["bad_phrases"]
UNKNOWN_SUBJECTS = _LISTS["unknown_subjects"]
UNKNOWN_TEST_SUBJECTS = _LISTS["unknown_test_subjects"]
REVIEW_THINGS = (
    *PRODUCTS, "service", "delivery", "food", "hotel", "support", "film", "update", "staff", "room",
)  # fmt: skip
EVERYDAY = tuple(dict.fromkeys((*ADJECTIVES, *NOUNS, *VERBS, *ANIMALS, *FOODS, *JOBS, *PLACES, *COLOURS)))

CAPITALS = {
    "France": "Paris", "Italy": "Rome", "Germany": "Berlin", "Spain": "Madrid", "Austria": "Vienna",
    "Portugal": "Lisbon", "Norway": "Oslo", "Ireland": "Dublin", "Greece": "Athens", "Poland": "Warsaw",
    "Egypt": "Cairo", "Japan": "Tokyo", "Sweden": "Stockholm", "Finland": "Helsinki", "Denmark": "Copenhagen",
    "Belgium": "Brussels", "Hungary": "Budapest", "Peru": "Lima", "Kenya": "Nairobi", "England": "London",
}  # fmt: skip
OPPOSITES = {
    "hot": "cold", "big": "small", "fast": "slow", "up": "down", "day": "night", "open": "closed",
    "young": "old",
    "happy": "sad", "early": "late", "light": "dark", "full": "empty", "left": "right", "high": "low",
    "hard": "soft",
    "rich": "poor", "cheap": "expensive", "strong": "weak", "wet": "dry", "long": "short", "black": "white",
    "begin": "end", "clean": "dirty", "loud": "quiet", "near": "far", "true": "false", "first": "last",
}  # fmt: skip
ONE_WORD_FACTS = {
    "what colour is the sky on a clear day": "blue", "what colour is grass": "green",
    "what colour is snow": "white",
    "what colour is a ripe banana": "yellow", "what colour is blood": "red", "what colour is coal": "black",
    "which animal barks": "dog", "which animal says meow": "cat", "which animal gives us milk": "cow",
    "which animal makes honey": "bee", "what do bees make": "honey",
    "what do we drink when we are thirsty": "water",
    "what is frozen water called": "ice", "which season comes after winter": "spring",
    "which season is the warmest": "summer", "which season is the coldest": "winter",
    "which day comes after Monday": "Tuesday", "which day comes before Sunday": "Saturday",
    "which day comes after Friday": "Saturday", "which month is the first of the year": "January",
    "which month is the last of the year": "December", "how many days are in a week": "seven",
    "how many months are in a year": "twelve", "how many legs does a dog have": "four",
    "how many legs does a spider have": "eight", "how many wheels does a bicycle have": "two",
    "how many fingers are on one hand": "five", "how many eyes does a person have": "two",
    "how many hours are in a day": "twenty-four", "what do we use to open a locked door": "key",
    "what falls from the clouds": "rain", "what shines at night beside the stars": "moon",
    "what star gives us daylight": "sun", "what do we read": "book", "what do we wear on our feet": "shoes",
    "what do cows eat": "grass", "what is bread made from": "flour", "where do fish live": "water",
    "who teaches children at school": "teacher", "who bakes bread": "baker", "who flies a plane": "pilot",
    "what do we call a baby dog": "puppy", "what do we call a baby cat": "kitten",
}  # fmt: skip
YES_NO = {
    "is the sky blue": "yes", "is snow warm": "no", "is fire hot": "yes", "is ice hot": "no",
    "can birds fly": "yes", "can fish walk": "no", "can a dog read": "no", "can a dog bark": "yes",
    "is a cat an animal": "yes", "is a chair an animal": "no", "is an apple a fruit": "yes",
    "is a table a fruit": "no", "is ten more than two": "yes", "is two more than ten": "no",
    "is Paris in France": "yes", "is Rome in Germany": "no", "is Berlin in Germany": "yes",
    "is Tokyo in Italy": "no", "do cows give milk": "yes", "do cars need wheels": "yes",
    "do trees walk": "no",
    "is water wet": "yes", "is the sun cold": "no", "is a mouse larger than a horse": "no",
    "is a horse larger than a mouse": "yes", "does a week have seven days": "yes",
    "does a year have ten months": "no", "is Monday a day": "yes", "is January a month": "yes",
    "is a pear a colour": "no", "is red a colour": "yes", "is LoRA a way to fine-tune a model": "yes",
    "is a token always a whole word": "no", "does Hone need the internet": "no", "does Hone need a GPU": "no",
    "can Hone train a model": "yes", "is a GGUF file a model file": "yes", "is this a large model": "no",
}  # fmt: skip
