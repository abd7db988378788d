"""Rows drafted by a model from examples, documents or rows, to be accepted by a person one by one."""

from __future__ import annotations

from hone.services.row_drafting.service import RowDraftService
from hone.services.row_drafting.ways import WAYS

__all__ = ["WAYS", "RowDraftService"]
