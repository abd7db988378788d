"""The tab "Rows": the table, the row as it is learned beside it, and a place to mend it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter

from hone.ui.data.rows.actions import RowActions
from hone.ui.data.rows.desk import RowsDesk
from hone.ui.data.rows.filter_line import FilterLine
from hone.ui.data.rows.pending_bar import PendingBar
from hone.ui.data.rows.previews import RowPreviews
from hone.ui.data.rows.row_model import RowModel
from hone.ui.data.rows.row_pane import RowPane
from hone.ui.data.rows.row_table import RowTable
from hone.ui.data.rows.search import RowSearch
from hone.ui.data.tab import DataContext, DataTab
from hone.ui.kit.buttons import GhostButton, IconButton
from hone.ui.kit.card import column, row
from hone.ui.kit.message_banner import MessageBanner
from hone.ui.kit.quantities import count_text
from hone.ui.kit.segmented import Segmented
from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Space

_BESIDE = 720  # the width at text scale 1 from which the row stands beside the table
_BELOW = 430  # the height at text scale 1 from which it stands below it; else in its place
_NEIGHBOURS = 24


class RowsTab(DataTab):
    """The rows of the version in use; what is done to them is pending until it is saved as a version."""

    def __init__(self, context: DataContext) -> None:
        super().__init__(context)
        self.desk = RowsDesk(context.services, self)
        self.model = RowModel(self.desk, self)
        self.previews = RowPreviews(context, self.desk, self.neighbours)
        self.filter = FilterLine()
        self.table = RowTable(self.model)
        self.search = RowSearch(context, self.desk, self.model, self.filter)
        self.pane = RowPane(context, self.desk, self.previews)
        self.learned, self.editor = self.pane.learned, self.pane.editor
        self.pending = PendingBar()
        self.banner = MessageBanner()
        self.elsewhere = MessageBanner()
        self.place = Segmented(
            self.tr("What is shown"),
            [("table", self.tr("Rows")), ("learned", self.tr("As it is learned")), ("edit", self.tr("Edit"))],
        )
        self._single = False
        self._lay_out()
        self._connect()
        self.actions_of_tab = RowActions(self)
        self._on_opened()

    def shown(self) -> None:
        """Open what is open now."""
        self.desk.open(self.context.data_set)

    def flush(self) -> None:
        """Keep what was done to rows."""
        self.desk.flush()

    @property
    def row(self) -> int:
        """The row that is looked at, 0 for none."""
        return self.previews.row

    def neighbours(self, around: int) -> Sequence[int]:
        """Return the rows that may be looked at next: those beside it, then those in sight."""
        place, count = self.model.place(around), self.model.rowCount()
        if place < 0:
            return ()
        near = sorted(range(max(0, place - 4), min(count, place + 9)), key=lambda each: abs(each - place))
        first = self.table.first_in_sight()
        sight = range(first, min(count, first + _NEIGHBOURS))
        return [self.model.row_at(each) for each in dict.fromkeys((*near, *sight))]

    # ---- building

    def _lay_out(self) -> None:
        self.add = GhostButton(self.tr("Add a row"), "plus")
        self.more = IconButton("dots-three", self.tr("What can be done with the selected rows"))
        top = row(self.filter, self.add, self.more)
        top.setStretch(0, 1)
        top.setAlignment(self.add, Qt.AlignmentFlag.AlignTop)
        top.setAlignment(self.more, Qt.AlignmentFlag.AlignTop)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(Space.L)
        self._splitter.setStyleSheet("QSplitter::handle { background: transparent; }")
        self._splitter.addWidget(self.table)
        self._splitter.addWidget(self.pane)
        self._splitter.setSizes([600, 500])
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setAccessibleName(self.tr("Room for the table and for the row"))
        layout = column(self, spacing=Space.M)
        layout.setContentsMargins(Space.XL, Space.L, Space.L, Space.L)
        layout.addLayout(row(self.place, None))
        layout.addLayout(top)
        layout.addWidget(self.elsewhere)
        layout.addWidget(self.banner)
        layout.addWidget(self._splitter, 1)
        layout.addWidget(self.pending)

    def _connect(self) -> None:
        context, desk = self.context, self.desk
        context.opened.connect(self._on_context_opened)
        context.report_changed.connect(self._on_report_changed)
        context.row_requested.connect(self.go_to)
        desk.opened.connect(self._on_opened)
        desk.rows_changed.connect(self._on_rows_changed)
        desk.edits_changed.connect(self._show_pending)
        desk.undo_stack.indexChanged.connect(self._show_pending)
        desk.failed.connect(self.banner.show_error)
        desk.waiting_elsewhere.connect(self._on_waiting_elsewhere)
        self.model.edited.connect(self._on_cell_edited)
        self.model.modelReset.connect(self._on_model_reset)
        self.search.changed.connect(self._on_search_changed)
        self.search.failed.connect(self.banner.show_error)
        self.table.chosen.connect(self._on_row_chosen)
        self.table.menu_requested.connect(self._on_menu_requested)
        self.table.activated.connect(self._on_table_activated)
        self.learned.models_requested.connect(partial(context.shell.page_requested.emit, "models"))
        self.pane.edited.connect(self._on_edited)
        self.pane.mode_chosen.connect(self.show_mode)
        self.place.chosen.connect(self._on_place_chosen)
        self.add.clicked.connect(self.add_row)
        self.more.clicked.connect(self._on_more_clicked)
        self.pending.save_requested.connect(self.save)
        self.pending.discard_requested.connect(self.discard)
        self.pending.undo_requested.connect(desk.undo_stack.undo)
        self.pending.redo_requested.connect(desk.undo_stack.redo)

    def minimumSizeHint(self) -> QSize:
        """Little, so that the window may be made small: table and row then take turns."""
        return QSize(320, 200)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        scale = max(1.0, Theme.current().scale)
        beside = self.width() >= _BESIDE * scale
        wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if self._splitter.orientation() is not wanted:
            self._splitter.setOrientation(wanted)
            self._splitter.setSizes([600, 500] if beside else [240, 300])
        self._single = not beside and self.height() < _BELOW * scale
        self._show_places()

    def _show_places(self) -> None:
        """Show table and row, or in little room one of them, as the place says."""
        place = self.place.current() if self._single else ""
        self.place.setVisible(self._single)
        self.pane.mode.setVisible(not self._single)
        self.table.setVisible(place in ("", "table"))
        self.pane.setVisible(place != "table")
        for widget in (self.filter, self.add, self.more):
            widget.setVisible(place in ("", "table"))

    # ---- what can be done

    @Slot(int)
    def go_to(self, number: int) -> None:
        """Show a row of the version; a filter that hides it is left."""
        if self.desk.data_set is None:
            self.desk.open(self.context.data_set)
        if not self.table.go_to(number):
            self.search.leave()
            self.table.go_to(number)

    @Slot(str)
    def show_mode(self, mode: str) -> None:
        """Show the row as it is "learned", or the form to "edit" it."""
        self.place.set_current(mode)
        self.pane.show_mode(mode)
        self._show_places()

    @Slot(str)
    def _on_place_chosen(self, place: str) -> None:
        if place == "table":
            self._show_places()
        else:
            self.show_mode(place)

    def toggle_mode(self) -> None:
        """Change between the row as it is learned and the form."""
        self.show_mode("learned" if self.pane.editing else "edit")
        if self.pane.editing:
            self.editor.focus_first()

    @Slot()
    def add_row(self) -> None:
        """Add an empty row at the end and write it."""
        if self.desk.ready:
            like = self.desk.content(self.row) if self.row else ""
            added = self.desk.add_blank(self.tr("Add a row"), like or "")
            self.table.go_to(added)
            self.show_mode("edit")
            self.editor.focus_first()

    @Slot()
    def save(self) -> None:
        """Make a version of what was done."""
        changes = self.desk.give_away()
        if not changes:
            return
        rows = self.desk.count
        if rows == 1:
            said = self.tr("1 row changed")
        else:
            said = self.tr("{0} rows changed").replace("{0}", count_text(rows))
        self.context.request_change(*changes, said=said)

    @Slot()
    def discard(self) -> None:
        """Take back all that was done; that can be undone."""
        count = self.desk.count
        self.desk.discard(self.tr("Discard all changes"))
        if count and self.desk.data_set is not None:
            undo = partial(self._undo_in, self.desk.data_set.id, self.desk.data_set.current)
            self.context.shell.notify(self.tr("Changes discarded"), self.tr("Undo"), undo)

    def _undo_in(self, data_set_id: str, version: int) -> None:
        """Undo the last change, if this version is still the one that is shown."""
        opened = self.desk.data_set
        if opened is not None and (opened.id, opened.current) == (data_set_id, version):
            self.desk.undo_stack.undo()

    # ---- what the desk, the model and the page say

    @Slot()
    def _on_context_opened(self) -> None:
        self.desk.open(self.context.data_set)

    @Slot()
    def _on_opened(self) -> None:
        self.banner.hide()
        self.elsewhere.hide()
        self.search.begin_anew()
        self._show_pending()
        if self.model.rowCount():
            self.table.go_to(1)
        else:
            self._show_no_row()

    @Slot(int, int)
    def _on_waiting_elsewhere(self, version: int, rows: int) -> None:
        """Say that changed rows of another version wait there to be saved."""
        if rows == 1:
            said = self.tr("1 row changed in version {1} is not saved yet; it waits there.")
        else:
            said = self.tr("{0} rows changed in version {1} are not saved yet; they wait there.")
        said = said.replace("{0}", count_text(rows)).replace("{1}", str(version))
        self.elsewhere.clear_actions()
        go = self.tr("Go to version {0}").replace("{0}", str(version))
        self.elsewhere.add_action(go, partial(self.context.version_requested.emit, version))
        self.elsewhere.show_message("accent", said)

    @Slot()
    def _on_model_reset(self) -> None:
        if not self.model.rowCount():
            self._show_no_row()

    def _show_no_row(self) -> None:
        self.previews.leave()
        self.pane.show_no_row()

    @Slot()
    def _on_report_changed(self) -> None:
        self.filter.show_report(self.context.report)

    @Slot(object)
    def _on_rows_changed(self, rows: Sequence[int]) -> None:
        if self.row and self.row in rows:
            if self.row < 0 and self.row not in self.desk.added:
                self.table.go_to(self.table.current_row or 1)
                return
            self.pane.show_row()

    @Slot()
    def _show_pending(self) -> None:
        stack = self.desk.undo_stack
        self.pending.show_state(self.desk.count, stack.undoText(), stack.redoText())
        self.add.setEnabled(self.desk.ready)

    @Slot(int)
    def _on_row_chosen(self, number: int) -> None:
        self.pane.show_model()
        self.previews.show(number)
        self.pane.show_row()

    @Slot()
    def _on_search_changed(self) -> None:
        """Stay at the row that is looked at, where it is among those shown."""
        if self.model.rowCount() and not self.table.go_to(self.row or 1):
            self.table.go_to(self.model.row_at(0))

    # ---- what the person does

    @Slot(str, int)
    def _on_edited(self, content: str, burst: int) -> None:
        self._replace(self.row, content, burst)

    @Slot(int, str)
    def _on_cell_edited(self, number: int, content: str) -> None:
        self._replace(number, content, 0)

    def _replace(self, number: int, content: str, burst: int) -> None:
        if number:
            name = count_text(number) if number > 0 else self.tr("new")
            self.desk.replace(number, content, self.tr("Edit row {0}").replace("{0}", name), burst)

    @Slot()
    def _on_table_activated(self) -> None:
        self.show_mode("edit")
        self.editor.focus_first()

    @Slot(QPoint)
    def _on_menu_requested(self, place: QPoint) -> None:
        self.actions_of_tab.open_menu(place)

    @Slot()
    def _on_more_clicked(self) -> None:
        self.actions_of_tab.open_menu(self.more.mapToGlobal(self.more.rect().bottomLeft()))
