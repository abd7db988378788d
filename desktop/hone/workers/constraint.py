"""Replies that match a GBNF grammar or a JSON schema, the same for every engine.

Matching is done by the llguidance library, not by llama.cpp's own grammars. Those take exponential time for
ambiguous grammars: with `root ::= "a" root "b" | "a" root "c" | "x"` the 15th letter took 12 s. Deep ones
end the process with a segmentation fault, and the binding's converter of JSON schemas passes over bounds of
numbers and much else. llguidance works within limits and refuses what it cannot follow.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import llguidance
import msgspec
import numpy as np
import numpy.typing as npt

from hone.domain.constraint import Constraint
from hone.domain.schema_keywords import check_schema
from hone.errors import BadInput, HoneError
from hone.workers.gbnf_lark import lark_of

WHITESPACE = r" |\n[ \t]{0,16}"  # bounded: weak models write endless whitespace between the parts of JSON
_LONGEST_REASON = 300
_NOTHING_FOLLOWS = ("NoExtension", "NoExtensionBias")


class Matcher:
    """Where one reply stands in its constraint."""

    def __init__(self, matcher: llguidance.LLMatcher, what: str, ends: frozenset[int]) -> None:
        self._matcher = matcher
        self._what = what
        self._ends = ends

    @property
    def is_complete(self) -> bool:
        """Whether nothing but the end of the reply can follow."""
        return bool(self._matcher.is_stopped())

    def allows(self, token: int) -> bool:
        """Whether the reply may go on with a token, or end with it."""
        if token in self._ends:
            return bool(self._matcher.is_accepting())
        return self._matcher.validate_tokens([token]) == 1

    def allowed(self) -> npt.NDArray[np.int32]:
        """Return all tokens that may come, in ascending order; raises HoneError when the library gives up."""
        bits = np.frombuffer(self._matcher.compute_bitmask(), np.uint8)
        self._check()
        tokens = np.flatnonzero(np.unpackbits(bits, bitorder="little")).astype(np.int32)
        if self._matcher.is_accepting():
            return tokens
        return tokens[~np.isin(tokens, list(self._ends))]

    def accept(self, token: int) -> None:
        """Go on by a token; raises HoneError when it is not allowed, or the library gives up."""
        if token not in self._ends and not self._matcher.consume_token(token):
            raise self._lost()

    def begin(self, tokenizer: llguidance.LLTokenizer, text: str) -> None:
        """Go on by the whole of a text, where it may come; else stay at the start.

        Any tokens that spell the text do: a constraint is about characters.
        """
        tokens = tokenizer.greedy_tokenize(text)
        if self._matcher.validate_tokens(tokens) == len(tokens):
            self._matcher.consume_tokens(tokens)

    def _check(self) -> None:
        if self._matcher.is_error():
            raise self._lost()

    def _lost(self) -> HoneError:
        return HoneError(
            f"The reply could not be kept to the {self._what} any longer: it is too complex.",
            hint="Simplify it, or ask without it.",
            detail=self._matcher.get_error(),
        )


def matcher_for(
    constraint: Constraint,
    ends: frozenset[int],
    control: Mapping[str, int],
    tokenizer: Callable[[], llguidance.LLTokenizer],
    begun: str = "",
) -> Matcher | None:
    """Return what follows one reply; None when nothing is asked for.

    `begun` is the reply's beginning. Where the constraint could have begun with it, as when a cut reply is
    continued, the whole reply is kept to it; else, as after "Here is the JSON:", what follows alone.

    `ends` are the tokens that end a reply, `control` the control tokens by their texts, and `tokenizer`
    gives llguidance's view of the model's tokens, which should be made once. Raises BadInput for a grammar
    or schema that is wrong, that no reply could match, or that could not be followed to the letter.
    """
    grammar, schema = constraint.grammar, constraint.json_schema
    if not grammar and schema is None:
        return None
    if grammar and schema is not None:
        raise BadInput(
            "A reply cannot be kept to a grammar and a JSON schema at once.", hint="Leave one of them out."
        )
    if not ends:
        raise BadInput(
            "This model has no token that ends a reply, so that its replies cannot be constrained.",
            hint="Ask without a grammar or schema, or choose another model.",
        )
    if schema is not None:
        what, compiled = "JSON schema", _compiled_schema(schema)
    else:
        what, compiled = "grammar", llguidance.LLMatcher.grammar_from_lark(lark_of(grammar, control.get))
    matcher = _made(what, compiled, ends, tokenizer())
    if begun.strip():
        matcher.begin(tokenizer(), begun.lstrip())
    return matcher


def _compiled_schema(schema: dict[str, object]) -> str:
    check_schema(schema)
    text = msgspec.json.encode(schema).decode()
    return llguidance.LLMatcher.grammar_from_json_schema(
        text, overrides={"whitespace_pattern": WHITESPACE, "lenient": False}
    )


def _made(what: str, compiled: str, ends: frozenset[int], tokenizer: llguidance.LLTokenizer) -> Matcher:
    found = llguidance.LLMatcher(tokenizer, compiled, log_level=0)
    if not found.is_error():
        found.compute_bitmask()
    nothing_follows = found.stop_reason() in _NOTHING_FOLLOWS or found.get_error().startswith(
        _NOTHING_FOLLOWS
    )
    if nothing_follows and not found.is_accepting():
        raise BadInput(f"No reply can match this {what}.", hint="Correct it.", detail=found.get_error())
    if found.is_error():
        raise _refused(what, found.get_error())
    return Matcher(found, what, ends)


def _refused(what: str, reason: str) -> BadInput:
    """Say why llguidance does not take a constraint, without its state and the names of its options."""
    shown = " ".join(reason.split("<state>")[0].split())
    shown = shown.split(" Enable '")[0].removesuffix(".")
    return BadInput(
        f"The {what} cannot be used: {shown[:_LONGEST_REASON]}.",
        hint="Correct it, or say it with simpler parts.",
        detail=reason,
    )
