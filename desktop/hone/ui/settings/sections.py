"""The cards of the settings page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hone.domain.checks import Check, Verdict
from hone.ui.kit.buttons import SecondaryButton
from hone.ui.kit.card import Card, Line, row
from hone.ui.kit.elided import ElidedLabel
from hone.ui.kit.icons import IconFont
from hone.ui.kit.progress import ProgressView
from hone.ui.kit.text import BodyLabel, CaptionLabel, HeadingLabel, StrongLabel
from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Space
from hone.ui.kit.typography import Type


class HelpCard(Card):
    """The ways to learn one's way round. `tour_requested`, `shortcuts_requested`."""

    tour_requested = Signal()
    shortcuts_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(spacing=Space.M, parent=parent)
        keys = SecondaryButton(self.tr("Keyboard shortcuts"), "keyboard")
        keys.clicked.connect(self.shortcuts_requested)
        tour = SecondaryButton(self.tr("Take the tour"), "compass")
        tour.clicked.connect(self.tour_requested)
        said = self.tr("The tour takes two minutes with the demo model. Shortcuts can be changed.")
        self.body.addWidget(HeadingLabel(self.tr("Help")))
        self.body.addWidget(CaptionLabel(said))
        self.body.addLayout(row(tour, keys, None))


class PlacesCard(Card):
    """Where Hone keeps things. `open_requested(path)`."""

    open_requested = Signal(str)

    def __init__(self, places: Sequence[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        super().__init__(spacing=Space.M, parent=parent)
        self.body.addWidget(HeadingLabel(self.tr("Folders")))
        for index, (name, help_text, path) in enumerate(places):
            if index:
                self.body.addWidget(Line())
            words = QVBoxLayout()
            words.setSpacing(2)
            words.addWidget(StrongLabel(name))
            words.addWidget(CaptionLabel(help_text))
            words.addWidget(ElidedLabel(path, Type.CAPTION, "faint"))
            button = SecondaryButton(self.tr("Open"), "folder-open")
            button.setAccessibleName(self.tr("Open {0}").replace("{0}", name))
            button.setProperty("path", path)
            button.clicked.connect(self._on_open_clicked)
            line = row()
            line.addLayout(words, 1)
            line.addWidget(button)
            self.body.addLayout(line)

    @Slot()
    def _on_open_clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.open_requested.emit(str(sender.property("path")))


class VerdictIcon(QWidget):
    """A check mark, a warning or a cross."""

    _LOOKS = {
        Verdict.OK: ("check-circle", "success_text"),
        Verdict.WARNING: ("warning", "warning_text"),
        Verdict.PROBLEM: ("x-circle", "danger_text"),
    }

    def __init__(self, verdict: Verdict, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._verdict = verdict
        self.setFixedSize(QSize(20, 20))
        Theme.current().theme_changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        name, role = self._LOOKS[self._verdict]
        IconFont.current().draw(QPainter(self), QRectF(1, 1, 18, 18), name, role)


class DoctorCard(Card):
    """What the doctor finds, line by line as it is found."""

    start_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(spacing=Space.S, parent=parent)
        self._button = SecondaryButton(self.tr("Check this installation"), "first-aid-kit")
        self._button.clicked.connect(self.start_requested)
        self._progress = ProgressView(self.tr("Checking"))
        self._progress.hide()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(Space.S)
        self.body.addLayout(row(HeadingLabel(self.tr("Doctor")), None, self._button))
        said = self.tr("Starts every part once and says what is missing. Takes about half a minute.")
        self.body.addWidget(CaptionLabel(said))
        self.body.addWidget(self._progress)
        self.body.addLayout(self._lines)

    def begin(self) -> None:
        """Clear the lines and show that checks are made."""
        while self._lines.count():
            item = self._lines.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        self._button.setEnabled(False)
        self._progress.show()
        self._progress.set_progress(self.tr("Looking"))

    def add_check(self, check: Check) -> None:
        """Show one finding."""
        holder = QWidget()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(StrongLabel(check.name))
        words.addWidget(BodyLabel(check.found, "muted"))
        if check.hint:
            words.addWidget(CaptionLabel(check.hint, "warning"))
        line = row(spacing=Space.M)
        line.addWidget(VerdictIcon(check.verdict), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        holder.setLayout(line)
        self._lines.addWidget(holder)

    def end(self) -> None:
        """Show that the checks are over."""
        self._button.setEnabled(True)
        self._progress.hide()
