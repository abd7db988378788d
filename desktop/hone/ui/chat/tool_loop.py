"""Answers the tool calls of replies: asks a person, runs what is allowed, and lets the model go on."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from hone.domain.chat import Message, MessageState, Role, ToolAnswer, ToolCall
from hone.domain.generation import Progress
from hone.domain.tools import Tool, ToolGroup, ToolOutcome, with_permission
from hone.errors import HoneError, Stopped
from hone.services import Services
from hone.ui.chat.call_work import CallRan, CallWork
from hone.ui.chat.panel import ChatContext
from hone.ui.chat.session import ChatSession
from hone.ui.chat.tool_calls import CallState, CallStatus, Decision, argument_rows, spoken_name
from hone.ui.supervisor import Task, start_task

if TYPE_CHECKING:
    from hone.services.tools.toolbox import CheckedCall, ToolBox

MOST_ROUNDS = 8
"""Rounds of calls and replies that may follow each other without a person."""

DECLINED = "The user declined this call. Go on without it, or ask the user."


class ToolLoop(QObject):
    """One for the chat page; follows every session, shown or not."""

    def __init__(self, context: ChatContext, parent: QObject | None = None) -> None:
        super().__init__(parent or context)
        self._context = context
        self._talks: dict[str, ToolTalk] = {}
        context.desk.session_made.connect(self._on_session_made)
        context.dialogue.transcript.call_decided.connect(self._on_decided)
        context.dialogue.stop_requested.connect(self._on_stop_requested)

    def talk_of(self, session: ChatSession) -> ToolTalk | None:
        """Return what follows a session."""
        return self._talks.get(session.conversation.id)

    @Slot(object)
    def _on_session_made(self, session: ChatSession) -> None:
        talk = ToolTalk(self._context.services, session)
        talk.setup_changed.connect(self._context.desk.settings_changed)
        self._talks[session.conversation.id] = talk

    @Slot(str, int, object)
    def _on_decided(self, message_id: str, number: int, decision: Decision) -> None:
        session = self._context.session
        talk = self.talk_of(session) if session is not None else None
        if talk is not None:
            talk.decide(message_id, number, decision)

    @Slot()
    def _on_stop_requested(self) -> None:
        session = self._context.session
        talk = self.talk_of(session) if session is not None else None
        if talk is not None:
            talk.stop()


class ToolTalk(QObject):
    """Follows one session. A reply that ends with calls is looked at; so is one that was left open."""

    setup_changed = Signal()
    told = Signal(object)

    def __init__(self, services: Services, session: ChatSession) -> None:
        super().__init__(session)
        self._services = services
        self._session = session
        self._work: CallWork | None = None
        self._rounds = 0
        self._task: Task | None = None
        session.reply_ended.connect(self._on_reply_ended)
        session.branch_changed.connect(self._on_branch_changed)
        session.busy_changed.connect(self._on_busy_changed)
        session.go_on_wanted.connect(self._on_go_on_wanted)
        self.told.connect(self._on_told)

    @property
    def _box(self) -> ToolBox:
        return self._services.tools

    @property
    def rounds(self) -> int:
        """Rounds since a person last said or decided something."""
        return self._rounds

    def decide(self, message_id: str, number: int, decision: Decision) -> None:
        """Do what a person says to a call."""
        work = self._work
        if work is None or work.message.id != message_id:
            return
        self._rounds = 0
        work.by_itself = True
        match decision:
            case Decision.STOP:
                self.stop()
            case Decision.DECLINE:
                self._answer(work, number, ToolOutcome(text=DECLINED, failed=True), self.tr("Declined"))
            case Decision.TELL:
                problem = work.problems.get(number, "")
                self._answer(work, number, ToolOutcome(text=problem, failed=True), problem)
            case Decision.ONCE:
                self._line_up(work, [number])
            case Decision.ALLOW:
                self._allow(work, number)

    def stop(self) -> None:
        """End the call of this conversation that runs; its others ask again."""
        work = self._work
        if work is None:
            return
        for number in work.queue:
            self._set(work, number, status=CallStatus.ASKING, note=self.tr("Stopped before it ran."))
        work.queue.clear()
        if work.running is not None:
            self._box.stop(work.run_id(work.running))
        self._show(work)

    # ---- which calls

    @Slot(object)
    def _on_reply_ended(self, message: Message) -> None:
        parent = self._session.message(message.parent_id) if message.parent_id else None
        if parent is not None and parent.role is not Role.TOOL:
            self._rounds = 0
        if message.id == self._session.conversation.leaf_id:
            self._look_at(message, by_itself=True)

    @Slot()
    def _on_branch_changed(self) -> None:
        """Offer again the calls at the end of the branch, as after a restart, or to go on after answers."""
        if self._session.busy or not self._session.loaded:
            return
        leaf_id = self._session.conversation.leaf_id
        self._offer_to_go_on(leaf_id)
        if self._work is not None and self._work.message.id == leaf_id:
            return
        leaf = self._session.message(leaf_id) if leaf_id else None
        if leaf is not None:
            self._look_at(leaf, by_itself=False)

    def _offer_to_go_on(self, leaf_id: str | None) -> None:
        """Offer a reply to a tool's answer that stands last, or to kept answers that are no messages yet."""
        leaf = self._session.message(leaf_id) if leaf_id else None
        answered = leaf is not None and leaf.role is Role.TOOL
        work = self._work
        if work is not None and leaf is not None and work.message.id == leaf.id:
            answered = work.waits and work.whole
        waits_at = leaf.id if leaf is not None and answered else ""
        if waits_at != self._session.waits_at:
            self._session.waits_at = waits_at
            self._session.branch_changed.emit()

    @Slot(str)
    def _on_go_on_wanted(self, message_id: str) -> None:
        self._rounds = 0
        self._session.waits_at = ""
        if self._work is not None and self._work.message.id == message_id:
            self._work.waits = False
            self._go_on(self._work)
        else:
            self._session.regenerate(message_id)

    def _look_at(self, message: Message, by_itself: bool) -> None:
        setup = self._session.conversation.setup
        ended = message.state is MessageState.COMPLETE and message.role is Role.ASSISTANT
        if not (ended and message.tool_calls and setup.tools) or self._is_at_work():
            return
        self._rounds += 1 if by_itself else 0
        states = [
            CallState(number, call.name or self.tr("A tool without a name"), rows=argument_rows(call))
            for number, call in enumerate(message.tool_calls)
        ]
        work = CallWork(message, by_itself and self._rounds <= MOST_ROUNDS, states)
        self._work = work
        self._show(work)
        box, calls, records = self._box, message.tool_calls, self._services.chat.calls
        start_task(
            self,
            lambda: (records.of(message.id), [box.check(setup, call) for call in calls]),
            partial(self._on_checked, work),
            partial(self._on_check_failed, work),
        )

    def _is_at_work(self) -> bool:
        return self._work is not None and self._work.running is not None

    def _on_checked(
        self, work: CallWork, found: tuple[dict[int, ToolAnswer | None], list[CheckedCall]]
    ) -> None:
        if work is not self._work:
            return
        begun, checked = found
        refused = self._take_checked(work, checked, begun)
        self._take_begun(work, begun)
        self._show(work)
        if work.by_itself:
            for number in refused:
                outcome = ToolOutcome(text=work.problems[number], failed=True)
                self._answer(work, number, outcome, work.problems[number])
        self._run_next(work)

    def _take_begun(self, work: CallWork, begun: dict[int, ToolAnswer | None]) -> None:
        """Take answers that were kept; a call without one never runs unasked: it may have had its effect."""
        for number, answer in begun.items():
            if number >= len(work.states):
                continue
            if answer is None:
                self._set(work, number, status=CallStatus.UNKNOWN, note="")
            else:
                work.answers[number] = answer
                self._set(work, number, status=CallStatus.ANSWERED, note="")
        work.waits = work.whole

    def _take_checked(
        self, work: CallWork, checked: list[CheckedCall], begun: dict[int, ToolAnswer | None]
    ) -> list[int]:
        """Note what becomes of each call that was not begun; returns those that cannot run."""
        from hone.services.tools.toolbox import Verdict  # not before the first call: the window opens sooner

        too_many = self._rounds > MOST_ROUNDS
        asked_again = self.tr("The model has used tools {0} times in a row, so it asks again.")
        note = asked_again.replace("{0}", str(MOST_ROUNDS)) if too_many else ""
        refused: list[int] = []
        for number, found in enumerate(checked):
            known = found.tool.title if found.tool is not None else work.states[number].title
            title = spoken_name(found.tool.name) or known if found.tool is not None else known
            self._set(work, number, title=title, origin=self._origin(found.tool))
            if found.tool is not None:
                work.tools[number] = found.tool
            if number in begun:
                continue
            if found.verdict is Verdict.REFUSED:
                work.problems[number] = found.problem
                refused.append(number)
                self._set(work, number, status=CallStatus.REFUSED, note=found.problem)
            elif found.verdict is Verdict.RUNS and work.by_itself:
                work.queue.append(number)
                self._set(work, number, status=CallStatus.RUNNING, since=time.monotonic())
            else:
                self._set(work, number, status=CallStatus.ASKING, note=note)
        return refused

    def _on_check_failed(self, work: CallWork, error: HoneError) -> None:
        self._session.failed.emit(error)

    def _origin(self, tool: Tool | None) -> str:
        if tool is None:
            return ""
        if tool.group is ToolGroup.SERVER:
            return self.tr("from the server {0}").replace("{0}", tool.server)
        return self.tr("in the granted folder") if tool.group is ToolGroup.FOLDER else self.tr("built in")

    # ---- running

    def _allow(self, work: CallWork, number: int) -> None:
        tool = work.tools[number]
        setup = with_permission(self._session.conversation.setup, tool, True)
        self._session.change(setup=setup)
        self.setup_changed.emit()
        same = [
            state.number
            for state in work.states
            if state.status is CallStatus.ASKING and work.tools.get(state.number) == tool
        ]
        self._line_up(work, same)

    def _line_up(self, work: CallWork, numbers: list[int]) -> None:
        for number in numbers:
            if work.states[number].status in (CallStatus.ASKING, CallStatus.UNKNOWN):
                work.queue.append(number)
                self._set(work, number, status=CallStatus.RUNNING, note="", since=time.monotonic())
        self._show(work)
        self._run_next(work)

    def _run_next(self, work: CallWork) -> None:
        """Run the first call in line, one at a time."""
        if work.running is not None or not work.queue:
            return
        number = work.queue.pop(0)
        work.running = number
        call, setup, box = work.message.tool_calls[number], self._session.conversation.setup, self._box
        message_id, run_id, records = work.message.id, work.run_id(number), self._services.chat.calls

        def run() -> CallRan:
            records.begin(message_id, number)
            outcome = box.run(setup, call, self.told.emit, run_id)
            try:
                records.keep(message_id, _answer_of(call, number, outcome))
            except HoneError as error:  # it has run: its answer is taken all the same
                return CallRan(outcome, error)
            return CallRan(outcome)

        start_task(
            self,
            run,
            partial(self._on_ran, work, number),
            partial(self._on_not_run, work, number),
        )

    def _on_ran(self, work: CallWork, number: int, ran: CallRan) -> None:
        work.running = None
        if ran.not_kept is not None:
            self._session.failed.emit(ran.not_kept)
        self._answer(work, number, ran.outcome, "", kept=True)
        self._run_next(work)

    def _on_not_run(self, work: CallWork, number: int, error: HoneError) -> None:
        work.running = None
        if isinstance(error, Stopped):
            self._set(work, number, status=CallStatus.UNKNOWN, note=self.tr("You stopped it."))
            self._show(work)
            return
        self._answer(work, number, ToolOutcome(text=error.message, failed=True), error.message)
        self._run_next(work)

    @Slot(object)
    def _on_told(self, progress: Progress) -> None:
        work = self._work
        if work is not None and work.running is not None:
            self._set(work, work.running, note=progress.note)
            self._show(work)

    def _answer(
        self, work: CallWork, number: int, outcome: ToolOutcome, note: str, kept: bool = False
    ) -> None:
        """Take an answer; when every call has one, the model goes on."""
        answer = _answer_of(work.message.tool_calls[number], number, outcome)
        work.answers[number] = answer
        if not kept and (not work.whole or self._session.busy):
            records, message_id = self._services.chat.calls, work.message.id
            start_task(self, lambda: records.keep(message_id, answer), None, self._session.failed.emit)
        self._set(work, number, status=CallStatus.ANSWERED, note=note)
        self._show(work)
        self._go_on(work)

    @Slot(bool)
    def _on_busy_changed(self, busy: bool) -> None:
        if not busy and self._work is not None:
            self._go_on(self._work)

    def _go_on(self, work: CallWork) -> None:
        """Give the model the answers, when it has ended and every call has one."""
        if work is not self._work or not work.whole or work.waits or self._session.busy:
            return
        self._work = None
        self._session.call_states.pop(work.message.id, None)
        answers = [work.answers[place] for place in sorted(work.answers)]
        self._session.answer_calls(work.message.id, answers)

    def _set(self, work: CallWork, number: int, **values: object) -> None:
        work.states[number] = replace(work.states[number], **values)  # type: ignore[arg-type]

    def _show(self, work: CallWork) -> None:
        if work is self._work:
            self._session.call_states = {work.message.id: tuple(work.states)}
            self._session.branch_changed.emit()


def _answer_of(call: ToolCall, number: int, outcome: ToolOutcome) -> ToolAnswer:
    return ToolAnswer(
        call=number, name=call.name, text=outcome.text, failed=outcome.failed, seconds=outcome.seconds
    )
