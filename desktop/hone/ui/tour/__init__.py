"""A tour of two minutes in the real window, over the demo model."""
