"""The catalogues of the window's texts: extracted, checked, filled and compiled."""
