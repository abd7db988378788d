"""Hone: talk to a local model, engineer prompts, measure, fine-tune, keep what won."""

__version__ = "0.1.0"
