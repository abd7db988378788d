"""What of a row its template gets, and which of its replies are learned."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from hone.data.hidden_tokens import HiddenTokens, strings_of
from hone.data.template import REASONING_NAMES
from hone.domain.chat import Turn
from hone.domain.datasets import Example

_SURROGATE = re.compile("[\ud800-\udfff]")
_CALL_ID_LETTERS = 9
BROKEN = "The text has broken characters (lone surrogates)."


class Unlearnable(Exception):
    """A row has nothing that could be learned; the text is one sentence."""


class LearnedTurns(msgspec.Struct, frozen=True, kw_only=True):
    """A dialogue up to its last learned reply, as the template gets it.

    `replies` are the places of the learned replies. `hidden` stands for control tokens that the texts
    contain, None when they contain none; `problem` names these.
    """

    turns: tuple[Turn, ...]
    replies: tuple[int, ...]
    tools: tuple[Mapping[str, Any], ...] = ()
    hidden: HiddenTokens | None = None
    problem: str = ""


class TurnReader:
    """Makes learned turns of rows, for one model and its template."""

    def __init__(self, control: Collection[str], template: str) -> None:
        """`control` are the tokens that steer the model."""
        self._control = control
        self._template = template
        tokens = sorted((token for token in control if token), key=len, reverse=True)
        self._written = re.compile("|".join(map(re.escape, tokens))) if tokens else None

    def read(self, example: Example) -> LearnedTurns:
        """Return what is learned of a dialogue; raises Unlearnable."""
        messages = [_message(turn) for turn in example.turns]
        replies = tuple(_learned(example, messages))
        if not replies:
            raise Unlearnable("There is no reply to learn from.")
        kept = example.turns[: replies[-1] + 1]
        turns = tuple(
            turn if message is None else Turn.from_message(message)
            for turn, message in zip(kept, messages, strict=False)
        )
        texts = list(_strings(kept, messages))
        if any(is_broken(text) for text in texts):
            raise Unlearnable(BROKEN)
        tools = _tools(example.tools)
        if self._written is None or not any(self._written.search(text) for text in texts):
            return LearnedTurns(turns=turns, replies=replies, tools=tools)
        hidden = HiddenTokens(self._control, texts, f"{self._template}{example.tools}")
        return LearnedTurns(
            turns=tuple(hidden.hide_turn(turn) for turn in turns),
            replies=replies,
            tools=tools,
            hidden=hidden,
            problem=f"The row's own text contains control tokens of this model ({', '.join(hidden.found)}); "
            "they count as plain text.",
        )


def is_broken(text: str) -> bool:
    """Whether a text is no valid Unicode."""
    return _SURROGATE.search(text) is not None


def rejected_side(example: Example) -> Example:
    """Return the dialogue that ends with the rejected reply of a preference."""
    turns = (*example.turns[: example.prompt_turns], *example.rejected)
    return msgspec.structs.replace(example, turns=turns)


def called_names(turn: Turn) -> tuple[str, ...]:
    """Return the names of the tools that a turn calls."""
    if not turn.more:
        return ()
    calls = turn.as_message().get("tool_calls") or ()
    functions = [call.get("function", call) for call in calls if isinstance(call, dict)]
    return tuple(str(each.get("name", "")) for each in functions if isinstance(each, dict))


def reasoning_of(turn: Turn) -> str:
    """Return the reasoning beside a turn's text, "" for none."""
    message = turn.as_message() if turn.more else {}
    found = next((message[name] for name in REASONING_NAMES if isinstance(message.get(name), str)), "")
    return str(found)


def with_short_call_ids(turns: Sequence[Turn]) -> tuple[Turn, ...] | None:
    """Name the tool calls anew, with nine letters each, as templates of Mistral demand; None without calls.

    Answers that name no call belong to the calls before them, in their order.
    """
    renamed: dict[str, str] = {}
    waiting: list[str] = []
    made: list[Turn] = []
    for place, turn in enumerate(turns):
        message = turn.as_message()
        if turn.role == "assistant" and message.get("tool_calls"):
            waiting = [f"{place:0{_CALL_ID_LETTERS - 2}d}{n:02x}" for n in range(len(message["tool_calls"]))]
            for call, name in zip(message["tool_calls"], waiting, strict=True):
                renamed[str(call.get("id", ""))] = name
                call["id"] = name
            made.append(Turn.from_message(message))
        elif turn.role == "tool":
            own = str(message.get("tool_call_id") or "")
            named = renamed.get(own, "") if own else ""
            following = waiting.pop(0) if waiting else ""
            made.append(Turn.from_message({**message, "tool_call_id": named or following or own}))
        else:
            made.append(turn)
    return tuple(made) if renamed else None


def _message(turn: Turn) -> dict[str, Any] | None:
    """Return the message of a turn that holds more than text, None for others.

    Arguments of calls are objects where they are, as templates want them and as chat gives them.
    """
    if not turn.more:
        return None
    try:
        message = turn.as_message()
    except msgspec.DecodeError as error:
        raise Unlearnable(f"A message cannot be read: {error}.") from error
    for call in message.get("tool_calls") or ():
        function = call.get("function") if isinstance(call, dict) else None
        if isinstance(function, dict) and isinstance(function.get("arguments"), str):
            function["arguments"] = _parsed(function["arguments"])
    return message


def _parsed(arguments: str) -> Any:
    try:
        return msgspec.json.decode(arguments)
    except msgspec.DecodeError:
        return arguments


def _learned(example: Example, messages: Sequence[dict[str, Any] | None]) -> Iterator[int]:
    """Give the places of the replies that are learned, and take the weights out of the messages.

    Of judged rows that is what was judged: what follows the prompt, or the last reply.
    """
    judged = bool(example.rejected) or example.good is not None
    first = (example.prompt_turns or len(example.turns) - 1) if judged else 0
    for place, (turn, message) in enumerate(zip(example.turns, messages, strict=True)):
        weight = message.pop("weight", 1) if message is not None else 1
        if turn.role == "assistant" and place >= first and weight != 0:
            yield place


def _strings(turns: Sequence[Turn], messages: Sequence[dict[str, Any] | None]) -> Iterator[str]:
    for turn, message in zip(turns, messages, strict=False):
        yield turn.content
        if message is not None:
            yield from strings_of(message)


def _tools(text: str) -> tuple[Mapping[str, Any], ...]:
    if not text:
        return ()
    try:
        tools = msgspec.json.decode(text, type=list[dict[str, Any]])
    except msgspec.DecodeError as error:
        raise Unlearnable(f"The tools of the row cannot be read: {error}.") from error
    return tuple(tools)
