"""A row as it is learned: its tokens, and what is to be said of them, in words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from hone.domain.datasets import RenderedRow, ShownRow
from hone.domain.row_drafts import SYNTHETIC
from hone.errors import HoneError
from hone.ui.kit.buttons import LinkButton
from hone.ui.kit.card import Card, column, row
from hone.ui.kit.elided import ElidedLabel
from hone.ui.kit.flow import FlowLayout
from hone.ui.kit.legend import LegendEntry, Mark
from hone.ui.kit.message_banner import ToneIcon
from hone.ui.kit.quantities import count_text
from hone.ui.kit.segmented import Segmented
from hone.ui.kit.text import CaptionLabel, Label
from hone.ui.kit.token_view import TokenView
from hone.ui.kit.tokens import Space
from hone.ui.kit.typography import Type

_REMARKS = 0.42  # of the height, at most


@dataclass(frozen=True)
class Said:
    """Something to be said of a row; what is fine has a `short` form, with the sentence as its tooltip."""

    tone: str
    sentence: str
    short: str = ""


class Remark(QWidget):
    """One sentence with the icon of its tone."""

    def __init__(self, said: Said, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = said
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.XS if said.short else Space.S)
        label = Label(said.short or said.sentence, Type.CAPTION, wrap=not said.short)
        if said.short:
            self.setToolTip(said.sentence)
            self.setAccessibleName(said.sentence)
        else:
            label.set_selectable()
        icon_column = QVBoxLayout()
        icon_column.addWidget(ToneIcon(said.tone))
        icon_column.addStretch(1)
        layout.addLayout(icon_column)
        layout.addWidget(label, 1)


class Remarks(QWidget):
    """What is fine side by side in short, and below it what is not, in sentences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._remarks: list[Remark] = []
        self._fine = FlowLayout(gap=Space.M)
        self._lines = column(spacing=Space.XS)
        self._all = column(self, spacing=Space.XS)
        self._all.addLayout(self._fine)
        self._all.addLayout(self._lines)

    def height_at(self, width: int) -> int:
        """Return the height that everything said needs at a width."""
        return self._all.heightForWidth(width)

    @property
    def said(self) -> list[Said]:
        """What is said."""
        return [remark.said for remark in self._remarks]

    def say(self, said: list[Said]) -> None:
        """Say something else."""
        if said == self.said:
            return
        for remark in self._remarks:
            (self._fine if remark.said.short else self._lines).removeWidget(remark)
            remark.hide()
            remark.deleteLater()
        self._remarks = [Remark(each) for each in said]
        for remark in self._remarks:
            (self._fine if remark.said.short else self._lines).addWidget(remark)
            remark.show()  # what is hidden has no height, which is asked for at once


