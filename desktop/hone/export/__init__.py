"""Models and adapters in llama.cpp's file format: names, shapes and vocabularies as pure functions."""
