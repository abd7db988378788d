"""The tuning methods that can be chosen."""

from __future__ import annotations

from hone.domain.fields import unknown_choice
from hone.tuning.methods.base import Method
from hone.tuning.methods.lora import LORA
from hone.tuning.methods.qlora import QLORA

METHODS: tuple[Method, ...] = (QLORA, LORA)


def find_method(name: str) -> Method:
    """Return the method `name`; BadInput with the nearest name when there is none."""
    for method in METHODS:
        if method.name == name:
            return method
    raise unknown_choice(name, [method.name for method in METHODS], "the tuning methods")
