"""The card of a tool call that asks or runs: what the model wants to do, and what may be answered."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from hone.ui.chat.tool_calls import CallState, CallStatus, Decision
from hone.ui.kit.buttons import Button, GhostButton, PrimaryButton, SecondaryButton
from hone.ui.kit.card import Card, row
from hone.ui.kit.empty_state import IconTile
from hone.ui.kit.progress import SlimBar
from hone.ui.kit.text import CaptionLabel, MonoLabel, StrongLabel
from hone.ui.kit.tokens import Space

_TICK_MS = 500


class ToolCard(Card):
    """Shows one call; `decided(number, Decision)` when a person says something to it."""

    decided = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=Space.M, spacing=Space.S, parent=parent)
        self._state: CallState | None = None
        self._title = StrongLabel()
        self._origin = CaptionLabel(tone="muted", wrap=False)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.M)
        self._grid.setVerticalSpacing(Space.XS)
        self._grid.setColumnStretch(1, 1)
        self._note = CaptionLabel(tone="muted")
        self._bar = SlimBar(self.tr("The tool is running"))
        self.once = PrimaryButton(self.tr("Run once"), "play")
        self.allow = SecondaryButton(self.tr("Allow in this conversation"))
        self.decline = GhostButton(self.tr("Decline"))
        self.tell = PrimaryButton(self.tr("Tell the model"), "arrow-right")
        self.stop = SecondaryButton(self.tr("Stop"), "stop")
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._show_note)
        self._lay_out()
        self._connect()

    def show_state(self, state: CallState) -> None:
        """Show a call as it stands."""
        if state == self._state:
            return
        before, self._state = self._state, state
        self._title.setText(state.title)
        self._origin.setText(state.origin)
        self.setAccessibleName(self.tr("The model wants to use {0}").replace("{0}", state.title))
        if before is None or before.rows != state.rows:
            self._show_rows(state.rows)
        asks = state.status is CallStatus.ASKING
        runs = state.status is CallStatus.RUNNING
        unknown = state.status is CallStatus.UNKNOWN
        self.once.setText(self.tr("Run again") if unknown else self.tr("Run once"))
        for button in (self.once, self.allow, self.decline):
            button.setVisible(asks or (unknown and button is not self.allow))
            named = f"{button.text()}: {state.title}"
            button.setAccessibleName(named)
        self.tell.setVisible(state.status is CallStatus.REFUSED)
        self.stop.setVisible(runs)
        self._bar.setVisible(runs)
        self._bar.set_share(None)
        warns = state.status in (CallStatus.REFUSED, CallStatus.UNKNOWN)
        self._note.set_tone("warning" if warns else "muted")
        if runs:
            self._timer.start()
        else:
            self._timer.stop()
        self._show_note()

    def height_at(self, width: int) -> int:
        """Return the height of the card at a width."""
        layout = self.layout()
        assert layout is not None
        layout.activate()
        return layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()

    def _lay_out(self) -> None:
        line = row(IconTile("wrench", 28), spacing=Space.S)
        line.addWidget(self._title)
        line.addWidget(self._origin)
        line.addStretch(1)
        self.body.addLayout(line)
        self.body.addLayout(self._grid)
        self.body.addWidget(self._note)
        self.body.addWidget(self._bar)
        self.body.addLayout(row(self.once, self.allow, self.decline, self.tell, self.stop, None))

    def _connect(self) -> None:
        pairs: tuple[tuple[Button, Decision], ...] = (
            (self.once, Decision.ONCE),
            (self.allow, Decision.ALLOW),
            (self.decline, Decision.DECLINE),
            (self.tell, Decision.TELL),
            (self.stop, Decision.STOP),
        )
        for button, decision in pairs:
            button.setProperty("decision", decision.value)
            button.clicked.connect(self._on_clicked)

    def _show_rows(self, rows: tuple[tuple[str, str], ...]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, (name, value) in enumerate(rows):
            label = CaptionLabel(name, wrap=False)
            text = MonoLabel(value, wrap=True)
            text.set_selectable()
            text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            text.setAccessibleName(f"{name}: {value}" if name else value)
            self._grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(text, number, 1)

    @Slot()
    def _show_note(self) -> None:
        state = self._state
        if state is None:
            return
        note = state.note
        if state.status is CallStatus.CHECKING:
            note = self.tr("Looking at the call…")
        elif state.status is CallStatus.ASKING:
            note = note or self.tr("The model wants to use this tool. It runs only if you say so.")
        elif state.status is CallStatus.UNKNOWN:
            note = note or self.tr(
                "This call was begun, and what came of it is not known: it may have had its effect. Run it "
                "again, or decline."
            )
        elif state.status is CallStatus.RUNNING:
            seconds = max(0, int(time.monotonic() - state.since))
            said = self.tr("Running for {0} s").replace("{0}", str(seconds))
            note = f"{said} · {note}" if note else said
        self._note.setText(note)
        self._note.setVisible(bool(note))

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        if button is not None and self._state is not None:
            self.decided.emit(self._state.number, Decision(str(button.property("decision"))))
