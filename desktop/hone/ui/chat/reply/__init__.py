"""Parts of the panel that says how replies are made."""
