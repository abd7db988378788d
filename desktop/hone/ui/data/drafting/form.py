"""What is to be drafted: the way, the model, what it begins with, how much, and the words it is asked in."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from hone.domain.fields import Field, Kind
from hone.domain.row_drafts import DraftOrder
from hone.services.row_drafting.prompt_texts import PromptText
from hone.services.row_drafting.ways import find_way
from hone.services.row_drafting.ways.base import Needs
from hone.ui.data.drafting.documents import DocumentField
from hone.ui.data.drafting.instructions import Instructions
from hone.ui.data.drafting.model_field import ModelField
from hone.ui.data.drafting.seeds import SeedField
from hone.ui.data.drafting.ways import WayCards
from hone.ui.kit.card import Card, column
from hone.ui.kit.fields import FieldsForm
from hone.ui.kit.lengths import cap_width
from hone.ui.kit.scrolling import fill_scrolling_centred
from hone.ui.kit.text import BodyLabel, CaptionLabel, HeadingLabel
from hone.ui.kit.tokens import Space

WIDEST = 720
_MOST_ROWS = 10_000


class DraftFormView(QWidget):
    """`changed` when anything is filled in, `prompts_wanted` when others may be shown for it."""

    changed = Signal()
    prompts_wanted = Signal()
    choice_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order = DraftOrder(way="self_instruct", model_id="")
        self.about = Card(Space.L, Space.XS)
        self.about.body.addWidget(HeadingLabel(self.tr("Rows written by a model")))
        good = self.tr(
            "Good for more of what you have: other topics, other wordings, questions about your own texts."
        )
        bad = self.tr(
            "Not good for knowledge or skill that the drafting model lacks: it makes things up, so no row "
            "counts until you have accepted it."
        )
        self.about.body.addWidget(BodyLabel(f"{good} {bad}", "muted"))
        self.ways = WayCards()
        self.model = ModelField()
        self.seeds = SeedField()
        self.documents = DocumentField()
        self.amounts = FieldsForm(self._fields())
        self.instructions = Instructions()
        self._lay_out()
        self.ways.chosen.connect(self._on_way_chosen)
        self.model.changed.connect(self._on_model_changed)
        self.seeds.choice_requested.connect(self.choice_requested)
        self.amounts.value_changed.connect(self._on_changed)
        for part in (self.seeds, self.documents, self.instructions):
            part.changed.connect(self._on_changed)
        self._show_needs()

    def order(self) -> DraftOrder:
        """Return what is filled in."""
        model = self.model.current()
        values = self.amounts.values()
        sampling = model.sampling if model is not None else self._order.sampling
        seeds = self.seeds.numbers()
        return msgspec.structs.replace(
            self._order,
            way=self.ways.current(),
            model_id=model.id if model is not None else self._order.model_id,
            adapter_id=self.model.adapter_id(),
            rows=int(values["rows"]),
            seeds=self._order.seeds if seeds is None else seeds,
            documents=self.documents.paths(),
            texts=self.instructions.own(),
            sampling=msgspec.structs.replace(sampling, temperature=float(values["temperature"]), seed=-1),
        )

    def show_order(self, order: DraftOrder, rows: int) -> None:
        """Show what was filled in before, for a data set of so many rows."""
        self._order = order
        self.ways.set_current(order.way)
        self.seeds.set_rows(rows)
        self.seeds.set_numbers([number for number in order.seeds if number <= rows])
        self.documents.set_paths(order.documents)
        self.amounts.set_values({"rows": order.rows, "temperature": order.sampling.temperature})
        self.instructions.show_prompts((), order.texts)
        self._show_needs()

    def show_prompts(self, prompts: Sequence[PromptText]) -> None:
        """Show the prompts of the chosen way and model."""
        self.instructions.show_prompts(prompts, self.instructions.own())

    def take_way(self, key: str) -> None:
        """Choose a way, as a click on it does."""
        if key != self.ways.current():
            self.ways.set_current(key)
            self._on_way_chosen(key)

    def needs_documents(self) -> bool:
        """Whether the chosen way is about documents."""
        return find_way(self.ways.current()).needs is Needs.DOCUMENTS

    def missing(self) -> str:
        """Say what must still be given; "" when nothing is missing."""
        if self.model.current() is None:
            return self.tr("Choose a model that drafts.")
        if self.needs_documents() and not self.documents.paths():
            return self.tr("Add a document to ask about.")
        if not self.needs_documents() and self.seeds.numbers() is None:
            return self.tr("Some row numbers cannot be read.")
        return ""

    def _fields(self) -> tuple[Field, ...]:
        return (
            Field(
                name="rows",
                label=self.tr("Rows"),
                kind=Kind.INTEGER,
                default=20,
                minimum=1,
                maximum=_MOST_ROWS,
                slider_maximum=200,
                help=self.tr("How many usable rows are wanted. What is dropped does not count."),
            ),
            Field(
                name="temperature",
                label=self.tr("Temperature"),
                kind=Kind.NUMBER,
                default=0.9,
                minimum=0.0,
                maximum=2.0,
                slider_maximum=1.5,
                help=self.tr("Higher varies more and errs more. At 0 the rows soon repeat each other."),
            ),
        )

    def _lay_out(self) -> None:
        inside = QWidget()
        cap_width(inside, WIDEST)
        self._seeds_title = HeadingLabel(self.tr("Rows to begin with"))
        self._documents_title = HeadingLabel(self.tr("Documents"))
        instruction_note = CaptionLabel(
            self.tr("This is what the model is asked, word for word. What you change is kept."), "muted"
        )
        lines = column(inside, spacing=Space.S)
        lines.setContentsMargins(Space.XL, Space.L, Space.XL, Space.XL)
        for group in (
            (self.about,),
            (HeadingLabel(self.tr("Way")), self.ways),
            (HeadingLabel(self.tr("Model that drafts")), self.model),
            (self._seeds_title, self.seeds),
            (self._documents_title, self.documents),
            (HeadingLabel(self.tr("How much")), self.amounts),
            (HeadingLabel(self.tr("Instruction")), instruction_note, self.instructions),
        ):
            for widget in group:
                lines.addWidget(widget)
            lines.addSpacing(Space.M)
        lines.addStretch(1)
        fill_scrolling_centred(self, inside)

    def _show_needs(self) -> None:
        documents = self.needs_documents()
        for widget in (self._seeds_title, self.seeds):
            widget.setVisible(not documents)
        for part in (self._documents_title, self.documents):
            part.setVisible(documents)

    @Slot(str)
    def _on_way_chosen(self, _key: str) -> None:
        self._show_needs()
        self.prompts_wanted.emit()
        self.changed.emit()

    @Slot()
    def _on_model_changed(self) -> None:
        self.prompts_wanted.emit()
        self.changed.emit()

    @Slot()
    def _on_changed(self, *_: object) -> None:
        self.changed.emit()
