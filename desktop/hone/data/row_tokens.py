"""From the tokens of a rendered row to what is trained on: the mask, the end, the cut."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence

import msgspec

from hone.data.turn_spans import Marked, Span
from hone.data.written_tokens import Encoded


class RenderedExample(msgspec.Struct, frozen=True, kw_only=True):
    """A row ready to train on, cut to the context length.

    `ids` and `trained` have one entry per token; `texts` joined give the rendered text back, where they
    were wanted. A row that cannot be rendered has no tokens, and `problem` says why. `partly_trained`: not
    every reply is trained. `lost_tokens` of those to be trained were cut away. `rejected` is the other side
    of a preference.
    """

    row: int
    ids: tuple[int, ...] = ()
    trained: tuple[bool, ...] = ()
    texts: tuple[str, ...] = ()
    full_length: int = 0
    lost_tokens: int = 0
    stop_token_trained: bool = False
    prefix_stable: bool = True
    partly_trained: bool = False
    problem: str = ""
    rejected: RenderedExample | None = None

    @property
    def trained_tokens(self) -> int:
        """How many tokens count in the loss."""
        return sum(self.trained)

    @property
    def is_cut(self) -> bool:
        """Whether tokens were left out at the end."""
        return self.full_length > len(self.ids)


class EndToken(msgspec.Struct, frozen=True):
    """The end-of-sequence token; `id` None when the model has none."""

    id: int | None
    text: str


def refused(row: int, problem: str) -> RenderedExample:
    """Return a row without tokens."""
    return RenderedExample(row=row, problem=problem)


def tokens_of_dialogue(
    row: int, encoded: Encoded, marked: Marked, end: EndToken, context_length: int
) -> RenderedExample:
    """Mark the tokens of the replies; the last ends with `end` where its template writes no stop token."""
    spans, problem = marked.spans, marked.problem
    if not spans[-1].has_stop:
        problem = f"{problem} {_no_stop_sentence(end)}".strip()
        if end.id is not None:
            spans = _with_end(encoded, spans, end)
    mask = [False] * len(encoded.ids)
    for span in spans:
        first, behind = bisect_left(encoded.starts, span.start), bisect_left(encoded.starts, span.end)
        mask[first:behind] = [True] * (behind - first)
    rendered = _cut(row, encoded, mask, spans[-1].has_stop, context_length, problem)
    return msgspec.structs.replace(rendered, prefix_stable=marked.prefix_stable, partly_trained=marked.partly)


def tokens_of_text(
    row: int,
    encoded: Encoded,
    begin: int | None,
    end: EndToken,
    control: Collection[str],
    text: str,
    context_length: int,
) -> RenderedExample:
    """All tokens of a raw text, the model's own begin token once, and the end-of-sequence token."""
    if begin is not None and encoded.ids[:2] == [begin, begin]:
        for each in (encoded.ids, encoded.starts, encoded.texts):
            del each[:1]
    if end.id is not None and encoded.ids[-1:] != [end.id]:
        _append(encoded, end, len(text))
    written = sorted(token for token in control if token and token in text)
    problem = f"The text contains control tokens, trained as such: {', '.join(written)}." if written else ""
    return _cut(row, encoded, [True] * len(encoded.ids), end.id is not None, context_length, problem)


def _with_end(encoded: Encoded, spans: Sequence[Span], end: EndToken) -> tuple[Span, ...]:
    """End the last reply with the end-of-sequence token; what the template writes behind it is left out."""
    last = spans[-1]
    behind = bisect_left(encoded.starts, last.end)
    for each in (encoded.ids, encoded.starts, encoded.texts):
        del each[behind:]
    place = max(last.end, encoded.starts[-1] if encoded.starts else 0)
    _append(encoded, end, place)
    return (*spans[:-1], Span(last.start, place + 1, has_stop=True))


def _append(encoded: Encoded, end: EndToken, place: int) -> None:
    assert end.id is not None
    if encoded.texts:
        encoded.texts.append(end.text)
    encoded.ids.append(end.id)
    encoded.starts.append(place)


def _cut(
    row: int, encoded: Encoded, mask: Sequence[bool], has_stop: bool, context_length: int, problem: str
) -> RenderedExample:
    """Cut to the context length; a stop token that falls away is no longer trained."""
    count = len(encoded.ids)
    limit = min(context_length, count) if context_length > 0 else count
    lost = sum(mask[limit:])
    if limit < count:
        cut = f"Only the first {limit:,} of {count:,} tokens fit; the end of the row is not trained."
        problem = f"{problem} {cut}".strip()
    return RenderedExample(
        row=row,
        ids=tuple(encoded.ids[:limit]),
        trained=tuple(mask[:limit]),
        texts=tuple(encoded.texts[:limit]),
        full_length=count,
        lost_tokens=lost,
        stop_token_trained=has_stop and not lost and any(mask),
        problem=problem,
    )


def _no_stop_sentence(end: EndToken) -> str:
    if end.id is not None:
        return "The template ends replies without a stop token; the end-of-sequence token was added."
    return "This model has no token that ends a reply, so its replies will not end by themselves."
