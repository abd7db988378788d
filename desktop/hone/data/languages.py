"""Which languages rows are in, told by py3langid: bundled model of 139 languages, no network."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from hone.domain.datasets import Share

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

LOOKED_AT = 400
_LEAST_LETTERS = 12
_LEAST_SURE = 0.6
_CODE = re.compile(r"```.*?(?:```|$)|https?://\S+|<[^<>]{1,80}>|[0-9_{}()\[\]=;]+", re.DOTALL)


def tell_languages(texts: Iterable[str]) -> tuple[tuple[Share, ...], int]:
    """Return codes of ISO 639-1, most frequent first, and of how many texts the language could be told.

    Texts with few letters, and those between languages, are left out.
    """
    identifier = _identifier()
    counts: Counter[str] = Counter()
    for text in texts:
        plain = " ".join(_CODE.sub(" ", text).split())
        if sum(map(str.isalpha, plain)) < _LEAST_LETTERS and not _is_dense(plain):
            continue
        language, probability = identifier.classify(plain)
        if probability >= _LEAST_SURE:
            counts[language] += 1
    return tuple(Share(name=name, rows=rows) for name, rows in counts.most_common()), counts.total()


def load_languages() -> None:
    """Load the model, which takes half a second once."""
    _identifier()


def language_of(text: str) -> str:
    """Return the language of one text, "" when it cannot be told."""
    shares, _ = tell_languages([text[:LOOKED_AT]])
    return shares[0].name if shares else ""


def _is_dense(text: str) -> bool:
    """Whether few characters say much, as in Chinese, Japanese and Korean."""
    return sum(character >= "\u2e80" for character in text) >= 4


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
