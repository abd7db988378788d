"""Where a reply came from and what it cost, in words: enough to ask for it again."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QWidget

from hone.domain.chat import Message, Origin, Usage
from hone.domain.sampling import Sampling
from hone.domain.sampling_fields import FIELDS
from hone.ui.declared_texts import field_words
from hone.ui.kit.buttons import GhostButton
from hone.ui.kit.card import row
from hone.ui.kit.popover import Popover
from hone.ui.kit.quantities import day_text, number_text, time_text, value_text
from hone.ui.kit.text import CaptionLabel, HeadingLabel, Label
from hone.ui.kit.tokens import Space
from hone.ui.kit.typography import Type

_WIDTH = 460
Line = tuple[str, str]


class DetailsPopover(Popover):
    """A table of two columns beside the button that opened it."""

    def __init__(self, anchor: QWidget, message: Message) -> None:
        super().__init__(anchor, _WIDTH)
        self.lines = detail_lines(message)
        self.setAccessibleName(self.tr("Details of the reply"))
        self.body.setContentsMargins(Space.L, Space.L, Space.L, Space.M)
        self.body.setSpacing(Space.S)
        self.body.addWidget(HeadingLabel(self.tr("Details of the reply")))
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.XS)
        grid.setColumnStretch(1, 1)
        for number, (name, said) in enumerate(self.lines):
            value = Label(said, Type.CAPTION, wrap=True)
            value.set_selectable()
            value.setAccessibleName(f"{name}: {said}")
            top = CaptionLabel(name, "muted", wrap=False)
            grid.addWidget(top, number, 0)
            grid.addWidget(value, number, 1)
        self.body.addLayout(grid)
        copy = GhostButton(self.tr("Copy"), "copy")
        copy.setAccessibleName(self.tr("Copy the details"))
        copy.clicked.connect(self._on_copy_clicked)
        close = GhostButton(self.tr("Close"))
        close.clicked.connect(self.close_panel)
        self.body.addLayout(row(copy, None, close))
        self.closed.connect(self.deleteLater)

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(f"{name}: {said}" for name, said in self.lines))
        self.close_panel()


def detail_lines(message: Message) -> list[Line]:
    """Return name and words of everything that is known; what is not known is left out."""
    lines = _origin_lines(message.origin) if message.origin is not None else []
    if message.usage is not None:
        lines += _usage_lines(message.usage)
    lines.append(
        (
            QCoreApplication.translate("ReplyDetails", "Begun"),
            f"{day_text(message.created_at)}, {time_text(message.created_at, seconds=True)}",
        )
    )
    return [(name, said) for name, said in lines if said]


def reading_words(usage: Usage) -> str:
    """Say how many tokens of the prompt were read anew; empty where nothing is known of it."""
    if not usage.prompt_tokens:
        return ""
    if not usage.reused_tokens:
        return _fill(QCoreApplication.translate("ReplyDetails", "read {0} tokens"), usage.prompt_tokens)
    read = max(0, usage.prompt_tokens - usage.reused_tokens)
    return _fill(
        QCoreApplication.translate("ReplyDetails", "read {0} of {1} tokens, the rest was known"),
        read,
        usage.prompt_tokens,
    )


def _origin_lines(origin: Origin) -> list[Line]:
    modes = {
        "exact": QCoreApplication.translate("ReplyDetails", "exact: the same reply alone as beside others"),
        "fast": QCoreApplication.translate(
            "ReplyDetails", "fast: other work beside it may change a close choice"
        ),
    }
    return [
        (QCoreApplication.translate("ReplyDetails", "Model"), origin.model_name),
        (
            QCoreApplication.translate("ReplyDetails", "Weights"),
            origin.model_hash or origin.model_fingerprint,
        ),
        (QCoreApplication.translate("ReplyDetails", "Adapter"), origin.adapter_name),
        (QCoreApplication.translate("ReplyDetails", "Chat template"), origin.template_hash),
        (QCoreApplication.translate("ReplyDetails", "Engine"), origin.build),
        (QCoreApplication.translate("ReplyDetails", "Device"), origin.device),
        (QCoreApplication.translate("ReplyDetails", "Mode"), modes.get(origin.mode, origin.mode)),
        (QCoreApplication.translate("ReplyDetails", "Sampling"), sampling_words(origin.sampling)),
        (QCoreApplication.translate("ReplyDetails", "Seed"), str(origin.seed)),
    ]


def sampling_words(sampling: Sampling) -> str:
    """Return the temperature, and every other value that is not as by default."""
    told = [
        f"{field_words(field).label} {_number(getattr(sampling, field.name))}"
        for field in FIELDS
        if field.name == "temperature"
        or (field.name != "seed" and getattr(sampling, field.name) != field.default)
    ]
    return ", ".join(told)


def _usage_lines(usage: Usage) -> list[Line]:
    reply = _fill(QCoreApplication.translate("ReplyDetails", "{0} tokens"), usage.reply_tokens)
    if usage.reply_seconds > 0:
        reply += " · " + _fill(
            QCoreApplication.translate("ReplyDetails", "{0} s"), number_text(usage.reply_seconds, 2)
        )
        reply += " · " + _fill(
            QCoreApplication.translate("ReplyDetails", "{0} tokens/s"),
            number_text(usage.tokens_per_second, 0),
        )
    prompt = reading_words(usage)
    if prompt and usage.prompt_seconds > 0:
        prompt += " · " + _fill(
            QCoreApplication.translate("ReplyDetails", "{0} s"), number_text(usage.prompt_seconds, 2)
        )
    return [
        (QCoreApplication.translate("ReplyDetails", "Prompt"), prompt),
        (QCoreApplication.translate("ReplyDetails", "Reply"), reply),
    ]


def _number(value: object) -> str:
    return value_text(value) if isinstance(value, bool | int | float) else str(value)


def _fill(text: str, *values: object) -> str:
    for number, value in enumerate(values):
        text = text.replace(f"{{{number}}}", str(value))
    return text
