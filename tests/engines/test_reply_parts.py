from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hone.workers.reply_parts import (
    Part,
    PlainText,
    ReasoningPart,
    ReplyParts,
    TextPart,
    ToolCallPart,
    parts_for,
)
from hone.workers.tool_call_formats import FORMATS

SHIPPED = Path("/work/shared/data/templates")

THINK = "{% if '</think>' in content %}<think>"
HERMES = THINK + "<tool_call>\n{'name': ...}</tool_call>"
CODER = "<tool_call>\n<function=...>"
GLM = THINK + "<tool_call>{name}<arg_key>{k}</arg_key><arg_value>{v}</arg_value>"
MISTRAL = "[TOOL_CALLS]...[ARGS] [THINK] [/THINK]"
LLAMA = '<|python_tag|> {"name": function name, "parameters": dictionary of argument name and its value}'
COMMAND = "<|START_THINKING|><|END_THINKING|><|START_ACTION|><|END_ACTION|>"
OLD_COMMAND = "Write 'Action:' followed by a list"
DEEPSEEK = THINK + "<｜tool▁calls▁begin｜>"
GRANITE = THINK + "<|tool_call|>"
GEMMA = "'<|channel>thought\\n' '<channel|>' '<|tool_call>call:'"
CHANNELS = "<|start|><|channel|>analysis<|message|><|end|>"
CHANNEL_TOKENS = (
    "<|start|>",
    "<|end|>",
    "<|message|>",
    "<|channel|>",
    "<|constrain|>",
    "<|return|>",
    "<|call|>",
)
DEEP_TOKENS = (
    "<｜tool▁calls▁begin｜>",
    "<｜tool▁calls▁end｜>",
    "<｜tool▁call▁begin｜>",
    "<｜tool▁call▁end｜>",
    "<｜tool▁sep｜>",
)
COMMAND_TOKENS = (
    "<|START_THINKING|>",
    "<|END_THINKING|>",
    "<|START_ACTION|>",
    "<|END_ACTION|>",
    "<|START_RESPONSE|>",
    "<|END_RESPONSE|>",
)


def text(words: str) -> TextPart:
    return TextPart(words)


def reasoning(words: str) -> ReasoningPart:
    return ReasoningPart(words)


def call(name: str, arguments: str) -> ToolCallPart:
    return ToolCallPart(name, arguments)


@dataclass(frozen=True)
class Case:
    """A reply as a model writes it, its control tokens as such, and what it is made of."""

    template: str
    reply: str
    parts: Sequence[Part]
    control: Sequence[str] = ()
    prompt: str = "<|im_start|>assistant\n"
    tools: bool = True
    prefill: str = ""

    def splitter(self) -> ReplyParts:
        return parts_for(self.prompt + self.prefill, self.template, self.control, self.tools, self.prefill)

    def stretches(self) -> list[tuple[str, str]]:
        """Cut the reply at its control tokens: texts, and the token that follows each."""
        found, rest = [], self.reply
        while rest:
            places = [(rest.find(token), token) for token in self.control if token in rest]
            if not places:
                return [*found, (rest, "")]
            place, token = min(places)
            found.append((rest[:place], token))
            rest = rest[place + len(token) :]
        return found


