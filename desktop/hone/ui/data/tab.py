"""What a tab of the Data page is, and what the page gives to each."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hone.domain.data_changes import AnyChange
from hone.domain.dataset_library import DataSet
from hone.domain.datasets import Report
from hone.domain.models import Model
from hone.services import Services
from hone.ui.page import Shell


class DataContext(QObject):
    """The data set that is open, for all tabs. The page fills it; tabs read it and ask for things.

    `report` is of the version in use, None while it is looked at. `model` renders rows ("None": no model
    that can be trained is there). Signals are facts; those that end in `_requested` are requests to the page.
    """

    opened = Signal()  # another data set, or another version of it: everything below is new
    report_changed = Signal()
    model_changed = Signal()
    row_requested = Signal(int)  # show this row of the version in use, in the tab "Rows"
    tab_requested = Signal(str)
    change_requested = Signal(object, str)  # tuple of AnyChange, what to say of it: make a new version
    open_requested = Signal(str)  # id of another data set, "" for none
    library_changed = Signal()  # data sets came or went: read the list again

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shell = shell
        self.services: Services = shell.services
        self.data_set: DataSet | None = None
        self.report: Report | None = None
        self.model: Model | None = None
        self.context_length = 1024

    @property
    def path(self) -> Path | None:
        """The file of the version in use."""
        return self.data_set.version.path if self.data_set is not None else None

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
