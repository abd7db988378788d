"""What is wrong with a file as a whole, told by figures of its rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hone.data.records import remark
from hone.data.scanning import Gathered
from hone.domain.datasets import Problem

FEW_ROWS = 20
_UNBALANCED = 20  # times as many rows of the most frequent label as of the rarest
_MOST_SHARE = 0.8  # of rows with one label among several


def whole_file_problems(gathered: Gathered) -> Iterator[Problem]:
    """Give what concerns the whole file: few rows, labels that teach nothing."""
    usable = len(gathered.take("numbers"))
    if 0 < usable < FEW_ROWS:
        rows = "1 row" if usable == 1 else f"{usable:,} rows"
        yield remark(
            "few_rows",
            f"{rows} can be trained on; a model mostly learns such rows by heart.",
            f"Collect more: {FEW_ROWS} at least, better some hundreds.",
        )
    labels = gathered.tally.labels
    if len(labels) == 1 and usable > 1:
        name = _shown(next(iter(labels)))
        yield remark(
            "single_label", f"All rows have the label {name}.", "Add rows with other labels to learn from."
        )
    elif len(labels) > 1:
        yield from _balance(labels, usable)


def _balance(labels: Mapping[str, int], usable: int) -> Iterator[Problem]:
    most = max(labels, key=lambda name: (labels[name], name))
    least = min(labels, key=lambda name: (labels[name], name))
    if labels[most] < _UNBALANCED:
        return
    if labels[most] >= _UNBALANCED * labels[least] or labels[most] > _MOST_SHARE * usable:
        yield remark(
            "unbalanced_labels",
            f"{labels[most]:,} of {usable:,} rows have the label {_shown(most)}, {labels[least]:,} the label "
            f"{_shown(least)}.",
            "A model may learn to give the frequent ones; add rows of the rare ones, or leave some out.",
        )


def _shown(label: str) -> str:
    return repr(label if len(label) <= 40 else label[:39] + "…")
