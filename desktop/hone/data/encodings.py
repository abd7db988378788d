"""Telling the encoding of a text: proved for Unicode, a guess by letters for the older ones."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable

from hone.data.letters import ALPHABETS, FREQUENT, WESTERN

BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
PLAUSIBLE = 0.6
"""The share of letters that must fit some language, else the bytes are no text of that encoding."""

_SINGLE = (
    *("cp1252", "cp1250", "iso8859_2", "cp1254", "cp1257", "cp1251", "koi8_r", "cp866"),
    *("cp1255", "cp1253", "cp1256", "mac_roman", "cp850"),
)
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_LOW_SECOND = re.compile(rb"[\xa1-\xf9][\x40-\x7e]")
_TELLING_PAIRS, _LEAST_LOW = 12, 0.15
_DIGITS = range(0x30, 0x3A)
_HIGH = bytes(range(0x80, 0x100))
_LETTERS = tuple(frozenset(alphabet + alphabet.upper()) for alphabet in ALPHABETS)
_FREQUENT = tuple(frozenset(letters + letters.upper()) for letters in FREQUENT)
_SEVERAL = 0.95  # what letters of several languages are worth to those of one
_MIXED = re.compile("[A-Za-z]")
_WORD = re.compile(r"[^\W\d_]+")


def wide_encoding(start: bytes) -> str | None:
    """Recognise UTF-16 and UTF-32 without a mark by where the zero bytes of mostly Latin text stand."""
    if len(start) < 8:
        return None
    quarters = [start[place::4] for place in range(4)]
    zeros = [quarter.count(0) / max(1, len(quarter)) for quarter in quarters]
    if min(zeros[1:]) > 0.7 > 0.3 > zeros[0]:
        return "utf-32-le"
    if min(zeros[:3]) > 0.7 > 0.3 > zeros[3]:
        return "utf-32-be"
    even, odd = (zeros[0] + zeros[2]) / 2, (zeros[1] + zeros[3]) / 2
    if odd > 0.7 and even < 0.1:
        return "utf-16-le"
    if even > 0.7 and odd < 0.1:
        return "utf-16-be"
    return None


def is_utf8(data: bytes, final: bool) -> bool:
    """Whether the bytes are UTF-8; without `final`, the last character may be cut off."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data, final)
    except UnicodeDecodeError:
        return False
    return True


def count_utf8(data: bytes) -> tuple[int, int]:
    """Return how many characters beyond ASCII are whole in UTF-8, and how many bytes are in none."""
    high = len(data) - len(data.translate(None, _HIGH))
    whole = _SEQUENCE.findall(data)
    return len(whole), high - sum(map(len, whole))


def rank_encodings(sample: bytes) -> list[tuple[str, float]]:
    """Return the older encodings with how well the bytes beyond ASCII fit them, 0 to 1, best first.

    Equal ones stay in the order of how usual they are.
    """
    scores = {name: _score(sample, name, _single_byte) for name in _SINGLE}
    for name, judge in _WIDE.items():
        scores[name] = _score(sample, name, judge)
    return sorted(scores.items(), key=lambda entry: -round(entry[1], 3))


def _score(sample: bytes, name: str, judge: Callable[[str, bytes], float]) -> float:
    try:
        text = codecs.getincrementaldecoder(name)().decode(sample, final=False)
    except UnicodeDecodeError:
        return 0.0
    beyond = [character for character in text if character > "\x7f"]
    return judge(text, sample) if beyond else 0.0


def _single_byte(text: str, _sample: bytes) -> float:
    """Return the share of letters in the alphabet that fits best, less what no language does."""
    beyond = [character for character in text if character > "\x7f"]
    best = max(_LETTERS, key=lambda letters: sum(character in letters for character in beyond))
    several = _SEVERAL * sum(character in WESTERN for character in beyond)
    score = max(several, sum(character in best for character in beyond)) / len(beyond)
    words = [word for word in _WORD.findall(text) if not word.isascii() and word.lower() != word.upper()]
    odd = sum(not (word.islower() or word.isupper() or word[1:].islower()) for word in words)
    frequent = next((letters for letters in _FREQUENT if letters <= best), None)
    if frequent is not None:
        share = sum(character in frequent for character in beyond) / len(beyond)
        score -= 0.1 * (1 - min(1.0, share / 0.35))
        odd += sum(_MIXED.search(word) is not None for word in _WORD.findall(text) if not word.isascii())
    return score - 0.5 * min(1.0, odd / max(1, len(words)))


def _usual_pairs(
    first: tuple[int, int], second: tuple[int, int], *more: tuple[int, int]
) -> Callable[[str, bytes], float]:
    """Judge double bytes: the share whose first byte is in a range of usual characters.

    Four bytes of which the second is a digit, as only GB 18030 has them, are any other script or emoji.
    """

    def judge(_text: str, sample: bytes) -> float:
        usual = total = place = 0
        while place < len(sample):
            lead = sample[place]
            if lead < 0x80:
                place += 1
                continue
            trail = sample[place + 1] if place + 1 < len(sample) else 0
            if trail in _DIGITS:
                place += 4
                continue
            total += 1
            in_range = any(low <= lead <= high for low, high in (first, *more))
            usual += in_range and second[0] <= trail <= second[1]
            place += 2
        return usual / max(1, total)

    return judge


def _big5(text: str, sample: bytes) -> float:
    """Judge as pairs; of its second bytes two in five are below 0x80, those of other languages are not."""
    judged = _BIG5(text, sample)
    pairs = sum(character > "\x7f" for character in text)
    low = len(_LOW_SECOND.findall(sample)) / max(1, pairs)
    return judged if pairs < _TELLING_PAIRS else judged * min(1.0, low / _LEAST_LOW)


def _japanese(text: str, _sample: bytes) -> float:
    """Return the share of kana, usual characters and wide punctuation; without kana it is hardly Japanese."""
    beyond = [character for character in text if character > "\x7f"]
    kana = sum("\u3041" <= character <= "\u30fe" for character in beyond)
    wide = sum("\u3000" <= character <= "\u3020" or "\uff01" <= character <= "\uff5e" for character in beyond)
    usual = sum("\u4e00" <= character <= "\u9fff" for character in beyond)
    return (kana + wide + usual * min(1.0, 5 * kana / len(beyond))) / len(beyond)


# The 5,401 usual characters of Big5; wide punctuation.
_BIG5 = _usual_pairs((0xA4, 0xC6), (0x40, 0xFE), (0xA1, 0xA3))
_WIDE: dict[str, Callable[[str, bytes], float]] = {
    "cp932": _japanese,
    "euc_jp": _japanese,
    # Hangul syllables; wide punctuation.
    "cp949": _usual_pairs((0xB0, 0xC8), (0xA1, 0xFE), (0xA1, 0xA3)),
    # The 3,755 characters of GB 2312's first level; wide punctuation.
    "gb18030": _usual_pairs((0xB0, 0xD7), (0xA1, 0xFE), (0xA1, 0xA3)),
    "big5": _big5,
}
