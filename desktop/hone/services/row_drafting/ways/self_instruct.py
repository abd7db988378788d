"""From examples: new prompts like those of the data set, then a reply to each.

After Wang et al. 2022, "Self-Instruct: Aligning Language Models with Self-Generated Instructions": eight
examples are shown, up to two of them written by the model before; of the new prompts those are kept whose
ROUGE-L with every known one is below 0.7. A model that only continues a text writes prompt and reply at once.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence

import msgspec

from hone.domain.chat import Turn
from hone.domain.generation import Prompt
from hone.domain.row_drafts import DraftFacts, DropReason
from hone.errors import BadInput
from hone.services.row_drafting.faults import fault_of, loops, why_nothing
from hone.services.row_drafting.material import Material, Seed
from hone.services.row_drafting.parsing import prompts_in
from hone.services.row_drafting.prompt_texts import PromptText, filled
from hone.services.row_drafting.similarity import Similarity
from hone.services.row_drafting.ways.base import (
    Advanced,
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

SHOWN = 8
SHOWN_DRAFTS = 2
SHOWN_WITH_REPLIES = 3
NEW_AT_ONCE = 4
_BETWEEN = "\n\n###\n\n"

PROMPTS = PromptText(
    key="self_instruct.prompts",
    label="New prompts",
    variables=("examples", "count"),
    needed=("examples",),
    text=(
        "These are prompts from a collection that an assistant is trained with:\n\n{{examples}}\n\n"
        "Write {{count}} new prompts that belong into the same collection. Each is about something that none "
        "of the prompts above is about. Keep to their language and their kind; vary length, wording and what "
        "is wanted. Write no replies.\n\n"
        'Answer with JSON: {"prompts": ["…", "…"]}'
    ),
)
REPLIES = PromptText(
    key="self_instruct.replies",
    label="Replies",
    text=(
        "Reply as in the examples: in their form, tone and length, and in the language of the prompt. Say "
        "only what is certain. Write nothing but the reply."
    ),
)
CONTINUED = PromptText(
    key="self_instruct.text",
    label="Beginning of the text",
    chat=False,
    text=(
        "A collection of prompts with their replies. Each prompt is about something else than those before."
    ),
)


class _Wanted(msgspec.Struct, frozen=True):
    """A new prompt that waits for its reply, with the examples that led to it."""

    prompt: str
    shown: tuple[Seed, ...]
    facts: DraftFacts


class SelfInstruct:
    """See hone.services.row_drafting.ways.base.Drafting."""

    def __init__(self, material: Material, chat: bool, texts: dict[str, str], known: Similarity) -> None:
        self._seeds = [seed for seed in material.seeds if seed.length <= material.room // 2]
        if not self._seeds:
            raise BadInput(
                "No row can serve as an example."
                if not material.seeds
                else "The rows are too long to be shown to this model as examples.",
                hint="Rows need a prompt with a reply in words."
                if not material.seeds
                else "Choose a model with a longer context.",
            )
        self._drafts = [seed for seed in material.drafts if seed.length <= material.room // 2]
        self._material, self._chat, self._texts, self._known = material, chat, texts, known
        self._room = material.room
        self._shown: Counter[int] = Counter()
        self._waiting: deque[_Wanted] = deque()
        self._longest = max(len(seed.reply) for seed in self._seeds)

    def next_ask(self, missing: int) -> Ask | None:
        """Ask for replies to the new prompts that there are, else for further prompts."""
        if missing <= 0:
            return None
        if self._waiting:
            return self._ask_for_reply(self._waiting.popleft())
        return self._ask_for_prompts() if self._chat else self._ask_for_row()

    def take(self, ask: Ask, answer: Answer) -> Iterator[Outcome]:
        """Give rows of replies; new prompts are put into the queue."""
        if isinstance(ask.about, _Wanted):
            yield self._row(ask.about, answer)
        elif self._chat:
            yield from self._new_prompts(_shown_in(ask), answer)
        else:
            yield self._continued_row(_shown_in(ask), answer)

    def shrink(self) -> bool:
        """Show half as much; examples that are too long for that are left out while there are others."""
        room = self._room // 2
        shorter = [seed for seed in self._seeds if seed.length <= room]
        if not shorter:
            return False
        self._room, self._seeds = room, shorter
        self._drafts = [seed for seed in self._drafts if seed.length <= room]
        self._longest = max(len(seed.reply) for seed in shorter)
        return True

    def _ask_for_prompts(self) -> Ask:
        shown = self._drawn(SHOWN, SHOWN_DRAFTS, lambda seed: len(seed.prompt))
        examples = "\n\n".join(f"{number}. {seed.prompt.strip()}" for number, seed in enumerate(shown, 1))
        text = filled(PROMPTS, self._texts, examples=examples, count=str(NEW_AT_ONCE))
        longest = max(len(seed.prompt) for seed in self._seeds)
        return Ask(
            prompt=Prompt(turns=(Turn("user", text),)),
            instruction=self._texts.get(PROMPTS.key) or PROMPTS.text,
            note="Writing prompts",
            max_tokens=reply_tokens(NEW_AT_ONCE * longest),
            expects=NEW_AT_ONCE,
            schema=_SCHEMA,
            about=tuple(shown),
        )

    def _ask_for_reply(self, wanted: _Wanted) -> Ask:
        system = _shared_system(self._seeds)
        instruction = filled(REPLIES, self._texts)
        said = f"{system}\n\n{instruction}" if system else instruction
        shown = self._fitting(sorted(wanted.shown, key=lambda seed: seed.length)[:SHOWN_WITH_REPLIES])
        turns = [Turn("system", said)]
        for seed in shown:
            turns += [Turn("user", seed.prompt), Turn("assistant", seed.reply)]
        return Ask(
            prompt=Prompt(turns=(*turns, Turn("user", wanted.prompt))),
            instruction=self._texts.get(REPLIES.key) or REPLIES.text,
            note="Writing replies",
            max_tokens=reply_tokens(self._longest),
            about=wanted,
        )

    def _ask_for_row(self) -> Ask:
        shown = self._drawn(SHOWN, SHOWN_DRAFTS, lambda seed: seed.length)
        blocks = [f"Prompt: {seed.prompt.strip()}\nReply: {seed.reply.strip()}" for seed in shown]
        head = filled(CONTINUED, self._texts).strip()
        longest = max(seed.length for seed in self._seeds)
        return Ask(
            prompt=Prompt(text=_BETWEEN.join([head, *blocks, "Prompt:"])),
            instruction=self._texts.get(CONTINUED.key) or CONTINUED.text,
            note="Writing prompts and replies",
            max_tokens=reply_tokens(longest),
            stop=("\n###",),
            about=tuple(shown),
        )

    def _drawn(self, count: int, of_drafts: int, length: Callable[[Seed], int]) -> list[Seed]:
        """Draw examples that fit together; those that were shown less come first."""
        chance = self._material.random
        drafts = chance.sample(self._drafts, min(of_drafts, len(self._drafts), count // 4))
        by_use = sorted(self._seeds, key=lambda seed: (self._shown[id(seed)], chance.random()))
        taken: list[Seed] = []
        room = self._room
        for seed in [*by_use[: count - len(drafts)], *drafts]:
            if length(seed) > room and taken:
                continue
            room -= length(seed)
            taken.append(seed)
            self._shown[id(seed)] += 1
        chance.shuffle(taken)
        return taken

    def _fitting(self, seeds: Sequence[Seed]) -> list[Seed]:
        """Return the first seeds that there is room for together."""
        room, taken = self._room, []
        for seed in seeds:
            room -= seed.length
            if room >= 0:
                taken.append(seed)
        return taken

    def _new_prompts(self, shown: Sequence[Seed], answer: Answer) -> Iterator[Outcome]:
        found = prompts_in(answer.text)
        if not found:
            yield Dropped(why_nothing(answer.text, answer.cut))
        for prompt in found[: 2 * NEW_AT_ONCE]:
            if loops(prompt):
                yield Dropped(DropReason.LOOP)
                continue
            new = novelty(prompt, self._known)
            if new.reason is not None:
                yield Dropped(new.reason)
                continue
            self._waiting.append(_Wanted(prompt, tuple(shown), new.facts))
            yield Advanced()

    def _row(self, wanted: _Wanted, answer: Answer) -> Outcome:
        if answer.cut:
            return Dropped(DropReason.CUT)
        reply = answer.text.strip()
        fault = fault_of(wanted.prompt, reply)
        if fault is not None:
            return Dropped(fault)
        return self._candidate(wanted.prompt, reply, wanted.shown, wanted.facts)

    def _continued_row(self, shown: Sequence[Seed], answer: Answer) -> Outcome:
        prompt, mark, reply = answer.text.partition("\nReply:")
        prompt, reply = prompt.strip(), reply.strip()
        if not mark:
            return Dropped(why_nothing(answer.text, answer.cut))
        if answer.cut:
            return Dropped(DropReason.CUT)
        fault = fault_of(prompt, reply)
        if fault is not None:
            return Dropped(fault)
        new = novelty(prompt, self._known)
        return self._candidate(prompt, reply, shown, new.facts) if new.reason is None else Dropped(new.reason)

    def _candidate(self, prompt: str, reply: str, shown: Sequence[Seed], facts: DraftFacts) -> Candidate:
        system = _shared_system(self._seeds)
        turns = (Turn("user", prompt), Turn("assistant", reply))
        return Candidate(
            turns=(Turn("system", system), *turns) if system else turns,
            facts=facts,
            seeds=tuple(seed.row for seed in shown if seed.row),
            seed_drafts=tuple(seed.draft_id for seed in shown if seed.draft_id),
        )


_SCHEMA = {
    "type": "object",
    "properties": {
        "prompts": {"type": "array", "items": {"type": "string"}, "minItems": 1, "maxItems": NEW_AT_ONCE}
    },
    "required": ["prompts"],
    "additionalProperties": False,
}


def _shown_in(ask: Ask) -> tuple[Seed, ...]:
    return ask.about if isinstance(ask.about, tuple) else ()


def _shared_system(seeds: Sequence[Seed]) -> str:
    """Return the system prompt of the examples when all have the same."""
    found = {seed.system for seed in seeds}
    return found.pop() if len(found) == 1 else ""


SELF_INSTRUCT = Way(
    key="self_instruct",
    label="From examples",
    needs=Needs.ROWS,
    texts=(PROMPTS, REPLIES, CONTINUED),
    begin=SelfInstruct,
)
