"""Read the guide's topics, compose their questions and hold some of them out."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

GUIDE_DIR = Path(__file__).parent / "guide"
EXTRA_FILE = Path(__file__).parent / "guide_extra.txt"
SPLIT_SEED = 20_260
# The first thing that many people ask is never held out.
ALWAYS_TRAINED = ("who are you?",)
NAME_FORMS = (
    "what {is} {n}?", "what does {n} mean?", "explain {n}", "define {n}", "tell me about {n}",
    "what do you know about {n}?", "can you explain {n}?", "what is meant by {n}?", "what exactly {is} {n}?",
    "give me a short explanation of {n}", "I do not understand {n}", "help me understand {n}",
    "describe {n}", "{n}?", "how would you explain {n}?", "could you tell me what {n} {is}?",
    "what is the meaning of {n}?", "I want to learn about {n}", "I have never heard of {n}",
    "can you tell me something about {n}?", "what should I know about {n}?", "do you know what {n} {is}?",
    "I would like to know what {n} {is}",
)  # fmt: skip
ACTION_FORMS = (
    "how do I {d}?", "how can I {d}?", "how to {d}?", "what is the way to {d}?", "I want to {d}",
    "I would like to {d}", "show me how to {d}", "explain how to {d}", "can I {d}?", "help me to {d}",
    "is it possible to {d}?", "what do I have to do to {d}?", "tell me how to {d}", "I need to {d}",
    "is there a way to {d}?", "how does one {d}?", "what is the best way to {d}?", "can you help me {d}?",
    "how would I {d}?", "where can I {d}?", "I do not know how to {d}", "how should I {d}?",
    "{d}", "could you tell me how to {d}?", "what must I do to {d}?",
)  # fmt: skip


@dataclass(frozen=True)
class Topic:
    """One topic of the guide: its questions, its answers and the facts an answer must hold."""

    key: str
    names: tuple[str, ...]
    actions: tuple[str, ...]
    asks: tuple[str, ...]
    answer: str
    more: str
    example: str
    why: str
    facts: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class HeldOut:
    """A question that never occurs in training, with its topic and how it was made."""

    topic: str
    question: str
    source: str


@dataclass(frozen=True)
class Split:
    """Training questions by topic, and the held-out ones."""

    training: dict[str, dict[str, list[str]]]
    held_out: list[HeldOut]


def _listed(fields: dict[str, str], name: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in fields.get(name, "").split(";") if part.strip())


def _parse(block: str) -> Topic:
    head, *lines = block.strip().splitlines()
    fields = {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}
    facts = tuple(tuple(fact.split("|")) for fact in _listed(fields, "facts"))
    return Topic(
        key=head.removeprefix("#").strip(),
        names=_listed(fields, "names"),
        actions=_listed(fields, "do"),
        asks=_listed(fields, "asks"),
        answer=fields["answer"],
        more=fields["more"],
        example=fields.get("example", ""),
        why=fields.get("why", ""),
        facts=facts,
    )


@cache
def topics() -> tuple[Topic, ...]:
    """Return all topics in the order of the files."""
    blocks: list[str] = []
    for path in sorted(GUIDE_DIR.glob("*.txt")):
        blocks += [block for block in path.read_text(encoding="utf-8").split("\n\n") if block.strip()]
    return tuple(_parse(block) for block in blocks)


@cache
def topics_by_key() -> dict[str, Topic]:
    """Return the topics by their key."""
    return {topic.key: topic for topic in topics()}


def normal(text: str) -> str:
    """Return lower-case words and numbers only, for comparing questions."""
    return " ".join(re.findall(r"[a-z0-9]+", text.lower()))


def questions(topic: Topic) -> dict[str, list[str]]:
    """Return every question core of a topic by its source: name, action or ask."""
    named = []
    for name in topic.names:
        verb = "are" if name.endswith("+") else "is"
        named += [form.format(n=name.rstrip("+"), **{"is": verb}) for form in NAME_FORMS]
    acted = [form.format(d=action) for action in topic.actions for form in ACTION_FORMS]
    return {"name": named, "action": acted, "ask": list(topic.asks)}


@cache
def extra_questions() -> dict[str, tuple[str, ...]]:
    """Return further questions by topic that are for training only."""
    lines = EXTRA_FILE.read_text(encoding="utf-8").splitlines()
    return {key: _listed({key: text}, key) for key, _, text in (line.partition(": ") for line in lines)}


def _is_inside(question: str, others: Iterable[str]) -> bool:
    padded = f" {normal(question)} "
    return any(padded in f" {other} " for other in others)


def _chosen(rng: random.Random, cores: list[str], source: str) -> list[str]:
    """Return candidates to hold out, the wanted number of each source first."""
    if source == "ask":
        return rng.sample(cores, 2 if len(cores) >= 8 else 1 if len(cores) >= 3 else 0)
    return rng.sample(cores, min(len(cores), 4))


@cache
def split() -> Split:
    """Hold out up to two questions of each source per topic; the rest are for training."""
    by_topic = {topic.key: questions(topic) for topic in topics()}
    every = [normal(core) for kinds in by_topic.values() for cores in kinds.values() for core in cores]
    answers = [normal(" ".join((t.answer, t.more, t.example, t.why))) for t in topics()]
    held: list[HeldOut] = []
    for topic in topics():
        rng = random.Random(f"{SPLIT_SEED}-{topic.key}")
        for source, cores in by_topic[topic.key].items():
            taken = 0
            for core in _chosen(rng, cores, source):
                own = normal(core)
                if (
                    taken == 2
                    or _is_inside(core, (o for o in every if o != own))
                    or _is_inside(core, answers)
                ):
                    continue
                held.append(HeldOut(topic.key, core, source))
                taken += 1
    held = [item for item in held if item.question not in ALWAYS_TRAINED]
    out = {normal(item.question) for item in held}
    training = {
        key: {source: [c for c in cores if normal(c) not in out] for source, cores in kinds.items()}
        for key, kinds in by_topic.items()
    }
    for key, extra in extra_questions().items():
        training[key]["extra"] = [
            core for core in extra if not any(f" {o} " in f" {normal(core)} " for o in out)
        ]
    return Split(training, held)


def has_facts(topic: Topic, reply: str) -> bool:
    """Return whether a reply holds every required fact of a topic."""
    lowered = reply.lower()
    return all(any(form.strip().lower() in lowered for form in fact) for fact in topic.facts)
