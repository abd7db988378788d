"""Rows to tokens with the loss mask: the one function behind trainer, preview and token counts.

A dialogue is rendered with the model's own chat template, with its tools; of each assistant turn what the
template writes of it (the reply, calls of tools) and its stop token are trained; headers, other people's
turns, answers of tools and turns of weight 0 are not. A preference has two sides, of which the judged turns
alone are trained. Raw text is trained as a whole and ends with the end-of-sequence token. Rows are cut at
the context length, and then say that they were.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from types import TracebackType

import msgspec

from hone.data.hidden_tokens import HiddenTokens
from hone.data.learned_turns import BROKEN, TurnReader, Unlearnable, is_broken, rejected_side
from hone.data.reply_search import Search, find_replies
from hone.data.row_tokens import EndToken, RenderedExample, refused, tokens_of_dialogue, tokens_of_text
from hone.data.template import (
    FALLBACK_NOTICE,
    Conversation,
    Given,
    Outcome,
    TemplateProblem,
    TemplateRenderer,
)
from hone.data.tokenizer_folder import TokenizerFolder
from hone.data.turn_spans import PROBE, Marked, ReplyEnding, reply_ending
from hone.data.written_tokens import ToEncode, encode_texts
from hone.domain.chat import Turn
from hone.domain.datasets import Example, RenderedRow, Token
from hone.errors import HoneError

__all__ = ["RenderedExample", "Renderer"]

_ROWS_AT_ONCE = 64
_CHARACTERS_AT_ONCE = 1_000_000
_MOST_SLOW = 3


class Renderer:
    """Renders rows for one model. Close it at the end: it keeps a child process for the template.

    `notice` is one sentence about the model that concerns every row ("" when there is nothing to say);
    `stop_token` is the text of the token that ends a reply ("" when the model has none).
    """

    def __init__(self, tokenizer: TokenizerFolder, templates: TemplateRenderer) -> None:
        self.tokenizer = tokenizer
        self._templates = templates
        self._given = Given(special_tokens=tokenizer.special_tokens)
        self._turns = TurnReader(tokenizer.control, tokenizer.template)
        self._end = EndToken(tokenizer.token_id(tokenizer.eos_text), tokenizer.eos_text)
        self._ending = self._probe()
        self._slow = 0
        self.stop_token = self._ending.stop or tokenizer.eos_text
        self.notice = "" if tokenizer.has_template else FALLBACK_NOTICE

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
        return self._encoded(self._searched([example]), context_length, with_texts=True)[0]

    def render_all(
        self, examples: Iterable[Example], context_length: int = 0
    ) -> Generator[RenderedExample, None, None]:
        """Turn rows into the same tokens and masks as `render`, without texts, many at once.

        While some are encoded, the template of the next runs.
        """
        with ThreadPoolExecutor(max_workers=1, thread_name_prefix="templates") as beside:
            following: Future[list[list[_Side]]] | None = None
            for rows in _portions(examples):
                before, following = following, beside.submit(self._searched, rows)
                if before is not None:
                    yield from self._encoded(before.result(), context_length, with_texts=False)
            if following is not None:
                yield from self._encoded(following.result(), context_length, with_texts=False)

    def preview(self, example: Example, context_length: int = 0) -> RenderedRow:
        """Show a row as `render` would train it."""
        rendered = self.render(example, context_length)
        other = rendered.rejected
        problems = [self.notice if example.text is None else "", rendered.problem]
        if other is not None and other.problem and other.problem != rendered.problem:
            problems.append(f"The rejected reply: {other.problem}")
        return RenderedRow(
            row=rendered.row,
            tokens=self._tokens(rendered),
            full_length=rendered.full_length,
            trained_tokens=rendered.trained_tokens,
            stop_token_trained=rendered.stop_token_trained,
            prefix_stable=rendered.prefix_stable,
            problem=" ".join(problem for problem in problems if problem),
            rejected=self._tokens(other) if other is not None else (),
            rejected_length=other.full_length if other is not None else 0,
        )

    def _tokens(self, rendered: RenderedExample) -> tuple[Token, ...]:
        control = set(self.tokenizer.control.values())
        return tuple(
            Token(id=number, text=text, trained=trained, special=number in control)
            for number, text, trained in zip(rendered.ids, rendered.texts, rendered.trained, strict=True)
        )

    def _searched(self, examples: Sequence[Example]) -> list[list[_Side]]:
        """Find the replies of some rows, both sides of preferences, with few questions to the template."""
        rows = [_sides(example) for example in examples]
        searches: dict[_Side, Search] = {}
        for side in (side for sides in rows for side in sides if side.example.text is None):
            try:
                learned = self._turns.read(side.example)
            except Unlearnable as problem:
                side.problem = str(problem)
                continue
            side.hidden = learned.hidden
            searches[side] = find_replies(learned, self._ending)
        self._search(searches)
        return rows

    def _search(self, searches: dict[_Side, Search]) -> None:
        """Go on with all searches together, until each has its answer."""
        answers: dict[_Side, list[list[Outcome]] | None] = dict.fromkeys(searches)
        while answers:
            asked: dict[_Side, list[Conversation]] = {}
            for side, answer in answers.items():
                search = searches[side]
                try:
                    asked[side] = next(search) if answer is None else search.send(answer)
                except StopIteration as found:
                    side.marked = found.value
                except TemplateProblem as problem:
                    side.problem = self._told(problem)
            if not asked:
                return
            wanted = [conversation for conversations in asked.values() for conversation in conversations]
            told = iter(self._templates.render_cuts(self.tokenizer.template, wanted, self._given))
            answers = {side: [next(told) for _ in conversations] for side, conversations in asked.items()}

    def _told(self, problem: TemplateProblem) -> str:
        """Return what is wrong with one row; raises the problem where it condemns the template."""
        self._slow += problem.kind == "slow"
        if problem.kind in ("syntax", "unsafe") or self._slow > _MOST_SLOW:
            raise problem
        return problem.message

    def _encoded(
        self, rows: Sequence[Sequence[_Side]], context_length: int, with_texts: bool
    ) -> list[RenderedExample]:
        """Encode what was found and mark it; the sides of a preference become one row again."""
        sides = [side for sides in rows for side in sides]
        self._encode_dialogues(sides, context_length, with_texts)
        self._encode_texts(sides, context_length, with_texts)
        made: list[RenderedExample] = []
        for first, *others in rows:
            row = first.rendered or refused(first.example.row, first.reason)
            for other in others:
                rejected = other.rendered or refused(other.example.row, other.reason)
                row = msgspec.structs.replace(row, rejected=rejected)
            made.append(row)
        return made

    def _encode_dialogues(self, sides: Sequence[_Side], context_length: int, with_texts: bool) -> None:
        found = [(side, side.marked) for side in sides if side.marked is not None and side.marked.spans]
        wanted = [_to_encode(marked, side.hidden) for side, marked in found]
        encoded = encode_texts(self.tokenizer, wanted, with_texts)
        for (side, marked), tokens in zip(found, encoded, strict=True):
            side.rendered = tokens_of_dialogue(side.example.row, tokens, marked, self._end, context_length)

    def _encode_texts(self, sides: Sequence[_Side], context_length: int, with_texts: bool) -> None:
        found = [(side, side.example.text) for side in sides if side.example.text is not None]
        whole = [(side, text) for side, text in found if not is_broken(text)]
        for side, text in found:
            side.problem = BROKEN if is_broken(text) else ""
        wanted = [ToEncode(text, add_special_tokens=True) for _, text in whole]
        encoded = encode_texts(self.tokenizer, wanted, with_texts)
        begin = self.tokenizer.token_id(self.tokenizer.special_tokens.get("bos_token", ""))
        control = self.tokenizer.control
        for (side, text), tokens in zip(whole, encoded, strict=True):
            side.rendered = tokens_of_text(
                side.example.row, tokens, begin, self._end, control, text, context_length
            )

    def _probe(self) -> ReplyEnding:
        turns = (Turn("user", "Question"), Turn("assistant", PROBE))
        tokenizer = self.tokenizer
        text = self._templates.render(tokenizer.template, turns, False, self._given)
        return reply_ending(text, tokenizer.added, tokenizer.stop_tokens, tokenizer.control)


class _Side:
    """A row, or one side of a preference, on its way to tokens."""

    def __init__(self, example: Example) -> None:
        self.example = example
        self.hidden: HiddenTokens | None = None
        self.marked: Marked | None = None
        self.rendered: RenderedExample | None = None
        self.problem = ""

    @property
    def reason(self) -> str:
        """Why there are no tokens."""
        return self.problem or (self.marked.problem if self.marked is not None else "")


def _sides(example: Example) -> list[_Side]:
    if not example.rejected:
        return [_Side(example)]
    return [_Side(example), _Side(rejected_side(example))]


def _to_encode(marked: Marked, hidden: HiddenTokens | None) -> ToEncode:
    """Say where tokens must end: before replies, and behind those that no stop token ends."""
    starts = [span.start for span in marked.spans]
    ends = [span.end for span in marked.spans if not span.has_stop]
    return ToEncode(marked.text, hidden, tuple(starts + ends))


def _portions(examples: Iterable[Example]) -> Iterator[list[Example]]:
    """Give rows in portions that are not too large for one question."""
    rows: list[Example] = []
    size = 0
    for example in examples:
        rows.append(example)
        size += len(example.text or "") + sum(len(turn.content) + len(turn.more) for turn in example.turns)
        if len(rows) == _ROWS_AT_ONCE or size > _CHARACTERS_AT_ONCE:
            yield rows
            rows, size = [], 0
    if rows:
        yield rows
