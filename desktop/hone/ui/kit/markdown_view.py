"""A text view for Markdown that somebody else wrote: opens no file, no address, no link by itself."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import (
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrame,
    QTextOption,
    QTextTable,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QTextEdit, QWidget

from hone.domain.differences import word_spans
from hone.ui.kit.markdown import COPY_SCHEME, Markdown, document_css
from hone.ui.kit.reference_marks import mark_references
from hone.ui.kit.theme import Theme
from hone.ui.kit.typography import Type

_CODE_SHAPE = (2, 2)
_LINE_HEIGHT = 124


class SafeDocument(QTextDocument):
    """A document that loads nothing. A blank image is returned because Qt opens the file itself for None."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        return _blank()


class MarkdownView(QTextBrowser):
    """Shows Markdown at its full height in the colour `tone`; the wheel belongs to whoever scrolls it."""

    link_requested = Signal(QUrl)
    code_copied = Signal()

    def __init__(self, name: str = "", parent: QWidget | None = None, tone: str = "text") -> None:
        super().__init__(parent)
        self._tone = tone
        self.setDocument(SafeDocument(self))
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)
        self.anchorClicked.connect(self._on_anchor_clicked)
        self._source = ""
        self._marked: frozenset[int] = frozenset()
        self._references = ""
        self._given = 0
        self.plain = False
        self._prepare()

    @property
    def markdown(self) -> str:
        """The Markdown that is shown."""
        return self._source

    def set_markdown(self, text: str) -> None:
        """Show a whole text."""
        self._source = text
        self.plain = False
        self.document().setHtml(self._renderer.render(text))
        self._show_marks()
        self._show_references()
        self.updateGeometry()

    def set_plain(self, text: str) -> None:
        """Show text as it was typed."""
        if self.plain and text == self._source:
            return
        self._source = text
        self.plain = True
        self.document().setPlainText(text)
        lines = QTextBlockFormat()
        lines.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(lines)
        self.updateGeometry()

    def mark_words(self, numbers: frozenset[int]) -> None:
        """Underline words, by their numbers in `hone.domain.differences`, on a ground of their own."""
        if numbers != self._marked:
            self._marked = numbers
            self._show_marks()

    def mute_beginning(self, given: int) -> None:
        """Draw what the first `given` characters of the Markdown show in a quieter colour."""
        if given != self._given:
            self._given = given
            self._show_marks()

    def mark_references(self, tooltip: str) -> int:
        """Underline links and references with dots; "" takes nothing away. Returns how many there are."""
        self._references = tooltip
        return self._show_references()

    def ideal_width(self, room: int) -> int:
        """Return the width that the text wants without wrapping, at most `room`."""
        metrics = QFontMetricsF(self.document().defaultFont())
        lines = self._source.split("\n")
        if any(len(line) > room for line in lines):
            return room
        return min(room, int(max(metrics.horizontalAdvance(line) for line in lines)) + 4)

    def refresh(self) -> None:
        """Draw the text again in the theme's colours."""
        self._prepare()
        if self.plain:
            self.plain = False
            self.set_plain(self._source)
        else:
            self.set_markdown(self._source)

    def height_at(self, width: int) -> int:
        """Return the height of the text at a width."""
        document = self.document()
        if document.textWidth() != width:
            document.setTextWidth(width)
        return max(1, round(document.size().height() + 0.49))

    def sizeHint(self) -> QSize:
        return QSize(320, self.height_at(max(self.width(), 120)))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 16)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.height_at(width)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        return _blank()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._paint_code_grounds()
        super().paintEvent(event)

    def _paint_code_grounds(self) -> None:
        frames = _code_tables(self.document().rootFrame())
        if not frames:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Theme.current().colour("border"))
        painter.setBrush(Theme.current().colour("code"))
        layout = self.document().documentLayout()
        for frame in frames:
            rect = QRectF(layout.frameBoundingRect(frame))
            # Qt gives a table's rectangle moved by the padding of its first cell.
            cell = frame.cellAt(0, 0).format().toTableCellFormat()
            rect.translate(-cell.leftPadding(), -cell.topPadding())
            painter.drawRoundedRect(
                rect.adjusted(0.5, 0.5, -0.5, -0.5 - frame.frameFormat().bottomMargin()), 8, 8
            )
        painter.end()

    def _show_marks(self) -> None:
        selections: list[QTextEdit.ExtraSelection] = []
        text = self.document().toPlainText() if self._marked or self._given else ""
        if muted := shown_length(self._source[: self._given], text):
            selections.append(self._selection(*_in_utf16(text, [(0, muted)])[0], _muted_format()))
        spans = word_spans(text)
        marked = [spans[number] for number in sorted(self._marked) if number < len(spans)]
        for start, end in _in_utf16(text, _joined(marked)):
            selections.append(self._selection(start, end, _mark_format()))
        if selections or self.extraSelections():
            self.setExtraSelections(selections)

    def _selection(self, start: int, end: int, form: QTextCharFormat) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        selection.cursor = cursor  # type: ignore[attr-defined]
        selection.format = form  # type: ignore[attr-defined]
        return selection

    def _show_references(self) -> int:
        if not self._references or self.plain:
            return 0
        return mark_references(self.document(), self._references)

    def _prepare(self) -> None:
        theme = Theme.current()
        self._renderer = Markdown(theme.colours, theme.scale)
        self.document().setIndentWidth(theme.length(26))
        self.document().setDefaultFont(theme.font(Type.BODY))
        self.document().setDefaultStyleSheet(document_css(theme.colours, theme.scale, self._tone))

    @Slot(QUrl)
    def _on_anchor_clicked(self, url: QUrl) -> None:
        if url.scheme() == COPY_SCHEME:
            codes = self._renderer.codes(self._source)
            number = int(url.path() or -1) if url.path().isdigit() else -1
            if 0 <= number < len(codes):
                QGuiApplication.clipboard().setText(codes[number].rstrip("\n"))
                self.code_copied.emit()
            return
        self.link_requested.emit(url)


