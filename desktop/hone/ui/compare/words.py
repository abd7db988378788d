"""Settings, figures and tallies of a comparison in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from hone.domain.chat import Message, MessageState
from hone.domain.comparing import ColumnSettings, Tally, differing_sampling
from hone.domain.prompts import fill
from hone.domain.sampling_fields import FIELDS
from hone.ui.kit.quantities import count_text

_SHORT = 28
_LABELS = {field.name: field.label for field in FIELDS}


def settings_line(mine: ColumnSettings, everyone: Sequence[ColumnSettings]) -> str:
    """Name what of a column's settings is not the same in all columns, model and adapter aside."""
    parts = []
    if any(_prompt(each) != _prompt(mine) for each in everyone):
        parts.append(_prompt_words(mine))
    for name in differing_sampling([each.sampling for each in everyone]):
        parts.append(f"{_label(name)} {_value(getattr(mine.sampling, name))}")
    if any(each.setup.prefill != mine.setup.prefill for each in everyone):
        begins = QCoreApplication.translate("CompareWords", "begins “{0}”")
        without = QCoreApplication.translate("CompareWords", "no beginning given")
        prefill = mine.setup.prefill
        parts.append(begins.replace("{0}", _shortened(prefill)) if prefill else without)
    if any(each.setup.stop != mine.setup.stop for each in everyone):
        parts.append(QCoreApplication.translate("CompareWords", "own stop strings"))
    if any(each.setup.constraint != mine.setup.constraint for each in everyone):
        parts.append(QCoreApplication.translate("CompareWords", "own grammar or schema"))
    return " · ".join(parts)


def _prompt(settings: ColumnSettings) -> tuple[object, ...]:
    setup = settings.setup
    filled = fill(settings.system_prompt, setup.variables, setup.values).text
    return filled, setup.examples, setup.layout, setup.prompt_version_id


def _prompt_words(settings: ColumnSettings) -> str:
    if settings.setup.prompt_name:
        prompt = QCoreApplication.translate("CompareWords", "prompt {0}")
        return prompt.replace("{0}", settings.setup.prompt_name)
    if not settings.system_prompt.strip():
        return QCoreApplication.translate("CompareWords", "no system prompt")
    system = QCoreApplication.translate("CompareWords", "system “{0}”")
    return system.replace("{0}", _shortened(settings.system_prompt))


def _label(name: str) -> str:
    label = QCoreApplication.translate("Fields", _LABELS.get(name, name.replace("_", " ")))
    return label[:1].lower() + label[1:]


def _value(value: object) -> str:
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, tuple):
        return QCoreApplication.translate("CompareWords", "of its own")
    return str(value)


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHORT else f"{line[: _SHORT - 1]}…"


def figures_of(message: Message) -> str:
    """Say what a reply cost: tokens, seconds, tokens per second, length, seed."""
    if message.state is MessageState.STREAMING:
        return ""
    parts = []
    usage = message.usage
    if usage is not None and usage.reply_tokens:
        tokens = QCoreApplication.translate("CompareWords", "{0} tokens")
        parts.append(tokens.replace("{0}", count_text(usage.reply_tokens)))
        seconds = usage.prompt_seconds + usage.reply_seconds
        shown = f"{seconds:.1f}" if seconds >= 1 else f"{seconds:.2f}"
        parts.append(QCoreApplication.translate("CompareWords", "{0} s").replace("{0}", shown))
        if usage.tokens_per_second:
            speed = QCoreApplication.translate("CompareWords", "{0} tokens/s")
            parts.append(speed.replace("{0}", count_text(round(usage.tokens_per_second))))
    if message.text:
        length = QCoreApplication.translate("CompareWords", "{0} characters")
        parts.append(length.replace("{0}", count_text(len(message.text))))
    if message.origin is not None and message.origin.seed >= 0 and usage is not None:
        seed = QCoreApplication.translate("CompareWords", "seed {0}")
        parts.append(seed.replace("{0}", str(message.origin.seed)))
    return " · ".join(parts)


def tally_line(tally: Tally, letters: dict[str, str]) -> str:
    """Say how often each column won, in a few signs: "A 3 · B 1 · 2 ties"."""
    if not tally.judged:
        return ""
    parts = [f"{letters[identity]} {count_text(wins)}" for identity, wins in tally.wins.items()]
    if tally.ties == 1:
        parts.append(QCoreApplication.translate("CompareWords", "1 tie"))
    elif tally.ties:
        ties = QCoreApplication.translate("CompareWords", "{0} ties")
        parts.append(ties.replace("{0}", count_text(tally.ties)))
    return " · ".join(parts)


def sign_test_sentence(tally: Tally, letters: dict[str, str]) -> str:
    """Say what the sign test says of two columns; "" where it says nothing."""
    if tally.p_value is None:
        return ""
    (first, wins), (second, others) = tally.wins.items()
    sentence = QCoreApplication.translate(
        "CompareWords",
        "{0} won {1} and {2} won {3}. If both were equally good, a split at least this uneven would come up "
        "in {4} % of such comparisons (sign test, p = {5}).",
    )
    share = tally.p_value * 100
    values = (
        letters[first],
        count_text(wins),
        letters[second],
        count_text(others),
        f"{share:.0f}" if share >= 1 else f"{share:.2g}",
        f"{tally.p_value:.2g}",
    )
    for number, value in enumerate(values):
        sentence = sentence.replace(f"{{{number}}}", value)
    return sentence
