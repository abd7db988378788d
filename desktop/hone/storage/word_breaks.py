"""Words in texts of all scripts: what the search index sees of a text, and what a mark covers.

Chinese, Japanese, Thai and their like write no spaces between words, so each of their characters counts as a
word of its own; a search for several of them in a row is a search for a phrase, and finds any part of a text.
"""

from __future__ import annotations

import re
import unicodedata

# Thai and Lao, Myanmar, Khmer, kana, Han with extension A, Hangul syllables, compatibility, extensions B on.
_RANGES = (
    (0x0E00, 0x0EFF),
    (0x1000, 0x109F),
    (0x1780, 0x17FF),
    (0x3005, 0x3007),
    (0x3040, 0x30FF),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xAC00, 0xD7AF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFD),
)
UNSPACED = "".join(f"{chr(first)}-{chr(last)}" for first, last in _RANGES)
_UNSPACED = re.compile(f"[{UNSPACED}]")
_TOKENS = re.compile(f"[{UNSPACED}]|[^ {UNSPACED}]+")


class _Folding(dict[int, int]):
    """A character's plain small form, a space for what is no part of a word: one for one, so places stay."""

    def __missing__(self, code: int) -> int:
        self[code] = found = _plain(code)
        return found


def _plain(code: int) -> int:
    if not _is_of_word(unicodedata.category(chr(code))):
        return ord(" ")
    if is_unspaced(chr(code)):
        return code  # Hangul syllables would fall apart into letters
    plain = unicodedata.normalize("NFD", chr(code))[0].lower()
    return ord(plain) if len(plain) == 1 else code


def _is_of_word(category: str) -> bool:
    return category[0] in "LN" or category in ("Co", "Mn", "Mc")


_FOLDING = _Folding()


def set_apart(text: str) -> str:
    """Return `text` with spaces around the characters of scripts without spaces, as it is indexed."""
    return text if text.isascii() else _UNSPACED.sub(r" \g<0> ", text)


def is_unspaced(token: str) -> bool:
    """Whether a token is one character of a script without spaces."""
    return _UNSPACED.match(token) is not None


def folded(text: str) -> str:
    """Return `text` in small letters without accents, spaces for punctuation; as long as `text` is."""
    if text.isascii():  # bytes are translated forty times as fast
        return text.encode().translate(_ASCII).decode()
    return text.translate(_FOLDING)


def tokens(text: str) -> list[str]:
    """Return the words of a text as the index has them."""
    return _TOKENS.findall(folded(text))


_ASCII = bytes(_plain(code) if code < 128 else code for code in range(256))
