"""Keys, passwords and personal numbers in a text: told by their structure, never shown whole.

Keys are recognised by the prefix that their maker gives them and by their length; numbers of cards and
accounts only when their check digits are right (ISO/IEC 7812 Luhn, ISO 13616 modulo 97).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import msgspec

SECRET = "secret"
PERSONAL = "personal_data"


class Secret(msgspec.Struct, frozen=True):
    """Something private in a text, from character `start` to `end`; `kind` is a kind of problem."""

    kind: str
    name: str
    start: int
    end: int


class _Key(msgspec.Struct, frozen=True):
    """A sort of key: it has one of `needles` in it, and fits `pattern` (its group 1 if there is one)."""

    name: str
    needles: tuple[str, ...]
    pattern: re.Pattern[str]
    accepts: Callable[[str], bool] = bool


def find_secrets(text: str) -> list[Secret]:
    """Return the keys and personal data of a text in order, none inside another."""
    found = sorted([*_keys(text), *_personal(text)], key=lambda each: (each.start, -each.end))
    kept: list[Secret] = []
    for each in found:
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept


def masked(text: str, secret: Secret) -> str:
    """Return the beginning of a secret, enough to find it in the row."""
    length = secret.end - secret.start
    return text[secret.start : secret.start + min(4, length // 3)] + "…"


def _keys(text: str) -> Iterator[Secret]:
    for key in _KEYS:
        if not any(needle in text for needle in key.needles):
            continue
        for match in key.pattern.finditer(text):
            group = 1 if key.pattern.groups else 0
            if key.accepts(match.group(group)):
                yield Secret(SECRET, key.name, match.start(group), match.end(group))


def _personal(text: str) -> Iterator[Secret]:
    if "@" in text:
        for match in _EMAIL.finditer(text):
            if _LOGIN.search(text, max(0, match.start() - _LONGEST_LOGIN), match.start()):
                continue
            yield Secret(PERSONAL, "an e-mail address", match.start(), match.end())
    if "+" in text:
        for match in _PHONE.finditer(text):
            yield Secret(PERSONAL, "a phone number", match.start(), match.end())
    if LONG_NUMBER.search(text):
        for match in _CARD.finditer(text):
            if _is_card(re.sub(r"[ -]", "", match.group())):
                yield Secret(PERSONAL, "a credit card number", match.start(), match.end())
        for match in _IBAN.finditer(text):
            if end := _iban_end(match.group()):
                yield Secret(PERSONAL, "an account number (IBAN)", match.start(), match.start() + end)


def _is_mixed(token: str) -> bool:
    """Whether a key is letters and digits, as random ones are; words with hyphens are not."""
    return any(c.isdigit() for c in token) and any(c.isalpha() for c in token)


def _is_random(token: str) -> bool:
    """Whether a key without a maker's prefix looks drawn: digits among letters, many different signs."""
    changes = re.findall("(?<=[A-Za-z])[0-9]|(?<=[0-9])[A-Za-z]", token)
    return len(changes) >= 3 and len(set(token.lower())) >= 10


def _is_no_placeholder(password: str) -> bool:
    plain = password.strip("<>{}[]$%*_-.").lower()
    return plain not in _PLACEHOLDERS and not password.startswith(("<", "$", "{", "*", "%", "["))


_PLACEHOLDERS = frozenset(
    {"", "password", "passwd", "pass", "pwd", "secret", "token", "key", "xxx", "xxxx", "xxxxx", "xxxxxx"}
    | {"yourpassword", "your_password", "your-password", "mypassword", "api_key", "apikey", "your_api_key"}
    | {"your-api-key", "yourapikey", "your_token", "your_secret", "your_key", "changeme", "port"}
)
_BEFORE = r"(?<![A-Za-z0-9_-])"


def _key(name: str, needles: str, pattern: str, accepts: Callable[[str], bool] = bool) -> _Key:
    return _Key(name, tuple(needles.split()), re.compile(pattern), accepts)


