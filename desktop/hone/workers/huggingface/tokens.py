"""What the worker must know of a model's tokens: their texts, which end a reply, which break sequences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

from tokenizers import Tokenizer

from hone.domain.generation import TokenRole
from hone.workers.chat_prompt import ChatPrompt
from hone.workers.huggingface.vocabulary import FolderTextStream, FolderVocabulary

# llama.cpp's default sequence breakers of DRY (common/common.h).
BREAKING_CHARACTERS = ("\n", ":", '"', "*")
_ANCHOR = "a"


class Tokens:
    """The tokens of the model in a folder. `stop_ids` and `control_texts` are what a Completion asks for."""

    def __init__(self, folder: Path, vocabulary: FolderVocabulary, stop_ids: frozenset[int]) -> None:
        self.decoder = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.stop_ids = stop_ids
        self.control_texts: Mapping[int, str] = {number: text for text, number in vocabulary.control.items()}
        self._vocabulary = vocabulary
        self._anchor = vocabulary.encode_literally(_ANCHOR)[:1]

    @property
    def size(self) -> int:
        """How many tokens the tokenizer knows."""
        return int(self.decoder.get_vocab_size(with_added_tokens=True))

    def of(self, text: str) -> list[int]:
        """Tokenise a text that stands somewhere within another."""
        return self._vocabulary.encode(text, begin=False)

    def text(self, token: int) -> str:
        """Return one token's text; decoded after another one, because decoders drop a leading space."""
        if not self._anchor:
            return self._decode([token])
        return self._decode([*self._anchor, token])[len(self._decode(self._anchor)) :]

    def role(self, token: int) -> TokenRole:
        """Return what a token does to a reply."""
        if token in self.stop_ids:
            return TokenRole.END
        return TokenRole.CONTROL if token in self.control_texts else TokenRole.TEXT

    def pieces(self, tokens: Sequence[int]) -> tuple[str, ...]:
        """Return what each token adds to a text; one that ends inside a character adds ""."""
        stream = FolderTextStream(self.decoder)
        for token in self._anchor:
            stream.add(token)
        return tuple(stream.add(token) for token in tokens)

    @cached_property
    def breakers(self) -> frozenset[int]:
        """The tokens that contain one of DRY's sequence breakers."""
        texts = self.decoder.decode_batch([[token] for token in range(self.size)], skip_special_tokens=False)
        return frozenset(
            token for token, text in enumerate(texts) if any(mark in text for mark in BREAKING_CHARACTERS)
        )

    def _decode(self, tokens: list[int]) -> str:
        return str(self.decoder.decode(tokens, skip_special_tokens=False))


def stop_ids(vocabulary: FolderVocabulary, prompts: ChatPrompt, configured: object) -> frozenset[int]:
    """Return the tokens that end a reply: the model's own, and the one its template writes after replies.

    `configured` is what the model's generation config says: one id, several, or None.
    """
    texts = vocabulary.stop_texts
    found = {vocabulary.id(text) for text in texts}
    found.add(vocabulary.id(prompts.stop_text(texts)))
    found.update(configured if isinstance(configured, list) else [configured])  # type: ignore[list-item]
    return frozenset(token for token in found if token is not None)
