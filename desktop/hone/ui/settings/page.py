"""The settings page."""

from __future__ import annotations

import sys

from PySide6.QtCore import QUrl, Slot, qVersion
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hone import __version__
from hone.domain.checks import Check
from hone.errors import HoneError
from hone.ui.kit.card import Card
from hone.ui.kit.lengths import cap_width
from hone.ui.kit.message_banner import MessageBanner
from hone.ui.kit.scrolling import fill_scrolling_centred
from hone.ui.kit.text import BodyLabel, CaptionLabel, HeadingLabel, TitleLabel
from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Space
from hone.ui.page import Page, Shell
from hone.ui.settings.appearance_card import AppearanceCard
from hone.ui.settings.engine_card import EngineCard
from hone.ui.settings.sections import DoctorCard, HelpCard, PlacesCard
from hone.ui.settings.servers_card import ServersCard
from hone.ui.supervisor import Supervisor, start_task

_COLUMN = 760


class SettingsPage(Page):
    """Appearance, engine, folders, doctor, versions."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._banner = MessageBanner()
        self._appearance = AppearanceCard()
        self._appearance.theme_chosen.connect(self._on_theme_chosen)
        self._appearance.scale_chosen.connect(self._on_scale_chosen)
        self._appearance.language_chosen.connect(self._on_language_chosen)
        self._help = HelpCard()
        self._help.tour_requested.connect(self.shell.tour_requested)
        self._help.shortcuts_requested.connect(self.shell.shortcuts_requested)
        self.shell.settings_changed.connect(self._show_settings)
        self._engine = EngineCard()
        self._engine.value_changed.connect(self._on_engine_changed)
        self._servers = ServersCard(shell)
        self._places = PlacesCard(self._places_of_user())
        self._places.open_requested.connect(self._on_open_requested)
        self._doctor = DoctorCard()
        self._doctor.start_requested.connect(self._on_doctor_requested)
        self._supervisor = Supervisor(parent=self)
        self._supervisor.arrived.connect(self._on_check_made)
        self._supervisor.failed.connect(self._on_failed)
        self._supervisor.ended.connect(self._doctor.end)
        self._lay_out()

    def shown(self) -> None:
        """Show what is set now."""
        self._show_settings()
        self._servers.read()

    @Slot()
    def _show_settings(self) -> None:
        settings = self.services.settings.get()
        self._appearance.set_settings(settings)
        self._engine.set_settings(settings)

    def finish(self) -> None:
        """Wait for the doctor's thread."""
        self._supervisor.close()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("kind", "plain")
        cap_width(inside, _COLUMN)
        column = QVBoxLayout(inside)
        column.setContentsMargins(Space.XXL, Space.XL, Space.XXL, Space.XXL)
        column.setSpacing(Space.L)
        column.addWidget(TitleLabel(self.tr("Settings")))
        column.addWidget(self._banner)
        for card in (self._appearance, self._engine, self._servers, self._places, self._doctor, self._help):
            column.addWidget(card)
        column.addWidget(self._about())
        column.addStretch(1)
        fill_scrolling_centred(self, inside)

    def _about(self) -> Card:
        card = Card()
        card.body.addWidget(HeadingLabel(self.tr("About")))
        card.body.addWidget(BodyLabel(f"Hone {__version__}"))
        python = ".".join(str(part) for part in sys.version_info[:3])
        card.body.addWidget(CaptionLabel(f"Python {python} · Qt {qVersion()} · Apache 2.0"))
        said = self.tr(
            "Models, data and conversations stay on this computer. Only what you say to an endpoint that you "
            "added is sent there."
        )
        card.body.addWidget(CaptionLabel(said))
        return card

    def _places_of_user(self) -> list[tuple[str, str, str]]:
        paths = self.services.paths
        return [
            (self.tr("Models"), self.tr("Models put here are found without asking."), str(paths.models)),
            (self.tr("Runs"), self.tr("One folder per fine-tune."), str(paths.runs)),
            (self.tr("Data"), self.tr("Conversations, settings, backups."), str(paths.data)),
            (self.tr("Logs"), self.tr("What the program and its workers wrote."), str(paths.logs)),
        ]

    @Slot(str)
    def _on_theme_chosen(self, mode: str) -> None:
        Theme.current().set_mode(mode)
        self._change(theme=mode)

    @Slot(float)
    def _on_scale_chosen(self, scale: float) -> None:
        Theme.current().set_scale(scale)
        self._change(text_scale=scale)

    @Slot(str)
    def _on_language_chosen(self, language: str) -> None:
        self._change(language=language)
        self.shell.notify(self.tr("The language is taken when Hone is started again"))

    @Slot(str, object)
    def _on_engine_changed(self, name: str, value: object) -> None:
        self._change(**{name: value})

    def _change(self, **values: object) -> None:
        settings = self.services.settings
        start_task(self, lambda: settings.change(**values), self._on_changed, self._on_failed)

    @Slot(object)
    def _on_changed(self, result: object) -> None:
        self.shell.settings_changed.emit()

    @Slot(str)
    def _on_open_requested(self, path: str) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(path))

    @Slot()
    def _on_doctor_requested(self) -> None:
        if not self._supervisor.busy:
            self._doctor.begin()
            self._supervisor.run(self.services.doctor.checks)

    @Slot(object)
    def _on_check_made(self, check: Check) -> None:
        self._doctor.add_check(check)

    @Slot(object)
    def _on_failed(self, error: HoneError) -> None:
        self._banner.show_error(error)
