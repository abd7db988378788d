"""Small questions of the conversation list: a name, with names that are there already to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal, Slot
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from hone.ui.kit.buttons import PrimaryButton
from hone.ui.kit.card import row
from hone.ui.kit.popover import Popover
from hone.ui.kit.text import CaptionLabel, HeadingLabel
from hone.ui.kit.tokens import Space


class NamePopover(Popover):
    """Asks for a name; `given(name)` when it is taken with Enter or the button."""

    given = Signal(str)

    def __init__(
        self,
        anchor: QWidget,
        title: str,
        action: str,
        hint: str = "",
        text: str = "",
        known: Sequence[str] = (),
    ) -> None:
        super().__init__(anchor, 300)
        self.body.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        self.body.setSpacing(Space.S)
        self._edit = QLineEdit(text)
        self._edit.setAccessibleName(title)
        self._edit.setMaxLength(200)
        if known:
            completer = QCompleter(QStringListModel(list(known), self), self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            self._edit.setCompleter(completer)
        self._button = PrimaryButton(action)
        self._button.clicked.connect(self._on_taken)
        self._edit.returnPressed.connect(self._on_taken)
        self._edit.textChanged.connect(self._show_button)
        self.body.addWidget(HeadingLabel(title))
        self.body.addWidget(self._edit)
        if hint:
            self.body.addWidget(CaptionLabel(hint, "muted"))
        self.body.addLayout(row(None, self._button))
        self.closed.connect(self.deleteLater)
        self._show_button()

    def ask(self) -> None:
        """Open with the cursor in the field."""
        self.open()
        self._edit.setFocus()
        self._edit.selectAll()

    @Slot()
    def _show_button(self) -> None:
        self._button.setEnabled(bool(self._edit.text().strip()))

    @Slot()
    def _on_taken(self) -> None:
        name = self._edit.text().strip()
        if name:
            self.close_panel()
            self.given.emit(name)
