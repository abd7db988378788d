"""Rows that are certainly clean, told from the bytes of their lines."""

from __future__ import annotations


class QuickReader:
    pass


def quick_reader(data: object) -> None:
    return None
