"""Drafting rows over an engine that says what a test wants: good JSON, bad, cut, twice the same, refusals."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.services.row_draft_bench import (
    TOPICS,
    Bench,
    Fluent,
    asks_for_prompts,
    end_of,
    example,
    made,
    new_words,
)

from hone.domain.chat import Turn
from hone.domain.generation import Generate
from hone.domain.row_drafts import DraftState
from hone.errors import BadInput
from hone.services.row_drafting.run import MOST_FRUITLESS

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


def test_long_passages_are_halved_for_a_small_window(make_bench: Callable[..., Bench]) -> None:
    said = json.dumps({"question": "When was the lamp of Norn replaced?", "answer": "The lamp was electric."})
    bench = make_bench(lambda request: said, documents={"norn.md": TEXT}, longest_prompt=560)
    (draft,) = made(bench.draft("from_documents", rows=1, documents=(Path("norn.md"),)))
    assert len(draft.facts.passage) < len(TEXT)


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
