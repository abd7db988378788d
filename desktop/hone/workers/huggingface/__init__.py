"""The engine for safetensors models: transformers, with LoRA adapters through peft."""
