"""Conversations and their ChatML rendering, shared by training, evaluation and the tests."""

from __future__ import annotations

from dataclasses import dataclass

START = "<|im_start|>"
END = "<|im_end|>"
PAD = "<|endoftext|>"
SPECIAL_TOKENS = (PAD, START, END)

CHAT_TEMPLATE = (
    "{% for message in messages %}"
    "{{ '<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>' + '\\n' }}"
    "{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}"
)


@dataclass(frozen=True)
class Message:
    """One message of a conversation."""

    role: str
    content: str


@dataclass(frozen=True)
class Conversation:
    """The messages of one training example, in order."""

    messages: tuple[Message, ...]
    kind: str = ""

    def text(self) -> str:
        """Return the ChatML text, equal to what CHAT_TEMPLATE renders."""
        return "".join(piece for piece, _ in self.pieces())

    def pieces(self) -> list[tuple[str, bool]]:
        """Return the text in pieces, each with whether the assistant writes it."""
        pieces: list[tuple[str, bool]] = []
        for message in self.messages:
            head = f"{START}{message.role}\n"
            if message.role == "assistant":
                pieces += [(head, False), (message.content + END, True), ("\n", False)]
            else:
                pieces.append((f"{head}{message.content}{END}\n", False))
        return pieces


def exchange(user: str, reply: str, system: str = "", kind: str = "") -> Conversation:
    """Return a conversation of one question and one reply, with a system prompt if one is given."""
    first = (Message("system", system),) if system else ()
    return Conversation((*first, Message("user", user), Message("assistant", reply)), kind)


def generation_prompt(messages: tuple[Message, ...]) -> str:
    """Return the text that a model continues with its reply."""
    return Conversation(messages).text() + f"{START}assistant\n"
