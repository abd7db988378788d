"""The child process in which chat templates run: Jinja in its immutable sandbox, with hard limits.

A template comes with a downloaded model, so it is a stranger's program. Jinja's sandbox keeps it from
Python's internals, not from looping or from filling the memory, and no thread can interrupt one long
call into C. Therefore it runs in a process of its own, which ends itself: `faulthandler`'s watchdog
thread needs no interpreter lock and leaves the process after the time limit whatever it is doing.
On POSIX the process may also take no more than `MEMORY_BYTES`; elsewhere only time is limited.

Protocol: one JSON request per line on stdin, one JSON answer per line on stdout. The environment is
configured as transformers configures it, so that a template renders to the same text.
"""

from __future__ import annotations

import faulthandler
import json
import os
import sys
import time
from datetime import datetime
from typing import Any, BinaryIO, NoReturn

import jinja2
import jinja2.ext
import jinja2.nodes
import jinja2.parser
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace

MEMORY_BYTES = 768 * 2**20


class GenerationTag(jinja2.ext.Extension):
    """Accept `{% generation %}...{% endgeneration %}`, which marks replies; the text passes unchanged."""

    tags = {"generation"}

    def parse(self, parser: jinja2.parser.Parser) -> jinja2.nodes.Node:
        """Parse the marked block into a scope that renders its body."""
        line = next(parser.stream).lineno
        body = parser.parse_statements(("name:endgeneration",), drop_needle=True)
        return jinja2.nodes.Scope(body, lineno=line)


class GuardedNamespace(Namespace):
    """A namespace without underscore names, by which templates have reached Python's internals."""

    def __init__(*args: Any, **kwargs: Any) -> None:  # a template may use the name `self=`
        values = dict(*args[1:], **kwargs)
        for name in values:
            _refuse_private(name)
        Namespace.__init__(args[0], values)

    def __setitem__(self, name: str, value: Any) -> None:
        _refuse_private(name)
        super().__setitem__(name, value)


class PlainDict:
    """What `dict` means in a template: makes dictionaries, has no other attributes of the class."""

    def __call__(self, *args: Any, **kwargs: Any) -> dict[Any, Any]:
        """Make a dictionary."""
        return dict(*args, **kwargs)

    def fromkeys(self, *args: Any, **kwargs: Any) -> dict[Any, Any]:
        """Make a dictionary whose keys all have one value."""
        return dict.fromkeys(*args, **kwargs)


def chat_environment(moment: datetime | None = None) -> ImmutableSandboxedEnvironment:
    """Build the environment of chat templates; `moment` is what `strftime_now` tells, now when None."""
    environment = ImmutableSandboxedEnvironment(
        trim_blocks=True, lstrip_blocks=True, extensions=[GenerationTag, jinja2.ext.loopcontrols]
    )
    environment.filters["tojson"] = _tojson
    environment.globals["raise_exception"] = _raise_exception
    environment.globals["strftime_now"] = lambda layout: (moment or datetime.now()).strftime(layout)
    environment.globals["dict"] = PlainDict()
    environment.globals["namespace"] = GuardedNamespace
    return environment


def serve() -> int:
    """Answer requests until stdin ends."""
    source, sink = sys.stdin.buffer, os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)
    _limit_memory()
    compiled = _Compiled()
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - os.devnull is no Path on Windows
        for line in iter(source.readline, b""):
            _send(sink, _answer(json.loads(line), compiled, nowhere))
    return 0


class _Compiled:
    """The template compiled last: thousands of rows are rendered with the same one."""

    def __init__(self) -> None:
        self._key = ("", "")
        self._template: jinja2.Template | None = None

    def get(self, source: str, moment: str) -> jinja2.Template:
        if self._template is None or self._key != (source, moment):
            environment = chat_environment(datetime.fromisoformat(moment) if moment else None)
            self._template = environment.from_string(source)
            self._key = (source, moment)
        return self._template


def _answer(request: dict[str, Any], compiled: _Compiled, nowhere: BinaryIO) -> dict[str, Any]:
    """Render every job of a request, of which the first that fails ends it, or every conversation."""
    texts: list[str] = []
    watch = _Watch(request["seconds"], nowhere)
    try:
        watch.begin()
        template = compiled.get(request["template"], request["moment"])
        if "conversations" in request:
            told = (_cuts(template, each, request, watch) for each in request["conversations"])
            return {"conversations": list(told)}
        for job in request["jobs"]:
            watch.begin()
            texts.append(_render(template, job, request))
    except _FAILURES as error:
        return _failure(error)
    finally:
        watch.end()
    return {"texts": texts}


