"""Frozen values and their rules. No input or output happens here."""
