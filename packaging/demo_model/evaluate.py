"""Ask the held-out questions, score the replies by their facts, write evaluation.json."""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer, PreTrainedModel, PreTrainedTokenizerBase

from demo_model import dialogues, guide
from demo_model.conversation import Message, generation_prompt
from demo_model.model import END_ID, PAD_ID
from demo_model.noise import capitalised
from demo_model.skills import skill_cases
from demo_model.vocabulary import UNKNOWN_TEST_SUBJECTS

REPLY_TOKENS = 140
ROWS = 48


@dataclass(frozen=True)
class Reply:
    """A greedy reply and whether the model ended it by itself."""

    text: str
    ended: bool


@torch.inference_mode()
def replies(
    model: PreTrainedModel, tokenizer: PreTrainedTokenizerBase, prompts: list[tuple[Message, ...]]
) -> list[Reply]:
    """Return the greedy replies, generated in batches padded on the left."""
    encoded = [tokenizer.encode(generation_prompt(prompt), add_special_tokens=False) for prompt in prompts]
    order = sorted(range(len(prompts)), key=lambda i: len(encoded[i]))
    found: dict[int, Reply] = {}
    for start in range(0, len(order), ROWS):
        rows = order[start : start + ROWS]
        length = max(len(encoded[i]) for i in rows)
        ids = torch.tensor([[PAD_ID] * (length - len(encoded[i])) + encoded[i] for i in rows])
        mask = torch.tensor([[0] * (length - len(encoded[i])) + [1] * len(encoded[i]) for i in rows])
        out = model.generate(
            input_ids=ids, attention_mask=mask, max_new_tokens=REPLY_TOKENS, do_sample=False,
            eos_token_id=END_ID, pad_token_id=PAD_ID,
        )  # fmt: skip
        for i, row in zip(rows, out[:, length:].tolist(), strict=True):
            ended = END_ID in row
            found[i] = Reply(tokenizer.decode(row[: row.index(END_ID)] if ended else row), ended)
    return [found[i] for i in range(len(prompts))]


def typed(core: str) -> str:
    """Return a held-out core as a careful person would type it."""
    return capitalised(core) + ("" if core[-1] in "?!." else ".")


def guide_scores(
    model: PreTrainedModel, tokenizer: PreTrainedTokenizerBase, questions: list[guide.HeldOut]
) -> tuple[dict[str, object], list[dict[str, str]]]:
    """Return the scores of held-out guide questions and the misses."""
    prompts = [(Message("user", typed(item.question)),) for item in questions]
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    exact = ended = 0
    misses: list[dict[str, str]] = []
    for item, reply in zip(questions, replies(model, tokenizer, prompts), strict=True):
        topic = guide.topics_by_key()[item.topic]
        good = reply.ended and guide.has_facts(topic, reply.text)
        asked[item.source] += 1
        right[item.source] += good
        exact += reply.text == topic.answer
        ended += reply.ended
        if not good:
            misses.append({"topic": item.topic, "question": item.question, "reply": reply.text})
    number = len(questions)
    figures = {
        "questions": number,
        "right": sum(right.values()),
        "accuracy": round(sum(right.values()) / number, 4),
        "exact_answer": round(exact / number, 4),
        "ended_by_itself": round(ended / number, 4),
        "by_source": {name: {"right": right[name], "questions": asked[name]} for name in sorted(asked)},
    }
    return figures, misses


def unknown_scores(model: PreTrainedModel, tokenizer: PreTrainedTokenizerBase) -> dict[str, object]:
    """Return how often the model admits that it does not know a subject it never saw."""
    forms = dialogues.UNKNOWN_FORMS[:3]
    asked = [form.format(s=subject) for subject in UNKNOWN_TEST_SUBJECTS for form in forms]
    given = replies(model, tokenizer, [(Message("user", question),) for question in asked])
    honest = sum("small demo model" in reply.text for reply in given)
    return {"questions": len(asked), "honest": honest, "share": round(honest / len(asked), 4)}


def skill_scores(model: PreTrainedModel, tokenizer: PreTrainedTokenizerBase) -> dict[str, dict[str, int]]:
    """Return per skill how many fresh tasks and follow-ups were answered exactly."""
    cases = skill_cases()
    given = replies(model, tokenizer, [case.prompt for case in cases])
    scores: dict[str, dict[str, int]] = defaultdict(lambda: {"right": 0, "cases": 0})
    for case, reply in zip(cases, given, strict=True):
        scores[case.skill]["cases"] += 1
        scores[case.skill]["right"] += int(reply.ended and reply.text == case.reply)
    return dict(sorted(scores.items()))


def quick_accuracy(model: PreTrainedModel, tokenizer: PreTrainedTokenizerBase, number: int) -> float:
    """Return the accuracy on a fixed sample of the held-out questions."""
    sample = random.Random(1).sample(guide.split().held_out, number)
    figures, _ = guide_scores(model, tokenizer, sample)
    accuracy = figures["accuracy"]
    assert isinstance(accuracy, float)
    return accuracy


def main() -> None:
    """Evaluate a model folder and write evaluation.json into it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--misses", action="store_true", help="print the wrong replies")
    arguments = parser.parse_args()
    folder: Path = arguments.folder
    tokenizer = AutoTokenizer.from_pretrained(folder)
    model = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32).eval()
    figures, misses = guide_scores(model, tokenizer, guide.split().held_out)
    report = {
        "guide_held_out": figures,
        "unknown_subjects": unknown_scores(model, tokenizer),
        "skills_exact": skill_scores(model, tokenizer),
        "rule": "right = the greedy reply ends by itself and holds every key fact of the topic",
    }
    (folder / "evaluation.json").write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(report, indent=2))
    if arguments.misses:
        print(json.dumps(misses, indent=1))


if __name__ == "__main__":
    main()
