"""`hone complete`: continue a text as it is, without a chat template."""

from __future__ import annotations

import secrets
import sys
from typing import Annotated

import typer

from hone.cli.choices import choose_adapter, choose_model
from hone.cli.harmless import shown
from hone.cli.interrupts import interrupt_calls
from hone.cli.options import AdapterName, AsJson, ModelName
from hone.cli.session import Session, put_json
from hone.domain.chat import Usage
from hone.domain.generation import Generate, GenerationEnded, Prompt, Provenance, RequestFailed, TextChunk
from hone.domain.models import AdapterChoice
from hone.domain.sampling import sampling_from
from hone.domain.sampling_fields import FIELDS
from hone.errors import BadInput, HoneError

_HELP = {
    field.name: f"{field.help} ({field.default:g})" for field in FIELDS if not isinstance(field.default, str)
}


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("complete")(complete)


def complete(
    context: typer.Context,
    model: ModelName = "demo",
    prompt: Annotated[
        str, typer.Option("--prompt", "-p", help="The text to continue; `-` reads it from stdin.")
    ] = "-",
    adapter: AdapterName = "",
    temperature: Annotated[float, typer.Option(help=_HELP["temperature"], show_default=False)] = 0.7,
    top_k: Annotated[int, typer.Option(help=_HELP["top_k"], show_default=False)] = 40,
    top_p: Annotated[float, typer.Option(help=_HELP["top_p"], show_default=False)] = 0.95,
    min_p: Annotated[float, typer.Option(help=_HELP["min_p"], show_default=False)] = 0.05,
    repetition_penalty: Annotated[
        float, typer.Option(help=_HELP["repetition_penalty"], show_default=False)
    ] = 1.0,
    max_tokens: Annotated[int, typer.Option(help=_HELP["max_tokens"], show_default=False)] = 512,
    seed: Annotated[int, typer.Option(help=_HELP["seed"], show_default=False)] = -1,
    stop: Annotated[list[str] | None, typer.Option(help="Text at which to stop; may be given again.")] = None,
    exact: Annotated[
        bool, typer.Option("--exact", help="Evaluate alone: with a seed, the same text every time.")
    ] = False,
    quantization: Annotated[
        str, typer.Option(help="`nf4` loads a safetensors model in 4 bits.", metavar="nf4")
    ] = "",
    as_json: AsJson = False,
) -> int:
    """Continue a text as it is, without a chat template."""
    session: Session = context.obj
    sampling = sampling_from(
        {
            "temperature": temperature,
            "top_k": top_k,
            "top_p": top_p,
            "min_p": min_p,
            "repetition_penalty": repetition_penalty,
            "max_tokens": max_tokens,
            "seed": seed,
        }
    )
    request = Generate(
        request_id=secrets.token_hex(8),
        prompt=Prompt(text=_text(prompt)),
        sampling=sampling,
        stop=tuple(stop or ()),
        exact=exact,
    )
    return _stream(session, request, model, adapter, quantization, as_json)


def _text(prompt: str) -> str:
    text = sys.stdin.read() if prompt == "-" else prompt
    if not text:
        raise BadInput("There is no text to continue.", hint="Give it with --prompt or on stdin.")
    return text


def _stream(
    session: Session, request: Generate, model_name: str, adapter_name: str, quantization: str, as_json: bool
) -> int:
    if quantization not in ("", "nf4"):
        raise BadInput(f"There is no quantization {quantization!r}.", hint="Use nf4, or leave it out.")
    services = session.services
    model = choose_model(services, model_name)
    adapter = choose_adapter(services, adapter_name)
    chosen = [AdapterChoice(adapter=adapter)] if adapter else []
    pieces: list[str] = []
    token_ids: list[int] = []
    end: GenerationEnded | None = None
    with interrupt_calls(lambda: services.engines.cancel(request.request_id)):
        for event in services.engines.reply(model, request, chosen, quantization):
            match event:
                case TextChunk():
                    pieces.append(event.text)
                    token_ids.extend(event.token_ids)
                    if not as_json:
                        print(shown(event.text), end="", flush=True)
                case GenerationEnded():
                    end = event
                case RequestFailed():
                    raise HoneError(event.message, event.hint, event.detail)
                case _:
                    continue
    reason = end.reason if end else "cancelled"
    if as_json:
        put_json(
            {
                "text": "".join(pieces),
                "token_ids": token_ids,
                "reason": reason,
                "seed": end.seed if end else request.sampling.seed,
                "usage": end.usage if end else Usage(prompt_tokens=0),
                "provenance": end.provenance if end else Provenance(),
                "model": model.name,
                "adapter": adapter.name if adapter else "",
            }
        )
    else:
        print()
    return 1 if reason == "cancelled" else 0
