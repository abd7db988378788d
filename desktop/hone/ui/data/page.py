"""The page "Data": the data sets at the left, the open one at the right with its tabs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from hone.domain.data_changes import AnyChange
from hone.domain.dataset_library import DataSet
from hone.domain.datasets import Reading, Shape
from hone.domain.plan import Plan
from hone.errors import HoneError
from hone.ui.data.actions import DataActions
from hone.ui.data.desk import LibraryDesk
from hone.ui.data.header import DataHeader
from hone.ui.data.list import DataSetList
from hone.ui.data.models import ModelChoice
from hone.ui.data.room import Room
from hone.ui.data.tab import DataContext
from hone.ui.data.tab_bar import DataTabs
from hone.ui.data.welcome import Damaged, DropSign, InTrash, Welcome
from hone.ui.data.words import fresh_text, short_name
from hone.ui.data.work_strip import WorkStrip
from hone.ui.data_files import ask_for_data_files, ask_for_data_folder
from hone.ui.kit.card import column
from hone.ui.kit.quantities import count_text
from hone.ui.page import Page, Shell
from hone.ui.supervisor import start_task


class DataPage(Page):
    """Take data in, see what it is and what is wrong with it, mend it in versions, and train on it."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.setAcceptDrops(True)
        self.context = DataContext(shell, self)
        self.desk = LibraryDesk(self.context, self)
        self.models = ModelChoice(self.context, self.desk, self)
        self.list = DataSetList()
        self.header = DataHeader()
        self.tabs = DataTabs(self.context)
        self.strip = WorkStrip(self.desk.work)
        self.welcome = Welcome()
        self.in_trash = InTrash()
        self.damaged = Damaged()
        self._broken: DataSet | None = None
        self._trashed = ""
        self._first = True
        self._lay_out()
        self._drop = DropSign(self)
        self._connect()
        self.actions_of_page = DataActions(self)
        self.room = Room(self, self.list, self._right, self.header)

    def shown(self) -> None:
        """Read the library and the models again."""
        self.desk.read()
        self.desk.read_models()
        self.tabs.shown()

    def closing(self) -> None:
        """Keep what is being typed, and end what runs."""
        self.tabs.closing()
        self.desk.closing()

    def finish(self) -> None:
        """Wait for the background thread."""
        self.tabs.finish()
        self.desk.finish()

    def open_data_set(self, data_set_id: str, tab: str = "") -> None:
        """Show a data set, and one of its tabs; "" just the library."""
        self._first = False
        if data_set_id and data_set_id != self.desk.open_id:
            self.tabs.flush()
            self.desk.open(data_set_id)
        if tab:
            self.tabs.open(tab)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_paths(event.mimeData()):
            event.acceptProposedAction()
            self._drop.cover()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self._drop.hide()
        paths = local_paths(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.desk.add(paths)

    # ---- building

    def _lay_out(self) -> None:
        work = QWidget()
        inside = column(work, spacing=0)
        inside.addWidget(self.header)
        inside.addWidget(self.tabs, 1)
        self._stack = QStackedWidget()
        for widget in (self.welcome, work, self.in_trash, self.damaged):
            self._stack.addWidget(widget)
        self._right = right = QWidget()
        beside = column(right, spacing=0)
        beside.addWidget(self._stack, 1)
        beside.addWidget(self.strip)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.list)
        layout.addWidget(right, 1)

    def _connect(self) -> None:
        desk, header, context = self.desk, self.header, self.context
        desk.listed.connect(self._on_listed)
        desk.added.connect(self._on_added)
        desk.made.connect(self._on_made)
        desk.trashed.connect(self._on_trashed)
        desk.exported.connect(self._on_exported)
        desk.damaged.connect(self._on_damaged)
        self.damaged.repair_requested.connect(self.repair)
        self.damaged.trash_requested.connect(self.delete)
        desk.failed.connect(self._on_failed)
        desk.unclear.connect(self._on_unclear)
        context.file_requested.connect(lambda path, reading: desk.add((path,), reading=reading))
        self.list.chosen.connect(self._on_chosen)
        self.list.open_requested.connect(self.open_files)
        self.list.menu_requested.connect(self._on_list_menu_requested)
        self.list.delete_requested.connect(self.delete)
        self.welcome.open_requested.connect(self.open_files)
        self.welcome.folder_requested.connect(self.open_folder)
        self.welcome.sample_requested.connect(self.use_sample)
        self.in_trash.restore_requested.connect(self.put_back)
        header.renamed.connect(desk.rename)
        header.shape_requested.connect(self.show_shape)
        header.fresh_requested.connect(self.take_fresh)
        header.train_requested.connect(self.train)
        header.menu_requested.connect(self._on_menu_requested)
        header.model_picked.connect(self.models.choose)
        desk.models_listed.connect(self._show_models)
        context.model_changed.connect(self._show_models)
        context.opened.connect(self._on_opened)
        context.report_changed.connect(self._on_report_changed)
        context.change_requested.connect(self._on_change_requested)
        context.reading_requested.connect(self._on_reading_requested)
        context.training_rows_requested.connect(self.keep_good_replies)
        context.version_requested.connect(self.use_version)
        context.note_requested.connect(desk.set_note)
        context.open_requested.connect(self.open_data_set)
        context.library_changed.connect(desk.read)
        context.look_requested.connect(self._on_look_requested)
        context.against_requested.connect(desk.compare_with)
        context.render_requested.connect(desk.look.render)

    # ---- what can be done

    @Slot()
    def open_files(self) -> None:
        """Ask for files and take them up."""
        paths = ask_for_data_files(self)
        if paths:
            self.desk.add(paths)

    @Slot()
    def open_folder(self) -> None:
        """Ask for a folder with data and take it up."""
        folder = ask_for_data_folder(self)
        if folder is not None:
            self.desk.add((folder,))

    @Slot()
    def use_sample(self) -> None:
        """Take up the sample that comes with Hone."""
        start_task(self, self.services.demo.plan, self._on_sample_known, self._on_failed)

    @Slot()
    def show_shape(self) -> None:
        """Show as what the rows are read, and how that can be changed."""
        self.tabs.open("columns" if self.tabs.knows("columns") else "overview")

    @Slot()
    def take_fresh(self) -> None:
        """Take in the rows that came since the last version."""
        opened = self.context.data_set
        if opened is not None and opened.fresh_rows:
            said = self.tr("{0} taken in").replace("{0}", fresh_text(opened))
            self.desk.take_fresh(said)

    @Slot()
    def train(self) -> None:
        """Go to the fine-tune with these rows."""
        if self.desk.open_id:
            model = self.context.model
            self.shell.training_requested.emit(self.desk.open_id, model.id if model is not None else "")

    @Slot()
    def delete(self) -> None:
        """Put the open data set into the trash; the toast has the way back."""
        shown = self.context.data_set or self._broken
        if shown is not None:
            self.desk.move_to_trash(shown)

    @Slot()
    def repair(self) -> None:
        """Find the versions of the damaged data set that is shown again."""
        if self._broken is not None:
            self.desk.repair(self._broken.id)

    @Slot()
    def put_back(self) -> None:
        """Take the data set that is shown out of the trash."""
        if self._trashed:
            self.desk.restore(self._trashed)

    @Slot()
    def reveal(self) -> None:
        """Open the folder of the version in use."""
        path = self.context.path
        if path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

    @Slot()
    def look_again(self) -> None:
        """Look at the rows anew."""
        self.desk.look.begin(again=True)

    @Slot()
    def choose_model(self) -> None:
        """Open the list of models that can read the rows."""
        if self.header.model.isVisible():
            self.header.model.open_list()

    @Slot()
    def rename(self) -> None:
        """Put the cursor into the name."""
        self.header.focus_name()

    @Slot()
    def keep_good_replies(self) -> None:
        """Make a version of the good replies alone, which can be trained on."""
        self.desk.convert(Shape.MESSAGES, self.tr("Only the good replies are kept"))

    @Slot(int)
    def use_version(self, number: int) -> None:
        """Go to another version; the toast has the way back."""
        opened = self.context.data_set
        if opened is not None and number != opened.current:
            said = self.tr("Version {0} is in use now").replace("{0}", str(number))
            self.desk.use(opened.id, number, said)

    def step(self, by: int) -> None:
        """Open the data set below (1) or above (-1)."""
        neighbour = self.list.neighbour(by)
        if neighbour:
            self._on_chosen(neighbour)
            self.list.set_current(neighbour)

    # ---- what the desk says

    @Slot()
    def _on_listed(self) -> None:
        desk = self.desk
        self.list.set_data_sets(desk.data_sets, desk.trash, self._shown_id())
        sound = [each for each in desk.data_sets if not each.trouble]
        if self._first and sound:
            self.open_data_set(sound[0].id)
        self._first = False

    def _shown_id(self) -> str:
        """The id of what is shown: open, damaged, or in the trash."""
        return self.desk.open_id or self._trashed or (self._broken.id if self._broken is not None else "")

    @Slot()
    def _on_opened(self) -> None:
        data_set = self.context.data_set
        self._broken = None
        if data_set is None:
            self._stack.setCurrentIndex(0)
        else:
            self._trashed = ""
            self._stack.setCurrentIndex(1)
            self.header.show_data_set(data_set)
            self.header.show_report(self.context.report)
            self.list.set_current(data_set.id)
        self.room.fit()

    @Slot()
    def _show_models(self) -> None:
        self.header.show_models(self.desk.models, self.context.model)

    @Slot()
    def _on_report_changed(self) -> None:
        self.header.show_report(self.context.report)

    @Slot(object)
    def _on_added(self, added: Sequence[DataSet]) -> None:
        last = added[-1]
        self.list.in_trash = False
        self.desk.read()
        self.tabs.flush()
        self.desk.open(last.id)
        self.shell.notify(self.tr("{0} is in the library").replace("{0}", short_name(last.name)))

    @Slot(object, int, str)
    def _on_made(self, data_set: DataSet, before: int, said: str) -> None:
        """Tell what was done; the way back belongs to this data set, whichever is open then."""
        back = partial(self.desk.use, data_set.id, before) if before and before != data_set.current else None
        self.shell.notify(said, self.tr("Undo") if back is not None else "", back)

    @Slot(object)
    def _on_trashed(self, data_set: DataSet) -> None:
        if self.context.data_set is None:
            self._stack.setCurrentWidget(self.welcome)
        said = self.tr("{0} is in the trash").replace("{0}", short_name(data_set.name))
        self.shell.notify(said, self.tr("Undo"), partial(self.desk.restore, data_set.id))

    @Slot(object)
    def _on_damaged(self, data_set: DataSet) -> None:
        self._broken = data_set
        self.damaged.show_data_set(data_set)
        self._stack.setCurrentWidget(self.damaged)
        self.list.set_current(data_set.id)

    @Slot(object, int)
    def _on_exported(self, target: Path, rows: int) -> None:
        said = self.tr("{0} rows written to {1}").replace("{0}", count_text(rows))
        folder = QUrl.fromLocalFile(str(target.parent))
        self.shell.notify(
            said.replace("{1}", target.name), self.tr("Show"), partial(QDesktopServices.openUrl, folder)
        )

    @Slot(object)
    def _on_unclear(self, path: Path) -> None:
        """Ask what a file holds that fits no shape by itself."""
        from hone.ui.data.mapping.sheet import map_file

        map_file(self.context, self.window(), path)

    @Slot(object)
    def _on_failed(self, error: HoneError) -> None:
        self.shell.tell_error(error)
        if self.context.data_set is not None:
            self.header.show_data_set(self.context.data_set)
            self.header.show_report(self.context.report)

    # ---- what the person does

    @Slot(str)
    def _on_chosen(self, data_set_id: str) -> None:
        trashed = next((each for each in self.desk.trash if each.id == data_set_id), None)
        self.tabs.flush()
        self.room.leave_list()
        if trashed is None:
            self.desk.open(data_set_id)
            return
        self._trashed = data_set_id
        self.desk.open("")
        self.in_trash.show_data_set(trashed)
        self._stack.setCurrentIndex(2)
        self.list.set_current(data_set_id)

    @Slot(str, QPoint)
    def _on_list_menu_requested(self, data_set_id: str, place: QPoint) -> None:
        if data_set_id != self.desk.open_id:
            self._on_chosen(data_set_id)
        self.actions_of_page.open_menu(place, bool(self._trashed))

    @Slot(QPoint)
    def _on_menu_requested(self, place: QPoint) -> None:
        self.actions_of_page.open_menu(place, False)

    @Slot(object, str)
    def _on_change_requested(self, changes: tuple[AnyChange, ...], said: str) -> None:
        self.desk.change(changes, said)

    @Slot(bool)
    def _on_look_requested(self, thorough: bool) -> None:
        self.desk.look.begin(thorough=thorough)

    @Slot(object)
    def _on_reading_requested(self, reading: Reading) -> None:
        self.desk.read_as(reading, self.tr("The rows are read anew"))

    def _on_sample_known(self, plan: Plan) -> None:
        self.desk.add((plan.data.train,), self.tr("Support tickets (sample)"))


def local_paths(data: QMimeData) -> tuple[Path, ...]:
    """Return the local files and folders that are dragged."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
