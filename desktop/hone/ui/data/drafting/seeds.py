"""Which rows are shown to the model as examples: drawn anew each time, or chosen."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from hone.ui.kit.buttons import GhostButton, SecondaryButton
from hone.ui.kit.card import column
from hone.ui.kit.flow import FlowLayout
from hone.ui.kit.text import CaptionLabel
from hone.ui.kit.tokens import Space

MOST = 5000
_PART = re.compile(r"^\s*(\d{1,9})\s*(?:[-–]\s*(\d{1,9}))?\s*$")


class SeedField(QWidget):
    """Row numbers, written as "3, 8, 12-20"; empty: drawn. `changed` when they are, `choice_requested`."""

    changed = Signal()
    choice_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = 0
        self._edit = QLineEdit()
        self._edit.setAccessibleName(self.tr("Rows to begin with"))
        self._edit.setPlaceholderText(self.tr("All rows, drawn anew each time; or numbers: 3, 8, 12-20"))
        self._choose = SecondaryButton(self.tr("Choose for me"), "sparkle")
        self._choose.setToolTip(self.tr("Take rows that differ from each other as much as possible"))
        self._all = GhostButton(self.tr("All rows"))
        self._note = CaptionLabel("", "muted")
        self._edit.textEdited.connect(self._on_edited)
        self._choose.clicked.connect(self.choice_requested)
        self._all.clicked.connect(self._on_all_clicked)
        inside = column(self, spacing=Space.S)
        inside.addWidget(self._edit)
        buttons = QWidget()
        line = FlowLayout(buttons, Space.S)
        line.addWidget(self._choose)
        line.addWidget(self._all)
        inside.addWidget(buttons)
        inside.addWidget(self._note)
        self._tell()

    def numbers(self) -> tuple[int, ...] | None:
        """Return the rows' numbers, none for all rows; None while what is written is no list of them."""
        return numbers_in(self._edit.text(), self._rows)

    def set_numbers(self, numbers: Sequence[int]) -> None:
        """Show row numbers."""
        self._edit.setText(text_of(numbers))
        self._tell()

    def set_rows(self, rows: int) -> None:
        """Say how many rows there are."""
        self._rows = rows
        self._tell()

    def set_busy(self, busy: bool) -> None:
        """Say whether rows are being chosen."""
        self._choose.setEnabled(not busy)

    def _tell(self) -> None:
        numbers = self.numbers()
        self._all.setVisible(bool(self._edit.text().strip()))
        self._edit.setProperty("state", "wrong" if numbers is None else "")
        self._edit.style().unpolish(self._edit)
        self._edit.style().polish(self._edit)
        self._note.set_tone("danger" if numbers is None else "muted")
        if numbers is None:
            said = self.tr("Write numbers from 1 to {0}, and ranges such as 12-20.")
            self._note.setText(said.replace("{0}", str(self._rows)))
        elif len(numbers) == 1:
            self._note.setText(self.tr("1 row. With more of them the new rows vary more."))
        elif numbers:
            self._note.setText(self.tr("{0} rows").replace("{0}", str(len(numbers))))
        self._note.setVisible(numbers is None or bool(numbers))

    @Slot()
    def _on_edited(self) -> None:
        self._tell()
        self.changed.emit()

    @Slot()
    def _on_all_clicked(self) -> None:
        self.set_numbers(())
        self.changed.emit()


def numbers_in(text: str, most: int) -> tuple[int, ...] | None:
    """Read "3, 8, 12-20"; None for anything else, for numbers above `most`, and for more than 5,000."""
    found: set[int] = set()
    for part in (part for part in re.split(r"[,;]", text) if part.strip()):
        match = _PART.match(part)
        if match is None:
            return None
        first, last = int(match[1]), int(match[2] or match[1])
        if not 1 <= first <= last <= most or last - first > MOST:
            return None
        found.update(range(first, last + 1))
    return tuple(sorted(found)) if len(found) <= MOST else None


def text_of(numbers: Sequence[int]) -> str:
    """Write row numbers, those in a row as a range."""
    parts: list[str] = []
    ordered = sorted(set(numbers))
    start = 0
    for place in range(len(ordered)):
        if place + 1 == len(ordered) or ordered[place + 1] != ordered[place] + 1:
            first, last = ordered[start], ordered[place]
            parts.append(str(first) if first == last else f"{first}-{last}")
            start = place + 1
    return ", ".join(parts)
