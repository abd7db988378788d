"""Compares any two versions of the open prompt, what is being written among them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from hone.domain.prompt_diff import diff_bodies
from hone.domain.prompts import PromptBody
from hone.ui.kit.buttons import GhostButton, IconButton, SecondaryButton
from hone.ui.kit.card import column, row
from hone.ui.kit.option_list import Option
from hone.ui.kit.picker import Picker
from hone.ui.kit.quantities import count_text, day_text, time_text
from hone.ui.kit.text import CaptionLabel
from hone.ui.kit.tokens import Space
from hone.ui.prompts.desk import OpenPrompt
from hone.ui.prompts.diff_view import DiffView

NOW = "now"


class Comparison(QWidget):
    """`restore_requested(version id)`, or `left` to go back to the editor."""

    restore_requested = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: OpenPrompt | None = None
        self._from = Picker(self.tr("From"), width=170, list_width=320)
        self._to = Picker(self.tr("To"), width=170, list_width=320)
        self.view = DiffView()
        self._said = CaptionLabel("", wrap=False)
        self._restore = SecondaryButton("", "arrow-counter-clockwise")
        back = GhostButton(self.tr("Back to the text"), "arrow-left")
        before = IconButton("caret-up", self.tr("Last change"), size=16)
        after = IconButton("caret-down", self.tr("Next change"), size=16)
        back.clicked.connect(self.left)
        before.clicked.connect(self.go_back)
        after.clicked.connect(self.go_on)
        self._restore.clicked.connect(self._on_restore_clicked)
        for picker in (self._from, self._to):
            picker.picked.connect(self._compare)
        layout = column(self, margin=Space.L, spacing=Space.M)
        layout.addLayout(row(back, None, self._restore))
        arrow = CaptionLabel("→", wrap=False)
        layout.addLayout(row(self._from, arrow, self._to, None, before, after))
        layout.addWidget(self._said)
        layout.addWidget(self.view, 1)

    def show_versions(self, shown: OpenPrompt, older: str, newer: str) -> None:
        """Compare two versions by id; NOW is what is being written."""
        self._shown = shown
        options = [
            Option(
                version.id,
                self.tr("Version {0}").replace("{0}", str(version.number)),
                " · ".join(
                    filter(
                        None,
                        (version.note, f"{day_text(version.created_at)} {time_text(version.created_at)}"),
                    )
                ),
            )
            for version in shown.versions
        ]
        if shown.changed:
            options.insert(0, Option(NOW, self.tr("Not saved yet"), self.tr("What the editor shows")))
        self._from.set_options(options, older)
        self._to.set_options(options, newer)
        self._compare()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def go_on(self) -> None:
        """Go to the next change."""
        self.view.go(1)

    @Slot()
    def go_back(self) -> None:
        """Go to the last change."""
        self.view.go(-1)

    def _body(self, key: str) -> PromptBody:
        assert self._shown is not None
        found = next((each.body for each in self._shown.versions if each.id == key), None)
        return self._shown.body if found is None else found

    @Slot()
    def _compare(self) -> None:
        if self._shown is None:
            return
        parts = diff_bodies(self._body(self._from.current()), self._body(self._to.current()))
        self.view.show_parts(parts)
        added, removed = self.view.counts()
        said = self.tr("Added lines: {0} · Removed lines: {1}")
        said = said.replace("{0}", count_text(added)).replace("{1}", count_text(removed))
        self._said.setText(said if parts else self.tr("Both say the same."))
        self._show_restore()

    def _show_restore(self) -> None:
        assert self._shown is not None
        key, latest = self._from.current(), self._shown.versions[:1]
        older = next((each for each in self._shown.versions if each.id == key), None)
        can = older is not None and bool(latest) and older.body != latest[0].body
        self._restore.setVisible(can)
        if older is not None:
            self._restore.setText(self.tr("Restore version {0}").replace("{0}", str(older.number)))

    @Slot()
    def _on_restore_clicked(self) -> None:
        self.restore_requested.emit(self._from.current())
