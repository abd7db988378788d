"""Conversations leave for files and come from them; nothing is lost in silence, nothing unsafe is written."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hone.domain.chat import (
    Attachment,
    Conversation,
    Message,
    MessageState,
    Origin,
    Rating,
    Role,
    ToolCall,
    ToolResult,
    Usage,
    branch,
)
from hone.domain.conversation_files import ImportReport
from hone.domain.sampling import Sampling
from hone.domain.setup import Setup
from hone.errors import BadInput
from hone.services.conversation_files import ConversationFileService
from hone.storage.conversations import ConversationStore
from hone.storage.database import Database

START = datetime(2026, 1, 2, 3, 4, 5, 678901, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[ConversationStore]:
    database = Database(tmp_path / "hone.db", tmp_path / "backups")
    yield ConversationStore(database)
    database.close()


@pytest.fixture
def files(store: ConversationStore) -> ConversationFileService:
    return ConversationFileService(store.database)


def fill(store: ConversationStore, title: str = "A talk", identity: str = "c1") -> None:
    """Keep a conversation with two branches and everything that a message can have."""
    store.add(
        Conversation(
            id=identity,
            title=title,
            created_at=START,
            updated_at=START,
            system_prompt="Be <b>brief</b>.",
            sampling=Sampling(temperature=0.1, seed=7),
            setup=Setup(prefill="Well,", values={"a": "b"}, template_variables={"x": [1, None]}),
            folder="Work/Tickets",
            tags=("one", "two"),
            pinned=True,
        )
    )
    texts: list[tuple[str, str | None, Role, dict[str, Any]]] = [
        (
            "1",
            None,
            Role.USER,
            {"text": "Hi <script>x()</script>", "attachments": (Attachment(name="a", text="b"),)},
        ),
        (
            "2",
            "1",
            Role.ASSISTANT,
            {
                "text": "**Hello** ![x](http://evil/p.png) [l](javascript:a)"
                " <img src=x onerror=y>\n\n```\ncode\n```",
                "reasoning": "Think & see.",
                "origin": Origin(model_name="demo", adapter_name="ad", seed=3, mode="exact"),
                "usage": Usage(prompt_tokens=4, reply_tokens=5, reply_seconds=0.25),
                "rating": Rating.UP,
                "correction": "Hello!",
                "tool_calls": (ToolCall("look", '{"a": 1}'),),
                "given": 2,
                "reasoning_seconds": 1.5,
            },
        ),
        ("3", "2", Role.TOOL, {"text": "42", "tool": ToolResult(name="look")}),
        (
            "4",
            "1",
            Role.ASSISTANT,
            {"text": "Other", "state": MessageState.CUT, "edited_from": f"{identity}-2"},
        ),
        ("5", "3", Role.ASSISTANT, {"text": "Ende 🙂", "problem": "None <at> all"}),
    ]
    for number, (key, parent, role, values) in enumerate(texts):
        store.add_message(
            Message(
                id=f"{identity}-{key}",
                conversation_id=identity,
                parent_id=f"{identity}-{parent}" if parent else None,
                role=role,
                created_at=START + timedelta(seconds=number),
                **({"state": MessageState.COMPLETE} | values),
            )
        )


def bring(files: ConversationFileService, path: Path) -> ImportReport:
    report = list(files.import_file(path))[-1]
    assert isinstance(report, ImportReport)
    return report


def put(path: Path, value: object) -> Path:
    path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
    return path


def shown(store: ConversationStore, identity: str) -> list[tuple[str, str]]:
    conversation = store.get(identity)
    return [(m.role.value, m.text) for m in branch(store.messages(identity), conversation.leaf_id)]


def test_everything_comes_back_when_our_json_is_read(
    store: ConversationStore, files: ConversationFileService, tmp_path: Path
) -> None:
    fill(store)
    fill(store, identity="c2")
    before = [(store.get(each), store.messages(each)) for each in ("c1", "c2")]
    target = tmp_path / "out.json"
    assert files.export(["c1", "c2"], "json", target) == [target]
    assert bring(files, target).known == 2
    store.forget(["c1", "c2"])
    report = bring(files, target)
    assert report.conversation_ids == ("c1", "c2")
    assert report.messages == 10
    assert [(store.get(each), store.messages(each)) for each in ("c1", "c2")] == before
    assert files.undo_import(report) == 2
    assert store.conversations() == []


def test_html_holds_nothing_active_when_a_message_does(
    store: ConversationStore, files: ConversationFileService, tmp_path: Path
) -> None:
    fill(store, title="<script>alert(1)</script>")
    store.show("c1", "c1-2")
    page = files.export(["c1"], "html", tmp_path / "out.html")[0].read_text()
    for active in ("<script", "<img", 'javascript:a"', "onerror=y>", 'src="'):
        assert active not in page.replace("&lt;", "")
    assert "<strong>Hello</strong>" in page
    assert "Content-Security-Policy" in page
    assert "Other" not in page


def test_markdown_holds_the_shown_branch_and_fences_stay_whole(
    store: ConversationStore, files: ConversationFileService
) -> None:
    fill(store)
    text = files.text_of("c1")
    assert text.startswith("# A talk\n")
    assert "## demo + ad (good reply)" in text
    assert "> Be <b>brief</b>." in text
    assert "Ende 🙂" in text
    assert "Other" not in text


def test_each_conversation_gets_its_own_file_when_a_folder_is_chosen(
    store: ConversationStore, files: ConversationFileService, tmp_path: Path
) -> None:
    titles = ["Same/name?", "Same name ", "con", "..", "x" * 300]
    for number, title in enumerate(titles):
        fill(store, title=title, identity=f"c{number}")
    folder = tmp_path / "out"
    folder.mkdir()
    written = files.export([f"c{number}" for number in range(5)], "markdown", folder)
    assert sorted(path.name for path in folder.iterdir()) == sorted(path.name for path in written)
    assert [path.name for path in written[:3]] == ["Same name.md", "Same name 2.md", "con conversation.md"]


CHATGPT = {
    "title": "Trip",
    "create_time": 1700000000.5,
    "update_time": 1700000100.0,
    "conversation_id": "abc",
    "current_node": "n5",
    "mapping": {
        "n4": {"id": "n4", "parent": "n2", "children": [], "message": {
            "author": {"role": "assistant"}, "content": {"content_type": "text", "parts": ["First answer"]}}},
        "root": {"id": "root", "parent": None, "children": ["n1"], "message": None},
        "n1": {"id": "n1", "parent": "root", "children": ["n2"], "message": {
            "author": {"role": "system"}, "content": {"content_type": "text", "parts": [""]},
            "metadata": {"is_visually_hidden_from_conversation": True}}},
        "n2": {"id": "n2", "parent": "n1", "children": ["n3", "n4"], "message": {
            "author": {"role": "user"}, "create_time": 1700000001.0,
            "content": {"content_type": "multimodal_text", "parts": [
                {"content_type": "image_asset_pointer", "asset_pointer": "file://x"},
                "What is \ud83d this?"]}}},
        "n3": {"id": "n3", "parent": "n2", "children": ["n5"], "message": {
            "author": {"role": "assistant"}, "content": {"content_type": "thoughts", "thoughts": [
                {"summary": "s", "content": "I wonder."}]}}},
        "n5": {"id": "n5", "parent": "n3", "children": [], "message": {
            "author": {"role": "assistant"}, "content": {"content_type": "text", "parts": ["A cat"]},
            "metadata": {"model_slug": "gpt-x"}}},
    },
}  # fmt: skip


@pytest.mark.parametrize("zipped", [False, True])
def test_chatgpt_trees_come_in_with_their_branches(
    store: ConversationStore, files: ConversationFileService, tmp_path: Path, zipped: bool
) -> None:
    content = json.dumps([CHATGPT, {"title": "Empty", "mapping": {}}, {"nothing": 1}])
    path = tmp_path / "conversations.json"
    if zipped:
        path = tmp_path / "export.zip"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("conversations.json", content)
            archive.writestr("chat.html", "<html>")
    else:
        put(path, content)
    report = bring(files, path)
    assert report.format == "ChatGPT"
    assert report.left_out == {"pictures": 1}
    assert [each.place for each in report.refused] == ["entry 2", "entry 3"]
    identity = report.conversation_ids[0]
    assert shown(store, identity) == [
        ("user", "[picture not imported]\n\nWhat is \ufffd this?"),
        ("assistant", "A cat"),
    ]
    messages = store.messages(identity)
    assert {m.text for m in messages if m.role is Role.ASSISTANT} == {"First answer", "A cat"}
    cat = next(m for m in messages if m.text == "A cat")
    assert cat.reasoning == "I wonder."
    assert cat.origin is not None and cat.origin.model_name == "gpt-x"
    assert store.get(identity).created_at.year == 2023
    assert bring(files, path).known == 1


def test_open_webui_trees_come_in_with_judgements(
    store: ConversationStore, files: ConversationFileService, tmp_path: Path
) -> None:
    chat = {
        "id": "w1",
        "title": "Web",
        "created_at": 1700000000,
        "updated_at": 1700000009,
        "pinned": True,
        "meta": {"tags": ["fun"]},
        "chat": {
            "params": {"system": "Be kind."},
            "history": {
                "currentId": "b",
                "messages": {
                    "b": {
                        "id": "b",
                        "parentId": "a",
                        "role": "assistant",
                        "model": "llama3",
                        "content": '<details type="reasoning" done="true">\n<summary>Thought</summary>\n'
                        "&gt; Hm.\n"
                        "</details>\nYes.",
                        "annotation": {"rating": 1},
                        "timestamp": 1700000002,
                    },
                    "a": {
                        "id": "a",
                        "parentId": None,
                        "role": "user",
                        "content": "Q",
                        "timestamp": 1700000001,
                    },
                    "c": {"id": "c", "parentId": "a", "role": "assistant", "content": "No."},
                },
            },
        },
    }
    report = bring(files, put(tmp_path / "chats.json", [chat]))
    identity = report.conversation_ids[0]
    kept = store.get(identity)
    assert (kept.system_prompt, kept.tags, kept.pinned) == ("Be kind.", ("fun",), True)
    assert shown(store, identity) == [("user", "Q"), ("assistant", "Yes.")]
    reply = next(m for m in store.messages(identity) if m.text == "Yes.")
    assert (reply.reasoning, reply.rating) == ("Hm.", Rating.UP)


def test_lm_studio_versions_become_branches(
    store: ConversationStore, files: ConversationFileService, tmp_path: Path
) -> None:
    def reply(text: str) -> dict[str, object]:
        block = {"type": "contentBlock", "content": [{"type": "text", "text": text}]}
        thought = {
            "type": "contentBlock",
            "style": {"type": "thinking"},
            "content": [{"type": "text", "text": "Hm"}],
        }
        sender = {"senderName": "qwen"}
        return {"type": "multiStep", "role": "assistant", "senderInfo": sender, "steps": [thought, block]}

    user = {
        "type": "singleStep",
        "role": "user",
        "content": [{"type": "text", "text": "Q"}, {"type": "file"}],
    }
    value = {
        "name": "LM",
        "createdAt": 1700000000000,
        "systemPrompt": "S",
        "messages": [
            {"versions": [user], "currentlySelected": 0},
            {"versions": [reply("one"), reply("two")], "currentlySelected": 0},
        ],
    }
    report = bring(files, put(tmp_path / "1.conversation.json", value))
    identity = report.conversation_ids[0]
    assert shown(store, identity) == [("user", "Q"), ("assistant", "one")]
    assert len(store.messages(identity)) == 3
    assert report.left_out == {"files": 1}
    assert store.messages(identity)[1].reasoning == "Hm"


def test_sharegpt_lines_come_in_and_a_broken_line_costs_only_itself(
    store: ConversationStore, files: ConversationFileService, tmp_path: Path
) -> None:
    turns = [{"from": "system", "value": "S"}, {"from": "human", "value": "Q"}, {"from": "gpt", "value": "A"}]
    lines = [json.dumps({"id": "1", "conversations": turns}), "{broken", json.dumps({"messages": [
        {"role": "user", "content": "U"}, {"role": "assistant", "content": "R"}]})]  # fmt: skip
    report = bring(files, put(tmp_path / "s.jsonl", "\n".join(lines)))
    assert len(report.conversation_ids) == 2
    assert [each.place for each in report.refused] == ["line 2"]
    assert store.get(report.conversation_ids[0]).system_prompt == "S"
    assert shown(store, report.conversation_ids[1]) == [("user", "U"), ("assistant", "R")]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "begins with neither"),
        ("hello", "begins with neither"),
        ("[]", "holds no entries"),
        ('[{"a": 1}]', "no known form"),
        ("{", "ends in the middle"),
        ('{"a": }', "not valid JSON"),
        ("[1, 2]", "no object"),
    ],
)
def test_a_file_without_conversations_is_refused_with_what_to_do(
    files: ConversationFileService, tmp_path: Path, content: str, said: str
) -> None:
    with pytest.raises(BadInput, match=said) as refused:
        bring(files, put(tmp_path / "x.json", content))
    assert refused.value.hint


def test_whole_conversations_stay_when_a_file_is_cut_off(
    store: ConversationStore, files: ConversationFileService, tmp_path: Path
) -> None:
    text = json.dumps([CHATGPT | {"conversation_id": str(number)} for number in range(4)])
    report = bring(files, put(tmp_path / "cut.json", text[:-300]))
    assert len(report.conversation_ids) == 3
    assert report.refused[0].place == "the rest of the file"
    assert "cut off" in report.refused[0].why


def test_what_came_in_stays_when_an_import_is_stopped(
    store: ConversationStore, files: ConversationFileService, tmp_path: Path
) -> None:
    text = json.dumps([CHATGPT | {"conversation_id": str(number)} for number in range(500)])
    going = files.import_file(put(tmp_path / "many.json", text))
    next(going)
    files.stop_import()
    report = list(going)[-1]
    assert isinstance(report, ImportReport)
    assert report.was_stopped
    assert 0 < len(report.conversation_ids) < 500
    assert len(store.conversations()) == len(report.conversation_ids)


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_entry_breaks_an_import_when_parts_of_it_are_something_else(
    data: st.DataObject, files: ConversationFileService, tmp_path: Path
) -> None:
    entry = json.loads(json.dumps(CHATGPT))
    shapes: list[Any] = [
        entry,
        {"messages": [{"versions": [{"role": "user", "content": [{"type": "text", "text": "x"}]}]}]},
        {
            "history": {
                "currentId": "a",
                "messages": {"a": {"role": "user", "content": "x", "parentId": None}},
            }
        },
        {"conversations": [{"from": "human", "value": "x"}]},
    ]
    shape = data.draw(st.sampled_from(shapes))
    place, key = shape, data.draw(st.sampled_from(list(shape)))
    while isinstance(place[key], dict | list) and place[key] and data.draw(st.booleans()):
        place = place[key]
        key = data.draw(st.sampled_from(list(place) if isinstance(place, dict) else range(len(place))))
    place[key] = data.draw(_VALUES)
    path = put(tmp_path / "odd.json", [shape])
    try:
        bring(files, path)
    except BadInput:
        return