WEATHER = '{"city": "Köln", "days": 2}'
CALL = '{"name": "weather", "arguments": ' + WEATHER + "}"
CASES: dict[str, Case] = {
    # reasoning
    "no block": Case(HERMES, "Just an answer.\n", [text("Just an answer.\n")]),
    "block": Case(HERMES, "<think>\nLet me see.\n</think>\n\nYes.", [reasoning("Let me see."), text("Yes.")]),
    "space in front": Case(HERMES, "\n\n<think>a</think>b", [reasoning("a"), text("b")]),
    "empty block": Case(HERMES, "<think>\n\n</think>\n\nYes.", [text("Yes.")]),
    "unfinished block": Case(HERMES, "<think>\nLet me se", [reasoning("Let me se")]),
    "unfinished mark": Case(HERMES, "<think>\nLet me</thi", [reasoning("Let me</thi")]),
    "only a beginning": Case(HERMES, "<thin", [text("<thin")]),
    "white space only": Case(HERMES, " \n", [text(" \n")]),
    "opened by the prompt": Case(
        THINK, "Hm.\n</think>\n\nYes.", [reasoning("Hm."), text("Yes.")], prompt="<|Assistant|><think>\n"
    ),
    "opened and opened again": Case(
        THINK, "<think>\nHm.</think>Yes.", [reasoning("Hm."), text("Yes.")], prompt="<|Assistant|><think>\n"
    ),
    "opened and unfinished": Case(THINK, "Hm. ", [reasoning("Hm. ")], prompt="<|Assistant|><think>\n"),
    "closed by the prompt": Case(
        THINK, "Yes.", [text("Yes.")], prompt="<|Assistant|><think>\n\n</think>\n\n"
    ),
    "named by the user": Case(
        THINK, "It is a mark.", [text("It is a mark.")], prompt="user: what is <think>?\nassistant:"
    ),
    "within a text": Case(
        HERMES, "Write <think> first, </think> last.", [text("Write <think> first, </think> last.")]
    ),
    "prefill opens": Case(THINK, "y.</think>No", [reasoning("y."), text("No")], prefill="<think>\nMaybe m"),
    "prefill closes": Case(THINK, "No", [text("No")], prefill="<think>Maybe</think>"),
    "prefill is text": Case(HERMES, "<think>x", [text("<think>x")], prefill="A mark is "),
    "marks are tokens": Case(
        MISTRAL, "[THINK]Hm[/THINK]Yes", [reasoning("Hm"), text("Yes")], control=("[THINK]", "[/THINK]")
    ),
    "label": Case(
        GEMMA,
        "<|channel>thought\nHm.\n<channel|>Yes",
        [reasoning("Hm."), text("Yes")],
        control=("<|channel>", "<channel|>"),
    ),
    "no label": Case(GEMMA, "<|channel>thoughts<channel|>Yes", [reasoning("thoughts"), text("Yes")]),
    # tool calls
    "hermes": Case(HERMES, f"<tool_call>\n{CALL}\n</tool_call>", [call("weather", WEATHER)]),
    "hermes with all": Case(
        HERMES,
        f"<think>\nHm.\n</think>\n\nI look.\n<tool_call>\n{CALL}\n</tool_call>\n"
        f"<tool_call>\n{CALL}\n</tool_call>\n",
        [reasoning("Hm."), text("I look."), call("weather", WEATHER), call("weather", WEATHER)],
    ),
    "hermes without tools": Case(
        HERMES, f"<tool_call>{CALL}</tool_call>", [text(f"<tool_call>{CALL}</tool_call>")], tools=False
    ),
    "hermes unclosed": Case(HERMES, f"<tool_call>\n{CALL}", [call("weather", WEATHER)]),
    "hermes cut": Case(HERMES, f"So:\n<tool_call>\n{CALL[:-3]}", [text(f"So:\n<tool_call>\n{CALL[:-3]}")]),
    "hermes broken": Case(
        HERMES,
        f"<tool_call>{{'name': x}}</tool_call> and <tool_call>{CALL}</tool_call>",
        [text("<tool_call>{'name': x}</tool_call> and"), call("weather", WEATHER)],
    ),
    "hermes lacks a brace": Case(
        HERMES,
        f"<tool_call>{CALL[:-1]}</tool_call> and <tool_call>{CALL}</tool_call>",
        [text(f"<tool_call>{CALL[:-1]}</tool_call> and"), call("weather", WEATHER)],
    ),
    "hermes about marks": Case(
        HERMES,
        'Write <tool_call> here: <tool_call>{"name": "f", "arguments": {"t": "</tool_call>{"}}</tool_call>',
        [text("Write <tool_call> here:"), call("f", '{"t": "</tool_call>{"}')],
    ),
    "hermes arguments as text": Case(
        HERMES,
        '<tool_call>{"name": "f", "arguments": "{\\"a\\": 1}"}</tool_call>',
        [call("f", '{"a": 1}')],
    ),
    "hermes odd members": Case(
        HERMES,
        '<tool_call> [ {"arguments" : {"b":[1, {"c":null}]} , "id": 7, "name" : "f"},'
        '{"name":"g"} ]</tool_call>',
        [call("f", '{"b":[1, {"c":null}]}'), call("g", "{}")],
    ),
    "hermes line break in a string": Case(
        HERMES,
        '<tool_call>{"name": "f", "arguments": {"a": "1\n2"}}</tool_call>',
        [call("f", '{"a": "1\\n2"}')],
    ),
    "hermes no name": Case(
        HERMES, '<tool_call>{"arguments": {}}</tool_call>', [text('<tool_call>{"arguments": {}}</tool_call>')]
    ),
    "hermes as tokens": Case(
        HERMES,
        f"Well.<tool_call>{CALL}</tool_call> <tool_call>{{</tool_call>",
        [text("Well."), call("weather", WEATHER), text("<tool_call>{</tool_call>")],
        control=("<tool_call>", "</tool_call>"),
    ),
    "coder": Case(
        CODER,
        "<tool_call>\n<function=f>\n<parameter=a>\nx < y\n</parameter>\n<parameter=n>\n5\n</parameter>\n"
        "</function>\n</tool_call>",
        [call("f", '{"a": "x < y", "n": 5}')],
    ),
    "coder cut": Case(
        CODER, "<tool_call>\n<function=f>\n<param", [text("<tool_call>\n<function=f>\n<param")]
    ),
    "glm": Case(
        GLM,
        "<think>Hm</think>\n<tool_call>weather\n<arg_key>city</arg_key>\n<arg_value>Köln</arg_value>\n"
        "<arg_key>days</arg_key>\n<arg_value>2</arg_value>\n</tool_call>",
        [reasoning("Hm"), call("weather", WEATHER)],
    ),
    "glm without arguments": Case(GLM, "<tool_call>now\n</tool_call>", [call("now", "{}")]),
    "glm broken": Case(
        GLM,
        "<tool_call>weather\n<arg_key>a</arg_key>b</tool_call>",
        [text("<tool_call>weather\n<arg_key>a</arg_key>b</tool_call>")],
    ),
    "mistral list": Case(
        MISTRAL,
        f'[TOOL_CALLS][{CALL}, {{"name": "now", "arguments": {{}}, "id": "abcdef123"}}]',
        [call("weather", WEATHER), call("now", "{}")],
        control=("[TOOL_CALLS]",),
    ),
    "mistral names": Case(
        MISTRAL,
        f"Well.[TOOL_CALLS]weather[CALL_ID]abcdef123[ARGS]{WEATHER}[TOOL_CALLS]now[ARGS]{{}}",
        [text("Well."), call("weather", WEATHER), call("now", "{}")],
        control=("[TOOL_CALLS]", "[ARGS]", "[CALL_ID]"),
    ),
    "mistral letters": Case(MISTRAL, f"[TOOL_CALLS] weather{WEATHER}", [call("weather", WEATHER)]),
    "mistral broken": Case(
        MISTRAL,
        "[TOOL_CALLS]weather[ARGS]{oops} yes",
        [text("[TOOL_CALLS]weather[ARGS]{oops} yes")],
        control=("[TOOL_CALLS]", "[ARGS]"),
    ),
    "llama tag": Case(
        LLAMA,
        '<|python_tag|>{"name": "f", "parameters": {"a": "}"}}; {"name": "g", "parameters": {}}',
        [call("f", '{"a": "}"}'), call("g", "{}")],
        control=("<|python_tag|>",),
    ),
    "llama built in": Case(
        LLAMA,
        '<|python_tag|>brave_search.call(query="say \\"hi\\", you", n="2")',
        [call("brave_search", '{"query": "say \\"hi\\", you", "n": "2"}')],
        control=("<|python_tag|>",),
    ),
    "llama code": Case(
        LLAMA, "<|python_tag|>import os\nprint(1)", [text("<|python_tag|>import os\nprint(1)")]
    ),
    "llama bare": Case(LLAMA, '\n{"name": "f", "parameters": {"a": [1]}}\n', [call("f", '{"a": [1]}')]),
    "llama answers in JSON": Case(
        LLAMA, '{"name": "Ada", "age": 36} is she.', [text('{"name": "Ada", "age": 36} is she.')]
    ),
    "llama set": Case(LLAMA, "{1, 2} and {}", [text("{1, 2} and {}")]),
    "llama JSON later": Case(
        LLAMA,
        'So: {"name": "f", "parameters": {}}',
        [text('So: {"name": "f", "parameters": {}}')],
    ),
    "command": Case(
        COMMAND,
        "<|START_THINKING|>I look.<|END_THINKING|><|START_ACTION|>[\n"
        '    {"tool_call_id": "0", "tool_name": "weather", "parameters": ' + WEATHER + "}\n]<|END_ACTION|>",
        [reasoning("I look."), call("weather", WEATHER)],
        control=COMMAND_TOKENS,
    ),
    "command answer": Case(
        COMMAND, "<|START_RESPONSE|>Yes.<|END_RESPONSE|>", [text("Yes.")], control=COMMAND_TOKENS
    ),
    "command acts while it thinks": Case(
        COMMAND,
        '<|START_THINKING|>Hm<|START_ACTION|>[{"tool_name": "f", "parameters": {}}]<|END_ACTION|>',
        [reasoning("Hm"), call("f", "{}")],
        control=COMMAND_TOKENS,
    ),
    "old command": Case(
        OLD_COMMAND,
        'Action: ```json\n[{"tool_name": "f", "parameters": {"a": 1}}]\n```',
        [call("f", '{"a": 1}')],
    ),
    "old command in words": Case(OLD_COMMAND, "Action: none", [text("Action: none")]),
    "deepseek": Case(
        DEEPSEEK,
        "Hm.</think><｜tool▁calls▁begin｜><｜tool▁call▁begin｜>function<｜tool▁sep｜>weather\n```json\n"
        f"{WEATHER}\n```<｜tool▁call▁end｜>\n<｜tool▁call▁begin｜>now<｜tool▁sep｜>{{}}<｜tool▁call▁end｜>"
        "<｜tool▁calls▁end｜>",
        [reasoning("Hm."), call("weather", WEATHER), call("now", "{}")],
        control=DEEP_TOKENS,
        prompt="<｜Assistant｜><think>\n",
    ),
    "deepseek cut": Case(
        DEEPSEEK,
        "<｜tool▁calls▁begin｜><｜tool▁call▁begin｜>function<｜tool▁sep｜>we",
        [text("<｜tool▁calls▁begin｜><｜tool▁call▁begin｜>function<｜tool▁sep｜>we")],
        control=DEEP_TOKENS,
    ),
    "granite": Case(
        GRANITE, f"<|tool_call|>[{CALL}]", [call("weather", WEATHER)], control=("<|tool_call|>",)
    ),
    "gemma": Case(
        GEMMA,
        '<|tool_call>call:weather{city:<|"|>Köln, {x}<|"|>,days:2,deep:{<|"|>k<|"|>:[true,null,-1.5]},e:{}}'
        "<tool_call|><|tool_call>call:now{}<tool_call|>",
        [
            call("weather", '{"city": "Köln, {x}", "days": 2, "deep": {"k": [true, null, -1.5]}, "e": {}}'),
            call("now", "{}"),
        ],
        control=("<|tool_call>", "<tool_call|>"),
    ),
    "gemma broken": Case(
        GEMMA, "<|tool_call>call:f{a:b c}<tool_call|>", [text("<|tool_call>call:f{a:b c}<tool_call|>")]
    ),
    # channels
    "channels": Case(
        CHANNELS,
        "<|channel|>analysis<|message|>I look.<|end|>"
        "<|start|>assistant<|channel|>final<|message|>Yes.\n<|return|>",
        [reasoning("I look."), text("Yes.\n")],
        control=CHANNEL_TOKENS,
        prompt="<|start|>assistant",
    ),
    "channels call": Case(
        CHANNELS,
        "<|channel|>analysis<|message|>Hm<|end|><|start|>assistant<|channel|>commentary to=functions.weather "
        f"<|constrain|>json<|message|>{WEATHER}<|call|>",
        [reasoning("Hm"), call("weather", WEATHER)],
        control=CHANNEL_TOKENS,
        prompt="<|start|>assistant",
    ),
    "channels recipient first": Case(
        CHANNELS,
        f" to=functions.weather<|channel|>commentary json<|message|>{WEATHER}",
        [call("weather", WEATHER)],
        control=CHANNEL_TOKENS,
        prompt="<|start|>assistant",
    ),
    "channels broken": Case(
        CHANNELS,
        "<|channel|>commentary to=functions.f<|message|>{oops<|call|>",
        [text("<|channel|>commentary to=functions.f<|message|>{oops")],
        control=CHANNEL_TOKENS,
        prompt="<|start|>assistant",
    ),
    "channels preamble": Case(
        CHANNELS,
        "<|channel|>commentary<|message|>I will look.<|end|>",
        [text("I will look.")],
        control=CHANNEL_TOKENS,
        prompt="<|start|>assistant",
    ),
    "channels without tools": Case(
        CHANNELS,
        "<|channel|>commentary to=functions.f<|message|>{}<|call|>",
        [text("{}")],
        control=CHANNEL_TOKENS,
        prompt="<|start|>assistant",
        tools=False,
    ),
    "channels not used": Case(
        CHANNELS, "to me it is fine", [text("to me it is fine")], CHANNEL_TOKENS, prompt="<|start|>assistant"
    ),
    "channels opened": Case(
        CHANNELS,
        "Hm<|end|>",
        [reasoning("Hm")],
        control=CHANNEL_TOKENS,
        prompt="<|start|>assistant<|channel|>analysis<|message|>",
    ),
}


