"""Render chat templates with Hone and with transformers, and count where the texts are the same.

    .venv/bin/python tests/bench/template_parity.py /work/shared/data/templates

Both get the same message lists, tools and variables. Compared are the text, and whether both refuse. Two
differences are meant: templates that take a list of tools for granted get an empty one, where transformers
raises a TypeError; and `hone render --context` gives a template its variables as they are, where transformers
copies a message's reasoning under further names.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from transformers.utils.chat_template_utils import render_jinja_template

from hone.data.template import Given, TemplateProblem, TemplateRenderer
from hone.domain.chat import Turn

TOKENS = {"bos_token": "<BOS>", "eos_token": "<EOS>", "pad_token": "<PAD>"}
WEATHER = {
    "type": "function",
    "function": {
        "name": "get_weather",
        "description": 'Tell the <b>weather</b> & "wind" — für Köln',
        "parameters": {
            "type": "object",
            "properties": {
                "city": {"type": "string", "description": "A city, like 東京"},
                "days": {"type": "integer", "description": "How many days", "default": 3},
                "unit": {"type": "string", "enum": ["celsius", "fahrenheit"], "description": "The unit"},
                "tags": {"type": "array", "items": {"type": "string"}, "description": "Tags"},
                "near": {"type": "object", "properties": {"lat": {"type": "number", "description": "x"}}},
            },
            "required": ["city"],
        },
    },
}
SIMPLE = {
    "type": "function",
    "function": {
        "name": "now",
        "description": "Tell the time",
        "parameters": {"type": "object", "properties": {}},
    },
}


def user(text: Any) -> dict[str, Any]:
    return {"role": "user", "content": text}


def assistant(text: Any, **more: Any) -> dict[str, Any]:
    return {"role": "assistant", "content": text, **more}


def system(text: Any) -> dict[str, Any]:
    return {"role": "system", "content": text}


def call(arguments: Any, name: str = "get_weather", number: str = "abcdef123") -> dict[str, Any]:
    return {"id": number, "type": "function", "function": {"name": name, "arguments": arguments}}


def tool(text: Any, **more: Any) -> dict[str, Any]:
    return {"role": "tool", "content": text, "tool_call_id": "abcdef123", **more}


ARGUMENTS = {"city": 'Köln <&> "x"', "days": 2, "near": {"lat": 1.5, "ok": True, "no": None}}
AS_TEXT = json.dumps(ARGUMENTS)
CONVERSATIONS: dict[str, list[dict[str, Any]]] = {
    "user": [user("Hi")],
    "system": [system("Be brief."), user("Hi")],
    "multi": [user("Hi"), assistant("Hello!"), user("And?")],
    "system multi": [system("Be brief."), user("Hi"), assistant("Hello!"), user("And?"), assistant("Yes.")],
    "spaces": [system("  a\n"), user("\n  Hi \t\n"), assistant("\n\n x \n"), user(" ")],
    "unicode": [
        user("Straße 東京 🙂 \u202e «x» \u00a0 é"),
        assistant("ﬁ \U0001f469\u200d\U0001f680"),
        user("ok"),
    ],
    "markup": [user("<b>&amp;</b> {{ x }} {% if %} 'q' \"d\" \\n"), assistant("</think>"), user("<think>")],
    "empty": [user(""), assistant(""), user("")],
    "empty system": [system(""), user("Hi")],
    "none": [user("Hi"), assistant(None), user("x")],
    "two users": [user("a"), user("b")],
    "assistant first": [assistant("a"), user("b")],
    "no messages": [],
    "developer": [{"role": "developer", "content": "Do"}, user("Hi")],
    "odd role": [{"role": "critic", "content": "Hm"}],
    "parts": [user([{"type": "text", "text": "Hi "}, {"type": "text", "text": "there"}])],
    "system parts": [system([{"type": "text", "text": "Be brief"}]), user([{"type": "text", "text": "x"}])],
    "image": [user([{"type": "image", "url": "a.png"}, {"type": "text", "text": "What?"}])],
    "no_think": [system("You are kind. /no_think"), user("Hi")],
    "think in system": [system("/think hard"), user("Hi"), assistant("<think>\nhm\n</think>\n\nYes")],
    "reasoning": [user("Hi"), assistant("Yes", reasoning_content="Let me\nsee."), user("And?")],
    "reasoning last": [user("Hi"), assistant("Yes", reasoning_content="\nLet me see.\n")],
    "thinking": [user("Hi"), assistant("Yes", thinking="Hm.")],
    "reasoning name": [user("Hi"), assistant("Yes", reasoning="Hm.")],
    "call dict": [user("W?"), assistant("", tool_calls=[call(ARGUMENTS)]), tool('{"t": 3}'), assistant("3")],
    "call text": [user("W?"), assistant("", tool_calls=[call(AS_TEXT)]), tool("3°"), assistant("3")],
    "call none": [user("W?"), assistant(None, tool_calls=[call(ARGUMENTS)]), tool("x")],
    "call no content": [user("W?"), {"role": "assistant", "tool_calls": [call(ARGUMENTS)]}, tool("x")],
    "call first": [user("W?"), {"tool_calls": [call(ARGUMENTS)], "role": "assistant"}, tool("x")],
    "call open": [system("S"), user("W?"), assistant("Look.", tool_calls=[call(ARGUMENTS)])],
    "calls two": [
        user("W?"),
        assistant("", tool_calls=[call(ARGUMENTS), call({}, "now", "abcdef124")]),
        tool("a"),
        tool("b", tool_call_id="abcdef124", name="now"),
        assistant("Done"),
        user("Thanks"),
    ],
    "call reasoning": [
        user("W?"),
        assistant("", reasoning_content="I need it.", tool_calls=[call(ARGUMENTS)]),
        tool("a"),
        assistant("It is a.", reasoning_content="So."),
    ],
    "call bad id": [user("W?"), assistant("", tool_calls=[call(ARGUMENTS, number="1")]), tool("x")],
    "tool dict": [user("W?"), assistant("", tool_calls=[call(ARGUMENTS)]), tool({"t": 3, "é": "<"})],
    "tool list": [
        user("W?"),
        assistant("", tool_calls=[call(ARGUMENTS)]),
        tool([{"type": "text", "text": "3"}]),
    ],
    "tool alone": [tool("x")],
    "bare call": [user("W?"), assistant("", tool_calls=[{"name": "now", "arguments": {}}]), tool("x")],
}
SETTINGS: dict[str, dict[str, Any]] = {
    "plain": {},
    "tools": {"tools": [WEATHER, SIMPLE]},
    "thinking": {"enable_thinking": True},
    "no thinking": {"enable_thinking": False},
    "documents": {"documents": [{"title": "T", "text": "Some <text> ü", "doc_id": 7}]},
    "all": {
        "tools": [WEATHER],
        "documents": [{"title": "T", "text": "x", "doc_id": 1}],
        "date_string": "1 Jan 2030",
        "builtin_tools": ["browser", "python"],
        "reasoning_effort": "high",
        "controls": {"length": "long"},
        "tools_in_user_message": False,
    },
}


def theirs(template: str, messages: list[dict[str, Any]], header: bool, more: dict[str, Any]) -> str | None:
    values = {**TOKENS, **more}
    try:
        return str(
            render_jinja_template([messages], chat_template=template, add_generation_prompt=header, **values)[
                0
            ][0]
        )
    except Exception as error:  # noqa: BLE001 - whatever it raises, it refuses
        return f"\0{type(error).__name__}: {error}"


def ours(
    renderer: TemplateRenderer,
    template: str,
    messages: list[dict[str, Any]],
    header: bool,
    more: dict[str, Any],
) -> str:
    variables = dict(more)
    given = Given(special_tokens=TOKENS, tools=variables.pop("tools", ()), variables=variables)
    turns = [Turn.from_message(message) for message in messages]
    try:
        return renderer.render(template, turns, header, given)
    except TemplateProblem as problem:
        return f"\0{problem.kind}: {problem.reason}"


def exactly(
    renderer: TemplateRenderer,
    template: str,
    messages: list[dict[str, Any]],
    header: bool,
    more: dict[str, Any],
) -> str:
    try:
        return renderer.render_variables(
            template, {"messages": messages, "add_generation_prompt": header, **TOKENS, **more}
        )
    except TemplateProblem as problem:
        return f"\0{problem.kind}: {problem.reason}"


def cases() -> Iterator[tuple[str, list[dict[str, Any]], bool, dict[str, Any]]]:
    for name, messages in CONVERSATIONS.items():
        for setting, more in SETTINGS.items():
            for header in (False, True):
                yield f"{name} / {setting} / {header}", messages, header, more


def same(mine: str, other: str, messages: list[dict[str, Any]], way: str) -> str:
    if mine == other:
        return "same text"
    if other.startswith("\0TypeError: 'NoneType' object"):
        return "a list is taken for granted"
    if way == "context" and any({"thinking", "reasoning", "reasoning_content"} & set(m) for m in messages):
        return "reasoning under other names"
    if mine[:1] == other[:1] == "\0":
        message = other.split(": ", 1)[1].rstrip(". ")
        return "both refuse, same words" if message in mine or mine.startswith("\0error") else "OTHER WORDS"
    return (
        "ONLY THEIRS REFUSES"
        if other[:1] == "\0"
        else "ONLY OURS REFUSES"
        if mine[:1] == "\0"
        else "DIFFERENT"
    )


def main(folder: Path) -> int:
    total: Counter[tuple[str, str]] = Counter()
    with TemplateRenderer() as renderer:
        for file in sorted(folder.glob("*.jinja")):
            template = file.read_text(encoding="utf-8")
            counts: Counter[tuple[str, str]] = Counter()
            for name, messages, header, more in cases():
                other = theirs(template, messages, header, more)
                for way, render in (("chat", ours), ("context", exactly)):
                    mine = render(renderer, template, messages, header, more)
                    verdict = same(mine, other, messages, way)
                    counts[way, verdict] += 1
                    if verdict.isupper() and "-v" in sys.argv:
                        print(f"  {way} {name}: {verdict}\n    {mine[-160:]!r}\n    {other[-160:]!r}")
            print(f"{file.name}: {dict(counts)}")
            total += counts
    print(f"all: {dict(total)}")
    return int(any(verdict.isupper() for _, verdict in total))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
