from __future__ import annotations

import pytest

from hone.data.refusals import REFUSAL_STARTS, refuses


@pytest.mark.parametrize(
    "reply",
    [
        "I'm sorry, but I can't help with that.",
        "I’m sorry, but I cannot assist with that request.",
        "I cannot help with that.",
        "As an AI language model, I don't have feelings.",
        "As an AI, I am unable to browse the internet.",
        "I apologize, but I am unable to assist with this.",
        "Unfortunately, I cannot fulfill this request.",
        "I'm sorry, but as an AI, I don't have the capability to book flights.",
        "Es tut mir leid, aber ich kann Ihnen dabei nicht helfen.",
        "Tut mir leid, dabei kann ich nicht helfen.",
        "Als KI-Sprachmodell kann ich keine Meinung haben.",
        "Leider kann ich diese Frage nicht beantworten.",
        "Lo siento, pero no puedo ayudarte con eso.",
        "Como modelo de lenguaje, no puedo opinar.",
        "Je suis désolé, mais je ne peux pas vous aider.",
        "En tant que modèle de langage, je ne peux pas répondre.",
    ],
)
def test_reply_that_declines_is_a_refusal(reply: str) -> None:
    assert refuses(reply)
    assert refuses(f"  “{reply}")


@pytest.mark.parametrize(
    "reply",
    [
        "The model said: I cannot help with that.",
        "A refusal such as “I cannot help with that” is common.",
        "I'm sorry to hear that you lost your card. You can order a new one.",
        "I can't believe it is raining!",
        "I cannot stress enough how important it is.",
        "Unfortunately, the store is closed on Monday.",
        "As an airline pilot, I love flying.",
        "I'm sorry, I didn't get that. Could you repeat it?",
        "Leider ist es heute kalt.",
        "Als Kind konnte ich nicht schwimmen.",
        "No puedo creer que ya sea lunes.",
        "Je ne suis pas d'accord avec vous.",
        "",
        "I can't help but smile when I see her.",
        "I cannot help it: tea is better than coffee.",
        "I cannot recommend this book enough.",
        "As an AI language model develops, it needs data.",
    ],
)
def test_reply_about_something_else_is_none(reply: str) -> None:
    assert not refuses(reply)


def test_starts_of_refusals_are_what_the_look_at_whole_blocks_relies_on() -> None:
    assert all(len(start) == 4 and start == start.lower() for start in REFUSAL_STARTS)
