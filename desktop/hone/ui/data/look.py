"""What is found out about the version in use: its report, its tokens, rows as a model would learn them."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from hone.domain.dataset_library import Version
from hone.domain.datasets import RenderedRow, Report, TokenCounts
from hone.domain.models import Model
from hone.errors import HoneError
from hone.services.data import DataService
from hone.ui.data.tab import DataContext
from hone.ui.data.work import LongWork, Tell
from hone.ui.tune.inquiries import Inquiries

_KEPT = 24

T = TypeVar("T")


class Shelf(Generic[T]):
    """The last few answers by what they answer."""

    def __init__(self) -> None:
        self._kept: OrderedDict[object, T] = OrderedDict()

    def put(self, key: object, value: T) -> None:
        """Keep an answer; the oldest goes."""
        self._kept[key] = value
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)

    def get(self, key: object) -> T | None:
        """Return an answer that was kept."""
        return self._kept.get(key)


class DataLook(QObject):
    """`counted(report, against)` is of a version whose rows the library does not know yet.

    Fills the context with what the inspector says; answers about what is not shown any more are dropped.

    A version never changes, so that a report is kept by the version's hash and reading.
    """

    counted = Signal(object, object)

    def __init__(self, context: DataContext, work: LongWork, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._work = work
        self._inquiries = Inquiries(self)
        self._reports: Shelf[Report] = Shelf()
        self._counts: Shelf[TokenCounts] = Shelf()
        self._thorough = False
        work.stopped.connect(self._on_stopped)

    @property
    def _service(self) -> DataService:
        return self._context.services.data

    def forget(self) -> None:
        """Drop what is asked; nothing is known any more."""
        self._inquiries.drop("render")
        self._forget_figures()

    def _forget_figures(self) -> None:
        context = self._context
        self._work.drop("report", "counts")
        context.report = context.trouble = context.counts = None
        context.looking = context.counting = False

    def begin(self, thorough: bool = False, again: bool = False) -> None:
        """Look at the version in use; `again` also when it is known what would be found."""
        self._forget_figures()
        self._thorough = thorough
        context = self._context
        if context.data_set is None:
            return
        kept = None if again else self._reports.get(self._report_key())
        if kept is not None:
            self._on_report(kept)
            return
        context.looking = True
        path, reading, held_out, suites = context.path, context.reading, context.held_out, context.suites
        assert path is not None
        service, rows = self._service, context.data_set.version.rows
        self._work.ask(
            "report",
            self.tr("Looking at the rows"),
            lambda tell: service.inspect(path, reading, held_out, suites, thorough, _of(tell, rows)),
            self._on_report,
            self._on_trouble,
        )
        context.report_changed.emit()
        context.counts_changed.emit()

    def go_on(self) -> None:
        """Look again at what was dropped for other work."""
        if self._context.looking and not self._work.is_open("report"):
            self.begin(self._thorough)
        elif self._context.counting and not self._work.is_open("counts"):
            self.count()

    def count(self) -> None:
        """Count the tokens for the model that is chosen."""
        context = self._context
        self._work.drop("counts")
        context.counts, context.counting = None, False
        report, model, path = context.report, context.model, context.path
        if report is not None and model is not None and path is not None and report.usable_rows:
            kept = self._counts.get(self._counts_key(model))
            if kept is not None:
                context.counts = kept
            else:
                self._ask_counts(model)
        context.counts_changed.emit()

    def render(self, row: int) -> None:
        """Render a row of the version in use; `row_rendered` follows."""
        context = self._context
        path, model = context.path, context.model
        if path is None or model is None:
            return
        service, reading, length = self._service, context.reading, context.context_length
        self._inquiries.ask(
            "render",
            lambda: service.preview(path, reading, model.path, (row,), length),
            partial(self._on_rendered, row),
            partial(context.row_rendered.emit, row),
        )

    def _ask_counts(self, model: Model) -> None:
        context, service = self._context, self._service
        path, reading, length = context.path, context.reading, context.context_length
        assert path is not None
        context.counting = True
        self._work.ask(
            "counts",
            self.tr("Counting tokens with {0}").replace("{0}", model.name),
            lambda tell: service.measure(path, reading, model.path, length, tell),
            partial(self._on_counts, self._counts_key(model)),
            self._on_not_counted,
        )

    def _report_key(self) -> object:
        context = self._context
        assert context.data_set is not None
        return self._key_of(context.data_set.version, self._against())

    def _against(self) -> object:
        return self._context.held_out, self._context.suites, self._thorough

    def _key_of(self, version: Version, against: object) -> object:
        return version.sha256, version.path, _key(version.reading), against

    def _counts_key(self, model: Model) -> object:
        context = self._context
        assert context.data_set is not None
        version = context.data_set.version
        return version.sha256, version.path, _key(version.reading), model.path, context.context_length

    def _on_report(self, report: Report) -> None:
        context = self._context
        context.report, context.looking = report, False
        if context.data_set is not None and report.sha256 == context.data_set.version.sha256:
            self._reports.put(self._report_key(), report)
        context.report_changed.emit()
        if context.data_set is not None and not context.data_set.version.counted:
            self.counted.emit(report, self._against())  # the figures follow when the library has noted it
        else:
            self.count()

    def keep(self, version: Version, report: Report, against: object) -> None:
        """Remember what was found in a version, so that it is not looked at twice."""
        self._reports.put(self._key_of(version, against), report)

    def _on_trouble(self, problem: HoneError) -> None:
        context = self._context
        context.looking, context.trouble = False, problem
        context.report_changed.emit()

    def _on_counts(self, key: object, counts: TokenCounts) -> None:
        context = self._context
        context.counting, context.counts = False, counts
        self._counts.put(key, counts)
        context.counts_changed.emit()

    def _on_not_counted(self, problem: HoneError) -> None:
        context = self._context
        context.counting = False
        context.counts_changed.emit()
        context.shell.tell_error(problem)

    def _on_rendered(self, row: int, rows: tuple[RenderedRow, ...]) -> None:
        self._context.row_rendered.emit(row, rows[0] if rows else None)

    def _on_stopped(self, kind: str) -> None:
        context = self._context
        if kind == "report":
            context.looking = False
            context.report_changed.emit()
        elif kind == "counts":
            context.counting = False
            context.counts_changed.emit()


def _of(tell: Tell, rows: int) -> Tell:
    """Tell of how many rows, which the library knows from the last look."""
    return lambda done, total: tell(done, total or max(done, rows))


def _key(reading: object) -> str:
    """Return a reading as something that can be looked up."""
    return repr(reading)
