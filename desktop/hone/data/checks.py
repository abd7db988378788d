"""What can be wrong with one row, told without a tokenizer. A row has each kind of problem once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import msgspec

from hone.data.formats.turns import more_of, weight_of
from hone.data.refusals import refuses
from hone.data.text_checks import Finding, findings
from hone.domain.chat import Turn
from hone.domain.datasets import Example, Problem

_LEAST_REPEATED = 8  # characters; shorter replies may well be what was said, such as a greeting
_LEAST_BEGINNING = 20
_ABOUT_REPLIES = frozenset({"weight", "name", "id", "model"})


def row_problems(example: Example) -> list[Problem]:
    """Check a row; fatal problems mean that it cannot be trained on."""
    return text_problems(example) if example.text is not None else dialogue_problems(example)


def dialogue_problems(example: Example) -> list[Problem]:
    """Check a dialogue: replies that are there, an order that templates accept, text that is text."""
    found: dict[str, Finding] = {}
    for finding in (*_inside(example), *order_findings(tuple(map(_seat, example.turns)))):
        found.setdefault(finding.kind, finding)
    if "no_reply" not in found and (unlearned := _unlearned(example.turns)) is not None:
        found[unlearned.kind] = unlearned
    if "no_reply" not in found:
        for finding in (*_empty(example.turns), *_replies(example)):
            found.setdefault(finding.kind, finding)
    return [_problem(example, finding) for finding in found.values()]


def text_problems(example: Example) -> list[Problem]:
    """Check a raw text."""
    text = example.text or ""
    if not text.strip():
        return [_problem(example, Finding("empty_text", "The text is empty.", "Drop the row.", fatal=True))]
    return [_problem(example, _said_of("The text", finding)) for finding in findings(text)]


class Seat(msgspec.Struct, frozen=True):
    """What the order of a dialogue depends on: who speaks, and whether tools are called."""

    role: str
    calls: bool = False


def order_findings(seats: tuple[Seat, ...]) -> list[Finding]:
    """Check the order of a dialogue by itself; `what` are whole sentences."""
    roles = [seat.role for seat in seats]
    if "assistant" not in roles:
        return [Finding("no_reply", "There is no reply to learn from.", "Drop the row.", fatal=True)]
    found = []
    if (disorder := _disorder(roles)) != "":
        hint = "Many templates refuse it, or say it otherwise than it was meant."
        found.append(Finding("roles_out_of_order", disorder, hint))
    if any(one.role == "tool" and not _is_asked(seats, place) for place, one in enumerate(seats)):
        what = "A tool answers that was not called."
        found.append(Finding("tool_order", what, "Put the call before it, or drop the row."))
    if roles[-1] != "assistant":
        what = "What follows the last reply is not trained: there is no reply to it."
        found.append(Finding("no_last_reply", what, "Take it out, or add the reply."))
    return found


def repeats(reply: str, prompt: str) -> str:
    """Say how a reply repeats what was asked, "" when it does not."""
    asked, said = prompt.strip(), reply.strip()
    if len(asked) < _LEAST_REPEATED or not said.startswith(asked):
        return ""
    if said == asked:
        return "only repeats the prompt"
    return "begins with the whole prompt" if len(asked) >= _LEAST_BEGINNING else ""


def _disorder(roles: list[str]) -> str:
    spoken = roles[1:] if roles[0] == "system" else roles
    if "system" in spoken:
        return "A system message does not stand first."
    if spoken and spoken[0] == "assistant":
        return "The conversation starts with a reply."
    twice = next((one for one, other in pairwise(spoken) if one == other and one != "tool"), None)
    return f"Two {_SPEAKERS.get(twice, twice)} follow each other." if twice else ""


def _is_asked(seats: tuple[Seat, ...], place: int) -> bool:
    """Whether the messages before a tool's answer are answers too, up to a reply that calls tools."""
    before = place - 1
    while before >= 0 and seats[before].role == "tool":
        before -= 1
    return before >= 0 and seats[before].calls


