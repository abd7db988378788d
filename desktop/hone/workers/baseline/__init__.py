"""llama.cpp as its library offers it, without anything of ours: what the engine is measured against."""
