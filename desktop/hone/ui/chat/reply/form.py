"""What a reply has to match: JSON, a JSON schema, or a grammar."""

from __future__ import annotations

import json
import re
from functools import partial

import msgspec
from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QColor, QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from hone.domain.constraint import Constraint
from hone.domain.generation import Feature
from hone.domain.setup import Setup
from hone.errors import HoneError
from hone.services.constraint_check import check_grammar, read_schema
from hone.ui.chat.reply.part import SetupPart
from hone.ui.kit.buttons import LinkButton
from hone.ui.kit.card import row
from hone.ui.kit.segmented import Segmented
from hone.ui.kit.text import CaptionLabel
from hone.ui.kit.theme import Theme
from hone.ui.kit.typography import Type, font_of
from hone.ui.supervisor import start_task

FREE, JSON, SCHEMA, GRAMMAR = "free", "json", "schema", "grammar"
ANY_OBJECT = {"type": "object"}
_CHECK_AFTER_MS = 300
_LINE = re.compile(r"Line (\d+)")
_EXAMPLES = {
    SCHEMA: json.dumps(
        {
            "type": "object",
            "properties": {
                "summary": {"type": "string"},
                "mood": {"enum": ["good", "neutral", "bad"]},
            },
            "required": ["summary", "mood"],
            "additionalProperties": False,
        },
        indent=2,
    ),
    GRAMMAR: 'root ::= answer "."\nanswer ::= "Yes" | "No" | "I do not know"',
}


