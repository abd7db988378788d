"""Build the Debian package: the program frozen into one folder, and what a desktop expects around it."""
