"""Keeps the rows that match, and says beforehand how many those are."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QSizePolicy, QWidget

from hone.domain.data_changes import DataFilter, KeepMatching
from hone.domain.datasets import Columns
from hone.errors import HoneError
from hone.ipc.row_messages import RowsFound
from hone.ui.data.sheet_parts import MOST, add_line, number_box, offer_columns
from hone.ui.data.tab import DataContext
from hone.ui.data.words import rows_text
from hone.ui.kit.buttons import GhostButton, PrimaryButton
from hone.ui.kit.card import column, row
from hone.ui.kit.lengths import fix_width
from hone.ui.kit.option_list import Option
from hone.ui.kit.picker import Picker
from hone.ui.kit.quantities import count_text
from hone.ui.kit.sheet import Sheet
from hone.ui.kit.text import BodyLabel, CaptionLabel, HeadingLabel, StrongLabel
from hone.ui.kit.tokens import Space
from hone.ui.supervisor import start_task

LOOK = 2000
_PAUSE_MS = 300


class FilterSheet(Sheet):
    """All that is given must hold. The rows that stay become a new version."""

    def __init__(self, context: DataContext, window: QWidget) -> None:
        super().__init__(window, 560)
        self._context = context
        self._asked = 0
        self._columns: Columns | None = None
        any_ = self.tr("any")
        self.contains = _line(self.tr("Contains"))
        self.lacks = _line(self.tr("Does not contain"))
        self.pattern = _line(self.tr("Matches the pattern"), self.tr("Regular expression"))
        self.least_characters = number_box(self.tr("At least so many characters"), 0, MOST, 0, none=any_)
        self.most_characters = number_box(self.tr("At most so many characters"), 0, MOST, 0, none=any_)
        self.least_turns = number_box(self.tr("At least so many turns"), 0, 100_000, 0, none=any_)
        self.most_turns = number_box(self.tr("At most so many turns"), 0, 100_000, 0, none=any_)
        self.language = Picker(self.tr("Language"), self.tr("Any"), width=180)
        self.label = Picker(self.tr("Label"), self.tr("Any"), width=180)
        self.column = Picker(self.tr("Column"), self.tr("No column"), width=180)
        self.value = _line(self.tr("Value of the column"), self.tr("Value"))
        self._said = BodyLabel(tone="muted")
        self.keep = PrimaryButton(self.tr("Keep these rows"), "funnel")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._count)
        self._lay_out()
        self._offer()
        self._connect()
        self._on_changed()

    @property
    def filter(self) -> DataFilter:
        """What is asked for."""
        column_name = self.column.current()
        return DataFilter(
            contains=self.contains.text(),
            lacks=self.lacks.text(),
            pattern=self.pattern.text(),
            least_characters=self.least_characters.value(),
            most_characters=self.most_characters.value(),
            least_turns=self.least_turns.value(),
            most_turns=self.most_turns.value(),
            language=self.language.current(),
            label=self.label.current(),
            column=column_name,
            value=self.value.text() if column_name else "",
        )

    @property
    def sentence(self) -> str:
        """What is said of the rows that stay."""
        return self._said.text()

    def open(self) -> None:
        """Show the sheet with the cursor in the first field."""
        super().open()
        self.contains.setFocus()

    # ---- building

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("kind", "plain")
        inside.setSizePolicy(
            QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum
        )  # scrolls, not squeezes
        fields = column(inside, spacing=Space.S)
        fields.setContentsMargins(0, 0, Space.S, 0)
        fields.addWidget(StrongLabel(self.tr("What is said")))
        add_line(fields, self.tr("Contains"), self.contains)
        add_line(fields, self.tr("Does not contain"), self.lacks)
        add_line(fields, self.tr("Matches the pattern"), self.pattern)
        fields.addSpacing(Space.S)
        fields.addWidget(StrongLabel(self.tr("How long it is")))
        to = partial(CaptionLabel, wrap=False)
        add_line(
            fields, self.tr("Characters"), self.least_characters, to(self.tr("to")), self.most_characters
        )
        add_line(fields, self.tr("Turns"), self.least_turns, to(self.tr("to")), self.most_turns)
        fields.addSpacing(Space.S)
        fields.addWidget(StrongLabel(self.tr("What it is")))
        self._language_name = add_line(fields, self.tr("Language"), self.language)
        self._label_name = add_line(fields, self.tr("Label"), self.label)
        add_line(fields, self.tr("Column"), self.column, self.value)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.viewport().setAutoFillBackground(False)
        area.setSizeAdjustPolicy(QScrollArea.SizeAdjustPolicy.AdjustToContents)
        leave = GhostButton(self.tr("Cancel"))
        leave.clicked.connect(self.close_sheet)
        self.body.addWidget(HeadingLabel(self.tr("Filter")))
        self.body.addWidget(area, 1)
        self.body.addWidget(self._said)
        self.body.addLayout(row(None, leave, self.keep))

    def _offer(self) -> None:
        report, data_set = self._context.report, self._context.data_set
        statistics = report.statistics if report is not None else None
        for picker, name, shares in (
            (self.language, self._language_name, statistics.languages if statistics else ()),
            (self.label, self._label_name, statistics.labels if statistics else ()),
        ):
            options = [Option(each.name, each.name, badge=count_text(each.rows)) for each in shares]
            picker.set_options([Option("", self.tr("Any")), *options])
            picker.setVisible(bool(options))
            name.setVisible(bool(options))
        offer_columns(self.column, (), self.tr("No column"))
        if data_set is not None:
            version, data = data_set.version, self._context.services.data
            call = partial(data.columns, version.path, version.reading)
            start_task(self, call, self._on_columns, self._on_failed)

    def _connect(self) -> None:
        for line in (self.contains, self.lacks, self.pattern, self.value):
            line.textChanged.connect(self._on_changed)
        for box in (self.least_characters, self.most_characters, self.least_turns, self.most_turns):
            box.valueChanged.connect(self._on_changed)
        for picker in (self.language, self.label, self.column):
            picker.picked.connect(self._on_changed)
        self.keep.clicked.connect(self._on_keep_clicked)
        self._context.opened.connect(self.close_sheet)
        self.closed.connect(self._on_closed)

    # ---- counting

    @Slot()
    def _on_changed(self) -> None:
        self._asked += 1
        wanted = self.filter
        self.value.setVisible(bool(wanted.column))
        self.keep.setEnabled(False)
        if wanted == DataFilter():
            self._timer.stop()
            self._say(self.tr("Say which rows are to stay; all that you fill in must hold."))
        else:
            self._timer.start()

    @Slot()
    def _count(self) -> None:
        data_set = self._context.data_set
        if data_set is None:
            return
        data, version, wanted = self._context.services.data, data_set.version, self.filter
        asked = self._asked
        self._say(self.tr("Counting…"))
        data.stop_finding()
        start_task(
            self,
            partial(data.find, version.path, version.reading, wanted, look=LOOK),
            partial(self._on_counted, asked),
            partial(self._on_not_counted, asked),
        )

    def _on_counted(self, asked: int, found: RowsFound) -> None:
        if asked != self._asked:
            return
        data_set = self._context.data_set
        whole = data_set is not None and found.looked >= data_set.version.rows
        said = self.tr("{0} of {1} rows stay.") if whole else self.tr("{0} of the first {1} rows would stay.")
        said = said.replace("{0}", count_text(len(found.rows))).replace("{1}", count_text(found.looked))
        self._say(said)
        self.keep.setEnabled(bool(found.rows) or not whole)

    def _on_not_counted(self, asked: int, error: HoneError) -> None:
        if asked == self._asked:
            self._say(f"{error.message} {error.hint}".strip(), "danger")

    def _say(self, text: str, tone: str = "muted") -> None:
        self._said.set_tone(tone)
        self._said.setText(text)
        self.refit()

    def _on_columns(self, columns: Columns) -> None:
        offer_columns(self.column, columns.columns, self.tr("No column"))

    def _on_failed(self, error: HoneError) -> None:
        """Without columns the rest of the filter works as well."""
        self.column.setEnabled(False)

    # ---- what the person does

    @Slot()
    def _on_keep_clicked(self) -> None:
        data_set, wanted = self._context.data_set, self.filter
        self.close_sheet()
        if data_set is not None:
            said = self.tr("{0} filtered").replace("{0}", rows_text(data_set.version.rows))
            self._context.request_change(KeepMatching(filter=wanted), said=said)

    @Slot()
    def _on_closed(self) -> None:
        self._context.services.data.stop_finding()
        self.deleteLater()


def _line(name: str, placeholder: str = "") -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setPlaceholderText(placeholder)
    fix_width(line, 260)
    return line
