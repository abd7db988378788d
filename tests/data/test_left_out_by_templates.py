"""What a template does not write of a row is told, and the rest of the row is trained all the same."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hone.data.formats.turns import turns_in
from hone.data.rendering import RenderedExample, Renderer
from hone.domain.datasets import Example

MakeFolder = Callable[..., Path]

HEAD = "{{ '<|im_start|>' + message.role + '\\n' }}"
END = "{{ '<|im_end|>\\n' }}"
AFTER = "{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}"
CALLS = "{% for call in message.tool_calls %}{{ call.function | tojson }}{% endfor %}"
EITHER = (
    "{% for message in messages %}" + HEAD + "{% if message.tool_calls %}" + CALLS + "{% else %}"
    "{{ message.content }}{% endif %}" + END + "{% endfor %}" + AFTER
)
FIRST_CALL = EITHER.replace(CALLS, "{{ message.content }}{{ message.tool_calls[0].function | tojson }}")
ALL = EITHER.replace(CALLS, "{{ message.reasoning_content }}{{ message.content }}" + CALLS)
LOOKS_AT_FIRST = (
    "{% if messages[0]['role'] == 'system' %}{% endif %}{% for message in messages %}"
    + HEAD + "{{ message.content }}" + END + "{% endfor %}" + AFTER
)  # fmt: skip
USER = {"role": "user", "content": "Weather?"}


def called(*cities: str, content: str = "") -> dict[str, Any]:
    calls = [
        {
            "id": f"call0000{n}",
            "type": "function",
            "function": {"name": "weather", "arguments": {"city": city}},
        }
        for n, city in enumerate(cities)
    ]
    return {"role": "assistant", "content": content, "tool_calls": calls}


def rendered(folder: Path, *messages: dict[str, Any]) -> tuple[RenderedExample, str]:
    with Renderer.for_model(folder) as renderer:
        row = renderer.render(Example(row=1, turns=tuple(turns_in(json.loads(json.dumps(messages)), "m"))))
    return row, "".join(text for text, kept in zip(row.texts, row.trained, strict=True) if kept)


@pytest.mark.parametrize(
    ("template", "reply", "sentence"),
    [
        (EITHER, called("Bonn", content="Let me look."), "leaves out what is said beside calls"),
        (FIRST_CALL, called("Bonn", "Oslo"), "writes only some of the calls"),
        (EITHER, {"role": "assistant", "content": "Sun.", "reasoning_content": "Hm, June."}, "the reasoning"),
    ],
)
def test_what_a_template_leaves_out_is_told(
    template: str, reply: dict[str, Any], sentence: str, make_folder: MakeFolder
) -> None:
    tokens = ("<|im_start|>", "<|im_end|>")
    row, trained = rendered(make_folder(template, tokens), USER, reply)
    assert sentence in row.problem and trained.endswith("<|im_end|>") and row.stop_token_trained


def test_nothing_is_told_where_the_template_writes_all(make_folder: MakeFolder) -> None:
    reply = {**called("Bonn", "Oslo", content="Let me\nlook."), "reasoning_content": "Hm, June."}
    row, trained = rendered(make_folder(ALL, ("<|im_start|>", "<|im_end|>")), USER, reply)
    assert row.problem == ""
    assert all(said in trained for said in ("Bonn", "Oslo", "Let me\nlook.", "Hm, June."))


@pytest.mark.parametrize("before", [[], [{"role": "system", "content": "Be kind."}]])
def test_later_replies_are_trained_where_the_template_cannot_tell_the_first(
    before: list[dict[str, Any]], make_folder: MakeFolder
) -> None:
    greeting, reply = ({"role": "assistant", "content": text} for text in ("Hello!", "Sun."))
    folder = make_folder(LOOKS_AT_FIRST, ("<|im_start|>", "<|im_end|>"))
    row, trained = rendered(folder, *before, greeting, USER, reply)
    assert trained == ("Hello!<|im_end|>" if before else "") + "Sun.<|im_end|>"
    assert row.partly_trained is (not before) and ("answers nothing" in row.problem) is (not before)
