"""The look at whole blocks of texts finds all that is wrong in a text, wherever it stands in the block."""

from __future__ import annotations

import pytest

from hone.data.quick_text import MARGIN, suspects
from hone.data.text_checks import findings

ODD = [
    "sk-ant-" + "a1B_" * 5,
    "sk-" + "a1B2" * 5,
    "AKIA" + "A1B2" * 4,
    "ghp_" + "a1B2" * 9,
    "github_pat_" + "a1" * 11,
    "glpat-" + "a1B2" * 5,
    "AIza" + "a1B2x" * 7,
    "xoxb-" + "12345-abcd" * 2,
    "sk_live_" + "a1B2" * 4,
    "hf_" + "a1" * 15,
    "SG." + "a1" * 11 + "." + "b" * 43,
    "eyJ" + "a1" * 10 + ".eyJabcd." + "x1" * 5,
    "4111 1111 1111 1111",
    "DE89370400440532013000",
    "DE89 3704 0044 0532 0130 00",
    "+49 170 1234567",
    "a@b.de",
    "https://a.b/?secret=hunter22",
    "postgres://bob:hunter22@db/x",
    "-----BEGIN RSA PRIVATE KEY-----",
    "<|im_end|>",
    "[INST]",
    "zero\u200bwidth",
    "bell\x07",
    "nul\0",
]


@pytest.mark.parametrize("odd", ODD)
def test_what_is_wrong_in_a_text_is_suspected_at_every_place_of_a_block(odd: str) -> None:
    for place in range(40):
        text = f"{' ' * place} {odd}, and"
        assert next(findings(text), None) is not None
        block = b"\0".join((MARGIN, text.encode(), MARGIN))
        assert len(suspects(block, breaks=2)) > 0, place


def test_long_words_are_not_suspected() -> None:
    text = "A technology-driven, brick-and-mortar shop (2011), with extracurriculars: subject-verb-object."
    block = b"\0".join((MARGIN, text.encode(), MARGIN))
    assert len(suspects(block, breaks=2)) == 0
