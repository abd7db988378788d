"""Rows beside other rows: duplicates, contradictions, near duplicates, and rows that stand elsewhere too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import msgspec

from hone.data.near_duplicates import similar_rows, similar_to
from hone.data.scanning import Gathered

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]


class Beside(msgspec.Struct, frozen=True):
    """All rows with one kind of problem, in order, and the row that each is compared with.

    `similarity` is 1 where rows are the same; `elsewhere` names the file that the other rows stand in.
    """

    kind: str
    rows: Array
    others: Array
    similarity: Array
    elsewhere: str = ""


def beside_each_other(gathered: Gathered) -> Iterator[Beside]:
    """Compare the rows of a file with each other."""
    import numpy as np

    numbers, prompts, replies = (gathered.take(name) for name in ("numbers", "prompts", "replies"))
    places = _shared(prompts)
    order = places[np.lexsort((numbers[places], replies[places], prompts[places]))]
    numbers, prompts, replies = numbers[order], prompts[order], replies[order]
    fresh = np.ones(len(order), bool)
    fresh[1:] = (prompts[1:] != prompts[:-1]) | (replies[1:] != replies[:-1])
    first = _first_of_group(numbers, fresh)
    yield _of("duplicate", numbers[~fresh], first[~fresh])
    repeated = np.sort(numbers[~fresh])
    yield _contradictions(numbers[fresh], prompts[fresh])
    yield _near(gathered, repeated)


def standing_elsewhere(gathered: Gathered, other: Gathered, kind: str, name: str) -> Beside:
    """Tell the rows of a file that stand in another one, by what they ask, or nearly, by all they say."""
    import numpy as np

    numbers, asks = gathered.take("numbers"), gathered.take("asks")
    theirs, known = other.take("numbers"), other.take("asks")
    order = np.argsort(known, kind="stable")
    place = np.searchsorted(known[order], asks) if len(known) else np.zeros(len(asks), np.int64)
    hit = np.zeros(len(asks), bool)
    if len(known):
        hit = known[order][np.minimum(place, len(known) - 1)] == asks
    rows, others = numbers[hit], theirs[order[place[hit]]]
    compared = "asks_near" if kind == "suite_overlap" else "near"
    pairs = similar_to(
        gathered.take("near_rows"), gathered.take(compared), other.take("near_rows"), other.take(compared)
    )
    exact = set(rows.tolist())
    pairs = [pair for pair in pairs if pair.row not in exact]
    rows = np.concatenate([rows, np.array([pair.row for pair in pairs], np.int64)])
    others = np.concatenate([others, np.array([pair.other for pair in pairs], np.int64)])
    degree = np.concatenate([np.ones(len(exact)), np.array([pair.similarity for pair in pairs])])
    return _of(kind, rows, others, degree, name)


def _shared(prompts: Array) -> Array:
    """Return the places of rows whose prompt is another row's too."""
    import numpy as np

    order = np.argsort(prompts, kind="stable")
    same = prompts[order][1:] == prompts[order][:-1]
    return order[np.r_[False, same] | np.r_[same, False]] if len(order) else order


def _first_of_group(numbers: Array, fresh: Array) -> Array:
    import numpy as np

    return numbers[np.maximum.accumulate(np.where(fresh, np.arange(len(fresh)), 0))]


def _contradictions(numbers: Array, prompts: Array) -> Beside:
    """Of rows with the same prompt and replies that differ, point all to the first."""
    import numpy as np

    order = np.lexsort((numbers, prompts))
    numbers, prompts = numbers[order], prompts[order]
    fresh = np.ones(len(order), bool)
    fresh[1:] = prompts[1:] != prompts[:-1]
    return _of("contradiction", numbers[~fresh], _first_of_group(numbers, fresh)[~fresh])


def _near(gathered: Gathered, repeated: Array) -> Beside:
    import numpy as np

    rows, signatures = gathered.take("near_rows"), gathered.take("near")
    single = ~np.isin(rows, repeated)
    pairs = similar_rows(rows[single], signatures[single])
    return _of(
        "near_duplicate",
        np.array([pair.row for pair in pairs], np.int64),
        np.array([pair.other for pair in pairs], np.int64),
        np.array([pair.similarity for pair in pairs]),
    )


def _of(
    kind: str, rows: Array, others: Array, similarity: Array | None = None, elsewhere: str = ""
) -> Beside:
    import numpy as np

    order = np.argsort(rows, kind="stable")
    degree = np.ones(len(rows)) if similarity is None else similarity
    return Beside(kind, rows[order], others[order], degree[order], elsewhere)


_SENTENCES: dict[str, tuple[Callable[[str, str], str], str]] = {
    "duplicate": (
        lambda other, _: f"The same as {other}.",
        "It is trained twice; it will not be both trained and held out.",
    ),
    "near_duplicate": (
        lambda other, degree: f"About {degree} the same as {other}.",
        "Keep the better of the two, or all when the small difference is what is to be learned.",
    ),
    "contradiction": (
        lambda other, _: f"The same prompt as {other}, with another reply.",
        "Keep the better reply, unless several are right.",
    ),
    "held_out_overlap": (
        lambda other, degree: f"Also held out: {degree} the same as {other}.",
        "What is measured on it says nothing; drop it here or there.",
    ),
    "suite_overlap": (
        lambda other, degree: f"Also a test case: {degree} the same as {other}.",
        "What the suite measures says nothing then; drop the row.",
    ),
}


def sentence(beside: Beside, place: int) -> tuple[str, str]:
    """Say what is wrong with the row at `place`, and what to do."""
    where = f" of {beside.elsewhere}" if beside.elsewhere else ""
    degree = float(beside.similarity[place])
    text, hint = _SENTENCES[beside.kind]
    share = f"{min(99, round(100 * degree))} %" if degree < 1 else "it asks"
    return text(f"row {int(beside.others[place]):,}{where}", share), hint
