"""Below the table: the run that is chosen, or several beside each other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QStackedWidget, QWidget

from hone.domain.run_comparison import RunComparison
from hone.domain.run_table import RunRow, RunSize
from hone.domain.runs import RunState
from hone.services.run_table import MOST_COMPARED
from hone.ui.kit.buttons import IconButton, SecondaryButton
from hone.ui.kit.card import Card, column, row
from hone.ui.kit.lengths import follow
from hone.ui.kit.quantities import count_text
from hone.ui.kit.scrolling import fill_scrolling
from hone.ui.kit.text import Badge, BodyLabel, CaptionLabel, HeadingLabel
from hone.ui.kit.text_area import TextArea
from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Space
from hone.ui.runs.curve_chart import CurveChart
from hone.ui.runs.curve_lines import Series
from hone.ui.runs.facts import FactGrid
from hone.ui.tune.run_words import STATE_TONES, state_word

_BESIDE = 820  # from which width chart and facts stand beside each other, at text scale 1


class RunPanel(QWidget):
    """All signals are requests; `show_selection` comes first, `show_comparison` when it was read."""

    open_requested = Signal()
    clone_requested = Signal()
    folder_requested = Signal()
    delete_requested = Signal()
    menu_requested = Signal(QPoint)
    renamed = Signal(str, str)
    noted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[RunRow, ...] = ()
        self._comparison: RunComparison | None = None
        self._sizes: dict[str, RunSize] | None = None  # as they are shown
        self._make_parts()
        self._lay_out()
        self._connect()
        follow(self, lambda theme: self._turn())
        self.show_selection(())

    def show_selection(self, rows: Sequence[RunRow]) -> None:
        """Say which runs are chosen; what was written about another one is kept first."""
        ids = [run.id for run in self.rows]
        if ids != [run.id for run in rows]:
            self.flush()
            self._comparison = None
            self.rows = tuple(rows)
            self.note.set_text(rows[0].note if len(rows) == 1 else "")
        self.rows = tuple(rows)
        self._show_head()

    def show_comparison(
        self, comparison: RunComparison, series: Sequence[Series], sizes: dict[str, RunSize]
    ) -> None:
        """Show what was read of the chosen runs."""
        if [run.id for run in comparison.rows] != [run.id for run in self.rows]:
            return
        known = self._comparison
        if known is None or (known.rows, known.entries) != (comparison.rows, comparison.entries):
            self._comparison, self._sizes = comparison, None
            self.chart.show_comparison(comparison, series)
        self.show_sizes(sizes)
        self._stack.setCurrentIndex(1)

    def show_sizes(self, sizes: dict[str, RunSize]) -> None:
        """Show sizes that were counted meanwhile."""
        if self._comparison is None:
            return
        told = {run.id: sizes[run.id] for run in self._comparison.rows if run.id in sizes}
        if told != self._sizes:
            self._sizes = told
            self.facts.show_comparison(self._comparison, told)

    def unsaved_note(self) -> tuple[str, str] | None:
        """Return the run and what was written about it since it was shown; None when that is nothing new."""
        if len(self.rows) != 1 or self.note.text().strip() == self.rows[0].note.strip():
            return None
        return self.rows[0].id, self.note.text()

    @Slot()
    def flush(self) -> None:
        """Keep what is being written about the run."""
        unsaved = self.unsaved_note()
        if unsaved is not None:
            self.noted.emit(*unsaved)

    def focus_name(self) -> None:
        """Let the name be written over."""
        if self.name.isVisible():
            self.name.setFocus()
            self.name.selectAll()

    def focus_note(self) -> None:
        """Put the cursor into the note."""
        if self.note.isVisible():
            self.note.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _make_parts(self) -> None:
        self.name = QLineEdit()
        self.name.setProperty("kind", "title")
        self.name.setAccessibleName(self.tr("Name of the run"))
        self.title = HeadingLabel("")
        self._badge = Badge()
        self.open = SecondaryButton(self.tr("Open"), "arrow-right")
        self.clone = SecondaryButton(self.tr("Clone into a draft"), "copy")
        self.folder = IconButton("folder-open", self.tr("Open the run's folder"))
        self.trash = IconButton("trash", self.tr("Move to the trash"))
        self.menu = IconButton("dots-three-vertical", self.tr("More to do with the run"))
        self._problem = CaptionLabel("", "warning")
        self.chart = CurveChart()
        self.facts = FactGrid()
        self.note = TextArea(
            self.tr("Note on the run"), self.tr("What you tried, what you saw, what comes next"), 2, 8
        )
        self._hint = CaptionLabel(
            self.tr(
                "Hold Ctrl and click other runs, or press Shift and an arrow key, to compare up to four."
            ),
            "faint",
        )

    def _lay_out(self) -> None:
        head = row(self.name, self.title, self._badge, spacing=Space.S)
        head.setStretch(0, 1)
        head.setStretch(1, 1)
        head.addSpacing(Space.M)
        for widget in (self.open, self.clone, self.folder, self.trash, self.menu):
            head.addWidget(widget)
        chart, facts = Card(), Card()
        chart.body.addWidget(self.chart)
        follow(chart, lambda theme: chart.setMinimumHeight(theme.length(300)))
        follow(chart, lambda theme: chart.setMaximumHeight(theme.length(400)))
        facts.body.addWidget(self.facts)
        self._note_card = Card()
        self._note_card.body.addWidget(HeadingLabel(self.tr("Note")))
        self._note_card.body.addWidget(self.note)
        left = column(spacing=Space.M)
        left.addWidget(chart, 100)
        left.addWidget(self._note_card)
        left.addWidget(self._hint)
        left.addStretch(1)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(Space.M)
        self._sides.addLayout(left, 3)
        right = column()
        right.addWidget(facts)
        right.addStretch(1)
        self._sides.addLayout(right, 2)
        inside = QWidget()
        inside.setProperty("kind", "plain")
        body = column(inside, spacing=Space.M)
        body.setContentsMargins(Space.XL, Space.M, Space.XL, Space.XL)
        body.addLayout(head)
        body.addWidget(self._problem)
        body.addLayout(self._sides, 1)
        shown = QWidget()
        fill_scrolling(shown, inside)
        self._nothing = BodyLabel("", "muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        nothing = QWidget()
        middle = column(nothing, margin=Space.XL)
        middle.addWidget(self._nothing)
        self._stack = QStackedWidget()
        self._stack.addWidget(nothing)
        self._stack.addWidget(shown)
        column(self).addWidget(self._stack)

    def _connect(self) -> None:
        self.open.clicked.connect(self.open_requested)
        self.clone.clicked.connect(self.clone_requested)
        self.folder.clicked.connect(self.folder_requested)
        self.trash.clicked.connect(self.delete_requested)
        self.menu.clicked.connect(self._on_menu_clicked)
        self.name.editingFinished.connect(self._on_name_edited)
        self.note.left.connect(self.flush)

    def _show_head(self) -> None:
        count = len(self.rows)
        one = count == 1
        for widget in (
            self.name,
            self._badge,
            self.open,
            self.clone,
            self.folder,
            self._note_card,
            self._hint,
        ):
            widget.setVisible(one)
        self.title.setVisible(count > 1)
        self._turn()
        if one:
            self._show_one(self.rows[0])
        else:
            self._problem.hide()
            said = self.tr("{0} runs beside each other").replace("{0}", count_text(count))
            self.title.setText(said)
            many = self.tr("{0} runs are chosen. Up to four can be compared; the trash takes all of them.")
            none = self.tr("Choose a run to see how it went, or two to four to compare them.")
            self._nothing.setText(many.replace("{0}", count_text(count)) if count else none)
        if not 1 <= count <= MOST_COMPARED:
            self._stack.setCurrentIndex(0)

    def _show_one(self, run: RunRow) -> None:
        if not self.name.hasFocus():
            self.name.setText(run.name)
            self.name.setCursorPosition(0)
        if not self.note.hasFocus():
            self.note.set_text(run.note)
        self._badge.setText(state_word(run.state))
        self._badge.set_tone(STATE_TONES[run.state])
        running = run.state is RunState.RUNNING
        self.trash.setEnabled(not running)
        self.open.setText(self.tr("Watch") if running else self.tr("Open"))
        self.open.setAccessibleName(self.tr("Open {0} on the page Tune").replace("{0}", run.name))
        self._problem.setText(run.problem)
        self._problem.setVisible(bool(run.problem))

    def _turn(self) -> None:
        """Put the facts beside the chart where both have room, else below it."""
        wide = self.width() >= Theme.current().length(_BESIDE)
        sides = QBoxLayout.Direction
        self._sides.setDirection(sides.LeftToRight if wide else sides.TopToBottom)
        several = len(self.rows) > 1
        self._sides.setStretch(0, 1 if several else 3)
        self._sides.setStretch(1, 1 if several else 2)
        self.clone.setVisible(wide and len(self.rows) == 1)

    @Slot()
    def _on_name_edited(self) -> None:
        if len(self.rows) != 1:
            return
        name = " ".join(self.name.text().split())
        if name and name != self.rows[0].name:
            self.renamed.emit(self.rows[0].id, name)
        elif not name:
            self.name.setText(self.rows[0].name)

    @Slot()
    def _on_menu_clicked(self) -> None:
        self.menu_requested.emit(self.menu.mapToGlobal(QPoint(0, self.menu.height())))
