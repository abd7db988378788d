"""Templates with tools, tool calls and reasoning render as transformers renders them."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hone.data.template import (
    Given,
    TemplateProblem,
    TemplateRenderer,
    fold_system,
    render_conversation,
)
from hone.domain.chat import Turn
from hone.errors import BadInput

TOKENS = {"bos_token": "<s>", "eos_token": "</s>"}
TEMPLATES = {
    "tools": (
        "{{- bos_token }}\n{%- if tools %}\n  {% for tool in tools %}\n    {{ tool | tojson(indent=2) }}\n"
        "  {% endfor %}\n{%- else %}no tools, {{ tools is none }}, {{ tools is defined }}\n{%- endif %}\n"
        "{% for m in messages %}\n{{ m.role }}: {{ m.content }}|{{ m.content is string }}\n"
        "{% if m.tool_calls %}{% for c in m.tool_calls %}{{ c.function.name }}("
        "{{ c.function.arguments | tojson }},"
        "{{ c.function.arguments is mapping }}){% endfor %}{% endif %}\n{% endfor %}\n"
        "{% if add_generation_prompt %}reply:{% endif %}\n"
    ),
    "reasoning": (
        "{% for m in messages %}{% if m.thinking is defined %}T{{ m.thinking }}{% endif %}"
        "{% if m.reasoning_content %}R{{ m.reasoning_content }}{% endif %}{{ 'content' in m }}"
        "{{ m.keys() | list }}{% endfor %}{{ enable_thinking is defined and not enable_thinking }}"
    ),
    "loops": (
        "{%- for m in messages -%}\n{%- if m.role == 'system' %}{% continue %}{% endif -%}\n"
        "{%- if loop.index > 3 %}{% break %}{% endif -%}\n{% generation %}{{ m['content'] | tojson }}"
        "{% endgeneration %}\n{%- endfor -%}{{ dict(a=1).a }}{{ dict.fromkeys('ab', 1) }}"
    ),
    "parts": (
        "{% for m in messages %}{% if m.content is string %}{{ m.content }}{% else %}"
        "{% for part in m.content %}[{{ part['type'] }}:{{ part['text'] }}]{% endfor %}{% endif %}"
        "{% endfor %}"
    ),
    "strict": (
        "{% for m in messages %}{% if m.role not in ('user', 'assistant') %}"
        "{{ raise_exception('Only users & assistants, not ' + m.role) }}{% endif %}"
        "{{ m.content + '\\n' }}{% endfor %}"
    ),
    "documents": (
        "{% for d in documents or [] %}{{ d.title ~ d.text }}{% endfor %}{{ documents is none }}{{ x }}"
    ),
}
WEATHER = {
    "type": "function",
    "function": {"name": "weather", "description": "<b> & 'ü'", "parameters": {"type": "object", "n": 1.5}},
}
ARGUMENTS = {"city": 'Köln <&> "x"', "n": [1, 2.5, None, True]}
CONVERSATIONS: dict[str, list[dict[str, Any]]] = {
    "plain": [{"role": "user", "content": "Straße 東京 🙂 <&>\n  x "}, {"role": "assistant", "content": ""}],
    "system": [{"role": "system", "content": "S"}, {"role": "user", "content": "U"}],
    "none": [{"role": "user", "content": None}],
    "absent": [{"role": "assistant", "tool_calls": [{"function": {"name": "f", "arguments": ARGUMENTS}}]}],
    "text arguments": [
        {
            "role": "assistant",
            "content": "",
            "tool_calls": [{"function": {"name": "f", "arguments": '{"a": 1}'}}],
        }
    ],
    "other order": [{"content": "C", "name": "n", "role": "user"}],
    "parts": [{"role": "user", "content": [{"type": "text", "text": "a"}, {"type": "image", "url": "b"}]}],
    "reasoning": [{"role": "assistant", "content": "c", "reasoning_content": "why"}],
    "thinking": [{"role": "assistant", "thinking": "why", "content": "c"}],
    "other reasoning": [{"role": "assistant", "content": "c", "reasoning": "why"}],
    "tool": [{"role": "tool", "content": {"t": 3}, "tool_call_id": "1"}],
}
SETTINGS: tuple[dict[str, Any], ...] = (
    {},
    {"tools": [WEATHER]},
    {"enable_thinking": False, "documents": [{"title": "T", "text": "x"}], "bos_token": "<other>", "x": [1]},
)


@pytest.fixture(scope="module")
def renderer() -> Iterator[TemplateRenderer]:
    with TemplateRenderer() as one:
        yield one


def theirs(template: str, messages: Sequence[Mapping[str, Any]], header: bool, more: dict[str, Any]) -> str:
    """Return what transformers makes of it, or its complaint behind an exclamation mark."""
    chat = pytest.importorskip("transformers.utils.chat_template_utils")
    values = {"chat_template": template, "add_generation_prompt": header, **TOKENS, **more}
    try:
        return str(chat.render_jinja_template([messages], **values)[0][0])
    except Exception as error:  # noqa: BLE001 - whatever it is, it refuses
        return f"!{error}"


def ours(
    renderer: TemplateRenderer,
    template: str,
    messages: Sequence[Mapping[str, Any]],
    header: bool,
    more: dict[str, Any],
) -> str:
    variables = dict(more)
    values = Given(special_tokens=TOKENS, tools=variables.pop("tools", ()), variables=variables)
    try:
        turns = [Turn.from_message(message) for message in messages]
        return renderer.render(template, turns, header, values)
    except TemplateProblem as problem:
        return f"!{problem.reason.split(': ', 1)[-1] if problem.kind == 'error' else problem.reason}"


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("conversation", CONVERSATIONS)
@pytest.mark.parametrize("name", TEMPLATES)
def test_text_is_that_of_transformers_when_messages_hold_more_than_text(
    name: str, conversation: str, renderer: TemplateRenderer
) -> None:
    template, messages = TEMPLATES[name], CONVERSATIONS[conversation]
    for more, header in itertools.product(SETTINGS, (False, True)):
        assert ours(renderer, template, messages, header, more) == theirs(template, messages, header, more)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@given(message=st.dictionaries(st.sampled_from(["content", "name", "tool_calls", "x"]), json_values))
def test_nothing_of_a_message_is_lost_when_it_becomes_a_turn(message: dict[str, Any]) -> None:
    for whole in ({"role": "user", **message}, {**message, "role": "tool"}):
        back = Turn.from_message(whole).as_message()
        assert back == whole and list(back) == list(whole)


@settings(max_examples=50, deadline=None)
@given(values=st.dictionaries(st.from_regex(r"[a-z]{1,6}", fullmatch=True), json_values, max_size=4))
def test_variables_reach_a_template_as_they_are(values: dict[str, Any], renderer: TemplateRenderer) -> None:
    template = "".join(f"{{{{ v_{name} | tojson }}}}\n;" for name in values)
    text = renderer.render_variables(template, {f"v_{name}": value for name, value in values.items()})
    assert text == "".join(f"{json.dumps(value, ensure_ascii=False)}\n;" for value in values.values())


def test_variables_left_out_are_undefined_when_a_template_is_rendered_by_itself(
    renderer: TemplateRenderer,
) -> None:
    assert renderer.render_variables("{{ tools is defined }}{{ a }}{{ messages }}", {"a": 1}) == "False1"
    with pytest.raises(TemplateProblem, match="not today"):
        renderer.render_variables("{{ raise_exception('not today') }}", {})
    with pytest.raises(TemplateProblem, match="far too long"):
        renderer.render_variables("{% for i in range(99999) %}{{ 'a' * 1000 }}{% endfor %}", {"range_": 1})


def test_empty_list_stands_for_tools_when_template_takes_a_list_for_granted(
    renderer: TemplateRenderer,
) -> None:
    template = "{% for tool in tools %}{{ tool }}{% endfor %}{{ messages[0].content }}"
    assert renderer.render(template, [Turn("user", "Hi")], False) == "Hi"


@pytest.mark.parametrize("name", ["messages", "tools", "add_generation_prompt"])
def test_variable_is_refused_when_hone_sets_it_itself(name: str, renderer: TemplateRenderer) -> None:
    with pytest.raises(BadInput, match=name):
        renderer.render("x", [Turn("user", "Hi")], False, Given(variables={name: 1}))


def test_system_text_is_not_moved_when_template_shows_it_in_other_words(renderer: TemplateRenderer) -> None:
    template = "{% for m in messages %}{{ m.role }}:{{ m.content.replace('/think', '') }}|{% endfor %}"
    turns = (Turn("system", "Be /think kind"), Turn("user", "Hi"))
    conversation = render_conversation(renderer, template, turns, False)
    assert conversation.text == "system:Be  kind|user:Hi|" and not conversation.system_folded


def test_parts_of_a_message_stay_when_the_system_text_is_put_in_front_of_them() -> None:
    parts = [{"type": "text", "text": "a"}, {"type": "image", "url": "b"}]
    turn = Turn.from_message({"role": "user", "content": parts, "name": "n"})
    (folded,) = fold_system((Turn("system", "S"), turn))
    front = {"type": "text", "text": "S\n\n"}
    assert folded.as_message() == {"role": "user", "content": [front, *parts], "name": "n"}
