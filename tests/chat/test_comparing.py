"""Comparisons are conversations: kept, copied, judged, deleted and restored."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from hone.domain.chat import Message, MessageState, Role, Usage, branch
from hone.domain.comparing import ColumnSettings, Judged, Judgement, Sheet, Verdict
from hone.domain.generation import Generate, GenerationEnded, Provenance, TextChunk
from hone.domain.models import AdapterChoice, Model, ModelFormat
from hone.domain.sampling import Sampling
from hone.domain.setup import Setup
from hone.errors import BadInput
from hone.services.chat import ChatService
from hone.services.comparing import UNTITLED, ComparingService
from hone.services.feedback import FeedbackService
from hone.services.preferences import PreferenceService
from hone.storage.comparisons import ComparisonStore
from hone.storage.conversations import ConversationStore
from hone.storage.database import Database
from hone.storage.migrations import MIGRATIONS
from hone.storage.picks import PickStore
from hone.storage.prompt_snapshots import PromptSnapshotStore

MODEL = Model(id="demo", name="Demo", path=Path("demo"), format=ModelFormat.GGUF, size_bytes=1)


class Catalogue:
    """Knows one model."""

    def find_model(self, name_or_path: str) -> Model:
        return MODEL

    def find_adapter(self, name_or_path: str) -> Any:
        raise BadInput("There is no adapter.")


class Engine:
    """Answers with the temperature that it was asked with."""

    def reply(
        self, model: Model, request: Generate, adapters: Sequence[AdapterChoice] = (), quantization: str = ""
    ) -> Iterator[Any]:
        text = f"At {request.sampling.temperature}."
        yield TextChunk(request_id=request.request_id, text=text, token_ids=(1,))
        yield GenerationEnded(
            request_id=request.request_id,
            reason="stop",
            usage=Usage(prompt_tokens=1, reply_tokens=1),
            seed=request.sampling.seed,
        )

    def cancel(self, request_id: str) -> None:
        """Nothing runs."""

    def made_by(self, model: Model) -> Provenance:
        return Provenance()


class World:
    """The services over one database."""

    def __init__(self, folder: Path) -> None:
        database = Database(folder / "hone.db", folder / "backups")
        self.database = database
        self.chat = ChatService(ConversationStore(database), Catalogue(), Engine())
        store, self.picks = ComparisonStore(database), PickStore(database)
        self.comparing = ComparingService(self.chat, store)
        self.feedback = FeedbackService(database, folder / "datasets")
        self.preferences = PreferenceService(self.chat, self.picks, store, PromptSnapshotStore(database))

    def ask(self, comparison_id: str, text: str) -> list[Message]:
        replies = []
        for column in self.comparing.get(comparison_id).columns:
            for _ in self.chat.send(column.id, text):
                pass
            replies.append(self.shown(column.id)[-1])
        return replies

    def shown(self, conversation_id: str) -> tuple[Message, ...]:
        leaf = self.chat.get(conversation_id).leaf_id
        return branch(self.chat.messages(conversation_id), leaf)

    def judge(
        self, comparison_id: str, replies: list[Message], verdict: Verdict, blind: bool = False
    ) -> Sheet:
        judgement = Judgement(
            id="j",
            replies=tuple(Judged(reply.conversation_id, reply.id) for reply in replies),
            verdict=verdict,
            chosen_id=replies[0].id if verdict is Verdict.BETTER else "",
            created_at=datetime.now(UTC),
            blind=blind,
        )
        sheet = self.comparing.get(comparison_id).sheet.with_judgement(judgement)
        self.comparing.keep_sheet(comparison_id, sheet)
        return sheet


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    yield made
    made.database.close()


def settings(temperature: float = 0.7, **values: Any) -> ColumnSettings:
    return ColumnSettings(model_id="demo", sampling=Sampling(temperature=temperature), **values)


def test_a_comparison_is_kept_with_its_columns_in_order(world: World) -> None:
    made = world.comparing.create([settings(0.2), settings(0.9)])
    assert made.title == UNTITLED and made.rounds == 0
    assert [column.sampling.temperature for column in made.columns] == [0.2, 0.9]
    world.ask(made.id, "Which is warmer?")
    (listed,) = world.comparing.comparisons()
    assert (listed.title, listed.rounds) == ("Which is warmer?", 1)
    assert world.chat.conversations() == []


def test_columns_are_two_to_four(world: World) -> None:
    with pytest.raises(BadInput, match="at least 2"):
        world.comparing.create([settings()])
    made = world.comparing.create([settings()] * 4)
    with pytest.raises(BadInput, match="at most 4"):
        world.comparing.add_column(made.id, settings())
    two = world.comparing.create([settings()] * 2)
    with pytest.raises(BadInput, match="at least 2"):
        world.comparing.remove_column(two.columns[0].id)
    assert len(world.comparing.get(two.id).columns) == 2


def test_a_removed_column_comes_back_unless_its_place_was_taken(world: World) -> None:
    made = world.comparing.create([settings()] * 4)
    gone = made.columns[1].id
    world.comparing.remove_column(gone)
    assert len(world.comparing.get(made.id).columns) == 3
    world.comparing.restore_column(gone)
    assert [column.id for column in world.comparing.get(made.id).columns] == [c.id for c in made.columns]
    world.comparing.remove_column(gone)
    world.comparing.add_column(made.id, settings())
    with pytest.raises(BadInput):
        world.comparing.restore_column(gone)
    assert len(world.comparing.get(made.id).columns) == 4


def test_a_duplicated_column_begins_with_the_same_messages(world: World) -> None:
    made = world.comparing.create([settings(0.2), settings(0.9)])
    world.ask(made.id, "Hello")
    like = made.columns[0]
    added = world.comparing.add_column(made.id, ColumnSettings.of(like), like.id)
    original, copy = world.shown(like.id), world.shown(added.id)
    assert [each.text for each in copy] == ["Hello", "At 0.2."]
    assert {each.id for each in copy}.isdisjoint(each.id for each in original)
    assert copy[1].origin == original[1].origin and copy[1].parent_id == copy[0].id
    assert added.leaf_id == copy[1].id


def test_a_chat_is_carried_over_up_to_a_message_and_back(world: World) -> None:
    setup = Setup(completions=3, tools=("calculator",), prefill="")
    talk = world.chat.create(model_id="demo", system_prompt="Be brief.")
    for text in ("One", "Two"):
        for _ in world.chat.send(talk.id, text):
            pass
    cut = world.shown(talk.id)[1]
    world.chat.update(msgspec.structs.replace(world.chat.get(talk.id), setup=setup))
    made = world.comparing.begin_from(talk.id, cut.id)
    assert [[each.text for each in world.shown(c.id)] for c in made.columns] == [["One", "At 0.7."]] * 2
    assert {column.system_prompt for column in made.columns} == {"Be brief."}
    assert {(column.setup.completions, column.setup.tools) for column in made.columns} == {(1, ())}
    assert made.title == world.chat.get(talk.id).title
    world.ask(made.id, "Three")
    back = world.comparing.go_on_in_chat(made.columns[1].id)
    assert back.comparison_id == "" and back.system_prompt == "Be brief."
    assert [each.text for each in world.shown(back.id)] == ["One", "At 0.7.", "Three", "At 0.7."]
    assert back.id in {each.id for each in world.chat.conversations()}
    assert len(world.shown(talk.id)) == 4


def test_a_deleted_comparison_comes_back_with_all_columns(world: World) -> None:
    made = world.comparing.create([settings()] * 3)
    gone = world.comparing.delete(made.id)
    assert world.comparing.comparisons() == []
    with pytest.raises(BadInput):
        world.comparing.get(made.id)
    world.comparing.restore(gone)
    assert [c.id for c in world.comparing.get(made.id).columns] == [c.id for c in made.columns]


def test_a_sheet_survives_a_restart_and_an_unreadable_one_costs_only_itself(
    world: World, tmp_path: Path
) -> None:
    made = world.comparing.create([settings(0.2), settings(0.9)])
    sheet = msgspec.structs.replace(made.sheet, draft="half a sent", order=made.sheet.order[::-1])
    world.comparing.keep_sheet(made.id, sheet)
    world.database.close()
    again = World(tmp_path)
    assert again.comparing.get(made.id).sheet.draft == "half a sent"
    assert [c.sampling.temperature for c in again.comparing.get(made.id).columns] == [0.9, 0.2]
    with again.database.transaction() as connection:
        connection.execute("UPDATE drafts SET value = 'torn'")
    assert len(again.comparing.get(made.id).columns) == 2
    again.database.close()


def test_settings_are_kept_without_losing_the_title(world: World) -> None:
    made = world.comparing.create([settings(), settings()])
    world.ask(made.id, "Name me")
    column = made.columns[0]
    assert column.title == UNTITLED  # as it was read before the first message
    (kept,) = world.comparing.keep_settings({column.id: settings(1.5)})
    assert kept.sampling.temperature == 1.5
    assert world.chat.get(column.id).title == "Name me"


def test_a_judgement_becomes_picks_and_taking_it_back_removes_them(world: World) -> None:
    made = world.comparing.create([settings(0.1), settings(0.2), settings(0.3)])
    replies = world.ask(made.id, "Go")
    sheet = world.judge(made.id, replies, Verdict.BETTER)
    assert [(p.chosen_id, p.rejected_id) for p in world.picks.picks()] == [
        (replies[0].id, replies[1].id),
        (replies[0].id, replies[2].id),
    ]
    world.comparing.keep_sheet(made.id, sheet)
    assert len(world.picks.picks()) == 2
    world.comparing.keep_sheet(made.id, sheet.without_judgement("j"))
    assert world.picks.picks() == []


def test_ties_and_none_leave_no_pick(world: World) -> None:
    made = world.comparing.create([settings(0.1), settings(0.2)])
    world.judge(made.id, world.ask(made.id, "Go"), Verdict.TIE)
    assert world.picks.picks() == []


def test_picks_are_listed_as_pairs_with_what_made_them(world: World) -> None:
    made = world.comparing.create([settings(0.1, system_prompt="S"), settings(0.9, system_prompt="S")])
    replies = world.ask(made.id, "Go")
    world.judge(made.id, replies, Verdict.BETTER, blind=True)
    (pair,) = world.preferences.pairs()
    assert [turn.content for turn in pair.prompt.plain_turns] == ["S", "Go"]
    assert (pair.chosen.message.text, pair.rejected.message.text) == ("At 0.1.", "At 0.9.")
    assert pair.chosen.message.origin is not None
    assert pair.chosen.message.origin.sampling.temperature == 0.1
    assert pair.same_prompt and pair.blind
    assert world.preferences.pairs(since=pair.pick.created_at) == []
    assert world.preferences.pairs(message_id=replies[1].id) == [pair]
    assert world.preferences.pairs(message_id="other") == []


def test_a_pair_of_two_prompts_says_so(world: World) -> None:
    made = world.comparing.create([settings(system_prompt="One"), settings(system_prompt="Two")])
    world.judge(made.id, world.ask(made.id, "Go"), Verdict.BETTER)
    (pair,) = world.preferences.pairs()
    assert not pair.same_prompt and not pair.blind


def test_picks_of_a_deleted_comparison_are_not_listed_until_it_is_restored(world: World) -> None:
    made = world.comparing.create([settings(), settings()])
    world.judge(made.id, world.ask(made.id, "Go"), Verdict.BETTER)
    gone = world.comparing.delete(made.id)
    assert world.preferences.pairs() == []
    world.comparing.restore(gone)
    assert len(world.preferences.pairs()) == 1


def test_a_pick_of_a_reply_that_is_gone_is_left_out(world: World) -> None:
    made = world.comparing.create([settings(), settings()])
    replies = world.ask(made.id, "Go")
    ghost = msgspec.structs.replace(replies[1], id="gone", state=MessageState.COMPLETE, role=Role.ASSISTANT)
    world.judge(made.id, [replies[0], ghost], Verdict.BETTER)
    assert world.picks.picks() == []


def test_judgements_of_all_kinds_are_kept_in_the_database(world: World) -> None:
    made = world.comparing.create([settings(0.1), settings(0.2)])
    world.judge(made.id, world.ask(made.id, "Go"), Verdict.TIE, blind=True)
    (row,) = world.database.query("SELECT * FROM judgements")
    assert (row["comparison_id"], row["verdict"], row["blind"]) == (made.id, "tie", 1)
    (draft,) = world.database.query("SELECT value FROM drafts")
    assert '"judgements":[]' in draft["value"]
    (judgement,) = world.comparing.get(made.id).sheet.judgements
    assert (judgement.verdict, judgement.blind) == (Verdict.TIE, True)


def test_judgements_made_before_they_had_a_table_stay(tmp_path: Path) -> None:
    old = Database(tmp_path / "hone.db", tmp_path / "backups", MIGRATIONS[:4])
    judgement = Judgement(
        id="j",
        replies=(Judged("one", "a"), Judged("two", "b")),
        verdict=Verdict.NONE,
        created_at=datetime(2026, 1, 2, tzinfo=UTC),
        blind=True,
    )
    sheet = Sheet(title="Old", judgements=(judgement,))
    with old.transaction() as connection:
        for place, value in (("comparison/x", msgspec.json.encode(sheet).decode()), ("comparison/y", "{")):
            connection.execute("INSERT INTO drafts VALUES (?, ?, '2026')", (place, value))
    old.close()
    new = Database(tmp_path / "hone.db", tmp_path / "backups")
    store = ComparisonStore(new)
    assert store.sheet("x") == sheet
    assert store.judgements("x") == (judgement,)
    assert store.sheet("y") == Sheet()
    new.close()


def test_picks_of_a_comparison_become_rows_with_the_blind_flag(world: World) -> None:
    made = world.comparing.create([settings(0.1), settings(0.9), settings(0.5, system_prompt="Other")])
    replies = world.ask(made.id, "Go")
    with pytest.raises(BadInput, match="No reply was picked"):
        world.feedback.add_comparison(made.id, "p")
    world.judge(made.id, replies, Verdict.BETTER, blind=True)
    added = world.feedback.add_comparison(made.id, "p")
    (row,) = [json.loads(line) for line in added.dataset.path.read_text().splitlines()]
    assert (row["chosen"][0]["content"], row["rejected"][0]["content"]) == ("At 0.1.", "At 0.9.")
    source = row["provenance"]
    assert (source["blind"], source["comparison_id"], source["prompt"]) == (True, made.id, "as made")
    assert len(added.left_out) == 1 and "different prompts" in added.left_out[0]
    assert world.feedback.add_comparison(made.id, "p").known == 1
    assert world.feedback.undo(added) == 1
    assert world.feedback.datasets() == []
