"""Fresh cases for the small tasks, the system prompts and the dialogues, scored by exact reply."""

from __future__ import annotations

import random
from dataclasses import dataclass

from demo_model import dialogues, guide, systems, tasks
from demo_model.conversation import Message

SKILL_SEED = 990_001
CASES_PER_TASK = 12
OPEN_TASKS = {"listing"}


@dataclass(frozen=True)
class SkillCase:
    """A prompt with the one right reply."""

    skill: str
    prompt: tuple[Message, ...]
    reply: str


def _task_cases(rng: random.Random) -> list[SkillCase]:
    found: list[SkillCase] = []
    for make, _ in tasks.TASKS:
        if make.__name__ in OPEN_TASKS:
            continue
        for _ in range(CASES_PER_TASK):
            asked, reply = make(rng)
            found.append(SkillCase(make.__name__, (Message("user", asked),), reply))
    for _ in range(CASES_PER_TASK):
        for case in (tasks.one_word(rng), tasks.classifier(rng)):
            found.append(SkillCase(f"system_{case.kind}", case.messages[:-1], case.messages[-1].content))
    return found


def _style_cases(rng: random.Random) -> list[SkillCase]:
    """Ask guide questions under every style."""
    found: list[SkillCase] = []
    for prompts, change, _ in systems.STYLES:
        for topic in rng.sample(guide.topics(), CASES_PER_TASK):
            asked = Message("user", dialogues.guide_question(rng, topic))
            prompt = (Message("system", rng.choice(prompts)), asked)
            found.append(SkillCase(f"style_{change.__name__}", prompt, change(topic.answer)))
    return found


def _dialogue_cases(rng: random.Random) -> list[SkillCase]:
    """Take the last reply of fresh dialogues of at least three exchanges."""
    found: list[SkillCase] = []
    while len(found) < 4 * CASES_PER_TASK:
        messages = dialogues.dialogue(rng).messages
        if len(messages) >= 6:
            found.append(SkillCase("dialogue_last_reply", messages[:-1], messages[-1].content))
    return found


def skill_cases() -> list[SkillCase]:
    """Return all cases; the seed is apart from the corpus, the forms are the same."""
    rng = random.Random(SKILL_SEED)
    return _task_cases(rng) + _style_cases(rng) + _dialogue_cases(rng)
