"""The tabs of the open data set: each is built when it is first shown."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QStackedWidget, QTabBar, QToolButton, QWidget

from hone.ui.data.tab import DataContext, DataTab
from hone.ui.data.tabs import TABS
from hone.ui.kit.card import Line, column, row
from hone.ui.kit.icons import icon
from hone.ui.kit.lengths import follow
from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Space


class DataTabs(QWidget):
    """A bar, and the tab below it."""

    def __init__(self, context: DataContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._built: dict[str, DataTab] = {}
        self._keys = [entry.key for entry in TABS]
        self.bar = QTabBar()
        self.bar.setAccessibleName(self.tr("What to see of the data set"))
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setUsesScrollButtons(True)
        for entry in TABS:
            self.bar.addTab(entry.title())
        for button, glyph, name in zip(
            self.bar.findChildren(QToolButton),
            ("caret-left", "caret-right"),
            (self.tr("Tabs further left"), self.tr("Tabs further right")),
            strict=True,
        ):  # where the tabs have no room beside each other; Qt's own arrows are a few pixels large
            button.setArrowType(Qt.ArrowType.NoArrow)
            button.setIcon(icon(glyph, "text_muted"))
            button.setAccessibleName(name)
        self._stack = QStackedWidget()
        line = row(self.bar, None)
        line.setContentsMargins(Space.XL, 0, Space.L, 0)
        layout = column(self, spacing=0)
        layout.addLayout(line)
        layout.addWidget(Line())
        layout.addWidget(self._stack, 1)
        follow(self.bar, self._fit_scroller)
        self.bar.currentChanged.connect(self._on_current_changed)
        context.tab_requested.connect(self.open)
        context.row_requested.connect(self._on_row_requested)
        context.opened.connect(self._on_opened)

    @property
    def current_key(self) -> str:
        """The key of the tab that is shown."""
        return self._keys[self.bar.currentIndex()]

    def knows(self, key: str) -> bool:
        """Whether there is such a tab."""
        return key in self._keys

    def tab(self, key: str) -> DataTab:
        """Return a tab, built now when it was never shown."""
        if key not in self._built:
            entry = TABS[self._keys.index(key)]
            self._built[key] = entry.build(self._context)
            self._stack.addWidget(self._built[key])
        return self._built[key]

    def _fit_scroller(self, theme: Theme) -> None:
        self.bar.setStyleSheet(f"QTabBar::scroller {{ width: {theme.icon_length(26)}px; }}")
        for button in self.bar.findChildren(QToolButton):
            button.setIconSize(QSize(theme.icon_length(16), theme.icon_length(16)))
            button.setStyleSheet("padding: 2px;")

    @Slot(str)
    def open(self, key: str) -> None:
        """Bring a tab to the front; a key that is not known changes nothing."""
        if key in self._keys:
            if self.bar.currentIndex() == self._keys.index(key):
                self._show()
            self.bar.setCurrentIndex(self._keys.index(key))

    def shown(self) -> None:
        """Tell the tab in front that it is seen."""
        if self._context.data_set is not None:
            self._show()

    def flush(self) -> None:
        """Let every tab keep what is being typed."""
        for tab in self._built.values():
            tab.flush()

    def closing(self) -> None:
        """Let every tab keep what is being typed, and end what runs in it."""
        for tab in self._built.values():
            tab.flush()
            tab.closing()

    def finish(self) -> None:
        """Wait for the tabs' background threads."""
        for tab in self._built.values():
            tab.finish()

    def _show(self) -> None:
        tab = self.tab(self.current_key)
        self._stack.setCurrentWidget(tab)
        tab.shown()

    @Slot(int)
    def _on_current_changed(self, _index: int) -> None:
        for tab in self._built.values():
            tab.flush()
        if self._context.data_set is not None:
            self._show()

    @Slot()
    def _on_opened(self) -> None:
        if self._context.data_set is not None:
            self._show()

    @Slot(int)
    def _on_row_requested(self, row_number: int) -> None:
        """The rows' tab answers to the same signal, once it is built: built just now, it is told again."""
        if not self.knows("rows"):
            return
        fresh = "rows" not in self._built
        self.open("rows")
        if fresh:
            self._context.row_requested.emit(row_number)
