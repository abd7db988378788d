"""What `hone data` writes as JSON. These fields stay; new ones may be added (docs/data.md)."""

from __future__ import annotations

from pathlib import Path

import msgspec

from hone.domain.datasets import Guess, Report, Statistics, TokenCounts
from hone.domain.problem_kinds import KIND_OF


class ProblemsOfKind(msgspec.Struct, frozen=True, kw_only=True):
    """Problems of one kind: how many, the first 100 rows, what mends them ("": a person), one in words.

    `file` is the file of a folder where that one stands.
    """

    kind: str
    title: str
    count: int
    rows: tuple[int, ...]
    fix: str
    fatal: bool
    example: str = ""
    hint: str = ""
    file: str = ""


class TokenSummary(msgspec.Struct, frozen=True, kw_only=True):
    """Tokens of all usable rows for one model, cut at `context_length`."""

    model: str
    context_length: int
    total: int
    trained: int
    trained_share: float
    median: int
    longest: int
    cut_rows: int
    cut_replies: int
    lost_replies: int
    refused_rows: int
    stop_token_trained: bool
    histogram: tuple[int, ...]
    notice: str = ""


class Inspection(msgspec.Struct, frozen=True, kw_only=True):
    """The output of `hone data inspect --json`."""

    path: Path
    shape: str
    confidence: float
    alternatives: tuple[Guess, ...]
    column_mapping: dict[str, str]
    rows: int
    usable_rows: int
    trainable: bool
    columns: tuple[str, ...]
    encoding: str
    container: str
    part: str
    parts: tuple[str, ...]
    size_bytes: int
    sha256: str
    statistics: Statistics
    problem_count: int
    problems: tuple[ProblemsOfKind, ...]
    tokens: TokenSummary | None = None


def inspection(report: Report, tokens: TokenSummary | None) -> Inspection:
    """Put a report in the form that programs read."""
    first = {problem.kind: problem for problem in reversed(report.problems)}
    problems = tuple(
        ProblemsOfKind(
            kind=group.kind,
            title=KIND_OF[group.kind].title,
            count=group.count,
            rows=group.rows,
            fix=group.fix,
            fatal=group.fatal,
            example=first[group.kind].message if group.kind in first else "",
            hint=first[group.kind].hint if group.kind in first else "",
            file=first[group.kind].file if group.kind in first else "",
        )
        for group in report.groups
    )
    return Inspection(
        path=report.path,
        shape=report.format,
        confidence=round(report.confidence, 3),
        alternatives=report.alternatives,
        column_mapping=report.reading.columns,
        rows=report.rows,
        usable_rows=report.usable_rows,
        trainable=report.trainable,
        columns=report.columns,
        encoding=report.encoding,
        container=report.container,
        part=report.reading.part,
        parts=report.parts,
        size_bytes=report.size_bytes,
        sha256=report.sha256,
        statistics=report.statistics,
        problem_count=report.problem_count,
        problems=problems,
        tokens=tokens,
    )


def token_summary(counts: TokenCounts, model: str, context_length: int) -> TokenSummary:
    """Put token counts in the form that programs read."""
    return TokenSummary(
        model=model,
        context_length=context_length,
        total=counts.tokens,
        trained=counts.trained_tokens,
        trained_share=round(counts.trained_tokens / counts.tokens, 4) if counts.tokens else 0.0,
        median=counts.median,
        longest=counts.longest,
        cut_rows=counts.cut_rows,
        cut_replies=counts.cut_replies,
        lost_replies=counts.lost_replies,
        refused_rows=counts.refused_rows,
        stop_token_trained=counts.stop_token_trained,
        histogram=counts.histogram,
        notice=counts.notice,
    )
