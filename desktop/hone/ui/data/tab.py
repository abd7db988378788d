"""What a tab of the Data page is, and what the page gives to each."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hone.domain.data_changes import AnyChange
from hone.domain.dataset_library import DataSet
from hone.domain.datasets import Reading, Report, TokenCounts
from hone.domain.models import Model
from hone.errors import HoneError
from hone.services import Services
from hone.ui.data.work import LongWork
from hone.ui.page import Shell


class DataContext(QObject):
    """The data set that is open, for all tabs. The page fills it; tabs read it and ask for things.

    `report` is of the version in use, None while it is looked at (`looking`) or when that failed
    (`trouble`). `model` renders rows ("None": no model that can be trained is there), `counts` are its
    tokens. `held_out` and `suites` are the files that rows are compared with. Signals are facts; those
    that end in `_requested` are requests to the page.
    """

    opened = Signal()  # another data set, or another version of it: everything below is new
    report_changed = Signal()
    model_changed = Signal()  # another model, or another context length
    counts_changed = Signal()
    row_rendered = Signal(int, object)  # its number, and a RenderedRow, None, or the HoneError that came
    row_requested = Signal(int)  # show this row of the version in use, in the tab "Rows"
    render_requested = Signal(int)  # render this row; `row_rendered` follows
    tab_requested = Signal(str)
    change_requested = Signal(object, str)  # tuple of AnyChange, what to say of it: make a new version
    reading_requested = Signal(object)  # Reading: read the source in another way
    version_requested = Signal(int)  # use another version
    note_requested = Signal(str)  # what to note of the data set
    look_requested = Signal(bool)  # look at the rows again; whether for near duplicates among all of them
    against_requested = Signal(object, object)  # tuples of Path: held-out files, suites
    context_length_requested = Signal(int)
    training_rows_requested = Signal()  # make a version in a shape that fine-tuning can use
    file_requested = Signal(object, object)  # Path, Reading: take up a file that is read so
    open_requested = Signal(str)  # id of another data set, "" for none
    library_changed = Signal()  # data sets came or went: read the list again

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shell = shell
        self.services: Services = shell.services
        self.data_set: DataSet | None = None
        self.report: Report | None = None
        self.looking = False
        self.trouble: HoneError | None = None
        self.model: Model | None = None
        self.context_length = 1024
        self.counts: TokenCounts | None = None
        self.counting = False
        self.held_out: tuple[Path, ...] = ()
        self.suites: tuple[Path, ...] = ()
        self.work: LongWork | None = None  # what takes long, one after another; told in the page's strip

    @property
    def path(self) -> Path | None:
        """The file of the version in use."""
        return self.data_set.version.path if self.data_set is not None else None

    @property
    def reading(self) -> Reading:
        """How the version in use is read."""
        return self.data_set.version.reading if self.data_set is not None else Reading()

    def request_change(self, *changes: AnyChange, said: str) -> None:
        """Ask for a new version; `said` tells the person what was done, with Undo beside it."""
        self.change_requested.emit(changes, said)


class DataTab(QWidget):
    """Base of the tabs. Built when it is first shown."""

    def __init__(self, context: DataContext) -> None:
        super().__init__()
        self.context = context

    def shown(self) -> None:
        """Called each time the tab comes to the front."""

    def flush(self) -> None:
        """Keep what is being typed; called before another data set is opened and when the window closes."""

    def closing(self) -> None:
        """Called when the window closes: ask running work to stop, do not wait."""

    def finish(self) -> None:
        """Called last: wait for background threads."""
