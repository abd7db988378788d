"""Where examples for a prompt come from, what they cost, and the texts of files that fill variables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from pathlib import Path

import msgspec

from hone.data.reading import read_examples
from hone.data.source import open_source
from hone.domain.chat import Message, Role, Turn, branch
from hone.domain.datasets import Example
from hone.domain.generation import Prompt
from hone.domain.models import Model
from hone.domain.prompts import ExampleLayout, FewShot, fill
from hone.domain.setup import Setup
from hone.errors import BadInput, HoneError
from hone.services.assembling import example_text
from hone.services.rendering import WORKER_OF
from hone.services.token_counts import Rendering, TokenCounts
from hone.storage.conversations import ConversationStore

MOST_ROWS = 5_000
LARGEST_FILE = 2 * 2**20
"""The largest file that fills a variable, in bytes: more than the windows of most models hold."""


class ExamplesFound(msgspec.Struct, frozen=True, kw_only=True):
    """Examples of a place; `more` when the place holds more than were read."""

    examples: tuple[FewShot, ...]
    more: bool = False


class ExampleService:
    """Takes examples from files and conversations, and counts their tokens. Safe from any thread."""

    def __init__(self, conversations: ConversationStore, rendering: Rendering) -> None:
        self._conversations = conversations
        self._counts = TokenCounts(rendering)

    def from_file(self, path: Path) -> ExamplesFound:
        """Return what the rows of a data file ask and answer; raises BadInput for a file without such rows.

        Of a row with several exchanges the last one counts. Rows after the first 5,000 are not read.
        """
        rows = list(islice(read_examples(path), MOST_ROWS + 1))
        found = tuple(filter(None, (_of_row(row, path.name) for row in rows[:MOST_ROWS])))
        if not found:
            raise BadInput(
                f"{path.name} holds no rows with an input and an output.",
                hint="Choose a file with chats, instructions, or prompts and replies.",
            )
        return ExamplesFound(examples=found, more=len(rows) > MOST_ROWS)

    def from_conversation(self, conversation_id: str) -> ExamplesFound:
        """Return what was said and replied on the branch that a conversation shows."""
        conversation = self._conversations.get(conversation_id)
        said = branch(self._conversations.messages(conversation_id), conversation.leaf_id)
        return ExamplesFound(examples=tuple(exchanges(said, conversation.title)))

    def tokens(
        self, model: Model, examples: Sequence[FewShot], layout: ExampleLayout, setup: Setup
    ) -> list[int] | None:
        """Return what each example adds to a prompt of `model`, with the template's marks around it.

        Variables are filled as in `setup`. None where the model's tokenizer is not on this machine.
        """
        if model.format not in WORKER_OF or model.problem:
            return None
        count = self._as_turns if layout is ExampleLayout.TURNS else self._as_text
        return [count(model, example, setup) for example in examples]

    def _as_turns(self, model: Model, example: FewShot, setup: Setup) -> int:
        """Count twice the example less once: what the template writes once is not the example's."""
        turns = (Turn(Role.USER, example.input), Turn(Role.ASSISTANT, example.output))
        filled = tuple(msgspec.structs.replace(t, content=_filled(t.content, setup)) for t in turns)
        try:
            prompts = (Prompt(turns=filled * times, generation_prompt=False) for times in (1, 2))
            once, twice = (self._counts.count(model, prompt, "") for prompt in prompts)
        except BadInput:  # a template that refuses such turns
            return self._as_text(model, example, setup)
        return twice - once

    def _as_text(self, model: Model, example: FewShot, setup: Setup) -> int:
        shown = msgspec.structs.replace(example, enabled=True)
        twice = self._counts.count(model, Prompt(text=example_text([shown, shown], setup)), "")
        return twice - self._counts.count(model, Prompt(text=example_text([shown], setup)), "")


def exchanges(said: Sequence[Message], source: str) -> Iterator[FewShot]:
    """Give each reply of a branch together with what was said before it."""
    for before, after in pairwise(said):
        if before.role is Role.USER and after.role is Role.ASSISTANT and before.text and after.text:
            yield FewShot(input=before.text, output=after.correction or after.text, source=source)


def read_value(path: Path) -> str:
    """Return the text of a file that fills a variable.

    UTF-8, UTF-16, UTF-32 and Windows-1252 are told apart. Raises BadInput for what is no text, or too large.
    """
    try:
        size = path.stat().st_size
    except OSError as error:
        raise BadInput(f"{path} cannot be read: {error.strerror or error}.", detail=str(error)) from error
    if size > LARGEST_FILE:
        raise BadInput(
            f"{path.name} is larger than {LARGEST_FILE // 2**20} MiB.",
            hint="No model reads that much at once. Choose a part of it.",
        )
    try:
        with open_source(path).open() as file:
            return file.read().removeprefix("\ufeff").replace("\r\n", "\n")
    except OSError as error:
        raise HoneError(
            f"{path} could not be read: {error.strerror or error}.",
            hint="Check that it is there and that you may read it.",
        ) from error


def _of_row(row: Example, name: str) -> FewShot | None:
    pairs = [
        (before.content, after.content)
        for before, after in pairwise(row.turns)
        if before.role == Role.USER and after.role == Role.ASSISTANT and before.content and after.content
    ]
    if not pairs:
        return None
    return FewShot(input=pairs[-1][0], output=pairs[-1][1], source=f"{name}, row {row.row}")


def _filled(text: str, setup: Setup) -> str:
    return fill(text, setup.variables, setup.values).text
