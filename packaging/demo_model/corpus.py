"""The training stream: an endless, seeded mix of conversations."""

from __future__ import annotations

import random
from collections.abc import Iterator

from demo_model import dialogues, guide, prose, tasks
from demo_model.conversation import Conversation

CORPUS_SEED = 7
MIX = (("guide", 0.47), ("task", 0.33), ("dialogue", 0.10), ("single", 0.07), ("prose", 0.03))


def one(rng: random.Random) -> Conversation:
    """Return one conversation of the mix."""
    kind = rng.choices([name for name, _ in MIX], weights=[share for _, share in MIX])[0]
    if kind == "guide":
        return dialogues.guide_exchange(rng, rng.choice(guide.topics()))
    if kind == "task":
        return tasks.task(rng)
    if kind == "dialogue":
        return dialogues.dialogue(rng)
    if kind == "single":
        return dialogues.single(rng)
    return prose.prose(rng)


def conversations(seed: int, number: int) -> Iterator[Conversation]:
    """Yield the given number of conversations; the same seed gives the same ones."""
    rng = random.Random(seed)
    for _ in range(number):
        yield one(rng)
