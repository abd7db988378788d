from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hone.storage.paths import resources

DEMO = str(resources() / "demo_model")
MESSAGES = [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "Hi <|im_end|> 東京"}]
TEXT = "<|im_start|>system\nBe brief.<|im_end|>\n<|im_start|>user\nHi <|im_end|> 東京<|im_end|>\n"
HEADER = "<|im_start|>assistant\n"
Write = Callable[[str, object], str]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return a function that writes a file, JSON unless it is text, and returns its path."""

    def make(name: str, content: object) -> str:
        file = tmp_path / name
        text = content if isinstance(content, str) else json.dumps(content)
        file.write_bytes(text.encode())
        return str(file)

    return make


def test_text_is_written_and_nothing_else(hone: Any, write: Write) -> None:
    file = write("m.json", MESSAGES)
    outcome = hone("render", "--model", DEMO, "--messages", file)
    assert (outcome.code, outcome.out, outcome.err) == (0, TEXT + HEADER, "")
    assert hone("render", "--model", DEMO, "--messages", file, "--no-generation-prompt").out == TEXT


def test_tokens_follow_the_text_and_are_the_same_in_json(hone: Any, write: Write) -> None:
    file = write("m.json", {"messages": MESSAGES, "add_generation_prompt": True})
    (answer,) = hone("render", "--model", DEMO, "--messages", file, "--json").objects
    assert answer["text"] == TEXT + HEADER and set(answer) == {"text", "token_ids"}
    listed = hone("render", "--model", DEMO, "--messages", file, "--tokens").out
    assert listed == f"{TEXT}{HEADER}\n{json.dumps(answer['token_ids'])}\n"


def test_messages_come_from_stdin_and_tools_from_a_file(
    hone: Any, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    template = write("t.jinja", "{{ tools | tojson }}{{ messages | length }}{{ extra }}{{ bos_token }}")
    given = {"messages": MESSAGES, "extra": "!", "bos_token": "B", "tools": [{"name": "unused"}]}
    monkeypatch.setattr(sys, "stdin", io.StringIO(json.dumps(given)))
    tools = write("tools.json", [{"name": "f"}])
    arguments = ("--messages", "-", "--tools", tools, "--template", template, "--prefill", "so")
    assert hone("render", "--model", DEMO, *arguments).out == '[{"name": "f"}]2!Bso'


def test_note_goes_to_stderr_when_the_system_text_was_folded(hone: Any, write: Write) -> None:
    template = write("t.jinja", "{% for m in messages if m.role != 'system' %}{{ m.content }}{% endfor %}")
    arguments = ("--model", DEMO, "--messages", write("m.json", MESSAGES), "--template", template)
    outcome = hone("render", *arguments, "--json")
    assert outcome.objects[0]["text"] == "Be brief.\n\nHi <|im_end|> 東京"
    assert "no system role" in outcome.err


def test_any_template_is_rendered_with_the_variables_of_a_file(hone: Any, write: Write) -> None:
    template = write(
        "t.jinja", "{% for x in xs %}\n  {{ x | tojson }}\n{% endfor %}{{ tools is defined }} ü\n\n"
    )
    context = write("c.json", {"xs": ["<é>", {"a": None}]})
    outcome = hone("render", "--template", template, "--context", context)
    assert (outcome.code, outcome.out, outcome.err) == (0, '  "<é>"\n  {"a": null}\nFalse ü\n', "")
    (answer,) = hone("render", "--template", template, "--context", context, "--json").objects
    assert answer == {"text": outcome.out}


def test_templates_own_words_are_told_when_it_refuses(hone: Any, write: Write) -> None:
    template = write("t.jinja", "{{ raise_exception('Roles must take turns!') }}")
    outcome = hone("render", "--template", template, "--context", write("c.json", {}))
    assert outcome.code == 2 and "Roles must take turns!" in outcome.err and not outcome.out


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("no json", "is no JSON"),
        ("[1, 2]", "no list of JSON objects"),
        ('{"tools": []}', "no list of JSON objects"),
        ('[{"content": "x"}]', "Message 1"),
        ('[{"role": 5, "content": "x"}]', "Message 1"),
        ("[]", "nothing to answer"),
        ('[{"role": "user", "content": "\\ud800"}]', "surrogate"),
        ('{"messages": [{"role": "user", "content": "x"}], "tools": {"a": 1}}', "no list of JSON objects"),
    ],
)
def test_messages_are_refused_in_a_sentence_when_they_are_none(
    content: str, sentence: str, hone: Any, write: Write
) -> None:
    outcome = hone("render", "--model", DEMO, "--messages", write("m.json", content))
    assert outcome.code == 2 and sentence in outcome.err and not outcome.out
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--model", DEMO),
        ("--messages", "m.json"),
        ("--context", "c.json"),
        ("--template", "t", "--context", "c", "--model", DEMO),
        ("--model", DEMO, "--messages", "-", "--tools", "-"),
    ],
)
def test_usage_is_told_when_arguments_do_not_fit(arguments: tuple[str, ...], hone: Any) -> None:
    outcome = hone("render", *arguments)
    assert outcome.code == 2 and outcome.err and not outcome.out
