"""`hone render`: the text and the tokens that an engine gets, or any template with any variables.

The text is written as it is: no line break is added, nothing is wrapped or coloured. With --tokens a line
break and the ids as one JSON list follow it; with --json both are one JSON object.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from hone.cli.choices import choose_file, choose_model
from hone.cli.options import AsJson
from hone.cli.session import Session, put_json
from hone.domain.chat import Turn
from hone.domain.generation import Prompt
from hone.errors import BadInput


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("render")(render)


def render(
    context: typer.Context,
    model: Annotated[
        str, typer.Option("--model", "-m", help="A model's name, id, GGUF file or folder.", metavar="MODEL")
    ] = "",
    messages: Annotated[
        str,
        typer.Option(
            help="A JSON list of messages, or an object with messages, tools and variables; `-` is stdin.",
            metavar="FILE",
        ),
    ] = "",
    tools: Annotated[
        str, typer.Option(help="A JSON list of function descriptions; `-` is stdin.", metavar="FILE")
    ] = "",
    template: Annotated[
        str, typer.Option(help="A Jinja template, instead of the model's own.", metavar="FILE")
    ] = "",
    variables: Annotated[
        str,
        typer.Option(
            "--context",
            help="A JSON object with all variables of --template; `-` is stdin.",
            metavar="FILE",
        ),
    ] = "",
    prefill: Annotated[str, typer.Option(help="The beginning of the reply.", metavar="TEXT")] = "",
    no_generation_prompt: Annotated[
        bool, typer.Option("--no-generation-prompt", help="Leave out the header of the reply to come.")
    ] = False,
    tokens: Annotated[bool, typer.Option("--tokens", help="Write the token ids after the text.")] = False,
    as_json: AsJson = False,
) -> int:
    """Show the text and the tokens that an engine gets, or render any template."""
    session: Session = context.obj
    if [messages, tools, variables].count("-") > 1:
        raise BadInput("Only one file can come from stdin.", hint="Give the other one by its name.")
    if variables:
        _only_template(template, model, messages, tools, prefill, no_generation_prompt, tokens)
        return _render_template(session, template, variables, as_json)
    if not model or not messages:
        raise BadInput(
            "Say what to render.",
            hint="`hone render --model M --messages FILE`, or `hone render --template FILE --context FILE`.",
        )
    prompt = _prompt(messages, tools, prefill, False if no_generation_prompt else None)
    source = _read(template, "a template") if template else ""
    rendered = session.services.rendering.render(choose_model(session.services, model), prompt, source)
    if rendered.note:
        session.notes.print(rendered.note, markup=False, soft_wrap=True)
    if as_json:
        put_json({"text": rendered.text, "token_ids": rendered.token_ids})
    else:
        _write(f"{rendered.text}\n{json.dumps(rendered.token_ids)}\n" if tokens else rendered.text)
    return 0


def _only_template(template: str, *others: str | bool) -> None:
    if not template or any(others):
        raise BadInput(
            "--context goes with --template and nothing else but --json.",
            hint="All that the template sees stands in the file: messages, tools, bos_token and so on.",
        )


def _render_template(session: Session, template: str, variables: str, as_json: bool) -> int:
    given = _read_json(variables, "the variables of a template")
    if not isinstance(given, dict):
        raise BadInput(f"{_name(variables)} holds no JSON object.", hint='Write {"messages": [...], ...}.')
    text = session.services.rendering.render_template(_read(template, "a template"), given)
    if as_json:
        put_json({"text": text})
    else:
        _write(text)
    return 0


def _prompt(messages: str, tools: str, prefill: str, generation_prompt: bool | None) -> Prompt:
    """Read messages and tools; what else the file of messages holds are variables of the template."""
    given = _whole_characters(_read_json(messages, "messages"), messages)
    whole = dict(given) if isinstance(given, dict) else {"messages": given}
    listed = whole.pop("messages", None)
    described = _whole_characters(_read_json(tools, "tools"), tools) if tools else whole.get("tools")
    whole.pop("tools", None)
    header = whole.pop("add_generation_prompt", True)
    return Prompt(
        turns=tuple(
            _turn(message, place, messages) for place, message in enumerate(_objects(listed, messages), 1)
        ),
        tools=tuple(_objects(described or [], tools or messages)),
        variables=whole,
        prefill=prefill,
        generation_prompt=bool(header) if generation_prompt is None else generation_prompt,
    )


def _objects(value: object, file: str) -> list[dict[str, Any]]:
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise BadInput(
            f"{_name(file)} holds no list of JSON objects.",
            hint='Messages look like [{"role": "user", "content": "Hi"}], tools like '
            '[{"type": "function", "function": {"name": "now", "parameters": {}}}].',
        )
    return value


def _turn(message: dict[str, Any], place: int, file: str) -> Turn:
    if not isinstance(message.get("role"), str):
        raise BadInput(
            f"Message {place} in {_name(file)} has no role.",
            hint='A message looks like {"role": "user", "content": "Hi"}.',
        )
    return Turn.from_message(message)


def _read_json(file: str, what: str) -> Any:
    try:
        return json.loads(_read(file, what))
    except ValueError as error:
        raise BadInput(f"{_name(file)} is no JSON: {error}.", hint="Check the line that is named.") from error
    except RecursionError as error:
        raise BadInput(f"{_name(file)} is nested too deeply.", hint="Check the file.") from error


def _whole_characters(value: Any, file: str) -> Any:
    """Return a JSON value; raises BadInput when its text has halves of characters."""
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise BadInput(
            f"{_name(file)} has broken characters (lone surrogates).", hint="Write or paste the text again."
        ) from error
    return value


def _read(file: str, what: str) -> str:
    """Return a file's text, line ends as they are; `-` is stdin."""
    try:
        if file == "-":
            return sys.stdin.read()
        return choose_file(Path(file).expanduser(), what).read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(f"{_name(file)} is no text in UTF-8.", hint="Save it as UTF-8.") from error
    except OSError as error:
        raise BadInput(
            f"{file} cannot be read: {error.strerror}.", hint="Check that you may read it."
        ) from error


def _name(file: str) -> str:
    return "What came on stdin" if file == "-" else file


def _write(text: str) -> None:
    """Write exactly this text, in UTF-8 and with its own line ends."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", errors="surrogatepass"))
    sys.stdout.buffer.flush()
