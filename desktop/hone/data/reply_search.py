"""Finding the replies of one row in what its template makes of it, question by question.

A search says what it wants rendered and gets it, so that the questions of many rows travel together.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence

import msgspec

from hone.data.learned_turns import LearnedTurns, with_short_call_ids
from hone.data.template import Conversation, Outcome, TemplateProblem, fold_system, has_system
from hone.data.turn_spans import PROBE, Marked, Rendering, ReplyEnding, mark_replies
from hone.domain.chat import Turn

FOLDED = "The template has no system role; the system text stands in front of the first user message."
SHORT_IDS = "The template refuses the ids of the tool calls; they are shortened to nine characters."

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
        texts = yield from _ask(learned, Conversation(way.turns, _cuts(way.replies), learned.tools))
        refused = next((text for text in texts if isinstance(text, TemplateProblem)), None)
        if refused is not None:
            if refused.kind not in ("raised", "error"):
                raise refused
            refusal = refused
            continue
        whole = [str(text) for text in texts]
        if (yield from _drops_system(learned, way, whole[-1])):
            continue
        renderings = yield from _renderings(learned, way, whole)
        marked = mark_replies(renderings, ending)
        problem = " ".join(part for part in (learned.problem, way.problem, marked.problem) if part)
        return msgspec.structs.replace(marked, problem=problem)
    assert refusal is not None
    raise refusal


def _ways(learned: LearnedTurns) -> Iterator[_Way]:
    """Give the ways to try: as it is, without a system turn, with other ids of calls."""
    own = _Way(learned.turns, learned.replies)
    yield own
    yield from _without_system(own)
    renamed = with_short_call_ids(learned.turns)
    if renamed is not None:
        other = _Way(renamed, learned.replies, SHORT_IDS)
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


def _ask(learned: LearnedTurns, conversation: Conversation) -> Answers:
    (found,) = yield [conversation]
    hidden = learned.hidden
    if hidden is None:
        return found
    return [hidden.gather(text) if isinstance(text, str) else text for text in found]


def _drops_system(
    learned: LearnedTurns, way: _Way, text: str
) -> Generator[list[Conversation], list[list[Outcome]], bool]:
    """Whether a leading system turn has no effect on `text`; some templates show it in other words."""
    if not has_system(way.turns) or way.turns[0].content.strip() in text:
        return False
    count = len(way.turns) - 1
    (without,) = yield from _ask(learned, Conversation(way.turns[1:], ((count, False),), learned.tools))
    return without == text


def _renderings(
    learned: LearnedTurns, way: _Way, texts: Sequence[str]
) -> Generator[list[Conversation], list[list[Outcome]], list[Rendering]]:
    """Return what was rendered of each reply, and more where its header is of another kind."""
    found: list[Rendering] = []
    for place, prompt, whole in zip(way.replies, texts[::2], texts[1::2], strict=True):
        rendering = Rendering(prompt, whole, way.turns[place].content)
        if not rendering.has_plain_header:
            turns = (*way.turns[:place], _PROBE_TURN)
            cuts = ((place, False), (place + 1, False))
            before, given = yield from _ask(learned, Conversation(turns, cuts, learned.tools))
            rendering = msgspec.structs.replace(rendering, before=_text(before), given=_text(given))
        found.append(rendering)
    return found


def _text(outcome: Outcome) -> str:
    return outcome if isinstance(outcome, str) else ""
