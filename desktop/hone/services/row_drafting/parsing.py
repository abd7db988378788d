"""What can be used of what a model wrote, whether or not it is the JSON that was asked for."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence

PROMPT_KEYS = ("prompt", "request", "question", "instruction", "query", "input", "task", "user", "q")
REPLY_KEYS = ("reply", "answer", "response", "output", "completion", "assistant", "a")
_ITEM = re.compile(r"^\s*(?:[-*•]|\(?\d{1,3}[.):])\s+(.+?)\s*$")
_QUESTION = re.compile(
    r"^[\s*#>_-]*(?:\d{1,3}[.)]\s*)?(?:q|question|prompt|request|frage|pregunta)\s*\d*\s*\**:\**\s*(.*)$",
    re.IGNORECASE,
)
_ANSWER = re.compile(
    r"^[\s*#>_-]*(?:a|answer|reply|response|antwort|respuesta)\s*\d*\s*\**:\**\s*(.*)$", re.IGNORECASE
)
_DECODER = json.JSONDecoder(strict=False)  # models write line breaks inside strings


def prompts_in(text: str) -> list[str]:
    """Return the prompts in a reply: of JSON, also when it is cut off, else of a list."""
    values = list(_values(text))
    found = [prompt for value in values for prompt in _prompts_of(value)]
    if not found and not values:
        found = [match[1] for line in text.splitlines() if (match := _ITEM.match(line))]
    return _tidied(found)


def pairs_in(text: str) -> list[tuple[str, str]]:
    """Return (prompt, reply) pairs in a reply: of JSON, also when it is cut off, else of lines "Q:", "A:"."""
    values = list(_values(text))
    found = [pair for value in values for pair in _pairs_of(value)]
    if not found and not values:
        found = list(_written_pairs(text.splitlines()))
    return [(prompt.strip(), reply.strip()) for prompt, reply in found if prompt.strip() and reply.strip()]


def one_prompt_in(text: str) -> str:
    """Return the one prompt that a reply is: of JSON, else the reply itself without marks around it."""
    found = prompts_in(text)
    if found:
        return found[0]
    if text.lstrip().startswith(("{", "[", "```")):
        return ""
    bare = text.strip().strip("`").strip()
    return bare[1:-1].strip() if len(bare) > 2 and bare[0] in "\"'“„" and bare[-1] in "\"'”“" else bare


def _values(text: str) -> Iterator[object]:
    """Give the whole JSON values in a text; of one that is cut off, those whole ones that it holds."""
    place = 0
    while (start := _next_start(text, place)) >= 0:
        try:
            value, place = _DECODER.raw_decode(text, start)
            yield value
        except (json.JSONDecodeError, RecursionError):
            place = start + 1
            if _is_list_of_texts(text, start):
                texts, place = _texts_from(text, start + 1)
                yield texts


def _next_start(text: str, place: int) -> int:
    starts = [at for at in (text.find("{", place), text.find("[", place)) if at >= 0]
    return min(starts, default=-1)


def _is_list_of_texts(text: str, start: int) -> bool:
    return text[start] == "[" and text[start + 1 :].lstrip().startswith('"')


def _texts_from(text: str, place: int) -> tuple[list[str], int]:
    """Return the whole strings of a list that is cut off, and where they end."""
    texts: list[str] = []
    while (start := text.find('"', place)) >= 0:
        try:
            value, place = _DECODER.raw_decode(text, start)
        except json.JSONDecodeError:
            return texts, len(text)
        texts.append(str(value))
    return texts, len(text)


def _prompts_of(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from _prompts_of(each)
    elif isinstance(value, dict):
        own = _first_text(value, PROMPT_KEYS)
        if own:
            yield own
        else:
            for each in value.values():
                if isinstance(each, list):
                    yield from _prompts_of(each)


def _pairs_of(value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, list):
        for each in value:
            yield from _pairs_of(each)
    elif isinstance(value, dict):
        prompt, reply = _first_text(value, PROMPT_KEYS), _first_text(value, REPLY_KEYS)
        if prompt and reply:
            yield prompt, reply
        else:
            for each in value.values():
                if isinstance(each, list | dict):
                    yield from _pairs_of(each)


def _first_text(value: dict[str, object], keys: Sequence[str]) -> str:
    by_name = {str(key).lower(): each for key, each in value.items()}
    return next((text for key in keys if isinstance(text := by_name.get(key), str) and text.strip()), "")


def _written_pairs(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    question: list[str] = []
    answer: list[str] = []
    into: list[str] | None = None
    for line in lines:
        if match := _QUESTION.match(line):
            if question and answer:
                yield "\n".join(question), "\n".join(answer)
            question, answer = [match[1].strip("* ")], []
            into = question
        elif question and (match := _ANSWER.match(line)):
            answer = [match[1].strip("* ")]
            into = answer
        elif into is not None:
            into.append(line)
    if question and answer:
        yield "\n".join(question), "\n".join(answer)


def _tidied(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(text.strip() for text in texts if text.strip()))
