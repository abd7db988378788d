"""Do two forms of a model read the same text as the same tokens?

A GGUF whose tokenizer is cut wrongly still answers, only worse, and nobody sees why. So texts of all kinds
are rendered and tokenised by both forms and compared.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from hone.domain.chat import Turn
from hone.domain.generation import Prompt, PromptRendered
from hone.errors import BadInput

Render = Callable[[Prompt], PromptRendered]

TEXTS: tuple[str, ...] = (
    "The old captain's boat isn't here; WE'LL wait, won't they've said?",
    "numbers 0 1 22 333 4444 55555 666666 3.14159 -7 1,000,000 2nd 0x1F 1e-9 ½ ² ٣٤ ४५",
    "a  b   c    d     e      f          g",
    "   three in front, two behind  ",
    "one\ntwo\n\nthree\n\n\n\nfour\r\nfive\tsix\t\tseven \n eight\n   nine",
    "def add(a, b=1):\n    if a != b:\n        return {'sum': a + b}  # done\n\treturn None\n",
    "for(int i=0;i<n;++i){x[i]=*p++;}\n<div class=\"a b\">&nbsp;</div>\nSELECT * FROM t WHERE a>='b';",
    '{"name": "Ada", "tags": ["x", "y"], "n": -1.5e3, "nested": {"a": null, "b": true}}',
    "Straße, naïve, café, ünknown, «œuvre», Łódź, İstanbul, ñandú, Ångström",
    "cafe\u0301 and caf\u00e9, \ufb01ne \uff21\uff22\uff23 \u212b",
    "Привет, мир! Как дела? Всё хорошо: ёлка.",
    "Γειά σου κόσμε, τι κάνεις; καλημέρα",
    "你好,世界。今天天气怎么样?東京都に住んでいます。カタカナ",
    "안녕하세요 세계, 오늘은 어때요?",
    "مرحبا بالعالم، كيف حالك؟ שלום עולם",
    "नमस्ते दुनिया, आप कैसे हैं? สวัสดีชาวโลก ສະບາຍດີ",
    "🙂 🙃🙃 👩‍🚀 👍🏽 🇩🇪🇫🇷 ❤️ 🏳️‍🌈 ✈︎",
    "∑ᵢ xᵢ² ≤ ∫₀^∞ e^{-x} dx → α≠β ∀x∈ℝ ∴ ⊢ \\frac{a}{b} $x_1$",
    "!!! ??? ... --- *** ### === ~~~ ``` ''' \"\"\" @@@ $$$ %%% ^^^ &&& ((( ))) [[[ ]]] {{{ }}}",
    "https://example.org/a/b?c=d&e=f#g mail@example.org C:\\Users\\me\\file.txt /usr/bin/env",
    "CamelCaseWords snake_case_words kebab-case-words SCREAMING_CASE mixedUP123numbers4you",
    "zero\u200bwidth\u00a0no\u2003em\u3000ideographic\ufeffbom\u00adhyphen \u202eright\u202c",
    "<|im_start|>user\nHi<|im_end|>\n<s>[INST] x [/INST]</s><|endoftext|><bos><eos><unk><pad>",
    "<think>\nhm\n</think>\n<tool_call>{}</tool_call> <|user|> [TOOL_CALLS] <0x0A> <mask>",
    "A\u0000B\u0007C\u001bD\u007fE",
    "incomprehensibilities antidisestablishmentarianism Donaudampfschifffahrtsgesellschaft aaaaaaaaaaaaaaaa",
    "",
    " ",
    "\n",
    "x",
)
_LONG = "Tell me, in a few words: what is 12 + 30? Straße 東京 🙂"
CONVERSATIONS: tuple[tuple[Turn, ...], ...] = (
    (Turn("user", _LONG),),
    (Turn("system", "You answer in one sentence."), Turn("user", "  Hi!\n")),
    (Turn("user", "Hi"), Turn("assistant", "Hello there."), Turn("user", "What does <|im_end|> or </s> do?")),
)


class Mismatch(msgspec.Struct, frozen=True, kw_only=True):
    """A prompt that two forms of a model read differently, and a sentence about the first difference."""

    text: str
    ids: tuple[int, ...]
    other_ids: tuple[int, ...]
    sentence: str


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """What came of comparing two forms of a model over `prompts` prompts."""

    name: str
    other_name: str
    prompts: int
    mismatches: tuple[Mismatch, ...] = ()

    @property
    def sentence(self) -> str:
        """Name the first difference; "" when there is none."""
        if not self.mismatches:
            return ""
        return (
            f"{self.other_name} does not read text as {self.name} does: {self.mismatches[0].sentence} "
            f"{len(self.mismatches)} of {self.prompts} texts differ."
        )


def compare(name: str, render: Render, other_name: str, other_render: Render) -> Comparison:
    """Render all probe texts in both ways; `name` and `other_name` say whose ways they are."""
    prompts = [Prompt(text=text) for text in TEXTS] + [Prompt(turns=turns) for turns in CONVERSATIONS]
    found = [
        _difference(prompt, name, _outcome(render, prompt), _outcome(other_render, prompt))
        for prompt in prompts
    ]
    mismatches = tuple(mismatch for mismatch in found if mismatch is not None)
    return Comparison(name=name, other_name=other_name, prompts=len(prompts), mismatches=mismatches)


def _outcome(render: Render, prompt: Prompt) -> PromptRendered | BadInput:
    """Return what a prompt becomes, or why there is nothing."""
    try:
        return render(prompt)
    except BadInput as refusal:
        return refusal


def _difference(
    prompt: Prompt, name: str, one: PromptRendered | BadInput, other: PromptRendered | BadInput
) -> Mismatch | None:
    shown = _shown(prompt.text if prompt.text is not None else prompt.turns[-1].content)
    if isinstance(one, BadInput):
        # Both refuse an empty text that becomes no token, or a conversation without a chat template.
        return None if isinstance(other, BadInput) else _refused(shown, f"by {name} alone", one)
    if isinstance(other, BadInput):
        return _refused(shown, "by it alone", other)
    if one.token_ids == other.token_ids and one.text == other.text:
        return None
    if one.text != other.text:
        place = _first_difference(one.text, other.text)
        sentence = (
            f"its chat template makes another text of {shown}, from character {place + 1} on: "
            f"{_shown(one.text[place : place + 20])} there, {_shown(other.text[place : place + 20])} here."
        )
    else:
        place = _first_difference(one.token_ids, other.token_ids)
        sentence = (
            f"{shown} differs from token {place + 1} on, which is {_token(one, place)} in {name} "
            f"and {_token(other, place)} here."
        )
    return Mismatch(text=shown, ids=one.token_ids, other_ids=other.token_ids, sentence=sentence)


def _refused(shown: str, by: str, refusal: BadInput) -> Mismatch:
    return Mismatch(text=shown, ids=(), other_ids=(), sentence=f"{shown} is refused {by} ({refusal.message})")


def _first_difference(one: Sequence[object], other: Sequence[object]) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, pair in pairs if pair[0] != pair[1]), min(len(one), len(other)))


def _token(rendered: PromptRendered, place: int) -> str:
    if place >= len(rendered.token_ids):
        return "missing"
    piece = f" ({rendered.pieces[place]!r})" if place < len(rendered.pieces) else ""
    return f"{rendered.token_ids[place]}{piece}"


def _shown(text: str) -> str:
    return repr(text if len(text) <= 40 else text[:40] + "…")
