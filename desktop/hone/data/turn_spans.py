"""Where a conversation's replies stand in its rendered text.

Templates do not tell, so it is found by rendering prefixes: the text up to a reply's header, and the
text up to its end. What lies between is what the model has to write. Positions count characters.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import msgspec

PROBE = "Honeprobereply"


class Span(msgspec.Struct, frozen=True):
    """One reply in a text: from `start` to `end`, its stop token included when `has_stop`."""

    start: int
    end: int
    has_stop: bool


class ReplyEnding(msgspec.Struct, frozen=True):
    """What a template writes after a reply: all of it, and the token that ends the reply ("": none).

    `added` are all tokens that stand for themselves in a text of this model.
    """

    tail: str
    stop: str
    added: Collection[str] = ()


class Rendering(msgspec.Struct, frozen=True):
    """One reply of a conversation: the text up to its header, and the text up to its end."""

    prompt: str
    whole: str
    reply: str


class Marked(msgspec.Struct, frozen=True):
    """The text of a conversation and the replies that are trained in it."""

    text: str
    spans: tuple[Span, ...]
    prefix_stable: bool
    last_only: bool = False
    problem: str = ""


def reply_ending(probe_text: str, added: Collection[str], stops: Collection[str]) -> ReplyEnding:
    """Learn from a rendering whose last reply is `PROBE` how the template ends a reply.

    `added` are the tokens that the tokenizer cuts out as a whole, `stops` those at which generation ends.
    The stop token is the one among the tokens directly after the reply that ends generation, else the first.
    """
    position = probe_text.rfind(PROBE)
    tail = probe_text[position + len(PROBE) :] if position >= 0 else ""
    following = _leading_tokens(tail, added)
    if not following:
        return ReplyEnding(tail, "", added)
    stop = next((token for token in following if token in stops), following[0])
    return ReplyEnding(tail, stop, added)


def mark_replies(renderings: Sequence[Rendering], ending: ReplyEnding) -> Marked:
    """Mark every reply when the template only ever appends, else the last reply alone."""
    last = renderings[-1]
    text = last.whole
    spans = [_span(rendering, ending) for rendering in renderings]
    problems = []
    if not last.whole.startswith(last.prompt):
        problems.append(
            "The template's header for a new reply is not the one it writes in front of a given reply "
            "(a thinking block is opened, for example), so chat starts a little differently from training."
        )
    appended = all(
        text[: span.end] == rendering.whole[: span.end]
        for rendering, span in zip(renderings, spans, strict=True)
    )
    if not appended:
        problems.append(
            "The template writes earlier replies differently from the last one, "
            f"so only the last of {len(spans)} replies is trained."
        )
        spans = spans[-1:]
    return Marked(text, tuple(spans), not problems, not appended, " ".join(problems))


def _span(rendering: Rendering, ending: ReplyEnding) -> Span:
    whole, prompt = rendering.whole, rendering.prompt
    content_end, tail = _content_end(rendering, ending)
    start = len(prompt)
    if not whole.startswith(prompt):
        start = _common_length(whole, prompt)
        content = whole.rfind(rendering.reply.strip(), 0, content_end)
        start = min(start, content) if content >= 0 else start
        start = _token_start(whole, start, ending.added)
    stop = tail.find(ending.stop) if ending.stop else -1
    if stop < 0:
        return Span(min(start, content_end), content_end, has_stop=False)
    return Span(min(start, content_end), content_end + stop + len(ending.stop), has_stop=True)


def _content_end(rendering: Rendering, ending: ReplyEnding) -> tuple[int, str]:
    """Return where the reply's own text ends, and the text after it."""
    whole = rendering.whole
    if whole.endswith(ending.tail):
        end = len(whole) - len(ending.tail)
    else:
        end = whole.rfind(rendering.reply.strip()) + len(rendering.reply.strip())
    return end, whole[end:]


def _common_length(one: str, other: str) -> int:
    differing = (place for place, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1])
    return next(differing, min(len(one), len(other)))


def _leading_tokens(text: str, tokens: Collection[str]) -> list[str]:
    """Return the tokens that `text` begins with, white space in front of the first one left out."""
    found: list[str] = []
    rest = text.lstrip()
    while token := max((token for token in tokens if token and rest.startswith(token)), key=len, default=""):
        found.append(token)
        rest = rest[len(token) :]
    return found


def _token_start(text: str, place: int, tokens: Collection[str]) -> int:
    """Return the start of the token that `place` lies within, else `place`."""
    for token in tokens:
        start = text.find(token, max(0, place - len(token) + 1), place + len(token) - 1) if token else -1
        if 0 <= start < place < start + len(token):
            return start
    return place
