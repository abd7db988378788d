"""The line below the composer: what the engine does, how fast, and how full the context is."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from hone.domain.chat import Usage
from hone.ui.kit.card import row
from hone.ui.kit.elided import ElidedLabel
from hone.ui.kit.progress import SlimBar
from hone.ui.kit.quantities import count_text, number_text
from hone.ui.kit.text import CaptionLabel
from hone.ui.kit.typography import Type

_NEARLY_FULL = 0.85


class StatusLine(QWidget):
    """Short facts in small type."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note = ElidedLabel(style=Type.CAPTION, tone="faint")
        self._pace = CaptionLabel(tone="faint", wrap=False)
        self._context = CaptionLabel(tone="faint", wrap=False)
        self._meter = SlimBar(self.tr("Context used"))
        self._meter.setFixedSize(QSize(56, 4))
        layout = row(self._note, self._pace, self._context, self._meter, spacing=12)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.set_usage(None)

    def set_note(self, text: str) -> None:
        """Say what happens, or what the keys do."""
        self._note.setText(text)

    def set_pace(self, tokens: int, speed: float, seed: int | None = None) -> None:
        """Show tokens so far, tokens per second and, at the end, the seed; 0 tokens shows nothing."""
        said = self.tr("{0} tokens").replace("{0}", str(tokens))
        if speed:
            said += " · " + self.tr("{0} tokens/s").replace("{0}", number_text(speed, 0))
        if seed is not None:
            said += " · " + self.tr("seed {0}").replace("{0}", str(seed))
        self._pace.setText(said if tokens else "")

    def set_usage(self, usage: Usage | None) -> None:
        """Show how much of the context the last reply used."""
        known = usage is not None and usage.context_length > 0
        self._context.setVisible(known)
        self._meter.setVisible(known)
        if usage is None or not known:
            return
        used = usage.prompt_tokens + usage.reply_tokens
        share = used / usage.context_length
        self._context.setText(f"{count_text(used)} / {count_text(usage.context_length)}")
        self._meter.set_share(share, "danger" if share > _NEARLY_FULL else "accent")
        tip = self.tr("The context holds {0} of {1} tokens.")
        tip = tip.replace("{0}", str(used)).replace("{1}", str(usage.context_length))
        self._meter.setToolTip(tip)
        self._context.setToolTip(tip)
