"""Telling the shape of rows by looking at the first of them: what fits, how well, and which fits best."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from hone.data.formats.base import Format, RowRefused
from hone.data.formats.sample import Fit, Sample
from hone.data.records import Record
from hone.domain.datasets import Guess, Reading, Shape
from hone.domain.fields import unknown_choice
from hone.errors import BadInput

OLD_NAMES = {"openai_messages": "messages", "plain_text": "text"}
_LEAST = 0.02  # of a shape whose columns are there, and of which no row can be read
_COVERED = 0.4  # what a shape loses to one that explains more of the columns
_SURE = 0.8
_COMPARED = 5
_AMBIGUITY = 0.3  # what the best loses to a rival that fits as well


class Chosen(msgspec.Struct, frozen=True):
    """The format that is used, the columns of its fields, and all that fit, best first."""

    format: Format
    columns: dict[str, str]
    guesses: tuple[Guess, ...]


class Candidate(msgspec.Struct, frozen=True):
    """A format that fits a sample: its columns, the share of rows that read, and its score, 0 to 1."""

    format: Format
    columns: dict[str, str]
    share: float
    score: float


def candidates(formats: Sequence[Format], sample: Sample) -> list[Candidate]:
    """Return the formats that fit a sample, best first.

    The score is how telling the columns are, by the share of rows that can be read so. A shape whose columns
    are a part of another's explains less than that one, and loses by it.
    """
    found = []
    for known in formats:
        if not sample.given.keys() <= {field.name for field in known.fields}:
            continue
        if (fit := known.fits(sample)) is not None:
            share = _readable(known, fit, sample.records)
            found.append(Candidate(known, fit.columns, share, fit.telling * max(_LEAST, share)))
    scored = [
        msgspec.structs.replace(one, score=one.score * _uncovered(one, found) * _unspoken(one, found))
        for one in found
    ]
    return sorted(scored, key=lambda one: (-one.score, -len(one.columns)))


def _readable(known: Format, fit: Fit, records: Sequence[Record]) -> float:
    read = 0
    for record in records:
        try:
            known.read(record.renamed(fit.columns))
        except RowRefused:
            continue
        read += 1
    return read / len(records)


def _uncovered(one: Candidate, found: Sequence[Candidate]) -> float:
    larger = [other.score for other in found if _explains(other, one)]
    return 1.0 - _COVERED * max(larger, default=0.0)


def choose(formats: Sequence[Format], reading: Reading, records: Sequence[Record], file_name: str) -> Chosen:
    """Tell the format of sampled records; a format or columns given by `reading` are used as they are.

    Raises BadInput naming the columns when nothing fits.
    """
    name = OLD_NAMES.get(reading.format, reading.format)
    by_name = {known.name: known for known in formats}
    if name and name not in by_name:
        raise unknown_choice(name, list(by_name), "the data formats")
    sample = Sample(records, reading.columns)
    fitting = candidates(formats, sample)
    if not fitting and not name:
        raise _nothing_fits(formats, sample, file_name)
    guesses = _guesses(fitting, records[:_COMPARED])
    if not name:
        return Chosen(fitting[0].format, {**fitting[0].columns, **reading.columns}, guesses)
    own = next((one for one in fitting if one.format.name == name), None)
    columns = own.columns if own is not None else {}
    if own is None:
        guesses = (*guesses, Guess(shape=name, confidence=0.0))
    return Chosen(by_name[name], {**columns, **reading.columns}, guesses)


def _guesses(fitting: Sequence[Candidate], records: Sequence[Record]) -> tuple[Guess, ...]:
    """Turn scores into confidence: the best is less sure the closer its first rival comes to it.

    No other shape is surer than the one that is chosen.
    """
    if not fitting:
        return ()
    best, *others = fitting
    rivals = [
        other.score
        for other in others
        if not _explains(best, other) and _said(other, records) != _said(best, records)
    ]
    sure = best.score
    if rivals and best.score:
        sure *= 1.0 - _AMBIGUITY * (rivals[0] / best.score) ** 2
    scores = [sure, *(min(sure, other.score) for other in others)]
    return tuple(
        Guess(shape=one.format.name, confidence=round(score, 2))
        for one, score in zip(fitting, scores, strict=True)
    )


def _said(one: Candidate, records: Sequence[Record]) -> list[object]:
    """Return what a shape makes of some rows; one that makes the same is no rival."""
    said: list[object] = []
    for record in records:
        try:
            read = one.format.read(record.renamed(one.columns))
        except RowRefused:
            continue
        said.append((read.turns, read.text, read.rejected, read.good, read.category))
    return said


def _unspoken(one: Candidate, found: Sequence[Candidate]) -> float:
    """Columns with a text or a label stand beside many dialogues: rendered once more, or sorted by topic."""
    if one.format.name not in (Shape.TEXT, Shape.CLASSIFICATION):
        return 1.0
    dialogues = [
        other.score
        for other in found
        if other.format.name not in (Shape.TEXT, Shape.CLASSIFICATION) and other.score >= _SURE
    ]
    return 1.0 - _COVERED * max(dialogues, default=0.0)


def _explains(one: Candidate, other: Candidate) -> bool:
    """Whether one shape uses all the columns of another and more, which is then no rival."""
    return set(other.columns.values()) < set(one.columns.values())


def looks_like(formats: Sequence[Format], record: Record, but: str) -> Format | None:
    """Return the format that one record has beyond doubt, other than `but`; None for none."""
    fitting = candidates(formats, Sample((record,)))
    best = fitting[0] if fitting else None
    return best.format if best is not None and best.score >= 0.7 and best.format.name != but else None


def _nothing_fits(formats: Sequence[Format], sample: Sample, file_name: str) -> BadInput:
    columns = list(dict.fromkeys(name for record in sample.records for name in record.values))
    shown = ", ".join(repr(name[:40]) for name in columns[:12]) + (", ..." if len(columns) > 12 else "")
    prose = sample.prose()
    texts = prose if len(prose) > 1 else sample.texts()
    if len(texts) > 1:
        hint = f"Say which column is what: {_mapping({'prompt': texts[0], 'completion': texts[-1]})}."
    elif texts:
        hint = f"Say which column is what: {_mapping({'text': texts[0]})} learns it as running text."
    else:
        shapes = ", ".join(known.name for known in formats)
        hint = f"A table needs its column names in the first line. The shapes are {shapes}."
    return BadInput(
        f"The columns of {file_name} fit no known format (found: {shown}).",
        hint=hint,
    )


def _mapping(columns: Mapping[str, str]) -> str:
    given = (f"{field}={column}" for field, column in columns.items())
    return " ".join(f'--column "{each}"' if " " in each else f"--column {each}" for each in given)
