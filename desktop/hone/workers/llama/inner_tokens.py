"""Tokenise text as it stands inside a line."""

from __future__ import annotations

from hone.workers.llama.vocabulary import LlamaVocabulary


def inner_tokens(vocabulary: LlamaVocabulary, text: str) -> list[int]:
    """Return the tokens of a text in the middle of a line; control tokens in it are plain characters.

    Some tokenizers put a space in front of any text: it is tokenised after a newline, whose tokens are taken
    off again.
    """
    newline = vocabulary.encode_literally("\n")
    tokens = vocabulary.encode_literally("\n" + text)
    if tokens[: len(newline)] == newline:
        return tokens[len(newline) :]
    return vocabulary.encode_literally(text)
