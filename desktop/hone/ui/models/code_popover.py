"""Asks before a model's own program code may run: which files, and what that means."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QWidget

from hone.domain.model_code import OwnCode
from hone.ui.kit.buttons import DangerButton, GhostButton
from hone.ui.kit.card import column, row
from hone.ui.kit.popover import Popover
from hone.ui.kit.text import BodyLabel, CaptionLabel, HeadingLabel, MonoLabel
from hone.ui.kit.tokens import Space

_WIDTH = 480
_LIST_HEIGHT = 140
_ROW = 24


class CodePopover(Popover):
    """`allowed(OwnCode)` when the user has seen the files and agrees."""

    allowed = Signal(object)

    def __init__(self, anchor: QWidget, code: OwnCode) -> None:
        super().__init__(anchor, _WIDTH)
        self._code = code
        self.setAccessibleName(self.tr("Allow a model's own code"))
        self.body.setContentsMargins(Space.L, Space.L, Space.L, Space.M)
        self.body.setSpacing(Space.S)
        title = HeadingLabel(self.tr("Allow the code of {0}?").replace("{0}", code.name))
        title.setWordWrap(True)
        meaning = self.tr(
            "These files run with your rights each time this model is loaded: they can read, change and send "
            "all your files. Allow them only when you trust their makers as you trust those of a program."
        )
        after = self.tr(
            "When one of them changes, Hone asks again. The model can be talked to, but not fine-tuned."
        )
        count = self.tr("{0} Python files in {1}").replace("{0}", str(len(code.files)))
        self.body.addWidget(title)
        self.body.addWidget(BodyLabel(meaning))
        self.body.addWidget(CaptionLabel(count.replace("{1}", str(code.folder)), "muted"))
        self.body.addWidget(self._files())
        self.body.addWidget(CaptionLabel(after, "muted"))
        self.cancel = GhostButton(self.tr("Cancel"))
        self.cancel.clicked.connect(self.close_panel)
        self.agree = DangerButton(self.tr("Allow this code"))
        self.agree.clicked.connect(self._on_agree_clicked)
        self.body.addLayout(row(None, self.cancel, self.agree))
        self.closed.connect(self.deleteLater)

    def _files(self) -> QScrollArea:
        inside = QWidget()
        inside.setProperty("kind", "plain")
        lines = column(inside, spacing=Space.XS)
        for file in self._code.files:
            name = MonoLabel(str(file.relative_to(self._code.folder)))
            name.set_selectable()
            lines.addWidget(name)
        lines.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        area.setAccessibleName(self.tr("Python files of the model"))
        area.setMinimumSize(QSize(0, min(_LIST_HEIGHT, _ROW * max(1, len(self._code.files)) + Space.S)))
        area.setMaximumHeight(_LIST_HEIGHT)
        area.setWidget(inside)
        return area

    @Slot()
    def _on_agree_clicked(self) -> None:
        self.close_panel()
        self.allowed.emit(self._code)
