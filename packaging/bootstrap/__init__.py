"""Make a development environment of a fresh clone. Standard library only: nothing else is there yet."""
