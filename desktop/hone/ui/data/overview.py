"""The tab "Overview": figures, lengths, languages, labels, and the first row as the model would learn it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from hone.domain.datasets import RenderedRow, Report, Share
from hone.errors import HoneError
from hone.ui.data.grid import ReflowGrid
from hone.ui.data.overview_lengths import LengthsCard, TrainedCard
from hone.ui.data.overview_reading import ReadingCard
from hone.ui.data.overview_shares import SharesCard
from hone.ui.data.tab import DataContext, DataTab
from hone.ui.data.words import language_text
from hone.ui.kit.card import column
from hone.ui.kit.lengths import cap_width
from hone.ui.kit.message_banner import MessageBanner
from hone.ui.kit.quantities import amount_text, count_text, number_text, share_text, size_text
from hone.ui.kit.scrolling import fill_scrolling
from hone.ui.kit.tokens import Space
from hone.ui.tune.stat_tile import StatTile
from hone.ui.tune.steps.preview_card import PreviewCard

_WIDEST = 1180


class OverviewTab(DataTab):
    """Everything fills in as it becomes known."""

    def __init__(self, context: DataContext) -> None:
        super().__init__(context)
        self.banner = MessageBanner(dismissable=False)
        self.tiles = {
            "rows": StatTile(self.tr("Rows")),
            "turns": StatTile(self.tr("Turns")),
            "tokens": StatTile(self.tr("Tokens")),
            "trained": StatTile(self.tr("Trained")),
            "size": StatTile(self.tr("Size")),
        }
        self.reading = ReadingCard(context)
        self.lengths = LengthsCard(context)
        self.trained = TrainedCard()
        self.languages = SharesCard(self.tr("Languages"))
        self.labels = SharesCard(self.tr("Labels"))
        self.preview = PreviewCard()
        self._tiles = ReflowGrid(132)
        self._cards = ReflowGrid(380)
        self._beside = QWidget()
        self._lay_out()
        self._rendered: tuple[object, ...] = ()
        self.preview.row_requested.connect(self._on_row_wanted)
        context.opened.connect(self._on_opened)
        context.report_changed.connect(self._show_report)
        context.counts_changed.connect(self._show_counts)
        context.model_changed.connect(self._on_model_changed)
        context.row_rendered.connect(self._on_row_rendered)
        self._on_opened()

    def shown(self) -> None:
        """Render the row that is to be seen."""
        self._render()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("kind", "plain")
        cap_width(inside, _WIDEST)
        layout = column(inside, spacing=Space.M)
        layout.setContentsMargins(Space.XL, Space.L, Space.XL, Space.XL)
        for tile in self.tiles.values():
            self._tiles.add(tile)
        first = QWidget()
        for holder, cards in (
            (first, (self.lengths, self.labels)),
            (self._beside, (self.trained, self.languages)),
        ):
            inner = column(holder, spacing=Space.M)
            for card in cards:
                inner.addWidget(card)
            inner.addStretch(1)
            self._cards.add(holder)
        for widget in (self.banner, self._tiles, self.reading, self._cards, self.preview):
            layout.addWidget(widget)
        layout.addStretch(1)
        fill_scrolling(self, inside)

    @Slot()
    def _on_opened(self) -> None:
        data_set = self.context.data_set
        if data_set is not None:
            self.preview.set_rows(data_set.version.rows)
            self.preview.show_nothing(None)
        self._rendered = ()
        self._show_report()
        self._show_counts()
        if self.isVisible():
            self._render()

    @Slot()
    def _show_report(self) -> None:
        report, trouble = self.context.report, self.context.trouble
        self._show_trouble(trouble)
        self.reading.setVisible(report is not None)
        for card in (self.languages, self.labels):
            card.hide()
        if report is not None:
            self.reading.show_report(report)
            self._show_shares(report)
            self.preview.set_rows(report.rows)
        self._fit()
        self._show_tiles()

    def _show_trouble(self, trouble: HoneError | None) -> None:
        self.banner.clear_actions()
        stopped = self.context.report is None and not self.context.looking and trouble is None
        if trouble is not None:
            self.banner.show_error(trouble)
        elif stopped and self.context.data_set is not None:
            said = self.tr("The rows were not looked at to the end.")
            self.banner.show_message("", said, self.tr("Figures and problems are known once they were."))
        else:
            self.banner.hide()
            return
        self.banner.add_action(self.tr("Look again"), self._look_again, "arrow-clockwise")

    def _look_again(self) -> None:
        self.context.look_requested.emit(False)

    def _show_shares(self, report: Report) -> None:
        statistics = report.statistics
        self.languages.setVisible(bool(statistics.languages))
        note = ""
        if statistics.language_rows and statistics.language_rows < report.usable_rows:
            said = self.tr("Told from {0} rows drawn evenly.")
            note = said.replace("{0}", count_text(statistics.language_rows))
        languages = [Share(name=language_text(each.name), rows=each.rows) for each in statistics.languages]
        self.languages.show_shares(languages, statistics.language_rows, note)
        self.labels.setVisible(bool(statistics.labels))
        note = ""
        if statistics.label_count > len(statistics.labels):
            said = self.tr("The most frequent of {0} labels.")
            note = said.replace("{0}", count_text(statistics.label_count))
        self.labels.show_shares(statistics.labels, report.usable_rows, note)

    @Slot()
    def _show_counts(self) -> None:
        self.lengths.show_counts()
        self.trained.show_counts(self.context.counts)
        self._fit()
        self._show_tiles()

    def _fit(self) -> None:
        """Give the cards at the left all the room where there is none beside them."""
        self._beside.setVisible(not (self.trained.isHidden() and self.languages.isHidden()))
        self._cards.fit()

    def _show_tiles(self) -> None:
        report, counts, data_set = self.context.report, self.context.counts, self.context.data_set
        tiles = self.tiles
        if report is None:
            for tile in tiles.values():
                tile.set_value("")
            if data_set is not None and data_set.version.counted:
                tiles["rows"].set_value(count_text(data_set.version.rows))
        else:
            self._fill_from(report)
        if counts is not None:
            each = counts.tokens / counts.rows if counts.rows else 0.0
            mean = self.tr("{0} per row").replace("{0}", number_text(each, 0))
            tiles["tokens"].set_value(amount_text(counts.tokens), mean)
            share = counts.trained_tokens / counts.tokens if counts.tokens else 0.0
            tiles["trained"].set_value(share_text(share), self.tr("of all tokens"))
        elif self.context.counting:
            for key in ("tokens", "trained"):
                tiles[key].set_value("…", self.tr("counting"))
        else:
            for key in ("tokens", "trained"):
                tiles[key].set_value("")

    def _fill_from(self, report: Report) -> None:
        tiles, left_out = self.tiles, report.rows - report.usable_rows
        note = self.tr("all can be used")
        if left_out:
            note = self.tr("{0} cannot be used").replace("{0}", count_text(left_out))
        tiles["rows"].set_value(count_text(report.rows), note, "warning" if left_out else "")
        turns = report.statistics.turns
        each = turns / report.usable_rows if report.usable_rows else 0.0
        mean = self.tr("{0} per row").replace("{0}", number_text(each, 1))
        tiles["turns"].set_value(amount_text(turns) if turns else "", mean if turns else "")
        tiles["size"].set_value(size_text(report.size_bytes), report.encoding.upper())

    # ---- the row

    def _render(self) -> None:
        context = self.context
        self.preview.setVisible(context.data_set is not None and context.model is not None)
        if context.data_set is None or context.model is None:
            return
        version, row = context.data_set.version, self.preview.row_number
        wanted = (context.data_set.id, version.number, context.model.path, context.context_length, row)
        if wanted != self._rendered:
            self._rendered = wanted
            context.render_requested.emit(row)

    @Slot()
    def _on_model_changed(self) -> None:
        self.lengths.show_counts()
        if self.isVisible():
            self._render()

    @Slot(int)
    def _on_row_wanted(self, _row: int) -> None:
        self._render()

    @Slot(int, object)
    def _on_row_rendered(self, row: int, answer: RenderedRow | HoneError | None) -> None:
        if row != self.preview.row_number:
            return
        if isinstance(answer, HoneError):
            self.preview.show_nothing(answer)
        elif answer is None:
            self.preview.show_left_out()
        else:
            self.preview.show_row(answer)
