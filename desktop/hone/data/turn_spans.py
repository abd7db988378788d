"""Where a conversation's replies stand in its rendered text.

Templates do not tell, so it is found by rendering prefixes: the text up to a reply's header, and the
text up to its end. What lies between is what the model has to write, as the template writes it: trimmed
where the template trims, with the reasoning block that it puts in front. Positions count characters.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import msgspec

PROBE = "Honeprobereply"
_OTHER_HEADER = (
    "The template's header for a new reply is not the one it writes in front of a given reply "
    "(a thinking block is opened, for example), so chat starts a little differently from training."
)
_NO_CALLS = "The template writes nothing of the calls of tools, so they are not trained."
_FEWER_CALLS = (
    "The template writes only some of the calls of tools in one reply, so the others are not trained."
)
_NOT_FOUND = "Where the reply stands in what the template writes cannot be told."


class Span(msgspec.Struct, frozen=True):
    """One reply in a text: from `start` to `end`, its stop token included when `has_stop`."""

    start: int
    end: int
    has_stop: bool


class ReplyEnding(msgspec.Struct, frozen=True):
    """What a template writes after a reply: all of it, and the token that ends the reply ("": none).

    `added` are all tokens that stand for themselves in a text of this model, `control` those among them that
    steer it, `stops` those at which a generation ends.
    """

    tail: str
    stop: str
    added: Collection[str] = ()
    stops: Collection[str] = ()
    control: Collection[str] = ()


class Rendering(msgspec.Struct, frozen=True):
    """One reply of a conversation: the text up to its header, and the text up to its end.

    `calls` are the names of tools that it calls. Where `whole` does not begin with `prompt`, `before` is the
    text up to the turn before the reply, `said` what was said there, and `given` the text with `PROBE` in
    the reply's place ("" where the template refuses them).
    """

    prompt: str
    whole: str
    reply: str
    calls: tuple[str, ...] = ()
    before: str = ""
    said: str = ""
    given: str = ""

    @property
    def has_plain_header(self) -> bool:
        """Whether the reply follows the header with which chat asks for it."""
        return self.whole.startswith(self.prompt)


class Marked(msgspec.Struct, frozen=True):
    """The text of a conversation and the replies that are trained in it, none where they are not found."""

    text: str
    spans: tuple[Span, ...]
    prefix_stable: bool
    partly: bool = False
    problem: str = ""


def reply_ending(
    probe_text: str, added: Collection[str], stops: Collection[str], control: Collection[str] = ()
) -> ReplyEnding:
    """Learn from a rendering whose last reply is `PROBE` how the template ends a reply.

    `added` are the tokens that the tokenizer cuts out as a whole, `stops` those at which generation ends.
    The stop token is the one among the tokens directly after the reply that ends generation, else the first.
    """
    position = probe_text.rfind(PROBE)
    tail = probe_text[position + len(PROBE) :] if position >= 0 else ""
    following = _leading_tokens(tail, added)
    if not following:
        return ReplyEnding(tail, "", added, stops, control)
    stop = next((token for token in following if token in stops), following[0])
    return ReplyEnding(tail, stop, added, stops, control)


def mark_replies(renderings: Sequence[Rendering], ending: ReplyEnding) -> Marked:
    """Mark every reply up to whose end the whole text is what chat would have made of it.

    The last one always is. Others are not where a template writes them in another way once more follows.
    """
    text = renderings[-1].whole
    spans: list[Span] = []
    problems = [] if renderings[-1].has_plain_header else [_OTHER_HEADER]
    changed = silent = fewer = False
    for rendering in renderings:
        span = _span(rendering, ending)
        if span is None:
            continue
        if _leaves_calls_out(rendering, span):
            silent = True
            if not rendering.reply.strip():
                continue
        fewer = fewer or _leaves_some_calls_out(rendering, span)
        if text[: span.end] == rendering.whole[: span.end]:
            spans.append(span)
        else:
            changed = True
    if silent:
        problems.append(_NO_CALLS)
    if changed:
        problems.append(_changed_sentence(len(spans), len(renderings)))
    if not spans:
        problems = [_NO_CALLS if silent else _NOT_FOUND]
    partly = len(spans) < len(renderings)
    told = [*problems, _FEWER_CALLS] if fewer and not silent else problems
    return Marked(text, tuple(spans), not problems, partly, " ".join(told))


def _changed_sentence(trained: int, replies: int) -> str:
    which = f"the last of {replies} replies is" if trained == 1 else f"{trained} of {replies} replies are"
    return f"The template writes earlier replies differently from the last one, so only {which} trained."


def _leaves_calls_out(rendering: Rendering, span: Span) -> bool:
    written = rendering.whole[span.start : span.end]
    return bool(rendering.calls) and not any(name in written for name in rendering.calls)


def _leaves_some_calls_out(rendering: Rendering, span: Span) -> bool:
    written = rendering.whole[span.start : span.end]
    return any(written.count(name) < rendering.calls.count(name) for name in set(rendering.calls) if name)


def _span(rendering: Rendering, ending: ReplyEnding) -> Span | None:
    start = _start(rendering, ending)
    if start is None:
        return None
    whole = rendering.whole
    if ending.stop and whole.endswith(ending.tail) and len(whole) - len(ending.tail) >= start:
        content_end = len(whole) - len(ending.tail)
        return Span(start, content_end + ending.tail.find(ending.stop) + len(ending.stop), has_stop=True)
    end = _last_stop(whole, start, ending)
    if end is not None:
        return Span(start, end, has_stop=True)
    if whole.endswith(ending.tail):
        end = len(whole) - len(ending.tail)
    else:
        reply = rendering.reply.strip()
        end = whole.rfind(reply) + len(reply)
    return Span(start, max(start, end), has_stop=False)


def _start(rendering: Rendering, ending: ReplyEnding) -> int | None:
    """Return where the model begins to write, None where that cannot be told.

    With a header of another kind, that is where the two headers part: behind what they share.
    """
    whole, prompt = rendering.whole, rendering.prompt
    if rendering.has_plain_header:
        return len(prompt)
    given = rendering.given[: max(0, rendering.given.rfind(PROBE))]
    before = rendering.before
    if not given or not whole.startswith(given):
        if not given.startswith(before) or not whole.startswith(before) or not before:
            return None
        given = given[: _common_length(whole, given)]
    shared = _common_length(prompt, given)
    if shared < _turn_end(rendering, given):
        shared = len(given)
    return _token_start(whole, shared, ending.added)


def _turn_end(rendering: Rendering, given: str) -> int:
    """Return where the turn before a reply has ended in `given`, or a place behind that."""
    if rendering.before and given.startswith(rendering.before):
        return len(rendering.before)
    said = rendering.said.strip()
    place = given.rfind(said) if said else -1
    if place < 0 or said in rendering.prompt[_common_length(rendering.prompt, given) :]:
        return len(given)
    return place + len(said)


def _common_length(one: str, other: str) -> int:
    differing = (place for place, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1])
    return next(differing, min(len(one), len(other)))


def _last_stop(whole: str, start: int, ending: ReplyEnding) -> int | None:
    """Return the end of the token that ends a reply of another form, such as a call of a tool.

    It is the first of the tokens at the text's end at which a generation ends, else the first that steers.
    """
    stop = control = None
    end = len(whole)
    while True:
        end = start + len(whole[start:end].rstrip())
        rest = whole[start:end]
        token = max((token for token in ending.added if token and rest.endswith(token)), key=len, default="")
        if not token:
            return control if stop is None else stop
        if token == ending.stop or token in ending.stops:
            stop = end
        if token in ending.control:
            control = end
        end -= len(token)


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
