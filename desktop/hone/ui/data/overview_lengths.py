"""How long the rows are for the chosen model, what a context length cuts, and how much of them is trained."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from hone.domain.data_changes import ApplyFix, DropRows
from hone.domain.datasets import Shape, TokenCounts
from hone.ui.data.share_histogram import ShareHistogram
from hone.ui.data.tab import DataContext
from hone.ui.data.words import rows_text
from hone.ui.kit.buttons import GhostButton, SecondaryButton
from hone.ui.kit.card import Card, row
from hone.ui.kit.flow import FlowLayout
from hone.ui.kit.option_list import Option
from hone.ui.kit.picker import Picker
from hone.ui.kit.progress import SlimBar
from hone.ui.kit.quantities import count_text, share_text
from hone.ui.kit.text import BodyLabel, CaptionLabel, HeadingLabel
from hone.ui.kit.tokens import Space
from hone.ui.tune.histogram import LengthHistogram

_LENGTHS = (128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768, 65536, 131072)


class LengthsCard(Card):
    """The histogram against the context length, which is chosen here."""

    def __init__(self, context: DataContext, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._context = context
        self.length = Picker(self.tr("Context length"), width=190, list_width=220)
        self.length.picked.connect(self._on_length_picked)
        self.histogram = LengthHistogram()
        self._bar = SlimBar(self.tr("Counting tokens"))
        self._bar.set_share(None)
        self._said = CaptionLabel()
        self._cost = BodyLabel("", "warning")
        self.show_long = GhostButton(self.tr("Show the first of them"), "eye")
        self.drop_long = SecondaryButton("", "trash")
        self.show_long.clicked.connect(self._on_show_clicked)
        self.drop_long.clicked.connect(self._on_drop_clicked)
        self.split_long = SecondaryButton(self.tr("Split them so that they fit"), "scissors")
        self.split_long.clicked.connect(self._on_split_clicked)
        self.body.addLayout(row(HeadingLabel(self.tr("Row lengths")), None, self.length))
        self.body.addWidget(self._said)
        self.body.addWidget(self._bar)
        self.body.addWidget(self.histogram)
        self.body.addWidget(self._cost)
        feet = QWidget()
        flow = FlowLayout(feet, Space.S)
        for button in (self.split_long, self.drop_long, self.show_long):
            flow.addWidget(button)
        self._feet = feet
        self.body.addWidget(feet)
        self.body.addStretch(1)

    def show_counts(self) -> None:
        """Show what is counted, or that it is being counted."""
        context, counts = self._context, self._context.counts
        self._offer_lengths()
        self._bar.setVisible(context.counting)
        self.histogram.setVisible(counts is not None)
        self.histogram.show_counts(counts, context.context_length)
        self._said.setText(self._sentence(counts))
        cut = counts is not None and counts.cut_rows > 0
        self._cost.setVisible(cut)
        report = context.report
        self._feet.setVisible(cut and bool(counts and counts.long_rows))
        self.split_long.setVisible(report is not None and report.format == Shape.TEXT)
        if counts is not None and cut:
            self._cost.setText(self._cut_sentence(counts))
            remove = self.tr("Remove {0}").replace("{0}", rows_text(len(counts.long_rows)))
            self.drop_long.setText(remove)
            self.drop_long.set_icon("trash")
            self.drop_long.setAccessibleName(remove)

    def _offer_lengths(self) -> None:
        context = self._context
        longest = (context.model.context_length if context.model is not None else None) or _LENGTHS[-1]
        lengths = sorted({each for each in _LENGTHS if each <= longest} | {context.context_length, longest})
        said = self.tr("{0} tokens")
        options = [
            Option(
                str(each),
                said.replace("{0}", count_text(each)),
                self.tr("the most that the model takes") if each == longest and context.model else "",
            )
            for each in lengths
        ]
        self.length.set_options(options, str(context.context_length))

    def _sentence(self, counts: TokenCounts | None) -> str:
        context = self._context
        if counts is not None:
            said = self.tr("Half of the rows have up to {0} tokens, the longest {1}.")
            return said.replace("{0}", count_text(counts.median)).replace("{1}", count_text(counts.longest))
        if context.counting:
            return self.tr("Counting tokens…")
        if context.model is None:
            return self.tr("No model that can be trained is there yet: add one on the page Models.")
        if context.report is None:
            return self.tr("Known once the rows were looked at.")
        return self.tr("Not counted.")

    def _cut_sentence(self, counts: TokenCounts) -> str:
        limit = count_text(self._context.context_length)
        said = self.tr("{0} longer than {1} tokens and would be cut.")
        parts = [said.replace("{0}", self._are(counts.cut_rows)).replace("{1}", limit)]
        if counts.cut_replies:
            lost = self.tr("Rows that lose the end of a reply, so that the model learns to break off: {0}.")
            parts.append(lost.replace("{0}", count_text(counts.cut_replies)))
        if counts.lost_replies:
            lost = self.tr("Rows that lose every reply and teach nothing: {0}.")
            parts.append(lost.replace("{0}", count_text(counts.lost_replies)))
        return " ".join(parts)

    def _are(self, rows: int) -> str:
        if rows == 1:
            return self.tr("1 row is")
        return self.tr("{0} rows are").replace("{0}", count_text(rows))

    @Slot(str)
    def _on_length_picked(self, key: str) -> None:
        self._context.context_length_requested.emit(int(key))

    @Slot()
    def _on_show_clicked(self) -> None:
        counts = self._context.counts
        if counts is not None and counts.long_rows:
            self._context.row_requested.emit(counts.long_rows[0])

    @Slot()
    def _on_drop_clicked(self) -> None:
        counts = self._context.counts
        if counts is not None and counts.long_rows:
            said = self.tr("{0} removed").replace("{0}", rows_text(len(counts.long_rows)))
            self._context.request_change(DropRows(rows=counts.long_rows), said=said)

    @Slot()
    def _on_split_clicked(self) -> None:
        context = self._context
        if context.model is not None and context.counts is not None:
            fix = ApplyFix(kind="over_long", model=context.model.path, context_length=context.context_length)
            said = self.tr("Long texts are split into rows of at most {0} tokens")
            context.request_change(fix, said=said.replace("{0}", count_text(context.context_length)))


class TrainedCard(Card):
    """How much of the rows is trained."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._said = CaptionLabel()
        self.histogram = ShareHistogram()
        self.body.addWidget(HeadingLabel(self.tr("Trained share")))
        self.body.addWidget(self._said)
        self.body.addWidget(self.histogram)
        self.body.addStretch(1)

    def show_counts(self, counts: TokenCounts | None) -> None:
        """Show how many rows are trained to which part; hidden while that is not known."""
        self.setVisible(counts is not None and bool(counts.trained_shares))
        if counts is None:
            return
        self.histogram.show_bins(counts.trained_shares)
        share = counts.trained_tokens / counts.tokens if counts.tokens else 0.0
        said = [self.tr("{0} of all tokens are trained: the replies.").replace("{0}", share_text(share))]
        if not counts.stop_token_trained:
            said.append(self.tr("Most rows do not train a stop token: replies may never end."))
        if counts.partly_trained_rows:
            part = self.tr("Rows of which not every reply is trained: {0}.")
            said.append(part.replace("{0}", count_text(counts.partly_trained_rows)))
        if counts.refused_rows:
            refused = self.tr("Rows that the model's template refuses: {0}.")
            said.append(refused.replace("{0}", count_text(counts.refused_rows)))
        said.extend(filter(None, (counts.notice, counts.problem)))
        self._said.setText(" ".join(said))