def merged(parts: Iterable[Part]) -> list[Part]:
    """Join parts of one kind that follow each other."""
    found: list[Part] = []
    for part in parts:
        last = found[-1] if found else None
        if isinstance(part, TextPart) and isinstance(last, TextPart):
            found[-1] = TextPart(last.text + part.text)
        elif isinstance(part, ReasoningPart) and isinstance(last, ReasoningPart):
            found[-1] = ReasoningPart(last.text + part.text)
        else:
            found.append(part)
    return found


def split(splitter: ReplyParts, pieces: Iterable[tuple[str, str]]) -> list[Part]:
    parts: list[Part] = []
    for words, control in pieces:
        parts += splitter.add(words, control)
    ended = splitter.end()
    assert splitter.end() == []
    return merged([*parts, *ended])


def cut(case: Case, places: Iterable[int]) -> list[tuple[str, str]]:
    """Cut the texts of a reply into pieces at `places`, counted over the whole reply."""
    pieces, passed, wanted = [], 0, set(places)
    for words, control in case.stretches():
        start = 0
        for place in range(1, len(words)):
            if passed + place in wanted:
                pieces.append((words[start:place], ""))
                start = place
        pieces.append((words[start:], control))
        passed += len(words)
    return pieces


@pytest.mark.parametrize("name", CASES)
def test_reply_is_told_apart_when_it_comes_at_once_and_letter_by_letter(name: str) -> None:
    case = CASES[name]
    assert split(case.splitter(), case.stretches()) == list(case.parts)
    assert split(case.splitter(), cut(case, range(len(case.reply)))) == list(case.parts)


