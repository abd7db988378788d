"""The converter: writes models and adapters as GGUF files in its own process, and can be stopped."""
