"""The exact view: the very text and tokens that the engine gets."""