@pytest.mark.parametrize("name", CASES)
def test_parts_are_the_same_when_a_reply_is_cut_at_any_one_place(name: str) -> None:
    case = CASES[name]
    for place in range(1, len(case.reply)):
        assert split(case.splitter(), cut(case, [place])) == list(case.parts), place


FRAGMENTS = [
    *sorted({token for case in CASES.values() for token in case.control}),
    *(
        "<think>",
        "</think>",
        "<tool_call>",
        "</tool_call>",
        CALL,
        CALL[:-1],
        "{",
        "}",
        '"',
        "\\",
        "\n",
        " ",
        "<",
    ),
    *(
        "x",
        "to=",
        "analysis",
        '{"name": "f", "parameters": {}}',
        "[",
        "]",
        "call:f{",
        '<|"|>',
        "thought",
        ";",
    ),
    *("<arg_key>", "</arg_key>", "<arg_value>", "</arg_value>", "<function=f>", "</function>", "weather"),
]


@settings(max_examples=400, deadline=None)
@given(
    template=st.sampled_from(
        (HERMES, CODER, GLM + HERMES, MISTRAL, LLAMA, COMMAND, DEEPSEEK, GRANITE, GEMMA, CHANNELS)
    ),
    tokens=st.booleans(),
    fragments=st.lists(st.sampled_from(FRAGMENTS), max_size=12),
    prompt=st.sampled_from(("assistant\n", "assistant\n<think>\n", "<|start|>assistant")),
    places=st.sets(st.integers(0, 300)),
)
def test_parts_are_the_same_however_a_wild_reply_is_cut(
    template: str, tokens: bool, fragments: list[str], prompt: str, places: set[int]
) -> None:
    marks = sorted({token for case in CASES.values() for token in case.control})
    control = marks if tokens else []
    case = Case(template, "".join(fragments), [], control, prompt)
    whole = split(case.splitter(), case.stretches())
    assert split(case.splitter(), cut(case, places)) == whole
    assert split(case.splitter(), cut(case, range(len(case.reply)))) == whole


