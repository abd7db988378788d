"""The models page: what can be talked to and fine-tuned, and how to add more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from hone.domain.model_code import OwnCode
from hone.domain.models import Model
from hone.errors import HoneError
from hone.services.fitting import Outlook
from hone.services.models import ModelService
from hone.ui.chat.library import Catalogue
from hone.ui.kit.buttons import PrimaryButton, SecondaryButton
from hone.ui.kit.card import row
from hone.ui.kit.empty_state import EmptyState
from hone.ui.kit.lengths import cap_width
from hone.ui.kit.message_banner import MessageBanner
from hone.ui.kit.scrolling import fill_scrolling_centred
from hone.ui.kit.text import BodyLabel, CaptionLabel, HeadingLabel, TitleLabel
from hone.ui.kit.tokens import Space
from hone.ui.models.code_popover import CodePopover
from hone.ui.models.endpoint_section import EndpointSection
from hone.ui.models.fit_words import outlook_sentence
from hone.ui.models.model_card import AdapterCard, ModelCard
from hone.ui.models.outlook_watch import OutlookWatch
from hone.ui.page import Page, Shell
from hone.ui.supervisor import start_task

_COLUMN = 920


@dataclass(frozen=True)
class Shelf:
    """What the page shows: models and adapters, and the program code that came with models, by their id."""

    catalogue: Catalogue = field(default_factory=Catalogue)
    code: Mapping[str, OwnCode] = field(default_factory=dict)


class ModelsPage(Page):
    """Cards for models and adapters; files and folders may be dropped anywhere on it."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.setAcceptDrops(True)
        self._shelf = Shelf()
        self._banner = MessageBanner()
        self._cards = QVBoxLayout()
        self._cards.setSpacing(Space.S)
        self._endpoints = EndpointSection(shell)
        self._endpoints.chat_requested.connect(self._on_chat_requested)
        self._endpoints.failed.connect(self._on_failed)
        self._drop = self._make_drop_sign()
        self._watch = OutlookWatch(self.services, self)
        self._watch.told.connect(self._on_outlook_told)
        self._watch.failed.connect(self._on_failed)
        self._lay_out()
        shell.models_changed.connect(self.refresh)

    def shown(self) -> None:
        """Read the lists again."""
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read models and adapters."""
        models = self.services.models
        start_task(
            self,
            lambda: read_shelf(models),
            self._on_shelf_read,
            self._on_failed,
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self._drop.setGeometry(self.rect().adjusted(16, 16, -16, -16))
            self._drop.show()
            self._drop.raise_()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self._drop.hide()
        event.acceptProposedAction()
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.add(Path(url.toLocalFile()))

    def add(self, path: Path) -> None:
        """Add a GGUF file or a model folder."""
        self._banner.hide()
        models = self.services.models
        start_task(self, lambda: models.add(path), self._on_added, self._on_failed)

    def _lay_out(self) -> None:
        add_file = PrimaryButton(self.tr("Add a GGUF file"), "plus")
        add_file.clicked.connect(self._on_add_file_clicked)
        add_folder = SecondaryButton(self.tr("Add a model folder"), "folder-plus")
        add_folder.clicked.connect(self._on_add_folder_clicked)
        inside = QWidget()
        inside.setProperty("kind", "plain")
        cap_width(inside, _COLUMN)
        column = QVBoxLayout(inside)
        column.setContentsMargins(Space.XXL, Space.XL, Space.XXL, Space.XXL)
        column.setSpacing(Space.S)
        column.addLayout(row(TitleLabel(self.tr("Models")), None, add_folder, add_file))
        said = self.tr(
            "Files stay where they are. Drop a GGUF file or a folder with safetensors here to add it."
        )
        column.addWidget(BodyLabel(said, "muted"))
        column.addSpacing(Space.S)
        column.addWidget(self._banner)
        column.addLayout(self._cards)
        column.addWidget(self._endpoints)
        column.addStretch(1)
        fill_scrolling_centred(self, inside)

    def _make_drop_sign(self) -> QFrame:
        sign = QFrame(self)
        sign.setProperty("kind", "drop")
        layout = QVBoxLayout(sign)
        label = HeadingLabel(self.tr("Drop to add"))
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(label)
        sign.hide()
        return sign

    def closing(self) -> None:
        """Ask no more about memory."""
        self._watch.stop()

    def finish(self) -> None:
        """Wait for the thread that asks."""
        self._watch.close()

    @Slot(object)
    def _on_shelf_read(self, shelf: Shelf) -> None:
        catalogue = shelf.catalogue
        self._watch.look(catalogue.models)
        if shelf == self._shelf and self._cards.count():
            return
        self._shelf = shelf
        while self._cards.count():
            item = self._cards.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if not catalogue.models:
            self._show_empty()
        for model in catalogue.models:
            if model.endpoint is None:
                self._add_model(model)
        self._show_adapters()
        self._endpoints.show_models(catalogue.models)

    def _add_model(self, model: Model) -> None:
        added = model.path in self.services.settings.get().model_paths
        card = ModelCard(model, added, self._shelf.code.get(model.id))
        card.code_requested.connect(self._on_code_requested)
        card.revoke_requested.connect(self._on_revoke_requested)
        card.chat_requested.connect(self._on_chat_requested)
        card.tune_requested.connect(self.shell.tune_requested)
        card.forget_requested.connect(self._on_forget_requested)
        card.folder_requested.connect(self._on_folder_requested)
        self._cards.addWidget(card)

    @Slot(object)
    def _on_outlook_told(self, outlook: Outlook) -> None:
        for card in self.findChildren(ModelCard):
            if card.model.id == outlook.model_id:
                card.set_outlook(outlook_sentence(outlook), outlook.fit is not None)

    def _show_adapters(self) -> None:
        title = HeadingLabel(self.tr("Adapters"))
        title.setContentsMargins(0, Space.L, 0, 0)
        self._cards.addWidget(title)
        if not self._shelf.catalogue.adapters:
            said = self.tr("None yet. A fine-tune makes one, and it is listed here and in the chat.")
            self._cards.addWidget(CaptionLabel(said))
        for adapter in self._shelf.catalogue.adapters:
            fits = any(adapter.fits(model) and not model.problem for model in self._shelf.catalogue.models)
            card = AdapterCard(adapter, fits)
            card.chat_requested.connect(self._on_adapter_chat_requested)
            card.folder_requested.connect(self._on_folder_requested)
            self._cards.addWidget(card)

    def _show_empty(self) -> None:
        empty = EmptyState(
            "cube",
            self.tr("No models yet"),
            self.tr("Add a GGUF file to talk to it, or a safetensors folder to fine-tune it too."),
        )
        self._cards.addWidget(empty)

    @Slot()
    def _on_add_file_clicked(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Add a GGUF file"),
            self.services.settings.get().last_folder,
            self.tr("Models (*.gguf)"),
        )
        if name:
            self.add(Path(name))

    @Slot()
    def _on_add_folder_clicked(self) -> None:
        name = QFileDialog.getExistingDirectory(
            self, self.tr("Add a model folder"), self.services.settings.get().last_folder
        )
        if name:
            self.add(Path(name))

    @Slot(object)
    def _on_added(self, model: Model) -> None:
        self.shell.notify(self.tr("{0} was added").replace("{0}", model.name))
        folder = str(model.path.parent)
        settings = self.services.settings
        start_task(self, lambda: settings.change(last_folder=folder), self._on_list_changed, self._on_failed)

    @Slot(str)
    def _on_forget_requested(self, model_id: str) -> None:
        model = self._shelf.catalogue.model(model_id)
        if model is None:
            return
        models, path = self.services.models, model.path
        start_task(self, lambda: models.forget(model_id), self._on_list_changed, self._on_failed)
        said = self.tr("{0} was taken off the list; its files stay").replace("{0}", model.name)
        self.shell.notify(said, self.tr("Undo"), lambda: self.add(path))

    @Slot(object)
    def _on_code_requested(self, code: OwnCode) -> None:
        card = next(card for card in self.findChildren(ModelCard) if card.model.id == code.model_id)
        popover = CodePopover(card.allow, code)
        popover.allowed.connect(self._on_code_allowed)
        popover.open()

    @Slot(object)
    def _on_code_allowed(self, code: OwnCode) -> None:
        models = self.services.models
        start_task(self, lambda: models.allow_code(code), lambda _: self._tell_allowed(code), self._on_failed)

    def _tell_allowed(self, code: OwnCode) -> None:
        self._banner.hide()
        self.shell.models_changed.emit()
        said = self.tr("{0} may run its own code now").replace("{0}", code.name)
        self.shell.notify(said, self.tr("Undo"), lambda: self._on_revoke_requested(code))

    @Slot(object)
    def _on_revoke_requested(self, code: OwnCode) -> None:
        models, folder = self.services.models, code.folder
        start_task(self, lambda: models.revoke_code(folder), self._on_list_changed, self._on_failed)

    @Slot(object)
    def _on_list_changed(self, result: object) -> None:
        self.shell.models_changed.emit()

    @Slot(str)
    def _on_chat_requested(self, model_id: str) -> None:
        self.shell.chat_requested.emit(model_id, "")

    @Slot(str)
    def _on_adapter_chat_requested(self, adapter_id: str) -> None:
        adapter = self._shelf.catalogue.adapter(adapter_id)
        for model in self._shelf.catalogue.models:
            if adapter is not None and adapter.fits(model) and not model.problem:
                self.shell.chat_requested.emit(model.id, adapter_id)
                return

    @Slot(object)
    def _on_folder_requested(self, path: Path) -> None:
        folder = path if path.is_dir() else path.parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    @Slot(object)
    def _on_failed(self, error: HoneError) -> None:
        self._banner.show_error(error)


def read_shelf(models: ModelService) -> Shelf:
    """Read models, adapters and the models' own code from the disk."""
    listed = tuple(models.models())
    found = (models.own_code(model) for model in listed if model.problem or model.runs_own_code)
    code = {each.model_id: each for each in found if each is not None}
    return Shelf(Catalogue(listed, tuple(models.adapters())), code)
