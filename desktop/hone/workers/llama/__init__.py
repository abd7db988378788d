"""The engine for GGUF models: llama.cpp through its low-level interface."""
