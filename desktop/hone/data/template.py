"""Chat templates, rendered in a child process that cannot hang or fill the memory of its caller.

Notes for engines and trainer, so that what is chatted is what was trained:
- Keep one `TemplateRenderer` per process (starting its child takes 0.1 to 0.2 s, a rendering well under
  a millisecond) and close it at the end; `render_template` is for a single rendering.
- Use `render_conversation`: it folds the system text into the first user message where a template has
  no system role, in the same way for training, preview and chat.
- Messages, tools and variables reach the template as transformers would give them, so that the text is the
  same; `render_variables` gives a template exactly the variables it is called with.
- The rendered text already holds the begin-of-sequence token: tokenise it with special tokens parsed
  and none added (`add_special_tokens=False`; llama.cpp: `add_special=False, parse_special=True`).
- A model without a chat template uses `FALLBACK_TEMPLATE`, and its user is told so: training does the
  same, and writes the template beside what it trained.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from types import TracebackType
from typing import Any

import msgspec

from hone.data.template_process import TemplateProcess
from hone.domain.chat import Turn
from hone.errors import BadInput

SECONDS = 2.0
SPARE_CHARACTERS = 1_000_000
GROWTH = 4

FALLBACK_TEMPLATE = (
    "{{ bos_token }}"
    "{% for message in messages %}"
    "{% if message['role'] == 'system' %}{{ message['content'] }}{{ '\\n\\n' }}"
    "{% elif message['role'] == 'user' %}{{ '### User:\\n' + message['content'] + '\\n\\n' }}"
    "{% elif message['role'] == 'assistant' %}"
    "{{ '### Assistant:\\n' + message['content'] }}{{ eos_token }}{{ '\\n\\n' }}"
    "{% else %}{{ raise_exception('the role ' + message['role'] + ' is not known') }}{% endif %}"
    "{% endfor %}"
    "{% if add_generation_prompt %}{{ '### Assistant:\\n' }}{% endif %}"
)
FALLBACK_NOTICE = (
    "This model has no chat template; Hone's plain one is used (### User: / ### Assistant:), "
    "in training and in chat with the adapter alike."
)

_REASONS = {
    "syntax": "has a syntax error in line {line}: {reason}",
    "unsafe": "tries something that is not allowed: {reason}",
    "raised": "refuses this conversation: {reason}",
    "error": "fails on this conversation: {reason}",
    "memory": "needs too much memory",
    "long": "makes far too long a text: {reason}",
    "slow": "takes longer than {reason} seconds",
}


class TemplateProblem(BadInput):
    """A chat template could not be rendered; `kind` is a key of the reasons above.

    Callers act on it: "raised" and "error" may come from the conversation and are worth a second try with
    other turns, the other kinds condemn the template.
    """

    def __init__(self, kind: str, reason: str = "", line: int = 0) -> None:
        super().__init__(
            "The model's chat template " + _REASONS[kind].format(reason=reason.rstrip(". "), line=line) + ".",
            hint="Check the order of the messages."
            if kind in ("raised", "error")
            else "Use another template for this model, or another model.",
        )
        self.kind = kind
        self.reason = reason
        self.line = line


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """What a template is given beside the messages.

    `special_tokens` are the texts of bos_token, eos_token and so on, as in tokenizer_config.json; `tools`
    are function descriptions in OpenAI's form; `variables`, such as enable_thinking or documents, come before
    special tokens of the same name.
    """

    special_tokens: Mapping[str, str] = {}
    tools: Sequence[Mapping[str, Any]] = ()
    variables: Mapping[str, Any] = {}


NOTHING = Given()
OWN_VARIABLES = ("messages", "tools", "add_generation_prompt")


class Job(msgspec.Struct, frozen=True):
    """One conversation to render, with or without the header of the reply to come."""

    turns: tuple[Turn, ...]
    add_generation_prompt: bool = False


class Conversation(msgspec.Struct, frozen=True):
    """A conversation of which several beginnings are rendered.

    Each of `cuts` is how many turns, and whether the header of the reply to come follows. `tools` are
    function descriptions in OpenAI's form.
    """

    turns: tuple[Turn, ...]
    cuts: tuple[tuple[int, bool], ...]
    tools: Sequence[Mapping[str, Any]] = ()


class RenderedConversation(msgspec.Struct, frozen=True):
    """A rendered conversation; `system_folded` says that the system text went into the first user turn."""

    text: str
    system_folded: bool = False


Outcome = str | TemplateProblem


class TemplateRenderer:
    """Renders templates in a child process, which is started when needed and again after it was ended.

    `seconds` limits each rendering. `moment` is the time that templates see (now when None); a run keeps
    the time of its start, so that a resumed run trains on the same text. Safe to use from any thread.
    """

    def __init__(self, seconds: float = SECONDS, moment: datetime | None = None) -> None:
        self._moment = moment.isoformat() if moment else ""
        self._seconds = seconds
        self._process = TemplateProcess(seconds)

    def __enter__(self) -> TemplateRenderer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def render(
        self,
        template: str,
        turns: Sequence[Turn],
        add_generation_prompt: bool,
        given: Given = NOTHING,
    ) -> str:
        """Render one conversation; raises TemplateProblem saying what is wrong with the template."""
        return self.render_each(template, [Job(tuple(turns), add_generation_prompt)], given)[0]

    def render_each(self, template: str, jobs: Sequence[Job], given: Given = NOTHING) -> list[str]:
        """Render several conversations with one template; the first that fails raises TemplateProblem."""
        shared, room = _shared(given), len(msgspec.json.encode(given.tools))
        return self._rendered(template, shared, [_as_json(job, room) for job in jobs], ("tools", "documents"))

    def render_cuts(
        self, template: str, conversations: Sequence[Conversation], given: Given = NOTHING
    ) -> list[list[Outcome]]:
        """Render beginnings of many conversations; a problem stands in the place of what cannot be rendered.

        Their strings must be valid Unicode. `given` has no tools: each conversation has its own. Raises
        TemplateProblem when the template can render nothing at all.
        """
        shared = _shared(given)
        told = [_conversation_as_json(each) for each in conversations]
        request = self._request(template, shared, ("tools", "documents"), conversations=told)
        answer = self._process.ask(
            msgspec.json.encode(request), sum(len(each.cuts) for each in conversations)
        )
        if answer.get("kind") == "slow" and len(conversations) > 1:
            return [self.render_cuts(template, [each], given)[0] for each in conversations]
        if answer.get("kind") == "slow":
            return [[_problem(answer)] * len(conversations[0].cuts)]
        if "kind" in answer:
            raise _problem(answer)
        return [_outcomes(found) for found in answer["conversations"]]

    def close(self) -> None:
        """End the child process."""
        self._process.close()

    def render_variables(self, template: str, variables: Mapping[str, Any]) -> str:
        """Render any template with these variables and no others; raises TemplateProblem."""
        longest = SPARE_CHARACTERS + GROWTH * len(json.dumps(variables, ensure_ascii=False))
        job = {"variables": dict(variables), "longest": longest}
        return self._rendered(template, {}, [job], ())[0]

    def _rendered(
        self, template: str, shared: dict[str, Any], jobs: list[dict[str, Any]], lists: Sequence[str]
    ) -> list[str]:
        """Render with the `shared` variables and each job's; `lists` may be empty lists instead of None."""
        request = json.dumps(self._request(template, shared, lists, jobs=jobs)).encode()
        answer = self._process.ask(request, len(jobs))
        if "kind" in answer:
            raise _problem(answer)
        texts: list[str] = answer["texts"]
        return texts

    def _request(
        self, template: str, shared: dict[str, Any], lists: Sequence[str], **more: object
    ) -> dict[str, object]:
        return {
            "template": template,
            "shared": shared,
            "lists": lists,
            "moment": self._moment,
            "seconds": self._seconds,
            **more,
        }


