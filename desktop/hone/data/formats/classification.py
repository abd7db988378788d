"""Classification: a text and its label, which is learned as the reply."""

from __future__ import annotations

from typing import Any

from hone.data.formats.base import Fields, Format, FormatField, RowRefused, missing, text_in, with_extra
from hone.data.formats.sample import Fit, Sample, is_text
from hone.data.formats.text import TEXT_FIELD
from hone.data.formats.turns import is_plain
from hone.data.records import Record
from hone.domain.chat import Turn
from hone.domain.datasets import Example

_TEXT = FormatField(
    name="text",
    label="Text",
    aliases=(
        "sentence",
        "utterance",
        "review",
        "question",
        "query",
        "prompt",
        "input",
        "comment",
        "title",
        "headline",
        "tweet",
        "post",
        "message",
        "content",
        "document",
        "instruction",
    ),
)
_LABEL = FormatField(
    name="label",
    label="Label",
    aliases=(
        "category",
        "class",
        "intent",
        "label_text",
        "sentiment",
        "topic",
        "emotion",
        "label_name",
        "labels",
        "tag",
        "target",
        "stars",
        "rating",
    ),
)
_FIELDS = (_TEXT, _LABEL)


def _fits(sample: Sample) -> Fit | None:
    text, label = sample.column(_TEXT), sample.column(_LABEL)
    if text and label:
        if not sample.share(text, is_text) or (sample.values(label) and not sample.is_labels(label)):
            return _named(sample, text, label)
        return Fit({"text": text, "label": label}, min(sample.exactness(_TEXT), sample.exactness(_LABEL)))
    return _guessed(sample)


def _named(sample: Sample, text: str, label: str) -> Fit | None:
    """Columns of such names whose labels differ in most rows: possible, but not likely."""
    given = {"text", "label"} <= sample.given.keys()
    if given:
        return Fit({"text": text, "label": label}, 1.0)
    short = sample.share(label, lambda value: not isinstance(value, list | dict) and len(str(value)) <= 60)
    telling = 0.6 if short > 0.9 and sample.share(text, is_text) else 0.0
    return Fit({"text": text, "label": label}, telling) if telling else None


def _guessed(sample: Sample) -> Fit | None:
    """Two columns of unknown names, one of them with a few values that come again and again."""
    texts = sample.texts()
    if len(texts) != 2 or sample.column(TEXT_FIELD):
        return None
    repeating = [
        name
        for name in texts
        if sample.repeats(name) and sample.is_labels(name) and not sample.is_constant(name)
    ]
    if len(repeating) != 1:
        return None
    other = next(name for name in texts if name not in repeating)
    return Fit({"text": other, "label": repeating[0]}, 0.55)


def _read(record: Record) -> Example:
    fields = Fields(record)
    text = fields.text(_TEXT)
    name = fields.name_of(_LABEL)
    if not name:
        raise missing(_LABEL)
    label = _label_in(record.get(name), name)
    turns = (Turn("user", text), Turn("assistant", label))
    return Example(row=record.row, line=record.line, turns=turns, category=label, extra=fields.rest())


def _label_in(value: object, name: str) -> str:
    """Return a label as text; whole numbers stay whole, also where a table made 1 into 1.0."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, int | float):
        return str(value)
    return text_in(value, name)


def _write(example: Example) -> dict[str, Any]:
    match example.turns:
        case (question, label) if is_plain(question, "user") and is_plain(label, "assistant"):
            if example.good is not False and not example.rejected and not example.tools:
                row = {"text": question.content, "label": label.content}
                return with_extra(row, example, _FIELDS)
    raise RowRefused(
        "unfit_shape",
        "The row is more than a text and its label.",
        "Write it in the shape `messages`.",
    )


CLASSIFICATION = Format(
    name="classification",
    label="Text and label (classification)",
    shape='{"text": "...", "label": "..."}',
    fields=_FIELDS,
    fits=_fits,
    read=_read,
    write=_write,
)
