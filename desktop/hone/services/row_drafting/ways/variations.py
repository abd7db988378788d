"""Variations: the prompt of a row in other words, with the reply that the row has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hone.data.refusals import refuses
from hone.domain.chat import Turn
from hone.domain.generation import Prompt
from hone.domain.row_drafts import DropReason
from hone.errors import BadInput
from hone.services.row_drafting.faults import fault_in, why_nothing
from hone.services.row_drafting.material import Material, Seed
from hone.services.row_drafting.parsing import one_prompt_in
from hone.services.row_drafting.prompt_texts import PromptText, filled
from hone.services.row_drafting.similarity import Similarity, rouge_l, words_of
from hone.services.row_drafting.ways.base import (
    Answer,
    Ask,
    Candidate,
    Dropped,
    Needs,
    Outcome,
    Way,
    novelty,
    reply_tokens,
)
from hone.services.row_drafting.ways.rounds import Rounds

HARDLY_OTHER = 0.95
MOST_ROUNDS = 4
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")

REPHRASED = PromptText(
    key="variations.prompt",
    label="Other words",
    variables=("prompt",),
    needed=("prompt",),
    text=(
        "Put this prompt into other words:\n\n{{prompt}}\n\n"
        "What is wanted stays the same, so that the same reply fits. Keep the language, and every name and "
        "number. Do not answer it.\n\n"
        'Answer with JSON: {"prompt": "…"}'
    ),
)
CONTINUED = PromptText(
    key="variations.text",
    label="Beginning of the text",
    chat=False,
    variables=("prompt",),
    needed=("prompt",),
    text=(
        "Prompts, each said again in other words.\n\n"
        "Prompt: How do I get 2 stains out of a shirt?\n"
        "In other words: What is a good way to clean a shirt that has 2 stains?\n\n###\n\n"
        "Prompt: {{prompt}}"
    ),
)


class Variations:
    """See hone.services.row_drafting.ways.base.Drafting. Every row has its turn before any has a second."""

    def __init__(self, material: Material, chat: bool, texts: dict[str, str], known: Similarity) -> None:
        seeds = [seed for seed in material.seeds if len(seed.prompt) <= material.room]
        if not seeds:
            raise BadInput(
                "There is no row whose prompt could be put into other words.",
                hint="Rows need a prompt with a reply in words.",
            )
        self._chat, self._texts, self._known = chat, texts, known
        self._seeds = Rounds(seeds, MOST_ROUNDS, material.random)

    def next_ask(self, missing: int) -> Ask | None:
        """Ask for the next row's prompt in other words."""
        if missing <= 0 or not self._seeds.left():
            return None
        seed = self._seeds.take()
        chosen = REPHRASED if self._chat else CONTINUED
        said = seed.prompt if self._chat else " ".join(seed.prompt.split())
        text = filled(chosen, self._texts, prompt=said)
        return Ask(
            prompt=Prompt(turns=(Turn("user", text),))
            if self._chat
            else Prompt(text=f"{text}\nIn other words:"),
            instruction=self._texts.get(chosen.key) or chosen.text,
            note="Putting prompts into other words",
            max_tokens=reply_tokens(2 * len(seed.prompt)),
            stop=() if self._chat else ("\n###", "\nPrompt:"),
            schema=_SCHEMA if self._chat else None,
            about=seed,
        )

    def take(self, ask: Ask, answer: Answer) -> Iterator[Outcome]:
        """Give the row with its prompt in other words, when they are other words and say all numbers."""
        assert isinstance(ask.about, Seed)
        yield self._row(ask.about, answer)

    def shrink(self) -> bool:
        """Leave out the rows with the longest prompts."""
        longest = max(len(seed.prompt) for seed in self._seeds.things) // 2
        if all(len(seed.prompt) > longest for seed in self._seeds.things):
            return False
        self._seeds.change(lambda seeds: [seed for seed in seeds if len(seed.prompt) <= longest])
        return True

    def _row(self, seed: Seed, answer: Answer) -> Outcome:
        said = one_prompt_in(answer.text)
        if not said or answer.cut:
            return Dropped(why_nothing(answer.text, answer.cut))
        fault = DropReason.REFUSAL if refuses(said) else fault_in(said)
        if fault is not None:
            return Dropped(fault)
        if not set(_NUMBER.findall(seed.prompt)) <= set(_NUMBER.findall(said)):
            return Dropped(DropReason.LOST_NUMBER)
        new = novelty(said, self._known, HARDLY_OTHER)
        if new.reason is not None:
            return Dropped(new.reason)
        if rouge_l(words_of(said), words_of(seed.reply)) >= HARDLY_OTHER:
            return Dropped(DropReason.REPEATS_PROMPT)
        return Candidate(turns=_with_prompt(seed, said), facts=new.facts, row=seed.row)


def _with_prompt(seed: Seed, prompt: str) -> tuple[Turn, ...]:
    """Return a dialogue with other words in the place of its first prompt."""
    first = next(place for place, turn in enumerate(seed.turns) if turn.content == seed.prompt)
    return (*seed.turns[:first], Turn("user", prompt), *seed.turns[first + 1 :])


_SCHEMA = {
    "type": "object",
    "properties": {"prompt": {"type": "string"}},
    "required": ["prompt"],
    "additionalProperties": False,
}

VARIATIONS = Way(
    key="variations",
    label="Variations of rows",
    needs=Needs.ROWS,
    texts=(REPHRASED, CONTINUED),
    begin=Variations,
)
