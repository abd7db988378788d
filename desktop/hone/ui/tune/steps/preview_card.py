"""Any row as the model sees it, token by token."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSpinBox, QWidget

from hone.domain.datasets import RenderedRow
from hone.errors import HoneError
from hone.ui.kit.buttons import IconButton
from hone.ui.kit.card import Card, row
from hone.ui.kit.flow import FlowLayout
from hone.ui.kit.legend import LegendEntry, Mark
from hone.ui.kit.lengths import fix_width
from hone.ui.kit.message_banner import MessageBanner, ToneIcon
from hone.ui.kit.quantities import count_text
from hone.ui.kit.text import CaptionLabel, HeadingLabel, Label
from hone.ui.kit.token_view import TokenView
from hone.ui.kit.tokens import Space
from hone.ui.kit.typography import Type


class PreviewCard(Card):
    """`row_requested(number)` when another row is wanted."""

    row_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Space.L, Space.S, parent)
        self._rows = 0
        self.view = TokenView()
        self.view.setFixedHeight(232)
        self.banner = MessageBanner()
        self._number = QSpinBox()
        self._number.setProperty("kind", "number")
        self._number.lineEdit().setTextMargins(Space.XS, 0, Space.XS, 0)
        self._number.setKeyboardTracking(False)
        fix_width(self._number, 64)
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._number.setAccessibleName(self.tr("Row to show"))
        self._number.setRange(1, 1)
        self._of = CaptionLabel("", wrap=False)
        self._back = IconButton("caret-left", self.tr("Previous row"))
        self._on = IconButton("caret-right", self.tr("Next row"))
        self._token = CaptionLabel("", "faint", wrap=False)
        self._stop_icon = ToneIcon("")
        self._stop = Label(style=Type.CAPTION, wrap=True)
        self._build()
        self._back.clicked.connect(self._on_back_clicked)
        self._on.clicked.connect(self._on_next_clicked)
        self._number.valueChanged.connect(self.row_requested)
        self.view.token_pointed.connect(self._on_token_pointed)

    @property
    def row_number(self) -> int:
        """The row that is asked for."""
        return self._number.value()

    @property
    def stop_sentence(self) -> str:
        """What is said about the stop token."""
        return self._stop.text()

    def set_rows(self, rows: int) -> None:
        """Say how many rows there are; goes back to the first."""
        self._rows = rows
        self._number.blockSignals(True)
        self._number.setRange(1, max(1, rows))
        self._number.setValue(1)
        self._number.blockSignals(False)
        self._of.setText(self.tr("of {n}").format(n=count_text(rows)))
        self._show_buttons()

    def go_to(self, number: int) -> None:
        """Ask for a row."""
        if number == self._number.value():
            self.row_requested.emit(number)
        self._number.setValue(number)

    def show_row(self, rendered: RenderedRow) -> None:
        """Show a row and say what is trained of it."""
        self.banner.hide()
        self.view.show_row(rendered)
        tone, sentence = self._judgement(rendered)
        self._stop_icon.set_tone(tone)
        self._stop.setText(sentence)
        self._show_buttons()

    def show_left_out(self) -> None:
        """Say that the row is not trained on."""
        self.banner.hide()
        self.view.show_row(None)
        self._stop_icon.set_tone("warning")
        self._stop.setText(self.tr("This row is left out of training; see what to look at above."))
        self._show_buttons()

    def show_nothing(self, error: HoneError | None) -> None:
        """Show no row, and why."""
        self.view.show_row(None)
        self._stop.setText("")
        if error is not None:
            self.banner.show_error(error)

    def _build(self) -> None:
        heading = row(
            HeadingLabel(self.tr("What the model sees")),
            None,
            self._back,
            CaptionLabel(self.tr("Row"), wrap=False),
            self._number,
            self._of,
            self._on,
        )
        frame = Card(padding=0)
        frame.setProperty("kind", "inset")
        frame.body.addWidget(self.view)
        legend = QWidget()
        flow = FlowLayout(legend, Space.L)
        for entry in (
            LegendEntry(self.tr("Trained"), "accent", Mark.BLOCK),
            LegendEntry(self.tr("Read only"), "track", Mark.BLOCK),
            LegendEntry(self.tr("Special tokens are pills"), "border_strong", Mark.DOT),
            self._token,
        ):
            flow.addWidget(entry)
        stop = row(self._stop_icon, self._stop)
        stop.setStretch(1, 1)
        self.body.addLayout(heading)
        self.body.addWidget(self.banner)
        self.body.addWidget(frame)
        self.body.addWidget(legend)
        self.body.addLayout(stop)

    def _judgement(self, rendered: RenderedRow) -> tuple[str, str]:
        if rendered.problem and not rendered.tokens:
            return "warning", rendered.problem
        counts = self.tr("{trained} of {tokens} tokens are trained.").format(
            trained=count_text(rendered.trained_tokens), tokens=count_text(len(rendered.tokens))
        )
        cut = rendered.full_length - len(rendered.tokens)
        if cut > 0:
            counts += " " + self.tr("Cut at the context length: {n}.").format(n=count_text(cut))
        if not rendered.trained_tokens:
            return "warning", self.tr(
                "Nothing of this row is trained, so it teaches nothing. "
            ) + rendered.problem
        if not rendered.stop_token_trained:
            stop = self.tr("The stop token is not trained: replies may never end.")
            return "warning", f"{counts} {stop} {rendered.problem}".strip()
        stop = self.tr("The stop token is trained, so the model learns where a reply ends.")
        return "success", f"{counts} {stop} {rendered.problem}".strip()

    def _show_buttons(self) -> None:
        self._back.setEnabled(self._number.value() > 1)
        self._on.setEnabled(self._number.value() < self._rows)

    @Slot()
    def _on_back_clicked(self) -> None:
        self._number.setValue(self._number.value() - 1)

    @Slot()
    def _on_next_clicked(self) -> None:
        self._number.setValue(self._number.value() + 1)

    @Slot(int)
    def _on_token_pointed(self, index: int) -> None:
        self._token.setText(self.view.describe(index))
