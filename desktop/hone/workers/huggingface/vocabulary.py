"""A model folder's tokenizer, the same reading of it as in training, and text from tokens as they come."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tokenizers import Tokenizer

from hone.data.tokenizer_folder import TokenizerFolder
from hone.errors import BadInput

_UNFINISHED = "\ufffd"


class FolderVocabulary:
    """Text to tokens by tokenizer.json."""

    def __init__(self, folder: Path) -> None:
        self._tokenizer = TokenizerFolder(folder)
        self.control: Mapping[str, int] = self._tokenizer.control

    @property
    def special_tokens(self) -> Mapping[str, str]:
        """The texts of bos_token, eos_token and so on."""
        return self._tokenizer.special_tokens

    @property
    def template(self) -> str | None:
        """The model's own chat template, None when it has none."""
        return self._tokenizer.template if self._tokenizer.has_template else None

    @property
    def stop_texts(self) -> frozenset[str]:
        """The texts of the tokens at which the model's settings end a reply."""
        return self._tokenizer.stop_tokens

    def id(self, text: str) -> int | None:
        """Return a token's id by its text."""
        return self._tokenizer.token_id(text)

    def text(self, token: int) -> str:
        """Return the text of one token by itself; a part of a character shows as U+FFFD."""
        return self._tokenizer.text(token)

    def bytes_of(self, token: int) -> bytes:
        """Return the bytes that a token stands for, also where they are a part of a character."""
        return self._tokenizer.bytes_of(token)

    def encode(self, text: str, begin: bool) -> list[int]:
        """Tokenise, control tokens recognised; `begin` adds what the tokenizer puts around a text.

        An end token put there is taken off again: the text is to be continued.
        """
        _check(text)
        ids = [piece.id for piece in self._tokenizer.encode(text, add_special_tokens=begin)]
        ends = {self.id(stop) for stop in self.stop_texts}
        while begin and len(ids) > 1 and ids[-1] in ends:
            ids.pop()
        return ids

    def encode_literally(self, text: str) -> list[int]:
        """Tokenise, control tokens written in the text being plain characters."""
        return [piece.id for piece in self._tokenizer.encode_literally(text)]


class FolderTextStream:
    """Tokens to text, as soon as characters are whole.

    Decoding is done over a window of tokens, because spaces and bytes of several tokens belong together:
    what a new token adds is the difference between two decodings (the way of text-generation-inference).
    """

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._tokens: list[int] = []
        self._known = 0
        self._told = ""

    def add(self, token: int) -> str:
        """Return the text that is certain now."""
        self._tokens.append(token)
        text = self._decode(self._tokens)
        if text.endswith(_UNFINISHED):
            return ""
        return self._advance(text)

    def end(self) -> str:
        """Return what waited; bytes that never became a character are replaced."""
        return self._advance(self._decode(self._tokens))

    def _advance(self, text: str) -> str:
        new = text[len(self._told) :]
        self._tokens = self._tokens[self._known :]
        self._known = len(self._tokens)
        self._told = self._decode(self._tokens)
        return new

    def _decode(self, tokens: list[int]) -> str:
        return str(self._tokenizer.decode(tokens, skip_special_tokens=True))


def _check(text: str) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise BadInput(
            "The text has broken characters (lone surrogates).", hint="Write or paste it again."
        ) from error
