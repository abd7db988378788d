"""Compare models, adapters, prompts and parameters: columns that hear the same, each a conversation."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence

import msgspec

from hone.domain.chat import Conversation
from hone.domain.comparing import FEWEST_COLUMNS, MOST_COLUMNS, ColumnSettings, Comparison, Sheet
from hone.errors import BadInput, HoneError
from hone.services.chat import ChatService
from hone.storage.comparisons import ComparisonStore

UNTITLED = "New comparison"
_SEEDS = 1_000_000


class ComparingService:
    """Comparisons and their columns; the replies are made by the chat service. Safe from any thread."""

    def __init__(self, chat: ChatService, store: ComparisonStore) -> None:
        self._chat = chat
        self._store = store

    def comparisons(self) -> list[Comparison]:
        """Return the comparisons, last used first."""
        found = []
        for identity in self._store.ids():
            columns = self._columns(identity)
            if columns:
                found.append(self._comparison(identity, columns, self._store.sheet(identity)))
        return found

    def get(self, comparison_id: str) -> Comparison:
        """Return a comparison; raises BadInput when it is gone."""
        columns = self._columns(comparison_id)
        if not columns:
            raise BadInput("This comparison does not exist any more.", detail=comparison_id)
        return self._comparison(comparison_id, columns, self._store.sheet(comparison_id))

    def create(
        self,
        columns: Sequence[ColumnSettings],
        title: str = "",
        beginning_id: str = "",
    ) -> Comparison:
        """Begin a comparison; every column begins with a copy of the branch that ends at `beginning_id`."""
        _check_count(len(columns))
        identity = secrets.token_hex(8)
        made = [self._add(identity, settings, title, beginning_id) for settings in columns]
        order = tuple(column.id for column in made)
        sheet = Sheet(order=order, seed=new_seed(), reference_id=order[0], title=title)
        self._store.keep_sheet(identity, sheet)
        return self.get(identity)

    def begin_from(self, conversation_id: str, message_id: str) -> Comparison:
        """Begin a comparison of two columns with a conversation's settings and its branch up to a message."""
        source = self._chat.get(conversation_id)
        # Columns answer once each, and nobody is asked there whether a tool may run.
        setup = msgspec.structs.replace(source.setup, completions=1, tools=(), allowed_tools=(), folder="")
        settings = msgspec.structs.replace(ColumnSettings.of(source), setup=setup)
        return self.create([settings, settings], source.title, message_id)

    def add_column(self, comparison_id: str, settings: ColumnSettings, like_id: str = "") -> Conversation:
        """Add a column; with `like_id` it begins with a copy of that column's shown branch.

        Raises BadInput when there are four.
        """
        columns = self._columns(comparison_id)
        _check_count(len(columns) + 1)
        like = next((column for column in columns if column.id == like_id), None)
        title = columns[0].title if columns else ""
        return self._add(comparison_id, settings, title, (like.leaf_id if like else None) or "")

    def remove_column(self, conversation_id: str) -> None:
        """Move a column to the trash; the reply that it makes is stopped."""
        column = self._chat.get(conversation_id)
        _check_count(len(self._columns(column.comparison_id)) - 1)
        self._chat.delete(conversation_id)

    def restore_column(self, conversation_id: str) -> Conversation:
        """Take a column out of the trash; raises BadInput when its place was taken meanwhile."""
        self._chat.restore(conversation_id)
        column = self._chat.get(conversation_id)
        if len(self._columns(column.comparison_id)) > MOST_COLUMNS:
            self._chat.delete(conversation_id)
            _check_count(MOST_COLUMNS + 1)
        return column

    def keep_sheet(self, comparison_id: str, sheet: Sheet) -> None:
        """Keep title, order, seed, what is typed, and the judgements, which are picks from then on."""
        self._store.keep_sheet(comparison_id, sheet)

    def keep_settings(self, settings: Mapping[str, ColumnSettings]) -> list[Conversation]:
        """Give conversations, by id, these settings, and return them as they are now."""
        changed = []
        for identity, wanted in settings.items():
            conversation = wanted.applied_to(self._chat.get(identity))
            self._chat.update(conversation)
            changed.append(conversation)
        return changed

    def delete(self, comparison_id: str) -> tuple[str, ...]:
        """Move a comparison to the trash; returns what `restore` needs."""
        gone = tuple(column.id for column in self._columns(comparison_id))
        for identity in gone:
            self._chat.delete(identity)
        return gone

    def restore(self, column_ids: Sequence[str]) -> None:
        """Take a comparison's columns out of the trash."""
        for identity in column_ids:
            self._chat.restore(identity)

    def go_on_in_chat(self, conversation_id: str) -> Conversation:
        """Make an ordinary conversation with a column's settings and a copy of its shown branch."""
        column = self._chat.get(conversation_id)
        made = self._chat.create(
            model_id=column.model_id,
            system_prompt=column.system_prompt,
            adapter_id=column.adapter_id,
            sampling=msgspec.structs.replace(column.sampling, seed=-1),
            title=column.title,
            setup=column.setup,
        )
        if column.leaf_id:
            self._store.copy_branch(column.leaf_id, made.id)
        return self._chat.get(made.id)

    def _add(self, identity: str, settings: ColumnSettings, title: str, beginning_id: str) -> Conversation:
        column = self._chat.create(
            model_id=settings.model_id,
            system_prompt=settings.system_prompt,
            adapter_id=settings.adapter_id,
            sampling=settings.sampling,
            title=title or UNTITLED,
            setup=settings.setup,
            comparison_id=identity,
        )
        if beginning_id:
            self._store.copy_branch(beginning_id, column.id)
        return self._chat.get(column.id)

    def _columns(self, comparison_id: str) -> tuple[Conversation, ...]:
        found = []
        for identity in self._store.column_ids(comparison_id):
            try:
                found.append(self._chat.get(identity))
            except HoneError:
                continue  # deleted between the two questions
        return tuple(found)

    def _comparison(self, identity: str, columns: tuple[Conversation, ...], sheet: Sheet) -> Comparison:
        ordered = sheet.ordered(columns)
        return Comparison(
            id=identity,
            title=sheet.title or ordered[0].title,
            columns=ordered,
            sheet=sheet,
            rounds=max(self._store.rounds(column.leaf_id) for column in ordered),
            updated_at=max(column.updated_at for column in columns),
        )


def new_seed() -> int:
    """Draw a seed that a person can read."""
    return secrets.randbelow(_SEEDS)


def _check_count(count: int) -> None:
    if count > MOST_COLUMNS:
        raise BadInput(
            f"A comparison has at most {MOST_COLUMNS} columns.",
            hint="Remove one, or begin another comparison.",
        )
    if count < FEWEST_COLUMNS:
        raise BadInput(
            f"A comparison has at least {FEWEST_COLUMNS} columns.",
            hint="Go on with one of them in the chat instead.",
        )
