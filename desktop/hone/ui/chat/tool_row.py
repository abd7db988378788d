"""One tool in the panel: what it does, whether the model may call it, and whether it asks first."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from hone.domain.setup import Setup
from hone.domain.tools import Tool, ToolGroup, has_changed, is_allowed
from hone.ui.chat.tool_calls import spoken_name
from hone.ui.kit.buttons import LinkButton
from hone.ui.kit.card import column, row
from hone.ui.kit.segmented import Segmented
from hone.ui.kit.switch import Switch
from hone.ui.kit.text import CaptionLabel, StrongLabel
from hone.ui.kit.tokens import Space

_FIRST_CHARACTERS = 180


class ToolRow(QWidget):
    """`switched(Tool, bool)` and `permitted(Tool, bool)` when a person changes it."""

    switched = Signal(object, bool)
    permitted = Signal(object, bool)

    def __init__(self, tool: Tool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tool = tool
        self._showing = False
        title = title_of(self, tool)
        self._title = StrongLabel(title)
        self._title.setWordWrap(True)
        self.switch = Switch(self.tr("The model may use {0}").replace("{0}", title))
        self.switch.toggled.connect(self._on_toggled)
        self.permission = Segmented(
            self.tr("Calls of {0}").replace("{0}", title),
            [("ask", self.tr("Asks first")), ("allow", self.tr("Allowed here"))],
        )
        self.permission.chosen.connect(self._on_permission_chosen)
        self._words = CaptionLabel()
        self.more = LinkButton(self.tr("Show all of it"))
        self.more.clicked.connect(self._on_more_clicked)
        self._changed = CaptionLabel(
            self.tr("It describes itself in other words than when you switched it on. Read them first."),
            "warning",
        )
        layout = column(self, spacing=Space.XS)
        line = row(self._title, self.switch)
        line.setStretch(0, 1)
        for widget in (self._words, self._changed):
            widget.hide()
        layout.addLayout(line)
        layout.addWidget(self._words)
        layout.addLayout(row(self.more, None))
        layout.addWidget(self._changed)
        layout.addWidget(self.permission)
        self._show_words(whole=False)

    def show_setup(self, setup: Setup, available: bool = True) -> None:
        """Show how the tool stands in a conversation; one that is not `available` cannot be switched."""
        on = self.tool.key in setup.tools
        self._showing = True
        self.switch.setChecked(on and available)
        self._showing = False
        self.switch.setEnabled(available)
        self.permission.setVisible(on and available)
        self.permission.set_current("allow" if is_allowed(setup, self.tool) else "ask")
        self._changed.setVisible(available and has_changed(setup, self.tool))

    def _show_words(self, whole: bool) -> None:
        words = description_of(self, self.tool)
        shown = (
            words if whole or len(words) <= _FIRST_CHARACTERS else words[:_FIRST_CHARACTERS].rstrip() + "…"
        )
        self._words.setText(shown)
        self._words.setVisible(bool(shown))
        self.more.setVisible(shown != words)

    @Slot(bool)
    def _on_toggled(self, on: bool) -> None:
        if not self._showing:
            self.switched.emit(self.tool, on)

    @Slot(str)
    def _on_permission_chosen(self, key: str) -> None:
        self.permitted.emit(self.tool, key == "allow")

    @Slot()
    def _on_more_clicked(self) -> None:
        self._show_words(whole=True)


def title_of(place: QObject, tool: Tool) -> str:
    """Return a tool's title in the user's language; a server's title is its own words."""
    return tool.title if tool.group is ToolGroup.SERVER else spoken_name(tool.name) or tool.title


def description_of(place: QObject, tool: Tool) -> str:
    """Return what a tool does in the user's language; a server's description is its own words."""
    known = {
        "calculator": QCoreApplication.translate("ToolRow", "Works out arithmetic exactly."),
        "current_time": QCoreApplication.translate(
            "ToolRow", "Tells the present date and time, here or in a time zone."
        ),
        "time_between": QCoreApplication.translate(
            "ToolRow", "Counts the days, weekdays and months between two dates."
        ),
        "list_files": QCoreApplication.translate("ToolRow", "Sees names, sizes and dates."),
        "read_file": QCoreApplication.translate("ToolRow", "Reads text files up to 20 MB."),
        "search_files": QCoreApplication.translate("ToolRow", "Finds lines that hold a text."),
    }
    return tool.description if tool.group is ToolGroup.SERVER else known.get(tool.name, tool.description)
