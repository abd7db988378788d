"""What the user thinks of replies, and data sets made of it."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from hone.domain.chat import Conversation, Message, Origin, Rating, Role, Turn, branch
from hone.domain.comparing import Pick, picks_of
from hone.domain.feedback import (
    Added,
    InstructionRow,
    MadeDataset,
    PreferenceRow,
    Row,
    RowKind,
    RowProvenance,
)
from hone.domain.prompt_snapshot import MadeWith, PromptSnapshot, hashes_of
from hone.errors import BadInput
from hone.services.as_made import made_with
from hone.services.assembling import assemble
from hone.services.conversation_files.service import file_stem
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
        return self._add(name, [(talk, identity) for identity in message_ids], _instruction, twice)

    def add_corrections(
        self, conversation_id: str, message_ids: Sequence[str], name: str, twice: bool = False
    ) -> Added:
        """Add corrected replies as preferences: the correction over the original."""
        talk = self._talk(conversation_id)
        return self._add(name, [(talk, identity) for identity in message_ids], _correction, twice)

    def add_picks(self, conversation_id: str, picks: Sequence[Pick], name: str, twice: bool = False) -> Added:
        """Add picks between replies of one conversation, each as a preference."""
        talk = self._talk(conversation_id)
        by_rejected = {pick.rejected_id: pick.chosen_id for pick in picks}

        def made(talk: _Talk, rejected_id: str) -> Row:
            return _preference(talk, by_rejected[rejected_id], talk, rejected_id)

        return self._add(name, [(talk, identity) for identity in by_rejected], made, twice)

    def add_comparison(self, comparison_id: str, name: str) -> Added:
        """Add the picks of a comparison as preferences; its ties are none.

        Where the two replies answer different words, as columns do whose prompts or earlier replies differ,
        a pick is left out.
        """
        rejected: list[tuple[_Talk, str]] = []
        picks: dict[str, tuple[_Talk, str, bool]] = {}
        talks: dict[str, _Talk] = {}
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

        def made(other: _Talk, rejected_id: str) -> Row:
            one, chosen_id, blind = picks[rejected_id]
            row = _preference(one, chosen_id, other, rejected_id)
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
        return self._add(name, chosen, _instruction, twice=False)

    def undo(self, added: Added) -> int:
        """Take out of a data set again what was added."""
        return self._files.remove(added.dataset.name, added.rows)

    def kind_of(self, name: str) -> RowKind | None:
        """Return the kind of a data set's rows; None when it is new."""
        return next((each.kind for each in self.datasets() if each.name == dataset_name(name)), None)

    def _talk(self, conversation_id: str) -> _Talk:
        messages = self._store.messages(conversation_id)
        hashes = {each for message in messages for each in hashes_of(message)}
        return _Talk(self._store.get(conversation_id), messages, self._snapshots.get(hashes))

    def _add(
        self,
        name: str,
        chosen: Sequence[tuple[_Talk, str]],
        made: Callable[[_Talk, str], Row],
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


class _Talk(msgspec.Struct, frozen=True):
    conversation: Conversation
    messages: list[Message]
    snapshots: dict[str, PromptSnapshot]

    def made_with(self, reply: Message) -> MadeWith:
        """Return the prompt that a reply was made with, as far as it is known."""
        return made_with(self.conversation, reply, self.snapshots)

    def path_to(self, message_id: str) -> tuple[Message, ...]:
        """Return the branch that ends with a reply; raises BadInput when it is no reply with text."""
        path = branch(self.messages, message_id)
        if not path:
            raise BadInput("This reply does not exist any more.", detail=message_id)
        if path[-1].role is not Role.ASSISTANT or not (path[-1].text.strip() or path[-1].correction):
            raise BadInput("Only replies with a text can be added to a data set.", hint="Choose a reply.")
        return path

    def prompt_of(self, path: Sequence[Message]) -> tuple[Turn, ...]:
        """Return what the reply at the end of a path answers, as it is said to the model."""
        made = self.made_with(path[-1])
        turns = assemble(made.system_prompt, made.setup, path[:-1]).plain_turns
        if path[-1].tool_calls or any(turn.role == "tool" or "tool_calls" in turn.more for turn in turns):
            raise BadInput(
                "Replies that call tools, or come after a tool's answer, cannot be trained on yet.",
                hint="Choose a reply from before the first tool call.",
            )
        if not turns or turns[-1].role != "user":
            raise BadInput(
                "This reply answers nothing, so nothing can be learnt from it.",
                hint="Choose a reply to something that you said.",
            )
        return turns


def _instruction(talk: _Talk, message_id: str) -> Row:
    path = talk.path_to(message_id)
    reply = path[-1]
    said = reply.correction or reply.text
    turns = (*talk.prompt_of(path), Turn("assistant", said))
    return InstructionRow(
        messages=tuple(turn.as_message() for turn in turns),
        provenance=_provenance(talk, reply, corrected=bool(reply.correction)),
    )


def _correction(talk: _Talk, message_id: str) -> Row:
    path = talk.path_to(message_id)
    reply = path[-1]
    if not reply.correction or not reply.text.strip():
        raise BadInput(
            "This reply has no correction, so there is nothing to prefer over it.",
            hint="Correct the reply first.",
        )
    if reply.correction == reply.text:
        raise BadInput("The correction says the same as the reply.", hint="Correct the reply first.")
    return PreferenceRow(
        prompt=tuple(turn.as_message() for turn in talk.prompt_of(path)),
        chosen=(Turn("assistant", reply.correction).as_message(),),
        rejected=(Turn("assistant", reply.text).as_message(),),
        provenance=_provenance(talk, reply, corrected=True),
    )


def _preference(talk: _Talk, chosen_id: str, other_talk: _Talk, rejected_id: str) -> PreferenceRow:
    path, other = talk.path_to(chosen_id), other_talk.path_to(rejected_id)
    if talk is other_talk and path[-1].parent_id != other[-1].parent_id:
        raise BadInput(
            "The two replies do not answer the same message.", hint="Pick between replies at one fork."
        )
    prompt = talk.prompt_of(path)
    if prompt != other_talk.prompt_of(other):
        raise BadInput(
            "The two replies were made with different prompts, so neither is better for one prompt.",
            hint="Pick between replies to the same words, after the same system prompt and messages.",
        )
    provenance = _provenance(talk, path[-1], corrected=bool(path[-1].correction))
    return PreferenceRow(
        prompt=tuple(turn.as_message() for turn in prompt),
        chosen=(Turn("assistant", path[-1].correction or path[-1].text).as_message(),),
        rejected=(Turn("assistant", other[-1].text).as_message(),),
        provenance=msgspec.structs.replace(
            provenance, rejected_id=rejected_id, rejected_prompt=other_talk.made_with(other[-1]).record
        ),
    )


def _provenance(talk: _Talk, reply: Message, corrected: bool) -> RowProvenance:
    origin = reply.origin or Origin(model_name="")
    made = talk.made_with(reply)
    return RowProvenance(
        row=secrets.token_hex(8),
        conversation_id=talk.conversation.id,
        message_id=reply.id,
        made_at=reply.created_at,
        corrected=corrected,
        rating=reply.rating.value,
        model=origin.model_name,
        model_fingerprint=origin.model_fingerprint,
        model_hash=origin.model_hash,
        adapter=origin.adapter_name,
        prompt_version_id=origin.prompt_version_id,
        sampling=origin.sampling,
        seed=origin.seed,
        engine=origin.build,
        prompt=made.record,
        prompt_hash=origin.prompt_hash,
        template_variables=origin.template_variables,
        left_out=origin.left_out,
    )


def dataset_name(text: str) -> str:
    """Return a data set's name as its file has it; raises BadInput when nothing is left of it."""
    if not text.strip():
        raise BadInput("A data set needs a name.", hint="Type at least one letter.")
    return file_stem(text.removesuffix(".jsonl"))