def _cuts(
    template: jinja2.Template, conversation: dict[str, Any], request: dict[str, Any], watch: _Watch
) -> list[str | int | dict[str, Any]]:
    """Render the beginnings of one conversation; one that fails is told in its place.

    A text that the last one begins with is told by its length: nearly all are.
    """
    messages = conversation["messages"]
    found: list[str | int | dict[str, Any]] = []
    for count, header in conversation["cuts"]:
        watch.go_on()
        variables = {
            "messages": messages[:count],
            "add_generation_prompt": header,
            "tools": conversation["tools"],
        }
        try:
            found.append(
                _render(template, {"variables": variables, "longest": conversation["longest"]}, request)
            )
        except _FAILURES as error:
            found.append(_failure(error))
    last = found[-1]
    if isinstance(last, str):
        for place, text in enumerate(found[:-1]):
            if isinstance(text, str) and last.startswith(text):
                found[place] = len(text)
    return found


class _Watch:
    """Leaves the process when a rendering takes too long."""

    def __init__(self, seconds: float, nowhere: BinaryIO) -> None:
        self._seconds = seconds
        self._nowhere = nowhere
        self._begun = 0.0

    def begin(self) -> None:
        """Give the time from now on."""
        self._begun = time.monotonic()
        faulthandler.dump_traceback_later(self._seconds, exit=True, file=self._nowhere)

    def go_on(self) -> None:
        """Give the time from now on, a twentieth less now and then: beginning costs more than a rendering."""
        if time.monotonic() - self._begun > self._seconds / 20:
            self.begin()

    def end(self) -> None:
        """Watch no more."""
        faulthandler.cancel_dump_traceback_later()


def _failure(error: BaseException) -> dict[str, Any]:
    """Say what a template failed of; `kind` is a key of the reasons in hone.data.template."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return {"kind": "syntax", "reason": error.message or "", "line": error.lineno}
    if isinstance(error, jinja2.exceptions.SecurityError):
        return {"kind": "unsafe", "reason": str(error)}
    if isinstance(error, jinja2.TemplateError):
        return {"kind": "raised", "reason": str(error)}
    if isinstance(error, MemoryError):
        return {"kind": "memory", "reason": ""}
    if isinstance(error, _TooLong):
        return {"kind": "long", "reason": str(error)}
    return {"kind": "error", "reason": f"{type(error).__name__}: {error}"}


def _render(template: jinja2.Template, job: dict[str, Any], request: dict[str, Any]) -> str:
    """Render one job with the variables of its request and its own.

    Templates are given None for tools and documents where there are none, as transformers does; of the few
    that take a list for granted, those of a conversation get an empty one.
    """
    variables = {**request["shared"], **job["variables"]}
    try:
        return _generate(template, variables, job["longest"])
    except TypeError:
        absent = [name for name in request["lists"] if variables[name] is None]
        if not absent:
            raise
        return _generate(template, {**variables, **{name: [] for name in absent}}, job["longest"])


def _generate(template: jinja2.Template, variables: dict[str, Any], longest: int) -> str:
    """Render piece by piece, giving up as soon as the text is longer than allowed."""
    pieces: list[str] = []
    length = 0
    for piece in template.generate(variables):
        pieces.append(piece)
        length += len(piece)
        if length > longest:
            raise _TooLong(f"more than {longest:,} characters")
    return "".join(pieces)


class _TooLong(Exception):
    """The rendered text passed its limit."""


_FAILURES = (
    jinja2.TemplateError,
    MemoryError,
    _TooLong,
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
    RecursionError,
)


def _send(sink: BinaryIO, answer: dict[str, Any]) -> None:
    data = json.dumps(answer).encode() + b"\n"
    while data:
        data = data[sink.write(data) :]


def _limit_memory() -> None:
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


def _refuse_private(name: object) -> None:
    if isinstance(name, str) and name.startswith("_"):
        raise jinja2.exceptions.SecurityError(f"the name {name!r} on a namespace")


def _raise_exception(message: str) -> NoReturn:
    raise jinja2.TemplateError(message)


def _tojson(
    value: Any,
    ensure_ascii: bool = False,
    indent: int | None = None,
    separators: tuple[str, str] | None = None,
    sort_keys: bool = False,
) -> str:
    """Write JSON without escaping HTML, unlike Jinja's own filter."""
    return json.dumps(
        value, ensure_ascii=ensure_ascii, indent=indent, separators=separators, sort_keys=sort_keys
    )


if __name__ == "__main__":
    sys.exit(serve())
