"""The tokenizer, special tokens and chat template of a model folder, read without transformers."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import msgspec
import tokenizers

from hone.data.template import FALLBACK_TEMPLATE
from hone.errors import BadInput

Result = TypeVar("Result")
_BYTE = re.compile(r"<0x([0-9A-F]{2})>")


class Piece(msgspec.Struct, frozen=True):
    """One token with the characters of the encoded text that it stands for."""

    id: int
    start: int
    end: int


class Pieces(msgspec.Struct, frozen=True):
    """The tokens of one text: ids, and the characters of each, from and to."""

    ids: list[int]
    offsets: list[tuple[int, int]]

    def pieces(self) -> list[Piece]:
        """Return them one by one."""
        return [Piece(number, *place) for number, place in zip(self.ids, self.offsets, strict=True)]


@cache
def byte_letters() -> dict[str, int]:
    """Return the byte that each letter of a byte-level vocabulary stands for.

    As in OpenAI's GPT-2 (encoder.py, bytes_to_unicode): bytes that print are their own letters, the others
    take those from U+0100 on, in order.
    """
    printing = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    others = [byte for byte in range(0x100) if byte not in printing]
    letters = {chr(byte): byte for byte in printing}
    return letters | {chr(0x100 + place): byte for place, byte in enumerate(others)}


def stand_in_template(folder: Path) -> str | None:
    """Return Hone's plain template for a model folder that has no chat template, None for others."""
    own = _template(folder, _read_json(folder / "tokenizer_config.json"))
    return FALLBACK_TEMPLATE if own is None else None


class TokenizerFolder:
    """What a model folder says about turning conversations into tokens.

    `template` is the chat template, or Hone's plain one when `has_template` is false. `special_tokens`
    maps bos_token, eos_token and so on to their texts. `control` holds the tokens that steer the model,
    `added` these and all others that the tokenizer cuts out of a text as a whole.
    """

    def __init__(self, folder: Path, template: str | None = None) -> None:
        self.folder = folder
        file = folder / "tokenizer.json"
        if not file.is_file():
            raise _no_tokenizer(folder)
        self._tokenizer = self._guarded(lambda: tokenizers.Tokenizer.from_file(str(file)), "cannot be read")
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        config = _read_json(folder / "tokenizer_config.json")
        found = template if template is not None else _template(folder, config)
        self.has_template = found is not None
        self.template = found if found is not None else FALLBACK_TEMPLATE
        decoder = self._tokenizer.get_added_tokens_decoder()
        self.added = {token.content: number for number, token in decoder.items()}
        self.control = {token.content: number for number, token in decoder.items() if token.special}
        self.special_tokens = self._special_tokens(config)

    @property
    def eos_text(self) -> str:
        """The text of the end-of-sequence token, empty when the model has none."""
        return self.special_tokens.get("eos_token", "")

    @property
    def stop_tokens(self) -> frozenset[str]:
        """The texts of all tokens at which the model's settings end a generation."""
        texts = [self._tokenizer.id_to_token(number) for number in self._ids("eos_token_id")]
        return frozenset(text for text in [*texts, self.eos_text] if text)

    def token_id(self, text: str) -> int | None:
        """Return the id of a token by its text, None when there is no such token."""
        number: int | None = self._tokenizer.token_to_id(text) if text else None
        return number

    def text(self, number: int) -> str:
        """Return the text of one token by itself; a part of a character shows as U+FFFD."""
        text: str = self._tokenizer.decode([number], skip_special_tokens=False)
        return text

    def bytes_of(self, number: int) -> bytes:
        """Return the bytes that a token of the vocabulary stands for, also a part of a character's."""
        written: str = self._tokenizer.id_to_token(number) or ""
        if match := _BYTE.fullmatch(written):
            return bytes([int(match[1], 16)])
        letters = byte_letters() if self.token_id("Ġ") is not None and self.token_id("▁") is None else {}
        if written and all(letter in letters for letter in written):
            return bytes(letters[letter] for letter in written)
        return written.replace("▁", " ").encode()

    def encode(self, text: str, add_special_tokens: bool = False) -> list[Piece]:
        """Turn `text` into tokens with character offsets; special tokens written in it are recognised.

        Raises BadInput when the tokenizer itself breaks down over the text.
        """
        return self.encode_each([text], add_special_tokens)[0].pieces()

    def encode_each(self, texts: Sequence[str], add_special_tokens: bool = False) -> list[Pieces]:
        """Turn several texts into tokens at once, as `encode` does one."""
        encodings = self._guarded(
            lambda: _encodings(self._tokenizer, texts, add_special_tokens),
            "breaks down over a text of this data",
        )
        return [Pieces(encoding.ids, encoding.offsets) for encoding in encodings]

    def encode_literally(self, text: str) -> list[Piece]:
        """Turn `text` into tokens, control tokens written in it being plain characters."""
        self._tokenizer.encode_special_tokens = True
        try:
            return self.encode(text)
        finally:
            self._tokenizer.encode_special_tokens = False

    def _special_tokens(self, config: dict[str, Any]) -> dict[str, str]:
        tokens = _read_json(self.folder / "special_tokens_map.json") | config
        found: dict[str, str] = {}
        for name, value in tokens.items():
            text = value.get("content") if isinstance(value, dict) else value
            if name.endswith("_token") and isinstance(text, str) and text:
                found[name] = text
        for name in ("bos_token", "eos_token"):
            says_none = name == "bos_token" and name in config and config[name] is None
            text = found.get(name) or ("" if says_none else self._token_by_id(f"{name}_id"))
            if text:
                found[name] = text
        return found

    def _token_by_id(self, key: str) -> str | None:
        numbers = self._ids(key)
        text: str | None = self._tokenizer.id_to_token(numbers[0]) if numbers else None
        return text

    def _ids(self, key: str) -> list[int]:
        """Read one or several token ids from the model's settings, those for generation first."""
        found: list[int] = []
        for file in ("generation_config.json", "config.json"):
            value = _read_json(self.folder / file).get(key)
            several = value if isinstance(value, list) else [value]
            found += [n for n in several if isinstance(n, int) and not isinstance(n, bool) and n >= 0]
        return found

    def _guarded(self, call: Callable[[], Result], what: str) -> Result:
        """Call the tokenizers library, which raises bare Exception, and panics that are none."""
        try:
            return call()
        except BaseException as error:
            if type(error) is not Exception and type(error).__name__ != "PanicException":
                raise
            self._refuse(what, error)

    def _refuse(self, what: str, error: BaseException) -> NoReturn:
        raise BadInput(
            f"The tokenizer in {self.folder} {what}.",
            hint="The file tokenizer.json is damaged or unfit; get the model again, or use another.",
            detail=str(error)[:2000],
        ) from error


