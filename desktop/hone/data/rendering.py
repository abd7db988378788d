"""Rows to tokens with the loss mask: the one function behind trainer, preview and token counts.

A dialogue is rendered with the model's own chat template; of each assistant turn the reply and its stop
token are trained, headers and other people's turns are not. Raw text is trained as a whole and ends with
the end-of-sequence token. Rows are cut at the context length, and then say that they were.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType

import msgspec

from hone.data.template import (
    FALLBACK_NOTICE,
    Given,
    Job,
    TemplateProblem,
    TemplateRenderer,
    fold_system,
    has_system,
    render_conversation,
)
from hone.data.tokenizer_folder import TokenizerFolder
from hone.data.turn_spans import PROBE, Marked, Rendering, ReplyEnding, Span, mark_replies, reply_ending
from hone.data.written_tokens import TextPiece, WrittenTokens, cover
from hone.domain.chat import Turn
from hone.domain.datasets import Example, RenderedRow, Token
from hone.errors import HoneError

_SURROGATE = re.compile("[\ud800-\udfff]")
_JOBS_PER_REQUEST = 64


class RenderedExample(msgspec.Struct, frozen=True, kw_only=True):
    """A row ready to train on, cut to the context length.

    `ids` and `trained` have one entry per token; `texts` joined give the rendered text back. A row that
    cannot be rendered has no tokens, and `problem` says why. `partly_trained`: not every reply is trained.
    """

    row: int
    ids: tuple[int, ...] = ()
    trained: tuple[bool, ...] = ()
    texts: tuple[str, ...] = ()
    full_length: int = 0
    stop_token_trained: bool = False
    prefix_stable: bool = True
    partly_trained: bool = False
    problem: str = ""

    @property
    def trained_tokens(self) -> int:
        """How many tokens count in the loss."""
        return sum(self.trained)

    @property
    def is_cut(self) -> bool:
        """Whether tokens were left out at the end."""
        return self.full_length > len(self.ids)


class Renderer:
    """Renders rows for one model. Close it at the end: it keeps a child process for the template.

    `notice` is one sentence about the model that concerns every row ("" when there is nothing to say);
    `stop_token` is the text of the token that ends a reply ("" when the model has none).
    """

    def __init__(self, tokenizer: TokenizerFolder, templates: TemplateRenderer) -> None:
        self.tokenizer = tokenizer
        self._templates = templates
        self._given = Given(special_tokens=tokenizer.special_tokens)
        self._ending = self._probe()
        self.stop_token = self._ending.stop or tokenizer.eos_text
        self.notice = self._notice()

    @classmethod
    def for_model(cls, folder: Path, template: str | None = None, moment: datetime | None = None) -> Renderer:
        """Read a model folder's tokenizer and template; BadInput when either is unfit."""
        tokenizer, templates = TokenizerFolder(folder, template), TemplateRenderer(moment=moment)
        try:
            return cls(tokenizer, templates)
        except HoneError:
            templates.close()
            raise

    def __enter__(self) -> Renderer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the template process."""
        self._templates.close()

    def render(self, example: Example, context_length: int = 0) -> RenderedExample:
        """Turn a row into tokens and mask, cut to `context_length` tokens (0: not cut).

        A row that its template refuses comes back empty with the reason; a template or tokenizer that is
        unfit for every row raises BadInput.
        """
        texts = [turn.content for turn in example.turns] + [example.text or ""]
        if any(_SURROGATE.search(text) for text in texts):
            return RenderedExample(
                row=example.row, problem="The text has broken characters (lone surrogates)."
            )
        if example.text is not None:
            return self._render_text(example, context_length)
        try:
            return self._render_dialogue(example, context_length)
        except TemplateProblem as problem:
            if problem.kind in ("syntax", "unsafe"):
                raise
            return RenderedExample(row=example.row, problem=problem.message)

    def preview(self, example: Example, context_length: int = 0) -> RenderedRow:
        """Show a row as `render` would train it."""
        rendered = self.render(example, context_length)
        notice = self.notice if example.text is None else ""
        control = set(self.tokenizer.control.values())
        tokens = zip(rendered.ids, rendered.texts, rendered.trained, strict=True)
        return RenderedRow(
            row=rendered.row,
            tokens=tuple(
                Token(id=number, text=text, trained=trained, special=number in control)
                for number, text, trained in tokens
            ),
            full_length=rendered.full_length,
            trained_tokens=rendered.trained_tokens,
            stop_token_trained=rendered.stop_token_trained,
            prefix_stable=rendered.prefix_stable,
            problem=f"{notice} {rendered.problem}".strip(),
        )

    def _render_dialogue(self, example: Example, context_length: int) -> RenderedExample:
        replies = [index for index, turn in enumerate(example.turns) if turn.role == "assistant"]
        if not replies:
            return RenderedExample(row=example.row, problem="There is no reply to learn from.")
        written = WrittenTokens(self.tokenizer, [turn.content for turn in example.turns])
        turns = tuple(Turn(turn.role, written.hide(turn.content)) for turn in example.turns)
        problems = [written.problem] if written.problem else []
        marked, folded = self._mark(turns[: replies[-1] + 1], replies)
        if folded:
            problems.append(
                "The template has no system role; the system text stands in front of the first user message."
            )
        if marked.problem:
            problems.append(marked.problem)
        pieces, spans = written.encode(marked.text), marked.spans
        if not spans[-1].has_stop:
            pieces, spans = self._with_stop(pieces, spans)
            problems.append(_no_stop_sentence(spans[-1].has_stop))
        if any(piece.start < span.start < piece.end for span in spans for piece in pieces):
            problems.append("A reply begins inside a token of its header; that token is not trained.")
        return _finish(
            example.row,
            pieces,
            tuple(any(span.start <= piece.start < span.end for span in spans) for piece in pieces),
            has_stop=spans[-1].has_stop,
            context_length=context_length,
            prefix_stable=marked.prefix_stable,
            partly_trained=marked.last_only,
            problem=" ".join(problems),
        )

    def _mark(self, turns: tuple[Turn, ...], replies: Sequence[int]) -> tuple[Marked, bool]:
        """Render each prefix that ends before or after a reply; tell whether the system text was folded."""
        given, template = self._given, self.tokenizer.template
        folded = False
        if has_system(turns):
            whole = render_conversation(self._templates, template, turns, False, given)
            if whole.system_folded:
                folded = True
                shorter = fold_system(turns)
                replies = [index - (len(turns) - len(shorter)) for index in replies]
                turns = shorter
        jobs: list[Job] = []
        for index in replies:
            jobs += [Job(turns[:index], add_generation_prompt=True), Job(turns[: index + 1])]
        texts: list[str] = []
        for first in range(0, len(jobs), _JOBS_PER_REQUEST):
            chunk = jobs[first : first + _JOBS_PER_REQUEST]
            texts += self._templates.render_each(template, chunk, given)
        renderings = [
            Rendering(texts[2 * place], texts[2 * place + 1], turns[index].content)
            for place, index in enumerate(replies)
        ]
        return mark_replies(renderings, self._ending), folded

    def _render_text(self, example: Example, context_length: int) -> RenderedExample:
        """All tokens of a raw text, the model's own begin token, and the end-of-sequence token."""
        text = example.text or ""
        pieces = cover(text, self.tokenizer.encode(text, add_special_tokens=True))
        bos = self.tokenizer.token_id(self.tokenizer.special_tokens.get("bos_token", ""))
        if len(pieces) > 1 and bos is not None and pieces[0].id == pieces[1].id == bos:
            del pieces[0]
        eos = self.tokenizer.token_id(self.tokenizer.eos_text)
        if eos is not None and (not pieces or pieces[-1].id != eos):
            pieces.append(TextPiece(eos, len(text), len(text), self.tokenizer.eos_text))
        written = sorted(token for token in self.tokenizer.control if token and token in text)
        problem = (
            f"The text contains control tokens, trained as such: {', '.join(written)}." if written else ""
        )
        return _finish(
            example.row,
            pieces,
            (True,) * len(pieces),
            has_stop=eos is not None,
            context_length=context_length,
            problem=problem,
        )

    def _with_stop(
        self, pieces: list[TextPiece], spans: tuple[Span, ...]
    ) -> tuple[list[TextPiece], tuple[Span, ...]]:
        """End the last reply with the end-of-sequence token where the template writes no stop token."""
        eos = self.tokenizer.token_id(self.tokenizer.eos_text)
        if eos is None:
            return pieces, spans
        last = spans[-1]
        kept = [piece for piece in pieces if piece.start < last.end]
        end = max(last.end, max((piece.end for piece in kept), default=0))
        kept.append(TextPiece(eos, end, end + 1, self.tokenizer.eos_text))
        return kept, (*spans[:-1], Span(last.start, end + 1, has_stop=True))

    def _probe(self) -> ReplyEnding:
        turns = (Turn("user", "Question"), Turn("assistant", PROBE))
        tokenizer = self.tokenizer
        text = self._templates.render(tokenizer.template, turns, False, self._given)
        return reply_ending(text, tokenizer.added, tokenizer.stop_tokens)

    def _notice(self) -> str:
        return "" if self.tokenizer.has_template else FALLBACK_NOTICE