class Form(SetupPart):
    """An editor that says what is wrong, and in which line; what was last right holds meanwhile."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Form of the reply"),
            self.tr("Only what matches can be said: every token is chosen among those that may come."),
            parent=parent,
        )
        self._constraint = Constraint()
        self._model_name, self._features = "", frozenset(Feature)
        self._texts = {SCHEMA: "", GRAMMAR: ""}
        self._checked = 0
        self._modes = Segmented(
            self.title,
            [
                (FREE, self.tr("Free")),
                (JSON, self.tr("JSON")),
                (SCHEMA, self.tr("Schema")),
                (GRAMMAR, self.tr("Grammar")),
            ],
        )
        self._modes.chosen.connect(self._on_mode_chosen)
        self._edit = self._make_editor()
        self._problem = CaptionLabel(tone="danger")
        self._right = CaptionLabel(tone="success", wrap=False)
        self._example = LinkButton(self.tr("Begin with an example"))
        self._example.clicked.connect(self._on_example_clicked)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_CHECK_AFTER_MS)
        self._soon.timeout.connect(self._check)
        self.body.addWidget(self._modes)
        self.body.addWidget(self._edit)
        self.body.addWidget(self._problem)
        self.body.addLayout(row(self._right, self._example, None))
        Theme.current().theme_changed.connect(self._dress)
        self._dress()
        self._show_mode()

    def show_setup(self, setup: Setup) -> None:
        if setup.constraint == self._constraint:
            return
        self._constraint = setup.constraint
        self._checked += 1
        self._soon.stop()
        mode = mode_of(setup.constraint)
        if mode in self._texts:
            self._texts[mode] = _text_of(setup.constraint)
        self._modes.set_current(mode)
        self._show_mode()

    def applied(self, setup: Setup) -> Setup:
        return msgspec.structs.replace(setup, constraint=self._constraint)

    def set_features(self, features: frozenset[Feature], model_name: str) -> None:  # type: ignore[override]
        self._features, self._model_name = features, model_name
        self._show_missing()

    def flush(self) -> None:
        """What is written and not right yet holds back nothing."""
        if self._soon.isActive():
            self._soon.stop()
            self._check_here()

    def _make_editor(self) -> QPlainTextEdit:
        edit = QPlainTextEdit()
        edit.setProperty("kind", "field")
        edit.setTabChangesFocus(True)
        edit.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        edit.setMinimumHeight(180)
        edit.textChanged.connect(self._on_text_changed)
        return edit

    @Slot()
    def _dress(self) -> None:
        self._edit.setFont(font_of(Type.MONO, Theme.current().scale))

    def _show_mode(self) -> None:
        mode = self._modes.current()
        written = mode in self._texts
        self._edit.setVisible(written)
        self._problem.hide()
        self._right.hide()
        if written:
            self._edit.blockSignals(True)
            self._edit.setPlainText(self._texts[mode])
            self._edit.blockSignals(False)
            names = {SCHEMA: self.tr("JSON schema"), GRAMMAR: self.tr("Grammar in GBNF")}
            self._edit.setAccessibleName(names[mode])
        self._example.setVisible(written and not self._texts.get(mode, "").strip())
        self._mark_line(0)
        self._show_missing()

    def _show_missing(self) -> None:
        """Say when the engine cannot keep a reply to what is chosen."""
        needs = {JSON: Feature.JSON_SCHEMA, SCHEMA: Feature.JSON_SCHEMA, GRAMMAR: Feature.GRAMMAR}
        self._feature = needs.get(self._modes.current())
        super().set_features(self._features, self._model_name)

    def _show_lacking(self, lacks: bool) -> None:
        """Leave the control as it is: another form can be chosen."""

    @Slot(str)
    def _on_mode_chosen(self, mode: str) -> None:
        self._soon.stop()
        self._checked += 1
        self._show_mode()
        if mode in self._texts:
            self._take(Constraint())
            if self._texts[mode].strip():
                self._check()
        else:
            self._take(Constraint(json_schema=ANY_OBJECT) if mode == JSON else Constraint())

    @Slot()
    def _on_text_changed(self) -> None:
        self._texts[self._modes.current()] = self._edit.toPlainText()
        self._right.hide()
        self._example.setVisible(not self._edit.toPlainText().strip())
        self._soon.start()

    @Slot()
    def _on_example_clicked(self) -> None:
        self._edit.setPlainText(_EXAMPLES[self._modes.current()])
        self._edit.setFocus()

    @Slot()
    def _check(self) -> None:
        mode, text = self._modes.current(), self._edit.toPlainText()
        self._checked += 1
        if not text.strip():
            self._on_right(self._checked, Constraint())
            return
        start_task(
            self,
            lambda: read_constraint(mode, text),
            partial(self._on_right, self._checked),
            partial(self._on_wrong, self._checked),
        )

    def _check_here(self) -> None:
        """Take what is written at once, before a message is sent."""
        text = self._edit.toPlainText()
        self._checked += 1
        try:
            found = read_constraint(self._modes.current(), text) if text.strip() else Constraint()
        except HoneError as error:
            self._on_wrong(self._checked, error)
            return
        self._on_right(self._checked, found)

    def _on_right(self, number: int, constraint: Constraint) -> None:
        if number != self._checked:
            return
        self._problem.hide()
        self._mark_line(0)
        self._right.setText(self.tr("This can be used."))
        self._right.setVisible(constraint != Constraint())
        self._take(constraint)

    def _on_wrong(self, number: int, error: HoneError) -> None:
        if number != self._checked:
            return
        self._right.hide()
        self._problem.setText(f"{error.message} {error.hint}".strip())
        self._problem.show()
        found = _LINE.match(error.message)
        self._mark_line(int(found[1]) if found else 0)

    def _mark_line(self, line: int) -> None:
        """Tint a line of the editor; 0 for none."""
        selections = []
        block = self._edit.document().findBlockByNumber(line - 1)
        if line > 0 and block.isValid():
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(block)
            mark.format.setBackground(QColor(Theme.current().colours.danger_soft))
            mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
            selections.append(mark)
        self._edit.setExtraSelections(selections)

    def _take(self, constraint: Constraint) -> None:
        if constraint != self._constraint:
            self._constraint = constraint
            self._change_now()


def mode_of(constraint: Constraint) -> str:
    """Return the way in which a constraint is shown."""
    if constraint.grammar:
        return GRAMMAR
    if constraint.json_schema is None:
        return FREE
    return JSON if constraint.json_schema == ANY_OBJECT else SCHEMA


def read_constraint(mode: str, text: str) -> Constraint:
    """Return the constraint that a text writes; raises BadInput that names the line."""
    if mode == GRAMMAR:
        check_grammar(text)
        return Constraint(grammar=text)
    return Constraint(json_schema=read_schema(text))


def _text_of(constraint: Constraint) -> str:
    if constraint.grammar:
        return constraint.grammar
    return json.dumps(constraint.json_schema, indent=2, ensure_ascii=False)
