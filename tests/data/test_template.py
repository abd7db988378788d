from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import datetime

import pytest

from hone.data.template import (
    FALLBACK_TEMPLATE,
    Given,
    TemplateProblem,
    TemplateRenderer,
    render_conversation,
    render_template,
)
from hone.domain.chat import Turn

TURNS = (Turn("system", "Be brief."), Turn("user", "Hi <b>"), Turn("assistant", "Hello"))
TOKENS = Given(special_tokens={"bos_token": "<s>", "eos_token": "</s>"})

HOSTILE = {
    "nested loops": "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "huge text": "{{ 'a' * 10**9 }}",
    "huge hidden text": "{% set x = 'a' * 10**9 %}",
    "doubling": "{% set n = namespace(s='aa') %}{% for i in range(60) %}"
    "{% set n.s = n.s + n.s %}{% endfor %}",
    "one long call into C": "{{ 'a' | center(10**9) }}",
    "shared lists": "{% set n = namespace(a=['ha']) %}{% for i in range(50) %}{% set n.a = [n.a, n.a] %}"
    "{% endfor %}{{ n.a | tojson }}",
    "endless macro": "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
    "long output": "{% for a in range(99999) %}{{ 'a' * 1000 }}{% endfor %}",
    "lorem ipsum": "{{ lipsum(n=1000000) }}",
}


@pytest.fixture
def renderer() -> Iterator[TemplateRenderer]:
    with TemplateRenderer() as one:
        yield one


@pytest.mark.parametrize("name", HOSTILE)
def test_render_ends_within_three_seconds_when_template_is_hostile(
    name: str, renderer: TemplateRenderer
) -> None:
    renderer.render("warm", TURNS, False)
    started = time.monotonic()
    with pytest.raises(TemplateProblem):
        renderer.render(HOSTILE[name], TURNS, False)
    assert time.monotonic() - started < 3
    assert renderer.render("still here", TURNS, False) == "still here"


@pytest.mark.parametrize(
    "template",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ messages.append({'role': 'user', 'content': ''}) }}",
        "{{ namespace(__class__=1) }}",
    ],
)
def test_render_refuses_when_template_reaches_for_python(template: str, renderer: TemplateRenderer) -> None:
    with pytest.raises(TemplateProblem) as problem:
        renderer.render(template, TURNS, False)
    assert problem.value.kind == "unsafe"


def test_render_shows_nothing_of_python_when_asked_by_filter_or_format(renderer: TemplateRenderer) -> None:
    assert renderer.render("{{ '' | attr('__class__') }}", TURNS, False) == ""
    assert "class" not in renderer.render("{{ '{0.__class__}'.format(1) }}", TURNS, False)


def test_problem_names_the_line_when_template_has_a_syntax_error() -> None:
    with pytest.raises(TemplateProblem, match="syntax error in line 2"):
        render_template("one\n{% if %}", TURNS, False)


def test_render_follows_transformers_when_blocks_json_and_marks_are_used(renderer: TemplateRenderer) -> None:
    template = (
        "{% for m in messages %}\n  {% if m.role == 'system' %}{% continue %}{% endif %}\n"
        "{% generation %}{{ m.content | tojson }}{% endgeneration %}\n{% endfor %}{{ strftime_now('%Y') }}"
        "{{ bos_token }}{% if tools is none %}no tools{% endif %}"
    )
    with TemplateRenderer(moment=datetime(2001, 2, 3)) as dated:
        text = dated.render(template, TURNS, False, TOKENS)
    assert text == '"Hi <b>""Hello"2001<s>no tools'


def test_fallback_writes_header_only_when_a_reply_is_to_come(renderer: TemplateRenderer) -> None:
    closed = renderer.render(FALLBACK_TEMPLATE, TURNS, False, TOKENS)
    opened = renderer.render(FALLBACK_TEMPLATE, TURNS[:2], True, TOKENS)
    assert closed == "<s>Be brief.\n\n### User:\nHi <b>\n\n### Assistant:\nHello</s>\n\n"
    assert closed.startswith(opened)


@pytest.mark.parametrize(
    "template",
    [
        "{% for m in messages %}{% if m.role == 'system' %}{{ raise_exception('no') }}{% endif %}"
        "{{ m.content }}|{% endfor %}",
        "{% for m in messages if m.role != 'system' %}{{ m.content }}|{% endfor %}",
    ],
    ids=["refuses", "drops"],
)
def test_system_text_moves_to_first_user_turn_when_template_has_no_place_for_it(
    template: str, renderer: TemplateRenderer
) -> None:
    conversation = render_conversation(renderer, template, TURNS, False)
    assert conversation.system_folded
    assert conversation.text == "Be brief.\n\nHi <b>|Hello|"
