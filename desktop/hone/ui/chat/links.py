"""Links in replies: shown whole and opened only when the user says so."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from hone.ui.kit.buttons import GhostButton, PrimaryButton
from hone.ui.kit.card import row
from hone.ui.kit.popover import Popover
from hone.ui.kit.text import BodyLabel, HeadingLabel, MonoLabel
from hone.ui.kit.tokens import Space

_ALLOWED = ("http", "https", "mailto")


class LinkPopover(Popover):
    """Asks before it opens an address in the browser."""

    def __init__(self, anchor: QWidget, url: QUrl) -> None:
        super().__init__(anchor, 440)
        self._url = url
        self.body.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        self.body.setSpacing(Space.S)
        address = MonoLabel(url.toString(), wrap=True)
        address.set_selectable()
        allowed = url.scheme().lower() in _ALLOWED
        said = self.tr("It was written by a model or a file, not by Hone.")
        refused = self.tr("Only web and mail addresses can be opened.")
        self.body.addWidget(HeadingLabel(self.tr("Open this link in your browser?")))
        self.body.addWidget(BodyLabel(said if allowed else refused, "muted"))
        self.body.addWidget(address)
        copy = GhostButton(self.tr("Copy address"), "copy")
        copy.clicked.connect(self._on_copy_clicked)
        cancel = GhostButton(self.tr("Cancel"))
        cancel.clicked.connect(self.close_panel)
        follow = PrimaryButton(self.tr("Open"), "arrow-square-out")
        follow.setEnabled(allowed)
        follow.clicked.connect(self._on_follow_clicked)
        self.body.addLayout(row(copy, None, cancel, follow))
        address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._url.toString())
        self.close_panel()

    @Slot()
    def _on_follow_clicked(self) -> None:
        self.close_panel()
        if self._url.scheme().lower() in _ALLOWED:
            QDesktopServices.openUrl(self._url)
