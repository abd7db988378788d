"""What can be wrong inside a text, told without knowing whose it is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

import msgspec

from hone.data.markup import find_markup
from hone.data.secrets import PERSONAL, SECRET, Secret, find_secrets, masked

_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile("[\x01-\x08\x0e-\x1f\x7f]")
_INVISIBLE = re.compile(
    "[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ue000-\uf8ff\ufeff\ufff9-\ufffb\ufffd\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
)
_JOINERS = frozenset("\u200c\u200d")
_DIRECTION_MARKS = frozenset("\u061c\u200e\u200f")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_FIRST_JOINED = "\u0590"  # the scripts from here on join letters, or are emoji
_FLAG = "\U0001f3f4"
_NAMES = {"\ufffd": "replacement characters", "\ufeff": "byte order marks", "\xad": "soft hyphens"}

CONTROL_TOKEN = re.compile(
    r"<\|/?[A-Za-z][A-Za-z0-9_]{1,40}\|>|<｜[^｜<>\s]{1,40}｜>|</?s>|\[/?INST\]|<</?SYS>>"
    r"|<(?:start|end)_of_(?:turn|image)>|<(?:bos|eos|pad|unk|mask)>|<extra_id_\d{1,3}>"
    r"|\[(?:CLS|SEP|MASK|PAD|UNK|gMASK|sMASK|BOS|EOS)\]"
    r"|\[/?(?:SYSTEM_PROMPT|TOOL_CALLS|TOOL_RESULTS|TOOL_CONTENT|AVAILABLE_TOOLS)\]"
)

LEAST_ENCODED = 200
_RUN = 60  # characters without a space, fewer than which no encoded data has in a line
_BASE64 = re.compile(rf"[A-Za-z0-9+/_-]{{{LEAST_ENCODED},}}|(?:[A-Za-z0-9+/]{{{_RUN},}}\r?\n){{3,}}")
_LEAST_SIGNS = 24  # different characters; in 200 random ones of base64 there are about 60
_HEX = re.compile(rf"(?:[0-9a-f]{{{LEAST_ENCODED},}}|[0-9A-F]{{{LEAST_ENCODED},}})")
_LEAST_HEX_SIGNS = 12


class Finding(msgspec.Struct, frozen=True):
    """One thing wrong with a text: a kind of problem, what it is ("has an e-mail address"), what to do."""

    kind: str
    what: str
    hint: str = ""
    fatal: bool = False


def findings(text: str) -> Iterator[Finding]:
    """Give what is wrong with a text, each kind once."""
    if "\0" in text:
        yield Finding("null_character", "has null characters", "Take them out.")
    plain = text.isascii()
    if not plain and _SURROGATE.search(text):
        yield Finding(
            "broken_text", "has broken characters (lone surrogates)", "Export it again.", fatal=True
        )
    if (plain and _CONTROL.search(text)) or not plain:
        yield from _invisible(text)
    if ("<" in text or "[" in text) and (token := CONTROL_TOKEN.search(text)):
        yield Finding(
            "control_tokens",
            f"has {token.group()!r}, which chat templates use as a control token",
            "Take it out, unless it is to be learned as text.",
        )
    if "<" in text and (tag := find_markup(text)):
        yield Finding(
            "markup", f"has HTML ({tag})", "Take the tags out, unless a model is to learn to write HTML."
        )
    yield from _encoded(text)
    yield from _private(text)


def without_invisible(text: str) -> str:
    """Return the text without what `findings` calls invisible."""
    return _INVISIBLE.sub(lambda match: match.group() if _belongs(match, text) else "", text)


def _invisible(text: str) -> Iterator[Finding]:
    odd = next((match for match in _INVISIBLE.finditer(text) if not _belongs(match, text)), None)
    if odd is not None:
        yield Finding(
            "invisible_characters",
            f"has {_name(odd.group())} (U+{ord(odd.group()):04X}) at character {odd.start() + 1:,}",
            "Nobody sees them, but they are trained; take them out.",
        )


def _belongs(match: re.Match[str], text: str) -> bool:
    """Whether an invisible character does its work: in emoji, and in scripts that join letters."""
    character = match.group()
    if character in _JOINERS:
        return match.start() > 0 and text[match.start() - 1] >= _FIRST_JOINED
    if character in _DIRECTION_MARKS:
        return _RIGHT_TO_LEFT.search(text) is not None
    return "\U000e0020" <= character <= "\U000e007f" and _FLAG in text


def _name(character: str) -> str:
    if character in _NAMES:
        return _NAMES[character]
    if "\ue000" <= character <= "\uf8ff" or character >= "\U000f0000":
        return "characters for private use"
    return unicodedata.name(character, "control characters").lower()


def _encoded(text: str) -> Iterator[Finding]:
    if len(text) < 3 * _RUN or not any(len(word) >= _RUN for word in text.split()):
        return
    for match in _BASE64.finditer(text):
        run = match.group()
        if _HEX.fullmatch(run) and len(set(run)) >= _LEAST_HEX_SIGNS:
            kind = "hexadecimal"
        elif len(set(run)) >= _LEAST_SIGNS and _has_all(run, str.islower, str.isupper, str.isdigit):
            kind = "base64"
        else:
            continue
        yield Finding(
            "encoded_data",
            f"has {len(run):,} characters of encoded data ({kind})",
            "A model learns nothing from it; take it out, or drop the row.",
        )
        return


def _has_all(text: str, *tests: Callable[[str], bool]) -> bool:
    return all(any(test(character) for character in text) for test in tests)


def _private(text: str) -> Iterator[Finding]:
    found = find_secrets(text)
    for kind in (SECRET, PERSONAL):
        of_kind = [each for each in found if each.kind == kind]
        if of_kind:
            yield Finding(kind, _told(text, of_kind), _PRIVATE_HINTS[kind])


def _told(text: str, found: list[Secret]) -> str:
    first = found[0]
    more = f", and {len(found) - 1:,} more" if len(found) > 1 else ""
    return f"has {first.name} ({masked(text, first)}) at character {first.start + 1:,}{more}"


_PRIVATE_HINTS = {
    SECRET: "A model can repeat it. Mask it, and have the key replaced.",
    PERSONAL: "A model can repeat it. Mask it, unless it is public.",
}
