"""From what was ordered to a run: the model found, rows and documents read, everything checked."""

from __future__ import annotations

import random
import secrets
from collections.abc import Sequence
from datetime import UTC, datetime

from hone.domain.models import Adapter, Model
from hone.domain.row_drafts import DraftBatch, DraftOrder, DraftProvenance, DraftRow, content_of
from hone.errors import BadInput
from hone.services.prompt_request import template_of
from hone.services.reply_sources import Catalogue
from hone.services.row_drafting.material import Material, Seed
from hone.services.row_drafting.prompt_texts import PromptText, check_text
from hone.services.row_drafting.run import DraftRun, Engines, Keep, Made
from hone.services.row_drafting.sources import (
    Documents,
    Rows,
    RowSource,
    accepted_seeds,
    known_prompts,
    read_passages,
    seeds_for,
)
from hone.services.row_drafting.ways import find_way
from hone.services.row_drafting.ways.base import Needs, Way
from hone.storage.row_drafts import RowDraftStore

MOST_ROWS = 10_000
_CHARACTERS_PER_TOKEN = 3
_SHARE_FOR_EXAMPLES = 0.5
_USUAL_WINDOW = 4096


class Beginning:
    """Makes runs. Safe from any thread."""

    def __init__(self, models: Catalogue, engines: Engines, data: Rows, documents: Documents) -> None:
        self._models, self._engines = models, engines
        self._data, self._documents = data, documents

    def texts(self, order: DraftOrder) -> tuple[PromptText, ...]:
        """Return the prompts that an order is drafted with, as they come with Hone."""
        return find_way(order.way).texts_for(_takes_turns(*self._chosen(order)))

    def run(
        self,
        batch: DraftBatch,
        source: RowSource | None,
        drafts: Sequence[DraftRow],
        store: RowDraftStore | None,
    ) -> DraftRun:
        """Read what is drafted from; rows go into `store`, where there is one, as they come.

        Raises BadInput where the order cannot be carried out, HoneError for what cannot be read.
        """
        order, way = batch.order, find_way(batch.order.way)
        model, adapter = self._chosen(order)
        chat = _takes_turns(model, adapter)
        _check(order, way, chat)
        chance = random.Random(order.sampling.seed if order.sampling.seed >= 0 else None)
        room = self._room(model)
        known, compared = known_prompts(self._data, source, drafts)
        asks_documents = way.needs is Needs.DOCUMENTS
        material = Material(
            seeds=self._seeds(order, way, source, chance),
            drafts=accepted_seeds(drafts),
            passages=read_passages(self._documents, order.documents, room) if asks_documents else (),
            room=room,
            random=chance,
        )
        drafting = way.begin(material, chat, dict(order.texts), known)
        keep = _keeping(batch, model, adapter, source.version if source is not None else 0, store)
        counts = (compared, source.rows if source is not None else 0)
        return DraftRun(self._engines, model, adapter, drafting, order.sampling, order.rows, keep, counts)

    def _seeds(
        self, order: DraftOrder, way: Way, source: RowSource | None, chance: random.Random
    ) -> tuple[Seed, ...]:
        if way.needs is not Needs.ROWS:
            return ()
        if source is None:
            raise BadInput(f"“{way.label}” needs rows to begin with.", hint="Give a data file.")
        return seeds_for(self._data, source, order.seeds, chance)

    def _chosen(self, order: DraftOrder) -> tuple[Model, Adapter | None]:
        if not order.model_id:
            raise BadInput("No model is chosen to draft with.", hint="Choose a model.")
        model = self._models.find_model(order.model_id)
        return model, self._models.find_adapter(order.adapter_id) if order.adapter_id else None

    def _room(self, model: Model) -> int:
        """Return how many characters of examples or passages a prompt may have."""
        window = self._engines.window(model) or model.context_length or _USUAL_WINDOW
        return int(min(window, 2 * _USUAL_WINDOW) * _CHARACTERS_PER_TOKEN * _SHARE_FOR_EXAMPLES)


def _keeping(
    batch: DraftBatch, model: Model, adapter: Adapter | None, version: int, store: RowDraftStore | None
) -> Keep:
    """Return what makes drafts of rows and keeps them."""

    def keep(made: Made) -> DraftRow:
        now = datetime.now(UTC)
        draft = DraftRow(
            id=secrets.token_hex(8),
            data_set_id=batch.data_set_id,
            batch=batch.id,
            content=content_of(made.candidate.turns),
            provenance=_provenance(batch.order.way, model, adapter, version, made, now),
            made_at=now,
            facts=made.candidate.facts,
        )
        if store is not None:
            store.add(draft)
        return draft

    return keep


def _provenance(
    way: str, model: Model, adapter: Adapter | None, version: int, made: Made, now: datetime
) -> DraftProvenance:
    candidate = made.candidate
    return DraftProvenance(
        way=way,
        model=model.name,
        made_at=now,
        fingerprint=model.fingerprint or made.engine.model_hash,
        adapter=adapter.name if adapter is not None else "",
        version=version,
        seeds=candidate.seeds,
        seed_drafts=candidate.seed_drafts,
        row=candidate.row,
        document=candidate.document,
        passage=candidate.passage,
        instruction=made.instruction,
        sampling=made.sampling,
        seed=made.seed,
        engine=made.engine,
    )


def _takes_turns(model: Model, adapter: Adapter | None) -> bool:
    return model.can_chat or bool(template_of(model, adapter))


def _check(order: DraftOrder, way: Way, chat: bool) -> None:
    if not 1 <= order.rows <= MOST_ROWS:
        raise BadInput(
            f"{order.rows} rows cannot be drafted at once.", hint=f"Ask for 1 to {MOST_ROWS} rows."
        )
    if way.needs is Needs.DOCUMENTS and not order.documents:
        raise BadInput("There is no document to ask about.", hint="Add text, Markdown, PDF or Word files.")
    for text in way.texts_for(chat):
        own = order.texts.get(text.key, "")
        if own.strip():
            check_text(text, own)
