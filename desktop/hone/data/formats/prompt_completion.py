"""Pairs: a prompt and its completion, a question and its answer, a text and its category."""

from __future__ import annotations

from hone.data.formats.base import Format, RowRefused, dialogue, optional_text, text_of
from hone.data.formats.messages import turns_of
from hone.data.records import Record
from hone.domain.chat import Turn
from hone.domain.datasets import Example

PROMPTS = ("prompt", "question", "query", "input", "user", "human")
REPLIES = ("completion", "answer", "response", "output", "reply", "target", "assistant")
LABELS = ("category", "label", "intent", "class")


def columns_of(record: Record) -> tuple[str, str] | None:
    """Return the names of the prompt's and the reply's column, None when there is no such pair."""
    prompt = next((name for name in PROMPTS if name in record.columns), None)
    reply = next((name for name in REPLIES if name in record.columns), None)
    if prompt and reply:
        return prompt, reply
    label = next((name for name in LABELS if name in record.columns), None)
    if label and (source := prompt or ("text" if "text" in record.columns else None)):
        return source, label
    return None


def _matches(record: Record) -> bool:
    return "instruction" not in record.columns and columns_of(record) is not None


def _read(record: Record) -> Example:
    names = columns_of(record)
    if names is None:
        raise RowRefused("missing_field", "There is no column for the prompt or for the reply.")
    prompt, reply = names
    if isinstance(record.get(prompt), list):
        turns = turns_of(record.get(prompt), prompt, "role", "content")
    else:
        system = optional_text(record, "system", "system_prompt")
        turns = [Turn("system", system)] if system.strip() else []
        turns.append(Turn("user", text_of(record, prompt)))
    if isinstance(record.get(reply), list):
        turns += turns_of(record.get(reply), reply, "role", "content")
    else:
        turns.append(Turn("assistant", text_of(record, reply)))
    return dialogue(record, turns)


PROMPT_COMPLETION = Format(
    name="prompt_completion",
    label="Prompt and reply",
    shape='{"prompt": "...", "completion": "..."}, also question/answer, input/output, text/category',
    matches=_matches,
    read=_read,
)
