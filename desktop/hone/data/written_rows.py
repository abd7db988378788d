"""Rows that stand in no file: written by a person, read as their shape reads them."""

from __future__ import annotations

from hone.data.checks import dialogue_problems, text_problems
from hone.data.formats import known_format
from hone.data.formats.base import RowRefused
from hone.data.records import Record
from hone.domain.datasets import Problem, ShownRow
from hone.domain.row_content import parse_content
from hone.errors import BadInput


def read_content(shape: str, content: str, row: int, line: int = 0) -> ShownRow:
    """Read a content as a row of a shape: its example, or what is wrong with it."""
    try:
        values = parse_content(content)
    except BadInput as error:
        return ShownRow(row=row, line=line, content=content, problems=(_problem(row, "not_json", error),))
    known = known_format(shape)
    if known is None:
        return ShownRow(row=row, line=line, content=content)
    try:
        example = known.read(Record(row, line, values))
    except RowRefused as refused:
        problem = Problem(
            row=row, line=line, kind=refused.kind, message=refused.message, hint=refused.hint, fatal=True
        )
        return ShownRow(row=row, line=line, content=content, problems=(problem,))
    found = text_problems(example) if example.text is not None else dialogue_problems(example)
    return ShownRow(row=row, line=line, example=example, content=content, problems=tuple(found))


def _problem(row: int, kind: str, error: BadInput) -> Problem:
    return Problem(row=row, kind=kind, message=error.message, hint=error.hint, fatal=True)
