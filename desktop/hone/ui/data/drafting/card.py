"""One drafted row: what it says, what is known about it, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from hone.domain.row_drafts import DraftRow, DraftState
from hone.ui.data.drafting.words import figures_of, origin_of
from hone.ui.kit.buttons import Button, GhostButton, PrimaryButton, SecondaryButton
from hone.ui.kit.card import Card, column, row
from hone.ui.kit.flow import FlowLayout
from hone.ui.kit.text import Badge, BodyLabel, CaptionLabel, OverlineLabel
from hone.ui.kit.text_area import TextArea
from hone.ui.kit.tokens import Space

_LONGEST = 6000  # characters that are shown of a text; all of it is there when it is edited


class DraftCard(Card):
    """Shows a draft; Accept, Edit and Reject are requests, and so is what was written in its place."""

    accept_requested = Signal()
    reject_requested = Signal()
    back_requested = Signal()
    edited = Signal(str, str)
    focus_taken = Signal()
    editor_opened = Signal()

    def __init__(self, draft: DraftRow, added: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(Space.L, Space.S, parent)
        self.draft = draft
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Drafted row: {0}").replace("{0}", draft.prompt[:200]))
        self.setAccessibleDescription(draft.reply[:1000])
        self._texts = QWidget()
        self._editor: _Editor | None = None
        self._passage = _passage(self.tr("Passage"), draft.facts.passage)
        self._passage.hide()
        self._fill_texts(added)
        self._facts = CaptionLabel(" · ".join(figures_of(draft)), "muted")
        self._origin = CaptionLabel(origin_of(draft), "faint")
        self._actions = QWidget()
        self._fill_actions()
        self.body.addWidget(self._texts)
        self.body.addWidget(self._passage)
        if self._facts.text():
            self.body.addWidget(self._facts)
        self.body.addWidget(self._origin)
        self.body.addWidget(self._actions)

    @property
    def editing(self) -> bool:
        """Whether the row is being written anew."""
        return self._editor is not None

    def edit(self) -> None:
        """Show fields in the place of the texts."""
        if self._editor is not None:
            return
        self._editor = _Editor(self.draft)
        self._editor.saved.connect(self._on_saved)
        self._editor.given_up.connect(self.leave_editor)
        self._texts.hide()
        self._actions.hide()
        self.body.insertWidget(0, self._editor)
        self._editor.focus_reply()
        self.editor_opened.emit()

    @Slot()
    def leave_editor(self) -> None:
        """Show the texts again, as they were."""
        if self._editor is not None:
            self._editor.hide()
            self._editor.deleteLater()
            self._editor = None
            self._texts.show()
            self._actions.show()
            self.setFocus()

    def toggle_passage(self) -> None:
        """Show or hide the passage that was asked about."""
        if self.draft.facts.passage:
            self._passage.setVisible(self._passage.isHidden())

    def set_current(self, current: bool) -> None:
        """Show whether keys act on this draft."""
        state = "current" if current else ""
        if self.property("state") != state:
            self.setProperty("state", state)
            self.style().unpolish(self)
            self.style().polish(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_taken.emit()

    def _fill_texts(self, added: bool) -> None:
        inside = column(self._texts, spacing=Space.XS)
        badges = [Badge(self.tr("synthetic"), "accent")]
        if self.draft.state is DraftState.EDITED:
            badges.append(Badge(self.tr("edited")))
        if added:
            badges.append(Badge(self.tr("in the data set"), "success"))
        inside.addLayout(row(OverlineLabel(self.tr("Prompt")), None, *badges, spacing=Space.XS))
        turns = self.draft.turns
        if turns and turns[0].role == "system":
            inside.addWidget(CaptionLabel(_shortened(turns[0].content), "faint"))
        inside.addWidget(_said(self.draft.prompt))
        inside.addSpacing(Space.XS)
        inside.addWidget(OverlineLabel(self.tr("Reply")))
        inside.addWidget(_said(self.draft.reply))

    def _fill_actions(self) -> None:
        line = FlowLayout(self._actions, Space.S)
        pending = self.draft.state is DraftState.PENDING
        buttons: list[Button] = []
        if pending:
            accept = SecondaryButton(self.tr("Accept"), "check")
            accept.clicked.connect(self.accept_requested)
            reject = GhostButton(self.tr("Reject"), "x")
            reject.clicked.connect(self.reject_requested)
            edit = GhostButton(self.tr("Edit"), "pencil-simple")
            edit.clicked.connect(self.edit)
            buttons = [accept, edit, reject]
        else:
            back = GhostButton(self.tr("Decide again"), "arrow-u-up-left")
            back.clicked.connect(self.back_requested)
            buttons = [back]
        if self.draft.facts.passage:
            passage = GhostButton(self.tr("Passage"), "quotes")
            passage.clicked.connect(self.toggle_passage)
            buttons.append(passage)
        for button in buttons:
            line.addWidget(button)

    @Slot(str, str)
    def _on_saved(self, prompt: str, reply: str) -> None:
        self.edited.emit(prompt, reply)


class _Editor(QWidget):
    """Two fields; `saved(prompt, reply)` with both filled in."""

    saved = Signal(str, str)
    given_up = Signal()

    def __init__(self, draft: DraftRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prompt = TextArea(self.tr("Prompt"), least=1, most=10)
        self._reply = TextArea(self.tr("Reply"), least=2, most=16)
        self._prompt.set_text(draft.prompt)
        self._reply.set_text(draft.reply)
        self._save = PrimaryButton(self.tr("Accept as edited"), "check")
        cancel = GhostButton(self.tr("Cancel"))
        self._save.clicked.connect(self._on_save_clicked)
        cancel.clicked.connect(self.given_up)
        for edit in (self._prompt, self._reply):
            edit.edited.connect(self._on_edited)
        inside = column(self, spacing=Space.XS)
        inside.addWidget(OverlineLabel(self.tr("Prompt")))
        inside.addWidget(self._prompt)
        inside.addWidget(OverlineLabel(self.tr("Reply")))
        inside.addWidget(self._reply)
        buttons = QWidget()
        line = FlowLayout(buttons, Space.S)
        line.addWidget(self._save)
        line.addWidget(cancel)
        inside.addWidget(buttons)
        self.setMinimumHeight(self._prompt.height())

    def focus_reply(self) -> None:
        """Put the cursor at the end of the reply, which is what is mended most."""
        self._reply.setFocus()
        self._reply.moveCursor(QTextCursor.MoveOperation.End)

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the editor from the shortcuts of the page."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if event.key() == Qt.Key.Key_Escape or (
                enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier
            ):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            return
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._on_save_clicked()
            return
        super().keyPressEvent(event)

    @Slot()
    def _on_edited(self) -> None:
        self._save.setEnabled(bool(self._prompt.text().strip() and self._reply.text().strip()))

    @Slot()
    def _on_save_clicked(self) -> None:
        if self._save.isEnabled():
            self.saved.emit(self._prompt.text(), self._reply.text())


def _passage(title: str, text: str) -> Card:
    card = Card(Space.M, Space.XS)
    card.setProperty("kind", "inset")
    card.body.addWidget(OverlineLabel(title))
    label = BodyLabel(_shortened(text), "muted")
    label.set_selectable()
    label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    card.body.addWidget(label)
    return card


def _said(text: str) -> BodyLabel:
    label = BodyLabel(_shortened(text))
    label.set_selectable()
    label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return label


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"
