"""Where things are: panels beside the conversation, pages of the window, the palette."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QToolButton, QWidget

from hone.ui.chat.panels import PANELS
from hone.ui.pages import PAGES
from hone.ui.tour.step import Step


class WelcomeStep(Step):
    """What the tour is."""

    def title(self) -> str:
        return self.tr("Two minutes with a model")

    def text(self) -> str:
        return self.tr(
            "Talk to a model, see what it gets and how sure it was, and find where a better prompt or a "
            "fine-tune begins. Each step waits for you, or is done by “Show me”."
        )

    def button(self) -> str:
        return self.tr("Begin")


class PanelStep(Step):
    """One of the panels beside the conversation."""

    key = ""

    @classmethod
    def exists(cls) -> bool:
        return any(entry.key == cls.key for entry in PANELS)

    def waiting(self) -> str:
        title = next(entry.title() for entry in PANELS if entry.key == self.key)
        return self.tr("Open the panel and choose “{0}”.").replace("{0}", title)

    def target(self) -> QWidget | None:
        """Light the button that opens the panels, then the tab."""
        side = self.stage.chat.side
        if not side.isVisible():
            return self.stage.chat.header.inspector_button
        title = next(entry.title() for entry in PANELS if entry.key == self.key)
        tabs = [tab for tab in side.findChildren(QToolButton) if tab.accessibleName() == title]
        return tabs[0] if tabs else side

    def begin(self) -> None:
        self.stage.window.open_page("chat")
        self.stage.chat.header.inspector_toggled.connect(self._on_toggled)
        self.stage.chat.side.opened.connect(self._on_opened)

    def show_me(self) -> None:
        self.stage.chat.open_panel(self.key)

    def seen_target(self) -> QWidget | None:
        return self.stage.chat.side

    @Slot(bool)
    def _on_toggled(self, shown: bool) -> None:
        self.moved.emit()

    @Slot(str)
    def _on_opened(self, key: str) -> None:
        if key == self.key:
            self.done.emit()


class ExactStep(PanelStep):
    """The exact view."""

    key = "exact"

    def title(self) -> str:
        return self.tr("See what the model really gets")

    def text(self) -> str:
        return self.tr(
            "A model reads one long text: system prompt, examples and every turn, with marks that you never "
            "typed. The exact view shows it token by token, and how much of the model's window it takes."
        )

    def seen(self) -> str:
        return self.tr("The colours tell where each part comes from. Choose any part to see its tokens.")


class TokensStep(PanelStep):
    """The token view."""

    key = "tokens"

    def title(self) -> str:
        return self.tr("See how sure it was")

    def text(self) -> str:
        return self.tr(
            "Each token of a reply was one of several that could have come. The token view tells their "
            "probabilities, and any of them can be chosen to go on from there."
        )

    def seen(self) -> str:
        return self.tr("Strong colours mark the tokens that surprised the model. Point at one of them.")


class PageStep(Step):
    """One of the pages of the window."""

    key = ""

    @classmethod
    def exists(cls) -> bool:
        return any(entry.key == cls.key for entry in PAGES)

    def target(self) -> QWidget | None:
        return self.stage.rail_button(self.key)

    def begin(self) -> None:
        self.stage.window.page_opened.connect(self._on_page_opened)

    def show_me(self) -> None:
        self.stage.window.open_page(self.key)

    @Slot(str)
    def _on_page_opened(self, key: str) -> None:
        if key == self.key:
            self.done.emit()


class PromptsStep(PageStep):
    """The library of prompts."""

    key = "prompts"

    def title(self) -> str:
        return self.tr("Keep what works")

    def text(self) -> str:
        return self.tr(
            "Prompts are kept with their versions, examples and variables. Some to begin with are there: "
            "few-shot, chain of thought, extraction to JSON and more."
        )

    def waiting(self) -> str:
        return self.tr("Open the page of prompts.")


class TuneStep(PageStep):
    """Where fine-tuning begins."""

    key = "tune"

    def title(self) -> str:
        return self.tr("When prompting is not enough")

    def text(self) -> str:
        return self.tr(
            "Here a model is fine-tuned with your examples: what it needs, how long it takes and whether it "
            "became better is measured and said. The sample tickets train the demo model in a few minutes."
        )

    def waiting(self) -> str:
        return self.tr("Open the page of fine-tuning.")


class EndStep(Step):
    """What to keep in mind."""

    def title(self) -> str:
        return self.tr("That is the way round")

    def text(self) -> str:
        keys = self.stage.shell.commands.keys_of
        said = self.tr(
            "{0} finds every command, conversation and model by a few letters. {1} lists the shortcuts, "
            "which you can change. A model of your own is added on the Models page. The tour can be taken "
            "again from the settings."
        )
        return said.replace("{0}", keys("window.palette")).replace("{1}", keys("window.shortcuts"))

    def button(self) -> str:
        return self.tr("Finish")
