"""Makes a data set of rows of several, each with its weight."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QLineEdit, QScrollArea, QSizePolicy, QSlider, QWidget

from hone.data.mixing import fit_together
from hone.domain.data_changes import Mix, MixPart
from hone.domain.dataset_library import DataSet
from hone.errors import HoneError
from hone.ui.data.sheet_parts import MOST, add_line, number_box
from hone.ui.data.tab import DataContext
from hone.ui.data.words import rows_text, version_rows_text
from hone.ui.kit.buttons import GhostButton, PrimaryButton
from hone.ui.kit.card import column, row
from hone.ui.kit.elided import ElidedLabel
from hone.ui.kit.lengths import fix_height, fix_width
from hone.ui.kit.quantities import count_text, share_text
from hone.ui.kit.sheet import Sheet
from hone.ui.kit.text import BodyLabel, CaptionLabel, HeadingLabel
from hone.ui.kit.theme import Theme
from hone.ui.kit.tokens import Space
from hone.ui.supervisor import start_task
from hone.ui.tune.part_colours import part_colour

_LIST_SHARE = 0.3  # of the window's height


class SharesBar(QWidget):
    """A bar divided into shares."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares: list[float] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Shares of the mix"))
        fix_height(self, 12)

    def sizeHint(self) -> QSize:
        return QSize(200, 12)

    def show_shares(self, shares: Sequence[tuple[str, float]]) -> None:
        """Show names with their shares; their order gives the colours."""
        self._shares = [share for _, share in shares]
        said = ", ".join(f"{name}: {share_text(share)}" for name, share in shares if share)
        self.setAccessibleDescription(said)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        outline = QPainterPath()
        outline.addRoundedRect(whole, whole.height() / 2, whole.height() / 2)
        painter.fillPath(outline, Theme.current().colour("track"))
        painter.setClipPath(outline)
        left = 0.0
        for place, share in enumerate(self._shares):
            width = whole.width() * share
            painter.fillRect(QRectF(left, 0, max(0.0, width - 1), whole.height()), part_colour(place))
            left += width
        painter.end()


