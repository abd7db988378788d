"""The line below the composer: what the engine does, how fast, how full the context is, what will not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from hone.domain.chat import Usage
from hone.ui.chat.context_meter import ContextMeter
from hone.ui.chat.meter_words import warning_words
from hone.ui.commands import Command
from hone.ui.kit.card import column, row
from hone.ui.kit.elided import ElidedLabel
from hone.ui.kit.quantities import count_text
from hone.ui.kit.text import CaptionLabel
from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Space
from hone.ui.kit.typography import Type

if TYPE_CHECKING:
    from hone.ui.chat.panel import ChatContext

_ROOM_FOR_NOTE = 520  # pixels; in a narrower window figures matter more than what the keys do


class StatusLine(QWidget):
    """Short facts in small type; above them, when there is reason, what does not fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context: ChatContext | None = None
        self._note = ElidedLabel(style=Type.CAPTION, tone="faint")
        self._pace = CaptionLabel(tone="faint", wrap=False)
        self._warning = CaptionLabel(tone="warning")
        self._warning.hide()
        self.meter = ContextMeter()
        line = row(self._note, self._pace, self.meter, spacing=Space.M)
        line.setStretch(0, 1)
        layout = column(self, spacing=Space.XS)
        layout.addWidget(self._warning)
        layout.addLayout(line)
        self.set_usage(None)

    def follow(self, context: ChatContext) -> None:
        """Show from now on what the engine will get of what is said and typed."""
        self._context = context
        self.meter.follow(context)
        context.exact.told.connect(self._on_told)
        title = self.tr("Show what the model's window holds")
        command = Command("chat.window", title, self.tr("Chat"), "", "gauge")
        context.shell.commands.add(command, self.meter.open_numbers, self)

    @property
    def warning(self) -> str:
        """What is said about what does not fit; "" when all fits."""
        return self._warning.text()

    def set_note(self, text: str) -> None:
        """Say what happens, or what the keys do."""
        self._note.setText(text)

    def set_pace(self, tokens: int, speed: float, seed: int | None = None) -> None:
        """Show tokens so far, tokens per second and, at the end, the seed; 0 tokens shows nothing."""
        said = self.tr("{0} tokens").replace("{0}", count_text(tokens))
        if speed:
            said += " · " + self.tr("{0} tokens/s").replace("{0}", f"{speed:.0f}")
        if seed is not None and seed >= 0:
            said += " · " + self.tr("seed {0}").replace("{0}", str(seed))
        self._pace.setText(said if tokens else "")

    def set_usage(self, usage: Usage | None) -> None:
        """Show how much of the context the last reply used, where nothing better is known."""
        self.meter.set_usage(usage)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._note.setVisible(self.width() >= _ROOM_FOR_NOTE * Theme.current().scale)

    @Slot()
    def _on_told(self) -> None:
        outlook = self._context.exact.outlook if self._context is not None else None
        if outlook is None or self._context is None:
            words = ""
        else:
            composer = self._context.dialogue.composer
            typing = bool(composer.text().strip() or composer.attachments())
            brief = bool(composer.attachments())  # what to do is said with what is attached
            words = warning_words(outlook, typing, brief)
        self._warning.setText(words)
        self._warning.set_tone("danger" if outlook is not None and outlook.problem else "warning")
        self._warning.setVisible(bool(words))