@settings(max_examples=200, deadline=None)
@given(
    fragments=st.lists(st.sampled_from([*FRAGMENTS, CALL[:9]]), max_size=10),
    template=st.sampled_from((HERMES, GLM, MISTRAL, LLAMA, GEMMA)),
)
def test_nothing_is_lost_when_calls_are_broken(fragments: list[str], template: str) -> None:
    case = Case(template, "".join(fragments), [])
    parts = split(case.splitter(), case.stretches())
    if any(isinstance(part, ToolCallPart) for part in parts):
        return
    kept = "".join(part.text for part in parts if not isinstance(part, ToolCallPart))
    marks = ("<think>", "</think>", "[THINK]", "[/THINK]", "<|channel>", "<channel|>")
    lost = "".join(case.reply.split())
    for piece in "".join(kept.split()):
        assert piece in lost
    if not any(isinstance(part, ReasoningPart) for part in parts) and not any(m in case.reply for m in marks):
        assert "".join(kept.split()) == lost


@settings(max_examples=100, deadline=None)
@given(pieces=st.lists(st.one_of(st.text(), st.sampled_from(FRAGMENTS))), tools=st.booleans())
def test_text_of_a_plain_model_is_never_split(pieces: list[str], tools: bool) -> None:
    splitter = parts_for("user: <think>\nassistant: <think>", "{{ messages[0].content }}", (), tools)
    told = [splitter.add(piece, "") for piece in pieces]
    assert told == [[TextPart(piece)] if piece else [] for piece in pieces]
    assert splitter.end() == []