class MixLine(QWidget):
    """One data set: whether it is in the mix, its weight, and the share that it gets."""

    changed = Signal()

    def __init__(self, data_set: DataSet, taken: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.data_set = data_set
        self.taken = QCheckBox()
        self.taken.setChecked(taken)
        self.taken.setAccessibleName(self.tr("Take {0} into the mix").replace("{0}", data_set.name))
        self._name = ElidedLabel(data_set.name)
        self._rows = CaptionLabel(version_rows_text(data_set.version), "faint", wrap=False)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(1, 100)
        self.slider.setValue(10)
        self.slider.setAccessibleName(self.tr("Weight of {0}").replace("{0}", data_set.name))
        fix_width(self.slider, 120)
        self.weight = number_box(self.tr("Weight of {0}").replace("{0}", data_set.name), 1, 1000, 10, 64)
        self._share = CaptionLabel(wrap=False)
        self._share.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        fix_width(self._share, 44)
        line = row(self.taken, self._name, self._rows, self.slider, self.weight, self._share)
        line.setStretch(1, 1)
        column(self).addLayout(line)
        self.taken.toggled.connect(self._on_changed)
        self.slider.valueChanged.connect(self.weight.setValue)
        self.weight.valueChanged.connect(self._on_weight_changed)

    def show_share(self, share: float) -> None:
        """Show the share of the mix that comes from here."""
        taken = self.taken.isChecked()
        self._share.setText(share_text(share) if taken else "")
        for widget in (self.slider, self.weight, self._name):
            widget.setEnabled(taken)

    @Slot(int)
    def _on_weight_changed(self, weight: int) -> None:
        self.slider.blockSignals(True)
        self.slider.setValue(weight)
        self.slider.blockSignals(False)
        self.changed.emit()

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit()


class MixSheet(Sheet):
    """Lists the library; at least two data sets make a mix."""

    def __init__(self, context: DataContext, window: QWidget) -> None:
        super().__init__(window, 640)
        self._context = context
        self._lines: list[MixLine] = []
        self.name = QLineEdit(self.tr("Mix"))
        self.name.setAccessibleName(self.tr("Name of the mix"))
        fix_width(self.name, 260)
        self.rows = number_box(self.tr("Rows of the mix"), 0, MOST, 0, 170, self.tr("until one is used up"))
        self.seed = number_box(self.tr("Seed"), 0, MOST, 0)
        self.bar = SharesBar()
        self._said = BodyLabel(tone="muted")
        self.make = PrimaryButton(self.tr("Make the mix"), "shuffle")
        self._lay_out()
        self.rows.valueChanged.connect(self._show)
        self.name.textChanged.connect(self._show)
        self.make.clicked.connect(self._on_make_clicked)
        self.closed.connect(self.deleteLater)
        start_task(self, context.services.data_sets.all, self._on_listed, self._on_failed)
        self._show()

    @property
    def lines(self) -> tuple[MixLine, ...]:
        """The data sets as shown."""
        return tuple(self._lines)

    @property
    def mix(self) -> Mix:
        """What is asked for."""
        sources = tuple(
            MixPart(
                path=line.data_set.version.path,
                reading=line.data_set.version.reading,
                weight=float(line.weight.value()),
                name=line.data_set.name,
            )
            for line in self._taken()
        )
        return Mix(sources=sources, rows=self.rows.value(), seed=self.seed.value())

    @property
    def sentence(self) -> str:
        """What is said of the mix."""
        return self._said.text()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("kind", "plain")
        inside.setSizePolicy(
            QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum
        )  # scrolls, not squeezes
        self._column = column(inside, spacing=Space.XS)
        self._column.setContentsMargins(0, 0, Space.S, 0)
        area = self._area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.viewport().setAutoFillBackground(False)
        area.setSizeAdjustPolicy(QScrollArea.SizeAdjustPolicy.AdjustToContents)
        leave = GhostButton(self.tr("Cancel"))
        leave.clicked.connect(self.close_sheet)
        about = self.tr("Rows are drawn by weight and shuffled; no row is taken twice.")
        self.body.addWidget(HeadingLabel(self.tr("Mix data sets")))
        self.body.addWidget(BodyLabel(about, "muted"))
        self.body.addWidget(area, 1)
        self.body.addWidget(self.bar)
        self.body.addWidget(self._said)
        add_line(self.body, self.tr("Name"), self.name)
        add_line(self.body, self.tr("Rows"), self.rows)
        add_line(self.body, self.tr("Seed"), self.seed)
        self.body.addLayout(row(None, leave, self.make))

    def _on_listed(self, data_sets: list[DataSet]) -> None:
        opened = self._context.data_set.id if self._context.data_set is not None else ""
        usable = [
            each
            for each in data_sets
            if each.versions and each.version.counted and each.version.reading.format
        ]
        usable.sort(key=lambda each: each.id != opened)
        for data_set in usable:
            line = MixLine(data_set, data_set.id == opened)
            line.changed.connect(self._show)
            self._lines.append(line)
            self._column.addWidget(line)
            line.show()  # what is hidden has no height, which is asked for at once
        self._column.addStretch(1)
        self._column.activate()
        theme = Theme.current()
        most = round(_LIST_SHARE * self.window().height() / max(1.0, theme.scale))
        self._area.setMinimumHeight(min(self._column.sizeHint().height(), most))
        self._show()

    def _on_failed(self, error: HoneError) -> None:
        self.close_sheet()
        self._context.shell.tell_error(error)

    def _taken(self) -> list[MixLine]:
        return [line for line in self._lines if line.taken.isChecked()]

    @Slot()
    def _show(self) -> None:
        taken = self._taken()
        total = sum(line.weight.value() for line in taken) or 1
        shares = {line: line.weight.value() / total for line in taken}
        for line in self._lines:
            line.show_share(shares.get(line, 0.0))
        self.bar.show_shares([(line.data_set.name, share) for line, share in shares.items()])
        fits = fit_together([line.data_set.version.reading.format for line in taken])
        self.make.setEnabled(len(taken) > 1 and fits and bool(self.name.text().strip()))
        self._said.setText(self._sentence(shares))
        self.refit()

    def _sentence(self, shares: dict[MixLine, float]) -> str:
        if len(shares) < 2:
            return self.tr("Choose at least two data sets.")
        if not fit_together([line.data_set.version.reading.format for line in shares]):
            return self.tr("Only data sets of one kind mix: conversations, texts, or comparisons of replies.")
        least = min(line.data_set.version.rows / share for line, share in shares.items())
        wanted = self.rows.value()
        if not wanted:
            said = self.tr("About {0} rows, until the first data set is used up.")
            return said.replace("{0}", count_text(int(least)))
        short = [line for line, share in shares.items() if line.data_set.version.rows < wanted * share - 1]
        if short:
            said = self.tr("{0} has too few rows for its share; the mix will be smaller or of other shares.")
            return said.replace("{0}", short[0].data_set.name)
        return self.tr("{0} rows.").replace("{0}", count_text(wanted))

    @Slot()
    def _on_make_clicked(self) -> None:
        context, mix, name = self._context, self.mix, self.name.text().strip()
        self.close_sheet()
        if context.work is not None:
            context.work.ask(
                f"mix {name}",
                self.tr("Mixing {0}").replace("{0}", name),
                lambda tell: context.services.data_sets.mix(mix, name, tell),
                partial(_made, context),
                context.shell.tell_error,
                first=True,
            )


def _made(context: DataContext, data_set: DataSet) -> None:
    """Say what was made, and offer to open it."""
    context.library_changed.emit()
    said = QCoreApplication.translate("MixSheet", "{0} has {1}")
    said = said.replace("{0}", data_set.name).replace("{1}", rows_text(data_set.version.rows))
    opened = QCoreApplication.translate("MixSheet", "Open")
    context.shell.notify(said, opened, partial(context.open_requested.emit, data_set.id))