# A key has at least 23 characters in a row of which names are made, AWS's excepted: the quick look at
# whole blocks of rows (quick_text.py) relies on it.
_KEYS: tuple[_Key, ...] = (
    _key("an Anthropic key", "sk-ant-", _BEFORE + r"sk-ant-[A-Za-z0-9_-]{20,}"),
    _key(
        "an OpenAI key",
        "sk-",
        _BEFORE + r"sk-(?!ant-)(?:proj-|svcacct-|admin-)?[A-Za-z0-9_-]{20,}",
        _is_mixed,
    ),
    _key(
        "an AWS key",
        "AKIA ASIA",
        r"(?<![A-Za-z0-9/+])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9/+])",
        lambda key: key.startswith("AKIA") or _is_mixed(key),
    ),
    _key("a GitHub token", "ghp_ gho_ ghu_ ghs_ ghr_", _BEFORE + r"gh[pousr]_[A-Za-z0-9]{36,}"),
    _key("a GitHub token", "github_pat_", _BEFORE + r"github_pat_[A-Za-z0-9_]{22,}"),
    _key("a GitLab token", "glpat-", _BEFORE + r"glpat-[A-Za-z0-9_-]{20,}"),
    _key("a Google key", "AIza", _BEFORE + r"AIza[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])"),
    _key("a Slack token", "xox", _BEFORE + r"xox[abeoprs]-[A-Za-z0-9-]{18,}", _is_mixed),
    _key(
        "an address that posts to Slack",
        "hooks.slack.com",
        r"hooks\.slack\.com/services/T[A-Z0-9]{6,}/B[A-Z0-9]{6,}/([A-Za-z0-9]{23,})",
    ),
    _key(
        "an address that posts to Discord",
        "/api/webhooks/",
        r"discord(?:app)?\.com/api/webhooks/[0-9]{15,}/([A-Za-z0-9_-]{60,})",
    ),
    _key("a Telegram token", ":AA", r"(?<![A-Za-z0-9_-])[0-9]{8,10}:AA[A-Za-z0-9_-]{33}(?![A-Za-z0-9_-])"),
    _key("an Azure storage key", "AccountKey=", r"AccountKey=([A-Za-z0-9+/]{80,}={0,2})"),
    _key("a Stripe key", "k_live_ k_test_", _BEFORE + r"[rsp]k_(?:live|test)_[A-Za-z0-9]{16,}"),
    _key("a Hugging Face token", "hf_", _BEFORE + r"hf_[A-Za-z0-9]{30,}"),
    _key("an npm token", "npm_", _BEFORE + r"npm_[A-Za-z0-9]{36}(?![A-Za-z0-9])"),
    _key("a Groq key", "gsk_", _BEFORE + r"gsk_[A-Za-z0-9]{40,}"),
    _key("a SendGrid key", "SG.", _BEFORE + r"SG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}"),
    _key(
        "a signed token (JWT)",
        "eyJ",
        _BEFORE + r"eyJ[A-Za-z0-9_-]{20,}\.eyJ[A-Za-z0-9_-]{4,}\.[A-Za-z0-9_-]{10,}",
    ),
    _key(
        "a private key",
        "-----BEGIN",
        r"-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----"
        r"(?:[^-]{0,20000}-----END (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----)?",
    ),
    _key(
        "a key beside its name",
        "key KEY Key oken OKEN ecret ECRET earer",
        r"(?i:api_?-?key|access_?-?key|secret_?-?key|secret|token|bearer)[\"']?(?: ?[:=] ?| )[\"']?"
        r"([A-Za-z0-9_-]{24,200})(?![A-Za-z0-9_-])",
        _is_random,
    ),
    _key(
        "a password in an address",
        "://",
        r"\b[A-Za-z][A-Za-z0-9+.-]{1,20}://[^\s/:@\"'<>]{1,100}:([^\s/@\"']{3,100})@[A-Za-z0-9\[]",
        _is_no_placeholder,
    ),
    _key(
        "a password in an address",
        "password= passwd= pwd= apikey= api_key= access_token= secret= auth_token= client_secret=",
        r"[?&](?:password|passwd|pwd|apikey|api_key|access_token|secret|auth_token|client_secret)="
        r"([^&\s\"'<>{}\[\]$#]{6,200})",
        _is_no_placeholder,
    ),
)

