"""How a source is read: choices at the left, the first rows as they would be read at the right."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from hone.domain.datasets import RenderedRow, ShownRow
from hone.errors import HoneError
from hone.ui.data.mapping.choices import MappingChoices
from hone.ui.data.mapping.desk import MappingDesk
from hone.ui.data.mapping.first_rows import FirstRows
from hone.ui.data.rows.learned import LearnedPane
from hone.ui.data.tab import DataContext
from hone.ui.kit.buttons import GhostButton, PrimaryButton
from hone.ui.kit.card import column
from hone.ui.kit.columns import Columns
from hone.ui.kit.elided import ElidedLabel
from hone.ui.kit.lengths import least_width
from hone.ui.kit.message_banner import MessageBanner
from hone.ui.kit.quantities import count_text
from hone.ui.kit.scrolling import fill_scrolling
from hone.ui.kit.text import CaptionLabel, HeadingLabel
from hone.ui.kit.tokens import Space

_LEAST_WIDTH = 340


class MappingView(QWidget):
    """Choose shape, part and columns; `keep_requested(Reading)` when the person is content."""

    keep_requested = Signal(object)

    def __init__(self, context: DataContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.desk = MappingDesk(context, self)
        self.choices = MappingChoices(self.desk)
        self.first = FirstRows()
        self.learned = LearnedPane()
        self.banner = MessageBanner(dismissable=False)
        self.keep = PrimaryButton(self.tr("Keep this reading"))
        self.reset = GhostButton(self.tr("As it was"))
        self._said = ElidedLabel(tone="muted")
        self._row = 0
        self._lay_out()
        self._connect()
        self._show_state()

    # ---- building

    def _lay_out(self) -> None:
        right = QWidget()
        beside = column(right, spacing=Space.S)
        beside.addWidget(HeadingLabel(self.tr("The first rows, read so")))
        self._nothing = CaptionLabel()
        beside.addWidget(self._nothing)
        beside.addWidget(self.banner)
        beside.addWidget(self.first)
        self._learned_title = HeadingLabel(self.tr("What is learned of the row"))
        beside.addSpacing(Space.S)
        beside.addWidget(self._learned_title)
        beside.addWidget(self.learned)
        beside.addStretch(1)
        self.learned.view.setMinimumHeight(180)
        self.learned.hide()
        self._learned_title.hide()
        for side in (self.choices, right):
            least_width(side, _LEAST_WIDTH)
        inside = QWidget()
        inside.setProperty("kind", "plain")
        within = column(inside)
        within.setContentsMargins(Space.XL, Space.L, Space.L, Space.L)
        within.addWidget(Columns((self.choices, right)))
        within.addStretch(1)
        scrolled = QWidget()
        fill_scrolling(scrolled, inside)
        bar = QFrame()
        bar.setProperty("kind", "compare_bottom")
        line = QHBoxLayout(bar)
        line.setContentsMargins(Space.XL, Space.S, Space.L, Space.S)
        line.setSpacing(Space.S)
        line.addWidget(self._said, 1)
        line.addWidget(self.reset)
        line.addWidget(self.keep)
        layout = column(self, spacing=0)
        layout.addWidget(scrolled, 1)
        layout.addWidget(bar)

    def _connect(self) -> None:
        context, desk = self.context, self.desk
        context.model_changed.connect(self._render)
        desk.columns_changed.connect(self._show_state)
        desk.rows_changed.connect(self._on_rows_changed)
        desk.rendered.connect(self._on_rendered)
        desk.failed.connect(self._on_not_rendered)
        self.first.chosen.connect(self._show_row)
        self.learned.models_requested.connect(partial(context.shell.page_requested.emit, "models"))
        self.keep.clicked.connect(self.keep_reading)
        self.reset.clicked.connect(desk.start_over)

    # ---- what can be done

    @Slot()
    def keep_reading(self) -> None:
        """Read the source so from now on: a new version."""
        if self.keep.isEnabled():
            self.keep_requested.emit(self.desk.reading)

    @Slot(int)
    def _show_row(self, number: int) -> None:
        self._row = number
        self.first.mark(number)
        self._render()

    @Slot()
    def _render(self) -> None:
        """Show how the chosen row is learned."""
        if not self._row:
            return
        if self.context.model is None:
            self.learned.show_without_model()
        else:
            self.desk.render(self._row)

    # ---- what the desk says

    @Slot()
    def _on_rows_changed(self) -> None:
        rows = self.desk.rows
        self.first.show_rows(rows)
        self._show_problem(self.desk.problem)
        self._row = next((each.row for each in rows if each.example is not None), 0)
        self.learned.setVisible(bool(self._row))
        self._learned_title.setVisible(bool(self._row))
        if self._row:
            self._show_row(self._row)
        else:
            self.learned.clear()
        self._show_state()

    def _show_problem(self, problem: HoneError | None) -> None:
        if problem is None:
            self.banner.hide()
        else:
            self.banner.show_error(problem)

    @Slot()
    def _show_state(self) -> None:
        desk = self.desk
        read = sum(each.example is not None for each in desk.rows)
        waiting = bool(desk.reading.format) and not desk.rows and desk.problem is None
        self._nothing.setText(
            self.tr("Reading the first rows…") if waiting else self.tr("Choose a shape to see the rows.")
        )
        self._nothing.setVisible(waiting or (desk.columns is not None and not desk.reading.format))
        self.keep.setEnabled(desk.changed and read > 0 and not desk.looking)
        self.reset.setVisible(desk.changed)
        if not desk.rows:
            said = ""
        elif read == len(desk.rows):
            said = self.tr("The first {0} rows can be read so.").replace("{0}", count_text(read))
        else:
            said = self.tr("Of the first {0} rows {1} can be read so.")
            said = said.replace("{0}", count_text(len(desk.rows))).replace("{1}", count_text(read))
        if desk.rows and not desk.changed:
            said += " " + self.tr("This is the reading in use.")
        self._said.setText(said)

    @Slot(int, object)
    def _on_rendered(self, number: int, rendered: RenderedRow | None) -> None:
        if number == self._row:
            shown = self._shown(number)
            length = self.context.context_length
            self.learned.show_row(shown, (rendered,) if rendered is not None else (), length)

    @Slot(object)
    def _on_not_rendered(self, error: HoneError) -> None:
        self.learned.show_error(error)

    def _shown(self, number: int) -> ShownRow | None:
        return next((each for each in self.desk.rows if each.row == number), None)
