"""The list of all shortcuts, in which they are changed."""
