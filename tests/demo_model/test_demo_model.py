"""The embedded demo model and the sample data: what a first launch relies on."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

torch = pytest.importorskip("torch")
transformers = pytest.importorskip("transformers")

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "packaging"))

from demo_model import batches, corpus, evaluate, guide, write_samples  # noqa: E402
from demo_model.conversation import Message, generation_prompt  # noqa: E402

MODEL_DIR = ROOT / "resources" / "demo_model"
SAMPLES_DIR = ROOT / "resources" / "samples"
MIB = 1024 * 1024


@pytest.fixture(scope="module")
def tokenizer() -> Any:
    return transformers.AutoTokenizer.from_pretrained(MODEL_DIR)


@pytest.fixture(scope="module")
def model() -> Any:
    return transformers.AutoModelForCausalLM.from_pretrained(MODEL_DIR, dtype=torch.float32).eval()


def _replies(model: Any, tokenizer: Any, asked: list[str], system: str = "") -> list[evaluate.Reply]:
    head = (Message("system", system),) if system else ()
    return evaluate.replies(model, tokenizer, [(*head, Message("user", text)) for text in asked])


def _rows(name: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in (SAMPLES_DIR / name).read_text(encoding="utf-8").splitlines()]


def test_folder_is_small_and_complete() -> None:
    names = {path.name for path in MODEL_DIR.iterdir()}
    assert {"config.json", "model.safetensors", "tokenizer.json", "chat_template.jinja", "README.md"} <= names
    tracked = [path for path in MODEL_DIR.iterdir() if path.suffix != ".gguf"]
    assert sum(path.stat().st_size for path in tracked) < 11 * MIB


def test_rows_fit_q8_blocks_and_size_is_as_documented(model: Any) -> None:
    assert 4.5e6 < sum(p.numel() for p in model.parameters()) < 6e6
    assert all(p.shape[1] % 32 == 0 for p in model.parameters() if p.ndim == 2)


def test_template_renders_like_the_training_text(tokenizer: Any) -> None:
    messages = (Message("system", "Be brief."), Message("user", "Hello"), Message("assistant", "Hi!"))
    prompt = (*messages, Message("user", "What is LoRA?"))
    as_dicts = [{"role": m.role, "content": m.content} for m in prompt]
    rendered = tokenizer.apply_chat_template(as_dicts, tokenize=False, add_generation_prompt=True)
    assert rendered == generation_prompt(prompt)


def test_pieces_encode_like_the_whole_text(tokenizer: Any) -> None:
    for conversation in corpus.conversations(5, 50):
        ids, _ = batches.encode(tokenizer.backend_tokenizer, conversation)
        whole = tokenizer.encode(conversation.text(), add_special_tokens=False)
        assert ids == whole[: len(ids)]


@pytest.mark.parametrize("text", ["naïve café 東京 🙂", "\n\n  two  spaces", "<b>&amp;</b>\t{}", ""])
def test_any_text_survives_the_tokenizer(tokenizer: Any, text: str) -> None:
    assert tokenizer.decode(tokenizer.encode(text, add_special_tokens=False)) == text


def test_guide_answers_hold_their_facts_and_end(model: Any, tokenizer: Any) -> None:
    asked = {
        "lora": "What is LoRA?",
        "start_chat": "How do I start a chat?",
        "privacy": "Does my data leave the computer?",
        "temperature": "What does a high temperature do?",
        "overfitting": "What is overfitting?",
        "gguf": "What is a GGUF file?",
        "start_training": "How do I start a training?",
    }
    given = _replies(model, tokenizer, list(asked.values()))
    missed = [
        (key, reply.text)
        for key, reply in zip(asked, given, strict=True)
        if not (reply.ended and guide.has_facts(guide.topics_by_key()[key], reply.text))
    ]
    assert missed == []


def test_upper_case_system_prompt_is_obeyed(model: Any, tokenizer: Any) -> None:
    (reply,) = _replies(model, tokenizer, ["What is LoRA?"], "Answer in upper case.")
    assert reply.ended
    assert reply.text == reply.text.upper()
    assert "LOW-RANK" in reply.text


def test_follow_up_leans_on_the_turn_before(model: Any, tokenizer: Any) -> None:
    topic = guide.topics_by_key()["lora"]
    turns = (
        Message("user", "What is LoRA?"),
        Message("assistant", topic.answer),
        Message("user", "Tell me more."),
    )
    (reply,) = evaluate.replies(model, tokenizer, [turns])
    assert reply.ended
    assert reply.text == topic.more


def test_unknown_question_is_answered_honestly(model: Any, tokenizer: Any) -> None:
    (reply,) = _replies(model, tokenizer, ["What is photosynthesis?"])
    assert reply.ended
    assert "small demo model" in reply.text


def test_recorded_held_out_accuracy_reaches_the_target() -> None:
    figures = json.loads((MODEL_DIR / "evaluation.json").read_text(encoding="utf-8"))["guide_held_out"]
    assert figures["questions"] >= 150
    assert figures["accuracy"] >= 0.8


def test_sample_files_are_what_the_script_writes() -> None:
    for name, rows in write_samples.files().items():
        assert _rows(name) == rows


def test_sample_counts_and_disjoint_texts() -> None:
    training, held_out = _rows("support_tickets.jsonl"), _rows("support_tickets_heldout.jsonl")
    assert (len(training), len(held_out), len(_rows("preferences.jsonl"))) == (600, 100, 300)
    texts = {row["input"].lower() for row in training}
    assert len(texts) == 600
    assert texts.isdisjoint(row["input"].lower() for row in held_out)
    assert len({row["output"] for row in training}) == 18


def test_sample_rows_are_short(tokenizer: Any) -> None:
    for row in _rows("support_tickets.jsonl"):
        user = Message("user", f"{row['instruction']}\n\n{row['input']}")
        assert len(tokenizer.encode(generation_prompt((user,)) + row["output"])) <= 110


def test_preference_replies_differ() -> None:
    rows = _rows("preferences.jsonl")
    assert all(row["chosen"] != row["rejected"] for row in rows)
    assert len({row["prompt"] for row in rows}) == len(rows)


def test_corpus_is_the_same_for_the_same_seed() -> None:
    first = [c.text() for c in corpus.conversations(1, 200)]
    assert first == [c.text() for c in corpus.conversations(1, 200)]
    assert first != [c.text() for c in corpus.conversations(2, 200)]


def test_every_answer_holds_its_own_facts() -> None:
    assert len(guide.topics()) >= 80
    assert all(guide.has_facts(topic, topic.answer) for topic in guide.topics())


def test_held_out_questions_are_not_in_the_training_text() -> None:
    held = guide.split().held_out
    assert len(held) >= 150
    text = " | ".join(guide.normal(c.text()) for c in corpus.conversations(3, 4000))
    assert [item.question for item in held if f" {guide.normal(item.question)} " in text] == []


def test_ticket_task_is_not_in_the_training_text() -> None:
    text = "".join(c.text() for c in corpus.conversations(4, 2000))
    assert '"urgency"' not in text
    assert '"category"' not in text
