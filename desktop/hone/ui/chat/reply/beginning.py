"""What each reply begins with."""

from __future__ import annotations

import msgspec
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from hone.domain.generation import Feature
from hone.domain.setup import Setup
from hone.ui.chat.reply.part import SetupPart


class Beginning(SetupPart):
    """The prefill: the model goes on from it as if it had said it itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Beginning of the reply"),
            self.tr("The model goes on from here. {{variables}} of the prompt are filled in."),
            Feature.PREFILL,
            parent,
        )
        self._edit = QPlainTextEdit()
        self._edit.setProperty("kind", "field")
        self._edit.setTabChangesFocus(True)
        self._edit.setAccessibleName(self.title)
        self._edit.setPlaceholderText(self.tr("For example: Three reasons speak for it:"))
        self._edit.setFixedHeight(76)
        self._edit.textChanged.connect(self._change_soon)
        self.body.addWidget(self._edit)

    def show_setup(self, setup: Setup) -> None:
        if self._edit.toPlainText() != setup.prefill:
            self._edit.blockSignals(True)
            self._edit.setPlainText(setup.prefill)
            self._edit.blockSignals(False)

    def applied(self, setup: Setup) -> Setup:
        return msgspec.structs.replace(setup, prefill=self._edit.toPlainText())

    def _show_lacking(self, lacks: bool) -> None:
        self._inside.setEnabled(not lacks or bool(self._edit.toPlainText()))