def render_template(
    template: str,
    turns: Sequence[Turn],
    add_generation_prompt: bool,
    given: Given = NOTHING,
    seconds: float = SECONDS,
) -> str:
    """Render one conversation in a child process started for it; raises TemplateProblem."""
    with TemplateRenderer(seconds) as renderer:
        return renderer.render(template, turns, add_generation_prompt, given)


def render_conversation(
    renderer: TemplateRenderer,
    template: str,
    turns: Sequence[Turn],
    add_generation_prompt: bool,
    given: Given = NOTHING,
) -> RenderedConversation:
    """Render `turns`; where the template refuses or drops a system turn, fold it into the first user turn.

    Raises TemplateProblem when that does not help either.
    """
    if not has_system(turns):
        return RenderedConversation(renderer.render(template, turns, add_generation_prompt, given))
    try:
        text = renderer.render(template, turns, add_generation_prompt, given)
    except TemplateProblem as problem:
        if problem.kind not in ("raised", "error"):
            raise
    else:
        if not _is_dropped(renderer, template, turns, add_generation_prompt, given, text):
            return RenderedConversation(text)
    text = renderer.render(template, fold_system(turns), add_generation_prompt, given)
    return RenderedConversation(text, system_folded=True)


def _is_dropped(
    renderer: TemplateRenderer,
    template: str,
    turns: Sequence[Turn],
    add_generation_prompt: bool,
    given: Given,
    text: str,
) -> bool:
    """Whether a leading system turn has no effect on `text`; some templates show it in other words."""
    if turns[0].content.strip() in text:
        return False
    try:
        return renderer.render(template, turns[1:], add_generation_prompt, given) == text
    except TemplateProblem:
        return False


