"""Above form and drafts: which of them is shown, and what concerns all that are shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from hone.ui.kit.buttons import PrimaryButton, SecondaryButton
from hone.ui.kit.card import column
from hone.ui.kit.flow import FlowLayout
from hone.ui.kit.quantities import count_text
from hone.ui.kit.segmented import Segmented
from hone.ui.kit.tokens import Space

FORM, PENDING, ACCEPTED, REJECTED = "form", "pending", "accepted", "rejected"


class DraftHead(QWidget):
    """`chosen(part)`: the form, the new drafts, the accepted or the rejected ones."""

    chosen = Signal(str)
    accept_all_requested = Signal()
    add_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current = FORM
        self._counts = (-1, -1, -1)
        self._segments: Segmented | None = None
        self.accept_all = SecondaryButton("", "checks")
        self.add = PrimaryButton("", "plus")
        self.accept_all.clicked.connect(self.accept_all_requested)
        self.add.clicked.connect(self.add_requested)
        self._holder = QWidget()
        self._inside = column(self._holder, spacing=0)
        self._line = FlowLayout(self, Space.S)
        self._line.addWidget(self._holder)
        self._line.addWidget(self.accept_all)
        self._line.addWidget(self.add)
        self.show_counts(0, 0, 0, 0)

    @property
    def current(self) -> str:
        """The part that is shown."""
        return self._current

    def set_current(self, part: str) -> None:
        """Take a part without a signal."""
        self._current = part
        if self._segments is not None:
            self._segments.set_current(part)
        self._show_buttons()

    def show_counts(self, pending: int, accepted: int, rejected: int, waiting: int) -> None:
        """Say how many drafts there are, and how many accepted ones are not in the data set."""
        if (pending, accepted, rejected) != self._counts:
            self._counts = (pending, accepted, rejected)
            self._build_segments()
        said = self.tr("Accept all {0}").replace("{0}", count_text(pending))
        self.accept_all.setText(said)
        self.accept_all.setAccessibleName(said)
        said = self.tr("Add {0} accepted rows").replace("{0}", count_text(waiting))
        if waiting == 1:
            said = self.tr("Add the accepted row")
        self.add.setText(said)
        self.add.setAccessibleName(said)
        self.add.setProperty("waiting", waiting)
        self._show_buttons()

    def _show_buttons(self) -> None:
        self.accept_all.setVisible(self._current == PENDING and self._counts[0] > 1)
        self.add.setVisible(self._current != FORM and bool(self.add.property("waiting")))

    def _build_segments(self) -> None:
        """Segments are made anew with their counts; the one that is taken stays, and the focus with it."""
        titles = (self.tr("New"), self.tr("Accepted"), self.tr("Rejected"))
        options = [(FORM, self.tr("Set up"))]
        for key, title, count in zip((PENDING, ACCEPTED, REJECTED), titles, self._counts, strict=True):
            options.append((key, f"{title} · {count_text(count)}" if count else title))
        fresh = Segmented(self.tr("What to see of the drafts"), options)
        fresh.set_current(self._current)
        fresh.chosen.connect(self._on_chosen)
        old, self._segments = self._segments, fresh
        focused = self.focusWidget()
        had_focus = old is not None and focused is not None and old.isAncestorOf(focused)
        self._inside.addWidget(fresh)
        if old is not None:
            self._inside.removeWidget(old)
            old.hide()
            old.deleteLater()
        if had_focus:
            checked = next((each for each in fresh.findChildren(QPushButton) if each.isChecked()), None)
            (checked or fresh).setFocus()

    def _on_chosen(self, part: str) -> None:
        self.set_current(part)
        self.chosen.emit(part)
