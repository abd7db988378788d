"""TEMPORARY until hone.data reads files."""

import json
from hone.domain.chat import Turn
from hone.domain.datasets import Example
import random


def read_plan_examples(plan):
    text = plan.data.train.read_text()
    raw = (
        json.loads(text)
        if text.lstrip().startswith("[")
        else [json.loads(line) for line in text.splitlines()]
    )
    examples = []
    for i, r in enumerate(raw, 1):
        if "messages" in r:
            turns = tuple(Turn(m["role"], m["content"]) for m in r["messages"])
        else:
            turns = (
                Turn("user", (r["instruction"] + "\n" + r["input"]).strip()),
                Turn("assistant", r["output"]),
            )
        examples.append(Example(row=i, turns=turns))
    n = int(len(examples) * plan.data.held_out_share)
    random.Random(plan.data.seed).shuffle(examples)
    return examples[n:], examples[:n]
