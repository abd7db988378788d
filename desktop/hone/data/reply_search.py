"""Finding the replies of one row in what its template makes of it, question by question.

A search says what it wants rendered and gets it, so that the questions of many rows travel together.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence

import msgspec

from hone.data.learned_turns import LearnedTurns, called_names, reasoning_of, with_short_call_ids
from hone.data.template import Conversation, Outcome, TemplateProblem, fold_system, has_system
from hone.data.turn_spans import PROBE, Marked, Rendering, ReplyEnding, mark_replies
from hone.domain.chat import Turn

FOLDED = "The template has no system role; the system text stands in front of the first user message."
SHORT_IDS = "The template refuses the ids of the tool calls; they are shortened to nine characters."
_NO_TOOLS = "The template writes nothing of the row's tools, so the model is not told of them."

_UNANSWERING = "The reply that the row begins with answers nothing, and is not trained."
_NO_REASONING = "The template writes nothing of the reasoning, so it is not trained."
_NO_TEXT_BESIDE_CALLS = "The template leaves out what is said beside calls of tools, so it is not trained."

Search = Generator[list[Conversation], list[list[Outcome]], Marked]
Answers = Generator[list[Conversation], list[list[Outcome]], list[Outcome]]
_PROBE_TURN = Turn("assistant", PROBE)


class _Way(msgspec.Struct, frozen=True):
    """One way to give a row to its template, with what is to be said about it."""

    turns: tuple[Turn, ...]
    replies: tuple[int, ...]
    problem: str = ""


def find_replies(learned: LearnedTurns, ending: ReplyEnding) -> Search:
    """Search the learned replies of a row; raises TemplateProblem when its template refuses it."""
    refusal: TemplateProblem | None = None
    for way in _ways(learned):
        texts, without_system = yield from _first_answers(learned, way)
        refused = next((text for text in texts if isinstance(text, TemplateProblem)), None)
        if refused is not None:
            if refused.kind not in ("raised", "error"):
                raise refused
            refusal = refused
            continue
        whole = [str(text) for text in texts]
        if without_system == whole[-1]:
            continue  # the template writes nothing of the system turn
        renderings = yield from _renderings(learned, way, whole)
        marked = mark_replies(renderings, ending)
        told = _left_out(learned, way, marked.text)
        problem = " ".join(part for part in (learned.problem, way.problem, *told, marked.problem) if part)
        partly = marked.partly or len(way.replies) < len(learned.replies)
        return msgspec.structs.replace(marked, problem=problem, partly=partly)
    assert refusal is not None
    raise refusal


def _left_out(learned: LearnedTurns, way: _Way, text: str) -> Iterator[str]:
    """Say what of a row its template does not write."""
    if _leaves_tools_out(learned, text):
        yield _NO_TOOLS
    replies = [way.turns[place] for place in way.replies if way.turns[place].more]
    thoughts = [thought for turn in replies if (thought := reasoning_of(turn).strip())]
    if thoughts and not any(_is_in(thought, text) for thought in thoughts):
        yield _NO_REASONING
    beside = (turn.content.strip() for turn in replies if called_names(turn))
    if any(said and not _is_in(said, text) for said in beside):
        yield _NO_TEXT_BESIDE_CALLS


def _is_in(said: str, text: str) -> bool:
    """Whether a text, or at least one of its lines, stands in another; templates indent and escape."""
    return any(line.strip() in text for line in said.splitlines() if line.strip())


def _leaves_tools_out(learned: LearnedTurns, text: str) -> bool:
    names = [str(tool.get("function", tool).get("name", "")) for tool in learned.tools]
    return bool(names) and not any(name in text for name in names)


def _ways(learned: LearnedTurns) -> Iterator[_Way]:
    """Give the ways to try: as it is, without a system turn, with other ids of calls.

    Many templates cannot be asked what they write before any message, as a reply that comes first needs.
    """
    own = _Way(learned.turns, learned.replies)
    yield from _told_ways(learned, own)
    first = next((place for place, turn in enumerate(own.turns) if turn.role != "system"), 0)
    if learned.replies[0] == first and len(learned.replies) > 1:
        yield from _told_ways(learned, _Way(own.turns, own.replies[1:], _UNANSWERING))


def _told_ways(learned: LearnedTurns, own: _Way) -> Iterator[_Way]:
    yield own
    yield from _without_system(own)
    renamed = with_short_call_ids(learned.turns)
    if renamed is not None:
        other = _Way(renamed, own.replies, f"{own.problem} {SHORT_IDS}".strip())
        yield other
        yield from _without_system(other)


def _without_system(way: _Way) -> Iterator[_Way]:
    if way.turns[0].role != "system":
        return
    folded = has_system(way.turns)
    turns = fold_system(way.turns) if folded else way.turns[1:]
    moved = len(way.turns) - len(turns)
    problem = f"{way.problem} {FOLDED if folded else ''}".strip()
    yield _Way(turns, tuple(place - moved for place in way.replies), problem)


def _cuts(replies: Sequence[int]) -> tuple[tuple[int, bool], ...]:
    """Cut before and after every reply."""
    return tuple(cut for place in replies for cut in ((place, True), (place + 1, False)))


def _first_answers(
    learned: LearnedTurns, way: _Way
) -> Generator[list[Conversation], list[list[Outcome]], tuple[list[Outcome], Outcome | None]]:
    """Return the text before and after every reply, and the last one without a leading system turn."""
    asked = [Conversation(way.turns, _cuts(way.replies), learned.tools)]
    if has_system(way.turns):
        count = len(way.turns) - 1
        asked.append(Conversation(way.turns[1:], ((count, False),), learned.tools))
    texts, *without = yield asked
    gathered = _gathered(learned, texts)
    return gathered, _gathered(learned, without[0])[0] if without else None


def _ask(learned: LearnedTurns, conversation: Conversation) -> Answers:
    (found,) = yield [conversation]
    return _gathered(learned, found)


def _gathered(learned: LearnedTurns, found: list[Outcome]) -> list[Outcome]:
    hidden = learned.hidden
    if hidden is None:
        return found
    return [hidden.gather(text) if isinstance(text, str) else text for text in found]


def _renderings(
    learned: LearnedTurns, way: _Way, texts: Sequence[str]
) -> Generator[list[Conversation], list[list[Outcome]], list[Rendering]]:
    """Return what was rendered of each reply, and more where its header is of another kind."""
    found: list[Rendering] = []
    for place, prompt, whole in zip(way.replies, texts[::2], texts[1::2], strict=True):
        turn = way.turns[place]
        rendering = Rendering(prompt, whole, turn.content, called_names(turn))
        if not rendering.has_plain_header:
            turns = (*way.turns[:place], _PROBE_TURN)
            cuts = ((place, False), (place + 1, False))
            before, given = yield from _ask(learned, Conversation(turns, cuts, learned.tools))
            said = way.turns[place - 1].content if place else ""
            rendering = msgspec.structs.replace(
                rendering, before=_text(before), said=said, given=_text(given)
            )
        found.append(rendering)
    return found


def _text(outcome: Outcome) -> str:
    return outcome if isinstance(outcome, str) else ""