def _finish(
    row: int,
    pieces: Sequence[TextPiece],
    mask: tuple[bool, ...],
    *,
    has_stop: bool,
    context_length: int,
    prefix_stable: bool = True,
    partly_trained: bool = False,
    problem: str = "",
) -> RenderedExample:
    """Cut to the context length; a stop token that falls away is no longer trained."""
    limit = context_length if context_length > 0 else len(pieces)
    stop_at = max((index for index, trained in enumerate(mask) if trained), default=len(pieces))
    kept = pieces[:limit]
    if len(pieces) > limit:
        cut = f"Only the first {limit:,} of {len(pieces):,} tokens fit; the end of the row is not trained."
        problem = f"{problem} {cut}".strip()
    return RenderedExample(
        row=row,
        ids=tuple(piece.id for piece in kept),
        trained=mask[:limit],
        texts=tuple(piece.text for piece in kept),
        full_length=len(pieces),
        stop_token_trained=has_stop and stop_at < len(kept),
        prefix_stable=prefix_stable,
        partly_trained=partly_trained,
        problem=problem,
    )


def _no_stop_sentence(appended: bool) -> str:
    if appended:
        return "The template ends replies without a stop token; the end-of-sequence token was added."
    return "This model has no token that ends a reply, so its replies will not end by themselves."