class LearnedPane(QWidget):
    """Shows one row at a time; `models_requested` when there is no model to show it with."""

    models_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rendered: tuple[RenderedRow, ...] = ()
        self._shown: ShownRow | None = None
        self._length = 0
        self.view = TokenView()
        self.view.setMinimumHeight(88)
        self.side = Segmented(
            self.tr("Reply"), [("chosen", self.tr("Chosen")), ("rejected", self.tr("Rejected"))]
        )
        self.side.chosen.connect(self._show)
        self._remarks = Remarks()
        self._room = QScrollArea()
        self._token = ElidedLabel(style=Type.CAPTION, tone="faint")
        self._none = QWidget()
        self._lay_out()
        self.view.token_pointed.connect(self._on_token_pointed)
        self.clear()

    @property
    def remarks(self) -> tuple[tuple[str, str], ...]:
        """What is said, as (tone, sentence)."""
        return tuple((each.tone, each.sentence) for each in self._remarks.said)

    def clear(self) -> None:
        """Show no row."""
        self._rendered, self._shown = (), None
        self._none.hide()
        self._show()

    def show_without_model(self) -> None:
        """Say that no model is there to read the row."""
        self._rendered = ()
        self._show()
        self._say([])
        self._none.show()

    def show_row(self, shown: ShownRow | None, rendered: tuple[RenderedRow, ...], length: int) -> None:
        """Show how a row is learned; of a preference the chosen and the rejected reply."""
        self._none.hide()
        self._shown, self._rendered, self._length = shown, rendered, length
        self._show()

    def show_error(self, error: HoneError) -> None:
        """Say why the row cannot be shown."""
        self._rendered = ()
        self._show()
        self._say([Said("danger", f"{error.message} {error.hint}".strip())])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the remarks what they need, but leave the tokens more than half of the room."""
        said = self._remarks.said
        self._room.setVisible(bool(said))
        if said:
            width = max(80, self.width() - Space.L)
            needed = self._remarks.height_at(width) + 2
            self._room.setFixedHeight(min(needed, max(40, round(self.height() * _REMARKS))))

    def _say(self, said: list[Said]) -> None:
        self._remarks.say(said)
        self._fit()

    def _lay_out(self) -> None:
        frame = Card(padding=0)
        frame.setProperty("kind", "inset")
        frame.body.addWidget(self.view)
        legend = FlowLayout(gap=Space.M)
        for entry in (
            LegendEntry(self.tr("Trained"), "accent", Mark.BLOCK),
            LegendEntry(self.tr("Read only"), "track", Mark.BLOCK),
            LegendEntry(self.tr("Special tokens are pills"), "border_strong", Mark.DOT),
        ):
            legend.addWidget(entry)
        inside = column(self._none, spacing=Space.XS)
        inside.addWidget(CaptionLabel(self.tr("No model that can be trained is there to read this row.")))
        go = LinkButton(self.tr("Choose a model"))
        go.clicked.connect(self.models_requested)
        inside.addLayout(row(go, None))
        layout = column(self, spacing=Space.S)
        layout.addWidget(self._none)
        self._room.setFrameShape(QFrame.Shape.NoFrame)
        self._room.setWidgetResizable(True)
        self._room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._room.viewport().setAutoFillBackground(False)
        self._remarks.setProperty("kind", "plain")
        self._room.setWidget(self._remarks)
        layout.addWidget(self._room)
        layout.addLayout(row(self.side, None))
        layout.addWidget(frame, 1)
        layout.addLayout(legend)
        layout.addWidget(self._token)

    @Slot()
    def _show(self) -> None:
        both = len(self._rendered) > 1
        self.side.setVisible(both)
        place = 1 if both and self.side.current() == "rejected" else 0
        rendered = self._rendered[place] if place < len(self._rendered) else None
        self.view.show_row(rendered if rendered is not None and rendered.tokens else None)
        self._token.setText("")
        said = self._about_tokens(rendered) if rendered is not None else []
        if rendered is None and self._shown is not None and self._shown.example is None:
            said.append(Said("danger", self.tr("This row is left out of training.")))
        self._say(said + self._about_row())

    def _about_tokens(self, rendered: RenderedRow) -> list[Said]:
        """Say what is trained, whether the end is, whether the beginning is the same, and what is cut."""
        if not rendered.tokens:
            return [Said("danger", rendered.problem or self.tr("This row is left out of training."))]
        said = [self._about_trained(rendered)]
        if rendered.trained_tokens and rendered.stop_token_trained:
            text = self.tr("Its end is trained: the model learns where to stop.")
            said.append(Said("success", text, self.tr("End trained")))
        elif rendered.trained_tokens:
            said.append(Said("warning", self.tr("Its end is not trained: replies may never end.")))
        if rendered.prefix_stable:
            text = self.tr("The template writes the same beginning with and without the reply.")
            said.append(Said("success", text, self.tr("Same beginning")))
        else:
            text = self.tr(
                "The template writes the beginning differently once the reply follows: what is trained is"
                " not quite what is asked later."
            )
            said.append(Said("warning", text))
        if not (rendered.problem and rendered.full_length > len(rendered.tokens)):  # it says so itself
            said.append(self._about_length(rendered))
        if rendered.problem:
            said.append(Said("warning", rendered.problem))
        return said

    def _about_trained(self, rendered: RenderedRow) -> Said:
        if not rendered.trained_tokens:
            return Said("danger", self.tr("Nothing of this row is trained, so it teaches nothing."))
        trained, tokens = count_text(rendered.trained_tokens), count_text(len(rendered.tokens))
        text = self.tr("{0} of {1} tokens are trained.").replace("{0}", trained).replace("{1}", tokens)
        short = self.tr("{0} of {1} trained").replace("{0}", trained).replace("{1}", tokens)
        return Said("success", text, short)

    def _about_length(self, rendered: RenderedRow) -> Said:
        cut = rendered.full_length - len(rendered.tokens)
        if cut > 0:
            text = self.tr("It is cut at the context length: {0} of {1} tokens are lost.")
            text = text.replace("{0}", count_text(cut)).replace("{1}", count_text(rendered.full_length))
            return Said("warning", text)
        text = self.tr("It fits into the context length of {0} tokens.")
        return Said("success", text.replace("{0}", count_text(self._length)), self.tr("Not cut"))

    def _about_row(self) -> list[Said]:
        problems = self._shown.problems if self._shown is not None else ()
        return self._about_origin() + [
            Said("danger" if each.fatal else "warning", f"{each.message} {each.hint}".strip())
            for each in problems
        ]

    def _about_origin(self) -> list[Said]:
        """Say that a model drafted the row, and which."""
        example = self._shown.example if self._shown is not None else None
        marks = example.extra.get(SYNTHETIC) if example is not None else None
        if marks is None:
            return []
        model = str(marks.get("model", "")) if isinstance(marks, dict) else ""
        text = self.tr("A model drafted this row: {0}.").replace("{0}", model or self.tr("not told which"))
        return [Said("accent", text, self.tr("Synthetic"))]

    @Slot(int)
    def _on_token_pointed(self, index: int) -> None:
        self._token.setText(self.view.describe(index))
