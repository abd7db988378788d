"""Write a GBNF grammar in the notation of the llguidance library, with exactly the same language.

llguidance cuts text into lexemes, always the longest, before its parser sees it: `[a-z]+ "abc"` then refuses
"abcabcd". So each lexeme written here is a single character, and all choices are left to the parser, which is
an Earley parser: left recursion and ambiguity cost no exponential time, as they do in llama.cpp's own engine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from hone.domain.gbnf import (
    ROOT,
    Characters,
    Choice,
    Item,
    Reference,
    Repetition,
    Sequence,
    TokenItem,
    read_gbnf,
    wrong_in_line,
)
from hone.errors import BadInput

LONGEST_CHAIN = 500  # rules below rules; llguidance goes down them by recursion, and fails from about 5000 on
MOST_RULES = 20_000

TokenOf = Callable[[str], int | None]


def lark_of(grammar: str, token_of: TokenOf) -> str:
    """Return the grammar for llguidance; raises BadInput that names the line.

    `token_of` gives the id of a control token by its text, None when there is none.
    """
    return _Writer(_read(grammar), token_of).text()


@lru_cache(maxsize=8)
def _read(grammar: str) -> dict[str, Choice]:
    return read_gbnf(grammar)


class _Writer:
    """Numbers the rules; groups become rules of their own, because llguidance bounds how deep they nest."""

    def __init__(self, rules: dict[str, Choice], token_of: TokenOf) -> None:
        self._token_of = token_of
        self._names = {name: "start" if name == ROOT else f"r{place}" for place, name in enumerate(rules)}
        self._uses: dict[str, list[str]] = {}
        self._lines: list[str] = []
        self._groups = 0
        for name, choice in rules.items():
            self._write(self._names[name], choice)

    def text(self) -> str:
        """Return the whole grammar."""
        self._check_chains()
        return "\n".join([*self._lines, ""])

    def _write(self, name: str, choice: Choice) -> None:
        if len(self._uses) >= MOST_RULES:
            raise BadInput("The grammar has too many rules and groups.", hint="Simplify it.")
        uses = self._uses[name] = []
        options = [" ".join(self._parts(option, uses)) for option in choice.options]
        self._lines.append(f"{name}: " + " | ".join(option or '""' for option in options))

    def _parts(self, sequence: Sequence, uses: list[str]) -> Iterator[str]:
        for item in sequence:
            yield self._part(item, uses)

    def _part(self, item: Item, uses: list[str]) -> str:
        match item:
            case Characters():
                return _pattern(item)
            case Reference():
                name = self._names.get(item.name)
                if name is None:
                    raise wrong_in_line(item.line, f"there is no rule '{item.name}'")
                uses.append(name)
                return name
            case TokenItem():
                return f"<[{self._token(item)}]>"
            case Repetition():
                inner = item.item
                if isinstance(inner, Repetition):
                    inner = Choice(((inner,),))
                return self._part(inner, uses) + _times(item)
            case Choice():
                return self._group(item, uses)

    def _group(self, choice: Choice, uses: list[str]) -> str:
        self._groups += 1
        name = f"g{self._groups}"
        uses.append(name)
        self._write(name, choice)
        return name

    def _token(self, item: TokenItem) -> int:
        if isinstance(item.token, int):
            return item.token
        token = self._token_of(item.token)
        if token is None:
            raise wrong_in_line(item.line, f"this model has no control token '{item.token}'")
        return token

    def _check_chains(self) -> None:
        for uses in (self._uses, {name: used[::-1] for name, used in self._uses.items()}):
            if _deepest(uses) > LONGEST_CHAIN:
                raise BadInput(
                    f"The grammar's rules lead through more than {LONGEST_CHAIN} others.", hint="Simplify it."
                )


def _deepest(uses: dict[str, list[str]]) -> int:
    """Return how deep a walk through the rules gets that enters each of them once."""
    seen, deepest = {"start"}, 0
    stack = [iter(uses["start"])]
    while stack:
        deepest = max(deepest, len(stack))
        following = next((name for name in stack[-1] if name not in seen), None)
        if following is None:
            stack.pop()
        else:
            seen.add(following)
            stack.append(iter(uses[following]))
    return deepest


def _times(item: Repetition) -> str:
    match item.least, item.most:
        case 0, None:
            return "*"
        case 1, None:
            return "+"
        case 0, 1:
            return "?"
        case least, None:
            return f"{{{least},}}"
        case least, most:
            return f"{{{least},{most}}}"


def _pattern(item: Characters) -> str:
    """Return a regular expression for one character; all of them are written as code points."""
    if not item.ranges:
        return "/(?s:.)/"
    inner = "".join(
        _code(first) if first == last else f"{_code(first)}-{_code(last)}" for first, last in item.ranges
    )
    return f"/[{'^' if item.others else ''}{inner}]/"


def _code(code: int) -> str:
    return f"\\u{{{code:x}}}"
