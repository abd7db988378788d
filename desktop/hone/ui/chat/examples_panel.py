"""The panel with the examples that the model is shown before the conversation."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QWidget

from hone.ui.chat.panel import ChatContext, ChatPanel
from hone.ui.chat.prompting.few_shot_editor import FewShotEditor
from hone.ui.kit.card import column
from hone.ui.kit.scrolling import fill_scrolling
from hone.ui.kit.text import CaptionLabel
from hone.ui.kit.tokens import Space

_SAVE_AFTER_MS = 500


class ExamplesPanel(ChatPanel):
    """Changes reach the desk half a second after the last one."""

    def __init__(self, context: ChatContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.editor = FewShotEditor(context.shell, "chat")
        self.editor.edited.connect(self._on_edited)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SAVE_AFTER_MS)
        self._timer.timeout.connect(self._tell)
        inside = QWidget()
        inside.setProperty("kind", "plain")
        layout = column(inside, margin=Space.L, spacing=Space.S)
        layout.addWidget(CaptionLabel(self.tr("Shown to the model before everything that is said here.")))
        layout.addWidget(self.editor)
        layout.addStretch(1)
        fill_scrolling(self, inside)
        context.settings_changed.connect(self.shown)
        context.switched.connect(self._on_switched)

    @Slot()
    def shown(self) -> None:
        if self._timer.isActive():
            return  # what is being written is told first, and then shown
        setup = self.context.desk.settings.setup
        self.editor.set_examples(setup.examples, setup.layout)
        self.editor.set_counting(self.context.model if self.isVisible() else None, setup)

    def flush(self) -> None:
        """Tell changes that wait."""
        if self._timer.isActive():
            self._timer.stop()
            self._tell()

    @Slot()
    def _on_switched(self) -> None:
        self._timer.stop()  # what still waits was written for the conversation that was left
        self.editor.forget_deleted()
        self.shown()

    @Slot()
    def _on_edited(self) -> None:
        self._timer.start()

    @Slot()
    def _tell(self) -> None:
        setup = self.context.desk.settings.setup
        examples, layout = self.editor.examples(), self.editor.layout_choice()
        self.context.desk.change(setup=msgspec.structs.replace(setup, examples=examples, layout=layout))
