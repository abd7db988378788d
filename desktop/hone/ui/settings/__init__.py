"""Settings, and what this installation is made of."""
