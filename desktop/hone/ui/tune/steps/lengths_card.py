"""How long the rows are, and whether the context length cuts any."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hone.domain.datasets import TokenCounts
from hone.ui.kit.card import Card
from hone.ui.kit.progress import SlimBar
from hone.ui.kit.quantities import amount_text, count_text
from hone.ui.kit.text import CaptionLabel, HeadingLabel
from hone.ui.kit.tokens import Space
from hone.ui.tune.histogram import LengthHistogram


class LengthsCard(Card):
    """The histogram with a sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Space.L, Space.S, parent)
        self._sentence = CaptionLabel("")
        self._bar = SlimBar(self.tr("Counting tokens"))
        self._histogram = LengthHistogram()
        self.body.addWidget(HeadingLabel(self.tr("Row lengths")))
        self.body.addWidget(self._sentence)
        self.body.addWidget(self._bar)
        self.body.addWidget(self._histogram)

    def show_counts(self, counts: TokenCounts | None, context_length: int, counting: bool) -> None:
        """Show counts, or that they are being made."""
        self._bar.setVisible(counting)
        self._bar.set_share(None if counting else 0.0)
        self._histogram.setVisible(counts is not None)
        if counts is None:
            self._sentence.setText(self.tr("Counting tokens…") if counting else "")
            self._sentence.set_tone("")
            return
        self._histogram.show_counts(counts, context_length)
        text = self.tr(
            "{tokens} tokens, {trained} of them trained; half of the rows are shorter than {median}."
        )
        text = text.format(
            tokens=amount_text(counts.tokens),
            trained=amount_text(counts.trained_tokens),
            median=count_text(counts.median + 1),
        )
        if counts.cut_rows:
            cut = self.tr("Rows cut at the context length: {n}.").format(n=count_text(counts.cut_rows))
            text += " " + cut
        self._sentence.set_tone("warning" if counts.cut_rows else "")
        self._sentence.setText(text)
