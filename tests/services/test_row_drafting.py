"""Drafting rows over an engine that says what a test wants: good JSON, bad, cut, twice the same, refusals."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from tests.services.row_draft_bench import (
    TOPICS,
    Bench,
    Fluent,
    Say,
    asks_for_prompts,
    bench_in,
    end_of,
    example,
    made,
    new_words,
)

from hone.data.reading import read_examples
from hone.domain.chat import Turn
from hone.domain.datasets import Reading
from hone.domain.generation import Generate, RequestFailed
from hone.domain.row_drafts import DraftEvent, DraftForm, DraftMade, DraftProgress, DraftState
from hone.errors import BadInput, WorkerLost
from hone.services.row_drafting.run import MOST_FRUITLESS
from hone.storage.database import Database
from hone.storage.paths import Paths


@pytest.fixture
def make_bench(paths: Paths) -> Iterator[Callable[..., Bench]]:
    opened: list[Database] = []

    def make(say: Say, shape: str = "messages", **values: Any) -> Bench:
        opened.append(Database(paths.database, paths.backups))
        return bench_in(opened[-1], say, shape, **values)

    yield make
    for database in opened:
        database.close()


# ---- from examples --------------------------------------------------------------------------------


def test_rows_come_from_examples_with_all_that_made_them(make_bench: Callable[..., Bench]) -> None:
    bench = make_bench(Fluent())
    events = bench.draft(rows=6)
    drafts = made(events)
    assert len(drafts) == 6 == end_of(events).made
    assert bench.service.drafts("set") == drafts, "told rows are kept rows"
    first = drafts[0]
    assert [turn.role for turn in first.turns] == ["user", "assistant"]
    assert first.reply.startswith("Here is how") and first.state is DraftState.PENDING
    origin = first.provenance
    assert (origin.way, origin.model, origin.fingerprint) == ("self_instruct", "Stub", "print")
    assert origin.seeds and set(origin.seeds) <= set(range(1, 13)) and origin.version == 1
    assert origin.engine.build == "stub 1" and origin.sampling.seed == origin.seed > 0
    assert "Reply as in the examples" in origin.instruction
    assert 0 <= first.facts.similarity < 0.7


def test_the_model_is_asked_with_examples_and_a_schema(make_bench: Callable[..., Bench]) -> None:
    bench = make_bench(Fluent())
    bench.draft()
    prompts = next(each for each in bench.machine.requests if asks_for_prompts(each))
    assert prompts.constraint.json_schema is not None
    assert "What should I know about" in prompts.prompt.turns[-1].content
    reply = next(each for each in bench.machine.requests if not asks_for_prompts(each))
    assert [turn.role for turn in reply.prompt.turns] == ["system", *["user", "assistant"] * 3, "user"]
    assert reply.constraint.json_schema is None


def test_all_examples_are_shown_before_one_is_shown_often(make_bench: Callable[..., Bench]) -> None:
    bench = make_bench(Fluent())
    drafts = made(bench.draft(rows=24))
    shown = [row for draft in drafts for row in draft.provenance.seeds]
    assert set(shown) == set(range(1, 13))


def test_a_shared_system_prompt_stays_with_the_new_rows(make_bench: Callable[..., Bench]) -> None:
    rows = [example(n, f"Ask about {topic}", "Good.", "You are kind.") for n, topic in enumerate(TOPICS, 1)]
    drafts = made(make_bench(Fluent(), rows=rows).draft())
    assert drafts[0].turns[0] == Turn("system", "You are kind.")


def test_prompts_like_rows_or_each_other_are_dropped_and_counted(make_bench: Callable[..., Bench]) -> None:
    fluent = Fluent()

    def say(request: Generate) -> str:
        if not asks_for_prompts(request):
            return fluent(request)
        given = json.loads(fluent(request))["prompts"]
        like = "What should I really know about bread that does not rise?"
        return json.dumps({"prompts": [like, given[0], given[0] + " please", given[1]]})

    events = make_bench(say).draft(rows=4)
    batch = end_of(events)
    assert batch.made == 4
    assert batch.dropped["like_row"] >= 1 and batch.dropped["like_draft"] >= 1
    prompts = [draft.prompt for draft in made(events)]
    assert not any("bread" in prompt for prompt in prompts) and len(set(prompts)) == 4


def test_what_was_rejected_is_never_offered_again(make_bench: Callable[..., Bench]) -> None:
    bench = make_bench(Fluent())
    first = made(bench.draft(rows=2))
    bench.service.decide([draft.id for draft in first], DraftState.REJECTED)
    bench.machine.say = Fluent()  # says the same again, and then goes on
    events = bench.draft(rows=2)
    assert end_of(events).dropped["like_rejected"] >= 2
    assert {draft.prompt for draft in first}.isdisjoint(draft.prompt for draft in made(events))


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("I'm sorry, but I can't help with that.", "refusal"),
        ("Es tut mir leid, aber ich kann dabei nicht helfen.", "refusal"),
        ("", "empty"),
        ("…", "empty"),
        ("again and again and again and again and again and again and ", "loop"),
        ("Fine.<|im_end|>", "unreadable"),
    ],
)
def test_useless_replies_are_dropped_by_name(
    make_bench: Callable[..., Bench], said: str, reason: str
) -> None:
    fluent = Fluent()
    bench = make_bench(lambda request: fluent(request) if asks_for_prompts(request) else said)
    stopper = iter(range(1000))

    events = []
    for event in bench.service.draft("set", bench.order(rows=2)):
        events.append(event)
        if next(stopper) > 60:
            bench.service.stop()
    assert not made(events) and end_of(events).dropped[reason] >= 1


def test_sorry_for_a_late_parcel_is_no_refusal(make_bench: Callable[..., Bench]) -> None:
    fluent = Fluent()
    said = "I'm sorry to hear that your parcel is late. Please send us the number of the order."
    bench = make_bench(lambda request: fluent(request) if asks_for_prompts(request) else said)
    assert len(made(bench.draft(rows=3))) == 3


def test_a_reply_that_was_cut_off_is_no_row(make_bench: Callable[..., Bench]) -> None:
    bench = make_bench(Fluent(), cut=True)
    events = []
    for event in bench.service.draft("set", bench.order(rows=2)):
        events.append(event)
        if len(events) > 60:
            bench.service.stop()
    assert not made(events) and end_of(events).dropped["cut"] >= 1


@pytest.mark.parametrize(
    "broken",
    [
        'Sure! Here you go:\n```json\n{"prompts": ["Sing of %s amber", "Paint %s cedar trees"]}\n```',
        '{"prompts": ["Sing of %s amber", "Paint %s cedar trees", "And th',
        "1. Sing of %s amber\n2. Paint %s cedar trees",
        '[{"instruction": "Sing of %s amber"}, {"instruction": "Paint %s cedar trees"}]',
    ],
)
def test_prompts_are_found_in_what_is_no_proper_json(make_bench: Callable[..., Bench], broken: str) -> None:
    words = new_words()

    def say(request: Generate) -> str:
        if asks_for_prompts(request):
            return broken % (next(words), next(words))
        return "Like this, and with care."

    events = make_bench(say).draft(rows=2)
    assert [draft.prompt.split()[0] for draft in made(events)] == ["Sing", "Paint"]


def test_a_model_that_writes_nonsense_is_given_up_with_a_sentence(make_bench: Callable[..., Bench]) -> None:
    bench = make_bench(lambda request: "lorem ipsum")
    batch = end_of(bench.draft(rows=20))
    assert batch.made == 0 and batch.over
    assert "answers of Stub gave nothing usable" in batch.problem and batch.hint
    assert MOST_FRUITLESS <= batch.dropped["unreadable"] < 2 * MOST_FRUITLESS


def test_a_base_model_continues_a_text_of_examples(make_bench: Callable[..., Bench]) -> None:
    words = new_words()
    bench = make_bench(
        lambda request: f" Describe {next(words)} and {next(words)}\nReply: They are old and well known.",
        chat=False,
    )
    drafts = made(bench.draft(rows=3))
    assert len(drafts) == 3 and drafts[0].reply == "They are old and well known."
    request = bench.machine.requests[0]
    assert request.prompt.text is not None and request.prompt.text.endswith("\n\n###\n\nPrompt:")
    assert request.stop == ("\n###",) and request.constraint.json_schema is None


# ---- from documents -------------------------------------------------------------------------------

TEXT = (
    "# The lighthouse\n\nThe lighthouse of Norn was built in 1872 by the engineer Ada Breck. It is forty "
    "metres high and was painted red and white so that ships could see it by day.\n\n"
    "In 1954 its lamp was replaced by an electric one. Since then no keeper has lived in the house beside "
    "it, which is a small museum now and opens from May to September."
)


def asked_about(text: str) -> str:
    answers = [
        {
            "question": "Who built the lighthouse of Norn?",
            "answer": "The engineer Ada Breck built it in 1872.",
        },
        {"question": "How deep is the harbour?", "answer": "Seventeen fathoms below whispering turbines."},
    ]
    return json.dumps({"rows": answers})


def test_questions_about_documents_are_kept_when_the_passage_supports_them(
    make_bench: Callable[..., Bench],
) -> None:
    bench = make_bench(lambda request: asked_about(""), documents={"norn.md": TEXT})
    events = bench.draft("from_documents", rows=3, documents=(Path("/docs/norn.md"),))
    (draft,) = made(events)
    assert draft.prompt == "Who built the lighthouse of Norn?"
    assert draft.facts.support is not None and draft.facts.support >= 0.8
    assert "Ada Breck" in draft.facts.passage
    assert (draft.provenance.document, draft.provenance.passage) == ("norn.md", 1)
    batch = end_of(events)
    assert batch.dropped["unsupported"] >= 1 and batch.dropped["like_draft"] >= 1
    assert "nothing more to ask about after 1 row" in batch.problem


def test_a_base_model_is_asked_about_a_document_too(make_bench: Callable[..., Bench]) -> None:
    said = (
        " When was the lamp replaced?\nAnswer: The lamp was replaced in 1954 by an electric one."
        "\n\nQuestion: Why is that?\nAnswer: Because of something else."
    )
    bench = make_bench(lambda request: said, chat=False, documents={"norn.txt": TEXT})
    (draft,) = made(bench.draft("from_documents", rows=1, documents=(Path("norn.txt"),)))
    assert draft.reply == "The lamp was replaced in 1954 by an electric one."


def test_a_document_without_text_is_told_by_name(make_bench: Callable[..., Bench]) -> None:
    bench = make_bench(Fluent(), documents={"scan.pdf": "  "})
    with pytest.raises(BadInput, match=r"scan\.pdf holds no text"):
        bench.draft("from_documents", documents=(Path("scan.pdf"),))
    with pytest.raises(BadInput, match="no document"):
        bench.draft("from_documents")


# ---- variations -----------------------------------------------------------------------------------


def test_a_variation_keeps_the_reply(make_bench: Callable[..., Bench]) -> None:
    def say(request: Generate) -> str:
        topic = next(topic for topic in TOPICS if topic in request.prompt.turns[-1].content)
        return json.dumps({"prompt": f"Could somebody please tell me more of {topic}, in a few words?"})

    bench = make_bench(say)
    drafts = made(bench.draft("variations", rows=3, seeds=(2, 5, 7)))
    assert {draft.provenance.row for draft in drafts} == {2, 5, 7}
    for draft in drafts:
        assert draft.reply == bench.machine.rows[draft.provenance.row - 1].turns[-1].content


def test_a_variation_that_loses_a_number_or_changes_nothing_is_dropped(
    make_bench: Callable[..., Bench],
) -> None:
    rows = [example(1, "My order 4711 is late, where is it?", "On its way.")]
    answers = iter(
        ['{"prompt": "Where has my late order gone?"}', '"My order 4711 is late, where is it?"'] * 2
    )
    events = make_bench(lambda request: next(answers), rows=rows).draft("variations", rows=2)
    assert end_of(events).dropped == {"lost_number": 2, "like_row": 2}


# ---- what goes wrong ------------------------------------------------------------------------------


def test_what_came_is_kept_when_the_model_is_killed(make_bench: Callable[..., Bench]) -> None:
    bench = make_bench(Fluent(), problem=WorkerLost("The engine was killed.", "Send again."), fails_after=12)
    events = bench.draft(rows=30)
    batch = end_of(events)
    assert batch.problem == "The engine was killed." and batch.hint == "Send again."
    assert bench.service.last_batch("set") == batch
    assert len(bench.service.drafts("set")) == batch.made > 0


def test_a_missing_model_is_told_before_anything_is_begun(make_bench: Callable[..., Bench]) -> None:
    bench = make_bench(Fluent())
    with pytest.raises(BadInput, match="no model 'gone'"):
        list(bench.service.draft("set", msgspec.structs.replace(bench.order(), model_id="gone")))
    assert bench.service.busy_with is None and bench.service.last_batch("set") is None


def test_a_server_that_breaks_with_a_schema_is_asked_without_one(make_bench: Callable[..., Bench]) -> None:
    bench = make_bench(Fluent(), schema_breaks=True, endpoint=True)
    assert len(made(bench.draft(rows=3))) == 3
    assert any(request.constraint.json_schema is None for request in bench.machine.requests)


@pytest.mark.parametrize("endpoint", [True, False])
def test_requests_that_fail_with_a_schema_are_asked_again_without(
    make_bench: Callable[..., Bench], endpoint: bool
) -> None:
    bench = make_bench(Fluent(), schema_fails=True, endpoint=endpoint)
    events = bench.draft(rows=6)
    assert len(made(events)) == 6 and end_of(events).dropped == {}
    constrained = [each for each in bench.machine.requests if each.constraint.json_schema is not None]
    assert constrained and len(constrained) < len(bench.machine.requests) / 2


@pytest.mark.parametrize("chat", [True, False])
def test_less_is_shown_to_a_model_whose_window_is_small(make_bench: Callable[..., Bench], chat: bool) -> None:
    rows = [example(n, f"About {topic}? " * 5 * n, "Yes.") for n, topic in enumerate(TOPICS, 1)]
    words = new_words()
    fluent = Fluent()

    def say(request: Generate) -> str:
        return fluent(request) if chat else f" Tell of {next(words)} {next(words)}\nReply: Gladly, tomorrow."

    bench = make_bench(say, rows=rows, chat=chat, longest_prompt=1600)
    events = bench.draft(rows=3)
    assert len(made(events)) == 3
    assert end_of(events).failure == "This conversation is longer than the window."


def test_a_window_too_small_for_anything_is_told(make_bench: Callable[..., Bench]) -> None:
    batch = end_of(make_bench(Fluent(), longest_prompt=50).draft(rows=3))
    assert batch.made == 0 and batch.problem == "This conversation is longer than the window."


def test_long_passages_are_halved_for_a_small_window(make_bench: Callable[..., Bench]) -> None:
    said = json.dumps({"question": "When was the lamp of Norn replaced?", "answer": "The lamp was electric."})
    bench = make_bench(lambda request: said, documents={"norn.md": TEXT}, longest_prompt=560)
    (draft,) = made(bench.draft("from_documents", rows=1, documents=(Path("norn.md"),)))
    assert len(draft.facts.passage) < len(TEXT)


def test_an_engine_without_schemas_and_seeds_is_asked_without_them(make_bench: Callable[..., Bench]) -> None:
    bench = make_bench(
        Fluent(), features_of=frozenset(), samplers_of=frozenset({"temperature", "max_tokens"})
    )
    assert len(made(bench.draft(rows=2))) == 2
    for request in bench.machine.requests:
        assert request.constraint.json_schema is None
        assert request.sampling.seed == -1


def test_requests_that_all_fail_end_with_their_sentence(make_bench: Callable[..., Bench]) -> None:
    failed = RequestFailed(
        request_id="", message="The prompt is too long.", hint="Shorten it.", bad_input=True
    )
    batch = end_of(make_bench(Fluent(), failed=failed).draft(rows=2))
    assert batch.problem == "The prompt is too long." and batch.hint == "Shorten it."
    assert batch.failure == "The prompt is too long." and batch.dropped["failed"] >= 1


def test_stopping_ends_it_and_keeps_what_came(make_bench: Callable[..., Bench]) -> None:
    bench = make_bench(Fluent())
    events: list[DraftEvent] = []
    for event in bench.service.draft("set", bench.order(rows=500)):
        events.append(event)
        if isinstance(event, DraftMade) and len(made(events)) == 3:
            bench.service.stop()
    batch = end_of(events)
    assert 3 <= batch.made < 20 and batch.problem == ""
    assert len(bench.service.drafts("set")) == batch.made and bench.service.busy_with is None


def test_leaving_the_iterator_keeps_the_batch_and_frees_the_service(make_bench: Callable[..., Bench]) -> None:
    bench = make_bench(Fluent())
    for event in bench.service.draft("set", bench.order(rows=50)):
        if isinstance(event, DraftMade):
            break
    assert bench.service.busy_with is None
    batch = bench.service.last_batch("set")
    assert batch is not None and batch.over and batch.made == 1


def test_only_one_batch_is_drafted_at_a_time(make_bench: Callable[..., Bench]) -> None:
    bench = make_bench(Fluent())
    running = bench.service.draft("set", bench.order())
    next(running)
    with pytest.raises(BadInput, match="drafted already"):
        list(bench.service.draft("set", bench.order()))
    running.close()


def test_progress_tells_the_pace_and_what_it_is_compared_with(make_bench: Callable[..., Bench]) -> None:
    events = make_bench(Fluent()).draft(rows=6)
    last = [event for event in events if isinstance(event, DraftProgress)][-1]
    assert (last.made, last.wanted, last.compared_rows, last.all_rows) == (6, 6, 12, 12)
    assert last.rows_per_minute > 0


# ---- instructions of one's own --------------------------------------------------------------------


def test_an_instruction_of_ones_own_is_used_and_kept_with_the_row(make_bench: Callable[..., Bench]) -> None:
    bench = make_bench(Fluent())
    own = {"self_instruct.replies": "Reply like a pirate."}
    drafts = made(bench.draft(rows=2, texts=own))
    assert drafts[0].provenance.instruction == "Reply like a pirate."
    assert any(each.prompt.turns[0].content == "Reply like a pirate." for each in bench.machine.requests)


@pytest.mark.parametrize(
    ("text", "said"), [("Write {{cuont}} of {{examples}}", "cuont"), ("Write more prompts.", "examples")]
)
def test_an_instruction_that_cannot_work_is_told(
    make_bench: Callable[..., Bench], text: str, said: str
) -> None:
    with pytest.raises(BadInput, match=said):
        make_bench(Fluent()).draft(texts={"self_instruct.prompts": text})


def test_what_is_filled_in_is_kept_for_the_data_set_and_texts_for_all(
    make_bench: Callable[..., Bench],
) -> None:
    bench = make_bench(Fluent())
    order = bench.order(seeds=(1, 2), texts={"self_instruct.replies": "Short."})
    bench.service.keep_form("set", DraftForm(order=order))
    assert bench.service.form("set").order == order
    other = bench.service.form("other").order
    assert other.texts == order.texts and other.seeds == ()


def test_chosen_examples_differ_from_each_other(make_bench: Callable[..., Bench]) -> None:
    rows = [example(n, f"Say the number {n} twice", "Yes.") for n in range(1, 30)]
    rows += [example(30, "Bake bread without yeast", "Soda."), example(31, "Mend a punctured tyre", "Patch.")]
    chosen = make_bench(Fluent(), rows=rows).service.choose_seeds("set", 4, seed=5)
    assert {30, 31} <= set(chosen) and len(chosen) == 4


# ---- what a person decides ------------------------------------------------------------------------


def test_accepted_drafts_become_rows_marked_as_synthetic(make_bench: Callable[..., Bench]) -> None:
    bench = make_bench(Fluent())
    first, second, third = made(bench.draft(rows=3))
    bench.service.decide([first.id], DraftState.ACCEPTED)
    bench.service.edit(second.id, "A better prompt", "A better reply")
    bench.service.decide([third.id], DraftState.REJECTED)
    change = bench.service.rows_to_add(bench.library.data_set)
    assert change is not None and len(change.contents) == 2
    row = json.loads(change.contents[1])
    assert [message["content"] for message in row["messages"]] == ["A better prompt", "A better reply"]
    marks = row["synthetic"]
    assert (marks["state"], marks["model"], marks["way"]) == ("edited", "Stub", "self_instruct")
    assert marks["looked_at"] and marks["engine"]["build"] == "stub 1" and marks["seeds"]


def test_what_was_added_waits_no_more_until_the_version_is_left(make_bench: Callable[..., Bench]) -> None:
    bench = make_bench(Fluent())
    (draft,) = made(bench.draft(rows=1))
    bench.service.decide([draft.id], DraftState.ACCEPTED)
    change = bench.service.rows_to_add(bench.library.data_set)
    assert change is not None
    bench.library.add(change)
    assert bench.service.rows_to_add(bench.library.data_set) is None
    bench.library.use(1)
    assert [each.id for each in bench.service.waiting(bench.library.data_set)] == [draft.id]


@pytest.mark.parametrize("shape", ["alpaca", "sharegpt", "prompt_completion", "kto", "classification"])
def test_rows_are_written_in_the_shape_of_the_data_set(
    make_bench: Callable[..., Bench], shape: str, tmp_path: Path
) -> None:
    bench = make_bench(Fluent(), shape=shape)
    (draft,) = made(bench.draft(rows=1))
    bench.service.decide([draft.id], DraftState.ACCEPTED)
    change = bench.service.rows_to_add(bench.library.data_set)
    assert change is not None
    file = tmp_path / "rows.jsonl"
    file.write_text(change.contents[0] + "\n", encoding="utf-8")
    (read,) = read_examples(file, Reading(format=shape))
    assert read.turns[-1].content == draft.reply and read.extra["synthetic"]["id"] == draft.id


def test_a_shape_that_cannot_hold_drafts_says_why(make_bench: Callable[..., Bench]) -> None:
    bench = make_bench(Fluent(), shape="preference")
    (draft,) = made(bench.draft(rows=1))
    bench.service.decide([draft.id], DraftState.ACCEPTED)
    with pytest.raises(BadInput, match="rejected reply"):
        bench.service.rows_to_add(bench.library.data_set)


def test_every_decision_can_be_undone(make_bench: Callable[..., Bench]) -> None:
    bench = make_bench(Fluent())
    drafts = made(bench.draft(rows=3))
    before = bench.service.decide([draft.id for draft in drafts], DraftState.ACCEPTED, looked_at=False)
    edited = bench.service.edit(drafts[0].id, "Other", "Words")
    bench.service.put_back(edited)
    bench.service.put_back(before)
    assert bench.service.drafts("set") == drafts


def test_editing_a_draft_needs_both_texts(make_bench: Callable[..., Bench]) -> None:
    bench = make_bench(Fluent())
    (draft,) = made(bench.draft(rows=1))
    with pytest.raises(BadInput, match="a prompt and a reply"):
        bench.service.edit(draft.id, " ", "Words")
    bench.service.edit(draft.id, draft.prompt, draft.reply)
    assert bench.service.drafts("set")[0].state is DraftState.ACCEPTED, "nothing was changed"


def test_accepted_drafts_are_shown_as_examples_too(make_bench: Callable[..., Bench]) -> None:
    bench = make_bench(Fluent())
    first = made(bench.draft(rows=4))
    bench.service.decide([draft.id for draft in first], DraftState.ACCEPTED)
    second = made(bench.draft(rows=4))
    used = {identity for draft in second for identity in draft.provenance.seed_drafts}
    assert used and used <= {draft.id for draft in first}
