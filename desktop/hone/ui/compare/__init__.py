"""The page Compare: columns that answer the same messages."""
