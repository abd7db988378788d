"""The form that adds an endpoint."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from hone.domain.endpoints import checked_url, key_warning
from hone.errors import BadInput, HoneError
from hone.services import Services
from hone.services.endpoints import Added, Tested
from hone.ui.kit.buttons import GhostButton, PrimaryButton, SecondaryButton
from hone.ui.kit.card import Card, row
from hone.ui.kit.message_banner import MessageBanner
from hone.ui.kit.picker import Option, Picker
from hone.ui.kit.text import CaptionLabel, HeadingLabel, Label
from hone.ui.kit.tokens import Space
from hone.ui.model_words import listed_words
from hone.ui.supervisor import start_task


class EndpointForm(Card):
    """Name, address, key and model of a server; `added(Added)` when it is in the list, `closed` when not."""

    added = Signal(object)
    closed = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(padding=Space.L, spacing=Space.M, parent=parent)
        self._services = services
        self._busy = False
        self._listed = 0
        self.name = _field(self.tr("Name of the endpoint"), self.tr("my-server"))
        self.url = _field(self.tr("Address of the endpoint"), "http://localhost:8080")
        self.key = _field(self.tr("Key of the endpoint"), "")
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.model = _field(self.tr("Model of the endpoint"), self.tr("A test lists what the server has"))
        self.offered = Picker(self.tr("Models of the server"), self.tr("Choose"), width=150)
        self.test = SecondaryButton(self.tr("Test"), "broadcast")
        self.add = PrimaryButton(self.tr("Add"), "plus")
        self.cancel = GhostButton(self.tr("Cancel"))
        self.banner = MessageBanner()
        self._said = CaptionLabel("", "success")
        self.warning = CaptionLabel("", "warning")
        self._lay_out()
        self._connect()
        self.clear()

    def clear(self) -> None:
        """Empty all fields; the key is forgotten."""
        for field in self._fields():
            field.clear()
        self._listed = 0
        self.offered.set_options([], "")
        self.banner.hide()
        self._show_tested("")
        self._look()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnStretch(1, 1)
        texts = (self.tr("Name"), self.tr("Address"), self.tr("Key"), self.tr("Model"))
        for line, text, field in zip((0, 1, 2, 4), texts, self._fields(), strict=True):
            label = Label(text)
            label.setBuddy(field)
            grid.addWidget(label, line, 0)
            grid.addLayout(row(field), line, 1)
        model_line = grid.itemAtPosition(4, 1)
        if isinstance(model_line, QHBoxLayout):
            model_line.addWidget(self.offered)
        kept = self.tr("Kept in the system's keyring. Leave it empty if the server needs none.")
        grid.addWidget(CaptionLabel(kept, "faint"), 3, 1)
        self.body.addWidget(HeadingLabel(self.tr("Add an endpoint")))
        self.body.addLayout(grid)
        self.body.addWidget(self.warning)
        self.body.addWidget(self._said)
        self.body.addWidget(self.banner)
        self.body.addLayout(row(self.test, None, self.cancel, self.add))

    def _fields(self) -> tuple[QLineEdit, ...]:
        return (self.name, self.url, self.key, self.model)

    def _connect(self) -> None:
        for field in self._fields():
            field.textChanged.connect(self._look)
            field.returnPressed.connect(self._on_return_pressed)
        self.offered.picked.connect(self.model.setText)
        self.test.clicked.connect(self._on_test_clicked)
        self.add.clicked.connect(self._on_add_clicked)
        self.cancel.clicked.connect(self.closed)

    @Slot()
    def _look(self) -> None:
        """Follow the fields: what can be done now, and what is unsafe."""
        has_url = bool(self.url.text().strip())
        self.test.setEnabled(has_url and not self._busy)
        self.add.setEnabled(has_url and bool(self.name.text().strip()) and not self._busy)
        self.offered.setVisible(self._listed > 1)
        warning = ""
        if self.key.text().strip() and has_url:
            try:
                warning = key_warning(checked_url(self.url.text()))
            except BadInput:
                warning = ""  # adding will say what is wrong with the address
        self.warning.setText(warning)
        self.warning.setVisible(bool(warning))

    def _set_busy(self, busy: bool, said: str = "") -> None:
        self._busy = busy
        self._show_tested(said, "muted")
        self._look()

    def _show_tested(self, said: str, tone: str = "success") -> None:
        self._said.set_tone(tone)
        self._said.setText(said)
        self._said.setVisible(bool(said))

    @Slot()
    def _on_return_pressed(self) -> None:
        if self.add.isEnabled() and self.model.text().strip():
            self._on_add_clicked()
        elif self.test.isEnabled():
            self._on_test_clicked()

    @Slot()
    def _on_test_clicked(self) -> None:
        self.banner.hide()
        self._set_busy(True, self.tr("Asking the server…"))
        endpoints, url, key = self._services.endpoints, self.url.text(), self.key.text()
        name, model = self.name.text(), self.model.text()
        start_task(self, lambda: endpoints.try_out(url, key, name, model), self._on_tested, self._on_failed)

    @Slot()
    def _on_add_clicked(self) -> None:
        self.banner.hide()
        self._set_busy(True, self.tr("Asking the server…"))
        endpoints, url, key = self._services.endpoints, self.url.text(), self.key.text()
        name, model = self.name.text(), self.model.text()
        start_task(self, lambda: endpoints.add(name, url, model, key), self._on_added, self._on_failed)

    @Slot(object)
    def _on_tested(self, tested: Tested) -> None:
        self._set_busy(False)
        if not self.model.text().strip() and len(tested.models) == 1:
            self.model.setText(tested.models[0])
        self._listed = len(tested.models)
        self.offered.set_options([Option(model, model) for model in tested.models], self.model.text())
        said = self.tr("It answers: {0}, {1}.").replace("{0}", tested.server)
        self._show_tested(said.replace("{1}", listed_words(len(tested.models))))
        self._look()

    @Slot(object)
    def _on_added(self, added: Added) -> None:
        self._set_busy(False)
        self.added.emit(added)

    @Slot(object)
    def _on_failed(self, error: HoneError) -> None:
        self._set_busy(False)
        self.banner.show_error(error)


def _field(name: str, example: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(example)
    field.setMaxLength(2000)
    return field
