"""Panel "Tokens": what a model thinks of each token of a reply."""
