"""The window: PySide6, one folder per page, shared widgets in kit."""