def _encodings(
    tokenizer: tokenizers.Tokenizer, texts: Sequence[str], add_special_tokens: bool
) -> list[tokenizers.Encoding]:
    """Encode texts; one by itself does not wait for the library's threads."""
    if len(texts) == 1:
        return [tokenizer.encode(texts[0], add_special_tokens=add_special_tokens)]
    found: list[tokenizers.Encoding] = tokenizer.encode_batch(
        list(texts), add_special_tokens=add_special_tokens
    )
    return found


def _template(folder: Path, config: dict[str, Any]) -> str | None:
    """Return the chat template as transformers chooses it: its own file first, then the settings."""
    own = folder / "chat_template.jinja"
    if own.is_file():
        return own.read_text(encoding="utf-8", errors="replace")
    for source in (config, _read_json(folder / "chat_template.json")):
        value = source.get("chat_template")
        if isinstance(value, str) and value.strip():
            return value
        if isinstance(value, list):
            named = {item.get("name"): item.get("template") for item in value if isinstance(item, dict)}
            chosen = named.get("default") or next(iter(named.values()), None)
            if isinstance(chosen, str) and chosen.strip():
                return chosen
    return None


def _read_json(path: Path) -> dict[str, Any]:
    """Read a JSON object; an absent file is an empty one."""
    if not path.is_file():
        return {}
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, OSError, RecursionError) as error:
        raise BadInput(
            f"{path} cannot be read as JSON.", hint="Get the model again.", detail=str(error)
        ) from error
    return value if isinstance(value, dict) else {}


def _no_tokenizer(folder: Path) -> BadInput:
    if not folder.is_dir():
        return BadInput(f"{folder} is not a folder with a model.", hint="Choose a model folder.")
    return BadInput(
        f"{folder} has no tokenizer.json.",
        hint="Choose a model folder that has one; older models with only tokenizer.model must be converted.",
    )
