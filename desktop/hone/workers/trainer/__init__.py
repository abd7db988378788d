"""The trainer: one run of a plan in its own process, so that all its memory comes back when it ends."""
