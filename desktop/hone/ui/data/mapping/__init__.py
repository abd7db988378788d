"""The tab "Columns": which shape the rows have, and which column holds what."""
