"""What was deleted: restored with a click, or gone for good."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from hone.domain.chat import Conversation
from hone.errors import HoneError
from hone.ui.chat.panel import ChatContext
from hone.ui.kit.buttons import GhostButton, PrimaryButton, SecondaryButton
from hone.ui.kit.card import row
from hone.ui.kit.quantities import day_text
from hone.ui.kit.sheet import Sheet
from hone.ui.kit.text import BodyLabel, CaptionLabel, HeadingLabel
from hone.ui.supervisor import start_task

_DAYS = 30
_SHOWN = 2000


class TrashSheet(Sheet):
    """Lists what was deleted; `changed` is called when something came back or went."""

    def __init__(self, context: ChatContext, window: QWidget, changed: Callable[[], object]) -> None:
        super().__init__(window, 560, 520)
        self._context, self._changed = context, changed
        self._arranging = context.services.arranging
        self._sure = False
        self._list = QListWidget()
        self._list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self._list.setAccessibleName(self.tr("Deleted conversations"))
        self._list.itemSelectionChanged.connect(self._show_buttons)
        self._list.itemActivated.connect(self._on_restore_clicked)
        self._empty = BodyLabel(self.tr("The trash is empty."), "muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._restore = PrimaryButton(self.tr("Restore"))
        self._restore.clicked.connect(self._on_restore_clicked)
        self._forget = SecondaryButton(self.tr("Delete for good"))
        self._forget.clicked.connect(self._on_forget_clicked)
        self._all = SecondaryButton(self.tr("Empty trash"), "trash")
        self._all.clicked.connect(self._on_all_clicked)
        close = GhostButton(self.tr("Close"))
        close.clicked.connect(self.close_sheet)
        days = self.tr("What was deleted stays here for {0} days.").replace("{0}", str(_DAYS))
        self.body.addLayout(row(HeadingLabel(self.tr("Trash")), None, close))
        self.body.addWidget(CaptionLabel(days, "muted"))
        self.body.addWidget(self._list, 1)
        self.body.addWidget(self._empty, 1)
        self.body.addLayout(row(self._all, None, self._forget, self._restore))
        self.closed.connect(self.deleteLater)
        self._show_buttons()
        self._read()

    def _read(self) -> None:
        start_task(self, self._arranging.deleted, self._on_read, self._on_failed)

    def _chosen(self) -> list[str]:
        return [str(item.data(Qt.ItemDataRole.UserRole)) for item in self._list.selectedItems()]

    @Slot(object)
    def _on_read(self, conversations: list[Conversation]) -> None:
        self._list.clear()
        for each in conversations[:_SHOWN]:
            item = QListWidgetItem(f"{each.title}  ·  {day_text(each.updated_at)}")
            item.setData(Qt.ItemDataRole.UserRole, each.id)
            self._list.addItem(item)
        self._list.setVisible(bool(conversations))
        self._empty.setVisible(not conversations)
        self._show_buttons()
        self.refit()

    @Slot()
    def _show_buttons(self) -> None:
        chosen = bool(self._list.selectedItems())
        self._restore.setEnabled(chosen)
        self._forget.setEnabled(chosen)
        self._all.setVisible(self._list.count() > 0)
        self._sure = False
        self._all.setText(self.tr("Empty trash"))
        self._all.set_kind("secondary")

    @Slot()
    def _on_restore_clicked(self) -> None:
        chosen = self._chosen()
        start_task(self, lambda: self._arranging.restore(chosen), self._on_done, self._on_failed)

    @Slot()
    def _on_forget_clicked(self) -> None:
        chosen = self._chosen()
        start_task(self, lambda: self._arranging.forget(chosen), self._on_done, self._on_failed)

    @Slot()
    def _on_all_clicked(self) -> None:
        """The one thing here without a way back: the button itself asks once more."""
        if not self._sure:
            self._sure = True
            self._all.setText(self.tr("Empty for good?"))
            self._all.set_kind("danger")
            return
        start_task(self, self._arranging.empty_trash, self._on_done, self._on_failed)

    @Slot(object)
    def _on_done(self, result: object) -> None:
        self._read()
        self._changed()

    @Slot(object)
    def _on_failed(self, error: HoneError) -> None:
        self.close_sheet()
        self._context.dialogue.show_error(error)
