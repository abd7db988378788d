"""The page "Runs": all runs in a table; those that are chosen stand below it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QSplitter, QStackedWidget, QWidget

from hone.domain.plan import Plan
from hone.domain.run_comparison import RunComparison
from hone.domain.run_table import RunRow
from hone.domain.runs import RunState
from hone.errors import HoneError
from hone.services.run_table import MOST_COMPARED
from hone.ui.kit.buttons import GhostButton, PrimaryButton, SecondaryButton
from hone.ui.kit.card import column, row
from hone.ui.kit.empty_state import EmptyState
from hone.ui.kit.quantities import count_text, size_text
from hone.ui.kit.text import CaptionLabel, TitleLabel
from hone.ui.kit.tokens import Space
from hone.ui.page import Page, Shell
from hone.ui.runs.actions import RunActions
from hone.ui.runs.curve_lines import Series
from hone.ui.runs.desk import RunTableDesk
from hone.ui.runs.filter_line import FilterLine
from hone.ui.runs.panel import RunPanel
from hone.ui.runs.table import RunTable

_AGAIN_MILLISECONDS = 2000
_RESTING = 15  # reading again waits so many times as long as the last reading took
_TABLE_SHARE = 0.42  # of the height


class RunsPage(Page):
    """Find runs, see how they went, compare them, go on from one of them."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.desk = RunTableDesk(self.services, self)
        self.filter = FilterLine()
        self.table = RunTable(self.desk.model)
        self.panel = RunPanel()
        self._timer = QTimer(self)
        self._timer.setInterval(_AGAIN_MILLISECONDS)
        self._lay_out()
        self._connect()
        self.actions_of_page = RunActions(self)

    def shown(self) -> None:
        """Look again which runs there are."""
        self.desk.read()

    def closing(self) -> None:
        """Keep the note that is being written; count no further."""
        self._timer.stop()
        self.desk.closing(self.panel.unsaved_note())

    def finish(self) -> None:
        """Wait for the thread that counts."""
        self.desk.finish()

    def chosen(self) -> list[RunRow]:
        """Return the runs that are chosen, in the order of the table."""
        return self.table.selected_rows()

    def open_run(self, run_id: str) -> None:
        """Choose a run, once the list is read."""
        self.filter.show_all()
        self.table.select([run_id])

    # ---- what can be done

    @Slot()
    def open_chosen(self) -> None:
        """Show the chosen run on the page Tune, where it is watched, resumed and stopped."""
        if len(self.chosen()) == 1:
            self.shell.run_requested.emit(self.chosen()[0].id)

    @Slot()
    def clone(self) -> None:
        """Begin a draft of the wizard with the chosen run's plan."""
        if len(self.chosen()) == 1:
            self.desk.clone(self.chosen()[0].id)

    @Slot()
    def reveal(self) -> None:
        """Open the folder of each chosen run."""
        for run in self.chosen()[:MOST_COMPARED]:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(run.folder)))

    @Slot()
    def delete(self) -> None:
        """Move the chosen runs to the trash; the toast has the way back."""
        idle = [run for run in self.chosen() if run.state is not RunState.RUNNING]
        if idle:
            self.panel.flush()
            self.desk.delete(idle)
        elif self.chosen():
            said = self.tr("A run that trains is not moved to the trash. Stop it first.")
            self.shell.notify(said)

    @Slot()
    def export(self) -> None:
        """Write the rows that are shown as a CSV file."""
        if not self.desk.model.rows:
            return
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export the table"), "runs.csv", self.tr("CSV files (*.csv)")
        )
        if name:
            self.desk.export(Path(name))

    @Slot()
    def start(self) -> None:
        """Go where a run is begun."""
        self.shell.page_requested.emit("tune")

    @Slot()
    def show_all(self) -> None:
        """Take the filter away."""
        self.filter.show_all()

    # ---- building

    def _lay_out(self) -> None:
        self._summary = CaptionLabel("", "muted", wrap=False)
        self.export_button = GhostButton(self.tr("Export"), "export")
        self.export_button.setAccessibleName(self.tr("Export the table as CSV"))
        self.new_button = PrimaryButton(self.tr("New run"), "plus")
        titles = column(spacing=2)
        titles.addWidget(TitleLabel(self.tr("Runs")))
        titles.addWidget(self._summary)
        head = row()
        head.addLayout(titles, 1)
        for button in (self.export_button, self.new_button):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        top = QWidget()
        over = column(top, spacing=Space.M)
        over.setContentsMargins(Space.XL, Space.L, Space.XL, Space.S)
        over.addLayout(head)
        over.addWidget(self.filter)
        self._rows = QStackedWidget()
        self._rows.addWidget(self.table)
        self._rows.addWidget(self._build_none())
        over.addWidget(self._rows, 1)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(top)
        self.splitter.addWidget(self.panel)
        self.splitter.setStretchFactor(0, 2)
        self.splitter.setStretchFactor(1, 3)
        self.panel.setMinimumHeight(120)
        self._pages = QStackedWidget()
        waiting = QWidget()
        self._pages.addWidget(waiting)
        self._pages.addWidget(self._build_empty())
        self._pages.addWidget(self.splitter)
        column(self, spacing=0).addWidget(self._pages)

    def _build_empty(self) -> QWidget:
        empty = EmptyState(
            "chart-line-up",
            self.tr("No runs yet"),
            self.tr(
                "Every fine-tune is kept here with its plan, its curves and its result: to be compared, "
                "noted and begun again."
            ),
        )
        self.begin = PrimaryButton(self.tr("Begin a fine-tune"), "sliders")
        empty.add_action(self.begin)
        return empty

    def _build_none(self) -> QWidget:
        none = EmptyState(
            "magnifying-glass", self.tr("No run is like that"), self.tr("Ask for less, or show all of them.")
        )
        self.show_all_button = SecondaryButton(self.tr("Show all"))
        self.show_all_button.clicked.connect(self.show_all)
        none.add_action(self.show_all_button)
        return none

    def _connect(self) -> None:
        desk, panel, table = self.desk, self.panel, self.table
        desk.listed.connect(self._on_listed)
        desk.sized.connect(self._on_sized)
        desk.compared.connect(self._on_compared)
        desk.removed.connect(self._on_removed)
        desk.cloned.connect(self._on_cloned)
        desk.exported.connect(self._on_exported)
        desk.failed.connect(self._on_failed)
        self.filter.changed.connect(self._on_filter_changed)
        self.filter.table_wanted.connect(table.setFocus)
        table.chosen.connect(self._on_chosen)
        table.open_requested.connect(self.open_chosen)
        table.menu_requested.connect(self._on_menu_requested)
        panel.open_requested.connect(self.open_chosen)
        panel.clone_requested.connect(self.clone)
        panel.folder_requested.connect(self.reveal)
        panel.delete_requested.connect(self.delete)
        panel.menu_requested.connect(self._on_menu_requested)
        panel.renamed.connect(desk.rename)
        panel.noted.connect(desk.set_note)
        self.export_button.clicked.connect(self.export)
        self.new_button.clicked.connect(self.start)
        self.begin.clicked.connect(self.start)
        self._timer.timeout.connect(self._on_timeout)

    # ---- what the desk says

    @Slot()
    def _on_listed(self) -> None:
        rows = self.desk.model.all_rows
        first = bool(rows) and self._pages.currentIndex() == 0
        self._pages.setCurrentIndex(2 if rows else 1)
        if first:  # it has a height to be shared only after this
            QTimer.singleShot(0, self, self._share_height)
        self.filter.show_choices(rows)
        self._show_counts()
        if self.desk.model.rows and not self.chosen() and not self.panel.rows:
            self.table.select([self.desk.model.rows[0].id])
        else:
            self._on_chosen()
        if any(run.state is RunState.RUNNING for run in rows):
            self._timer.start(max(_AGAIN_MILLISECONDS, round(_RESTING * self.desk.read_milliseconds)))
        else:
            self._timer.stop()

    @Slot()
    def _on_sized(self) -> None:
        self._show_counts()
        self.panel.show_sizes(self.desk.sizes)

    @Slot(object, object)
    def _on_compared(self, comparison: RunComparison, series: tuple[Series, ...]) -> None:
        self.panel.show_comparison(comparison, series, self.desk.sizes)

    @Slot(object)
    def _on_removed(self, rows: list[RunRow]) -> None:
        self.shell.models_changed.emit()
        one = self.tr("{0} is in the trash").replace("{0}", rows[0].name)
        many = self.tr("{0} runs are in the trash").replace("{0}", count_text(len(rows)))
        self.shell.notify(one if len(rows) == 1 else many, self.tr("Undo"), partial(self._put_back, rows))

    def _put_back(self, rows: list[RunRow]) -> None:
        self.desk.restore(rows)
        self.shell.models_changed.emit()

    @Slot(object)
    def _on_cloned(self, plan: Plan) -> None:
        self.shell.plan_requested.emit(plan)

    @Slot(object, int)
    def _on_exported(self, target: Path, count: int) -> None:
        one = self.tr("1 run written to {1}")
        many = self.tr("{0} runs written to {1}").replace("{0}", count_text(count))
        said = (one if count == 1 else many).replace("{1}", target.name)
        folder = QUrl.fromLocalFile(str(target.parent))
        self.shell.notify(said, self.tr("Show"), partial(QDesktopServices.openUrl, folder))

    @Slot(object)
    def _on_failed(self, error: HoneError) -> None:
        self.shell.tell_error(error)

    # ---- what the person does

    @Slot()
    def _on_filter_changed(self) -> None:
        self.desk.model.set_filter(self.filter.chosen)
        self._show_counts()

    @Slot()
    def _on_chosen(self) -> None:
        rows = self.chosen()
        several = len(rows) if 1 < len(rows) <= MOST_COMPARED else 0
        self.table.delegate.colours = {run.id: place for place, run in enumerate(rows[:several])}
        self.table.viewport().update()
        self.panel.show_selection(rows)
        self.desk.choose(rows)

    @Slot(QPoint)
    def _on_menu_requested(self, place: QPoint) -> None:
        self.actions_of_page.open_menu(place)

    @Slot()
    def _on_timeout(self) -> None:
        """Follow what trains, here or in another program, while somebody looks."""
        if self.isVisible():
            self.desk.read()

    def _share_height(self) -> None:
        whole = self.splitter.height()
        table = round(whole * _TABLE_SHARE)
        self.splitter.setSizes([table, whole - table])

    def _show_counts(self) -> None:
        model = self.desk.model
        every, shown = len(model.all_rows), len(model.rows)
        self._rows.setCurrentIndex(0 if shown or not every else 1)
        self.export_button.setEnabled(bool(shown))
        said = self.tr("1 run") if every == 1 else self.tr("{0} runs").replace("{0}", count_text(every))
        if shown != every:
            part = self.tr("{0} of {1} runs").replace("{0}", count_text(shown))
            said = part.replace("{1}", count_text(every))
        known = [run.disk_bytes for run in model.rows if run.disk_bytes is not None]
        if len(known) == shown and shown:
            said += "  ·  " + self.tr("{0} on disk").replace("{0}", size_text(sum(known)))
        self._summary.setText(said)
