"""One vector per text, from the model's last hidden states."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from hone.domain.generation import Embed, Embedded, Pooling
from hone.errors import BadInput
from hone.workers.llama.jobs import Job, Outputs, Workbench
from hone.workers.llama.reading_jobs import ReadingJob, SharedAnswer, as_tokens

LAST_LAYER = -1


class _Vector:
    """The vector of one text: the mean of its tokens' hidden states, or that of the last token.

    They are those after the model's last norm, in float32, added in float64.
    """

    def __init__(self, count: int, width: int, normalise: bool) -> None:
        self._count = count
        self._normalise = normalise
        self._sum: npt.NDArray[np.float64] = np.zeros(width)

    def see(self, position: int, index: int, outputs: Outputs) -> None:
        """Add a token's hidden state."""
        self._sum += outputs.hidden(index)

    def values(self) -> tuple[float, ...]:
        """Return the vector."""
        vector = self._sum / self._count
        length = float(np.linalg.norm(vector)) if self._normalise else 0.0
        return tuple((vector / length if length > 0 else vector).tolist())


def jobs_for(request: Embed, bench: Workbench) -> list[Job]:
    """Return a job for each text; raises BadInput.

    A text is tokenised as raw text is, with the model's begin token in front if it has one, which counts in
    the mean like any other.
    """
    if request.layer != LAST_LAYER:
        raise BadInput(
            f"The llama.cpp engine cannot give layer {request.layer}.",
            hint=f"It gives the last hidden state only, layer {LAST_LAYER}; or load the model's folder.",
        )
    variant = bench.loaded(request.variant)
    texts = [bench.vocabulary.encode(text, begin=True) for text in request.texts]
    if not texts or not all(texts):
        raise BadInput("There is an empty text, or none at all.", hint="Give at least one text.")
    first_of: Callable[[int], int] = (
        (lambda count: count - 1) if request.pooling is Pooling.LAST else (lambda count: 0)
    )
    vectors = [_Vector(len(text) - first_of(len(text)), bench.width, request.normalise) for text in texts]
    answer = SharedAnswer(
        request.request_id,
        bench.outlet,
        "Reading the texts",
        len(texts),
        sum(map(len, texts)),
        lambda: Embedded(request_id=request.request_id, vectors=tuple(vector.values() for vector in vectors)),
    )
    return [
        ReadingJob(answer, as_tokens(text), first_of(len(text)), variant, vector.see, wants_hidden=True)
        for text, vector in zip(texts, vectors, strict=True)
    ]
