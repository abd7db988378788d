"""From documents: questions that a passage answers, with answers whose words stand in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from hone.domain.chat import Turn
from hone.domain.generation import Prompt
from hone.domain.row_drafts import DropReason
from hone.errors import BadInput
from hone.services.row_drafting.faults import fault_of, why_nothing
from hone.services.row_drafting.material import Material
from hone.services.row_drafting.parsing import pairs_in
from hone.services.row_drafting.passages import Passage, passages_of
from hone.services.row_drafting.prompt_texts import PromptText, filled
from hone.services.row_drafting.similarity import Similarity
from hone.services.row_drafting.support import LEAST_SUPPORT, support
from hone.services.row_drafting.ways.base import (
    Answer,
    Ask,
    Candidate,
    Dropped,
    Needs,
    Outcome,
    Way,
    novelty,
)
from hone.services.row_drafting.ways.rounds import Rounds

MOST_PER_PASSAGE = 4
MOST_ROUNDS = 3
SHORTEST = 150
"""Characters of a passage that is not cut any shorter."""
_MAX_TOKENS = 256  # for each question with its answer

QUESTIONS = PromptText(
    key="from_documents.questions",
    label="Questions and answers",
    variables=("passage", "document", "count"),
    needed=("passage",),
    text=(
        "This is a part of “{{document}}”:\n\n{{passage}}\n\n"
        "Write {{count}} questions that it answers, each with its answer, in its language. Somebody who "
        "never saw the text must understand the question, so name what it is about and do not mention the "
        "text. The answer says in full sentences what the text says and nothing else.\n\n"
        'Answer with JSON: {"rows": [{"question": "…", "answer": "…"}]}'
    ),
)
CONTINUED = PromptText(
    key="from_documents.text",
    label="Beginning of the text",
    chat=False,
    variables=("passage", "document"),
    needed=("passage",),
    text=(
        "Passages, each with a question that it answers, and the answer.\n\n"
        "Passage: The ferry to the island leaves at eight and at noon. In winter the boat at noon does not "
        "run, because the harbour may freeze.\n"
        "Question: Why is there no ferry to the island at noon in winter?\n"
        "Answer: Because the harbour may freeze in winter.\n\n###\n\n"
        "Passage: {{passage}}"
    ),
)


class FromDocuments:
    """See hone.services.row_drafting.ways.base.Drafting.

    Every passage is asked about once before any is asked about again, at most three times.
    """

    def __init__(self, material: Material, chat: bool, texts: dict[str, str], known: Similarity) -> None:
        if not material.passages:
            raise BadInput(
                "The documents hold no text to ask about.", hint="Add a document with some paragraphs."
            )
        self._chat, self._texts, self._known = chat, texts, known
        self._passages = Rounds(material.passages, MOST_ROUNDS, material.random)

    def next_ask(self, missing: int) -> Ask | None:
        """Ask about the next passage, for as many questions as each must give."""
        if missing <= 0 or not (left := self._passages.left()):
            return None
        count = min(MOST_PER_PASSAGE, -(-missing // left))
        passage = self._passages.take()
        return self._ask_chat(passage, count) if self._chat else self._ask_text(passage)

    def take(self, ask: Ask, answer: Answer) -> Iterator[Outcome]:
        """Give the pairs that are new and supported by their passage."""
        assert isinstance(ask.about, Passage)
        said = answer.text if self._chat else f"Question:{answer.text}"
        pairs = pairs_in(said)
        if not self._chat:  # a model that only continues goes on with further questions of its own
            pairs = [] if answer.cut else pairs[:1]
        if not pairs:
            yield Dropped(why_nothing(answer.text, answer.cut))
        for question, reply in pairs[: 2 * MOST_PER_PASSAGE]:
            yield self._row(ask.about, question, reply)

    def shrink(self) -> bool:
        """Ask about parts of passages; they keep the number of their passage."""
        longest = max(len(passage.text) for passage in self._passages.things) // 2
        if longest < SHORTEST:
            return False
        self._passages.change(lambda passages: _halved(passages, longest))
        return True

    def _row(self, passage: Passage, question: str, reply: str) -> Outcome:
        fault = fault_of(question, reply)
        if fault is not None:
            return Dropped(fault)
        share = support(reply, passage.text)
        if share < LEAST_SUPPORT:
            return Dropped(DropReason.UNSUPPORTED)
        new = novelty(question, self._known)
        if new.reason is not None:
            return Dropped(new.reason)
        return Candidate(
            turns=(Turn("user", question), Turn("assistant", reply)),
            facts=msgspec.structs.replace(new.facts, support=round(share, 3), passage=passage.text),
            document=passage.document,
            passage=passage.number,
        )

    def _ask_chat(self, passage: Passage, count: int) -> Ask:
        text = filled(
            QUESTIONS, self._texts, passage=passage.text, document=passage.document, count=str(count)
        )
        return Ask(
            prompt=Prompt(turns=(Turn("user", text),)),
            instruction=self._texts.get(QUESTIONS.key) or QUESTIONS.text,
            note="Asking about the documents",
            max_tokens=64 + _MAX_TOKENS * count,
            expects=count,
            schema=_schema(count),
            about=passage,
        )

    def _ask_text(self, passage: Passage) -> Ask:
        one_line = " ".join(passage.text.split())
        text = filled(CONTINUED, self._texts, passage=one_line, document=passage.document)
        return Ask(
            prompt=Prompt(text=f"{text}\nQuestion:"),
            instruction=self._texts.get(CONTINUED.key) or CONTINUED.text,
            note="Asking about the documents",
            max_tokens=_MAX_TOKENS,
            stop=("\n###", "\nPassage:"),
            about=passage,
        )


def _halved(passages: Sequence[Passage], longest: int) -> list[Passage]:
    """Cut passages that are longer than `longest`."""
    return [
        Passage(passage.document, passage.number, part.text)
        for passage in passages
        for part in passages_of(passage.document, passage.text, longest)
    ]


def _schema(count: int) -> dict[str, object]:
    text = {"type": "string"}
    row = {
        "type": "object",
        "properties": {"question": text, "answer": text},
        "required": ["question", "answer"],
        "additionalProperties": False,
    }
    return {
        "type": "object",
        "properties": {"rows": {"type": "array", "items": row, "minItems": 1, "maxItems": count}},
        "required": ["rows"],
        "additionalProperties": False,
    }


FROM_DOCUMENTS = Way(
    key="from_documents",
    label="From documents",
    needs=Needs.DOCUMENTS,
    texts=(QUESTIONS, CONTINUED),
    begin=FromDocuments,
)
