"""What the user thinks of replies, and data sets made of it."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from hone.domain.chat import Rating
from hone.domain.comparing import Pick, picks_of
from hone.domain.feedback import (
    Added,
    MadeDataset,
    Row,
    RowKind,
)
from hone.domain.prompt_snapshot import hashes_of
from hone.errors import BadInput
from hone.services.conversation_files.service import file_stem
from hone.services.reply_rows import Talk, correction_row, instruction_row, preference_row
from hone.storage.comparisons import ComparisonStore
from hone.storage.conversations import ConversationStore
from hone.storage.database import Database
from hone.storage.made_datasets import MadeDatasetFiles
from hone.storage.picks import PickStore
from hone.storage.prompt_snapshots import PromptSnapshotStore


class FeedbackService:
    """Judgements of replies and rows made of them. Safe from any thread."""

    def __init__(self, database: Database, folder: Path) -> None:
        self._store = ConversationStore(database)
        self._picks = PickStore(database)
        self._snapshots = PromptSnapshotStore(database)
        self._comparisons = ComparisonStore(database)
        self._files = MadeDatasetFiles(folder)

    def rate(self, message_id: str, rating: Rating) -> None:
        """Keep what is thought of a reply; NONE takes it back."""
        self._store.judge(message_id, rating=rating)

    def correct(self, message_id: str, text: str) -> None:
        """Keep what a reply should have said; "" takes it back. The reply itself stays as it is."""
        self._store.judge(message_id, correction=text if text.strip() else "")

    def prefer(self, chosen_id: str, rejected_ids: Sequence[str]) -> list[Pick]:
        """Note that a reply is better than others at its fork, and return the picks."""
        now = datetime.now(UTC)
        picks = [
            Pick(id=secrets.token_hex(8), chosen_id=chosen_id, rejected_id=other, created_at=now)
            for other in rejected_ids
            if other != chosen_id
        ]
        opposite = [
            pick.id
            for pick in self._picks.picks()
            if {pick.chosen_id, pick.rejected_id} <= {chosen_id, *rejected_ids}
        ]
        self._picks.remove(opposite)
        self._picks.add(picks)
        return picks

    def take_back(self, picks: Sequence[Pick]) -> None:
        """Forget picks."""
        self._picks.remove([pick.id for pick in picks])

    def picks_of(self, message_ids: Sequence[str]) -> list[Pick]:
        """Return the picks among these replies."""
        wanted = set(message_ids)
        return [pick for pick in self._picks.picks() if {pick.chosen_id, pick.rejected_id} <= wanted]

    def datasets(self) -> list[MadeDataset]:
        """Return the data sets made here, last written first."""
        return self._files.found()

    def add_replies(
        self, conversation_id: str, message_ids: Sequence[str], name: str, twice: bool = False
    ) -> Added:
        """Add replies, or what they should have said, as instruction rows."""
        talk = self._talk(conversation_id)
        return self._add(name, [(talk, identity) for identity in message_ids], instruction_row, twice)

    def add_corrections(
        self, conversation_id: str, message_ids: Sequence[str], name: str, twice: bool = False
    ) -> Added:
        """Add corrected replies as preferences: the correction over the original."""
        talk = self._talk(conversation_id)
        return self._add(name, [(talk, identity) for identity in message_ids], correction_row, twice)

    def add_picks(self, conversation_id: str, picks: Sequence[Pick], name: str, twice: bool = False) -> Added:
        """Add picks between replies of one conversation, each as a preference."""
        talk = self._talk(conversation_id)
        by_rejected = {pick.rejected_id: pick.chosen_id for pick in picks}

        def made(talk: Talk, rejected_id: str) -> Row:
            return preference_row(talk, by_rejected[rejected_id], talk, rejected_id)

        return self._add(name, [(talk, identity) for identity in by_rejected], made, twice)

    def add_comparison(self, comparison_id: str, name: str) -> Added:
        """Add the picks of a comparison as preferences; its ties are none.

        Where the two replies answer different words, as columns do whose prompts or earlier replies differ,
        a pick is left out.
        """
        rejected: list[tuple[Talk, str]] = []
        picks: dict[str, tuple[Talk, str, bool]] = {}
        talks: dict[str, Talk] = {}
        for judgement in self._comparisons.judgements(comparison_id):
            columns = {judged.reply_id: judged.column_id for judged in judgement.replies}
            for pick in picks_of(comparison_id, [judgement]):
                for reply_id in (pick.chosen_id, pick.rejected_id):
                    column_id = columns[reply_id]
                    talks[column_id] = talks.get(column_id) or self._talk(column_id)
                one, other = (talks[columns[each]] for each in (pick.chosen_id, pick.rejected_id))
                picks[pick.rejected_id] = (one, pick.chosen_id, judgement.blind)
                rejected.append((other, pick.rejected_id))
        if not rejected:
            raise BadInput(
                "No reply was picked as the better one in this comparison yet.",
                hint="Pick the better reply of a round first. Ties make no rows.",
            )

        def made(other: Talk, rejected_id: str) -> Row:
            one, chosen_id, blind = picks[rejected_id]
            row = preference_row(one, chosen_id, other, rejected_id)
            provenance = msgspec.structs.replace(row.provenance, blind=blind, comparison_id=comparison_id)
            return msgspec.structs.replace(row, provenance=provenance)

        return self._add(name, rejected, made, twice=False)

    def add_liked(self, conversation_ids: Sequence[str], name: str) -> Added:
        """Add all replies with a thumb up in conversations, each as an instruction row."""
        chosen = []
        for identity in conversation_ids:
            talk = self._talk(identity)
            chosen += [(talk, message.id) for message in talk.messages if message.rating is Rating.UP]
        if not chosen:
            raise BadInput(
                "There is no reply with a thumb up here.", hint="Give a thumb up to good replies first."
            )
        return self._add(name, chosen, instruction_row, twice=False)

    def undo(self, added: Added) -> int:
        """Take out of a data set again what was added."""
        return self._files.remove(added.dataset.name, added.rows)

    def kind_of(self, name: str) -> RowKind | None:
        """Return the kind of a data set's rows; None when it is new."""
        return next((each.kind for each in self.datasets() if each.name == dataset_name(name)), None)

    def _talk(self, conversation_id: str) -> Talk:
        messages = self._store.messages(conversation_id)
        hashes = {each for message in messages for each in hashes_of(message)}
        return Talk(self._store.get(conversation_id), messages, self._snapshots.get(hashes))

    def _add(
        self,
        name: str,
        chosen: Sequence[tuple[Talk, str]],
        made: Callable[[Talk, str], Row],
        twice: bool,
    ) -> Added:
        rows: list[Row] = []
        left_out: list[str] = []
        for talk, identity in chosen:
            try:
                rows.append(made(talk, identity))
            except BadInput as error:
                if len(chosen) == 1:
                    raise
                left_out.append(error.message)
        dataset, names = self._files.append(dataset_name(name), rows, twice)
        return Added(
            dataset=dataset,
            rows=tuple(names),
            known=len(rows) - len(names),
            left_out=tuple(left_out),
        )


def dataset_name(text: str) -> str:
    """Return a data set's name as its file has it; raises BadInput when nothing is left of it."""
    if not text.strip():
        raise BadInput("A data set needs a name.", hint="Type at least one letter.")
    return file_stem(text.removesuffix(".jsonl"))
