"""The marks around the reasoning of models. A new pair is one line."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec


class ReasoningMarks(msgspec.Struct, frozen=True):
    """What opens and closes a reasoning block; `label` is a word that stands behind the opening mark."""

    start: str
    end: str
    label: str = ""


PAIRS: tuple[ReasoningMarks, ...] = (
    ReasoningMarks("<think>", "</think>"),  # DeepSeek, Qwen, QwQ, GLM, SmolLM, Granite and many others
    ReasoningMarks("<thinking>", "</thinking>"),
    ReasoningMarks("<thought>", "</thought>"),
    ReasoningMarks("<reasoning>", "</reasoning>"),
    ReasoningMarks("<seed:think>", "</seed:think>"),  # Seed-OSS
    ReasoningMarks("[THINK]", "[/THINK]"),  # Magistral, Ministral 3
    ReasoningMarks("<|START_THINKING|>", "<|END_THINKING|>"),  # Command
    ReasoningMarks("<|channel>", "<channel|>", label="thought"),  # Gemma 4
    ReasoningMarks("<|inner_prefix|>", "<|inner_suffix|>"),  # Apertus
)


def pairs_of(template: str) -> tuple[ReasoningMarks, ...]:
    """Return the pairs that a chat template writes or takes out of replies."""
    return tuple(pair for pair in PAIRS if pair.start in template or pair.end in template)


def opened_by(prompt_text: str, pairs: Sequence[ReasoningMarks]) -> ReasoningMarks | None:
    """Return the pair whose block the end of a prompt has opened, as those of DeepSeek-R1 and QwQ do."""
    tail = prompt_text.rstrip()
    for pair in pairs:
        if tail.endswith(pair.start) or (pair.label and tail.endswith(pair.start + pair.label)):
            return pair
    return None
