"""The wizard's start: what comes, and the way back into a draft."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from hone.tuning.draft import Draft
from hone.ui.kit.buttons import LinkButton, PrimaryButton, SecondaryButton
from hone.ui.kit.card import Card, column, row
from hone.ui.kit.empty_state import IconTile
from hone.ui.kit.text import BodyLabel, CaptionLabel, StrongLabel, TitleLabel
from hone.ui.kit.tokens import Space


class StartPage(QWidget):
    """`begin_requested`, `continue_requested` or `sample_requested`."""

    begin_requested = Signal()
    continue_requested = Signal()
    sample_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = Card(Space.L, Space.XS)
        self._kept_text = StrongLabel()
        self._kept_text.setWordWrap(True)
        self.go_on = PrimaryButton(self.tr("Go on"), "arrow-right")
        self.begin = PrimaryButton(self.tr("Begin"), "arrow-right")
        self.afresh = SecondaryButton(self.tr("Start afresh"))
        self.sample = LinkButton(self.tr("Try it with the sample tickets"))
        self.go_on.clicked.connect(self.continue_requested)
        self.begin.clicked.connect(self.begin_requested)
        self.afresh.clicked.connect(self.begin_requested)
        self.sample.clicked.connect(self.sample_requested)
        self._kept.body.addWidget(CaptionLabel(self.tr("Where you left off"), wrap=False))
        self._kept.body.addWidget(self._kept_text)
        inner = QWidget()
        inner.setProperty("kind", "plain")
        inner.setMaximumWidth(640)
        body = column(inner, spacing=Space.M)
        body.setContentsMargins(Space.XXL, Space.XXL, Space.XXL, Space.XL)
        body.addWidget(TitleLabel(self.tr("Fine-tune a model")))
        body.addWidget(
            BodyLabel(self.tr("Five short steps. Nothing is changed on disk before the last one."), "muted")
        )
        body.addSpacing(Space.S)
        for icon, name, text in self._points():
            body.addLayout(_point(icon, name, text))
        body.addSpacing(Space.M)
        body.addWidget(self._kept)
        body.addLayout(row(self.go_on, self.begin, self.afresh, self.sample, None))
        body.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        column(self).addWidget(area)
        self.show_draft(Draft())

    def show_draft(self, draft: Draft) -> None:
        """Offer to go on with a draft, when there is one."""
        model = draft.base.name if draft.base else self.tr("no model yet")
        data = draft.train.name if draft.train else self.tr("no data yet")
        self._kept_text.setText(f"{model}  ·  {data}")
        begun = draft.base is not None or draft.train is not None
        for widget in (self._kept, self.go_on, self.afresh):
            widget.setVisible(begun)
        self.begin.setVisible(not begun)

    def _points(self) -> list[tuple[str, str, str]]:
        return [
            ("cube", self.tr("Base model"), self.tr("the model that learns; it stays as it is")),
            (
                "file-text",
                self.tr("Data"),
                self.tr("your examples, checked row by row, shown as the model sees them"),
            ),
            ("sliders", self.tr("Method"), self.tr("settings with the evidence behind each")),
            ("gauge", self.tr("Check"), self.tr("memory and time, measured with a few real steps")),
            ("play", self.tr("Run"), self.tr("watch it learn; stop and resume whenever you like")),
        ]


def _point(icon: str, name: str, text: str) -> QHBoxLayout:
    words = column(spacing=0)
    words.addWidget(StrongLabel(name))
    words.addWidget(CaptionLabel(text))
    line = row(IconTile(icon, 36), spacing=Space.M)
    line.addLayout(words, 1)
    return line