def shown_length(beginning: str, shown: str) -> int:
    """Return how many characters of a shown text come from the `beginning` of its Markdown.

    Characters of the Markdown that are not shown are its marks; so each shown one is looked for in turn.
    """
    end = 0
    for sign in beginning:
        if end < len(shown) and (sign == shown[end] or (sign.isspace() and shown[end].isspace())):
            end += 1
    return end


def _muted_format() -> QTextCharFormat:
    form = QTextCharFormat()
    form.setForeground(Theme.current().colour("text_faint"))
    return form


def _mark_format() -> QTextCharFormat:
    theme, form = Theme.current(), QTextCharFormat()
    form.setBackground(theme.colour("warning_soft"))
    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    form.setUnderlineColor(theme.colour("warning_text"))
    return form


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join words that follow each other, so that a changed phrase is one mark."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start - joined[-1][1] <= 1:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _in_utf16(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return places as Qt counts them, where a character beyond U+FFFF counts twice."""
    if text.isascii() or max(text, default="") <= "\uffff":
        return spans
    places, length = [], 0
    for character in text:
        places.append(length)
        length += 1 + (character > "\uffff")
    places.append(length)
    return [(places[start], places[end]) for start, end in spans]


def _blank() -> QImage:
    image = QImage(1, 1, QImage.Format.Format_ARGB32)
    image.fill(0)
    return image


def _code_tables(root: QTextFrame) -> list[QTextTable]:
    """Find the tables that the renderer makes for code blocks: two by two, without a border."""
    found: list[QTextTable] = []
    for frame in root.childFrames():
        if isinstance(frame, QTextTable) and (frame.rows(), frame.columns()) == _CODE_SHAPE:
            if frame.format().toTableFormat().border() == 0:
                found.append(frame)
        else:
            found.extend(_code_tables(frame))
    return found
