"""The tab that lets a model draft rows, and a person decide about each."""