def test_letters_that_look_like_a_token_are_text() -> None:
    splitter = parts_for("assistant", MISTRAL, ("[THINK]", "[/THINK]"), True)
    assert splitter.add("[THINK]Hm", "") == [TextPart("[THINK]Hm")]
    assert splitter.add("", "[THINK]") + splitter.add("Hm", "") == [ReasoningPart("Hm")]


def test_formats_have_names_of_their_own() -> None:
    assert len({each.name for each in FORMATS}) == len(FORMATS)


@pytest.mark.skipif(not SHIPPED.is_dir(), reason="the templates are not on this machine")
def test_templates_of_known_models_choose_their_own_formats() -> None:
    from hone.workers.channel_reply import uses_channels
    from hone.workers.reasoning_marks import pairs_of
    from hone.workers.tool_call_formats import formats_of

    found = {}
    for file in sorted(SHIPPED.glob("*.jinja")):
        template = file.read_text(encoding="utf-8")
        if uses_channels(template):
            found[file.stem] = "channels"
            continue
        starts = [pair.start for pair in pairs_of(template)]
        found[file.stem] = ", ".join([*starts, *(each.name for each in formats_of(template))])
    assert found == {
        "CohereForAI-c4ai-command-r7b-12-2024-tool_use": "<|START_THINKING|>, Command R7B",
        "GLM-4.6": "<think>, Hermes, GLM",
        "HuggingFaceTB-SmolLM3-3B": "<think>",
        "Mistral-Small-3.2-24B-Instruct-2506": "Mistral",
        "NousResearch-Hermes-3-Llama-3.1-8B-tool_use": "Hermes",
        "Qwen-Qwen2.5-7B-Instruct": "Hermes",
        "Qwen-Qwen3-0.6B": "<think>, Hermes",
        "deepseek-ai-DeepSeek-R1-Distill-Qwen-32B": "<think>, DeepSeek",
        "google-gemma-2-2b-it": "",
        "google-gemma-4-31B-it": "<|channel>, Gemma 4",
        "ibm-granite-granite-3.3-2B-Instruct": "<think>, Granite",
        "meta-llama-Llama-3.1-8B-Instruct": "Llama 3, bare JSON",
        "meta-llama-Llama-3.2-3B-Instruct": "bare JSON",
        "microsoft-Phi-3.5-mini-instruct": "",
        "mistralai-Mistral-Nemo-Instruct-2407": "Mistral",
        "openai-gpt-oss-120b": "channels",
    }


@pytest.mark.parametrize("template", ["", HERMES], ids=["plain", "with marks"])
def test_splitting_costs_microseconds_per_token(template: str) -> None:
    words = [" word", ",", " and", " so", "\n", " on"] * 5000
    best = min(_seconds(parts_for("x", template, (), True), words) for _ in range(5))
    assert best / len(words) < 1e-5


def _seconds(splitter: ReplyParts, words: list[str]) -> float:
    started = time.perf_counter()
    for word in words:
        splitter.add(word, "")
    return time.perf_counter() - started


def test_plain_text_is_chosen_when_template_has_no_marks() -> None:
    assert isinstance(parts_for("x", "{{ messages }}", ("<think>",), True), PlainText)
