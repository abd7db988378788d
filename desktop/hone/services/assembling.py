"""Put a conversation's prompt together: system text, examples, turns, the reply's beginning."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from hone.domain.assembly import Assembly, Source, SourcedTurn, Span
from hone.domain.chat import Attachment, Message, Role, ToolCall, Turn
from hone.domain.prompts import ExampleLayout, FewShot, fill
from hone.domain.setup import Setup

_EXAMPLES_HEAD = "Examples:"


def assemble(system_prompt: str, setup: Setup, said: Sequence[Message], given: str | None = None) -> Assembly:
    """Return a branch as a chat template wants it: roles in turn, nothing empty.

    A reply that failed before its first word is left out, and what the user said before and after it
    becomes one turn. Reasoning is left out, as the makers of models that reason ask for, unless the reply
    ended in tool calls: then the model has to go on from what it thought. `given` is the reply's
    beginning in the place of the setup's prefill.
    """
    system = _system_turn(system_prompt, setup)
    turns = [system] if system else []
    if setup.layout is ExampleLayout.TURNS:
        for example in _enabled(setup):
            turns += [_from_text(Role.USER, example[0]), _from_text(Role.ASSISTANT, example[1])]
    fixed = len(turns)
    caller_id = ""
    for message in said:
        if not (message.text.strip() or message.tool_calls or message.attachments or message.tool):
            continue
        caller_id = message.id if message.tool_calls else caller_id
        turn = _of_message(message, caller_id)
        last = turns[-1] if len(turns) > fixed else None
        if last and last.turn.role == turn.turn.role and not last.turn.more and not turn.turn.more:
            turns[-1] = _joined(last, turn)
        else:
            turns.append(turn)
    prefill = fill(setup.prefill, setup.variables, setup.values).text if given is None else given
    return Assembly(turns=tuple(turns), prefill=prefill)


def _enabled(setup: Setup) -> Iterator[tuple[_Text, _Text]]:
    for example in setup.examples:
        if example.enabled:
            yield _filled(example.input, setup), _filled(example.output, setup)


class _Text(msgspec.Struct, frozen=True):
    """A text with the spans of it that come from variables."""

    text: str
    spans: tuple[Span, ...] = ()


def _filled(text: str, setup: Setup) -> _Text:
    filled = fill(text, setup.variables, setup.values)
    spans = tuple(Span(start, end, Source.VARIABLE, name) for start, end, name in filled.spans)
    return _Text(filled.text, spans)


def _from_text(role: Role, text: _Text) -> SourcedTurn:
    return SourcedTurn(turn=Turn(role, text.text), source=Source.EXAMPLE, spans=text.spans)


def _system_turn(system_prompt: str, setup: Setup) -> SourcedTurn | None:
    text = _filled(system_prompt, setup)
    content, spans = text.text, list(text.spans)
    if setup.layout is ExampleLayout.SYSTEM and any(example.enabled for example in setup.examples):
        head = f"{content.rstrip()}\n\n" if content.strip() else ""
        spans = [span for span in spans if span.end <= len(head)]
        content = head + example_text([e for e in setup.examples if e.enabled], setup)
        spans.append(Span(len(head), len(content), Source.EXAMPLE))
    if not content.strip():
        return None
    return SourcedTurn(turn=Turn(Role.SYSTEM, content), source=Source.SYSTEM, spans=tuple(spans))


def example_text(examples: Sequence[FewShot], setup: Setup) -> str:
    """Write examples as they stand inside a system prompt."""
    lines = [_EXAMPLES_HEAD]
    for example in examples:
        lines.append(f"Input: {_filled(example.input, setup).text}")
        lines.append(f"Output: {_filled(example.output, setup).text}\n")
    return "\n".join(lines).rstrip()


def _of_message(message: Message, caller_id: str) -> SourcedTurn:
    content: str = message.text
    spans: list[Span] = []
    for attachment in message.attachments:
        block = attachment_block(attachment)
        start = len(content) + 2 if content else 0
        content = f"{content}\n\n{block}" if content else block
        spans.append(Span(start, len(content), Source.ATTACHMENT, attachment.name))
    source = Source.TOOL if message.role is Role.TOOL else Source.TURN
    turn = Turn(message.role, content, _more_of(message, caller_id))
    return SourcedTurn(turn=turn, source=source, spans=tuple(spans), message_ids=(message.id,))


def attachment_block(attachment: Attachment) -> str:
    """Write an attached text as the model reads it: between marks that name it."""
    return f'<document name="{attachment.name}">\n{attachment.text}\n</document>'


def _joined(first: SourcedTurn, second: SourcedTurn) -> SourcedTurn:
    offset = len(first.turn.content) + 2
    moved = tuple(
        Span(span.start + offset, span.end + offset, span.source, span.name) for span in second.spans
    )
    return SourcedTurn(
        turn=Turn(first.turn.role, f"{first.turn.content}\n\n{second.turn.content}"),
        source=first.source,
        spans=first.spans + moved,
        message_ids=first.message_ids + second.message_ids,
    )


def _more_of(message: Message, caller_id: str) -> str:
    if message.tool is not None:
        answered = _call_id(caller_id, message.tool.call)
        return msgspec.json.encode({"name": message.tool.name, "tool_call_id": answered}).decode()
    if not message.tool_calls:
        return ""
    more: dict[str, Any] = {
        "tool_calls": [
            _as_openai(call, _call_id(message.id, number)) for number, call in enumerate(message.tool_calls)
        ]
    }
    if message.reasoning:
        more["reasoning_content"] = message.reasoning
    return msgspec.json.encode(more).decode()


def _call_id(message_id: str, number: int) -> str:
    """Name a call by its reply and its place: nine letters and digits, as templates of Mistral demand."""
    return f"{message_id[:7]:0<7}{number:02x}"


def _as_openai(call: ToolCall, call_id: str) -> dict[str, Any]:
    """Return a call in OpenAI's form, its arguments as an object where they are one: templates want that."""
    try:
        arguments: Any = msgspec.json.decode(call.arguments)
    except msgspec.DecodeError:
        arguments = call.arguments
    return {"id": call_id, "type": "function", "function": {"name": call.name, "arguments": arguments}}
