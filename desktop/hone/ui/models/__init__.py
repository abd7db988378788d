"""The models and adapters that Hone knows."""