def has_system(turns: Sequence[Turn]) -> bool:
    """Whether the conversation starts with a system turn that has text."""
    return bool(turns) and turns[0].role == "system" and bool(turns[0].content.strip())


def fold_system(turns: Sequence[Turn]) -> tuple[Turn, ...]:
    """Put the text of a leading system turn in front of the first user turn."""
    if not turns or turns[0].role != "system":
        return tuple(turns)
    system, rest = turns[0], list(turns[1:])
    for index, turn in enumerate(rest):
        if turn.role == "user":
            rest[index] = _with_text_before(turn, system.content.strip())
            return tuple(rest)
    return (Turn("user", system.content), *rest)


def _with_text_before(turn: Turn, text: str) -> Turn:
    message = turn.as_message()
    content = message.get("content")
    if isinstance(content, list):
        return Turn.from_message({**message, "content": [{"type": "text", "text": f"{text}\n\n"}, *content]})
    return Turn.from_message({**message, "content": f"{text}\n\n{turn.content}".strip()})


def _shared(given: Given) -> dict[str, Any]:
    """Return the variables that all conversations of a request have; the rest is each one's own."""
    for name in OWN_VARIABLES:
        if name in given.variables:
            raise BadInput(
                f"The variable {name!r} of a chat template is set by Hone.",
                hint="Give messages and tools as such, and choose whether the header of the reply is wanted.",
            )
    tools = [dict(tool) for tool in given.tools] or None
    return {"tools": tools, "documents": None, **given.special_tokens, **given.variables}


def _as_json(job: Job, room: int) -> dict[str, Any]:
    """Return a job as the sandbox takes it; `room` is the length of what else may show up in its text."""
    messages = [_with_reasoning(turn.as_message()) for turn in job.turns]
    given = room + sum(len(turn.content) + len(turn.more) for turn in job.turns)
    return {
        "variables": {"messages": messages, "add_generation_prompt": job.add_generation_prompt},
        "longest": SPARE_CHARACTERS + GROWTH * given,
    }


def _conversation_as_json(conversation: Conversation) -> dict[str, Any]:
    room = len(msgspec.json.encode(conversation.tools)) if conversation.tools else 0
    given = room + sum(len(turn.content) + len(turn.more) for turn in conversation.turns)
    return {
        "messages": [_with_reasoning(turn.as_message()) for turn in conversation.turns],
        "cuts": conversation.cuts,
        "tools": [dict(tool) for tool in conversation.tools] or None,
        "longest": SPARE_CHARACTERS + GROWTH * given,
    }


def _outcomes(found: list[str | int | dict[str, Any]]) -> list[Outcome]:
    """Return the texts that the sandbox told, some of them by their length."""
    whole = found[-1]
    return [
        text if isinstance(text, str) else str(whole)[:text] if isinstance(text, int) else _problem(text)
        for text in found
    ]


def _problem(answer: dict[str, Any]) -> TemplateProblem:
    return TemplateProblem(answer["kind"], answer["reason"], answer.get("line", 0))


REASONING_NAMES = ("reasoning_content", "thinking", "reasoning")


def _with_reasoning(message: dict[str, Any]) -> dict[str, Any]:
    """Give a message's reasoning under the names that templates read, as transformers 5 does."""
    found = next((message[name] for name in REASONING_NAMES if message.get(name) is not None), None)
    if found is None:
        return message
    return {"thinking": found, **message, "reasoning_content": found}
