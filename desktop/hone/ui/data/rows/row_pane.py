"""One row: as it is learned, or a form to mend it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from hone.domain.datasets import ShownRow
from hone.errors import HoneError
from hone.ui.data.rows.desk import RowsDesk
from hone.ui.data.rows.editor import RowEditor
from hone.ui.data.rows.learned import LearnedPane
from hone.ui.data.rows.previews import Rendered, RowPreviews
from hone.ui.data.tab import DataContext
from hone.ui.kit.card import column, row
from hone.ui.kit.elided import ElidedLabel
from hone.ui.kit.quantities import count_text
from hone.ui.kit.segmented import Segmented
from hone.ui.kit.tokens import Space
from hone.ui.kit.typography import Type


class RowPane(QWidget):
    """Shows the row that `previews` looks at. `mode_chosen` is "learned" or "edit"."""

    mode_chosen = Signal(str)
    edited = Signal(str, int)  # content, burst

    def __init__(self, context: DataContext, desk: RowsDesk, previews: RowPreviews) -> None:
        super().__init__()
        self._context, self._desk, self._previews = context, desk, previews
        self.learned = LearnedPane()
        self.editor = RowEditor()
        self.mode = Segmented(
            self.tr("The row"), [("learned", self.tr("As it is learned")), ("edit", self.tr("Edit"))]
        )
        self._heading = ElidedLabel(style=Type.HEADING)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.learned)
        self._stack.addWidget(self.editor)
        title = row(self._heading, self.mode)
        title.setStretch(0, 1)
        inside = column(self, spacing=Space.S)
        inside.addLayout(title)
        inside.addWidget(self._stack, 1)
        self.mode.chosen.connect(self.mode_chosen)
        self.editor.edited.connect(self.edited)
        previews.rendered.connect(self._on_rendered)
        previews.refused.connect(self._on_refused)
        context.model_changed.connect(self.show_model)

    @property
    def editing(self) -> bool:
        """Whether the form is shown."""
        return self.mode.current() == "edit"

    def show_mode(self, mode: str) -> None:
        """Show the row as it is "learned", or the form to "edit" it."""
        self.mode.set_current(mode)
        self._stack.setCurrentWidget(self.editor if mode == "edit" else self.learned)
        if self._previews.row:
            self.show_row()

    def show_row(self) -> None:
        """Show the row in heading and form; its tokens come by themselves."""
        number = self._previews.row
        shown, pending = self._desk.shown(number), self._desk.pending(number)
        gone = pending is not None and pending.gone
        self._heading.setText(self._title(number, shown, gone, pending is not None))
        if shown is not None and self.editing:  # a form takes time to build
            self.editor.show_row(number, shown, self._desk.shape, locked=gone or not self._desk.ready)

    def show_no_row(self) -> None:
        """Show that there is no row."""
        self.learned.clear()
        self._heading.setText(self.tr("No row"))
        self.editor.show_row(0, None, self._desk.shape)

    @Slot()
    def show_model(self) -> None:
        """Say so when there is no model to read rows with."""
        if self._context.model is None:
            self.learned.show_without_model()

    def _title(self, number: int, shown: ShownRow | None, gone: bool, changed: bool) -> str:
        if number > 0:
            words = [self.tr("Row {0}").replace("{0}", count_text(number))]
        else:
            words = [self.tr("New row")]
        if shown is not None and shown.line and shown.line != number:
            words.append(self.tr("line {0}").replace("{0}", count_text(shown.line)))
        if gone:
            words.append(self.tr("deleted"))
        elif changed and number > 0:
            words.append(self.tr("changed"))
        return " · ".join(words)

    @Slot(int, object)
    def _on_rendered(self, number: int, rendered: Rendered) -> None:
        self.learned.show_row(self._desk.shown(number), rendered, self._context.context_length)

    @Slot(int, object)
    def _on_refused(self, number: int, error: HoneError) -> None:
        self.learned.show_error(error)
