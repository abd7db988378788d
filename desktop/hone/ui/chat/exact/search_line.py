"""Search inside the prompt: a field, how many places there are, and the way from one to the next."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from hone.ui.kit.buttons import IconButton
from hone.ui.kit.card import row
from hone.ui.kit.quantities import count_text
from hone.ui.kit.text import CaptionLabel
from hone.ui.kit.tokens import Space

_MOST = 10_000


class SearchLine(QWidget):
    """`found(places, current)` with (start, end) of each place, whenever something else is looked for."""

    found = Signal(object, int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._places: list[tuple[int, int]] = []
        self._current = -1
        self._field = QLineEdit()
        self._field.setProperty("kind", "search")
        self._field.setPlaceholderText(self.tr("Search in this text"))
        self._field.setAccessibleName(self.tr("Search in what the model gets"))
        self._field.setClearButtonEnabled(True)
        self._field.textChanged.connect(self._search)
        self._field.installEventFilter(self)
        self._count = CaptionLabel(tone="faint", wrap=False)
        before = IconButton("caret-up", self.tr("Previous place"), size=14)
        before.clicked.connect(lambda: self._go(-1))
        after = IconButton("caret-down", self.tr("Next place"), size=14)
        after.clicked.connect(lambda: self._go(1))
        layout = row(self._field, self._count, before, after, spacing=Space.XS)
        layout.setStretch(0, 1)
        self.setLayout(layout)

    def set_text(self, text: str) -> None:
        """Search in another text, for the same."""
        self._text = text
        self._search()

    def focus_field(self) -> None:
        """Put the cursor into the field."""
        self._field.setFocus()
        self._field.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self._go(-1 if back else 1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._field.clear()
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    @Slot()
    def _search(self) -> None:
        wanted, text = self._field.text().lower(), self._text.lower()
        same_length = len(text) == len(self._text)  # lower case of a few letters is longer
        if not same_length:
            wanted, text = self._field.text(), self._text
        self._places = []
        place = text.find(wanted) if wanted else -1
        while place >= 0 and len(self._places) < _MOST:
            self._places.append((place, place + len(wanted)))
            place = text.find(wanted, place + len(wanted))
        self._current = 0 if self._places else -1
        self._tell()

    def _go(self, step: int) -> None:
        if self._places:
            self._current = (self._current + step) % len(self._places)
            self._tell()

    def _tell(self) -> None:
        if self._places:
            of = self.tr("{0} of {1}").replace("{0}", count_text(self._current + 1))
            self._count.setText(of.replace("{1}", count_text(len(self._places))))
        else:
            self._count.setText(self.tr("not found") if self._field.text() else "")
        self.found.emit(self._places, self._current)
