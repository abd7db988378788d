from __future__ import annotations

import itertools

import pytest

from hone.data.secrets import PERSONAL, SECRET, find_secrets, masked

KEYS = [
    ("sk-proj-abcDEF123456abcDEF123456abcDEF", "an OpenAI key"),
    ("sk-" + "aB3" * 16, "an OpenAI key"),
    ("sk-ant-api03-" + "aB3_" * 12, "an Anthropic key"),
    ("AKIAIOSFODNN7EXAMPLE", "an AWS key"),
    ("AKIAVEXWVZQSAIJILYHF", "an AWS key"),
    ("123456789:AA" + "b3_C" * 8 + "d", "a Telegram token"),
    ("ghp_" + "a1B2" * 9, "a GitHub token"),
    ("github_pat_" + "a1B2_" * 9, "a GitHub token"),
    ("glpat-" + "a1B2" * 5, "a GitLab token"),
    ("AIza" + "Sy-a1" * 7, "a Google key"),
    ("xoxb-123456789012-abcdefABCDEF", "a Slack token"),
    ("sk_live_" + "a1B2" * 6, "a Stripe key"),
    ("hf_" + "aBcDe" * 7, "a Hugging Face token"),
    ("eyJhbGciOiJIUzI1NiIsInR5cCI6.eyJzdWIiOiIxMjM0.SflKxwRJSMeKK", "a signed token (JWT)"),
    ("-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----", "a private key"),
]
NUMBERS = [
    ("jane.doe+news@mail.example.co.uk", "an e-mail address"),
    ("+49 170 1234567", "a phone number"),
    ("+1 (555) 010-9999", "a phone number"),
    ("4111 1111 1111 1111", "a credit card number"),
    ("378282246310005", "a credit card number"),
    ("DE89 3704 0044 0532 0130 00", "an account number (IBAN)"),
    ("GB29NWBK60161331926819", "an account number (IBAN)"),
]


@pytest.mark.parametrize(("text", "name"), KEYS)
def test_key_is_told_by_its_structure_and_never_shown_whole(text: str, name: str) -> None:
    (found,) = find_secrets(f"Use {text} for it.")
    assert (found.kind, found.name) == (SECRET, name)
    assert f"Use {text} for it."[found.start : found.end] == text
    assert len(masked(f"Use {text} for it.", found)) <= 5


@pytest.mark.parametrize(("text", "name"), NUMBERS)
def test_personal_data_are_told(text: str, name: str) -> None:
    found = find_secrets(f"That is {text}, I think.")
    assert [(each.kind, each.name) for each in found] == [(PERSONAL, name)]


@pytest.mark.parametrize(
    "text",
    [
        "postgres://bob:hunter22@db.example.org/shop",
        "https://shop.example.org/login?user=bob&password=hunter22x",
    ],
)
def test_password_in_an_address_is_told_without_the_address(text: str) -> None:
    (found,) = [each for each in find_secrets(text) if each.kind == SECRET]
    assert text[found.start : found.end].startswith("hunter22")


@pytest.mark.parametrize(
    "text",
    [
        "sk-learn-like-interfaces-are-everywhere-now",
        "The password is in https://user:password@example.org and postgres://user:<password>@host/db.",
        "4111 1111 1111 1112, 1234 5678 9012 3456 and 0000000000000000",
        "DE89 3704 0044 0532 0130 01",
        "x = +12345 + y1+23456789",
        "@property def value(self): return self._value",
        "git@github.com is no key, and neither is sk-123.",
        "Photo: me@2x.png",
        "472547338\n+960397912423686\n-------\n100741113",
        "256626720691 + 1646615806005 =\n\n4212883012996",
        "On 2024-05-01 12:00 we sold 1,234,567 for 3.14159265358979",
        "AKIAIOSFODNN7EXAMPLEX0",
        "eyJhbGciOiJIUzI1NiJ9",
    ],
)
def test_what_only_looks_like_a_secret_is_none(text: str) -> None:
    found = [each for each in find_secrets(text) if each.name != "an e-mail address" or "git@" not in text]
    assert found == []


def test_secrets_do_not_overlap() -> None:
    text = "https://bob@example.org:secret99@example.org/?password=abcdef12 " + "ghp_" + "a1B2" * 9
    found = find_secrets(text)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


@pytest.mark.parametrize(
    ("before", "key", "name"),
    [
        (
            "https://hooks.slack.com/services/T0123ABCD/B0123ABCD/",
            "a1B2c3" * 4,
            "an address that posts to Slack",
        ),
        (
            "https://discord.com/api/webhooks/123456789012345678/",
            "a1-B" * 17,
            "an address that posts to Discord",
        ),
        ("DefaultEndpointsProtocol=https;AccountKey=", "a1+/" * 21 + "aB==", "an Azure storage key"),
        ('api_key = "', "q7Xk2mP9vL4tR8wZ1nB6yC3d", "a key beside its name"),
        ("Authorization: Bearer ", "q7Xk2mP9vL4tR8wZ1nB6yC3d", "a key beside its name"),
        ('"client_secret": "', "0a9b8c7d6e5f4a3b2c1d0e9f8a7b6c5d", "a key beside its name"),
    ],
)
def test_key_is_told_by_what_stands_before_it(before: str, key: str, name: str) -> None:
    text = f"Use {before}{key} for it."
    (found,) = find_secrets(text)
    assert (found.kind, found.name, text[found.start : found.end]) == (SECRET, name, key)


@pytest.mark.parametrize(
    "text",
    [
        'api_key = "your_own_key_goes_in_here_1"',
        "the secret of-a-very-long-hyphenated-word",
        "token: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1",
        "the token transformers_version_4_of_2021",
    ],
)
def test_words_beside_the_name_of_a_key_are_no_key(text: str) -> None:
    assert find_secrets(text) == []
