"""The tab "Versions": what was made of the data set, the newest first, and the way back to each."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLineEdit, QWidget

from hone.domain.dataset_library import DataSet, Version
from hone.ui.data.change_words import change_text
from hone.ui.data.tab import DataContext, DataTab
from hone.ui.data.words import rows_text, shape_text, version_rows_text
from hone.ui.kit.buttons import LinkButton, SecondaryButton
from hone.ui.kit.card import Card, column, row
from hone.ui.kit.flow import FlowLayout
from hone.ui.kit.lengths import cap_width
from hone.ui.kit.quantities import count_text, day_text, time_text
from hone.ui.kit.scrolling import fill_scrolling
from hone.ui.kit.text import Badge, BodyLabel, CaptionLabel, HeadingLabel
from hone.ui.kit.tokens import Space

_WIDEST = 860


class VersionsTab(DataTab):
    """Nothing is ever lost: a version does not change, and the user's file is not touched."""

    def __init__(self, context: DataContext) -> None:
        super().__init__(context)
        self.cards: list[VersionCard] = []
        self._shown: DataSet | None = None
        self._list = column(spacing=Space.M)
        inside = QWidget()
        inside.setProperty("kind", "plain")
        cap_width(inside, _WIDEST)
        layout = column(inside, spacing=Space.M)
        layout.setContentsMargins(Space.XL, Space.L, Space.XL, Space.XL)
        said = self.tr(
            "Every change makes a version. None of them changes afterwards, and you can go to any."
        )
        layout.addWidget(CaptionLabel(said))
        self.note = QLineEdit()
        self.note.setPlaceholderText(self.tr("A note on this data set"))
        self.note.setAccessibleName(self.tr("Note on the data set"))
        self.note.editingFinished.connect(self._tell_note)
        layout.addWidget(self.note)
        layout.addLayout(self._list)
        layout.addStretch(1)
        fill_scrolling(self, inside)
        context.opened.connect(self._show)
        self._show()

    def flush(self) -> None:
        """Keep the note that is being written."""
        self._tell_note()

    @Slot()
    def _show(self) -> None:
        data_set = self.context.data_set
        if data_set == self._shown:
            return
        if self._shown is None or data_set is None or self._shown.id != data_set.id:
            self.note.setText(data_set.note if data_set is not None else "")
        self._shown = data_set
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = []
        if data_set is None:
            return
        rows = {version.number: version.rows for version in data_set.versions}
        for version in reversed(data_set.versions):
            card = VersionCard(version, rows.get(version.parent), version.number == data_set.current)
            card.use_requested.connect(self.context.version_requested)
            card.folder_requested.connect(self._on_folder_requested)
            self.cards.append(card)
            self._list.addWidget(card)

    @Slot()
    def _tell_note(self) -> None:
        note = self.note.text().strip()
        if self._shown is not None and note != self._shown.note:
            self.context.note_requested.emit(note)

    @Slot(object)
    def _on_folder_requested(self, version: Version) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(version.path.parent)))


class VersionCard(Card):
    """One version: what was done, rows before and after, and when."""

    use_requested = Signal(int)
    folder_requested = Signal(object)  # Version

    def __init__(
        self, version: Version, rows_before: int | None, current: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self.version = version
        title = self.tr("Version {0}").replace("{0}", str(version.number))
        self.setAccessibleName(title)
        badge = [Badge(self.tr("in use"), "accent")] if current else []
        when = f"{day_text(version.made_at)}, {time_text(version.made_at)}"
        self.body.addLayout(row(HeadingLabel(title), *badge, None, CaptionLabel(when, wrap=False)))
        for sentence in self._done():
            self.body.addWidget(BodyLabel(sentence))
        for remark in version.remarks:
            self.body.addWidget(BodyLabel(remark, "muted"))
        if version.note and not version.changes:  # the changes say it themselves
            self.body.addWidget(BodyLabel(version.note, "muted"))
        self.body.addWidget(CaptionLabel(self._figures(rows_before)))
        self.use = SecondaryButton(self.tr("Use this version"), "arrow-u-up-left")
        self.use.setAccessibleName(self.tr("Use version {0}").replace("{0}", str(version.number)))
        if current:
            self.use.hide()
        self.use.clicked.connect(partial(self._on_use_clicked, version.number))
        folder = LinkButton(self.tr("Open folder"))
        folder.setAccessibleName(
            self.tr("Open the folder of version {0}").replace("{0}", str(version.number))
        )
        folder.clicked.connect(partial(self._on_folder_clicked, version))
        feet = QWidget()
        flow = FlowLayout(feet, Space.S)
        flow.addWidget(self.use)
        flow.addWidget(folder)
        self.body.addWidget(feet)

    def _done(self) -> list[str]:
        if self.version.changes:
            return [change_text(each) for each in self.version.changes]
        if not self.version.parent:
            return [self.tr("The rows as they were found.")]
        return [self.tr("Made of version {0}.").replace("{0}", str(self.version.parent))]

    def _figures(self, before: int | None) -> str:
        version = self.version
        said = version_rows_text(version)
        if before is not None:
            change = self.tr("{0} before, {1} now").replace("{0}", count_text(before))
            said = change.replace("{1}", rows_text(version.rows))
        parts = [said, shape_text(version.reading.format) if version.reading.format else ""]
        if version.left_out:
            lost = self.tr("could not be carried over: {0}")
            parts.append(lost.replace("{0}", rows_text(version.left_out)))
        return "  ·  ".join(filter(None, parts))

    def _on_use_clicked(self, number: int, _checked: bool = False) -> None:
        self.use_requested.emit(number)

    def _on_folder_clicked(self, version: Version, _checked: bool = False) -> None:
        self.folder_requested.emit(version)
