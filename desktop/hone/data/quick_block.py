"""The texts of a block of rows, checked and hashed all at once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import repeat
from typing import TYPE_CHECKING, Any

from xxhash import xxh3_64_digest

from hone.data.fingerprints import AGAIN, BEGINNING, BETWEEN, MIX, SEPARATOR, WEIGHTS, WHOLE
from hone.data.fingerprints import REPLY as REPLY_SEED
from hone.data.quick_columns import REJECTED, REPLY, USER, Columns, Forms
from hone.data.quick_order import odd_replies
from hone.data.quick_text import MARGIN, suspects
from hone.data.text_checks import findings

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]


class Block:
    """The texts of rows in UTF-8 one after the other, with a null character between them.

    `texts` are all of them, `firsts` the place of each row's first one (and one more at the end), `forms`
    the numbers of the rows' forms.
    """

    def __init__(self, columns: Columns, forms: Forms) -> None:
        import numpy as np

        self.texts = columns.texts
        self._parts = columns.parts
        self._met = forms.met
        self.forms = np.array(list(map(forms.number_of.__getitem__, columns.forms())), np.int64)
        self.firsts = np.concatenate(([0], np.cumsum(np.array(columns.counts, np.int64))))
        self._encoded = encoded = list(map(str.encode, self.texts))
        self._bytes = BETWEEN.join((MARGIN, *encoded, MARGIN))
        ends = np.cumsum(np.array(list(map(len, encoded)), np.int64) + 1) + len(MARGIN)
        self._ends = ends
        self._starts = np.concatenate(([len(MARGIN) + 1], ends[:-1] + 1)) if len(ends) else ends

    def clean(self) -> Array:
        """Tell which rows are in order, and have nothing wrong in their texts."""
        import numpy as np

        clean: Array = np.array([form.in_order for form in self._met], bool)[self.forms]
        for text in self._blank():
            clean[self._row_of(text)] = False
        for text in self._odd_replies(clean):
            clean[self._row_of(text)] = False
        places = suspects(self._bytes, len(self.texts) + 1)
        if len(places):
            for text in np.unique(np.searchsorted(self._ends, places)).tolist():
                if text < len(self.texts) and clean[row := self._row_of(text)]:
                    clean[row] = next(findings(self.texts[text]), None) is None
        return clean

    def sizes(self) -> Array:
        """Return how many characters the turns of each row have."""
        import numpy as np

        lengths = np.array(list(map(len, self.texts)), np.int64)
        if REJECTED in self._parts:
            lengths[np.frombuffer(self._parts.encode(), np.uint8) == ord(REJECTED)] = 0
        sums = np.concatenate(([0], np.cumsum(lengths)))[self.firsts]
        return sums[1:] - sums[:-1]

    def keys(self, rows: Array) -> tuple[bytes, bytes]:
        """Return the two hashes of rows, as fingerprints.keys_of does."""
        import numpy as np

        whole = np.array([form.whole for form in self._met], bool)[self.forms[rows]]
        last = self.firsts[rows + 1] - 1
        starts, replies, ends = self._starts[self.firsts[rows]], self._starts[last], self._ends[last]
        seeds = np.array([form.seed for form in self._met], np.uint64)[self.forms[rows]]
        again: Any = repeat(REPLY_SEED)
        prompt_ends = replies - 1
        said = map(self._encoded.__getitem__, last.tolist())
        if whole.any():
            again = np.where(whole, seeds ^ np.uint64(AGAIN), np.uint64(REPLY_SEED)).tolist()
            seeds = np.where(whole, seeds ^ np.uint64(WHOLE), seeds)
            prompt_ends, replies = np.where(whole, ends, prompt_ends), np.where(whole, starts, replies)
            said = self._slices(replies, ends)
        return (
            b"".join(map(xxh3_64_digest, self._slices(starts, prompt_ends), seeds.tolist())),
            b"".join(map(xxh3_64_digest, said, again)),
        )

    def beginnings(self, rows: Array) -> Array:
        """Hash how rows begin, as fingerprints.is_among does."""
        import numpy as np

        turns = np.array([form.turns for form in self._met], np.int64)[self.forms[rows]]
        place = self.firsts[rows] + np.maximum(turns - 2, 0)
        starts, within = self._starts[place], np.arange(BEGINNING)
        data = np.frombuffer(self._bytes, np.uint8)
        begun = data[np.minimum(starts[:, None] + within, len(data) - 1)]
        begun[within >= (self._ends[place] - starts)[:, None]] = 0
        totals = (begun.view("<u8") * np.array(WEIGHTS, np.uint64)).sum(axis=1, dtype=np.uint64)
        hashed: Array = (totals ^ totals >> np.uint64(29)) * np.uint64(MIX) >> np.uint64(32)
        return hashed

    def texts_of(self, row: int) -> list[str]:
        """Return all texts of a row."""
        return self.texts[self.firsts[row] : self.firsts[row + 1]]

    def turns_of(self, row: int) -> list[str]:
        """Return the texts of a row without the rejected one."""
        texts = self.texts_of(row)
        turns = self._met[self.forms[row]].turns
        return texts[:turns] if turns else texts

    def asked(self, row: int) -> str:
        """Return what a row asks, as fingerprints.asked_in does."""
        texts = self.texts_of(row)
        if not self._met[self.forms[row]].turns:
            return texts[0].strip()
        parts = self._parts[self.firsts[row] : self.firsts[row + 1]]
        return SEPARATOR.join(text for text, part in zip(texts, parts, strict=True) if part == USER).strip()

    def _blank(self) -> Iterator[int]:
        """Give the texts that are empty or nothing but space, which begin with a space or beyond ASCII."""
        import numpy as np

        first = np.frombuffer(self._bytes, np.uint8)[self._starts]
        for place in np.flatnonzero((first <= 32) | (first >= 0x80)).tolist():
            if not (text := self.texts[place]) or text.isspace():
                yield place

    def _odd_replies(self, clean: Array) -> list[int]:
        import numpy as np

        parts = np.frombuffer(self._parts.encode(), np.uint8)
        replies = np.flatnonzero(parts == ord(REPLY))
        if not clean.all():
            replies = replies[clean[np.searchsorted(self.firsts, replies, side="right") - 1]]
        data = np.frombuffer(self._bytes, np.uint8)
        return list(odd_replies(data, self._starts, replies, self.texts))

    def _row_of(self, text: int) -> int:
        import numpy as np

        return int(np.searchsorted(self.firsts, text, side="right")) - 1

    def _slices(self, starts: Array, ends: Array) -> Any:
        return map(self._bytes.__getitem__, map(slice, starts.tolist(), ends.tolist()))
