"""Sets rows apart that a model is measured on and never trained with."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QSlider, QWidget

from hone.domain.data_changes import SplitRule
from hone.domain.dataset_library import DataSet
from hone.domain.datasets import Columns
from hone.errors import HoneError
from hone.ui.data.sheet_parts import MOST, add_line, number_box, offer_columns
from hone.ui.data.tab import DataContext
from hone.ui.kit.buttons import GhostButton, PrimaryButton
from hone.ui.kit.card import row
from hone.ui.kit.lengths import fix_width
from hone.ui.kit.picker import Picker
from hone.ui.kit.quantities import count_text
from hone.ui.kit.segmented import Segmented
from hone.ui.kit.sheet import Sheet
from hone.ui.kit.text import BodyLabel, CaptionLabel, HeadingLabel
from hone.ui.kit.tokens import Space
from hone.ui.supervisor import start_task


class SplitSheet(Sheet):
    """Makes two data sets of the version in use; the open one stays as it is."""

    def __init__(self, context: DataContext, window: QWidget) -> None:
        super().__init__(window, 540)
        self._context = context
        self._looked = False
        self.by = Segmented(
            self.tr("Set apart by"),
            [("row", self.tr("Row")), ("group", self.tr("Group")), ("time", self.tr("Time"))],
        )
        self.column = Picker(self.tr("Column"), self.tr("Choose a column"), "columns", width=220)
        self.share = number_box(self.tr("Share held out, in percent"), 1, 90, 10, width=72)
        self.share.setSuffix(" %")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(1, 50)
        self.slider.setValue(10)
        self.slider.setAccessibleName(self.tr("Share held out"))
        fix_width(self.slider, 180)
        self.seed = number_box(self.tr("Seed"), 0, MOST, 0)
        self._about = CaptionLabel(tone="muted")
        self._said = BodyLabel()
        self.make = PrimaryButton(self.tr("Make both data sets"), "git-fork")
        self._lay_out()
        self._connect()
        self._show()

    @property
    def rule(self) -> SplitRule:
        """What is asked for."""
        by = self.by.current()
        return SplitRule(
            share=self.share.value() / 100,
            by=by,
            column=self.column.current() if by != "row" else "",
            seed=self.seed.value(),
        )

    @property
    def sentence(self) -> str:
        """What is said of what will be made."""
        return self._said.text()

    def open(self) -> None:
        """Show the sheet."""
        super().open()
        self.share.setFocus()

    def _lay_out(self) -> None:
        leave = GhostButton(self.tr("Cancel"))
        leave.clicked.connect(self.close_sheet)
        about = self.tr(
            "Rows that a model is measured on must not be among those it is trained on. Two data sets are"
            " made: one to train on, one held out."
        )
        self.body.addWidget(HeadingLabel(self.tr("Split")))
        self.body.addWidget(BodyLabel(about, "muted"))
        self.body.addSpacing(Space.S)
        add_line(self.body, self.tr("Set apart by"), self.by)
        self._column_name = add_line(self.body, self.tr("Column"), self.column)
        self.body.addWidget(self._about)
        add_line(self.body, self.tr("Held out"), self.slider, self.share)
        self._seed_name = add_line(self.body, self.tr("Seed"), self.seed)
        self.body.addSpacing(Space.S)
        self.body.addWidget(self._said)
        self.body.addLayout(row(None, leave, self.make))

    def _connect(self) -> None:
        self.by.chosen.connect(self._show)
        self.column.picked.connect(self._show)
        self.slider.valueChanged.connect(self.share.setValue)
        self.share.valueChanged.connect(self._on_share_changed)
        self.make.clicked.connect(self._on_make_clicked)
        self._context.opened.connect(self.close_sheet)
        self.closed.connect(self.deleteLater)

    @Slot(int)
    def _on_share_changed(self, share: int) -> None:
        self.slider.blockSignals(True)
        self.slider.setValue(share)
        self.slider.blockSignals(False)
        self._show()

    @Slot()
    def _show(self) -> None:
        by = self.by.current()
        self.column.setVisible(by != "row")
        self._column_name.setVisible(by != "row")
        self.seed.setVisible(by != "time")
        self._seed_name.setVisible(by != "time")
        self._about.setText(
            {
                "row": self.tr("Drawn at random. Rows that say the same stay together."),
                "group": self.tr(
                    "Rows with the same value in this column stay together, such as one customer's."
                ),
                "time": self.tr("The latest rows are held out, as a model meets them later."),
            }[by]
        )
        if by != "row":
            self._look()
        data_set = self._context.data_set
        rows = data_set.version.rows if data_set is not None else 0
        counted = data_set is not None and data_set.version.counted
        held = min(max(1, round(rows * self.share.value() / 100)), max(0, rows - 1))
        ready = (held > 0 or not counted) and (by == "row" or bool(self.column.current()))
        if counted and rows < 2:
            said = self.tr("There are too few rows to set some apart.")
        elif not ready:
            said = self.tr("Choose the column.")
        elif not counted:
            said = self.tr("The rows are not counted yet.")
        else:
            said = self.tr("About {0} rows to train on and {1} held out.")
            said = said.replace("{0}", count_text(rows - held)).replace("{1}", count_text(held))
        self._said.setText(said)
        self.make.setEnabled(ready)
        self.refit()

    def _look(self) -> None:
        """Find the columns, once."""
        data_set = self._context.data_set
        if not self._looked and data_set is not None:
            self._looked = True
            version, data = data_set.version, self._context.services.data
            call = partial(data.columns, version.path, version.reading)
            start_task(self, call, self._on_columns, self._on_failed)

    def _on_columns(self, columns: Columns) -> None:
        offer_columns(self.column, columns.columns)

    def _on_failed(self, error: HoneError) -> None:
        self._about.setText(f"{error.message} {error.hint}".strip())
        self.refit()

    @Slot()
    def _on_make_clicked(self) -> None:
        context, rule = self._context, self.rule
        data_set = context.data_set
        self.close_sheet()
        if data_set is not None and context.work is not None:
            split = partial(context.services.data_sets.split, data_set.id, rule)
            context.work.ask(
                f"split {data_set.id}",
                self.tr("Splitting {0}").replace("{0}", data_set.name),
                split,
                partial(_made, context),
                context.shell.tell_error,
                first=True,
            )


def _made(context: DataContext, parts: tuple[DataSet, DataSet]) -> None:
    """Say what was made, and offer to open the rows that are held out."""
    train, held_out = parts
    context.library_changed.emit()
    said = QCoreApplication.translate("SplitSheet", "{0} rows to train on, {1} held out")
    said = said.replace("{0}", count_text(train.version.rows))
    said = said.replace("{1}", count_text(held_out.version.rows))
    open_it = QCoreApplication.translate("SplitSheet", "Open the held-out rows")
    context.shell.notify(said, open_it, partial(context.open_requested.emit, held_out.id))
