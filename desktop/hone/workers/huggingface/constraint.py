"""Replies that match a JSON schema or a GBNF grammar, by the llguidance library."""

from __future__ import annotations

from functools import lru_cache

import llguidance
import msgspec
import numpy as np
import torch
from llguidance.gbnf_to_lark import GbnfToLarkError, gbnf_to_lark

from hone.domain.generation import Constraint
from hone.errors import BadInput, HoneError
from hone.workers.huggingface.tokens import Tokens


class Constraints:
    """Makes matchers for one vocabulary."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._tokenizer: llguidance.LLTokenizer | None = None

    def matcher(self, constraint: Constraint) -> Matcher | None:
        """Return what follows one reply; None when nothing is asked for. Raises BadInput.

        A schema or grammar that the library cannot follow to the letter is refused with its reason.
        """
        if constraint.json_schema is None and not constraint.grammar:
            return None
        if constraint.json_schema is not None and constraint.grammar:
            raise BadInput(
                "A reply cannot follow a grammar and a JSON schema at once.", hint="Leave one of them out."
            )
        if constraint.json_schema is not None:
            schema = msgspec.json.encode(constraint.json_schema).decode()
            return self._made("JSON schema", llguidance.LLMatcher.grammar_from_json_schema(schema))
        return self._made("grammar", llguidance.LLMatcher.grammar_from_lark(_as_lark(constraint.grammar)))

    def _made(self, what: str, grammar: str) -> Matcher:
        if self._tokenizer is None:
            self._tokenizer = _tokenizer(self._tokens)
        try:
            found = llguidance.LLMatcher(self._tokenizer, grammar, log_level=0)
        except ValueError as error:
            raise _refused(what, str(error)) from error
        if found.is_error():
            raise _refused(what, found.get_error())
        return Matcher(found, what)


class Matcher:
    """Where a reply stands in its constraint."""

    def __init__(self, matcher: llguidance.LLMatcher, what: str) -> None:
        self._matcher = matcher
        self._what = what

    @property
    def complete(self) -> bool:
        """Whether nothing can follow any more."""
        return bool(self._matcher.is_stopped())

    def forbid(self, logits: torch.Tensor) -> torch.Tensor:
        """Return logits of shape (vocabulary,) with minus infinity for what cannot come next."""
        bits = np.frombuffer(self._matcher.compute_bitmask(), dtype=np.uint8)
        self._check()
        allowed = torch.zeros(len(logits), dtype=torch.bool)
        known = torch.from_numpy(np.unpackbits(bits, bitorder="little")[: len(logits)].astype(bool))
        allowed[: len(known)] = known
        return logits.masked_fill(~allowed.to(logits.device), float("-inf"))

    def accept(self, token: int) -> None:
        """Go on by a token; raises HoneError when the library gives up."""
        if not self._matcher.consume_token(token):
            self._check()

    def _check(self) -> None:
        if self._matcher.is_error():
            raise HoneError(
                f"The {self._what} could not be followed any further.",
                hint="Simplify it, or ask without it.",
                detail=self._matcher.get_error(),
            )


def _tokenizer(tokens: Tokens) -> llguidance.LLTokenizer:
    try:
        return llguidance.LLTokenizer(tokens.decoder.to_str(), eos_token=sorted(tokens.stop_ids) or None)
    except ValueError as error:
        raise BadInput(
            "This model's tokenizer cannot be used with grammars and JSON schemas.",
            hint="Ask without one, or use a GGUF of this model.",
            detail=str(error),
        ) from error


@lru_cache(maxsize=8)
def _as_lark(grammar: str) -> str:
    """Translate GBNF to the library's own form; raises BadInput.

    The translator raises bare Exceptions for missing rules.
    """
    try:
        return gbnf_to_lark(grammar)
    except Exception as error:
        if type(error) not in (Exception, GbnfToLarkError, IndexError, ValueError):
            raise
        raise _refused("grammar", str(error)) from error


def _refused(what: str, reason: str) -> BadInput:
    first = next((line.strip() for line in reason.splitlines() if line.strip()), "no reason was given")
    return BadInput(
        f"The {what} cannot be used: {first[:300]}",
        hint="Check it, or say it with simpler parts.",
        detail=reason[:4000],
    )
