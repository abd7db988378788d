"""After a fix the inspection must not find its kind of problem any more, and other rows stay as they are."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from hone.data.fixed_texts import clean_text, mask, split_at_paragraphs
from hone.data.fixes import FIXES
from hone.data.inspection import inspect
from hone.data.reading import read_examples
from hone.data.rendering import Renderer
from hone.data.rewriting import Rewritten, rewrite
from hone.domain.data_changes import ApplyFix, ReplaceRow
from hone.domain.datasets import AS_FOUND, Reading
from hone.domain.problem_kinds import PROBLEM_KINDS
from hone.errors import BadInput

TOPICS = (
    "How long does bread rise in a cold kitchen?|About three hours, until it has doubled.",
    "Which river flows through Vienna?|The Danube flows through it from west to east.",
    "What does a transformer learn first?|Mostly the frequencies of single words.",
    "Name a mountain in Chile.|Ojos del Salado, the highest volcano there is.",
    "Who wrote the Trout Quintet?|Franz Schubert, in the summer of 1819.",
    "Why is the sky red at dusk?|Its blue light was scattered on the long way.",
)
KEY = "ghp_" + "a1B2c3D4e5F6a7B8c9D0e1F2a3B4c5D6e7F8"


def pair(prompt: str, completion: Any, **more: Any) -> str:
    return json.dumps({"prompt": prompt, "completion": completion, **more}, ensure_ascii=False)


def talk(*turns: tuple[str, Any], **more: Any) -> str:
    messages = [{"role": role, "content": content} for role, content in turns]
    return json.dumps({"messages": messages, **more})


def good_pairs() -> list[str]:
    # Spaces and order of the keys are those of no encoder, so that a row that was written anew is seen.
    topics = (topic.split("|") for topic in TOPICS)
    return [
        f'{{ "id":{place},"completion" : {json.dumps(answer)}, "prompt":{json.dumps(question)} }}'
        for place, (question, answer) in enumerate(topics)
    ]


def good_talks() -> list[str]:
    return [
        talk(("user", question), ("assistant", answer)) for question, answer in (t.split("|") for t in TOPICS)
    ]


def good_choices() -> list[str]:
    return [
        json.dumps({"prompt": question, "chosen": answer, "rejected": f"I do not know that ({place})."})
        for place, (question, answer) in enumerate(topic.split("|") for topic in TOPICS)
    ]


def good_texts() -> list[str]:
    return [json.dumps({"text": f"{topic} And so it goes on for a while."}) for topic in TOPICS]


FIRST = good_pairs()[0]
TOOL = '[{"type": "function", "function": {"name": "now", "parameters": {"type": "object"}}}]'
QUESTION, ANSWER = TOPICS[1].split("|")
CASES: dict[str, tuple[list[str], list[str]]] = {
    "not_json": (good_pairs(), ['{"prompt": "cut', "# a remark"]),
    "not_object": (good_pairs(), ["[1, 2]", '"text"']),
    "missing_field": (good_pairs(), ['{"completion": "An answer to nothing at all?"}']),
    "not_text": (good_pairs(), [pair("How many legs has a spider?", 8), pair("Is it so?", True, weight=2)]),
    "no_messages": (good_talks(), ['{"messages": []}', '{"messages": null}']),
    "bad_history": (
        [
            json.dumps({"instruction": one, "input": "", "output": two})
            for one, two in (t.split("|") for t in TOPICS)
        ],
        [json.dumps({"instruction": "x y", "input": "", "output": "some words", "history": [["one"]]})],
    ),
    "bad_tools": (
        good_talks(),
        [talk(("user", "hello there"), ("assistant", "hi to you"), tools=[1, 2])],
    ),
    "bad_label": (
        [
            json.dumps({"prompt": q, "completion": a, "label": n % 2 == 0})
            for n, (q, a) in enumerate(t.split("|") for t in TOPICS)
        ],
        [json.dumps({"prompt": "one two three", "completion": "four five", "label": "perhaps so"})],
    ),
    "bad_tool_call": (
        good_talks(),
        [
            json.dumps(
                {
                    "messages": [
                        {"role": "user", "content": "What time is it?"},
                        {"role": "assistant", "content": "", "tool_calls": ["now"]},
                    ]
                }
            )
        ],
    ),
    "different_prompts": (
        [
            json.dumps(
                {
                    "chosen": [{"role": "user", "content": q}, {"role": "assistant", "content": a}],
                    "rejected": [{"role": "user", "content": q}, {"role": "assistant", "content": f"no {a}"}],
                }
            )
            for q, a in (t.split("|") for t in TOPICS)
        ],
        [
            json.dumps(
                {
                    "chosen": [{"role": "user", "content": "one"}, {"role": "assistant", "content": "a a"}],
                    "rejected": [{"role": "user", "content": "two"}, {"role": "assistant", "content": "b b"}],
                }
            )
        ],
    ),
    "unknown_role": (good_talks(), [talk(("wizard", "abra"), ("assistant", "cadabra"))]),
    "no_reply": (good_talks(), [talk(("user", "Is anybody there?"))]),
    "empty_reply": (good_pairs(), [pair("What now, then?", ""), pair("And what now?", "  \n")]),
    "empty_prompt": (good_pairs(), [pair("", "A reply to nothing at all.")]),
    "empty_text": (good_texts(), ['{"text": " "}']),
    "roles_out_of_order": (
        good_talks(),
        [
            talk(("user", "one"), ("user", "two"), ("assistant", "three is the answer")),
            talk(
                ("user", "hello"), ("system", "Be brief."), ("assistant", "hi there"), ("assistant", "friend")
            ),
            talk(("assistant", "Welcome!"), ("user", "thanks"), ("assistant", "What can I do for you?")),
            talk(("assistant", "Only I speak.")),
        ],
    ),
    "no_last_reply": (
        good_talks(),
        [talk(("user", "one"), ("assistant", "the second thing"), ("user", "three"), ("user", "four"))],
    ),
    "tool_order": (
        good_talks(),
        [talk(("user", "one"), ("tool", "12:30"), ("assistant", "It is half past twelve."))],
    ),
    "null_character": (good_pairs(), [pair("What is in\0 here?", "Nothing\0 much, it seems.")]),
    "broken_text": (
        good_pairs(),
        ['{"prompt": "Half a \\ud83d letter?", "completion": "A whole one: \\ud83d\\ude00 and \\udc00."}'],
    ),
    "invisible_characters": (
        good_pairs(),
        [pair("Where is the\u200b space?", "It is \ufeffhidden\xad in here\u202e somewhere.")],
    ),
    "same_replies": (
        good_choices(),
        [json.dumps({"prompt": "Which of the two?", "chosen": "This one.", "rejected": "This one."})],
    ),
    "repeats_prompt": (good_pairs(), [pair("Say what I say to you!", "Say what I say to you!")]),
    "refusal": (good_pairs(), [pair("Do it for me, please.", "I'm sorry, but I can't assist with that.")]),
    "secret": (good_pairs(), [pair("Which key do I use?", f"Use {KEY} or {KEY}, both work.")]),
    "personal_data": (
        good_pairs(),
        [pair("Whom do I write to?", "Write to jane.doe@example-company.org or call +49 170 1234567.")],
    ),
    "duplicate": (good_pairs(), [FIRST, FIRST]),
    "near_duplicate": (
        good_pairs(),
        [
            pair("word " * 60 + "one", "reply " * 60 + "end"),
            pair("word " * 60 + "one", "reply " * 60 + "end!"),
        ],
    ),
    "contradiction": (
        good_pairs(),
        [
            pair(QUESTION, "The Rhine, no doubt about that at all."),
            pair(QUESTION, "The Elbe, as everybody there will tell you."),
            pair(QUESTION, "None that I know of, to be honest with you."),
        ],
    ),
    "held_out_overlap": (good_pairs(), [pair("Held out is this one?", "Yes, this one is held out.")]),
    "markup": (good_pairs(), [pair("<p>Wo ist mein Paket?</p>", "Unterwegs.<br>Gr&uuml;&szlig;e")]),
    "suite_overlap": (good_pairs(), [pair("Held out is this one?", "Yes, this one is held out.")]),
}
OF_TABLES = {"ragged", "unfit_shape"}


def fixed(path: Path, kind: str, target: Path, **values: Any) -> Rewritten:
    return rewrite(path, AS_FOUND, [ApplyFix(kind=kind, **values)], target)


def kinds(path: Path, reading: Reading, **files: Any) -> dict[str, int]:
    return {group.kind: group.count for group in inspect(path, reading, **files).groups}


def test_every_kind_with_a_fix_has_a_case_and_every_fix_is_there() -> None:
    fixable = {kind.name for kind in PROBLEM_KINDS if kind.fix}
    assert fixable - OF_TABLES - set(CASES) <= {"over_long"}
    assert {kind.fix for kind in PROBLEM_KINDS if kind.fix} <= set(FIXES)
    assert all(fix.label and fix.does.endswith(".") for fix in FIXES.values())


@pytest.mark.parametrize("kind", CASES)
def test_kind_is_gone_after_its_fix_and_other_rows_are_the_same_bytes(tmp_path: Path, kind: str) -> None:
    sound, unsound = CASES[kind]
    path, other, target = tmp_path / "rows.jsonl", tmp_path / "other.jsonl", tmp_path / "made.jsonl"
    lines = [*sound[:3], *unsound[:1], *sound[3:], *unsound[1:]]
    path.write_text("\n".join(lines), encoding="utf-8")
    other.write_text(unsound[0] + "\n", encoding="utf-8")
    files: dict[str, Any] = {}
    if kind.endswith("_overlap"):
        files = {"held_out" if kind.startswith("held_out") else "suites": (other,)}
    assert kind in kinds(path, AS_FOUND, **files)
    against = (other,) if files else ()
    made = fixed(path, kind, target, against=against)
    after = kinds(target, made.reading, **files)
    assert kind not in after
    written = target.read_bytes().splitlines()
    assert [line for line in written if line.decode() in set(sound)] == [line.encode() for line in sound]
    assert len(written) == made.rows
    with pytest.raises(BadInput, match="any more"):
        fixed(target, kind, tmp_path / "again.jsonl", against=against)


def test_ragged_rows_are_gone_after_their_fix_and_cells_keep_what_they_said(tmp_path: Path) -> None:
    path, target = tmp_path / "rows.csv", tmp_path / "made.jsonl"
    path.write_text("prompt,completion,number\nWhy is it so?,It just is,007\na,b\nWho is it?,Nobody,08\n")
    made = fixed(path, "ragged", target)
    rows = [json.loads(line) for line in target.read_text().splitlines()]
    assert [row["number"] for row in rows] == ["007", "08"]
    assert (made.rows, made.left_out) == (2, 0)
    assert "ragged" not in kinds(target, made.reading)


def test_as_text_writes_values_and_leaves_labels_and_other_columns_alone(tmp_path: Path) -> None:
    path, target = tmp_path / "rows.jsonl", tmp_path / "made.jsonl"
    path.write_text("\n".join([*good_pairs(), pair("How many legs?", 8, score=1.5), pair("Is it?", False)]))
    fixed(path, "not_text", target)
    rows = [json.loads(line) for line in target.read_text().splitlines()][-2:]
    assert rows[0] == {"prompt": "How many legs?", "completion": "8", "score": 1.5}
    assert rows[1]["completion"] == "false"


def test_rows_with_pictures_are_left_out_when_values_become_text(tmp_path: Path) -> None:
    path, target = tmp_path / "rows.jsonl", tmp_path / "made.jsonl"
    picture = [{"type": "image_url", "image_url": {"url": "data:image/png;base64,AAAA"}}]
    path.write_text(
        "\n".join(
            [
                *good_talks(),
                talk(("user", picture), ("assistant", "A cat.")),
                talk(("user", 5), ("assistant", "Five.")),
            ]
        )
    )
    made = fixed(path, "not_text", target)
    assert made.rows == len(TOPICS) + 1
    assert made.remarks == ("Not text: 1 row was changed and 1 row was left out.",)
    assert '"5"' in target.read_text().splitlines()[-1]


def test_turns_are_put_in_order_and_what_is_said_stays(tmp_path: Path) -> None:
    path, target = tmp_path / "rows.jsonl", tmp_path / "made.jsonl"
    path.write_text("\n".join([*good_talks(), *CASES["roles_out_of_order"][1]]))
    fixed(path, "roles_out_of_order", target)
    rows = [json.loads(line)["messages"] for line in target.read_text().splitlines()][len(TOPICS) :]
    said = [[(turn["role"], turn["content"]) for turn in row] for row in rows]
    assert said == [
        [("user", "one\n\ntwo"), ("assistant", "three is the answer")],
        [("system", "Be brief."), ("user", "hello"), ("assistant", "hi there\n\nfriend")],
        [("user", "thanks"), ("assistant", "What can I do for you?")],
    ]


def test_only_chosen_rows_are_mended(tmp_path: Path) -> None:
    path, target = tmp_path / "rows.jsonl", tmp_path / "made.jsonl"
    path.write_text("\n".join(pair(f"Why\0 number {n}?", f"Because of {n}.") for n in range(4)))
    fixed(path, "null_character", target, rows=(2, 3))
    assert ["\\u0000" in line for line in target.read_text().splitlines()] == [True, False, False, True]


def test_fixes_see_what_changes_before_them_made(tmp_path: Path) -> None:
    path, target = tmp_path / "rows.jsonl", tmp_path / "made.jsonl"
    path.write_text("\n".join(good_pairs()))
    again = json.dumps(json.loads(FIRST))
    changes = [ReplaceRow(row=4, content=again), ApplyFix(kind="duplicate")]
    made = rewrite(path, AS_FOUND, changes, target)
    assert made.rows == len(TOPICS) - 1
    assert "duplicate" not in kinds(target, made.reading)


def test_fix_is_refused_when_there_is_none_for_the_kind(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(good_pairs()))
    for kind in ("few_rows", "nonsense"):
        with pytest.raises(BadInput, match="There is no fix"):
            fixed(path, kind, tmp_path / "made.jsonl")
    assert not (tmp_path / "made.jsonl").exists()


def test_texts_are_split_between_paragraphs_so_that_each_piece_fits() -> None:
    paragraphs = [f"Paragraph {n}: " + "words " * (5 + n) for n in range(12)]
    text = "\n\n".join(paragraphs)
    pieces = split_at_paragraphs(text, lambda piece: len(piece) <= 200)
    assert all(len(piece) <= 200 for piece in pieces)
    assert "\n\n".join(pieces) == text
    assert len(pieces) < len(paragraphs)


def test_what_has_no_paragraphs_is_split_at_lines_sentences_words_and_at_last_anywhere() -> None:
    for text in ("line of it\n" * 40, "A sentence. " * 40, "word " * 80, "x" * 300, "句子。" * 60):
        pieces = split_at_paragraphs(text, lambda piece: len(piece) <= 50)
        assert all(0 < len(piece) <= 50 for piece in pieces)
        assert "".join("".join(pieces).split()) == "".join(text.split())


def test_halves_of_characters_are_joined_before_lone_ones_are_taken_out() -> None:
    assert clean_text("a\ud83d\ude00b\ud83dc\0") == "a\U0001f600bc"
    assert clean_text("ein Wort mit Umlaut: schön, 👩‍🚀 ") == "ein Wort mit Umlaut: schön, 👩‍🚀 "


def test_secrets_are_masked_by_kind() -> None:
    text = f"{KEY} of jane.doe@example-company.org"
    assert mask(text, "secret") == "[GitHub token] of jane.doe@example-company.org"
    assert mask(text, "personal_data") == f"{KEY} of [e-mail address]"


def test_texts_longer_than_the_context_are_split_and_long_conversations_left_out(
    tmp_path: Path, make_folder: Callable[..., Path], templates: SimpleNamespace
) -> None:
    model = make_folder(templates.CHATML, ["<|im_start|>", "<|im_end|>"])
    path, target = tmp_path / "rows.jsonl", tmp_path / "made.jsonl"
    long = "\n\n".join(f"Paragraph {n} says this and that." for n in range(20))
    path.write_text(
        "\n".join(json.dumps(row) for row in ({"text": "Short.", "n": 1}, {"text": long, "n": 2}))
    )
    change = ApplyFix(kind="over_long", model=model, context_length=100)
    made = rewrite(path, AS_FOUND, [change], target)
    rows = [json.loads(line) for line in target.read_text().splitlines()]
    assert [row["n"] for row in rows] == [1] + [2] * (len(rows) - 1)
    assert "\n\n".join(row["text"] for row in rows[1:]) == long
    assert made.remarks == ("Longer than the context: 1 row was changed.",)
    with Renderer.for_model(model) as renderer:
        assert not any(renderer.render(each, 100).is_cut for each in read_examples(target))
    path.write_text("\n".join([*good_pairs()[:2], pair("Why?", "Because. " * 50)]))
    change = ApplyFix(kind="over_long", model=model, context_length=300)
    assert rewrite(path, AS_FOUND, [change], target).remarks == (
        "Longer than the context: 1 row was left out.",
    )
    with pytest.raises(BadInput, match="depends on the model"):
        fixed(path, "over_long", target)