def _seat(turn: Turn) -> Seat:
    return Seat(turn.role, turn.role == "assistant" and _calls(turn))


def _calls(turn: Turn) -> bool:
    return '"tool_calls"' in turn.more or '"function_call"' in turn.more


def _inside(example: Example) -> Iterator[Finding]:
    for place, turn in enumerate(example.turns):
        for finding in findings(turn.content):
            yield _said_of(_place(example.turns, place), finding)
    for turn in example.rejected:
        for finding in findings(turn.content):
            yield _said_of("The rejected reply", finding)


def _unlearned(turns: tuple[Turn, ...]) -> Finding | None:
    """Tell a row whose replies all have the weight 0."""
    if any(turn.role == "assistant" and weight_of(turn) != 0 for turn in turns):
        return None
    return Finding(
        "no_reply", "All replies have the weight 0, so none is learned.", "Drop the row.", fatal=True
    )


def _says_more(turn: Turn) -> bool:
    """Whether a reply without text calls tools, thinks, or is not learned; a name or a weight is no reply."""
    more = more_of(turn)
    return weight_of(turn) == 0 or any(value for key, value in more.items() if key not in _ABOUT_REPLIES)


def _same(one: Turn, other: Turn) -> bool:
    """Whether two replies say and call the same."""
    calls, others = (more_of(turn).get("tool_calls") for turn in (one, other))
    return one.content == other.content and calls == others


def _empty(turns: tuple[Turn, ...]) -> Iterator[Finding]:
    for place, turn in enumerate(turns):
        if turn.content.strip() or turn.role not in ("assistant", "user"):
            continue
        if turn.role == "user":
            yield Finding("empty_prompt", f"{_place(turns, place)} is empty.", "Fill it in or drop the row.")
        elif not _says_more(turn):
            what = f"{_place(turns, place)} is empty."
            yield Finding("empty_reply", what, "Fill it in or drop the row.", fatal=True)


def _replies(example: Example) -> Iterator[Finding]:
    turns = example.turns
    if example.rejected:
        chosen = turns[example.prompt_turns :]
        rejected = example.rejected
        if len(chosen) == len(rejected) and all(map(_same, chosen, rejected)):
            yield Finding("same_replies", "The chosen and the rejected reply are the same.", "Drop the row.")
    if example.category is not None:
        return
    for place, turn in enumerate(turns):
        if turn.role != "assistant":
            continue
        if place and turns[place - 1].role == "user":
            how = repeats(turn.content, turns[place - 1].content)
            if how:
                what = f"{_place(turns, place)} {how}."
                yield Finding("repeats_prompt", what, "Take the repetition out, or drop the row.")
        if example.good is not False and refuses(turn.content):
            what = f"{_place(turns, place)} refuses what was asked ({_beginning(turn.content)})."
            yield Finding("refusal", what, "Drop the row, unless the model is to refuse this.")


def _beginning(reply: str) -> str:
    words = " ".join(reply[:80].split())
    return f"“{words[:48].rstrip()}…”" if len(words) > 48 else f"“{words}”"


def _place(turns: tuple[Turn, ...], place: int) -> str:
    """Name a message: "The reply" where there is only one, else "Message 4 (reply)"."""
    role = turns[place].role
    name = _NAMES.get(role, role)
    if sum(turn.role == role for turn in turns) == 1:
        return f"The {name}"
    return f"Message {place + 1} ({name})"


_NAMES = {"user": "prompt", "assistant": "reply", "system": "system message", "tool": "tool's answer"}
_SPEAKERS = {"user": "user messages", "assistant": "replies"}


def _said_of(subject: str, finding: Finding) -> Finding:
    return msgspec.structs.replace(finding, what=f"{subject} {finding.what}.")


def _problem(example: Example, finding: Finding) -> Problem:
    return Problem(
        row=example.row,
        line=example.line,
        kind=finding.kind,
        message=finding.what,
        hint=finding.hint,
        fatal=finding.fatal,
    )
