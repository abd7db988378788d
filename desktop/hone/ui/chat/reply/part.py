"""A section of the panel that says how replies are made."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hone.domain.generation import Feature
from hone.domain.setup import Setup
from hone.ui.kit.text import CaptionLabel, StrongLabel
from hone.ui.kit.tokens import Space

_SAVE_AFTER_MS = 500


class SetupPart(QWidget):
    """Shows one thing of a setup and changes it; `changed` when the person did, or half a second after.

    `feature` is what an engine must be able to do for it; put widgets into `body`.
    """

    changed = Signal()

    def __init__(
        self, title: str, about: str, feature: Feature | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.title = title
        self._feature = feature
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SAVE_AFTER_MS)
        self._timer.timeout.connect(self.changed)
        self._missing = CaptionLabel(tone="warning")
        self._missing.hide()
        self._inside = QWidget()
        self.body = QVBoxLayout(self._inside)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(Space.S)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.XS)
        layout.addWidget(StrongLabel(title))
        if about:
            layout.addWidget(CaptionLabel(about, "muted"))
        layout.addWidget(self._missing)
        layout.addSpacing(Space.XS)
        layout.addWidget(self._inside)

    def show_setup(self, setup: Setup) -> None:
        """Show what a setup says; no signal."""
        raise NotImplementedError

    def applied(self, setup: Setup) -> Setup:
        """Return a setup with what is shown here."""
        raise NotImplementedError

    def set_features(self, features: Collection[Feature], model_name: str) -> None:
        """Say beforehand when the engine of a model cannot do it; what is set can still be taken away."""
        lacks = self._feature is not None and self._feature not in features
        self._missing.setVisible(lacks)
        if lacks:
            said = self.tr("The engine of {0} cannot do this.")
            self._missing.setText(said.replace("{0}", model_name))
        self._show_lacking(lacks)

    def flush(self) -> None:
        """Tell a change that waits."""
        if self._timer.isActive():
            self._timer.stop()
            self.changed.emit()

    def _show_lacking(self, lacks: bool) -> None:
        """Take the controls back that would ask for what the engine cannot do."""
        self._inside.setEnabled(not lacks)

    @Slot()
    def _change_soon(self) -> None:
        self._timer.start()

    @Slot()
    def _change_now(self) -> None:
        self._timer.stop()
        self.changed.emit()