_EMAIL = re.compile(
    r"(?<![A-Za-z0-9._%+/-])[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\.))+"
    r"(?!(?:png|jpe?g|gif|svg|webp)\b)[A-Za-z]{2,24}(?![A-Za-z0-9-])"
)
_LOGIN = re.compile(r"://[^\s/@]*:\Z")  # what stands before it is a password in an address, not a mailbox
_LONGEST_LOGIN = 120
_PHONE = re.compile(r"(?<![A-Za-z0-9+=^*/_)\]-])\+(?![0-9]{14})[1-9](?:[ .()/-]{0,2}[0-9]){7,14}(?![0-9])")

LONG_NUMBER = re.compile(r"[0-9]{4}[\x00-\x7f][0-9]{4}")
"""Every number of a card or an account has this in it: nine digits in a row, or two groups of four."""

_CARD = re.compile(r"(?<![0-9A-Za-z.,_-])[2-6](?:[ -]?[0-9]){12,18}(?![0-9A-Za-z_]|[.,-][0-9])")
_CARD_SORTS: tuple[tuple[re.Pattern[str], tuple[int, ...]], ...] = (
    (re.compile("4"), (16, 19)),
    (re.compile("5[1-5]|2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720)"), (16,)),
    (re.compile("3[47]"), (15,)),
    (re.compile("6011|65|64[4-9]"), (16, 19)),
    (re.compile("35(?:2[89]|[3-8])"), (16,)),
    (re.compile("36|38|30[0-5]"), (14,)),
    (re.compile("62"), (16, 17, 18, 19)),
)
_IBAN = re.compile(
    r"(?<![A-Za-z0-9])[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?(?![A-Za-z0-9])"
)
# Lengths by country, from the register of ISO 13616 (SWIFT).
_IBAN_LENGTHS = {
    country: length
    for length, countries in {
        15: "NO",
        16: "BE",
        18: "DK FI FO GL NL SD",
        19: "MK SI",
        20: "AT BA EE KZ LT LU XK MN",
        21: "CH CR HR LI LV",
        22: "BG BH DE GB GE IE ME RS VA",
        23: "AE GI IL IQ TL OM SO",
        24: "AD CZ ES MD PK RO SA SE SK TN VG",
        25: "LY PT ST",
        26: "IS TR",
        27: "BI DJ FR GR IT MC MR SM",
        28: "AL AZ BY CY DO GT HU LB NI PL SV",
        29: "BR EG PS QA UA",
        30: "JO KW MU YE",
        31: "MT SC",
        32: "LC",
        33: "RU",
    }.items()
    for country in countries.split()
}


def _is_card(digits: str) -> bool:
    """Whether digits begin as those of a card network, have its length, and the check digit is right."""
    if len(set(digits)) < 2:
        return False
    if not any(sort.match(digits) and len(digits) in lengths for sort, lengths in _CARD_SORTS):
        return False
    doubled = [sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2]]
    return (sum(doubled) + sum(int(digit) for digit in digits[-1::-2])) % 10 == 0


def _iban_end(text: str) -> int:
    """Return how many characters of `text` are an account number, 0 when it is none."""
    length = _IBAN_LENGTHS.get(text[:2], 0)
    places = [place for place, character in enumerate(text) if character != " "][:length]
    if not length or len(places) < length:
        return 0
    end = places[-1] + 1
    compact = text[:end].replace(" ", "")
    turned = int("".join(str(int(character, 36)) for character in compact[4:] + compact[:4]))
    return end if turned % 97 == 1 and LONG_NUMBER.search(text[:end]) else 0
