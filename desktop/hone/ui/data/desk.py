"""The library of data sets and the one that is open: what is done with them, beside the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from hone.domain.data_changes import AnyChange, Sample
from hone.domain.dataset_library import DataSet
from hone.domain.datasets import AS_FOUND, Columns, Reading, Report, Shape
from hone.domain.models import Model
from hone.errors import HoneError
from hone.services.data_sets import DataSetService
from hone.ui.data.look import DataLook
from hone.ui.data.tab import DataContext
from hone.ui.data.work import LongWork, Tell
from hone.ui.supervisor import InOrder, start_task


class LibraryDesk(QObject):
    """Signals tell facts. The open data set stands in the context; every answer about another is dropped."""

    listed = Signal()
    models_listed = Signal()
    added = Signal(object)  # list of DataSet
    made = Signal(object, int, str)  # the data set, the version before, what is to be said
    trashed = Signal(object)  # DataSet
    damaged = Signal(object)  # DataSet that was to be opened and cannot be used
    exported = Signal(object, int)  # Path, rows
    failed = Signal(object)
    unclear = Signal(object)  # Path of a file that fits no shape by itself: a person says what it holds

    def __init__(self, context: DataContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.work = context.work = LongWork(context.services.data.stop, self)
        self.look = DataLook(context, self.work, self)
        self.look.counted.connect(self._on_counted)
        self.data_sets: tuple[DataSet, ...] = ()
        self.trash: tuple[DataSet, ...] = ()
        self.models: tuple[Model, ...] = ()
        self._reading = 0
        self._opening = 0
        self._in_order = InOrder()

    @property
    def _library(self) -> DataSetService:
        return self._context.services.data_sets

    @property
    def open_id(self) -> str:
        """The id of the open data set; "" for none."""
        return self._context.data_set.id if self._context.data_set is not None else ""

    # ---- reading

    def read(self) -> None:
        """Read the list and the trash; the last reading counts."""
        self._reading += 1
        number, library = self._reading, self._library
        read = self._in_order.afterwards(lambda: (number, library.all(), library.all(trashed=True)))
        start_task(self, read, self._on_listed, self.failed.emit)

    def read_models(self) -> None:
        """Read which models can be trained."""
        models = self._context.services.models
        start_task(self, models.models, self._on_models, self.failed.emit)

    def open(self, data_set_id: str) -> None:
        """Open a data set; "" shows none."""
        self._opening += 1
        if not data_set_id:
            self._show(None)
            return
        library = self._library
        read = self._in_order.afterwards(partial(_get, library, self._opening, data_set_id))
        start_task(self, read, self._on_read, self.failed.emit)

    def choose_model(self, model: Model | None, context_length: int) -> None:
        """Render and count with another model or context length."""
        context = self._context
        if (model, context_length) != (context.model, context.context_length):
            context.model, context.context_length = model, context_length
            context.model_changed.emit()
            self.look.count()

    def compare_with(self, held_out: Sequence[Path], suites: Sequence[Path]) -> None:
        """Look whether rows stand in these files too."""
        self._context.held_out, self._context.suites = tuple(held_out), tuple(suites)
        self.look.begin()

    # ---- changing

    def add(self, paths: Sequence[Path], name: str = "", reading: Reading = AS_FOUND) -> None:
        """Take files and folders up; `added` follows, and `unclear` or `failed` for each that is not.

        They do not wait for the look at the data set that they will take the place of.
        """
        library = self._library
        self.work.drop("report", "counts")
        for path in paths:
            self.work.ask(
                f"add {path}",
                self.tr("Adding {0}").replace("{0}", path.name),
                partial(_add, library, path, name, reading),
                lambda data_set: self.added.emit([data_set]),
                partial(self._on_not_added, path),
                first=True,
            )

    def _on_not_added(self, path: Path, error: HoneError) -> None:
        """Tell whether a person may say what the columns are, or the file cannot be read at all."""
        self.look.go_on()
        data = self._context.services.data

        def looked(columns: Columns) -> None:
            if columns.columns and not columns.reading.format:
                self.unclear.emit(path)
            else:
                self.failed.emit(error)

        start_task(self, partial(data.columns, path), looked, lambda _: self.failed.emit(error))

    def change(self, changes: Sequence[AnyChange], said: str) -> None:
        """Make a version of the open data set; `made` follows."""
        opened = self._context.data_set
        if opened is None:
            return
        library, wanted = self._library, tuple(changes)
        self.work.drop("report", "counts")  # of a version that is left
        self.work.ask(
            f"change {opened.id}",
            self.tr("Making a new version of {0}").replace("{0}", opened.name),
            partial(_change, library, opened.id, wanted, said),
            partial(self._on_made, opened.current, said),
            self._on_not_made,
            first=True,
        )

    def sample(self, count: int, seed: int, said: str) -> None:
        """Keep some rows."""
        self.change((Sample(count=count, seed=seed),), said)

    def read_as(self, reading: Reading, said: str) -> None:
        """Read the open data set's source in another way; `made` follows."""
        library = self._library
        self._do(lambda opened: library.read_as(opened.id, reading), said)

    def use(self, data_set_id: str, number: int, said: str = "") -> None:
        """Go to another version; `made` follows when there is something to say."""
        library = self._library

        def use() -> DataSet:
            return library.use(data_set_id, number)

        before = self._context.data_set.current if self._context.data_set is not None else 0
        on_done = partial(self._on_made, before, said) if said else self._on_kept
        start_task(self, self._in_order(use), on_done, self.failed.emit)

    def take_fresh(self, said: str) -> None:
        """Take in the rows that came since the last version."""
        opened, library = self._context.data_set, self._library
        if opened is not None:
            self.work.ask(
                f"change {opened.id}",
                self.tr("Taking in new rows"),
                lambda _tell: _fresh(library, opened.id),
                partial(self._on_made, opened.current, said),
                self._on_not_made,
                first=True,
            )

    def convert(self, shape: Shape, said: str) -> None:
        """Make a version of the open data set in another shape; `made` follows."""
        opened, library = self._context.data_set, self._library
        if opened is None:
            return
        self.work.drop("report", "counts")
        self.work.ask(
            f"change {opened.id}",
            self.tr("Making a new version of {0}").replace("{0}", opened.name),
            partial(_convert, library, opened.id, shape, said),
            partial(self._on_made, opened.current, said),
            self._on_not_made,
            first=True,
        )

    def rename(self, name: str) -> None:
        """Give the open data set another name."""
        library = self._library
        self._do(lambda opened: library.rename(opened.id, name))

    def set_note(self, note: str) -> None:
        """Keep a note on the open data set."""
        library = self._library
        self._do(lambda opened: library.set_note(opened.id, note))

    def move_to_trash(self, data_set: DataSet) -> None:
        """Put a data set into the trash; `trashed` follows."""
        library = self._library
        call = self._in_order(partial(library.trash, data_set.id))
        start_task(self, call, lambda _: self._on_trashed(data_set), self.failed.emit)

    def restore(self, data_set_id: str) -> None:
        """Take a data set out of the trash and open it."""
        library = self._library
        call = self._in_order(partial(library.restore, data_set_id))
        start_task(self, call, lambda data_set: self.added.emit([data_set]), self.failed.emit)

    def repair(self, data_set_id: str) -> None:
        """Describe a damaged data set anew and open it."""
        library = self._library
        call = self._in_order(partial(library.repair, data_set_id))
        start_task(self, call, lambda data_set: self.added.emit([data_set]), self.failed.emit)

    def export(self, target: Path, shape: str) -> None:
        """Write the version in use as a file; `exported` follows."""
        opened, library = self._context.data_set, self._library
        if opened is None:
            return
        self.work.ask(
            "export",
            self.tr("Writing {0}").replace("{0}", target.name),
            lambda tell: library.export(opened.id, target, Shape(shape), tell),
            lambda rows: self.exported.emit(target, rows),
            self.failed.emit,
            first=True,
        )

    def closing(self) -> None:
        """End what runs."""
        self.work.closing()

    def finish(self) -> None:
        """Wait for the thread."""
        self.work.finish()

    # ---- answers

    def _do(self, call: Callable[[DataSet], DataSet], said: str = "") -> None:
        """Do something short with the open data set and show what became of it."""
        opened = self._context.data_set
        if opened is None:
            return
        on_done = partial(self._on_made, opened.current, said) if said else self._on_kept
        start_task(self, self._in_order(lambda: call(opened)), on_done, self.failed.emit)

    def _on_listed(self, found: tuple[int, list[DataSet], list[DataSet]]) -> None:
        number, listed, trashed = found
        if number == self._reading:
            self.data_sets, self.trash = tuple(listed), tuple(trashed)
            self._follow(listed)
            self.listed.emit()

    def _follow(self, listed: Sequence[DataSet]) -> None:
        """Show the open data set as it is now: renamed, with new rows, or with another version in use."""
        opened = self._context.data_set
        now = next((each for each in listed if opened is not None and each.id == opened.id), None)
        if now is not None and now != opened:
            self._show(now)

    def _on_models(self, models: Sequence[Model]) -> None:
        self.models = tuple(model for model in models if model.can_train)
        self.models_listed.emit()

    def _on_read(self, found: tuple[int, DataSet]) -> None:
        number, data_set = found
        if number == self._opening:
            self._show(data_set)

    def _on_kept(self, data_set: DataSet) -> None:
        if data_set.id == self.open_id:
            self._show(data_set)
        self.read()

    def _on_counted(self, report: Report, against: object) -> None:
        """Keep what was found out about a file that was taken up just now."""
        opened, library = self._context.data_set, self._library
        if opened is None:
            return

        def noted(data_set: DataSet) -> None:
            self.look.keep(data_set.of(opened.current), report, against)
            self._on_kept(data_set)

        call = self._in_order(lambda: library.note_look(opened.id, opened.current, report))
        start_task(self, call, noted, self.failed.emit)

    def _on_made(self, before: int, said: str, data_set: DataSet) -> None:
        self._on_kept(data_set)
        self.made.emit(data_set, before, said)

    def _on_not_made(self, problem: HoneError) -> None:
        self.failed.emit(problem)
        if self._context.report is None:
            self.look.begin()

    def _on_trashed(self, data_set: DataSet) -> None:
        if data_set.id == self.open_id:
            self.open("")
        self.read()
        self.trashed.emit(data_set)

    def _show(self, data_set: DataSet | None) -> None:
        """Show a data set; what is known stays when the version in use is the same."""
        context = self._context
        damaged = data_set if data_set is not None and data_set.trouble else None
        if damaged is not None:
            data_set = None
        before = context.data_set
        context.data_set = data_set
        same = (
            before is not None
            and data_set is not None
            and before.id == data_set.id
            and before.version == data_set.version
        )
        if same:
            context.opened.emit()
            return
        if before is None or data_set is None or before.id != data_set.id:
            context.held_out = context.suites = ()
        self.look.forget()
        context.opened.emit()
        self.look.begin()
        if damaged is not None:
            self.damaged.emit(damaged)


def _get(library: DataSetService, number: int, data_set_id: str) -> tuple[int, DataSet]:
    return number, library.get(data_set_id)


def _add(library: DataSetService, path: Path, name: str, reading: Reading, tell: Tell) -> DataSet:
    return library.take_up(path, reading, name, tell)


def _change(
    library: DataSetService, data_set_id: str, changes: Sequence[AnyChange], note: str, tell: Tell
) -> DataSet:
    library.change(data_set_id, changes, note, tell)
    return library.get(data_set_id)


def _convert(library: DataSetService, data_set_id: str, shape: Shape, note: str, tell: Tell) -> DataSet:
    library.convert(data_set_id, shape, note, tell)
    return library.get(data_set_id)


def _fresh(library: DataSetService, data_set_id: str) -> DataSet:
    library.take_fresh(data_set_id)
    return library.get(data_set_id)
