"""The tabs of a data set, in their order: one line each."""

from __future__ import annotations

import importlib
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from hone.ui.data.tab import DataContext, DataTab


@dataclass(frozen=True)
class TabEntry:
    """A tab: its key, label, and the module and class it is imported from when first shown."""

    key: str
    label: object  # a str; Qt's stubs do not say what QT_TRANSLATE_NOOP returns
    module: str
    name: str

    def title(self) -> str:
        """Return the label in the user's language."""
        return QCoreApplication.translate("DataTabs", str(self.label))

    def build(self, context: DataContext) -> DataTab:
        """Import and build the tab."""
        tab: DataTab = getattr(importlib.import_module(self.module), self.name)(context)
        return tab


TABS: tuple[TabEntry, ...] = (
    TabEntry("overview", QT_TRANSLATE_NOOP("DataTabs", "Overview"), "hone.ui.data.overview", "OverviewTab"),
    TabEntry("rows", QT_TRANSLATE_NOOP("DataTabs", "Rows"), "hone.ui.data.rows.tab", "RowsTab"),
    TabEntry("problems", QT_TRANSLATE_NOOP("DataTabs", "Problems"), "hone.ui.data.problems", "ProblemsTab"),
    TabEntry("draft", QT_TRANSLATE_NOOP("DataTabs", "Draft rows"), "hone.ui.data.drafting.tab", "DraftTab"),
    TabEntry("columns", QT_TRANSLATE_NOOP("DataTabs", "Columns"), "hone.ui.data.mapping.tab", "ColumnsTab"),
    TabEntry("versions", QT_TRANSLATE_NOOP("DataTabs", "Versions"), "hone.ui.data.versions", "VersionsTab"),
)
