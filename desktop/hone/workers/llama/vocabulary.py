"""A GGUF's tokenizer."""

from __future__ import annotations

import codecs
import ctypes
from functools import cached_property

import llama_cpp

from hone.errors import BadInput

_LONGEST_PIECE = 256


class LlamaVocabulary:
    """Text to tokens and back, by the model's own tables; `handle` is llama.cpp's for them."""

    def __init__(self, model: llama_cpp.llama_model_p) -> None:
        self.handle = self._vocab = llama_cpp.llama_model_get_vocab(model)
        self.size = llama_cpp.llama_vocab_n_tokens(self._vocab)
        self._pieces: dict[int, bytes] = {}
        self._buffer = ctypes.create_string_buffer(_LONGEST_PIECE)

    @cached_property
    def control(self) -> dict[str, int]:
        """The tokens that steer the model, by their texts."""
        is_control, vocab = llama_cpp.llama_vocab_is_control, self._vocab
        return {self.text(token): token for token in range(self.size) if is_control(vocab, token)}

    @cached_property
    def special_tokens(self) -> dict[str, str]:
        """The texts of bos_token, eos_token and so on."""
        named = {
            "bos_token": llama_cpp.llama_vocab_bos(self._vocab),
            "eos_token": llama_cpp.llama_vocab_eos(self._vocab),
            "pad_token": llama_cpp.llama_vocab_pad(self._vocab),
        }
        return {name: self.text(token) for name, token in named.items() if token >= 0}

    @cached_property
    def ends_of_generation(self) -> frozenset[int]:
        """The tokens at which a reply ends."""
        is_end, vocab = llama_cpp.llama_vocab_is_eog, self._vocab
        return frozenset(token for token in range(self.size) if is_end(vocab, token))

    def text(self, token: int) -> str:
        """Return a token as the table writes it."""
        raw = llama_cpp.llama_vocab_get_text(self._vocab, token)
        return raw.decode("utf-8", errors="replace") if raw else ""

    def encode(self, text: str, begin: bool) -> list[int]:
        """Tokenise, control tokens recognised; `begin` adds the begin token where the model wants one."""
        return self._encode(text, begin, parse_special=True)

    def encode_literally(self, text: str) -> list[int]:
        """Tokenise, control tokens written in the text being plain characters."""
        return self._encode(text, False, parse_special=False)

    def piece(self, token: int) -> bytes:
        """Return the bytes that a token adds to a text; control tokens add none."""
        known = self._pieces.get(token)
        if known is None:
            known = self._pieces[token] = self._piece(token)
        return known

    def _piece(self, token: int) -> bytes:
        size = llama_cpp.llama_token_to_piece(self._vocab, token, self._buffer, len(self._buffer), 0, False)
        if size >= 0:
            return self._buffer.raw[:size]
        larger = ctypes.create_string_buffer(-size)
        size = llama_cpp.llama_token_to_piece(self._vocab, token, larger, len(larger), 0, False)
        return larger.raw[: max(0, size)]

    def _encode(self, text: str, add_special: bool, parse_special: bool) -> list[int]:
        try:
            data = text.encode("utf-8")
        except UnicodeEncodeError as error:
            raise BadInput(
                "The text has broken characters (lone surrogates).", hint="Write or paste it again."
            ) from error
        room = len(data) + 2
        for _ in range(2):
            tokens = (llama_cpp.llama_token * room)()
            count = llama_cpp.llama_tokenize(
                self._vocab, data, len(data), tokens, room, add_special, parse_special
            )
            if count >= 0:
                return list(tokens[:count])
            room = -count
        raise BadInput("The text could not be tokenised.", hint="Shorten it and try again.")


class LlamaTextStream:
    """Bytes of tokens to text, as soon as characters are whole."""

    def __init__(self, vocabulary: LlamaVocabulary) -> None:
        self._vocabulary = vocabulary
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")

    def add(self, token: int) -> str:
        """Return the text that is certain now."""
        return self._decoder.decode(self._vocabulary.piece(token))

    def end(self) -> str:
        """Return what waited; bytes that never became a character are replaced."""
        return self._decoder.decode(b"", final=True)
