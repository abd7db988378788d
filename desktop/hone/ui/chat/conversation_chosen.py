"""Below the list: what can be done with several conversations. Above it: the tags that it is filtered by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from hone.domain.chat import Conversation
from hone.ui.kit.buttons import IconButton
from hone.ui.kit.icons import icon
from hone.ui.kit.text import Badge, CaptionLabel
from hone.ui.kit.tokens import Space


class ChosenBar(QWidget):
    """Shown while more than one conversation is chosen; `action_requested(key)`."""

    action_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = CaptionLabel(wrap=False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.XS, Space.S, 0)
        layout.setSpacing(2)
        layout.addWidget(self._count)
        layout.addStretch(1)
        for key, image, name in (
            ("move", "folder", self.tr("Move to a folder")),
            ("tag", "tag", self.tr("Add or remove tags")),
            ("pin", "push-pin", self.tr("Pin or unpin")),
            ("export", "export", self.tr("Export")),
            ("liked", "thumbs-up", self.tr("Add replies with a thumb up to a data set")),
            ("delete", "trash", self.tr("Delete")),
        ):
            button = IconButton(image, name, size=16)
            button.clicked.connect(partial(self.action_requested.emit, key))
            layout.addWidget(button)
        self.hide()

    def show_count(self, count: int) -> None:
        """Say how many are chosen; one or none hides the bar."""
        said = self.tr("{0} chosen").replace("{0}", str(count))
        self._count.setText(str(count))
        self._count.setToolTip(said)
        self._count.setAccessibleName(said)
        self.setVisible(count > 1)


class TagBar(QWidget):
    """The tags that conversations must have to be listed; hidden while no conversation has a tag."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: Counter[str] = Counter()
        self._chosen: frozenset[str] = frozenset()
        self._button = IconButton("tag", self.tr("Filter by tags"), size=16)
        self._button.clicked.connect(self._on_button_clicked)
        self._label = CaptionLabel(self.tr("All tags"), "faint", wrap=False)
        self._badges = QHBoxLayout()
        self._badges.setSpacing(Space.XS)
        self._clear = IconButton("x", self.tr("Show all tags"), size=14)
        self._clear.clicked.connect(self._on_clear_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.XS)
        layout.addWidget(self._button)
        layout.addWidget(self._label)
        layout.addLayout(self._badges)
        layout.addStretch(1)
        layout.addWidget(self._clear)
        self._show()

    def set_known(self, conversations: Sequence[Conversation]) -> None:
        """Offer the tags of these; a chosen tag that is gone is no longer asked for."""
        self._known = Counter(tag for each in conversations for tag in each.tags)
        self._chosen &= self._known.keys()
        self._show()

    def chosen(self) -> frozenset[str]:
        """Return the tags that must be there."""
        return self._chosen

    def known(self) -> list[str]:
        """Return all tags, the most used first."""
        return [tag for tag, _ in self._known.most_common()]

    def toggle(self, tag: str) -> None:
        """Ask for a tag, or no longer."""
        self._chosen ^= {tag}
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self.setVisible(bool(self._known))
        while (item := self._badges.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for tag in sorted(self._chosen)[:3]:
            self._badges.addWidget(Badge(tag[:16], "accent"))
        self._label.setVisible(not self._chosen)
        self._clear.setVisible(bool(self._chosen))

    @Slot()
    def _on_button_clicked(self) -> None:
        menu = QMenu(self)
        for tag, count in self._known.most_common(40):
            action = menu.addAction(icon("tag", "text_muted"), f"{tag}   {count}")
            action.setCheckable(True)
            action.setChecked(tag in self._chosen)
            action.triggered.connect(partial(self._on_tag_taken, tag))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._button.mapToGlobal(self._button.rect().bottomLeft()))

    def _on_tag_taken(self, tag: str, _checked: bool = False) -> None:
        self.toggle(tag)

    @Slot()
    def _on_clear_clicked(self) -> None:
        self._chosen = frozenset()
        self._show()
        self.changed.emit()
