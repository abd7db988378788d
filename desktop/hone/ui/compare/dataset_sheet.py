"""Choose or name a data set for the picks of a comparison."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit

from hone.domain.feedback import Added, MadeDataset, RowKind
from hone.errors import HoneError
from hone.ui.kit.buttons import GhostButton, PrimaryButton
from hone.ui.kit.card import row
from hone.ui.kit.sheet import Sheet
from hone.ui.kit.text import BodyLabel, CaptionLabel, HeadingLabel
from hone.ui.supervisor import start_task

if TYPE_CHECKING:
    from hone.ui.compare.page import ComparePage

_FIRST_NAME = "My preferences"


def add_picks(page: ComparePage) -> None:
    """Ask for a data set, and add the picks of the comparison that is shown to it."""
    if page.desk.comparison_id:
        ComparisonDatasetSheet(page).open()


class ComparisonDatasetSheet(Sheet):
    """Adds preference rows; what could not be taken is said with its reason."""

    def __init__(self, page: ComparePage) -> None:
        super().__init__(page.window(), 460)
        self._page = page
        self._comparison_id = page.desk.comparison_id
        self._feedback = page.services.feedback
        self._found: list[MadeDataset] = []
        self.name = QComboBox()
        line = QLineEdit()
        line.returnPressed.connect(self._on_entered)
        self.name.setLineEdit(line)
        self.name.setAccessibleName(self.tr("Data set"))
        self.name.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.name.currentTextChanged.connect(self._show_rows)
        self._rows = CaptionLabel(tone="muted")
        about = self.tr(
            "Each pick becomes a row: the better reply over the other one, with what made both and whether "
            "it was judged blind. Picks between different prompts are left out."
        )
        self.add = PrimaryButton(self.tr("Add"))
        self.add.clicked.connect(self._on_add_clicked)
        cancel = GhostButton(self.tr("Cancel"))
        cancel.clicked.connect(self.close_sheet)
        self.body.addWidget(HeadingLabel(self.tr("Add picks to a data set")))
        self.body.addWidget(BodyLabel(about, tone="muted"))
        self.body.addWidget(self.name)
        self.body.addWidget(self._rows)
        self.body.addLayout(row(None, cancel, self.add))
        self.closed.connect(self.deleteLater)
        start_task(self, self._feedback.datasets, self._on_read, self._on_failed)

    def open(self) -> None:
        """Show the sheet with the cursor in the name."""
        super().open()
        self.name.setFocus()

    @Slot(object)
    def _on_read(self, found: list[MadeDataset]) -> None:
        self._found = found
        names = [each.name for each in found if each.kind in (RowKind.PREFERENCE, None)]
        last = self._page.services.settings.get().last_dataset
        names.sort(key=lambda name: name != last)
        self.name.clear()
        self.name.addItems(names or [_FIRST_NAME])
        self._show_rows()
        self.refit()

    @Slot()
    def _show_rows(self) -> None:
        name = self.name.currentText().strip()
        known = next((each for each in self._found if each.name == name), None)
        count = self.tr("{0} rows so far").replace("{0}", str(known.rows)) if known else ""
        self._rows.setText(count or self.tr("A new data set"))
        self.add.setEnabled(bool(name))

    @Slot()
    def _on_entered(self) -> None:
        if self.add.isEnabled():
            self._on_add_clicked()

    @Slot()
    def _on_add_clicked(self) -> None:
        page, feedback = self._page, self._feedback
        add = partial(feedback.add_comparison, self._comparison_id, self.name.currentText())
        start_task(page, add, partial(_added, page), page.shell.tell_error)
        self.close_sheet()

    @Slot(object)
    def _on_failed(self, error: HoneError) -> None:
        self.close_sheet()
        self._page.shell.tell_error(error)


def _added(page: ComparePage, added: Added) -> None:
    """Say what was added, and offer to undo it."""
    name, feedback = added.dataset.name, page.services.feedback
    left = ""
    if added.left_out:
        left = QCoreApplication.translate("ComparisonDatasetSheet", "{0} left out: {1}")
        left = left.replace("{0}", str(len(added.left_out))).replace("{1}", added.left_out[0])
    if not added.rows:
        if added.known:
            said = QCoreApplication.translate("ComparisonDatasetSheet", "Already in {0}")
        else:
            said = QCoreApplication.translate("ComparisonDatasetSheet", "Nothing was added to {0}")
        page.shell.notify(" · ".join(filter(None, (said.replace("{0}", name), left))))
        return
    said = QCoreApplication.translate("ComparisonDatasetSheet", "Added to {0}, rows now: {1}")
    said = said.replace("{0}", name).replace("{1}", str(added.dataset.rows))
    undone = QCoreApplication.translate("ComparisonDatasetSheet", "Undo")

    def undo() -> None:
        start_task(page, lambda: feedback.undo(added), _nothing, page.shell.tell_error)

    page.shell.notify(" · ".join(filter(None, (said, left))), undone, undo)


def _nothing(result: object) -> None:
    """Take a result that says nothing."""
