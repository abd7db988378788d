"""Read GBNF, llama.cpp's notation for grammars, into a tree; errors name the line.

The notation is what llama.cpp's parser takes (src/llama-grammar.cpp, as in llama-cpp-python 0.3.36): rules
`name ::= ...` of literals, character classes, `.`, groups, `|`, `*`, `+`, `?`, `{m,n}`, tokens `<[id]>` and
`<text>`, and `#` comments. Refused here are tokens that may not come (`!<...>`), a rule written twice (of
which llama.cpp takes the last), and more than 2000 repetitions (which llama.cpp takes for no bound at all).
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass

from hone.errors import BadInput

ROOT = "root"
LONGEST = 2**18
DEEPEST = 100
MOST_REPETITIONS = 2000
LARGEST_CHARACTER = sys.maxunicode
_NAME = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-")
_DIGITS = frozenset("0123456789")
_PLAIN_ESCAPES = {"t": "\t", "r": "\r", "n": "\n", "\\": "\\", '"': '"', "[": "[", "]": "]", "-": "-"}
_HEX_ESCAPES = {"x": 2, "u": 4, "U": 8}
_REPETITIONS: Mapping[str, tuple[int, int | None]] = {"*": (0, None), "+": (1, None), "?": (0, 1)}


@dataclass(frozen=True)
class Characters:
    """One character of `ranges` (first and last code point, both included), or one of all others."""

    ranges: tuple[tuple[int, int], ...]
    others: bool = False


@dataclass(frozen=True)
class TokenItem:
    """One token, by its id or by its text."""

    token: int | str
    line: int


@dataclass(frozen=True)
class Reference:
    """What another rule matches."""

    name: str
    line: int


@dataclass(frozen=True)
class Choice:
    """One of several sequences."""

    options: tuple[Sequence, ...]


@dataclass(frozen=True)
class Repetition:
    """`item`, at least `least` and at most `most` times (None: without end)."""

    item: Item
    least: int
    most: int | None


Item = Characters | TokenItem | Reference | Choice | Repetition
Sequence = tuple[Item, ...]


def read_gbnf(text: str) -> dict[str, Choice]:
    """Return the rules of a grammar by name; raises BadInput."""
    if len(text) > LONGEST:
        raise BadInput(f"The grammar has {len(text):,} characters.", hint=f"At most {LONGEST:,} can be used.")
    rules = _Reader(text).rules()
    if ROOT not in rules:
        raise BadInput("The grammar has no rule 'root'.", hint="Begin it with: root ::= ...")
    return rules


def check_names(rules: Mapping[str, Choice]) -> None:
    """Raise BadInput that names the line where a rule is used that is not there."""
    items: list[Item] = list(rules.values())
    while items:
        item = items.pop()
        if isinstance(item, Reference) and item.name not in rules:
            raise wrong_in_line(item.line, f"there is no rule '{item.name}'")
        if isinstance(item, Repetition):
            items.append(item.item)
        elif isinstance(item, Choice):
            items += [part for option in item.options for part in option]


class _Reader:
    """A position in the text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._depth = 0

    def rules(self) -> dict[str, Choice]:
        rules: dict[str, Choice] = {}
        self._skip_space(True)
        while self._here():
            name = self._name()
            if name in rules:
                raise self._wrong(f"the rule '{name}' is there already")
            self._skip_space(False)
            if not self._text.startswith("::=", self._at):
                raise self._wrong(f"'::=' is missing after '{name}'")
            self._at += 3
            self._skip_space(True)
            rules[name] = self._choice(nested=False)
            if self._here() and self._here() not in "\r\n":
                raise self._wrong(f"{self._here()!r} cannot stand here")
            self._skip_space(True)
        return rules

    def _choice(self, nested: bool) -> Choice:
        options = [self._sequence(nested)]
        while self._here() == "|":
            self._at += 1
            self._skip_space(True)
            options.append(self._sequence(nested))
        return Choice(tuple(options))

    def _sequence(self, nested: bool) -> Sequence:
        items: list[Item] = []
        while True:
            sign = self._here()
            if sign and sign in "*+?{":
                if not items:
                    raise self._wrong(f"{sign!r} has nothing before it to repeat")
                items[-1] = self._repeated(items[-1])
            else:
                item = self._item()
                if item is None:
                    return tuple(items)
                items.append(item)
            self._skip_space(nested)

    def _item(self) -> Item | None:
        sign = self._here()
        if sign == '"':
            return self._literal()
        if sign == "[":
            return self._characters()
        if sign == "(":
            return self._group()
        if sign == ".":
            self._at += 1
            return Characters((), others=True)
        if sign == "<":
            return self._token()
        if sign == "!":
            raise self._wrong("tokens that may not come ('!<...>') cannot be used here")
        if sign in _NAME and sign:
            line = self._line()
            return Reference(self._name(), line)
        return None

    def _literal(self) -> Item:
        self._at += 1
        characters: list[Item] = []
        while self._here() != '"':
            code = self._character("a literal")
            characters.append(Characters(((code, code),)))
        self._at += 1
        return characters[0] if len(characters) == 1 else Choice((tuple(characters),))

    def _characters(self) -> Characters:
        self._at += 1
        others = self._here() == "^"
        self._at += others
        ranges: list[tuple[int, int]] = []
        while self._here() != "]":
            first = last = self._character("a character class")
            if self._here() == "-" and self._text[self._at + 1 : self._at + 2] != "]":
                self._at += 1
                last = self._character("a character class")
            if last < first:
                raise self._wrong(f"the range {chr(first)!r}-{chr(last)!r} is the wrong way round")
            ranges.append((first, last))
        self._at += 1
        if not ranges:
            raise self._wrong("a character class is empty")
        return Characters(tuple(ranges), others)

    def _group(self) -> Choice:
        self._depth += 1
        if self._depth > DEEPEST:
            raise self._wrong(f"groups are nested more than {DEEPEST} deep")
        self._at += 1
        self._skip_space(True)
        found = self._choice(nested=True)
        if self._here() != ")":
            raise self._wrong("a group is not closed with ')'")
        self._at += 1
        self._depth -= 1
        return found

    def _token(self) -> TokenItem:
        line, start = self._line(), self._at
        end = self._text.find(">", start)
        if end < 0 or "\n" in self._text[start:end]:
            raise self._wrong("a token is not closed with '>'")
        self._at = end + 1
        inner = self._text[start + 1 : end]
        if not inner.startswith("["):
            return TokenItem(self._text[start : end + 1], line)
        number = inner[1:-1]
        if not inner.endswith("]") or not number or len(number) > 9 or not _DIGITS.issuperset(number):
            raise self._wrong(f"'<{inner}>' is no token id")
        return TokenItem(int(number), line)

    def _repeated(self, item: Item) -> Repetition:
        sign = self._here()
        self._at += 1
        if sign != "{":
            return Repetition(item, *_REPETITIONS[sign])
        self._skip_space(True)
        least = self._number()
        most: int | None = least
        if self._here() == ",":
            self._at += 1
            self._skip_space(True)
            most = None if self._here() == "}" else self._number()
        if self._here() != "}":
            raise self._wrong("a number of repetitions is not closed with '}'")
        self._at += 1
        if most is not None and most < least:
            raise self._wrong(f"{{{least},{most}}} asks for more repetitions than it allows")
        return Repetition(item, least, most)

    def _number(self) -> int:
        start = self._at
        while self._here() in _DIGITS and self._here():
            self._at += 1
        digits = self._text[start : self._at]
        if not digits:
            raise self._wrong("a number of repetitions is missing")
        if len(digits) > 9 or int(digits) > MOST_REPETITIONS:
            raise self._wrong(f"{digits[:12]} repetitions are more than {MOST_REPETITIONS}")
        self._skip_space(True)
        return int(digits)

    def _character(self, where: str) -> int:
        sign = self._here()
        if not sign:
            raise self._wrong(f"{where} is not closed")
        self._at += 1
        if sign != "\\":
            return self._checked(ord(sign))
        kind = self._here()
        self._at += 1
        if kind in _PLAIN_ESCAPES:
            return ord(_PLAIN_ESCAPES[kind])
        size = _HEX_ESCAPES.get(kind, 0)
        digits = self._text[self._at : self._at + size]
        if not size or len(digits) < size:
            raise self._wrong(f"'\\{kind}{digits}' is no escape that GBNF knows")
        try:
            code = int(digits, 16) if digits.isalnum() else -1
        except ValueError:
            code = -1
        self._at += size
        return self._checked(code)

    def _checked(self, code: int) -> int:
        if not 0 <= code <= LARGEST_CHARACTER or 0xD800 <= code <= 0xDFFF:
            raise self._wrong("there is a character that text cannot have")
        return code

    def _name(self) -> str:
        start = self._at
        while self._here() in _NAME and self._here():
            self._at += 1
        if self._at == start:
            raise self._wrong("a rule's name (letters, digits, hyphens) is missing")
        return self._text[start : self._at]

    def _skip_space(self, lines_too: bool) -> None:
        blank = " \t\r\n" if lines_too else " \t"
        while (sign := self._here()) and (sign in blank or sign == "#"):
            if sign == "#":
                while self._here() and self._here() not in "\r\n":
                    self._at += 1
            else:
                self._at += 1

    def _here(self) -> str:
        return self._text[self._at : self._at + 1]

    def _line(self) -> int:
        return self._text.count("\n", 0, self._at) + 1

    def _wrong(self, what: str) -> BadInput:
        return wrong_in_line(min(self._line(), self._text.count("\n") + 1), what)


def wrong_in_line(line: int, what: str) -> BadInput:
    """Say what is wrong in a line of a grammar."""
    return BadInput(
        f"Line {line} of the grammar: {what}.", hint="Correct it; GBNF is llama.cpp's notation for grammars."
    )
