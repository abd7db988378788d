"""`hone chat`: a conversation in the terminal, kept with those of the window."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from typing import Annotated

import msgspec
import typer

from hone.cli.choices import choose_adapter, choose_model, lasting_name
from hone.cli.harmless import shown
from hone.cli.interrupts import interrupt_calls
from hone.cli.options import AdapterName, AsJson, ModelName
from hone.cli.session import Session, put_json
from hone.domain.chat import (
    Conversation,
    MessageState,
    ReplyEnded,
    ReplyEvent,
    ReplyFitted,
    ReplyText,
    Role,
    branch,
)
from hone.errors import BadInput, HoneError

_HELP = """\
/new             begin another conversation
/retry           ask for another reply
/model NAME      use another model
/adapter [NAME]  use an adapter, or none
/system [TEXT]   set the system prompt, or remove it
/list            show the last conversations
/open ID         go on with a conversation
/quit            leave (so do Ctrl+D and Ctrl+C)
Ctrl+C stops a reply. Conversations are kept, and the window shows them too."""

TEMPLATE = "chat_template.jinja"


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("chat")(chat)


def chat(
    context: typer.Context,
    model: ModelName = "",
    adapter: AdapterName = "",
    system: Annotated[str, typer.Option("--system", "-s", help="The system prompt.")] = "",
    conversation: Annotated[str, typer.Option(help="The id of a conversation to go on with.")] = "",
    temperature: Annotated[float | None, typer.Option(help="Higher is more varied; 0 is greedy.")] = None,
    as_json: AsJson = False,
) -> int:
    """Talk to a model; every line of stdin is a message."""
    session: Session = context.obj
    talk = _Talk(session, as_json)
    talk.begin(conversation, model, adapter, system, temperature)
    for line in _lines(prompt=sys.stdin.isatty() and not as_json):
        if not talk.take(line):
            break
    return 1 if talk.failed and not sys.stdin.isatty() else 0


def _lines(prompt: bool) -> Iterator[str]:
    """Give what is typed, line by line, with history and editing where the terminal has them."""
    if not prompt:
        yield from (line.rstrip("\n") for line in sys.stdin)
        return
    with contextlib.suppress(ImportError):  # Windows: its console has a history of its own
        import readline  # noqa: F401 - importing it gives input() a history
    while True:
        try:
            yield input("> ")
        except (EOFError, KeyboardInterrupt):
            print()
            return


class _Talk:
    """The conversation at the prompt."""

    def __init__(self, session: Session, as_json: bool) -> None:
        self._session = session
        self._services = session.services
        self._as_json = as_json
        self._conversation: Conversation
        self.failed = False

    def begin(self, known: str, model: str, adapter: str, system: str, temperature: float | None) -> None:
        """Open the conversation that was asked for, or a new one with these settings."""
        chat_service, models = self._services.chat, self._services.models
        if known:
            self._conversation = chat_service.get(known)
        else:
            name = self._first_model(model)
            sampling = models.find_model(name).sampling
            self._conversation = chat_service.create(model_id=name, sampling=sampling)
        changes: dict[str, object] = {}
        if known and model:
            changes["model_id"] = self._named(model)
        if adapter:
            changes["adapter_id"] = self._adapter(adapter)
        if system:
            changes["system_prompt"] = system
        if temperature is not None:
            changes["sampling"] = msgspec.structs.replace(
                self._conversation.sampling, temperature=temperature
            )
        self._change(**changes)
        self._must_chat()
        self._note(f"{models.find_model(self._conversation.model_id).name}. /help shows what can be typed.")

    def take(self, line: str) -> bool:
        """Do what one line says; False when it ends the talk."""
        text = line.strip()
        if not text:
            return True
        try:
            if text.startswith("/"):
                return self._command(*[*text[1:].split(maxsplit=1), "", ""][:2])
            self._show(self._services.chat.send(self._conversation.id, line))
        except HoneError as error:
            self._complain(error.message, error.hint)
        return True

    def _command(self, name: str, rest: str) -> bool:
        match name.lower():
            case "quit" | "exit" | "q":
                return False
            case "help" | "?":
                self._session.notes.print(_HELP, markup=False)
            case "new":
                self._conversation = self._services.chat.create(
                    model_id=self._conversation.model_id,
                    adapter_id=self._conversation.adapter_id,
                    system_prompt=self._conversation.system_prompt,
                    sampling=self._conversation.sampling,
                )
            case "retry":
                self._retry()
            case "model":
                self._change(model_id=self._named(rest), adapter_id="")
            case "adapter":
                self._change(adapter_id=self._adapter(rest))
            case "system":
                self._change(system_prompt=rest)
            case "list":
                for each in self._services.chat.conversations()[:20]:
                    self._session.console.print(f"{each.id}  {each.title}", markup=False)
            case "open":
                self._conversation = self._services.chat.get(rest)
                self._note(self._conversation.title)
            case _:
                raise BadInput(f"There is no command /{name}.", hint="/help shows them.")
        return True

    def _retry(self) -> None:
        kept = self._services.chat.get(self._conversation.id)
        shown = branch(self._services.chat.messages(kept.id), kept.leaf_id)
        if not shown:
            raise BadInput("There is no reply to ask for again.", hint="Type a message first.")
        said = [each for each in shown if each.role is Role.USER]
        last = shown[-1] if shown[-1].role is Role.ASSISTANT else said[-1]
        self._show(self._services.chat.regenerate(kept.id, last.id))

    def _show(self, events: Iterator[ReplyEvent]) -> None:
        conversation_id = self._conversation.id
        with interrupt_calls(lambda: self._services.chat.stop(conversation_id)):
            for event in events:
                if self._as_json:
                    put_json({"type": type(event).__name__, **msgspec.structs.asdict(event)})
                elif isinstance(event, ReplyText):
                    print(shown(event.text), end="", flush=True)
                elif isinstance(event, ReplyFitted):
                    count = len(event.dropped_ids)
                    self._note(f"{count} earlier message{'s' * (count > 1)} left out: they do not fit.")
                if isinstance(event, ReplyEnded):
                    self._end(event)

    def _end(self, event: ReplyEnded) -> None:
        message = event.message
        self.failed = message.state in (MessageState.FAILED, MessageState.INTERRUPTED)
        if self._as_json:
            return
        if message.text:
            print()
        if message.problem:
            self._complain(message.problem, event.hint)
        elif message.state is MessageState.STOPPED:
            self._note("Stopped.")
        elif message.state is MessageState.CUT:
            self._note("Cut at the longest reply; /retry asks again.")

    def _change(self, **values: object) -> None:
        if values:
            kept = self._services.chat.get(self._conversation.id)
            self._conversation = msgspec.structs.replace(kept, **values)
            self._services.chat.update(self._conversation)

    def _first_model(self, name: str) -> str:
        """Return the id of the model asked for, else of the first that works."""
        models = self._services.models
        if name:
            return self._named(name)
        for model in models.models():
            if not model.problem:
                return model.id
        raise BadInput("There is no model yet.", hint="Name one with --model.")

    def _named(self, name: str) -> str:
        model = choose_model(self._services, name)
        return lasting_name(self._services, model)

    def _must_chat(self) -> None:
        """Refuse a model without a chat template, unless its adapter was trained with one."""
        model = self._services.models.find_model(self._conversation.model_id)
        adapter_id = self._conversation.adapter_id
        if model.can_chat:
            return
        if adapter_id and (self._services.models.find_adapter(adapter_id).path / TEMPLATE).is_file():
            return
        raise BadInput(
            f"{model.name} has no chat template, so it cannot chat.",
            hint=f"Let it continue a text with `hone complete --model {model.path}`, or use another model.",
        )

    def _adapter(self, name: str) -> str:
        adapter = choose_adapter(self._services, name)
        return adapter.id if adapter else ""

    def _note(self, text: str) -> None:
        if not self._as_json and sys.stdin.isatty():
            self._session.notes.print(text, style="dim", markup=False)

    def _complain(self, message: str, hint: str) -> None:
        self.failed = True
        if self._as_json:
            put_json({"type": "Problem", "error": message, "hint": hint})
        else:
            self._session.notes.print(f"{message} {hint}".strip(), style="red", markup=False)
