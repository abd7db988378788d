"""Choose or name a data set for a reply, or for all replies with a thumb up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit

from hone.domain.chat import Message
from hone.domain.comparing import Pick
from hone.domain.feedback import Added, MadeDataset, RowKind
from hone.errors import HoneError
from hone.ui.chat.panel import ChatContext
from hone.ui.kit.buttons import GhostButton, PrimaryButton
from hone.ui.kit.card import row
from hone.ui.kit.segmented import Segmented
from hone.ui.kit.sheet import Sheet
from hone.ui.kit.text import BodyLabel, CaptionLabel, HeadingLabel
from hone.ui.supervisor import start_task

_FIRST_NAME = "My replies"
_FIRST_PREFERENCES = "My preferences"
_REPLY, _CORRECTION, _PICK = "reply", "correction", "pick"


def add_liked(context: ChatContext, identities: Sequence[str]) -> None:
    """Ask for a data set, and add all replies with a thumb up of these conversations."""
    sheet = DatasetSheet(context, None, identities)
    sheet.open()


class DatasetSheet(Sheet):
    """For `message`, preferred to others by `picks`, or for the liked replies of `conversations`."""

    def __init__(
        self,
        context: ChatContext,
        message: Message | None,
        conversations: Sequence[str] = (),
        picks: Sequence[Pick] = (),
    ) -> None:
        super().__init__(context.dialogue.window(), 460)
        self._context, self._message, self._conversations = context, message, list(conversations)
        self._picks = list(picks)
        self._feedback = context.services.feedback
        self._found: list[MadeDataset] = []
        self._name = QComboBox()
        line = QLineEdit()
        line.returnPressed.connect(self._on_entered)
        self._name.setLineEdit(line)
        self._name.setAccessibleName(self.tr("Data set"))
        self._name.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._name.currentTextChanged.connect(self._show_rows)
        self._rows = CaptionLabel(tone="muted")
        self._about = BodyLabel(tone="muted")
        self._add = PrimaryButton(self.tr("Add"))
        self._add.clicked.connect(self._on_add_clicked)
        cancel = GhostButton(self.tr("Cancel"))
        cancel.clicked.connect(self.close_sheet)
        self.body.addWidget(HeadingLabel(self.tr("Add to data set")))
        self.body.addWidget(self._about)
        self._kind = self._make_kinds()
        self.body.addWidget(self._kind)
        self.body.addWidget(self._name)
        self.body.addWidget(self._rows)
        self.body.addLayout(row(None, cancel, self._add))
        self.closed.connect(self.deleteLater)
        start_task(self, self._feedback.datasets, self._on_read, self._on_failed)

    def open(self) -> None:
        """Show the sheet with the cursor in the name."""
        super().open()
        self._name.setFocus()

    def _make_kinds(self) -> Segmented:
        """Offer what can be made of the reply: a preference needs a correction, or a pick."""
        options = [(_REPLY, self.tr("Good reply"))]
        if self._message is not None and self._message.correction:
            options.append((_CORRECTION, self.tr("Over original")))
        if self._picks:
            options.append((_PICK, self.tr("Over versions")))
        kinds = Segmented(self.tr("Kind of row"), options)
        kinds.chosen.connect(self._on_kind_chosen)
        if len(options) == 1:
            kinds.hide()
        return kinds

    def _chosen_kind(self) -> RowKind:
        return RowKind.INSTRUCTION if self._kind.current() in ("", _REPLY) else RowKind.PREFERENCE

    @Slot(object)
    def _on_read(self, found: list[MadeDataset]) -> None:
        self._found = found
        self._fill()

    @Slot(str)
    def _on_kind_chosen(self, _key: str) -> None:
        self._fill()

    def _fill(self) -> None:
        kind = self._chosen_kind()
        names = [each.name for each in self._found if each.kind in (kind, None)]
        last = self._context.services.settings.get().last_dataset
        names.sort(key=lambda name: name != last)
        first = _FIRST_NAME if kind is RowKind.INSTRUCTION else _FIRST_PREFERENCES
        self._name.clear()
        self._name.addItems(names or [first])
        self._about.setText(self._words(kind))
        self._show_rows()
        self.refit()

    def _words(self, kind: RowKind) -> str:
        if self._message is None:
            return self.tr("Every reply with a thumb up becomes a row, with what it answers.")
        if self._kind.current() == _PICK:
            return self.tr(
                "This reply becomes the better one, the versions it was preferred to the worse ones."
            )
        if kind is RowKind.PREFERENCE:
            return self.tr("The correction becomes the better reply, the original the worse one.")
        if self._message.correction:
            return self.tr("The row says the correction in the place of the reply.")
        return self.tr("The conversation up to this reply becomes a row, with where it came from.")

    @Slot()
    def _show_rows(self) -> None:
        name = self._name.currentText().strip()
        known = next((each for each in self._found if each.name == name), None)
        count = self.tr("{0} rows so far").replace("{0}", str(known.rows)) if known else ""
        self._rows.setText(count or self.tr("A new data set"))
        self._add.setEnabled(bool(name))

    @Slot()
    def _on_entered(self) -> None:
        if self._add.isEnabled():
            self._on_add_clicked()

    @Slot()
    def _on_add_clicked(self) -> None:
        name, message = self._name.currentText(), self._message
        feedback, conversations = self._feedback, self._conversations
        add: Callable[[], Added]
        if message is None:
            add = partial(feedback.add_liked, conversations, name)
        elif self._kind.current() == _PICK:
            add = partial(feedback.add_picks, message.conversation_id, self._picks, name)
        elif self._kind.current() == _CORRECTION:
            add = partial(feedback.add_corrections, message.conversation_id, [message.id], name)
        else:
            add = partial(feedback.add_replies, message.conversation_id, [message.id], name)
        context = self._context
        start_task(context, add, partial(_added, context), context.dialogue.show_error)
        self.close_sheet()

    @Slot(object)
    def _on_failed(self, error: HoneError) -> None:
        self.close_sheet()
        self._context.dialogue.show_error(error)


def ask_for_reply(context: ChatContext, message: Message) -> None:
    """Read which versions a reply was preferred to, then ask for a data set."""
    session, feedback = context.session, context.services.feedback
    tree = session.tree() if session is not None else ()
    versions = [other.id for other in tree if other.parent_id == message.parent_id]

    def read(picks: list[Pick]) -> None:
        own = [pick for pick in picks if pick.chosen_id == message.id]
        DatasetSheet(context, message, picks=own).open()

    start_task(context, lambda: feedback.picks_of(versions), read, context.dialogue.show_error)


def _added(context: ChatContext, added: Added) -> None:
    """Say what was added, and offer to undo it."""
    feedback, settings = context.services.feedback, context.services.settings
    name = added.dataset.name
    start_task(context, lambda: settings.change(last_dataset=name), None, context.dialogue.show_error)
    if not added.rows:
        context.shell.notify(
            QCoreApplication.translate("FeedbackDatasets", "Already in {0}").replace("{0}", name)
        )
        return
    said = QCoreApplication.translate("FeedbackDatasets", "Added to {0}, rows now: {1}").replace("{0}", name)
    said = said.replace("{1}", str(added.dataset.rows))
    if added.left_out:
        left = QCoreApplication.translate("FeedbackDatasets", "{0} could not be taken").replace(
            "{0}", str(len(added.left_out))
        )
        said = f"{said} · {left}"

    def undo() -> None:
        start_task(context, lambda: feedback.undo(added), None, context.dialogue.show_error)

    def show() -> None:
        path, shell = added.dataset.path, context.shell
        start_task(
            context,
            lambda: context.services.data_sets.add(path),
            lambda data_set: shell.data_requested.emit(data_set.id, "rows"),
            context.dialogue.show_error,
        )

    undo_text = QCoreApplication.translate("FeedbackDatasets", "Undo")
    open_text = QCoreApplication.translate("FeedbackDatasets", "Open in Data")
    context.shell.notify(said, undo_text, undo, open_text, show)
