"""The inspector: reads data files and renders rows, apart from the window."""
